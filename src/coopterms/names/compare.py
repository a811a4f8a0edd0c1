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
from coopterms.text import fold
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


@cache
def _courtesies() -> dict[tuple[str, ...], int]:
    """Read the courtesies, each with how many words must be left of a name that loses it.

    Some are surnames, too (Hon Chi-keung, He Jing): these go only where a whole name is left without them.
    """
    package = read_package(tables_folder())
    surnames = {tuple(fold(spelling).words) for row in package["surnames"].rows for spelling in row.items_of("spellings")}
    forms = [tuple(fold(row["form"]).words) for table in ("honorifics", "postnominals") for row in package[table].rows]
    return {form: 3 if form in surnames else 1 for form in forms}


def bare_words(name: str) -> list[str]:
    """Return the folded words of a name without honorifics and post-nominals at its ends.

    Args:
        name: a name as written.

    >>> bare_words("Hon Mrs Regina Ip Lau Suk-yee, GBS, JP")
    ['regina', 'ip', 'lau', 'suk', 'yee']
    """
    words = fold(name).words
    courtesies = _courtesies()
    longest = max(map(len, courtesies), default=1)
    changed = True
    while changed:
        changed = False
        for size in range(min(longest, len(words) - 1), 0, -1):
            left = len(words) - size
            if courtesies.get(tuple(words[:size]), left + 1) <= left:
                words, changed = words[size:], True
                break
            if courtesies.get(tuple(words[-size:]), left + 1) <= left:
                words, changed = words[:-size], True
                break
    return words


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
    if len(short) == 1:
        if short in long[:2]:
            return NameMatch("undecided", 0.5, evidence=("only the surname can be compared",))
        return NameMatch("no-match", 0.0, evidence=("different surnames",))
    if short == long:
        return NameMatch("match", 1.0, evidence=("the same characters",))
    if len(long) >= 4 and len(short) == len(long) - 1 and long.endswith(short):
        return NameMatch("match", 0.8, evidence=("the same but for a husband's surname",))
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
    if any(_initials_fit(short, rotation) or _initials_fit(rotation, short) for rotation in rotations):
        return NameMatch("undecided", 0.6, evidence=("initials agree",))
    return NameMatch("no-match", 0.0, evidence=("different words",))


def _initials_fit(a: list[str], b: list[str]) -> bool:
    pairs = list(zip(a, b, strict=False))
    return all(x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in pairs) and any(x == y and len(x) > 1 for x, y in pairs)
