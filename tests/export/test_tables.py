"""Glossaries as tables: OmegaT, Trados, memoQ, DeepL. Every label comes back unaltered, or is refused by name."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopterms.errors import InputError
from coopterms.export import deepl, omegat, termbase
from coopterms.export.glossary import GlossaryEntry, pairs, use
from coopterms.model import Name, Office, Term
from tests.export.labels import entities, skip_without, written, written_or_refused

SCRIPTS = st.sampled_from(["Hant", "Hans"])


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline=""), strict=True))


def omegat_reads(text: str) -> list[tuple[str, str, str]]:
    """What OmegaT's own reader makes of a glossary (GlossaryReaderTSV): lines, no comments, split at tabs."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    cells = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(cell[0], cell[1], cell[2]) for cell in cells if len(cell) > 2 and cell[0]]


@given(entities(), SCRIPTS, st.booleans())
def test_omegat_reads_every_pair_unaltered(found, script, from_english):
    text = written_or_refused(omegat.write, found, r"[\t\r\n]|^[#\ufeff]", script=script, from_english=from_english)
    if text is not None:
        expected = [pair[:2] for pair in pairs(found, f"zh-{script}", from_english)]
        assert [row[:2] for row in omegat_reads(text)] == expected


@given(entities())
def test_translate_toolkit_reads_the_omegat_glossary(found):
    storage = skip_without("translate.storage.omegat")
    text = written_or_refused(omegat.write, found, r"[\t\r\n]|^[#\ufeff]")
    if text is not None:
        units = storage.OmegaTFile(BytesIO(text.encode())).units
        assert [(unit.source, unit.target) for unit in units] == [pair[:2] for pair in pairs(found, "zh-Hant", True)]


def test_an_omegat_comment_says_what_it_is_and_when_it_was():
    office = Office("office:x", {"en": "Director of X", "zh-Hant": "某署署長"}, (Name("DX", "en", "abbreviation"),), valid_to="2002")
    note = GlossaryEntry("term:y", "term", (Name("Y", "en", "label"), Name("乙", "zh-Hant", "label")), note="seen\nin\tprint")
    assert written(omegat.write, [office, note]) == (
        "Director of X\t某署署長\toffice; until 2002\nDX\t某署署長\toffice; until 2002; abbreviation\nY\t乙\tterm; seen in print\n"
    )


@given(entities(), SCRIPTS, st.booleans())
def test_deepl_takes_a_full_form_once_and_with_the_one_label_it_has(found, script, from_english):
    impossible = "[\0-\x1f\x7f-\x9f\u2028\u2029]|^\\s*$"
    text = written_or_refused(deepl.write, found, impossible, script=script, from_english=from_english)
    if text is None:
        return
    wanted: dict[str, set[str]] = {}
    for pair in pairs(found, f"zh-{script}", from_english):
        if use(pair.term).machine:
            wanted.setdefault(pair.source, set()).add(pair.target)
    assert rows(text) == [[source, *targets] for source, targets in wanted.items() if len(targets) == 1]


def test_deepl_prefers_what_still_exists_and_is_not_told_what_is_ambiguous():
    old = Office("office:a", {"en": "Secretary for X", "zh-Hant": "甲司長"}, valid_to="2002")
    new = Office("office:b", {"en": "Secretary for X", "zh-Hant": "甲局長"})
    other = Office("office:c", {"en": "Secretary for X", "zh-Hant": "乙局長"})
    assert written(deepl.write, [old, new]) == written(deepl.write, [new, old]) == "Secretary for X,甲局長\n"
    assert written(deepl.write, [new, other]) == ""
    assert written(deepl.write, [old]) == "Secretary for X,甲司長\n"
    assert written(deepl.write, [new], from_english=False) == "甲局長,Secretary for X\n"


def test_deepl_takes_no_term_above_its_limit():
    assert written(deepl.write, [Term("term:x", {"en": "x" * 1024, "zh-Hant": "甲"})])
    with pytest.raises(InputError, match="term:x: DeepL takes no term of 1026 bytes"):
        written(deepl.write, [Term("term:x", {"en": "x", "zh-Hant": "龍" * 342})])


@pytest.mark.parametrize(
    ("write", "first", "languages"),
    [
        (termbase.write_trados, 4, {"Hant": "Chinese (Traditional, Hong Kong SAR)", "Hans": "Chinese (Simplified, China)"}),
        (termbase.write_memoq, 2, {"Hant": "Chinese_Hong_Kong", "Hans": "Chinese_PRC"}),
    ],
)
@given(found=entities(), script=SCRIPTS)
@example(found=[Term("term:x", {"en": "a\r\nb\0,\"'", "zh-Hant": "甲\t", "zh-Hans": "甲\n"})], script="Hant")
def test_a_term_base_gets_an_entry_a_line_and_every_term_unaltered(write, first, languages, found, script):
    text = written(write, found, script=script)
    head, *lines = rows(text)
    assert len(lines) == len(found)
    assert set(head[first:]) == {"English", languages[script]}
    for entity, line in zip(found, lines, strict=True):
        assert len(line) == len(head)
        for heading, language in (("English", "en"), (languages[script], f"zh-{script}")):
            terms = [cell for name, cell in zip(head, line, strict=True) if name == heading and cell]
            assert terms[0] == entity.labels[language]
            wanted = {name.text for name in entity.names if name.language == language and use(name).type}
            assert set(terms) <= wanted | {entity.labels[language]}
            assert wanted <= {*terms, *(name.text for name in entity.names if name.language == language and not use(name).type)}


def test_what_has_no_term_in_both_languages_is_in_no_term_base():
    assert rows(written(termbase.write_memoq, [Term("term:x", {"en": "X"})])) == [
        ["Entry_Subject", "Entry_Note", "English", "Chinese_Hong_Kong"]
    ]
