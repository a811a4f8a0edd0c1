"""`coopterms gazetteer validate` and `stats`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coopterms._data import tables_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the language tables, which stand on their own, and of one entity table."""
    copy = tmp_path / "mine"
    copy.mkdir()
    source = Path(tables_folder())
    (copy / "language").mkdir()
    shutil.copy(source / "language" / "ranks.csv", copy / "language")
    return copy


def test_the_packaged_tables_are_in_order(run):
    done = run("gazetteer", "validate")
    assert (done.status, done.out) == (0, "")
    assert done.err == f"no faults in {tables_folder()}\n"


def test_a_folder_of_ones_own_is_checked_on_top_of_the_packaged_tables(run, folder):
    done = run("gazetteer", "validate", folder)
    assert (done.status, done.out, done.err) == (0, "", f"no faults in {folder}\n")


def test_a_fault_is_named_with_its_place_and_mended_with_fix(run, folder):
    path = folder / "language" / "ranks.csv"
    content = path.read_bytes()
    path.write_bytes(content.replace(b"\n", b"\r\n"))
    done = run("gazetteer", "validate", folder)
    assert done.status == 1
    assert done.out.startswith("language/ranks.csv, line 1: the line ends are not LF")
    assert done.err == f"1 fault in {folder}\n"
    fixed = run("gazetteer", "validate", folder, "--fix")
    assert (fixed.status, fixed.out) == (0, "language/ranks.csv: written in canonical form\n")
    assert path.read_bytes() == content
    assert run("gazetteer", "validate", folder, "--fix").out == ""


def test_several_faults_are_counted(run, folder):
    (folder / "entities").mkdir()
    (folder / "entities" / "people.csv").write_text("id\n")
    (folder / "entities" / "terms.csv").write_text("id\n")
    done = run("gazetteer", "validate", folder)
    assert done.status == 1
    assert done.err == f"{len(done.out.splitlines())} faults in {folder}\n"
    assert {"entities/people.csv", "entities/terms.csv"} == {line.partition(",")[0] for line in done.out.splitlines()}


def test_a_folder_that_is_not_there(refuse, tmp_path):
    for task in ("validate", "stats"):
        assert "there is no such folder" in refuse("gazetteer", task, tmp_path / "none")


def test_a_table_that_cannot_be_read_is_not_mended(refuse, folder):
    (folder / "language" / "ranks.csv").write_bytes(b"\xff")
    assert "is not UTF-8" in refuse("gazetteer", "validate", folder, "--fix")


def test_figures(run, resolver, folder):
    done = run("gazetteer", "stats")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"tables of {resolver.data_version}\n")
    people = next(line.split() for line in done.out.splitlines() if line.startswith("people "))
    assert int(people[1]) == len(resolver.lexicon.ids("person"))
    assert sum(map(int, people[2:5])) == int(people[1])
    own = run("gazetteer", "stats", folder).out
    assert next(line.split() for line in own.splitlines() if line.startswith("people "))[1] == "0"
