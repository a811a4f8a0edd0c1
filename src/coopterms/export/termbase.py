"""Tables for term bases, Trados and memoQ: comma-separated, UTF-8, a line an entry, a column a term.

Both programs take the name of a language at the head of a column, and several columns of one language as synonyms. The two tables differ
in the names of columns only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TextIO

from coopterms.export.glossary import GlossaryEntry, Source, check, csv_line, entries, language_of, use


class _Layout(NamedTuple):
    """The columns of a table: those of the entry and what stands in them, and the names of languages."""

    name: str
    fields: Mapping[str, Callable[[GlossaryEntry], str]]
    languages: Mapping[str, str]


def _remarks(entry: GlossaryEntry) -> str:
    return "; ".join(part for part in (entry.id, entry.period, entry.note) if part)


_TRADOS = _Layout(
    "table for Trados",
    {
        "Entry ID": lambda entry: entry.id,
        "Kind": lambda entry: entry.kind,
        "Period": lambda entry: entry.period,
        "Note": lambda entry: entry.note,
    },
    {"en": "English", "zh-Hant": "Chinese (Traditional, Hong Kong SAR)", "zh-Hans": "Chinese (Simplified, China)"},
)
_MEMOQ = _Layout(
    "table for memoQ",
    {"Entry_Subject": lambda entry: entry.kind, "Entry_Note": _remarks},
    {"en": "English", "zh-Hant": "Chinese_Hong_Kong", "zh-Hans": "Chinese_PRC"},
)


def write_trados(sources: Iterable[Source], file: TextIO, script: str = "Hant") -> None:
    """Write a table for Trados: MultiTerm Convert and Glossary Converter make a termbase of it.

    Args:
        sources: entities or glossary entries; one without a term in both languages is left out.
        file: where to; open it with `newline=""`.
        script: Hant or Hans.

    Raises:
        InputError: a term is no text that UTF-8 can hold.

    >>> import sys
    >>> from coopterms.model import Name, Term
    >>> bri = Term("term:bri", {"en": "Belt and Road", "zh-Hant": "一帶一路"}, (Name("B&R", "en", "abbreviation"),))
    >>> write_trados([bri], sys.stdout)
    Entry ID,Kind,Period,Note,English,English,"Chinese (Traditional, Hong Kong SAR)"
    term:bri,term,,,Belt and Road,B&R,一帶一路
    """
    _write(_TRADOS, sources, file, script)


def write_memoq(sources: Iterable[Source], file: TextIO, script: str = "Hant") -> None:
    """Write a table for memoQ's import of term bases.

    Args:
        sources: entities or glossary entries; one without a term in both languages is left out.
        file: where to; open it with `newline=""`.
        script: Hant or Hans.

    Raises:
        InputError: a term is no text that UTF-8 can hold.

    >>> import sys
    >>> from coopterms.model import Term
    >>> write_memoq([Term("term:bri", {"en": "Belt and Road", "zh-Hans": "一带一路"})], sys.stdout, "Hans")
    Entry_Subject,Entry_Note,English,Chinese_PRC
    term,term:bri,Belt and Road,一带一路
    """
    _write(_MEMOQ, sources, file, script)


def _write(layout: _Layout, sources: Iterable[Source], file: TextIO, script: str) -> None:
    languages = ("en", language_of(script))
    table: list[tuple[GlossaryEntry, list[list[str]]]] = []
    widths = [1, 1]
    for entry in entries(sources, languages):
        terms = [[term.text for term in entry.terms if term.language == language and use(term).type] for language in languages]
        if all(terms):
            table.append((entry, terms))
            widths = [max(width, len(found)) for width, found in zip(widths, terms, strict=True)]
    heads = [layout.languages[language] for language, width in zip(languages, widths, strict=True) for _ in range(width)]
    file.write(csv_line([*layout.fields, *heads]))
    for entry, terms in table:
        cells = [fill(entry) for fill in layout.fields.values()]
        for found, width in zip(terms, widths, strict=True):
            cells += [*found, *[""] * (width - len(found))]
        file.write(csv_line(check(cell, entry.id, layout.name) for cell in cells))
