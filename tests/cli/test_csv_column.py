"""A column of a CSV file: a row in, a row out, in order; and everything that can be wrong with the file."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

ON = "2018-08-24"


@pytest.fixture
def table(tmp_path: Path):
    def write(content: str | bytes) -> Path:
        path = tmp_path / "in.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


MENTIONS = ["SCMA", "nobody", "", "政制及內地事務局局長聶德權", 'Secretary for "Justice", the', "two\nlines", "SCMA"]


def test_a_row_in_is_a_row_out_in_order(run, table, resolver):
    content = io.StringIO()
    csv.writer(content).writerows([["no", "mention", "status"], *([str(no), text, "kept, as it is"] for no, text in enumerate(MENTIONS))])
    done = run("resolve", "--input", table(content.getvalue()), "--column", "mention", "--on", ON)
    assert (done.status, done.err) == (0, "")
    found = rows(done.out)
    assert [(row["no"], row["mention"], row["status"]) for row in found] == [
        (str(no), text, "kept, as it is") for no, text in enumerate(MENTIONS)
    ]
    answers = [resolver.resolve(text, ON) for text in MENTIONS]
    assert [row["coopterms_status"] for row in found] == [str(answer.status) for answer in answers]
    assert [row["coopterms_office"] for row in found] == [answer.office.id if answer.office else "" for answer in answers]


@pytest.mark.parametrize(
    "content",
    [
        "﻿text,n\nCE,1\nFS,2\n",
        "text,n\r\nCE,1\r\nFS,2\r\n",
        "text,n\nCE,1\n\nFS,2",
        '"text","n"\n"CE","1"\n"FS","2"\n',
    ],
    ids=["byte order mark", "CRLF", "blank line and no last line end", "all quoted"],
)
def test_customary_deviations(run, table, content):
    found = rows(run("resolve", "--input", table(content), "--column", "text").out)
    assert [(row["text"], row["n"], row["coopterms_status"]) for row in found] == [("CE", "1", "resolved"), ("FS", "2", "resolved")]


def test_in_a_table_of_one_column_a_blank_line_is_an_empty_cell(run, table):
    found = rows(run("resolve", "--input", table("text\nCE\n\nFS\n"), "--column", "text", "--format", "csv").out)
    assert [(row["text"], row["coopterms_reason"]) for row in found] == [("CE", ""), ("", "empty"), ("FS", "")]


def test_a_table_without_rows_keeps_its_header(run, table):
    done = run("resolve", "--input", table("n,text\n"), "--column", "text")
    assert (done.status, done.out.splitlines()[0].split(",")[:3]) == (0, ["n", "text", "coopterms_status"])
    assert len(done.out.splitlines()) == 1


def test_columns_of_one_name_are_both_kept(run, table):
    out = run("resolve", "--input", table("text,note,note\nCE,a,b\n"), "--column", "text").out
    assert [line.split(",")[:3] for line in out.splitlines()] == [["text", "note", "note"], ["CE", "a", "b"]]


def test_a_date_for_each_row(run, table):
    path = table("text,day\nCE,2018-08-24\nCE, 2012-08-24 \nCE,\n")
    lines = run("resolve", "--input", path, "--column", "text", "--date-column", "day", "--format", "jsonl").out.splitlines()
    answers = [json.loads(line) for line in lines]
    assert [(answer["on"], answer["incumbents"]) for answer in answers] == [
        ("2018-08-24", ["person:lam-carrie"]),
        ("2012-08-24", ["person:leung-chun-ying"]),
        (None, []),
    ]


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_every_format(run, table, form):
    out = run("resolve", "--input", table("text\nCE\nnobody\n"), "--column", "text", "--format", form).out
    assert "office:hk-chief-executive" in out
    assert "unresolved" in out


def test_from_standard_input(run, typed):
    typed(b"\xef\xbb\xbftext\nCE\n")
    (row,) = rows(run("resolve", "--input", "-", "--column", "text").out)
    assert row["coopterms_office"] == "office:hk-chief-executive"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("source", ["a file", "standard input"])
def test_on_a_terminal_the_answers_are_the_same(run, table, typed, monkeypatch, source):
    content = "text\nCE\nFS\n"
    path = table(content)
    plain = run("resolve", "--input", path, "--column", "text")
    typed(content.encode())
    monkeypatch.setattr("sys.stderr", Terminal())
    watched = run("resolve", "--input", path if source == "a file" else "-", "--column", "text")
    assert watched == plain


def test_strict(run, table):
    path = table("text\nCE\nnobody\n")
    assert run("resolve", "--input", path, "--column", "text", "--strict").status == 1
    assert run("resolve", "--input", table("text\nCE\n"), "--column", "text", "--strict").status == 0


@pytest.mark.parametrize(
    ("content", "options", "message"),
    [
        ("", [], "the file is empty; its first line must name the columns"),
        ("\n\n", [], "the file is empty; its first line must name the columns"),
        ("mention,day\nCE,\n", [], "there is no column 'text'; the columns are mention, day"),
        ("text,text\nCE,CE\n", [], "there are 2 columns 'text'; the columns are text, text"),
        ("text\nCE\n", ["--date-column", "day"], "there is no column 'day'; the columns are text"),
        ("text,n\nCE,1\nFS\n", [], "line 3: 1 cells where the header has 2; mend the line, or quote cells that hold commas"),
        ("text,n\nCE,1,2\n", [], "line 2: 3 cells where the header has 2; mend the line, or quote cells that hold commas"),
        (b"text\nCE\nC\xb3E\n", [], "line 3, column 2: byte 0xb3 is not UTF-8; save it as UTF-8"),
        (b"te\xffxt\n", [], "line 1, column 3: byte 0xff is not UTF-8; save it as UTF-8"),
        ('text\n"CE\nFS\n', [], "line 3: unexpected end of data; the file is not a CSV file as it stands"),
        ('"text\n', [], "line 1: unexpected end of data; the file is not a CSV file as it stands"),
        ("text\n" + "x" * 140_000 + "\n", [], "line 2: field larger than field limit"),
    ],
)
def test_what_is_wrong_is_named(refuse, table, content, options, message):
    path = table(content)
    assert refuse("resolve", "--input", path, "--column", "text", *options).startswith(f"{path}: {message}")


def test_a_bad_date_is_named_by_its_line(refuse, table):
    path = table("text,day\nCE,2018-08-24\nCE,24.8.2018\n")
    line = refuse("resolve", "--input", path, "--column", "text", "--date-column", "day")
    assert line == f"{path}, line 3, column day: '24.8.2018' is not a date; write it as YYYY-MM-DD, such as 2018-08-24"
    assert refuse("resolve", "--input", path, "--column", "text", "--on", "x").startswith("--on: 'x' is not a date")


def test_the_file_must_be_there_and_be_a_file(refuse, tmp_path):
    assert "cannot be read (No such file" in refuse("resolve", "--input", tmp_path / "none.csv", "--column", "text")
    assert "cannot be read (Is a directory)" in refuse("resolve", "--input", tmp_path, "--column", "text")


def test_our_columns_must_not_be_there_yet(run, refuse, table):
    path = table("text\nCE\n")
    again = table(run("resolve", "--input", path, "--column", "text").out)
    assert refuse("resolve", "--input", again, "--column", "text").startswith("there is a column 'coopterms_status' already")
    assert run("resolve", "--input", again, "--column", "text", "--format", "jsonl").status == 0
