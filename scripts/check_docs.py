"""Check every example of README.md and docs/*.md: `>>>` lines as doctests, `$ coopterms ...` in ```console blocks against their output.

    python scripts/check_docs.py [--update]

Prints one line a file and exits 1 on a difference, showing it. Examples run from the top of the checkout; standard output and standard
error of a command are compared together. `--update` writes the true output of the `$` examples into the files instead.
"""

from __future__ import annotations

import argparse
import difflib
import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"(?ms)^```console\n(.*?)^```$")
EXAMPLE = re.compile(r"(?m)^\$ (coopterms .*)\n((?:(?!\$ ).*\n)*)")


def output_of(command: str) -> str:
    """What a command line prints, without blanks at line ends (editors drop them) and empty lines at the end."""
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "COLUMNS": "80"},
        check=False,
    )
    lines = done.stdout.decode("utf-8").replace("\r\n", "\n").split("\n")
    text = "\n".join(line.rstrip() for line in lines).rstrip()
    return f"{text}\n" if text else ""


def rewrite(text: str) -> tuple[str, int]:
    """The page with the true output of its `$` examples, and how many there are."""
    count = 0

    def example(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        blank = "\n" if match[2] == "\n" or match[2].endswith("\n\n") else ""
        return f"$ {match[1]}\n{output_of(match[1])}{blank}"

    def block(match: re.Match[str]) -> str:
        return f"```console\n{EXAMPLE.sub(example, match[1])}```"

    return BLOCK.sub(block, text), count


def check(page: Path, update: bool) -> bool:
    """Check one page, print its line, and say whether all is well."""
    name = page.relative_to(ROOT).as_posix()
    text = page.read_text(encoding="utf-8")
    true_text, commands = rewrite(text)
    if update and true_text != text:
        page.write_text(true_text, encoding="utf-8", newline="\n")
        text = true_text
    difference = list(difflib.unified_diff(text.splitlines(), true_text.splitlines(), name, f"{name}, as printed now", lineterm="", n=1))
    failed, tried = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    well = not difference and not failed
    print(f"{name}: {tried} Python and {commands} command examples {'pass' if well else 'FAIL'}")
    print("\n".join(difference), end="\n" if difference else "")
    return well


def main() -> int:
    """Check all pages; the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--update", action="store_true", help="write the true output of the $ examples into the pages")
    update = parser.parse_args().update
    os.chdir(ROOT)
    outcomes = [check(page, update) for page in PAGES]
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
