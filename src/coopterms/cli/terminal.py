"""What a person sees on a terminal: columns that line up although a Chinese character is two cells wide."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

_WITHOUT_TERMINAL = 120


def width(text: str) -> int:
    """Return how many terminal cells a text takes.

    >>> width("CE 行政長官")
    11
    """
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def pad(text: str, cells: int) -> str:
    """Fill a text with blanks to a number of cells.

    >>> pad("長官", 6) + "|"
    '長官  |'
    """
    return text + " " * (cells - width(text))


def terminal_width() -> int:
    """Return the width of the terminal, or a usual one where the output goes elsewhere."""
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return _WITHOUT_TERMINAL


def progress(items: Sequence[T], unit: str) -> Iterable[T]:
    """Go through items with a progress bar on standard error when that is a terminal, else without.

    Args:
        items: what to go through.
        unit: what one of them is called.
    """
    if len(items) < 2 or not sys.stderr.isatty():
        return items
    from tqdm import tqdm

    bar: Iterable[T] = tqdm(items, unit=unit, leave=False, delay=1.0)
    return bar


def columns(rows: Sequence[Sequence[str]], indent: str = "", limit: int | None = None) -> list[str]:
    """Lay out rows in columns; where a line would be too long, its last cell goes to a line of its own below.

    Args:
        rows: cells; all rows have the same number.
        indent: what every line begins with.
        limit: the longest line; the terminal's width when None.

    Returns:
        The lines.

    >>> columns([["person", "聶德權", "person:a"], ["office", "局長", "office:b"]], limit=40)
    ['person  聶德權  person:a', 'office  局長    office:b']
    """
    if not rows:
        return []
    limit = terminal_width() if limit is None else limit
    widths = [max(width(row[at]) for row in rows) for at in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [pad(cell, cells) for cell, cells in zip(row[:-1], widths, strict=False)]
        line = indent + "  ".join([*cells, row[-1]])
        if width(line) <= limit or len(row) < 3:
            lines.append(line.rstrip())
        else:
            lines.append((indent + cells[0] + "  " + "  ".join(cell for cell in row[1:-1] if cell)).rstrip())
            if row[-1]:
                lines.append(indent + " " * (widths[0] + 2) + row[-1])
    return lines
