"""The folding: words, keys and the way back to the original."""

from __future__ import annotations

import pytest
from hypothesis import given

from coopterms.testing import hard_text
from coopterms.text import fold, key
from coopterms.text.characters import is_han


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        (" \n\t", []),
        ("!?。「」", []),
        ("Secretary  for\nHealth", ["secretary", "for", "health"]),
        ("S.for S", ["s", "for", "s"]),
        ("Commerce&Industry", ["commerce", "&", "industry"]),
        ("Commerce and Industry", ["commerce", "&", "industry"]),
        ("Ｃｏｍｍｅｒｃｅ＆Ｉｎｄｕｓｔｒｙ", ["commerce", "&", "industry"]),
        ("HKSAR政府", ["hksar", "政", "府"]),
        ("第13屆", ["第", "13", "届"]),
        ("e\u0301lite", ["elite"]),
        ("co\u00adoperation", ["cooperation"]),
        ("Co\u2011operation", ["co", "operation"]),
        ("O’Brien O'Brien", ["o", "brien", "o", "brien"]),
        ("½", ["1", "2"]),
        ("ﬁnance", ["finance"]),
        ("İstanbul", ["istanbul"]),
        ("a_b", ["a", "b"]),
        ("a\u0000b", ["a", "b"]),
        ("a\ud800b", ["a", "b"]),
        ("and", ["&"]),
        ("ＡＮＤ", ["&"]),
        ("𠮷光", ["𠮷", "光"]),
    ],
)
def test_words(text, words):
    assert fold(text).words == words


@pytest.mark.parametrize(
    "others",
    [
        (
            "Trade and Industry",
            "TRADE & INDUSTRY",
            "Trade＆Industry",
            "Ｔｒａｄｅ　ａｎｄ　Ｉｎｄｕｓｔｒｙ",
            "trade\u200b and\u00a0industry",
        ),
        ("Lau Kong-wah", "LAU Kong–wah", "Lau Kong‑wah", "Lau Kong\u2010Wah"),
        ("“Go Global”", '"go global"', "「Go Global」", "Go’Global"),
        ("衞生署", "衛生署", "卫生署", "衞 生\n署", "衞\u3000生署", "衞\u200b生署"),
        ("行政長官", "行政长官", "⾏政⻑官", "行\u00ad政長官"),
        ("Cafe\u0301", "Café", "CAFÉ", "cafe"),
    ],
)
def test_what_must_not_matter(others):
    assert len({key(text) for text in others}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("HO Chun-yan", "HO Chun-yin"),
        ("Under Secretary", "Secretary"),
        ("副局長", "局長"),
        ("羅致光", "羅智光"),
        ("談", "譚"),
        ("ab", "a b"),
    ],
)
def test_what_must_matter(one, other):
    assert key(one) != key(other)


def test_the_key_has_blanks_except_between_chinese_words():
    assert key("HKSAR 政府 Press Office 新聞處") == "hksar 政府 press office 新闻处"


def test_runs_and_their_originals():
    folded = fold("the HKSAR政府, Ｐｒｅｓｓ Oﬃce")
    assert folded.words == ["the", "hksar", "政", "府", "press", "office"]
    assert len(folded) == 6
    assert folded.run(1, 4) == "hksar 政府"
    assert folded.original(1, 4) == "HKSAR政府"
    assert (folded.run(4, 6), folded.original(4, 6)) == ("press office", "Ｐｒｅｓｓ Oﬃce")


def test_words_left_out_keep_the_offsets_of_the_others_true():
    folded = fold("The Secretary for the Civil Service", skip={"the"})
    assert folded.key == "secretary for civil service"
    assert folded.original(2, 4) == "Civil Service"
    assert folded.original(0, 3) == "Secretary for the Civil"


@pytest.mark.parametrize("text", ["a\u200bb c", "ﬁ x", "½ x", "İx y", "\ufeffx y", "e\u0301 x", "㈱ x", "ŉ x", "&x", "🙂x", "ก็ x", "한 x"])
def test_offsets_after_characters_that_change_length(text):
    folded = fold(text)
    assert folded.words[-1] in "cxy"
    assert folded.original(len(folded) - 1, len(folded)).casefold() == folded.words[-1]


@given(hard_text())
def test_offsets_rise_and_lie_in_the_text(text):
    folded = fold(text)
    assert len(folded.starts) == len(folded.ends) == len(folded.words)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert folded.starts == sorted(folded.starts)
    assert folded.ends == sorted(folded.ends)


@given(hard_text())
def test_the_original_of_a_word_folds_to_it(text):
    folded = fold(text)
    for at, word in enumerate(folded.words):
        # A character such as ½ folds to several words, and each of them points at the whole of it.
        assert word in fold(folded.original(at, at + 1)).words


@given(hard_text())
def test_nothing_but_words_is_lost(text):
    folded = fold(text)
    pieces, at = [], 0
    for start, end in zip(folded.starts, folded.ends, strict=True):
        pieces.append(text[at : max(at, start)])
        at = max(at, end)
    pieces.append(text[at:])
    assert [piece for piece in pieces if fold(piece).words] == []


@given(hard_text())
def test_a_whole_run_is_the_key(text):
    folded = fold(text)
    if len(folded):
        assert folded.run(0, len(folded)) == folded.key
    assert fold(folded.key).words == folded.words


def test_every_code_point_between_two_letters():
    """A sample of all of Unicode at a fixed stride, with all that lies below the Chinese block: words come back whole."""
    for point in [*range(0x3400), *range(0x3400, 0x110000, 97)]:
        text = f"x {chr(point)} y"
        folded = fold(text)
        assert (folded.words[0], folded.words[-1]) == ("x", "y"), hex(point)
        assert (folded.starts[-1], folded.ends[-1]) == (4, 5), hex(point)
        assert key(folded.key) == folded.key, hex(point)


def test_a_chinese_character_is_always_a_word():
    for point in range(0x4E00, 0xA000):
        (word,) = fold(chr(point)).words
        assert is_han(word), hex(point)
