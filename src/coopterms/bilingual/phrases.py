"""Phrases with a number in them: ordinals of meetings, articles and the like (`ordinals.csv`), and dates.

In: a text. Out: each phrase with its place and its equivalent in the other language. No table can list them: there is no end of numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from coopterms.bilingual.numbers import (
    NUMERAL,
    chinese_number,
    chinese_value,
    chinese_year,
    ordinal_figures,
    ordinal_value,
    ordinal_word,
)
from coopterms.names.words import read_rows
from coopterms.text.fold import fold, join, key

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DATE = re.compile(
    rf"(?:(?P<year>{NUMERAL}{{4}})\s*年\s*)?(?P<month>{NUMERAL}{{1,3}})\s*月(?:\s*(?P<day>{NUMERAL}{{1,3}})\s*日)?"
    rf"(?:\s*[至到]\s*(?:(?P<year2>{NUMERAL}{{4}})\s*年\s*)?(?:(?P<month2>{NUMERAL}{{1,3}})\s*月\s*)?(?P<day2>{NUMERAL}{{1,3}})\s*日)?"
    rf"|(?P<only>{NUMERAL}{{4}})\s*年(?:\s*[至到]\s*(?P<until>{NUMERAL}{{4}})\s*年)?"
)
_WORDS = re.compile(
    rf"(?P<month>{'|'.join(_MONTHS)})(?:\s+(?P<day>\d{{1,2}})(?:\s+(?:to|and)\s+(?P<day2>\d{{1,2}}))?)?(?:,?\s+(?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
_LAST_MONTH, _LAST_DAY = 12, 31
_WHOLE = re.compile(r"[\w\s]+")
"""A phrase goes over no punctuation."""
_HIGHEST = 999
"""The highest number that is written in Chinese words."""


class Phrase(NamedTuple):
    """A phrase with a number in it.

    Attributes:
        start, end: offsets in the text.
        kind: ordinal or date.
        text: as printed.
        english: the usual English.
        alternatives: other English that is used.
        number: the number of an ordinal, 0 of a date.
    """

    start: int
    end: int
    kind: str
    text: str
    english: str
    alternatives: tuple[str, ...] = ()
    number: int = 0


class _Pattern(NamedTuple):
    """One Chinese pattern: its folded halves, its English forms, and itself in both scripts."""

    before: str
    after: str
    english: tuple[str, ...]
    traditional: str
    simplified: str


@cache
def _patterns() -> tuple[_Pattern, ...]:
    found: dict[str, list[str]] = {}
    written: dict[str, str] = {}
    for row in sorted(read_rows("ordinals"), key=lambda row: row["use"] != "label"):
        found.setdefault(row["pattern_zh_hant"], []).append(row["pattern_en"])
        written[row["pattern_zh_hant"]] = row["pattern_zh_hans"]
    patterns = []
    for traditional, english in found.items():
        before, after = (key(half) for half in traditional.split("{n}"))
        patterns.append(_Pattern(before, after, tuple(english), traditional, written[traditional]))
    return tuple(sorted(patterns, key=lambda pattern: -len(pattern.traditional)))


@cache
def _finder() -> re.Pattern[str]:
    number = rf" ?(?:\d+|{NUMERAL}+) ?"
    return re.compile("|".join(f"(?P<p{at}>{p.before}(?P<n{at}>{number}){p.after})" for at, p in enumerate(_patterns())))


def phrases(text: str) -> list[Phrase]:
    """Return the ordinals and dates of a Chinese text.

    Args:
        text: the text, of either script.

    Returns:
        The phrases in order; none overlaps another.

    >>> [(p.text, p.english) for p in phrases("二〇一八年十一月二十七日至二十九日出席第三次会议")]
    [('二〇一八年十一月二十七日至二十九日', 'November 27 to 29, 2018'), ('第三次会议', 'Third Plenary Session')]
    """
    found = sorted([*_dates(text), *_ordinals(text)], key=lambda phrase: (phrase.start, -phrase.end))
    kept: list[Phrase] = []
    for phrase in found:
        if not kept or phrase.start >= kept[-1].end:
            kept.append(phrase)
    return kept


def _ordinals(text: str) -> Iterator[Phrase]:
    folded = fold(text)
    starts = join(folded.words)[1]
    first = {at: number for number, at in enumerate(starts)}
    last = {at + len(word): number for number, (at, word) in enumerate(zip(starts, folded.words, strict=True))}
    for match in _finder().finditer(folded.key):
        assert match.lastgroup is not None
        # the numbered group closes first, so the pattern's own group is the last one
        pattern = _patterns()[int(match.lastgroup[1:])]
        value = chinese_value(match["n" + match.lastgroup[1:]].strip())
        one, other = first.get(match.start()), last.get(match.end())
        if value is None or one is None or other is None:
            continue
        start, end = folded.starts[one], folded.ends[other]
        if not _WHOLE.fullmatch(text, start, end):
            continue
        english = [_fill(form, value) for form in pattern.english]
        yield Phrase(start, end, "ordinal", text[start:end], english[0], tuple(english[1:]), value)


def _fill(form: str, value: int) -> str:
    """Put a number into an English pattern; `{nth}` is in words where they are short."""
    small = ordinal_word(value)
    small = small.lower() if small.isalpha() else ordinal_figures(value)
    return form.replace("{Nth}", ordinal_word(value)).replace("{nth}", small).replace("{n}", str(value))


def _dates(text: str) -> Iterator[Phrase]:
    for match in _DATE.finditer(text):
        english = _english_date(match)
        if english:
            yield Phrase(match.start(), match.end(), "date", match.group(), english)


def _english_date(match: re.Match[str]) -> str | None:
    value = {name: chinese_value(text) for name, text in match.groupdict().items() if text}
    if None in value.values():
        return None
    if "only" in value:
        return f"{value['only']}" + (f" to {value['until']}" if "until" in value else "")
    month, day, day2 = value["month"], value.get("day"), value.get("day2")
    month2, year, year2 = value.get("month2"), value.get("year"), value.get("year2")
    for number, most in ((month, _LAST_MONTH), (month2, _LAST_MONTH), (day, _LAST_DAY), (day2, _LAST_DAY)):
        if number is not None and not 1 <= number <= most:
            return None
    assert month is not None
    first = _MONTHS[month - 1] + (f" {day}" if day else "")
    if day2 and not day:
        return None
    if year2:
        return f"{first}, {year} to {_MONTHS[(month2 or month) - 1]} {day2}, {year2}"
    if day2:
        first += f" to {_MONTHS[month2 - 1]} {day2}" if month2 else f" to {day2}"
    return first + (f", {year}" if year and day else f" {year}" if year else "")


def english_of(text: str) -> tuple[str, ...]:
    """Return the English of a Chinese ordinal or date, the usual one first; nothing when it is neither.

    >>> english_of("第四次會議")[0], english_of("二○一八年十一月"), english_of("會議")
    ('Fourth Plenary Session', ('November 2018',), ())
    """
    stripped = text.strip()
    found = phrases(stripped)
    if len(found) != 1 or found[0].text != stripped:
        return ()
    return (found[0].english, *found[0].alternatives)


def chinese_of(text: str, simplified: bool = False) -> tuple[str, ...]:
    """Return the Chinese of an English ordinal or date, the usual one first; nothing when it is neither.

    Args:
        text: the English.
        simplified: whether to write it in Simplified characters.

    >>> chinese_of("Fourth Plenary Session"), chinese_of("November 27 to 29, 2018"), chinese_of("Article 5", simplified=True)
    (('第四次會議', '第四次全體會議'), ('二○一八年十一月二十七日至二十九日',), ('第五条',))
    """
    date = _WORDS.fullmatch(text.strip())
    if date:
        return (_chinese_date(date),)
    found: list[tuple[int, str]] = []
    for pattern in _patterns():
        for form in pattern.english:
            before, placeholder, after = re.split(r"(\{\w+\})", form)
            match = re.fullmatch(rf"{re.escape(before)}(?P<n>[\w-]+){re.escape(after)}", text.strip(), re.IGNORECASE)
            value = ordinal_value(match["n"]) if match and before + after else None
            if value is not None and value <= _HIGHEST and (placeholder == "{n}") == (match is not None and match["n"].isdecimal()):
                written = pattern.simplified if simplified else pattern.traditional
                found.append((len(written), written.replace("{n}", chinese_number(value))))
    return tuple(dict.fromkeys(written for _, written in sorted(found)))


def _chinese_date(date: re.Match[str]) -> str:
    month = next(at for at, name in enumerate(_MONTHS, 1) if name.lower() == date["month"].lower())
    written = f"{chinese_year(int(date['year']))}年" if date["year"] else ""
    written += f"{chinese_number(month)}月"
    if date["day"]:
        written += f"{chinese_number(int(date['day']))}日"
    return written + (f"至{chinese_number(int(date['day2']))}日" if date["day2"] else "")
