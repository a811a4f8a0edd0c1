"""Surface forms: the rows of the look-up, and the variants under which one form is filed.

Variation lives here, on the side of the pattern: spelling pairs (Co-operation/Cooperation, Fourth/4th) become further keys of a form,
so that the text is only folded, never rewritten.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from coopterms.text import fold
from coopterms.text.characters import is_han

ANY, CAPITALISED, CAPITALS = 0, 1, 2
"""How a form must be printed: anyhow; each word capitalised (names of people); with the same capitals (abbreviations)."""

ANCHORS = frozenset({"office", "organisation", "person", "term", "rank", "plural", "honorific"})
"""Kinds by which a mention is found in a document; those of the other kinds count only beside one of these."""

TYING = frozenset("-‐‑")
"""Hyphens, which tie the next word to a name."""
_MOST_VARIANTS = 12
_MOST_INITIALS = 3


class Form(NamedTuple):
    """What one key may mean.

    Attributes:
        kind: person, office, organisation, term, rank, qualifier, honorific, postnominal, surname, place, country, branch,
            ignorable, connector, caption, common, particle or plural.
        id: ID of the entity, or of the row in its language table.
        how: how the form names it: label, alias, abbreviation, short, whole, full, initials, written, unbranched, before, after;
            of an honorific the rank that it tells.
        value: what else the form says: that it usually means this person, a qualifier's capacity, an honorific's gender, an
            abbreviation's capitals.
        case: how it must be printed.
        valid_from, valid_to: when the form was in use, empty where unknown.
    """

    kind: str
    id: str
    how: str
    value: str = ""
    case: int = ANY
    valid_from: str = ""
    valid_to: str = ""


def is_anchor(form: Form, key: str) -> bool:
    """Say whether a form is found before those of other kinds are looked for in what is left.

    So are Chinese qualifiers, which run into the title: 署理大埔區議會主席 does not begin with 署 and 理大.

    Args:
        form: a form.
        key: the key under which it is filed.

    >>> is_anchor(Form("qualifier", "zh-acting-shuli", "before"), "署理"), is_anchor(Form("qualifier", "en-former", "before"), "former")
    (True, False)
    """
    return form.kind in ANCHORS or (form.kind == "qualifier" and len(key) > 1 and is_han(key[0]))


def file_uri(path: str) -> str:
    """Write a path as SQLite reads it in a URI.

    >>> file_uri("/data/50%#1.sqlite")
    'file:/data/50%25%231.sqlite'
    """
    return "file:" + path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def capitals(text: str) -> str:
    """Return the capital letters of a text, by which abbreviations are told from words.

    >>> capitals("S for S"), capitals("Ce")
    ('SS', 'C')
    """
    return "".join(character for character in text if character.isupper())


def printed_as(form: Form, original: str) -> bool:
    """Say whether the original text is printed as the form demands.

    Args:
        form: a form found under the key of the text.
        original: the text as printed.

    >>> printed_as(Form("office", "office:x", "abbreviation", "CE", CAPITALS), "ce")
    False
    """
    if form.case == ANY:
        return True
    if not original.isascii():
        original = unicodedata.normalize("NFKC", original)
    if form.case == CAPITALS:
        return capitals(original) == form.value
    words = [word for word in original.split() if word[0].isalpha()]
    if form.how == "initials" and not any(word.isupper() and len(word.replace(".", "")) <= _MOST_INITIALS for word in words):
        return False  # Ms Cheng is not M S Cheng
    # Only the outer words, for a name may hold particles: Raimundo Arrais do Rosário.
    return not words or not (words[0][0].islower() or words[-1][0].islower())


def printed_forms(forms: tuple[Form, ...], text: str, start: int, end: int) -> tuple[Form, ...]:
    """Return the forms of a span that are printed as they demand.

    A hyphen ties the next word to a name: "Lau Kong" does not stand in "Lau Kong-wah".

    Args:
        forms: what the key of the span may mean.
        text: the whole text.
        start, end: the span in it.
    """
    original = text[start:end]
    tied = text[end : end + 1] in TYING and text[end + 1 : end + 2].isalnum()
    return tuple([form for form in forms if printed_as(form, original) and not (tied and form.case == CAPITALISED)])


def spelling_map(pairs: Iterable[tuple[str, str]]) -> dict[str, list[tuple[list[str], list[str]]]]:
    """Arrange spelling pairs by the first word of what they replace, both ways.

    Args:
        pairs: two spellings that may stand for each other.

    >>> spelling_map([("Fourth", "4th")])["4th"]
    [(['4th'], ['fourth'])]
    """
    arranged: dict[str, list[tuple[list[str], list[str]]]] = {}
    for a, b in pairs:
        first, second = fold(a).words, fold(b).words
        for old, new in ((first, second), (second, first)):
            if old and old != new:
                arranged.setdefault(old[0], []).append((old, new))
    return arranged


def variants_of(text: str, spellings: dict[str, list[tuple[list[str], list[str]]]], articles: Collection[str] = ()) -> Iterator[list[str]]:
    """Yield the words under which a form is filed: its own and those of its other spellings.

    Args:
        text: the form as written.
        spellings: from `spelling_map`.
        articles: words that are left out of every key.

    >>> list(variants_of("Fourth Plenary", spelling_map([("Fourth", "4th")])))
    [['fourth', 'plenary'], ['4th', 'plenary']]
    """
    words = fold(text, articles).words
    found = [words]
    seen = {tuple(words)}
    for variant in found:
        for at, word in enumerate(variant):
            for old, new in spellings.get(word, ()):
                if variant[at : at + len(old)] == old:
                    other = variant[:at] + new + variant[at + len(old) :]
                    if tuple(other) not in seen and len(found) < _MOST_VARIANTS:
                        seen.add(tuple(other))
                        found.append(other)
    return (variant for variant in found if variant)
