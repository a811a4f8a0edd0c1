"""How Chinese characters are heard in romanised syllables.

In: a romanisation system, a syllable, a character. Out: whether the one may stand for the other, and whether that spelling is usual. The
tables are `readings` (sound -> characters), `romanisations` (syllable -> sounds), `surname_readings` and `western_names`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from attrs import frozen

from coopterms.names.words import name_tables, read_rows
from coopterms.text import key

LANGUAGES = {"hk-cantonese": "cantonese", "macao": "cantonese", "pinyin": "mandarin", "wade-giles": "mandarin"}
"""The romanisation systems, the one most at home in Hong Kong first, and the language each writes down."""
SYSTEMS = tuple(LANGUAGES)
HOME = "hk-cantonese"
"""The system in which a surname may be spelled by any other: people of Hong Kong keep surnames of everywhere (Liao, Tien, Yeoh)."""
YIELDING = ("macao", "wade-giles")
"""Systems of few people of Hong Kong: a name that HOME could have written as well is not decided by them."""
JOINING = "pinyin"
"""The system that writes several syllables as one word as a rule (Liuquan)."""

USUAL, VARIANT = "usual", "variant"


@frozen
class Sounds:
    """The tables of sounds.

    Attributes:
        romanisations: system -> syllable -> (sounds of which it is a usual spelling, sounds of which it is a variant).
        characters: language -> sound -> folded characters.
        surnames: language -> folded character -> its sounds as a surname, where others are wrong.
        western: folded Western given names that are readable as syllables.
        heard: (system, syllable) -> characters it may stand for, usually and as a variant; filled as needed.
    """

    romanisations: dict[str, dict[str, tuple[tuple[str, ...], tuple[str, ...]]]]
    characters: dict[str, dict[str, str]]
    surnames: dict[str, dict[str, tuple[str, ...]]]
    western: frozenset[str]
    heard: dict[tuple[str, str], tuple[frozenset[str], frozenset[str]]]


@cache
def sounds() -> Sounds:
    """Return the tables of sounds, read at the first call."""
    characters: dict[str, dict[str, str]] = {language: {} for language in LANGUAGES.values()}
    for row in read_rows("readings"):
        characters[row["language"]][row["sound"]] = row["characters"]
    romanisations: dict[str, dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {system: {} for system in SYSTEMS}
    for row in read_rows("romanisations"):
        romanisations[row["system"]][row["syllable"]] = (row.items_of("usual"), row.items_of("variants"))
    readings = read_rows("surname_readings")
    surnames = {language: {key(row["zh_hant"]): row.items_of(language) for row in readings} for language in characters}
    western = frozenset(key(row["name"]) for row in read_rows("western_names"))
    return Sounds(romanisations, characters, surnames, western, {})


def use_of(system: str, syllable: str, character: str) -> str | None:
    """Say whether a syllable may stand for a character.

    Args:
        system: a romanisation system.
        syllable: a folded syllable.
        character: a folded character.

    Returns:
        usual or variant, or None if it may not.

    >>> use_of("hk-cantonese", "kwong", "光"), use_of("hk-cantonese", "kong", "光"), use_of("pinyin", "kong", "光")
    ('usual', 'variant', None)
    """
    tables = sounds()
    heard = tables.heard.get((system, syllable))
    if heard is None:
        usual, variants = tables.romanisations[system].get(syllable, ((), ()))
        characters = tables.characters[LANGUAGES[system]]
        heard = (
            frozenset("".join(characters.get(sound, "") for sound in usual)),
            frozenset("".join(characters.get(sound, "") for sound in variants)),
        )
        if usual or variants:  # of the words that are no syllables there is no end
            tables.heard[system, syllable] = heard
    if character in heard[0]:
        return USUAL
    return VARIANT if character in heard[1] else None


def is_surname(system: str, spelling: str, surname: str) -> bool:
    """Say whether a spelling is a surname's by the sounds that a system gives its characters.

    Args:
        system: a romanisation system.
        spelling: a folded spelling, syllables put together.
        surname: folded characters.

    >>> is_surname("hk-cantonese", "sin", key("單")), is_surname("hk-cantonese", "tan", key("單"))
    (True, False)
    """
    tables = sounds()
    if len(surname) > 1:
        return any(True for _ in spell(system, spelling, surname))
    right = tables.surnames[LANGUAGES[system]].get(surname)
    if right is None:
        return use_of(system, spelling, surname) is not None
    usual, variants = tables.romanisations[system].get(spelling, ((), ()))
    return not set(right).isdisjoint(usual + variants)


def spell(system: str, word: str, characters: str) -> Iterator[tuple[tuple[str, str], ...]]:
    """Cut a word into the syllables of characters.

    Args:
        system: a romanisation system.
        word: a folded word.
        characters: folded characters, each with one syllable.

    Yields:
        Every way to do so: a syllable and its use for each character.

    >>> list(spell("pinyin", "liuquan", key("柳權")))
    [(('liu', 'usual'), ('quan', 'usual'))]
    """
    if len(characters) == 1:
        if use := use_of(system, word, characters):
            yield ((word, use),)
        return
    syllables = sounds().romanisations[system]
    for cut in range(1, len(word)):
        if word[:cut] in syllables and (use := use_of(system, word[:cut], characters[0])):
            for rest in spell(system, word[cut:], characters[1:]):
                yield ((word[:cut], use), *rest)


def is_syllable(word: str) -> bool:
    """Say whether a word is a syllable in any system.

    >>> is_syllable("kuen"), is_syllable("patrick")
    (True, False)
    """
    return any(word in syllables for syllables in sounds().romanisations.values())


def is_joined(word: str, most: int = 3) -> bool:
    """Say whether a word can be cut into two or more syllables of the system that writes them as one word.

    Args:
        word: a folded word.
        most: how many syllables it may have.

    >>> is_joined("liuquan"), is_joined("patrick")
    (True, False)
    """
    syllables = sounds().romanisations[JOINING]
    if most == 0:
        return False
    return any(
        word[:cut] in syllables and (word[cut:] in syllables or (most > 2 and is_joined(word[cut:], most - 1)))
        for cut in range(1, len(word))
    )


def is_western(word: str) -> bool:
    """Say whether a word may be, or may abbreviate, a Western given name: no syllable, or one that is also such a name.

    >>> is_western("patrick"), is_western("p"), is_western("may"), is_western("kuen")
    (True, True, True, False)
    """
    return len(word) == 1 or word in sounds().western or not is_syllable(word)


def is_spelling_of_a_surname(word: str) -> bool:
    """Say whether a word is a romanised surname of any sort.

    >>> is_spelling_of_a_surname("nip"), is_spelling_of_a_surname("patrick")
    (True, False)
    """
    return word in name_tables().spellings


def sounds_alike(first: str, second: str) -> bool:
    """Say whether two runs of characters have the same sounds, so that no romanised name can tell them apart.

    Args:
        first, second: folded characters, as many in the one as in the other.

    >>> sounds_alike(key("羅致光"), key("羅智光")), sounds_alike(key("何俊仁"), key("何俊賢"))
    (True, False)
    """
    return any(
        all(
            one == other or any(one in characters and other in characters for characters in tables.values())
            for one, other in zip(first, second, strict=True)
        )
        for tables in sounds().characters.values()
    )
