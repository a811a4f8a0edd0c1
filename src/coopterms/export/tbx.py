"""TermBase eXchange: TBX-Basic of 2019 (ISO 30042, version 3, data categories as attributes), and martif (version 2) for older programs.

The two differ in their head and in the names of three elements. Entries are written as they come, so a file of any size needs no memory.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple, TextIO
from xml.sax.saxutils import escape, quoteattr

from coopterms.export.glossary import GlossaryEntry, Source, check, entries, use
from coopterms.model import LANGUAGES

_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold in any way."""
_UNFIT_FOR_ID = re.compile("[^A-Za-z0-9._-]")


class _Version(NamedTuple):
    """The head and the foot of a file, and the names of the elements for an entry, a language and a term."""

    head: str
    foot: str
    entry: str
    language: str
    term: str


_V3 = _Version(
    """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>{}</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
""",
    "</body></text>\n</tbx>\n",
    "conceptEntry",
    "langSec",
    "termSec",
)
_V2 = _Version(
    """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="en">
<martifHeader><fileDesc><sourceDesc><p>{}</p></sourceDesc></fileDesc>
<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>
<text><body>
""",
    "</body></text>\n</martif>\n",
    "termEntry",
    "langSet",
    "tig",
)


def write(sources: Iterable[Source], file: TextIO, title: str = "coopterms", languages: Collection[str] = LANGUAGES) -> None:
    """Write TBX-Basic, version 3.

    Args:
        sources: entities or glossary entries.
        file: where to; open it with `newline=""`.
        title: where the terms come from.
        languages: which languages to write; an entry without a term in any of them is left out.

    Raises:
        InputError: a term has a character that XML cannot hold.

    >>> import sys
    >>> from coopterms.model import Term
    >>> write([Term("term:bri", {"en": "Belt & Road"})], sys.stdout)
    <?xml version="1.0" encoding="UTF-8"?>
    <tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
    <tbxHeader><fileDesc><sourceDesc><p>coopterms</p></sourceDesc></fileDesc></tbxHeader>
    <text><body>
    <conceptEntry id="term.bri">
    <descrip type="subjectField">term</descrip>
    <note>term:bri</note>
    <langSec xml:lang="en">
    <termSec><term>Belt &amp; Road</term>
    <termNote type="partOfSpeech">noun</termNote>
    <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
    <termNote type="termType">fullForm</termNote></termSec>
    </langSec>
    </conceptEntry>
    </body></text>
    </tbx>
    """
    _write(_V3, sources, file, title, languages)


def write_martif(sources: Iterable[Source], file: TextIO, title: str = "coopterms", languages: Collection[str] = LANGUAGES) -> None:
    """Write TBX, version 2, for programs that read only that.

    Args:
        sources, file, title, languages: as for `write`.

    Raises:
        InputError: a term has a character that XML cannot hold.
    """
    _write(_V2, sources, file, title, languages)


def _write(version: _Version, sources: Iterable[Source], file: TextIO, title: str, languages: Collection[str]) -> None:
    file.write(version.head.format(_xml(title, "title")))
    taken: dict[str, int] = {}
    for entry in entries(sources, languages):
        terms = "".join(_terms(version, entry, languages))
        if terms:
            file.write(f'<{version.entry} id="{_xml_id(entry.id, taken)}">\n')
            file.write(f'<descrip type="subjectField">{_xml(entry.kind, entry.id)}</descrip>\n')
            about = "; ".join(part for part in (entry.id, entry.period) if part)
            file.writelines(f"<note>{_xml(note, entry.id)}</note>\n" for note in (about, entry.note) if note)
            file.write(f"{terms}</{version.entry}>\n")
    file.write(version.foot)


def _terms(version: _Version, entry: GlossaryEntry, languages: Collection[str]) -> Iterator[str]:
    """Write the terms of an entry, language by language."""
    for language in languages:
        terms = [term for term in entry.terms if term.language == language and use(term).type]
        if terms:
            yield f"<{version.language} xml:lang={quoteattr(language)}>\n"
            for term in terms:
                yield f"<{version.term}><term>{_xml(term.text, entry.id)}</term>\n"
                yield '<termNote type="partOfSpeech">noun</termNote>\n'
                yield f'<termNote type="administrativeStatus">{use(term).status}</termNote>\n'
                yield f'<termNote type="termType">{use(term).type}</termNote></{version.term}>\n'
            yield f"</{version.language}>\n"


def _xml(text: str, entry_id: str) -> str:
    return escape(check(text, entry_id, "XML file", _IMPOSSIBLE), {"\r": "&#13;"})


def _xml_id(entry_id: str, taken: dict[str, int]) -> str:
    """Make an XML name of an ID, another one for each entry."""
    name = _UNFIT_FOR_ID.sub("_", entry_id.replace(":", "."))
    name = name if name[:1].isalpha() else f"entry{name and '_'}{name}"
    unique = name
    while unique in taken:
        taken[name] += 1
        unique = f"{name}-{taken[name]}"
    taken[unique] = 1
    return unique
