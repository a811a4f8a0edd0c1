"""The glossary of a Chinese text: its names, titles and terms with the English that Hong Kong used, and a work list of the rest.

In: a text and its date. Out: a `Gloss`. What the tables have is `official`; titles, numbered meetings and dates that no row lists are
`written` by patterns; what may mean several things is `ambiguous` and shows them; what looks like a name, title or term and has no English
is `open`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from attrs import define, field, frozen

from coopterms.bilingual.compose import composed
from coopterms.bilingual.folding import folded_characters
from coopterms.bilingual.items import Place, one_line
from coopterms.bilingual.phrases import phrases
from coopterms.bilingual.sources import Provenance, provenance
from coopterms.bilingual.wording import hong_kong_wordings
from coopterms.bilingual.worklist import Open, work_list
from coopterms.bilingual.write import qualified
from coopterms.model import Entity, Name, Office
from coopterms.names.words import read_rows
from coopterms.reading.annotation import Annotation, Mention
from coopterms.reading.resolver import Resolver
from coopterms.reading.result import Candidate, Status
from coopterms.text import fold, key

COLUMNS = (
    "kind", "id", "chinese", "english", "start", "count", "status", "alternatives", "source", "confidence", "note",
)  # fmt: skip
_OFFERED = ("alias", "short", "abbreviation", "pinyin")
_MOST_REASONS = 3


class Standing(StrEnum):
    """What the English of an entry is worth."""

    OFFICIAL = "official"
    WRITTEN = "written"
    AMBIGUOUS = "ambiguous"
    OPEN = "open"


@frozen
class Choice:
    """One thing that an ambiguous name may mean.

    Attributes:
        id, english: the thing.
        score: its probability.
        why: the reasons for it, in words.
    """

    id: str
    english: str
    score: float
    why: str = ""


@frozen
class Entry:
    """One line of the glossary.

    Attributes:
        kind: person, office, organisation, term, ordinal, date; for the work list also document or name.
        chinese: as the text has it first.
        english: the English, empty where it is open or ambiguous.
        standing: what the English is worth.
        places: where it stands, in order.
        id: the ID of what it means, or empty.
        alternatives: other English that is used.
        choices: what it may mean, where it is ambiguous.
        sources: addresses of pages that show the English.
        confidence: high, medium or low, as the row says.
        note: how the English was made, or why it is on the work list.
    """

    kind: str
    chinese: str
    english: str
    standing: Standing
    places: tuple[Place, ...]
    id: str = ""
    alternatives: tuple[Name, ...] = ()
    choices: tuple[Choice, ...] = ()
    sources: tuple[str, ...] = ()
    confidence: str = ""
    note: str = ""

    @property
    def start(self) -> int:
        """Where it stands first."""
        return self.places[0].start

    def cells(self) -> dict[str, str]:
        """Return the entry as the cells of a row, by column."""
        choices = [f"{choice.english} [{choice.id}]" for choice in self.choices]
        why = [f"{choice.english}: {choice.why}" for choice in self.choices if choice.why]
        others = " | ".join([*choices, *(name.text for name in self.alternatives)])
        note = "; ".join(filter(None, [self.note, *why]))
        values = (
            self.kind, self.id, self.chinese, self.english, str(self.start), str(len(self.places)), str(self.standing),
            others, " | ".join(self.sources), self.confidence, note,
        )  # fmt: skip
        return dict(zip(COLUMNS, values, strict=True))


@frozen
class Gloss:
    """The glossary of a text.

    Attributes:
        annotation: the text as read.
        entries: what has English, or several, in the order of the text.
        open: the work list, in the order of the text.
    """

    annotation: Annotation = field(repr=False)
    entries: tuple[Entry, ...]
    open: tuple[Entry, ...]

    def rows(self) -> list[dict[str, str]]:
        """Return entries and work list as rows of a table, by column (see `COLUMNS`)."""
        return [entry.cells() for entry in (*self.entries, *self.open)]

    def to_html(self, title: str = "") -> str:
        """Return the text with the English over it, on one page that needs no network.

        Args:
            title: what the page is called.
        """
        from coopterms.export.gloss_html import page

        return page(self, title)


def gloss(text: str, on: str | datetime.date | None = None, resolver: Resolver | None = None) -> Gloss:
    """Make the glossary of a Chinese text.

    Args:
        text: the text, of either script.
        on: its date; when None, the one that it says itself, if it does.
        resolver: what reads it; one with the packaged tables when None.

    Raises:
        DateError: `on` is no date.
        InputError: `text` is not text.

    >>> made = gloss("保安局副秘書長出席第四次會議。", on="2018-08-24")
    >>> [(entry.chinese, entry.english, entry.standing.value) for entry in made.entries]
    [('保安局副秘書長', 'Deputy Secretary for Security', 'official'), ('第四次會議', 'Fourth Plenary Session', 'written')]
    """
    resolver = resolver or Resolver()
    return _Maker(resolver, resolver.annotate(text, on)).make()


@define
class _Draft:
    """An entry that is being made."""

    entry: Entry
    places: list[Place] = field(factory=list)


class _Maker:
    def __init__(self, resolver: Resolver, annotation: Annotation) -> None:
        self.resolver = resolver
        self.annotation = annotation
        self.text = annotation.text
        self.folders = resolver.gazetteer.folders if resolver.gazetteer else ()
        self.drafts: dict[tuple[str, ...], _Draft] = {}

    def make(self) -> Gloss:
        made = composed(self.annotation, self.resolver.lexicon)
        used = {(mention.start, mention.end) for found in made for mention in found.mentions}
        for found in made:
            self._add(
                (found.kind, found.english), Entry(found.kind, "", found.english, Standing.WRITTEN, (), note=found.note), found.place
            )  # fmt: skip
        taken = [found.place for found in made]
        named = [
            mention for mention in self.annotation.mentions if (mention.start, mention.end) not in used and not _within(mention, taken)
        ]
        for mention in named:
            self._mention(mention)
        taken += [
            Place(mention.start, mention.end, mention.text)
            for mention in self.annotation.mentions
            if mention.status is not Status.UNRESOLVED
        ]
        for entry, place in self._other_wordings(taken):
            self._add((entry.kind, entry.id, "", entry.english), entry, place)
            taken.append(place)
        for phrase in phrases(self.text):
            place = Place(phrase.start, phrase.end, phrase.text)
            if not _within(place, taken):
                entry = Entry(phrase.kind, "", phrase.english, Standing.WRITTEN, (), alternatives=_aliases(phrase.alternatives))
                self._add((phrase.kind, phrase.english), entry, place)
                taken.append(place)
        for entry, place in self._countries(taken):
            self._add((entry.kind, entry.english), entry, place)
            taken.append(place)
        work = work_list(self.annotation, taken, self.resolver.lexicon)
        return Gloss(self.annotation, tuple(self._finished()), tuple(map(_open_entry, work)))

    def _add(self, what: tuple[str, ...], entry: Entry, place: Place) -> None:
        self.drafts.setdefault(what, _Draft(entry)).places.append(place)

    def _finished(self) -> Iterator[Entry]:
        for draft in sorted(self.drafts.values(), key=lambda draft: min(place.start for place in draft.places)):
            places = sorted(draft.places, key=lambda place: place.start)
            whole = max(places, key=lambda place: len(place.text)) if draft.entry.kind == "person" else places[0]
            entry = draft.entry
            yield Entry(
                entry.kind, one_line(whole.text), entry.english, entry.standing, tuple(places), entry.id, entry.alternatives,
                entry.choices, entry.sources, entry.confidence, entry.note,
            )  # fmt: skip

    def _mention(self, mention: Mention) -> None:
        entity = mention.entity
        place = Place(mention.start, mention.end, mention.text)
        if entity is not None:
            capacity = mention.capacity if isinstance(entity, Office) and not self._plain(mention, entity) else None
            entry = self._entry(entity, capacity)
            if entry.english:
                self._add((mention.kind, entity.id, capacity or ""), entry, place)
        elif mention.resolution.candidates and mention.unknown is None:
            choices = tuple(_choices(mention.resolution.candidates, mention.kind))
            if choices:
                entry = Entry(mention.kind, "", "", Standing.AMBIGUOUS, (), choices=choices, note=(mention.reason or "").replace("-", " "))
                self._add((mention.kind, *(choice.id for choice in choices)), entry, place)

    def _entry(self, entity: Entity, capacity: str | None = None, note: str = "") -> Entry:
        english = entity.labels.get("en", "")
        if english and capacity:
            english = qualified(english, capacity, "en")
        derived = isinstance(entity, Office) and entity.derived
        found: Provenance = provenance(entity, self.folders)
        names = [name for name in entity.names if name.language == "en" and name.kind in _OFFERED and name.text != entity.labels.get("en")]
        notes = [note, "written by a pattern; no row lists it" if derived else "", self._period(entity)]
        standing = Standing.WRITTEN if derived else Standing.OFFICIAL
        told = "; ".join(filter(None, notes))
        return Entry(entity.kind, "", english, standing, (), entity.id, tuple(names), (), found.addresses, found.confidence, told)

    def _period(self, entity: Entity) -> str:
        if entity.exists(self.annotation.on):
            return ""
        return f"existed {entity.valid_from or '…'} to {entity.valid_to or '…'}"

    def _plain(self, mention: Mention, entity: Entity) -> bool:
        """Say whether a title is printed without a qualifier."""
        printed = fold(mention.text, self.resolver.lexicon.articles).key
        return any(form.id == entity.id for form in self.resolver.lexicon.forms([printed]).get(printed, ()))

    def _other_wordings(self, taken: list[Place]) -> Iterator[tuple[Entry, Place]]:
        """Yield terms that the text has in the wording of the Mainland and the tables only in that of Hong Kong."""
        wording = next(hong_kong_wordings(self.text), None)
        if wording is None:
            return
        other, words = wording
        for mention in self.resolver.annotate(other, self.annotation.on).mentions:
            inside = [word for word in words if mention.start <= word[0] and word[1] <= mention.end]
            if not inside or mention.entity is None or mention.kind != "term":
                continue
            start, end = (_original(at, words) for at in (mention.start, mention.end))
            place = Place(start, end, self.text[start:end])
            if not _touches(place, taken):
                yield self._entry(mention.entity, note="the Mainland's wording"), place

    def _countries(self, taken: list[Place]) -> Iterator[tuple[Entry, Place]]:
        """Yield the countries, which are no entities but have rows of their own."""
        folded = folded_characters(self.text)
        for row in read_rows("countries"):
            names = {key(name) for name in (row["label_zh_hant"], row["label_zh_hans"], *row.items_of("forms_zh"))}
            for name in sorted(name for name in names if len(name) > 1 and name in folded):
                for found in re.finditer(re.escape(name), folded):
                    place = Place(found.start(), found.end(), self.text[found.start() : found.end()])
                    if not _touches(place, taken):
                        yield (
                            Entry("term", "", row["label_en"], Standing.OFFICIAL, (), sources=row.items_of("source"), note="country"),
                            place,
                        )


def _aliases(texts: Iterable[str]) -> tuple[Name, ...]:
    return tuple(Name(text, "en") for text in texts)


def _original(at: int, words: Iterable[tuple[int, int, int, int]]) -> int:
    """Return the place in the original of a place in a text with other words put in."""
    shift = 0
    for _, end, _, original_end in words:
        if end <= at:
            shift = original_end - end
    return at + shift


def _choices(candidates: Iterable[Candidate], kind: str) -> Iterator[Choice]:
    seen = set()
    for candidate in candidates:
        entity: Entity | None = getattr(candidate, kind)
        if entity is None or entity.id in seen:
            continue
        seen.add(entity.id)
        told = sorted(candidate.evidence, key=lambda item: -abs(item.weight))[:_MOST_REASONS]
        why = ", ".join(item.name.replace("-", " ") + (f" ({item.note})" if item.note else "") for item in told)
        yield Choice(entity.id, entity.label("en"), candidate.score, why)


def _within(one: Mention | Place, places: Iterable[Place]) -> bool:
    return any(place.start <= one.start and one.end <= place.end for place in places)


def _touches(one: Place, places: Iterable[Place]) -> bool:
    return any(place.start < one.end and one.start < place.end for place in places)


def _open_entry(found: Open) -> Entry:
    chinese, places = one_line(found.places[0].text), tuple(found.places)
    return Entry(found.kind, chinese, "", Standing.OPEN, places, note="; ".join(found.reasons))
