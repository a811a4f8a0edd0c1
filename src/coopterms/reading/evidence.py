"""The evidence: each reason for or against a reading is one small function with a weight in one table.

In: a reading and the lexicon. Out: names of reasons with a note. The score of a reading is the sum of their weights through a logistic;
a reading competes with "none of these", whose sum is 0.
"""

from __future__ import annotations

from collections.abc import Iterable

from coopterms.index.forms import Form
from coopterms.index.lexicon import Lexicon
from coopterms.model import Office, Person, Tenure

WEIGHTS = {
    # how the office is named
    "title-official": 3.5,
    "title-alias": 3.0,
    "title-abbreviated": 2.8,
    "title-informal": 2.0,
    "title-without-branch": 2.0,
    "rank-only": -0.5,
    # whether that title was in use
    "title-not-in-force": -5.0,
    # how the person is named
    "name-full": 3.0,
    "name-initials": 2.0,
    "name-short": 1.5,
    "surname-only": -1.0,
    "name-unknown": -0.5,
    # whether that person held that office
    "in-office": 4.5,
    "in-office-last-seen": 3.5,
    "near-tenure": 3.0,
    "takes-office-later": 4.0,
    "held-before": 4.0,
    "held-undated": 3.5,
    "acting-on-record": 5.0,
    "stand-in": 4.5,
    "stand-in-elsewhere": 3.0,
    "no-stand-in": -1.5,
    "held-at-another-time": -2.0,
    "never-held": -4.5,
    "served-about-then": -1.0,
    "served-then": -2.0,
    "busy-elsewhere": -4.5,
    "held-by-another": -4.5,
    # a person without an office
    "career-then": 1.0,
    "career-before": 0.3,
    "career-only-later": -3.0,
    # courtesy
    "honorific-agrees": 0.2,
    "honorific-contradicts": -4.0,
    "spouse": -8.0,
    # what stands around
    "body-agrees": 0.3,
    "other-body": -7.0,
    "branch-agrees": 1.0,
    "other-branch": -7.0,
    "in-context": 4.0,
    "left-over": -7.0,
    "repaired": -0.7,
    # things
    "thing-official": 4.0,
    "thing-abbreviated": 3.5,
    "thing-not-in-force": -1.5,
    # other readings take their share
    "rivals": 1.0,
}
"""Log-odds. Set by judgement and checked by `benchmarks/accuracy.py`, whose reliability table shows what a score is worth."""

Reasons = list[tuple[str, str]]
"""(name, note) pairs; a note is only written out when somebody reads it."""

_TITLE = {
    "label": "title-official",
    "written": "title-official",
    "alias": "title-alias",
    "short": "title-alias",
    "former": "title-alias",
    "abbreviation": "title-abbreviated",
    "informal": "title-informal",
    "unbranched": "title-without-branch",
    "rank": "rank-only",
}
_NAME = {"full": "name-full", "initials": "name-initials", "short": "name-short", "surname": "surname-only"}
UNRECORDED = frozenset({"never-held", "served-about-then", "served-then", "busy-elsewhere", "held-at-another-time"})
"""No row says that the person held the office at that date."""
NEAR_DAYS = 45
"""A name beside a title this long before or after the recorded tenure is a matter of imprecise dates."""
DESIGNATE_DAYS = 400
CAREER_DAYS = 550
MEMORY_DAYS = 2200
"""How long a tenure whose end or start is not known still speaks for its holder."""


def title(form: Form, office: Office, on: str | None, capacity: str | None) -> Reasons:
    """How the office is named, and whether it was called so at the date."""
    reasons: Reasons = [(_TITLE.get(form.how, "title-alias"), office.id)]
    if on and capacity != "former" and not in_force(form, on, DESIGNATE_DAYS if capacity == "designate" else 0):
        reasons.append(("title-not-in-force", f"{form.valid_from or '…'} to {form.valid_to or '…'}"))
    return reasons


def in_force(form: Form, on: str, ahead: int) -> bool:
    """Say whether a form was in use on a day, or will be within some days.

    Args:
        form: a form with its validity.
        on: the day.
        ahead: how many days before its beginning it may already be used, of somebody designate.
    """
    if form.valid_to and on[: len(form.valid_to)] > form.valid_to:
        return False
    if form.valid_from and on < form.valid_from and on[: len(form.valid_from)] != form.valid_from:
        return bool(ahead) and -Tenure("", "", form.valid_from).days_off(on) <= ahead
    return True


def name(form: Form, person: Person) -> Reasons:
    """How the person is named."""
    return [(_NAME.get(form.how, "name-short"), person.id)]


def courtesy(honorifics: Iterable[Form], person: Person) -> Reasons:
    """Whether Mr, Ms, 先生 and the like fit the person."""
    reasons: Reasons = []
    for form in honorifics:
        if form.value == "spouse":
            reasons.append(("spouse", "husband or wife of"))
        elif form.value and person.gender:
            agrees = form.value == person.gender
            reasons.append(("honorific-agrees" if agrees else "honorific-contradicts", person.gender))
    return reasons


