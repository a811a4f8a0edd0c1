"""The canonical form of a table: one text for one content, so that a commit shows changes of data and nothing else.

Rows sorted by the schema's sort columns, columns in the schema's order, quotation marks only where CSV needs them, LF
line ends, no blanks at the ends of cells, list items separated by ` | `; the header comment stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coopterms.gazetteer.schema import Field, split_list
from coopterms.gazetteer.tables import Table

_NEEDS_QUOTES = re.compile(r'[",\r\n]')
_LINE_END = re.compile(r"\r\n?")


def canonical(table: Table) -> str:
    """Write a table in canonical form.

    Args:
        table: the table.

    Returns:
        The text of the whole file.

    >>> from coopterms.gazetteer.schema import read_resources
    >>> from coopterms.gazetteer.tables import Row
    >>> schema = {"fields": [{"name": "id"}, {"name": "note"}], "primaryKey": "id"}
    >>> (resource,) = read_resources({"resources": [{"name": "x", "path": "x.csv", "schema": schema}]})
    >>> rows = (Row(2, ("b", "one, two"), {"id": 0, "note": 1}), Row(3, (" a ", ""), {"id": 0, "note": 1}))
    >>> canonical(Table(resource, rows))
    'id,note\\na,\\nb,"one, two"\\n'
    """
    return "".join(f"{line}\n" for line in _lines(table))


def clean(cell: str, field: Field) -> str:
    """Return a cell as the canonical form has it, before quotation marks.

    Args:
        cell: the text of the cell.
        field: its column.
    """
    if field.is_list:
        cell = " | ".join(split_list(cell))
    return _LINE_END.sub("\n", cell).strip()


def sort_key(cells: Sequence[str], columns: Sequence[str], sort: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return what rows are sorted by: first the sort columns, then the whole row, so that the order is never by chance.

    Args:
        cells: the cleaned cells of a row.
        columns: the names of the columns.
        sort: the columns to sort by.

    >>> sort_key(("b", "a"), ("id", "note"), ("note",))
    (('a',), ('b', 'a'))
    """
    return tuple(cells[columns.index(column)] for column in sort), tuple(cells)


def _lines(table: Table) -> Iterator[str]:
    yield from table.comment
    columns = table.resource.columns
    yield ",".join(map(_quoted, columns))
    fields = table.resource.fields
    rows = [[clean(cell, field) for cell, field in zip(row.cells, fields, strict=True)] for row in table.rows]
    rows.sort(key=lambda cells: sort_key(cells, columns, table.resource.sort))
    for cells in rows:
        # One empty cell alone would be a blank line, which is no row.
        yield ",".join(map(_quoted, cells)) if cells != [""] else '""'


def _quoted(cell: str) -> str:
    if _NEEDS_QUOTES.search(cell):
        return '"' + cell.replace('"', '""') + '"'
    return cell
