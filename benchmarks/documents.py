"""How well whole documents are read: spans and entities against gold annotations.

    python benchmarks/documents.py FOLDER [--list]

FOLDER holds NNN.xx.txt and NNN.xx.gold.csv (start, end, text, kind, person_en, person_zh, office_en, office_zh, organisation_en,
organisation_zh, capacity). A gold row is found when the mentions in its span name its person, its office with its capacity, or its
organisation; the span is exact when they cover it, an article before it apart. A resolved mention that lies in no row is too many; one
that names another person than its row is wrong. Terms are not looked at: the gold has none.
"""

from __future__ import annotations

import argparse
import csv
import pathlib
from collections import Counter

import coopterms
from coopterms.model import Entity
from coopterms.reading.annotation import Mention
from coopterms.text import key


def agrees(entity: Entity | None, english: str, chinese: str) -> bool:
    """Say whether an entity is the one that the gold names."""
    if entity is None:
        return False
    names = {key(name.text) for name in entity.names} | {key(label) for label in entity.labels.values()}
    return any(key(gold) in names for gold in (chinese, english) if gold)


def judge(row: dict[str, str], mentions: list[Mention]) -> bool:
    """Say whether the mentions in a row's span name what the row does."""
    for kind in ("person", "office", "organisation"):
        if row[f"{kind}_en"] or row[f"{kind}_zh"]:
            same = [m for m in mentions if m.kind == kind and agrees(m.entity, row[f"{kind}_en"], row[f"{kind}_zh"])]
            if not same or (kind == "office" and all(m.capacity != row["capacity"] for m in same)):
                return False
    return True


def main() -> None:
    """Read the documents and print the figures."""
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--list", action="store_true", help="print what is not right")
    given = options.parse_args()
    resolver = coopterms.Resolver()
    total: Counter[str] = Counter()
    for gold in sorted(given.folder.glob("*.gold.csv")):
        name = gold.name.removesuffix(".gold.csv")
        text = (given.folder / f"{name}.txt").read_text(encoding="utf-8")
        mentions = [m for m in resolver.annotate(text).mentions if m.kind != "term" and m.entity is not None]
        counts: Counter[str] = Counter()
        matched: set[Mention] = set()
        notes = []
        with gold.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            start, end = int(row["start"]), int(row["end"])
            inside = [m for m in mentions if m.start < end and start < m.end]
            matched.update(inside)
            good = judge(row, inside)
            counts["gold"] += 1
            counts["right"] += good
            article = 4 if row["text"][:4].lower() == "the " else 0
            exact = good and inside[0].start in (start, start + article) and inside[-1].end == end
            counts["exact"] += exact
            wrong = [
                m
                for m in inside
                if m.person and (row["person_en"] or row["person_zh"]) and not agrees(m.person, row["person_en"], row["person_zh"])
            ]
            counts["wrong person"] += bool(wrong)
            if not exact:
                notes.append(f"    {'span' if good else 'missed'}: {row['text']!r} {row['kind']} -> {[(m.text, m.kind) for m in inside]}")
        extra = [m for m in mentions if m not in matched]
        counts["too many"] = len(extra)
        counts["wrong person"] += sum(m.kind == "person" and m.person is not None for m in extra)
        notes += [f"    too many: {m.text!r} {m.kind} {m.entity.id if m.entity else ''}" for m in extra]
        print(f"{name:8} " + "  ".join(f"{what} {counts[what]}" for what in ("gold", "right", "exact", "too many", "wrong person")))
        if given.list:
            print("\n".join(notes))
        total += counts
    found = total["right"] + total["too many"]
    precision, recall = total["right"] / max(1, found), total["right"] / max(1, total["gold"])
    print(f"precision {precision:.3f}  recall {recall:.3f}  F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}")
    print(f"exact spans {total['exact']} of {total['gold']}; wrong persons {total['wrong person']}")


if __name__ == "__main__":
    main()
