"""Decide: weighed readings in, an answer out, which may be that nobody can say.

An answer is given when its probability passes `ENOUGH`. Where several readings together pass it but none alone, the mention is
ambiguous. Otherwise the strongest objection becomes the reason.
"""

from __future__ import annotations

from collections.abc import Collection

from coopterms.index.lexicon import Lexicon
from coopterms.model import Entity, Office, Organisation, Person, Term
from coopterms.reading.evidence import NEAR_DAYS, WEIGHTS, Reasons
from coopterms.reading.parse import Parse
from coopterms.reading.result import Candidate, Evidence, Reason, Resolution, Status
from coopterms.reading.weigh import Reading

ENOUGH = 0.7
_SHOWN = 8
_WORTH_SHOWING = 0.02

_OBJECTIONS = {
    "left-over": Reason.LEFT_OVER,
    "other-body": Reason.CONTRADICTION,
    "spouse": Reason.CONTRADICTION,
    "honorific-contradicts": Reason.CONTRADICTION,
    "title-not-in-force": Reason.NOT_IN_FORCE,
    "held-by-another": Reason.HELD_BY_ANOTHER,
    "never-held": Reason.NEVER_HELD,
    "busy-elsewhere": Reason.NEVER_HELD,
    "held-at-another-time": Reason.NEVER_HELD,
    "rank-only": Reason.RANK_ONLY,
}


def decide(
    text: str,
    on: str | None,
    parsed: Parse,
    readings: list[Reading],
    lexicon: Lexicon,
    kinds: Collection[str] | None,
    has_words: bool,
) -> Resolution:
    """Make the answer for a mention.

    Args:
        text: the mention.
        on: its date, or None.
        parsed: its parts.
        readings: from `weigh`, best first.
        lexicon: where entities are looked up.
        kinds: kinds that count, or None for all.
        has_words: whether the text has any words.
    """
    wanted = [reading for reading in readings if kinds is None or _kinds(reading) & set(kinds)]
    if not wanted:
        nothing = _why_nothing(parsed, bool(readings), has_words)
        return Resolution(text, on, Status.UNRESOLVED, nothing, unknown_name=parsed.unknown_name, data_version=lexicon.data_version)
    best = wanted[0]
    margin = best.score - (wanted[1].score if len(wanted) > 1 else 0.0)
    shown = [r for r in wanted[:_SHOWN] if r is best or r.score >= _WORTH_SHOWING]
    candidates = tuple(_candidate(reading, lexicon) for reading in shown)
    named = bool(parsed.people or parsed.surname or parsed.unknown_name)
    status, reason = _outcome(best, wanted, parsed, named)
    if status not in (Status.RESOLVED, Status.PARTIAL):
        return Resolution(
            text, on, status, reason, margin=margin, candidates=candidates,
            unknown_name=parsed.unknown_name, data_version=lexicon.data_version,
        )  # fmt: skip
    first = candidates[0]
    holders: tuple[Person, ...] = ()
    if first.office and not named and on:
        holders = incumbents(lexicon, first.office.id, on, first.capacity or "substantive")
    unknown = "" if best.person else parsed.unknown_name
    return Resolution(
        text, on, status, reason, first.person, first.office, first.organisation, first.term, first.capacity, holders,
        first.score, margin, candidates, unknown, lexicon.data_version,
    )  # fmt: skip


def _kinds(reading: Reading) -> set[str]:
    ids = filter(None, (reading.person, reading.office, reading.thing))
    return {entity_id.partition(":")[0] for entity_id in ids}


def _why_nothing(parsed: Parse, other_kind: bool, has_words: bool) -> Reason:
    if not has_words:
        return Reason.EMPTY
    if other_kind:
        return Reason.OTHER_KIND
    if parsed.ranks:
        return Reason.RANK_ONLY
    if parsed.surname:
        return Reason.SURNAME_ONLY
    return Reason.NOTHING_KNOWN


def _outcome(best: Reading, readings: list[Reading], parsed: Parse, named: bool) -> tuple[Status, Reason | None]:
    if best.score >= ENOUGH:
        if named and best.office and not best.person:
            return Status.PARTIAL, Reason.PERSON_UNKNOWN
        return Status.RESOLVED, None
    if sum(reading.score for reading in readings) >= ENOUGH and len(readings) > 1:
        people = {reading.person for reading in readings if reading.score >= _WORTH_SHOWING}
        return Status.AMBIGUOUS, Reason.NAMESAKES if len(people) > 1 else Reason.SEVERAL_MEANINGS
    objections = sorted((WEIGHTS[name], name) for name, _ in best.reasons if name in _OBJECTIONS)
    if objections:
        return Status.UNRESOLVED, _OBJECTIONS[objections[0][1]]
    if parsed.surname:
        return Status.UNRESOLVED, Reason.SURNAME_ONLY
    return Status.UNRESOLVED, Reason.WEAK


def _candidate(reading: Reading, lexicon: Lexicon) -> Candidate:
    person, office, thing = (_entity(lexicon, entity_id) for entity_id in (reading.person, reading.office, reading.thing))
    return Candidate(
        person if isinstance(person, Person) else None,
        office if isinstance(office, Office) else None,
        thing if isinstance(thing, Organisation) else None,
        thing if isinstance(thing, Term) else None,
        reading.capacity,
        reading.score,
        _written(reading.reasons, reading.rivals),
    )


def _entity(lexicon: Lexicon, entity_id: str | None) -> Entity | None:
    return lexicon.entity(entity_id) if entity_id else None


def _written(reasons: Reasons, rivals: float) -> tuple[Evidence, ...]:
    written = [Evidence(name, WEIGHTS[name], note) for name, note in reasons]
    if rivals < -0.005:
        written.append(Evidence("rivals", rivals, "other readings"))
    elif rivals:
        written.append(Evidence("rivals", rivals))
    return tuple(written)


def incumbents(lexicon: Lexicon, office: str, on: str | None, capacity: str) -> tuple[Person, ...]:
    """Return who held an office on a day.

    Args:
        lexicon: where tenures are looked up.
        office: ID of the office.
        on: the day; nobody is named without one.
        capacity: substantive, acting or designate; nobody is named for former.
    """
    if on is None or capacity == "former":
        return ()
    found: dict[str, Person] = {}
    for tenure in lexicon.holders_of(office):
        surely = tenure.start or (tenure.last_seen and abs(tenure.days_off(on)) <= NEAR_DAYS)
        designated = capacity == "designate" and tenure.start > on and tenure.days_off(on) >= -400
        if designated or (tenure.capacity == capacity and surely and tenure.covers(on)):
            person = lexicon.entity(tenure.person)
            if isinstance(person, Person):
                found[person.id] = person
    return tuple(found.values())
