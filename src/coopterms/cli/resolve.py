"""`coopterms resolve`: mentions from arguments, standard input or a CSV column; answers as a table, JSON, JSON lines or CSV."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeAlias

from coopterms.cli.files import output, read_lines
from coopterms.cli.overlays import overlay
from coopterms.cli.terminal import columns, pad, terminal_width, width
from coopterms.errors import InputError
from coopterms.model import Entity
from coopterms.reading.resolver import Resolver
from coopterms.reading.result import Resolution, Status

KINDS = ("person", "office", "organisation", "term")
FIELDS = (
    "status", "reason", "capacity", "score",
    *(f"{kind}{part}" for kind in KINDS for part in ("", "_en", "_zh")),
    "unknown_name", "incumbents", "margin", "data_version",
)  # fmt: skip

Answers: TypeAlias = Iterable[tuple[list[str], Resolution]]
"""Each row as it was read, and its answer."""


def run(options: argparse.Namespace) -> int:
    """Run the command.

    Raises:
        InputError: the options do not fit together, or the input cannot be read.
    """
    _check(options)
    resolver = Resolver(overlay(options))
    header = ["text", "on"]
    answers: Answers
    if options.input is not None:
        from coopterms.cli.csv_column import resolve_column

        header, answers = resolve_column(options, resolver)
    else:
        texts: Iterable[str] = options.text
        if not options.text or options.text == ["-"]:
            if sys.stdin.isatty():
                print("coopterms: type one mention a line, then end the input (Ctrl-D)", file=sys.stderr)
            texts = (line for line in read_lines() if line.strip())
        answers = (([answer.text, answer.on or ""], answer) for answer in (resolver.resolve(text, options.on) for text in texts))
    form = options.format or ("csv" if options.input is not None else "table")
    unresolved = False
    with output(options.output) as file:
        for answer in _WRITERS[form](header, answers, file, options.explain):
            unresolved = unresolved or answer.status is not Status.RESOLVED
    return 1 if unresolved and options.strict else 0


def _check(options: argparse.Namespace) -> None:
    if options.input is None:
        if options.column or options.date_column:
            raise InputError("--column and --date-column need --input", hint="name the CSV file with --input FILE.csv")
    elif options.text:
        raise InputError("mentions and --input were both given", hint="leave one of them out")
    elif not options.column:
        raise InputError("--input needs --column", hint="name the column that holds the mentions")
    elif options.on and options.date_column:
        raise InputError("--on and --date-column were both given", hint="leave one of them out")


def entities(answer: Resolution) -> list[tuple[str, Entity]]:
    """Return the entities of an answer with their kinds."""
    found = ((kind, getattr(answer, kind)) for kind in KINDS)
    return [(kind, entity) for kind, entity in found if entity is not None]


def flat(answer: Resolution) -> dict[str, str]:
    """Return an answer as the cells of a CSV row."""
    cells = dict.fromkeys(FIELDS, "")
    cells.update(
        status=str(answer.status),
        reason=str(answer.reason or ""),
        capacity=answer.capacity or "",
        score=f"{answer.score:.4f}" if answer.score else "",
        unknown_name=answer.unknown_name,
        incumbents=" | ".join(person.id for person in answer.incumbents),
        margin=f"{answer.margin:.4f}" if answer.score else "",
        data_version=answer.data_version,
    )
    for kind, entity in entities(answer):
        cells[kind] = entity.id
        cells[f"{kind}_en"] = entity.labels.get("en", "")
        cells[f"{kind}_zh"] = entity.labels.get("zh-Hant", "")
    return cells


def _write_table(header: list[str], answers: Answers, file: TextIO, explain: bool) -> Iterator[Resolution]:
    resolved = total = 0
    for _, answer in answers:
        if total:
            file.write("\n")
        file.write(answer.explain() if explain else "\n".join(card(answer)))
        file.write("\n")
        total += 1
        resolved += answer.status is Status.RESOLVED
        yield answer
    if total > 1:
        file.write(f"\n{resolved} of {total} resolved\n")


def card(answer: Resolution) -> list[str]:
    """Write an answer for a person to read: the mention, the outcome, and a row for each entity."""
    outcome = str(answer.status) + (f": {answer.reason}" if answer.reason else "")
    if answer.score:
        outcome += f"  {answer.score:.2f}"
    gap = terminal_width() - width(answer.text) - width(outcome)
    lines = [pad(answer.text, width(answer.text) + max(2, gap)) + outcome] if gap >= 2 else [answer.text, f"  {outcome}"]
    rows = []
    for kind, entity in entities(answer):
        name = f"{kind}, {answer.capacity}" if kind == "office" and answer.capacity != "substantive" else kind
        rows.append((name, entity.labels.get("en", ""), entity.labels.get("zh-Hant", ""), entity.id))
    if answer.unknown_name:
        rows.append(("person", answer.unknown_name, "", "not in the gazetteer"))
    for person in answer.incumbents:
        rows.append(("held by", person.label("en"), person.labels.get("zh-Hant", ""), person.id))
    if answer.status is Status.AMBIGUOUS:
        for candidate in answer.candidates:
            shown = [entity for kind in KINDS if (entity := getattr(candidate, kind)) is not None]
            for number, entity in enumerate(shown):
                name = f"or {candidate.score:.2f}" if not number else ""
                rows.append((name, entity.labels.get("en", ""), entity.labels.get("zh-Hant", ""), entity.id))
    return lines + columns(rows, indent="  ")


def _write_json(header: list[str], answers: Answers, file: TextIO, explain: bool) -> Iterator[Resolution]:
    import json

    file.write("[")
    for number, (_, answer) in enumerate(answers):
        file.write(",\n" if number else "\n")
        json.dump(answer.to_dict(), file, ensure_ascii=False, indent=1)
        yield answer
    file.write("\n]\n")


def _write_jsonl(header: list[str], answers: Answers, file: TextIO, explain: bool) -> Iterator[Resolution]:
    import json

    for _, answer in answers:
        file.write(json.dumps(answer.to_dict(), ensure_ascii=False) + "\n")
        yield answer


def _write_csv(header: list[str], answers: Answers, file: TextIO, explain: bool) -> Iterator[Resolution]:
    import csv

    writer = csv.writer(file, lineterminator="\n")
    ours = [f"coopterms_{field}" for field in (*FIELDS, *(["explanation"] if explain else []))]
    for column in ours:
        if column in header:
            raise InputError(f"there is a column {column!r} already", hint="leave it out of the input, or give it another name")
    writer.writerow([*header, *ours])
    for row, answer in answers:
        writer.writerow([*row, *flat(answer).values(), *([answer.explain()] if explain else [])])
        yield answer


_WRITERS = {"table": _write_table, "json": _write_json, "jsonl": _write_jsonl, "csv": _write_csv}
