"""The folding of a Chinese text character by character, for what is looked for at any place in it."""

from __future__ import annotations

from coopterms.text import key


def folded_characters(text: str) -> str:
    """Fold a text character by character, so that offsets hold; what folds to none or several is a blank.

    >>> folded_characters("聶 江華½")
    '聂 江华 '
    """
    return "".join(one if len(one := key(character)) == 1 else " " for character in text)
