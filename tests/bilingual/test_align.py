"""Two texts side by side."""

from __future__ import annotations

import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopterms.bilingual.align import COLUMNS, align
from coopterms.errors import InputError
from coopterms.reading.unknown import number_alike

EN = (
    "The Chief Secretary for Administration, Mr Matthew Cheung Kin-chung, will attend the fourth plenary of the Hong Kong/Fujian "
    "Co-operation Conference with the Secretary for Constitutional and Mainland Affairs, Mr Patrick Nip. The Deputy Commissioner for "
    "Tourism, Mr Chan Tai-man, and Ms Lee Siu-fong, an engineer, will join them. Mr Wong Kam-sing, the Secretary for the "
    "Environment, stays."
)
ZH = (
    "政務司司長張建宗將出席會議，同行的有政制及內地事務局局長聶德權、旅遊事務副專員陳大文和工程師李小芳女士。"
    "教育局局長楊潤雄和黃先生留守。教育局助理秘書長林志強亦會同行。"
)
ENGLISH_20 = [
    "Chan Tai-man",
    "Wong Siu-ming",
    "Lee Ka-sing",
    "Cheung Wai-ming",
    "Ho Wing-yan",
    "Lam Chi-keung",
    "Ng Mei-ling",
    "Lau Kwok-wai",
    "Yip Tsz-kit",
    "Tang Man-hon",
    "Fung Yuk-ling",
    "Tsang Hok-yin",
    "Kwok Chun-hei",
    "Leung Pui-shan",
    "Mak Ho-yin",
    "Szeto Wah-kit",
    "Au Yeung Wai-lun",
    "Poon Lai-fong",
    "Chow Yiu-tung",
    "Tse Kai-ming",
]
CHINESE_20 = [
    "陳大文",
    "黃小明",
    "李家誠",
    "張偉明",
    "何詠欣",
    "林志強",
    "吳美玲",
    "劉國偉",
    "葉子傑",
    "鄧文瀚",
    "馮玉玲",
    "曾學賢",
    "郭俊熙",
    "梁佩珊",
    "麥浩然",
    "司徒華傑",
    "歐陽偉倫",
    "潘麗芳",
    "周耀東",
    "謝啟明",
]


def told(found, kind="person"):
    return {(pair.label_en, pair.label_zh, pair.where, pair.how) for pair in found.pairs if pair.kind == kind}


def test_officials_are_paired_by_id_and_others_by_romanisation(resolver):
    found = align(EN, ZH, "2018-11-23", resolver)
    assert told(found) == {
        ("Matthew Cheung Kin-chung", "張建宗", "both", "id"),
        ("Patrick Nip Tak-kuen", "聶德權", "both", "id"),
        ("Chan Tai-man", "陳大文", "both", "romanisation"),
        ("Lee Siu-fong", "李小芳", "both", "romanisation"),
        ("Wong Kam-sing", "黃錦星", "en", ""),
        ("Kevin Yeung Yun-hung", "楊潤雄", "zh", ""),
        ("", "林志強", "zh", ""),
    }


def test_posts_that_no_row_lists_are_paired_by_title(resolver):
    found = align("The Assistant Secretary for the Environment spoke.", "環境局助理秘書長發言。", "2018-11-23", resolver)
    assert told(found, "office") == {("Assistant Secretary for the Environment", "環境局助理秘書長", "both", "title")}


def test_a_meeting_is_paired_with_its_number_and_the_name_of_its_series(resolver):
    text = "the third plenary of the Hong Kong/Fujian Co-operation Conference"
    found = align(text, "閩港合作會議第三次會議", "2018-11-23", resolver)
    assert [(pair.id, pair.where) for pair in found.pairs] == [("term:hk-fujian-plenary-3", "both")]
    other = align(text, "閩港合作會議第二次會議", "2018-11-23", resolver)
    assert {pair.where for pair in other.pairs} == {"en", "zh"}


def test_what_is_ambiguous_in_one_text_the_other_decides(resolver):
    found = align("Bernard Chan spoke.", "陳百里發言。", "2018-08-24", resolver)
    assert {(pair.id, pair.where) for pair in found.pairs if pair.kind == "person"} >= {("person:chan-bernard-pak-li", "both")}
    introduced = align("The founder of a company, Mr Bernard Chan, spoke.", "陳百里發言。", "2018-08-24", resolver)
    assert all(pair.where != "both" for pair in introduced.pairs)
    both = align("Bernard Chan spoke.", "陳百里和陳智思發言。", "2018-08-24", resolver)
    assert all(pair.where != "both" for pair in both.pairs)


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("Mr Law Chi-kwong", "羅致廣先生、羅智光先生"),
        ("Ms Ng Yan", "吳同學"),
        ("Mr Ho Wai", "何先生"),
        ("Mr Michael Wong", "黃先生"),
        ("Mr Chan Tai-man", "陳大明先生"),
        ("Mr Ho Wai", "在河道上，如何為市民服務"),
        ("Mr Ramon Lopez", "洛佩茲"),
    ],
)
def test_a_tie_a_surname_and_another_name_pair_nobody(resolver, english, chinese):
    found = align(f"It was {english}.", f"那是{chinese}。", "1999-01-01", resolver)
    assert all(pair.where != "both" for pair in found.pairs if pair.kind == "person")


