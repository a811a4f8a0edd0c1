"""Language codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopterms.bilingual.languages import Language, language
from coopterms.errors import InputError
from coopterms.names.words import read_rows


@pytest.mark.parametrize(
    ("code", "tag"),
    [
        ("en", "en"), ("EN", "en"), ("en-HK", "en-HK"), ("en_GB.UTF-8", "en-GB"), ("eng", "en"), ("zh", "zh-Hant"),
        ("zh-HK", "zh-Hant-HK"), ("zh_HK", "zh-Hant-HK"), ("zh-Hant-HK", "zh-Hant-HK"), ("ZH-HANT", "zh-Hant"), ("zh_TW", "zh-Hant-TW"),
        ("zh_TW.UTF-8@radical", "zh-Hant-TW"), ("zh-CN", "zh-Hans-CN"), ("zh-Hans-CN", "zh-Hans-CN"), ("zh_Hans", "zh-Hans"),
        ("zh-SG", "zh-Hans-SG"), ("zh-MO", "zh-Hant-MO"), ("zho", "zh-Hant"), ("tc", "zh-Hant-HK"), ("SC", "zh-Hans"),
        ("zh-cmn-Hans-CN", "zh-Hans-CN"), ("yue-Hant-HK", "zh-Hant-HK"), (" zh-hk ", "zh-Hant-HK"),
    ],
)  # fmt: skip
def test_customary_codes_are_read_and_written_as_bcp_47(code, tag):
    assert str(language(code)) == tag


@pytest.mark.parametrize("code", ["", "fr", "zh-Latn", "en-Hant", "chinese!", "-", None, 3])
def test_other_codes_are_refused_in_one_line(code):
    with pytest.raises(InputError) as refused:
        language(code)
    assert "\n" not in str(refused.value)


@given(st.text())
def test_any_text_is_read_or_refused(code):
    try:
        read = language(code)
    except InputError:
        return
    assert read.stored in ("en", "zh-Hant", "zh-Hans")


def test_what_is_written_is_read_back():
    for row in read_rows("language_codes"):
        assert str(language(row["tag"])) == row["tag"] == str(language(row["code"]))
    assert language(Language("zh-Hans", "CN")) == Language("zh-Hans", "CN")
