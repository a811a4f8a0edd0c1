"""Weigh the readings of a parse: which office, which person, in which capacity, at this date.

In: a `Parse`. Out: weighed readings, best first. Office and person are weighed jointly; an office may also go with a person whom the
gazetteer does not know. Readings compete with each other and with "none of these".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from math import exp, log

from attrs import define

from coopterms.index.forms import Form
from coopterms.index.lexicon import Lexicon
from coopterms.model import Office, Person
from coopterms.reading import evidence
from coopterms.reading.evidence import WEIGHTS, Reasons
from coopterms.reading.parse import Parse


@define
class Reading:
    """One way to read a mention.

    Attributes:
        person, office, thing: IDs or None; a thing is an organisation or term.
        capacity: set where there is an office.
        reasons: the evidence.
        weight: the sum of the weights, rivals not counted.
        rivals: what the other readings take from it (zero or less).
    """

    person: str | None
    office: str | None
    thing: str | None
    capacity: str | None
    reasons: Reasons
    weight: float = 0.0
    rivals: float = 0.0

    @property
    def score(self) -> float:
        """The probability that this is the right reading."""
        return 1.0 / (1.0 + exp(-(self.weight + self.rivals)))


class Context:
    """What is known from elsewhere: IDs that the document has introduced."""

    def __init__(self, ids: Collection[str], lexicon: Lexicon) -> None:
        self.ids = frozenset(ids)
        self.people = [person for person in map(lexicon.entity, ids) if isinstance(person, Person)]
        self.offices = [office for office in map(lexicon.entity, ids) if isinstance(office, Office)]
        self.organisations = [entity_id for entity_id in ids if entity_id.startswith("organisation:")]


def weigh(parse: Parse, lexicon: Lexicon, on: str | None, context: Context, repaired: Reasons) -> list[Reading]:
    """Weigh every reading of a mention.

    Args:
        parse: the parts of the mention.
        lexicon: where entities and tenures are looked up.
        on: the date, or None.
        context: what the document has introduced.
        repaired: evidence that words were repaired, if any were.

    Returns:
        The readings, best first, rivals counted.
    """
    readings: dict[tuple[str | None, str | None, str | None], Reading] = {}
    for reading in _readings(parse, lexicon, on, context):
        reading.reasons += repaired
        reading.reasons += [("left-over", text) for text in parse.left_over]
        found = {reading.person, reading.office, reading.thing} & context.ids
        if found:
            reading.reasons.append(("in-context", ", ".join(sorted(filter(None, found)))))
        reading.weight = sum(WEIGHTS[name] for name, _ in reading.reasons)
        same = (reading.person, reading.office, reading.thing)
        if same not in readings or readings[same].weight < reading.weight:
            readings[same] = reading
    ordered = sorted(readings.values(), key=lambda r: (-r.weight, r.person or "", r.office or "", r.thing or ""))
    odds = [exp(min(50.0, reading.weight)) for reading in ordered]
    total = sum(odds)
    for reading, own in zip(ordered, odds, strict=True):
        reading.rivals = -log(1.0 + max(0.0, total - own))
    return ordered


def _readings(parse: Parse, lexicon: Lexicon, on: str | None, context: Context) -> Iterator[Reading]:
    if parse.titles:
        for form in parse.titles:
            office = lexicon.entity(form.id)
            if isinstance(office, Office):
                yield from _with_people(parse, lexicon, on, context, form, office)
    elif parse.ranks:
        yield from _rank_readings(parse, lexicon, on, context)
    if parse.people and not parse.titles:
        for form in parse.people:
            yield from _alone(form, parse, lexicon, on, leaving_rank=bool(parse.ranks))
    if parse.surname and not parse.titles and not parse.ranks:
        for person in context.people:
            if parse.surname in person.surnames:
                yield from _alone(Form("person", person.id, "surname"), parse, lexicon, on)
    for form in parse.organisations + parse.terms:
        yield _thing(form, on)


def _with_people(parse: Parse, lexicon: Lexicon, on: str | None, context: Context, form: Form, office: Office) -> Iterator[Reading]:
    """Read a title with each person the name may mean, and with an unknown one."""
    capacity = parse.capacity or "substantive"
    base = evidence.title(form, office, on, capacity) + evidence.bodies(lexicon, office, parse.bodies)
    base += evidence.branches(office, parse.branches)
    names = list(parse.people)
    if parse.surname:
        holders = {tenure.person for tenure in lexicon.holders_of(office.id)} | {p.id for p in context.people}
        names = [Form("person", holder, "surname") for holder in sorted(holders)]
    named = bool(names or parse.unknown_name)
    for name in names:
        person = lexicon.entity(name.id)
        if not isinstance(person, Person) or (parse.surname and parse.surname not in person.surnames):
            continue
        held = evidence.holding(lexicon, person, office, on, capacity)
        if parse.surname and held[0] in evidence.UNRECORDED | {"no-stand-in"} - {"held-at-another-time"}:
            continue
        reasons = base + evidence.name(name, person) + evidence.courtesy(parse.honorifics, person) + [held]
        if capacity == "substantive" and held[0] in evidence.UNRECORDED:
            reasons = reasons + evidence.held_by_another(lexicon, office, person, on)
        yield Reading(person.id, office.id, None, capacity, reasons)
    reasons = list(base)
    if named:
        reasons.append(("name-unknown", parse.unknown_name or "no such person in the gazetteer held it"))
        if capacity == "substantive":
            reasons += evidence.held_by_another(lexicon, office, None, on)
    yield Reading(None, office.id, None, capacity, reasons)


def _rank_readings(parse: Parse, lexicon: Lexicon, on: str | None, context: Context) -> Iterator[Reading]:
    """Read a bare rank: by the body beside it, by the person beside it, or by what the document has introduced."""
    ranks = {form.id for form in parse.ranks}
    offices: dict[str, None] = {}
    for _, ids in parse.bodies:
        for organisation in sorted(ids):
            for rank in sorted(ranks):
                offices.update(dict.fromkeys(lexicon.offices_at(organisation, rank)))
    people = [person for person in (lexicon.entity(form.id) for form in parse.people) if isinstance(person, Person)]
    known = people + context.people
    if not parse.bodies:
        offices.update((office.id, None) for office in context.offices if office.rank in ranks)
        for organisation in context.organisations:
            for rank in sorted(ranks):
                offices.update(dict.fromkeys(lexicon.offices_at(organisation, rank)))
        for person in known:
            for tenure in lexicon.tenures_of(person.id):
                office = lexicon.entity(tenure.office)
                near = on is None or abs(tenure.days_off(on)) <= evidence.NEAR_DAYS
                if near and isinstance(office, Office) and office.rank in ranks:
                    offices[office.id] = None
    for office_id in offices:
        office = lexicon.entity(office_id)
        if isinstance(office, Office):
            how = "alias" if parse.bodies else "rank"
            form = Form("office", office.id, how, "", 0, office.valid_from, office.valid_to)
            for reading in _with_people(parse, lexicon, on, context, form, office):
                supported = reading.person or parse.bodies or {office.id, office.organisation} & context.ids
                if supported or context.ids:
                    yield reading


def _alone(form: Form, parse: Parse, lexicon: Lexicon, on: str | None, leaving_rank: bool = False) -> Iterator[Reading]:
    """Read a name without an office."""
    person = lexicon.entity(form.id)
    if isinstance(person, Person):
        reasons = evidence.name(form, person) + evidence.courtesy(parse.honorifics, person)
        reasons += evidence.career(lexicon, person, on)
        if leaving_rank:
            reasons.append(("left-over", "the rank"))
        yield Reading(person.id, None, None, None, reasons)


def _thing(form: Form, on: str | None) -> Reading:
    """Read an organisation or a term."""
    abbreviated = form.how in ("abbreviation", "informal")
    reasons: Reasons = [("thing-abbreviated" if abbreviated else "thing-official", form.how)]
    if on and not evidence.in_force(form, on, 0):
        reasons.append(("thing-not-in-force", f"{form.valid_from or '…'} to {form.valid_to or '…'}"))
    return Reading(None, None, form.id, None, reasons)
