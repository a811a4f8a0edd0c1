"""Write the generated sections of docs/coverage.md: figures of the tables, the coverage benchmark, and the spot check.

    python scripts/write_coverage.py [--check]

Each section stands between `<!-- begin: NAME -->` and `<!-- end: NAME -->`; the rest of the page is written by hand and left alone. The
figures are those of `coopterms gazetteer stats`; the benchmark is benchmarks/coverage.py; the spot check is benchmarks/spot_check.csv, if
that is there. `--check` writes nothing and exits 1 if the page is not what would be written.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from coopterms import Resolver
from coopterms._data import tables_folder
from coopterms.gazetteer.stats import statistics
from coopterms.gazetteer.tables import read_package

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "coverage.md"
BENCHMARK = ROOT / "benchmarks" / "coverage.py"
SPOT_CHECK = ROOT / "benchmarks" / "spot_check.csv"
LANGUAGES = {"en": "English", "zh-Hant": "Chinese, Traditional", "zh-Hans": "Chinese, Simplified"}


def markdown(rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; the first row is its header. Figures are set right."""
    header, *body = [[cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows]
    figures = [bool(body) and all(re.fullmatch(r"[\d.,]*", row[at]) for row in body) for at in range(len(header))]
    lines = [header, ["---:" if figure else "---" for figure in figures], *body]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def figures_of_the_tables() -> str:
    """What `coopterms gazetteer stats` prints."""
    package = read_package(tables_folder())
    return f"Tables of {package.version}.\n\n" + "\n".join(markdown(rows) for rows in statistics(package))


def benchmark() -> str:
    """The tables of benchmarks/coverage.py, now."""
    coverage = _module(BENCHMARK)
    with coverage.MENTIONS.open(encoding="utf-8", newline="") as file:
        mentions = list(csv.DictReader(file))
    resolver = Resolver()
    periods: dict[str, list[Any]] = {f"{first}-{last}": [] for first, last in coverage.PERIODS}
    languages: dict[str, list[Any]] = defaultdict(list)
    for row in mentions:
        outcome = coverage.judge(resolver.resolve(row["mention"], on=row["date"]), row)
        periods[coverage.period(row)].append(outcome)
        languages[LANGUAGES[row["language"]]].append(outcome)
    groups = {**periods, "all": [outcome for found in periods.values() for outcome in found]}
    return "\n".join(_outcomes(head, found, coverage.OUTCOMES) for head, found in (("period", groups), ("language", languages)))


def spot_check() -> str:
    """The hand-checked rows, and how many had which verdict."""
    if not SPOT_CHECK.is_file():
        return "No rows have been checked by hand yet.\n"
    with SPOT_CHECK.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    verdicts = Counter(row["verdict"] for row in rows)
    counts = [("verdict", "rows", "%"), *((name, str(n), str(round(100 * n / len(rows)))) for name, n in verdicts.most_common())]
    table = [("person", "office", "claimed dates", "page seen", "verdict", "note"), *map(_checked, rows)]
    return (
        f"{len(rows)} rows were checked.\n\n{markdown(counts)}\n<details>\n<summary>Every row</summary>\n\n{markdown(table)}\n</details>\n"
    )


SECTIONS: dict[str, Callable[[], str]] = {"statistics": figures_of_the_tables, "benchmark": benchmark, "spot check": spot_check}


def rewrite(page: str, sections: dict[str, Callable[[], str]]) -> str:
    """The page with the sections between their markers written anew.

    Raises:
        ValueError: the page lacks a marker.
    """
    for name, write in sections.items():
        begin, end = f"<!-- begin: {name} -->\n", f"<!-- end: {name} -->"
        if page.count(begin) != 1 or page.count(end) != 1 or page.index(begin) > page.index(end):
            raise ValueError(f"the page must have {begin.strip()} and {end} once each, in this order")
        head, rest = page.split(begin)
        page = f"{head}{begin}\n{write()}\n{end}{rest.partition(end)[2]}"
    return page


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check the page; the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the page is out of date")
    check = parser.parse_args(arguments).check
    name = PAGE.relative_to(ROOT).as_posix()
    old = PAGE.read_text(encoding="utf-8")
    new = rewrite(old, SECTIONS)
    if check and new != old:
        print(f"{name} is out of date; run scripts/write_coverage.py and commit the result", file=sys.stderr)
        return 1
    if new != old:
        PAGE.write_text(new, encoding="utf-8", newline="\n")
        print(f"wrote {name}")
    return 0


def _module(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"cannot load {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _outcomes(head: str, groups: dict[str, list[str]], names: Sequence[str]) -> str:
    rows: list[tuple[str, ...]] = [(head, "mentions", *names, "share right")]
    for name, outcomes in groups.items():
        counts = Counter(outcomes)
        rows.append((name, str(len(outcomes)), *(str(counts[each]) for each in names), f"{counts['right'] / len(outcomes):.3f}"))
    return markdown(rows)


def _checked(row: dict[str, str]) -> tuple[str, ...]:
    last = row["to"] or (f"last seen {row['last_seen']}" if row["last_seen"] else "")
    dates = f"{row['from'] or '…'} to {last or '…'}" + ("" if row["capacity"] == "substantive" else f", {row['capacity']}")
    pages = " ".join(f"<{page}>" for page in _pages(row["page"]))
    return row["person"], row["office"], dates, pages, row["verdict"], row["note"]


def _pages(cell: str) -> Iterator[str]:
    return (page.strip() for page in cell.split(" | ") if page.strip())


if __name__ == "__main__":
    sys.exit(main())
