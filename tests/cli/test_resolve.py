"""`coopterms resolve` with mentions from arguments and from standard input."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from coopterms.cli.terminal import width

ACTING = "Acting Secretary for Commerce & Economic Development Bernard Chan"
ON = "2018-08-24"


def test_a_card_for_a_person_to_read(run):
    done = run("resolve", ACTING, "--on", ON)
    assert (done.status, done.err) == (0, "")
    head, *lines = done.out.splitlines()
    assert head.startswith(ACTING)
    assert re.search(r" resolved  [01]\.\d\d$", head)
    person = next(line for line in lines if line.startswith("  person"))
    office = next(line for line in lines if line.startswith("  office, acting"))
    assert "Bernard Chan Pak-li" in person
    assert "陳百里" in person
    assert "商務及經濟發展局局長" in office
    assert {"person:chan-bernard-pak-li", "office:hk-secretary-for-commerce-and-economic-development"} <= set(done.out.split())
    assert all(width(line) <= 120 for line in done.out.splitlines())


def test_cells_of_a_card_line_up(run):
    lines = run("resolve", "行政長官林鄭月娥", "--on", ON).out.splitlines()[1:]
    assert len(lines) == 2
    assert len({width(line[: line.index(chinese)]) for line, chinese in zip(lines, ("林鄭月娥", "行政長官"), strict=True)}) == 1
    assert len({width(line[: line.index(kind)]) for line, kind in zip(lines, ("person:", "office:"), strict=True)}) == 1


def test_a_long_mention_stands_on_a_line_of_its_own(run):
    text = "the Secretary for Justice, " * 8
    head, outcome, *_ = run("resolve", text).out.splitlines()
    assert (head, outcome.lstrip().split(":")[0].split()[0] in ("resolved", "unresolved")) == (text, True)


def test_incumbents_unknown_names_and_choices_are_shown(run):
    held = run("resolve", "the Chief Executive", "--on", ON).out
    assert "held by" in held
    assert "person:lam-carrie" in held
    unknown = run("resolve", "Deputy Secretary for Security Chan Tai-man", "--on", ON).out
    assert "partial: person-unknown" in unknown
    assert "Chan Tai-man" in unknown.splitlines()[-1]
    assert "not in the gazetteer" in unknown.splitlines()[-1]
    choices = run("resolve", "Bernard Chan").out
    assert "ambiguous: namesakes" in choices
    assert choices.count("or 0.") == 2
    both = run("resolve", "Deputy Director Bernard Chan", "Permanent Secretary for Development").out
    assert "0 of 2 resolved" in both


def test_several_mentions_are_counted(run):
    out = run("resolve", "CE", "nobody", "CEPA", "--on", ON).out
    assert out.splitlines()[-1] == "2 of 3 resolved"
    assert "\n\n" in out


def test_reasons_are_printed_when_asked_for(run):
    out = run("resolve", "CE", "--explain", "--on", ON).out
    assert "title-abbreviated" in out
    assert "which is a probability of" in out


@pytest.mark.parametrize("texts", [[ACTING], [ACTING, "CE", "nobody", '「"', ""], ["署理商務及經濟發展局局長陳百里博士"]])
def test_machine_formats_say_the_same_and_parse_back(run, resolver, texts):
    expected = [resolver.resolve(text, ON).to_dict() for text in texts]
    assert json.loads(run("resolve", *texts, "--on", ON, "--format", "json").out) == expected
    lines = run("resolve", *texts, "--on", ON, "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == expected
    rows = list(csv.DictReader(io.StringIO(run("resolve", *texts, "--on", ON, "--format", "csv").out)))
    assert [row["text"] for row in rows] == texts
    for row, answer in zip(rows, expected, strict=True):
        assert row["on"] == ON
        assert row["coopterms_status"] == answer["status"]
        assert row["coopterms_reason"] == (answer["reason"] or "")
        assert row["coopterms_capacity"] == (answer["capacity"] or "")
        assert row["coopterms_person"] == (answer["person"] or {"id": ""})["id"]
        assert row["coopterms_office_en"] == (answer["office"] or {"label": ""})["label"]
        assert float(row["coopterms_score"] or 0) == pytest.approx(answer["score"], abs=1e-4)
        assert row["coopterms_data_version"] == resolver.data_version


def test_the_reasons_are_a_column_of_a_csv_file(run):
    (row,) = csv.DictReader(io.StringIO(run("resolve", "CE", "--format", "csv", "--explain").out))
    assert row["coopterms_explanation"].startswith("'CE'\n  resolved")


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"CE\nCEPA\n", ["CE", "CEPA"]),
        (b"CE\r\nCEPA\r\n", ["CE", "CEPA"]),
        (b"\xef\xbb\xbfCE\nCEPA", ["CE", "CEPA"]),
        (b"\n  \nCE\n\n", ["CE"]),
        ("行政長官\n".encode(), ["行政長官"]),
        (b"", []),
    ],
)
@pytest.mark.parametrize("dash", [[], ["-"]])
def test_mentions_from_standard_input(run, typed, data, texts, dash):
    typed(data)
    done = run("resolve", *dash, "--format", "jsonl")
    assert (done.status, [json.loads(line)["text"] for line in done.out.splitlines()]) == (0, texts)
    typed(data)
    assert json.loads(run("resolve", *dash, "--format", "json").out) == [json.loads(line) for line in done.out.splitlines()]
    typed(data)
    assert run("resolve", *dash, "--format", "csv").out.startswith("text,on,coopterms_status,")


def test_a_broken_byte_on_standard_input_is_named(refuse, typed):
    typed(b"CE\nCEP\xff\n")
    assert refuse("resolve") == "standard input: line 2, column 4: byte 0xff is not UTF-8; save it as UTF-8"


@pytest.mark.parametrize(("texts", "status"), [(["CE"], 0), (["CE", "nobody"], 1), (["nobody", "CE"], 1), (["Bernard Chan"], 1)])
def test_strict(run, texts, status):
    assert run("resolve", *texts, "--strict").status == status
    assert run("resolve", *texts).status == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["CE", "--on", "2018-13-01"], "'2018-13-01' is not a date; write it as YYYY-MM-DD, such as 2018-08-24"),
        (["CE", "--on", "yesterday"], "'yesterday' is not a date"),
        (["CE", "--column", "x"], "--column and --date-column need --input"),
        (["CE", "--date-column", "x"], "--column and --date-column need --input"),
        (["CE", "--input", "a.csv", "--column", "x"], "mentions and --input were both given"),
        (["--input", "a.csv"], "--input needs --column"),
        (["--input", "a.csv", "--column", "x", "--date-column", "d", "--on", ON], "--on and --date-column were both given"),
    ],
)
def test_options_that_do_not_fit(refuse, arguments, message):
    assert refuse("resolve", *arguments).startswith(message)
