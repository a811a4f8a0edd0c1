"""Numbers, ordinals and dates in both languages."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopterms.bilingual.numbers import chinese_number, chinese_value, chinese_year, ordinal_figures, ordinal_value, ordinal_word
from coopterms.bilingual.phrases import chinese_of, english_of, phrases


@given(st.integers(1, 999))
def test_chinese_numbers_are_read_back(value):
    assert chinese_value(chinese_number(value)) == value


@given(st.integers(1000, 2999))
def test_years_are_read_back(year):
    assert chinese_value(chinese_year(year)) == year


@given(st.integers(1, 200))
def test_english_ordinals_are_read_back(value):
    assert ordinal_value(ordinal_word(value)) == ordinal_value(ordinal_figures(value)) == value


@pytest.mark.parametrize("text", ["", "十十", "一二三百", "人", "第一", "十百", "三四十"])
def test_no_number_is_no_number(text):
    assert chinese_value(text) is None


@given(st.integers(1, 120))
def test_a_numbered_session_comes_back(value):
    chinese = f"第{chinese_number(value)}次會議"
    english = english_of(chinese)[0]
    assert english == f"{ordinal_word(value)} Plenary Session"
    assert chinese_of(english)[0] == chinese


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2035, 12, 31)))
def test_a_date_comes_back(day):
    chinese = f"{chinese_year(day.year)}年{chinese_number(day.month)}月{chinese_number(day.day)}日"
    english = f"{day:%B} {day.day}, {day.year}"
    assert english_of(chinese) == (english,)
    assert chinese_of(english) == (chinese,)


@given(st.text(alphabet="第一二十〇○次會議屆年月日至附件，：。 19ab&"))
def test_phrases_stand_where_they_say_and_never_overlap(text):
    end = 0
    for phrase in phrases(text):
        assert end <= phrase.start < phrase.end <= len(text)
        assert text[phrase.start : phrase.end] == phrase.text
        assert phrase.english
        end = phrase.end


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("第21次会议", ["Twenty-first Plenary Session"]),
        ("第 四 次\n會議", ["Fourth Plenary Session"]),
        ("第三次工作會議及第十一條", ["Third Working Meeting", "Article 11"]),
        ("四月二日", ["April 2"]),
        ("2019年4月2日至5日", ["April 2 to 5, 2019"]),
        ("十一月三十日至十二月二日", ["November 30 to December 2"]),
        ("二○一九年至二○二二年", ["2019 to 2022"]),
        ("二○一八年十一月", ["November 2018"]),
        ("十五月三日", []),
        ("附件：二○一九年", ["2019"]),
        ("會議", []),
    ],
)
def test_what_texts_print(text, found):
    assert [phrase.english for phrase in phrases(text)] == found


@pytest.mark.parametrize("text", ["Fourth", "Plenary Session", "Article 5000", "", "the Chief Executive"])
def test_what_is_no_phrase_has_no_chinese(text):
    assert chinese_of(text) == ()
