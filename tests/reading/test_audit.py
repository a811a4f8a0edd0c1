"""The audit: what a careful editor would look at again, and what is in order."""

from __future__ import annotations

import pytest

from coopterms.reading.annotation import FindingKind

ON = "2018-08-24"


def kinds(read) -> list[str]:
    return [str(finding.kind) for finding in read.findings]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("The Secretary for Food and Health will attend.", "2023-01-01"),
        ("The Secretary for Health will attend.", ON),
        ("The Secretary for Food and Health, Professor Lo Chung-mau, will attend.", "2023-01-01"),
        ("經濟發展及勞工局局長葉澍堃出席。", ON),
        ("食物及衞生局局長出席。", "2023-01-01"),
        ("食物及卫生局局长出席。", "2023-01-01"),
    ],
)
def test_a_title_that_did_not_exist_on_the_day(resolver, text, on):
    read = resolver.annotate(text, on)
    assert kinds(read) == ["title-not-in-force"]
    (finding,) = read.findings
    office = next(mention for mention in read if mention.kind == "office")
    assert (finding.start, finding.end) == (office.start, office.end)
    assert " to " in finding.note
    assert not [mention for mention in read if mention.office]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("The Secretary for Justice, Mr Patrick Nip, will attend.", "Teresa Cheng"),
        ("The Secretary for Education, Mr Eddie Ng, will attend.", "2012-07-01 to 2017-06-30"),
        ("律政司司長袁國強出席。", "to 2018"),
        ("行政長官曾蔭權出席。", "to 2012-06-30"),
    ],
)
def test_a_person_who_did_not_hold_the_office(resolver, text, note):
    read = resolver.annotate(text, ON)
    assert kinds(read) == ["office-not-held"]
    assert note in read.findings[0].note
    assert text[read.findings[0].start : read.findings[0].end] in (
        "Secretary for Justice",
        "Secretary for Education",
        "律政司司長",
        "行政長官",
    )
    assert not [mention for mention in read if mention.person]  # an editor must look; no pipeline is told who it is


@pytest.mark.parametrize(
    "text",
    [
        "The Acting Secretary for Justice, Mr Ying Yong, will attend.",
        "署理教育局局長曾蔭權出席。",
        "Acting Chief Executive Huang Liuquan will attend.",
    ],
)
def test_an_acting_appointment_without_a_plausible_stand_in(resolver, text):
    assert "no-plausible-stand-in" in kinds(resolver.annotate(text, ON))


@pytest.mark.parametrize(
    "text",
    [
        "Acting Secretary for Commerce & Economic Development Bernard Chan will attend.",
        "Acting Secretary for Home Affairs Jack Chan will attend.",
        "署理商務及經濟發展局局長陳百里博士出席。",
        "由教育局副局長蔡若蓮署理教育局局長職務。",
        "Acting Chief Secretary Wong Kam-sing will attend.",
    ],
)
def test_a_plausible_stand_in_is_in_order(resolver, text):
    assert kinds(resolver.annotate(text, "2018-11-27" if "Wong" in text else ON)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Financial Secretary, Mr Paul Chan, came. Chan Mo-po left.", ("Chan Mo-po", "Mr Paul Chan")),
        (
            "The Director of the Chief Executive's Office, Mr Chan Kwok-ki, came. The same day Mr Eric Chan left.",
            ("Mr Eric Chan", "Mr Chan Kwok-ki"),
        ),
    ],
)
def test_one_person_under_two_names(resolver, text, names):
    read = resolver.annotate(text, ON)
    assert kinds(read) == ["two-names"]
    (finding,) = read.findings
    assert (finding.text, text[finding.start : finding.end]) == (names[0], names[0])
    assert names[1] in finding.note


@pytest.mark.parametrize(
    "text",
    [
        "The Chief Executive, Mrs Carrie Lam, came. Mrs Lam left. Carrie Lam Cheng Yuet-ngor. 林鄭月娥",
        "行政長官林鄭月娥來。林郑月娥。",
        "The Secretary for Justice, Ms Teresa Cheng, SC, came. Ms Cheng left. Teresa Cheng",
        "政制及內地事務局局長聶德權來。聶局長走。",
    ],
)
def test_a_shorter_form_or_the_other_language_is_no_second_name(resolver, text):
    assert kinds(resolver.annotate(text, ON)) == []


def test_what_may_mean_several_people(resolver):
    text = "Financial Secretary Paul Chan and Director of the Chief Executive's Office Eric Chan met. Mr Chan said no."
    (finding,) = resolver.annotate(text, ON).findings
    assert (finding.kind, finding.text) == (FindingKind.AMBIGUOUS, "Mr Chan")
    assert finding.note == "may mean Eric Chan Kwok-ki or Paul Chan Mo-po"
    assert finding.to_dict() == {"kind": "ambiguous", "start": 90, "end": 97, "text": "Mr Chan", "note": finding.note}


@pytest.mark.parametrize(
    "text",
    [
        "The Chief Executive, Mrs Carrie Lam, met the Mayor of Shanghai, Mr Ying Yong.",
        "律政司司長鄭若驊資深大律師出席。",
        "It rained.",
        "",
        "The former Chief Executive, Mr Donald Tsang, came.",
        "The Deputy Director of Legal Aid, Mr Zebulon Quill, came.",
    ],
)
def test_nothing_to_look_at(resolver, text):
    assert resolver.annotate(text, ON).findings == ()


def test_without_a_date_nothing_is_out_of_its_time(resolver):
    assert kinds(resolver.annotate("The Secretary for Food and Health, Dr Ko Wing-man, and the Secretary for Health came.")) == []


def test_findings_come_in_the_order_of_the_text(resolver):
    text = "The Secretary for Health came. The Secretary for Justice, Mr Patrick Nip, left. Financial Secretary Paul Chan. Chan Mo-po."
    read = resolver.annotate(text, ON)
    assert kinds(read) == ["title-not-in-force", "office-not-held", "two-names"]
    assert [finding.start for finding in read.findings] == sorted(finding.start for finding in read.findings)


def test_the_text_of_a_finding_is_what_stands_in_its_place(resolver):
    text = "The Secretary for Justice, Mr Patrick Nip, will attend."
    for finding in resolver.annotate(text, ON).findings:
        assert text[finding.start : finding.end] == finding.text
