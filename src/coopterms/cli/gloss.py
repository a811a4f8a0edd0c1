"""`coopterms gloss`: a Chinese text; its glossary and its work list as a table, CSV, TBX or a page with the English over the Chinese."""

from __future__ import annotations

import argparse
import os
from typing import TextIO

from coopterms.bilingual.gloss import COLUMNS, Entry, Gloss, Standing, gloss
from coopterms.cli.files import output, read_text
from coopterms.cli.overlays import overlay
from coopterms.cli.tables import write_csv
from coopterms.cli.terminal import columns
from coopterms.reading.resolver import Resolver


def run(options: argparse.Namespace) -> int:
    """Run the command.

    Raises:
        InputError: the text cannot be read.
    """
    made = gloss(read_text(options.annex), options.on, Resolver(overlay(options)))
    with output(options.output) as file:
        if options.format == "html":
            file.write(made.to_html())
        elif options.format == "csv":
            write_csv(file, COLUMNS, made.rows(), options.output)
        elif options.format == "tbx":
            _write_tbx(made, file, "standard input" if options.annex == "-" else os.path.basename(options.annex))
        else:
            _write_table(made, file)
    ambiguous = any(entry.standing is Standing.AMBIGUOUS for entry in made.entries)
    return 1 if options.strict and (ambiguous or made.open) else 0


def _write_tbx(made: Gloss, file: TextIO, name: str) -> None:
    from coopterms.export.gloss_terms import glossary
    from coopterms.export.tbx import write

    write(glossary(made), file, f"coopterms {made.annotation.data_version}, {name}")


def _write_table(made: Gloss, file: TextIO) -> None:
    file.write(f"read at {made.annotation.on or 'no known date'}\n")
    for standing, heading in (
        (Standing.OFFICIAL, "official English"),
        (Standing.WRITTEN, "written by a pattern"),
        (Standing.AMBIGUOUS, "ambiguous"),
    ):
        entries = [entry for entry in made.entries if entry.standing is standing]
        if entries:
            file.write(f"\n{heading}\n")
            file.write("".join(f"{line}\n" for line in columns([row for entry in entries for row in _rows(entry)], indent="  ")))
    if made.open:
        file.write("\nwork list: no official English\n")
        rows = [(str(entry.start), entry.chinese, entry.kind, entry.note) for entry in made.open]
        file.write("".join(f"{line}\n" for line in columns(rows, indent="  ")))
    file.write(f"\n{len(made.entries)} with English, {len(made.open)} on the work list\n")


def _rows(entry: Entry) -> list[tuple[str, ...]]:
    start, chinese = str(entry.start), entry.chinese
    if entry.choices:
        first = [
            (start, chinese, f"{choice.english} ({choice.why})" if choice.why else choice.english, choice.id) for choice in entry.choices
        ]
        return [first[0], *(("", "or", *row[2:]) for row in first[1:])]
    return [(start, chinese, entry.english, entry.id or entry.note)]
