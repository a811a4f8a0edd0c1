"""Qualifiers round a title."""

from __future__ import annotations

import pytest

from coopterms._data import tables_folder
from coopterms.gazetteer.tables import read_package
from coopterms.titles import Qualifier


@pytest.mark.parametrize(
    ("language", "before", "after", "title", "written"),
    [
        ("en", "Acting", "", "Secretary for Justice", "Acting Secretary for Justice"),
        ("en", "", "-elect", "Chief Executive", "Chief Executive-elect"),
        ("en", "", "(Acting)", "Secretary for Justice", "Secretary for Justice (Acting)"),
        ("zh-Hant", "署理", "", "律政司司長", "署理律政司司長"),
        ("zh-Hant", "", "一職", "局長", "局長一職"),
        ("zh-Hant", "出任", "一職", "局長", "出任局長一職"),
    ],
)
def test_writing(language, before, after, title, written):
    assert Qualifier("q", "acting", language, before, after).write(title) == written


def test_every_qualifier_of_the_tables_changes_the_capacity_and_nothing_else(resolver):
    office = resolver.lexicon.entity("office:hk-secretary-for-justice")
    rows = read_package(tables_folder())["qualifiers"].rows
    assert {row["capacity"] for row in rows} >= {"acting", "designate", "former"}
    for row in rows:
        qualifier = Qualifier(row["id"], row["capacity"], row["language"], row["before"], row["after"])
        answer = resolver.resolve(qualifier.write(office.labels[row["language"]]))
        capacity = "former" if row["capacity"] == "ever" else row["capacity"]  # without a name nobody can say whether it is held still
        assert (answer.office, answer.capacity) == (office, capacity), row["id"]
