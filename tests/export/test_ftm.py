"""FollowTheMoney: its own package finds nothing wrong, and every label comes back unaltered."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from coopterms import Resolver
from coopterms.export import ftm
from coopterms.model import Name, Office, Organisation, Person, Tenure, Term
from tests.export.labels import entities, skip_without, written

PERSON = Person("person:a", {"en": "A", "zh-Hant": "甲"}, (Name("A B", "en", "written"),), gender="female")
BODY = Organisation("organisation:x", {"en": "X"}, (Name("XB", "en", "abbreviation"),), type="policy bureau", jurisdiction="hk")
OFFICE = Office("office:x", {"en": "Head of X"}, (Name("X Head", "en", "written"),), valid_from="1997-07-01", organisation="organisation:x")


def lines(text: str) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in map(json.loads, text.splitlines())}


def test_who_held_what_when():
    tenures = [
        Tenure("person:a", "office:x", "2017-07", "2018", capacity="acting"),
        Tenure("person:a", "office:x", "2019", last_seen="2020-01-02"),
        Tenure("person:a", "office:elsewhere"),
    ]
    records = lines(written(ftm.write, [PERSON, OFFICE, BODY, Term("term:x", {"en": "X"})], tenures=tenures))
    assert {key: (record["schema"], record["properties"]) for key, record in records.items()} == {
        "person.a": ("Person", {"name": ["A", "甲"], "alias": ["A B"], "gender": ["female"]}),
        "office.x": (
            "Position",
            {"name": ["Head of X"], "inceptionDate": ["1997-07-01"], "organization": ["organisation.x"], "country": ["hk"]},
        ),
        "organisation.x": (
            "PublicBody",
            {"name": ["X"], "weakAlias": ["XB"], "jurisdiction": ["hk"], "legalForm": ["policy bureau"]},
        ),
        "tenure.person.a.office.x.2017-07.acting": (
            "Occupancy",
            {
                "holder": ["person.a"], "post": ["office.x"], "startDate": ["2017-07"], "endDate": ["2018"],
                "status": ["ended"], "summary": ["acting"],
            },
        ),
        "tenure.person.a.office.x.2019.substantive": (
            "Occupancy",
            {"holder": ["person.a"], "post": ["office.x"], "startDate": ["2019"], "date": ["2020-01-02"]},
        ),
    }  # fmt: skip


def test_nothing_refers_to_what_is_not_there():
    records = lines(written(ftm.write, [OFFICE], tenures=[Tenure("person:a", "office:x")]))
    assert list(records) == ["office.x"]
    assert "organization" not in records["office.x"]["properties"]


def test_companies_and_places_in_the_mainland():
    body = Organisation("organisation:y", {"zh-Hans": "乙"}, type="listed company", jurisdiction="gd")
    assert lines(written(ftm.write, [body])) == {
        "organisation.y": {
            "id": "organisation.y", "schema": "Company",
            "properties": {"name": ["乙"], "jurisdiction": ["cn"], "legalForm": ["listed company"]},
        }
    }  # fmt: skip
    assert written(ftm.write, [body], languages=("en", "zh-Hant")) == ""


@given(entities())
def test_every_label_comes_back_unaltered(found):
    text = written(ftm.write, found)
    records = [json.loads(line) for line in text.split("\n")[:-1]]
    wanted = [entity for entity in found if entity.kind != "term"]
    assert [record["properties"]["name"] for record in records] == [list(dict.fromkeys(entity.labels.values())) for entity in wanted]


@pytest.mark.filterwarnings("ignore")
def test_followthemoney_finds_nothing_wrong(resolver: Resolver):
    followthemoney = skip_without("followthemoney")
    model = followthemoney.model
    lexicon = resolver.lexicon
    found = [lexicon.entity(entity_id) for kind in ("person", "office", "organisation") for entity_id in lexicon.ids(kind)]
    tenures = [tenure for entity in found if entity.kind == "person" for tenure in lexicon.tenures_of(entity.id)]
    records = lines(written(ftm.write, found, tenures=tenures))
    assert len(records) > len(found)
    for record in records.values():
        schema = model.get(record["schema"])
        schema.validate(record)
        proxy = model.get_proxy(record)
        assert followthemoney.types.registry.entity.validate(record["id"]), record["id"]
        for name, values in record["properties"].items():
            assert sorted(proxy.get(name)) == sorted(values), (record["id"], name)
            prop = schema.get(name)
            assert all(prop.type.validate(value) for value in values), (record["id"], name, values)
            if prop.range is not None:
                assert all(model.get(records[value]["schema"]).is_a(prop.range.name) for value in values)
