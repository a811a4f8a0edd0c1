"""Empty tables for a curator: readable as an overlay, explained column by column, and never written over anything."""

from __future__ import annotations

import os

import pytest

from coopterms import Resolver, load
from coopterms._data import tables_folder
from coopterms.errors import InputError
from coopterms.gazetteer.scaffold import GUIDE, new_folder
from coopterms.gazetteer.schema import read_descriptor
from coopterms.gazetteer.tables import read_package
from coopterms.gazetteer.validate import validate_folder

DESCRIPTOR = read_descriptor(tables_folder())
PACKAGED = read_package(tables_folder())


def test_what_is_written_is_an_overlay_without_faults(tmp_path):
    files = new_folder(tmp_path / "mine")
    assert sorted(files) == sorted(["README.md", *(PACKAGED[name].resource.path for name in GUIDE)])
    assert validate_folder(tmp_path / "mine", DESCRIPTOR, PACKAGED) == []
    package = read_package(tmp_path / "mine", DESCRIPTOR)
    assert all(package[name].text is not None and len(package[name]) == 0 for name in GUIDE)
    assert Resolver(load(tmp_path / "mine")).resolve("SCMA", on="2018-08-24").person is None


def test_every_table_a_person_keeps_by_entity_is_offered():
    assert {name for name, table in PACKAGED.tables.items() if table.resource.path.startswith("entities/")} <= set(GUIDE)
    assert set(GUIDE) <= set(PACKAGED.tables)


def test_the_readme_explains_every_column_and_names_what_is_allowed(tmp_path):
    new_folder(tmp_path)
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    for name in GUIDE:
        section = text.partition(f"## {PACKAGED[name].resource.path}\n")[2].partition("\n## ")[0]
        for field in PACKAGED[name].resource.fields:
            assert f"| {field.name} | {field.title}".replace("' | '", "' \\| '") in section
            assert ", ".join(field.enum) in section
    assert "| system | How the name is romanised; one of hk, mainland, macao, western | yes |" in text


def test_what_stands_there_already_is_kept(tmp_path):
    (tmp_path / "notes.txt").write_text("ours")
    new_folder(tmp_path)
    people = tmp_path / "entities" / "people.csv"
    people.write_text("precious")
    (tmp_path / "README.md").unlink()
    with pytest.raises(InputError, match=r"entities/organisations\.csv exists already"):
        new_folder(tmp_path)
    assert people.read_text() == "precious"
    assert not (tmp_path / "README.md").exists()
    assert (tmp_path / "notes.txt").read_text() == "ours"


def test_places_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="is a file, not a folder"):
        new_folder(tmp_path / "file")
    with pytest.raises(InputError, match="cannot be written"):
        new_folder(tmp_path / "file" / "below")


@pytest.mark.skipif(os.name != "posix", reason="needs symbolic links")
def test_a_dangling_link_is_not_written_through(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "README.md").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(InputError, match=r"README\.md exists already"):
        new_folder(tmp_path / "mine")
    assert not (tmp_path / "elsewhere").exists()
