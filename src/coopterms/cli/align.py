"""`coopterms align`: an English and a Chinese text; what each names as a table, CSV or a page in two columns."""

from __future__ import annotations

import argparse
from typing import TextIO

from coopterms.bilingual.align import COLUMNS, Alignment, Pair, align
from coopterms.cli.files import output, read_text
from coopterms.cli.overlays import overlay
from coopterms.cli.tables import write_csv
from coopterms.cli.terminal import columns
from coopterms.errors import InputError
from coopterms.reading.resolver import Resolver

_CAPTIONS = {"person": "people", "office": "offices", "organisation": "organisations", "term": "terms"}


def run(options: argparse.Namespace) -> int:
    """Run the command.

    Raises:
        InputError: a text cannot be read, or both are in one language.
    """
    if options.english == options.chinese == "-":
        raise InputError("both texts were to come from standard input", hint="name a file for one of them")
    texts = read_text(options.english), read_text(options.chinese)
    found = align(*texts, options.on, Resolver(overlay(options)))
    with output(options.output) as file:
        if options.format == "html":
            file.write(found.to_html())
        elif options.format == "csv":
            write_csv(file, COLUMNS, found.rows(), options.output)
        else:
            _write_table(found, file)
    return 1 if options.strict and any(_is_open(pair) for pair in found.pairs) else 0


def _is_open(pair: Pair) -> bool:
    """Say whether an official or a post stands in one text only, or is ambiguous."""
    return pair.kind in ("person", "office") and (pair.where != "both" or not (pair.id or pair.how == "romanisation"))


def _write_table(found: Alignment, file: TextIO) -> None:
    dates = [f"{name} text of {text.on or 'an unknown date'}" for name, text in (("English", found.english), ("Chinese", found.chinese))]
    file.write(", ".join(dates) + "\n")
    for kind, caption in _CAPTIONS.items():
        for where, heading in (("both", "in both"), ("en", "only in English"), ("zh", "only in Chinese")):
            pairs = [pair for pair in found.pairs if (pair.kind, pair.where) == (kind, where)]
            if pairs:
                file.write(f"\n{caption} {heading}\n")
                file.write("".join(f"{line}\n" for line in columns([_row(pair) for pair in pairs], indent="  ")))
    counts = [sum(pair.where == where for pair in found.pairs) for where in ("both", "en", "zh")]
    file.write(f"\n{counts[0]} in both, {counts[1]} only in English, {counts[2]} only in Chinese\n")


def _row(pair: Pair) -> tuple[str, ...]:
    cells = pair.cells()
    english, chinese = cells["label_en"] or cells["mention_en"], cells["label_zh"] or cells["mention_zh"]
    counts = f"{cells['count_en']}:{cells['count_zh']}"
    told = cells["id"] or ("one of " + ", ".join(pair.choices) if pair.choices else "in no table")
    return (english, chinese, counts, f"{pair.how} {pair.score:.2f}", told) if pair.how else (english, chinese, counts, "", told)
