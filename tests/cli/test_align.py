"""`coopterms align`."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser

import pytest

EN = "The Chief Executive, Mrs Carrie Lam, left with the Secretary for Justice, Ms Teresa Cheng. Ms Chan Siu-man came.\n"
ZH = "行政長官林鄭月娥今日離開。陳小敏女士到場。\n"


@pytest.fixture
def texts(tmp_path):
    english, chinese = tmp_path / "en.txt", tmp_path / "zh.txt"
    english.write_text(EN, encoding="utf-8")
    chinese.write_text(ZH, encoding="utf-8-sig")
    return english, chinese


def test_the_table(run, texts):
    done = run("align", *texts, "--on", "2018-10-24")
    assert (done.status, done.err) == (0, "")
    assert "people in both" in done.out
    assert "offices only in English" in done.out
    assert "romanisation" in done.out
    assert done.out.endswith("3 in both, 2 only in English, 0 only in Chinese\n")


def test_csv_has_the_promised_columns(run, texts):
    done = run("align", *texts, "--on", "2018-10-24", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.out)))
    header = "kind,id,label_en,label_zh,mention_en,mention_zh,count_en,count_zh,where,how,score"
    assert done.out.splitlines()[0] == header
    told = {(row["label_en"], row["label_zh"], row["where"], row["how"]) for row in rows if row["kind"] == "person"}
    assert ("Chan Siu-man", "陳小敏", "both", "romanisation") in told
    assert ("Carrie Lam Cheng Yuet-ngor", "林鄭月娥", "both", "id") in told
    assert {row["where"] for row in rows} <= {"both", "en", "zh"}


def test_a_csv_file_opens_in_excel(run, texts, tmp_path):
    path = tmp_path / "pairs.csv"
    assert run("align", *texts, "--format", "csv", "--output", path).out == ""
    assert path.read_bytes().startswith(b"\xef\xbb\xbfkind,id,")
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) > 3


def test_the_page(run, texts):
    done = run("align", *texts, "--format", "html")
    assert done.out.startswith("<!doctype html>")
    HTMLParser().feed(done.out)


def test_strict_says_that_an_official_is_missing(run, texts, tmp_path):
    assert run("align", *texts, "--on", "2018-10-24", "--strict").status == 1
    same = tmp_path / "same.txt"
    same.write_text("行政長官林鄭月娥與律政司司長鄭若驊離開。陳小敏女士到場。", encoding="utf-8")
    assert run("align", texts[0], same, "--on", "2018-10-24", "--strict").status == 0


def test_the_texts_may_be_swapped_and_one_may_come_from_standard_input(run, texts, typed):
    expected = run("align", *texts, "--on", "2018-10-24").out
    assert run("align", *reversed(texts), "--on", "2018-10-24").out == expected
    typed(ZH.encode())
    assert run("align", texts[0], "-", "--on", "2018-10-24").out == expected


def test_refusals(refuse, texts, tmp_path):
    assert "no-such" in refuse("align", texts[0], tmp_path / "no-such.txt")
    binary = tmp_path / "logo.png"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe")
    assert "not UTF-8" in refuse("align", texts[0], binary)
    assert "neither text is in Chinese" in refuse("align", texts[0], texts[0])
    assert "standard input" in refuse("align", "-", "-")
    assert "is not a date" in refuse("align", *texts, "--on", "yesterday")
    assert "--format" in refuse("align", *texts, "--format", "pdf")
