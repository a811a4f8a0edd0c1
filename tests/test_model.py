"""Entities, names and tenures."""

from __future__ import annotations

import attrs
import pytest

from coopterms.model import Entity, Name, Office, Tenure

BUREAU = Entity(
    "organisation:hk-a",
    {"en": "A Bureau", "zh-Hant": "甲局"},
    (
        Name("A Bureau", "en", "label"),
        Name("甲局", "zh-Hant", "label"),
        Name("AB", "en", "abbreviation"),
        Name("The A", "en", "informal"),
        Name("Bureau of A", "en", "alias"),
        Name("Bureau of A", "en", "written"),
    ),
    valid_from="2007-07-01",
    valid_to="2022-06",
)


@pytest.mark.parametrize(
    ("kind", "full"),
    [("label", True), ("alias", True), ("written", True), ("pinyin", True), ("former", True), ("short", True)]
    + [(kind, False) for kind in ("abbreviation", "informal", "misspelling", "initials")],
)
def test_full_forms_are_no_abbreviations_and_no_nicknames(kind, full):
    assert Name("x", "en", kind).full is full


def test_an_entity_is_frozen_and_has_its_kind_in_its_id():
    assert BUREAU.kind == "organisation"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        BUREAU.id = "organisation:hk-b"


@pytest.mark.parametrize(
    ("labels", "language", "expected"),
    [
        ({"en": "A", "zh-Hant": "甲"}, "en", "A"),
        ({"en": "A", "zh-Hant": "甲"}, "zh-Hant", "甲"),
        ({"en": "A", "zh-Hant": "甲"}, "zh-Hans", "甲"),
        ({"zh-Hans": "刘"}, "zh-Hant", "刘"),
        ({"zh-Hant": "劉"}, "en", "劉"),
        ({"en": "A"}, "zh-Hans", "A"),
        ({"en": "A", "zh-Hant": "甲"}, "pt", "A"),
        ({}, "en", "term:x"),
    ],
)
def test_a_label_in_the_nearest_language(labels, language, expected):
    assert Entity("term:x", labels).label(language) == expected


@pytest.mark.parametrize(
    ("on", "existed"),
    [
        (None, True),
        ("2007-06-30", False),
        ("2007-07-01", True),
        ("2022-06-30", True),
        ("2022-07-01", False),
        ("2007", True),
        ("2006", False),
    ],
)
def test_an_entity_exists_between_its_dates(on, existed):
    assert BUREAU.exists(on) is existed


def test_an_entity_without_dates_existed_always():
    assert Entity("term:x").exists("1841-01-26")


def test_json_has_every_full_form_once():
    assert BUREAU.to_dict() == {
        "id": "organisation:hk-a",
        "kind": "organisation",
        "label": "A Bureau",
        "names": {"en": ["A Bureau", "Bureau of A"], "zh-Hant": ["甲局"]},
    }


@pytest.mark.parametrize(
    ("start", "end", "on", "covered"),
    [
        ("2017-07-01", "2022-06-30", "2017-07-01", True),
        ("2017-07-01", "2022-06-30", "2022-06-30", True),
        ("2017-07-01", "2022-06-30", "2017-06-30", False),
        ("2017-07-01", "2022-06-30", "2022-07-01", False),
        ("", "2022-06-30", "1997-07-01", True),
        ("2017-07-01", "", "2030-01-01", True),
        ("", "", "2030-01-01", True),
        ("2017", "2018", "2018-12-31", True),
        ("2017", "2018", "2019-01-01", False),
    ],
)
def test_a_tenure_covers_its_days(start, end, on, covered):
    assert Tenure("person:a", "office:b", start, end).covers(on) is covered


@pytest.mark.parametrize(
    ("start", "end", "on", "least", "most"),
    [
        ("2018-01-06", "2022-06-30", "2020-01-01", 0, 0),
        ("2018-01-06", "2022-06-30", "2018-01-01", -7, -3),
        ("2018-01-06", "2022-06-30", "2022-07-30", 28, 32),
        ("2018", "2019", "2018-05-05", 0, 0),
        ("2018", "2019", "2017-12-30", -4, 0),
        ("2018", "2019", "2020-01-02", 1, 6),
        ("2018-03", "2018-04", "2018-05-31", 25, 35),
        ("", "", "2018-05-31", 0, 0),
        ("2010-01-01", "", "2000-01-01", -3660, -3640),
    ],
)
def test_how_far_a_day_lies_from_a_tenure(start, end, on, least, most):
    assert least <= Tenure("person:a", "office:b", start, end).days_off(on) <= most


def test_an_office_has_one_seat_unless_told():
    assert (Office("office:x").seats, Office("office:x").derived) == ("one", False)
