"""`coopterms show`: everything the gazetteers say of one entity."""

from __future__ import annotations

import argparse

from coopterms.cli.overlays import lexicon_of
from coopterms.cli.terminal import columns
from coopterms.errors import UnknownIdError
from coopterms.index.lexicon import Lexicon
from coopterms.index.search import search
from coopterms.model import Entity, Office, Organisation, Person, Tenure, Term
from coopterms.reading.holding import period


def run(options: argparse.Namespace) -> int:
    """Run the command.

    Raises:
        UnknownIdError: there is no such entity.
    """
    lexicon = lexicon_of(options)
    entity = lexicon.entity(options.id)
    if entity is None:
        slug = options.id.rpartition(":")[2].replace("-", " ")
        raise UnknownIdError(options.id, search(lexicon, slug, limit=3))
    if options.format == "json":
        import json

        print(json.dumps(whole(entity, lexicon), ensure_ascii=False, indent=1))
    else:
        print("\n".join(page(entity, lexicon)))
    return 0


def tenures(entity: Entity, lexicon: Lexicon) -> list[Tenure]:
    """Return the tenures of a person or an office, earliest first."""
    found = lexicon.tenures_of(entity.id) or lexicon.holders_of(entity.id)
    return sorted(found, key=lambda tenure: (tenure.start or tenure.last_seen or tenure.end, tenure.capacity))


def whole(entity: Entity, lexicon: Lexicon) -> dict[str, object]:
    """Return an entity with its tenures as a JSON object."""
    result = entity.to_dict()
    result.update(valid_from=entity.valid_from, valid_to=entity.valid_to, successor=list(entity.successor))
    result["tenures"] = [
        {
            "person": tenure.person,
            "office": tenure.office,
            "from": tenure.start,
            "to": tenure.end,
            "last_seen": tenure.last_seen,
            "capacity": tenure.capacity,
        }
        for tenure in tenures(entity, lexicon)
    ]
    return result


def page(entity: Entity, lexicon: Lexicon) -> list[str]:
    """Write an entity as lines for a person to read."""
    lines = [f"{entity.label('en')}  {entity.labels.get('zh-Hant', '')}  {entity.labels.get('zh-Hans', '')}", entity.id]
    facts: list[tuple[str, str]] = []
    if entity.valid_from or entity.valid_to:
        facts.append(("existed", f"{entity.valid_from or '…'} to {entity.valid_to or '…'}"))
    facts += [("became", _named(lexicon, successor)) for successor in entity.successor]
    if isinstance(entity, Office):
        facts.append(("body", _named(lexicon, entity.organisation)))
        if entity.derived:
            facts.append(("listed", "no; its title is written by a template"))
    elif isinstance(entity, Organisation):
        facts += [("kind", entity.type), ("part of", _named(lexicon, entity.parent))]
    elif isinstance(entity, Term):
        facts.append(("category", entity.category))
    elif isinstance(entity, Person) and entity.gender:
        facts.append(("gender", entity.gender))
    lines += columns([fact for fact in facts if fact[1]], indent="  ")
    other = [name for name in entity.names if name.kind != "label"]
    if other:
        lines += ["", "also written", *columns([(name.language, name.kind, name.text) for name in other], indent="  ")]
    held = tenures(entity, lexicon)
    if held:
        rows = []
        for tenure in held:
            counterpart = tenure.office if tenure.person == entity.id else tenure.person
            capacity = "" if tenure.capacity == "substantive" else tenure.capacity
            rows.append((period(tenure), capacity, _named(lexicon, counterpart)))
        lines += ["", "offices held" if isinstance(entity, Person) else "holders", *columns(rows, indent="  ")]
    return lines


def _named(lexicon: Lexicon, entity_id: str) -> str:
    entity = lexicon.entity(entity_id)
    return f"{entity.label('en')} {entity.labels.get('zh-Hant', '')}  [{entity_id}]" if entity else entity_id
