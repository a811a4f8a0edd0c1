"""Simplified Chinese for display, where the tables have no Simplified form of their own.

Never for matching, and never towards Traditional, where a converter corrupts surnames (范, 余, 于). Forms that the tables do have are put
in as they stand; only what is between them is converted. opencc is an optional extra and is imported when it is first needed; whichever
package bears that name will do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache


@cache
def _converter() -> Callable[[str], str] | None:
    try:
        from opencc import OpenCC
    except ImportError:
        return None
    converter: Callable[[str], str] = OpenCC("hk2s").convert
    return converter


def simplified(text: str, known: Mapping[str, str]) -> str | None:
    """Write Traditional text in Simplified characters.

    Args:
        text: Traditional Chinese.
        known: Traditional forms in the text whose Simplified form is on record.

    Returns:
        The text, or None where no opencc is installed.

    >>> simplified("保安局", {"保安局": "保安局"}) in ("保安局", None)
    True
    """
    convert = _converter()
    if convert is None:
        return None
    for traditional in sorted(known, key=len, reverse=True):
        if traditional and traditional in text:
            before, _, after = text.partition(traditional)
            return f"{simplified(before, known) or ''}{known[traditional]}{simplified(after, known) or ''}"
    return convert(text)
