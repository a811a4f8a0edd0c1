"""Look-ups in the compiled gazetteer, an overlay, and redirects."""

from __future__ import annotations

import csv
import pickle
from pathlib import Path

import pytest

import coopterms
from coopterms import Resolver
from coopterms._data import tables_folder
from coopterms.errors import InputError
from coopterms.gazetteer.tables import read_package
from coopterms.index.lexicon import Lexicon
from coopterms.model import Office, Organisation, Person, Term

KEYS = ["secretary for justice", "ce", "行政长官", "no such form", "", "chan", "hksar政府"]
MAYOR = "office:overlay-town-mayor"


@pytest.fixture
def lexicon(resolver) -> Lexicon:
    return Lexicon(resolver.lexicon.path)


@pytest.fixture
def loaded(resolver) -> Lexicon:
    whole = Lexicon(resolver.lexicon.path)
    whole.preload()
    whole.preload()
    return whole


def test_forms_one_by_one_and_preloaded_are_the_same(lexicon, loaded):
    every = sorted(loaded.forms([]))[::37] + KEYS
    alone = lexicon.forms(every)
    assert {key: set(alone.get(key, ())) for key in every} == {key: set(loaded.forms(every).get(key, ())) for key in every}
    assert lexicon.forms(KEYS)["ce"]
    assert not lexicon.forms(KEYS).get("no such form")


def test_lengths_one_by_one_and_preloaded_are_the_same(lexicon, loaded):
    prefixes = ["secretary for", "no such", "行政"]
    assert [lexicon.lengths(prefixes).get(prefix, ()) for prefix in prefixes] == [
        loaded.lengths(prefixes).get(prefix, ()) for prefix in prefixes
    ]
    assert lexicon.lengths(prefixes)["secretary for"]


def test_tenures_one_by_one_and_preloaded_are_the_same(lexicon, loaded):
    for person in lexicon.ids("person"):
        assert set(lexicon.tenures_of(person)) == set(loaded.tenures_of(person))
    for office in lexicon.ids("office"):
        assert set(lexicon.holders_of(office)) == set(loaded.holders_of(office))
    assert lexicon.tenures_of("person:nobody") == loaded.tenures_of("person:nobody") == ()


def test_entities_one_by_one_and_preloaded_are_the_same(lexicon, loaded):
    for kind in ("person", "office", "organisation", "term"):
        for entity_id in lexicon.ids(kind)[::7]:
            one, same = lexicon.entity(entity_id), loaded.entity(entity_id)
            assert one
            assert same
            assert (one, one.labels, one.names) == (same, same.labels, same.names)


def test_entities_have_the_class_of_their_kind(lexicon):
    kinds = {"person": Person, "office": Office, "organisation": Organisation, "term": Term}
    for kind, expected in kinds.items():
        ids = lexicon.ids(kind)
        assert ids == sorted(ids)
        assert len(ids) > 500
        entity = lexicon.entity(ids[0])
        assert type(entity) is expected
        assert lexicon.entity(ids[0]) is entity
    assert lexicon.entity("person:nobody") is None
    assert lexicon.entity("") is None


def test_names_begin_with_the_labels(lexicon):
    office = lexicon.entity("office:hk-secretary-for-justice")
    assert office.names[0] == ("Secretary for Justice", "en", "label")
    languages = [name.language for name in office.names]
    assert languages == sorted(languages, key=("en", "zh-Hant", "zh-Hans").index)


def test_redirects_lead_to_the_successor(lexicon):
    rows = read_package(tables_folder())["redirects"].rows
    assert rows
    for row in rows:
        assert lexicon.entity(row["id"]).id == row["successor"]


def test_ancestors(lexicon):
    bureau = lexicon.ancestors("organisation:hk-security-bureau")
    assert "organisation:hk-security-bureau" in bureau
    assert len(bureau) > 1
    assert lexicon.ancestors("") == frozenset()
    assert lexicon.ancestors("organisation:none") == {"organisation:none"}


def test_offices_of_a_body(lexicon):
    found = lexicon.offices_at("organisation:hk-security-bureau", "under-secretary")
    assert found == ("office:hk-under-secretary-for-security",)
    assert lexicon.offices_at("organisation:hk-security-bureau", "under-secretary") is found
    assert lexicon.offices_at("organisation:hk-security-bureau", "mayor") == ()


