"""The evidence of tenures: who held what, in which capacity, when."""

from __future__ import annotations

import pytest

from coopterms.model import Office
from coopterms.reading import holding
from coopterms.reading.weights import WEIGHTS
from tests.reading.stub import ANN, AWAY, BOB, COUNCIL, DEPUTY, HEAD, ON, OTHER, TOP, Lexicon, held


@pytest.mark.parametrize(
    ("tenures", "on", "capacity", "reason"),
    [
        ([], None, "substantive", "never-held"),
        ([held("2017")], None, "substantive", "held-undated"),
        ([held("2017", capacity="acting")], None, "acting", "acting-on-record"),
        ([held("2017", office=OTHER)], None, "acting", "stand-in-elsewhere"),
        ([], None, "acting", "no-stand-in"),
        ([], ON, "substantive", "never-held"),
        ([held("2017")], ON, "substantive", "in-office"),
        ([held("2017", "2019")], ON, "substantive", "in-office"),
        ([held("2017", "", "2018-12")], ON, "substantive", "in-office"),
        ([held("2017", "", "2017-12")], ON, "substantive", "in-office-last-seen"),
        ([held("2017", "", "2018-08-01")], ON, "substantive", "in-office"),
        ([held("2005", "", "2006")], ON, "substantive", "held-long-before-or-after"),
        ([held("", "2019-12-31")], ON, "substantive", "in-office-last-seen"),
        ([held("2017", "2018-08-01")], ON, "substantive", "near-tenure"),
        ([held("2018-09-01")], ON, "substantive", "near-tenure"),
        ([held("2010", "2012")], ON, "substantive", "held-at-another-time"),
        ([held("1998", "2002")], ON, "substantive", "held-long-before-or-after"),
        ([held("2017", capacity="designate")], ON, "substantive", "served-about-then"),
        ([held("2017", office=OTHER)], ON, "substantive", "busy-elsewhere"),
        ([held("2017", office=COUNCIL)], ON, "substantive", "served-about-then"),
        ([held("2017", office=OTHER, capacity="acting")], ON, "substantive", "served-about-then"),
        ([held("2017", "2018-06-30", office=OTHER)], ON, "substantive", "served-about-then"),
        ([held("2014", "2015", office=OTHER)], ON, "substantive", "served-then"),
        ([held("2001", "2002", office=OTHER)], ON, "substantive", "never-held"),
        ([held("2017", office=AWAY)], ON, "substantive", "never-held"),
        ([held("2017", office="office:gone")], ON, "substantive", "never-held"),
        ([held("2018-08-20", "2018-08-30", capacity="acting")], ON, "acting", "acting-on-record"),
        ([held("2018-01")], ON, "acting", "stand-in"),
        ([held("", "2019")], ON, "acting", "stand-in"),
        ([held("2016")], ON, "acting", "in-office-already"),
        ([held("2017", office=DEPUTY)], ON, "acting", "stand-in"),
        ([held("2017", office=TOP)], ON, "acting", "stand-in"),
        ([held("2017", office=OTHER)], ON, "acting", "stand-in-elsewhere"),
        ([held("2017", office=COUNCIL)], ON, "acting", "no-stand-in"),
        ([held("2017", office=AWAY)], ON, "acting", "no-stand-in"),
        ([held("2001", "2002", office=OTHER)], ON, "acting", "no-stand-in"),
        ([held("2017", office="office:gone")], ON, "acting", "no-stand-in"),
        ([held("2018-10-01")], ON, "designate", "takes-office-later"),
        ([held("2018-08", "", "", capacity="designate")], ON, "designate", "takes-office-later"),
        ([held("2018-08-24")], ON, "designate", "takes-office-later"),
        ([held("2017")], ON, "designate", "in-office-already"),
        ([held("", "2019")], ON, "designate", "in-office-already"),
        ([held("2021-10-01")], ON, "designate", "held-at-another-time"),
        ([held("2010", "2012")], ON, "former", "held-before"),
        ([held("", "2012")], ON, "former", "held-before"),
        ([held("2017", "2022-06-30")], ON, "former", "still-in-office"),
        ([held("2017")], ON, "former", "held-before"),
        ([held("2017", "2018-08-30")], ON, "former", "held-before"),
        ([held("2020")], ON, "former", "held-at-another-time"),
    ],
)
def test_whether_a_person_held_an_office(tenures, on, capacity, reason):
    found = holding.holding(Lexicon(*tenures), ANN, HEAD, on, capacity)
    assert found[0][0] == reason
    assert all(name in WEIGHTS for name, _ in found)


def test_what_makes_it_worse_that_nobody_recorded_it():
    others = Lexicon(held("2017", by=BOB), held("2030", office=AWAY))
    assert [name for name, _ in holding.holding(others, ANN, HEAD, ON, "substantive")] == [
        "never-held",
        "held-by-another",
        "career-only-later",
    ]
    assert [name for name, _ in holding.holding(others, ANN, HEAD, ON, "former")] == ["never-held", "career-only-later"]


