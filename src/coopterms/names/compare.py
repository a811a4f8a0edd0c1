"""Do two written names go together? By their words alone, without a gazetteer row.

In: two names, honorifics and post-nominals allowed. Out: a `NameMatch`. Words are compared for equality, never by edit distance: HO
Chun-yan and HO Chun-yin are two people. Order matters only up to rotation ("Nip Tak-kuen, Patrick" is "Patrick Nip Tak-kuen", but
Chan Man-wai is not Chan Wai-man). A romanised name and a Chinese one are left undecided here.
"""

from __future__ import annotations

from functools import cache

from attrs import frozen

from coopterms._data import tables_folder
from coopterms.gazetteer.tables import read_package
from coopterms.text import fold, key
from coopterms.text.characters import is_han


@frozen
class NameMatch:
    """The outcome of comparing two names.

    Attributes:
        verdict: match, no-match or undecided.
        score: 0 to 1; 1 for the same words, 0 for a contradiction.
        system: the romanisation that links the two, None where none was needed or tried.
        evidence: what was found, in words.
    """

    verdict: str
    score: float
    system: str | None = None
    evidence: tuple[str, ...] = ()


@frozen
class _Tables:
    """What the language tables say of the words of names.

    Attributes:
        courtesies: words of an honorific or post-nominal -> how many words must be left of a name that loses it. Some are surnames,
            too (Hon Chi-keung, He Jing): these go only where a whole name is left without them.
        surnames: romanised surnames of one word.
        chinese: folded Chinese surnames.
        syllables: romanised syllables of every system.
    """

    courtesies: dict[tuple[str, ...], int]
    surnames: frozenset[str]
    chinese: frozenset[str]
    syllables: frozenset[str]


@cache
def _tables() -> _Tables:
    package = read_package(tables_folder())
    spellings = {tuple(fold(spelling).words) for row in package["surnames"].rows for spelling in row.items_of("spellings")}
    forms = [tuple(fold(row["form"]).words) for table in ("honorifics", "postnominals") for row in package[table].rows]
    return _Tables(
        {form: 3 if form in spellings else 1 for form in forms},
        frozenset(words[0] for words in spellings if len(words) == 1),
        frozenset(key(row["zh_hant"]) for row in package["surnames"].rows),
        frozenset(row["syllable"] for row in package["syllables"].rows),
    )


def bare_words(name: str) -> list[str]:
    """Return the folded words of a name without honorifics and post-nominals at its ends; joined initials are taken apart.

    Args:
        name: a name as written.

    >>> bare_words("Hon Mrs Regina Ip Lau Suk-yee, GBS, JP"), bare_words("C.Y. Leung")
    (['regina', 'ip', 'lau', 'suk', 'yee'], ['c', 'y', 'leung'])
    """
    tables = _tables()
    words = fold(name).words
    longest = max(map(len, tables.courtesies), default=1)
    changed = True
    while changed:
        changed = False
        for size in range(min(longest, len(words) - 1), 0, -1):
            left = len(words) - size
            if tables.courtesies.get(tuple(words[:size]), left + 1) <= left:
                words, changed = words[size:], True
                break
            if tables.courtesies.get(tuple(words[-size:]), left + 1) <= left:
                words, changed = words[:-size], True
                break
    apart: list[str] = []
    for word in words:
        initials = (
            len(words) > 1 and len(word) in (2, 3) and word.isascii() and word not in tables.syllables and word not in tables.surnames
        )
        apart += word if initials else [word]
    return apart


def compare(first: str, second: str) -> NameMatch:
    """Compare two names.

    Args:
        first, second: names as written, in any script, with or without honorifics.

    Returns:
        The verdict. A surname alone never decides, nor do initials.

    >>> compare("Patrick Nip Tak-kuen", "NIP Tak-kuen, Patrick").verdict
    'match'
    >>> compare("HO Chun-yan", "HO Chun-yin").verdict
    'no-match'
    >>> compare("Mr Nip", "Patrick Nip").verdict
    'undecided'
    """
    a, b = bare_words(first), bare_words(second)
    if not a or not b:
        return NameMatch("undecided", 0.5, evidence=("no name to compare",))
    if is_han(a[0]) != is_han(b[0]):
        return NameMatch("undecided", 0.5, evidence=("one name is Chinese, the other romanised",))
    if len(a) > len(b):
        a, b = b, a
    if is_han(a[0]):
        return _compare_chinese("".join(a), "".join(b))
    return _compare_romanised(a, b)


