"""Every way in which a mention stays open, each by a mention as it is printed; and who was in office."""

from __future__ import annotations

import pytest

from coopterms.errors import InputError, UnknownIdError
from coopterms.reading.decide import ENOUGH
from coopterms.reading.result import Reason, Status

ON = "2018-08-24"
TRIGGERS = [
    (Reason.EMPTY, Status.UNRESOLVED, "", {}),
    (Reason.EMPTY, Status.UNRESOLVED, " ，。\u200b", {}),
    (Reason.NOTHING_KNOWN, Status.UNRESOLVED, "the Hon Mr", {}),
    (Reason.NOTHING_KNOWN, Status.UNRESOLVED, "先生", {}),
    (Reason.LEFT_OVER, Status.UNRESOLVED, "Bavarian Minister of Justice", {}),
    (Reason.LEFT_OVER, Status.UNRESOLVED, "Secretary for Justice of Queensland", {}),
    (Reason.SURNAME_ONLY, Status.UNRESOLVED, "Mr Nip", {"on": ON}),
    (Reason.SURNAME_ONLY, Status.UNRESOLVED, "聶先生", {"on": ON}),
    (Reason.RANK_ONLY, Status.UNRESOLVED, "the Permanent Secretary", {"on": ON}),
    (Reason.RANK_ONLY, Status.UNRESOLVED, "聶局長", {"on": ON}),
    (Reason.RANK_ONLY, Status.UNRESOLVED, "局長", {"context": ["organisation:hk-hktdc"]}),
    (Reason.NAMESAKES, Status.AMBIGUOUS, "Bernard Chan", {"on": ON}),
    (Reason.NAMESAKES, Status.AMBIGUOUS, "Zhou Ji", {}),
    (Reason.SEVERAL_MEANINGS, Status.AMBIGUOUS, "Permanent Secretary for Development", {"on": ON}),
    (Reason.SEVERAL_MEANINGS, Status.AMBIGUOUS, "審計署", {}),
    (Reason.PERSON_UNKNOWN, Status.PARTIAL, "Deputy Secretary for Security Chan Tai-man", {"on": ON}),
    (Reason.PERSON_UNKNOWN, Status.PARTIAL, "保安局副秘書長陳大文先生", {"on": ON}),
    (Reason.NOT_IN_FORCE, Status.UNRESOLVED, "Secretary for Environment and Ecology", {"on": ON}),
    (Reason.NOT_IN_FORCE, Status.UNRESOLVED, "衞生福利及食物局局長", {"on": ON}),
    (Reason.HELD_BY_ANOTHER, Status.UNRESOLVED, "Secretary for Justice Matthew Cheung", {"on": ON}),
    (Reason.HELD_BY_ANOTHER, Status.UNRESOLVED, "Secretary for Justice, Mr John Smith", {"on": ON}),
    (Reason.NEVER_HELD, Status.UNRESOLVED, "Deputy Secretary for Security Tung Chee-hwa", {"on": ON, "kinds": ["person"]}),
    (Reason.CONTRADICTION, Status.UNRESOLVED, "Mr Carrie Lam", {}),
    (Reason.CONTRADICTION, Status.UNRESOLVED, "Shanghai Secretary for Security", {"on": ON}),
    (Reason.OTHER_KIND, Status.UNRESOLVED, "Security Bureau", {"kinds": ["person", "office"]}),
    (Reason.OTHER_KIND, Status.UNRESOLVED, "聶德權", {"kinds": {"organisation"}}),
    (Reason.WEAK, Status.UNRESOLVED, "Carrie Lam", {"on": "1979-01-01"}),
]


@pytest.mark.parametrize(("reason", "status", "text", "options"), TRIGGERS, ids=lambda value: value if isinstance(value, str) else None)
def test_every_reason_has_a_mention_that_triggers_it(resolver, reason, status, text, options):
    answer = resolver.resolve(text, **options)
    assert (answer.reason, answer.status) == (reason, status)
    assert answer.person is None
    assert (answer.office is not None) is (status is Status.PARTIAL)
    assert (answer.score >= ENOUGH) is (status is Status.PARTIAL)


