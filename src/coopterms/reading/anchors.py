"""Choose the anchors of a document that count: what stands in addresses, in codes, across brackets, or for something else names nobody.

In: a text and its anchors. Out: the anchors without those. "Credit Suisse (CS)" makes CS that bank throughout, and no Chief Secretary;
BA.5, 98/83/EC and EC(98-99)14 name no authority, www.police.gov.hk no force, 把「擴張」為 nobody of the name 張為.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from coopterms.index.lexicon import Lexicon
from coopterms.index.scan import Span
from coopterms.text.characters import is_han
from coopterms.text.fold import key as fold_key

_ADDRESS = re.compile(r"[!-~]*(?:://|www\.|@)[!-~]*")
_DEFINITION = re.compile(r"\s?[(（]([A-Z][A-Za-z]{1,7})[)）]")
_CODE = re.compile(r"[./]?\d|\(\d\d-\d\d\)")
_CODE_BEFORE = re.compile(r"\d[./]?\Z")
_LONGEST = 8
"""Letters of an acronym at most."""
_SHORT = 3
"""Letters of an acronym at most that behind an unknown Chinese name is taken for that of another body."""
_BEFORE = 100
_SMALL = frozenset({"of", "and", "the", "for", "in", "on", "to"})
"""Words that acronyms leave out."""
_TITLES = frozenset({"rank", "office"})
_BRACKETS = {")": "(", "）": "（"}
_SHORT_FORM = 4
"""Characters of a Chinese form at most in which a mark of a list or a quotation has no place."""
_APART = re.compile(r"[、「」『』“”‘’\"]")


def valid_anchors(text: str, spans: list[Span], lexicon: Lexicon) -> list[Span]:
    """Return the anchors of a text that count.

    Args:
        text: the document.
        spans: all its anchors, in order.
        lexicon: where their forms are looked up.
    """
    others = _defined_otherwise(text, spans, lexicon)
    return [span for span in _outside_addresses(text, spans) if not _is_other(text, span, others) and not _is_broken(text, span, lexicon)]


def _outside_addresses(text: str, spans: list[Span]) -> list[Span]:
    """Leave out what stands in addresses of pages and mails."""
    addresses = [found.span() for found in _ADDRESS.finditer(text)] if "www." in text or "://" in text or "@" in text else []
    if not addresses:
        return spans
    starts = [start for start, _ in addresses]
    return [span for span in spans if not ((at := bisect_right(starts, span[0])) and addresses[at - 1][1] > span[0])]


def _is_other(text: str, span: Span, others: set[str]) -> bool:
    """Say whether an anchor is an acronym that the document has for something else, or a part of a code."""
    start, end, key = span
    if end - start > _LONGEST or not key.isascii() or not text[start:end].isupper():
        return False
    code = _CODE.match(text, end) or _CODE_BEFORE.search(text, max(0, start - 2), start)
    return bool(code) or text[start:end] in others


def _is_broken(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Say whether the words of a form stand apart: no 衞生局局長 in 食物局(後改組為衞生局)局長, no 港台 in 港、台.

    Nor is a body at the end of a line one with the rank at the beginning of the next: lists have "Director, Hospital Authority", and below
    "Chairman, Consumer Council".
    """
    start, end, key = span
    printed = text[start:end]
    if end - start == len(key) and "\n" not in printed:
        return False
    if key[0] > "z" and len(key) <= _SHORT_FORM and _APART.search(printed):
        return True
    if "\n" in printed and key.isascii():
        above, _, below = printed.partition("\n")
        known = lexicon.forms(parts := [fold_key(above), fold_key(below)])
        body, rank = ({form.kind for form in known.get(part, ())} for part in parts)
        if "organisation" in body and not rank.isdisjoint(_TITLES):
            return True
    return any(closing in printed and opening not in printed[: printed.index(closing)] for closing, opening in _BRACKETS.items())


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
        words = spans[before][2] if before < len(spans) and ends[before] == at else ""
        known = lexicon.forms(keys := [acronym.lower(), words])
        meant, written = ({form.id for form in known.get(one, ()) if form.kind != "person"} for one in keys)
        if not meant & written:
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
