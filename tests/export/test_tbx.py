"""TBX, versions 3 and 2: valid, and every term comes back unaltered from a reader of XML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopterms import Resolver
from coopterms.errors import InputError
from coopterms.export import tbx
from coopterms.export.glossary import GlossaryEntry, entry_of, use
from coopterms.model import Entity, Name, Office, Term
from tests.export.labels import entities, skip_without, written, written_or_refused

GRAMMAR = Path(__file__).with_name("tbx_basic.rng")
"""The elements of TBX-Basic that are written, in the order that the core grammar of ISO 30042:2019 asks for."""
MARTIF = """
<!ELEMENT martif (martifHeader, text)> <!ATTLIST martif type CDATA #REQUIRED xml:lang CDATA #REQUIRED>
<!ELEMENT martifHeader (fileDesc, encodingDesc?, revisionDesc?)> <!ELEMENT revisionDesc EMPTY>
<!ELEMENT fileDesc (sourceDesc+)> <!ELEMENT sourceDesc (p+)> <!ELEMENT encodingDesc (p+)>
<!ELEMENT p (#PCDATA)> <!ATTLIST p type (XCSURI | XCSContent | DCSName) #IMPLIED>
<!ELEMENT text (body)> <!ELEMENT body (termEntry+)>
<!ELEMENT termEntry ((descrip | note)*, langSet+)> <!ATTLIST termEntry id ID #IMPLIED>
<!ELEMENT langSet ((descrip | note)*, tig+)> <!ATTLIST langSet xml:lang CDATA #REQUIRED>
<!ELEMENT tig (term, termNote*, note*)> <!ELEMENT term (#PCDATA)> <!ELEMENT note (#PCDATA)>
<!ELEMENT termNote (#PCDATA)> <!ATTLIST termNote type CDATA #REQUIRED>
<!ELEMENT descrip (#PCDATA)> <!ATTLIST descrip type CDATA #REQUIRED>
"""
"""The part of the core structure of TBX of 2008 that is written."""
IMPOSSIBLE = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ELEMENTS = {
    tbx.write: ("{urn:iso:std:iso:30042:ed-2}", "conceptEntry", "langSec", "termSec"),
    tbx.write_martif: ("", "termEntry", "langSet", "tig"),
}
both_versions = pytest.mark.parametrize("write", [tbx.write, tbx.write_martif], ids=["v3", "v2"])


def validated(write: Any, text: str) -> Any:
    etree = skip_without("lxml.etree")
    tree = etree.fromstring(text.encode())
    grammar = etree.RelaxNG(etree.parse(str(GRAMMAR))) if write is tbx.write else etree.DTD(StringIO(MARTIF))
    assert grammar.validate(tree), grammar.error_log
    return tree


def terms(write: Any, tree: Any) -> list[list[tuple[str, str, str]]]:
    """Language, text and status of each term of each entry."""
    space, entry, language, section = ELEMENTS[write]
    return [
        [
            (group.get(XML_LANG), one.findtext(f"{space}term"), one.findtext(f"{space}termNote[@type='administrativeStatus']"))
            for group in found.iter(f"{space}{language}")
            for one in group.iter(f"{space}{section}")
        ]
        for found in tree.iter(f"{space}{entry}")
    ]


def expected(found: Iterable[Entity]) -> list[list[tuple[str, str, str]]]:
    order = ("en", "zh-Hant", "zh-Hans")
    return [
        [(code, name.text, use(name).status) for code in order for name in terms_of if name.language == code and use(name).type]
        for terms_of in (entry_of(entity).terms for entity in found)
    ]


@both_versions
@given(found=entities())
def test_a_file_is_valid_and_has_every_term_unaltered(write, found):
    text = written_or_refused(write, found, IMPOSSIBLE)
    if text is not None:
        assert terms(write, validated(write, text)) == expected(found)


@both_versions
def test_a_part_of_the_gazetteer_is_valid(write, resolver: Resolver):
    lexicon = resolver.lexicon
    found = [lexicon.entity(entity_id) for kind in ("person", "office", "organisation", "term") for entity_id in lexicon.ids(kind)[::5]]
    tree = validated(write, written(write, found, title="a <title> & more"))
    assert terms(write, tree) == expected(found)
    assert "a <title> & more" in tree.itertext()


@given(found=entities())
def test_translate_toolkit_reads_version_2(found):
    storage = skip_without("translate.storage.tbx")
    plain = [Term(entity.id, {code: " ".join(label.split()) or "x" for code, label in entity.labels.items()}) for entity in found]
    text = written_or_refused(tbx.write_martif, plain, IMPOSSIBLE) if all(map(_possible, plain)) else None
    if text is not None:
        units = storage.tbxfile.parsestring(text.encode()).units
        assert [(str(unit.source), str(unit.target)) for unit in units] == [(term.labels["en"], term.labels["zh-Hant"]) for term in plain]


def _possible(entity: Entity) -> bool:
    return not any(re.search(IMPOSSIBLE, label) for label in entity.labels.values())


@both_versions
@given(
    ids=st.lists(
        st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=4), min_size=1, max_size=6
    )
)
def test_every_entry_has_an_xml_id_of_its_own(write, ids):
    found = [GlossaryEntry(entry_id, "term", (Name("x", "en", "label"),)) for entry_id in [*ids, *ids, "term:x", "term.x", "term.x-2"]]
    validated(write, written(write, found))


def test_what_xml_cannot_hold_is_refused_by_name():
    with pytest.raises(
        InputError, match=r"^term:x: no XML file can hold '\\x00', as in 'a\\x00'; mend the name, or choose another format$"
    ):
        written(tbx.write, [Term("term:x", {"en": "a\0"})])


def test_one_script_only_and_notes():
    etree = skip_without("lxml.etree")
    office = Office("office:x", {"en": "X", "zh-Hant": "甲", "zh-Hans": "乙"}, valid_from="1997-07-01", valid_to="2002-06-30")
    gloss = GlossaryEntry("", "term", (Name("Y", "en", "label"),), note="translated & noted")
    text = written(tbx.write, [office, gloss], languages=("en", "zh-Hans"))
    assert terms(tbx.write, validated(tbx.write, text))[0] == [
        ("en", "X", "preferredTerm-admn-sts"),
        ("zh-Hans", "乙", "preferredTerm-admn-sts"),
    ]
    notes = [note.text for note in etree.parse(BytesIO(text.encode())).iter("{urn:iso:std:iso:30042:ed-2}note")]
    assert notes == ["office:x; 1997-07-01 to 2002-06-30", "translated & noted"]
