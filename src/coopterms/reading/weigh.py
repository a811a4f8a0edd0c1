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
from coopterms.model import Office, Organisation, Person
from coopterms.reading import evidence
from coopterms.reading.holding import NEAR_DAYS, UNRECORDED, Reasons, held_by_another, holding, is_generalist
from coopterms.reading.holding import career as career_of
from coopterms.reading.parse import Parse
from coopterms.reading.weights import WEIGHTS
from coopterms.text.characters import is_han

_ELSEWHERE = {"served-about-then", "served-then", "stand-in-elsewhere"}
"""Reasons that know the person only from other posts."""
EVER = "ever"
"""The capacity of qualifiers that say which of the holders is meant, but not whether he or she still is one: 首任."""
_SHORT_CHINESE_NAME, _COMMON_CHINESE_NAME = 2, 3
_UTTERLY_UNLIKELY = 500.0
"""Log-odds beyond which a probability is nought, and `exp` would overflow."""


@define
class Reading:
    """One way to read a mention.

    Attributes:
        person, office, thing: IDs or None; a thing is an organisation or term.
        capacity: set where there is an office.
        reasons: the evidence.
        weight: the sum of the weights, rivals not counted.
        rivals: what the other readings take from it (zero or less).
        score: the probability that this is the right reading.
    """

    person: str | None
    office: str | None
    thing: str | None
    capacity: str | None
    reasons: Reasons
    weight: float = 0.0
    rivals: float = 0.0
    score: float = 0.0


class Context:
    """What the document has introduced.

    Args:
        ids: IDs of entities.
        lexicon: where they are looked up.
        on: the date; the offices that the people then held count as introduced, too.
        in_document: whether what is not introduced is a stranger, as in a document, or only not told of, as beside a lone mention.

    Attributes:
        key: what two contexts with the same effect share.
        in_document: as above.
        ids: everything introduced, with those offices and the bodies of all offices.
        people: the people.
        offices: IDs of the offices.
        organisations: IDs of the bodies.
    """

    def __init__(self, ids: Collection[str], lexicon: Lexicon, on: str | None, in_document: bool = False) -> None:
        self.key = (tuple(ids), in_document)
        self.in_document = in_document
        entities = [entity for entity in map(lexicon.entity, ids) if entity is not None]
        self.people = [entity for entity in entities if isinstance(entity, Person)]
        self.offices = {entity.id: None for entity in entities if isinstance(entity, Office)}
        for person in self.people:
            for tenure in lexicon.tenures_of(person.id):
                if on is None or abs(tenure.days_off(on)) <= NEAR_DAYS:
                    self.offices[tenure.office] = None
        bodies = [entity.id for entity in entities if entity.kind == "organisation"]
        for office in map(lexicon.entity, self.offices):
            if isinstance(office, Office) and office.organisation:
                bodies.append(office.organisation)
        self.organisations = tuple(dict.fromkeys(bodies))
        self.ids = frozenset(entity.id for entity in entities) | frozenset(self.offices) | frozenset(self.organisations)


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
    common = [*repaired, *[("left-over", text) for text in parse.left_over]]
    if parse.honorifics and parse.spouse:
        common.append(("spouse", "husband or wife of the holder"))
    readings: dict[tuple[str | None, str | None, str | None], Reading] = {}
    # 首任行政長官 held the office once, or holds it still.
    capacities = ("former", "substantive") if parse.capacity == EVER else (parse.capacity or "substantive",)
    for reading in (one for capacity in capacities for one in _Weigher(parse, lexicon, on, context, capacity).readings()):
        reading.reasons += common
        reading.weight = _weight(reading.reasons)
        same = (reading.person, reading.office, reading.thing)
        if same not in readings or readings[same].weight < reading.weight:
            readings[same] = reading
    ordered = list(readings.values())
    if len(ordered) > 1:
        ordered.sort(key=lambda r: (-r.weight, r.person or "", r.office or "", r.thing or ""))
    odds = [exp(min(50.0, reading.weight)) for reading in ordered]
    total = sum(odds)
    for reading, own in zip(ordered, odds, strict=True):
        reading.rivals = -log(1.0 + max(0.0, total - own))
        weight = reading.weight + reading.rivals
        reading.score = 1.0 / (1.0 + exp(-weight)) if weight > -_UTTERLY_UNLIKELY else 0.0
    return ordered


def _weight(reasons: Reasons) -> float:
    return sum([WEIGHTS[name] for name, _ in reasons])


