"""What every glossary format writes: one entry for one thing, with its terms in each language.

In: entities of the gazetteer, what a document names, or the words of a gloss. Out: `GlossaryEntry` records, and for the formats that know
only pairs of terms, `Pair` records. No text is changed on the way; a text that a format has no way to write is refused by name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from attrs import evolve, field, frozen

from coopterms.errors import InputError
from coopterms.model import LANGUAGES, Entity, Name, Office, Organisation
from coopterms.reading.annotation import Annotation


class Use(NamedTuple):
    """What the glossary formats make of a kind of name.

    Attributes:
        status: administrativeStatus in TBX.
        type: termType in TBX; empty for a form that term bases do without.
        skos: prefLabel, altLabel or hiddenLabel.
        machine: whether a machine that replaces every occurrence may be told of it.
        source: whether it is worth recognising in a text that is to be translated.
    """

    status: str
    type: str
    skos: str
    machine: bool
    source: bool


USES = {
    "label": Use("preferredTerm-admn-sts", "fullForm", "prefLabel", machine=True, source=True),
    "alias": Use("admittedTerm-admn-sts", "fullForm", "altLabel", machine=True, source=True),
    "pinyin": Use("admittedTerm-admn-sts", "variant", "altLabel", machine=True, source=True),
    "short": Use("admittedTerm-admn-sts", "shortForm", "altLabel", machine=False, source=True),
    "abbreviation": Use("admittedTerm-admn-sts", "abbreviation", "altLabel", machine=False, source=True),
    "local": Use("admittedTerm-admn-sts", "variant", "altLabel", machine=False, source=True),
    "informal": Use("deprecatedTerm-admn-sts", "variant", "altLabel", machine=False, source=True),
    "former": Use("supersededTerm-admn-sts", "fullForm", "altLabel", machine=False, source=True),
    "written": Use("admittedTerm-admn-sts", "", "hiddenLabel", machine=False, source=True),
    "misspelling": Use("deprecatedTerm-admn-sts", "", "hiddenLabel", machine=False, source=False),
}
"""Each kind of name; a kind that is not listed counts as an alias."""

SCRIPTS = {"Hant": "zh-Hant", "Hans": "zh-Hans"}
_SURROGATE = re.compile("[\ud800-\udfff]")
_QUOTED = re.compile('[",\r\n]')


def use(name: Name) -> Use:
    """Return what the glossary formats make of a name."""
    return USES.get(name.kind, USES["alias"])


def _distinct(terms: Iterable[Name]) -> tuple[Name, ...]:
    """Keep each text of a language once, the label's first; a second label of a language is an alias."""
    found: dict[tuple[str, str], Name] = {}
    labelled: set[str] = set()
    for term in sorted(terms, key=lambda term: term.kind != "label"):
        if term.kind == "label" and term.language in labelled:
            term = term._replace(kind="alias")
        if term.text and (term.language, term.text) not in found:
            found[term.language, term.text] = term
            if term.kind == "label":
                labelled.add(term.language)
    return tuple(found.values())


@frozen
class GlossaryEntry:
    """One thing and its terms.

    Attributes:
        id: `kind:slug` of an entity, or any text that tells entries apart; it may be empty.
        kind: person, office, organisation or term.
        terms: the terms, labels first; each text of a language stands once.
        note: a definition, a source, a remark.
        valid_from, valid_to: first and last day of existence, empty where unknown.
        broader: ID of what it belongs to, or empty.
        successor: IDs of what took its place.

    >>> entry = GlossaryEntry("term:bri", "term", [Name("B&R", "en", "short"), Name("Belt and Road", "en", "label")])
    >>> entry.label("en"), entry.label("zh-Hant")
    ('Belt and Road', '')
    """

    id: str
    kind: str = "term"
    terms: tuple[Name, ...] = field(default=(), converter=_distinct)
    note: str = ""
    valid_from: str = ""
    valid_to: str = ""
    broader: str = ""
    successor: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        """Return the preferred term of a language, or nothing where it has none."""
        return next((term.text for term in self.terms if term.language == language and term.kind == "label"), "")

    @property
    def period(self) -> str:
        """From when to when it existed, in words, or nothing where that is not known.

        >>> GlossaryEntry("term:x", valid_from="1997-07", valid_to="2002").period
        '1997-07 to 2002'
        """
        if self.valid_from and self.valid_to:
            return f"{self.valid_from} to {self.valid_to}"
        return f"since {self.valid_from}" if self.valid_from else f"until {self.valid_to}" if self.valid_to else ""


