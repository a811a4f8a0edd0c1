"""Faults between rows: keys, references, circles, merged identifiers, and hosts nobody described.

Every check is one small function from a package to its faults; `RELATIONS` lists them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from coopterms.gazetteer.cells import UNVERIFIED, host_of
from coopterms.gazetteer.faults import Fault, fault_at, line_of
from coopterms.gazetteer.schema import Field
from coopterms.gazetteer.tables import Package, Row, Table


def duplicate_keys(package: Package) -> Iterator[Fault]:
    """Find rows of one table that share their primary key."""
    for table in package.tables.values():
        columns = table.resource.primary_key
        seen: dict[tuple[str, ...], Row] = {}
        for row in table.rows if columns else ():
            first = seen.setdefault(row.key(columns), row)
            if first is not row:
                what = ", ".join(part for part in row.key(columns) if part)
                message = f"{what} already stands {line_of(first)} ({', '.join(columns)} must differ)"
                yield fault_at(table, row, columns[0], message, "merge the two rows, or correct one of them")


def identifiers_twice(package: Package) -> Iterator[Fault]:
    """Find identifiers that two tables define."""
    seen: dict[str, tuple[Row, Table]] = {}
    for table in package.tables.values():
        for row in table.rows if table.resource.entities else ():
            first, where = seen.setdefault(row["id"], (row, table))
            if where is not table:
                message = f"{row['id']} already stands {line_of(first, where)}"
                yield fault_at(table, row, "id", message, "give one of the two another identifier")


def broken_foreign_keys(package: Package) -> Iterator[Fault]:
    """Find single references whose row does not exist; an empty cell refers to nothing."""
    merged = _merged(package)
    for table in package.tables.values():
        for reference in table.resource.foreign_keys:
            targets = {row.key(reference.targets) for row in package.rows(reference.resource)}
            for row in table.rows:
                wanted = row.key(reference.columns)
                if all(wanted) and wanted not in targets:
                    message, hint = _missing(" + ".join(wanted), [reference.resource], package, merged)
                    yield fault_at(table, row, reference.columns[-1], message, hint)


def broken_references(package: Package) -> Iterator[Fault]:
    """Find items of list cells, and references to one of several tables, whose row does not exist."""
    merged = _merged(package)
    for table in package.tables.values():
        for field in table.resource.fields:
            if not field.references:
                continue
            targets = {row[column] for name, column in map(_target, field.references) for row in package.rows(name)}
            for row in table.rows:
                for item in _items(row, field):
                    if item not in targets:
                        names = [name for name, _ in map(_target, field.references)]
                        yield fault_at(table, row, field.name, *_missing(item, names, package, merged))


def circles(package: Package) -> Iterator[Fault]:
    """Find references that lead back to where they start, such as a body that is its own parent's parent."""
    for table in package.tables.values():
        rows = {row["id"]: row for row in table.rows if "id" in row}
        for field in table.resource.fields:
            if not field.acyclic:
                continue
            links = {identifier: _items(row, field) for identifier, row in rows.items()}
            for circle in find_circles(links):
                row = max((rows[identifier] for identifier in circle), key=lambda row: row.line)
                path = " -> ".join([*circle, circle[0]])
                hint = f"take {field.name} out of one of these rows, or correct it"
                yield fault_at(table, row, field.name, f"{field.name} runs in a circle: {path}", hint)


def find_circles(links: dict[str, tuple[str, ...]]) -> list[list[str]]:
    """Find circles in a graph: at least one in each part that has any, and no node in two of them.

    Args:
        links: node -> the nodes it leads to; nodes without an entry lead nowhere.

    Returns:
        The circles, each a list of nodes.

    >>> find_circles({"a": ("b",), "b": ("c", "a"), "c": ()})
    [['a', 'b']]
    """
    remaining = dict(links)
    while leaves := [node for node, following in remaining.items() if not any(each in remaining for each in following)]:
        for node in leaves:
            del remaining[node]
    found: list[list[str]] = []
    visited: set[str] = set()
    for start in remaining:
        path: list[str] = []
        node = start
        while node not in visited:
            visited.add(node)
            path.append(node)
            node = next(each for each in remaining[node] if each in remaining)
        if node in path:
            found.append(path[path.index(node) :])
    return found


def wrong_redirects(package: Package) -> Iterator[Fault]:
    """Find merged identifiers that are still in use."""
    if "redirects" not in package.tables:
        return
    table = package["redirects"]
    living = {row["id"]: (row, other) for other in package.tables.values() if other.resource.entities for row in other.rows}
    for row in table.rows:
        if row["id"] in living:
            message = f"{row['id']} is merged here and still stands {line_of(*living[row['id']])}"
            yield fault_at(table, row, "id", message, "take out one of the two rows")


def unknown_hosts(package: Package) -> Iterator[Fault]:
    """Find web hosts of sources that sources.csv does not describe; each is told once."""
    if "sources" not in package.tables:
        return
    known = {row["host"].lower() for row in package["sources"].rows}
    for table in package.tables.values():
        for field in table.resource.fields:
            for row in table.rows if field.is_source else ():
                for address in row.items_of(field.name):
                    host = host_of(address)
                    if address != UNVERIFIED and host and host not in known:
                        known.add(host)
                        message = f"the host {host} is not in {package['sources'].resource.path}"
                        hint = "add a row for it there: host, publisher, and kind (primary, press or secondary)"
                        yield fault_at(table, row, field.name, message, hint)


RELATIONS = (
    duplicate_keys,
    identifiers_twice,
    broken_foreign_keys,
    broken_references,
    circles,
    wrong_redirects,
    unknown_hosts,
)


def _merged(package: Package) -> dict[str, str]:
    return {row["id"]: row["successor"] for row in package.rows("redirects")}


def _target(reference: str) -> tuple[str, str]:
    name, _, column = reference.partition(".")
    return name, column or "id"


def _items(row: Row, field: Field) -> tuple[str, ...]:
    return row.items_of(field.name) if field.is_list else tuple(filter(None, (row[field.name].strip(),)))


def _missing(wanted: str, tables: list[str], package: Package, merged: dict[str, str]) -> tuple[str, str]:
    if wanted in merged:
        return f"{wanted} was merged into {merged[wanted]}", f"write {merged[wanted]}"
    files = [package[name].resource.path for name in tables if name in package.tables]
    by_kind = {package[name].resource.entities: package[name].resource.path for name in tables if name in package.tables}
    kind = wanted.partition(":")[0]
    if len(files) > 1 and by_kind.get(kind):
        files = [by_kind[kind]]
    return f"{wanted} stands in no row of {' or '.join(files)}", "correct it, or add the row there"


def rows_by(rows: tuple[Row, ...], column: str) -> dict[str, list[Row]]:
    """Group rows by the cell of a column, in the order of the rows."""
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return dict(groups)
