"""Comparing two written names by their words alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopterms.names import NameMatch, compare
from coopterms.names.compare import bare_words
from coopterms.text import key


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Hon Mrs Regina Ip Lau Suk-yee, GBS, JP", ["regina", "ip", "lau", "suk", "yee"]),
        ("Dr the Hon Ko Wing-man, BBS, JP", ["ko", "wing", "man"]),
        ("聶德權先生", list(key("聶德權"))),
        ("陳百里博士", list(key("陳百里"))),
        ("Prof Dr", ["dr"]),
        ("Mr", ["mr"]),
        ("", []),
        ("...", []),
    ],
)
def test_honorifics_and_post_nominals_are_taken_off(name, words):
    assert bare_words(name) == words


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("Patrick Nip Tak-kuen", "NIP Tak-kuen, Patrick", "match"),
        ("Patrick Nip Tak-kuen", "Nip Tak-kuen", "match"),
        ("Patrick Nip Tak-kuen", "Patrick Nip", "match"),
        ("Mr Patrick Nip", "Patrick NIP, JP", "match"),
        ("Lau Kong-wah", "Lau Kong Wah", "match"),
        ("Lau Kong-wah", "Laukongwah", "match"),
        ("Kong-wah Lau", "laukong wah", "match"),
        ("Huang Liuquan", "Huang Liu Quan", "match"),
        ("Liuquan Huang", "Huang Liu Quan", "match"),
        ("HO Chun-yan", "HO Chun-yin", "no-match"),
        ("Chan Man-wai", "Chan Wai-man", "no-match"),
        ("Michael Wong Wai-lun", "Michael Wong Yick-kam", "no-match"),
        ("Nip", "Chan", "no-match"),
        ("Nip", "Patrick Chan", "no-match"),
        ("Mr Nip", "Patrick Nip", "undecided"),
        ("C Y Leung", "Leung Chun-ying", "undecided"),
        ("Patrick T K Nip", "Patrick Nip Tak-kuen", "undecided"),
        ("P Nip", "Patrick Nip", "undecided"),
        ("Nip T Nip Tak", "Nip T Nip T", "undecided"),
        ("聶德權", "聂德权先生", "match"),
        ("林鄭月娥", "鄭月娥", "match"),
        ("羅致光", "羅智光", "no-match"),
        ("陳", "陳百里", "undecided"),
        ("鄭", "林鄭月娥", "undecided"),
        ("李", "陳百里", "no-match"),
        ("Patrick Nip", "聶德權", "undecided"),
        ("", "Patrick Nip", "undecided"),
        ("", "", "undecided"),
    ],
)
def test_verdicts(first, second, verdict):
    one, other = compare(first, second), compare(second, first)
    assert (one.verdict, other.verdict) == (verdict, verdict)
    assert one.score == other.score
    assert one.evidence
    assert {"match": one.score >= 0.7, "no-match": one.score <= 0.3, "undecided": 0.3 < one.score < 0.7}[verdict]


WORDS = st.sampled_from(["Nip", "Tak", "kuen", "Patrick", "P", "T", "Chan", "聶", "德", "權", "Mr", "JP", "先生", "-", ","])
NAMES = st.lists(WORDS, max_size=6).map(" ".join)


@given(NAMES, NAMES)
def test_it_is_symmetric_and_bounded(first, second):
    one, other = compare(first, second), compare(second, first)
    assert (one.verdict, one.score) == (other.verdict, other.score)
    assert 0.0 <= one.score <= 1.0
    assert isinstance(one, NameMatch)


@given(NAMES)
def test_a_name_never_differs_from_itself(name):
    assert compare(name, name).verdict != "no-match"
    assert compare(name, name.upper()).verdict != "no-match"
