"""Namesakes: the forms of a name that two entities of a kind share, and what tells these entities apart.

In: the compiled gazetteer. Out: one `Namesakes` for each set of entities that share a form, with the forms as they are printed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import combinations

from attrs import frozen

from coopterms.index.lexicon import Lexicon
from coopterms.model import Entity, Office, Organisation, Person, Tenure, Term
from coopterms.text import key

_LAST = "9999"


@frozen
class Bearer:
    """One of the entities that share a form.

    Attributes:
        entity: the entity.
        tenures: the offices it held, or the people who held it, earliest first.
        first, last: from when to when it existed; of a person the first and the last day in any office. Empty where that is unknown,
            and for a person already where one tenure lacks it.
        places: codes of the places where it belongs.
    """

    entity: Entity
    tenures: tuple[Tenure, ...]
    first: str
    last: str
    places: frozenset[str]


@frozen
class Namesakes:
    """Entities that share forms.

    Attributes:
        forms: the forms as printed; other orders and spellings of the same are left out.
        bearers: the entities, by ID.
        apart: what tells every two of them apart; nothing if the tables do not say.
    """

    forms: tuple[str, ...]
    bearers: tuple[Bearer, ...]
    apart: tuple[str, ...]


def namesakes(lexicon: Lexicon, kind: str = "person", among: Collection[str] | None = None) -> list[Namesakes]:
    """Find the entities of a kind that share a form.

    Args:
        lexicon: the compiled gazetteer.
        kind: person, office, organisation or term.
        among: if given, only sets with one of these IDs in them.

    Returns:
        The sets, by their first form.

    >>> from coopterms.index.compiled import compiled_file
    >>> found = namesakes(Lexicon(compiled_file()), among={"person:chan-bernard-pak-li"})
    >>> found[0].forms, found[0].apart
    (('Bernard Chan',), ('whole names', 'characters', 'offices'))
    """
    groups: dict[frozenset[str], list[str]] = {}
    for form_key, forms in lexicon.all_forms().items():
        sharing = frozenset(form.id for form in forms if form.kind == kind)
        if len(sharing) > 1 and (among is None or not sharing.isdisjoint(among)):
            groups.setdefault(sharing, []).append(form_key)
    found = []
    for sharing, keys in groups.items():
        bearers = tuple(_bearer(entity, lexicon) for each in sorted(sharing) if (entity := lexicon.entity(each)) is not None)
        found.append(Namesakes(_printed(keys, bearers, kind), bearers, tell_apart(bearers)))
    return sorted(found, key=lambda each: (each.forms, [bearer.entity.id for bearer in each.bearers]))


def tell_apart(bearers: Iterable[Bearer]) -> tuple[str, ...]:
    """Say in what every two of some entities differ.

    Args:
        bearers: the entities.

    >>> man, woman = (Bearer(Person(f"person:{sex}", gender=sex), (), "", "", frozenset()) for sex in ("male", "female"))
    >>> tell_apart([man, woman])
    ('gender',)
    """
    pairs = list(combinations(bearers, 2))
    return tuple(name for name, differ in _DIFFERENCES if pairs and all(differ(one, other) for one, other in pairs))


def _printed(keys: list[str], bearers: tuple[Bearer, ...], kind: str) -> tuple[str, ...]:
    """Return shared forms as the tables print them; where they print none, such as initials, the keys will do."""
    wanted = set(keys)
    printed: dict[str, str] = {}
    for bearer in bearers:
        for name in bearer.entity.names:
            form_key = key(name.text)
            if form_key in wanted:
                printed.setdefault(form_key, name.text)
    if printed:
        return tuple(sorted(printed.values()))
    spaced = {form_key.replace(" ", ""): form_key for form_key in sorted(keys, key=lambda form_key: form_key.count(" "))}
    return tuple(sorted(form_key.title() if kind == "person" else form_key for form_key in spaced.values()))


def _bearer(entity: Entity, lexicon: Lexicon) -> Bearer:
    if isinstance(entity, Person):
        held = lexicon.tenures_of(entity.id)
        offices = (lexicon.entity(tenure.office) for tenure in held)
        bodies = [lexicon.entity(office.organisation) for office in offices if isinstance(office, Office)]
    else:
        held = lexicon.holders_of(entity.id)
        bodies = [lexicon.entity(entity.organisation)] if isinstance(entity, Office) else [entity]
    places = frozenset(body.jurisdiction for body in bodies if isinstance(body, Organisation) and body.jurisdiction)
    held = tuple(sorted(held, key=lambda tenure: (tenure.start or tenure.last_seen or tenure.end, tenure.office)))
    if not isinstance(entity, Person):
        return Bearer(entity, held, entity.valid_from, entity.valid_to, places)
    starts, ends = [tenure.start for tenure in held], [tenure.end for tenure in held]
    first, last = min(starts) if starts and all(starts) else "", max(ends) if ends and all(ends) else ""
    return Bearer(entity, held, first, last, places)


def _whole_names_differ(one: Bearer, other: Bearer) -> bool:
    """Compare the English labels; one that is part of the other, such as Bernard Chan, does not tell its bearer from the other's."""
    first, second = (set(key(each.entity.labels.get("en", "")).split()) for each in (one, other))
    return not (first <= second or second <= first)


def _chinese_differ(one: Bearer, other: Bearer) -> bool:
    """Compare in any script, for one of the two may have a label in the other script only."""
    first, second = ({key(name.text) for name in each.entity.names if name.language != "en"} for each in (one, other))
    return bool(first and second) and first.isdisjoint(second)


def _genders_differ(one: Bearer, other: Bearer) -> bool:
    genders = {each.entity.gender for each in (one, other) if isinstance(each.entity, Person)}
    return genders == {"male", "female"}


def _years_differ(one: Bearer, other: Bearer) -> bool:
    early, late = sorted((one, other), key=lambda each: (each.first, each.last or _LAST))
    return bool(early.last and late.first) and early.last[:4] < late.first[:4]


def _places_differ(one: Bearer, other: Bearer) -> bool:
    return bool(one.places and other.places) and one.places.isdisjoint(other.places)


def _offices_differ(one: Bearer, other: Bearer) -> bool:
    if not isinstance(one.entity, Person):
        return False
    first, second = ({tenure.office for tenure in each.tenures} for each in (one, other))
    return bool(first and second) and first.isdisjoint(second)


def _kinds_differ(one: Bearer, other: Bearer) -> bool:
    first, second = (_kind(each.entity) for each in (one, other))
    return bool(first and second) and first != second


def _kind(entity: Entity) -> str:
    if isinstance(entity, Organisation):
        return entity.type
    if isinstance(entity, Term):
        return entity.category
    return entity.organisation if isinstance(entity, Office) else ""


_DIFFERENCES = (
    ("whole names", _whole_names_differ),
    ("characters", _chinese_differ),
    ("gender", _genders_differ),
    ("years", _years_differ),
    ("place", _places_differ),
    ("offices", _offices_differ),
    ("kind or body", _kinds_differ),
)
