"""The folding of a whole document: the words of `fold` in one key, and the way back to the original."""

from __future__ import annotations

import re
from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopterms.testing import hard_text
from coopterms.text import flat as module
from coopterms.text import fold
from coopterms.text.characters import HAN, is_han
from coopterms.text.flat import Flat
from coopterms.text.fold import FULL_STOPS

ARTICLES = frozenset({"the", "der"})
TOKEN = re.compile(rf";|[{HAN}]|&|[^\W_{HAN}]+")
MARKS = set(";:!?。；：！？，…｡︰︓︔︕︖﹔﹕﹖﹗")

# What ends a clause, what joins or parts words, and words that the key changes or leaves out.
_JOINTS = (
    " ", "  ", "\n\n", "", ",", ", ", "，", "、", ";", "；", ":", "：", "!", "?", "。", "…", "...", ".", ". ", "．", "_", "(", ")",
    "\u2028",
    "the", "The ", " der ", "AND", " and ", "and", "&", "＆", "ａｎｄ", "K.S.", "U.S.A.", "J．P．", "x.y", "1.2", "\0", "\1", "\ufeff",
    "\u00ad",
)  # fmt: skip
_WORDS = (
    "secretary", "for", "Justice", "HKSAR", "2018", "Kwok-ki", "i", "行政", "長官", "〇", "⾏", "ß", "ﬁ", "½", "㍿", "…", "局,", ",司",
)  # fmt: skip
TEXTS = st.one_of(
    hard_text(), st.lists(st.one_of(st.sampled_from(_JOINTS), st.sampled_from(_WORDS), hard_text(2)), max_size=25).map("".join)
)
BLOCKS = st.sampled_from([1, 3, 7, 1 << 14])
LONG = " ".join(["Long runs of plain words stand round it so that few characters are other than those of English."] * 2)


def tokens(flat: Flat, articles=ARTICLES) -> list[tuple[str, int, int]]:
    """The words and clause ends of a key, with their places in it; articles and `and` beside the end of a clause as elsewhere."""
    found = []
    for match in TOKEN.finditer(flat.key):
        word = "&" if match.group() == "and" else match.group()
        if word not in articles:
            found.append((word, *match.span()))
    return found


def clauses(text: str, articles=ARTICLES) -> list[list[int]]:
    """The oracle: the words of `fold`, as numbers, cut where a mark that ends a clause stands between two of them in the original."""
    folded = fold(text, articles)
    found: list[list[int]] = [[]]
    last = 0
    for at, (start, end) in enumerate(zip(folded.starts, folded.ends, strict=True)):
        between = text[last:start] if start >= last else ""
        stops = any(ends_sentence(text, at) for at in range(last, start))
        if any(character in MARKS for character in between) or _has_chinese_comma(text, last, start) or stops:
            found.append([])
        found[-1].append(at)
        last = end
    return [clause for clause in found if clause]


def ends_sentence(text: str, at: int) -> bool:
    """Whether a full stop stands behind a word of four letters or more and before a blank: no abbreviation, then."""
    if text[at] not in FULL_STOPS:
        return False
    table = module.fold_table()
    before = ""
    for character in reversed(text[:at]):
        before = table[ord(character)] + before
        if len(before) >= 4:
            break
    after = next((character for character in text[at + 1 :] if table[ord(character)]), " ")
    kept = after in FULL_STOPS or after in MARKS
    return bool(re.fullmatch("[a-z]{4}", before[-4:])) and table[ord(after)][0] == " " and table[ord(after)] != " & " and not kept


def _has_chinese_comma(text: str, start: int, end: int) -> bool:
    def neighbour(at: int, step: int) -> str:
        at += step
        while 0 <= at < len(text) and not module.fold_table()[ord(text[at])]:
            at += step
        return module.fold_table()[ord(text[at])] if 0 <= at < len(text) else ""

    commas = (at for at in range(start, end) if text[at] == ",")
    return any(is_han(neighbour(at, -1)[-1:]) or is_han(neighbour(at, 1)[:1]) for at in commas)


