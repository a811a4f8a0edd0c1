"""Pairing two lists of names."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopterms.errors import InputError
from coopterms.names import pairs

ENGLISH = ["Patrick Nip Tak-kuen", "Lau Kong-wah", "Bernard Chan", "Law Chi-kwong", "Ashley Alder", "Chan Mo-ching"]
CHINESE = ["陳百里", "劉江華", "聶德權", "羅致光", "陳武正", "黃柳權"]


def test_one_to_one_in_the_order_of_the_english_names():
    found = pairs(ENGLISH, CHINESE)
    assert [(pair.english, pair.chinese, pair.match.verdict) for pair in found] == [
        (0, 2, "match"),
        (1, 1, "match"),
        (2, 0, "undecided"),
        (3, 3, "match"),
    ] + [(5, 4, "match")] * (len(found) == 5)


def test_a_surname_alone_gains_by_elimination_and_stays_undecided():
    (pair,) = pairs(["Bernard Chan"], ["陳百里", "黃柳權"])
    assert (pair.match.verdict, pair.match.level, pair.margin) == ("undecided", "surname", 0.5)
    (pair,) = pairs(["Bernard Chan"], ["陳百里", "陳智思"])
    assert (pair.match.verdict, pair.margin, pair.rivals) == ("undecided", 0.0, (1,))
    found = pairs(["Bernard Chan", "Chan Pak-li"], ["陳百里", "陳智思"])
    assert [(pair.chinese, pair.match.verdict, pair.rivals) for pair in found] == [(1, "undecided", ()), (0, "match", ())]


def test_names_that_sound_alike_tie_on_either_side():
    found = pairs(["Law Chi-kwong", "Joshua Law Chi-kwong"], ["羅致光", "羅智光"])
    assert [pair.match.verdict for pair in found] == ["undecided", "undecided"]
    assert found[0].match.evidence[-1] == "it ties with 羅智光, which sounds alike"
    found = pairs(["Law Chi-kwong", "Joshua Law Chi-kwong"], ["羅致光"])
    assert [(pair.english, pair.match.verdict, pair.margin) for pair in found] == [(0, "undecided", 0.0)]
    assert "nearly as good" in found[0].match.evidence[-1]


def test_nothing_to_pair():
    assert pairs([], CHINESE) == pairs(ENGLISH, []) == []
    assert pairs(["Lau Kong-wah"], ["聶德權"]) == []


def test_a_margin_that_is_none():
    with pytest.raises(InputError, match=r"the margin 2 is not between 0 and 1; leave it out, or give a number such as 0\.1"):
        pairs(ENGLISH, CHINESE, margin=2)


@given(st.lists(st.sampled_from(ENGLISH), max_size=6), st.lists(st.sampled_from(CHINESE), max_size=6))
def test_every_name_has_one_pair_at_most(english, chinese):
    found = pairs(english, chinese)
    for places in ([pair.english for pair in found], [pair.chinese for pair in found]):
        assert len(places) == len(set(places))
    for pair in found:
        assert pair.match.verdict != "no-match"
        assert pair.match.verdict != "match" or pair.margin >= 0.1


def test_twenty_by_twenty_unknown_names_take_less_than_a_second():
    surnames = [("Chan", "陳"), ("Wong", "黃"), ("Lam", "林"), ("Cheung", "張"), ("Leung", "梁")]
    given_names = [("Wai-man", "偉文"), ("Kit-ying", "潔英"), ("Siu-lung", "小龍"), ("Mei-fong", "美芳")]
    both = [(f"{a} {b}", x + y) for a, x in surnames for b, y in given_names]
    start = time.perf_counter()
    found = pairs([one for one, _ in both], [other for _, other in reversed(both)])
    assert time.perf_counter() - start < 1
    assert [(pair.english, 19 - pair.chinese, pair.match.verdict) for pair in found] == [(at, at, "match") for at in range(20)]
