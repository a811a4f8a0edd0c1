"""Reading tables, and the canonical form."""

from __future__ import annotations

import pickle
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coopterms import errors
from coopterms.gazetteer.canonical import canonical
from coopterms.gazetteer.schema import Resource, read_resources, split_list
from coopterms.gazetteer.tables import Row, Table, read_package, read_table


def describe(*columns: str, lists: tuple[str, ...] = ()) -> dict:
    fields = [{"name": column, "coopterms:list": column in lists} for column in columns]
    schema = {"fields": fields, "primaryKey": columns[0]}
    return {"version": "1", "resources": [{"name": "x", "path": "sub/x.csv", "schema": schema}]}


def resource(*columns: str, lists: tuple[str, ...] = ()) -> Resource:
    return read_resources(describe(*columns, lists=lists))[0]


@pytest.fixture
def read(tmp_path: Path):
    def read_bytes(data: bytes, *columns: str, **options) -> Table:
        path = tmp_path / "x.csv"
        path.write_bytes(data)
        return read_table(path, resource(*(columns or ("id", "note"))), **options)

    return read_bytes


def test_rows_know_their_line_and_cannot_change(read):
    table = read(b'# made\n# 2026\nid,note\n\na,"one\ntwo"\nb,"x, ""y"""\n')
    assert [(row.line, row["id"], row["note"]) for row in table] == [(5, "a", "one\ntwo"), (7, "b", 'x, "y"')]
    assert table.comment == ("# made", "# 2026")
    assert dict(table.rows[0]) == {"id": "a", "note": "one\ntwo"}
    with pytest.raises(AttributeError):
        table.rows[0].line = 3


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfid,note\na,b\n", b"id,note\r\na,b\r\n", b"note,id\nb,a\n", b"\nid,note\na,b"])
def test_customary_deviations_are_read(read, data):
    assert [dict(row) for row in read(data)] == [{"id": "a", "note": "b"}]


@pytest.mark.parametrize(
    ("data", "line", "column", "message"),
    [
        (b"id,note\na,\xb3\xc2\n", 2, None, "byte 0xb3 is not UTF-8"),
        (b"id\na\n", 1, "note", "there is no column note"),
        (b"# c\nid,note,more\n", 2, "more", "column 'more' does not belong here"),
        (b"id,note,id\n", 1, "id", "column 'id' is there twice"),
        (b"id,note\na,b\na\n", 3, None, "the row has 1 cells and the header 2"),
        (b"id,note\na,b,c\n", 2, None, "the row has 3 cells and the header 2"),
        (b'id,note\na,b\nc,"d\ne,f\n', 3, None, "the quotation marks are not in order"),
        (b'id,note\na,"b"c\n', 2, None, "the quotation marks are not in order"),
        (b'"id\n', 1, None, "the quotation marks are not in order"),
        (b"", None, None, "the file has no header row"),
        (b"# only\n\n", None, None, "the file has no header row"),
    ],
)
def test_structure(read, data, line, column, message):
    with pytest.raises(errors.TableError, match=r"^x\.csv") as caught:
        read(data)
    assert (caught.value.table, caught.value.row, caught.value.column) == ("x.csv", line, column)
    assert caught.value.message.startswith(message)
    assert caught.value.hint
    found: list[errors.TableError] = []
    read(data, faults=found)
    assert str(found[0]) == str(caught.value)


def test_all_faults_of_structure_can_be_had_at_once(read):
    found: list[errors.TableError] = []
    table = read(b"id,note\na\nb,c\nd,e,f\n", faults=found)
    assert [error.row for error in found] == [2, 4]
    assert [row["id"] for row in table] == ["b"]


def test_a_folder_may_hold_some_tables_and_no_descriptor(tmp_path):
    with pytest.raises(errors.InputError, match="no such folder"):
        read_package(tmp_path / "none")
    with pytest.raises(errors.InputError, match=r"no datapackage\.json"):
        read_package(tmp_path)
    assert read_package(tmp_path, describe("id"))["x"].rows == ()
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "x.csv").write_text("id\na\n")
    (tmp_path / "sub" / "y.csv").write_text("id\na\n")
    package = read_package(tmp_path, describe("id"))
    assert (len(package.rows("x")), package.rows("none"), package.strays) == (1, (), ("sub/y.csv",))
    (tmp_path / "sub" / "x.csv").write_text("id\na,b\n")
    with pytest.raises(errors.TableError, match=r"^sub/x\.csv, line 2"):
        read_package(tmp_path, describe("id"))