# -- examples -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "  "),
        (" \n\t", "  "),
        ("「」()", "  "),
        ("Secretary for\nJustice", " secretary for justice "),
        ("Commerce&Industry", " commerce & industry "),
        ("Commerce and Industry", " commerce & industry "),
        ("COMMERCE　ＡＮＤ　INDUSTRY", " commerce & industry "),
        ("Secretary for the Environment", " secretary for environment "),
        ("行政\n長官", " 行政長官 "),
        ("行政長官 林鄭月娥", " 行政長官林鄭月娥 "),
        ("HKSAR政府", " hksar 政府 "),
        ("第13屆", " 第 13 届 "),
        ("Mr K.S. Wong, G.B.S., J.P.", " mr ks wong gbs jp "),
        ("Co\u2011operation", " co operation "),
        ("co\u00adoperation", " cooperation "),
        ("Chan\n\nKwok-ki", " chan kwok ki "),
        ("People’s", " people s "),
        ("⾹港特別⾏政區", " 香港特别行政区 "),
        ("人流、物流", " 人流物流 "),
        ("½", " 1 2 "),
        ("İstanbul", " istanbul "),
        ("a\0b\1c", " a b c "),
    ],
)
def test_keys(text, key):
    assert Flat(text, ARTICLES).key.translate(_CLASSES) == key.translate(_CLASSES)


_CLASSES = {ord(character): fold(character).key for character in "行政長官林鄭月娥府第届屆香港特別别區区人流物"}


@pytest.mark.parametrize("mark", sorted(MARKS))
def test_no_form_can_cross_the_end_of_a_clause(mark):
    assert "justice" in Flat(f"Justice{mark} Teresa").key
    assert [word for word, _, _ in tokens(Flat(f"Justice{mark} Teresa"))] == ["justice", ";", "teresa"]
    assert [word for word, _, _ in tokens(Flat(f"司{mark}官"))] == [fold("司").key, ";", fold("官").key]


@pytest.mark.parametrize(
    ("text", "ends"), [("長官,林鄭", True), ("Lam,林鄭", True), ("林鄭,Lam", True), ("Chief, Lam", False), ("長官、林鄭", False)]
)
def test_a_comma_ends_a_clause_beside_chinese_alone(text, ends):
    assert (";" in Flat(text).key) == ends


@pytest.mark.parametrize("odd", ["½", "\u00ad", "\ufeff", "ﬁ", "İ", "…", "\u200b", "é", "e\u0301", "０"])
def test_one_odd_character_in_much_plain_text_is_folded_as_anywhere(odd):
    text = f"{LONG} co{odd}op the end. {LONG}"
    assert [word for word, _, _ in tokens(Flat(text, ARTICLES)) if word != ";"] == fold(text, ARTICLES).words


def test_locate_leads_back():
    text = "İ ½ The  Chief\u00a0Executive (行政\n長官), Mrs Carrie Lam"
    flat = Flat(text, ARTICLES)
    places = [flat.locate(start, end) for word, start, end in tokens(flat) if word != ";"]
    assert [text[start:end] for start, end in places] == [
        "İ", "½", "½", "Chief", "Executive", "行", "政", "長", "官", "Mrs", "Carrie", "Lam",
    ]  # fmt: skip


@pytest.mark.parametrize("before", ["İ＆副İ", "a副a副a副a副 ", "İ&İ&İ&İ   ", "&a&a  ", ""])
def test_locate_where_blanks_are_put_in_and_others_taken_out(before):
    text = f"委员 {before}深 圳 市 副 市 长 bc"
    flat = Flat(text)
    assert flat.locate(1, 3) == (0, 2)  # so that the next look-up goes on from here
    at = flat.key.index(fold("深圳").key)
    start, end = flat.locate(at, at + 6)
    assert text[start:end] == "深 圳 市 副 市 长"


