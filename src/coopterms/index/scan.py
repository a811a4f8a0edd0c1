"""The scan of a document: every anchor (see `ANCHORS`) that stands in it, in one pass, however long it is.

In: a text. Out: spans in order, of which each is the longest form of those that begin there and the first of those that overlap. The
automaton finds overlapping hits; what is printed otherwise than its form demands falls out, and only then the longest is taken: an
automaton that kept the longest itself would let an official named He Hong hide every "the Hong Kong". A Latin edge of a form needs a
word's edge, for which the patterns carry a blank; a Chinese edge needs none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from coopterms.index.forms import ANCHORS, Form, printed_forms
from coopterms.index.lexicon import Lexicon
from coopterms.text.characters import is_han
from coopterms.text.flat import Flat

_CHUNK = 1 << 16
"""Characters of the key that the automaton takes at once, so that the list of hits stays short."""


class Span(NamedTuple):
    """An anchor in a document.

    Attributes:
        start, end: offsets in the original (code points, end exclusive).
        key: its key, under which the lexicon has its forms.
    """

    start: int
    end: int
    key: str


class Finder(Protocol):
    """What finds every pattern in a text, overlapping ones too."""

    def find_overlapping(self, haystack: str, /) -> list[tuple[int, int, int]]:
        """Return (start, end, number of the pattern) for each hit."""
        ...


class DictionaryFinder:
    """Finds patterns by looking up their beginnings in a dictionary: where there is no automaton for the machine, and as its oracle.

    Args:
        patterns: what to find.

    >>> sorted(DictionaryFinder(["商務及經濟發展局", "發展局"]).find_overlapping("商務及經濟發展局"))
    [(0, 8, 0), (5, 8, 1)]
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._numbers = {pattern: number for number, pattern in enumerate(patterns)}
        lengths: dict[str, set[int]] = {}
        for pattern in self._numbers:
            lengths.setdefault(pattern[:2], set()).add(len(pattern))
        self._lengths = {beginning: sorted(found) for beginning, found in lengths.items()}

    def find_overlapping(self, haystack: str, /) -> list[tuple[int, int, int]]:
        """Return (start, end, number of the pattern) for each hit."""
        hits = []
        for start in range(len(haystack)):
            for length in self._lengths.get(haystack[start : start + 2], ()):
                number = self._numbers.get(haystack[start : start + length])
                if number is not None:
                    hits.append((start, start + length, number))
        return hits


def scan_pattern(key: str) -> str:
    """Return how a key stands in the key of a document: with a blank at each edge that is not Chinese.

    >>> scan_pattern("hksar 政府")
    ' hksar 政府'
    """
    return ("" if is_han(key[0]) else " ") + key + ("" if is_han(key[-1]) else " ")


def compile_scan(forms: Mapping[str, Mapping[tuple[object, ...], Form]]) -> tuple[str, int, bytes, bytes]:
    """Make what the compiled file holds for the scan.

    Args:
        forms: key -> forms.

    Returns:
        The name of the automaton's maker, the length of the longest pattern, for each pattern whether its print must be looked at, and
        the automaton; the patterns themselves, one a line, where the machine has no automaton.
    """
    patterns, cased = [], bytearray()
    for key in sorted(forms):
        anchors = [form for form in forms[key].values() if form.kind in ANCHORS]
        if anchors and len(key) > 1 and not key.startswith("&") and not key.endswith("&"):
            patterns.append(scan_pattern(key))
            cased.append(any(form.case for form in anchors))
    longest = max(map(len, patterns), default=0)
    try:
        from daachorse import CharwiseDoubleArrayAhoCorasick
    except ImportError:
        return "", longest, bytes(cased), "\n".join(patterns).encode()
    data = CharwiseDoubleArrayAhoCorasick(patterns).serialize() if patterns else b""
    return "daachorse", longest, bytes(cased), data


class Scanner:
    """Scans documents for the anchors of a lexicon.

    Args:
        lexicon: a compiled gazetteer.

    >>> from coopterms.index.compiled import compiled_file
    >>> scanner = Scanner(Lexicon(compiled_file()))
    >>> [span.key for span in scanner.scan("the Chief Executive, Mrs Carrie Lam, said")]
    ['chief executive', 'mrs', 'carrie lam']
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        backend, self._longest, self._cased, data = lexicon.automaton()
        self._finder: Finder
        if backend:
            from daachorse import CharwiseDoubleArrayAhoCorasick

            self._finder = CharwiseDoubleArrayAhoCorasick.deserialize(data)
        else:
            self._finder = DictionaryFinder(data.decode().split("\n") if data else ())

    def scan(self, text: str) -> list[Span]:
        """Return the anchors of a text, in order; none overlaps another.

        Args:
            text: any string.
        """
        return list(self._spans(Flat(text, self._lexicon.articles)))

    def _spans(self, flat: Flat) -> Iterator[Span]:
        key, print_matters, text = flat.key, self._cased, flat.text
        free = 0
        for chunk in range(0, len(key), _CHUNK):
            hits = self._finder.find_overlapping(key[chunk : chunk + _CHUNK + self._longest])
            longest = {start: (end, number) for start, end, number in hits}  # hits come in the order of their ends
            for at in sorted(longest):
                if at >= _CHUNK:
                    break
                start = chunk + at
                start += key[start] == " "
                if start < free:
                    continue
                end, number = longest[at]
                others: Iterator[tuple[int, int]] | None = None
                while True:
                    end += chunk
                    end -= key[end - 1] == " "
                    span = Span(*flat.locate(start, end), key[start:end])
                    if not print_matters[number] or self._is_printed_so(text, span):
                        yield span
                        free = end
                        break
                    if others is None:
                        others = iter(sorted(((hit[1], hit[2]) for hit in hits if hit[0] == at), reverse=True)[1:])
                    end, number = next(others, (0, 0))
                    if not end:
                        break

    def _is_printed_so(self, text: str, span: Span) -> bool:
        forms = self._lexicon.forms([span.key]).get(span.key, ())
        return any(form.kind in ANCHORS for form in printed_forms(forms, text, span.start, span.end))