@pytest.mark.parametrize("text", ["{", "[]", '{"resources": [{"name": "x"}]}', "{}"])
def test_a_broken_descriptor_is_told(tmp_path, text):
    (tmp_path / "datapackage.json").write_text(text)
    with pytest.raises(errors.InputError, match=r"datapackage\.json"):
        read_package(tmp_path, {"resources": []})


def test_ten_thousand_rows_are_read_quickly(tmp_path):
    columns = tuple(f"c{number}" for number in range(14))
    lines = [",".join(columns), *(",".join(f"值{row} {column}" for column in columns) for row in range(10_000))]
    path = tmp_path / "x.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    schema = resource(*columns)
    durations = []
    for _ in range(3):
        start = time.perf_counter()
        assert len(read_table(path, schema)) == 10_000
        durations.append(time.perf_counter() - start)
    assert min(durations) < 0.25  # well under 0.1 s on a quiet machine


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("", ()),
        ("a", ("a",)),
        (" a |  b ", ("a", "b")),
        ("a | | b |", ("a", "b")),
        ("| a", ("a",)),
        ("a|b", ("a|b",)),  # an address may hold the bar
    ],
)
def test_split_list(cell, items):
    assert split_list(cell) == items


def make(columns: tuple[str, ...], rows: list[tuple[str, ...]], **options) -> Table:
    positions = {column: position for position, column in enumerate(columns)}
    made = tuple(Row(number, tuple(cells), positions) for number, cells in enumerate(rows, 2))
    return Table(resource(*columns, **options), made)


def test_canonical():
    table = make(("id", "ids"), [("b ", "x |y"), ("a", "x |  y |"), ("c", "one, two\r\n3")], lists=("ids",))
    assert canonical(table) == 'id,ids\na,x | y\nb,x |y\nc,"one, two\n3"\n'


CELL = st.one_of(st.text(), st.text(alphabet=' ,"|#\n\r\t\ufeff\u3000\x00\u2028aB值'))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), width=st.integers(1, 3), comment=st.lists(st.sampled_from(["# a", "#", '# 來源, "x"'])))
def test_the_canonical_form_is_a_fixpoint(tmp_path, data, width, comment):
    columns = ("id", "note", "ids")[:width]
    rows = data.draw(st.lists(st.tuples(*[CELL] * width), max_size=6))
    lists = ("ids",) if width == 3 else ()
    table = make(columns, rows, lists=lists)
    text = canonical(Table(table.resource, table.rows, tuple(comment)))
    path = tmp_path / "x.csv"
    path.write_bytes(text.encode())
    again = read_table(path, table.resource)
    assert len(again) == len(rows)
    assert again.text == text
    assert canonical(again) == text
    assert again.comment == tuple(comment)


@pytest.mark.parametrize(
    ("error", "builtin", "text"),
    [
        (errors.CooptermsError("a", "b"), Exception, "a; b"),
        (errors.TableError("t.csv", "a", 3, "c", "b"), ValueError, "t.csv, line 3, column c: a; b"),
        (errors.TableError("t.csv", "a"), ValueError, "t.csv: a"),
        (errors.UnknownIdError("term:x"), LookupError, "there is no 'term:x'"),
        (errors.InputError("a", "f.csv", "b"), ValueError, "f.csv: a; b"),
        (errors.DateError("x"), ValueError, "'x' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"),
    ],
)
def test_errors(error, builtin, text):
    assert isinstance(error, builtin)
    assert isinstance(error, errors.CooptermsError)
    assert str(error) == text
    copy = pickle.loads(pickle.dumps(error))  # errors cross process borders in batch work
    assert (str(copy), vars(copy)) == (text, vars(error))
