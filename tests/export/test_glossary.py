"""What entities, documents and glosses become before they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopterms import Resolver
from coopterms.errors import InputError
from coopterms.export.glossary import USES, GlossaryEntry, check, entries, entry_of, language_of, named_in, pairs, use
from coopterms.model import Name, Office, Organisation, Person, Term
from tests.export.labels import NAMES, entities


@given(st.lists(NAMES | NAMES.map(lambda name: name._replace(kind="label")), max_size=8))
def test_a_text_of_a_language_stands_once_and_a_language_has_one_label(names):
    entry = GlossaryEntry("term:x", "term", names)
    texts = [(term.language, term.text) for term in entry.terms]
    assert len(texts) == len(set(texts))
    assert set(texts) == {(name.language, name.text) for name in names}
    labels = [term.language for term in entry.terms if term.kind == "label"]
    assert len(labels) == len(set(labels))
    assert set(labels) == {name.language for name in names if name.kind == "label"}


@given(entities())
def test_an_entry_has_the_labels_of_its_entity(found):
    for entity in found:
        entry = entry_of(entity)
        assert (entry.id, entry.kind) == (entity.id, entity.kind)
        assert {language: entry.label(language) for language in entity.labels} == entity.labels


def test_languages_are_chosen_and_what_has_none_of_them_is_left_out():
    both = Term("term:a", {"en": "A", "zh-Hant": "甲"})
    chinese = Term("term:b", {"zh-Hant": "乙"})
    assert [(entry.id, entry.label("zh-Hant")) for entry in entries([both, chinese], ["en"])] == [("term:a", "")]
    assert [entry.id for entry in entries([both, chinese])] == ["term:a", "term:b"]


def test_what_it_belongs_to():
    assert entry_of(Office("office:a", {"en": "A"}, organisation="organisation:b")).broader == "organisation:b"
    assert entry_of(Organisation("organisation:a", {"en": "A"}, parent="organisation:b")).broader == "organisation:b"
    assert entry_of(Person("person:a", {"en": "A"})).broader == ""


@pytest.mark.parametrize(("first", "last", "words"), [("1997", "", "since 1997"), ("", "2002-06", "until 2002-06"), ("", "", "")])
def test_period(first, last, words):
    assert GlossaryEntry("term:x", valid_from=first, valid_to=last).period == words


def test_pairs_lead_from_every_form_but_misspellings_to_the_label():
    names = (Name("BRI", "en", "abbreviation"), Name("Belt and Raod", "en", "misspelling"), Name("帶路", "zh-Hant", "short"))
    term = Term("term:bri", {"en": "Belt and Road", "zh-Hant": "一帶一路"}, names)
    assert [pair[:2] for pair in pairs([term], "zh-Hant", True)] == [("Belt and Road", "一帶一路"), ("BRI", "一帶一路")]
    assert [pair[:2] for pair in pairs([term], "zh-Hant", False)] == [("一帶一路", "Belt and Road"), ("帶路", "Belt and Road")]
    assert not list(pairs([Term("term:x", {"en": "X"})], "zh-Hant", True))


def test_every_kind_of_name_of_the_tables_has_its_use(resolver: Resolver):
    lexicon = resolver.lexicon
    kinds = {
        name.kind for kind in ("person", "office", "organisation", "term") for i in lexicon.ids(kind) for name in lexicon.entity(i).names
    }
    assert kinds <= set(USES)
    assert use(Name("x", "en", "unheard-of")) == USES["alias"]


def test_a_document_gives_what_it_names_once_in_order(resolver: Resolver):
    read = resolver.annotate("律政司司長與保安局局長會面。律政司司長致辭。陳大文沒有出席。", on="2018-08-24")
    assert [entity.id for entity in named_in(read)] == ["office:hk-secretary-for-justice", "office:hk-secretary-for-security"]


def test_scripts():
    assert language_of("Hant") == "zh-Hant"
    with pytest.raises(InputError, match="'Latn' is no script; write Hant or Hans"):
        language_of("Latn")


def test_half_a_character_is_refused():
    assert check("𠮷", "term:x", "file") == "𠮷"
    with pytest.raises(InputError, match="term:x: no file can hold"):
        check("a\ud842", "term:x", "file")
