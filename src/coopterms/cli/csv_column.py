"""A column of a CSV file: a row in, a row out, in order, with a progress bar when a person is watching."""

from __future__ import annotations

import argparse
import csv
import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from typing import IO, Any

from coopterms.cli.files import decode
from coopterms.errors import DateError, InputError
from coopterms.reading.resolver import Resolver
from coopterms.reading.result import Resolution


def resolve_column(options: argparse.Namespace, resolver: Resolver) -> tuple[list[str], Iterator[tuple[list[str], Resolution]]]:
    """Resolve a column.

    Args:
        options: input, column, date_column and on, as on the command line.
        resolver: what resolves.

    Returns:
        The names of the columns; and each row as it was read, with its answer.

    Raises:
        InputError: the file, a byte, a column or a row cannot be read, or a date is none; rows are only read when they are asked for.
    """
    name = "standard input" if options.input == "-" else options.input
    rows = _rows(options.input, name)
    _, header = next(rows, (0, []))
    if not header:
        raise InputError("the file is empty", name, "its first line must name the columns")
    at = _column(header, options.column, name)
    date_at = _column(header, options.date_column, name) if options.date_column else None
    resolver.lexicon.preload()

    def answers() -> Iterator[tuple[list[str], Resolution]]:
        for line, row in rows:
            row = row or [""] * (len(header) == 1)  # in a table of one column a blank line is an empty cell
            if not row:
                continue
            if len(row) != len(header):
                raise InputError(
                    f"line {line}: {len(row)} cells where the header has {len(header)}", name,
                    "mend the line, or quote cells that hold commas",
                )  # fmt: skip
            try:
                on = row[date_at].strip() if date_at is not None else options.on
                yield row, resolver.resolve(row[at], on)
            except DateError as error:
                where = f"{name}, line {line}, column {options.date_column}" if options.date_column else "--on"
                raise InputError(error.message, where, error.hint) from error

    return header, answers()


def _rows(path: str, name: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(_lines(path, name), strict=True)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        hint = "the file is not a CSV file as it stands; look for quotation marks that are not closed"
        raise InputError(f"line {reader.line_num}: {error}", name, hint) from error


def _open(path: str) -> IO[bytes]:
    if path == "-":
        return sys.stdin.buffer
    try:
        return open(path, "rb")
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", path, "check the name and the permissions") from error


def _column(header: list[str], wanted: str, name: str) -> int:
    if header.count(wanted) == 1:
        return header.index(wanted)
    problem = f"there are {header.count(wanted)} columns" if wanted in header else "there is no column"
    raise InputError(f"{problem} {wanted!r}", name, f"the columns are {', '.join(header)}")


def _lines(path: str, name: str) -> Iterator[str]:
    with _open(path) as file, _progress_bar(file, name) as bar:
        for number, line in enumerate(file, 1):
            text = decode(line, name, number)
            yield text.removeprefix("\ufeff") if number == 1 else text
            if bar is not None:
                bar.update(len(line))


def _progress_bar(file: IO[bytes], name: str) -> Any:
    """Make a progress bar on standard error when that is a terminal, else none."""
    if not sys.stderr.isatty():
        return nullcontext()
    from tqdm import tqdm

    try:
        total = os.fstat(file.fileno()).st_size or None
    except (OSError, ValueError):
        total = None
    return tqdm(total=total, unit="B", unit_scale=True, desc=os.path.basename(name), leave=False, delay=1.0)
