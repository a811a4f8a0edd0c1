"""What a reading comes to: status, reason, entities, evidence; as Python, as JSON, as text for a person."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from attrs import field, frozen

from coopterms.model import Entity, Office, Organisation, Person, Term

_INVISIBLE = 0.005
"""A weight that would be printed as 0.00 is not printed."""


class Status(StrEnum):
    """The four outcomes."""

    RESOLVED = "resolved"
    PARTIAL = "partial"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"


class Reason(StrEnum):
    """Why a mention is not simply resolved."""

    EMPTY = "empty"
    NOTHING_KNOWN = "nothing-known"
    LEFT_OVER = "words-left-over"
    SURNAME_ONLY = "surname-only"
    RANK_ONLY = "rank-only"
    NAMESAKES = "namesakes"
    SEVERAL_MEANINGS = "several-meanings"
    PERSON_UNKNOWN = "person-unknown"
    NOT_IN_FORCE = "title-not-in-force"
    HELD_BY_ANOTHER = "held-by-another"
    NEVER_HELD = "never-held"
    CONTRADICTION = "contradiction"
    OTHER_KIND = "other-kind"
    WEAK = "weak-evidence"


class Evidence(NamedTuple):
    """One reason for or against a reading.

    Attributes:
        name: the name of the reason, from `reading.weights.WEIGHTS`.
        weight: what it adds to the log-odds; negative speaks against.
        note: the particulars, in words.
    """

    name: str
    weight: float
    note: str = ""


@frozen
class Candidate:
    """One reading of a mention.

    Attributes:
        person, office, organisation, term: entities or None.
        capacity: substantive, acting, designate or former; None without an office.
        score: probability that the reading is right.
        evidence: the reasons, whose weights add up to the score's log-odds.
    """

    person: Person | None = None
    office: Office | None = None
    organisation: Organisation | None = None
    term: Term | None = None
    capacity: str | None = None
    score: float = 0.0
    evidence: tuple[Evidence, ...] = field(default=(), repr=False)

    def to_dict(self) -> dict[str, object]:
        """Return the candidate as it stands in JSON."""
        result: dict[str, object] = {
            kind: entity.id
            for kind, entity in (
                ("person", self.person),
                ("office", self.office),
                ("organisation", self.organisation),
                ("term", self.term),
            )
            if entity is not None
        }
        result["score"] = round(self.score, 4)
        return result


@frozen
class Resolution:
    """The answer for one mention.

    Attributes:
        text: the mention.
        on: the date it was read at, or None.
        status: resolved; partial (office known, person not in the gazetteer); ambiguous; unresolved.
        reason: why it is not simply resolved, else None.
        person, office, organisation, term: entities or None.
        capacity: substantive, acting, designate or former; None without an office.
        incumbents: who held the office on that date, when the mention names nobody.
        score: probability that the answer is right; 0 when there is none.
        margin: distance to the runner-up.
        candidates: readings, best first.
        unknown_name: the name as printed of a person whom the gazetteer does not know.
        data_version: version of the tables.
    """

    text: str
    on: str | None
    status: Status
    reason: Reason | None
    person: Person | None = None
    office: Office | None = None
    organisation: Organisation | None = None
    term: Term | None = None
    capacity: str | None = None
    incumbents: tuple[Person, ...] = ()
    score: float = 0.0
    margin: float = 0.0
    candidates: tuple[Candidate, ...] = field(default=(), repr=False)
    unknown_name: str = ""
    data_version: str = ""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The reasons for the best candidate."""
        return self.candidates[0].evidence if self.candidates else ()

    def to_dict(self) -> dict[str, object]:
        """Return the answer as one JSON object; see docs/data-model.md for its fields."""

        def whole(entity: Entity | None) -> dict[str, object] | None:
            return entity.to_dict() if entity is not None else None

        return {
            "text": self.text,
            "on": self.on,
            "status": str(self.status),
            "reason": str(self.reason) if self.reason else None,
            "capacity": self.capacity,
            "score": round(self.score, 4),
            "margin": round(self.margin, 4),
            "person": whole(self.person),
            "office": whole(self.office),
            "organisation": whole(self.organisation),
            "term": whole(self.term),
            "unknown_name": self.unknown_name or None,
            "incumbents": [person.id for person in self.incumbents],
            "evidence": [{"name": item.name, "weight": round(item.weight, 3), "note": item.note} for item in self.evidence],
            "candidates": [candidate.to_dict() for candidate in self.candidates],
            "data_version": self.data_version,
        }

    def explain(self) -> str:
        """Return the answer and its reasons as lines for a person to read.

        The weights of the reasons add up to the log-odds of the score.
        """
        head = f"{self.text!r}" + (f" on {self.on}" if self.on else "")
        lines = [head, f"  {self.status}" + (f" ({self.reason})" if self.reason else "")]
        if self.unknown_name:
            lines.append(f"  not in the gazetteer: {self.unknown_name}")
        for person in self.incumbents:
            lines.append(f"  held then by {person.label('en')} {person.label('zh-Hant')}  {person.id}")
        for number, candidate in enumerate(self.candidates[:5], 1):
            lines.append(f"  {number}. {candidate.score:.3f}  {describe(candidate)}")
            for item in candidate.evidence:
                if abs(item.weight) < _INVISIBLE:
                    continue
                bar = ("+" if item.weight >= 0 else "-") * min(10, max(1, round(abs(item.weight))))
                lines.append(f"       {item.weight:+6.2f} {bar:<10} {item.name}" + (f": {item.note}" if item.note else ""))
            total = sum(item.weight for item in candidate.evidence)
            lines.append(f"       {total:+6.2f} in all, which is a probability of {candidate.score:.3f}")
        return "\n".join(lines)


def describe(candidate: Candidate) -> str:
    """Write a candidate on one line: labels and IDs."""
    parts = []
    if candidate.person:
        parts.append(_named(candidate.person))
    if candidate.office:
        capacity = "" if candidate.capacity == "substantive" else f"{candidate.capacity} "
        parts.append(capacity + _named(candidate.office))
    for entity in (candidate.organisation, candidate.term):
        if entity:
            parts.append(_named(entity))
    return ", ".join(parts) or "nobody and nothing"


def _named(entity: Entity) -> str:
    return " ".join(filter(None, (entity.labels.get("en"), entity.labels.get("zh-Hant"), f"[{entity.id}]")))
