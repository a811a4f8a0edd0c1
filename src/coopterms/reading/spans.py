"""Find the surface forms in a folded text, and choose the spans that cover it best.

In: a `Folded` text and the lexicon. Out: items in order, each either a span with all it may mean or a word that nothing accounts for.
Forms are found wherever they begin and end at whole words; the choice covers as many words as possible with as few spans.
"""

from __future__ import annotations

from typing import NamedTuple

from coopterms.index.forms import ANCHORS, Form, printed_forms
from coopterms.index.lexicon import Lexicon
from coopterms.text.fold import Folded


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
            forms = printed_forms(forms, folded.text, folded.starts[start], folded.ends[end - 1])
        if forms:
            found[start].append(Item(start, end, forms))
    return found


def choose(found: list[list[Item]], count: int) -> list[Item]:
    """Choose spans that do not overlap; words between them become items without forms.

    Args:
        found: from `find`.
        count: the number of words.
    """
    anchors = []
    at = 0
    while at < count:
        best = max(
            (item for item in found[at] if any(form.kind in ANCHORS for form in item.forms)), key=lambda item: item.end, default=None
        )
        if best:
            anchors.append(best)
        at = best.end if best else at + 1
    items: list[Item] = []
    at = 0
    for anchor in [*anchors, Item(count, count, ())]:
        while at < anchor.start:
            best = max((item for item in found[at] if item.end <= anchor.start), key=lambda item: item.end, default=Item(at, at + 1, ()))
            items.append(best)
            at = best.end
        if anchor.start < count:
            items.append(anchor)
            at = anchor.end
    return items
