"""What one character folds to: the character-wise half of the folding.

In: one code point. Out: zero, one or more code points, always the same ones, whatever stands around it. Rules: compatibility
decomposition and accents off (Unicode NFKD), case off, Chinese characters to their class (`character_classes.csv`), everything that
is neither letter nor digit to a blank, except `&`; characters without width vanish.
"""

from __future__ import annotations

import os
import unicodedata
from functools import cache

from coopterms._data import tables_folder

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""The Chinese characters, as the inside of a regular expression's character class."""

INVISIBLE = ("Mn", "Me", "Cf")


def is_han(character: str) -> bool:
    """Say whether a character is Chinese, so that words need no blanks around it.

    Args:
        character: one character; an empty string is none.

    >>> is_han("政"), is_han("a"), is_han("〇")
    (True, False, True)
    """
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\U00020000" <= character <= "\U000323af"
        or "\uf900" <= character <= "\ufaff"
        or character == "\u3007"
    )


def read_classes(path: str | None = None) -> dict[str, str]:
    """Read the character classes: each variant character and the representative of its class.

    Args:
        path: a table with the columns character and representative; the packaged one when None.

    Returns:
        variant -> representative; representatives themselves are not listed.

    >>> classes = read_classes()
    >>> classes["衞"] == classes["衛"], "卫" in classes
    (True, False)
    """
    if path is None:
        path = os.path.join(tables_folder(), "language", "character_classes.csv")
    with open(path, encoding="utf-8-sig") as file:
        rows = [line.rstrip("\n").split(",") for line in file if not line.startswith("#")]
    return {row[0]: row[1] for row in rows[1:] if len(row) >= 2}


class FoldTable(dict[int, str]):
    """A table for `str.translate` that works out what a code point folds to when it is first met."""

    def __init__(self, classes: dict[str, str]) -> None:
        super().__init__()
        self._classes = classes
        self.uneven: set[str] = set()
        """Characters met so far that fold to none or to more than one, so that offsets shift after them."""

    def __missing__(self, code_point: int) -> str:
        folded = chr(code_point)
        for _ in range(8):  # compatibility, case and classes feed each other for a few steps at most
            again = "".join(map(self._one, unicodedata.normalize("NFKD", folded).casefold()))
            if again == folded:
                break
            folded = again
        folded = folded.replace("&", " & ")
        if len(folded) != 1:
            self.uneven.add(chr(code_point))
        self[code_point] = folded
        return folded

    def _one(self, character: str) -> str:
        character = self._classes.get(character, character)
        if character.isalnum() or character == "&":
            return character
        return "" if unicodedata.category(character) in INVISIBLE else " "


@cache
def fold_table() -> FoldTable:
    """Return the one table of the process, made from the packaged character classes when first asked for."""
    return FoldTable(read_classes())
