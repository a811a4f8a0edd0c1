"""Overlays: several folders of tables read as one, a later folder's rows taking the place of an earlier one's.

In: folders, the packaged one first. Out: one `Package`. A row takes another's place when they have the same primary key.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from attrs import evolve, frozen

from coopterms._data import tables_folder
from coopterms.errors import InputError, TableError
from coopterms.gazetteer.relations import broken_foreign_keys, broken_references
from coopterms.gazetteer.schema import Resource, read_descriptor, read_resources
from coopterms.gazetteer.tables import Package, Row, Table, read_package


@frozen
class Gazetteer:
    """The packaged tables with a user's own laid over them; what `coopterms.load` returns.

    Attributes:
        folders: the user's folders, the strongest last; none for the packaged tables alone.
    """

    folders: tuple[str, ...] = ()


def load(*folders: str | os.PathLike[str]) -> Gazetteer:
    """Take a user's folders of tables, to be laid over the packaged ones.

    Args:
        folders: folders with some or all of the tables, the strongest last.

    Returns:
        What `Resolver` takes.

    Raises:
        InputError: there is no such folder, or no table in it.

    >>> load().folders
    ()
    """
    for folder in folders:
        _check_tables(os.fspath(folder))
    return Gazetteer(tuple(os.path.abspath(os.fspath(folder)) for folder in folders))


def load_package(folders: Sequence[str]) -> Package:
    """Read folders as one package.

    Args:
        folders: gazetteer folders, the packaged one first.

    Raises:
        TableError: a table's structure is wrong, or a row of an overlay names a row that is nowhere.
        InputError: a folder is missing.
    """
    base = whole = read_package(folders[0])
    descriptor = read_descriptor(folders[0])
    for folder in folders[1:]:
        whole = merge(whole, read_package(folder, descriptor))
    if len(folders) > 1:
        _check_references(base, whole, folders[1:])
    return whole


def merge(base: Package, overlay: Package) -> Package:
    """Lay one package over another.

    Args:
        base: the tables underneath.
        overlay: the tables on top; a row with a known primary key takes the other's place.
    """
    tables = {}
    for name, table in base.tables.items():
        above = overlay.tables.get(name, Table(table.resource))
        if not above.rows:
            tables[name] = table
            continue
        columns = table.resource.primary_key
        rows: dict[tuple[str, ...], Row] = {}
        for row in (*table.rows, *_seated(above, table.resource)):
            rows[row.key(columns) if columns else (str(len(rows)),)] = row
        tables[name] = evolve(table, rows=tuple(rows.values()), text=None)
    return evolve(base, tables=tables)


def _seated(table: Table, resource: Resource) -> Sequence[Row]:
    """Return an overlay's rows with the columns of the tables underneath, if a datapackage.json of its own names others."""
    if table.resource.columns == resource.columns:
        return table.rows
    positions = {column: position for position, column in enumerate(resource.columns)}
    return [Row(row.line, tuple(row.get(column, "") for column in resource.columns), positions) for row in table.rows]


def _check_tables(folder: str) -> None:
    """Refuse a folder that would change nothing, because its name is wrong or its tables stand elsewhere."""
    read_package(folder, descriptor={"resources": []})
    descriptor = read_descriptor(folder) or read_descriptor(tables_folder()) or {"resources": []}
    if not any(os.path.exists(os.path.join(folder, *resource.path.split("/"))) for resource in read_resources(descriptor)):
        raise InputError("there are no tables", folder, "name a folder with files such as entities/people.csv")


def _check_references(base: Package, whole: Package, overlays: Sequence[str]) -> None:
    """Refuse overlays that name rows that are nowhere; nothing could be compiled of them."""
    for check in (broken_foreign_keys, broken_references):
        known = {(fault.file, fault.message) for fault in check(base)}
        for fault in check(whole):
            if (fault.file, fault.message) in known:
                continue
            paths = [os.path.join(folder, *fault.file.split("/")) for folder in overlays]
            path = next((path for path in reversed(paths) if os.path.exists(path)), fault.file)
            raise TableError(path, fault.message, fault.line, fault.column, fault.hint)
