"""The stretches of a document: the pieces around its anchors that are cut into mentions, none of which goes over the end of a clause.

In: a text and its anchors. Out: stretches in order. What lies between them names nobody, and is never folded a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define

from coopterms.index.forms import ANCHORS, Form, printed_forms
from coopterms.index.lexicon import Lexicon
from coopterms.index.scan import Span
from coopterms.reading.memory import Memory
from coopterms.reading.segment import Cut, Segmenter
from coopterms.reading.spans import Item, items_of
from coopterms.text.characters import is_han
from coopterms.text.fold import Folded, fold

_HEADS = frozenset({"office", "rank", "plural", "honorific", "person"})
_BODIES = frozenset({"organisation", "place"})
_OTHER = frozenset({"common"})
_BEFORE = 26
_BEHIND, _BEHIND_NAME, _BEHIND_BODY = 64, 24, 12
_BEHIND_CHINESE, _BEHIND_CHINESE_NAME = 14, 8
"""How many characters beside an anchor can belong to its mention, or change what it means: fewer after a whole name."""
_STOP = r"\.(?<![A-Z]\.)(?<!Mr\.)(?<!Mrs\.)(?<!Ms\.)(?<!Dr\.)(?<!Prof\.)(?<!Hon\.)(?<!Rev\.)(?<!St\.)(?<!Ag\.)(?<!Atg\.)(?=\s)"
"""A full stop that ends a sentence, and is none of an initial, a courtesy or an acting post."""
_EMPTY_LINE = r"\n[^\S\n]*\n"
_COMMA = r",(?<=[\u3400-\u9fff],)(?!\s*[A-Z]\.?[A-Z])|,(?=[\u3400-\u9fff])"
"""A comma beside Chinese, but for one before letters behind a name: 聶德權先生, JP."""


def ends(marks: str, *more: str) -> re.Pattern[str]:
    """Return the pattern of what ends a clause: each alternative begins with a character of its own, by which it is found fast.

    Args:
        marks: characters that end one wherever they stand; full stops after a sentence and empty lines always do.
        more: further patterns.
    """
    return re.compile("|".join((*map(re.escape, marks), _EMPTY_LINE, _STOP, *more)))


_CLAUSE = ends("。；！？!?;:：，", _COMMA)
_BRACKETS = {")": "(", "）": "（"}
_DOTTED = re.compile(r"\.[A-Z]$")
_OPENING = " \t\"'“‘(（「『《"
_ENDS_SENTENCE = "\n.。！？!?"


@define
class Stretch:
    """A piece of the document that is read at once.

    Attributes:
        start, end: where it stands.
        segmenter: its items.
        cuts: its mentions.
    """

    start: int
    end: int
    segmenter: Segmenter
    cuts: list[Cut]

    def offsets(self, part: tuple[int, int]) -> tuple[int, int]:
        """Return where in the document some items stand.

        Args:
            part: the first item, and the one after the last.
        """
        items = self.segmenter.items
        start, end = items[part[0]].start, items[part[1] - 1].end
        return start, closed(self.segmenter.text, start, end)


class Stretcher:
    """Cuts documents into stretches.

    Args:
        lexicon: where forms are looked up.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._gaps = Memory[str, list[Item]]()
        self._kinds = Memory[tuple[Form, ...], frozenset[str]]()

    def stretches(self, text: str, spans: list[Span]) -> Iterator[Stretch]:
        """Yield the stretches of a text, in order.

        Args:
            text: the document.
            spans: all its anchors, in order.
        """
        anchors = list(self._anchors(text, spans))
        start = end = first = at = 0
        for number, anchor in enumerate(anchors):
            if anchor.kinds.isdisjoint(_HEADS):
                continue
            last = self._reach(text, anchor)
            while at < len(anchors) and anchors[at].end < last:
                at += 1
            if at < len(anchors) and anchors[at].start < last:
                # The long name of a body or place, behind which the name of a person may still stand.
                last = anchors[at].end if anchors[at].kinds.isdisjoint(_BODIES) else self._reach(text, anchors[at], _BEHIND_BODY)
            if start < end and anchor.start <= end:
                end = max(end, last)
                continue
            if start < end:
                stretch, first = self._stretch(text, start, end, anchors, first)
                yield stretch
            start = _word_edge(text, max(end, anchor.start - _BEFORE))
            for clause in _CLAUSE.finditer(text, start, anchor.start):
                start = clause.end()
            while first < number and anchors[first].start < start:
                start = max(start, anchors[first].end) if anchors[first].end > start else start
                first += 1
            end = last
        if start < end:
            yield self._stretch(text, start, end, anchors, first)[0]

    def _anchors(self, text: str, spans: list[Span]) -> Iterator[Item]:
        cased, known = self.lexicon.cased, self.lexicon.forms([key for _, _, key in spans])
        for start, end, key in spans:
            forms = known[key]
            if key in cased:
                forms = printed_forms(forms, text, start, end)
            kinds = self._kinds.get(forms) or self._kinds.keep(forms, frozenset([form.kind for form in forms]))
            yield Item(start, end, key, forms, kinds)

    def _reach(self, text: str, anchor: Item, most: int = _BEHIND) -> int:
        """Return how far behind an anchor its mention can go: not over the end of the clause."""
        named = "person" in anchor.kinds
        if is_han(text[anchor.end - 1]):
            behind = anchor.end + (_BEHIND_CHINESE_NAME if named else _BEHIND_CHINESE)
        else:
            behind = anchor.end + (_BEHIND_NAME if named else most)
        clause = _CLAUSE.search(text, anchor.end, behind)
        return clause.start() if clause else _word_edge(text, min(len(text), behind))

    def _stretch(self, text: str, start: int, end: int, anchors: list[Item], first: int) -> tuple[Stretch, int]:
        """Make a stretch of the anchors from `first` on; also say which is the next one behind it."""
        last = first
        plural = False
        while last < len(anchors) and anchors[last].end <= end:
            plural = plural or "plural" in anchors[last].kinds
            last += 1
        lexicon = self.lexicon
        if plural:
            folded = _singly(fold(text[start:end], lexicon.articles), lexicon)
            items = [item._replace(start=start + item.start, end=start + item.end) for item in items_of(folded, lexicon)]
        else:
            items = []
            at = start
            for anchor in anchors[first:last]:
                items += self._between(text, at, anchor.start)
                items.append(anchor)
                at = anchor.end
            items += self._between(text, at, end)
        before = text[max(0, start - 3) : start].rstrip(_OPENING)
        begins = not before or before[-1] in _ENDS_SENTENCE
        segmenter = Segmenter(items, text, start, begins, lexicon)
        return Stretch(start, end, segmenter, segmenter.cuts() if items else []), last

    def _between(self, text: str, start: int, end: int) -> list[Item]:
        """Return the items between two anchors; what was there before is remembered, for most of it comes again."""
        gap = text[start:end]
        if len(gap) < 3 and not gap.strip(" ,\n"):
            return []
        items = self._gaps.get(gap)
        if items is None:
            found = items_of(fold(gap, self.lexicon.articles), self.lexicon)
            # An anchor that the document does not count is no word of anything else, either.
            items = self._gaps.keep(
                gap, [item if item.kinds.isdisjoint(ANCHORS) else item._replace(forms=(), kinds=_OTHER) for item in found]
            )
        new = tuple.__new__  # which is what `Item` calls, in half the time
        return [new(Item, (start + first, start + last, key, forms, kinds)) for first, last, key, forms, kinds in items]


