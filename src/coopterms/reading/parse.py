"""Join items into the parts of one appointment: qualifier, title, body, honorific, name, post-nominals, and what is left over.

In: the items of a mention. Out: a `Parse`. The customary orders of both languages are accepted; a word that has no part in the
appointment is left over and will speak against every reading. Neighbouring words that look like more of a name make it another
name: "Michael Wong Yick-kam" is not Michael Wong.
"""

from __future__ import annotations

from attrs import Factory, define

from coopterms.index.forms import Form
from coopterms.reading.spans import Item
from coopterms.text.characters import is_han
from coopterms.text.fold import Folded

_LONGEST_NAME = 6
"""Words of an unknown romanised name at most (Western, husband's surname, surname, two syllables, one to spare)."""
_LONGEST_CHINESE_NAME = 4
_NEVER_NAMES = {"office", "organisation", "honorific", "postnominal", "qualifier"}
"""Kinds of which some forms are surnames too (Hon, 代, 原): beside a title they are what they are more often."""


@define
class Parse:
    """The parts of a mention.

    Attributes:
        titles: forms of the office; empty when the mention has no whole title.
        ranks: forms of a bare rank, when there is no title.
        people: forms of a known name.
        surname: folded surname, when only that is printed.
        unknown_name: a name as printed that no form accounts for, or empty.
        honorifics: forms of the honorifics.
        capacity: what the qualifiers say, or None.
        branches: the branches printed after the title, each with the slugs it may mean.
        bodies: for each organisation or place beside a title, the IDs it may mean.
        organisations, terms: forms, when the mention is of such a thing itself.
        left_over: words as printed that have no part.
    """

    titles: tuple[Form, ...] = ()
    ranks: tuple[Form, ...] = ()
    people: tuple[Form, ...] = ()
    surname: str = ""
    unknown_name: str = ""
    honorifics: list[Form] = Factory(list)
    capacity: str | None = None
    branches: list[tuple[str, frozenset[str]]] = Factory(list)
    bodies: list[tuple[str, frozenset[str]]] = Factory(list)
    organisations: tuple[Form, ...] = ()
    terms: tuple[Form, ...] = ()
    left_over: list[str] = Factory(list)


def of_kind(item: Item, *kinds: str) -> tuple[Form, ...]:
    """Return the forms of an item that are of some kinds."""
    return tuple(form for form in item.forms if form.kind in kinds)


def parse(items: list[Item], folded: Folded) -> Parse:
    """Join the items of one mention.

    Args:
        items: from `spans.choose`.
        folded: the text they are of.
    """
    result = Parse()
    kinds = [{form.kind for form in item.forms} for item in items]
    title_at = _title(items, kinds, result)
    used = _names(items, kinds, folded, result, title_at)
    used |= _qualifiers(items, kinds, result, title_at)
    has_holder = bool(result.titles or result.ranks or result.people or result.surname or result.unknown_name)
    for at, item in enumerate(items):
        if at in used or at == title_at:
            continue
        kind = kinds[at]
        if "honorific" in kind:
            result.honorifics += of_kind(item, "honorific")
        elif kind & {"postnominal", "ignorable"} or (result.titles and "office" in kind and _restates(item, result)):
            continue
        elif title_at is not None and at == title_at + 1 and "branch" in kind:
            slugs = frozenset(form.id for form in of_kind(item, "branch"))
            result.branches.append((folded.original(item.start, item.end), slugs))
        elif (result.titles or result.ranks) and kind & {"organisation", "place"}:
            ids = frozenset(form.id for form in of_kind(item, "organisation", "place"))
            result.bodies.append((folded.original(item.start, item.end), ids))
        elif not has_holder and kind & {"organisation", "term"} and _is_thing(item, result):
            continue
        else:
            result.left_over.append(folded.original(item.start, item.end))
    return result


def _title(items: list[Item], kinds: list[set[str]], result: Parse) -> int | None:
    for wanted in ("office", "rank"):
        for at, item in enumerate(items):
            if wanted in kinds[at]:
                if wanted == "office":
                    result.titles = of_kind(item, "office")
                else:
                    result.ranks = of_kind(item, "rank")
                return at
    return None


def _restates(item: Item, result: Parse) -> bool:
    """Say whether a second title names the same office, as an abbreviation in brackets does; keep what both may mean."""
    ids = {form.id for form in of_kind(item, "office")}
    both = tuple(form for form in result.titles if form.id in ids)
    if both:
        result.titles = both
    return bool(both)


