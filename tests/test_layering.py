"""The rooms of the house: a module imports only from its own room and from rooms above it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import coopterms

ROOT = Path(coopterms.__file__).parent
ROOMS = (
    "_version",
    "_data",
    "errors",
    "model",
    "text",
    "gazetteer",
    "names",
    "titles",
    "index",
    "reading",
    "bilingual",
    "export",
    "batch",
    "integrations",
    "service",
    "testing",
    "cli",
    "__main__",
)
"""From top to bottom."""
DOORS = {
    ("reading/annotation.py", "export.html.page"),
    ("bilingual/align.py", "export.align_html.page"),
    ("bilingual/gloss.py", "export.gloss_html.page"),
}
"""What a contract asks of a room above: a result's `to_html()` loads the page maker of the room below when it is called."""
MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py" and "_gazetteers" not in path.parts)


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(source: str) -> set[str]:
    """Return what a module imports from coopterms, wherever in the file, as dotted names without the `coopterms.`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports inside the package are written in full"
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return {name.partition(".")[2] for name in found if name == "coopterms" or name.startswith("coopterms.")}


def test_imports_are_found_wherever_they_stand():
    source = "import coopterms.text.fold\nimport os\ndef f():\n    from coopterms.cli.files import output\n    import coopterms\n"
    assert imported(source) == {"text.fold", "cli.files.output", ""}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_from_rooms_above(path):
    room = room_of(path)
    assert room in ROOMS, "a new room must be given its place here"
    for name in imported(path.read_text(encoding="utf-8")):
        other = name.partition(".")[0]
        if (str(path.relative_to(ROOT)), name) in DOORS:
            continue
        assert other in ROOMS, f"{path.name} imports {name or 'the package itself'}, which loads rooms below"
        assert ROOMS.index(other) <= ROOMS.index(room), f"{path.name} imports {name} from a room below"


def test_the_package_imports_only_its_version_before_it_is_used():
    tree = ast.parse((ROOT / "__init__.py").read_text(encoding="utf-8"))
    now = [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert {node.module if isinstance(node, ast.ImportFrom) else node.names[0].name for node in now} == {
        "__future__",
        "typing",
        "coopterms._version",
    }
