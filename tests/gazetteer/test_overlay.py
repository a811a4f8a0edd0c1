"""Overlays: which row wins, what is refused, and descriptions of another version."""

from __future__ import annotations

import json

import pytest

from coopterms import load
from coopterms._data import tables_folder
from coopterms.errors import InputError, TableError
from coopterms.gazetteer.overlay import load_package
from coopterms.gazetteer.scaffold import new_folder
from coopterms.gazetteer.schema import read_descriptor


@pytest.fixture
def overlay(tmp_path):
    """Empty tables, and a function that adds a row to one."""
    new_folder(tmp_path)

    def add(path: str, **cells: str) -> str:
        file = tmp_path / path
        columns = file.read_text(encoding="utf-8").splitlines()[0].split(",")
        with file.open("a", encoding="utf-8") as out:
            out.write(",".join(cells.pop(column, "") for column in columns) + "\n")
        assert not cells
        return str(tmp_path)

    return add


def person(slug: str, **cells: str) -> dict[str, str]:
    return {"id": f"person:{slug}", "label_en": "Chan Tai-man", "system": "hk", "source": "unverified", "confidence": "low", **cells}


def test_a_row_with_a_known_key_takes_its_place_and_others_are_added(overlay):
    overlay("entities/people.csv", **person("nip-patrick", label_en="Somebody Else"))
    folder = overlay("entities/people.csv", **person("xx-new"))
    before, after = load_package([tables_folder()]), load_package([tables_folder(), folder])
    assert len(after["people"]) == len(before["people"]) + 1
    assert [row["label_en"] for row in after["people"] if row["id"] == "person:nip-patrick"] == ["Somebody Else"]
    assert after.version == before.version


def test_a_folder_without_tables_is_refused_and_not_ignored(tmp_path):
    (tmp_path / "people.csv").write_text("id\n")  # belongs below entities/
    with pytest.raises(InputError, match="there are no tables"):
        load(tmp_path)
    with pytest.raises(InputError, match="there is no such folder"):
        load(tmp_path / "none")


@pytest.mark.parametrize(
    ("path", "cells", "message"),
    [
        ("entities/tenures.csv", {"person": "person:nobody", "office": "office:hk-chief-executive"}, "person:nobody stands in no row"),
        (
            "language/title_templates.csv",
            {"class": "xx", "rank": "xx-rank", "language": "en", "use": "label", "pattern": "Chief of {body}"},
            "xx-rank stands in no row",
        ),
    ],
)
def test_a_row_that_names_nothing_is_an_error_with_its_place(overlay, path, cells, message):
    if "person" in cells:
        cells = cells | {"capacity": "substantive", "source": "unverified", "confidence": "low"}
    folder = overlay(path, **cells)
    with pytest.raises(TableError, match=message) as caught:
        load_package([tables_folder(), folder])
    assert caught.value.table.endswith(path.rpartition("/")[2])
    assert caught.value.row == 2


def test_a_description_of_another_version_does_no_harm(overlay, tmp_path):
    descriptor = read_descriptor(tables_folder())
    for resource in descriptor["resources"]:
        if resource["name"] == "people":
            resource["schema"]["fields"] = [field for field in resource["schema"]["fields"] if field["name"] != "husband_surname"]
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    people = tmp_path / "entities" / "people.csv"
    people.write_text(people.read_text().replace(",husband_surname", ""))
    folder = overlay("entities/people.csv", **person("xx-new", surname="Chan"))
    (row,) = [row for row in load_package([tables_folder(), folder])["people"] if row["id"] == "person:xx-new"]
    assert (row["surname"], row["husband_surname"], row["source"]) == ("Chan", "", "unverified")
