"""Glossaries for DeepL: comma-separated lines of source and target, no header.

DeepL puts the target wherever the source stands and takes no source twice. So only full forms are written, and a form that would have two
translations is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TextIO

from coopterms.errors import InputError
from coopterms.export.glossary import Source, check, csv_line, language_of, pairs, use

_FORMAT = "DeepL glossary"
_CONTROL = re.compile("[\0-\x1f\x7f-\x9f\u2028\u2029]")
_LONGEST = 1024
"""Bytes of UTF-8 in a term."""


def write(sources: Iterable[Source], file: TextIO, script: str = "Hant", from_english: bool = True) -> None:
    """Write a glossary for DeepL.

    Where several entries share a form, those that have ceased to exist give way to the others; if more than one translation is left,
    the form is left out.

    Args:
        sources: entities or glossary entries; one without a label in both languages is left out.
        file: where to; open it with `newline=""`.
        script: Hant or Hans.
        from_english: whether English is translated into Chinese, or the other way round.

    Raises:
        InputError: a term has a control character or is longer than 1024 bytes, or is nothing but blanks.

    >>> import sys
    >>> from coopterms.model import Office
    >>> write([Office("office:x", {"en": "Secretary for Food, Health and Y", "zh-Hant": "某局局長"})], sys.stdout)
    "Secretary for Food, Health and Y",某局局長
    """
    found: dict[str, dict[str, bool]] = {}
    for pair in pairs(sources, language_of(script), from_english):
        if use(pair.term).machine:
            for text in (pair.source, pair.target):
                check(text, pair.entry.id, _FORMAT, _CONTROL)
                if not text.strip() or len(text.encode()) > _LONGEST:
                    raise InputError(f"DeepL takes no term of {len(text.encode())} bytes like {text!r}", pair.entry.id, "shorten the name")
            targets = found.setdefault(pair.source, {})
            targets[pair.target] = targets.get(pair.target, False) or not pair.entry.valid_to
    for source, targets in found.items():
        chosen = [target for target, current in targets.items() if current] or list(targets)
        if len(chosen) == 1:
            file.write(csv_line((source, chosen[0])))
