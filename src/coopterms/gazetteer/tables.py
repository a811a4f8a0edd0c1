"""Read the tables: a folder of CSV files and their data package in, immutable rows with line numbers out.

What a table may hold stands in `datapackage.json` (see `schema`). Reading checks structure only (bytes, header, number
of cells), because compilation must be quick; the rest is the work of `validate`.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from coopterms.errors import InputError, TableError
from coopterms.gazetteer.schema import DESCRIPTOR, Resource, read_descriptor, read_resources, split_list

Report = Callable[[str, int | None, str | None, str], None]
"""Takes a fault of structure: message, line, column, hint."""


class Row(Mapping[str, str]):
    """One row: column -> cell, and the line where it begins. It cannot be changed.

    Attributes:
        line: line number in the file counted from 1; 0 when the row is not from a file.
        cells: the cells in the order of the schema.

    >>> row = Row(2, ("person:tung-chee-hwa", "Mr | Dr"), {"id": 0, "honorific": 1})
    >>> row["id"], row.items_of("honorific")
    ('person:tung-chee-hwa', ('Mr', 'Dr'))
    """

    __slots__ = ("_positions", "cells", "line")

    line: int
    cells: tuple[str, ...]
    _positions: Mapping[str, int]

    def __init__(self, line: int, cells: tuple[str, ...], positions: Mapping[str, int]) -> None:
        # A plain class with slots: attrs.frozen would cost a third of the time of reading.
        put = object.__setattr__
        put(self, "line", line)
        put(self, "cells", cells)
        put(self, "_positions", positions)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a row cannot be changed ({name})")

    def __getitem__(self, column: str) -> str:
        return self.cells[self._positions[column]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._positions)

    def __len__(self) -> int:
        return len(self.cells)

    def __repr__(self) -> str:
        return f"Row(line {self.line}, {dict(self)!r})"

    def items_of(self, column: str) -> tuple[str, ...]:
        """Return the items of a list cell."""
        return split_list(self[column])

    def key(self, columns: tuple[str, ...]) -> tuple[str, ...]:
        """Return the cells of several columns."""
        return tuple(self[column] for column in columns)


@attrs.frozen
class Table:
    """One table that was read.

    Attributes:
        resource: its schema.
        rows: its rows in the order of the file.
        comment: the header comment, line by line, each with its `#`.
        text: the file as it was read, None when there was no file.
    """

    resource: Resource
    rows: tuple[Row, ...] = ()
    comment: tuple[str, ...] = ()
    text: str | None = attrs.field(default=None, repr=False)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@attrs.frozen
class Package:
    """A folder of tables. It has every table of the schema; those without a file are empty.

    Attributes:
        folder: where the tables are.
        version: the version of the data, from the descriptor.
        tables: name -> table, in the order of the schema.
        strays: CSV files in the folder that the schema does not know, so nobody reads them.
    """

    folder: str
    version: str
    tables: Mapping[str, Table]
    strays: tuple[str, ...] = ()

    def __getitem__(self, name: str) -> Table:
        return self.tables[name]

    def rows(self, name: str) -> tuple[Row, ...]:
        """Return the rows of a table; none if the schema has no such table."""
        return self.tables[name].rows if name in self.tables else ()


def read_table(path: str | os.PathLike[str], resource: Resource, faults: list[TableError] | None = None, name: str | None = None) -> Table:
    """Read one table.

    Args:
        path: the CSV file: UTF-8, with or without byte order mark.
        resource: the table's schema.
        faults: if given, faults of structure are put here and what can be read is returned; if None they are raised.
        name: how error messages call the file; its base name when None.

    Returns:
        The table, its columns in the order of the schema.

    Raises:
        TableError: the bytes are not UTF-8, a column is missing, unknown or there twice, a row has too few or too many
            cells, or a quotation mark is never closed.
        OSError: the file cannot be opened.

    >>> fields = [{"name": "id"}, {"name": "note"}]
    >>> (resource,) = read_resources({"resources": [{"name": "x", "path": "x.csv", "schema": {"fields": fields}}]})
    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "x.csv")
    ...     _ = path.write_text("# made by hand\\nid,note\\nperson:a,first\\n")
    ...     table = read_table(path, resource)
    >>> table.rows[0].line, table.rows[0]["note"], table.comment
    (3, 'first', ('# made by hand',))
    """
    name = os.path.basename(path) if name is None else name
    with open(path, "rb") as file:
        data = file.read()

    def report(message: str, line: int | None, column: str | None, hint: str) -> None:
        error = TableError(name, message, line, column, hint)
        if faults is None:
            raise error
        faults.append(error)

    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report(f"byte 0x{data[error.start]:02x} is not UTF-8", line, None, "save the file as UTF-8")
        return Table(resource)
    return _parse(text, resource, report)


def read_package(
    folder: str | os.PathLike[str],
    descriptor: Mapping[str, Any] | None = None,
    faults: list[TableError] | None = None,
) -> Package:
    """Read every table of a folder; it may hold only some of them.

    Args:
        folder: the folder of the tables.
        descriptor: the data package to use if the folder has no datapackage.json of its own.
        faults: as for `read_table`.

    Raises:
        TableError: a table's structure is wrong.
        InputError: there is no such folder, a file cannot be opened, or there is no description of the tables.

    >>> from coopterms._data import tables_folder
    >>> package = read_package(tables_folder())
    >>> package["people"].resource.path
    'entities/people.csv'
    """
    root = os.fspath(folder)
    if not os.path.isdir(root):
        raise InputError("there is no such folder", root, "name a folder that holds the tables")
    own = read_descriptor(root)
    descriptor = descriptor if own is None else own
    if descriptor is None:
        raise InputError(f"there is no {DESCRIPTOR}", root, "copy the one of the packaged gazetteers into the folder")
    tables = {resource.name: _read_or_empty(root, resource, faults) for resource in read_resources(descriptor)}
    known = {table.resource.path for table in tables.values()}
    strays = tuple(path for path in _csv_files(root) if path not in known)
    return Package(root, str(descriptor.get("version", "")), tables, strays)


def _read_or_empty(root: str, resource: Resource, faults: list[TableError] | None) -> Table:
    try:
        return read_table(os.path.join(root, *resource.path.split("/")), resource, faults, resource.path)
    except FileNotFoundError:
        return Table(resource)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", os.path.join(root, resource.path)) from error


def _csv_files(root: str) -> list[str]:
    found = []
    for folder, _, files in os.walk(root):
        paths = (os.path.relpath(os.path.join(folder, file), root) for file in files if file.lower().endswith(".csv"))
        found += [path.replace(os.sep, "/") for path in paths]
    return sorted(found)


def _parse(text: str, resource: Resource, report: Report) -> Table:
    lines = io.StringIO(text.removeprefix("\ufeff"), newline="")
    comment: list[str] = []
    start = 0
    for start, first in enumerate(lines, 1):  # noqa: B007
        if first.startswith("#"):
            comment.append(first.rstrip())
        elif first.strip():
            break
    else:
        report("the file has no header row", None, None, f"write the header row: {','.join(resource.columns)}")
        return Table(resource, (), tuple(comment), text)
    lines.seek(0)
    for _ in range(start - 1):
        next(lines)
    reader = csv.reader(lines, strict=True)
    line = start
    rows: tuple[Row, ...] = ()
    try:
        header = [column.strip() for column in next(reader)]
    except csv.Error as error:
        report(*_quotation(error, line))
    else:
        if _check_header(header, resource, line, report):
            rows = _rows(reader, header, resource, start - 1, report)
    return Table(resource, rows, tuple(comment), text)


def _check_header(header: list[str], resource: Resource, line: int, report: Report) -> bool:
    columns = resource.columns
    hint = f"the header row must be: {','.join(columns)}"
    faults = [(f"there is no column {column}", column) for column in columns if column not in header]
    faults += [(f"column {column!r} does not belong here", column) for column in header if column not in columns]
    faults += [(f"column {column!r} is there twice", column) for column in columns if header.count(column) > 1]
    for message, column in faults:
        report(message, line, column, hint)
    return not faults


def _rows(reader: Any, header: list[str], resource: Resource, offset: int, report: Report) -> tuple[Row, ...]:
    positions = {column: position for position, column in enumerate(resource.columns)}
    order = [header.index(column) for column in resource.columns]
    in_order = order == sorted(order)
    width = len(header)
    rows: list[Row] = []
    line = offset + reader.line_num + 1
    try:
        for cells in reader:
            if len(cells) == width:
                rows.append(Row(line, tuple(cells) if in_order else tuple([cells[at] for at in order]), positions))
            elif cells:  # a line with nothing on it is no row
                message = f"the row has {len(cells)} cells and the header {width}"
                report(message, line, None, 'a cell that holds a comma must stand in "double quotes"')
            line = offset + reader.line_num + 1
    except csv.Error as error:
        report(*_quotation(error, line))
    return tuple(rows)


def _quotation(error: csv.Error, line: int) -> tuple[str, int, None, str]:
    hint = 'look for a " that is not closed on this line; a " inside a cell is written twice'
    return (f"the quotation marks are not in order ({error})", line, None, hint)
