"""`coopterms gloss`."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ElementTree

import pytest

TEXT = "行政長官林鄭月娥出席第四次會議，雙方簽署《青年志願服務協議》。CAS派員出席。\n"


@pytest.fixture
def annex(tmp_path):
    path = tmp_path / "annex.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_table(run, annex):
    done = run("gloss", annex, "--on", "2018-10-24")
    assert (done.status, done.err) == (0, "")
    for heading in ("official English", "written by a pattern", "ambiguous", "work list: no official English"):
        assert f"\n{heading}\n" in done.out
    assert "Fourth Plenary Session" in done.out
    assert "青年志願服務協議" in done.out


def test_csv(run, annex, tmp_path):
    rows = list(csv.DictReader(io.StringIO(run("gloss", annex, "--on", "2018-10-24", "--format", "csv").out)))
    told = {row["chinese"]: (row["english"], row["status"]) for row in rows}
    assert told["林鄭月娥"] == ("Carrie Lam Cheng Yuet-ngor", "official")
    assert told["第四次會議"] == ("Fourth Plenary Session", "written")
    assert told["CAS"] == ("", "ambiguous")
    assert told["青年志願服務協議"] == ("", "open")
    path = tmp_path / "annex.csv"
    run("gloss", annex, "--format", "csv", "--output", path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_tbx_is_xml_with_both_languages(run, annex):
    tree = ElementTree.fromstring(run("gloss", annex, "--on", "2018-10-24", "--format", "tbx").out)
    terms = {element.text for element in tree.iter() if element.tag.rpartition("}")[2] == "term"}
    assert {"行政長官", "Chief Executive", "Fourth Plenary Session"} <= terms
    assert "青年志願服務協議" not in terms


def test_the_page(run, annex, tmp_path):
    path = tmp_path / "annex.html"
    assert run("gloss", annex, "--on", "2018-10-24", "--format", "html", "--output", path).status == 0
    assert '<rt lang="en">Chief Executive</rt>' in path.read_text(encoding="utf-8")


def test_strict(run, annex, tmp_path):
    assert run("gloss", annex, "--strict").status == 1
    plain = tmp_path / "plain.txt"
    plain.write_text("行政長官出席。", encoding="utf-8")
    assert run("gloss", plain, "--strict").status == 0


def test_standard_input(run, annex, typed):
    expected = run("gloss", annex, "--on", "2018-10-24").out
    typed(TEXT.encode())
    assert run("gloss", "-", "--on", "2018-10-24").out == expected


def test_refusals(refuse, annex, tmp_path):
    assert "cannot be read" in refuse("gloss", tmp_path)
    binary = tmp_path / "x.bin"
    binary.write_bytes(bytes(range(256)))
    assert "not UTF-8" in refuse("gloss", binary)
    assert "is not a date" in refuse("gloss", annex, "--on", "2018-02-30")
