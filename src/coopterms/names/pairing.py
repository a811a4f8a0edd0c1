"""Pair the names of two lists: which English name is which Chinese one?

In: names as two texts have them. Out: one `NamePair` for each pair found, one to one, with the margin by which it beats its rivals. What
another pair has taken is no rival any more, so elimination helps; two names that sound alike tie, and a tie is never decided.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from coopterms.errors import InputError
from coopterms.names.compare import compare
from coopterms.names.match import NameMatch

MARGIN = 0.1
"""The margin below which a match is not decided."""
NEAR = 1e-9


@frozen
class NamePair:
    """An English and a Chinese name of two lists that go together best.

    Attributes:
        english: place in the list of English names.
        chinese: place in the list of Chinese names.
        match: what the comparison says; undecided where a rival is too close.
        margin: how much better the pair is than the best one that shares a name with it.
        rivals: places of Chinese names that go with the English one just as well.
    """

    english: int
    chinese: int
    match: NameMatch
    margin: float
    rivals: tuple[int, ...] = ()


def pairs(english: Sequence[str], chinese: Sequence[str], margin: float = MARGIN) -> list[NamePair]:
    """Pair two lists of names one to one.

    Args:
        english: romanised names, honorifics allowed.
        chinese: Chinese names.
        margin: a match that is not better by this much than every rival becomes undecided.

    Returns:
        The pairs in the order of the English names. A name that goes with none, or with which a pair would contradict, has no pair. A
        pair by surname alone is undecided however large its margin is.

    Raises:
        InputError: the margin is not between 0 and 1.

    >>> found = pairs(["Patrick Nip Tak-kuen", "Lau Kong-wah"], ["劉江華", "聶德權"])
    >>> [(pair.english, pair.chinese, pair.match.verdict) for pair in found]
    [(0, 1, 'match'), (1, 0, 'match')]
    >>> [(pair.match.verdict, pair.margin, pair.rivals) for pair in pairs(["Law Chi-kwong"], ["羅致光", "羅智光"])]
    [('undecided', 0.0, (1,))]
    """
    if not 0 <= margin <= 1:
        raise InputError(f"the margin {margin!r} is not between 0 and 1", hint="leave it out, or give a number such as 0.1")
    table = {(row, column): compare(one, other) for row, one in enumerate(english) for column, other in enumerate(chinese)}
    open_cells = {cell: match.score for cell, match in table.items() if match.verdict != "no-match" and match.level != "nothing"}
    found: dict[int, NamePair] = {}
    taken: set[int] = set()
    for row, column in sorted(open_cells, key=lambda cell: (-open_cells[cell], cell)):
        if row in found or column in taken:
            continue
        score = open_cells[row, column]
        rivals = {cell: other for cell, other in open_cells.items() if (cell[0] == row) != (cell[1] == column)}
        lead = round(score - max(rivals.values(), default=0.0), 4)
        ties = tuple(sorted(cell[1] for cell, other in rivals.items() if cell[0] == row and abs(score - other) <= NEAR))
        match = _decided(table[row, column], lead, margin, chinese, ties)
        found[row] = NamePair(row, column, match, lead, ties)
        taken.add(column)
        if match.verdict == "match":  # a pair that is not decided stays a rival of others
            open_cells = {cell: other for cell, other in open_cells.items() if cell[0] != row and cell[1] != column}
    return [found[row] for row in sorted(found)]


def _decided(match: NameMatch, lead: float, margin: float, chinese: Sequence[str], ties: tuple[int, ...]) -> NameMatch:
    """Take the decision back where a rival is too close, and say which."""
    if match.verdict != "match" or lead >= margin:
        return match
    names = ", ".join(chinese[place] for place in ties)
    reason = f"it ties with {names}, which sounds alike" if names else "another pair with one of the two names is nearly as good"
    return evolve(match, verdict="undecided", score=min(match.score, 0.65), evidence=(*match.evidence, reason))
