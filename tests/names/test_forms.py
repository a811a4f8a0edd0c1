"""The customary forms of a person's name."""

from __future__ import annotations

import pytest

from coopterms.names import NameParts, chinese_forms, romanised_forms
from coopterms.names.forms import chinese_surname
from coopterms.text import key

SURNAMES = {key(surname) for surname in ("林", "鄭", "陳", "歐陽", "歐", "范", "徐")}


def forms(how: str, *parts: str, **options) -> set[str]:
    """Return the forms of a kind; a whole name is a full one that has a Western name, too."""
    kinds = ("full", "whole") if how == "full" else (how,)
    return {form for form, kind in romanised_forms(NameParts(*parts), **options) if kind in kinds}


def test_a_hong_kong_name():
    assert forms("full", "Nip", "Tak-kuen", "Patrick") >= {
        "Patrick Nip Tak kuen",
        "Nip Tak kuen Patrick",
        "Patrick Tak kuen Nip",
        "Nip Tak kuen",
        "Tak kuen Nip",
        "Patrick Nip Takkuen",
    }
    assert forms("short", "Nip", "Tak-kuen", "Patrick") == {"Patrick Nip"}
    assert forms("initials", "Nip", "Tak-kuen", "Patrick") >= {"Patrick T K Nip", "Patrick TK Nip", "T K Nip", "Nip T K", "Patrick T Nip"}


def test_a_name_without_a_western_one():
    assert forms("short", "Leung", "Chun-ying") == set()
    assert forms("initials", "Leung", "Chun-ying") == {"C Y Leung", "CY Leung", "Leung C Y", "Leung CY"}


def test_a_single_given_syllable_has_no_initials():
    assert forms("initials", "Wang", "Yi") == set()
    assert forms("initials", "Lam", "Wing", "Carl") == {"Carl W Lam", "Carl Lam W"}


def test_a_husbands_surname():
    full = forms("full", "Cheng", "Yuet-ngor", "Carrie", "Lam")
    assert full >= {"Carrie Lam Cheng Yuet ngor", "Lam Cheng Yuet ngor", "Carrie Cheng Yuet ngor"}
    assert forms("short", "Cheng", "Yuet-ngor", "Carrie", "Lam") >= {"Carrie Lam", "Carrie Lam Cheng", "Cheng Yuet ngor"}
    assert "Carrie Y N Lam" in forms("initials", "Cheng", "Yuet-ngor", "Carrie", "Lam")


def test_a_western_name_alone():
    assert forms("full", "Alder", "", "Ashley Ian") == {"Ashley Ian Alder", "Alder Ashley Ian"}
    assert forms("short", "Alder", "", "Ashley Ian") == {"Ashley Alder", "Ian Alder"}
    assert forms("short", "Smith", "", "John J.") == {"John Smith"}
    assert forms("short", "Lau", "", "Ann", "Ip") == {"Ann Ip"}
    assert forms("full", "Plato") == {"Plato"}


def test_two_western_names():
    assert "Ann Chan Wai ling" in forms("full", "Chan", "Wai-ling", "Ann Mary")
    assert forms("short", "Chan", "Wai-ling", "Ann Mary") == {"Ann Mary Chan", "Ann Chan", "Mary Chan"}


def test_a_mainland_name_is_also_written_in_syllables():
    assert forms("full", "Huang", "Liuquan", syllables={"liu", "quan"}) == {
        "Huang Liuquan",
        "Liuquan Huang",
        "Huang Liu Quan",
        "Liu Quan Huang",
    }
    assert forms("full", "Huang", "Liuquan") == {"Huang Liuquan", "Liuquan Huang"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("林鄭月娥", ("林", "鄭")),
        ("歐陽伯權", ("", "歐陽")),
        ("陳歐陽寶", ("陳", "歐陽")),
        ("陈百里", ("", "陳")),
        ("范徐麗泰", ("范", "徐")),
        ("司馬大", ("", "司")),
        ("王大文明", ("", "王")),
        ("Nip", ("", "")),
        ("", ("", "")),
    ],
)
def test_chinese_surnames(name, expected):
    assert chinese_surname(name, SURNAMES) == tuple(map(key, expected))


def test_chinese_forms():
    assert list(chinese_forms("林鄭月娥", SURNAMES)) == [("林鄭月娥", "full"), ("鄭月娥", "short"), ("林鄭", "short")]
    assert list(chinese_forms("聶德權", SURNAMES)) == [("聶德權", "full")]


def test_pinyin_is_also_printed_without_its_apostrophe():
    assert "Chen Zuoer" in dict(romanised_forms(NameParts("Chen", "Zuo'er")))