def _word_edge(text: str, at: int) -> int:
    """Move a cut out of a Latin word, to its beginning."""
    while 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() and not is_han(text[at]) and not is_han(text[at - 1]):
        at -= 1
    return at


def _singly(folded: Folded, lexicon: Lexicon) -> Folded:
    """Write titles in the plural one by one: "the Secretaries for A, Mr X, and for B, Ms Y" has a Secretary for A and one for B.

    The words that are put in have no width, so that the offsets of the others stay true.
    """
    plurals, words = lexicon.plurals, folded.words
    at = next((at for at, word in enumerate(words[:-1]) if word in plurals), None)
    if at is None or not words[at + 1].isascii() or words[at + 1][:1].isdigit():
        return folded
    first = at
    while first and words[first - 1] in lexicon.modifiers:
        first -= 1
    rank, link = [*words[first:at], plurals[words[at]]], words[at + 1]
    made = [(word, start, end) for word, start, end in zip(words, folded.starts, folded.ends, strict=True)]
    made[at] = (rank[-1], *made[at][1:])
    for again in range(len(made) - 1, at + 1, -1):
        if words[again] == link and (words[again - 1] == "&" or "," in folded.text[folded.ends[again - 1] : folded.starts[again]]):
            made[again:again] = [(word, folded.starts[again], folded.starts[again]) for word in rank]
    columns = list(zip(*made, strict=True))
    return Folded(folded.text, list(columns[0]), list(columns[1]), list(columns[2]))


def closed(text: str, start: int, end: int) -> int:
    """Return the end of a span, after the bracket that closes one inside, or the full stop of letters that each have one.

    Args:
        text: the text.
        start, end: the span.

    >>> closed("副秘書長（運輸）陳帥夫", 0, 7), closed("Mr Yam, J.P., spoke", 0, 11)
    (8, 12)
    """
    closing = text[end : end + 1]
    if closing == ".":
        return end + bool(_DOTTED.search(text, max(start, end - 3), end))
    opening = _BRACKETS.get(closing)
    return end + 1 if opening and text.count(opening, start, end) > text.count(closing, start, end) else end
