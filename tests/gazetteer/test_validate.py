"""Each kind of fault, made on purpose in a small clean package."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from coopterms._data import tables_folder
from coopterms.errors import InputError
from coopterms.gazetteer.canonical import canonical
from coopterms.gazetteer.schema import read_descriptor
from coopterms.gazetteer.tables import read_package
from coopterms.gazetteer.validate import Fault, validate, validate_folder

DESCRIPTOR = read_descriptor(tables_folder())
SOURCE = "https://a.hk/x"

CLEAN: dict[str, list[dict[str, str]]] = {
    "people": [
        {"id": "person:au-ann", "label_en": "Ann Au", "label_zh_hant": "區安", "label_zh_hans": "区安", "system": "hk"},
        {
            "id": "person:yu-bo",
            "label_en": "Yu Bo",
            "label_zh_hant": "余波",
            "label_zh_hans": "余波",
            "system": "mainland",
        },
    ],
    "organisations": [
        {
            "id": "organisation:hk-a",
            "label_en": "A Bureau",
            "label_zh_hant": "甲局",
            "jurisdiction": "hk",
            "class": "bureau",
        },
        {"id": "organisation:hk-b", "label_en": "B Bureau", "jurisdiction": "hk", "parent": "organisation:hk-a"},
    ],
    "offices": [
        {
            "id": "office:hk-a",
            "label_en": "Secretary for A",
            "organisation": "organisation:hk-a",
            "rank": "secretary",
            "branch": "north",
            "seats": "one",
        },
        {"id": "office:hk-b", "label_en": "Secretary for B", "organisation": "organisation:hk-b", "seats": "many"},
    ],
    "terms": [{"id": "term:forum", "label_en": "Forum", "label_zh_hant": "論壇", "label_zh_hans": "论坛"}],
    "meetings": [{"id": "term:forum-1", "label_en": "First Forum", "series": "term:forum", "date": "2020-01"}],
    "names": [{"id": "person:au-ann", "name": "Au An", "language": "en", "kind": "pinyin"}],
    "tenures": [
        {"person": "person:au-ann", "office": "office:hk-a", "from": "2017-07-01", "to": "2020-04-21"},
        {"person": "person:yu-bo", "office": "office:hk-a", "from": "2020-04-22"},
    ],
    "redirects": [{"id": "person:au-old", "successor": "person:au-ann"}],
    "sources": [{"host": "a.hk", "publisher": "A", "kind": "primary"}],
    "ranks": [{"id": "secretary", "label_en": "Secretary"}],
    "branches": [{"body": "organisation:hk-a", "branch": "north", "label_en": "North"}],
    "title_templates": [{"class": "bureau", "rank": "secretary", "language": "en", "use": "label", "pattern": "Secretary for {stem}"}],
}
FILLED = {"source": SOURCE, "confidence": "high", "capacity": "substantive"}
DESCRIBED = {entry["name"]: entry for entry in DESCRIPTOR["resources"]}


def columns_of(name: str) -> list[str]:
    return [field["name"] for field in DESCRIBED[name]["schema"]["fields"]]


class Tables:
    """A package in the making: change its rows, then validate it."""

    def __init__(self, folder: Path, rows: dict[str, list[dict[str, str]]]) -> None:
        self.folder = folder
        self.rows = {name: [dict(row) for row in table] for name, table in rows.items()}

    def add(self, name: str, /, **cells: str) -> None:
        self.rows.setdefault(name, []).append(cells)

    def path(self, name: str) -> Path:
        return self.folder / DESCRIBED[name]["path"]

    def write(self) -> None:
        for name, rows in self.rows.items():
            self.path(name).parent.mkdir(parents=True, exist_ok=True)
            with self.path(name).open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, columns_of(name), restval="", lineterminator="\n")
                writer.writeheader()
                for row in rows:
                    writer.writerow({column: FILLED.get(column, "") for column in columns_of(name)} | row)

    def faults(self, base=None) -> list[Fault]:
        self.write()
        return validate(read_package(self.folder, DESCRIPTOR), base)


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    return Tables(tmp_path, CLEAN)


def where(faults: list[Fault]) -> list[tuple[str, int, str]]:
    return [(fault.file.rpartition("/")[2].removesuffix(".csv"), fault.line, fault.column) for fault in faults]


def test_a_clean_package_has_no_fault(tables):
    assert tables.faults() == []


@pytest.mark.parametrize(
    ("table", "row", "cells", "message"),
    [
        ("people", 0, {"label_en": " "}, "the cell is empty"),
        ("people", 0, {"gender": "x"}, "'x' is not one of male, female"),
        ("people", 0, {"source": ""}, "the cell is empty"),
        ("people", 0, {"source": "info.gov.hk"}, "'info.gov.hk' is not the address of a page"),
        ("people", 0, {"source": f"{SOURCE} | unverified"}, "unverified stands beside an address"),
        ("people", 0, {"source": "https://b.hk/"}, "the host b.hk is not in sources.csv"),
        ("people", 0, {"label_en": "Ann 區"}, "'區' in 'Ann 區' is Chinese, in an English cell"),
        ("people", 0, {"label_zh_hant": "Ann"}, "'Ann' has no Chinese character, in a Chinese cell"),
        ("people", 0, {"label_zh_hans": "區安"}, "區 in 區安 is not Simplified Chinese"),
        ("people", 0, {"label_zh_hant": "刘安"}, "刘 in 刘安 is not Traditional Chinese"),
        ("people", 0, {"label_zh_hant": "国安"}, "国 in 国安 is not Traditional Chinese"),
        ("names", 0, {"name": "区安", "language": "zh-Hant"}, "区 in 区安 is not Traditional Chinese"),
        ("names", 0, {"language": "zh"}, "'zh' is not one of en, zh-Hant, zh-Hans"),
        ("names", 0, {"id": "person:nobody"}, "person:nobody stands in no row of entities/people.csv"),
        ("names", 0, {"id": "person:au-old"}, "person:au-old was merged into person:au-ann"),
        ("organisations", 0, {"successor": "organisation:none"}, "organisation:none stands in no row of"),
        ("organisations", 0, {"class": "burro"}, "burro stands in no row of language/title_templates.csv"),
        ("organisations", 1, {"parent": "organisation:none"}, "organisation:none stands in no row of"),
        ("organisations", 0, {"jurisdiction": "Hong Kong"}, "'Hong Kong' does not have the right form"),
        ("organisations", 1, {"valid_from": "2017-13"}, "'2017-13' is not a date of the calendar"),
        ("offices", 0, {"rank": "none"}, "none stands in no row of language/ranks.csv"),
        ("offices", 0, {"branch": "south"}, "organisation:hk-a + south stands in no row of language/branches.csv"),
        ("offices", 1, {"valid_from": "2020-02", "valid_to": "2020-01-31"}, "2020-01-31 is before valid_from 2020-02"),
        ("meetings", 0, {"date": "2020-02-30"}, "'2020-02-30' is not a date of the calendar"),
        ("tenures", 0, {"to": "2017-06-30"}, "2017-06-30 is before from 2017-07-01"),
        ("tenures", 0, {"last_seen": "2019"}, "the tenure ends on 2020-04-21 and was last seen on 2019"),
        ("tenures", 1, {"person": "person:yu-bob"}, "person:yu-bob stands in no row of entities/people.csv"),
        ("redirects", 0, {"successor": "person:nobody"}, "person:nobody stands in no row of entities/people.csv"),
        ("terms", 0, {"label_en": "Forum "}, "'Forum ' has blanks or separators too many or too few"),
    ],
)
def test_a_fault_in_one_cell(tables, table, row, cells, message):
    tables.rows[table][row].update(cells)
    found = tables.faults()
    assert [fault.message for fault in found if fault.message.startswith(message)], found
    (fault,) = (fault for fault in found if fault.message.startswith(message))
    assert (fault.file, fault.line) == (DESCRIBED[table]["path"], row + 2)
    assert fault.column in cells
    assert fault.hint


@pytest.mark.parametrize("identifier", ["au-ann", "person:Au-ann", "person:au--ann", "person:au_ann", "office:au-ann"])
def test_identifiers_are_slugs(tables, identifier):
    tables.rows["people"].append(
        {"id": identifier, "label_en": "Cy", "system": "hk"},
    )
    assert f"{identifier!r} does not have the right form" in [fault.message for fault in tables.faults()]


def test_unverified_rows_have_low_confidence(tables):
    tables.rows["terms"][0].update(source="unverified", confidence="low")
    assert tables.faults() == []
    tables.rows["terms"][0].update(confidence="medium")
    assert where(tables.faults()) == [("terms", 2, "source")]


def test_characters_of_both_scripts_are_left_alone(tables):
    tables.rows["terms"][0].update(label_zh_hant="乾隆里台恒琼", label_zh_hans="乾隆余瞭")
    assert tables.faults() == []


def test_acronyms_may_stand_in_chinese_cells(tables):
    tables.rows["terms"][0].update(label_en="M+", label_zh_hant="M+", label_zh_hans="M+")
    assert tables.faults() == []


def test_a_duplicate_key_names_both_lines(tables):
    tables.add("people", id="person:yu-bo", label_en="Zo", system="hk")
    (fault,) = tables.faults()
    assert (fault.line, fault.message) == (4, "person:yu-bo already stands on line 3 (id must differ)")


def test_an_identifier_in_two_tables(tables):
    tables.rows["meetings"][0]["id"] = "term:forum"
    assert "term:forum already stands on line 2 of entities/terms.csv" in [fault.message for fault in tables.faults()]


def test_circles(tables):
    tables.rows["organisations"][0]["parent"] = "organisation:hk-b"
    tables.rows["offices"][0]["successor"] = "office:hk-a"
    assert [fault.message for fault in tables.faults()] == [
        "successor runs in a circle: office:hk-a -> office:hk-a",
        "parent runs in a circle: organisation:hk-a -> organisation:hk-b -> organisation:hk-a",
    ]


def test_a_merged_identifier_is_gone(tables):
    tables.rows["redirects"].append({"id": "person:yu-bo", "successor": "person:au-ann"})
    found = tables.faults()
    assert ("redirects", 3, "id") in where(found)
    assert "person:yu-bo is merged here and still stands on line 3 of entities/people.csv" in [f.message for f in found]


def test_a_redirect_names_the_last_successor(tables):
    tables.rows["redirects"].append({"id": "person:au-older", "successor": "person:au-old"})
    (fault,) = tables.faults()
    assert (fault.message, fault.hint) == ("person:au-old was merged into person:au-ann", "write person:au-ann")


@pytest.mark.parametrize(
    ("first_to", "last_seen", "second_from", "faulty"),
    [
        ("2020-04-21", "", "2020-04-22", False),
        ("2020-04-21", "", "2020-04-21", True),
        ("2020-04", "", "2020-04", False),
        ("2020-04", "", "2020-04-05", False),
        ("2020-05", "", "2020-04-05", True),
        ("2020", "", "2020-12-31", False),
        ("", "", "2020-04-22", True),
        ("", "2019-12", "2020-04-22", False),
        ("", "2020-05-01", "2020-04-22", True),
        ("2017", "", "", False),
    ],
)
def test_a_one_seat_office_has_one_holder(tables, first_to, last_seen, second_from, faulty):
    tables.rows["tenures"][0].update({"to": first_to, "last_seen": last_seen})
    tables.rows["tenures"][1]["from"] = second_from
    assert where(tables.faults()) == ([("tenures", 3, "from")] if faulty else [])
    tables.rows["tenures"][1]["capacity"] = "acting"
    assert tables.faults() == []
    tables.rows["tenures"][1]["capacity"] = "substantive"
    tables.rows["offices"][0]["seats"] = "many"
    assert tables.faults() == []


def test_one_person_does_not_hold_one_office_twice_at_once(tables):
    tables.rows["tenures"] = [
        {"person": "person:yu-bo", "office": "office:hk-b", "from": "2017", "to": "2019"},
        {"person": "person:yu-bo", "office": "office:hk-b", "from": "2018", "to": "2020"},
    ]
    (fault,) = tables.faults()
    assert fault.message == "person:yu-bo already holds office:hk-b on line 2 (2017 to 2019) at that time"


@pytest.mark.parametrize(
    ("cells", "faulty"),
    [
        ({"label_en": "SECRETARY for a"}, True),
        ({"label_en": "Secretary for A", "valid_to": "2019"}, True),
        ({"label_en": "Secretary for C"}, False),
    ],
)
def test_shared_forms(tables, cells, faulty):
    tables.rows["offices"][1].update(cells)
    found = tables.faults()
    assert where(found) == ([("offices", 3, "label_en")] if faulty else [])
    if faulty:
        assert "ids office:hk-a | office:hk-b" in found[0].hint
    tables.add("ambiguities", form="Secretary for A", ids="office:hk-a | office:hk-b")
    assert tables.faults() == []


def test_forms_may_follow_one_another(tables):
    tables.rows["offices"][0]["valid_to"] = "2019"
    tables.rows["offices"][1].update(label_en="Secretary for A", valid_from="2020-01-01")
    assert tables.faults() == []
    tables.rows["offices"][1]["valid_from"] = "2018-12-31"
    assert where(tables.faults()) == [("offices", 3, "label_en")]


def test_names_share_forms_too_but_not_across_kinds(tables):
    tables.add("names", id="person:yu-bo", name="Au-an", language="en", kind="alias")
    tables.add("names", id="term:forum", name="Au An", language="en", kind="alias")
    (fault,) = tables.faults()
    assert fault.message == "'Au-an' of person:yu-bo is also a form of person:au-ann (on line 2 of entities/names.csv)"


def test_an_ambiguity_needs_two(tables):
    tables.add("ambiguities", form="Forum", ids="term:forum")
    assert where(tables.faults()) == [("ambiguities", 2, "ids")]


def test_one_label_pattern(tables):
    cells = tables.rows["title_templates"][0]
    tables.add("title_templates", **cells | {"pattern": "Secretary {stem}"})
    assert ("title_templates", 3, "use") in where(tables.faults())
    tables.rows["title_templates"] = [cells | {"valid_to": "2001"}, cells | {"pattern": "{stem}", "valid_from": "2002"}]
    tables.rows["title_templates"].sort(key=lambda row: row["pattern"])
    assert tables.faults() == []


@pytest.mark.parametrize(
    ("change", "line", "message"),
    [
        (lambda text: "\ufeff" + text, 1, "the file begins with a byte order mark"),
        (lambda text: text.replace("\n", "\r\n"), 1, "the line ends are not LF"),
        (lambda text: "\n".join([*text.split("\n")[:1], *text.split("\n")[2:0:-1], ""]), 3, "the row stands behind"),
        (lambda text: text.replace("Ann Au", '"Ann Au"'), 2, "quotation marks"),
        (lambda text: text.rstrip("\n"), 0, "quotation marks"),
        (lambda text: text + "\n", 0, "quotation marks"),
    ],
)
def test_canonical_form(tables, change, line, message):
    tables.write()
    path = tables.path("people")
    path.write_bytes(change(path.read_text(encoding="utf-8")).encode())
    package = read_package(tables.folder, DESCRIPTOR)
    (fault,) = validate(package)
    assert (fault.line, fault.message.startswith(message)) == (line, True)
    path.write_text(canonical(package["people"]), encoding="utf-8", newline="\n")
    assert validate(read_package(tables.folder, DESCRIPTOR)) == []


def test_files_nobody_reads(tables):
    tables.write()
    (tables.folder / "person.csv").write_text("id\n")
    assert where(validate_folder(tables.folder, DESCRIPTOR)) == [("person", 0, "")]


def test_all_faults_are_told_in_order(tables):
    tables.rows["people"][1].update(gender="x", system="")
    tables.rows["offices"][0].update(seats="two")
    assert where(tables.faults()) == [("offices", 2, "seats"), ("people", 3, "gender"), ("people", 3, "system")]


def test_faults_of_structure_come_first_and_all_at_once(tables):
    tables.write()
    tables.path("people").write_text("id\n")
    tables.path("terms").write_bytes(b"\xff")
    found = validate_folder(tables.folder, DESCRIPTOR)
    assert {fault.file for fault in found} == {"entities/people.csv", "entities/terms.csv"}
    with pytest.raises(InputError):
        validate_folder(tables.folder / "none", DESCRIPTOR)


def test_an_overlay_refers_to_its_base(tables, tmp_path):
    tables.write()
    base = read_package(tables.folder, DESCRIPTOR)
    mine = Tables(tmp_path / "mine", {"names": [{"id": "person:yu-bo", "name": "Bo", "language": "en", "kind": "alias"}]})
    assert mine.faults(base) == []
    assert where(mine.faults()) == [("names", 2, "id"), ("names", 2, "source")]
    mine.rows["names"][0]["name"] = "Ann Au"
    (fault,) = mine.faults(base)
    assert fault.message == "'Ann Au' of person:yu-bo is also a form of person:au-ann (in the packaged tables)"
    mine.rows = {"people": [CLEAN["people"][0] | {"label_en": "Anne Au"}]}  # takes the place of the base's row
    assert [fault for fault in mine.faults(base) if fault.file == "entities/people.csv"] == []


def test_the_committed_tables_are_in_order():
    assert [str(fault) for fault in validate_folder(tables_folder())] == []


def test_the_usual_meaning_is_one_of_the_entities(tables):
    tables.add("ambiguities", form="Chan Tai-man", ids="person:chan-a | person:chan-b", usual="person:chan-c")
    assert ("ambiguities", 2, "usual") in where(tables.faults())
