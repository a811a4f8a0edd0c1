"""Decide: weighed readings in, an answer out, which may be that nobody can say.

An answer is given when its probability passes `ENOUGH`. Where several readings together pass it but none alone, the mention is
ambiguous. Otherwise the strongest objection becomes the reason.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from coopterms.index.lexicon import Lexicon
from coopterms.model import Entity, Office, Organisation, Person, Term
from coopterms.reading.holding import incumbents
from coopterms.reading.parse import Parse
from coopterms.reading.result import Candidate, Evidence, Reason, Resolution, Status
from coopterms.reading.weigh import Reading
from coopterms.reading.weights import WEIGHTS

ENOUGH = 0.7
_SHOWN = 8
_WORTH_SHOWING = 0.02

_OBJECTIONS = {
    "left-over": Reason.LEFT_OVER,
    "other-body": Reason.CONTRADICTION,
    "other-branch": Reason.CONTRADICTION,
    "name-foreign": Reason.CONTRADICTION,
    "still-in-office": Reason.CONTRADICTION,
    "in-office-already": Reason.CONTRADICTION,
    "spouse": Reason.CONTRADICTION,
    "honorific-contradicts": Reason.CONTRADICTION,
    "title-not-in-force": Reason.NOT_IN_FORCE,
    "held-by-another": Reason.HELD_BY_ANOTHER,
    "never-held": Reason.NEVER_HELD,
    "busy-elsewhere": Reason.NEVER_HELD,
    "common-name": Reason.NEVER_HELD,
    "name-of-another": Reason.NEVER_HELD,
    "no-stand-in": Reason.NEVER_HELD,
    "held-long-before-or-after": Reason.NEVER_HELD,
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
    candidates = tuple([_candidate(reading, readings, lexicon) for reading in shown])
    named = bool(parsed.people or parsed.surname or parsed.unknown_name)
    status, reason = _outcome(best, wanted, parsed, named)
    if status not in (Status.RESOLVED, Status.PARTIAL):
        return Resolution(
            text, on, status, reason, candidates=candidates,
            unknown_name=parsed.unknown_name, data_version=lexicon.data_version,
        )  # fmt: skip
    first = candidates[0]
    holders: tuple[Person, ...] = ()
    if first.office and not named and on:
        holders = incumbents(lexicon, first.office.id, on, first.capacity or "substantive")
    unknown = "" if best.person else parsed.name
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
    if not parsed.ranks and not parsed.surname:
        return Reason.NOTHING_KNOWN
    if parsed.left_over:
        return Reason.LEFT_OVER
    return Reason.RANK_ONLY if parsed.ranks else Reason.SURNAME_ONLY


def _outcome(best: Reading, readings: list[Reading], parsed: Parse, named: bool) -> tuple[Status, Reason | None]:
    if best.score >= ENOUGH:
        if named and best.office and not best.person:
            return Status.PARTIAL, Reason.PERSON_UNKNOWN
        return Status.RESOLVED, None
    if sum(reading.score for reading in readings) >= ENOUGH and len(readings) > 1:
        near = [reading for reading in readings if reading.score >= _WORTH_SHOWING]
        if len({reading.person for reading in near} - {None}) > 1:
            return Status.AMBIGUOUS, Reason.NAMESAKES
        # One office, and either the one person known by that name or somebody unknown.
        return Status.AMBIGUOUS, Reason.SEVERAL_MEANINGS if len({(r.office, r.thing) for r in near}) > 1 else Reason.NEVER_HELD
    blamed = best
    if any(name == "name-of-another" for name, _ in best.reasons):
        # What keeps the one of that name from being meant tells more than that nobody else is.
        blamed = next((reading for reading in readings if reading.person), best)
    objections = sorted((WEIGHTS[name], name) for name, _ in blamed.reasons if name in _OBJECTIONS)
    if objections:
        return Status.UNRESOLVED, _OBJECTIONS[objections[0][1]]
    if parsed.surname:
        return Status.UNRESOLVED, Reason.SURNAME_ONLY
    return Status.UNRESOLVED, Reason.WEAK


def _candidate(reading: Reading, readings: list[Reading], lexicon: Lexicon) -> Candidate:
    person, office, thing = _entity(lexicon, reading.person), _entity(lexicon, reading.office), _entity(lexicon, reading.thing)
    return Candidate(
        person if isinstance(person, Person) else None,
        office if isinstance(office, Office) else None,
        thing if isinstance(thing, Organisation) else None,
        thing if isinstance(thing, Term) else None,
        reading.capacity,
        reading.score,
        tuple([_evidence(name, note) for name, note in reading.reasons]) + _rivals(reading, readings, lexicon),
    )


@lru_cache(maxsize=1 << 14)
def _evidence(name: str, note: str) -> Evidence:
    """Make a reason, or find the equal one that was made before: answers are kept by the thousand."""
    return Evidence(name, WEIGHTS[name], note)


def _entity(lexicon: Lexicon, entity_id: str | None) -> Entity | None:
    return lexicon.entity(entity_id) if entity_id else None


def _rivals(reading: Reading, readings: list[Reading], lexicon: Lexicon) -> tuple[Evidence, ...]:
    """Write what the other readings take from one, and which is the strongest of them."""
    if not reading.rivals:
        return ()
    other = next(rival for rival in readings if rival is not reading)
    entity = _entity(lexicon, other.person if other.person != reading.person else other.office or other.thing)
    return (Evidence("rivals", reading.rivals, f"next {entity.label('en')}" if entity else "next somebody unknown"),)
