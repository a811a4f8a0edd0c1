"""Does a romanised name go with a Chinese one? By aligning syllables with characters, without a gazetteer row.

In: the folded words of the one, the characters of the other. Out: a `NameMatch` that names the romanisation system and the pairs of
syllable and character. The surname is found first; every character of the given name must then have its syllable, in one system for all
of them, and the system that explains the name best wins. What is left over must be Western names, initials or a husband's surname. A
syllable that belongs to another character contradicts; a surname alone, or initials, never decide.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from coopterms.names.match import NameMatch, SyllablePair
from coopterms.names.sounds import (
    HOME,
    JOINING,
    SYSTEMS,
    USUAL,
    YIELDING,
    is_joined,
    is_spelling_of_a_surname,
    is_surname,
    is_western,
    sounds,
    spell,
    use_of,
)
from coopterms.names.words import Words, name_tables

LOWEST, HIGHEST = 0.72, 0.98
"""The score of a match between the poorest and the best explanation of all characters; homophones forbid certainty."""
VARIANT = 0.8
FOREIGN_SURNAME = 0.9
REVERSED = 0.05
NO_HUSBAND = 0.1
"""Worth of a pair by a variant spelling or of a surname from another system (a usual pair is worth 1), and what an explanation loses if
the given name stands first, or if a husband's surname stands in one name only."""

LONGEST_SURNAME = 3
"""Words of a romanised surname at most."""

Pieces = tuple[tuple[str, str], ...]
"""Syllables and their use, one for each character."""


@frozen
class _Parts:
    """One way to take a Chinese name apart; lengths of husband's surname, surname and given name, and the folded characters of each."""

    husband: str
    surname: str
    given: str


@frozen
class _Found:
    """A surname found in a romanised name.

    Attributes:
        start, end: its words.
        listed: whether it is a spelling on record for these characters.
        systems: the systems by whose sounds it is one.
    """

    start: int
    end: int
    listed: bool
    systems: frozenset[str]


def align(english: Words, chinese: Words) -> NameMatch:
    """Compare a romanised name with a Chinese one.

    Args:
        english: a name with words that are not Chinese.
        chinese: a name with Chinese characters.

    Returns:
        The verdict, with system and pairs.

    >>> from coopterms.names.words import words_of
    >>> found = align(words_of("Lau Kong-wah"), words_of("劉江華"))
    >>> found.verdict, found.system, [(pair.syllable, pair.characters) for pair in found.pairs]
    ('match', 'hk-cantonese', [('lau', '劉'), ('kong', '江'), ('wah', '華')])
    >>> align(words_of("Albert Ho"), words_of("何俊仁")).level
    'surname'
    """
    words, characters = english.latin, chinese.characters
    best: NameMatch | None = None
    for parts in _parts(characters):
        for found in _surnames(words, parts.surname):
            match = _whole(words, parts, found, chinese.written)
            if match is None or match.verdict != "match":
                in_part = _in_part(words, parts, found, chinese.written)
                match = in_part if match is None or in_part.score > match.score else match
            if best is None or match.score > best.score:
                best = match
    return best or _without_surname(words, characters, chinese.written)


@lru_cache(maxsize=4096)
def _parts(characters: str) -> tuple[_Parts, ...]:
    """Take a Chinese name apart in every way that its length and the known surnames allow."""
    surnames = name_tables().chinese
    ways = []
    if len(characters) >= 3 and characters[:2] in surnames:
        ways.append(_Parts("", characters[:2], characters[2:]))
    if len(characters) <= 4:
        ways.append(_Parts("", characters[:1], characters[1:]))
    for first in (1, 2):
        for second in (1, 2):
            husband, own, given = characters[:first], characters[first : first + second], characters[first + second :]
            if given and len(characters) >= 4 and husband in surnames and own in surnames:
                ways.append(_Parts(husband, own, given))
    return tuple(ways)


@lru_cache(maxsize=4096)
def _surnames(words: tuple[str, ...], surname: str) -> tuple[_Found, ...]:
    """Find the places in a romanised name where a Chinese surname may stand."""
    spellings = name_tables().spellings
    places = []
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST_SURNAME, len(words)) + 1):
            spelling = "".join(words[start:end])
            listed = surname in spellings.get(spelling, ())
            if end - start > 1 and len(surname) == 1:
                break
            systems = frozenset(system for system in SYSTEMS if is_surname(system, spelling, surname))
            if listed or systems:
                places.append(_Found(start, end, listed, systems))
    return tuple(places)


def _given(words: tuple[str, ...], start: int, characters: str, system: str) -> Iterator[tuple[int, Pieces]]:
    """Lay words from a place on over characters, each word over as many as it can spell; yield where that ends, and the pieces."""
    if not characters:
        yield start, ()
        return
    if start == len(words):
        return
    for size in range(1, len(characters) + 1):
        for pieces in spell(system, words[start], characters[:size]):
            for end, rest in _given(words, start + 1, characters[size:], system):
                yield end, pieces + rest


