"""An answer as Python, as JSON, and as text for a person."""

from __future__ import annotations

import json
import math

import pytest

from coopterms.reading.result import Candidate, Evidence, Reason, Resolution, Status, describe

ON = "2018-08-24"
MENTIONS = [
    "Acting Secretary for Commerce & Economic Development Bernard Chan",
    "the Chief Executive",
    "Bernard Chan",
    "Deputy Secretary for Security Chan Tai-man",
    "Secretary for Justice Matthew Cheung",
    "Secretary for Constituional Affairs",
    "CEPA",
    "保安局",
    "",
    "nobody",
]


def test_the_object_of_the_contract(resolver):
    answer = resolver.resolve(MENTIONS[0], ON).to_dict()
    assert list(answer) == [
        "text", "on", "status", "reason", "capacity", "score", "margin", "person", "office", "organisation", "term", "unknown_name",
        "incumbents", "evidence", "candidates", "data_version",
    ]  # fmt: skip
    assert {key: answer[key] for key in ("text", "on", "status", "reason", "capacity", "organisation", "term")} == {
        "text": MENTIONS[0],
        "on": ON,
        "status": "resolved",
        "reason": None,
        "capacity": "acting",
        "organisation": None,
        "term": None,
    }
    person = answer["person"]
    assert list(person) == ["id", "kind", "label", "names"]
    assert (person["id"], person["kind"], person["label"]) == ("person:chan-bernard-pak-li", "person", "Bernard Chan Pak-li")
    assert (person["names"]["zh-Hant"], person["names"]["zh-Hans"]) == (["陳百里"], ["陈百里"])
    assert "Bernard Chan Pak-li" in person["names"]["en"]
    assert answer["office"]["id"] == "office:hk-secretary-for-commerce-and-economic-development"
    assert all(list(item) == ["name", "weight", "note"] for item in answer["evidence"])
    assert answer["candidates"][0] == {"person": person["id"], "office": answer["office"]["id"], "score": answer["score"]}
    assert answer["data_version"] == resolver.data_version


@pytest.mark.parametrize("text", MENTIONS)
def test_json_goes_out_and_comes_back(resolver, text):
    answer = resolver.resolve(text, ON)
    written = answer.to_dict()
    assert json.loads(json.dumps(written, ensure_ascii=False)) == written
    assert written["status"] in {"resolved", "partial", "ambiguous", "unresolved"}
    assert written["reason"] is None or written["reason"] in {str(reason) for reason in Reason}


@pytest.mark.parametrize("text", MENTIONS)
def test_the_evidence_adds_up_to_the_score(resolver, text):
    answer = resolver.resolve(text, ON)
    for candidate in answer.candidates:
        total = sum(item.weight for item in candidate.evidence)
        assert 1 / (1 + math.exp(-total)) == pytest.approx(candidate.score, abs=0.002)
    if answer.status in (Status.RESOLVED, Status.PARTIAL):
        assert answer.evidence == answer.candidates[0].evidence
        assert answer.score == answer.candidates[0].score


@pytest.mark.parametrize("text", MENTIONS)
def test_the_explanation_names_everything(resolver, text):
    answer = resolver.resolve(text, ON)
    explanation = answer.explain()
    head, outcome, *_ = explanation.splitlines()
    assert head == f"{text!r} on {ON}"
    assert str(answer.status) in outcome
    assert str(answer.reason or "") in outcome
    for candidate in answer.candidates[:5]:
        assert describe(candidate) in explanation
        assert f"a probability of {candidate.score:.3f}" in explanation
        assert all(item.name in explanation for item in candidate.evidence if abs(item.weight) >= 0.005)
    assert answer.unknown_name in explanation
    assert all(person.id in explanation for person in answer.incumbents)


def test_an_explanation_without_a_date():
    answer = Resolution("x", None, Status.UNRESOLVED, Reason.EMPTY)
    assert answer.explain().splitlines() == ["'x'", "  unresolved (empty)"]
    assert answer.evidence == ()


def test_a_candidate_on_one_line(resolver):
    entity = resolver.lexicon.entity
    person, office = entity("person:nip-patrick"), entity("office:hk-chief-executive")
    assert describe(Candidate(person, office, capacity="acting")).endswith("acting Chief Executive 行政長官 [office:hk-chief-executive]")
    assert describe(Candidate(office=office, capacity="substantive")) == "Chief Executive 行政長官 [office:hk-chief-executive]"
    assert (
        describe(Candidate(organisation=entity("organisation:hk-security-bureau")))
        == "Security Bureau 保安局 [organisation:hk-security-bureau]"
    )
    assert describe(Candidate()) == "nobody and nothing"
    assert Candidate(person).to_dict() == {"person": "person:nip-patrick", "score": 0.0}


def test_weights_are_drawn_as_bars():
    evidence = (Evidence("title-official", 3.5, "office:x"), Evidence("left-over", -7.0), Evidence("small", 0.3), Evidence("unseen", 0.001))
    answer = Resolution("x", None, Status.UNRESOLVED, Reason.WEAK, candidates=(Candidate(score=0.03, evidence=evidence),))
    bars = {line.split()[2].rstrip(":"): line.split()[:2] for line in answer.explain().splitlines()[3:-1]}
    assert {name: weight for name, (weight, _) in bars.items()} == {"title-official": "+3.50", "left-over": "-7.00", "small": "+0.30"}
    assert [set(bar) for _, bar in bars.values()] == [{"+"}, {"-"}, {"+"}]
    assert len(bars["left-over"][1]) > len(bars["title-official"][1]) > len(bars["small"][1])


def test_status_and_reason_are_their_own_text():
    assert (f"{Status.PARTIAL}", Status("partial"), str(Reason.WEAK)) == ("partial", Status.PARTIAL, "weak-evidence")
