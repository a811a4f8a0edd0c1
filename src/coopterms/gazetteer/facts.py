"""Faults that contradict each other as facts: two holders of a one-seat office, one form for two entities, two labels.

Dates of unlike precision contradict each other only if they must: the latest possible start is compared with the
earliest possible end.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

import attrs

from coopterms.gazetteer.faults import Fault, Period, bounds, fault_at, line_of
from coopterms.gazetteer.relations import rows_by
from coopterms.gazetteer.tables import Package, Row, Table
from coopterms.text import key

NEVER = datetime.date.max


def crowded_offices(package: Package) -> Iterator[Fault]:
    """Find two people who must have held a one-seat office at once, and one person whose tenures of a kind overlap."""
    if "tenures" not in package.tables:
        return
    table = package["tenures"]
    one_seat = {row["id"] for row in package.rows("offices") if row["seats"] == "one"}
    for office, rows in rows_by(table.rows, "office").items():
        held = [(row, period) for row in rows if (period := tenure_period(row)) is not None]
        for (first, one), (second, other) in combinations(held, 2):
            if not one.must_overlap(other):
                continue
            row, earlier = (second, first) if second.line >= first.line else (first, second)
            same_person = first["person"] == second["person"]
            if same_person and first["capacity"] == second["capacity"]:
                message = f"{row['person']} already holds {office} {line_of(earlier)} ({_span(earlier)}) at that time"
                yield fault_at(table, row, "from", message, "merge the two rows, or correct their dates")
            elif not same_person and office in one_seat and first["capacity"] == second["capacity"] == "substantive":
                message = f"{office} has one seat, and {earlier['person']} holds it {line_of(earlier)} ({_span(earlier)})"
                hint = (
                    "correct the dates (`to` is the last day in office; with an open end fill in last_seen unless the "
                    "person is still there), write acting as the capacity, or many as the seats of the office"
                )
                yield fault_at(table, row, "from", f"{message} while {row['person']} does ({_span(row)})", hint)


def open_ends(package: Package) -> Iterator[Fault]:
    """Find tenures with both a last day and a day last seen."""
    for row in package.rows("tenures"):
        if row["to"] and row["last_seen"]:
            message = f"the tenure ends on {row['to']} and was last seen on {row['last_seen']}"
            yield fault_at(package["tenures"], row, "last_seen", message, "leave last_seen empty where `to` is known")


def tenure_period(row: Row) -> Period | None:
    """Return when a tenure lasted.

    Args:
        row: a row of tenures.csv.

    Returns:
        The period, or None where a date cannot be read or neither end is known. A day last seen is the earliest
        possible end; an unknown start lies at the latest on the last possible end.
    """
    if row["to"]:
        end = bounds(row["to"])
    elif row["last_seen"]:
        seen = bounds(row["last_seen"])
        end = seen and (seen[0], NEVER)
    else:
        end = (NEVER, NEVER)
    if end is None:
        return None
    if row["from"]:
        start = bounds(row["from"])
        return start and Period(start, end)
    return None if end[0] == NEVER else Period((datetime.date.min, end[1]), end)


@attrs.frozen
class _Form:
    """One form of an entity and where it stands."""

    text: str
    entity: str
    table: Table
    row: Row
    column: str
    period: Period


def shared_forms(package: Package) -> Iterator[Fault]:
    """Find entities of one kind that share a form at one time, unless ambiguities.csv says that they do."""
    declared: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    for row in package.rows("ambiguities"):
        declared[key(row["form"])].append(frozenset(row.items_of("ids")))
    groups: defaultdict[tuple[str, str], list[_Form]] = defaultdict(list)
    for form in _forms(package):
        if folded := key(form.text):
            groups[form.entity.partition(":")[0], folded].append(form)
    for (_, folded), forms in groups.items():
        if len({form.entity for form in forms}) > 1:
            yield from _undeclared(forms, declared[folded], package)


def lonely_ambiguities(package: Package) -> Iterator[Fault]:
    """Find declared ambiguities of fewer than two entities."""
    for row in package.rows("ambiguities"):
        if len(set(row.items_of("ids"))) < 2:
            message = "a form is ambiguous only between two or more entities"
            yield fault_at(package["ambiguities"], row, "ids", message, "add the others, separated by ' | ', or take out the row")


def strange_usuals(package: Package) -> Iterator[Fault]:
    """Find declared ambiguities whose usual meaning is none of the entities."""
    for row in package.rows("ambiguities"):
        if row["usual"] and row["usual"] not in row.items_of("ids"):
            message = f"{row['usual']} is none of the ids of this row"
            yield fault_at(package["ambiguities"], row, "usual", message, "write one of them, or leave it empty")


def rival_labels(package: Package) -> Iterator[Fault]:
    """Find two label patterns of one class, rank and language that hold at one time."""
    if "title_templates" not in package.tables:
        return
    table = package["title_templates"]
    labels = [row for row in table.rows if row["use"] == "label"]
    groups: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in labels:
        groups[row.key(("class", "rank", "language"))].append(row)
    for rows in groups.values():
        for first, second in combinations(rows, 2):
            if _validity(first).must_overlap(_validity(second)):
                message = f"there is already a label pattern for this class, rank and language {line_of(first)}"
                yield fault_at(table, second, "use", message, "write form for one of them, or give them dates")


FACTS = (crowded_offices, open_ends, shared_forms, lonely_ambiguities, strange_usuals, rival_labels)


def _undeclared(forms: list[_Form], declared: list[frozenset[str]], package: Package) -> Iterator[Fault]:
    clashing: list[_Form] = []
    for one, other in combinations(forms, 2):
        if one.entity == other.entity or any({one.entity, other.entity} <= ids for ids in declared):
            continue
        if one.period.must_overlap(other.period):
            clashing += [one, other]
    if not clashing:
        return
    first_of: dict[str, _Form] = {}
    for form in clashing:
        first_of.setdefault(form.entity, form)
    *others, last = sorted(first_of.values(), key=lambda form: (form.row.line > 0, form.table.resource.path, form.row.line))
    also = ", ".join(f"{form.entity} ({line_of(form.row, form.table)})" for form in others)
    path = package["ambiguities"].resource.path if "ambiguities" in package.tables else "ambiguities.csv"
    ids = " | ".join(sorted(first_of))
    hint = (
        f"if they all bear it, add a row to {path} with the form {last.text} and the ids {ids}; "
        "otherwise correct it, or give valid_from and valid_to"
    )
    yield fault_at(last.table, last.row, last.column, f"{last.text!r} of {last.entity} is also a form of {also}", hint)


def _forms(package: Package) -> Iterator[_Form]:
    periods: dict[str, Period] = {}
    for table in package.tables.values():
        for row in table.rows if table.resource.entities else ():
            period = periods[row["id"]] = _validity(row)
            for column in ("label_en", "label_zh_hant", "label_zh_hans"):
                yield _Form(row[column], row["id"], table, row, column, period)
    for row in package.rows("names"):
        if row["id"] in periods:
            yield _Form(row["name"], row["id"], package["names"], row, "name", _validity(row, periods[row["id"]]))


def _validity(row: Row, within: Period | None = None) -> Period:
    """Return when a row is true; an unknown end is none, so that only dates given keep two rows apart."""
    start = bounds(row.get("valid_from", "")) or (datetime.date.min, datetime.date.min)
    end = bounds(row.get("valid_to", "")) or (NEVER, NEVER)
    if within is not None:
        start, end = max(start, within.start), min(end, within.end)
    return Period(start, end)


def _span(row: Row) -> str:
    last = row["to"] or (f"last seen {row['last_seen']}" if row["last_seen"] else "today")
    return f"{row['from'] or '?'} to {last}"
