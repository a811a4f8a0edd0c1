"""`--tables`: every command reads the user's own tables on top of the packaged ones; and `gazetteer new`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
TABLES = EXAMPLES / "tables"
OFFICE = "office:example-association-president"
MENTION = "香港範例協會會長陳大文"


@pytest.fixture
def texts(tmp_path):
    english, chinese = tmp_path / "en.txt", tmp_path / "zh.txt"
    english.write_text("The President of the Hong Kong Example Association, Mr Peter Chan Tai-man, spoke.\n", encoding="utf-8")
    chinese.write_text("香港範例協會會長陳大文發言。\n", encoding="utf-8")
    return english, chinese


def test_resolve(run):
    assert run("resolve", MENTION, "--on", "2024-05-01", "--strict").status == 1
    done = run("resolve", MENTION, "--on", "2024-05-01", "--strict", "--tables", TABLES)
    assert (done.status, OFFICE in done.out) == (0, True)


def test_resolve_a_column(run, tmp_path):
    path = tmp_path / "in.csv"
    path.write_text(f"text\n{MENTION}\n", encoding="utf-8")
    assert OFFICE in run("resolve", "--input", path, "--column", "text", "--tables", TABLES).out


def test_documents(run, texts):
    english, chinese = texts
    commands = (("annotate", english), ("align", english, chinese), ("gloss", chinese))
    for command in commands:
        assert OFFICE not in run(*command).out
        assert OFFICE in run(*command, "--tables", TABLES).out


def test_show_and_search(run, refuse):
    assert "there is no" in refuse("show", OFFICE)
    shown = json.loads(run("show", OFFICE, "--format", "json", "--tables", TABLES).out)
    assert shown["tenures"][0]["person"] == "person:chan-tai-man-example"
    assert OFFICE in run("search", "President", "Example", "Association", "--tables", TABLES).out


def test_export(run, texts):
    assert OFFICE.replace(":", ".") in run("gazetteer", "export", "--format", "ftm", "--tables", TABLES).out
    named = run("gazetteer", "export", "--format", "omegat", "--document", texts[1], "--tables", TABLES).out
    assert "President of the Hong Kong Example Association\t香港範例協會會長" in named


def test_stats_count_both_or_one_folder_alone(run, refuse):
    def offices(*options: object) -> int:
        return int(next(line.split()[1] for line in run("gazetteer", "stats", *options).out.splitlines() if line.startswith("offices ")))

    assert offices("--tables", TABLES) == offices() + 1
    assert offices(TABLES) == 1
    assert "leave one of them out" in refuse("gazetteer", "stats", TABLES, "--tables", TABLES)


def test_several_folders_the_last_is_the_strongest(run, tmp_path):
    header = (TABLES / "entities" / "people.csv").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "entities").mkdir()
    row = "person:chan-tai-man-example,Paul Chan Tai-man,陳大文,陈大文,Chan,Tai-man,Paul,,hk,male,Mr,unverified,low,invented"
    (tmp_path / "entities" / "people.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    both = run("resolve", MENTION, "--on", "2024-05-01", "--tables", TABLES, "--tables", tmp_path).out
    assert "Paul Chan Tai-man" in both
    assert "Peter Chan Tai-man" in run("resolve", MENTION, "--on", "2024-05-01", "--tables", tmp_path, "--tables", TABLES).out


def test_validate_over_other_tables(run, refuse, tmp_path):
    header = (TABLES / "entities" / "names.csv").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "entities").mkdir()
    row = "organisation:example-association,Example Body,en,alias,,,unverified,low,invented"
    (tmp_path / "entities" / "names.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    alone = run("gazetteer", "validate", tmp_path)
    assert alone.status == 1
    assert "organisation:example-association stands in no row" in alone.out
    assert run("gazetteer", "validate", tmp_path, "--tables", TABLES).status == 0
    assert "name the folder to check" in refuse("gazetteer", "validate", "--tables", TABLES)


def test_folders_that_are_no_tables(refuse, tmp_path):
    commands = (
        ("resolve", "CE"),
        ("annotate", TABLES / "entities" / "people.csv"),
        ("show", OFFICE),
        ("search", "x"),
        ("gazetteer", "stats"),
    )
    for command in commands:
        assert "there is no such folder" in refuse(*command, "--tables", tmp_path / "none")
    assert "there are no tables" in refuse("resolve", "CE", "--tables", tmp_path)


def test_a_table_that_cannot_be_used_is_one_line(refuse, tmp_path):
    (tmp_path / "entities").mkdir()
    (tmp_path / "entities" / "people.csv").write_bytes(b"\xff")
    assert "is not UTF-8" in refuse("resolve", "CE", "--tables", tmp_path)
    header = (TABLES / "entities" / "tenures.csv").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "entities" / "people.csv").unlink()
    tenures = tmp_path / "entities" / "tenures.csv"
    tenures.write_text(f"{header}\nperson:nobody,office:hk-chief-executive,,,,substantive,unverified,low,\n", encoding="utf-8")
    line = refuse("resolve", "CE", "--tables", tmp_path)
    assert line.startswith(f"{tenures}, line 2, column person: person:nobody stands in no row")


def test_new_writes_tables_that_pass_and_refuses_a_second_time(run, refuse, tmp_path):
    folder = tmp_path / "mine"
    done = run("gazetteer", "new", folder)
    assert done.status == 0
    assert done.out.splitlines()[0] == str(folder / "README.md")
    assert all(Path(line).is_file() for line in done.out.splitlines())
    assert run("gazetteer", "validate", folder).status == 0
    assert refuse("gazetteer", "new", folder) == f"{folder}: README.md exists already; name a new folder; nothing is written over"