class _Weigher:
    def __init__(self, parse: Parse, lexicon: Lexicon, on: str | None, context: Context, capacity: str) -> None:
        self.parse = parse
        self.lexicon = lexicon
        self.on = on
        self.context = context
        self.capacity = capacity

    def readings(self) -> Iterator[Reading]:
        parse = self.parse
        if parse.titles:
            for office, named in self._titles():
                yield from self._with_people(office, named)
        else:
            if parse.ranks:
                yield from self._ranked()
            yield from self._alone()
        for form in parse.organisations + parse.terms:
            reasons = evidence.thing(form, self.on)
            yield Reading(None, None, form.id, None, reasons + self._introduced(form.id))

    def _introduced(self, *ids: str | None) -> Reasons:
        if not self.context.ids:
            return []
        found = [entity_id for entity_id in ids if entity_id in self.context.ids]
        return [("in-context", ", ".join(filter(None, found)))] if found else []

    def _titles(self) -> list[tuple[Office, Reasons]]:
        """Return the offices that the title may mean, each with the best that can be said of how it is named."""
        best: dict[str, tuple[float, Reasons]] = {}
        for form in self.parse.titles:
            reasons = evidence.title(form, self.on, self.capacity)
            weight = _weight(reasons)
            if form.id not in best or weight > best[form.id][0]:
                best[form.id] = weight, reasons
        found = ((self.lexicon.entity(office), reasons) for office, (_, reasons) in best.items())
        return [(office, reasons) for office, reasons in found if isinstance(office, Office)]

    def _with_people(self, office: Office, named: Reasons) -> Iterator[Reading]:
        """Read a title with each person the name may mean, and with one whom the gazetteer does not know."""
        parse, lexicon, on, capacity = self.parse, self.lexicon, self.on, self.capacity
        base = named
        if parse.bodies:
            base = base + evidence.bodies(lexicon, office, parse.bodies, parse.title)
        if parse.branches:
            base = base + evidence.branches(lexicon, office, parse.branches)
        if parse.echoes:
            base = base + evidence.echoes(office, parse.echoes)
        for name in self._names(office):
            person = lexicon.entity(name.id)
            if not isinstance(person, Person) or (parse.surname and parse.surname not in person.surnames):
                continue
            held = holding(lexicon, person, office, on, capacity)
            stranger = held[0][0] in _ELSEWHERE and self._is_common(name) and not self._might_serve(person, office)
            if stranger and capacity == "acting":
                held = [("no-stand-in", held[0][1])]
            recorded = held[0][0] not in UNRECORDED
            if parse.surname and not recorded:
                continue
            reasons = base + evidence.name(name) + evidence.courtesy(parse.honorifics, person) + held
            if stranger and capacity != "acting":
                reasons.append(("common-name", "on record neither in this body nor in a bureau"))
            if parse.more_titles:
                reasons += self._also_holds(person)
            reasons += [("second-title-unread" if recorded else "left-over", text) for text in parse.unread_titles]
            if recorded:
                reasons += self._introduced(person.id, office.id)
            yield Reading(person.id, office.id, None, capacity, reasons)
        if ("title-without-branch", "") in named and any(form.how != "unbranched" for form in parse.titles):
            return  # whoever is not known to sit in the branch holds the office without one
        reasons = base + [("left-over", "a second title") for _ in (*parse.more_titles, *parse.unread_titles)]
        if parse.name:
            reasons += evidence.unknown_name(lexicon, office, parse.name, parse.people)
            if capacity == "substantive":
                reasons += held_by_another(lexicon, office, None, on)
        else:
            reasons += self._introduced(office.id, office.organisation if parse.ranks else None)
        yield Reading(None, office.id, None, capacity, reasons)

    def _is_common(self, name: Form) -> bool:
        """Say whether many may have a name: a Chinese one of two or three characters, or a romanised one that is not printed whole."""
        if is_han(self.parse.name[0]):
            return len(self.parse.name) <= _COMMON_CHINESE_NAME
        return name.how != "whole"

    def _is_short_chinese(self) -> bool:
        """Say whether the name is of two Chinese characters, which many bear, and which may be parts of other words: 李希望."""
        return len(self.parse.name) == _SHORT_CHINESE_NAME and is_han(self.parse.name[0])

    def _might_serve(self, person: Person, office: Office) -> bool:
        """Say whether a person is on record in the office's own body, or in one whose officers are moved between all bodies."""
        posts = (self.lexicon.entity(tenure.office) for tenure in self.lexicon.tenures_of(person.id))
        held = [post for post in posts if isinstance(post, Office)]
        return any(post.organisation == office.organisation or is_generalist(self.lexicon, post) for post in held)

    def _is_of_rank(self, person: Person) -> bool:
        """Say whether a person then had the rank by which he or she is called: 梁熙議員."""
        called = {form.how for form in self.parse.honorifics} - {""}
        if not called:
            return False
        near = [t for t in self.lexicon.tenures_of(person.id) if self.on is None or abs(t.days_off(self.on)) <= NEAR_DAYS]
        posts = (self.lexicon.entity(tenure.office) for tenure in near)
        return any(isinstance(post, Office) and post.rank in called for post in posts)

    def _names(self, office: Office) -> list[Form]:
        if not self.parse.surname:
            return list(self.parse.people)
        holders = {tenure.person for tenure in self.lexicon.holders_of(office.id)}
        holders.update(person.id for person in self.context.people)
        return [Form("person", holder, "surname") for holder in sorted(holders)]

    def _also_holds(self, person: Person) -> Reasons:
        """Say whether a person holds the further offices that are named, too."""
        reasons: Reasons = []
        for forms in self.parse.more_titles:
            offices = [office for form in forms if isinstance(office := self.lexicon.entity(form.id), Office)]
            held = [o for o in offices if holding(self.lexicon, person, o, self.on, "substantive")[0][0] not in UNRECORDED]
            reasons.append(("also-holds", held[0].label("en")) if held else ("left-over", "a second title"))
        return reasons

    def _ranked(self) -> Iterator[Reading]:
        """Read a bare rank: by the body or the person beside it, by what the document has introduced, or as the only office of it."""
        for office_id in self._offices_of_rank({form.id for form in self.parse.ranks}):
            office = self.lexicon.entity(office_id)
            if isinstance(office, Office):
                how = "alias" if self.parse.bodies else "rank"
                form = Form("office", office.id, how, "", 0, office.valid_from, office.valid_to)
                for reading in self._with_people(office, evidence.title(form, self.on, self.capacity)):
                    if reading.person or self.parse.bodies or self.context.ids:
                        yield reading

    def _offices_of_rank(self, ranks: set[str]) -> list[str]:
        lexicon, found = self.lexicon, dict[str, None]()
        named = [entity_id for _, ids in self.parse.bodies for entity_id in sorted(ids)]
        for organisation in named or self.context.organisations:
            for rank in sorted(ranks):
                found.update(dict.fromkeys(lexicon.offices_at(organisation, rank)))
        if named and len(ranks) == 1 and not found:  # the body may stand right above that of the rank's only office: China's Premier
            only = lexicon.entity(lexicon.only_office_of(*ranks) or "")
            body = lexicon.entity(only.organisation) if isinstance(only, Office) else None
            if only and isinstance(body, Organisation) and body.parent in named:
                found[only.id] = None
        if not named:
            known = list(self.context.offices)
            for form in self.parse.people:
                near = (t for t in lexicon.tenures_of(form.id) if self.on is None or abs(t.days_off(self.on)) <= NEAR_DAYS)
                known += [tenure.office for tenure in near]
            if self.parse.name:
                known += [office for rank in sorted(ranks) if (office := lexicon.only_office_of(rank))]
            for entity in map(lexicon.entity, known):
                if isinstance(entity, Office) and entity.rank in ranks:
                    found[entity.id] = None
        return list(found)

    def _alone(self) -> Iterator[Reading]:
        """Read a name without an office; a surname only as somebody whom the document has introduced."""
        parse = self.parse
        forms = list(parse.people)
        if parse.surname:
            forms = [Form("person", person.id, "surname") for person in self.context.people if parse.surname in person.surnames]
        for form in forms:
            person = self.lexicon.entity(form.id)
            if isinstance(person, Person):
                reasons = evidence.name(form) + evidence.courtesy(parse.honorifics, person)
                introduced = self._introduced(person.id)
                ranked = self._is_of_rank(person)
                if ranked:
                    reasons.append(("rank-agrees", "as the person is called"))
                reasons += career_of(self.lexicon, person, self.on) + introduced
                if form.value == "usual":
                    reasons.append(("usually-meant", ""))
                if self.context.in_document and not introduced:
                    reasons.append(("not-introduced", ""))
                    if self._is_short_chinese() and not ranked:
                        reasons.append(("ordinary-words", "two Chinese characters that nothing introduces"))
                if parse.ranks:
                    reasons.append(("left-over", "a rank that the person did not hold"))
                yield Reading(person.id, None, None, None, reasons)
