"""The stretches of a document: the pieces around its anchors that are cut into mentions, none of which goes over the end of a clause.

In: a text and its anchors. Out: stretches in order. What lies between them names nobody, and is never folded a second time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define

from coopterms.index.lexicon import Lexicon
from coopterms.index.scan import Span
from coopterms.reading.segment import Cut, Segmenter
from coopterms.reading.spans import choose, find
from coopterms.text.characters import is_han
from coopterms.text.fold import Folded, fold

_HEADS = frozenset({"office", "rank", "plural", "person", "honorific"})
_BEFORE, _BEHIND, _BEHIND_CHINESE = 30, 70, 18
"""How many characters beside an anchor can belong to its mention, or change what it means."""
_CLAUSE = re.compile(r"[。；！？!?;:：，]|\n[^\S\n]*\n|(?<![A-Z])\.(?=\s)|(?<=[\u3400-\u9fff]),|,(?=[\u3400-\u9fff])")
_OPENING = " \t\"'“‘(（「『《"
_ENDS_SENTENCE = "\n.。！？!?"


@define
class Stretch:
    """A piece of the document that is read at once.

    Attributes:
        start: its offset.
        folded, segmenter, cuts: what is in it.
    """

    start: int
    folded: Folded
    segmenter: Segmenter
    cuts: list[Cut]

    def offsets(self, part: tuple[int, int]) -> tuple[int, int]:
        """Return where in the document some items stand.

        Args:
            part: the first item, and the one after the last.
        """
        items, folded = self.segmenter.items, self.folded
        start, end = folded.starts[items[part[0]].start], folded.ends[items[part[1] - 1].end - 1]
        return self.start + start, self.start + closed(folded.text, start, end)


def stretches(text: str, spans: list[Span], lexicon: Lexicon) -> Iterator[Stretch]:
    """Yield the stretches of a text.

    Args:
        text: the document.
        spans: all its anchors, in order.
        lexicon: where forms are looked up.
    """
    start = end = ahead = 0
    for span in spans:
        if not any(form.kind in _HEADS for form in lexicon.forms([span.key]).get(span.key, ())):
            continue
        behind = span.end + (_BEHIND_CHINESE if is_han(text[span.end - 1]) else _BEHIND)
        clause = _CLAUSE.search(text, span.end, behind)
        last = clause.start() if clause else _word_edge(text, min(len(text), behind))
        while ahead < len(spans) and spans[ahead].end < last:
            ahead += 1
        if ahead < len(spans) and spans[ahead].start < last:
            last = spans[ahead].end
        if start < end and span.start <= end:
            end = max(end, last)
            continue
        if start < end:
            yield _stretch(text, start, end, lexicon)
        start = _word_edge(text, max(end, span.start - _BEFORE))
        for clause in _CLAUSE.finditer(text, start, span.start):
            start = clause.end()
        end = last
    if start < end:
        yield _stretch(text, start, end, lexicon)


def _word_edge(text: str, at: int) -> int:
    """Move a cut out of a Latin word, to its beginning."""
    while 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() and not is_han(text[at]) and not is_han(text[at - 1]):
        at -= 1
    return at


def _stretch(text: str, start: int, end: int, lexicon: Lexicon) -> Stretch:
    folded = _singly(fold(text[start:end], lexicon.articles), lexicon)
    items = choose(find(folded, lexicon), len(folded))
    before = text[max(0, start - 3) : start].rstrip(_OPENING)
    begins = not before or before[-1] in _ENDS_SENTENCE
    segmenter = Segmenter(items, folded, lexicon.articles, lexicon.modifiers, begins)
    return Stretch(start, folded, segmenter, segmenter.cuts() if items else [])


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
    """Return the end of a span, after the bracket that closes one inside.

    Args:
        text: the text.
        start, end: the span.

    >>> closed("副秘書長（運輸）陳帥夫", 0, 7)
    8
    """
    inside = text[start:end]
    for opening, closing in ("()", "（）"):
        if inside.count(opening) > inside.count(closing) and text[end : end + 1] == closing:
            return end + 1
    return end
