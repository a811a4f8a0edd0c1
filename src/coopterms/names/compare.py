"""Do two written names go together? By their words alone, without a gazetteer row.

In: two names, honorifics and post-nominals allowed. Out: a `NameMatch`. Words of one script are compared for equality, never by edit
distance: HO Chun-yan and HO Chun-yin are two people. Order matters only up to rotation ("Nip Tak-kuen, Patrick" is "Patrick Nip
Tak-kuen", but Chan Man-wai is not Chan Wai-man). A romanised name and a Chinese one are aligned by sound (`align`).
"""

from __future__ import annotations

from coopterms.names.align import align
from coopterms.names.match import NameMatch
from coopterms.names.sounds import sounds_alike
from coopterms.names.words import bare_words, name_tables, words_of
from coopterms.text.characters import is_han

__all__ = ["NameMatch", "bare_words", "compare"]


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
    >>> compare("Carrie Lam Cheng Yuet-ngor", "林鄭月娥").verdict
    'match'
    """
    one, other = words_of(first), words_of(second)
    a, b = list(one.words), list(other.words)
    if not a or not b:
        return NameMatch("undecided", 0.5, evidence=("no name to compare",), level="nothing")
    if is_han(a[0][0]) != is_han(b[0][0]):
        return align(other, one) if is_han(a[0][0]) else align(one, other)
    if (len(a), a) > (len(b), b):
        a, b = b, a
    if is_han(a[0]):
        return _compare_chinese("".join(a), "".join(b))
    return _compare_romanised(a, b)


def _compare_chinese(short: str, long: str) -> NameMatch:
    surnames = name_tables().chinese
    if short == long and len(short) > 1:
        return NameMatch("match", 1.0, evidence=("the same characters",))
    if len(short) == 1:
        if short in long[:2]:
            return NameMatch("undecided", 0.5, evidence=("only the surname can be compared",), level="surname")
        return NameMatch("no-match", 0.0, evidence=("different surnames",))
    married = len(long) >= 4 and {long[0], long[1]} <= surnames and long[:2] not in surnames
    if married and long[1:] == short:
        return NameMatch("match", 0.8, evidence=("the same but for a husband's surname",))
    if len(short) == 2 and long.startswith(short) and (married or short in surnames):
        return NameMatch("undecided", 0.5, evidence=("only the surnames can be compared",), level="surname")
    if len(short) == len(long) and sounds_alike(short, long):
        return NameMatch("no-match", 0.0, evidence=("different characters", "they sound alike: no romanised name tells them apart"))
    return NameMatch("no-match", 0.0, evidence=("different characters",))


def _compare_romanised(short: list[str], long: list[str]) -> NameMatch:
    rotations = [long[at:] + long[:at] for at in range(len(long))]
    if len(short) == 1:
        if short[0] in long:
            return NameMatch("undecided", 0.5, evidence=("only one word can be compared",), level="surname")
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
        return NameMatch("undecided", 0.6, evidence=("the letters of the shorter name, in order",), level="initials")
    return _compare_forenames(short, long)


def _compare_forenames(short: list[str], long: list[str]) -> NameMatch:
    """Compare two names of which neither holds the other: with a surname in common they may be one person's in two fashions.

    "Patrick Nip" and "Nip Tak-kuen" may be; "Ho Chun-yan" and "Ho Chun-yin" are not, for forenames of one fashion contradict.
    """
    for surname in _surnames(short) & _surnames(long):
        ours, theirs = ([word for word in words if word != surname] for words in (short, long))
        if not _contradict(ours, theirs):
            return NameMatch("undecided", 0.5, evidence=(f"the surname {surname}, and forenames that cannot be compared",), level="surname")
    return NameMatch("no-match", 0.0, evidence=("different words",))


def _surnames(words: list[str]) -> set[str]:
    """Return the words of a name that may be its surname: the last word, or a surname that only Western names stand before."""
    tables = name_tables()
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
    syllables = name_tables().syllables

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
