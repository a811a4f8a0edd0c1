"""Evidence from tenures: did this person hold this office, in this capacity, at this date; and who else did.

In: a person, an office, a date, a capacity. Out: reasons. A tenure with an open side speaks only for as long as a source shows it; one
without an end, for as long as the tables were kept.
"""

from __future__ import annotations

from coopterms.index.lexicon import Lexicon
from coopterms.model import Office, Organisation, Person, Tenure

Reasons = list[tuple[str, str]]
"""(name, note) pairs, named as in `weights.WEIGHTS`."""

NEAR_DAYS = 45
"""A name beside a title this long before or after the recorded tenure is a matter of imprecise dates."""
DESIGNATE_DAYS = 400
"""Nobody is designate, or acting before being appointed, for longer."""
CAREER_DAYS = 550
MEMORY_DAYS = 2200
"""How long a tenure whose end or start is not known still speaks for its holder."""
GENERATION_DAYS = 3650
_DAY = len("2018-08-24")

_GENERALISTS = frozenset({"policy bureau", "secretary-si"})
"""Types of bodies, and ranks, whose officers may next serve in any other body; engineers and inspectors stay in their departments."""

UNRECORDED = frozenset(
    {
        "held-at-another-time", "served-about-then", "served-then", "in-office-already", "no-stand-in", "still-in-office",
        "held-long-before-or-after", "never-held", "busy-elsewhere",
    }
)  # fmt: skip
"""No row says that the person held the office in that capacity at that date."""


def holding(lexicon: Lexicon, person: Person, office: Office, on: str | None, capacity: str) -> Reasons:
    """Say whether a person held an office.

    Args:
        lexicon: where tenures are looked up.
        person: the person.
        office: the office.
        on: the date, or None.
        capacity: substantive, acting, designate or former.

    Returns:
        The reason how the two go together, and any reason that makes it worse.
    """
    tenures = [tenure for tenure in lexicon.tenures_of(person.id) if tenure.office == office.id]
    if on is None:
        return [_undated(lexicon, person, office, tenures, capacity)]
    if capacity == "acting":
        return [_acting(lexicon, person, office, on, tenures)]
    held = None
    if capacity == "designate":
        held = _designate(tenures, on)
    elif capacity == "former":
        held = _former(tenures, on)
    reasons = [held or _substantive(lexicon, person, office, on, [tenure for tenure in tenures if tenure.capacity != "designate"])]
    if reasons[0][0] in UNRECORDED:
        if capacity == "substantive":
            reasons += held_by_another(lexicon, office, person, on)
        if reasons[0][0] not in ("served-about-then", "served-then"):
            reasons += [reason for reason in career(lexicon, person, on) if reason[0] == "career-only-later"]
    return reasons


def _undated(lexicon: Lexicon, person: Person, office: Office, tenures: list[Tenure], capacity: str) -> tuple[str, str]:
    if capacity == "acting":
        for tenure in tenures:
            if tenure.capacity == "acting":
                return "acting-on-record", period(tenure)
        return _stand_in(lexicon, person, office, None)
    return ("held-undated", period(tenures[0])) if tenures else ("never-held", "")


def _acting(lexicon: Lexicon, person: Person, office: Office, on: str, tenures: list[Tenure]) -> tuple[str, str]:
    near = [tenure for tenure in tenures if abs(tenure.days_off(on)) <= NEAR_DAYS]
    for tenure in near:
        if tenure.capacity == "acting" and tenure.covers(on):
            return "acting-on-record", period(tenure)
    for tenure in near:
        # The tables often fold the acting stage of a Mainland governor or mayor into the substantive row.
        if not tenure.start or Tenure("", "", tenure.start, tenure.start).days_off(on) <= DESIGNATE_DAYS:
            return "stand-in", period(tenure)
        return "in-office-already", period(tenure)
    return _stand_in(lexicon, person, office, on)


def _designate(tenures: list[Tenure], on: str) -> tuple[str, str] | None:
    for tenure in tenures:
        if (tenure.capacity == "designate" and tenure.covers(on)) or -DESIGNATE_DAYS <= tenure.days_off(on) < 0:
            return "takes-office-later", period(tenure)
    for tenure in tenures:
        if tenure.covers(on):
            # On the first day, or where only the month is known, one may still be called designate.
            first = abs(Tenure("", "", tenure.start, tenure.start).days_off(on)) <= NEAR_DAYS if tenure.start else False
            return ("takes-office-later" if first else "in-office-already"), period(tenure)
    return None