def _whole(words: tuple[str, ...], parts: _Parts, found: _Found, written: str) -> NameMatch | None:
    """Explain the whole Chinese name by the romanised one, if that can be done; the best system wins."""
    if not parts.given:
        return None
    husband = _husband(words, parts.husband, found)
    first = found.start - 1 if husband else found.start
    best: tuple[float, str, Pieces, str] | None = None
    for system in SYSTEMS:
        worth = _worth_of_surname(found, system)
        for start, end, pieces in _places(words, parts.given, found.end, first, system):
            left = [*words[: min(start, first)], *words[max(end, found.end) :]]
            wife = _is_wife(words, found, parts, start)
            if wife:
                left.remove(words[found.start - 1])
            foreign = not worth and system in YIELDING and HOME in found.systems and _at_home(words[start:end])
            if foreign or not all(map(is_western, left)):  # a name of another system would not have this surname
                continue
            quality = (worth + sum(1.0 if use == USUAL else VARIANT for _, use in pieces)) / (1 + len(pieces))
            quality -= REVERSED * (start != found.end) + NO_HUSBAND * (wife or (bool(parts.husband) and not husband))
            next_to = words[end : end + 1] if start == found.end else words[:start][-1:]
            doubt = _doubt(worth, system, parts, found, words[start:end], next_to)
            if best is None or (not doubt, quality) > (not best[3], best[0]):
                best = quality, system, pieces, doubt
        if best and best[0] == 1 and not best[3]:
            break
    if best is None:
        return None
    quality, system, pieces, doubt = best
    match = _matched(words, parts, found, written, system, pieces, husband, quality)
    return NameMatch("undecided", 0.6, system, (doubt,), "full", match.pairs) if doubt else match


def _places(words: tuple[str, ...], given: str, after: int, before: int, system: str) -> Iterator[tuple[int, int, Pieces]]:
    """Find the given name right after the surname or, less often, right before it; yield its words' start and end, and the pieces."""
    for end, pieces in _given(words, after, given, system):
        yield after, end, pieces
    for start in range(max(0, before - len(given)), before):
        for end, pieces in _given(words, start, given, system):
            if end == before:
                yield start, end, pieces


def _worth_of_surname(found: _Found, system: str) -> float:
    """Say how well a surname goes with a given name in a system: 0 if it speaks for another system."""
    if system in found.systems:
        return 1.0
    if found.listed and (system == HOME or not found.systems):
        return FOREIGN_SURNAME
    return 0.0


def _doubt(worth: float, system: str, parts: _Parts, found: _Found, given: tuple[str, ...], next_to: tuple[str, ...]) -> str:
    """Say what keeps a name that a system explains from being decided, or "".

    Args:
        worth: of the surname in the system.
        system: the system.
        parts: the Chinese name.
        found: the surname.
        given: the words of the romanised given name.
        next_to: the word on its other side, if there is one.
    """
    if not worth and (system != JOINING or _at_home(given)):
        return "the surname is spelled in another system than the given name"
    if system in YIELDING and HOME in found.systems and _at_home(given):
        return f"by {system} they go together, by {HOME} they do not, and the name may be of either"
    mainland = system == HOME and len(parts.given) == 1 and JOINING in found.systems
    if mainland and given[0] in sounds().romanisations[JOINING] and use_of(JOINING, given[0], parts.given) is None:
        return f"by {system} they go together, by {JOINING} they do not, and the name may be of either"
    if len(parts.given) == 1 and any(word in sounds().romanisations[system] for word in next_to):
        return "one more word of the romanised name may be a syllable of the given name"
    return ""


def _at_home(words: tuple[str, ...]) -> bool:
    """Say whether all words are syllables of the system most at home in Hong Kong."""
    return all(word in sounds().romanisations[HOME] for word in words)


def _husband(words: tuple[str, ...], husband: str, found: _Found) -> bool:
    """Say whether a husband's surname stands before the surname."""
    if not husband or not found.start:
        return False
    word = words[found.start - 1]
    return husband in name_tables().spellings.get(word, ()) or any(is_surname(system, word, husband) for system in SYSTEMS)


def _is_wife(words: tuple[str, ...], found: _Found, parts: _Parts, start: int) -> bool:
    """Say whether the romanised name has a husband's surname that the Chinese one lacks."""
    if parts.husband or not found.start or start != found.end or len(parts.given) < 2:
        return False
    word = words[found.start - 1]
    together = "".join(words[found.start - 1 : found.end])
    return not is_western(word) and is_spelling_of_a_surname(word) and not is_spelling_of_a_surname(together)


