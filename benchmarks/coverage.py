"""How many of the officials whom real releases name are resolved?

    python benchmarks/coverage.py [--list]

Reads coverage_mentions.csv beside it: officials as real releases of 1998 to 2026 print them. The releases were found by topic and year,
not by name, and without a look at the tables. Each mention is resolved at the date of its release. Prints by period how many were
resolved rightly, wrongly, partly or not at all, then the same by language. `--list` adds each mention that is not right, with what was
answered.

An answer is right if its person and its office are the gold ones, as far as the mention names them and a page told the names. It is partly
right if it gives one of the two rightly and says nothing on the other: mostly the office, with the person unknown. The capacity does not
count towards that; answers that are right but for it are counted on a line of their own.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from coopterms import Resolution, Resolver
from coopterms.model import Entity, Office
from coopterms.text import key

MENTIONS = Path(__file__).with_name("coverage_mentions.csv")
PERIODS = ((1998, 2001), (2002, 2005), (2006, 2009), (2010, 2013), (2014, 2017), (2018, 2021), (2022, 2026))
OUTCOMES = ("right", "wrong", "partly", "unresolved")
COLUMNS = ("mentions", "releases", *OUTCOMES, "share right")
BRANCH = re.compile(r"\s*[(（][^()（）]*[)）]|\s*/.*$")

Row = dict[str, str]


def bare(text: str) -> str:
    """Return the key of a name without "the", "of" and spaces, in which the usage varies: "Director, Co-ordination Office".

    人民政府 is 政府 in it, as in the tables' spellings.
    """
    text = text.replace("人民政府", "政府")
    return "".join(word for word in key(text).split() if word not in ("the", "of"))


def unbranched(text: str) -> str:
    """Return a title without the branch in brackets or after a slash: "Deputy Secretary for Education (2)"."""
    return BRANCH.sub("", text)


def texts(entity: Entity, language: str) -> list[str]:
    """Return an entity's names and label in a language, "en" or "zh"."""
    names = [name.text for name in entity.names if name.language.startswith(language)]
    return names + [text for tag, text in entity.labels.items() if tag.startswith(language)]


def same_name(entity: Entity, gold: str, language: str) -> bool | None:
    """Say whether a gold name is one of the entity's; None if there is none to compare on either side.

    An English name of a person also agrees if all its words are in the person's fullest name: releases print "Joshua Law". A title
    agrees without its branch when only one side has it; two different branches never agree.
    """
    known = texts(entity, language)
    if not gold or not known:
        return None
    if bare(gold) in map(bare, known):
        return True
    if isinstance(entity, Office) and bool(BRANCH.search(gold)) is not bool(entity.branch):
        return bare(unbranched(gold)) in (bare(unbranched(text)) for text in known)
    if entity.kind != "person" or language != "en":
        return False
    fullest = max((key(text).split() for text in known), key=lambda words: (len(words), words))
    return set(key(gold).split()) <= set(fullest)


def is_gold(entity: Entity, english: str, chinese: str) -> bool:
    """Say whether an entity is the gold one: one language agrees and the other does not contradict it."""
    verdicts = {same_name(entity, english, "en"), same_name(entity, chinese, "zh")}
    return True in verdicts and False not in verdicts


def judge(answer: Resolution, row: Row) -> str:
    """Return right, wrong, partly or unresolved for one mention.

    Where the gold office is empty the mention names none, or none whose full name a page told, so an office in the answer is no fault. A
    person where the gold has none is one: no such mention names anybody.
    """
    found = []
    for kind, entity in (("person", answer.person), ("office", answer.office)):
        english, chinese = row[f"{kind}_en"], row[f"{kind}_zh"]
        if not (english or chinese):
            if entity is not None and kind == "person":
                return "wrong"
            continue
        if entity is not None and not is_gold(entity, english, chinese):
            return "wrong"
        found.append(entity is not None)
    if all(found):
        return "right"
    if any(found) or answer.office:
        return "partly"
    return "wrong" if answer.organisation or answer.term else "unresolved"


def period(row: Row) -> str:
    """Return the period of a row's date as text."""
    year = int(row["date"][:4])
    return next(f"{first}-{last}" for first, last in PERIODS if first <= year <= last)


def table(groups: dict[str, list[tuple[Row, str]]]) -> Iterator[str]:
    """Yield the lines of a table with one group of judged rows a line."""
    yield f"{'':<10}" + "".join(f"{column:>12}" for column in COLUMNS)
    for name, judged in groups.items():
        counts = Counter(outcome for _, outcome in judged)
        releases = {(row["date"], row["address"]) for row, _ in judged}
        figures = [len(judged), len(releases), *(counts[outcome] for outcome in OUTCOMES)]
        yield f"{name:<10}" + "".join(f"{figure:>12}" for figure in figures) + f"{counts['right'] / len(judged):>12.3f}"


def describe(answer: Resolution) -> str:
    """Return what was answered in one line."""
    entities = (answer.person, answer.office, answer.organisation, answer.term)
    parts = [str(answer.status), str(answer.reason or ""), *(entity.id for entity in entities if entity), str(answer.capacity or "")]
    return " ".join(filter(None, parts))


def main() -> None:
    """Print the tables and, if asked, every mention that is not right."""
    resolver = Resolver()
    with MENTIONS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    periods: dict[str, list[tuple[Row, str]]] = {f"{first}-{last}": [] for first, last in PERIODS}
    languages: dict[str, list[tuple[Row, str]]] = defaultdict(list)
    missed: list[tuple[str, Row, Resolution]] = []
    other_capacity = 0
    for row in rows:
        answer = resolver.resolve(row["mention"], on=row["date"])
        outcome = judge(answer, row)
        periods[period(row)].append((row, outcome))
        languages[row["language"]].append((row, outcome))
        if outcome != "right":
            missed.append((outcome, row, answer))
        elif row["capacity"] and answer.capacity != row["capacity"]:
            other_capacity += 1
    everything = [judged for group in periods.values() for judged in group]
    print("\n".join(table({**periods, "all": everything})))
    print()
    print("\n".join(table(dict(sorted(languages.items())))))
    print(f"\nright but for the capacity: {other_capacity}")
    if "--list" in sys.argv[1:]:
        print(f"\nnot right: {len(missed)}")
        for outcome, row, answer in sorted(missed, key=lambda miss: OUTCOMES.index(miss[0])):
            gold = " / ".join(filter(None, (row[field] for field in ("person_en", "person_zh", "office_en", "office_zh", "capacity"))))
            print(f"  {outcome:<11}{row['date']} {row['mention']!r} -> {describe(answer)} | gold {gold}")


if __name__ == "__main__":
    main()
