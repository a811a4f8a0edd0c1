"""Unknown people of two texts: which English name is which Chinese one?

In: the items of two texts that have no counterpart yet. Out: pairs. First people in the same post, of which each text names one, if the
names do not contradict; then names that agree by sound, one to one and with a margin; then a name of one text looked for in the other,
where reading took it for no name. A surname alone never decides without the post.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from coopterms.bilingual.folding import folded_characters
from coopterms.bilingual.items import Item, Place
from coopterms.names import compare, pairs
from coopterms.names.words import name_tables, read_rows
from coopterms.text import fold, key
from coopterms.text.characters import is_han

_BY_POST = 0.7
"""The score of two names that the post ties together although the names alone do not decide."""
_MOST_WORDS = 5
_LONGEST_HONORIFIC = 12
_SHORT = 2
"""Characters of a Chinese name that is found in running text only where no other character could belong to it."""
_CAPITALISED = re.compile(r"[A-Z][^\W\d_]*(?:[-'’][^\W\d_]+)*\.?")
_HYPHENATED = re.compile(r"(?<![\w-])([A-Z][a-z]+) ([A-Z][a-z]+)-([a-z]+)(?![\w-])")
"""A surname and two syllables, as most people of Hong Kong are called in English."""
_GAP = re.compile(r"[ \t]*\n?[ \t]*")


class Tie(NamedTuple):
    """Two items that are one person.

    Attributes:
        english, chinese: the items.
        score: how sure.
    """

    english: Item
    chinese: Item
    score: float


class Side(NamedTuple):
    """One text.

    Attributes:
        text: the text.
        people: its people without a counterpart.
        taken: every place of it that is named something already.
    """

    text: str
    people: Sequence[Item]
    taken: Sequence[Place]

    @property
    def free(self) -> str:
        """The text with a mark in place of each character that belongs to something."""
        characters = list(self.text)
        for place in self.taken:
            characters[place.start : place.end] = "\0" * (place.end - place.start)
        return "".join(characters)


def same_people(english: Side, chinese: Side) -> tuple[list[Tie], list[Item]]:
    """Pair the people of two texts.

    Args:
        english, chinese: the two texts.

    Returns:
        The pairs, and people whom an honorific shows in the English text and whom nobody else found, paired or not.
    """
    found = list(_by_post(english.people, chinese.people))
    introduced = list(_introduced(english.free))
    rest_en = [*_without(english.people, found), *introduced]
    rest_zh = _without(chinese.people, found)
    for pair in pairs([item.name for item in rest_en], [item.name for item in rest_zh]):
        if pair.match.verdict == "match":
            found.append(Tie(rest_en[pair.english], rest_zh[pair.chinese], pair.match.score))
    found += _in_chinese(_without(rest_en, found), chinese.free)
    found += _in_english(_without(rest_zh, found), english._replace(taken=[*english.taken, *(item.places[0] for item in introduced)]).free)
    return found, introduced


def known_people(one: Side, other: Side, chinese: bool) -> Iterator[tuple[Item, Item]]:
    """Yield people whom one text names for sure and the other by a name that alone would not do ("Bernard Chan").

    Args:
        one: the text and its people without a counterpart.
        other: the other text and all its people.
        chinese: whether the other text is the Chinese one.

    Yields:
        The item of the one text, and one for the places in the other.
    """
    free = folded_characters(other.free) if chinese else other.free
    forms: dict[str, list[Item]] = {}
    for item in one.people:
        for name in item.entity.names if item.entity else ():
            if name.full and (name.language != "en") == chinese:
                forms.setdefault(key(name.text) if chinese else name.text, []).append(item)
    found: dict[int, tuple[Item, dict[int, Place]]] = {}
    for form, items in sorted(forms.items(), key=lambda entry: -len(entry[0])):
        if len({item.id for item in items}) > 1 or len(form) < _SHORT + chinese:
            continue
        pattern = re.escape(form) if chinese else rf"(?<![\w-]){re.escape(form)}(?![\w-])(?! [A-Z][a-z])"
        for match in re.finditer(pattern, free):
            if not chinese and _honorifics().search(free, max(0, match.start() - _LONGEST_HONORIFIC), match.end()):
                continue  # introduced anew, by a title that no table has: somebody else of that name
            places = found.setdefault(id(items[0]), (items[0], {}))[1]
            if not any(place.start <= match.start() < place.end for place in places.values()):
                places[match.start()] = Place(match.start(), match.end(), other.text[match.start() : match.end()])
    for item, places in found.values():
        yield item, Item("person", item.entity, places=[places[at] for at in sorted(places)], score=item.score)


def _without(people: Iterable[Item], ties: Iterable[Tie]) -> list[Item]:
    tied = {id(item) for tie in ties for item in (tie.english, tie.chinese)}
    return [item for item in people if id(item) not in tied]


def _by_post(english: Sequence[Item], chinese: Sequence[Item]) -> Iterator[Tie]:
    """Yield people who alone are named in one post in either text."""
    for office in sorted({office for item in english for office in item.offices}):
        one, other = ([item for item in people if office in item.offices] for people in (english, chinese))
        if len(one) == len(other) == 1:
            match = compare(one[0].name, other[0].name)
            if match.verdict == "match" or (match.verdict == "undecided" and match.level != "nothing"):
                yield Tie(one[0], other[0], max(match.score, _BY_POST))


@cache
def _honorifics() -> re.Pattern[str]:
    forms = sorted({row["form"] for row in read_rows("honorifics") if (row["language"], row["position"]) == ("en", "before")}, key=len)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(form) for form in reversed(forms)) + r")\.?\s+(?=[A-Z])")


def _introduced(text: str) -> Iterator[Item]:
    """Yield the full names after an honorific, and names spelled as in Hong Kong: "Mr Michael Wong", "Chan Tai-man"."""
    found: dict[str, Item] = {}
    places = []
    for honorific in _honorifics().finditer(text):
        words = list(_words(text, honorific.end()))
        if len(words) >= _SHORT:
            places.append((words[0][0], words[-1][1]))
    tables = name_tables()
    for spelled in _HYPHENATED.finditer(text):
        surname, *given = (key(part) for part in spelled.groups())
        if surname in tables.surnames and tables.syllables.issuperset(given):
            start, end = spelled.span()
            if not any(one < end and start < other for one, other in places):
                places.append((start, end))
    for start, end in sorted(places):
        name = text[start:end]
        item = found.setdefault(key(name), Item("person", name=name))
        item.places.append(Place(start, end, name))
    yield from found.values()


def _words(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield where the capitalised words in a row stand that begin at a place."""
    for _ in range(_MOST_WORDS):
        word = _CAPITALISED.match(text, at)
        if word is None:
            return
        end = word.end()
        possessive = text[word.start() : end].endswith(("'s", "’s"))
        ends = possessive or (text[end - 1] == "." and end - word.start() > _SHORT)
        if possessive:
            end -= 2
        yield word.start(), end - (text[end - 1] == "." and ends)
        if ends:
            return
        gap = _GAP.match(text, end)
        at = gap.end() if gap else end
        if at == end:
            return


