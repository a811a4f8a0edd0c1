"""What Hong Kong and the Mainland write differently: 資訊 and 信息, 創新及科技 and 创新科技.

In: an entity. Out: its names, each with the place whose wording it is where there are two. A name in Simplified characters whose key no
name in Traditional ones has is the Mainland's wording; where the tables have none, words of `renderings.csv` are put in, which makes one.
Offices, bodies and people keep their own names everywhere, so that is done for terms only.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from coopterms.bilingual.folding import folded_characters
from coopterms.bilingual.languages import HONG_KONG, MAINLAND, Language
from coopterms.model import Entity, Name, Term
from coopterms.names.words import read_rows
from coopterms.text import key

_PLACED = ("label", "alias", "short")
"""Kinds of names by which the wordings of the two places are told apart."""


class Worded(NamedTuple):
    """A name with the place whose wording it is.

    Attributes:
        name: the name.
        region: HK or CN; empty where the two do not differ.
    """

    name: Name
    region: str

    @property
    def language(self) -> Language:
        """Language, script and, where it matters, place."""
        return Language(self.name.language, self.region)


class _Words(NamedTuple):
    """One row of `renderings.csv`: what either place writes, and the same folded."""

    hong_kong: str
    mainland: str
    hong_kong_key: str
    mainland_key: str


@cache
def _words() -> tuple[_Words, ...]:
    rows = (_Words(row["hong_kong"], row["mainland"], key(row["hong_kong"]), key(row["mainland"])) for row in read_rows("renderings"))
    return tuple(sorted(rows, key=lambda row: -len(row.mainland)))


def worded(entity: Entity) -> list[Worded]:
    """Return the names of an entity with the place whose wording each is.

    Args:
        entity: any entity.

    Returns:
        The names in their order; one that had to be made has the kind `made` and comes last.
    """
    keys = {key(name.text) for name in entity.names if name.language == "zh-Hant" or (name.language, name.kind) == ("zh-Hans", "label")}
    mainland = {name for name in entity.names if name.language == "zh-Hans" and name.kind in _PLACED and key(name.text) not in keys}
    names = [Worded(name, MAINLAND if name in mainland else "") for name in entity.names]
    label = entity.labels.get("zh-Hans")
    if label and not any(name.text == label and name.language == "zh-Hans" for name in entity.names):
        names.append(Worded(Name(label, "zh-Hans", "label"), ""))
    made = "" if mainland or not isinstance(entity, Term) else mainland_wording(label or "")
    if made and made != label:
        names.append(Worded(Name(made, "zh-Hans", "made"), MAINLAND))
    if mainland or made:
        names = [Worded(name, region or (HONG_KONG if name.language != "en" and name.kind in _PLACED else "")) for name, region in names]
    return names


def mainland_wording(text: str) -> str:
    """Write a Simplified text of Hong Kong with the words of the Mainland; empty where no word differs.

    Args:
        text: Simplified Chinese.

    >>> mainland_wording("资讯科技合作"), mainland_wording("环保合作")
    ('信息技术合作', '')
    """
    return _put_in(text, [(row.hong_kong_key, row.mainland) for row in sorted(_words(), key=lambda row: -len(row.hong_kong))])[0]


def hong_kong_wordings(text: str) -> Iterator[tuple[str, list[tuple[int, int, int, int]]]]:
    """Yield a text with words of the Mainland put into those of Hong Kong, one word of each at a time and then all.

    Args:
        text: Chinese of either script.

    Yields:
        The other text, and for each word put in: start and end in it, start and end in the original.

    >>> [other for other, _ in hong_kong_wordings("信息技术")]
    ['資訊科技', '資訊技术']
    """
    tried: set[str] = set()
    rows = [(row.mainland_key, row.hong_kong) for row in _words() if row.mainland_key in key(text)]
    for chosen in ([rows] if len(rows) > 1 else []) + [[row] for row in rows]:
        other, places = _put_in(text, chosen)
        if other not in tried:
            tried.add(other)
            yield other, places


def mainland_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a text has words of the Mainland, and what Hong Kong writes for each.

    Args:
        text: Chinese of either script.

    >>> list(mainland_words("推广移动支付"))
    [(2, 6, '流動支付')]
    """
    other, places = _put_in(text, [(row.mainland_key, row.hong_kong) for row in _words()])
    for start, end, original, original_end in places:
        yield original, original_end, other[start:end]


def _put_in(text: str, rows: list[tuple[str, str]]) -> tuple[str, list[tuple[int, int, int, int]]]:
    """Put words in for others, given by their keys; the text is empty where none stands in it."""
    folded = folded_characters(text)
    written, at = "", 0
    places = []
    while at < len(text):
        found = next(((old, new) for old, new in rows if folded.startswith(old, at)), None)
        if found is None:
            written += text[at]
            at += 1
            continue
        old, new = found
        places.append((len(written), len(written) + len(new), at, at + len(old)))
        written += new
        at += len(old)
    return (written if places else ""), places
