"""The customary forms of a person's name, made from its parts.

In: surname, given name, Western name, husband's surname. Out: every form that releases use, each marked whole, full, short or initials.
Hong Kong writes "Patrick Nip Tak-kuen", "Patrick Nip", "Nip Tak-kuen", "NIP Tak-kuen, Patrick", "Patrick T K Nip", "C Y Leung"; a
married woman may put her husband's surname first: "Carrie Lam Cheng Yuet-ngor", 林鄭月娥. The Mainland writes "Huang Liuquan".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from attrs import frozen

from coopterms.text import key

_SYLLABLE = re.compile(r"[^\s\-'’]+")


@frozen
class NameParts:
    """The parts of a romanised name; an absent part is empty.

    Attributes:
        surname: own surname ("Nip"; "Cheng" of Carrie Lam Cheng Yuet-ngor).
        given: romanised given name ("Tak-kuen").
        western: Western name or names ("Patrick").
        husband_surname: a husband's surname put first ("Lam").
    """

    surname: str
    given: str = ""
    western: str = ""
    husband_surname: str = ""


def romanised_forms(parts: NameParts, syllables: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Write a name in every customary romanised form.

    Args:
        parts: the parts of the name.
        syllables: valid toneless pinyin syllables, to write "Liuquan" also as "Liu Quan".

    Yields:
        (form, how): how is whole (Western name, surname and given name: nobody else has it), full (tells one person from most others),
        short (Western name and surname), or initials.

    >>> forms = dict(romanised_forms(NameParts("Nip", "Tak-kuen", "Patrick")))
    >>> forms["Patrick Nip Tak kuen"], forms["Patrick Nip"], forms["Patrick T K Nip"]
    ('whole', 'short', 'initials')
    """
    surname, western, husband = parts.surname, parts.western, parts.husband_surname
    own = f"{husband} {surname}" if husband else surname
    singles = [word for word in western.split(" ") if len(word.strip(".")) > 1] if " " in western else []
    if not parts.given:
        yield f"{western} {own}".strip(), "full"
        yield f"{own} {western}".strip(), "full"
        if husband and western:
            yield f"{western} {husband}", "short"
        for single in singles:
            yield f"{single} {own}", "short"
        return
    for given in _spellings(parts.given, syllables):
        if western:
            yield f"{western} {own} {given}", "whole"
            yield f"{own} {given} {western}", "whole"
            yield f"{western} {given} {own}", "whole"
            if husband:
                yield f"{western} {surname} {given}", "whole"
            for single in singles:
                yield f"{single} {own} {given}", "whole"
        yield f"{own} {given}", "full"
        yield f"{given} {own}", "full"
        if husband:
            yield f"{surname} {given}", "short"
    if western:
        yield f"{western} {husband or surname}", "short"
        if husband:
            yield f"{western} {own}", "short"
        for single in singles:
            yield f"{single} {husband or surname}", "short"
    yield from _initials(parts, husband or surname)


def _spellings(given: str, syllables: Collection[str]) -> Iterator[str]:
    parts = _SYLLABLE.findall(given)
    yield " ".join(parts)
    if len(parts) > 1:
        yield "".join(parts).capitalize()
    elif syllables:
        word = key(given).replace(" ", "")
        for cut in range(1, len(word)):
            if word[:cut] in syllables and word[cut:] in syllables:
                yield f"{word[:cut]} {word[cut:]}".title()


def printed_names(parts: NameParts) -> Iterator[str]:
    """Write a name as a page would print it: the forms that stand beside the label when an entity is shown.

    Args:
        parts: the parts of the name.

    >>> list(printed_names(NameParts("Nip", "Tak-kuen", "Patrick")))
    ['Patrick Nip Tak-kuen', 'Nip Tak-kuen', 'Patrick Nip Tak Kuen', 'Nip Tak Kuen', 'Patrick Nip']
    """
    western, husband = parts.western, parts.husband_surname
    own = f"{husband} {parts.surname}".strip()
    if parts.given:
        syllables = _SYLLABLE.findall(parts.given)
        hyphenated, spaced = "-".join([syllables[0], *(s.lower() for s in syllables[1:])]), " ".join(s.capitalize() for s in syllables)
        for given in dict.fromkeys((parts.given, hyphenated, spaced)):
            if western:
                yield f"{western} {own} {given}"
            yield f"{own} {given}"
    if western:
        yield f"{western} {husband or parts.surname}"
        if " " in western:
            yield f"{western.split(' ')[0]} {husband or parts.surname}"


def _initials(parts: NameParts, surname: str) -> Iterator[tuple[str, str]]:
    given = _SYLLABLE.findall(parts.given)
    if not given or (len(given) == 1 and not parts.western):
        return
    letters = [syllable[0].upper() for syllable in given]
    spaced, joined = " ".join(letters), "".join(letters)
    for initials in dict.fromkeys((spaced, joined)):
        if parts.western:
            yield f"{parts.western} {initials} {surname}", "initials"
            yield f"{parts.western} {surname} {initials}", "initials"
        if len(letters) > 1:
            yield f"{initials} {surname}", "initials"
            yield f"{surname} {initials}", "initials"
    if parts.western:
        yield f"{parts.western} {letters[0]} {surname}", "initials"


def chinese_surname(name: str, surnames: Collection[str]) -> tuple[str, str]:
    """Find the surname of a Chinese name, and a husband's surname before it.

    Args:
        name: a Chinese name in any script.
        surnames: keys of the known surnames, two-character ones included.

    Returns:
        (husband's surname or "", own surname), folded; ("", "") when the name is not Chinese.

    >>> surnames = {key(s) for s in ("林", "鄭", "歐陽", "歐")}
    >>> chinese_surname("林鄭月娥", surnames) == (key("林"), key("鄭"))
    True
    >>> chinese_surname("歐陽伯權", surnames) == ("", key("歐陽"))
    True
    """
    folded = key(name)
    if not folded or folded[0].isascii():
        return "", ""
    if len(folded) >= 3 and folded[:2] in surnames:
        return "", folded[:2]
    if len(folded) >= 4 and folded[0] in surnames:
        for size in (2, 1):
            if folded[1 : 1 + size] in surnames and len(folded) > 1 + size:
                return folded[0], folded[1 : 1 + size]
    return "", folded[0]


def chinese_forms(name: str, surnames: Collection[str]) -> Iterator[tuple[str, str]]:
    """Write a Chinese name in its customary forms: whole, and for a married name also without the husband's surname.

    Args:
        name: the full Chinese name.
        surnames: keys of the known surnames.

    Yields:
        (form, how), how as in `romanised_forms`.

    >>> [form for form, _ in chinese_forms("林鄭月娥", {key("林"), key("鄭")})]
    ['林鄭月娥', '鄭月娥', '林鄭']
    """
    yield name, "full"
    husband, own = chinese_surname(name, surnames)
    if husband:
        yield name[len(husband) :], "short"
        yield name[: len(husband) + len(own)], "short"
