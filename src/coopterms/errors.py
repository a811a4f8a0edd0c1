"""Errors: one base, and a few children that are each also the fitting builtin.

Every message says what is wrong, where it is, and what to do; the parts are kept as attributes, so that a program can
use them too.
"""

from __future__ import annotations

from collections.abc import Iterable


def place(file: str, line: int | None = None, column: str | None = None) -> str:
    """Name a place in a table for a person to find.

    Args:
        file: the table's file, as its reader knows it.
        line: line number counted from 1; None or 0 when the fault is not on one line.
        column: the column's name, if the fault is in one cell.

    Returns:
        The parts that are known, joined by commas.

    >>> place("people.csv", 12, "gender")
    'people.csv, line 12, column gender'
    """
    parts = [file]
    if line:
        parts.append(f"line {line}")
    if column:
        parts.append(f"column {column}")
    return ", ".join(parts)


def sentence(where: str, message: str, hint: str = "") -> str:
    """Put the three parts of a message together: where, what, what to do.

    >>> sentence("people.csv", "the file is empty", "write the header row")
    'people.csv: the file is empty; write the header row'
    """
    return (f"{where}: " if where else "") + message + (f"; {hint}" if hint else "")


class CooptermsError(Exception):
    """Base of every error that coopterms raises on purpose.

    Args:
        message: what is wrong.
        hint: what to do about it.

    >>> str(CooptermsError("the gazetteer is closed", "open it again"))
    'the gazetteer is closed; open it again'
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return sentence("", self.message, self.hint)


class TableError(CooptermsError, ValueError):
    """A table that cannot be read, or a row in it that is wrong.

    Args:
        table: the table's file.
        message: what is wrong.
        row: line number counted from 1, if one line is at fault.
        column: the column's name, if one cell is at fault.
        hint: what to do about it.

    >>> str(TableError("people.csv", "'x' is not one of male, female", 12, "gender", "write one of them"))
    "people.csv, line 12, column gender: 'x' is not one of male, female; write one of them"
    """

    def __init__(self, table: str, message: str, row: int | None = None, column: str | None = None, hint: str = "") -> None:
        super().__init__(message, hint)
        self.args = (table, message, row, column, hint)
        self.table = table
        self.row = row
        self.column = column

    def __str__(self) -> str:
        return sentence(place(self.table, self.row, self.column), self.message, self.hint)


class UnknownIdError(CooptermsError, LookupError):
    """An identifier that no table has.

    Args:
        identifier: what was asked for.
        suggestions: identifiers that look like it, best first.

    >>> str(UnknownIdError("person:chan", ["person:chan-anson"]))
    "there is no 'person:chan'; did you mean person:chan-anson?"
    """

    def __init__(self, identifier: str, suggestions: Iterable[str] = ()) -> None:
        self.identifier = identifier
        self.suggestions = tuple(suggestions)
        guess = f"did you mean {', '.join(self.suggestions)}?" if self.suggestions else ""
        super().__init__(f"there is no {identifier!r}", guess)
        self.args = (identifier, self.suggestions)


class InputError(CooptermsError, ValueError):
    """Something the user gave that cannot be read: a file, a folder, a column, an option.

    Args:
        message: what is wrong.
        where: the file or option, and the line if there is one.
        hint: what to do about it.

    >>> str(InputError("there is no column 'text'", "mentions.csv", "name one of: mention, date"))
    "mentions.csv: there is no column 'text'; name one of: mention, date"
    """

    def __init__(self, message: str, where: str = "", hint: str = "") -> None:
        super().__init__(message, hint)
        self.args = (message, where, hint)
        self.where = where

    def __str__(self) -> str:
        return sentence(self.where, self.message, self.hint)


class DateError(CooptermsError, ValueError):
    """A text that is not a date of the calendar.

    Args:
        text: what was given as a date.
        hint: what to do about it.

    >>> str(DateError("2020-02-30"))
    "'2020-02-30' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"
    """

    def __init__(self, text: str, hint: str = "write YYYY, YYYY-MM or YYYY-MM-DD") -> None:
        super().__init__(f"{text!r} is not a date", hint)
        self.args = (text, hint)
        self.text = text
