"""Columns that line up although Chinese characters are two cells wide."""

from __future__ import annotations

import os

import pytest

from coopterms.cli import terminal
from coopterms.cli.terminal import columns, pad, width


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("abc", 3), ("行政長官", 8), ("CE 行政長官", 11), ("ＣＥ", 4), ("e\u0301", 1), ("é", 1), ("「」", 4), ("…", 1), ("𠮷", 2)],
)
def test_width(text, cells):
    assert width(text) == cells
    assert width(pad(text, 20)) == 20
    assert pad(text, 0) == text


ROWS = [("person", "Patrick Nip", "聶德權", "person:nip-patrick"), ("office", "Chief Executive", "行政長官", "office:hk-chief-executive")]


def test_columns_line_up():
    lines = columns(ROWS, indent="  ", limit=100)
    starts = [width(line[: line.index(row[-1])]) for line, row in zip(lines, ROWS, strict=True)]
    assert len(set(starts)) == 1
    assert [width(line[: line.index(row[2])]) for line, row in zip(lines, ROWS, strict=True)] == [27, 27]


def test_where_there_is_no_room_the_last_cell_goes_below():
    lines = columns([*ROWS, ("term", "x", "", "")], indent="  ", limit=50)
    assert lines == [
        "  person  Patrick Nip  聶德權",
        "          person:nip-patrick",
        "  office  Chief Executive  行政長官",
        "          office:hk-chief-executive",
        "  term    x",
    ]
    assert columns([("a" * 30, "b" * 30)], limit=10) == ["a" * 30 + "  " + "b" * 30]
    assert columns([]) == []


def test_the_width_of_the_terminal(monkeypatch):
    def broken(_):
        raise OSError

    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        monkeypatch.setattr(terminal.sys, "stdout", nowhere)
        monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((47, 11)))
        assert terminal.terminal_width() == 47
        monkeypatch.setattr(os, "get_terminal_size", broken)
        assert terminal.terminal_width() == 120