def test_a_post_decides_where_names_alone_do_not(resolver):
    english = "The Deputy Commissioner for Tourism, Ms Mary Chan, was there."
    assert ("Mary Chan", "陳大文", "both", "romanisation") in told(align(english, "旅遊事務副專員陳大文出席會議。", "2018-11-23", resolver))
    assert ("Mary Chan", "", "en", "") in told(align(english, "環境局助理秘書長陳大文出席會議。", "2018-11-23", resolver))
    assert ("Mary Chan", "", "en", "") in told(align(english, "旅遊事務副專員林大文出席會議。", "2018-11-23", resolver))


def test_20_unknown_names_align_in_under_a_second(resolver):
    align("Mr Chan Tai-man", "陳大文先生", resolver=resolver)
    english = ", ".join(f"Mr {name}" for name in ENGLISH_20) + " came."
    chinese = "、".join(f"{name}先生" for name in reversed(CHINESE_20)) + "出席。"
    begun = time.perf_counter()
    found = align(english, chinese, "1999-01-01", resolver)
    assert time.perf_counter() - begun < 1
    pairs = {(pair.label_en, pair.label_zh) for pair in found.pairs if pair.how == "romanisation"}
    assert pairs <= set(zip(ENGLISH_20, CHINESE_20, strict=True))
    assert len(pairs) >= 18


def test_a_name_spelled_as_in_hong_kong_needs_no_honorific(resolver):
    found = align("They met Chan Wing-tak, not Hong Kong-based firms.", "他們與陳永德見面。", resolver=resolver)
    assert told(found) == {("Chan Wing-tak", "陳永德", "both", "romanisation")}


def test_the_order_of_the_texts_does_not_matter(resolver):
    assert align(EN, ZH, "2018-11-23", resolver) == align(ZH, EN, "2018-11-23", resolver)


def test_a_text_without_a_date_is_read_at_the_date_of_the_other(resolver):
    found = align(f"November 23, 2018\n\n{EN}", ZH, resolver=resolver)
    assert (found.english.on, found.chinese.on) == ("2018-11-23", "2018-11-23")


def test_unknown_people_have_one_number_in_both_texts(resolver):
    found = align(EN, ZH, "2018-11-23", resolver)
    english = {m.text: m.unknown for m in found.english.mentions if m.unknown}
    chinese = {m.text: m.unknown for m in found.chinese.mentions if m.unknown}
    assert english["Mr Chan Tai-man"] == chinese["陳大文"]
    assert chinese["林志強"] not in english.values()


def test_one_document_in_two_languages_numbers_alike(resolver):
    text = "The Deputy Commissioner for Tourism, Mr Chan Tai-man, left.\n旅遊事務副專員陳大文出席會議，旅遊事務副專員林大文出席會議。"
    read = resolver.annotate(text, "2018-11-23")
    numbers = {mention.text: mention.unknown for mention in number_alike(read.mentions) if mention.unknown}
    assert numbers["陳大文"] == numbers["Mr Chan Tai-man"] != numbers["林大文"]


def test_rows_come_back_from_csv(resolver):
    rows = align(EN, ZH, "2018-11-23", resolver).rows()
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    file.seek(0)
    assert list(csv.DictReader(file)) == rows


@pytest.mark.parametrize("texts", [("政務司司長", "行政長官"), ("the Chief Executive", "the Chief Secretary"), (b"x", "x")])
def test_two_texts_of_one_language_are_refused(resolver, texts):
    with pytest.raises(InputError):
        align(*texts, resolver=resolver)


@pytest.mark.parametrize("texts", [("", ""), ("", "行政長官"), ("The Chief Executive", ""), ("12", "—")])
def test_nothing_to_align_is_no_error(resolver, texts):
    assert all(pair.where != "both" for pair in align(*texts, resolver=resolver).pairs)


PIECES = [
    "the Chief Executive", "Mrs Carrie Lam", "Mr Chan Tai-man", "Ms Lee Siu-fong", "Bernard Chan", "CAS", "Hong Kong", "Dr", "Mr", "'s",
    "\n", "行政長官", "林鄭月娥", "陳大文", "李小芳女士", "陳百里", "中科院",
    "香港", "、", "局長", "，", "第三次會議", "\u200b", "İ", "𠮷", "&",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.lists(st.sampled_from(PIECES), max_size=12))
def test_laws(resolver, first, second):
    """Nothing raises but for two texts of one language; places are true; nothing is paired twice; swapping the texts changes nothing."""
    one, other = " ".join(first), "".join(second)
    try:
        found = align(one, other, "2018-11-23", resolver)
    except InputError:
        return
    for text, places in (
        (found.english.text, [place for pair in found.pairs for place in pair.english]),
        (found.chinese.text, [place for pair in found.pairs for place in pair.chinese]),
    ):
        assert all(text[place.start : place.end] == place.text for place in places)
        starts = [place.start for place in places]
        assert len(starts) == len(set(starts))
    for pair in found.pairs:
        assert (pair.where == "both") == bool(pair.how)
        assert (len(pair.english) > 0, len(pair.chinese) > 0) == (pair.where != "zh", pair.where != "en")
    swapped = align(other, one, "2018-11-23", resolver)
    if swapped.english.text == found.english.text:
        assert swapped == found
