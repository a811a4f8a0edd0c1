"""The program, run in this process or in one of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import coopterms
from coopterms.cli import main

SOURCE = str(Path(coopterms.__file__).parents[1])


class Done(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def run(capsys) -> Callable[..., Done]:
    """Run the program in this process."""

    def program(*arguments: object) -> Done:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        return Done(status, *capsys.readouterr())

    return program


@pytest.fixture
def refuse(run) -> Callable[..., str]:
    """Run the program, which must refuse with status 2, one line on standard error, and nothing else; return the line."""

    def program(*arguments: object) -> str:
        done = run(*arguments)
        assert done.status == 2
        assert done.err.startswith("coopterms: ")
        assert done.err.count("\n") == 1
        assert "Traceback" not in done.err
        return done.err.removeprefix("coopterms: ").rstrip("\n")

    return program


@pytest.fixture
def typed(monkeypatch) -> Callable[[bytes], None]:
    """Put bytes on standard input."""

    def put(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))

    return put


@pytest.fixture
def spawn() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the program in a process of its own."""

    def program(*arguments: object, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "coopterms", *map(str, arguments)]
        return subprocess.run(command, env=os.environ | {"PYTHONPATH": SOURCE} | environment, input=stdin, capture_output=True, check=False)

    return program
