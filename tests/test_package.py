"""The package itself: what it offers, lazily; errors; where the tables are; and the cold path."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

import coopterms
from coopterms import _data, errors

SOURCE = str(Path(coopterms.__file__).parents[1])
MENTION = "Acting Secretary for Commerce & Economic Development Bernard Chan"


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": SOURCE}
    return subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, encoding="utf-8", check=False)


def test_the_public_names():
    assert set(coopterms.__all__) - {"__version__", "equivalents", "resolve"} == set(coopterms._PLACES)
    for name in coopterms.__all__:
        assert getattr(coopterms, name) is not None
    assert re.fullmatch(r"\d+\.\d+\.\d+", coopterms.__version__)
    assert re.fullmatch(r"20\d\d\.\d+\.\d+", coopterms.__data_version__)
    assert coopterms.names.compare("Lau Kong-wah", "LAU Kong Wah").verdict == "match"
    assert coopterms.testing.STYLES
    assert coopterms.__getattr__("names") is coopterms.names


def test_a_name_it_has_not():
    with pytest.raises(AttributeError, match="module 'coopterms' has no attribute 'reslove'"):
        coopterms.reslove  # noqa: B018


def test_resolve_makes_a_resolver_when_first_needed(monkeypatch):
    monkeypatch.setattr(coopterms, "_default", None)
    answer = coopterms.resolve(MENTION, on="2018-08-24")
    assert answer.person.id == "person:chan-bernard-pak-li"
    first = coopterms._default
    assert coopterms.resolve("財政司司長").office.id == "office:hk-financial-secretary"
    assert coopterms._default is first


def test_tables_lie_in_the_package_or_beside_the_source(monkeypatch, tmp_path):
    package = tmp_path / "src" / "coopterms"
    package.mkdir(parents=True)
    monkeypatch.setattr(_data, "_HERE", str(package))
    with pytest.raises(FileNotFoundError, match="install the package again"):
        _data.tables_folder()
    for folder in (tmp_path / "gazetteers", package / "_gazetteers"):
        folder.mkdir()
        (folder / "datapackage.json").write_text("{}")
        assert _data.tables_folder() == str(folder)


ERRORS = [
    (errors.CooptermsError("it is shut", "open it"), "it is shut; open it", Exception),
    (errors.CooptermsError("it is shut"), "it is shut", Exception),
    (errors.TableError("people.csv", "the file is empty"), "people.csv: the file is empty", ValueError),
    (errors.TableError("people.csv", "no", 3, "id", "write it"), "people.csv, line 3, column id: no; write it", ValueError),
    (errors.UnknownIdError("person:x"), "there is no 'person:x'", LookupError),
    (errors.UnknownIdError("person:x", ["person:y", "person:z"]), "there is no 'person:x'; did you mean person:y, person:z?", LookupError),
    (errors.InputError("cannot be read", "a.csv", "check it"), "a.csv: cannot be read; check it", ValueError),
    (errors.InputError("cannot be read"), "cannot be read", ValueError),
    (errors.DateError("x"), "'x' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD", ValueError),
]


@pytest.mark.parametrize(("error", "message", "builtin"), ERRORS, ids=lambda value: type(value).__name__)
def test_errors_say_where_what_and_what_to_do(error, message, builtin):
    assert str(error) == message
    assert isinstance(error, builtin)
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (type(error), message, vars(error))


def test_importing_the_package_loads_no_room():
    done = python("-c", "import coopterms, sys; print(*sorted(m for m in sys.modules if m.startswith('coopterms')))")
    assert done.stdout.split() == ["coopterms", "coopterms._version"]


UNWANTED = (
    "rapidfuzz", "opencc", "rich", "tqdm", "csv", "json", "importlib.metadata", "importlib.resources", "hypothesis",
    "coopterms.gazetteer.tables",
)  # fmt: skip
LISTING = """
import sys
before = set(sys.modules)
from coopterms.cli import main
status = main(sys.argv[1:])
print(status, *sorted(set(sys.modules) - before))
"""


def test_the_cold_path_loads_nothing_heavy(resolver):
    assert resolver.resolve("CE").office  # the compiled file is there
    done = python("-c", LISTING, "resolve", MENTION, "--on", "2018-08-24")
    assert done.stderr == ""
    status, *loaded = done.stdout.splitlines()[-1].split()
    assert status == "0"
    assert "person:chan-bernard-pak-li" in done.stdout
    assert "coopterms.reading.resolver" in loaded
    assert [name for name in loaded if name.startswith(UNWANTED)] == []


def test_python_dash_m_is_the_program():
    done = python("-m", "coopterms", "--version")
    assert (done.returncode, done.stdout) == (0, f"coopterms {coopterms.__version__}\n")
