"""Entities of FollowTheMoney, a JSON object a line: who, which body, which post, and who occupied which post when.

Terms are nothing that FollowTheMoney knows; they are left out. Its IDs have no colons: `person:nip-patrick` is `person.nip-patrick` there.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import TextIO

from coopterms.export.glossary import check
from coopterms.model import LANGUAGES, Entity, Office, Organisation, Person, Tenure

SCHEMATA = {
    "association": "Organization",
    "chamber of commerce": "Organization",
    "professional body": "Organization",
    "learned body": "Organization",
    "tertiary institution": "Organization",
    "university": "Organization",
    "R&D centre": "Organization",
    "venue": "Organization",
    "company": "Company",
    "enterprise": "Company",
    "government-controlled company": "Company",
    "government-owned company": "Company",
    "listed company": "Company",
    "public company": "Company",
}
"""The schema of each kind of organisation; a kind that is not listed is a PublicBody."""
PROPERTIES = {
    "label": "name",
    "former": "previousName",
    "short": "weakAlias",
    "abbreviation": "weakAlias",
    "informal": "weakAlias",
    "misspelling": "weakAlias",
}
"""Where each kind of name goes; a kind that is not listed is an alias."""
COUNTRIES = {"hk": "hk", "mo": "mo"}
"""The country of a jurisdiction; every other one is a part of cn."""


def write(sources: Iterable[Entity], file: TextIO, tenures: Iterable[Tenure] = (), languages: Collection[str] = LANGUAGES) -> None:
    """Write FollowTheMoney entities, a JSON object a line.

    Args:
        sources: entities.
        file: where to; open it with `newline=""`.
        tenures: who held which office; those whose person and office are both among the entities are written as well.
        languages: in which languages to write names; an entity without a label in any of them is left out.

    Raises:
        InputError: a name is no text that UTF-8 can hold.

    >>> import sys
    >>> people = [Person("person:lam-carrie", {"en": "Carrie Lam", "zh-Hant": "林鄭月娥"}, gender="female")]
    >>> write(people, sys.stdout)
    {"id": "person.lam-carrie", "schema": "Person", "properties": {"name": ["Carrie Lam", "林鄭月娥"], "gender": ["female"]}}
    """
    chosen = {
        entity.id: entity
        for entity in sources
        if entity.kind != "term" and any(entity.labels.get(language) for language in languages)
    }  # fmt: skip
    for entity in chosen.values():
        schema, facts = _facts(entity, chosen)
        _line(file, _id(entity.id), schema, {**_names(entity, languages), **facts})
    for tenure in tenures:
        if tenure.person in chosen and tenure.office in chosen:
            _line(file, _tenure_id(tenure), "Occupancy", _occupancy(tenure))


def _line(file: TextIO, entity_id: str, schema: str, properties: dict[str, list[str]]) -> None:
    filled = {name: found for name, values in properties.items() if (found := [value for value in values if value])}
    text = json.dumps({"id": entity_id, "schema": schema, "properties": filled}, ensure_ascii=False)
    file.write(check(text, entity_id, "JSON file") + "\n")


def _names(entity: Entity, languages: Collection[str]) -> dict[str, list[str]]:
    """Sort the names of an entity; of the forms that templates write only those of people are worth matching."""
    found: dict[str, list[str]] = {"name": []}
    taken: set[str] = set()
    names = [(text, language, "label") for language, text in entity.labels.items()]
    for text, language, kind in [*names, *entity.names]:
        if language in languages and text not in taken and (kind != "written" or entity.kind == "person"):
            taken.add(text)
            found.setdefault(PROPERTIES.get(kind, "alias"), []).append(text)
    return found


def _facts(entity: Entity, chosen: dict[str, Entity]) -> tuple[str, dict[str, list[str]]]:
    """Return the schema of an entity and what it says beyond names; it refers to nothing that is not written too."""
    match entity:
        case Person():
            return "Person", {"gender": [entity.gender]}
        case Organisation():
            dates = {"incorporationDate": [entity.valid_from], "dissolutionDate": [entity.valid_to]}
            return SCHEMATA.get(entity.type, "PublicBody"), {"jurisdiction": _country(entity), **dates, "legalForm": [entity.type]}
        case Office():
            body = chosen.get(entity.organisation)
            facts = {"inceptionDate": [entity.valid_from], "dissolutionDate": [entity.valid_to]}
            if isinstance(body, Organisation):
                facts.update(organization=[_id(body.id)], country=_country(body))
            return "Position", facts
        case _:
            return "Thing", {}


def _country(body: Organisation) -> list[str]:
    return [COUNTRIES.get(body.jurisdiction, "cn")] if body.jurisdiction else []


def _id(entity_id: str) -> str:
    return entity_id.replace(":", ".")


def _tenure_id(tenure: Tenure) -> str:
    """Name a tenure by what no two tenures share."""
    parts = ("tenure", tenure.person, tenure.office, tenure.start, tenure.capacity)
    return _id(":".join(part for part in parts if part))


def _occupancy(tenure: Tenure) -> dict[str, list[str]]:
    return {
        "holder": [_id(tenure.person)],
        "post": [_id(tenure.office)],
        "startDate": [tenure.start],
        "endDate": [tenure.end],
        "date": [tenure.last_seen],
        "status": ["ended" if tenure.end else ""],
        "summary": ["" if tenure.capacity == "substantive" else tenure.capacity],
    }
