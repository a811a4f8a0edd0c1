"""Files in and out: UTF-8 whatever the locale, clear errors, and no half-written output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from coopterms.errors import InputError


def read_lines(name: str = "standard input") -> Iterator[str]:
    """Yield the lines of standard input.

    Raises:
        InputError: a byte is not UTF-8.
    """
    for number, line in enumerate(sys.stdin.buffer, 1):
        yield decode(line, name, number).rstrip("\r\n").removeprefix("\ufeff" if number == 1 else "")


def read_text(path: str) -> str:
    """Read a whole file.

    Args:
        path: the file, or "-" for standard input.

    Raises:
        InputError: it cannot be read, or is not UTF-8 text.
    """
    name = "standard input" if path == "-" else path
    try:
        if path == "-":
            data = sys.stdin.buffer.read()
        else:
            with open(path, "rb") as file:
                data = file.read()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", name, "check the name and the permissions") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        problem = f"line {line}, column {column}: byte 0x{data[error.start]:02x} is not UTF-8"
        raise InputError(problem, name, "it is no text, or must be saved as UTF-8") from error


def decode(line: bytes, name: str, number: int) -> str:
    """Decode one line.

    Args:
        line: its bytes.
        name: the file, for the message.
        number: the line's number.

    Raises:
        InputError: a byte is not UTF-8.
    """
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"line {number}, column {error.start + 1}: byte 0x{line[error.start]:02x} is not UTF-8", name, "save it as UTF-8"
        ) from error


@contextmanager
def output(path: str | None) -> Iterator[TextIO]:
    """Open the output: standard output, or a file that appears whole when all went well and not at all otherwise.

    Args:
        path: the file, or None or "-" for standard output.

    Raises:
        InputError: the file cannot be written.
    """
    if path is None or path == "-":
        yield sys.stdout
        return
    if os.path.exists(path) and not os.path.isfile(path):
        with _device(path) as file:
            yield file
        return
    import tempfile

    folder = os.path.dirname(os.path.abspath(path))
    try:
        handle, beside = tempfile.mkstemp(prefix=".coopterms-", dir=folder)
    except OSError as error:
        raise InputError(f"cannot be written ({error.strerror})", path, "choose another place") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            yield file
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(beside, 0o666 & ~mask)
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise


def _device(path: str) -> TextIO:
    """Open a pipe or a device, which must be written as it is and never be replaced by a file."""
    try:
        return open(path, "w", encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"cannot be written ({error.strerror})", path, "choose another place") from error
