"""Glossaries for OmegaT: tab-separated lines of UTF-8 with source term, target term and comment, no header, no quotation marks.

OmegaT reads a line up to its end and splits it at tabs, so neither can stand in a term; a line that begins with # is a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TextIO

from coopterms.export.glossary import Pair, Source, check, language_of, pairs

_FORMAT = "OmegaT glossary"
_TARGET = re.compile("[\t\r\n]")
_SOURCE = re.compile("[\t\r\n]|^[#\ufeff]")


def write(sources: Iterable[Source], file: TextIO, script: str = "Hant", from_english: bool = True) -> None:
    """Write a glossary for OmegaT; save it as `.txt` or `.utf8` in the project's glossary folder.

    Every form of a name that may stand in the source text has a line, with the label in the other language as its translation.

    Args:
        sources: entities or glossary entries; one without a label in both languages is left out.
        file: where to; open it with `newline=""`.
        script: Hant or Hans.
        from_english: whether English is translated into Chinese, or the other way round.

    Raises:
        InputError: a term has a tab or a line break, or begins with #.

    >>> from io import StringIO
    >>> from coopterms.model import Term
    >>> file = StringIO()
    >>> write([Term("term:bri", {"en": "Belt and Road Initiative", "zh-Hant": "一帶一路倡議"})], file, from_english=False)
    >>> file.getvalue()
    '一帶一路倡議\\tBelt and Road Initiative\\tterm\\n'
    """
    for pair in pairs(sources, language_of(script), from_english):
        source = check(pair.source, pair.entry.id, _FORMAT, _SOURCE)
        target = check(pair.target, pair.entry.id, _FORMAT, _TARGET)
        file.write(f"{source}\t{target}\t{_comment(pair)}\n")


def _comment(pair: Pair) -> str:
    """What a translator may want to know: what it is, when it was, and that the source is not the usual form."""
    kind = "" if pair.term.kind in ("label", "written") else pair.term.kind
    parts = [pair.entry.kind, pair.entry.period, kind, " ".join(pair.entry.note.split())]
    return check("; ".join(part for part in parts if part), pair.entry.id, _FORMAT, _TARGET)
