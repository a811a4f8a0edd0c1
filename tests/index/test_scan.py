"""The scan of a document: which anchors stand in it, and which only seem to."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import coopterms
from coopterms import Resolver
from coopterms.index import scan as module
from coopterms.index.forms import CAPITALISED, CAPITALS, Form, printed_forms
from coopterms.index.scan import DictionaryFinder, Scanner, compile_scan, scan_pattern
from coopterms.text import key


@pytest.fixture(scope="module")
def scanner(resolver) -> Scanner:
    return Scanner(resolver.lexicon)


@pytest.fixture(scope="module")
def he_hong(tmp_path_factory) -> Resolver:
    """The packaged tables with an official named He Hong, who hides in every "the Hong Kong"."""
    folder = tmp_path_factory.mktemp("overlay")
    (folder / "entities").mkdir()
    Path(folder / "entities" / "people.csv").write_text(
        "id,label_en,label_zh_hant,label_zh_hans,surname,given,western,husband_surname,system,gender,honorific,source,confidence,note\n"
        "person:zz-he-hong,He Hong,何虹,何虹,He,Hong,,,pinyin,female,Ms,https://example.org/,high,\n",
        encoding="utf-8",
    )
    Path(folder / "entities" / "tenures.csv").write_text(
        "person,office,from,to,last_seen,capacity,source,confidence,note\n"
        "person:zz-he-hong,office:cn-hkmao-deputy-director,2017-01-01,2019-12-31,,substantive,https://example.org/,high,\n",
        encoding="utf-8",
    )
    return Resolver(coopterms.load(folder))


def found(scanner: Scanner, text: str) -> list[str]:
    """What is found, as printed."""
    return [text[start:end] for start, end, _ in scanner.scan(text)]


# -- what stands there -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n", []),
        ("the Hong Kong & Macao Affairs Office", ["Hong Kong & Macao Affairs Office"]),
        ("the hong kong and macao affairs office", ["hong kong and macao affairs office"]),
        ("國家知識產權局", ["國家知識產權局"]),
        ("知識產權", ["知識產權"]),
        ("商務及經濟發展局局長", ["商務及經濟發展局局長"]),
        ("行政長官林鄭月娥", ["行政長官", "林鄭月娥"]),
        ("行政长官林郑月娥", ["行政长官", "林郑月娥"]),
        ("HKSAR政府", ["HKSAR政府"]),
        ("ＨＫＳＡＲ政府", ["ＨＫＳＡＲ政府"]),
        ("2018行政長官2018", ["行政長官"]),
        ("İİ½ Carrie Lam", ["Carrie Lam"]),
        ("Chan\n\nKwok-ki", ["Chan\n\nKwok-ki"]),
        ("Secretary\u00a0for\u00a0Justice", ["Secretary\u00a0for\u00a0Justice"]),
        ("行政\n長官", ["行政\n長官"]),
        ("行 政 長 官", ["行 政 長 官"]),
        ("Director of the Chief Executive’s Office", ["Director of the Chief Executive’s Office"]),
        ("⾹港特別⾏政區政府", ["⾹港特別⾏政區政府"]),
        ("Secretary for\u200b Just\u00adice", ["Secretary for\u200b Just\u00adice"]),
        ("Secretary for the Environment", ["Secretary for the Environment"]),
        ("(Secretary for Justice)", ["Secretary for Justice"]),
    ],
)
def test_what_is_found(scanner, text, expected):
    assert found(scanner, text) == expected


@pytest.mark.parametrize("wide", ["HKSAR政府", "第13屆香港特別行政區政府2018年"])
def test_a_digit_or_a_latin_letter_beside_chinese_is_no_obstacle(scanner, wide):
    assert any("政府" in printed for printed in found(scanner, wide))


# -- what only seems to ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Roman Li Keqiang", "Man Li"),
        ("商務及經濟發展局局長", "發展局局長"),
        ("國家知識產權局", "知識產權"),
        ("Lau Kong-wah", "Lau Kong"),
        ("Under Secretary for Education", "Secretary for Education"),
        ("Secretary for; Justice", "Secretary for Justice"),
        ("Justices", "Justice"),
        ("xHKSAR", "HKSAR"),
        ("HKSAR2", "HKSAR"),
        ("ce and scma", "scma"),
        ("carrie lam", "carrie lam"),
        ("行政。長官", "行政長官"),
        ("行政，長官", "行政長官"),
        ("行政,長官", "行政長官"),
    ],
)
def test_what_is_not_found(scanner, text, hidden):
    assert key(hidden) not in {word for _, _, word in scanner.scan(text)}


def test_an_official_named_he_hong_hides_no_hong_kong(he_hong):
    scanner = Scanner(he_hong.lexicon)
    assert found(scanner, "the Hong Kong & Macao Affairs Office") == ["Hong Kong & Macao Affairs Office"]
    assert found(scanner, "the Hong Kong Trade Development Council") == ["Hong Kong Trade Development Council"]
    assert found(scanner, "Ms He Hong met the Hong Kong & Macao Affairs Office") == ["Ms", "He Hong", "Hong Kong & Macao Affairs Office"]
    assert "he hong" not in {word for _, _, word in scanner.scan("the Hong Kong people")}
    text = "Deputy Director of the Hong Kong & Macao Affairs Office He Hong met the Hong Kong people. Ms He Hong left."
    mentions = he_hong.annotate(text, on="2018-08-24").mentions
    assert [(m.text, m.entity and m.entity.id) for m in mentions if m.kind != "term"] == [
        ("Deputy Director of the Hong Kong & Macao Affairs Office", "office:cn-hkmao-deputy-director"),
        ("He Hong", "person:zz-he-hong"),
        ("Ms He Hong", "person:zz-he-hong"),
    ]


def test_the_shorter_form_is_taken_where_the_longer_is_printed_otherwise(scanner):
    """A name in small letters is no name; what begins in the same place and is no name still counts."""
    assert found(scanner, "Chief Executive Carrie Lam") == ["Chief Executive", "Carrie Lam"]
    assert found(scanner, "chief executive carrie lam") == ["chief executive"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [("Lau Kong-wah", False), ("Lau Kong‑wah", False), ("Lau Kong wah", True), ("Lau Kong -", True), ("Lau Kong-", True)],
)
def test_a_hyphen_ties_the_next_word_to_a_name(text, printed):
    name, body = Form("person", "person:x", "whole", case=CAPITALISED), Form("organisation", "organisation:x", "label")
    expected = (name, body) if printed else (body,)
    assert printed_forms((name, body), text, 0, 8) == expected


def test_capitals_must_be_the_same():
    form = Form("organisation", "organisation:x", "abbreviation", "CE", CAPITALS)
    assert printed_forms((form,), "the CE said", 4, 6) == (form,)
    assert printed_forms((form,), "the ＣＥ said", 4, 6) == (form,)
    assert printed_forms((form,), "the Ce said", 4, 6) == ()


# -- long texts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shift", range(0, 40, 3))
def test_nothing_is_lost_where_the_text_is_cut(scanner, monkeypatch, shift):
    text = "x" * shift + " Chief Executive Carrie Lam met 行政長官林鄭月娥 and HKSAR政府 at the Hong Kong & Macao Affairs Office."
    whole = scanner.scan(text)
    monkeypatch.setattr(module, "_CHUNK", 16)
    monkeypatch.setattr("coopterms.text.flat._BLOCK", 24)
    assert scanner.scan(text) == whole
    assert len(whole) == 6


def test_a_long_document_has_each_mention_in_its_place(scanner):
    sentence = "The Chief Executive, Mrs Carrie Lam, met 上海市市長應勇 – today.\n"
    text = sentence * 2500
    spans = scanner.scan(text)
    first = [(start, end) for start, end, _ in scanner.scan(sentence)]
    assert len(first) >= 4
    assert [(start, end) for start, end, _ in spans] == [
        (start + at, end + at) for at in range(0, len(text), len(sentence)) for start, end in first
    ]


# -- the matchers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form_key", "pattern"), [("hksar 政府", " hksar 政府"), ("justice", " justice "), ("行政", "行政"), ("第 13", "第 13 "), ("〇", "〇")]
)
def test_patterns_have_a_blank_at_a_latin_edge(form_key, pattern):
    assert scan_pattern(form_key) == pattern


def test_the_dictionary_finds_overlapping_hits_and_none_past_the_end():
    finder = DictionaryFinder(["ab", "abc", "bc"])
    assert sorted(finder.find_overlapping("abc")) == [(0, 2, 0), (0, 3, 1), (1, 3, 2)]
    assert finder.find_overlapping("ab") == [(0, 2, 0)]
    assert finder.find_overlapping("") == []
    assert DictionaryFinder([]).find_overlapping("abc") == []


FORMS = {
    "hong kong": [Form("term", "term:hk", "label")],
    "he hong": [Form("person", "person:he", "whole", case=CAPITALISED)],
    "for": [Form("connector", "for", "")],
    "& hong": [Form("term", "term:x", "label")],
    "x": [Form("term", "term:y", "label")],
    "行政": [Form("term", "term:z", "label")],
    key("行政長官"): [Form("office", "office:z", "label"), Form("common", "z", "")],
}


class SmallLexicon:
    """A lexicon of the forms above, compiled where there is, or is not, an automaton."""

    articles = frozenset({"the"})

    def __init__(self, forms):
        self._forms = forms
        self._compiled = compile_scan(forms)

    def automaton(self):
        return self._compiled

    def all_forms(self):
        return self._forms

    def forms(self, keys):
        return {one: tuple(self._forms[one]) for one in keys}


def test_what_is_compiled(monkeypatch):
    longest, cased, data = compile_scan(FORMS)
    assert data
    monkeypatch.setitem(sys.modules, "daachorse", None)
    assert compile_scan(FORMS) == (longest, cased, b"")
    assert longest == len(" hong kong ")
    assert [bool(demand) for demand in cased] == [True, False, False, False]  # he hong, hong kong, 行政, 行政長官
    assert compile_scan({}) == (0, b"", b"")


@pytest.mark.parametrize(("compiled", "woken"), [(True, True), (True, False), (False, True), (False, False)])
def test_a_scanner_reads_the_same_with_and_without_an_automaton(monkeypatch, compiled, woken):
    """The file may come from a machine that has one to a machine that has none, or the other way."""
    pytest.importorskip("daachorse")
    with monkeypatch.context() as patch:
        if not compiled:
            patch.setitem(sys.modules, "daachorse", None)
        lexicon = SmallLexicon(FORMS)
    if not woken:
        monkeypatch.setitem(sys.modules, "daachorse", None)
    scanner = Scanner(lexicon)
    assert found(scanner, "the Hong Kong of He Hong, he hong; 行政 and 行政長官") == ["Hong Kong", "He Hong", "行政", "行政長官"]
    assert found(scanner, "He Hong Kong") == ["He Hong"]
    assert found(scanner, "he Hong Kong") == ["Hong Kong"]
    assert found(scanner, "the hong") == []
    assert found(scanner, "") == []


@pytest.mark.parametrize("automaton", [True, False])
def test_no_pattern_at_all(monkeypatch, automaton):
    if not automaton:
        monkeypatch.setitem(sys.modules, "daachorse", None)
    assert Scanner(SmallLexicon({})).scan("the Hong Kong") == []
