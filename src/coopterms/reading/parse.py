"""Join items into the parts of one appointment: qualifier, titles, body, honorific, name, post-nominals, and what is left over.

In: the items of a mention. Out: a `Parse`. The customary orders of both languages are accepted; a word that has no part in the
appointment is left over and will speak against every reading. Neighbouring words that look like more of a name make it another
name: "Michael Wong Yick-kam" is not Michael Wong.
"""

from __future__ import annotations

from collections.abc import Collection

from attrs import Factory, define

from coopterms.index.forms import Form
from coopterms.reading.spans import Item
from coopterms.text.characters import is_han

_LONGEST_NAME = 6
"""Words of an unknown romanised name at most (Western, husband's surname, surname, two syllables, one to spare)."""
_LONGEST_CHINESE_NAME = 4
_LONGEST_SEAT = 2
"""Digits of the number of a seat: Deputy Secretary for Transport 2."""
_NEVER_NAMES = {"office", "organisation", "honorific", "postnominal", "qualifier", "common", "connector"}
"""Kinds of which some forms are surnames too (Hon, 代, 原): beside a title they are what they are more often."""


@define
class Parse:
    """The parts of a mention.

    Attributes:
        title: the folded words of the title or bare rank; empty when there is none.
        titles: forms of the office; empty when the mention has no whole title.
        more_titles: forms of further offices of the same person.
        unread_titles: further titles as printed, joined on by "and" or 兼, of which only the rank is known.
        ranks: forms of a bare rank, when there is no title.
        people: forms of a known name.
        surname: folded surname, when only that is printed.
        name: the name as printed, known or not; empty when there is none.
        honorifics: forms of the honorifics.
        capacity: what the qualifiers say, or None.
        branches: the branches printed after the title, each with the slugs it may mean.
        bodies: for each organisation or place beside a title, the IDs it may mean.
        echoes: for each bare rank beside a whole title, the IDs it may mean: 李美嫦署長（康樂及文化事務署署長）.
        organisations, terms: forms, when the mention is of such a thing itself.
        left_over: words as printed that have no part.
    """

    title: str = ""
    titles: tuple[Form, ...] = ()
    more_titles: list[tuple[Form, ...]] = Factory(list)
    unread_titles: list[str] = Factory(list)
    ranks: tuple[Form, ...] = ()
    people: tuple[Form, ...] = ()
    surname: str = ""
    name: str = ""
    honorifics: list[Form] = Factory(list)
    capacity: str | None = None
    branches: list[tuple[str, frozenset[str]]] = Factory(list)
    bodies: list[tuple[str, frozenset[str]]] = Factory(list)
    echoes: list[tuple[str, frozenset[str]]] = Factory(list)
    organisations: tuple[Form, ...] = ()
    terms: tuple[Form, ...] = ()
    left_over: list[str] = Factory(list)

    @property
    def unknown_name(self) -> str:
        """The name as printed, when no form accounts for it."""
        return "" if self.people or self.surname else self.name

    @property
    def spouse(self) -> bool:
        """Whether the mention is of the husband or wife of the one whom the title or the full name means (李家超夫人)."""
        return any(form.value == "spouse" for form in self.honorifics) and bool(self.titles or self.ranks or self.people)


def of_kind(item: Item, *kinds: str) -> tuple[Form, ...]:
    """Return the forms of an item that are of some kinds."""
    return tuple(form for form in item.forms if form.kind in kinds)


def is_name_part(kinds: Collection[str], printed: str) -> bool:
    """Say whether an item may be part of a name: of a known one, a surname, or a capitalised or Chinese word that nobody knows.

    Args:
        kinds: the kinds of its forms.
        printed: the item as printed.
    """
    if kinds:
        return bool({"person", "surname"}.intersection(kinds)) and not _NEVER_NAMES.intersection(kinds)
    return printed[0].isupper() or is_han(printed[0])


def joined(between: str, han: bool) -> bool:
    """Say whether only what may stand inside a name stands between two parts of it.

    Args:
        between: the text between.
        han: whether the name is Chinese.
    """
    return not between.strip("()（）" if han else " \t\r\n\u00a0-‐‑.'’")


def parse(items: list[Item], text: str) -> Parse:
    """Join the items of one mention.

    Args:
        items: from `spans.items_of`.
        text: the text they are of.
    """
    return _Joiner(items, text).run()


