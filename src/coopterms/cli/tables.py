"""CSV as spreadsheets read it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO


def write_csv(file: TextIO, header: Sequence[str], rows: Iterable[Mapping[str, str]], path: str | None) -> None:
    """Write rows as CSV.

    Args:
        file: where to.
        header: the columns.
        rows: column -> cell.
        path: the name of the file, or None or "-" for standard output; a file gets the mark by which Excel knows UTF-8.
    """
    if path not in (None, "-"):
        file.write("\ufeff")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([row[column] for column in header] for row in rows)
