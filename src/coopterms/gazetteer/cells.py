"""Faults that show in one row alone: empty or unknown values, forms, dates, sources, and the language of a cell.

What a cell may hold comes from the schema; the checks of Chinese characters lean on two old character sets, because
GB 2312 was drawn up for Simplified and Big5 (with the Hong Kong supplement) for Traditional text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from coopterms.gazetteer.faults import Fault, bounds, fault_at
from coopterms.gazetteer.schema import Field
from coopterms.gazetteer.tables import Row, Table
from coopterms.text.characters import HAN, is_han, read_classes

UNVERIFIED = "unverified"

RESTORED = frozenset("麹瞭皙喆昇邨甯堃迺菉徵於陞犇龢脩絜澂氾祇")
"""Left out of GB 2312 as variants, allowed by the Mainland list of 2013 (通用规范汉字表), some in names only."""

_CHINESE = re.compile(rf"[{HAN}\u2e80-\u2fdf\u3000-\u303f\uff01-\uff5e]")
_PLACEHOLDER = re.compile(r"\{\w+\}")
_WORD = re.compile(r"[a-z]")

HONG_KONG = frozenset(
    "亘兖偬冲决况凉减凑凛凭删卧却厢厦厨厩厮叙叠吣咏咤囱坂够奥姹屉届幂幺强恒戬户携撑晋栀椁榘橥橱殁毁毡汹泪温滚潜灾烟"
    "牦猪猫猬珐琼瑶疱疴眦着碱祢禀秆稆笋籼糇糍耻脉脚腭腼莅葱蘖虬衅衮踪迹隽韵鞲鼹麽"
)
"""Shapes that Hong Kong also writes in Traditional text (恒生, 李慧琼), though Big5 has only their variants."""

Problem = tuple[str, str]
"""What is wrong with a cell, and what to do."""


def cell_faults(table: Table) -> Iterator[Fault]:
    """Find the faults of a table that show in one row alone.

    Args:
        table: the table.

    Yields:
        The faults, in the order of the rows.
    """
    fields = [(position, field) for position, field in enumerate(table.resource.fields) if _has_rules(field)]
    for row in table.rows:
        for position, field in fields:
            for message, hint in _problems(row.cells[position], field, row):
                yield fault_at(table, row, field.name, message, hint)
        for first, last in table.resource.periods:
            if _reversed(row[first], row[last]):
                message = f"{row[last]} is before {first} {row[first]}"
                yield fault_at(table, row, last, message, "correct one of the two dates or leave it empty")


def host_of(address: str) -> str:
    """Return the host of a page's address, or "" if it is no http(s) address.

    >>> host_of("https://www.info.gov.hk/gia/"), host_of("info.gov.hk")
    ('www.info.gov.hk', '')
    """
    if any(character.isspace() for character in address):
        return ""
    try:
        parts = urlsplit(address)
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _has_rules(field: Field) -> bool:
    return bool(field.required or field.enum or field.pattern or field.is_date or field.is_source or field.script or field.script_column)


def _problems(cell: str, field: Field, row: Row) -> Iterator[Problem]:
    cell = cell.strip()
    if not cell:
        if field.required:
            yield "the cell is empty", f"fill it in: {field.title}"
        return
    items = row.items_of(field.name) if field.is_list else (cell,)
    for item in items:
        if field.is_date:
            if bounds(item) is None:
                yield f"{item!r} is not a date of the calendar", "write YYYY, YYYY-MM or YYYY-MM-DD, or leave it empty"
        elif field.enum and item not in field.enum:
            ending = "" if field.required else " or leave it empty"
            yield f"{item!r} is not one of {', '.join(field.enum)}", f"write one of them{ending}"
        elif field.pattern and not field.pattern.fullmatch(item):
            yield f"{item!r} does not have the right form", f"write {field.form or field.pattern.pattern}"
        script = row[field.script_column] if field.script_column else field.script
        if script:
            yield from _script_problems(_PLACEHOLDER.sub("", item), script)
    if field.is_source:
        yield from _source_problems(items, row.get("confidence", "low"))


def _source_problems(items: tuple[str, ...], confidence: str) -> Iterator[Problem]:
    if items == (UNVERIFIED,):
        if confidence != "low":
            yield f"the row is {UNVERIFIED} and its confidence {confidence}", "write low, or give the address of a page"
        return
    for item in items:
        if item == UNVERIFIED:
            yield f"{UNVERIFIED} stands beside an address", f"leave out {UNVERIFIED}"
        elif not host_of(item):
            hint = f"write addresses that begin with http:// or https://, separated by ' | ', or the word {UNVERIFIED}"
            yield f"{item!r} is not the address of a page", hint


def _reversed(first: str, last: str) -> bool:
    start, end = bounds(first), bounds(last)
    return start is not None and end is not None and start[0] > end[1]


def _script_problems(text: str, script: str) -> Iterator[Problem]:
    if script == "en":
        if found := _CHINESE.search(text):
            hint = "write only English here; Chinese belongs in the Chinese columns, or in a row of names.csv of its own"
            yield f"{found.group()!r} in {text!r} is Chinese, in an English cell", hint
        return
    if _WORD.search(text) and not any(map(is_han, text)):  # acronyms such as M+ or CEPA are written so in Chinese too
        yield f"{text!r} has no Chinese character, in a Chinese cell", "write the Chinese, or leave the cell empty"
    for character in dict.fromkeys(text):
        if script == "zh-Hans" and traditional_only(character):
            yield f"{character} in {text} is not Simplified Chinese", f"write {_classes()[character]} if that is meant"
        elif script == "zh-Hant" and simplified_only(character):
            choice = " or ".join(_traditional_of(character)) or "the Traditional character"
            yield f"{character} in {text} is not Traditional Chinese", f"write {choice} if that is meant"


@cache
def traditional_only(character: str) -> bool:
    """Say whether a character can only stand in Traditional text.

    Args:
        character: one character.

    Returns:
        True for a variant of another character that is not in GB 2312. Characters that both scripts use are left alone,
        and so are those that were restored later.

    >>> traditional_only("衞"), traditional_only("乾"), traditional_only("政")
    (True, False, False)
    """
    return character in _classes() and character not in RESTORED and not _encodes(character, "gb2312")


@cache
def simplified_only(character: str) -> bool:
    """Say whether a character can only stand in Simplified text.

    Args:
        character: one character.

    Returns:
        True for a Chinese character that is not in Big5-HKSCS, and for one that only the Hong Kong supplement has, if
        GB 2312 has it too and Big5 has a variant of it: the supplement took in Simplified characters such as 国.

    >>> simplified_only("刘"), simplified_only("国"), simplified_only("里"), simplified_only("恒")
    (True, True, False, False)
    """
    if not is_han(character) or character in HONG_KONG or _encodes(character, "big5"):
        return False
    if not _encodes(character, "big5hkscs"):
        return True
    return _encodes(character, "gb2312") and bool(_traditional_of(character))


def _traditional_of(character: str) -> list[str]:
    representative = _classes().get(character, character)
    members = [representative, *_members()[representative]]
    return [member for member in members if member != character and _encodes(member, "big5")]


@cache
def _classes() -> dict[str, str]:
    return read_classes()


@cache
def _members() -> defaultdict[str, list[str]]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for character, representative in _classes().items():
        members[representative].append(character)
    return members


def _encodes(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
