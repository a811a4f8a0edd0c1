"""A column of a CSV file: a row in, a row out, in order, with a progress bar when a person is watching."""

from __future__ import annotations

import argparse
import csv
import os
import sys
from collections.abc import Iterator
from typing import IO, Any

from coopterms.cli.files import decode
from coopterms.errors import DateError, InputError
from coopterms.reading.resolver import Resolver
from coopterms.reading.result import Resolution


def resolve_column(options: argparse.Namespace, resolver: Resolver) -> Iterator[tuple[dict[str, str], Resolution]]:
    """Resolve a column.

    Args:
        options: input, column, date_column and on, as on the command line.
        resolver: what resolves.

    Yields:
        Each row as it was read, and its answer.

    Raises:
        InputError: the file, a byte, a column or a row cannot be read.
        DateError: a date is none; the message names the line.
    """
    name = "standard input" if options.input == "-" else options.input
    resolver.lexicon.preload()
    with _open(options.input) as file:
        rows = csv.reader(_lines(file, name))
        try:
            header = next(rows, None)
            if not header:
                raise InputError("the file is empty", name, "its first line must name the columns")
            at = _column(header, options.column, name)
            date_at = _column(header, options.date_column, name) if options.date_column else None
            for row in rows:
                if not row:
                    continue
                if len(row) != len(header):
                    raise InputError(
                        f"line {rows.line_num}: {len(row)} cells where the header has {len(header)}", name,
                        "mend the line, or quote cells that hold commas",
                    )  # fmt: skip
                try:
                    on = row[date_at].strip() if date_at is not None else options.on
                    answer = resolver.resolve(row[at], on)
                except DateError as error:
                    where = f"{name}, line {rows.line_num}, column {options.date_column}" if options.date_column else "--on"
                    raise InputError(error.message, where, error.hint) from error
                yield dict(zip(header, row, strict=True)), answer
        except csv.Error as error:
            raise InputError(f"line {rows.line_num}: {error}", name, "the file is not a CSV file as it stands") from error


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


def _lines(file: IO[bytes], name: str) -> Iterator[str]:
    bar = _progress_bar(file, name)
    for number, line in enumerate(file, 1):
        text = decode(line, name, number)
        yield text.removeprefix("\ufeff") if number == 1 else text
        if bar is not None:
            bar.update(len(line))
    if bar is not None:
        bar.close()


def _progress_bar(file: IO[bytes], name: str) -> Any:
    """Make a progress bar on standard error when that is a terminal, else none."""
    if not sys.stderr.isatty():
        return None
    from tqdm import tqdm

    try:
        total = os.fstat(file.fileno()).st_size or None
    except (OSError, ValueError):
        total = None
    return tqdm(total=total, unit="B", unit_scale=True, desc=os.path.basename(name), leave=False, delay=1.0)