def test_a_tenure_that_is_known_to_the_day_is_not_stretched_over_that_of_another():
    successor = held("2018-08-02", by=BOB)
    assert holding.holding(Lexicon(held("2017", "2018-08-01"), successor), ANN, HEAD, ON, "substantive")[0][0] == "held-at-another-time"
    assert holding.holding(Lexicon(held("2017", "2018-07"), successor), ANN, HEAD, ON, "substantive")[0][0] == "near-tenure"
    predecessor = held("2017", "2018-08-31", by=BOB)
    assert holding.holding(Lexicon(held("2018-09-01"), predecessor), ANN, HEAD, ON, "substantive")[0][0] == "held-at-another-time"


def test_a_tenure_nobody_closed_ends_with_the_tables():
    assert holding.certainty(Lexicon(), held("2017"), "2026-11-30") == "in-office"
    assert holding.certainty(Lexicon(), held("2017"), "2027-03-01") == "in-office-last-seen"
    assert holding.certainty(Lexicon(), held("2017"), "2040-03-01") == "held-long-before-or-after"


@pytest.mark.parametrize(
    ("tenure", "seats", "person", "on", "found"),
    [
        (held("2017"), "one", None, ON, True),
        (held("2017"), "one", BOB, ON, True),
        (held("2017"), "one", ANN, ON, False),
        (held("2017"), "many", None, ON, False),
        (held("2017"), "one", None, None, False),
        (held("", "2019"), "one", None, ON, False),
        (held("2019"), "one", None, ON, False),
        (held("2018"), "one", None, ON, False),
        (held("2017", "2018-01-01"), "one", None, ON, False),
        (held("2017", "2018"), "one", None, ON, False),
        (held("2017", "2018-08"), "one", None, ON, False),
        (held("2017", "2018-09"), "one", None, ON, True),
        (held("2017", ON), "one", None, ON, True),
        (held("2017", "", "2016"), "one", None, ON, False),
        (held("2017", capacity="acting"), "one", None, ON, False),
    ],
)
def test_whether_another_held_it(tenure, seats, person, on, found):
    expected = [("held-by-another", "person:ann")] if found else []
    assert holding.held_by_another(Lexicon(tenure), Office(HEAD.id, seats=seats), person, on) == expected


def test_a_holder_without_a_row_is_named_by_the_id():
    tenure = held("2017")._replace(person="person:gone")
    assert holding.held_by_another(Lexicon(tenure), HEAD, None, ON) == [("held-by-another", "person:gone")]
    assert holding.incumbents(Lexicon(tenure), HEAD.id, ON) == ()


@pytest.mark.parametrize(
    ("tenures", "on", "capacity", "people"),
    [
        ([held("2017")], ON, "substantive", [ANN]),
        ([held("2017")], None, "substantive", []),
        ([held("2017")], ON, "former", []),
        ([held("2017")], ON, "acting", []),
        ([held("2018-08", "2018-09", capacity="acting")], ON, "acting", [ANN]),
        ([held("2018-10")], ON, "designate", [ANN]),
        ([held("2028-10")], ON, "designate", []),
        ([held("2018-10", capacity="acting")], ON, "designate", []),
        ([held("", "2018-09-01")], ON, "substantive", [ANN]),
        ([held("", "2024")], ON, "substantive", []),
        ([held("2017", "", "2018-01")], ON, "substantive", [ANN]),
        ([held("2002", "", "2003")], ON, "substantive", []),
        ([held("2017"), held("2018-05", by=BOB)], ON, "substantive", [BOB]),
        ([held("2017", office=COUNCIL), held("2018-05", office=COUNCIL, by=BOB)], ON, "substantive", [ANN, BOB]),
    ],
)
def test_incumbents(tenures, on, capacity, people):
    assert list(holding.incumbents(Lexicon(*tenures), tenures[0].office, on, capacity)) == people


@pytest.mark.parametrize(
    ("tenures", "on", "reasons"),
    [
        ([], ON, []),
        ([held("2017")], None, []),
        ([held("2017")], ON, ["career-then"]),
        ([held("2019-06-01")], ON, ["career-then"]),
        ([held("", "", "2018-07")], ON, ["career-glimpsed"]),
        ([held("", "", "2018-07"), held("2018-05", office=COUNCIL)], ON, ["career-then"]),
        ([held("2001", "2002")], ON, ["career-before"]),
        ([held("2025")], ON, ["career-only-later"]),
    ],
)
def test_a_career(tenures, on, reasons):
    assert [name for name, _ in holding.career(Lexicon(*tenures), ANN, on)] == reasons


@pytest.mark.parametrize(
    ("tenure", "written"),
    [
        (held("2017-07-01", "2020-04-21"), "2017-07-01 to 2020-04-21"),
        (held("2017", "", "2019"), "2017 to last seen 2019"),
        (held(), "… to …"),
    ],
)
def test_a_period_for_a_person_to_read(tenure, written):
    assert holding.period(tenure) == written
