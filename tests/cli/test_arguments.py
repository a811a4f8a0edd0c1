"""What the command line accepts and refuses."""

from __future__ import annotations

import pytest

from coopterms import __version__
from coopterms.cli import main


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "the following arguments are required: COMMAND; see coopterms --help"),
        (["reslove", "CE"], "argument COMMAND: invalid choice: 'reslove'"),
        (["resolve", "CE", "--format", "xml"], "argument --format: invalid choice: 'xml'"),
        (["resolve", "CE", "--frmat", "csv"], "unrecognized arguments: --frmat csv"),
        (["resolve", "CE", "--on"], "argument --on: expected one argument; see coopterms resolve --help"),
        (["show"], "the following arguments are required: ID; see coopterms show --help"),
        (["show", "a", "b"], "unrecognized arguments: b"),
        (["search"], "the following arguments are required: WORDS"),
        (["search", "x", "--kind", "ship"], "argument --kind: invalid choice: 'ship'"),
        (["search", "x", "--limit", "many"], "argument --limit: invalid number value: 'many'"),
        (["search", "x", "--limit", "0"], "argument --limit: 0 is less than 1"),
        (["search", "x", "--limit", "-3"], "argument --limit: -3 is less than 1"),
        (["gazetteer"], "the following arguments are required: TASK; see coopterms gazetteer --help"),
    ],
)
def test_wrong_use_is_one_line(refuse, arguments, message):
    assert refuse(*arguments).startswith(message)


@pytest.mark.parametrize("arguments", [["--help"], ["resolve", "--help"], ["show", "-h"], ["search", "-h"], ["gazetteer", "-h"]])
def test_help(capsys, arguments):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 0
    assert "usage: coopterms" in capsys.readouterr().out


def test_version(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert (stop.value.code, capsys.readouterr().out) == (0, f"coopterms {__version__}\n")