class _Joiner:
    def __init__(self, items: list[Item], text: str) -> None:
        self.items = items
        self.text = text
        self.kinds = [item.kinds for item in items]
        self.result = Parse()
        self.used: set[int] = set()
        self.named: range = range(0)
        self.title_at = self._title()

    def run(self) -> Parse:
        self._names()
        self._qualifiers()
        self._more_titles()
        self._unread_title()
        for at in range(len(self.items)):
            if at not in self.used and at != self.title_at and not self._place(at):
                self.result.left_over.append(self._printed(at))
        return self.result

    def _printed(self, at: int) -> str:
        return self.text[self.items[at].start : self.items[at].end]

    def _between(self, left: int, right: int) -> str:
        """Return the original text between two items."""
        return self.text[self.items[left].end : self.items[right].start]

    def _is_han(self, at: int) -> bool:
        return self.items[at].is_han

    # -- the title --------------------------------------------------------------------------------------------------------

    def _title(self) -> int | None:
        for at, item in enumerate(self.items):
            if "office" in self.kinds[at]:
                self.result.title, self.result.titles = item.key, of_kind(item, "office")
                return at
        for at, item in enumerate(self.items):
            if "rank" in self.kinds[at] and not self._is_courtesy(at):
                self.result.title, self.result.ranks = item.key, of_kind(item, "rank")
                return at
        return None

    def _is_courtesy(self, at: int) -> bool:
        """Say whether a word that is both rank and honorific (議員, 大法官) follows a name, as an honorific does."""
        return "honorific" in self.kinds[at] and at > 0 and bool(not self.kinds[at - 1] or self.kinds[at - 1] & {"person", "surname"})

    def _qualifiers(self) -> None:
        """Take the qualifiers that stand right before or after the title; those with two halves need both."""
        if self.title_at is None:
            return
        before, after = self.title_at - 1, self.title_at + 1
        while before > 0 and "place" in self.kinds[before]:
            before -= 1
        left = of_kind(self.items[before], "qualifier") if before >= 0 else ()
        right = of_kind(self.items[after], "qualifier") if after < len(self.items) else ()
        for form in left:
            if form.how == "before with" and any(r.how == "after with" and r.id == form.id for r in right):
                self.result.capacity = form.value
                self.used |= {before, after}
                return
        for at, forms, how in ((before, left, "before"), (after, right, "after")):
            for form in forms:
                if form.how == how:
                    self.result.capacity = form.value
                    self.used.add(at)
                    return

    def _more_titles(self) -> None:
        """Take further titles: the same office restated, as an abbreviation in brackets does, or a second office of the person."""
        for at, item in enumerate(self.items):
            if at == self.title_at or "office" not in self.kinds[at] or not self.result.titles:
                continue
            forms = of_kind(item, "office")
            both = tuple(form for form in self.result.titles if form.id in {form.id for form in forms})
            if both:
                self.result.titles = both
            else:
                self.result.more_titles.append(forms)
            self.used.add(at)
            if at and "connector" in self.kinds[at - 1]:
                self.used.add(at - 1)

    def _unread_title(self) -> None:
        """Take a further title that no table has: what a connector joins on to the title, up to the name, where it names a rank."""
        title = self.title_at
        if title is None or not self.result.titles:
            return
        beside = self.used.difference(self.named)
        first = title
        while first - 1 in beside:
            first -= 1
        last = title + 1
        while last in beside:
            last += 1
        end = last + 1
        while end < len(self.items) and end not in self.used and "honorific" not in self.kinds[end]:
            end += 1
        for connector, run in ((last, range(last + 1, end)), (first - 1, range(first - 1))):
            if 0 <= connector < len(self.items) and run and "connector" in self.kinds[connector] and connector not in self.used:
                rank = run[-1] if self._is_han(run[-1]) else run[0]
                if "rank" in self.kinds[rank] and self.used.isdisjoint(run):
                    self.used.update((connector, *run))
                    self.result.unread_titles.append(self.text[self.items[run[0]].start : self.items[run[-1]].end])

    # -- everything that is neither title nor name ------------------------------------------------------------------------

    def _place(self, at: int) -> bool:
        """Give an item its part; False when it has none."""
        item, kind, result = self.items[at], self.kinds[at], self.result
        titled = bool(result.titles or result.ranks)
        if "honorific" in kind:
            result.honorifics += of_kind(item, "honorific")
        elif kind & {"postnominal", "ignorable"} or self._is_caption(at) or self._is_seat(at):
            return True
        elif self.title_at is not None and at == self.title_at + 1 and "branch" in kind:
            result.branches.append((self._printed(at), frozenset(form.id for form in of_kind(item, "branch"))))
        elif result.titles and "rank" in kind and self._follows_name(at):
            result.echoes.append((self._printed(at), frozenset(form.id for form in of_kind(item, "rank"))))
        elif titled and kind & {"organisation", "place", "country"}:
            result.bodies.append((self._printed(at), frozenset(form.id for form in of_kind(item, "organisation", "place", "country"))))
        elif not titled and not result.name and kind & {"organisation", "term"}:
            return self._is_thing(item)
        else:
            return False
        return True

    def _follows_name(self, at: int) -> bool:
        return at > 0 and at - 1 in self.used and bool(self.result.name) and self.text[: self.items[at].start].endswith(self.result.name)

    def _is_thing(self, item: Item) -> bool:
        """Take an organisation or term as what the mention is of, or as a restatement of it."""
        result = self.result
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

    def _is_caption(self, at: int) -> bool:
        """Say whether an item tells, in brackets, where somebody stands in a picture: "(front row, second left)"."""
        beside = [self.kinds[other] for other in (at - 1, at + 1) if 0 <= other < len(self.items)]
        numbered = self._printed(at).isdigit() and any("caption" in kind for kind in beside)
        if "caption" not in self.kinds[at] and not numbered:
            return False
        before = self.text[self.items[0].start : self.items[at].start]
        return sum(map(before.count, "(（")) > sum(map(before.count, ")）"))

    def _is_seat(self, at: int) -> bool:
        """Say whether an item numbers the seats of an office: "Deputy Secretary for Transport 2"."""
        printed = self._printed(at)
        follows = at - 1 == self.title_at or (at - 2 == self.title_at and "branch" in self.kinds[at - 1])
        return self.title_at is not None and follows and printed.isdigit() and len(printed) <= _LONGEST_SEAT

    # -- the name ---------------------------------------------------------------------------------------------------------

    def _names(self) -> None:
        """Find the one name in a mention: a run of items that can be parts of a name, with nothing but blanks between."""
        at = 0
        while at < len(self.items):
            end = at
            while end < len(self.items) and (self._may_be_name(end) if end == at else self._goes_on(end)):
                end += 1
            if end > at and self._take_name(range(at, end)):
                self.used.update(range(at, end))
            at = max(end, at + 1)

    def _may_be_name(self, at: int) -> bool:
        return at != self.title_at and is_name_part(self.kinds[at], self._printed(at))

    def _goes_on(self, at: int) -> bool:
        """Say whether an item goes on with the name before it, as the second half of a hyphenated one does without a capital: Tai-man."""
        between = self._between(at - 1, at)
        if self._is_han(at - 1) != self._is_han(at) or not joined(between, self._is_han(at)):
            return False
        hyphenated = not self.kinds[at] and between in ("-", "‐", "‑")
        return self._may_be_name(at) or hyphenated or self._is_particle(at)

    def _is_particle(self, at: int) -> bool:
        """Say whether an item is a small word inside a name: de in Bertrand de Speville."""
        return "particle" in self.kinds[at] and at + 1 < len(self.items) and self._may_be_name(at + 1) and not self._is_han(at + 1)

    def _take_name(self, region: range) -> bool:
        result, first, last = self.result, self.items[region.start], self.items[region.stop - 1]
        kind = self.kinds[region.start]
        whole = len(region) == 1 and bool(kind & {"person", "surname"})
        if result.name:
            # A second name may only say the first again: 林鄭月娥 (Carrie Lam).
            ids = {form.id for form in of_kind(first, "person")}
            same = tuple(form for form in result.people if form.id in ids) if whole else ()
            result.people = same or result.people
            return bool(same)
        if whole:
            result.people = of_kind(first, "person")
            result.surname = "" if result.people else of_kind(first, "surname")[0].id
        elif not self._is_unknown_name(region):
            return False
        result.name, self.named = self.text[first.start : last.end], region
        return True

    def _is_unknown_name(self, region: range) -> bool:
        words = sum(self.items[at].words for at in region)
        kinds = [self.kinds[at] for at in region]
        if self._is_han(region.start):
            # A known name does not grow: 韓正表示 is no name, but 陳李藹倫, two surnames and a given name, is one.
            grown = any("person" in kind for kind in kinds)
            return self._stands_as_name(region) and not grown and "surname" in kinds[0] and words <= _LONGEST_CHINESE_NAME
        return (self._stands_as_name(region) or any(kinds)) and 2 <= words <= _LONGEST_NAME

    def _stands_as_name(self, region: range) -> bool:
        """Say whether something beside a region makes it a person: an honorific, a title right before, a title after punctuation.

        A country before a title ("New Zealand Minister of Finance") or after "of" must not become a name, nor a rank word (常任).
        """
        before, after = region.start - 1, region.stop
        if self.title_at is not None and before == self.title_at + 1 and "branch" in self.kinds[before]:
            before -= 1
        if before >= 0 and (before == self.title_at or self.kinds[before] & {"honorific", "qualifier"}):
            return True
        if after >= len(self.items):
            return False
        if any(form.id == "after" for form in of_kind(self.items[after], "honorific")):
            return True
        return after == self.title_at and any(mark in self._between(after - 1, after) for mark in ",，、(（")
