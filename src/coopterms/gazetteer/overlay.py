"""Overlays: several folders of tables read as one, a later folder's rows taking the place of an earlier one's.

In: folders, the packaged one first. Out: one `Package`. A row takes another's place when they have the same primary key.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from attrs import evolve, frozen

from coopterms.gazetteer.schema import read_descriptor
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
        InputError: there is no such folder.

    >>> load().folders
    ()
    """
    for folder in folders:
        read_package(folder, descriptor={"resources": []})
    return Gazetteer(tuple(os.path.abspath(os.fspath(folder)) for folder in folders))


def load_package(folders: Sequence[str]) -> Package:
    """Read folders as one package.

    Args:
        folders: gazetteer folders, the packaged one first.

    Raises:
        TableError: a table's structure is wrong.
        InputError: a folder is missing.
    """
    base = read_package(folders[0])
    descriptor = read_descriptor(folders[0])
    for folder in folders[1:]:
        base = merge(base, read_package(folder, descriptor))
    return base


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
        for row in (*table.rows, *above.rows):
            rows[row.key(columns) if columns else (str(len(rows)),)] = row
        tables[name] = evolve(table, rows=tuple(rows.values()), text=None)
    return evolve(base, tables=tables)
