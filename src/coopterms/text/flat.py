"""The folding of a whole document: the words of `fold`, found with a few passes of the interpreter's own string methods.

In: any string. Out: a `Flat`: one key of the text for an automaton to run over, and the way back to the original. Words stand in the key
as `fold` makes them, a blank between two of them unless both are Chinese, and `;` where a clause ends, which no surface form crosses.
Each step puts one character in the place of another, or takes out or puts in blanks; so both sides have the same number of characters
that are no blanks, and counting them leads back to the original, with no list of edits.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from coopterms.text.characters import HAN, fold_table, is_han
from coopterms.text.fold import FULL_STOPS

_CLAUSE_MARKS = frozenset(";:!?。；：！？，…｡︰︓︔︕︖﹔﹕﹖﹗")
"""What no form crosses in running text; and a comma beside Chinese, where it has the place of ，. Not 、, as in 人流、物流."""

_BLOCK = 1 << 14
_FEW = 8  # of a block, one character in so many may be other than ASCII to be replaced one kind after another
_UNEVEN = "\0"
_JOINT = "\1"
_WORD = rf"[^\W_{HAN}]"
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_COMMON = ((0x00, 0x80), (0xA0, 0x100), (0x2000, 0x2070), (0x3000, 0x3040), (0x4E00, 0xA000), (0xFF00, 0xFF70))
"""The characters of most texts, which are in the table from the start."""
_NOT_FILLED = re.compile(f"[^{''.join(f'{chr(start)}-{chr(end - 1)}' for start, end in _COMMON)}]")
_HAN = re.compile(f"[{HAN}]")
_HAN_COMMA = re.compile(f"(?<=[{HAN}]),|,(?=[{HAN}])")
_INITIAL = re.compile(rf"\.(?<=(?<!{_WORD})[^\W\d_{HAN}]\.)(?=[^\W\d_{HAN}](?!{_WORD}))")
_STOP = re.compile(r"\.(?<=[a-z]{4}\.)(?= )")
"""A full stop that ends a sentence, and no abbreviation: those of forms are shorter (St. John, Dr. Sun Yat-sen)."""
_HAN_GAP = re.compile(f" (?<=[{HAN}] )(?=[{HAN}])")
_OTHER_RUN = re.compile(f"[^ ;{HAN}]+")


_table: dict[int, str] = {}
_known: set[str] = set()
"""One character for each character: that of the folding, but stops, commas, `&` and the ends of clauses are kept. A plain dictionary that
is filled beforehand with the characters of a block: `str.translate` is twice as fast with it as with one that fills itself."""


def _fill(characters: set[str]) -> None:
    """Put characters into the table that are not in it yet."""
    folding = fold_table()
    for character in characters - _known:
        if character in _CLAUSE_MARKS:
            folded = ";"
        elif character in FULL_STOPS:
            folded = "."
        elif character == ",":
            folded = ","
        else:
            folded = folding[ord(character)]
            if folded == " & ":
                folded = "&"
        _table[ord(character)] = folded if len(folded) == 1 else _UNEVEN
        _known.add(character)


@cache
def _whole_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(word)}(?<!{_WORD}{re.escape(word)})(?!{_WORD})")


class _Segment:
    """A piece of a document with its part of the key.

    Attributes:
        text_at: where the piece begins in the original.
        even: the piece, folded character by character and with all that is no word blank.
        origin: for each character of `even` the one of the piece that it came from; None where that is its own.
        key, key_at: the part of the key, and where it begins in the whole.
    """

    __slots__ = ("even", "key", "key_at", "origin", "text_at")

    def __init__(self, text_at: int, even: str, origin: list[int] | None, key: str) -> None:
        self.text_at = text_at
        self.even = even
        self.origin = origin
        self.key = key
        self.key_at = 0

    def offset(self, position: int) -> int:
        """Return the offset in the original of a character of `even`."""
        return self.text_at + (position if self.origin is None else self.origin[position])


class Flat:
    """A document made ready for scanning.

    Args:
        text: any string.
        articles: folded words that are left out, such as "the".

    Attributes:
        text: the original.
        key: its words, with a blank before the first and after the last.

    >>> flat = Flat("The Secretary  for Justice; HKSAR政 府", ("the",))
    >>> flat.key
    ' secretary for justice ; hksar 政府 '
    >>> flat.locate(25, 33)
    (28, 36)
    """

    def __init__(self, text: str, articles: Collection[str] = ()) -> None:
        self.text = text
        self._segments = [_segment(text, start, end, articles) for start, end in _blocks(text)]
        parts = [" "]
        at = 1
        before = " "
        for segment in self._segments:
            key = segment.key
            if key and before != " " and not (is_han(before) and is_han(key[0])):
                parts.append(" ")
                at += 1
            segment.key_at = at
            parts.append(key)
            at += len(key)
            before = key[-1] if key else before
        parts.append(" ")
        self.key = "".join(parts)
        self._segments = [segment for segment in self._segments if segment.key] or self._segments
        self._number = 0
        self._current = self._segments[0]
        self._key_from = self._even_from = 0

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the original some words of the key stand.

        Args:
            start: the first character of the words in the key; not less than that of the call before.
            end: the character after the last.

        Returns:
            Offsets in the original, end exclusive.
        """
        segment = self._current
        if start >= segment.key_at + len(segment.key):
            segment = self._advance(start)
        first = start - segment.key_at
        key, even = segment.key, segment.even
        key_from, even_from = self._key_from, self._even_from
        # Both sides have the same characters between, but not the same blanks.
        at = even_from + first - key_from
        missing = even.count(" ", even_from, at) - key.count(" ", key_from, first)
        while missing < 0:  # the key has more blanks, as where Latin and Chinese meet
            back = at + missing
            missing = -even.count(" ", back, at)
            at = back
        while missing:
            further = at + missing
            missing = even.count(" ", at, further)
            at = further
        while even[at] == " ":
            at += 1
        self._key_from, self._even_from = first, at
        if segment.origin is None and even.startswith(self.key[start:end], at):
            at += segment.text_at
            return at, at + end - start
        return segment.offset(at), self._end(segment, first, at, end - 1)

    def _advance(self, position: int) -> _Segment:
        """Go on to the segment that a position of the key is in."""
        while position >= self._current.key_at + len(self._current.key):
            self._number += 1
            self._current = self._segments[self._number]
        self._key_from = self._even_from = 0
        return self._current

    def _end(self, segment: _Segment, key_from: int, even_from: int, last: int) -> int:
        """Return where in the original a word ends whose last character stands in the key at `last`."""
        number = self._number
        while last >= segment.key_at + len(segment.key):
            number += 1
            segment, key_from, even_from = self._segments[number], 0, 0
        even, last = segment.even, last - segment.key_at
        wanted = last - key_from - segment.key.count(" ", key_from, last)
        at = even_from
        while wanted:
            further = at + wanted
            wanted = even.count(" ", at, further)
            at = further
        while even[at] == " ":
            at += 1
        return segment.offset(at) + 1


