"""The evidence of the words: each reason by itself."""

from __future__ import annotations

import pytest

from coopterms.index.forms import Form
from coopterms.model import Person
from coopterms.reading import evidence
from coopterms.reading.weights import WEIGHTS
from tests.reading.stub import ANN, AWAY, HEAD, ON, Lexicon


def names(reasons) -> list[str]:
    assert all(name in WEIGHTS for name, _ in reasons)
    return [name for name, _ in reasons]


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "on", "ahead", "expected"),
    [
        ("", "", ON, 0, True),
        ("2018", "", ON, 0, True),
        ("2018-08-25", "", ON, 0, False),
        ("2018-08-25", "", ON, 30, True),
        ("2019-12-31", "", ON, 30, False),
        ("", "2018", ON, 0, True),
        ("", "2018-08-23", ON, 400, False),
    ],
)
def test_whether_a_title_was_in_use(valid_from, valid_to, on, ahead, expected):
    assert evidence.in_force(Form("office", "office:x", "label", "", 0, valid_from, valid_to), on, ahead) is expected


@pytest.mark.parametrize(
    ("how", "on", "capacity", "reasons"),
    [
        ("label", ON, "substantive", ["title-official", "title-not-in-force"]),
        ("label", ON, "former", ["title-official"]),
        ("label", None, "substantive", ["title-official"]),
        ("label", "2021-12-01", "designate", ["title-official"]),
        ("abbreviation", "2023-01-01", "acting", ["title-abbreviated"]),
        ("something new", None, "substantive", ["title-alias"]),
    ],
)
def test_how_the_office_is_named(how, on, capacity, reasons):
    assert names(evidence.title(Form("office", HEAD.id, how, "", 0, "2022-07-01", ""), on, capacity)) == reasons


@pytest.mark.parametrize(("how", "reason"), [("full", "name-full"), ("initials", "name-initials"), ("pet name", "name-short")])
def test_how_the_person_is_named(how, reason):
    assert names(evidence.name(Form("person", ANN.id, how))) == [reason]


@pytest.mark.parametrize(
    ("office", "printed", "known", "reasons"),
    [
        (HEAD, "Wang Yi", [], ["name-unknown"]),
        (HEAD, "", [], ["name-unknown"]),
        (HEAD, "王一", [], ["name-unknown"]),
        (HEAD, "Anna Smith", [], ["name-unknown", "name-foreign"]),
        (AWAY, "Anna Smith", [], ["name-unknown"]),
        (AWAY, "Anna Smith", ["full"], ["name-unknown", "name-of-another"]),
        (AWAY, "Anna Smith", ["short", "surname"], ["name-unknown"]),
    ],
)
def test_a_person_whom_nobody_knows(office, printed, known, reasons):
    forms = [Form("person", ANN.id, how) for how in known]
    assert names(evidence.unknown_name(Lexicon(), office, printed, forms)) == reasons


@pytest.mark.parametrize(("value", "reasons"), [("female", ["honorific-agrees"]), ("male", ["honorific-contradicts"]), ("", [])])
def test_courtesy(value, reasons):
    assert names(evidence.courtesy([Form("honorific", "before", "", value)], ANN)) == reasons
    assert evidence.courtesy([Form("honorific", "before", "", "male")], Person("person:x")) == []


def test_bodies_and_branches_beside_the_title():
    bodies = [("A", frozenset({"organisation:a"})), ("Top", frozenset({"organisation:top"})), ("Z", frozenset({"organisation:z"}))]
    assert names(evidence.bodies(Lexicon(), HEAD, bodies, "")) == ["body-agrees", "body-agrees", "other-body"]
    branches = [("Works", frozenset({"works"})), ("Lands", frozenset({"lands"}))]
    assert names(evidence.branches(Lexicon(), HEAD, branches)) == ["branch-agrees", "other-branch"]


@pytest.mark.parametrize(
    ("how", "on", "reasons"),
    [
        ("label", None, ["thing-official"]),
        ("abbreviation", "2023-01-01", ["thing-abbreviated"]),
        ("informal", ON, ["thing-abbreviated", "thing-not-in-force"]),
    ],
)
def test_things(how, on, reasons):
    assert names(evidence.thing(Form("term", "term:x", how, "", 0, "2022-07-01"), on)) == reasons
