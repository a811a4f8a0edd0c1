"""Look-ups in the compiled gazetteer.

In: keys and IDs. Out: forms, entities, tenures. What is found is remembered, so a second look-up costs nothing; `preload` reads
everything at once for large batches. Answers are the same either way.
"""

from __future__ import annotations

import gc
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from coopterms.index.compiled import ENTITY_COLUMNS
from coopterms.index.forms import Form, file_uri
from coopterms.model import LANGUAGES, Entity, Name, Office, Organisation, Person, Tenure, Term
from coopterms.text.fold import holds

_BATCH = 500  # bound parameters in one statement; SQLite allows 999 everywhere


class Lexicon:
    """A compiled gazetteer, opened for reading.

    Args:
        path: the compiled file.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._connection = sqlite3.connect(f"{file_uri(path)}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._lock = threading.Lock()
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._forms: dict[str, tuple[Form, ...]] = {}
        self.cased: set[str] = set()
        """Keys met so far of which some form must be printed with capitals."""
        self._entities: dict[str, Entity | None] = {}
        self._by_person: dict[str, tuple[Tenure, ...]] = {}
        self._by_office: dict[str, tuple[Tenure, ...]] = {}
        self._ancestors: dict[str, frozenset[str]] = {}
        self._body_ranks: dict[tuple[str, str], tuple[str, ...]] = {}
        self._modifiers: frozenset[str] | None = None
        self._plurals: dict[str, str] | None = None
        self._place_names: dict[str, tuple[str, ...]] | None = None
        self._regions: dict[str, tuple[str, ...]] | None = None
        self._syllables: frozenset[str] = frozenset()
        self._whole = False
        meta = {row[0]: row[1] for row in self._rows("SELECT name, value FROM meta")}
        self.data_version: str = meta["data_version"]
        self.data_month = "-".join(self.data_version.split(".")[:2])
        self.articles = frozenset(meta["articles"].split())
        self.pinyin_places = frozenset(meta["pinyin_places"].split())
        self.branch_words = frozenset(meta["branch_words"].split())
        self.crossings = frozenset(meta["crossings"].split())
        self.branched_ranks = frozenset(meta["branched_ranks"].split())
        self._pinyin: frozenset[str] = frozenset()
        self.acts_for: dict[str, frozenset[str]] = {
            rank: frozenset(acts_for.replace("|", " ").split()) for rank, acts_for in self._rows("SELECT * FROM rank")
        }

    def __reduce__(self) -> tuple[type[Lexicon], tuple[str]]:
        return Lexicon, (self.path,)

    def _rows(self, statement: str, parameters: Iterable[object] = ()) -> list[tuple[str, ...]]:
        with self._lock:
            return self._connection.execute(statement, tuple(parameters)).fetchall()

    def _many(self, statement: str, keys: list[str]) -> list[tuple[str, ...]]:
        rows: list[tuple[str, ...]] = []
        for at in range(0, len(keys), _BATCH):
            part = keys[at : at + _BATCH]
            rows += self._rows(statement.replace("(?)", f"({','.join('?' * len(part))})"), part)
        return rows

    def preload(self) -> None:
        """Read every form, entity and tenure now, for batches; costs some tenths of a second once."""
        if not self._whole:
            with _no_collections():
                self._preload()

    def _preload(self) -> None:
        forms = self.all_forms()
        by_person: dict[str, list[Tenure]] = {}
        by_office: dict[str, list[Tenure]] = {}
        for row in self._rows('SELECT person, office, start, "end", last_seen, capacity FROM tenure'):
            tenure = Tenure(*row)
            by_person.setdefault(tenure.person, []).append(tenure)
            by_office.setdefault(tenure.office, []).append(tenure)
        names: dict[str, list[Name]] = {}
        for entity_id, language, text, kind in self._rows("SELECT * FROM name"):
            names.setdefault(entity_id, []).append(Name(text, language, kind))
        for row in self._rows("SELECT * FROM entity WHERE label_zh_hans <> '' OR label_zh_hant = ''"):  # the others need a converter
            self._entities.setdefault(row[0], self._make_entity(row, names.get(row[0], [])))
        self._lengths = {prefix: tuple(map(int, lengths.split())) for prefix, lengths in self._rows("SELECT * FROM prefix")}
        self.cased.update(form_key for form_key, found in forms.items() if any(form.case for form in found))
        same: dict[tuple[Form, ...], tuple[Form, ...]] = {}  # a form has nine spellings on the average
        self._forms = {form_key: same.setdefault(key_forms := tuple(found), key_forms) for form_key, found in forms.items()}
        self._by_person = {person: tuple(found) for person, found in by_person.items()}
        self._by_office = {office: tuple(found) for office, found in by_office.items()}
        self._whole = True

    def all_forms(self) -> dict[str, list[Form]]:
        """Return every key with its forms; equal forms are one object."""
        forms: dict[str, list[Form]] = {}
        known: dict[tuple[str, ...], Form] = {}
        for form_key, *row in self._rows("SELECT * FROM form"):
            forms.setdefault(form_key, []).append(known.get(what := tuple(row)) or known.setdefault(what, Form._make(row)))
        return forms

    def automaton(self) -> tuple[int, bytes, bytes]:
        """Return what the scan of documents needs, as `index.scan.compile_scan` made it."""
        with self._lock:
            found: tuple[int, bytes, bytes] = self._connection.execute("SELECT * FROM automaton").fetchone()
        return found

    def lengths(self, prefixes: list[str]) -> dict[str, tuple[int, ...]]:
        """Return for two-word beginnings of forms how many words the forms have.

        Args:
            prefixes: keys of two words.
        """
        whole, known = self._whole, self._lengths  # in this order, for another thread may preload in between
        if not whole:
            missing = [prefix for prefix in dict.fromkeys(prefixes) if prefix not in known]
            if missing:
                rows = self._many("SELECT key, lengths FROM prefix WHERE key IN (?)", missing)
                known.update((prefix, tuple(map(int, lengths.split()))) for prefix, lengths in rows)
        return known

    def forms(self, keys: list[str]) -> dict[str, tuple[Form, ...]]:
        """Return what keys may mean; a key that is no form is missing or has an empty tuple.

        Args:
            keys: keys of any length.
        """
        whole, known = self._whole, self._forms
        if not whole:
            missing = [form_key for form_key in dict.fromkeys(keys) if form_key not in known]
            if missing:
                found: dict[str, list[Form]] = {}  # misses are not remembered: there is no end of them
                for row in self._many("SELECT * FROM form WHERE key IN (?)", missing):
                    found.setdefault(row[0], []).append(Form._make(row[1:]))
                self.cased.update(form_key for form_key, forms in found.items() if any(form.case for form in forms))
                known.update((form_key, tuple(forms)) for form_key, forms in found.items())
        return known

    def entity(self, entity_id: str) -> Entity | None:
        """Return an entity by its ID, or its successor where the ID was merged; None when there is none.

        Args:
            entity_id: `kind:slug`.
        """
        try:
            return self._entities[entity_id]
        except KeyError:
            return self._entities.setdefault(entity_id, self._read_entity(entity_id))

    def _read_entity(self, entity_id: str) -> Entity | None:
        merged = {entity_id}
        while not (rows := self._rows("SELECT * FROM entity WHERE id = ?", (entity_id,))):
            moved = self._rows("SELECT successor FROM redirect WHERE id = ?", (entity_id,))
            if not moved or moved[0][0] in merged:
                return None
            entity_id = moved[0][0]
            merged.add(entity_id)
        names = self._rows("SELECT text, language, kind FROM name WHERE id = ?", (entity_id,))
        return self._make_entity(rows[0], list(map(Name._make, names)))

    def _make_entity(self, columns: tuple[str, ...], names: list[Name]) -> Entity:
        entity_id, row = columns[0], dict(zip(ENTITY_COLUMNS, columns, strict=True))
        names.sort(key=lambda name: (LANGUAGES.index(name.language), name.kind != "label"))
        labels = {code: text for code, text in zip(LANGUAGES, columns[1:4], strict=True) if text}
        if "zh-Hant" in labels and "zh-Hans" not in labels:
            self._add_simplified(labels, row["parent"])
        common = (entity_id, labels, tuple(names), row["valid_from"], row["valid_to"], tuple(row["successor"].replace("|", " ").split()))
        match entity_id.partition(":")[0]:
            case "person":
                return Person(*common, gender=row["gender"], surnames=tuple(row["surnames"].split(" | ")))
            case "office":
                return Office(*common, row["parent"], row["rank"], row["branch"], row["seats"], bool(row["derived"]))
            case "organisation":
                return Organisation(*common, type=row["type"], parent=row["parent"], jurisdiction=row["jurisdiction"])
            case _:
                return Term(*common, category=row["type"])

    def _add_simplified(self, labels: dict[str, str], parent: str) -> None:
        """Make a Simplified label for display, with the name of the body in it as that is on record."""
        from coopterms.text.display import simplified

        body = self.entity(parent) if parent else None
        known = {body.labels["zh-Hant"]: body.labels["zh-Hans"]} if body and {"zh-Hant", "zh-Hans"} <= set(body.labels) else {}
        made = simplified(labels["zh-Hant"], known)
        if made:
            labels["zh-Hans"] = made

    def tenures_of(self, person: str) -> tuple[Tenure, ...]:
        """Return the offices a person held.

        Args:
            person: ID.
        """
        return self._tenures(self._whole, self._by_person, "person", person)

    def holders_of(self, office: str) -> tuple[Tenure, ...]:
        """Return the people who held an office.

        Args:
            office: ID.
        """
        return self._tenures(self._whole, self._by_office, "office", office)

    def _tenures(self, whole: bool, known: dict[str, tuple[Tenure, ...]], column: str, key: str) -> tuple[Tenure, ...]:
        found = known.get(key)
        if found is None:
            rows: list[tuple[str, ...]] = []
            if not whole:
                statement = f'SELECT person, office, start, "end", last_seen, capacity FROM tenure WHERE {column} = ?'
                rows = self._rows(statement, (key,))
            found = known[key] = tuple(Tenure(*row) for row in rows)
        return found

    def ancestors(self, organisation: str) -> frozenset[str]:
        """Return an organisation and everything it belongs to.

        Args:
            organisation: ID; an unknown or empty one has no ancestors but itself.
        """
        if organisation not in self._ancestors:
            found: list[str] = []
            current = organisation
            while current and current not in found:
                found.append(current)
                entity = self.entity(current)
                current = entity.parent if isinstance(entity, Organisation) else ""
            self._ancestors[organisation] = frozenset(found)
        return self._ancestors[organisation]

    def offices_at(self, organisation: str, rank: str) -> tuple[str, ...]:
        """Return the offices of one rank in one body, derived ones included.

        Args:
            organisation: ID of the body.
            rank: ID of the rank.
        """
        if (organisation, rank) not in self._body_ranks:
            rows = self._rows("SELECT id FROM entity WHERE parent = ? AND rank = ?", (organisation, rank))
            self._body_ranks[organisation, rank] = tuple(row[0] for row in rows)
        return self._body_ranks[organisation, rank]

    def only_office_of(self, rank: str) -> str | None:
        """Return the one office of a rank, when no other office has it.

        Args:
            rank: ID of the rank.
        """
        rows = self._rows("SELECT id FROM entity WHERE rank = ? LIMIT 2", (rank,))
        return rows[0][0] if len(rows) == 1 else None

    @property
    def modifiers(self) -> frozenset[str]:
        """Keys that make another rank of a rank when they stand before it: deputy, 副, 助理."""
        if self._modifiers is None:
            ranks = {row[0] for row in self._rows("SELECT key FROM form WHERE kind = 'rank'")}
            found = {rank[:at].rstrip() for rank in ranks for at in range(1, len(rank)) if rank[at:] in ranks}
            self._modifiers = frozenset(found)
        return self._modifiers

    @property
    def plurals(self) -> dict[str, str]:
        """The last word of each rank in the plural, and in the singular."""
        if self._plurals is None:
            rows = self._rows("SELECT key, value FROM form WHERE kind = 'plural'")
            self._plurals = {plural.split()[-1]: singular.split()[-1] for plural, singular in rows}
        return self._plurals

    @property
    def place_names(self) -> dict[str, tuple[str, ...]]:
        """Jurisdiction -> the keys by which titles name the place: "guangdong province", 广东省."""
        if self._place_names is None:
            found: dict[str, tuple[str, ...]] = {}
            for form_key, organisation in self._rows("SELECT key, id FROM form WHERE kind = 'place'"):
                government = self.entity(organisation)
                if isinstance(government, Organisation):
                    found[government.jurisdiction] = (*found.get(government.jurisdiction, ()), form_key)
            self._place_names = found
        return self._place_names

    @property
    def regions(self) -> dict[str, tuple[str, ...]]:
        """The jurisdictions of the special administrative regions, with the keys of their names that are no part of another's name.

        Their governments share most titles, so that only such names tell which is meant.
        """
        if self._regions is None:
            rows = self._rows("SELECT jurisdiction FROM entity WHERE type = 'government'")
            names = {row[0]: self.place_names.get(row[0], ()) for row in rows}
            self._regions = {
                region: tuple(
                    words for words in own if not any(holds(theirs, words) for other in names.keys() - {region} for theirs in names[other])
                )
                for region, own in names.items()
            }
        return self._regions

    def jurisdiction(self, entity_id: str) -> str:
        """Return the jurisdiction of an organisation, or of the body of an office; empty where there is none.

        Args:
            entity_id: an ID.
        """
        entity = self.entity(entity_id)
        if isinstance(entity, Office):
            entity = self.entity(entity.organisation)
        return entity.jurisdiction if isinstance(entity, Organisation) else ""

    def is_syllable(self, word: str) -> bool:
        """Say whether a folded word may be part of a romanised name: a syllable of it, a surname, an initial.

        Args:
            word: one folded word.
        """
        if not self._syllables:
            rows = self._rows("SELECT word FROM syllable UNION SELECT key FROM form WHERE kind = 'surname'")
            self._syllables = frozenset(row[0] for row in rows)
        return len(word) == 1 or word in self._syllables

    def ever_held(self, people: Iterable[str], offices: Iterable[str]) -> bool:
        """Say whether one of some people ever held one of some offices.

        Args:
            people, offices: IDs.
        """
        wanted = set(offices)
        return any(tenure.office in wanted for person in people for tenure in self.tenures_of(person))

    def is_word(self, word: str) -> bool:
        """Say whether a folded word needs no repair: a word of some title, or a romanised syllable.

        Args:
            word: one folded word.
        """
        return bool(
            self._rows(
                "SELECT 1 FROM word WHERE letter = ? AND length = ? AND word = ? UNION ALL SELECT 1 FROM syllable WHERE word = ?",
                (word[:1], len(word), word, word),
            )
        )

    def is_pinyin(self, word: str) -> bool:
        """Say whether a folded word is written in pinyin: one syllable or several.

        Args:
            word: one folded word.
        """
        if not self._pinyin:
            self._pinyin = frozenset(row[0] for row in self._rows("SELECT word FROM syllable WHERE system = 'pinyin'"))
        ends = {0}
        for end in range(1, len(word) + 1):
            if any(word[start:end] in self._pinyin for start in ends):
                ends.add(end)
        return len(word) in ends

    def words_like(self, word: str, slack: int) -> list[str]:
        """Return the words of titles that begin like a word and are about as long.

        Args:
            word: one folded word.
            slack: by how many letters the length may differ.
        """
        rows = self._rows(
            "SELECT word FROM word WHERE letter = ? AND length BETWEEN ? AND ?",
            (word[:1], len(word) - slack, len(word) + slack),
        )
        return [row[0] for row in rows]

    def ids(self, kind: str) -> list[str]:
        """Return every ID of a kind in order.

        Args:
            kind: organisation, office, person or term.
        """
        return [row[0] for row in self._rows("SELECT id FROM entity WHERE id GLOB ? ORDER BY id", (f"{kind}:*",))]

    def all_names(self, kind: str | None = None) -> list[tuple[str, str]]:
        """Return every name of every entity as (ID, text).

        Args:
            kind: only this kind.
        """
        rows = self._rows("SELECT id, text FROM name WHERE id GLOB ?", (f"{kind or '*'}:*",))
        return [(row[0], row[1]) for row in rows]


@contextmanager
def _no_collections() -> Iterator[None]:
    """Keep the garbage collector from running: among hundreds of thousands of objects that all stay, it takes half the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
