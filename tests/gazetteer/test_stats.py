"""The figures, on tables small enough to count by hand."""

from __future__ import annotations

import pytest

from coopterms._data import tables_folder
from coopterms.gazetteer.schema import read_descriptor
from coopterms.gazetteer.stats import by_confidence, by_period, by_place, open_ends
from coopterms.gazetteer.tables import Package, read_package

ORGANISATIONS = "a,hk\nb,mo\nc,cn\nd,sz\n"
TENURES = [
    # office, from, to, last_seen, source, confidence
    ("x", "1996-01-01", "1997-06-30", "", "https://a.hk/", "high"),
    ("x", "1997-07-01", "2002-06-30", "", "https://a.hk/", "high"),
    ("x", "1997", "2001", "", "unverified", "low"),
    ("y", "2022-07", "", "", "https://a.hk/", "medium"),
    ("y", "", "2005", "", "https://a.hk/", "high"),
    ("y", "2018", "", "2019-05-01", "https://a.hk/", "high"),
    ("gone", "2019", "", "2019-06-01", "https://a.hk/", "high"),
]


@pytest.fixture
def package(tmp_path) -> Package:
    described = {resource["name"]: resource for resource in read_descriptor(tables_folder())["resources"]}

    def write(name: str, rows: list[dict[str, str]]) -> None:
        columns = [field["name"] for field in described[name]["schema"]["fields"]]
        path = tmp_path / described[name]["path"]
        path.parent.mkdir(exist_ok=True)
        lines = [",".join(columns), *(",".join(row.get(column, "") for column in columns) for row in rows)]
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")

    write("organisations", [{"id": line[0], "jurisdiction": line[2:]} for line in ORGANISATIONS.splitlines()])
    write("offices", [{"id": "x", "organisation": "a"}, {"id": "y", "organisation": "d"}])
    columns = ("office", "from", "to", "last_seen", "source", "confidence")
    write("tenures", [dict(zip(columns, row, strict=True), person="p") for row in TENURES])
    return read_package(tmp_path, read_descriptor(tables_folder()))


def test_confidence(package):
    assert by_confidence(package)[-1] == ("tenures", "7", "5", "1", "1", "71", "1")


def test_places(package):
    assert by_place(package) == [
        ("place", "organisations", "offices", "tenures"),
        ("Hong Kong", "1", "1", "3"),
        ("Macao", "1", "0", "0"),
        ("central authorities", "1", "0", "0"),
        ("provinces and cities", "1", "1", "3"),
        ("place unknown", "0", "0", "1"),
    ]


def test_periods_and_the_share_with_both_dates_from_a_source(package):
    assert by_period(package) == [
        ("tenures begun", "rows", "both dates sourced", "%"),
        ("before 1997", "1", "1", "100"),
        ("1997-2002", "2", "1", "50"),
        ("2017-2022", "2", "0", "0"),
        ("2022-2027", "1", "0", "0"),
        ("start unknown", "1", "0", "0"),
        ("all", "7", "2", "29"),
    ]


def test_open_tenures_by_the_year_when_they_were_last_seen(package):
    assert open_ends(package) == [
        ("open tenures", "rows"),
        ("current when the table was made", "1"),
        ("last seen 2019", "2"),
        ("all", "3"),
    ]
