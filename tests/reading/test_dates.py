"""The date of a document: given, from its own date line, from "today (October 24)", or none."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopterms.reading.annotation import DateSource
from coopterms.reading.dates import document_date
from coopterms.testing import hard_text

LINES = [
    "Friday, August 24, 2018", "August 24, 2018", "FRIDAY, AUGUST 24, 2018", "Aug 24, 2018", "Aug. 24, 2018", "24 August 2018",
    "24th August, 2018",
    "Friday, 24 August 2018", "Ends/Friday, August 24, 2018", "Ends / Friday, August 24, 2018", "Date: August 24, 2018",
    "Issued on: 24 August 2018",
    "date: 2018-08-24", "2018-08-24", "2018年8月24日（星期五）", "2018年8月24日(星期五)", "2018年8月24日星期五", "2018年8月24日",
    "２０１８年８月２４日",
    "2018 年 8 月 24 日", "二○一八年八月二十四日", "二〇一八年八月二十四日", "二零一八年八月廿四日（星期五）",
    "完／2018年8月24日（星期五）", "日期：2018年8月24日",
    "完/二○一八年八月二十四日（星期五）", "  August 24, 2018  ", "August 24, 2018.", "2018年8月24日。", "2018年8月24日（周五）",
]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(
    "place", ["{}", "{}\nThe Chief Executive left.", "行政長官離港。\n\n{}\n香港時間17時30分", "A.\r\n{}\r\nIssued at HKT 17:30"]
)
def test_a_date_line_in_any_form(line, place):
    assert document_date(place.format(line)) == ("2018-08-24", DateSource.DATE_LINE, True)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("form", ["%B {day}, %Y", "%b {day}, %Y", "{day} %B %Y", "%A, %B {day}, %Y"])
def test_every_month(month, form):
    day = datetime.date(2019, month, 7)
    assert document_date(day.strftime(form).format(day=7)).day == day.isoformat()


@pytest.mark.parametrize(
    ("day", "expected"),
    [("一", 1), ("十", 10), ("十一", 11), ("二十", 20), ("廿一", 21), ("三十", 30), ("卅一", 31), ("０７", 7)],
)
def test_chinese_numbers(day, expected):
    assert document_date(f"二○一八年十二月{day}日").day == f"2018-12-{expected:02}"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They met in Beijing today (October 24). It was the first time in 2018.", "2018-10-24"),
        ("They met in Beijing today (Wednesday, October 24). It was the first time in 2018.", "2018-10-24"),
        ("They met in Beijing today (24 October). It was the first time in 2018.", "2018-10-24"),
        ("This morning (October 24) they met; the plan is of 2018.", "2018-10-24"),
        ("They met yesterday (October 24); the plan is of 2018.", "2018-10-25"),
        ("They will meet tomorrow (October 24); the plan is of 2018.", "2018-10-23"),
        ("行政長官今日（十月二十四日）在北京出席會議，是二○一八年首次。", "2018-10-24"),
        ("行政長官今日（10月24日）在北京出席會議，是2018年首次。", "2018-10-24"),
        ("行政长官今天（10月24日）在北京出席会议，是2018年首次。", "2018-10-24"),
        ("行政長官昨日（十月三十一日）在北京出席會議，是二○一八年首次。", "2018-11-01"),
        ("行政長官昨日（十二月三十一日）在北京出席會議，是二○一八年首次。", "2019-01-01"),
    ],
)
def test_a_day_in_brackets_takes_the_year_that_the_text_names(text, day):
    assert document_date(text) == (day, DateSource.TEXT, False)


@pytest.mark.parametrize(
    ("text", "whole"), [("today (October 24, 2018)", True), ("今日（2018年10月24日）", True), ("today (October 24) in 2018", False)]
)
def test_whether_the_year_stands_there(text, whole):
    assert document_date(text) == ("2018-10-24", DateSource.TEXT, whole)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The Chief Executive left.",
        "today (October 24)",  # no year
        "today (October 24), between 2017 and 2019",  # two of them
        "They met on October 24, 2018, in Beijing.",
        "會議於2018年10月24日舉行。",
        "the meeting (October 24) of 2018",  # of another day
        "August 32, 2018",
        "February 29, 2018",
        "2018-02-30",
        "2018年13月1日",
        "24.8.2018",
        "August 2018",
        "2018",
        "0000-01-01",
        "The year 2018 had (October 24) days today",
        "May 2018",
        "March for 24 hours in 2018 today (May)",
    ],
)
def test_what_is_no_date_of_the_document(text):
    assert document_date(text) is None


def test_a_line_of_its_own_is_stronger_than_a_sentence_and_a_whole_date_than_half_a_one():
    sentence = "They met yesterday (October 24, 2017)."
    assert document_date(f"{sentence}\nFriday, August 24, 2018") == ("2018-08-24", DateSource.DATE_LINE, True)
    assert document_date(f"October 24\n{sentence}\nAugust 24, 2018").day == "2018-08-24"
    assert document_date("October 24\nThe plan of 2018.") == ("2018-10-24", DateSource.DATE_LINE, False)
    assert document_date("2018-02-30\n2018-08-24").day == "2018-08-24"


# -- what annotate makes of it ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("The Chief Executive left.\nFriday, August 24, 2018", "2003-05-05", ("2003-05-05", "given")),
        ("The Chief Executive left.", datetime.date(2003, 5, 5), ("2003-05-05", "given")),
        ("The Chief Executive left.\nFriday, August 24, 2018", None, ("2018-08-24", "date-line")),
        ("行政長官離港。\n2018年8月24日（星期五）", None, ("2018-08-24", "date-line")),
        ("The Chief Executive left today (August 24). It is the first visit of 2018.", None, ("2018-08-24", "text")),
        ("The Chief Executive left.", None, (None, None)),
        ("The Chief Executive left.", "", (None, None)),
    ],
)
def test_the_source_of_the_date(resolver, text, on, expected):
    read = resolver.annotate(text, on)
    assert (read.on, read.date_source) == expected
    assert (read.to_dict()["on"], read.to_dict()["date_source"]) == expected


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("May 5, 2003", "person:tung-chee-hwa"),
        ("2010年5月5日（星期三）", "person:tsang-donald"),
        ("Friday, August 24, 2018", "person:lam-carrie"),
    ],
)
def test_the_date_says_who_is_in_office(resolver, line, person):
    read = resolver.annotate(f"The Chief Executive will leave tomorrow.\n{line}\n")
    (office,) = [mention for mention in read if mention.kind == "office"]
    assert [found.id for found in office.resolution.incumbents] == [person]


def test_a_year_that_is_a_guess_is_kept_only_where_the_officials_agree(resolver):
    """In 2035 there was no Carrie Lam in office: the plan for 2035 is not of the year of the text."""
    text = "The Chief Executive, Mrs Carrie Lam, and the Financial Secretary, Mr Paul Chan, met today (October 24) on the plan for {}."
    assert resolver.annotate(text.format(2018)).on == "2018-10-24"
    read = resolver.annotate(text.format(2004))
    assert (read.on, read.date_source) == (None, None)
    assert [mention.person.id for mention in read if mention.kind == "person"] == ["person:lam-carrie", "person:chan-paul-mo-po"]


# -- laws ---------------------------------------------------------------------------------------------------------------

_PIECES = (
    "today (", "今日（", "October ", "24", "2018", "年", "月", "十", "廿", "日", "）", ")", "\n", "May ", "29", "Feb", "0000", "９", ", ",
    "○",
)  # fmt: skip


class TestLaws:
    @given(st.lists(st.one_of(st.sampled_from(_PIECES), hard_text(2)), max_size=15).map("".join))
    def test_nothing_raises_and_a_date_is_one(self, text):
        found = document_date(text)
        assert found is None or datetime.date.fromisoformat(found.day).isoformat() == found.day

    @given(st.dates(datetime.date(1950, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from(range(4)), hard_text(4))
    def test_every_day_is_read_back_from_a_line_of_its_own(self, day, form, text):
        english = f"{day:%A, %B} {day.day}, {day.year}"
        written = (day.isoformat(), english, f"{day.year}年{day.month}月{day.day}日", f"Ends/{english}")[form]
        if document_date(text) is None:
            assert document_date(f"{written}\n{text}").day == day.isoformat()
