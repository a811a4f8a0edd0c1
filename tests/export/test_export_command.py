"""`coopterms gazetteer export`."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cli.conftest import refuse, run  # noqa: F401

FORMATS = ("omegat", "trados", "memoq", "deepl", "tbx", "tbx2", "skos", "ftm")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "release.txt"
    path.write_text("律政司司長鄭若驊與保安局今日出席會議。", encoding="utf-8")
    return path


@pytest.mark.parametrize("format_", FORMATS)
def test_each_format_of_what_a_document_names(run, document, tmp_path, format_):  # noqa: F811
    target = tmp_path / "out"
    done = run("gazetteer", "export", "--format", format_, "--document", document, "--on", "2018-08-24", "--output", target)
    assert (done.status, done.out, done.err) == (0, "", "")
    text = target.read_text(encoding="utf-8")
    assert "Secretary for Justice" in text
    assert "Secretary for Education" not in text


def test_the_whole_gazetteer_in_each_direction_and_script(run):  # noqa: F811
    there = run("gazetteer", "export", "--format", "deepl", "--kind", "office", "--kind", "organisation")
    back = run("gazetteer", "export", "--format", "deepl", "--kind", "office", "--script", "Hans", "--from", "zh")
    assert ["Secretary for Justice", "律政司司長"] in list(csv.reader(there.out.splitlines()))
    assert ["律政司司长", "Secretary for Justice"] in list(csv.reader(back.out.splitlines()))
    assert there.err.endswith("left out: no label in both languages\n")


def test_one_script_only(run):  # noqa: F811
    for format_ in ("tbx", "skos", "ftm"):
        out = run("gazetteer", "export", "--format", format_, "--kind", "organisation", "--script", "Hans").out
        assert "律政司" in out
        assert "保安局" in out
        assert "運輸及物流局" not in out


def test_a_day_without_a_document_leaves_out_what_did_not_exist(run):  # noqa: F811
    office = "office.hk-secretary-for-constitutional-and-mainland-affairs"
    now = run("gazetteer", "export", "--format", "ftm", "--kind", "office").out
    then = run("gazetteer", "export", "--format", "ftm", "--kind", "office", "--on", "2003-01-01").out
    assert office in {json.loads(line)["id"] for line in now.splitlines()}
    assert office not in {json.loads(line)["id"] for line in then.splitlines()}


def test_who_held_what_is_exported(run, document):  # noqa: F811
    out = run("gazetteer", "export", "--format", "ftm", "--document", document, "--on", "2018-08-24").out
    assert {json.loads(line)["schema"] for line in out.splitlines()} == {"Person", "Position", "PublicBody", "Occupancy"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "the following arguments are required: --format"),
        (["--format", "xls"], "argument --format: invalid choice: 'xls'"),
        (["--format", "tbx", "--from", "zh"], "--from has no meaning for tbx, which has no direction; leave it out"),
        (["--format", "tbx", "--on", "2018-13-01"], "'2018-13-01' is not a date"),
        (["--format", "tbx", "--document", "no-such-file"], "no-such-file: "),
    ],
)
def test_wrong_use_is_one_line(refuse, arguments, message):  # noqa: F811
    assert refuse("gazetteer", "export", *arguments).startswith(message)


def test_nothing_to_export_leaves_no_file(refuse, document, tmp_path):  # noqa: F811
    target = tmp_path / "out"
    message = refuse("gazetteer", "export", "--format", "tbx", "--document", document, "--kind", "term", "--output", target)
    assert message == f"{document}: there is nothing of that sort to export; ask for other kinds or another day"
    assert not target.exists()