Source: TypeAlias = Entity | GlossaryEntry
"""What the writers take."""


def entry_of(entity: Entity) -> GlossaryEntry:
    """Turn an entity of the gazetteer into a glossary entry.

    Args:
        entity: any entity.

    >>> entry_of(Office("office:x", {"en": "Director of X", "zh-Hant": "某署署長"}, organisation="organisation:x")).broader
    'organisation:x'
    """
    labels = [Name(text, language, "label") for language, text in entity.labels.items()]
    broader = entity.organisation if isinstance(entity, Office) else entity.parent if isinstance(entity, Organisation) else ""
    return GlossaryEntry(
        entity.id, entity.kind, [*labels, *entity.names], "", entity.valid_from, entity.valid_to, broader, entity.successor
    )  # fmt: skip


def entries(sources: Iterable[Source], languages: Collection[str] = LANGUAGES) -> Iterator[GlossaryEntry]:
    """Yield glossary entries with the terms of some languages; what has none of them is left out.

    Args:
        sources: entities or glossary entries.
        languages: en, zh-Hant, zh-Hans.
    """
    for source in sources:
        entry = source if isinstance(source, GlossaryEntry) else entry_of(source)
        terms = tuple(term for term in entry.terms if term.language in languages)
        if terms:
            yield entry if len(terms) == len(entry.terms) else evolve(entry, terms=terms)


def named_in(annotation: Annotation) -> list[Entity]:
    """Return the entities that a document names, each once, in the order of the text.

    Args:
        annotation: the document as it was read.
    """
    found = {mention.entity.id: mention.entity for mention in annotation if mention.entity is not None}
    return list(found.values())


class Pair(NamedTuple):
    """A term and its translation.

    Attributes:
        source: a term of the entry in the one language.
        target: the label in the other.
        term: what sort of term the source is.
        entry: the entry both belong to.
    """

    source: str
    target: str
    term: Name
    entry: GlossaryEntry


def pairs(sources: Iterable[Source], chinese: str, from_english: bool) -> Iterator[Pair]:
    """Yield every form worth recognising in one language with the label in the other.

    Args:
        sources: entities or glossary entries; one without a label in both languages has no pairs.
        chinese: zh-Hant or zh-Hans.
        from_english: whether English is translated into Chinese, or the other way round.
    """
    from_language, to_language = ("en", chinese) if from_english else (chinese, "en")
    for entry in entries(sources, (from_language, to_language)):
        target = entry.label(to_language)
        if target:
            for term in entry.terms:
                if term.language == from_language and use(term).source:
                    yield Pair(term.text, target, term, entry)


def language_of(script: str) -> str:
    """Return the language of Chinese in a script.

    Args:
        script: Hant or Hans.

    Raises:
        InputError: it is neither.

    >>> language_of("Hans")
    'zh-Hans'
    """
    if script not in SCRIPTS:
        raise InputError(f"{script!r} is no script", hint="write Hant or Hans")
    return SCRIPTS[script]


def check(text: str, entry_id: str, what: str, impossible: re.Pattern[str] = _SURROGATE) -> str:
    """Return a text as it is, if a format can hold it.

    Args:
        text: a term or a note.
        entry_id: whose.
        what: the format, for the message.
        impossible: what the format cannot hold; by default only halves of surrogate pairs, which no UTF-8 file can.

    Raises:
        InputError: the format has no way to write it.

    >>> check("a\\tb", "term:x", "OmegaT glossary", re.compile("\\t"))
    Traceback (most recent call last):
    coopterms.errors.InputError: term:x: no OmegaT glossary can hold '\\t', as in 'a\\tb'; mend the name, or choose another format
    """
    found = impossible.search(text) or _SURROGATE.search(text)
    if found:
        raise InputError(f"no {what} can hold {found[0]!r}, as in {text!r}", entry_id, "mend the name, or choose another format")
    return text


def csv_line(cells: Iterable[str]) -> str:
    """Write one line of a CSV file (RFC 4180); the writer of Python's csv leaves a lone carriage return bare.

    Args:
        cells: the texts.

    >>> csv_line(["a", "b,c", 'd"e', "f\\rg"])
    'a,"b,c","d""e","f\\rg"\\n'
    """
    return ",".join('"' + cell.replace('"', '""') + '"' if _QUOTED.search(cell) else cell for cell in cells) + "\n"
