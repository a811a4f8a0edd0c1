"""Find the surface forms in a text, and choose the spans that are read.

In: a `Folded` text and the lexicon. Out: items in order, each either a span with all it may mean or a word that nothing accounts for.
Anchors (see `ANCHORS`) come first, the longest of those that begin first, as the scan of a document takes them; forms of other kinds are
taken likewise from what the anchors leave.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from coopterms.index.forms import ANCHORS, Form, is_anchor, printed_forms
from coopterms.index.lexicon import Lexicon
from coopterms.text.characters import is_han
from coopterms.text.fold import Folded

_NONE: frozenset[str] = frozenset()
_BRANCH = frozenset({"branch"})
_TITLES = frozenset({"office", "rank"})
_CLOSING = {"(": ")", "（": "）"}
_NEVER_BRANCHES = frozenset({"person", "honorific", "office", "rank", "qualifier", "organisation", "country", "postnominal", "caption"})
"""Kinds that stand in brackets behind a title, or after a slash, for something else than a branch."""
_LONGEST_BRANCH = 12
"""Items of an unlisted branch at most."""
_MOST_GIVEN = 2
"""Characters of a Chinese given name at most."""
_NUMBERED = 2
"""Items of a branch with the number of the seat in it."""
UNLISTED = Form("branch", "", "unlisted")
"""What brackets behind a title mean that no table lists: Deputy Commissioner for Transport (Bus Planning)."""


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
    return _with_branches(_choose(find(folded, lexicon), folded), folded.text, lexicon.branch_words)


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


def _with_branches(items: list[Item], text: str, words: Collection[str]) -> list[Item]:
    """Make one item of words in brackets behind a title, or after a slash, when they are all such as listed branches are made of."""
    joined: list[Item] = []
    at = 0
    while at < len(items):
        joined.append(items[at])
        end = at + 1
        if at + 1 < len(items) and items[at].kinds & _TITLES:
            end = _end_of_branch(items, text, at + 1, words)
            if end > at + 1:
                run = items[at + 1 : end]
                numbered = len(run) == _NUMBERED and "branch" in run[0].kinds and run[1].key.isdigit()  # (Specialist 1)
                forms = tuple([form for form in run[0].forms if form.kind == "branch"]) if numbered else (UNLISTED,)
                joined.append(Item(run[0].start, run[-1].end, " ".join([item.key for item in run]), forms, _BRANCH))
        at = end
    return joined


def _end_of_branch(items: list[Item], text: str, first: int, words: Collection[str]) -> int:
    """Return the item after the last of an unlisted branch that begins here; the same item when none does."""
    opening = text[items[first - 1].end : items[first].start].strip()
    closing = _CLOSING.get(opening, "")
    if not closing and (opening != "/" or items[first].is_han):
        return first
    end = first
    while end < len(items) and end - first < _LONGEST_BRANCH and items[end].kinds.isdisjoint(_NEVER_BRANCHES):
        end += 1
        after = text[items[end - 1].end : items[end].start if end < len(items) else len(text)].strip()
        if closing:
            if after[:1] == closing:
                return end if _names_branch(items[first:end], words) else first
            if closing in after or opening in after:
                return first
        elif after not in ("", "&", "-") or end == len(items) or items[end].key == "of":
            # A single word behind a slash may be of another body: Deputy Director of Health/Education.
            return end if end - first > 1 and _names_branch(items[first:end], words) else first
    return first


def _names_branch(run: list[Item], words: Collection[str]) -> bool:
    """Say whether words behind a title name a branch rather than a number, a person or anything else."""
    if (len(run) == 1 and run[0].kinds & {"branch", "place"}) or all(item.key.isdigit() for item in run):
        return False
    if not all(word in words for item in run for word in (item.key if item.is_han else item.key.split(" "))):
        return False
    if not run[0].is_han:
        return not any("surname" in item.kinds for item in (run[0], run[-1]))
    if "surname" not in run[0].kinds:
        return True
    surnames = run[0].words + (len(run) > 1 and "surname" in run[1].kinds)
    return sum(item.words for item in run) > surnames + _MOST_GIVEN
