"""The command line: one file a command, each a thin layer over the library.

Exit status 0 done; 1 done, but something stayed open and `--strict` was given; 2 wrong use or unreadable input, with one line on standard
error that says what, where and what to do.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from coopterms.errors import CooptermsError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Args:
        arguments: the command line after the program's name; the process's own when None.

    Returns:
        The exit status.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        from coopterms.cli.arguments import parser

        given = [_as_utf8(argument) for argument in (sys.argv[1:] if arguments is None else arguments)]
        options = parser(given[0] if given else None).parse_args(given)
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except CooptermsError as error:
        print(f"coopterms: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader went away (`| head`); point standard output elsewhere so that the interpreter's last flush is quiet.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        # A full disk, or no place for the compiled gazetteer: nobody's mistake in the code, so no traceback.
        print(f"coopterms: {error.strerror or error}", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except KeyboardInterrupt:
        print("coopterms: stopped", file=sys.stderr)
        return 130


def _as_utf8(argument: str) -> str:
    """Read an argument's bytes as UTF-8, whatever the locale made of them."""
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeDecodeError:
        return argument
    except UnicodeEncodeError:
        return argument
