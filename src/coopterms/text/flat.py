"""The folding of a whole document: the words of `fold`, found with a few passes of the interpreter's own string methods.

In: any string. Out: a `Flat`: one key of the text for an automaton to run over, and the way back to the original. Words stand in the key
as `fold` makes them, a blank between two of them unless both are Chinese, and `;` where a clause ends, which no surface form crosses.
Each step puts one character in the place of another, or takes out or puts in blanks; so both sides have the same number of characters
that are no blanks, and counting them leads back to the original, with no list of edits.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Collection
from functools import cache

from coopterms.text.characters import HAN, fold_table, is_han
from coopterms.text.fold import FULL_STOPS

_CLAUSE_MARKS = frozenset(";:!?。；：！？，…｡︰︓︔︕︖﹔﹕﹖﹗")
"""What no form crosses in running text; and a comma beside Chinese, where it has the place of ，. Not 、, as in 人流、物流."""

_BLOCK = 1 << 14
_FEW = 8  # of a block, one character in so many may be other than ASCII to be replaced one kind after another
_UNEVEN = 0
_JOINT = "\1"
_WORD = rf"[^\W_{HAN}]"
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_COMMON = ((0x00, 0x80), (0xA0, 0x100), (0x2000, 0x2070), (0x3000, 0x3040), (0x4E00, 0xA000), (0xFF00, 0xFF70))
"""The characters of most texts, which are in the table from the start."""
_NOT_FILLED = re.compile(f"[^{''.join(f'{chr(start)}-{chr(end - 1)}' for start, end in _COMMON)}]")
_HAN = re.compile(f"[{HAN}]")
_HAN_COMMA = re.compile(f",(?:(?<=[{HAN}],)|(?=[{HAN}]))")
_INITIAL = re.compile(rf"\.(?<=(?<!{_WORD})[^\W\d_{HAN}]\.)(?=[^\W\d_{HAN}](?!{_WORD}))")
_STOP = re.compile(r"\.(?<=[a-z]{4}\.)(?= )")
"""A full stop that ends a sentence, and no abbreviation: those of forms are shorter (St. John, Dr. Sun Yat-sen)."""
_BLANKS = re.compile("  +")
_HAN_GAP = re.compile(f" (?<=[{HAN}] )(?=[{HAN}])")
_OTHER_RUN = re.compile(f"([^ ;{HAN}]+(?: +[^ ;{HAN}]+)*)")


_known: set[str] = set()
_filling = threading.Lock()
_table: list[int] = []
"""One character for each character: that of the folding, but stops, commas, `&` and the ends of clauses are kept. A plain list of code
points, filled beforehand with the characters of a block: `str.translate` is fastest with it."""


def _fill(characters: Collection[str]) -> None:
    """Put characters into the table that are not in it yet."""
    folding = fold_table()
    with _filling:
        new = set(characters) - _known
        _table.extend(range(len(_table), max(map(ord, new), default=0) + 1))
        for character in new:
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
            _table[ord(character)] = ord(folded) if len(folded) == 1 else _UNEVEN
        _known.update(new)


@cache
def _whole_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(word)}(?<!{_WORD}{re.escape(word)})(?!{_WORD})")


class _Segment:
    """A piece of a document with its part of the key.

    Attributes:
        text_at: where the piece begins in the original.
        even: the piece, folded character by character and with all that is no word blank.
        origin: for each character of `even` the one of the piece that it came from; None where that is its own.
        key: the part of the key.
        key_at, key_end: where it begins and ends in the whole key.
    """

    __slots__ = ("even", "key", "key_at", "key_end", "origin", "text_at")

    def __init__(self, text_at: int, even: str, origin: list[int] | None, key: str) -> None:
        self.text_at = text_at
        self.even = even
        self.origin = origin
        self.key = key
        self.key_at = 1
        self.key_end = 1 + len(key)

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
        segments = [_segment(text, start, end, articles) for start, end in _blocks(text)]
        self.key = f" {segments[0].key} " if len(segments) == 1 else _join(segments)
        self._segments = [segment for segment in segments if segment.key] or segments
        self._number = 0
        self._go_to(self._segments[0])

    def _go_to(self, segment: _Segment) -> None:
        self._current = segment
        self._key_from, self._even_from = segment.key_at, 0
        """A place in the key and the same place in the segment, up to which all has been counted."""

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the original some words of the key stand.

        Args:
            start: the first character of the words in the key; not less than that of the call before.
            end: the character after the last.

        Returns:
            Offsets in the original, end exclusive.
        """
        while start >= self._current.key_end:
            self._number += 1
            self._go_to(self._segments[self._number])
        segment, key, key_from, even_from = self._current, self.key, self._key_from, self._even_from
        even = segment.even
        # Both sides have the same characters between, but not the same blanks.
        at = even_from + start - key_from
        missing = even.count(" ", even_from, at) - key.count(" ", key_from, start)
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
        self._key_from, self._even_from = start, at
        if segment.origin is None and even.startswith(key[start:end], at):
            at += segment.text_at
            return at, at + end - start
        return segment.offset(at), self._end(segment, start, at, end - 1)

    def _end(self, segment: _Segment, key_from: int, even_from: int, last: int) -> int:
        """Return where in the original a word ends whose last character stands in the key at `last`."""
        number = self._number
        while last >= segment.key_end:
            number += 1
            segment = self._segments[number]
            key_from, even_from = segment.key_at, 0
        even = segment.even
        wanted = last - key_from - self.key.count(" ", key_from, last)
        at = even_from
        while wanted:
            further = at + wanted
            wanted = even.count(" ", at, further)
            at = further
        while even[at] == " ":
            at += 1
        return segment.offset(at) + 1


