"""What one character folds to."""

from __future__ import annotations

import re
import unicodedata

import pytest

from coopterms.text.characters import HAN, FoldTable, is_han, read_classes


@pytest.fixture(scope="module")
def table() -> FoldTable:
    return FoldTable(read_classes())


@pytest.mark.parametrize("character", ["政", "㐀", "䶿", "一", "鿿", "豈", "〇", "𠮷", "\U000323af"])
def test_chinese_characters(character):
    assert is_han(character)
    assert re.fullmatch(f"[{HAN}]", character)


@pytest.mark.parametrize("character", ["", "a", "1", "。", "々", "ー", "한", "あ", "⺠", "\U000323b0", "ก"])
def test_characters_that_are_not_chinese(character):
    assert not is_han(character)
    assert not re.fullmatch(f"[{HAN}]", character)


def test_the_two_definitions_of_chinese_agree_everywhere():
    pattern = re.compile(f"[{HAN}]")
    everything = "".join(map(chr, range(0x110000)))
    assert pattern.findall(everything) == [character for character in everything if is_han(character)]


@pytest.mark.parametrize(
    ("character", "folded"),
    [
        ("A", "a"),
        ("Ａ", "a"),
        ("é", "e"),
        ("İ", "i"),
        ("ß", "ss"),
        ("ŉ", "ʼn"),
        ("ﬁ", "fi"),
        ("½", "1 2"),
        ("①", "1"),
        ("９", "9"),
        ("\u0301", ""),
        ("\u200b", ""),
        ("\ufeff", ""),
        ("\u00ad", ""),
        ("\u3000", " "),
        ("\u00a0", " "),
        ("—", " "),
        ("「", " "),
        ("🙂", " "),
        ("⻑", "长"),
        ("⾹", "香"),
        ("衞", "卫"),
        ("衛", "卫"),
        ("徳", "徳"),
        ("㈱", " 株 "),
        ("\ud800", " "),
    ],
)
def test_what_a_character_folds_to(table, character, folded):
    assert character.translate(table) == folded


@pytest.mark.parametrize("character", "&＆﹠")
def test_an_ampersand_stands_alone(table, character):
    folded = character.translate(table)
    assert folded.split() == ["&"]
    assert (folded[0], folded[-1]) == (" ", " ")


@pytest.mark.parametrize("pair", ["廸迪", "鐡鐵", "栢柏", "吿告", "德徳", "里裏", "裡裏"])
def test_the_hand_list_and_the_variants_are_in_the_classes(table, pair):
    assert pair[0].translate(table) == pair[1].translate(table)


def test_characters_that_shift_offsets_are_remembered():
    table = FoldTable({"衛": "卫"})
    assert "A衛－ﬁ\u200b".translate(table) == "a卫 fi"
    assert table.uneven == {"ﬁ", "\u200b"}


def test_every_code_point_folds_to_something_that_folds_to_itself():
    table = FoldTable(read_classes())
    changing = [point for point in range(0x110000) if (once := table[point]).translate(table).split() != once.split()]
    assert [hex(point) for point in changing] == []


def test_every_code_point_folds_to_letters_digits_blanks_and_ampersands(table):
    shapes = {character for point in range(0, 0x110000, 7) for character in table[point]}
    assert [c for c in shapes if not (c.isalnum() or c in " &")] == []
    assert [c for c in shapes if c != c.casefold() or unicodedata.combining(c)] == []


def test_classes_are_one_step_deep_and_chinese():
    classes = read_classes()
    assert len(classes) > 4000
    assert not set(classes) & set(classes.values())
    assert all(len(one) == len(other) == 1 for one, other in classes.items())
    assert all(map(is_han, classes.values()))


def test_a_table_of_classes_may_have_comments_and_a_byte_order_mark(tmp_path):
    path = tmp_path / "classes.csv"
    path.write_text("\ufeff# by hand\ncharacter,representative\n衛,卫\n\n衞,卫\n", encoding="utf-8")
    assert read_classes(str(path)) == {"衛": "卫", "衞": "卫"}


@pytest.mark.parametrize("pair", ["談譚", "范範", "余餘", "游遊", "岳嶽", "于於", "黨党", "閻閆", "葉叶", "沈瀋"])
def test_a_class_is_symmetric_and_surnames_are_kept_where_scripts_allow(pair):
    classes = read_classes()
    same = classes.get(pair[0], pair[0]) == classes.get(pair[1], pair[1])
    # 談/譚 and 閻/閆 are two surnames in every script; the others merge in Simplified, so a key must merge them, too.
    assert same is (pair not in ("談譚", "閻閆"))
