"""`coopterms search`: find entities, and their IDs, by words of their names."""

from __future__ import annotations

import argparse
import sys

from coopterms.cli.terminal import columns
from coopterms.index.compiled import compiled_file
from coopterms.index.lexicon import Lexicon
from coopterms.index.search import search


def run(options: argparse.Namespace) -> int:
    """Run the command."""
    lexicon = Lexicon(compiled_file())
    words = " ".join(options.words)
    found = [lexicon.entity(entity_id) for entity_id in search(lexicon, words, options.kind, options.limit)]
    rows = [
        (entity.label("en"), entity.labels.get("zh-Hant", ""), f"{entity.valid_from[:4]}-{entity.valid_to[:4]}".strip("-"), entity.id)
        for entity in found
        if entity is not None
    ]
    if not rows:
        print(f"nothing is called {words!r}; try fewer or other words", file=sys.stderr)
    for line in columns(rows):
        print(line)
    return 0
