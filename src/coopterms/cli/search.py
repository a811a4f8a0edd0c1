"""`coopterms search`: find entities, and their IDs, by words of their names."""

from __future__ import annotations

import argparse
import sys

from coopterms.cli.overlays import lexicon_of
from coopterms.cli.terminal import columns
from coopterms.index.search import search
from coopterms.model import Entity


def run(options: argparse.Namespace) -> int:
    """Run the command."""
    lexicon = lexicon_of(options)
    words = " ".join(options.words)
    found = [lexicon.entity(entity_id) for entity_id in search(lexicon, words, options.kind, options.limit)]
    rows = [(entity.label("en"), entity.labels.get("zh-Hant", ""), years(entity), entity.id) for entity in found if entity is not None]
    if not rows:
        print(f"nothing is called {words!r}; try fewer or other words", file=sys.stderr)
    for line in columns(rows):
        print(line)
    return 0


def years(entity: Entity) -> str:
    """Write from when to when an entity existed: "1997 to 2002", "since 2022", or nothing where that is not known."""
    first, last = entity.valid_from[:4], entity.valid_to[:4]
    if first and last:
        return f"{first} to {last}"
    return f"since {first}" if first else f"until {last}" if last else ""