def _matched(
    words: tuple[str, ...], parts: _Parts, found: _Found, written: str, system: str, pieces: Pieces, husband: bool, quality: float
) -> NameMatch:
    at = len(parts.husband)
    pairs = [SyllablePair(words[found.start - 1], written[:at], "surname")] if husband else []
    pairs.append(_surname_pair(words, parts, found, written))
    at += len(parts.surname)
    pairs += [SyllablePair(syllable, written[at + place], use) for place, (syllable, use) in enumerate(pieces)]
    evidence = [f"every character has its syllable in {system}"]
    variants = [syllable for syllable, use in pieces if use != USUAL]
    if variants:
        evidence.append(f"by a spelling that some people have: {', '.join(variants)}")
    if system not in found.systems:
        evidence.append(f"the surname {pairs[-len(pieces) - 1].syllable} is spelled otherwise than the rest")
    return NameMatch("match", round(LOWEST + (HIGHEST - LOWEST) * quality, 4), system, tuple(evidence), "full", tuple(pairs))


def _surname_pair(words: tuple[str, ...], parts: _Parts, found: _Found, written: str) -> SyllablePair:
    at = len(parts.husband)
    return SyllablePair(" ".join(words[found.start : found.end]), written[at : at + len(parts.surname)], "surname")


def _in_part(words: tuple[str, ...], parts: _Parts, found: _Found, written: str) -> NameMatch:
    """Say what a surname in common is worth, where the names do not go together as wholes."""
    husband = _husband(words, parts.husband, found)
    before, after = words[: found.start - husband], words[found.end :]
    pairs = (_surname_pair(words, parts, found, written),)
    surname = f"the surname {pairs[0].syllable}"
    rest = [word for word in before if not _is_forename(word, JOINING in found.systems)]
    rest += [word for word in after if not _is_forename(word, True)]
    if not rest or not parts.given or (len(rest) == 1 and rest[0] in before and len(parts.given) > 1 and not after):
        initials = [word for word in (*before, *after) if len(word) == 1]
        if initials and len(initials) == len(parts.given) and all(map(_begins, initials, parts.given)):
            return NameMatch("undecided", 0.6, None, (f"{surname} and the initials",), "initials", pairs)
        return NameMatch("undecided", 0.5, None, (f"only {surname} can be compared",), "surname", pairs)
    if found.listed and not found.systems and not _at_home(tuple(rest)):
        return NameMatch("undecided", 0.5, None, (f"{surname} is of a system not known here",), "surname", pairs)
    hits, unknown = _hits(after or before, parts.given)
    if hits and unknown and hits + unknown == len(parts.given):
        return NameMatch("undecided", 0.5, None, (f"{surname}, and a syllable of no known system",), "given", pairs)
    found_out = f"{hits} of {len(parts.given)} characters of the given name have their syllable"
    evidence = (surname, found_out if hits < len(parts.given) else "the other words do not fit")
    return NameMatch("no-match", 0.2 * hits / (len(parts.given) + 1), None, evidence, "full", pairs)


def _is_forename(word: str, joining: bool) -> bool:
    """Say whether a word may be a Western name; where syllables may be joined, it must not be several of them."""
    return is_western(word) and not (joining and word not in sounds().western and is_joined(word))


def _hits(words: tuple[str, ...], given: str) -> tuple[int, int]:
    """Count the characters that have the syllable in their place in the best system, and the words that are no syllable."""
    unknown = sum(is_western(word) and word not in sounds().western for word in words) if len(words) == len(given) else 0
    hits = max(sum(use_of(system, *pair) is not None for pair in zip(words, given, strict=False)) for system in SYSTEMS)
    return hits, unknown


def _begins(letter: str, character: str) -> bool:
    """Say whether a character's syllable begins with a letter in any system."""
    return any(
        syllable.startswith(letter) and use_of(system, syllable, character) is not None
        for system in SYSTEMS
        for syllable in sounds().romanisations[system]
    )


def _without_surname(words: tuple[str, ...], characters: str, written: str) -> NameMatch:
    """Say what two names are to each other of which the romanised one does not have the other's surname."""
    western = sounds().western
    given = characters[1:]
    for system in SYSTEMS if given else ():
        for start in range(len(words)):
            for end, pieces in _given(words, start, given, system):
                if not any(is_spelling_of_a_surname(word) and not is_western(word) for word in (*words[:start], *words[end:])):
                    pairs = tuple(SyllablePair(syllable, written[1 + at], use) for at, (syllable, use) in enumerate(pieces))
                    return NameMatch("undecided", 0.4, system, ("the given name alone can be compared",), "given", pairs)
    if is_spelling_of_a_surname(words[-1]) or any(is_spelling_of_a_surname(word) and word not in western for word in words):
        return NameMatch("no-match", 0.0, None, ("different surnames",))
    return NameMatch("undecided", 0.4, None, ("there is no romanised Chinese surname to compare",), "nothing")
