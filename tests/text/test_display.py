"""Simplified Chinese for display: what is on record stays, the rest is converted, and without opencc nothing is made up."""

import sys

import pytest

import coopterms
from coopterms import Resolver
from coopterms.text import display


@pytest.fixture(autouse=True)
def _fresh_converter():
    display._converter.cache_clear()
    yield
    display._converter.cache_clear()


def test_what_is_on_record_is_not_converted():
    pytest.importorskip("opencc")
    # A converter alone would make 后 of 後 and 于 of 於; on record the body writes 於.
    assert display.simplified("關於後海灣局局長", {"關於後海灣局": "关於后海湾局"}) == "关於后海湾局局长"


def test_without_opencc_there_is_no_form(monkeypatch):
    monkeypatch.setitem(sys.modules, "opencc", None)
    assert display.simplified("保安局", {}) is None


def test_an_overlay_without_simplified_labels_gets_them_for_display(tmp_path):
    pytest.importorskip("opencc")
    (tmp_path / "entities").mkdir()
    (tmp_path / "entities" / "terms.csv").write_text(
        "id,label_en,label_zh_hant,label_zh_hans,category,valid_from,valid_to,source,confidence,note\n"
        "term:zz-forum,Harbour Forum,海港論壇,,event,,,https://example.org/,high,\n",
        encoding="utf-8",
    )
    term = Resolver(coopterms.load(tmp_path)).resolve("海港论坛").term
    assert term is not None
    assert term.label("zh-Hans") == "海港论坛"
