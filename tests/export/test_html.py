"""The HTML page: the text as it was, nothing of the document as markup, every entity and answer once."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from coopterms import Resolver
from coopterms.export.html import page
from coopterms.model import Office, Person
from coopterms.reading.annotation import Annotation, DateSource, Finding, FindingKind, Mention
from coopterms.reading.result import Candidate, Evidence, Reason, Resolution, Status

NASTY = "</script><script>alert(1)</script><!--<script> & \"'<img src=x onerror=alert(1)>]]> $text ${data} {{x}} \r\n\x00"


def unresolved(text: str = "x", **more) -> Resolution:
    return Resolution(text, None, Status.UNRESOLVED, Reason.NOTHING_KNOWN, **more)


def example(resolver: Resolver, times: int = 1) -> Annotation:
    """A release with every kind of mention, every status, an incumbent, an unknown person and findings."""
    on = "2018-08-24"
    acting = resolver.resolve("Acting Secretary for Commerce & Economic Development Bernard Chan", on)
    chinese = resolver.resolve("署理商務及經濟發展局局長陳百里博士", on)
    alone = resolver.resolve("Bernard Chan")
    another = resolver.resolve("Secretary for Justice Jane Doe", on)
    office = Office("office:hk-director-x", {"en": "Director of X", "zh-Hant": "某署署長", "zh-Hans": "某署署长"})
    evidence = (Evidence("title-official", 3.5), Evidence("name-unknown", -0.5, "Jane Doe"))
    reading = Candidate(office=office, capacity="substantive", score=0.953, evidence=evidence)
    partial = Resolution(
        "Director of X Jane Doe", on, Status.PARTIAL, Reason.PERSON_UNKNOWN, office=office, capacity="substantive", score=0.953, margin=0.9,
        candidates=(reading,), unknown_name="Jane Doe",
    )  # fmt: skip
    parts: list[str | tuple[str, str, int | None, int | None, Resolution]] = [
        "SCED to visit Guangdong\n\nThe ",
        ("Acting Secretary for Commerce & Economic Development", "office", 1, None, acting), ", ",
        ("Bernard Chan", "person", 1, None, acting), ", left for Guangzhou today (August 24) to speak on the ",
        ("Belt and Road Initiative", "term", None, None, resolver.resolve("Belt and Road Initiative", on)), ".\n\n",
        ("Mr Chan", "person", None, None, evolve(acting, office=None, capacity=None)), " met the ",
        ("Secretary for Justice", "office", None, None, resolver.resolve("Secretary for Justice", on)), " and people of the ",
        ("Department of Justice", "organisation", None, None, resolver.resolve("Department of Justice", on)), ", the ",
        ("Director of X", "office", 2, None, partial), ", Ms ", ("Jane Doe", "person", 2, 1, partial), ", and ",
        ("Bernard Chan", "person", None, None, alone), ".  ", ("Ms Doe", "person", None, 1, unresolved("Ms Doe")), " thanked the ",
        ("Secretary for Justice", "office", 3, None, another), " ", ("Jane Doe", "person", 3, None, another), ".\n\n",
        ("署理商務及經濟發展局局長", "office", 4, None, chinese), ("陳百里博士", "person", 4, None, chinese),
        "今日(八月二十四日)前往廣州,出席粵港合作會議。\n\n",
    ]  # fmt: skip
    text, mentions, findings = "", [], []
    for turn in range(times):
        for part in parts:
            if isinstance(part, str):
                text += part
            else:
                printed, kind, group, unknown, resolution = part
                group = group and group + 10 * turn
                mentions.append(Mention(len(text), len(text) + len(printed), kind, group, unknown, resolution, printed))
                text += printed
                if turn == 0 and kind != "person" and resolution is another:
                    note = "held-by-another: Teresa Cheng Yeuk-wah"
                    findings.append(
                        Finding(FindingKind.NOT_HELD, mentions[-1].start, mentions[-1].end, "Secretary for Justice Jane Doe", note)
                    )
    return Annotation(text, on, DateSource.DATE_LINE, tuple(mentions), tuple(findings), "2026.11.0")


class Parsed(HTMLParser):
    """What a reader of the page finds: the text of the document, tags, scripts, data, headings."""

    def __init__(self, written: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text: str | None = None
        self.scripts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.title = ""
        self._inside = False
        self.feed(written)
        self.close()
        self.data = json.loads(self.scripts[0])

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        self.open.append(tag)
        if attributes.get("id") == "text":
            self._inside, self.text = True, ""
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass
        if tag == "article":
            self._inside = False

    def handle_data(self, data):
        if self.open and self.open[-1] == "script":
            self.scripts[-1] += data
        elif self.open and self.open[-1] == "title":
            self.title += data
        if self._inside:
            assert self.text is not None
            self.text += data

    @property
    def marks(self) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == "mark" and "id" in attributes]


def shown(text: str) -> str:
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)


@pytest.fixture(scope="module")
def read(resolver) -> Annotation:
    return example(resolver)


@pytest.fixture(scope="module")
def parsed(read) -> Parsed:
    return Parsed(page(read))


def test_the_text_stays_as_it_is(read, parsed):
    assert parsed.text == read.text
    assert [mark["class"] for mark in parsed.marks] == [f"{m.kind} {m.status}" for m in read.mentions]


def test_the_head_says_what_was_read(read, parsed):
    assert parsed.title == "SCED to visit Guangdong"
    written = page(read, "A <title>")
    assert "<title>A &lt;title&gt;</title>" in written
    assert "<dd>2018-08-24, from its date line</dd>" in written
    assert "<dd>2026.11.0</dd>" in written
    assert "<dd>14 mentions of 10 entities</dd>" in written
    assert "For the editor (1)</h2>" in written
    assert "office not held; held-by-another: Teresa Cheng Yeuk-wah" in written


def test_nothing_known_and_nothing_found():
    written = page(Annotation("", None, None, ()))
    parsed = Parsed(written)
    assert (parsed.text, parsed.title, parsed.marks) == ("", "Document", [])
    assert "<dd>not known</dd>" in written
    assert "None found." in written
    assert '<section class="findings"' not in written


def test_a_date_line_is_no_title():
    text = "\ndate: 2018-11-23\n  政務司司長下周率團訪問福建\n"
    assert Parsed(page(Annotation(text, "2018-11-23", DateSource.DATE_LINE, ()))).title == "政務司司長下周率團訪問福建"
    assert Parsed(page(Annotation(text, "2018-11-23", DateSource.GIVEN, ()))).title == "date: 2018-11-23"


def test_chinese_is_marked_as_such():
    assert '<span lang="zh-Hant">陳百里於2018年</span> and' in page(Annotation("陳百里於2018年 and", None, None, ()))
    assert '<span lang="zh-Hans">陈百里发言。</span>' in page(Annotation("陈百里发言。", None, None, ()))


def test_entities_are_listed_with_counts(read):
    written = page(read)
    row = re.compile(
        r'<tr><td><a href="#m(\d+)" data-e="\d+">(.*?)</a>(?: <span[^>]*>(.*?)</span>)?</td>'
        r'<td class="id"><code>(.*?)</code></td><td class="count">(\d+)'
    )
    rows = row.findall(written)
    assert ("1", "Bernard Chan Pak-li", "陳百里", "person:chan-bernard-pak-li", "3") in rows
    assert ("0", "Secretary for Commerce and Economic Development", "商務及經濟發展局局長",
            "office:hk-secretary-for-commerce-and-economic-development", "2") in rows  # fmt: skip
    assert ("7", "Jane Doe", "№ 1, not in the tables", "", "2") in rows
    assert ("8", "Bernard Chan", "ambiguous", "", "1") in rows
    assert sum(int(count) for *_, count in rows) == len(read.mentions)
    assert len(rows) == len({mark["data-e"] for mark in Parsed(written).marks})


def test_every_mention_says_without_scripts_what_it_is(parsed):
    titles = [mark["title"] for mark in parsed.marks]
    assert titles[1] == "person, resolved: Bernard Chan Pak-li 陳百里"
    assert titles[7] == "person, partial: Jane Doe (№ 1, not in the tables)"
    assert titles[8] == "person, ambiguous: Bernard Chan (ambiguous)"
    assert [mark.get("data-sign") for mark in parsed.marks][7:10] == ["№ 1", "?", "№ 1"]


def test_cards_have_their_facts(read, parsed):
    answers, entities = parsed.data["resolutions"], parsed.data["entities"]
    acting = answers[int(parsed.marks[0]["data-r"])]
    assert entities[acting["person"]] == ["person:chan-bernard-pak-li", "Bernard Chan Pak-li", "陳百里", "陈百里"]
    assert acting["capacity"] == "acting"
    assert [name for name, *_ in acting["evidence"]] == [item.name for item in read.mentions[0].resolution.evidence]
    assert len(answers[int(parsed.marks[8]["data-r"])]["candidates"]) >= 2
    held = answers[int(parsed.marks[4]["data-r"])]
    assert [entities[number][0] for number in held["incumbents"]] == ["person:cheng-teresa"]
    assert answers[int(parsed.marks[7]["data-r"])]["unknown"] == "Jane Doe"
    assert parsed.data["findings"] == ["office not held; held-by-another: Teresa Cheng Yeuk-wah"]
    assert [mark["data-f"] for mark in parsed.marks if "data-f" in mark] == ["0"]


def test_a_card_shows_when_the_office_was_held(resolver):
    answer = resolver.resolve("Secretary for Justice Teresa Cheng", "2018-08-24")
    mention = Mention(0, 34, "office", 1, None, answer, answer.text)
    data = Parsed(page(Annotation(answer.text, "2018-08-24", None, (mention,)))).data
    assert data["resolutions"][0]["tenure"].startswith("2018-01-06 to ")


def test_equal_answers_stand_once(read):
    doubled = [evolve(mention, resolution=evolve(mention.resolution)) for mention in read.mentions]
    once = Parsed(page(read)).data
    assert len(once["resolutions"]) == 10
    assert Parsed(page(evolve(read, mentions=tuple(doubled)))).data == once


def test_a_page_of_many_mentions_stays_small(resolver):
    many = example(resolver, times=150)
    assert len(many.mentions) == 2100
    written = page(many)
    assert len(written) < 800_000
    assert Parsed(written).text == many.text
    assert len(Parsed(written).data["resolutions"]) == 10


def everywhere(words: str) -> Annotation:
    """A document whose every string is these words."""
    person = Person("person:x", {"en": words, "zh-Hant": words})
    reading = Candidate(person=person, evidence=(Evidence("title-official", 3.5, words),))
    answer = unresolved(words, person=person, incumbents=(person,), unknown_name=words, data_version=words, candidates=(reading,))
    size = len(words)
    mentions = (Mention(0, size, "person", None, None, answer, words), Mention(size, 2 * size, "term", None, 7, answer, words))
    findings = (Finding(FindingKind.AMBIGUOUS, 0, size, words, words), Finding(FindingKind.AMBIGUOUS, 1, 2, words, words))
    return Annotation(words * 3, words, DateSource.TEXT, mentions, findings, words)


def structure(parsed: Parsed) -> list[tuple[str, list[str]]]:
    return [(tag, sorted(attributes)) for tag, attributes in parsed.tags]


def test_markup_is_text_wherever_it_comes_from():
    parsed, tame = Parsed(page(everywhere(NASTY), NASTY)), Parsed(page(everywhere("tame"), "tame"))
    assert parsed.text == shown(NASTY * 3)
    assert structure(parsed) == structure(tame)
    assert len(parsed.scripts) == 2
    assert parsed.data["entities"] == [["person:x", NASTY, NASTY, ""]]
    assert parsed.data["findings"] == [f"ambiguous; {NASTY}"] * 2
    assert not [tag for tag, _ in parsed.tags if tag == "img"]


def test_the_page_needs_no_network(read):
    written = page(read)
    references = [
        value for _, attributes in Parsed(written).tags for name, value in attributes.items() if name in ("src", "href", "action")
    ]
    assert references
    assert all(str(value).startswith("#") for value in references)
    assert "url(" not in written
    assert "@import" not in written
    assert "default-src 'none'" in written


MARKUP = st.sampled_from(
    [
        *"<>&\"'/\r\n\t\x0b\x0c\x00\x7f\x85\ufeff\u2028\ud800\U0001f600$={}",
        *("<!--", "</script>", "</article>", "<script>", "&lt;", "&#13;", "]]>", "${text}", "陳百里", "，", "Mr Chan"),
    ]
)
TEXT = st.lists(st.one_of(MARKUP, st.text(max_size=4)), max_size=30).map("".join)


@st.composite
def annotations(draw) -> Annotation:
    text = draw(TEXT)
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    mentions = []
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        kind = draw(st.sampled_from(["person", "office", "organisation", "term"]))
        status = draw(st.sampled_from(Status))
        entity = draw(st.one_of(st.none(), TEXT.map(lambda label: Person("person:x", {"en": label} if label else {}))))
        resolution = Resolution(text[start:end], None, status, None, person=entity, unknown_name=draw(TEXT))
        number = st.one_of(st.none(), st.integers(1, 9))
        mentions.append(Mention(start, end, kind, draw(number), draw(number), resolution, text[start:end]))
    findings = tuple(Finding(FindingKind.TWO_NAMES, m.start, m.end, m.text, draw(TEXT)) for m in mentions[:2])
    return Annotation(text, None, None, tuple(mentions), findings)


@given(annotations(), TEXT)
def test_any_text_with_any_spans_stays_text(annotation, title):
    parsed = Parsed(page(annotation, title))
    assert parsed.text == shown(annotation.text)
    assert len(parsed.marks) == len(annotation.mentions)
    assert parsed.scripts[1] == Parsed(page(Annotation("", None, None, ()))).scripts[1]
    assert {tag for tag, _ in parsed.tags} <= {
        "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "dl", "div", "dt", "dd", "ul", "li", "mark", "span", "main",
        "article", "aside", "section", "h2", "ol", "q", "table", "caption", "thead", "tbody", "tr", "th", "td", "code", "p", "script",
    }  # fmt: skip
    assert len(parsed.scripts) == 2
