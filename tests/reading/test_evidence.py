"""Each reason, by itself, on a lexicon in which it is the only thing that happens."""

from __future__ import annotations

import pytest

from coopterms.index.forms import Form
from coopterms.model import Office, Organisation, Person, Tenure
from coopterms.reading import evidence
from coopterms.reading.evidence import WEIGHTS

ON = "2018-08-24"
ANN = Person("person:ann", gender="female", surnames=("ann",))
HEAD = Office("office:head", organisation="organisation:a", rank="head", branch="works")
OTHER = Office("office:other", organisation="organisation:b")
AWAY = Office("office:away", organisation="organisation:z")


class Lexicon:
    """Two bodies of one government and a foreign one, with the tenures that a test gives."""

    def __init__(self, *tenures: Tenure) -> None:
        self.tenures = tenures

    def tenures_of(self, person: str) -> list[Tenure]:
        return [tenure for tenure in self.tenures if tenure.person == person]

    def holders_of(self, office: str) -> list[Tenure]:
        return [tenure for tenure in self.tenures if tenure.office == office]

    def entity(self, entity_id: str):
        known = {entity.id: entity for entity in (ANN, HEAD, OTHER, AWAY, Organisation("organisation:a"))}
        return known.get(entity_id)

    def ancestors(self, organisation: str) -> frozenset[str]:
        return frozenset({organisation, "organisation:z" if organisation == "organisation:z" else "organisation:top"})


def held(*dates: str, office: str = HEAD.id, capacity: str = "substantive") -> Tenure:
    start, end, *seen = dates
    return Tenure(ANN.id, office, start, end, *(seen or [""]), capacity)


@pytest.mark.parametrize(
    ("tenures", "on", "capacity", "reason"),
    [
        ([], None, "substantive", "never-held"),
        ([held("2017", "")], None, "substantive", "held-undated"),
        ([held("2017", "", office=OTHER.id)], None, "acting", "stand-in"),
        ([], None, "acting", "never-held"),
        ([held("2017", "")], ON, "substantive", "in-office"),
        ([held("2017", "2019")], ON, "substantive", "in-office"),
        ([held("2017", "", "2018-12")], ON, "substantive", "in-office"),
        ([held("2017", "", "2017-12")], ON, "substantive", "in-office-last-seen"),
        ([held("2017", "", "2018-08-01")], ON, "substantive", "in-office"),
        ([held("2005", "", "2006")], ON, "substantive", "held-at-another-time"),
        ([held("", "2019-12-31")], ON, "substantive", "in-office-last-seen"),
        ([held("", "")], ON, "substantive", "in-office"),
        ([held("2017", "2018-08-01")], ON, "substantive", "near-tenure"),
        ([held("2018-09-01", "")], ON, "substantive", "near-tenure"),
        ([held("2010", "2012")], ON, "substantive", "held-at-another-time"),
        ([held("2017", "", office=OTHER.id)], ON, "substantive", "served-then"),
        ([held("2001", "2002", office=OTHER.id)], ON, "substantive", "never-held"),
        ([held("2017", "", office=AWAY.id)], ON, "substantive", "never-held"),
        ([held("2017", "", office="office:gone")], ON, "substantive", "never-held"),
        ([held("2018-08-20", "2018-08-30", capacity="acting")], ON, "acting", "acting-on-record"),
        ([held("2017", "")], ON, "acting", "stand-in"),
        ([held("2017", "", office=OTHER.id)], ON, "acting", "stand-in-elsewhere"),
        ([held("2017", "", office=AWAY.id)], ON, "acting", "no-stand-in"),
        ([held("2001", "2002", office=OTHER.id)], ON, "acting", "no-stand-in"),
        ([held("2017", "", office="office:gone")], ON, "acting", "no-stand-in"),
        ([held("2018-10-01", "")], ON, "designate", "takes-office-later"),
        ([held("2021-10-01", "")], ON, "designate", "held-at-another-time"),
        ([held("2010", "2012")], ON, "former", "held-before"),
        ([held("", "2012")], ON, "former", "held-before"),
        ([held("2020", "")], ON, "former", "held-at-another-time"),
    ],
)
def test_whether_a_person_held_an_office(tenures, on, capacity, reason):
    found = evidence.holding(Lexicon(*tenures), ANN, HEAD, on, capacity)
    assert found[0] == reason
    assert reason in WEIGHTS


