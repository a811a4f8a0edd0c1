"""`coopterms annotate`: documents from files or standard input; mentions as a table, JSON lines or a page."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TextIO, TypeAlias

from coopterms.cli.files import output, read_text
from coopterms.cli.overlays import overlay
from coopterms.cli.terminal import columns, progress
from coopterms.errors import InputError
from coopterms.reading.annotation import Annotation, Mention
from coopterms.reading.resolver import Resolver
from coopterms.reading.result import Reason, Status

Documents: TypeAlias = Iterator[tuple[str, Annotation]]
"""The name of each document, and what it says."""


def run(options: argparse.Namespace) -> int:
    """Run the command.

    Raises:
        InputError: the options do not fit together, or no file can be read.
    """
    names: list[str] = options.file or ["-"]
    if options.summary and options.format:
        raise InputError("--summary and --format were both given", hint="leave one of them out")
    if options.format == "html" and len(names) > 1 and not options.summary:
        raise InputError(f"a page is of one document, and {len(names)} were given", hint="run once for each file, or take --format jsonl")
    resolver = Resolver(overlay(options))
    outcome = _Outcome()
    documents = _read(names, resolver, options.on, outcome)
    write = _write_summary if options.summary else _WRITERS[options.format or "table"]
    with output(options.output) as file:
        write(documents, file)
    if outcome.failed:
        return 2
    return 1 if options.strict and outcome.unresolved else 0


class _Outcome:
    """What the exit status is made of."""

    failed = False
    unresolved = False


def _read(names: list[str], resolver: Resolver, on: str | None, outcome: _Outcome) -> Documents:
    """Read the documents one after another; one that is no text gets a line on standard error, and the others go on."""
    for name in progress(names, "document"):
        try:
            text = read_text(name)
        except InputError as error:
            print(f"coopterms: {error}", file=sys.stderr)
            outcome.failed = True
            continue
        annotation = resolver.annotate(text, on)
        outcome.unresolved |= any(mention.status is not Status.RESOLVED for mention in annotation.mentions)
        yield ("standard input" if name == "-" else name), annotation


def _write_table(documents: Documents, file: TextIO) -> None:
    for number, (name, annotation) in enumerate(documents):
        date = f"{annotation.on} ({annotation.date_source})" if annotation.on else "date unknown"
        file.write(("\n" if number else "") + f"{name}, {date}\n")
        rows = [_row(mention) for mention in annotation.mentions]
        file.write("".join(f"{line}\n" for line in columns(rows, indent="  ")))
        for finding in annotation.findings:
            words = " ".join(finding.text.split())
            what = finding.note if finding.note.startswith(words) else f"{words}; {finding.note}"
            file.write(f"  look again at {finding.start}: {what} ({finding.kind})\n")
        file.write(f"  {_total(annotation)}\n")


def _row(mention: Mention) -> tuple[str, ...]:
    entity = mention.entity
    if entity:
        what = entity.id + (f", {mention.capacity}" if mention.kind == "office" and mention.capacity != "substantive" else "")
    elif mention.unknown:
        what = f"unknown person {mention.unknown}" + (" (not on record in that office)" if mention.reason is Reason.NEVER_HELD else "")
    else:
        what = f"{mention.kind} {mention.status}: {mention.reason}"
    return str(mention.start), f"#{mention.group}" if mention.group else "", what, " ".join(mention.text.split())


def _total(annotation: Annotation) -> str:
    kinds = Counter(mention.kind for mention in annotation.mentions)
    known = sum(mention.entity is not None for mention in annotation.mentions)
    counts = ", ".join(f"{count} of {kind}s" for kind, count in sorted(kinds.items()))
    return f"{len(annotation.mentions)} mentions ({counts}), {known} known" if counts else "nothing found"


def _write_jsonl(documents: Documents, file: TextIO) -> None:
    import json

    for name, annotation in documents:
        source = str(annotation.date_source) if annotation.date_source else None
        for mention in annotation.mentions:
            record = {"document": name, **mention.to_dict(), "date_source": source}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def _write_html(documents: Documents, file: TextIO) -> None:
    for name, annotation in documents:
        file.write(annotation.to_html("" if name == "standard input" else name))


def _write_summary(documents: Documents, file: TextIO) -> None:
    """Write who and what is named how often, in all and in each document."""
    counts: dict[str, Counter[str]] = {}
    labels: dict[str, tuple[str, str]] = {}
    names: list[str] = []
    for name, annotation in documents:
        names.append(name)
        for mention in annotation.mentions:
            if mention.entity:
                counts.setdefault(mention.entity.id, Counter())[name] += 1
                labels[mention.entity.id] = (mention.entity.label("en"), mention.entity.labels.get("zh-Hant", ""))
    order = sorted(counts, key=lambda entity: (-sum(counts[entity].values()), entity))
    for number, name in enumerate(names, 1):
        file.write(f"[{number}] {name}\n")
    several = range(1, len(names) + 1) if len(names) > 1 else ()
    head = ("total", *(f"[{number}]" for number in several), "ID", "English", "Chinese")
    rows = [
        (str(sum(counts[entity].values())), *(str(counts[entity][names[number - 1]] or "-") for number in several), entity, *labels[entity])
        for entity in order
    ]
    file.write("".join(f"{line}\n" for line in columns([head, *rows])))


_WRITERS: dict[str, Callable[[Documents, TextIO], None]] = {"table": _write_table, "jsonl": _write_jsonl, "html": _write_html}
