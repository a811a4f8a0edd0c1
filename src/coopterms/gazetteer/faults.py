"""What `validate` hands out: one fault of a table, in words a curator who does not program can act on."""

from __future__ import annotations

import datetime

import attrs

from coopterms.errors import TableError, place, sentence
from coopterms.gazetteer.tables import Row, Table


@attrs.frozen(order=True)
class Fault:
    """Something in a table that must be mended. Faults sort by file and line.

    Attributes:
        file: the table's file below the folder of the package.
        line: line number counted from 1; 0 when the whole file is meant.
        column: the column's name, or "" when the whole row is meant.
        message: what is wrong.
        hint: what to do.

    >>> str(Fault("people.csv", 12, "gender", "'x' is not one of male, female", "write one of them"))
    "people.csv, line 12, column gender: 'x' is not one of male, female; write one of them"
    """

    file: str
    line: int
    column: str
    message: str
    hint: str

    def __str__(self) -> str:
        return sentence(place(self.file, self.line, self.column), self.message, self.hint)


def fault_at(table: Table, row: Row, column: str, message: str, hint: str) -> Fault:
    """Make a fault of one row.

    Args:
        table: the table of the row.
        row: the row.
        column: the column's name, or "" for the whole row.
        message: what is wrong.
        hint: what to do.
    """
    return Fault(table.resource.path, row.line, column, message, hint)


def fault_of(error: TableError) -> Fault:
    """Turn an error of reading into a fault.

    >>> fault_of(TableError("people.csv", "the file has no header row")).line
    0
    """
    return Fault(error.table, error.row or 0, error.column or "", error.message, error.hint)


def line_of(row: Row, table: Table | None = None) -> str:
    """Say where another row stands: its line, and its file if a table is given."""
    if not row.line:  # a row that lies under the package, see `validate`
        return "in the packaged tables"
    return f"on line {row.line}" + (f" of {table.resource.path}" if table else "")


def bounds(date: str) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and the last day that a date of any precision can mean.

    Args:
        date: YYYY, YYYY-MM or YYYY-MM-DD.

    Returns:
        The two days, or None if the text is not a date of the calendar.

    >>> [str(day) for day in bounds("2024-02")]
    ['2024-02-01', '2024-02-29']
    >>> bounds("2024-02-30") is None
    True
    """
    try:
        if len(date) == 10:
            day = datetime.date.fromisoformat(date)
            return (day, day) if day.isoformat() == date else None  # and not 2018-W34-5
        if len(date) == 7 and date[4] == "-":
            first = datetime.date.fromisoformat(f"{date}-01")
            following = (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1)
            return first, following - datetime.timedelta(days=1)
        if len(date) == 4:
            return datetime.date.fromisoformat(f"{date}-01-01"), datetime.date.fromisoformat(f"{date}-12-31")
    except (ValueError, OverflowError):
        pass
    return None


@attrs.frozen
class Period:
    """A stretch of days whose ends may be known only roughly: each end as the first and the last day it can be."""

    start: tuple[datetime.date, datetime.date]
    end: tuple[datetime.date, datetime.date]

    def must_overlap(self, other: Period) -> bool:
        """Say whether the two share a day whatever the exact dates are.

        >>> year = Period(bounds("2017"), bounds("2018"))
        >>> year.must_overlap(Period(bounds("2018"), bounds("2020"))), year.must_overlap(year)
        (False, True)
        """
        return self.start[1] <= other.end[0] and other.start[1] <= self.end[0]
