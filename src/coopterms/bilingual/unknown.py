"""Numbers of unknown people in two texts: one person, one number.

In: what was read. Out: the same with other numbers in `Mention.unknown`.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from coopterms.reading.annotation import Annotation
from coopterms.reading.unknown import renumbered


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
    return english, evolve(chinese, mentions=tuple(renumbered(mention, numbers) for mention in chinese.mentions))
