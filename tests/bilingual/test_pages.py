"""The pages: the texts as they were, nothing of them as markup, no network, and everything that is lit has its row."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from coopterms.bilingual.align import align
from coopterms.bilingual.gloss import gloss
from coopterms.export.align_html import page as align_page
from coopterms.export.gloss_html import page as gloss_page

NASTY = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> & \"' \r\n\x00"
EN = f"{NASTY}The Chief Executive, Mrs Carrie Lam, met Mr <b>Chan</b> Tai-man and the Secretary for Justice.\n"
ZH = f"{NASTY}行政長官林鄭月娥出席《<b>青年</b>協議》簽署儀式；CAS派員出席第四次會議，行政長官致辭。\n"


class Page(HTMLParser):
    """What of a page tests look at."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.inside: list[str] = []
        self.hidden = 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if tag == "article":
            self.inside.append(attributes["id"])
            self.texts[attributes["id"]] = ""
        self.hidden += tag == "rt"

    def handle_endtag(self, tag):
        if tag == "article":
            self.inside.pop()
        self.hidden -= tag == "rt"

    def handle_data(self, data):
        if self.inside and not self.hidden:
            self.texts[self.inside[-1]] += data

    def ids(self):
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]


@pytest.fixture(scope="module")
def pages(resolver):
    found, made = align(EN, ZH, "2018-10-24", resolver), gloss(ZH, "2018-10-24", resolver)
    return align_page(found, "A <b>title</b>"), gloss_page(made, "A <b>title</b>")


def shown(text):
    return text.replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")


def test_the_texts_are_all_there(pages):
    one, other = map(Page, pages)
    assert shown(one.texts["en"]) == shown(EN)
    assert shown(one.texts["zh"]) == shown(ZH)
    assert shown(other.texts["text"]) == shown(ZH)


def test_nothing_of_a_text_is_markup(pages):
    for html in pages:
        page = Page(html)
        assert [tag for tag, _ in page.tags if tag in ("b", "img")] == []
        assert sum(tag == "script" for tag, _ in page.tags) <= 1
        assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)
        assert "<title>A &lt;b&gt;title&lt;/b&gt;</title>" in html


def test_no_network(pages):
    for html in pages:
        page = Page(html)
        assert not any({"src", "srcset", "poster"} & set(attributes) for _, attributes in page.tags)
        assert not any(tag in ("link", "iframe", "object") for tag, _ in page.tags)
        assert "default-src 'none'" in html
        assert not re.search(r"url\(|@import|fetch\(|XMLHttpRequest", html)


def test_ids_are_unique_and_links_lead_somewhere(pages):
    for html in pages:
        page = Page(html)
        ids = page.ids()
        assert len(ids) == len(set(ids))
        targets = [attributes["href"][1:] for tag, attributes in page.tags if tag == "a" and attributes["href"].startswith("#")]
        assert set(targets) <= set(ids)
        described = {attributes["aria-describedby"] for _, attributes in page.tags if "aria-describedby" in attributes}
        assert described <= set(ids)


def test_a_mention_and_its_counterpart_have_one_number_and_what_is_alone_stands_out(pages):
    marks = [attributes for tag, attributes in Page(pages[0]).tags if tag == "mark" and "data-p" in attributes]
    by_pair: dict[str, list[str]] = {}
    for mark in marks:
        by_pair.setdefault(mark["data-p"], []).append(mark["id"])
    assert any({one.split("-")[0] for one in ids} == {"en", "zh"} for ids in by_pair.values())
    for mark in marks:
        alone = len({one.split("-")[0] for one in by_pair[mark["data-p"]]}) == 1
        assert ("only" in mark["class"]) == alone


def test_english_stands_over_the_chinese(pages):
    assert pages[1].count('<ruby>行政長官<rt lang="en">Chief Executive</rt></ruby>') == 2
    assert '<rt lang="en">Fourth Plenary Session</rt>' in pages[1]
    assert pages[1].count('again"') == 1


@pytest.mark.parametrize("text", ["", "\n", "no Chinese"])
def test_a_page_of_nothing(resolver, text):
    assert "None." in gloss_page(gloss(text, resolver=resolver))
    assert "Nothing found" in align_page(align("Nothing.", "" if text else "沒有。", resolver=resolver))


def test_a_source_that_is_no_web_address_is_no_link(resolver):
    from attrs import evolve

    made = gloss("行政長官", resolver=resolver)
    bad = evolve(made, entries=(evolve(made.entries[0], sources=("javascript:alert(1)", "https://a.example/x")),))
    html = gloss_page(bad)
    assert 'href="javascript' not in html
    assert 'href="https://a.example/x"' in html
