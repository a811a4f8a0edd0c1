"""How often is a mention resolved rightly?

    python benchmarks/accuracy.py FOLDER [--misses]

FOLDER holds mentions.csv and negatives.csv of a development set. Prints right, wrong and abstained by language and by difficulty, what
the scores are worth, and every miss. A person or office that no table has counts as "not in the tables", not as missed.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

from coopterms import Resolution, Resolver
from coopterms.model import Entity
from coopterms.text import key

EXPECTED = ("person", "office", "organisation")


def is_gold(entity: Entity, english: str, chinese: str) -> bool:
    """Say whether an entity is the gold one: the Chinese name decides where both have one, else the English one."""
    keys = {key(name.text) for name in entity.names}
    return key(chinese) in keys if chinese and "zh-Hant" in entity.labels else key(english) in keys


def in_tables(resolver: Resolver, kind: str, english: str, chinese: str) -> bool:
    for text in (chinese, english):
        forms = resolver.lexicon.forms([key(text)]).get(key(text), ()) if text else ()
        for form in forms:
            entity = resolver.lexicon.entity(form.id) if form.kind == kind else None
            if entity and is_gold(entity, english, chinese):
                return True
    return False


def judge(answer: Resolution, row: dict[str, str]) -> str:
    """Return right, wrong or abstained for one mention."""
    gold = {kind: (row[f"{kind}_en"], row[f"{kind}_zh"]) for kind in EXPECTED}
    outcome = "right"
    for kind, (english, chinese) in gold.items():
        entity = getattr(answer, kind)
        if entity is None:
            if english or chinese:
                outcome = "abstained"
        elif not (english or chinese) or not is_gold(entity, english, chinese):
            if kind == "office" and row["kind"] == "person":
                continue
            return "wrong"
    if outcome == "right" and row["capacity"] and answer.capacity != row["capacity"]:
        return "wrong"
    if outcome == "abstained" and row["kind"] == "person" and row["note"].startswith(("context:", "asked")):
        return "right"
    return outcome


def main() -> None:
    folder = Path(sys.argv[1])
    resolver = Resolver()
    rows = list(csv.DictReader((folder / "mentions.csv").open(encoding="utf-8-sig")))
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    scores: list[tuple[float, bool]] = []
    misses = []
    for row in rows:
        answer = resolver.resolve(row["mention"], on=row["date"])
        outcome = judge(answer, row)
        missing = [
            kind
            for kind in EXPECTED
            if (row[f"{kind}_en"] or row[f"{kind}_zh"]) and not in_tables(resolver, kind, row[f"{kind}_en"], row[f"{kind}_zh"])
        ]
        if outcome == "abstained" and missing:
            outcome = "not in tables"
        if answer.score:
            scores.append((answer.score, outcome in ("right", "not in tables")))
        for group in ("all", row["lang"], f"  {row['difficulty']}"):
            tally[group][outcome] += 1
        if outcome != "right":
            misses.append((outcome, missing, row, answer))
    columns = ("right", "wrong", "abstained", "not in tables")
    print(f"{'':<14}" + "".join(f"{column:>15}" for column in columns) + f"{'right of rest':>15}")
    for group in sorted(tally, key=lambda group: (group.startswith(" "), group != "all", group)):
        counts = tally[group]
        rest = sum(counts.values()) - counts["not in tables"]
        print(f"{group:<14}" + "".join(f"{counts[c]:>15}" for c in columns) + f"{counts['right'] / max(1, rest):>15.3f}")
    print("\nscore          answers   right")
    for low, high in ((0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 0.99), (0.99, 1.01)):
        band = [right for score, right in scores if low <= score < high]
        if band:
            print(f"{low:.2f}-{min(high, 1):.2f}{len(band):>13}{sum(band) / len(band):>9.3f}")
    negatives = list(csv.DictReader((folder / "negatives.csv").open(encoding="utf-8-sig")))
    asserted = []
    for row in negatives:
        answer = resolver.resolve(row["mention"], on=row["date"])
        if answer.person or answer.office or answer.organisation:
            asserted.append((row, answer))
    print(f"\nnegatives: {len(negatives)}, something asserted for {len(asserted)} (look whether it is the right one)")
    for row, answer in asserted:
        found = [e.id for e in (answer.person, answer.office, answer.organisation) if e]
        print(f"  {row['id']} {row['mention']!r} {answer.status} {' '.join(found)}   ({row['why']})")
    print(f"\nnot right: {len(misses)}")
    for outcome, missing, row, answer in misses:
        found = [e.id for e in (answer.person, answer.office, answer.organisation) if e]
        gold = " / ".join(filter(None, (row["person_en"], row["person_zh"], row["office_en"], row["organisation_en"])))
        print(f"  {outcome:<13} {row['id']} {row['date']} {row['mention']!r} -> {answer.status} {answer.reason or ''} "
              f"{' '.join(found)} {answer.capacity or ''} | gold {gold} {row['capacity']}"
              + (f" | no row for {', '.join(missing)}" if missing else ""))  # fmt: skip
        if "--explain" in sys.argv:
            print(answer.explain())


if __name__ == "__main__":
    main()
