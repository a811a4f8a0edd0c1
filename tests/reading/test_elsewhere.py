"""What is another country's: generic titles and bodies in texts about other places."""

from __future__ import annotations

import pytest

from coopterms.reading.elsewhere import is_about_another_country, is_elsewhere
from tests.data import told

ON = "2019-05-01"
SINGAPORE = (
    "The Ministry of Health said on Tuesday that the Commissioner of Police of Singapore had been told. The High Court ruled that the "
    "Official Receiver may sell what the firm holds in Singapore and Malaysia."
)


def test_offices_and_bodies_of_a_document_about_another_country_are_not_ours(resolver):
    assert told(resolver.annotate(SINGAPORE, ON)) == []
    assert told(resolver.annotate("新加坡警務處處長說，新加坡和馬來西亞都同意，破產管理署署長可以繼續。", ON)) == []


@pytest.mark.parametrize(
    "more",
    [" Nobody from Hong Kong was present.", " The Chief Secretary for Administration, Mr Matthew Cheung, took note.", " 本港無人出席。"],
)
def test_a_place_or_a_person_of_ours_makes_them_ours(resolver, more):
    assert ("Official Receiver", "hk-official-receiver") in told(resolver.annotate(SINGAPORE + more, ON))


def test_a_country_named_once_or_twice_says_little(resolver):
    text = "The Chief Executive will visit Singapore and Malaysia."
    assert not is_about_another_country(resolver.lexicon, text)
    assert told(resolver.annotate(text, ON)) == [("Chief Executive", "hk-chief-executive")]


@pytest.mark.parametrize(
    ("text", "body", "expected"),
    [
        ("Japan's Ministry of Finance", "Ministry of Finance", True),
        ("the Ministry of Finance of Japan", "Ministry of Finance", True),
        ("南韓財政部", "財政部", True),
        ("In Japan, Ministry of Finance officials", "Ministry of Finance", False),
        ("日本、財政部", "財政部", False),
        ("the Ministry of Finance of China", "Ministry of Finance", False),
        ("the Ministry of Finance of Shanghai", "Ministry of Finance", True),
    ],
)
def test_a_country_or_place_beside_a_body(resolver, text, body, expected):
    start = text.index(body)
    forms = [form for form in resolver.lexicon.forms(["ministry of finance"])["ministry of finance"] if form.kind == "organisation"]
    assert is_elsewhere(resolver.lexicon, text, (start, start + len(body)), forms) is expected
    assert not is_elsewhere(resolver.lexicon, text, (start, start + len(body)), [])


MACAO = "澳門特別行政區行政長官岑浩輝今日發言。行政長官表示，廉政專員和終審法院都同意。"


def test_a_document_about_macao_means_its_own_offices(resolver):
    read = resolver.annotate(MACAO, "2025-10-16")
    assert told(read) == [("澳門特別行政區行政長官", "mo-chief-executive"), ("岑浩輝", "sam-hou-fai")]
    assert "hk-court-of-final-appeal" in [meaning for _, meaning in told(resolver.annotate(MACAO + "香港代表團出席。", "2025-10-16"))]


@pytest.mark.parametrize(
    "text", ["the Macao Legislative Council", "Macao's Health Bureau", "澳門廉政公署", "內地教育局", "Mainland Customs"]
)
def test_a_place_before_a_body_is_its_own(resolver, text):
    more = " did. Hong Kong took note." if text.isascii() else "已作。香港知悉。"
    assert told(resolver.annotate(text + more, ON)) == []


def test_a_body_that_names_its_place_stands_behind_any(resolver):
    assert told(resolver.annotate("在北京香港特區政府宣布", ON)) == [("香港特區政府", "hk-government")]
