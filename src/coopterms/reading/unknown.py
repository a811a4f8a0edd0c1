"""One unknown person, one number, in whichever script the name is printed.

In: the mentions of a document. Out: the same with other numbers in `Mention.unknown`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve

from coopterms.reading.annotation import Mention
from coopterms.text.characters import is_han


def number_alike(mentions: Sequence[Mention]) -> list[Mention]:
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
    if not chinese or not english:
        return list(mentions)
    from coopterms.names import pairs  # here, for few documents need it

    found = {
        max(english[pair.english], chinese[pair.chinese]): min(english[pair.english], chinese[pair.chinese])
        for pair in pairs([names[number] for number in english], [names[number] for number in chinese])
        if pair.match.verdict == "match"
    }
    return [renumbered(mention, found) for mention in mentions]


def renumbered(mention: Mention, numbers: Mapping[int, int]) -> Mention:
    """Return a mention with its new number, if it has one.

    Args:
        mention: the mention.
        numbers: old number -> new number.
    """
    if mention.unknown is None or mention.unknown not in numbers:
        return mention
    return evolve(mention, unknown=numbers[mention.unknown])
