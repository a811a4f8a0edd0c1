"""`coopterms gazetteer namesakes`: the forms that two people (or offices ...) share, and what tells them apart, as a table or CSV."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from coopterms._data import tables_folder
from coopterms.cli.files import output
from coopterms.cli.overlays import lexicon_of, overlay
from coopterms.cli.tables import write_csv
from coopterms.cli.terminal import columns
from coopterms.gazetteer.schema import read_descriptor
from coopterms.gazetteer.tables import read_package
from coopterms.index.lexicon import Lexicon
from coopterms.index.namesakes import Bearer, Namesakes, namesakes
from coopterms.model import Office, Organisation, Person, Tenure, Term
from coopterms.reading.holding import period

COLUMNS = ("set", "forms", "id", "label_en", "label_zh_hant", "label_zh_hans", "gender", "from", "to", "places", "offices", "told_apart_by")
_MOST = 4
"""How many forms, and how many offices of one person, a table shows; CSV has all."""


def run(options: argparse.Namespace) -> int:
    """Run the command.

    Raises:
        InputError: a folder of tables is missing.
        TableError: a table cannot be used.
    """
    lexicon = lexicon_of(options)
    found = namesakes(lexicon, options.kind, _own_ids(options))
    with output(options.output) as file:
        if options.format == "csv":
            write_csv(file, COLUMNS, _rows(found, lexicon), options.output)
        else:
            file.write("\n".join("".join(f"{line}\n" for line in _card(each, lexicon)) for each in found))
    unclear = sum(not each.apart for each in found)
    told = f"; in {unclear} the tables tell nothing apart" if unclear else ""
    sets = "set" if len(found) == 1 else "sets"
    print(f"{len(found)} {sets} of namesakes{told}", file=sys.stderr)
    return 0


def _own_ids(options: argparse.Namespace) -> set[str] | None:
    """Return the IDs that the user's own tables speak of, or None without such tables."""
    gazetteer = overlay(options)
    if gazetteer is None:
        return None
    ids: set[str] = set()
    for folder in gazetteer.folders:
        for table in read_package(folder, read_descriptor(tables_folder())).tables.values():
            if table.resource.entities or table.resource.name == "names":
                ids.update(row["id"] for row in table.rows)
    return ids


def _rows(found: list[Namesakes], lexicon: Lexicon) -> Iterator[dict[str, str]]:
    for number, each in enumerate(found, 1):
        for bearer in each.bearers:
            labels = bearer.entity.labels
            yield {
                "set": str(number),
                "forms": " | ".join(each.forms),
                "id": bearer.entity.id,
                "label_en": labels.get("en", ""),
                "label_zh_hant": labels.get("zh-Hant", ""),
                "label_zh_hans": labels.get("zh-Hans", ""),
                "gender": bearer.entity.gender if isinstance(bearer.entity, Person) else "",
                "from": bearer.first,
                "to": bearer.last,
                "places": " | ".join(sorted(bearer.places)),
                "offices": " | ".join(f"{name} ({when})" for when, name in _held(bearer, lexicon)),
                "told_apart_by": " | ".join(each.apart),
            }


def _card(each: Namesakes, lexicon: Lexicon) -> list[str]:
    """Write one set for a person to read."""
    more = f" and {len(each.forms) - _MOST} more" if len(each.forms) > _MOST else ""
    lines = [" · ".join(each.forms[:_MOST]) + more]
    for bearer in each.bearers:
        labels = bearer.entity.labels
        chinese = labels.get("zh-Hant") or labels.get("zh-Hans", "")
        about = ", ".join(filter(None, (_facts(bearer, lexicon), *sorted(bearer.places))))
        lines += columns([(labels.get("en", ""), chinese, about, bearer.entity.id)], indent="  ")
        held = _held(bearer, lexicon)
        lines += columns(held[:_MOST], indent="    ")
        if len(held) > _MOST:
            lines.append(f"    and {len(held) - _MOST} more")
    lines.append(f"  told apart by {', '.join(each.apart) if each.apart else 'nothing in the tables'}")
    return lines


def _held(bearer: Bearer, lexicon: Lexicon) -> list[tuple[str, str]]:
    def other(tenure: Tenure) -> str:
        entity = lexicon.entity(tenure.office if isinstance(bearer.entity, Person) else tenure.person)
        name = entity.label("en") if entity else tenure.office
        return name if tenure.capacity == "substantive" else f"{name}, {tenure.capacity}"

    return [(period(tenure), other(tenure)) for tenure in bearer.tenures]


def _facts(bearer: Bearer, lexicon: Lexicon) -> str:
    entity = bearer.entity
    years = f"{entity.valid_from or '…'} to {entity.valid_to or '…'}" if entity.valid_from or entity.valid_to else ""
    match entity:
        case Person():
            return entity.gender
        case Office():
            body = lexicon.entity(entity.organisation)
            return ", ".join(filter(None, (body.label("en") if body else "", years)))
        case Organisation():
            return ", ".join(filter(None, (entity.type, years)))
        case Term():
            return ", ".join(filter(None, (entity.category, years)))
    return years
