"""Meetings and their series: which row of `meetings.csv` is the which-th meeting of which series.

In: IDs. Out: a `Meeting`. The compiled gazetteer has no need of this, so the table itself is read, when first asked.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from coopterms.names.words import read_rows


class Meeting(NamedTuple):
    """One meeting of a series.

    Attributes:
        id, series: IDs.
        ordinal: its number.
        label_en, label_zh: its labels.
    """

    id: str
    series: str
    ordinal: int
    label_en: str
    label_zh: str


@cache
def _meetings() -> dict[str, Meeting]:
    return {
        row["id"]: Meeting(row["id"], row["series"], int(row["ordinal"]), row["label_en"], row["label_zh_hant"])
        for row in read_rows("meetings")
        if row["series"] and row["ordinal"].isdecimal()
    }


def series_of(entity_id: str) -> Meeting | None:
    """Return a meeting with its series; None for what is no numbered meeting.

    >>> series_of("term:hk-fujian-plenary-3").ordinal
    3
    """
    return _meetings().get(entity_id)


def meetings_of(series: str = "") -> list[Meeting]:
    """Return the numbered meetings of a series, or of all, in order.

    Args:
        series: ID of the series; empty for all.

    >>> [meeting.ordinal for meeting in meetings_of("term:mech-hong-kong-fujian-co-operation-conference")]
    [1, 2, 3, 4]
    """
    return sorted((meeting for meeting in _meetings().values() if series in ("", meeting.series)), key=lambda meeting: meeting.ordinal)
