"""Tables -> entities, derived offices and surface forms."""

from __future__ import annotations

import pytest

from coopterms._data import tables_folder
from coopterms.gazetteer.tables import read_package
from coopterms.index.build import Build, build
from coopterms.index.compiled import ENTITY_COLUMNS
from coopterms.index.forms import CAPITALISED, CAPITALS
from coopterms.text import fold, key
from coopterms.titles import derived_id


@pytest.fixture(scope="module")
def built() -> Build:
    return build(read_package(tables_folder()))


def ids(built: Build, text: str, kind: str) -> set[str]:
    form_key = fold(text, built.articles).key
    return {form.id for form in built.forms.get(form_key, {}).values() if form.kind == kind}


def test_every_entity_has_every_column_and_its_id(built):
    for entity_id, entity in built.entities.items():
        assert set(entity) == set(ENTITY_COLUMNS)
        assert entity["id"] == entity_id


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Secretary for Security", "office", "office:hk-secretary-for-security"),
        ("保安局局长", "office", "office:hk-secretary-for-security"),
        ("Deputy Secretary for Security", "office", "office:hk-security-bureau-deputy-secretary"),
        ("保安局副秘書長", "office", "office:hk-security-bureau-deputy-secretary"),
        ("Permanent Secretary for Development (Works)", "office", "office:hk-permanent-secretary-for-development-works"),
        ("Executive Director of the HKMA", "office", "office:hk-hkma-executive-director"),
        ("金管局助理總裁", "office", "office:hk-hkma-executive-director"),
        ("Patrick T K Nip", "person", "person:nip-patrick"),
        ("鄭月娥", "person", "person:lam-carrie"),
        ("Nip", "surname", "nip"),
        ("聶", "surname", key("聶")),
        ("under secretary", "rank", "under-secretary"),
        ("工務", "branch", "works"),
    ],
)
def test_forms(built, text, kind, expected):
    assert expected in ids(built, text, kind)


def test_a_derived_office_is_marked_and_is_called_by_its_body_and_rank(built):
    derived = [office for office in built.entities.values() if office["derived"]]
    assert len(derived) > 100
    for office in derived:
        assert office["id"] == derived_id(office["parent"], office["rank"], office["branch"])
        assert office["label_en"] or office["label_zh_hant"]


def test_a_listed_office_is_never_derived_again(built):
    listed = {row["id"] for row in read_package(tables_folder())["offices"].rows}
    derived = {entity_id for entity_id, entity in built.entities.items() if entity["derived"]}
    assert derived
    assert not derived & listed
    owners = ids(built, "Secretary for Security", "office")
    assert not owners & derived


def test_people_must_be_capitalised_and_acronyms_in_capitals(built):
    assert {form.case for form in built.forms["patrick nip"].values() if form.kind == "person"} == {CAPITALISED}
    assert {form.case for form in built.forms["scma"].values() if form.kind == "office"} == {CAPITALS}


def test_names_of_people_are_printed_with_the_hyphen_of_the_tables(built):
    names = {text for (entity_id, language, text) in built.names if entity_id == "person:nip-patrick" and language == "en"}
    assert {"Patrick Nip Tak-kuen", "Nip Tak-kuen", "Patrick Nip"} <= names
    assert not any("Tak kuen" in name for name in names)


def test_articles_stand_in_no_key(built):
    assert "the" in built.articles
    assert [form_key for form_key in built.forms if "the" in form_key.split(" ")] == []


def test_every_key_is_folded(built):
    assert [form_key for form_key in list(built.forms)[::11] if key(form_key) != form_key] == []


def test_the_vocabulary_has_the_words_of_titles(built):
    assert {"secretary", "constitutional", "health"} <= built.vocabulary
    assert not {"constituional", "nip", "4th"} & built.vocabulary
    assert all(word.isascii() and word.isalpha() for word in built.vocabulary)
    assert ("kwok", "hk-cantonese") in built.syllables
