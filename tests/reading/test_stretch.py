"""Stretches: how far a mention may reach, and where it may not."""

from __future__ import annotations

import pytest

from coopterms.reading.stretch import closed
from tests.data import groups, told

ON = "2018-08-24"
SJ, CHENG, CE, LAM = "hk-secretary-for-justice", "cheng-teresa", "hk-chief-executive", "lam-carrie"


@pytest.mark.parametrize("mark", [". ", ".\n", "; ", "! ", "? ", ": ", "\n\n", "\n \n"])
def test_no_english_mention_goes_over_the_end_of_a_clause(resolver, mark):
    read = resolver.annotate(f"He met the Secretary for Justice{mark}Ms Teresa Cheng left", ON)
    assert groups(read) == []
    assert told(read)[0] == ("Secretary for Justice", SJ)


@pytest.mark.parametrize("mark", ["。", "，", "；", "！", "？", "：", "\n\n", ",", ";"])
def test_no_chinese_mention_goes_over_the_end_of_a_clause(resolver, mark):
    read = resolver.annotate(f"他會見律政司司長{mark}鄭若驊離開", ON)
    assert groups(read) == []
    assert told(read) == [("律政司司長", SJ), ("鄭若驊", CHENG)]


@pytest.mark.parametrize("blank", [" ", "\n", "  ", "\u00a0", "\u3000", " \n ", "\t"])
def test_blanks_and_single_line_breaks_part_nothing(resolver, blank):
    text = f"Secretary for Justice{blank}Teresa{blank}Cheng"
    assert groups(resolver.annotate(text, ON)) == [(SJ, CHENG)]


def test_a_paragraph_may_end_inside_a_name(resolver):
    """Two line breaks where a page was broken, as in the second release."""
    read = resolver.annotate("the Director of Chief Executive's Office, Mr Chan\n\nKwok-ki, and others", "2018-10-24")
    assert told(read)[-1] == ("Mr Chan\n\nKwok-ki", "chan-eric")
    assert groups(read) == [("hk-director-of-the-chief-executives-office", "chan-eric")]


@pytest.mark.parametrize(
    "before",
    [
        "x" * 80 + " ",
        "the Alliance of Hong Kong Youth Innovation and Entrepreneurial Bases in the Greater Bay Area ",
        "the Fourth Plenary Session of the Hong Kong/Beijing Co-operation Conference, ",
        "很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長很長的一句話",
    ],
)
@pytest.mark.parametrize("mention", ["Secretary for Justice Teresa Cheng", "律政司司長鄭若驊"])
def test_what_stands_before_is_not_cut_in_two(resolver, before, mention):
    read = resolver.annotate(before + mention, ON)
    assert groups(read) == [(SJ, CHENG)]
    alone = [(m.start, m.end, m.kind) for m in resolver.annotate(before.rstrip(", "), ON)]
    assert [(m.start, m.end, m.kind) for m in read if m.group is None] == alone


@pytest.mark.parametrize("many", [1, 40, 400])
def test_many_mentions_with_nothing_between(resolver, many):
    read = resolver.annotate("律政司司長鄭若驊、行政長官林鄭月娥、" * many, ON)
    assert groups(read) == [(SJ, CHENG), (CE, LAM)] * many


def test_a_long_list_in_one_clause(resolver):
    one = "Secretary for Justice Teresa Cheng, Chief Executive Carrie Lam, "
    read = resolver.annotate(one * 200, ON)
    assert groups(read) == [(SJ, CHENG), (CE, LAM)] * 200
    assert [mention.start % len(one) for mention in read] == [mention.start for mention in resolver.annotate(one, ON)] * 200


@pytest.mark.parametrize(
    ("text", "end", "expected"),
    [
        ("副秘書長（運輸）陳帥夫", 7, 8),
        ("Deputy (Works) x", 13, 14),
        ("Deputy (Works x", 13, 13),
        ("Works) x", 5, 5),
        ("（甲", 2, 2),
        ("", 0, 0),
    ],
)
def test_a_bracket_that_opens_inside_is_closed(text, end, expected):
    assert closed(text, 0, end) == expected


def test_a_branch_in_brackets_belongs_to_the_title(resolver):
    title = "運輸及房屋局常任秘書長（房屋）"
    office = resolver.annotate(f"{title}應耀康出席", "2018-08-24").mentions[0]
    assert (office.text, office.entity and office.entity.id) == (title, "office:hk-permanent-secretary-for-transport-and-housing-housing")
