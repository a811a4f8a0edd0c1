"""Find the names of people in a stretch of text, known or not, with their courtesies and letters.

In: a passage and the items that titles have taken. Out: names (first item, the one after the last), and whether the words beside one say
that it is somebody else's.
"""

from __future__ import annotations

import re
from itertools import takewhile

from coopterms.reading.passage import Passage

_LIST_MARKS = frozenset("、，,")
"""What stands between two Chinese words of a list, and never within a name: 張、王、李、強."""
_MOST_GIVEN = 2
"""Characters of a given name in an unknown Chinese name, which nothing but a known word or punctuation ends."""
_MOST_WORDS = 6
_NAMING = frozenset({"person", "surname", "honorific", "rank"})
"""Kinds with which a name may begin."""
_AGE = re.compile(r"(?:,? \(|, (?:aged )?|（)[1-9]\d(?:[),歲岁）]|$)")
"""An age behind a name, as reports of accidents and courts give it, and notices about officials do not."""
_INDEFINITE = re.compile(r",? \(?an? ")
"""How an apposition begins that says what kind of person somebody is."""


class NameFinder(Passage):
    """Finds names."""

    def _names(self, taken: set[int], after_titles: set[int]) -> list[tuple[int, int]]:
        """Return the names; `after_titles` are the items right behind titles, where a name need not be known."""
        found = []
        last = 0
        for at, kind in enumerate(self.kinds):
            # No name begins with a word of another kind, or with one that nobody knows and that is Chinese or has no capital.
            if kind.isdisjoint(_NAMING) and (kind or self.han[at] or not self.text[self.items[at].start].isupper()):
                continue
            if at >= last and at not in taken:
                last = self._name_end(at, taken, at in after_titles)
                if last > at:
                    found.append((at, last))
        return found

    def _name_end(self, at: int, taken: set[int], after_title: bool) -> int:
        """Return the item after a name that begins here with an honorific or a part of a name; `at` when none does."""
        core = at
        while core < len(self.items) and core not in taken and self._is_courtesy(core, "before") and (core == at or not self.gap(core)):
            core += 1
        if core == at and "rank" in self.kinds[at] and self._is_rank_of_surname(at):
            return at + 2
        if core == len(self.items) or core in taken or (core > at and self.gap(core).strip(".")):
            return at
        end = (
            self._han_name(core, taken, after_title or core > at)
            if self.han[core]
            else self._latin_name(core, taken, core > at, after_title)
        )
        if end == core:
            return at
        while end < len(self.items) and end not in taken and self._is_tail(end):
            end += 1
        return end

    def _is_courtesy(self, at: int, position: str) -> bool:
        return "honorific" in self.kinds[at] and any(form.kind == "honorific" and form.id == position for form in self.items[at].forms)

    def _is_tail(self, at: int) -> bool:
        """Say whether an item goes on with the name before it: Ms ..., SC; 陳百里博士."""
        if self.han[at]:
            return not self.gap(at) and self._is_courtesy(at, "after")
        if not self.kinds[at] & {"postnominal"} or self.gap(at).lstrip(".") not in ("", ",", "("):
            return False
        return self.printed(at).replace(".", "").isupper()

    def _han_name(self, at: int, taken: set[int], introduced: bool) -> int:
        kind = self.kinds[at]
        if "person" in kind:
            return at if _LIST_MARKS.intersection(self.printed(at)) else at + 1
        if "surname" not in kind or kind & {"common", "qualifier", "connector", "ignorable"}:
            return at
        end = at + 1
        while end < len(self.items) and end not in taken and self._is_han_given(end):
            end += 1
        after = self.kinds[end] if end < len(self.items) and not self.gap(end) else {"end"}
        courtesy = end < len(self.items) and not self.gap(end) and self._is_courtesy(end, "after")
        if end == at + 1:
            rank = end < len(self.items) and "rank" in after and end not in taken
            return end + 1 if rank else end if courtesy else at
        given = end - at - 1
        if courtesy and 1 <= given <= _MOST_GIVEN:
            return end
        # Without a courtesy nothing tells where a name of two characters ends: 副市長華源說.
        return end if introduced and given == _MOST_GIVEN and after else at

    def _is_han_given(self, at: int) -> bool:
        """Say whether a Chinese character may be one of a given name: many are surnames, too (家, 華, 國)."""
        return self.items[at].is_han and len(self.items[at].key) == 1 and self.kinds[at] <= {"surname"} and not self.gap(at)

    def _latin_name(self, at: int, taken: set[int], courtesy: bool, after_title: bool) -> int:
        end = at
        while end < len(self.items) and end not in taken and end - at < _MOST_WORDS and self._is_part(end, at):
            end += 1
        region = range(at, end)
        if not region:
            return at
        if len(region) == 1:
            kind = self.kinds[at]
            known = "person" in kind or (courtesy and "surname" in kind)
            return end if known or (courtesy and not kind) else at
        if courtesy or any("person" in self.kinds[i] for i in region):
            return end
        ends = self.kinds[at] | self.kinds[end - 1]
        return end if after_title and "surname" in ends and not self.gap(at) else at

    def _is_short(self, name: tuple[int, int]) -> bool:
        kinds = [self.kinds[at] for at in range(*name)]
        cores = [kind for kind in kinds if not kind & {"honorific", "postnominal", "rank"}]
        return len(cores) == 1 and "surname" in cores[0] and "person" not in cores[0]

    def _has_unread_name(self, at: int) -> bool:
        """Say whether a Chinese surname and an unknown character stand right behind a title: 保安局副局長區偉."""
        if at + 1 >= len(self.items) or not self.han[at] or self.gap(at) or self.gap(at + 1):
            return False
        return self.kinds[at] == {"surname"} and self.kinds[at + 1] <= {"surname"} and self.han[at + 1]

    def _is_described(self, name: tuple[int, int], after_titles: set[int]) -> bool:
        """Say whether a name follows words that say who it is, and that nobody knows, or a title that it was not taken with."""
        first = name[0]
        if self._is_private(name):
            return True
        if first == 0:
            return self._raw_gap(first).strip() == ","
        if first in after_titles:
            return self.gap(first) in ("", ",")
        return self.gap(first) == "," and not self.kinds[first - 1] & {"person", "surname", "postnominal"}

    def _is_private(self, name: tuple[int, int]) -> bool:
        """Say whether words beside a name make it that of a private person: 男司機陳大文, taxi driver Man Tat-shing (45), Mr Ho, a cook."""
        first, last = name
        if self._touches(first) and "private" in self.kinds[first - 1]:
            return True
        if _AGE.match(self.text, self.items[last - 1].end):
            return True
        if last == len(self.items) or not _INDEFINITE.match(self.text, self.items[last - 1].end):
            return False
        clause = takewhile(lambda at: at == last or not self.gap(at), range(last, len(self.items)))
        return any("private" in self.kinds[at] for at in clause)
