"""Numbers as Chinese and English texts write them: 二十四, 二○一八, 24; Twenty-fourth, 24th.

In: text or a number. Out: the other. English ordinal words stand in `spellings.csv`.
"""

from __future__ import annotations

from functools import cache

from coopterms.names.words import read_rows
from coopterms.text import key

DIGITS = "〇一二三四五六七八九"
ZERO = "○"
"""The nought that Hong Kong prints in years."""
NUMERAL = "[0-9０-９〇○零一二兩两三四五六七八九十廿卅百]"
"""A character of a number, for regular expressions."""
_VALUES = {character: value for value, character in enumerate(DIGITS)} | {ZERO: 0, "零": 0, "兩": 2, "两": 2}
_UNITS = {"十": 10, "百": 100}
_SHORT = {"廿": "二十", "卅": "三十"}


def chinese_value(text: str) -> int | None:
    """Read a number in Chinese or Arabic digits.

    Args:
        text: the number, up to 999, or a year digit by digit.

    Returns:
        Its value, or None when it is no number.

    >>> [chinese_value(text) for text in ("二十四", "十", "一百零二", "二○一八", "廿一", "24", "十十", "人")]
    [24, 10, 102, 2018, 21, 24, None, None]
    """
    for short, long in _SHORT.items():
        text = text.replace(short, long)
    if text.isdecimal():
        return int(text)
    if not text or not all(character in _VALUES or character in _UNITS for character in text):
        return None
    if not any(character in _UNITS for character in text):
        return int("".join(str(_VALUES[character]) for character in text))
    total, digit, last = 0, None, 1000
    for character in text:
        unit = _UNITS.get(character)
        if unit is None:
            if digit:
                return None
            digit = _VALUES[character]
        elif unit >= last:
            return None
        else:
            total += (1 if digit is None or (digit == 0 and total) else digit) * unit
            digit, last = None, unit
    return total + (digit or 0)


def chinese_number(value: int) -> str:
    """Write a number from 1 to 999 in Chinese.

    >>> [chinese_number(value) for value in (4, 10, 21, 110, 305)]
    ['四', '十', '二十一', '一百一十', '三百零五']
    """
    if value < 10:
        return DIGITS[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")
    hundreds, rest = divmod(value, 100)
    link = "" if not rest else "零" if rest < 10 else "一" if rest < 20 else ""
    return DIGITS[hundreds] + "百" + link + (chinese_number(rest) if rest else "")


def chinese_year(year: int) -> str:
    """Write a year as Hong Kong does.

    >>> chinese_year(2018)
    '二○一八'
    """
    return "".join(ZERO if digit == "0" else DIGITS[int(digit)] for digit in str(year))


@cache
def _ordinals() -> tuple[dict[int, str], dict[str, int]]:
    words = {int(row["b"][:-2]): row["a"] for row in read_rows("spellings") if row["kind"] == "ordinal" and row["b"][:-2].isdecimal()}
    return words, {key(word): value for value, word in words.items()}


def ordinal_word(value: int) -> str:
    """Write an ordinal in words, or in figures where the tables have no word.

    >>> ordinal_word(4), ordinal_word(24), ordinal_word(112)
    ('Fourth', 'Twenty-fourth', '112th')
    """
    return _ordinals()[0].get(value) or ordinal_figures(value)


def ordinal_figures(value: int) -> str:
    """Write an ordinal in figures.

    >>> [ordinal_figures(value) for value in (1, 2, 3, 11, 22)]
    ['1st', '2nd', '3rd', '11th', '22nd']
    """
    ending = "th" if value // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def ordinal_value(text: str) -> int | None:
    """Read an English ordinal or number.

    >>> ordinal_value("Twenty-first"), ordinal_value("11th"), ordinal_value("7"), ordinal_value("Plenary")
    (21, 11, 7, None)
    """
    folded = key(text)
    figures = folded[:-2] if folded[-2:] in ("st", "nd", "rd", "th") else folded
    return int(figures) if figures.isdecimal() else _ordinals()[1].get(folded)
