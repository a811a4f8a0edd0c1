"""Repair of typos: a word at a time, only towards the words of titles, organisations and terms.

In: a folded word that nothing accounts for. Out: the one word it was meant to be, or None. A word that is in the vocabulary or is a
valid romanised syllable is never touched, nor one of fewer than four letters; the first letter must be right. rapidfuzz measures.
"""

from __future__ import annotations

from coopterms.index.lexicon import Lexicon

SHORTEST = 4
_TWO_SLIPS = 8
"""From this many letters on two slips are allowed, below only one."""


def repair_word(word: str, lexicon: Lexicon) -> str | None:
    """Find the word of the vocabulary that a misprinted one stands for.

    Args:
        word: one folded word.
        lexicon: whose vocabulary it may be repaired to.

    Returns:
        The nearest word within one slip (two in long words; a slip is a letter dropped, added, changed, or swapped with its
        neighbour); None when there is none, when two are equally near, or when the word needs no repair.
    """
    if len(word) < SHORTEST or not (word.isascii() and word.isalpha()) or lexicon.is_word(word):
        return None
    from rapidfuzz.distance import OSA

    slips = 2 if len(word) >= _TWO_SLIPS else 1
    near = [(OSA.distance(word, other, score_cutoff=slips), other) for other in lexicon.words_like(word, slips)]
    near = sorted(pair for pair in near if pair[0] <= slips and len(pair[1]) >= SHORTEST)
    if not near or (len(near) > 1 and near[1][0] == near[0][0]):
        return None
    return near[0][1]
