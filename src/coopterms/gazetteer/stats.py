"""The state of the tables in figures: how many rows of what, how sure, from which years, how open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from coopterms.gazetteer.tables import Package

ENTITIES = ("people", "organisations", "offices", "terms", "meetings", "names", "tenures")
PERIODS = ((1997, 2002), (2002, 2007), (2007, 2012), (2012, 2017), (2017, 2022), (2022, 2027))
"""Terms of government: from 1 July of the first year to 30 June of the second."""

Rows = list[tuple[str, ...]]


def by_confidence(package: Package) -> Rows:
    """Count the rows of each table by confidence.

    Args:
        package: the tables.

    Returns:
        A header and a row for each table: rows, high, medium, low, share of high in per cent.
    """
    rows: Rows = [("table", "rows", "high", "medium", "low", "high %", "unverified")]
    for name in ENTITIES:
        table = package[name]
        counts = Counter(row["confidence"] for row in table.rows)
        unverified = sum(row["source"] == "unverified" for row in table.rows)
        share = _percent(counts["high"], len(table))
        figures = (len(table), counts["high"], counts["medium"], counts["low"], share, unverified)
        rows.append((name, *map(str, figures)))
    return rows


def by_period(package: Package) -> Rows:
    """Count tenures by the term of government in which they began.

    Args:
        package: the tables.
    """
    started = Counter(_period(row["from"]) for row in package["tenures"].rows)
    names = [f"{first}-{last}" for first, last in PERIODS]
    order = ["before 1997", *names, "later", "start unknown"]
    return [("tenures begun", "rows"), *((name, str(started[name])) for name in order if started[name])]


def open_ends(package: Package) -> Rows:
    """Count how well tenures are dated, and when open ones were last seen.

    Args:
        package: the tables.
    """
    tenures = package["tenures"].rows
    both = sum(bool(row["from"] and row["to"]) and row["source"] != "unverified" for row in tenures)
    rows: Rows = [("tenure dates", "rows"), (f"both dates, with a source ({_percent(both, len(tenures))} %)", str(both))]
    open_rows = [row for row in tenures if not row["to"]]
    rows.append(("open, current when the table was made", str(sum(not row["last_seen"] for row in open_rows))))
    seen = Counter(row["last_seen"][:4] for row in open_rows if row["last_seen"])
    rows += [(f"open, last seen {year}", str(seen[year])) for year in sorted(seen)]
    return rows


def language_rows(package: Package) -> Rows:
    """Count the rows of the language tables.

    Args:
        package: the tables.
    """
    names = [name for name, table in package.tables.items() if table.resource.path.startswith("language/")]
    return [("language table", "rows"), *((name, str(len(package[name]))) for name in names)]


def statistics(package: Package) -> Iterable[Rows]:
    """Yield every table of figures.

    Args:
        package: the tables.

    >>> from coopterms._data import tables_folder
    >>> from coopterms.gazetteer.tables import read_package
    >>> next(iter(statistics(read_package(tables_folder()))))[0][0]
    'table'
    """
    yield by_confidence(package)
    yield by_period(package)
    yield open_ends(package)
    yield language_rows(package)


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def _period(start: str) -> str:
    if not start:
        return "start unknown"
    for first, last in PERIODS:
        if f"{first}-07" <= start[:7] < f"{last}-07" or (len(start) == 4 and first <= int(start) < last):
            return f"{first}-{last}"
    return "before 1997" if start < "1997-07" else "later"
