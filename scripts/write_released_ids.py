"""Add the IDs of the tables to tests/data/released_ids.txt, at a release; what stands there stays.

    python scripts/write_released_ids.py

A test fails when an ID of that list no longer leads anywhere. Derived offices are in it, for other programs keep their IDs as well.
"""

from __future__ import annotations

from pathlib import Path

from coopterms import Resolver

LIST = Path(__file__).resolve().parent.parent / "tests" / "data" / "released_ids.txt"


def main() -> None:
    """Write the list."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    released = {line for line in lines if not line.startswith("#")}
    lexicon = Resolver().lexicon
    now = {entity for kind in ("organisation", "office", "person", "term") for entity in lexicon.ids(kind)}
    comment = [line for line in lines if line.startswith("#")]
    LIST.write_text("".join(f"{line}\n" for line in [*comment, *sorted(released | now)]), encoding="utf-8", newline="\n")
    print(f"{len(now - released)} added, {len(released | now)} in all")


if __name__ == "__main__":
    main()
