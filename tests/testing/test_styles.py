"""House styles."""

from __future__ import annotations

import pytest

from coopterms.testing import STYLES, write
from coopterms.titles import Qualifier

TITLE, NAME = "Secretary for Trade and Industry", "Ann Au"


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("news.gov.hk", "Secretary for Trade & Industry Ann Au"),
        ("info.gov.hk", "the Secretary for Trade and Industry, Ms Ann Au"),
        ("no comma", "The Secretary for Trade and Industry Ms Ann Au"),
        ("name first", "Ms Ann Au, the Secretary for Trade and Industry"),
        ("with honours", "the Secretary for Trade and Industry, the Hon Ms Ann Au, GBS, JP"),
        ("wrapped", "the  Secretary for Trade and Industry,\nMs\u00a0Ann Au"),
        ("full width", "Ｓｅｃｒｅｔａｒｙ ｆｏｒ Ｔｒａｄｅ ａｎｄ Ｉｎｄｕｓｔｒｙ， Ｍｓ Ａｎｎ Ａｕ"),
    ],
)
def test_english_styles(style, written):
    assert write(TITLE, NAME, "en", style, "Ms") == written


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("release", "保安局局長區安"),
        ("with honorific", "保安局局長區安女士"),
        ("spaced out", "保 安 局 局 長 區 安"),
        ("over a line break", "保安局局長\n區安"),
        ("name first", "區安（保安局局長）"),
    ],
)
@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_chinese_styles(language, style, written):
    assert write("保安局局長", "區安", language, style, "女士") == written


def test_every_style_is_tested_here():
    tested = {mark.args[1][at][0] for test in (test_english_styles, test_chinese_styles) for mark in test.pytestmark
              if mark.args[0] == ("style", "written") for at in range(len(mark.args[1]))}  # fmt: skip
    assert tested == {style for styles in STYLES.values() for style in styles}


def test_the_usual_honorific_and_a_qualifier():
    assert write("CE", "Au", "en", "no comma") == "The CE Mr Au"
    assert write("行政長官", "區安", "zh-Hant", "with honorific") == "行政長官區安先生"
    assert write("CE", "Au", "en", "news.gov.hk", "", Qualifier("a", "acting", "en", "Acting")) == "Acting CE Au"
