"""The words of a name: folded, without honorifics and post-nominals.

In: a name as written. Out: its words, and for a Chinese name the characters as they were written. Which words are a courtesy, a surname
or a syllable stands in the tables; they are read when first needed.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache

from attrs import frozen

from coopterms._data import tables_folder
from coopterms.errors import InputError
from coopterms.gazetteer.schema import DESCRIPTOR, Resource, read_descriptor, read_resources
from coopterms.gazetteer.tables import Row, read_table
from coopterms.text import Folded, fold, key
from coopterms.text.characters import is_han

APOSTROPHES = ("'", "\u2019", "\u2018", "`", "\u00b4", "\uff07")
"""What may stand inside a romanised word."""


@cache
def _resources() -> dict[str, Resource]:
    descriptor = read_descriptor(tables_folder())
    if descriptor is None:
        raise InputError(f"there is no {DESCRIPTOR}", tables_folder(), "install the package again")
    return {resource.name: resource for resource in read_resources(descriptor)}


@cache
def read_rows(name: str) -> tuple[Row, ...]:
    """Read one of the packaged tables, and no other.

    Args:
        name: the table's name in the data package.

    Raises:
        TableError: the table's structure is wrong.

    >>> read_rows("surnames")[0].items_of("spellings")
    ('Ting', 'Ding')
    """
    resource = _resources()[name]
    return read_table(os.path.join(tables_folder(), *resource.path.split("/")), resource, name=resource.path).rows


@frozen
class NameTables:
    """What the language tables say of the words of names.

    Attributes:
        articles: words that come and go ("the Hon").
        courtesies: words of an honorific or post-nominal -> how many words must be left of a name that loses it. Some are surnames,
            too (Hon Chi-keung, He Jing): these go only where a whole name is left without them.
        longest: number of words of the longest courtesy.
        spellings: romanised surnames, their words put together -> folded Chinese surnames.
        surnames: romanised surnames of one word.
        chinese: folded Chinese surnames.
        syllables: romanised syllables of every system.
        romanised: the same, and the spellings that some people have.
    """

    articles: frozenset[str]
    courtesies: dict[tuple[str, ...], int]
    longest: int
    spellings: dict[str, frozenset[str]]
    surnames: frozenset[str]
    chinese: frozenset[str]
    syllables: frozenset[str]
    romanised: frozenset[str]


@cache
def name_tables() -> NameTables:
    """Return the tables of the words of names, read at the first call."""
    surnames = read_rows("surnames")
    chinese: dict[str, set[str]] = {}
    single: set[str] = set()
    words_of: set[tuple[str, ...]] = set()
    for row in surnames:
        folded = key(row["zh_hant"])
        for spelling in row.items_of("spellings"):
            words = tuple(fold(spelling).words)
            words_of.add(words)
            chinese.setdefault("".join(words), set()).add(folded)
            if len(words) == 1:
                single.add(words[0])
    syllables = frozenset(row["syllable"] for row in read_rows("syllables"))
    articles = frozenset(key(row["form"]) for row in read_rows("ignorable") if row["role"] == "article")
    forms = [tuple(fold(row["form"], articles).words) for table in ("honorifics", "postnominals") for row in read_rows(table)]
    return NameTables(
        articles,
        {form: 3 if form in words_of else 1 for form in forms},
        max(map(len, forms), default=1),
        {spelling: frozenset(characters) for spelling, characters in chinese.items()},
        frozenset(single),
        frozenset(key(row["zh_hant"]) for row in surnames),
        syllables,
        syllables.union(row["syllable"] for row in read_rows("romanisations")),
    )


@frozen
class Words:
    """The words of a name.

    Attributes:
        words: folded, without courtesies; joined initials are taken apart.
        characters: the Chinese characters among them, folded.
        written: the same characters as written.
        latin: the other words.
    """

    words: tuple[str, ...]
    characters: str
    written: str
    latin: tuple[str, ...]


@lru_cache(maxsize=4096)
def words_of(name: str) -> Words:
    """Take the words out of a name.

    Args:
        name: a name as written.

    >>> words_of("Hon Mrs Regina Ip Lau Suk-yee, GBS, JP").words
    ('regina', 'ip', 'lau', 'suk', 'yee')
    >>> words_of("陳百里博士").written, words_of("C.Y. Leung").latin
    ('陳百里', ('c', 'y', 'leung'))
    """
    tables = name_tables()
    folded = fold(name, tables.articles)
    words, written = _whole_words(folded)
    start, end = 0, len(words)
    while cut := _courtesy(words, start, end, sure=True) or _courtesy(words, start, end, sure=False):
        start, end = cut
    apart: list[str] = []
    for word in words[start:end]:
        initials = (
            end - start > 1 and len(word) in (2, 3) and word.isascii() and word not in tables.romanised and word not in tables.surnames
        )
        apart += word if initials else [word]
    han = [at for at in range(start, end) if is_han(words[at][0])]
    return Words(
        tuple(apart),
        "".join(words[at] for at in han),
        "".join(written[at] for at in han),
        tuple(word for word in apart if not is_han(word[0])),
    )


def _whole_words(folded: Folded) -> tuple[list[str], list[str]]:
    """Return the words of a folded name and as what they are written; parts that an apostrophe cuts are one (Ch'ien, Xi'an)."""
    words: list[str] = []
    written: list[str] = []
    for at, word in enumerate(folded.words):
        if at and folded.text[folded.ends[at - 1] : folded.starts[at]] in APOSTROPHES and not is_han(word[0]) and not is_han(words[-1][0]):
            words[-1] += word
        else:
            words.append(word)
            written.append(folded.text[folded.starts[at] : folded.ends[at]])
    return words, written


def _courtesy(words: list[str], start: int, end: int, sure: bool) -> tuple[int, int] | None:
    """Take one courtesy off an end of a name.

    Args:
        words: the words of a text.
        start, end: where in it the name is.
        sure: take only what is no surname.

    Returns:
        Where the name is without it, or None if there is none.
    """
    tables = name_tables()
    for size in range(min(tables.longest, end - start - 1), 0, -1):
        left = 1 if sure else end - start - size
        if tables.courtesies.get(tuple(words[start : start + size]), left + 1) <= left:
            return start + size, end
        if tables.courtesies.get(tuple(words[end - size : end]), left + 1) <= left:
            return start, end - size
    return None


def bare_words(name: str) -> list[str]:
    """Return the folded words of a name without honorifics and post-nominals at its ends; joined initials are taken apart.

    Args:
        name: a name as written.

    >>> bare_words("Hon Mrs Regina Ip Lau Suk-yee, GBS, JP"), bare_words("C.Y. Leung")
    (['regina', 'ip', 'lau', 'suk', 'yee'], ['c', 'y', 'leung'])
    """
    return list(words_of(name).words)
