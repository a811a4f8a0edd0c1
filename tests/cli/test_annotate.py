"""`coopterms annotate`: documents in, mentions out."""

from __future__ import annotations

import io
import json

import pytest

from coopterms.cli import main

ENGLISH = "Friday, August 24, 2018\n\nThe Secretary for Education, Mr Kevin Yeung, left. Mr Yeung is back on Monday.\n"
CHINESE = "2018年8月24日（星期五）\n\n教育局局長楊潤雄離港，由副局長蔡若蓮署理。\n"


@pytest.fixture
def files(tmp_path):
    for name, text in (("a.txt", ENGLISH), ("b.txt", CHINESE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "c.bin").write_bytes(b"one\n\xff\xfe")
    return tmp_path


def test_a_table_for_each_document(files, capsys):
    assert main(["annotate", str(files / "a.txt"), str(files / "b.txt")]) == 0
    first, second = capsys.readouterr().out.split("\n\n")
    assert first.startswith(f"{files / 'a.txt'}, 2018-08-24 (date-line)")
    assert "#1  office:hk-secretary-for-education  Secretary for Education" in first
    assert first.rstrip().endswith("3 mentions (1 of offices, 2 of persons), 3 known")
    assert "person:choi-yuk-lin" in second


def test_json_lines_have_one_mention_each(files, capsys):
    assert main(["annotate", str(files / "a.txt"), "--format", "jsonl"]) == 0
    mentions = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(m["kind"], m["group"], ENGLISH[m["start"] : m["end"]]) for m in mentions] == [
        ("office", 1, "Secretary for Education"),
        ("person", 1, "Mr Kevin Yeung"),
        ("person", None, "Mr Yeung"),
    ]
    assert {(m["document"], m["on"], m["date_source"]) for m in mentions} == {(str(files / "a.txt"), "2018-08-24", "date-line")}
    assert all(m["text"] == ENGLISH[m["start"] : m["end"]] for m in mentions)


def test_a_page_goes_to_a_file(files, capsys):
    assert main(["annotate", str(files / "a.txt"), "--format", "html", "--output", str(files / "a.html")]) == 0
    assert capsys.readouterr().out == ""
    page = (files / "a.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "person:yeung-kevin" in page


def test_the_summary_counts_by_document(files, capsys):
    assert main(["annotate", "--summary", str(files / "a.txt"), str(files / "b.txt")]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["3", "2", "1", "person:yeung-kevin", "Kevin", "Yeung", "Yun-hung", "楊潤雄"] in lines
    assert lines[0] == ["[1]", str(files / "a.txt")]


def test_standard_input_and_a_given_date(files, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Chief Executive Carrie Lam"), encoding="ascii"))
    assert main(["annotate", "--on", "2018-08-24"]) == 0
    assert capsys.readouterr().out.startswith("standard input, 2018-08-24 (given)")


def test_what_is_no_text_does_not_stop_the_others(files, capsys):
    assert main(["annotate", str(files / "c.bin"), str(files / "a.txt"), str(files / "none.txt")]) == 2
    out, err = capsys.readouterr()
    assert "person:yeung-kevin" in out
    assert err.splitlines() == [
        f"coopterms: {files / 'c.bin'}: line 2, column 1: byte 0xff is not UTF-8; it is no text, or must be saved as UTF-8",
        f"coopterms: {files / 'none.txt'}: cannot be read (No such file or directory); check the name and the permissions",
    ]


def test_strict_tells_what_stays_open(files, capsys):
    (files / "d.txt").write_text("The Secretary for Justice, Mr Patrick Nip, left.", encoding="utf-8")
    assert main(["annotate", "--strict", "--on", "2018-08-24", str(files / "d.txt")]) == 1
    assert "look again at 4: Secretary for Justice, Mr Patrick Nip; held-by-another" in capsys.readouterr().out
    assert main(["annotate", "--strict", str(files / "a.txt")]) == 0


@pytest.mark.parametrize(
    "options", [["--format", "html", "a", "b"], ["--summary", "--format", "jsonl", "a"], ["--on", "yesterday", "a.txt"]]
)
def test_wrong_use_is_told_in_one_line(files, capsys, monkeypatch, options):
    monkeypatch.chdir(files)
    assert main(["annotate", *options]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