def _is_thing(item: Item, result: Parse) -> bool:
    """Take an organisation or term as what the mention is of, or as a restatement of it."""
    organisations, terms = of_kind(item, "organisation"), of_kind(item, "term")
    if not result.organisations and not result.terms:
        result.organisations, result.terms = organisations, terms
        return True
    ids = {form.id for form in organisations + terms}
    same = [form for form in result.organisations + result.terms if form.id in ids]
    if same:
        result.organisations = tuple(form for form in same if form.kind == "organisation")
        result.terms = tuple(form for form in same if form.kind == "term")
    return bool(same)


def _qualifiers(items: list[Item], kinds: list[set[str]], result: Parse, title_at: int | None) -> set[int]:
    """Take the qualifiers that stand right before or after the title; those with two halves need both."""
    if title_at is None:
        return set()
    before, after = title_at - 1, title_at + 1
    while before > 0 and "place" in kinds[before]:
        before -= 1
    left = of_kind(items[before], "qualifier") if before >= 0 else ()
    right = of_kind(items[after], "qualifier") if after < len(items) else ()
    for form in left:
        if form.how == "before with" and any(r.how == "after with" and r.id == form.id for r in right):
            result.capacity = form.value
            return {before, after}
    for at, forms, how in ((before, left, "before"), (after, right, "after")):
        for form in forms:
            if form.how == how:
                result.capacity = form.value
                return {at}
    return set()


def _names(items: list[Item], kinds: list[set[str]], folded: Folded, result: Parse, title_at: int | None) -> set[int]:
    """Find the one name in a mention: a run of items that can be parts of a name with nothing but blanks between."""
    used: set[int] = set()
    at = 0
    while at < len(items):
        if at == title_at or not _may_be_name(items[at], kinds[at], folded):
            at += 1
            continue
        end = at + 1
        while (
            end < len(items)
            and end != title_at
            and (_may_be_name(items[end], kinds[end], folded) or _after_hyphen(items[end], folded))
            and _joined(items[end - 1], items[end], folded)
        ):
            end += 1
        region = range(at, end)
        if _take_name(items, kinds, folded, result, region, _near(items, kinds, folded, region, title_at)):
            used.update(region)
        at = end
    return used


def _may_be_name(item: Item, kind: set[str], folded: Folded) -> bool:
    if kind:
        return bool(kind & {"person", "surname"}) and not kind & _NEVER_NAMES
    original = folded.original(item.start, item.end)
    return original[0].isupper() or is_han(folded.words[item.start][0])


def _after_hyphen(item: Item, folded: Folded) -> bool:
    """Say whether a word is the second half of a hyphenated given name, which has no capital: Tai-man."""
    return not item.forms and folded.text[folded.starts[item.start] - 1] in "-‐‑"


def _joined(left: Item, right: Item, folded: Folded) -> bool:
    """Say whether two items belong to one run: the same script, and no punctuation but hyphen, full stop and apostrophe between."""
    han = is_han(folded.words[left.start][0])
    if han != is_han(folded.words[right.start][0]):
        return False
    between = folded.text[folded.ends[left.end - 1] : folded.starts[right.start]]
    return not between.strip("()（）" if han else " \t\r\n\u00a0-‐‑.'’")


def _near(items: list[Item], kinds: list[set[str]], folded: Folded, region: range, title_at: int | None) -> bool:
    """Say whether something beside a region makes it a person: an honorific, a title right before, a title after punctuation.

    A country before a title ("New Zealand Minister of Finance") or after "of" must not become a name, nor a rank word (常任).
    """
    before, after = region.start - 1, region.stop
    if before >= 0 and (before == title_at or kinds[before] & {"honorific", "qualifier"}):
        return True
    if after >= len(items):
        return False
    if "honorific" in kinds[after]:
        return True
    between = folded.text[folded.ends[items[after - 1].end - 1] : folded.starts[items[after].start]]
    return after == title_at and any(mark in between for mark in ",，、(（")


def _take_name(items: list[Item], kinds: list[set[str]], folded: Folded, result: Parse, region: range, near: bool) -> bool:
    if result.people or result.surname or result.unknown_name:
        return False
    first, last = items[region.start], items[region.stop - 1]
    if len(region) == 1 and "person" in kinds[region.start]:
        result.people = of_kind(first, "person")
        return True
    if len(region) == 1 and "surname" in kinds[region.start]:
        result.surname = of_kind(first, "surname")[0].id
        return True
    words = last.end - first.start
    known = any(kinds[at] for at in region)
    if is_han(folded.words[first.start][0]):
        fits = near and bool(kinds[region.start] & {"surname", "person"}) and words <= _LONGEST_CHINESE_NAME
    else:
        fits = (near or known) and 2 <= words <= _LONGEST_NAME
    if fits:
        result.unknown_name = folded.original(first.start, last.end)
    return fits
