"""scripts/write_coverage.py: what is between the markers is written, what is not is left alone."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "write_coverage.py"


@pytest.fixture
def script(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    spec = importlib.util.spec_from_file_location("write_coverage", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def page(*names: str) -> str:
    return "by hand\n" + "".join(f"\n<!-- begin: {name} -->\nold\n<!-- end: {name} -->\n\nafter {name}\n" for name in names)


def test_only_the_sections_change(script):
    written = script.rewrite(page("a", "b"), {"a": lambda: "new a\n", "b": lambda: "new b\n"})
    assert written == page("a", "b").replace("old", "\nnew a\n", 1).replace("old", "\nnew b\n", 1)
    assert script.rewrite(written, {"a": lambda: "new a\n", "b": lambda: "new b\n"}) == written


@pytest.mark.parametrize("text", [page(), page("a", "a"), "<!-- end: a -->\n<!-- begin: a -->\n"])
def test_a_marker_that_is_missing_is_an_error(script, text):
    with pytest.raises(ValueError, match="once each"):
        script.rewrite(text, {"a": str})


def test_check_says_when_the_page_is_out_of_date(script, monkeypatch, tmp_path, capsys):
    path = tmp_path / "coverage.md"
    path.write_text(page("a"), encoding="utf-8")
    monkeypatch.setattr(script, "ROOT", tmp_path)
    monkeypatch.setattr(script, "PAGE", path)
    monkeypatch.setattr(script, "SECTIONS", {"a": lambda: "new\n"})
    assert script.main(["--check"]) == 1
    assert "out of date" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == page("a")
    assert script.main([]) == 0
    assert script.main(["--check"]) == 0
    assert "\nnew\n" in path.read_text(encoding="utf-8")


def test_the_page_of_the_project_has_every_section(script):
    assert script.rewrite(script.PAGE.read_text(encoding="utf-8"), dict.fromkeys(script.SECTIONS, str))


def test_tables_in_markdown(script):
    assert script.markdown([("a", "b"), ("x | y", "1"), ("z", "2.5")]) == "| a | b |\n| --- | ---: |\n| x \\| y | 1 |\n| z | 2.5 |\n"


def test_the_spot_check(script, monkeypatch, tmp_path):
    monkeypatch.setattr(script, "SPOT_CHECK", tmp_path / "spot_check.csv")
    assert "No rows" in script.spot_check()
    header = "person,office,from,to,last_seen,capacity,page,verdict,note\n"
    rows = [
        "person:a,office:b,2001,,2002-01-01,acting,https://a.hk/ | https://b.hk/,confirmed,\n",
        "person:c,office:d,,2003,,substantive,,wrong,2004\n",
    ]
    script.SPOT_CHECK.write_text(header + "".join(rows), encoding="utf-8")
    text = script.spot_check()
    assert "2 rows were checked." in text
    assert "| confirmed | 1 | 50 |" in text
    assert "| person:a | office:b | 2001 to last seen 2002-01-01, acting | <https://a.hk/> <https://b.hk/> | confirmed |  |" in text
    assert "| person:c | office:d | … to 2003 |  | wrong | 2004 |" in text
