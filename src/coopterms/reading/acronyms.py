"""Leave out acronyms that mean something else in a document: what it spells out itself, and codes.

In: a text and its anchors. Out: the anchors without those. "Credit Suisse (CS)" makes CS that bank throughout, and no Chief Secretary;
BA.5 and 98/83/EC name no authority.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from coopterms.index.lexicon import Lexicon
from coopterms.index.scan import Span
from coopterms.text.characters import is_han

_DEFINITION = re.compile(r"\s?[(（]([A-Z][A-Za-z]{1,7})[)）]")
_CODE = re.compile(r"[./]?\d")
_CODE_BEFORE = re.compile(r"\d[./]?\Z")
_LONGEST = 8
"""Letters of an acronym at most."""
_SHORT = 3
"""Letters of an acronym at most that behind an unknown Chinese name is taken for that of another body."""
_BEFORE = 100
_SMALL = frozenset({"of", "and", "the", "for", "in", "on", "to", "&"})
"""Words that acronyms leave out."""


def own_acronyms(text: str, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """Return the anchors of a text without acronyms that stand for something else.

    Args:
        text: the document.
        spans: its anchors, in order.
        lexicon: where their forms are looked up.
    """
    others = _defined_otherwise(text, spans, lexicon)
    kept = []
    for span in spans:
        start, end, key = span
        short = key.isascii() and end - start <= _LONGEST and text[start:end].isupper()
        if not (short and (text[start:end] in others or _CODE.match(text, end) or _CODE_BEFORE.search(text, max(0, start - 2), start))):
            kept.append(span)
    return kept


def _defined_otherwise(text: str, spans: list[Span], lexicon: Lexicon) -> set[str]:
    """Return the acronyms that stand in brackets behind their words, where those are not what the tables call so."""
    found = set()
    ends = [end for _, end, _ in spans] if "(" in text or "（" in text else []
    for definition in _DEFINITION.finditer(text) if ends else ():
        at, acronym = definition.start(), definition[1]
        chinese = is_han(text[max(0, at - 1)]) and len(acronym) <= _SHORT
        if not chinese and not _spells(text[max(0, at - _BEFORE) : at], acronym):
            continue
        before = bisect_left(ends, at)
        keys = [acronym.lower()]
        if before < len(spans) and ends[before] == at:
            keys.append(spans[before][2])
        known = lexicon.forms(keys)
        meant, written = ({form.id for form in known.get(word, ()) if form.kind != "person"} for word in (keys[0], keys[-1]))
        if not meant & written or len(keys) == 1:
            found.add(acronym)
    return found


def _spells(words: str, acronym: str) -> bool:
    """Say whether the initials of the last words make an acronym, with or without the small words.

    >>> _spells("uses carbon capture and storage", "CCS"), _spells("said Mr Wong", "ICAC")
    (True, False)
    """
    initials = acronym.lower()
    all_words = re.findall(r"[A-Za-z]+", words.lower())
    for kept in (all_words, [word for word in all_words if word not in _SMALL]):
        if "".join([word[0] for word in kept[-len(initials) :]]) == initials:
            return True
    return False
