"""The worked example of docs/adding-a-city.md: every row sourced or visibly not, and every appointment read back in every style."""

from __future__ import annotations

from pathlib import Path

import pytest

from coopterms import Resolver, load
from coopterms._data import tables_folder
from coopterms.gazetteer.schema import read_descriptor
from coopterms.gazetteer.tables import read_package
from coopterms.gazetteer.validate import validate_folder
from coopterms.testing import STYLES, write

CITY = Path(__file__).parents[2] / "docs" / "examples" / "city"
DESCRIPTOR = read_descriptor(tables_folder())
PACKAGE = read_package(CITY, DESCRIPTOR)


@pytest.fixture(scope="module")
def city() -> Resolver:
    return Resolver(load(CITY))


def test_the_tables_have_no_faults():
    assert validate_folder(CITY, DESCRIPTOR, read_package(tables_folder())) == []


def test_the_city_is_not_in_the_packaged_tables(resolver):
    """Else the example shows nothing, and its rows would shadow real ones."""
    own = [row["id"] for table in PACKAGE.tables.values() if table.resource.entities for row in table.rows]
    assert own
    assert [entity for entity in own if resolver.lexicon.entity(entity)] == []
    assert resolver.resolve("Mayor of Xiamen").office is None


@pytest.mark.parametrize(
    ("mention", "on", "person", "office", "capacity"),
    [
        ("Xiamen Mayor Zhuang Jiahan", "2018-11-29", "zhuang-jiahan", "xm-mayor", "substantive"),
        ("the Mayor of the Xiamen Municipal Government, Mr Zhuang Jiahan", "2018-11-29", "zhuang-jiahan", "xm-mayor", "substantive"),
        ("廈門市市長莊稼漢", "2018-11-29", "zhuang-jiahan", "xm-mayor", "substantive"),
        ("代理厦门市市长黄文辉", "2021-06-30", "huang-wenhui", "xm-mayor", "acting"),
        ("厦门市市长黄文辉", "2021-11-01", "huang-wenhui", "xm-mayor", "substantive"),
        ("廈門市委書記崔永輝", "2023-03-22", "cui-yonghui", "xm-party-secretary", "substantive"),
        ("厦门市副市长廖华生", "2021-11-01", "liao-huasheng", "xm-vice-mayor", "substantive"),
        ("CCPIT Xiamen Chairman Ke Biru", "2024-09-08", "ke-biru", "xm-ccpit-chairman", "substantive"),
        ("厦门市贸促会会长柯碧如", "2023-12-27", "ke-biru", "xm-ccpit-chairman", "substantive"),
        ("Vice Chairman of CCPIT Xiamen Zhu Hongqi", "2024-09-08", "zhu-hongqi", "xm-ccpit-vice-chairman", "substantive"),
    ],
)
def test_mentions(city, mention, on, person, office, capacity):
    answer = city.resolve(mention, on=on)
    assert (answer.status, answer.capacity) == ("resolved", capacity)
    assert (answer.person.id, answer.office.id) == (f"person:{person}", f"office:{office}")


def test_offices_without_a_row_and_the_other_tables(city):
    assert city.resolve("厦门市常务副市长").office.id == "office:xm-municipal-government-executive-vice-mayor"
    assert city.resolve("中共厦门市委").organisation.id == "organisation:xm-party-committee"
    assert city.resolve("厦门经济特区").term.id == "term:xm-special-economic-zone"
    assert city.resolve("24th China International Fair for Investment and Trade").term.id == "term:xm-cifit-24"


def test_every_appointment_in_every_style(city):
    tenures = [row for row in PACKAGE["tenures"] if row["capacity"] == "substantive"]
    assert len(tenures) == 6
    for row in tenures:
        person, office = city.lexicon.entity(row["person"]), city.lexicon.entity(row["office"])
        on = row["last_seen"] or f"{row['to']}-01"
        for language in ("en", "zh-Hant", "zh-Hans"):
            if language in person.labels and language in office.labels:
                for style in STYLES[language[:2]]:
                    honorific = {"en": "Ms", "zh": "女士"}[language[:2]] if person.gender == "female" else ""
                    mention = write(office.labels[language], person.labels[language], language, style, honorific)
                    answer = city.resolve(mention, on=on)
                    assert (answer.person, answer.office) == (person, office), mention


def test_nothing_known_before_means_something_else_now(city, resolver):
    for mention in ("Mayor of Shenzhen", "Vice Chairman", "Secretary for Justice Teresa Cheng", "廈門", "會長"):
        before, after = resolver.resolve(mention, on="2018-11-29"), city.resolve(mention, on="2018-11-29")
        assert (after.status, after.person, after.office, after.term) == (before.status, before.person, before.office, before.term)


def test_a_row_without_a_page_says_so():
    for table in PACKAGE.tables.values():
        for row in table.rows if "source" in table.resource.columns and "confidence" in table.resource.columns else ():
            assert row["source"].startswith("http") or (row["source"], row["confidence"]) == ("unverified", "low")
