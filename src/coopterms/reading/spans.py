"""Find the surface forms in a folded text, and choose the spans that cover it best.

In: a `Folded` text and the lexicon. Out: items in order, each either a span with all it may mean or a word that nothing accounts for.
Forms are found wherever they begin and end at whole words; the choice covers as many words as possible with as few spans.
"""

from __future__ import annotations

from typing import NamedTuple

from coopterms.index.forms import CAPITALISED, Form, printed_as
from coopterms.index.lexicon import Lexicon
from coopterms.text.fold import Folded

_SPAN_COST = 0.1  # fewer spans win where the same words are covered; any value under 1 / (words in a mention) will do


class Item(NamedTuple):
    """A piece of the text.

    Attributes:
        start, end: first word, and the word after the last.
        forms: what it may mean; empty for a word that nothing accounts for.
    """

    start: int
    end: int
    forms: tuple[Form, ...]


def find(folded: Folded, lexicon: Lexicon) -> list[list[Item]]:
    """Find every surface form in a text.

    Args:
        folded: the text.
        lexicon: where forms are looked up.

    Returns:
        For each word the spans that begin there.
    """
    count = len(folded)
    words = folded.words
    run = folded.run
    prefixes = folded.pairs()
    lengths = lexicon.lengths(prefixes)
    runs: list[tuple[int, int, str]] = [(at, at + 1, words[at]) for at in range(count)]
    for at, prefix in enumerate(prefixes):
        for length in lengths.get(prefix, ()):
            if at + length > count:
                break
            runs.append((at, at + length, prefix if length == 2 else run(at, at + length)))
    known, cased = lexicon.forms([key for _, _, key in runs]), lexicon.cased
    found: list[list[Item]] = [[] for _ in range(count)]
    for start, end, key in runs:
        forms = known.get(key)
        if not forms:
            continue
        if key in cased:
            original = folded.original(start, end)
            open_ended = _goes_on(folded, end)
            forms = tuple(form for form in forms if printed_as(form, original) and not (open_ended and form.case == CAPITALISED))
        if forms:
            found[start].append(Item(start, end, forms))
    return found


def _goes_on(folded: Folded, end: int) -> bool:
    """Say whether a hyphen ties the next word to the last one: "Lau Kong" does not stand in "Lau Kong-wah"."""
    at = folded.ends[end - 1]
    return end < len(folded) and folded.starts[end] == at + 1 and folded.text[at] in "-‐‑"


def choose(found: list[list[Item]], count: int) -> list[Item]:
    """Choose spans that do not overlap and cover the text best; words between them become items without forms.

    Args:
        found: from `find`.
        count: the number of words.
    """
    best = [0.0] * (count + 1)
    step: list[Item | None] = [None] * (count + 1)
    for at in range(count - 1, -1, -1):
        best[at] = best[at + 1]
        for item in found[at]:
            score = item.end - at - _SPAN_COST + best[item.end]
            if score > best[at]:
                best[at], step[at] = score, item
    items: list[Item] = []
    at = 0
    while at < count:
        item = step[at] or Item(at, at + 1, ())
        items.append(item)
        at = item.end
    return items
