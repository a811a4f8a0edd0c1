"""Anchors that do not count: acronyms of something else, codes, words that stand apart."""

from __future__ import annotations

import pytest

from tests.data import told

ON = "2019-05-01"


@pytest.mark.parametrize(
    "text",
    [
        "Credit Suisse (CS) was sold. CS had lost much.",
        "Plants for carbon capture and storage (CCS) are dear; CCS is old.",
        "美國國際貿易委員會（ITC）裁定，ITC會跟進。",
        "The variant BA.5 spread.",
        "Directive 98/83/EC was amended.",
        "Flight CX250, 3FS.",
        "Item EC(98-99)14 was passed.",
    ],
)
def test_an_acronym_of_something_else_names_nobody(resolver, text):
    assert told(resolver.annotate(text, ON)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Chief Secretary for Administration (CS) left. CS will return.", ["hk-chief-secretary-for-administration"] * 2),
        ("政務司司長（CS）離開。", ["hk-chief-secretary-for-administration"]),
        ("Mr Ho (ICAC) and the ICAC", ["hk-independent-commission-against-corruption"] * 2),
        ("on 1 May 2019\nCS left", ["hk-chief-secretary-for-administration"]),
    ],
)
def test_an_acronym_of_what_stands_before_it_is_the_tables_own(resolver, text, expected):
    assert [meaning for _, meaning in told(resolver.annotate(text, ON))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("出任前食物及衞生局(後改組為醫務衞生局)副秘書長", ["hk-food-and-health-bureau"]),
        ("港、台媒體", []),
        ("把「擴張」為兩家", []),
        ("「港台」節目", ["hk-radio-television-hong-kong"]),
        ("運輸及房屋局（房屋）局長", ["hk-transport-and-housing-bureau"]),
    ],
)
def test_words_that_stand_apart_are_no_form(resolver, text, expected):
    assert [meaning for _, meaning in told(resolver.annotate(text, ON))] == expected
