"""Align an English and a Chinese text: what does each name, and what of it does the other name, too?

In: two texts that have been read. Out: an `Alignment`, one row for each thing named. Things are paired by ID; posts that no row lists by
the title that the templates write; people whom nobody knows by romanisation; terms by their rows. The texts need not be parallel: nothing
is paired for standing in the same place.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from attrs import field, frozen

from coopterms.bilingual.items import KINDS, Item, Place, items
from coopterms.bilingual.numbers import ordinal_value
from coopterms.bilingual.people import Side, Tie, known_people, same_people
from coopterms.bilingual.series import series_of
from coopterms.bilingual.unknown import shared_numbers
from coopterms.errors import InputError
from coopterms.model import Entity, Office
from coopterms.reading.annotation import Annotation
from coopterms.reading.resolver import Resolver
from coopterms.text.characters import HAN

_Tied: TypeAlias = tuple[Item, Item, str, float]
"""An English and a Chinese item, what pairs them, and how sure that is."""

COLUMNS = (
    "kind", "id", "label_en", "label_zh", "mention_en", "mention_zh", "count_en", "count_zh", "where", "how", "score",
)  # fmt: skip
_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[A-Za-z]+")
_MOSTLY = 0.5
"""The share of Chinese characters among characters and words from which a text counts as Chinese."""
_BEFORE = 60
_ORDINAL = re.compile(r"[\w-]+")
_CLAUSE = re.compile(r"[.;:,\n]\s")
_BY_NAME = 0.9
"""The score of a person whom one text names for sure and the other by a name that several people have."""
_BY_NUMBER = 0.9
"""The score of a meeting that one text numbers apart from the name of its series."""


@frozen
class Pair:
    """One thing that the texts name.

    Attributes:
        kind: person, office, organisation or term.
        id: its ID; empty for a person whom the tables do not know, and for what is ambiguous.
        label_en, label_zh: its labels; of an unknown person the names.
        english, chinese: where either text names it, in order.
        how: what pairs it: id, title, romanisation or term; empty when only one text names it.
        score: how sure the pair is; of a single thing, how sure its reading.
        choices: the IDs that are possible, where it is ambiguous.
    """

    kind: str
    id: str
    label_en: str
    label_zh: str
    english: tuple[Place, ...]
    chinese: tuple[Place, ...]
    how: str
    score: float
    choices: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """Which text names it: both, en or zh."""
        return "both" if self.english and self.chinese else "en" if self.english else "zh"

    def cells(self) -> dict[str, str]:
        """Return the pair as the cells of a row, by column."""
        first = [Item(self.kind, places=list(places)).mention for places in (self.english, self.chinese)]
        values = (
            self.kind, self.id, self.label_en, self.label_zh, *first, str(len(self.english)), str(len(self.chinese)), self.where, self.how,
            f"{self.score:.2f}" if self.score else "",
        )  # fmt: skip
        return dict(zip(COLUMNS, values, strict=True))


@frozen
class Alignment:
    """Two texts side by side.

    Attributes:
        english, chinese: the texts as read; an unknown person has the same number in both.
        pairs: a row for each thing named, by kind and then by place.
    """

    english: Annotation
    chinese: Annotation
    pairs: tuple[Pair, ...] = field(factory=tuple)

    def rows(self) -> list[dict[str, str]]:
        """Return the pairs as rows of a table, by column (see `COLUMNS`)."""
        return [pair.cells() for pair in self.pairs]

    def to_html(self, title: str = "") -> str:
        """Return the texts in two columns, on one page that needs no network.

        Args:
            title: what the page is called.
        """
        from coopterms.export.align_html import page

        return page(self, title)


def align(first: str, second: str, on: str | datetime.date | None = None, resolver: Resolver | None = None) -> Alignment:
    """Align an English and a Chinese text.

    Args:
        first, second: the texts; which one is the Chinese one is seen from its characters.
        on: the date of both; when None, the one that each says itself, and if only one does, that one.
        resolver: what reads them; one with the packaged tables when None.

    Raises:
        DateError: `on` is no date.
        InputError: both texts are in the same language.

    >>> found = align("The Chief Executive, Mrs Carrie Lam, met Mr Chan Tai-man.", "行政長官林鄭月娥與陳大文先生會面。", on="2018-10-24")
    >>> [(pair.id or pair.label_zh, pair.where, pair.how) for pair in found.pairs if pair.kind == "person"]
    [('person:lam-carrie', 'both', 'id'), ('陳大文', 'both', 'romanisation')]
    """
    english, chinese = _sides(first, second)
    resolver = resolver or Resolver()
    read_en, read_zh = resolver.annotate(english, on), resolver.annotate(chinese, on)
    if read_en.on is None and read_zh.on is not None:
        read_en = resolver.annotate(english, read_zh.on)
    elif read_zh.on is None and read_en.on is not None:
        read_zh = resolver.annotate(chinese, read_en.on)
    return align_annotations(read_en, read_zh)


def _sides(first: str, second: str) -> tuple[str, str]:
    """Return the English text and the Chinese one."""
    shares = [_chinese_share(text) for text in (first, second)]
    known = [share for share in shares if share is not None]
    if len(known) > 1 and all(share >= _MOSTLY for share in known):
        raise InputError("both texts are in Chinese", hint="give the English text and the Chinese one")
    if len(known) > 1 and all(share < _MOSTLY for share in known):
        raise InputError("neither text is in Chinese", hint="give the English text and the Chinese one")
    swapped = (shares[0] is not None and shares[0] >= _MOSTLY) or (shares[1] is not None and shares[1] < _MOSTLY)
    return (second, first) if swapped else (first, second)


def _chinese_share(text: str) -> float | None:
    if not isinstance(text, str):
        raise InputError(f"a document must be text, not {type(text).__name__}", hint="decode bytes first")
    han, latin = len(_HAN.findall(text)), len(_LATIN.findall(text))
    return han / (han + latin) if han + latin else None


def align_annotations(english: Annotation, chinese: Annotation) -> Alignment:
    """Align two texts that have been read.

    Args:
        english, chinese: the texts.
    """
    one, other = items(english), items(chinese)
    _settle(one, other)
    _settle(other, one)
    by_id = {(item.kind, item.id): item for item in other if item.id}
    ties = [(item, by_id[item.kind, item.id], _how(item), min(item.score, by_id[item.kind, item.id].score))
            for item in one if item.id and (item.kind, item.id) in by_id]  # fmt: skip
    ties += _same_choices(one, other)
    ties += _meetings(english.text, one, other, ties)
    ties += list(_by_other_names(english, chinese, one, other, ties))
    tied = {id(item) for tie in ties for item in tie[:2]}
    found, introduced = same_people(_side(english, one, tied, "zh-Hant"), _side(chinese, other, tied, "en"))
    ties += [(tie.english, tie.chinese, "romanisation", tie.score) for tie in found]
    tied = {id(item) for tie in ties for item in tie[:2]}
    made = [_pair(item, item2, how, score) for item, item2, how, score in ties]
    made += [_pair(item, None, "", item.score) for item in [*one, *introduced] if id(item) not in tied]
    made += [_pair(None, item, "", item.score) for item in other if id(item) not in tied]
    english, chinese = shared_numbers(english, chinese, _numbers(found))
    return Alignment(english, chinese, tuple(sorted(made, key=_order)))


def _settle(items: list[Item], others: list[Item]) -> None:
    """Decide what is ambiguous in one text where the other names just one of the choices; put it to what its own text names so."""
    known = {(item.kind, item.id): item for item in others if item.id}
    own = {(item.kind, item.id): item for item in items if item.id}
    for item in list(items):
        fitting = [choice for choice in item.choices if (item.kind, choice.id) in known]
        if len(fitting) != 1:
            continue
        item.entity, item.choices = fitting[0], ()
        same = own.get((item.kind, item.id))
        if same is None:
            own[item.kind, item.id] = item
            continue
        same.places = sorted([*same.places, *item.places], key=lambda place: place.start)
        items.remove(item)


def _how(item: Item) -> str:
    if item.kind == "term":
        return "term"
    return "title" if isinstance(item.entity, Office) and item.entity.derived else "id"


def _same_choices(one: list[Item], other: list[Item]) -> Iterator[_Tied]:
    """Yield what is ambiguous in the same way in both texts."""
    by_choices = {(item.kind, frozenset(choice.id for choice in item.choices)): item for item in other if item.choices}
    for item in one:
        same = by_choices.get((item.kind, frozenset(choice.id for choice in item.choices))) if item.choices else None
        if same:
            yield item, same, "term" if item.kind == "term" else "title" if item.kind == "office" else "id", min(item.score, same.score)


def _meetings(text: str, one: list[Item], other: list[Item], ties: list[_Tied]) -> Iterator[_Tied]:
    """Yield meetings that the English text numbers apart from their series: "the third plenary of the Co-operation Conference"."""
    tied = {id(item) for tie in ties for item in tie[:2]}
    series = {item.id: item for item in one if item.kind == "term"}
    for meeting in other:
        belongs = series_of(meeting.id) if meeting.kind == "term" and id(meeting) not in tied else None
        named = series.get(belongs.series) if belongs else None
        if named is None or belongs is None:
            continue
        numbered = [place for place in named.places if belongs.ordinal in _ordinals_before(text, place.start)]
        if numbered:
            rest = [place for place in named.places if place not in numbered]
            if rest or id(named) in tied:
                named.places = rest or named.places
                named = Item("term", meeting.entity, places=numbered)
            else:
                named.entity = meeting.entity
            if named not in one:
                one.append(named)
            yield named, meeting, "term", min(_BY_NUMBER, meeting.score)


def _by_other_names(english: Annotation, chinese: Annotation, one: list[Item], other: list[Item], ties: list[_Tied]) -> Iterator[_Tied]:
    """Yield people whom one text knows for sure and the other names by a name that alone would not do."""
    tied = {id(item) for tie in ties for item in tie[:2]}
    sides = [
        Side(read.text, [item for item in named if item.kind == "person" and item.entity and id(item) not in tied], _taken(read))
        for read, named in ((english, one), (chinese, other))
    ]
    for item, made in known_people(sides[1], sides[0], chinese=False):
        one.append(made)
        yield made, item, "id", min(_BY_NAME, item.score)
    for item, made in known_people(sides[0], sides[1], chinese=True):
        other.append(made)
        yield item, made, "id", min(_BY_NAME, item.score)


def _taken(annotation: Annotation) -> list[Place]:
    return [Place(mention.start, mention.end, mention.text) for mention in annotation.mentions]


def _ordinals_before(text: str, at: int) -> list[int | None]:
    """Return the ordinals that stand in the clause before a place."""
    before = text[max(0, at - _BEFORE) : at]
    clause = _CLAUSE.split(before)[-1]
    return [ordinal_value(word.group()) for word in _ORDINAL.finditer(clause) if not word.group().isdecimal()]


def _side(annotation: Annotation, named: list[Item], tied: set[int], other: str) -> Side:
    """Return a text with the people whom romanisation may pair: the unknown, and those without a label in the other language."""
    people = []
    for item in named:
        if item.kind == "person" and id(item) not in tied and not item.choices and not (item.entity and item.label(other)):
            item.name = item.name or (item.entity.label("zh-Hant" if other == "en" else "en") if item.entity else "")
            people.append(item)
    places = [place for item in named for place in item.places]
    return Side(annotation.text, people, [*_taken(annotation), *places])


def _numbers(ties: Iterable[Tie]) -> dict[int, int]:
    """Return for the numbers of unknown people in the Chinese text the numbers in the English one."""
    return {tie.chinese.unknown: tie.english.unknown for tie in ties if tie.chinese.unknown is not None and tie.english.unknown is not None}


def _pair(one: Item | None, other: Item | None, how: str, score: float) -> Pair:
    item = one or other
    assert item is not None
    entity: Entity | None = next((side.entity for side in (one, other) if side and side.entity), None)

    def label(language: str) -> str:
        if entity:
            return entity.labels.get(language, "")
        return next(filter(None, (side.label(language) for side in (one, other) if side)), "")

    def places(side: Item | None) -> tuple[Place, ...]:
        return tuple(side.places) if side else ()

    choices = tuple(choice.id for choice in item.choices)
    entity_id = entity.id if entity else ""
    return Pair(item.kind, entity_id, label("en"), label("zh-Hant"), places(one), places(other), how, score, choices)


def _order(pair: Pair) -> tuple[int, bool, int, int]:
    english, chinese = (places[0].start if places else 0 for places in (pair.english, pair.chinese))
    return KINDS.index(pair.kind), not pair.english, english, chinese