def test_locate_reaches_over_blocks():
    text = "Chief " * 6000 + "Executive"
    flat = Flat(text)
    at = flat.key.index("executive")
    assert flat.locate(at - 6, at + 9) == (len(text) - 15, len(text))
    assert len(flat.key) == len(text) + 2


@pytest.mark.parametrize("character", ["𠮷", "𝐀", "😀", "\U0010ffff"])
def test_characters_beyond_the_table_make_it_longer(character):
    text = f"局 {character}{character} 長 Justice"
    flat = Flat(text)
    at = flat.key.index("justice")
    assert [word for word, _, _ in tokens(flat)] == fold(text).words
    assert flat.locate(at, at + 7) == (len(text) - 7, len(text))


def test_locate_reaches_over_blocks_of_blanks():
    text = (" " * 40_000).join(["Secretary", "for", "Justice"])
    flat = Flat(text)
    assert flat.key == " secretary for justice "
    assert flat.locate(1, 22) == (0, len(text))


# -- laws ---------------------------------------------------------------------------------------------------------------


class TestLaws:
    @given(TEXTS, BLOCKS)
    @example("the and the", 1 << 14)
    @example("K.S.,司", 1 << 14)
    @example(f"{LONG} co\u00adop", 1 << 14)
    def test_the_key_has_the_words_of_fold_and_the_ends_of_its_clauses(self, text, block):
        with mock.patch.object(module, "_BLOCK", block):
            found = [word for word, _, _ in tokens(Flat(text, ARTICLES))]
        words = fold(text, ARTICLES).words
        split = [part.split("\n") for part in "\n".join(found).split("\n;\n")] if found else []
        ours = [[word for word in clause if word not in ("", ";")] for clause in split]
        assert [clause for clause in ours if clause] == [[words[at] for at in clause] for clause in clauses(text)]

    @given(TEXTS, BLOCKS, st.randoms(use_true_random=False))
    def test_locate_is_monotone_and_faithful(self, text, block, random):
        with mock.patch.object(module, "_BLOCK", block):
            flat = Flat(text, ARTICLES)
        folded = fold(text, ARTICLES)
        places = [place for place in tokens(flat) if place[0] != ";"]
        assert len(places) == len(folded)
        for clause in clauses(text):
            # No form begins or ends with `&`, which may stand there for `and`.
            clause = [at for at in clause if folded.words[at] != "&"]
            for first in clause:
                last = random.choice(clause[clause.index(first) :])
                # both from one place, the shorter and the longer run, as a form and one that goes on from it
                for end in (first, last):
                    found = flat.locate(places[first][1], places[end][2])
                    assert found == (folded.starts[first], folded.ends[end])

    @given(TEXTS, BLOCKS)
    def test_the_key_has_single_blanks_and_one_at_either_end(self, text, block):
        with mock.patch.object(module, "_BLOCK", block):
            key = Flat(text, ARTICLES).key
        assert key.startswith(" ")
        assert key.endswith(" ")
        assert "  " not in key.strip() or not key.strip()
        assert not re.search(f"[{HAN}] [{HAN}]", key)

    @given(TEXTS, TEXTS)
    def test_texts_apart_have_their_own_keys(self, first, second):
        together = Flat(f"{first}\n!\n{second}", ARTICLES)
        apart = [word for text in (first, "!", second) for word, _, _ in tokens(Flat(text, ARTICLES))]
        assert [word for word, _, _ in tokens(together)] == apart

    @given(st.text(max_size=30), st.sampled_from([(), ("the",), ("of", "the")]))
    def test_nothing_raises(self, text, articles):
        flat = Flat(text, articles)
        for word, start, end in tokens(flat, ()):
            if word == "&":
                continue
            first, last = flat.locate(start, end)
            assert 0 <= first < last <= len(text)
