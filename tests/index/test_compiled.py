"""The compiled file: where it lies, when it is made again, and that it appears whole or not at all."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest

from coopterms import Resolver, _data
from coopterms.errors import TableError
from coopterms.index import compiled


@pytest.fixture
def cache(tmp_path: Path, monkeypatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("COOPTERMS_CACHE", str(folder))
    return folder


@pytest.fixture
def small(tmp_path: Path, monkeypatch) -> Path:
    """A checkout whose tables are the packaged ones with next to no entities, quick to compile."""
    here = tmp_path / "checkout" / "src" / "coopterms"
    here.mkdir(parents=True)
    folder = tmp_path / "checkout" / "gazetteers"
    shutil.copytree(_data.tables_folder(), folder)
    for path in (folder / "entities").glob("*.csv"):
        header, *lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text(header + "".join(line for line in lines if line.startswith("organisation:hk-security-bureau,")), encoding="utf-8")
    monkeypatch.setattr(_data, "_HERE", str(here))
    return folder


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"COOPTERMS_CACHE": "/c"}, "/c"),
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/coopterms"),
        ("linux", {}, "/home/a/.cache/coopterms"),
        ("darwin", {}, "/home/a/Library/Caches/coopterms"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/coopterms"),
        ("win32", {}, "/home/a/coopterms"),
    ],
)
def test_the_cache_folder(monkeypatch, platform, environment, expected):
    for name in ("COOPTERMS_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in (environment | {"HOME": "/home/a"}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert Path(compiled.cache_folder()).as_posix() == expected


def test_the_fingerprint_changes_with_a_table_and_with_the_folders(small, tmp_path):
    before = compiled.fingerprint([str(small)])
    assert compiled.fingerprint([str(small)]) == before
    path = small / "language" / "ranks.csv"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    after = compiled.fingerprint([str(small)])
    (small / "README.txt").write_text("not a table")
    assert compiled.fingerprint([str(small)]) == after
    (tmp_path / "over").mkdir()
    (tmp_path / "over" / "people.csv").write_text("id\n")
    assert len({before, after, compiled.fingerprint([str(small), str(tmp_path / "over")])}) == 3


def test_the_file_is_made_once_and_found_again(small, cache):
    path = Path(compiled.compiled_file())
    assert path.parent == cache
    assert compiled.usable(str(path))
    stamp = path.stat().st_mtime_ns
    assert (compiled.compiled_file(), path.stat().st_mtime_ns) == (str(path), stamp)
    assert [file.name for file in cache.iterdir()] == [path.name]


@pytest.mark.parametrize("content", [b"", b"garbage" * 1000, b"SQLite format 3\x00" + b"\x00" * 200])
def test_a_broken_file_is_made_again(small, cache, content):
    path = Path(compiled.compiled_file())
    path.write_bytes(content)
    assert not compiled.usable(str(path))
    assert compiled.compiled_file() == str(path)
    assert compiled.usable(str(path))


def test_a_file_of_another_format_is_made_again(small, cache):
    path = compiled.compiled_file()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = '0' WHERE name = 'format'")
    connection.commit()
    connection.close()
    assert not compiled.usable(path)
    assert compiled.usable(compiled.compiled_file())


def test_a_broken_table_leaves_nothing_behind(small, cache):
    (small / "language" / "ranks.csv").write_text("id\n")
    with pytest.raises(TableError, match="there is no column"):
        compiled.compiled_file()
    assert list(cache.iterdir()) == []


def test_a_failure_while_writing_leaves_nothing_behind(small, cache, monkeypatch):
    def fail(*_):
        raise RuntimeError("the power went")

    monkeypatch.setattr(compiled.os, "replace", fail)
    with pytest.raises(RuntimeError, match="the power went"):
        compiled.compiled_file()
    assert list(cache.iterdir()) == []


def test_where_the_cache_cannot_be_written_the_temporary_folder_serves(small, tmp_path, monkeypatch):
    blocked = tmp_path / "a file, no folder"
    blocked.write_text("")
    monkeypatch.setenv("COOPTERMS_CACHE", str(blocked / "cache"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert Path(compiled.compiled_file()).parent == tmp_path / "coopterms"
    shutil.rmtree(tmp_path / "coopterms")
    (tmp_path / "coopterms").write_text("")
    with pytest.raises(OSError, match="set COOPTERMS_CACHE"):
        compiled.compiled_file()


def test_an_installed_package_brings_its_own_file(small, cache):
    shipped = Path(_data.tables_folder()).parent / "_compiled.sqlite"
    shutil.move(compiled.compiled_file(), shipped)
    assert compiled.compiled_file() == str(shipped)
    assert list(cache.iterdir()) == []
    resolver = Resolver()
    assert resolver.resolve("Security Bureau").organisation.id == "organisation:hk-security-bureau"
    assert os.path.dirname(compiled.compiled_file((str(small),))) == str(cache)