def _in_chinese(people: Sequence[Item], text: str) -> Iterator[Tie]:
    """Yield English names with the one Chinese name in a text that agrees with them."""
    folded = folded_characters(text)
    wanted: dict[str, list[tuple[Item, float]]] = {}
    for item in people:
        matches: dict[str, float] = {}
        for name in set(_chinese_names(folded, _surnames(item.name))):
            match = compare(item.name, name)
            if match.verdict == "match" and match.level == "full":
                matches[name] = match.score
        whole = [name for name in matches if not any(name != other and name in other for other in matches)]
        if len(whole) == 1:
            wanted.setdefault(whole[0], []).append((item, matches[whole[0]]))
    for name, items in wanted.items():
        if len(items) == 1:
            places = [Place(m.start(), m.end(), text[m.start() : m.end()]) for m in re.finditer(re.escape(name), folded)]
            yield Tie(items[0][0], Item("person", name=places[0].text, places=places), items[0][1])


def _surnames(name: str) -> frozenset[str]:
    """Return the folded Chinese surnames that the words of an English name spell."""
    words = fold(name).words
    spellings = name_tables().spellings
    joined = [*words, *map("".join, pairwise(words))]
    return frozenset(surname for word in joined for surname in spellings.get(word, ()))


def _chinese_names(folded: str, surnames: frozenset[str]) -> Iterator[str]:
    """Yield what in a folded text may be a name with one of some surnames."""
    for at in range(len(folded)):
        for surname in (folded[at : at + 1], folded[at : at + 2]):
            if surname not in surnames:
                continue
            for given in (1, 2):
                end = at + len(surname) + given
                if end > len(folded) or not all(map(is_han, folded[at:end])):
                    break
                alone = (at == 0 or not is_han(folded[at - 1])) and (end == len(folded) or not is_han(folded[end]))
                if end - at > _SHORT or alone:
                    yield folded[at:end]


def _in_english(people: Sequence[Item], text: str) -> Iterator[Tie]:
    """Yield Chinese names with the one English name in a text that agrees with them."""
    runs = [list(_words(text, match.start())) for match in _CAPITALISED.finditer(text)] if people else []
    names: dict[str, list[tuple[int, int]]] = {}
    for run in runs:
        for last in run[1:]:
            names.setdefault(text[run[0][0] : last[1]], []).append((run[0][0], last[1]))
    spelled = {name: _surnames(name) for name in names}
    for item in people:
        folded = key(item.name)
        fitting = {name: compare(name, item.name) for name in names if not spelled[name].isdisjoint((folded[:1], folded[:2]))}
        matches = {name: match.score for name, match in fitting.items() if match.verdict == "match" and match.level == "full"}
        short = {key(name): name for name in matches if not any(name != other and other in name for other in matches)}
        if len(short) == 1:
            name = next(iter(short.values()))
            places = [Place(start, end, text[start:end]) for start, end in names[name]]
            yield Tie(Item("person", name=name, places=places), item, matches[name])
