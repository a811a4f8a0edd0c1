"""Hypothesis strategies over a resolver's gazetteer: appointments, labels, and text made of hard characters."""

from __future__ import annotations

import datetime
from functools import lru_cache

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from coopterms._data import tables_folder
from coopterms.gazetteer.overlay import load_package
from coopterms.index.lexicon import Lexicon
from coopterms.model import Entity, Office, Person, Tenure
from coopterms.reading.holding import DESIGNATE_DAYS, is_generalist
from coopterms.reading.resolver import Resolver
from coopterms.testing.styles import STYLES, Appointment, write
from coopterms.text.characters import read_classes
from coopterms.titles import Qualifier

_EARLIEST = datetime.date(1997, 7, 1)
_HONORIFICS = {
    ("en", "male"): ("Mr", "Dr", "Professor"),
    ("en", "female"): ("Ms", "Mrs", "Dr"),
    ("zh", "male"): ("先生", "博士", "教授"),
    ("zh", "female"): ("女士", "博士"),
}
_PIECES = (
    "İ", "ß", "ﬁ", "½", "é", "e\u0301", "\u200b", "\ufeff", "\u00ad", "\u3000", "\u00a0", "＆", "&", " and ", "the ", "-", "–", "—", "’",
    "'", '"', "「", "」", "（", "）", "/", "／", "ＨＫＳＡＲ", "HKSAR",
    "⻑", "⺠", "⾹", "衞", "衛", "卫", "\n", "\t", "0", "９", "𠮷", "ก็", "한", "🙂",
    "Secretary for ", "Under ", "Acting ", "署理", "局長", "局长", "副", "Mr ", "先生", "Lau Kong-wah", "行政長官",
)  # fmt: skip


def hard_text(max_pieces: int = 12) -> SearchStrategy[str]:
    """Make text out of the characters and pieces that break folding and matching.

    Args:
        max_pieces: how many pieces at most.

    >>> isinstance(hard_text().example(), str)  # doctest: +SKIP
    True
    """
    classes = read_classes()
    characters = st.sampled_from(sorted({*classes, *classes.values()}))
    pieces = st.one_of(st.sampled_from(_PIECES), characters, st.text(max_size=5))
    return st.lists(pieces, max_size=max_pieces).map("".join)


@lru_cache(maxsize=4)
def _qualifiers(resolver: Resolver) -> tuple[Qualifier, ...]:
    own = resolver.gazetteer.folders if resolver.gazetteer else ()
    rows = load_package([tables_folder(), *own])["qualifiers"].rows
    return tuple(Qualifier(row["id"], row["capacity"], row["language"], row["before"], row["after"]) for row in rows)


@lru_cache(maxsize=16)
def _tenures(resolver: Resolver, capacity: str) -> tuple[Tenure, ...]:
    """Return the tenures that a mention in a capacity can be drawn from: a former holder has left, a designated one is yet to come."""
    lexicon = resolver.lexicon
    lexicon.preload()
    everyone = (tenure for person in lexicon.ids("person") for tenure in lexicon.tenures_of(person))
    earliest = _EARLIEST.isoformat() if capacity == "designate" else "0"
    dated = (tenure for tenure in everyone if tenure.start > earliest and (tenure.end or capacity != "former"))
    drawn = {"former": ("substantive",), "designate": ("substantive", "acting", "designate")}.get(capacity, ("substantive", "acting"))
    return tuple(tenure for tenure in dated if tenure.capacity in drawn)


@st.composite
def labels(draw: st.DrawFn, resolver: Resolver, kind: str) -> tuple[str, str, str]:
    """Draw an entity of a kind with one of its labels.

    Args:
        resolver: whose gazetteer.
        kind: person, office, organisation or term.

    Returns:
        A strategy for (ID, language, label).
    """
    entity = resolver.lexicon.entity(draw(st.sampled_from(resolver.lexicon.ids(kind))))
    assert entity is not None
    language = draw(st.sampled_from(sorted(entity.labels)))
    return entity.id, language, entity.labels[language]


