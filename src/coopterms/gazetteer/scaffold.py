"""Begin tables of one's own: empty tables with their header rows, and a README for a curator who does not program.

What the README says of a column comes from the packaged data package, so the two cannot drift apart. The new folder has no
datapackage.json: an overlay is read with the packaged one, and stays right when that gets new columns.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from coopterms._data import tables_folder
from coopterms.errors import InputError
from coopterms.gazetteer.schema import Field, Resource, read_descriptor, read_resources

README = "README.md"
GUIDE = {
    "organisations": "Begin here. One row for each body: the government, a bureau, a party committee, an association. The class says which "
    "title patterns apply, the stem what they put into titles.",
    "people": "One row for each person who holds or held office. Nothing about anybody beyond public office.",
    "offices": "One row for each post of which you record who held it, or whose title follows no pattern. Its label must be the title as "
    "the patterns write it, if one does.",
    "tenures": "One row for each time that a person held a post, from the first day to the last.",
    "names": "One row for each further name of anything above: abbreviations, short forms, former names.",
    "terms": "One row for each mechanism, programme, document, event or place.",
    "meetings": "One row for each single meeting of a series; the series is a row of terms.",
    "ambiguities": "One row for each form that several entities share on purpose.",
    "redirects": "One row for each ID of yours that was merged into another. IDs are never deleted.",
    "sources": "One row for each web host in your source columns that the packaged tables do not know.",
    "ranks": "Only for a rank that the packaged tables lack: mayor, minister, director-ju ... are there.",
    "branches": "Only for titles with a part in brackets: (Housing).",
    "title_templates": "Only for titles that no packaged class writes: a class of your own, and a pattern for each rank and language.",
}
"""The tables a curator fills, in the order of the work, and what each is for."""

_HEAD = """\
# Our tables

These tables are read on top of the packaged gazetteers of coopterms. Fill those you need and delete the others, if you like; an empty table
does no harm. A row with the ID of a packaged row takes its place; all other rows are added.

1. Write rows, one line each, in the order below. Use an editor that keeps UTF-8. In a spreadsheet import all columns as text, or it will
   spoil dates, and save as CSV in UTF-8.
2. Run `coopterms gazetteer validate . --fix` here. It sorts the rows and names file, line and column of every fault, with what to do.
3. Try it: `coopterms resolve --tables . "a mention, as printed"`. In Python: `coopterms.Resolver(coopterms.load("."))`.
4. Run `coopterms gazetteer namesakes --tables .` to see with whom your people share a name.

Rules for all cells

- An ID is the kind, a colon and a slug of lower-case letters a-z, digits and single hyphens: `person:chan-tai-man`. Put the letters of
  your place in front of the slugs of bodies and offices, so that they never meet those of the packaged tables.
- Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as your source and no more.
- A list is separated by ` | `.
- `source` is the address of a page that shows what the row says, or the word `unverified`; then `confidence` is `low`.
- Leave a cell empty rather than guess: characters from a romanisation, a gender from a name, an end from a successor's start.
"""


def new_folder(folder: str | os.PathLike[str]) -> list[str]:
    """Write empty tables and a README.

    Args:
        folder: where they are to stand; made if it is not there. What stands in it already is left alone.

    Returns:
        The files written, below the folder, in the order of the work.

    Raises:
        InputError: a file of that name exists, or the folder cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as parent:
    ...     new_folder(os.path.join(parent, "mine"))[:3]
    ['README.md', 'entities/organisations.csv', 'entities/people.csv']
    """
    root = os.fspath(folder)
    files = dict(_files())
    if os.path.exists(root) and not os.path.isdir(root):
        raise InputError("is a file, not a folder", root, "name a new folder")
    for path in files:
        if os.path.lexists(os.path.join(root, *path.split("/"))):
            raise InputError(f"{path} exists already", root, "name a new folder; nothing is written over")
    try:
        for path, text in files.items():
            place = os.path.join(root, *path.split("/"))
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "x", encoding="utf-8", newline="") as file:
                file.write(text)
    except OSError as error:
        raise InputError(f"cannot be written ({error.strerror})", root, "choose another place") from error
    return list(files)


def _files() -> Iterator[tuple[str, str]]:
    known = {resource.name: resource for resource in read_resources(read_descriptor(tables_folder()) or {"resources": []})}
    resources = [known[name] for name in GUIDE if name in known]
    yield README, "\n".join([_HEAD, *map(_section, resources)])
    for resource in resources:
        yield resource.path, ",".join(resource.columns) + "\n"


def _section(resource: Resource) -> str:
    lines = [f"## {resource.path}", "", GUIDE[resource.name], "", "| column | what to write | must be filled |", "| --- | --- | --- |"]
    lines += [f"| {field.name} | {_cell(field)} | {'yes' if field.required else ''} |" for field in resource.fields]
    return "\n".join(lines) + "\n"


def _cell(field: Field) -> str:
    parts = [field.title]
    if field.enum:
        parts.append(f"one of {', '.join(field.enum)}")
    elif field.form:
        parts.append(field.form)
    if field.is_list and "separated" not in field.title:
        parts.append("a list")
    return "; ".join(parts).replace("|", "\\|")
