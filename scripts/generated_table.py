"""Write a generated CSV table, or check that the committed one is what its generator writes now.

Every generator in this folder ends in `main`: rows in, one file out, with a header comment that says source, version, date and
licence. `--check` writes nothing and exits 1 on any difference, so CI can run all of them.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LANGUAGE = Path(__file__).resolve().parent.parent / "gazetteers" / "language"


def require(**pins: str) -> None:
    """Stop unless each package (underscores for hyphens) is installed in exactly the pinned version."""
    for name, pinned in pins.items():
        package = name.replace("_", "-")
        try:
            found = version(package)
        except PackageNotFoundError:
            sys.exit(f"{package} is missing: pip install {package}=={pinned}")
        if found != pinned:
            sys.exit(f"{package} {found} is installed, but this table is made from {package} {pinned}")


def sha256(data: bytes) -> str:
    """The SHA-256 of an input, for the header."""
    return hashlib.sha256(data).hexdigest()


def render(header: Sequence[str], columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The text of the table: header comment, column names, rows."""
    text = io.StringIO()
    text.writelines(f"# {line}\n" for line in header)
    writer = csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def main(path: Path, build: Callable[[], str], description: str | None) -> int:
    """Command line of a generator: write `path`, or with --check compare it; the exit status."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the committed table differs")
    check = parser.parse_args().check
    text = build()
    if not check:
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"wrote {path}: {text.count(chr(10))} lines")
        return 0
    if path.is_file() and path.read_bytes() == text.encode("utf-8"):
        return 0
    print(f"{path} is not what its generator writes; run the generator and commit the result", file=sys.stderr)
    return 1
