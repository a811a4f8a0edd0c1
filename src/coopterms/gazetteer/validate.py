"""Validate the tables: a package in, every fault of it out, each in words a curator who does not program can act on.

Reading finds faults of structure (`tables`); here the rest comes together: single cells (`cells`), references
(`relations`), contradictory facts (`facts`), and the canonical form (`canonical`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from coopterms.errors import InputError, TableError
from coopterms.gazetteer.canonical import canonical, clean, sort_key
from coopterms.gazetteer.cells import cell_faults
from coopterms.gazetteer.facts import FACTS
from coopterms.gazetteer.faults import Fault, fault_at, fault_of
from coopterms.gazetteer.overlay import merge
from coopterms.gazetteer.relations import RELATIONS, duplicate_keys, identifiers_twice
from coopterms.gazetteer.tables import Package, Row, Table, read_package

__all__ = ["Fault", "validate", "validate_folder"]

_FIX = "or let `coopterms gazetteer validate --fix` do it"


def validate(package: Package, base: Package | None = None) -> list[Fault]:
    """Find every fault of the tables that were read.

    Args:
        package: the tables.
        base: the tables underneath if the package is an overlay: its rows may be referred to, and its own faults are
            not told.

    Returns:
        The faults, sorted by file and line; none if the package is in order.

    >>> from coopterms._data import tables_folder
    >>> package = read_package(tables_folder())
    >>> validate(package)
    []
    """
    faults = set(_strays(package))
    for table in package.tables.values():
        faults.update(cell_faults(table))
        faults.update(canonical_faults(table))
    for check in (duplicate_keys, identifiers_twice):
        faults.update(check(package))  # before a row of an overlay takes another's place
    whole = package if base is None else merge(_told_elsewhere(base), package)
    for check in (*RELATIONS, *FACTS):
        faults.update(fault for fault in check(whole) if fault.line)
    return sorted(faults)


def validate_folder(
    folder: str | os.PathLike[str], descriptor: Mapping[str, Any] | None = None, base: Package | None = None
) -> list[Fault]:
    """Read a folder of tables and find every fault.

    Args:
        folder: the folder of the tables.
        descriptor: the data package to use if the folder has none.
        base: as for `validate`.

    Returns:
        The faults, sorted by file and line. Where a table cannot be read as a table, only such faults: with rows
        missing, every reference to them would seem broken.

    Raises:
        InputError: there is no such folder, no description of the tables, or no table in it.
    """
    errors: list[TableError] = []
    package = read_package(folder, descriptor, errors)
    if not errors and not any(table.text is not None for table in package.tables.values()):
        raise InputError("there are no tables", os.fspath(folder), "name a folder with files such as entities/people.csv")
    return sorted(map(fault_of, errors)) if errors else validate(package, base)


def canonical_faults(table: Table) -> Iterator[Fault]:
    """Find what keeps a table from being in canonical form.

    Args:
        table: a table; one without a file has no form.

    Yields:
        One fault for each kind of deviation, and one for each cell with blanks to take out.
    """
    text = table.text
    if text is None or text == (wanted := canonical(table)):
        return
    found = list(_deviations(table, text))
    if not found:
        pairs = zip(text.splitlines(), wanted.splitlines(), strict=False)
        line = next((number for number, (is_, should) in enumerate(pairs, 1) if is_ != should), 0)
        message = "quotation marks, blank lines, the order of the columns or the last line end are not in canonical form"
        found.append(Fault(table.resource.path, line, "", message, f"write the file anew, {_FIX}"))
    yield from found


def _deviations(table: Table, text: str) -> Iterator[Fault]:
    path = table.resource.path
    if text.startswith("\ufeff"):
        yield Fault(path, 1, "", "the file begins with a byte order mark", f"save it as UTF-8 without one, {_FIX}")
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        yield Fault(path, line, "", "the line ends are not LF", f"save the file with Unix line ends, {_FIX}")
    for row in table.rows:
        for cell, field in zip(row.cells, table.resource.fields, strict=True):
            if (should := clean(cell, field)) != cell and "\r" not in cell:
                hint = f"write {should!r}, {_FIX}"
                yield fault_at(table, row, field.name, f"{cell!r} has blanks or separators too many or too few", hint)
    columns, fields = table.resource.columns, table.resource.fields
    previous: tuple[tuple[str, ...], ...] = ()
    for row in table.rows:
        cells = [clean(cell, field) for cell, field in zip(row.cells, fields, strict=True)]
        current = sort_key(cells, columns, table.resource.sort)
        if current < previous:
            sort = ", ".join(table.resource.sort) or "the whole row"
            message = f"the row stands behind its place; rows are sorted by {sort}"
            yield fault_at(table, row, table.resource.sort[0] if table.resource.sort else "", message, f"move it, {_FIX}")
            return
        previous = current


def _told_elsewhere(package: Package) -> Package:
    """Give every row of a package the line 0, by which a fault of it is known not to be the overlay's."""
    tables = {}
    for name, table in package.tables.items():
        positions = {column: position for position, column in enumerate(table.resource.columns)}
        tables[name] = attrs.evolve(table, rows=tuple(Row(0, row.cells, positions) for row in table.rows))
    return attrs.evolve(package, tables=tables)


def _strays(package: Package) -> Iterator[Fault]:
    for path in package.strays:
        yield Fault(path, 0, "", "no table has this file, so nobody reads it", "take it out, or name it as datapackage.json does")