def _join(segments: list[_Segment]) -> str:
    """Return the key of a text in several segments, each of which gets its place in it."""
    parts = [" "]
    at = 1
    before = " "
    for segment in segments:
        key = segment.key
        if key and before != " " and not (is_han(before) and is_han(key[0])):
            parts.append(" ")
            at += 1
        parts.append(key)
        segment.key_at = at
        at += len(key)
        segment.key_end = at
        before = key[-1] if key else before
    parts.append(" ")
    return "".join(parts)


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
    block = text[start:end]
    plain, origin = _translated(block)
    if origin is not None:
        origin = [0, *origin, len(block)]
    plain = f" {plain} "
    chinese = not plain.isascii() and _HAN.search(plain) is not None
    if "," in plain:
        plain = (_HAN_COMMA.sub(";", plain) if chinese else plain).replace(",", " ")
    if "." in plain:
        plain = _STOP.sub(";", _INITIAL.sub(_JOINT, plain)).replace(".", " ")
    beside = chinese or "&" in plain  # then words may meet with no blank between them
    for article in articles:
        plain = _exchange(plain, article, " " * len(article), beside)
    plain = _exchange(plain, "and", "&  ", beside)
    key = plain.replace("&", " & ") if beside else plain
    key = key.replace(_JOINT, "")
    key = _BLANKS.sub(" ", " ".join(_OTHER_RUN.split(key)) if chinese else key.replace(";", " ; "))
    if chinese:
        key = _HAN_GAP.sub("", key)
    return _Segment(start - 1 if origin is None else start, plain.replace(_JOINT, " "), origin, key.strip(" "))


def _exchange(plain: str, word: str, other: str, beside: bool) -> str:
    """Put something as long in the place of a word.

    Args:
        plain: the text.
        word, other: the two.
        beside: whether words may meet with no blank between them.
    """
    if not beside:  # beside the end of a clause the word does no harm: no form begins or ends with it
        plain = plain.replace(f" {word} ", f" {other} ")
    return _whole_word(word).sub(other, plain) if beside or f" {word} {word} " in plain else plain


def _translated(block: str) -> tuple[str, list[int] | None]:
    """Put one character in the place of each; where that cannot be, say also which character each came from."""
    if not _known:
        _fill("".join(chr(code) for start, end in _COMMON for code in range(start, end)))
    if block.isascii():
        return block.translate(_table), None
    few = len(block.encode("utf-8", "surrogatepass")) - len(block) <= len(block) // _FEW
    others = set((_NOT_ASCII if few else _NOT_FILLED).findall(block))
    _fill(others)
    plain = block
    for character in others if few else ():
        folded = _table[ord(character)]
        if folded != _UNEVEN:  # left to `translate`, which would make a blank of the mark
            plain = plain.replace(character, chr(folded))
    plain = plain.translate(_table)
    return _evened(block) if chr(_UNEVEN) in plain else (plain, None)


def _evened(block: str) -> tuple[str, list[int]]:
    """Fold a block with characters that become none or several; also say which character each came from."""
    folding = fold_table()
    characters: list[str] = []
    origin: list[int] = []
    for at, character in enumerate(block):
        folded = _table[ord(character)]
        for one in folding[ord(character)] if folded == _UNEVEN else chr(folded):
            characters.append(one)
            origin.append(at)
    return "".join(characters), origin
