"""Find the surface forms in a text, and choose the spans that are read.

In: a `Folded` text and the lexicon. Out: items in order, each either a span with all it may mean or a word that nothing accounts for.
Anchors (see `ANCHORS`) come first, the longest of those that begin first, as the scan of a document takes them; forms of other kinds are
taken likewise from what the anchors leave.
"""

from __future__ import annotations

from typing import NamedTuple

from coopterms.index.forms import ANCHORS, Form, is_anchor, printed_forms
from coopterms.index.lexicon import Lexicon
from coopterms.text.characters import is_han
from coopterms.text.fold import Folded

_NONE: frozenset[str] = frozenset()


class Item(NamedTuple):
    """A piece of a text.

    Attributes:
        start, end: offsets in the text, end exclusive.
        key: its folded words.
        forms: what it may mean; empty for a word that nothing accounts for.
        kinds: the kinds of the forms.
    """

    start: int
    end: int
    key: str
    forms: tuple[Form, ...] = ()
    kinds: frozenset[str] = _NONE

    @property
    def is_han(self) -> bool:
        """Whether it begins with a Chinese character."""
        return is_han(self.key[0])

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.key) if self.is_han else self.key.count(" ") + 1


class Found(NamedTuple):
    """A form where it stands: the number of its first word, and of the word after its last."""

    start: int
    end: int
    forms: tuple[Form, ...]
    kinds: frozenset[str]
    anchor: bool


def items_of(folded: Folded, lexicon: Lexicon) -> list[Item]:
    """Return the items of a text.

    Args:
        folded: the text.
        lexicon: where forms are looked up.
    """
    return _choose(find(folded, lexicon), folded)


def find(folded: Folded, lexicon: Lexicon) -> list[list[Found]]:
    """Find every surface form in a text.

    Args:
        folded: the text.
        lexicon: where forms are looked up.

    Returns:
        For each word the forms that begin there, shorter ones first.
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
    found: list[list[Found]] = [[] for _ in range(count)]
    for start, end, key in runs:
        forms = known.get(key)
        if not forms:
            continue
        if key in cased:
            forms = printed_forms(forms, folded.text, folded.starts[start], folded.ends[end - 1])
        if forms:
            kinds = frozenset([form.kind for form in forms])
            anchor = not kinds.isdisjoint(ANCHORS) or any(is_anchor(form, key) for form in forms)
            found[start].append(Found(start, end, forms, kinds, anchor))
    return found


def _choose(found: list[list[Found]], folded: Folded) -> list[Item]:
    """Choose spans that do not overlap; words between them become items without forms."""
    count = len(found)
    anchors = []
    at = 0
    while at < count:
        best = next((form for form in reversed(found[at]) if form.anchor), None)
        if best:
            anchors.append(best)
        at = best.end if best else at + 1
    chosen: list[Found] = []
    at = 0
    for anchor in (*anchors, Found(count, count, (), _NONE, False)):
        while at < anchor.start:
            best = next((form for form in reversed(found[at]) if form.end <= anchor.start), None) or Found(at, at + 1, (), _NONE, False)
            chosen.append(best)
            at = best.end
        if anchor.start < count:
            chosen.append(anchor)
            at = anchor.end
    starts, ends, run = folded.starts, folded.ends, folded.run
    return [Item(starts[one.start], ends[one.end - 1], run(one.start, one.end), one.forms, one.kinds) for one in chosen]
