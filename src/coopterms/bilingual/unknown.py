"""Numbers of unknown people: one person, one number, in whichever script the name is printed.

In: what was read. Out: the same with other numbers in `Mention.unknown`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from coopterms.names import pairs
from coopterms.reading.annotation import Annotation, Mention
from coopterms.text.characters import is_han


def number_alike(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give an unknown person whose English and whose Chinese name stand in one document a single number.

    Args:
        mentions: the mentions of the document.

    Returns:
        The mentions; the lower one of two numbers stays. Names that tie stay apart.
    """
    names: dict[int, str] = {}
    for mention in mentions:
        if mention.unknown is not None:
            names.setdefault(mention.unknown, mention.resolution.unknown_name or mention.text)
    chinese = [number for number, name in names.items() if any(map(is_han, name))]
    english = [number for number in names if number not in chinese]
    found = {
        max(english[pair.english], chinese[pair.chinese]): min(english[pair.english], chinese[pair.chinese])
        for pair in pairs([names[number] for number in english], [names[number] for number in chinese])
        if pair.match.verdict == "match"
    }
    return tuple(_numbered(mention, found) for mention in mentions)


def shared_numbers(english: Annotation, chinese: Annotation, same: Mapping[int, int]) -> tuple[Annotation, Annotation]:
    """Give the unknown people of two texts numbers that mean the same in both.

    Args:
        english, chinese: the texts.
        same: number of a person in the Chinese text -> number of the same person in the English one.

    Returns:
        The texts; the English numbers stay, and people whom only the Chinese text has get new ones after them.
    """
    last = max((mention.unknown or 0 for mention in english.mentions), default=0)
    numbers = dict(same)
    for mention in chinese.mentions:
        if mention.unknown is not None and mention.unknown not in numbers:
            last += 1
            numbers[mention.unknown] = last
    return english, evolve(chinese, mentions=tuple(_numbered(mention, numbers) for mention in chinese.mentions))


def _numbered(mention: Mention, numbers: Mapping[int, int]) -> Mention:
    if mention.unknown is None or mention.unknown not in numbers:
        return mention
    return evolve(mention, unknown=numbers[mention.unknown])
