"""The state of the tables in figures: how many rows of what, how sure, from which years, how open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from coopterms.gazetteer.tables import Package, Row

ENTITIES = ("people", "organisations", "offices", "terms", "meetings", "names", "tenures")
PERIODS = ((1997, 2002), (2002, 2007), (2007, 2012), (2012, 2017), (2017, 2022), (2022, 2027))
"""Terms of government: from 1 July of the first year to 30 June of the second."""

PLACES = {"hk": "Hong Kong", "mo": "Macao", "cn": "central authorities"}
_ELSEWHERE = "provinces and cities"
_NOWHERE = "place unknown"

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


def by_place(package: Package) -> Rows:
    """Count bodies, offices and tenures by place: Hong Kong, Macao, the central authorities, the provinces and cities.

    Args:
        package: the tables.
    """
    places = {row["id"]: row["jurisdiction"] for row in package["organisations"].rows}
    offices = {row["id"]: places.get(row["organisation"], "") for row in package["offices"].rows}
    counts: dict[str, Counter[str]] = {}
    counts["organisations"] = Counter(map(_place, places.values()))
    counts["offices"] = Counter(map(_place, offices.values()))
    counts["tenures"] = Counter(_place(offices.get(row["office"], "")) for row in package["tenures"].rows)
    rows: Rows = [("place", *counts)]
    for name in (*PLACES.values(), _ELSEWHERE, _NOWHERE):
        if figures := [str(counted[name]) for counted in counts.values() if any(each[name] for each in counts.values())]:
            rows.append((name, *figures))
    return rows


def by_period(package: Package) -> Rows:
    """Count tenures by the term of government in which they began, with how many have both dates from a source.

    Args:
        package: the tables.
    """
    started: dict[str, list[Row]] = {}
    for row in package["tenures"].rows:
        started.setdefault(_period(row["from"]), []).append(row)
    names = [f"{first}-{last}" for first, last in PERIODS]
    rows: Rows = [("tenures begun", "rows", "both dates sourced", "%")]
    for name in ("before 1997", *names, "later", "start unknown"):
        if found := started.get(name):
            rows.append((name, *_dated(found)))
    every = package["tenures"].rows
    return [*rows, ("all", *_dated(every))]


def open_ends(package: Package) -> Rows:
    """Count tenures without a last day: those current when the table was made, and by the year when others were last seen.

    Args:
        package: the tables.
    """
    open_rows = [row for row in package["tenures"].rows if not row["to"]]
    seen = Counter(row["last_seen"][:4] for row in open_rows)
    years = [(f"last seen {year}", str(seen[year])) for year in sorted(seen) if year]
    return [("open tenures", "rows"), ("current when the table was made", str(seen[""])), *years, ("all", str(len(open_rows)))]


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
    yield by_place(package)
    yield by_period(package)
    yield open_ends(package)
    yield language_rows(package)


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def _place(code: str) -> str:
    return PLACES.get(code, _ELSEWHERE) if code else _NOWHERE


def _dated(rows: Sequence[Row]) -> tuple[str, str, str]:
    both = sum(bool(row["from"] and row["to"]) and row["source"] != "unverified" for row in rows)
    return str(len(rows)), str(both), str(_percent(both, len(rows)))


def _period(start: str) -> str:
    if not start:
        return "start unknown"
    for first, last in PERIODS:
        if f"{first}-07" <= start[:7] < f"{last}-07" or (len(start) == 4 and first <= int(start) < last):
            return f"{first}-{last}"
    return "before 1997" if start < "1997-07" else "later"