def _blocks(text: str) -> list[tuple[int, int]]:
    """Cut a text where no word is cut: before white space, or between two Chinese characters."""
    if len(text) <= _BLOCK:
        return [(0, len(text))]
    blocks = []
    start = 0
    while start < len(text):
        end = start + _BLOCK
        while end < len(text) and not (text[end].isspace() or (is_han(text[end]) and is_han(text[end - 1]))):
            end += 1
        end = min(end, len(text))
        blocks.append((start, end))
        start = end
    return blocks


def _segment(text: str, start: int, end: int, articles: Collection[str]) -> _Segment:
    block = plain = text[start:end]
    if not _known:
        _fill({chr(code) for start, end in _COMMON for code in range(start, end)})
    if not block.isascii():
        few = len(block.encode("utf-8", "surrogatepass")) - len(block) <= len(block) // _FEW
        others = set((_NOT_ASCII if few else _NOT_FILLED).findall(block))
        _fill(others)
        for character in others if few else ():
            if _table[ord(character)] != _UNEVEN:  # left to `translate`, which would make a blank of the mark
                plain = plain.replace(character, _table[ord(character)])
    plain = plain.translate(_table)
    origin = None
    if _UNEVEN in plain:
        plain, origin = _evened(block)
    plain = f" {plain} "
    if origin is not None:
        origin = [0, *origin, len(block)]
    chinese = not plain.isascii() and _HAN.search(plain) is not None
    if "," in plain:
        plain = (_HAN_COMMA.sub(";", plain) if chinese else plain).replace(",", " ")
    if "." in plain:
        plain = _STOP.sub(";", _INITIAL.sub(_JOINT, plain)).replace(".", " ")
    beside = chinese or "&" in plain  # then words may meet with no blank between them
    for word, other in (*((article, " " * len(article)) for article in articles), ("and", "&  ")):
        if beside:
            plain = _whole_word(word).sub(other, plain)
        else:  # beside the end of a clause the word does no harm: no form begins or ends with it
            plain = plain.replace(f" {word} ", f" {other} ")
            if f" {word} {word} " in plain:
                plain = _whole_word(word).sub(other, plain)
    key = plain.replace(_JOINT, "") if _JOINT in plain else plain
    if chinese:
        key = _OTHER_RUN.sub(r" \g<0> ", key.replace("&", " & "))
        while "  " in key:
            key = key.replace("  ", " ")
        key = _HAN_GAP.sub("", key)
    else:
        key = key.replace("&", " & ").replace(";", " ; ").replace("     ", " ").replace("  ", " ").replace("  ", " ")
        while "  " in key:
            key = key.replace("  ", " ")
    return _Segment(start - 1 if origin is None else start, plain.replace(_JOINT, " "), origin, key.strip(" "))


def _evened(block: str) -> tuple[str, list[int]]:
    """Fold a block with characters that become none or several; also say which character each came from."""
    folding = fold_table()
    characters: list[str] = []
    origin: list[int] = []
    for at, character in enumerate(block):
        folded = _table[ord(character)]
        for one in folding[ord(character)] if folded == _UNEVEN else folded:
            characters.append(one)
            origin.append(at)
    return "".join(characters), origin
