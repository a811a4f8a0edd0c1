"""What comes of comparing two names: the verdict, how sure, and by what.

Plain frozen records; they are made in `compare` and `align`.
"""

from __future__ import annotations

from attrs import frozen


@frozen
class SyllablePair:
    """A romanised syllable and the Chinese character it stands for.

    Attributes:
        syllable: the syllable as folded ("kong"); of a surname of several characters all its syllables ("au yeung").
        characters: the character as it is written; several only for a surname of several characters.
        use: surname, usual (a usual spelling in the system), or variant (a spelling that some people have).
    """

    syllable: str
    characters: str
    use: str


@frozen
class NameMatch:
    """The outcome of comparing two names.

    Attributes:
        verdict: match, no-match or undecided.
        score: 0 to 1; 1 for the same words, 0 for a contradiction; from 0.7 a match, up to 0.3 none.
        system: the romanisation that links the two, None where none was needed or found.
        evidence: what was found, in words.
        level: how much of the names could be compared: full, initials, given, surname or nothing. Only full decides for a match.
        pairs: the syllables of a romanised name with the characters of a Chinese one, as far as they go together.
    """

    verdict: str
    score: float
    system: str | None = None
    evidence: tuple[str, ...] = ()
    level: str = "full"
    pairs: tuple[SyllablePair, ...] = ()