def test_a_colleague_of_the_same_body_stands_in():
    deputy = Office("office:deputy", organisation=HEAD.organisation)
    lexicon = Lexicon(held("2017", "", office=HEAD.id))
    assert evidence.holding(lexicon, ANN, deputy, ON, "acting") == ("stand-in", "office:head")


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
        ("abbreviation", "2023-01-01", None, ["title-abbreviated"]),
        ("something new", None, None, ["title-alias"]),
    ],
)
def test_how_the_office_is_named(how, on, capacity, reasons):
    form = Form("office", HEAD.id, how, "", 0, "2022-07-01", "")
    assert [name for name, _ in evidence.title(form, HEAD, on, capacity)] == reasons


@pytest.mark.parametrize(("how", "reason"), [("full", "name-full"), ("initials", "name-initials"), ("pet name", "name-short")])
def test_how_the_person_is_named(how, reason):
    assert evidence.name(Form("person", ANN.id, how), ANN) == [(reason, ANN.id)]


@pytest.mark.parametrize(
    ("value", "reasons"),
    [("female", ["honorific-agrees"]), ("male", ["honorific-contradicts"]), ("spouse", ["spouse"]), ("", [])],
)
def test_courtesy(value, reasons):
    assert [name for name, _ in evidence.courtesy([Form("honorific", "before", "", value)], ANN)] == reasons
    assert evidence.courtesy([Form("honorific", "before", "", "male")], Person("person:x")) == []


@pytest.mark.parametrize(
    ("tenure", "seats", "person", "on", "found"),
    [
        (held("2017", ""), "one", None, ON, True),
        (held("2017", ""), "one", OTHER, ON, True),
        (held("2017", ""), "one", ANN, ON, False),
        (held("2017", ""), "many", None, ON, False),
        (held("2017", ""), "one", None, None, False),
        (held("", "2019"), "one", None, ON, False),
        (held("2019", ""), "one", None, ON, False),
        (held("2017", "2018-01-01"), "one", None, ON, False),
        (held("2017", "", "2018-01-01"), "one", None, ON, False),
        (held("2017", "", capacity="acting"), "one", None, ON, False),
    ],
)
def test_whether_another_held_it(tenure, seats, person, on, found):
    office = Office(HEAD.id, seats=seats)
    expected = [("held-by-another", "person:ann")] if found else []
    assert evidence.held_by_another(Lexicon(tenure), office, person, on) == expected


def test_a_holder_without_a_row_is_named_by_the_id():
    lexicon = Lexicon(Tenure("person:gone", HEAD.id, "2017"))
    assert evidence.held_by_another(lexicon, HEAD, None, ON) == [("held-by-another", "person:gone")]


@pytest.mark.parametrize(
    ("tenures", "on", "reasons"),
    [
        ([], ON, []),
        ([held("2017", "")], None, []),
        ([held("2017", "")], ON, ["career-then"]),
        ([held("2019-06-01", "")], ON, ["career-then"]),
        ([held("2001", "2002")], ON, ["career-before"]),
        ([held("2025", "")], ON, ["career-only-later"]),
    ],
)
def test_a_career(tenures, on, reasons):
    assert [name for name, _ in evidence.career(Lexicon(*tenures), ANN, on)] == reasons


def test_bodies_and_branches_beside_the_title():
    bodies = [("A", frozenset({"organisation:a"})), ("Top", frozenset({"organisation:top"})), ("Z", frozenset({"organisation:z"}))]
    assert [name for name, _ in evidence.bodies(Lexicon(), HEAD, bodies)] == ["body-agrees", "body-agrees", "other-body"]
    branches = [("Works", frozenset({"works"})), ("Lands", frozenset({"lands"}))]
    assert [name for name, _ in evidence.branches(HEAD, branches)] == ["branch-agrees", "other-branch"]


@pytest.mark.parametrize(
    ("tenure", "written"),
    [
        (held("2017-07-01", "2020-04-21"), "2017-07-01 to 2020-04-21"),
        (held("2017", "", "2019"), "2017 to last seen 2019"),
        (held("", ""), "… to …"),
    ],
)
def test_a_period_for_a_person_to_read(tenure, written):
    assert evidence.period(tenure) == written