def _former(tenures: list[Tenure], on: str) -> tuple[str, str] | None:
    past = [tenure for tenure in tenures if tenure.capacity == "substantive" and (not tenure.start or tenure.start <= on)]
    # An end that nobody has recorded may have come; one on record that lies well ahead has not.
    over = [tenure for tenure in past if not tenure.end or Tenure("", "", tenure.end, tenure.end).days_off(on) >= -NEAR_DAYS]
    if over:
        return "held-before", period(over[0])
    return ("still-in-office", period(past[0])) if past else None


def _substantive(lexicon: Lexicon, person: Person, office: Office, on: str, tenures: list[Tenure]) -> tuple[str, str]:
    covering = [tenure for tenure in tenures if tenure.covers(on)]
    if covering:
        tenure = min(covering, key=lambda tenure: (tenure.capacity != "substantive", not tenure.start, not tenure.end))
        return certainty(lexicon, tenure, on), period(tenure)
    nearest = min(tenures, key=lambda tenure: abs(tenure.days_off(on)), default=None)
    days = abs(nearest.days_off(on)) if nearest else 0
    if nearest and days <= NEAR_DAYS and not (_to_the_day(nearest, on) and held_by_another(lexicon, office, person, on)):
        return "near-tenure", period(nearest)
    service = _service(lexicon, person, office, on)
    if nearest is None or service[0] == "busy-elsewhere":
        return service
    return ("held-long-before-or-after" if days > GENERATION_DAYS else "held-at-another-time"), period(nearest)


def _to_the_day(tenure: Tenure, on: str) -> bool:
    """Say whether the end of the tenure that is nearer to a date is known to the day."""
    return len(tenure.start if tenure.days_off(on) < 0 else tenure.end) == _DAY


def certainty(lexicon: Lexicon, tenure: Tenure, on: str) -> str:
    """Say how surely a tenure that may include a date does: weaker the farther an open side is from what a source shows.

    Args:
        lexicon: whose data date closes tenures that nobody has closed.
        tenure: a tenure that covers the date.
        on: the date.

    Returns:
        in-office, in-office-last-seen, or held-long-before-or-after.
    """
    seen = tenure.end or tenure.last_seen or lexicon.data_month
    if tenure.start and on[: len(seen)] <= seen:
        return "in-office"
    gap = abs(Tenure("", "", seen, seen).days_off(on))
    if gap > MEMORY_DAYS:
        return "held-long-before-or-after"
    return "in-office-last-seen" if gap > NEAR_DAYS else "in-office"


def _service(lexicon: Lexicon, person: Person, office: Office, on: str) -> tuple[str, str]:
    """A person who served the same government about then may have held the office although no row says so.

    Not one who is known to have held another post of one seat on that day: then somebody of the same name is meant.
    """
    home = lexicon.ancestors(office.organisation)
    nearest, where = MEMORY_DAYS + 1, ""
    for tenure in lexicon.tenures_of(person.id):
        other = lexicon.entity(tenure.office)
        if not isinstance(other, Office) or not home & lexicon.ancestors(other.organisation):
            continue
        alone = other.seats == "one" and tenure.capacity == "substantive"
        if alone and tenure.covers(on) and certainty(lexicon, tenure, on) == "in-office":
            return "busy-elsewhere", other.label("en")
        if (days := _distance(lexicon, tenure, on)) < nearest:
            nearest, where = days, other.label("en")
    if nearest > MEMORY_DAYS:
        return "never-held", ""
    return "served-about-then" if nearest <= CAREER_DAYS else "served-then", where


def _distance(lexicon: Lexicon, tenure: Tenure, on: str) -> int:
    """Count the days between a date and what is known of a tenure; an open side counts as far as a source shows it."""
    last = tenure.end or tenure.last_seen or lexicon.data_month
    return abs(Tenure("", "", tenure.start or last, last).days_off(on))


def _stand_in(lexicon: Lexicon, person: Person, office: Office, on: str | None) -> tuple[str, str]:
    """A person may act for an office when he or she then holds another one, best in the same body, else in the same government.

    A rank that the tables say stands in for some ranks (`acts_for`) is no likely stand-in for others.
    """
    home = lexicon.ancestors(office.organisation)
    found = ("no-stand-in", "")
    for tenure in lexicon.tenures_of(person.id):
        other = lexicon.entity(tenure.office)
        if not isinstance(other, Office) or (on and not tenure.covers(on)):
            continue
        theirs = lexicon.ancestors(other.organisation)
        stands_for = lexicon.acts_for.get(other.rank, frozenset())
        if office.rank and stands_for and office.rank not in stands_for:
            found = ("stand-in-elsewhere", other.label("en")) if home & theirs else found
            continue
        if other.organisation == office.organisation:
            return "stand-in", other.label("en")
        if other.seats == "one" and (other.organisation in home or office.organisation in theirs):
            return "stand-in", other.label("en")
        if other.seats == "one" and home & theirs:
            found = ("stand-in-elsewhere", other.label("en"))
    return found