def test_words(lexicon):
    assert lexicon.is_word("constitutional")
    assert lexicon.is_word("kwok")
    assert not lexicon.is_word("constituional")
    assert "constitutional" in lexicon.words_like("constituional", 2)
    assert all(abs(len(word) - 6) <= 1 and word[0] == "h" for word in lexicon.words_like("healht", 1))


def test_names_of_a_kind(lexicon):
    people = lexicon.all_names("person")
    assert all(entity_id.startswith("person:") for entity_id, _ in people)
    assert len(lexicon.all_names()) > len(people) > 1000


def test_more_keys_than_one_statement_may_have(lexicon):
    keys = [f"no such form {number}" for number in range(1203)]
    assert lexicon.forms([*keys, "ce"])["ce"]


def test_it_can_be_pickled(lexicon):
    again = pickle.loads(pickle.dumps(lexicon))
    assert again.path == lexicon.path
    assert again.data_version == lexicon.data_version


# -- an overlay ---------------------------------------------------------------------------------------------------------


def write(folder: Path, table: str, **cells: str) -> None:
    resource = read_package(tables_folder())[table].resource
    path = folder / resource.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, resource.columns, restval="")
        writer.writeheader()
        writer.writerow({"source": "unverified", "confidence": "low"} | cells)


@pytest.fixture(scope="module")
def overlaid(tmp_path_factory) -> Resolver:
    folder = tmp_path_factory.mktemp("mine")
    write(folder, "people", id="person:overlay-au-zed", label_en="Zed Au Quux-ling", label_zh_hant="區冕齡", label_zh_hans="区冕龄",
          surname="Au", given="Quux-ling", western="Zed", system="hk", gender="male")  # fmt: skip
    # A body above itself is a fault that only `validate` tells.
    write(folder, "organisations", id="organisation:overlay-town", label_en="Overlay Town", parent="organisation:overlay-town")
    write(folder, "offices", id=MAYOR, label_en="Mayor of Overlay Town", label_zh_hant="覆蓋鎮鎮長", label_zh_hans="覆盖镇镇长",
          organisation="organisation:overlay-town", seats="one")  # fmt: skip
    write(folder, "tenures", person="person:overlay-au-zed", office=MAYOR, capacity="substantive", **{"from": "2017-01-01"})
    return Resolver(coopterms.load(folder))


@pytest.mark.parametrize(
    "text", ["Mayor of Overlay Town Zed Au", "the Mayor of Overlay Town, Mr Au Quux-ling", "覆蓋鎮鎮長區冕齡", "覆盖镇镇长区冕龄先生"]
)
def test_an_overlay_adds_a_person_an_office_and_a_tenure(overlaid, resolver, text):
    answer = overlaid.resolve(text, on="2018-08-24")
    assert (answer.person.id, answer.office.id) == ("person:overlay-au-zed", MAYOR)
    assert "in-office" in [item.name for item in answer.evidence]
    assert resolver.resolve(text, on="2018-08-24").office is None


def test_an_overlay_keeps_what_lies_under_it(overlaid, resolver):
    text = "政制及內地事務局局長聶德權"
    assert overlaid.resolve(text, on="2018-08-24").to_dict() == resolver.resolve(text, on="2018-08-24").to_dict()
    assert pickle.loads(pickle.dumps(overlaid)).incumbents(MAYOR, "2018-08-24")[0].id == "person:overlay-au-zed"


def test_an_overlay_may_replace_a_row(tmp_path, resolver):
    write(tmp_path, "offices", id="office:hk-secretary-for-justice", label_en="Secretary for Fairness", label_zh_hant="公道司司長",
          organisation="organisation:hk-department-of-justice", seats="one")  # fmt: skip
    other = Resolver(coopterms.load(tmp_path))
    assert other.resolve("公道司司長").office.id == "office:hk-secretary-for-justice"
    assert other.lexicon.entity("office:hk-secretary-for-justice").label() == "Secretary for Fairness"
    assert resolver.resolve("公道司司長").office is None


def test_there_must_be_a_folder(tmp_path):
    with pytest.raises(InputError, match="there is no such folder"):
        coopterms.load(tmp_path / "none")
