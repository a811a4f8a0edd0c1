"""A vocabulary in SKOS, written as Turtle: a concept an entry, with its labels, what it belongs to and what took its place.

Each text of a language is one label of its concept only, as SKOS asks for: preferred, alternative or hidden.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import TextIO
from urllib.parse import quote

from coopterms.export.glossary import GlossaryEntry, Source, check, entries, use
from coopterms.model import LANGUAGES

BASE = "urn:coopterms:"
_HEAD = """@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

<{0}scheme> a skos:ConceptScheme ;
    dcterms:title {1} .
"""
_ESCAPED = re.compile('["\\\\\0-\x1f\x7f]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write(
    sources: Iterable[Source], file: TextIO, title: str = "coopterms", languages: Collection[str] = LANGUAGES, base: str = BASE
) -> None:
    """Write a SKOS vocabulary as Turtle.

    Args:
        sources: entities or glossary entries.
        file: where to; open it with `newline=""`.
        title: what the vocabulary is called.
        languages: which languages to write; an entry without a term in any of them is left out.
        base: what the identifiers of concepts begin with; the ID follows.

    Raises:
        InputError: a term is no text that UTF-8 can hold.

    >>> import sys
    >>> from coopterms.model import Organisation
    >>> write([Organisation("organisation:x", {"en": "X Bureau", "zh-Hant": "某局"}, parent="organisation:y")], sys.stdout)
    @prefix dcterms: <http://purl.org/dc/terms/> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    <BLANKLINE>
    <urn:coopterms:scheme> a skos:ConceptScheme ;
        dcterms:title "coopterms" .
    <BLANKLINE>
    <urn:coopterms:organisation:x> a skos:Concept ;
        skos:inScheme <urn:coopterms:scheme> ;
        dcterms:type "organisation" ;
        skos:prefLabel "X Bureau"@en ;
        skos:prefLabel "某局"@zh-Hant ;
        skos:broader <urn:coopterms:organisation:y> .
    """
    file.write(_HEAD.format(base, _literal(title, "title")))
    for entry in entries(sources, languages):
        facts = ["a skos:Concept", f"skos:inScheme <{base}scheme>", f"dcterms:type {_literal(entry.kind, entry.id)}"]
        facts += [f"skos:{use(term).skos} {_literal(term.text, entry.id)}@{term.language}" for term in entry.terms]
        facts += _links(entry, base)
        file.write(f"\n{_iri(base, entry.id)} " + " ;\n    ".join(facts) + " .\n")


def _links(entry: GlossaryEntry, base: str) -> list[str]:
    """Write what an entry belongs to, when it existed, what took its place, and the remark."""
    facts = [f"skos:broader {_iri(base, entry.broader)}"] if entry.broader else []
    if entry.valid_from or entry.valid_to:
        bounds = (("start", entry.valid_from), ("end", entry.valid_to))
        period = "".join(f"{name}={date}; " for name, date in bounds if date) + "scheme=W3C-DTF;"
        facts.append(f"dcterms:temporal {_literal(period, entry.id)}^^dcterms:Period")
    facts += [f"dcterms:isReplacedBy {_iri(base, successor)}" for successor in entry.successor]
    return [*facts, f"skos:note {_literal(entry.note, entry.id)}"] if entry.note else facts


def _iri(base: str, entry_id: str) -> str:
    return f"<{base}{quote(check(entry_id, entry_id, 'Turtle file'), safe=':')}>"


def _literal(text: str, entry_id: str) -> str:
    escaped = _ESCAPED.sub(lambda found: _ESCAPES.get(found[0], f"\\u{ord(found[0]):04X}"), check(text, entry_id, "Turtle file"))
    return f'"{escaped}"'
