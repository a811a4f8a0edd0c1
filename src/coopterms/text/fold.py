"""The folding: text -> words of its key, each with its place in the original.

In: any string. Out: `Folded`: words and their offsets. A word is a run of letters and digits, one Chinese character, `&`, or initials with
full stops between (G.B.S.). The key is the words put together again, with a blank between two words unless both are Chinese. So case,
width, accents, quotes, dashes, punctuation, runs of blanks, `&`/`and` and the script of Chinese cannot matter, and nothing else is lost.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from coopterms.text.characters import HAN, INVISIBLE, FoldTable, fold_table, is_han

FULL_STOPS = frozenset(".\uff0e\ufe52\u2024")  # the characters that decompose to a full stop
_ASCII_WORD = re.compile(r"[a-z0-9]+|&")


class Folded:
    """A folded text: its words and where each stands in the original.

    Attributes:
        text: the original.
        words: the folded words in order.
        starts, ends: offsets of each word in the original (code points, end exclusive).
        key: the words put together.
    """

    __slots__ = ("_from", "_to", "ends", "key", "starts", "text", "words")

    def __init__(self, text: str, words: list[str], starts: list[int], ends: list[int]) -> None:
        self.text = text
        self.words = words
        self.starts = starts
        self.ends = ends
        self.key, self._from = join(words)
        self._to = [at + len(word) for at, word in zip(self._from, words, strict=True)]

    def __len__(self) -> int:
        return len(self.words)

    def run(self, start: int, end: int) -> str:
        """Return the key of the words from `start` up to, not including, `end`.

        >>> fold("Secretary for Health").run(1, 3)
        'for health'
        """
        return self.key[self._from[start] : self._to[end - 1]]

    def pairs(self) -> list[str]:
        """Return the keys of every two words in a row.

        >>> fold("Secretary for Health").pairs()
        ['secretary for', 'for health']
        """
        key = self.key
        return [key[start:end] for start, end in zip(self._from, self._to[1:], strict=False)]

    def original(self, start: int, end: int) -> str:
        """Return the original text of the words from `start` up to, not including, `end`.

        >>> fold("Secretary  for  Health").original(1, 3)
        'for  Health'
        """
        return self.text[self.starts[start] : self.ends[end - 1]]


def join(words: Sequence[str]) -> tuple[str, list[int]]:
    """Put words together into a key, with a blank between two words unless both are Chinese.

    Args:
        words: folded words.

    Returns:
        The key, and where in it each word begins.

    >>> join(["hksar", "政", "府", "press", "office"])
    ('hksar 政府 press office', [0, 6, 7, 9, 15])
    """
    at: list[int] = []
    position = 0
    key = " ".join(words)
    if key.isascii():
        for word in words:
            at.append(position)
            position += len(word) + 1
        return key, at
    whole = "".join(words)
    if len(whole) == len(words) and _han_run().fullmatch(whole):
        return whole, list(range(len(words)))
    parts: list[str] = []
    after_han = True
    for word in words:
        han = word[0] > "z" and is_han(word[0])
        if at and not (han and after_han):
            parts.append(" ")
            position += 1
        at.append(position)
        parts.append(word)
        position += len(word)
        after_han = han
    return "".join(parts), at


@cache
def _table() -> tuple[FoldTable, re.Pattern[str]]:
    return fold_table(), re.compile(rf"[{HAN}]|&|[^\W_{HAN}]+")


@cache
def _han_run() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]+")


def fold(text: str, skip: Collection[str] = ()) -> Folded:
    """Fold a text into words with offsets.

    Args:
        text: any string.
        skip: folded words to leave out, such as articles; the offsets of the others stay true.

    Returns:
        The words, their offsets (code points) and the key.

    >>> fold("Constitutional and Mainland Affairs").key == fold("CONSTITUTIONAL & MAINLAND AFFAIRS").key
    True
    >>> fold("行 政\\n長官").key == fold("行政长官").key
    True
    >>> fold("Mr. K.S. Wong, G.B.S., J.P.").key
    'mr ks wong gbs jp'
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    if text.isascii():
        plain, pattern = text.lower(), _ASCII_WORD
        origin = None
    else:
        table, pattern = _table()
        plain = text.translate(table)
        origin = None if table.uneven.isdisjoint(text) else _origins(text, table)
    dotted = not FULL_STOPS.isdisjoint(text)
    initials = False  # whether the last word is a letter, or letters with a full stop between them
    for match in pattern.finditer(plain):
        word = match.group()
        if word == "and":
            word = "&"
        if word in skip:
            continue
        start, end = match.span() if origin is None else (origin[match.start()], origin[match.end() - 1] + 1)
        letter = dotted and len(word) == 1 and word.isalpha() and not is_han(word)
        if letter and initials and _is_full_stop(text[ends[-1] : start]):
            words[-1] += word
            ends[-1] = end
        else:
            words.append(word)
            starts.append(start)
            ends.append(end)
            initials = letter
    return Folded(text, words, starts, ends)


def _is_full_stop(between: str) -> bool:
    """Say whether there is just a full stop between two letters, so that U.S.A. is one word."""
    return between == "." or [c for c in unicodedata.normalize("NFKD", between) if unicodedata.category(c) not in INVISIBLE] == ["."]


def _origins(text: str, table: FoldTable) -> list[int]:
    """Map each position of the translated text to the position of the character it came from."""
    return [position for position, character in enumerate(text) for _ in table[ord(character)]]


@lru_cache(maxsize=1 << 14)
def key(text: str) -> str:
    """Return the key of a text: two texts with one key are the same form.

    Args:
        text: any string.

    >>> key("Mr. K.S. Wong"), key("署理商務及經濟發展局局長") == key("署理商务及经济发展局局长")
    ('mr ks wong', True)
    """
    return fold(text).key


def holds(words: str, others: str) -> bool:
    """Say whether folded words hold others, as whole words where they are not Chinese.

    Args:
        words: a key.
        others: the key that is looked for in it.

    >>> holds("commissar of health", "sar"), holds("香港特区政府", "特区")
    (False, True)
    """
    return others in words if is_han(others[0]) else f" {others} " in f" {words} "
