"""The scan of a document: every anchor (see `ANCHORS`) that stands in it, in one pass, however long it is.

In: a text. Out: spans in order, of which each is the longest form of those that begin there and the first of those that overlap. The
automaton finds overlapping hits; what is printed otherwise than its form demands falls out, and only then the longest is taken: an
automaton that kept the longest itself would let an official named He Hong hide every "the Hong Kong". A Latin edge of a form needs a
word's edge, for which the patterns carry a blank; a Chinese edge needs none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Protocol, TypeAlias

from coopterms.index.forms import ANY, CAPITALISED, CAPITALS, TYING, Form, is_anchor, printed_forms
from coopterms.index.lexicon import Lexicon
from coopterms.text.characters import is_han
from coopterms.text.flat import Flat

_CHUNK = 1 << 16
"""Characters of the key that the automaton takes at once, so that the list of hits stays short."""


Span: TypeAlias = tuple[int, int, str]
"""An anchor in a document: where in the original it starts and ends (code points, end exclusive), and its key, under which the lexicon
has its forms. A plain tuple, which the garbage collector leaves alone: a long document has hundreds of thousands."""


class Finder(Protocol):
    """What finds every pattern in a text, overlapping ones too."""

    def find_overlapping(self, haystack: str, /) -> list[tuple[int, int, int]]:
        """Return (start, end, number of the pattern) for each hit, in the order of the ends."""
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
                if number is not None and start + length <= len(haystack):  # what is cut off at the end may be a shorter pattern
                    hits.append((start, start + length, number))
        return sorted(hits, key=itemgetter(1))


def scan_pattern(key: str) -> str:
    """Return how a key stands in the key of a document: with a blank at each edge that is not Chinese.

    >>> scan_pattern("hksar 政府")
    ' hksar 政府'
    """
    return ("" if is_han(key[0]) else " ") + key + ("" if is_han(key[-1]) else " ")


def compile_scan(forms: Mapping[str, Iterable[Form]]) -> tuple[int, bytes, bytes]:
    """Make what the compiled file holds for the scan.

    Args:
        forms: key -> forms.

    Returns:
        The length of the longest pattern, for each pattern how it must be printed at least, and the automaton, which is empty where the
        machine has none.
    """
    patterns, cased = _patterns(forms)
    longest = max(map(len, patterns), default=0)
    try:
        from daachorse import CharwiseDoubleArrayAhoCorasick
    except ImportError:
        return longest, cased, b""
    return longest, cased, CharwiseDoubleArrayAhoCorasick(patterns).serialize() if patterns else b""


def _patterns(forms: Mapping[str, Iterable[Form]]) -> tuple[list[str], bytes]:
    """Return the patterns of the anchors, and for each how it must be printed at least."""
    patterns, cased = [], bytearray()
    for key in sorted(forms):
        anchors = [form for form in forms[key] if is_anchor(form, key)]
        if anchors and len(key) > 1 and not key.startswith("&") and not key.endswith("&"):
            patterns.append(scan_pattern(key))
            demands = {form.case for form in anchors}
            initials = any(form.how == "initials" for form in anchors)
            cased.append(0 if ANY in demands else CAPITALISED if demands == {CAPITALISED} and not initials else CAPITALS)
    return patterns, bytes(cased)


class Scanner:
    """Scans documents for the anchors of a lexicon.

    Args:
        lexicon: a compiled gazetteer.

    >>> from coopterms.index.compiled import compiled_file
    >>> scanner = Scanner(Lexicon(compiled_file()))
    >>> [key for _, _, key in scanner.scan("the Chief Executive, Mrs Carrie Lam, said")]
    ['chief executive', 'mrs', 'carrie lam']
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._longest, self._cased, data = lexicon.automaton()
        self._finder: Finder = _finder(data) or DictionaryFinder(_patterns(lexicon.all_forms())[0])

    def scan(self, text: str) -> list[Span]:
        """Return the anchors of a text, in order; none overlaps another.

        Args:
            text: any string.
        """
        flat = Flat(text, self._lexicon.articles)
        key, locate, print_matters = flat.key, flat.locate, self._cased
        spans: list[Span] = []
        free = 0
        for chunk in range(0, len(key), _CHUNK):
            hits = self._finder.find_overlapping(key[chunk : chunk + _CHUNK + self._longest])
            longest = dict(zip(map(itemgetter(0), hits), hits, strict=True))  # hits come in the order of their ends
            shorter: dict[int, list[tuple[int, int, int]]] = {}
            for at in sorted(longest):
                start = chunk + at
                if start < free:
                    continue
                if at >= _CHUNK:
                    break
                start += key[start] == " "
                _, end, number = longest[at]
                end += chunk - (key[chunk + end - 1] == " ")
                words = key[start:end]
                first, last = locate(start, end)
                demand = print_matters[number]
                plain = not demand or (demand == CAPITALISED and _is_plainly_capitalised(text, first, last))
                if not plain and not self._is_printed_so(text, first, last, words):
                    if words.isascii() and words.isalnum():
                        continue  # one word, in which there is no shorter form
                    shorter = shorter or _by_start(hits)
                    for _, end, number in shorter[at][-2::-1]:
                        end += chunk - (key[chunk + end - 1] == " ")
                        words = key[start:end]
                        first, last = locate(start, end)
                        if not print_matters[number] or self._is_printed_so(text, first, last, words):
                            break
                    else:
                        continue
                spans.append((first, last, words))
                free = end
        return spans

    def _is_printed_so(self, text: str, start: int, end: int, key: str) -> bool:
        if text[start:end].islower():
            return False
        forms = self._lexicon.forms([key]).get(key, ())
        return any(is_anchor(form, key) for form in printed_forms(forms, text, start, end))


def _finder(data: bytes) -> Finder | None:
    """Wake the compiled automaton; None where it was compiled without one, or where this machine has none."""
    if not data:
        return None
    try:
        from daachorse import CharwiseDoubleArrayAhoCorasick
    except ImportError:
        return None
    return CharwiseDoubleArrayAhoCorasick.deserialize(data)


def _by_start(hits: list[tuple[int, int, int]]) -> dict[int, list[tuple[int, int, int]]]:
    found: dict[int, list[tuple[int, int, int]]] = {}
    for hit in hits:
        found.setdefault(hit[0], []).append(hit)
    return found


def _is_plainly_capitalised(text: str, start: int, end: int) -> bool:
    """Say whether a name is printed with capitals, and surely ends where it does; if not, it is to be looked at more closely."""
    return text[start].isupper() and text[text.rfind(" ", start, end) + 1 or start].isupper() and text[end : end + 1] not in TYING
