"""The things the gazetteers hold: organisations, offices, people, terms, their names, and who held which office when.

Everything is frozen. Dates stay text (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`, empty where unknown): they compare as text, and no day is
invented. Labels stand on the entity, every other form of its name is a `Name`.
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import NamedTuple

from attrs import field, frozen

LANGUAGES = ("en", "zh-Hant", "zh-Hans")


class Name(NamedTuple):
    """One form of an entity's name.

    Attributes:
        text: the form as written.
        language: en, zh-Hant or zh-Hans.
        kind: label, alias, short, abbreviation, informal, local, pinyin, former, misspelling, or written (made from a template or
            from the parts of a person's name).
    """

    text: str
    language: str
    kind: str = "alias"

    @property
    def full(self) -> bool:
        """Whether this is a full form of the name or title, not an abbreviation or a nickname."""
        return self.kind in ("label", "alias", "short", "written", "pinyin", "former")


@frozen
class Entity:
    """What organisations, offices, people and terms have in common.

    Attributes:
        id: `kind:slug`, never reused or renamed.
        labels: the label of each language that has one.
        names: every form of the name, labels first.
        valid_from, valid_to: first and last day of existence, empty where unknown.
        successor: IDs of what took its place.
    """

    id: str
    labels: dict[str, str] = field(factory=dict, repr=False, eq=False)
    names: tuple[Name, ...] = field(default=(), repr=False, eq=False)
    valid_from: str = field(default="", repr=False)
    valid_to: str = field(default="", repr=False)
    successor: tuple[str, ...] = field(default=(), repr=False)

    @property
    def kind(self) -> str:
        """The kind of the entity, which is the first part of its ID."""
        return self.id.partition(":")[0]

    def label(self, language: str = "en") -> str:
        """Return the label in a language, or in the nearest one that has a label.

        Args:
            language: en, zh-Hant or zh-Hans.

        >>> Entity("term:x", {"en": "Belt and Road", "zh-Hant": "一帶一路"}).label("zh-Hans")
        '一帶一路'
        """
        order = {"en": LANGUAGES, "zh-Hant": ("zh-Hant", "zh-Hans", "en"), "zh-Hans": ("zh-Hans", "zh-Hant", "en")}
        for code in order.get(language, LANGUAGES):
            if self.labels.get(code):
                return self.labels[code]
        return self.id

    def exists(self, on: str | None) -> bool:
        """Say whether the entity existed on a day; True where nothing speaks against it.

        Args:
            on: `YYYY-MM-DD`, or None for any time.
        """
        if not on:
            return True
        return (not self.valid_from or self.valid_from[: len(on)] <= on) and (
            not self.valid_to or on[: len(self.valid_to)] <= self.valid_to
        )

    def to_dict(self) -> dict[str, object]:
        """Return the entity as it stands in JSON: id, kind, label and the full forms of its name by language."""
        names: dict[str, list[str]] = {}
        for name in self.names:
            if name.full and name.text not in names.setdefault(name.language, []):
                names[name.language].append(name.text)
        return {"id": self.id, "kind": self.kind, "label": self.label("en"), "names": names}


@frozen
class Organisation(Entity):
    """A bureau, department, ministry, city government, committee or company.

    Attributes:
        type: policy bureau, department, ministry ...
        parent: ID of the body it belongs to, or empty.
        jurisdiction: hk, mo, cn or the code of a province or city.
    """

    type: str = ""
    parent: str = ""
    jurisdiction: str = ""


@frozen
class Office(Entity):
    """A post, apart from whoever holds it.

    Attributes:
        organisation: ID of its body.
        rank: the rank (`ranks.csv`), or empty for a post of its own kind.
        branch: the bracketed part of its title (`branches.csv`), or empty.
        seats: "one" where only one person can hold it at a time, else "many".
        derived: True when no row lists it and the title templates wrote it.
    """

    organisation: str = ""
    rank: str = ""
    branch: str = ""
    seats: str = "one"
    derived: bool = False


@frozen
class Person(Entity):
    """A holder of public office; nothing about anybody beyond that.

    Attributes:
        gender: male, female or empty.
        surnames: the folded surnames, romanised and Chinese, a husband's included.
    """

    gender: str = ""
    surnames: tuple[str, ...] = ()


@frozen
class Term(Entity):
    """A mechanism, meeting, programme, document, place or other term with an official rendering.

    Attributes:
        category: what sort of term.
    """

    category: str = ""


class Tenure(NamedTuple):
    """That a person held an office.

    Attributes:
        person, office: IDs.
        start, end: first and last day in office, inclusive; an empty end is open.
        last_seen: for an open end, the last day a source shows; empty when it was current as the table was made.
        capacity: substantive, acting or designate.
    """

    person: str
    office: str
    start: str = ""
    end: str = ""
    last_seen: str = ""
    capacity: str = "substantive"

    def covers(self, on: str) -> bool:
        """Say whether the tenure may include a day, as finely as its dates tell.

        >>> Tenure("person:a", "office:b", "2017-07", "2018").covers("2018-11-23")
        True
        """
        return self.start <= on and (not self.end or on <= self.end or on.startswith(self.end))

    def days_off(self, on: str) -> int:
        """Return how many days a date lies before (negative) or after (positive) the tenure; 0 inside it.

        Args:
            on: `YYYY-MM-DD`.

        >>> Tenure("person:a", "office:b", "2018-01-06", "2022-06-30").days_off("2022-07-02")
        2
        """
        if self.start and self.start > on and on[: len(self.start)] != self.start:
            return _days(on) - _days(self.start)
        if self.end and on[: len(self.end)] > self.end:
            return _days(on) - _days(self.end, last=True)
        return 0


@lru_cache(maxsize=1 << 14)
def _days(date: str, last: bool = False) -> int:
    """Number a day; of a month or a year its first day, or with `last` its last (the 28th will do for a month's)."""
    month = int(date[5:7] or (12 if last else 1))
    day = int(date[8:10] or (28 if last else 1))
    return datetime.date(int(date[:4]), month, day).toordinal()
