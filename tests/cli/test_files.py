"""Output files: whole or not at all."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from coopterms.cli.files import output


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "in.csv"
    path.write_text("text,n\n" + "CE,1\n" * 50 + "CE\n")
    return path


def test_the_file_is_written(run, tmp_path):
    path = tmp_path / "out.csv"
    assert run("resolve", "行政長官", "--format", "csv", "--output", path) == (0, "", "")
    assert "行政長官" in path.read_bytes().decode("utf-8")
    assert b"\r" not in path.read_bytes()
    assert os.listdir(tmp_path) == ["out.csv"]


def test_it_has_the_usual_permissions(tmp_path):
    mask = os.umask(0o027)
    try:
        with output(str(tmp_path / "out")) as file:
            file.write("x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o640


def test_an_error_leaves_no_file_and_keeps_an_older_one(refuse, tmp_path, broken):
    path = tmp_path / "out.csv"
    refuse("resolve", "--input", broken, "--column", "text", "--output", path)
    assert os.listdir(tmp_path) == ["in.csv"]
    path.write_text("older")
    refuse("resolve", "--input", broken, "--column", "text", "--output", path)
    assert (sorted(os.listdir(tmp_path)), path.read_text()) == (["in.csv", "out.csv"], "older")


def test_a_file_may_be_read_and_written_at_once(run, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("text\nCE\n")
    assert run("resolve", "--input", path, "--column", "text", "--output", path).status == 0
    assert path.read_text(encoding="utf-8").splitlines()[1].startswith("CE,resolved")


def test_a_dash_is_standard_output(run):
    assert "office:hk-chief-executive" in run("resolve", "CE", "--output", "-").out


def test_a_place_that_cannot_be_written(refuse, tmp_path):
    nowhere = tmp_path / "none" / "out.csv"
    assert refuse("resolve", "CE", "--output", nowhere) == f"{nowhere}: cannot be written (No such file or directory); choose another place"
    assert refuse("resolve", "CE", "--output", tmp_path) == f"{tmp_path}: cannot be written (Is a directory); choose another place"
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_and_not_replaced(run, tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    received: list[str] = []
    reader = threading.Thread(target=lambda: received.append(path.read_text(encoding="utf-8")))
    reader.start()
    assert run("resolve", "CE", "--output", path).status == 0
    reader.join()
    assert "office:hk-chief-executive" in received[0]
    assert stat.S_ISFIFO(path.stat().st_mode)
