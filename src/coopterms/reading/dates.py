"""The date of a document, from its own date line in either language, or from "today (October 24)".

In: a text. Out: the date as `YYYY-MM-DD` and where it was found, or None: a date that the text only speaks of is not its own.
"""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from coopterms.reading.annotation import DateSource

_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_DIGITS = {character: str(at) for at, character in enumerate("〇一二三四五六七八九")} | {
    "○": "0",
    "零": "0",
    "Ｏ": "0",
    "O": "0",
    "０": "0",
}
_MONTH = "(?P<month>" + "|".join(rf"{name[:3]}(?:{name[3:]})?\.?" for name in _MONTHS) + "|Sept\\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?P<day_name>(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_ENGLISH = (
    rf"{_WEEKDAY}{_MONTH}\s+{_DAY}(?:,?\s+(?P<year>\d{{4}}))?",
    rf"{_WEEKDAY}{_DAY}\s+{_MONTH}(?:,?\s+(?P<year>\d{{4}}))?",
)
_NUMBER = "[0-9０-９〇○零一二三四五六七八九十廿卅]"
_CHINESE = rf"(?:(?P<year>{_NUMBER}{{4}})\s*年\s*)?(?P<month>{_NUMBER}{{1,3}})\s*月\s*(?P<day>{_NUMBER}{{1,3}})\s*日"
_ISO = r"(?P<year>\d{4})[-/](?P<month>\d{2})[-/](?P<day>\d{2})"
_LEAD = r"(?P<lead>(?:date|ends?|issued(?: on)?|日期|完)\s*[:：/／]\s*)?"
_TAIL = (
    r"(?P<weekday>\s*[（(]?\s*(?:星期|週|周|禮拜)[一二三四五六日天]\s*[）)]?|\s*\((?:mon|tues|wednes|thurs|fri|satur|sun)day\))?"
    r"(?:,? at \d[\d.:]*\s*(?:[ap]\.?m\.?|noon)?)?"
)
_LINES = [re.compile(rf"(?i){_LEAD}{form}{_TAIL}[.。]?") for form in (*_ENGLISH, _CHINESE, _ISO)]
_LONGEST_LINE = 60
_AWAY = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "yesterday": 1, "last night": 1, "tomorrow": -1,
    "今日": 0, "今天": 0, "今早": 0, "今午": 0, "今晚": 0, "昨日": 1, "昨天": 1, "昨晚": 1, "明日": -1, "明天": -1,
}  # fmt: skip
_LONGEST_WORD = max(map(len, _AWAY))
_BRACKETS = [re.compile(rf"(?i)[(（]\s*{form}[^)）]{{0,20}}[)）]") for form in (*_ENGLISH, _CHINESE)]
_YEAR = re.compile(rf"(?<![\d-])(?:19|20)\d\d(?![\d-])|(?<!{_NUMBER})[一二][〇○零九]{_NUMBER}{{2}}(?=年)")


class DocumentDate(NamedTuple):
    """The date of a document.

    Attributes:
        day: the date as `YYYY-MM-DD`.
        source: where it stands.
        whole: whether the year stands there, too; else it is the only one that the text names.
    """

    day: str
    source: DateSource
    whole: bool


def document_date(text: str) -> DocumentDate | None:
    """Return the date of a document.

    Args:
        text: the document.

    Returns:
        The date, and whether a line of its own or a sentence says it; None when neither does. A date without a year is taken in the one
        year that the text names, if it names only one.

    >>> document_date("Ends/Friday, August 24, 2018").day, document_date("二○一八年八月二十四日（星期五）").day
    ('2018-08-24', '2018-08-24')
    >>> document_date("held in Beijing today (October 24). It is the first of 2018.")
    DocumentDate(day='2018-10-24', source=<DateSource.TEXT: 'text'>, whole=False)
    """
    lines = [line for raw in text.splitlines() if len(raw) <= _LONGEST_LINE and (line := raw.strip())]
    dated = [found for line in lines for pattern in _LINES if (found := pattern.fullmatch(line))]
    dated.sort(key=_rank)
    for found in dated:
        if day := _date(found, None):
            return DocumentDate(day.isoformat(), DateSource.DATE_LINE, True)
    brackets = [found for pattern in _BRACKETS for found in pattern.finditer(text)]
    year = _only_year(text) if dated or brackets else None
    for found in dated:
        if day := _date(found, year):
            return DocumentDate(day.isoformat(), DateSource.DATE_LINE, False)
    for found in brackets:
        before = text[max(0, found.start() - _LONGEST_WORD - 1) : found.start()].rstrip().lower()
        away = next((days for word, days in _AWAY.items() if before.endswith(word)), None)
        if away is not None and (day := _date(found, year)):
            return DocumentDate((day + datetime.timedelta(away)).isoformat(), DateSource.TEXT, bool(found["year"]))
    return None


def _rank(found: re.Match[str]) -> int:
    """Rank a line: one that says it is the date (Ends/), then one with a day of the week, then any: the deadline of a form, perhaps."""
    parts = found.groupdict()
    return 0 if parts["lead"] else 1 if parts.get("day_name") or parts["weekday"] else 2


def _only_year(text: str) -> str | None:
    years = {_arabic(found.group()) for found in _YEAR.finditer(text)}
    return years.pop() if len(years) == 1 else None


def _date(found: re.Match[str], year: str | None) -> datetime.date | None:
    written = found["year"] or year
    month = found["month"]
    if written is None:
        return None
    try:
        name = month[:3].lower()
        number = (
            next((at for at, long in enumerate(_MONTHS, 1) if long.startswith(name)), 0) if month[0].isalpha() and month.isascii() else 0
        )
        return datetime.date(int(_arabic(written)), number or int(_arabic(month)), int(_arabic(found["day"])))
    except ValueError:
        return None


def _arabic(number: str) -> str:
    """Write a Chinese number up to 99, or a year digit by digit, in Arabic digits.

    >>> _arabic("二十四"), _arabic("二○一八"), _arabic("十"), _arabic("卅一")
    ('24', '2018', '10', '31')
    """
    number = number.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = number.rpartition("十")
    digits = "".join(_DIGITS.get(character, character) for character in (tens or "一") + (ones or "〇") if ten) or "".join(
        _DIGITS.get(character, character) for character in number
    )
    return str(int(digits))