def _compare_chinese(short: str, long: str) -> NameMatch:
    surnames = _tables().chinese
    if short == long and len(short) > 1:
        return NameMatch("match", 1.0, evidence=("the same characters",))
    if len(short) == 1:
        if short in long[:2]:
            return NameMatch("undecided", 0.5, evidence=("only the surname can be compared",))
        return NameMatch("no-match", 0.0, evidence=("different surnames",))
    married = len(long) >= 4 and {long[0], long[1]} <= surnames and long[:2] not in surnames
    if married and long[1:] == short:
        return NameMatch("match", 0.8, evidence=("the same but for a husband's surname",))
    if len(short) == 2 and long.startswith(short) and (married or short in surnames):
        return NameMatch("undecided", 0.5, evidence=("only the surnames can be compared",))
    return NameMatch("no-match", 0.0, evidence=("different characters",))


def _compare_romanised(short: list[str], long: list[str]) -> NameMatch:
    rotations = [long[at:] + long[:at] for at in range(len(long))]
    if len(short) == 1:
        if short[0] in long:
            return NameMatch("undecided", 0.5, evidence=("only one word can be compared",))
        if short[0] == "".join(long):
            return NameMatch("match", 1.0, evidence=("the same letters",))
        return NameMatch("no-match", 0.0, evidence=("different words",))
    if short in rotations or any("".join(short) == "".join(rotation) for rotation in rotations):
        return NameMatch("match", 1.0, evidence=("the same words",))
    if any("".join(rotation) == "".join(long) for rotation in [short[at:] + short[:at] for at in range(len(short))]):
        return NameMatch("match", 1.0, evidence=("the same letters",))
    if all(len(word) > 1 for word in short) and any(rotation[: len(short)] == short for rotation in rotations):
        return NameMatch("match", 0.8, evidence=("all words of the shorter name, in order",))
    if any("".join(short) in "".join(rotation) for rotation in rotations):
        return NameMatch("undecided", 0.6, evidence=("the letters of the shorter name, in order",))
    return _compare_forenames(short, long)


def _compare_forenames(short: list[str], long: list[str]) -> NameMatch:
    """Compare two names of which neither holds the other: with a surname in common they may be one person's in two fashions.

    "Patrick Nip" and "Nip Tak-kuen" may be; "Ho Chun-yan" and "Ho Chun-yin" are not, for forenames of one fashion contradict.
    """
    for surname in _surnames(short) & _surnames(long):
        ours, theirs = ([word for word in words if word != surname] for words in (short, long))
        if not _contradict(ours, theirs):
            return NameMatch("undecided", 0.5, evidence=(f"the surname {surname}, and forenames that cannot be compared",))
    return NameMatch("no-match", 0.0, evidence=("different words",))


def _surnames(words: list[str]) -> set[str]:
    """Return the words of a name that may be its surname: the last word, or a surname that only Western names stand before."""
    tables = _tables()
    found = {words[-1]}
    for word in words:
        if word in tables.surnames:
            found.add(word)
        if len(word) > 1 and word in tables.syllables:
            break
    return found


def _contradict(ours: list[str], theirs: list[str]) -> bool:
    """Say whether what two names have besides a surname cannot be of one person.

    Words of one fashion (initials and syllables, or Western names) must agree as far as both names have them.
    """
    syllables = _tables().syllables

    def chinese(words: list[str]) -> list[str]:
        return [word for word in words if len(word) == 1 or word in syllables]

    def western(words: list[str]) -> list[str]:
        return [word for word in words if len(word) > 1 and word not in syllables]

    if any(set(a) - set(b) and set(b) - set(a) for a, b in [(western(ours), western(theirs))]):
        return True
    a, b = sorted((chinese(ours), chinese(theirs)), key=len)
    if not a:
        return False
    fits = (b[at : at + len(a)] for at in range(len(b) - len(a) + 1))
    return not any(all(x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in zip(a, part, strict=True)) for part in fits)
