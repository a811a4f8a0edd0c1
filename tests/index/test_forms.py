"""Surface forms: how they must be printed, and the words under which they are filed."""

from __future__ import annotations

import pytest

from coopterms.index.forms import ANY, CAPITALISED, CAPITALS, Form, capitals, printed_as, spelling_map, variants_of


@pytest.mark.parametrize(("text", "expected"), [("S for S", "SS"), ("SCMA", "SCMA"), ("ce", ""), ("政CE", "CE")])
def test_capitals(text, expected):
    assert capitals(text) == expected


@pytest.mark.parametrize(
    ("case", "value", "original", "fits"),
    [
        (ANY, "", "secretary for HEALTH", True),
        (CAPITALS, "CE", "CE", True),
        (CAPITALS, "CE", "C.E.", True),
        (CAPITALS, "CE", "ce", False),
        (CAPITALS, "CE", "Ce", False),
        (CAPITALISED, "", "Lau Kong-wah", True),
        (CAPITALISED, "", "LAU KONG-WAH", True),
        (CAPITALISED, "", "he Hong", False),
        (CAPITALISED, "", "Long march", False),
        (CAPITALISED, "", "Raimundo Arrais do Rosário", True),
        (CAPITALISED, "", "聶德權", True),
        (CAPITALISED, "", "(123)", True),
    ],
)
def test_how_a_form_must_be_printed(case, value, original, fits):
    assert printed_as(Form("person", "person:x", "full", value, case), original) is fits


def test_spellings_stand_for_each_other():
    spellings = spelling_map([("Co-operation", "Cooperation"), ("Fourth", "4th"), ("and", "&"), ("", "x")])
    assert [" ".join(words) for words in variants_of("Fourth Co-operation", spellings)] == [
        "fourth co operation",
        "4th co operation",
        "fourth cooperation",
        "4th cooperation",
    ]
    assert ["fourth", "co", "operation"] in list(variants_of("4th Cooperation", spellings))
    assert list(variants_of("co", spellings)) == [["co"]]


def test_variants_are_bounded():
    spellings = spelling_map([("a", "b")])
    assert len(list(variants_of("a a a a a a a a", spellings))) == 12


def test_articles_are_left_out_of_keys_and_nothing_has_no_key():
    assert list(variants_of("The Secretary for the Civil Service", {}, {"the"})) == [["secretary", "for", "civil", "service"]]
    assert list(variants_of("the", {}, {"the"})) == []
    assert list(variants_of("?", {})) == []