def is_generalist(lexicon: Lexicon, office: Office) -> bool:
    """Say whether the holder of an office may as well serve, or stand in, in any other body of the government.

    Args:
        lexicon: where the body is looked up.
        office: what the person holds.
    """
    body = lexicon.entity(office.organisation)
    return not _GENERALISTS.isdisjoint((body.type if isinstance(body, Organisation) else "", office.rank))


def held_by_another(lexicon: Lexicon, office: Office, person: Person | None, on: str | None) -> Reasons:
    """Say whether somebody else is known to have held a post of one seat on a day.

    Args:
        lexicon: where tenures are looked up.
        office: the post.
        person: who is not "somebody else", or None.
        on: the day, or None.
    """
    if on is None or office.seats != "one":
        return []
    for tenure in lexicon.holders_of(office.id):
        if not tenure.start or tenure.capacity != "substantive" or (person and tenure.person == person.id):
            continue
        # Not in the month or year in which it began or ended, when only that is known: the change may be still to come, or have come.
        ending = len(tenure.end) < _DAY and bool(tenure.end) and on.startswith(tenure.end)
        if tenure.start < on and not on.startswith(tenure.start) and not ending and tenure.covers(on):
            holder = lexicon.entity(tenure.person)
            if certainty(lexicon, tenure, on) == "in-office":
                return [("held-by-another", holder.label("en") if holder else tenure.person)]
    return []


def incumbents(lexicon: Lexicon, office_id: str, on: str | None, capacity: str = "substantive") -> tuple[Person, ...]:
    """Return who held an office on a day.

    Args:
        lexicon: where tenures are looked up.
        office_id: ID of the office.
        on: the day; nobody is named without one.
        capacity: substantive, acting or designate; nobody is named for former.
    """
    if on is None or capacity == "former":
        return ()
    begun = [tenure for tenure in lexicon.holders_of(office_id) if tenure.start <= on or capacity == "designate"]
    found = [tenure for tenure in begun if _is_incumbent(lexicon, tenure, on, capacity)]
    office = lexicon.entity(office_id)
    if isinstance(office, Office) and office.seats == "one" and len(found) > 1:
        # Of a post with one seat the latest to begin holds it: an end that nobody has recorded does not keep the earlier one in.
        latest = max(tenure.start for tenure in found)
        found = [tenure for tenure in found if tenure.start == latest]
    people = (lexicon.entity(tenure.person) for tenure in found)
    return tuple(dict.fromkeys(person for person in people if isinstance(person, Person)))


def _is_incumbent(lexicon: Lexicon, tenure: Tenure, on: str, capacity: str) -> bool:
    if capacity == "designate" and tenure.capacity != "acting" and tenure.start > on:
        return tenure.days_off(on) >= -DESIGNATE_DAYS
    if tenure.capacity != capacity or not tenure.covers(on):
        return False
    if not tenure.end and Tenure("", "", lexicon.data_month, lexicon.data_month).days_off(on) > NEAR_DAYS:
        return False  # nobody can know who holds a post after the tables were made
    return certainty(lexicon, tenure, on) in (("in-office", "in-office-last-seen") if tenure.start else ("in-office",))


def career(lexicon: Lexicon, person: Person, on: str | None) -> Reasons:
    """Say whether a person was known in public office by a date.

    Args:
        lexicon: where tenures are looked up.
        person: the person.
        on: the date, or None.
    """
    tenures = lexicon.tenures_of(person.id)
    if on is None or not tenures:
        return []
    near = [tenure for tenure in tenures if _distance(lexicon, tenure, on) <= CAREER_DAYS]
    if near:
        # Whom a list or two shows in some post, without a date of coming or going, is seldom named without it.
        return [("career-then" if any(tenure.start or tenure.end for tenure in near) else "career-glimpsed", "")]
    begun = any((tenure.start or tenure.end or tenure.last_seen) <= on for tenure in tenures)
    return [("career-before" if begun else "career-only-later", "")]


def period(tenure: Tenure) -> str:
    """Write when a tenure was.

    >>> period(Tenure("person:a", "office:b", "2017-07-01", "2022-06-30"))
    '2017-07-01 to 2022-06-30'
    """
    end = tenure.end or (f"last seen {tenure.last_seen}" if tenure.last_seen else "")
    return f"{tenure.start or '…'} to {end or '…'}"
