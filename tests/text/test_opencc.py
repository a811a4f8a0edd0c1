"""The character classes, checked against opencc itself: no conversion may change a key.

Works with opencc-python-reimplemented and with any other package of the import name `opencc` that has `OpenCC(name).convert(text)`.
"""

from __future__ import annotations

import pytest

from coopterms._data import tables_folder
from coopterms.gazetteer.tables import Package, read_package
from coopterms.text import key
from coopterms.text.characters import read_classes

opencc = pytest.importorskip("opencc", reason="no package opencc is installed; pip install opencc-python-reimplemented")

CONVERSIONS = ("t2s", "s2t", "s2hk", "hk2s", "s2tw", "tw2s", "t2hk", "t2tw")
"""Not s2twp and tw2sp, which also put other words (軟件 for 软件)."""

RENAMED = frozenset()
"""Labels in which a conversion by phrases puts another character than another shape of the same one."""


@pytest.fixture(scope="module")
def package() -> Package:
    return read_package(tables_folder())


@pytest.fixture(scope="module", params=CONVERSIONS)
def convert(request):
    converter = opencc.OpenCC(request.param)
    return converter.convert


def test_no_conversion_changes_the_key_of_a_character(convert):
    characters = [chr(point) for point in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
    converted = convert("\n".join(characters)).split("\n")
    assert [(a, b) for a, b in zip(characters, converted, strict=True) if key(a) != key(b)] == []


def test_no_conversion_changes_the_key_of_a_row_of_the_table(convert):
    classes = read_classes()
    members = [*classes, *dict.fromkeys(classes.values())]
    converted = convert("\n".join(members)).split("\n")
    assert [(a, b) for a, b in zip(members, converted, strict=True) if key(a) != key(b)] == []


def test_no_conversion_changes_the_key_of_a_name(package, convert):
    names = {row[column] for table in ("people", "organisations", "offices", "terms", "meetings") for row in package[table].rows
             for column in ("label_zh_hant", "label_zh_hans")}  # fmt: skip
    names |= {row["name"] for row in package["names"].rows if row["language"] != "en"}
    ordered = sorted(names - {""} - RENAMED)
    assert len(ordered) > 3000
    converted = convert("\n".join(ordered)).split("\n")
    assert [(a, b) for a, b in zip(ordered, converted, strict=True) if key(a) != key(b)] == []
