"""The schema of the tables: `datapackage.json` in, a frozen description of every table out.

The descriptor (a Frictionless tabular data package) is the only place where columns, allowed values, patterns, keys and
references stand; our own properties begin with `coopterms:` and are explained in its description.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from typing import Any

import attrs

from coopterms.errors import InputError

DESCRIPTOR = "datapackage.json"

_SEPARATOR = re.compile(r"(?:^|\s+)\|(?=\s|$)")


def split_list(cell: str) -> tuple[str, ...]:
    """Split a list cell into its items, which a `|` between blanks separates.

    Args:
        cell: the text of the cell.

    Returns:
        The items without blanks at their ends; empty ones are left out.

    >>> split_list("Mr | Dr"), split_list("")
    (('Mr', 'Dr'), ())
    """
    if "|" not in cell:
        stripped = cell.strip()
        return (stripped,) if stripped else ()
    return tuple(item for part in _SEPARATOR.split(cell) if (item := part.strip()))


@attrs.frozen
class Reference:
    """Columns of one table that name a row of another by its columns; `resource` is the other table's name."""

    columns: tuple[str, ...]
    resource: str
    targets: tuple[str, ...]


@attrs.frozen
class Field:
    """One column of a table, as the data package describes it.

    Attributes:
        name: the column's name.
        title: what the column holds, in a few words.
        form: how a cell must look, in words, or "".
        required: whether the cell must be filled.
        enum: the values allowed, or () for any.
        pattern: what the whole cell must match, or None.
        is_list, is_date, is_source: how the cell is to be read.
        references: tables (or table.column) that each item of the cell must name a row of.
        acyclic: whether following the references must never lead back.
        script: language of the cell (en, zh-Hant, zh-Hans, or zh for either script), or "".
        script_column: the column that says the language of the cell, or "".
    """

    name: str
    title: str
    form: str
    required: bool
    enum: tuple[str, ...]
    pattern: re.Pattern[str] | None
    is_list: bool
    is_date: bool
    is_source: bool
    references: tuple[str, ...]
    acyclic: bool
    script: str
    script_column: str


@attrs.frozen
class Resource:
    """One table, as the data package describes it.

    Attributes:
        name: the table's name, such as people.
        path: its file below the folder of the package, with `/`.
        fields: its columns in order.
        primary_key: columns whose values no two rows share.
        sort: columns the rows are sorted by.
        foreign_keys: references of single cells or groups of cells; an empty cell refers to nothing.
        periods: pairs of date columns, first and last day.
        entities: the kind of identifier the table defines, or "".
    """

    name: str
    path: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    sort: tuple[str, ...]
    foreign_keys: tuple[Reference, ...]
    periods: tuple[tuple[str, str], ...]
    entities: str

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns in order."""
        return tuple(field.name for field in self.fields)


def read_resources(descriptor: Mapping[str, Any]) -> tuple[Resource, ...]:
    """Return the schema of every table of a data package.

    Args:
        descriptor: the contents of datapackage.json.

    Raises:
        InputError: something every table needs is not there.

    >>> fields = [{"name": "id", "constraints": {"required": True}}, {"name": "note"}]
    >>> schema = {"fields": fields, "primaryKey": "id"}
    >>> read_resources({"resources": [{"name": "people", "path": "people.csv", "schema": schema}]})[0].columns
    ('id', 'note')
    """
    try:
        return tuple(_resource(resource) for resource in descriptor["resources"])
    except (KeyError, TypeError, ValueError, AttributeError, re.error) as error:
        message = f"the description of the tables is broken ({type(error).__name__}: {error})"
        raise InputError(message, DESCRIPTOR, "each resource needs name, path and schema.fields") from error


def read_descriptor(folder: str | os.PathLike[str]) -> dict[str, Any] | None:
    """Read the datapackage.json of a folder.

    Args:
        folder: the folder of the tables.

    Returns:
        Its contents, or None if the folder has none.

    Raises:
        InputError: the file is there and cannot be read.

    >>> read_descriptor("/no/such/folder") is None
    True
    """
    path = os.path.join(folder, DESCRIPTOR)
    if not os.path.exists(path):
        return None
    try:
        with open(path, encoding="utf-8-sig") as file:
            descriptor = json.load(file)
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read as JSON ({error})", path, "restore the file") from error
    if not isinstance(descriptor, dict):
        raise InputError("is not a data package", path, "restore the file")
    return descriptor


def _resource(entry: Mapping[str, Any]) -> Resource:
    schema = entry["schema"]
    key = _names(schema.get("primaryKey", ()))
    return Resource(
        name=entry["name"],
        path=entry["path"],
        fields=tuple(_field(field) for field in schema["fields"]),
        primary_key=key,
        sort=_names(entry.get("coopterms:sort", key)),
        foreign_keys=tuple(
            _reference(each, entry["name"]) for each in (*schema.get("foreignKeys", ()), *entry.get("coopterms:foreignKeys", ()))
        ),
        periods=tuple((first, last) for first, last in entry.get("coopterms:periods", ())),
        entities=entry.get("coopterms:entities", ""),
    )


def _reference(entry: Mapping[str, Any], own: str) -> Reference:
    target = entry["reference"]
    return Reference(_names(entry["fields"]), target["resource"] or own, _names(target["fields"]))


def _field(entry: Mapping[str, Any]) -> Field:
    constraints = entry.get("constraints", {})
    pattern = constraints.get("pattern")
    return Field(
        name=entry["name"],
        title=entry.get("title", entry["name"]),
        form=entry.get("description", ""),
        required=constraints.get("required", False),
        enum=tuple(constraints.get("enum", ())),
        pattern=None if pattern is None else re.compile(pattern),
        is_list=entry.get("coopterms:list", False),
        is_date=entry.get("coopterms:date", False),
        is_source=entry.get("coopterms:source", False),
        references=split_list(entry.get("coopterms:references", "")),
        acyclic=entry.get("coopterms:acyclic", False),
        script=entry.get("coopterms:script", ""),
        script_column=entry.get("coopterms:scriptFrom", ""),
    )


def _names(value: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
