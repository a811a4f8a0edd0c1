"""Tables -> entities, derived offices and surface forms: what the compiled file holds, before it is written.

In: a `Package` of tables. Out: a `Build`. Offices that only the templates know are made here; a title that a listed office already
has belongs to the listed one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from attrs import Factory, define

from coopterms.gazetteer.schema import split_list
from coopterms.gazetteer.tables import Package
from coopterms.index.compiled import ENTITY_COLUMNS
from coopterms.index.forms import ANCHORS, ANY, CAPITALISED, CAPITALS, Form, capitals, spelling_map, variants_of
from coopterms.names.forms import NameParts, chinese_forms, chinese_surname, printed_names, romanised_forms
from coopterms.text.fold import fold, join, key
from coopterms.titles import Body, Template, Title, derived_id, write_titles

Row: TypeAlias = Mapping[str, str]
LANGUAGE_COLUMNS = {"en": "label_en", "zh-Hant": "label_zh_hant", "zh-Hans": "label_zh_hans"}


_STRENGTH = {
    how: at for at, how in enumerate(("label", "whole", "full", "written", "alias", "initials", "short", "unbranched", "abbreviation"))
}
"""How a form names an entity, the strongest way first: of one key and period only that is kept."""

_BRACKETS = re.compile(r"[(（]([^()（）]+)[)）]")
_ACRONYM = 3
"""Letters of a spelling that only its capitals tell from a word, and that is left to an alias."""
_NEARLY_ALL = 0.9
"""The share of the office holders of a place from which its officials count as written in pinyin."""


@define
class Build:
    """Everything that is compiled.

    Attributes:
        entities: ID -> row of the entity table (see `ENTITY_COLUMNS`).
        names: (ID, language, kind, text), labels first.
        forms: key -> forms, of each entity and period the strongest.
        lengths: two-word beginning of forms -> how many words they have.
        tenures: the rows of the tenure table.
        vocabulary: words of titles, organisations and terms, towards which typos are repaired.
        syllables: valid romanised syllables with their system; they are never repaired.
        articles: words that every key leaves out.
        pinyin_places: jurisdictions whose office holders write their names in pinyin.
        branch_words: words of the listed branches, and of those in labels of offices; Chinese characters each by itself.
        branched_ranks: ranks of which some listed office has a branch.
        crossings: Chinese words of two characters that a short name must not cut.
    """

    entities: dict[str, dict[str, str]] = Factory(dict)
    names: dict[tuple[str, str, str], str] = Factory(dict)
    forms: dict[str, dict[tuple[object, ...], Form]] = Factory(dict)
    lengths: dict[str, set[int]] = Factory(dict)
    tenures: list[Row] = Factory(list)
    vocabulary: set[str] = Factory(set)
    syllables: set[tuple[str, str]] = Factory(set)
    articles: frozenset[str] = frozenset()
    pinyin_places: set[str] = Factory(set)
    branch_words: set[str] = Factory(set)
    branched_ranks: set[str] = Factory(set)
    crossings: set[str] = Factory(set)


def build(package: Package) -> Build:
    """Make everything that is compiled from the tables.

    Args:
        package: the tables, packaged or overlaid.
    """
    return _Builder(package).run()


class _Builder:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.out = Build()
        self.out.articles = frozenset(key(row["form"]) for row in package["ignorable"].rows if row["role"] == "article")
        self.spellings = spelling_map((row["a"], row["b"]) for row in package["spellings"].rows)
        self.unabbreviated = spelling_map((row["a"], row["b"]) for row in package["spellings"].rows if row["kind"] != "abbreviation")
        self.aliases: dict[str, list[Row]] = {}
        for row in package["names"].rows:
            self.aliases.setdefault(row["id"], []).append(row)
        self.usual = {(key(row["form"]), row["usual"]) for row in package["ambiguities"].rows if row["usual"]}
        self.pinyin = {row["syllable"] for row in package["syllables"].rows if row["system"] == "pinyin"}

    def run(self) -> Build:
        self._language()
        self._people()
        for table in ("organisations", "terms", "meetings"):
            for row in self.package[table].rows:
                self._thing(row, table)
        self._offices()
        self.out.tenures = list(self.package["tenures"].rows)
        self.out.syllables = {(row["syllable"], row["system"]) for row in self.package["syllables"].rows}
        self._pinyin_places()
        return self.out

    def _pinyin_places(self) -> None:
        """Find the jurisdictions nearly all of whose office holders are written in pinyin."""
        systems = {row["id"]: row["system"] for row in self.package["people"].rows}
        written: dict[str, list[bool]] = {}
        for row in self.out.tenures:
            office = self.out.entities.get(row["office"], {})
            body = self.out.entities.get(office.get("parent", ""), {})
            if body.get("jurisdiction"):
                written.setdefault(body["jurisdiction"], []).append(systems.get(row["person"]) == "mainland")
        self.out.pinyin_places = {place for place, pinyin in written.items() if sum(pinyin) >= _NEARLY_ALL * len(pinyin)}

    # -- filing ---------------------------------------------------------------------------------------------------------

    def _file(self, text: str, form: Form, words: bool = False) -> None:
        # An abbreviated title that the templates write is read as rank and body, each of which is filed with its own abbreviations.
        spellings = self.unabbreviated if form.how in ("written", "unbranched") else self.spellings
        if form.kind == "person" and (key(text), form.id) in self.usual:
            form = form._replace(value="usual")
        for variant in variants_of(text, {} if form.case == CAPITALS else spellings, self.out.articles):
            form_key = join(variant)[0]
            shortened = len(variant) == 1 and len(form_key) <= _ACRONYM and form_key != key(text) and form.case == ANY
            if form.kind in ANCHORS and form_key.isascii() and (len(form_key) == 1 or shortened):
                continue  # M of M+ is any initial, and ai for artificial intelligence anybody's name
            known = self.out.forms.setdefault(form_key, {})
            same = (form.kind, form.id, form.case, form.valid_from, form.valid_to, form.kind == "qualifier" and form.how)
            if same not in known or _STRENGTH.get(form.how, 9) < _STRENGTH.get(known[same].how, 9):
                known[same] = form
            if len(variant) > 1:
                self.out.lengths.setdefault(join(variant[:2])[0], set()).add(len(variant))
            if words:
                self.out.vocabulary.update(word for word in variant if word.isalpha() and word.isascii())

    def _entity(self, row: Row, **columns: str) -> None:
        entity = {column: row.get(column, "") for column in ENTITY_COLUMNS}
        entity.update(columns)
        self.out.entities[entity["id"]] = entity
        for language, column in LANGUAGE_COLUMNS.items():
            if row.get(column):
                self._name(entity["id"], language, row[column], "label")

    def _name(self, entity_id: str, language: str, text: str, kind: str) -> None:
        self.out.names.setdefault((entity_id, language, text), kind)

    def _own_forms(self, entity_id: str, kind: str, row: Row) -> None:
        """File the labels and listed names of an organisation, office or term."""
        valid = (row.get("valid_from", ""), row.get("valid_to", ""))
        for column in LANGUAGE_COLUMNS.values():
            if row.get(column):
                self._file(row[column], Form(kind, entity_id, "label", "", ANY, *valid), words=True)
        for alias in self.aliases.get(entity_id, ()):
            self._name(entity_id, alias["language"], alias["name"], alias["kind"])
            acronym = alias["language"] == "en" and _is_acronym(alias["name"])
            form = Form(
                kind, entity_id, alias["kind"], capitals(alias["name"]) if acronym else "",
                CAPITALS if acronym else ANY, alias["valid_from"] or valid[0], alias["valid_to"] or valid[1],
            )  # fmt: skip
            self._file(alias["name"], form, words=not acronym)

    def _of_other_names(self, row: Row, bodies: Mapping[str, Row]) -> None:
        """File the label of a listed office with the other names of its body, and of those above it: Executive Director of the HKMA."""
        body, seen = bodies.get(row["organisation"]), set[str]()
        while body and body["id"] not in seen:  # tables that run in a circle are for `validate` to tell
            seen.add(body["id"])
            for alias in self.aliases.get(body["id"], ()):
                column = LANGUAGE_COLUMNS.get(alias["language"], "")
                if column and body[column] and body[column] in row[column] and alias["kind"] != "local":
                    text = row[column].replace(body[column], alias["name"])
                    self._file(text, Form("office", row["id"], "written", "", ANY, *_narrow(row, alias["valid_from"], alias["valid_to"])))
            body = bodies.get(body["parent"])

    # -- kinds of things ------------------------------------------------------------------------------------------------

    def _language(self) -> None:
        for row in self.package["ranks"].rows:
            valid = (row["valid_from"], row["valid_to"])
            labels = [row[column] for column in LANGUAGE_COLUMNS.values() if row[column]]
            for text in (*labels, *split_list(row["forms_en"]), *split_list(row["forms_zh"])):
                self._file(text, Form("rank", row["id"], "label", row["acts_for"], ANY, *valid), words=True)
            if row["plural_en"]:
                self._file(row["plural_en"], Form("plural", row["id"], "plural", key(row["label_en"])))
        for row in self.package["countries"].rows:
            labels = [row[column] for column in LANGUAGE_COLUMNS.values() if row[column]]
            for text in (*labels, *split_list(row["forms_en"]), *split_list(row["forms_zh"])):
                self._file(text, Form("country", row["id"], "label", "", CAPITALISED))
        for row in self.package["qualifiers"].rows:
            both = bool(row["before"] and row["after"])
            for side in ("before", "after"):
                if row[side]:
                    how = f"{side} with" if both else side
                    self._file(row[side], Form("qualifier", row["id"], how, row["capacity"]), words=True)
        for row in self.package["honorifics"].rows:
            self._file(row["form"], Form("honorific", row["position"], row["rank"], row["gender"]))
        for row in self.package["postnominals"].rows:
            self._file(row["form"], Form("postnominal", key(row["form"]), ""))
        for row in self.package["ignorable"].rows:
            if row["role"] == "crossing":
                self.out.crossings.add(key(row["form"]))
            elif row["role"] != "article":
                kind = "ignorable" if row["role"] == "filler" else row["role"]
                self._file(row["form"], Form(kind, key(row["form"]), ""))
        self.chinese_surnames = {key(row["zh_hant"]) for row in self.package["surnames"].rows}
        for row in self.package["surnames"].rows:
            self._file(row["zh_hant"], Form("surname", key(row["zh_hant"]), ""))
            for spelling in split_list(row["spellings"]):
                self._file(spelling, Form("surname", key(spelling), "", "", CAPITALISED))

    def _people(self) -> None:
        for row in self.package["people"].rows:
            person = row["id"]
            chinese = row["label_zh_hant"] or row["label_zh_hans"]
            parts = NameParts(row["surname"], row["given"], row["western"], row["husband_surname"])
            surnames = [parts.husband_surname, parts.surname]
            forms: dict[str, str] = {}
            if parts.surname:
                forms.update(romanised_forms(parts, self.pinyin if row["system"] == "mainland" else ()))
            if row["label_en"]:
                forms.setdefault(row["label_en"], "full")
            if chinese:
                surnames += chinese_surname(chinese, self.chinese_surnames)
            keys = dict.fromkeys(key(surname) for surname in surnames if surname)
            self._entity(row, surnames=" | ".join(keys), parent="", type="")
            for form, how in forms.items():
                self._file(form, Form("person", person, how, "", CAPITALISED))
            for name in printed_names(parts):
                self._name(person, "en", name, "written")
            for column in ("label_zh_hant", "label_zh_hans"):
                if row[column]:
                    for form, how in chinese_forms(row[column], self.chinese_surnames):
                        self._file(form, Form("person", person, how))
            for alias in self.aliases.get(person, ()):
                self._name(person, alias["language"], alias["name"], alias["kind"])
                how = "full" if alias["kind"] in ("alias", "pinyin", "former") else alias["kind"]
                case = CAPITALISED if alias["language"] == "en" else ANY
                self._file(alias["name"], Form("person", person, how, "", case))
            for surname in (parts.husband_surname, parts.surname):
                if surname:
                    self._file(surname, Form("surname", key(surname), "", "", CAPITALISED))

    def _thing(self, row: Row, table: str) -> None:
        kind = "organisation" if table == "organisations" else "term"
        self._entity(row, type=row.get("kind") or row.get("category") or "meeting", parent=row.get("parent", ""))
        self._own_forms(row["id"], kind, row)
        if kind == "organisation" and "government" in row["kind"]:
            for column in ("stem_en", "stem_zh_hant"):
                for stem in split_list(row[column]):
                    self._file(stem, Form("place", row["id"], "stem"))

    def _offices(self) -> None:
        listed: dict[tuple[str, str, str], list[Row]] = {}
        unbranched: dict[tuple[str, str], list[Row]] = {}
        bodies = {row["id"]: row for row in self.package["organisations"].rows}
        for row in self.package["offices"].rows:
            self._entity(row, parent=row["organisation"], type="", derived="")
            self._own_forms(row["id"], "office", row)
            self._of_other_names(row, bodies)
            for column in LANGUAGE_COLUMNS.values():
                for branch in _BRACKETS.findall(row[column]):
                    self.out.branch_words.update(fold(branch, self.out.articles).words)
            if row["rank"]:
                listed.setdefault((row["organisation"], row["rank"], row["branch"]), []).append(row)
                if row["branch"]:
                    self.out.branched_ranks.add(row["rank"])
                    unbranched.setdefault((row["organisation"], row["rank"]), []).append(row)
        branches: dict[str, list[tuple[str, dict[str, str]]]] = {}
        for row in self.package["branches"].rows:
            labels = {language: row[column] for language, column in LANGUAGE_COLUMNS.items()}
            branches.setdefault(row["body"], []).append((row["branch"], labels))
            for label in labels.values():
                self._file(label, Form("branch", row["branch"], "label"), words=True)
                self.out.branch_words.update(fold(label, self.out.articles).words)
        templates: dict[str, dict[str, list[Template]]] = {}
        for row in self.package["title_templates"].rows:
            template = Template(row["rank"], row["language"], row["use"] == "label", row["pattern"], row["valid_from"], row["valid_to"])
            templates.setdefault(row["class"], {}).setdefault(row["rank"], []).append(template)
        ranks = {row["id"]: row for row in self.package["ranks"].rows}
        for row in self.package["organisations"].rows:
            body = self._body(row)
            for rank, patterns in templates.get(row["class"], {}).items():
                for branch, labels in [("", None), *branches.get(row["id"], ())]:
                    if branch and not (ranks[rank]["branches"] or (row["id"], rank, branch) in listed):
                        continue
                    titles = list(write_titles(body, patterns, labels))
                    owners = listed.get((row["id"], rank, branch)) or self._with_title(titles, row, rank)
                    shortened = () if branch else unbranched.get((row["id"], rank), ())
                    for owner in shortened:
                        for title in titles:
                            valid = _narrow(owner, title.valid_from, title.valid_to)
                            self._file(title.text, Form("office", owner["id"], "unbranched", "", ANY, *valid))
                    if shortened and not owners and ranks[rank]["seats"] == "one":
                        continue  # each branch has its own, and there is no other
                    owners = owners or [self._derive(row, ranks[rank], branch, titles)]
                    for owner in owners:
                        for title in titles:
                            valid = _narrow(owner, title.valid_from, title.valid_to)
                            self._file(title.text, Form("office", owner["id"], "written", "", ANY, *valid), words=True)
                            if title.plain and not owner.get("derived"):
                                self._name(owner["id"], title.language, title.text, "written")

    def _body(self, row: Row) -> Body:
        names = {language: [row[column]] for language, column in LANGUAGE_COLUMNS.items() if row[column]}
        for alias in self.aliases.get(row["id"], ()):
            if alias["kind"] != "local":
                names.setdefault(alias["language"], []).append(alias["name"])
        stems = {
            "en": split_list(row["stem_en"]),
            "zh-Hant": split_list(row["stem_zh_hant"]),
            "zh-Hans": split_list(row["stem_zh_hans"]),
        }
        return Body(names, stems)

    def _with_title(self, titles: list[Title], body: Row, rank: str) -> list[Row]:
        """Find the listed offices of the body whose own label is one of the official titles just written, unless of another rank."""
        owners: dict[str, Row] = {}
        for title in titles:
            if title.label:
                for form in self.out.forms.get(fold(title.text, self.out.articles).key, {}).values():
                    if form.kind == "office" and form.how in ("label", "alias"):
                        office = self.out.entities[form.id]
                        if office["parent"] == body["id"] and office["rank"] in ("", rank):
                            owners[form.id] = office
        return list(owners.values())

    def _derive(self, body: Row, rank: Row, branch: str, titles: list[Title]) -> dict[str, str]:
        office = {
            "id": derived_id(body["id"], rank["id"], branch),
            "parent": body["id"],
            "rank": rank["id"],
            "branch": branch,
            "seats": rank["seats"],
            "derived": "yes",
            "valid_from": max(body["valid_from"], rank["valid_from"]),
            "valid_to": min(filter(None, (body["valid_to"], rank["valid_to"])), default=""),
        }
        for title in titles:
            if title.label:
                office.setdefault(LANGUAGE_COLUMNS[title.language], title.text)
        self._entity(office)
        for title in titles:
            if title.plain:
                self._name(office["id"], title.language, title.text, "written")
        self.out.entities[office["id"]].update(parent=body["id"], derived="yes")
        return self.out.entities[office["id"]]


def _narrow(owner: Row, valid_from: str, valid_to: str) -> tuple[str, str]:
    """Return when a template's title can mean the office: while both existed."""
    return max(owner["valid_from"], valid_from), min(filter(None, (owner["valid_to"], valid_to)), default="")


def _is_acronym(name: str) -> bool:
    """Say whether a form is so short and so capital that only its capitals tell it from a word."""
    letters = [character for character in name if character.isalpha()]
    return len(letters) <= 8 and sum(map(str.isupper, letters)) * 2 > len(letters)
