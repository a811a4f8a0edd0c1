"""A lexicon in which only happens what a test gives: two bodies of one government, a foreign one, and some tenures."""

from __future__ import annotations

from typing import ClassVar

from coopterms.model import Entity, Office, Organisation, Person, Tenure

ON = "2018-08-24"
ANN = Person("person:ann", gender="female", surnames=("ann",))
BOB = Person("person:bob")
HEAD = Office("office:head", organisation="organisation:a", rank="head", branch="works")
DEPUTY = Office("office:deputy", organisation="organisation:a", seats="many")
OTHER = Office("office:other", organisation="organisation:b")
TOP = Office("office:top", organisation="organisation:top")
COUNCIL = Office("office:council", organisation="organisation:b", seats="many")
AWAY = Office("office:away", organisation="organisation:z")
BODIES = (Organisation("organisation:a", jurisdiction="cn"), Organisation("organisation:z", jurisdiction="hk"))
EVERYTHING: tuple[Entity, ...] = (ANN, BOB, HEAD, DEPUTY, OTHER, TOP, COUNCIL, AWAY, *BODIES)


class Lexicon:
    data_month = "2026-11"
    pinyin_places = frozenset({"cn"})
    acts_for: ClassVar[dict[str, frozenset[str]]] = {}

    def __init__(self, *tenures: Tenure) -> None:
        self.tenures = tenures

    def tenures_of(self, person: str) -> list[Tenure]:
        return [tenure for tenure in self.tenures if tenure.person == person]

    def holders_of(self, office: str) -> list[Tenure]:
        return [tenure for tenure in self.tenures if tenure.office == office]

    def entity(self, entity_id: str) -> Entity | None:
        return {entity.id: entity for entity in EVERYTHING}.get(entity_id)

    def ancestors(self, organisation: str) -> frozenset[str]:
        return frozenset({organisation, "organisation:z" if organisation == "organisation:z" else "organisation:top"})

    def is_pinyin(self, word: str) -> bool:
        return word in ("wang", "yi")


def held(
    start: str = "", end: str = "", seen: str = "", office: Office | str = HEAD, capacity: str = "substantive", by: Person = ANN
) -> Tenure:
    return Tenure(by.id, office if isinstance(office, str) else office.id, start, end, seen, capacity)