def holding(lexicon: Lexicon, person: Person, office: Office, on: str | None, capacity: str | None) -> tuple[str, str]:
    """Whether this person held this office, in this capacity, at this date."""
    tenures = [tenure for tenure in lexicon.tenures_of(person.id) if tenure.office == office.id]
    if on is None:
        if tenures:
            return "held-undated", period(tenures[0])
        return ("stand-in", "") if capacity == "acting" and lexicon.tenures_of(person.id) else ("never-held", "")
    covering = [tenure for tenure in tenures if tenure.covers(on)]
    if capacity == "acting":
        if any(tenure.capacity == "acting" for tenure in covering):
            return "acting-on-record", period(covering[0])
        if covering:
            return "stand-in", period(covering[0])
        return _stand_in(lexicon, person, office, on)
    if capacity == "designate":
        coming = [tenure for tenure in tenures if -DESIGNATE_DAYS <= tenure.days_off(on) <= 0]
        if coming:
            return "takes-office-later", period(coming[0])
    if capacity == "former":
        past = [tenure for tenure in tenures if not tenure.start or tenure.start <= on]
        if past:
            return "held-before", period(past[0])
    if covering:
        tenure = min(covering, key=lambda tenure: (tenure.capacity != "substantive", not tenure.start, not tenure.end))
        return _as_sure_as_dated(tenure, on), period(tenure)
    if tenures:
        nearest = min(tenures, key=lambda tenure: abs(tenure.days_off(on)))
        close = abs(nearest.days_off(on)) <= NEAR_DAYS
        return "near-tenure" if close else "held-at-another-time", period(nearest)
    return _served(lexicon, person, office, on)


def _served(lexicon: Lexicon, person: Person, office: Office, on: str) -> tuple[str, str]:
    """A person who served the same government about then may have held the office although no row says so.

    Not one who is known to have held another post of one seat on that day: then somebody of the same name is meant.
    """
    home = lexicon.ancestors(office.organisation)
    nearest, where = MEMORY_DAYS + 1, ""
    for tenure in lexicon.tenures_of(person.id):
        off = abs(tenure.days_off(on))
        other = lexicon.entity(tenure.office)
        if off < nearest and isinstance(other, Office) and home & lexicon.ancestors(other.organisation):
            if off == 0 and other.seats == "one" and tenure.capacity == "substantive" and _as_sure_as_dated(tenure, on) == "in-office":
                return "busy-elsewhere", other.label("en")
            nearest, where = off, other.label("en")
    if nearest > MEMORY_DAYS:
        return "never-held", ""
    return "served-about-then" if nearest <= CAREER_DAYS else "served-then", where


def _as_sure_as_dated(tenure: Tenure, on: str) -> str:
    """Weaken a tenure with an open side by how far the date lies from what a source shows."""
    seen = tenure.end or tenure.last_seen
    gap = abs(Tenure("", "", seen, seen).days_off(on)) if seen else 0
    if tenure.start and (tenure.end or not tenure.last_seen or on <= tenure.last_seen):
        return "in-office"
    if gap > MEMORY_DAYS:
        return "held-at-another-time"
    return "in-office-last-seen" if gap > NEAR_DAYS else "in-office"


def _stand_in(lexicon: Lexicon, person: Person, office: Office, on: str) -> tuple[str, str]:
    """A person may act for an office when he or she then holds another one, best in the same body, else in the same government."""
    home = lexicon.ancestors(office.organisation)
    found = ("no-stand-in", "")
    for tenure in lexicon.tenures_of(person.id):
        if tenure.covers(on):
            other = lexicon.entity(tenure.office)
            if isinstance(other, Office):
                theirs = lexicon.ancestors(other.organisation)
                if other.organisation in home or office.organisation in theirs:
                    return "stand-in", other.label("en")
                if home & theirs:
                    found = ("stand-in-elsewhere", other.label("en"))
    return found


def held_by_another(lexicon: Lexicon, office: Office, person: Person | None, on: str | None) -> Reasons:
    """Whether somebody else is known to have held a post of one seat on that day."""
    if on is None or office.seats != "one":
        return []
    for tenure in lexicon.holders_of(office.id):
        surely = tenure.start and tenure.start <= on and (tenure.end or tenure.last_seen or on) >= on
        if tenure.capacity == "substantive" and surely and (person is None or tenure.person != person.id):
            holder = lexicon.entity(tenure.person)
            return [("held-by-another", holder.label("en") if holder else tenure.person)]
    return []


def career(lexicon: Lexicon, person: Person, on: str | None) -> Reasons:
    """Whether the person was known in public office by that date."""
    tenures = lexicon.tenures_of(person.id)
    if on is None or not tenures:
        return []
    offs = [tenure.days_off(on) for tenure in tenures]
    if any(abs(off) <= CAREER_DAYS for off in offs):
        return [("career-then", "")]
    return [("career-before", "") if any(off > 0 for off in offs) else ("career-only-later", "")]


def bodies(lexicon: Lexicon, office: Office, named: Iterable[tuple[str, frozenset[str]]]) -> Reasons:
    """Whether the bodies and places beside the title are the office's own."""
    reasons: Reasons = []
    home = lexicon.ancestors(office.organisation)
    for text, ids in named:
        reasons.append(("body-agrees" if ids & home else "other-body", text))
    return reasons


def branches(office: Office, named: Iterable[tuple[str, frozenset[str]]]) -> Reasons:
    """Whether the branch printed after the title is the office's own."""
    return [("branch-agrees" if office.branch in slugs else "other-branch", text) for text, slugs in named]


def period(tenure: Tenure) -> str:
    """Write when a tenure was."""
    end = tenure.end or (f"last seen {tenure.last_seen}" if tenure.last_seen else "")
    return f"{tenure.start or '…'} to {end or '…'}"