def test_no_reason_and_no_status_is_left_out():
    assert {reason for reason, *_ in TRIGGERS} == set(Reason)
    assert {status for _, status, *_ in TRIGGERS} == set(Status) - {Status.RESOLVED}


@pytest.mark.parametrize(
    ("text", "on", "ids"),
    [
        ("Chief Executive Carrie Lam", ON, {"person": "person:lam-carrie", "office": "office:hk-chief-executive"}),
        ("保安局", None, {"organisation": "organisation:hk-security-bureau"}),
        ("CEPA", ON, {"term": "term:prog-mainland-and-hong-kong-closer-economic-partnership-arrangement"}),
        ("羅致光", ON, {"person": "person:law-chi-kwong"}),
        ("S for S", ON, {"office": "office:hk-secretary-for-security"}),
    ],
)
def test_what_is_resolved_has_no_reason(resolver, text, on, ids):
    answer = resolver.resolve(text, on)
    assert (answer.status, answer.reason) == (Status.RESOLVED, None)
    found = {kind: getattr(answer, kind) for kind in ("person", "office", "organisation", "term")}
    assert {kind: entity.id for kind, entity in found.items() if entity} == ids
    assert answer.score >= ENOUGH


def test_a_partial_answer_says_who_is_not_in_the_gazetteer(resolver):
    answer = resolver.resolve("Deputy Mayor of Shanghai Wang Ersan", ON)
    assert (answer.office.id, answer.person, answer.unknown_name) == ("office:sh-vice-mayor", None, "Wang Ersan")
    assert answer.incumbents == ()


@pytest.mark.parametrize("kinds", [None, ["person"], ["office"], {"person", "office"}, ("office", "term")])
def test_kinds_that_fit_change_nothing(resolver, kinds):
    text = "Secretary for Justice Teresa Cheng"
    assert resolver.resolve(text, "2019-01-01", kinds=kinds).person.id == "person:cheng-teresa"


def test_the_margin_is_the_distance_to_the_runner_up(resolver):
    answer = resolver.resolve("Zhou Ji")
    first, second = answer.candidates[:2]
    assert answer.margin == pytest.approx(first.score - second.score)
    assert resolver.resolve("Zhou Ji", ON).margin > 0.5
    alone = resolver.resolve("保安局")
    assert alone.margin == alone.score


def test_candidates_are_best_first_and_worth_showing(resolver):
    answer = resolver.resolve("Bernard Chan", ON)
    scores = [candidate.score for candidate in answer.candidates]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) > 1
    assert all(score >= 0.02 for score in scores[1:])


@pytest.mark.parametrize(
    ("text", "on", "people"),
    [
        ("the Chief Executive", ON, ["person:lam-carrie"]),
        ("the Chief Executive", "2012-07-01", ["person:leung-chun-ying"]),
        ("the Chief Executive", None, []),
        ("Chief Executive Carrie Lam", ON, []),
        ("former Chief Executive", ON, []),
        ("Chief Executive-elect", "2017-05-01", ["person:lam-carrie"]),
    ],
)
def test_who_held_the_office_is_told_where_nobody_is_named(resolver, text, on, people):
    answer = resolver.resolve(text, on)
    assert answer.office.id == "office:hk-chief-executive"
    assert [person.id for person in answer.incumbents] == people


@pytest.mark.parametrize(
    ("on", "capacity", "people"),
    [
        (ON, "substantive", ["person:lam-carrie"]),
        (ON, "acting", []),
        (ON, "former", []),
        ("2017-05-01", "designate", ["person:lam-carrie"]),
        ("", "substantive", []),
    ],
)
def test_incumbents(resolver, on, capacity, people):
    assert [person.id for person in resolver.incumbents("office:hk-chief-executive", on, capacity)] == people


def test_an_office_or_a_capacity_that_does_not_exist_is_refused(resolver):
    with pytest.raises(UnknownIdError, match="office:none"):
        resolver.incumbents("office:none", ON)
    with pytest.raises(InputError, match="'boss' is no capacity"):
        resolver.incumbents("office:hk-chief-executive", ON, "boss")


def test_nobody_is_named_for_a_day_after_the_tables_were_made(resolver):
    assert resolver.incumbents("office:hk-chief-executive", "2040-01-01") == ()