@st.composite
def appointments(draw: st.DrawFn, resolver: Resolver, capacities: tuple[str, ...] = ("substantive",)) -> Appointment:
    """Draw an appointment from the tenures and write it in some house style and script.

    Args:
        resolver: whose gazetteer.
        capacities: substantive (on a day in office), former (after it), designate (before it), acting (on a day in office, for
            another office of the same body, or of the same government where officers of bureaux are moved about).

    Returns:
        A strategy for `Appointment`.
    """
    lexicon = resolver.lexicon
    capacity = draw(st.sampled_from(capacities))
    tenure = draw(st.sampled_from(_tenures(resolver, capacity)))
    person, office = lexicon.entity(tenure.person), lexicon.entity(tenure.office)
    assert isinstance(person, Person)
    assert isinstance(office, Office)
    latest = datetime.date.fromisoformat(f"{lexicon.data_month}-01")
    first, last = _span(tenure, latest)
    if capacity == "acting":
        office = draw(_offices_of(lexicon, office, first, last))
    on = draw(st.dates(*_when(capacity, first, last, latest)))
    shared = sorted(set(person.labels) & set(office.labels))
    language = draw(st.sampled_from(shared))
    short = language.partition("-")[0]
    style = draw(st.sampled_from(sorted(STYLES[short])))
    honorific = draw(st.sampled_from(_HONORIFICS.get((short, person.gender), ("Dr",) if short == "en" else ("博士",))))
    qualifier = None
    if capacity != "substantive":
        fitting = [q for q in _qualifiers(resolver) if q.capacity == capacity and (q.language == "en") == (short == "en")]
        qualifier = draw(st.sampled_from([q for q in fitting if q.before and not q.after] or fitting))
    text = write(office.labels[language], person.labels[language], language, style, honorific, qualifier)
    return Appointment(text, on.isoformat(), person.id, office.id, capacity, style)


def _span(tenure: Tenure, latest: datetime.date) -> tuple[datetime.date, datetime.date]:
    """Return days on which the tenure surely ran: its first full unit to the start of its last one."""
    first = datetime.date.fromisoformat((tenure.start + "-01-01")[:10] if len(tenure.start) < 10 else tenure.start)
    end = tenure.end or tenure.last_seen
    last = datetime.date.fromisoformat((end + "-01-01")[:10] if len(end) < 10 else end) if end else latest
    first = max(first, _EARLIEST)
    return first, max(first, last)


def _when(capacity: str, first: datetime.date, last: datetime.date, latest: datetime.date) -> tuple[datetime.date, datetime.date]:
    if capacity == "former":
        after = max(last, first) + datetime.timedelta(days=400)
        return after, max(after, latest)
    if capacity == "designate":
        return first - datetime.timedelta(days=DESIGNATE_DAYS // 8), first - datetime.timedelta(days=1)
    return first, last


def _offices_of(lexicon: Lexicon, office: Office, first: datetime.date, last: datetime.date) -> SearchStrategy[Office]:
    """Offices that a holder may stand in for and that existed all the time between two days.

    The only holder of a post in a bureau may act for any of the same government, everybody else within the same body.
    """
    anywhere = office.seats == "one" and is_generalist(lexicon, office)
    home = lexicon.ancestors(office.organisation) if anywhere else frozenset({office.organisation})

    def fits(entity: Entity | None) -> bool:
        return (
            isinstance(entity, Office)
            and bool(home & (lexicon.ancestors(entity.organisation) if anywhere else {entity.organisation}))
            and entity.exists(first.isoformat())
            and entity.exists(last.isoformat())
        )

    found = [entity for entity in map(lexicon.entity, lexicon.ids("office")) if fits(entity)]
    return st.sampled_from([entity for entity in found if isinstance(entity, Office)] or [office])
