"""English for what no row lists but rows and patterns make up: the next meeting of a known series, a known rank in a known body.

In: a Chinese text that has been read. Out: `Composed` names with their places. A numbered meeting is written as the latest listed one of
its series with the same Chinese pattern is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from coopterms.bilingual.items import Place
from coopterms.bilingual.numbers import chinese_number, ordinal_figures, ordinal_value, ordinal_word
from coopterms.bilingual.phrases import Phrase, phrases
from coopterms.bilingual.series import Meeting, meetings_of
from coopterms.index.lexicon import Lexicon
from coopterms.model import Entity
from coopterms.names.words import read_rows
from coopterms.reading.annotation import Annotation, Mention
from coopterms.text import key

_LONGEST_RANK = 8
_ORDINAL = re.compile(r"[\w-]+")


@frozen
class Composed:
    """A name put together.

    Attributes:
        kind: office or term.
        english: the English.
        place: where it stands.
        mentions: the mentions that it swallows.
        note: how it was made.
    """

    kind: str
    english: str
    place: Place
    mentions: tuple[Mention, ...]
    note: str


def composed(annotation: Annotation, lexicon: Lexicon) -> list[Composed]:
    """Put together the names that no row lists.

    Args:
        annotation: the text that has been read.
        lexicon: the ranks.

    >>> from coopterms import Resolver
    >>> resolver = Resolver()
    >>> [found.english for found in composed(resolver.annotate("粵港合作聯席會議第四十次會議", on="2030-01-01"), resolver.lexicon)]
    ['Fortieth Plenary of the Hong Kong/Guangdong Co-operation Joint Conference']
    """
    found = phrases(annotation.text)
    ordinals = {phrase.start: phrase for phrase in found if phrase.kind == "ordinal"}
    before = {phrase.end: phrase for phrase in found if phrase.kind == "ordinal"}
    made = []
    for mention in annotation.mentions:
        entity = mention.entity
        if entity is None or "en" not in entity.labels:
            continue
        if mention.kind == "term":
            after, ahead = ordinals.get(mention.end), before.get(mention.start)
            if after or ahead:
                made.append(_meeting(annotation.text, mention, entity, after or ahead, ahead=not after))
        elif mention.kind == "organisation":
            made += list(_office(annotation, mention, entity, lexicon))
    return [one for one in made if one is not None]


def _meeting(text: str, mention: Mention, series: Entity, phrase: Phrase | None, ahead: bool) -> Composed | None:
    """Write a numbered meeting of a series: 第三十屆 + 京港洽談會, 粵港合作聯席會議 + 第二十五次會議."""
    meetings = meetings_of(series.id)
    if phrase is None or (not meetings and ahead):
        return None
    start, end = (phrase.start, mention.end) if ahead else (mention.start, phrase.end)
    english = f"{ordinal_word(phrase.number)} {series.labels['en']}" if ahead else f"{phrase.english} of the {series.labels['en']}"
    note = "a numbered meeting that no row lists"
    like = [meeting for meeting in meetings_of() if _numbered(text[start:end], phrase, meeting) == key(meeting.label_zh)]
    like = like or [meeting for meeting in meetings if _numbered(phrase.text, phrase, meeting) in key(meeting.label_zh)]
    for meeting in reversed(like):
        number = next((word for word in _ORDINAL.finditer(meeting.label_en) if ordinal_value(word.group()) == meeting.ordinal), None)
        if number:
            figures = number.group()[0].isdecimal()
            ordinal = ordinal_figures(phrase.number) if figures else ordinal_word(phrase.number)
            english = meeting.label_en[: number.start()] + ordinal + meeting.label_en[number.end() :]
            note = f"written like {meeting.id}"
            break
    return Composed("term", english, Place(start, end, text[start:end]), (mention,), note)


def _numbered(text: str, phrase: Phrase, meeting: Meeting) -> str:
    """Return the key of a text with the number of a meeting in place of the phrase's."""
    return key(text).replace(key(chinese_number(phrase.number)), key(chinese_number(meeting.ordinal)), 1)


@cache
def _rank_labels() -> dict[str, str]:
    return {row["id"]: row["label_en"] for row in read_rows("ranks")}


def _office(annotation: Annotation, mention: Mention, body: Entity, lexicon: Lexicon) -> Iterator[Composed]:
    """Write a known rank in a known body for which no pattern has that rank."""
    text = annotation.text
    taken = min((other.start for other in annotation.mentions if other.start >= mention.end), default=len(text))
    for end in range(min(mention.end + _LONGEST_RANK, taken), mention.end + 1, -1):
        words = key(text[mention.end : end])
        ranks = [form.id for form in lexicon.forms([words]).get(words, ()) if form.kind == "rank"] if words else []
        if ranks:
            english = f"{_rank_labels()[ranks[0]]} of the {body.labels['en']}"
            note = "made of the body and the rank; no row or pattern lists it"
            yield Composed("office", english, Place(mention.start, end, text[mention.start : end]), (mention,), note)
            return
