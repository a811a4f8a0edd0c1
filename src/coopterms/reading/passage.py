"""A piece of running text as items, and what stands between them: what the finders of titles and of names look at.

In: the items of a stretch, from `spans.items_of`. Out: answers about single items; nothing is put together here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from coopterms.reading.parse import is_name_part, joined
from coopterms.reading.spans import Item
from coopterms.text.characters import is_han

_NO_MARKS = re.compile(r"[^\W_]+|\s+")


class Knowledge(Protocol):
    """What cutting needs to know besides the items."""

    @property
    def modifiers(self) -> frozenset[str]:
        """Keys that make another rank of a rank: deputy, 副."""
        ...

    @property
    def branch_words(self) -> frozenset[str]:
        """Words of which branches are made: science, youth."""
        ...

    def is_syllable(self, word: str) -> bool:
        """Say whether a folded word may be part of a romanised name."""
        ...

    def ever_held(self, people: Iterable[str], offices: Iterable[str]) -> bool:
        """Say whether one of some people ever held one of some offices."""
        ...


class Passage:
    """A stretch of text.

    Args:
        items: those of the stretch.
        text: the document.
        start: where the stretch begins.
        starts_sentence: whether a sentence begins there.
        knowledge: what is known besides.
    """

    def __init__(self, items: list[Item], text: str, start: int, starts_sentence: bool, knowledge: Knowledge) -> None:
        self.items = items
        self.text = text
        self.start = start
        self.starts_sentence = starts_sentence
        self.knowledge = knowledge
        self.kinds = [item.kinds for item in items]
        self.han = [item.key[0] > "z" and is_han(item.key[0]) for item in items]

    def printed(self, at: int) -> str:
        """Return an item as printed."""
        return self.text[self.items[at].start : self.items[at].end]

    def gap(self, at: int) -> str:
        """Return what stands between an item and the one before, without blanks; an article counts as none."""
        return _marks(self._raw_gap(at)) if 0 < at < len(self.items) else "|"

    def _raw_gap(self, at: int) -> str:
        return self.text[self.items[at - 1].end if at else self.start : self.items[at].start]

    def _touches(self, at: int) -> bool:
        """Say whether nothing but blanks stands before an item, not even an article; a new line is more than a blank."""
        return 0 < at < len(self.items) and not self._raw_gap(at).strip(" \t\u00a0\u3000")

    def _is_rank_of_surname(self, at: int) -> bool:
        """Say whether an English rank stands before a mere surname, as a courtesy does: Secretary Mak."""
        after = at + 1
        if self.han[at] or not self._touches(after) or not self.text[self.items[at].start].isupper():
            return False
        if "surname" not in self.kinds[after] or self.kinds[after] & {"person", "honorific", "common"}:
            return False
        further = after + 1
        return not (further < len(self.items) and self._is_part(further, after))

    def _is_part(self, at: int, first: int) -> bool:
        if self.han[at]:
            return False
        if at == first:
            return is_name_part(self.kinds[at], self.printed(at))
        between = self._raw_gap(at)
        if "person" in self.kinds[at - 1] and not self.kinds[at] and not self.knowledge.is_syllable(self.items[at].key):
            return between in ("-", "‐", "‑")  # "Matthew Cheung Visits Beijing" does not go on, "Michael Wong Yick-kam" does
        hyphenated = not self.kinds[at] and between in ("-", "‐", "‑")
        if "honorific" in self.kinds[at] and not between.strip(" -‐‑\u00a0") and self._is_inner_syllable(at):
            return True
        particle = "particle" in self.kinds[at] and at + 1 < len(self.items) and is_name_part(self.kinds[at + 1], self.printed(at + 1))
        return (hyphenated or particle or is_name_part(self.kinds[at], self.printed(at))) and joined(between, han=False)

    def _is_inner_syllable(self, at: int) -> bool:
        """Say whether an honorific is a syllable of a romanised name, for more of the name follows: Chan Hon-wah, Lee Hon Wah."""
        if not self.knowledge.is_syllable(self.items[at].key) or "surname" not in self.kinds[at - 1] or at + 1 == len(self.items):
            return False
        behind, between = self.printed(at + 1), self._raw_gap(at + 1)
        return between in ("-", "‐", "‑") or (
            not between.strip(" \u00a0") and behind.istitle() and self.knowledge.is_syllable(behind.lower())
        )


@lru_cache(maxsize=1 << 12)
def _marks(between: str) -> str:
    """Take letters, digits and blanks out of what stands between two items.

    >>> _marks(", the ")
    ','
    """
    return _NO_MARKS.sub("", between)
