"""Tell what is another country's: ministries, courts and commissioners bear the same titles everywhere.

In: a text, a place in it, what stands there. Out: whether the words around make it that of another country, or of another place than the
one that the tables know it from.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from coopterms.index.forms import Form
from coopterms.index.lexicon import Lexicon
from coopterms.index.scan import Span
from coopterms.reading.spans import find
from coopterms.text.characters import is_han
from coopterms.text.fold import fold, holds, key

_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_LONGEST_PLACE = 40
_LONGEST_COUNTRY, _SHORT_COUNTRY = 24, 6
"""Characters before a body in which a country is looked for, and how many a Chinese one has at most."""
_MOST_WORDS = 3
_ABOUT = 3
"""A document that names countries so often, and no place of the tables, is about them."""
_HOME = frozenset({"place", "home"})
"""Kinds of words by which a text says that it is about Hong Kong or the Mainland, too."""


def is_elsewhere(lexicon: Lexicon, text: str, bounds: tuple[int, int], bodies: Collection[Form]) -> bool:
    """Say whether a country before a body, or a place after "of", makes another one of it: 南韓央行, the Health Bureau of Shanghai.

    Args:
        lexicon: where countries and places are looked up.
        text: the document.
        bounds: where the body stands.
        bodies: what its name may mean.
    """
    if not bodies:
        return False
    start, end = bounds
    before = _words_before(text, start)
    if _has_country(lexicon, before) or _is_of_another_place(lexicon, before, key(text[start:end]), bodies):
        return True
    of = _OF.match(text, end)
    if not of:
        return False
    words = text[of.end() : of.end() + _LONGEST_PLACE].split()
    keys = [key(" ".join(words[:count])) for count in range(1, len(words) + 1)]
    if _has_country(lexicon, keys):
        return True
    known = lexicon.forms(keys)
    places = {form.id for word in keys for form in known.get(word, ()) if form.kind == "place"}
    return bool(places) and not any(lexicon.ancestors(form.id) & places for form in bodies)


def _words_before(text: str, start: int) -> list[str]:
    """Return the keys of what stands right before a place in the text: the last words, or the last Chinese characters."""
    before = text[max(0, start - _LONGEST_COUNTRY) : start].rstrip(" \u00a0-").removesuffix("'s").removesuffix("’s")
    if not before[-1:].isalpha():
        return []
    if is_han(before[-1]):
        pieces = [before[at:] for at in range(max(0, len(before) - _SHORT_COUNTRY), len(before) - 1)]
    else:
        words = before.split()[-_MOST_WORDS:]
        pieces = [" ".join(words[at:]) for at in range(len(words))]
    return [key(piece) for piece in pieces]


def _is_of_another_place(lexicon: Lexicon, before: list[str], name: str, bodies: Collection[Form]) -> bool:
    """Say whether a place right before a body of Hong Kong or Macao is not its own: 澳門廉政公署, the Macao Legislative Council.

    A name that tells the place itself needs none before it: 在北京香港特區政府.
    """
    known = lexicon.forms(before)
    places = {form.id for word in before for form in known.get(word, ()) if form.kind == "place"}
    if not places:
        return False
    named = {lexicon.jurisdiction(place) for place in places}
    own = {lexicon.jurisdiction(form.id) for form in bodies}
    if named & own or (named | own).isdisjoint(lexicon.regions):
        return False
    return not any(holds(name, words) for place in own for words in lexicon.place_names.get(place, ()))


def _has_country(lexicon: Lexicon, keys: list[str]) -> bool:
    known = lexicon.forms(keys)
    return any(form.kind == "country" for words in keys for form in known.get(words, ()))


def regions_not_meant(lexicon: Lexicon, spans: Iterable[Span]) -> frozenset[str]:
    """Return the special administrative regions whose offices a document does not mean, for it names only the other one.

    Args:
        lexicon: where places are looked up.
        spans: the anchors of the document.
    """
    keys = " | ".join([words for _, _, words in spans])
    named = {region for region, names in lexicon.regions.items() if any(holds(keys, words) for words in names)}
    return frozenset(lexicon.regions.keys() - named) if named else frozenset()


def is_about_another_country(lexicon: Lexicon, text: str) -> bool:
    """Say whether a document names other countries again and again, and no place that the tables know: its courts are theirs.

    Args:
        lexicon: where countries and places are looked up.
        text: the document.

    >>> from coopterms.index.compiled import compiled_file
    >>> lexicon = Lexicon(compiled_file())
    >>> is_about_another_country(lexicon, "In Singapore, the High Court of Singapore thanked Singapore's police.")
    True
    >>> is_about_another_country(lexicon, "From Singapore to Japan, then back to Singapore: the High Court in Hong Kong.")
    False
    """
    named = 0
    for line in text.splitlines():  # one by one, so that a long document is soon done with, and never held in pieces
        for found in find(fold(line, lexicon.articles), lexicon):
            for form in found:
                if not _HOME.isdisjoint(form.kinds):
                    return False
                named += "country" in form.kinds
    return named >= _ABOUT
