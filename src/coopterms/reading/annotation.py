"""What reading a document comes to: mentions with offsets, and findings for an editor; as Python and as JSON."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from attrs import field, frozen

from coopterms.model import Entity, Office, Organisation, Person, Term
from coopterms.reading.result import Reason, Resolution, Status

if TYPE_CHECKING:
    from collections.abc import Iterator


class DateSource(StrEnum):
    """Where the date of a document comes from."""

    GIVEN = "given"
    DATE_LINE = "date-line"
    TEXT = "text"


class FindingKind(StrEnum):
    """What a careful editor would look at again."""

    NOT_IN_FORCE = "title-not-in-force"
    NOT_HELD = "office-not-held"
    NO_STAND_IN = "no-plausible-stand-in"
    TWO_NAMES = "two-names"
    AMBIGUOUS = "ambiguous"


@frozen
class Mention:
    """A mention in a document.

    Attributes:
        start, end: offsets in the document (code points, end exclusive).
        kind: what the span names: person, office, organisation or term.
        group: the number that ties the spans of one person's appointments together; None for a span by itself.
        unknown: the number of a person whom the gazetteer does not know, the same throughout the document; else None.
        resolution: who and what it means; spans of one appointment share it.
    """

    start: int
    end: int
    kind: str
    group: int | None
    unknown: int | None
    resolution: Resolution
    text: str

    @property
    def status(self) -> Status:
        """The outcome for the appointment as a whole."""
        return self.resolution.status

    @property
    def reason(self) -> Reason | None:
        """Why it is not simply resolved."""
        return self.resolution.reason

    @property
    def person(self) -> Person | None:
        """The person, where the mention names one whom the gazetteer knows."""
        return self.resolution.person

    @property
    def office(self) -> Office | None:
        """The office."""
        return self.resolution.office

    @property
    def organisation(self) -> Organisation | None:
        """The organisation."""
        return self.resolution.organisation

    @property
    def term(self) -> Term | None:
        """The term."""
        return self.resolution.term

    @property
    def capacity(self) -> str | None:
        """Substantive, acting, designate or former; None without an office."""
        return self.resolution.capacity

    @property
    def score(self) -> float:
        """The probability that the answer is right."""
        return self.resolution.score

    @property
    def entity(self) -> Entity | None:
        """The entity that this very span names: the office of an office span, the person of a person span."""
        found: Entity | None = getattr(self.resolution, self.kind)
        return found

    def to_dict(self) -> dict[str, object]:
        """Return the mention as one JSON object: that of its resolution, with its place."""
        place = {"start": self.start, "end": self.end, "kind": self.kind, "group": self.group, "unknown": self.unknown}
        return {**self.resolution.to_dict(), "text": self.text, **place}


@frozen
class Finding:
    """Something that a careful editor would look at again; no error.

    Attributes:
        kind: what it is.
        start, end: where in the document.
        text: the words there.
        note: the particulars in words.
    """

    kind: FindingKind
    start: int
    end: int
    text: str
    note: str

    def to_dict(self) -> dict[str, object]:
        """Return the finding as one JSON object."""
        return {"kind": str(self.kind), "start": self.start, "end": self.end, "text": self.text, "note": self.note}


@frozen
class Annotation:
    """A document that has been read.

    Attributes:
        text: the document.
        on: the date it was read at, or None.
        date_source: where that date comes from, or None.
        mentions: in the order of the text; none overlaps another.
        findings: what an editor would look at again, in the order of the text.
        data_version: version of the tables.
    """

    text: str = field(repr=False)
    on: str | None
    date_source: DateSource | None
    mentions: tuple[Mention, ...]
    findings: tuple[Finding, ...] = ()
    data_version: str = ""

    def __iter__(self) -> Iterator[Mention]:
        return iter(self.mentions)

    @property
    def known_people(self) -> int:
        """How many mentions are of people whom the gazetteer knows."""
        return sum(mention.person is not None for mention in self.mentions)

    def to_dict(self) -> dict[str, object]:
        """Return everything but the text as one JSON object."""
        return {
            "on": self.on,
            "date_source": str(self.date_source) if self.date_source else None,
            "mentions": [mention.to_dict() for mention in self.mentions],
            "findings": [finding.to_dict() for finding in self.findings],
            "data_version": self.data_version,
        }

    def to_html(self, title: str = "") -> str:
        """Return the document as one page that needs no network, with a card for each mention.

        Args:
            title: what the page is called; the first line of the document when empty.
        """
        from coopterms.export.html import page

        return page(self, title)
