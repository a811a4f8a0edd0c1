"""Cut a stretch of running text into mentions: which title goes with which name, and which words belong to neither.

In: the items of a stretch, from `spans.items_of`. Out: `Cut`s in order. A cut is what `resolve` would be given: its items are covered
whole, and what stands right beside a title and changes it (Swedish, Deputy, "of the bank") is told as words against. A name goes with the
title right before it, with or without a comma, else with one after it: "Ms Teresa Cheng, the Secretary for Justice".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile
from typing import Protocol

from attrs import Factory, define

from coopterms.reading.parse import is_name_part, joined, of_kind
from coopterms.reading.spans import Item
from coopterms.text.characters import is_han

_CLOSING = {"(": ")", "（": "）"}
_LIST_MARKS = frozenset("、，,")
"""What stands between two Chinese words of a list, and never within a name: 張、王、李、強."""
_MOST_GIVEN = 2
"""Characters of a given name in an unknown Chinese name, which nothing but a known word or punctuation ends."""
_MOST_WORDS = 6
_TITLES = frozenset({"office", "rank"})
_NAMING = frozenset({"person", "surname", "honorific", "rank"})
"""Kinds with which a name may begin."""
_BODIES = frozenset({"organisation", "place"})
_POSTS = _BODIES | {"office"}
_THINGS = frozenset({"organisation", "term"})
_AGE = re.compile(r"(?:,? \(|, (?:aged )?|（)[1-9]\d(?:[),歲岁）]|$)")
_INDEFINITE = re.compile(r",? (?:\()?an? ")
"""How an apposition begins that says what kind of person somebody is."""
_NO_MARKS = re.compile(r"[^\W_]+|\s+")
_NO_MODIFIERS = {"honorific", "ignorable", "connector", "qualifier", "postnominal", "common"}


@define
class Cut:
    """One mention in a stretch.

    Attributes:
        title: its items that name an office, (first, after the last), or None.
        name: its items that name a person, likewise.
        thing: the item of an organisation or term, when it is neither.
        against: words beside it that change what it means.
        described: whether words beside the name say that it is of somebody else ("the founder, Mr Lee"; "taxi driver Chan").
        short: whether the name is only a surname.
        bare: whether the title is only a rank.
        read: whether it has been read.
        unread: whether what may be a name stands behind the title, that cannot be read: it is not its holder then who is meant.
        second: whether the title goes on from the one before it (署理甲和乙), and so has its capacity.
    """

    title: tuple[int, int] | None = None
    name: tuple[int, int] | None = None
    thing: int | None = None
    against: list[str] = Factory(list)
    described: bool = False
    short: bool = False
    bare: bool = False
    read: bool = False
    unread: bool = False
    second: bool = False

    @property
    def bounds(self) -> tuple[int, int]:
        """First item, and the item after the last."""
        title, name = self.title, self.name
        if title and name:
            return min(title[0], name[0]), max(title[1], name[1])
        if title or name:
            return title or name or (0, 0)
        assert self.thing is not None
        return self.thing, self.thing + 1


class Knowledge(Protocol):
    """What cutting needs to know besides the items."""

    @property
    def modifiers(self) -> frozenset[str]:
        """Keys that make another rank of a rank: deputy, 副."""
        ...

    def is_syllable(self, word: str) -> bool:
        """Say whether a folded word may be part of a romanised name."""
        ...

    def ever_held(self, people: Iterable[str], offices: Iterable[str]) -> bool:
        """Say whether one of some people ever held one of some offices."""
        ...


class Segmenter:
    """Cuts one stretch.

    Args:
        items: those of the stretch.
        text: the document.
        start: where the stretch begins.
        starts_sentence: whether a sentence begins there.
        knowledge: what is known besides.
    """

    def __init__(self, items: list[Item], text: str, start: int, starts_sentence: bool, knowledge: Knowledge) -> None:
        self.items = items
        self.text = text
        self.start = start
        self.starts_sentence = starts_sentence
        self.knowledge = knowledge
        self.kinds = [item.kinds for item in items]
        self.han = [item.key[0] > "z" and is_han(item.key[0]) for item in items]

    # -- what stands between ----------------------------------------------------------------------------------------------

    def printed(self, at: int) -> str:
        """Return an item as printed."""
        return self.text[self.items[at].start : self.items[at].end]

    def gap(self, at: int) -> str:
        """Return what stands between an item and the one before, without blanks; an article counts as none."""
        return _marks(self._raw_gap(at)) if 0 < at < len(self.items) else "|"

    def _raw_gap(self, at: int) -> str:
        return self.text[self.items[at - 1].end if at else self.start : self.items[at].start]

    def _touches(self, at: int) -> bool:
        """Say whether nothing but blanks stands before an item, not even an article; a new line is more than a blank."""
        return 0 < at < len(self.items) and not self._raw_gap(at).strip(" \t\u00a0\u3000")

    def honorific(self, cut: Cut) -> str:
        """Return the folded honorifics of the name of a cut, such as "mrs"."""
        return " ".join([self.items[at].key for at in range(*cut.name or (0, 0)) if "honorific" in self.kinds[at]])

    # -- cutting ----------------------------------------------------------------------------------------------------------

    def cuts(self) -> list[Cut]:
        """Return the mentions of the stretch, in order."""
        blocks: dict[int, tuple[int, int]] = {}
        end = 0
        for at, kind in enumerate(self.kinds):
            if not kind.isdisjoint(_TITLES) and self._is_title(at):
                first, last = self._title_block(at)
                blocks[at] = max(first, end), last  # a word between two titles belongs to the first: Commission Acting Member
                end = last
        taken: set[int] = set()
        for block in blocks.values():
            taken.update(range(*block))
        names = self._names(taken, {last for _, last in blocks.values()})
        result = [self._title_cut(at, block) for at, block in blocks.items()]
        if result and names:
            self._pair(result, names)
        paired = {cut.name for cut in result}
        after_titles = {last for cut in result for last in (cut.bounds[1], cut.title[1] if cut.title else 0)}
        for name in names:
            taken.update(range(*name))
            if name not in paired:
                result.append(Cut(name=name, short=self._is_short(name), described=self._is_described(name, after_titles)))
        result += [Cut(thing=at) for at, kind in enumerate(self.kinds) if not kind.isdisjoint(_THINGS) and at not in taken]
        for cut in result:
            if cut.title and not cut.name:
                cut.unread = self._has_unread_name(cut.title[1])
                cut.against += self._continued(cut.title[1])
        result = [cut for cut in result if cut.name or not cut.bare or self._refers(cut)]
        if len(result) > 1:
            result.sort(key=lambda cut: cut.bounds)
        return result

    def _continued(self, at: int) -> list[str]:
        """Return the capitalised word that goes on right behind an English title: Director of Marine Biology, or a name nobody can read."""
        if at >= len(self.items) or self.kinds[at] or self.han[at] or self.han[at - 1] or not self._touches(at):
            return []
        return [self.printed(at)] if self.printed(at).istitle() else []

    def _has_unread_name(self, at: int) -> bool:
        """Say whether a Chinese surname and an unknown character stand right behind a title: 保安局副局長區偉."""
        if at + 1 >= len(self.items) or not self.han[at] or self.gap(at) or self.gap(at + 1):
            return False
        return self.kinds[at] == {"surname"} and self.kinds[at + 1] <= {"surname"} and self.han[at + 1]

    def _is_title(self, at: int) -> bool:
        kind = self.kinds[at]
        if "office" in kind:
            return True
        if "rank" not in kind:
            return False
        # 曾司長, 聶德權議員: after a name a rank is courtesy
        if self._is_rank_of_surname(at):
            return False
        before = self.kinds[at - 1] if self._touches(at) and self.han[at] else set()
        return not (before & {"surname"} and not before & {"common", "person"}) and not ("honorific" in kind and "person" in before)

    def _is_rank_of_surname(self, at: int) -> bool:
        """Say whether an English rank stands before a mere surname, as a courtesy does: Secretary Mak."""
        after = at + 1
        if self.han[at] or not self._touches(after) or not self.text[self.items[at].start].isupper():
            return False
        if "surname" not in self.kinds[after] or self.kinds[after] & {"person", "honorific", "common"}:
            return False
        further = after + 1
        return not (further < len(self.items) and self._is_part(further, after))

    def _title_block(self, at: int) -> tuple[int, int]:
        """Take the branch, qualifiers and bodies that belong to a title."""
        first, last = at, at + 1
        if last < len(self.items) and "branch" in self.kinds[last] and self._is_whole_branch(last):
            last += 1
        while last < len(self.items) and self._is_after(last, first):
            last += 1
        if last < len(self.items) and not self.kinds[last].isdisjoint(_POSTS) and self.gap(last) in ("(", "（"):
            closing = self.text[self.items[last].end : self.items[last].end + 1]
            last += closing in (")", "）")  # the Chief Executive of the Special Administrative Region (HKSAR)
        if "office" not in self.kinds[at]:
            of = last + (last < len(self.items) and self.printed(last).lower() == "of")
            if of < len(self.items) and self.kinds[of] & _BODIES and (of > last or self.han[of]) and not self.gap(of):
                last = of + 1 if of > last else last
            while self._touches(first) and self.kinds[first - 1] & _BODIES:
                first -= 1
        elif self.han[at]:
            if self._touches(first) and "place" in self.kinds[first - 1] and "common" not in self.kinds[max(0, first - 2)]:
                first -= 1  # 澳門教育局局長
        else:
            if self._touches(first) and self.kinds[first - 1] & _BODIES:
                first -= 1
            if last + 1 < len(self.items) and self.printed(last).lower() == "of" and self.kinds[last + 1] & _BODIES:
                last += 2 * (self._touches(last) and not self.gap(last + 1))  # the Secretary for Justice of Macao
        while first and self._is_before(first - 1, last) and self.gap(first) in ("", "-", "‑"):
            first -= 1
        if "office" not in self.kinds[at] and first < at and self._touches(first) and self.kinds[first - 1] & _BODIES:
            first -= 1  # 民政事務局前局長
        return first, last

    def _is_whole_branch(self, at: int) -> bool:
        """Say whether a branch fills the brackets it stands in, if it stands in any: not "(Urban" of "(Urban Renewal)"."""
        opening = self.gap(at)
        end = self.items[at].end
        return opening in ("/", "") or (opening in _CLOSING and self.text[end : end + 1] == _CLOSING[opening])

    def _is_before(self, at: int, last: int | None = None) -> bool:
        """Say whether an item is a qualifier that stands before titles; one with two halves needs the other after the title."""
        if "qualifier" not in self.kinds[at]:
            return False
        forms = of_kind(self.items[at], "qualifier")
        if any(form.how == "before" for form in forms):
            return True
        ends = of_kind(self.items[last], "qualifier") if last is not None and last < len(self.items) else ()
        return any(form.how == "before with" and any(e.how == "after with" and e.id == form.id for e in ends) for form in forms)

    def _is_after(self, at: int, first: int) -> bool:
        if "qualifier" not in self.kinds[at] or self.gap(at) not in ("", "-", "‑", "(", "（", "的"):
            return False
        forms = of_kind(self.items[at], "qualifier")
        if any(form.how == "after" for form in forms):
            # A Chinese one that also stands before titles needs brackets behind: 行政長官（署理）, not 行政長官前往.
            return self.gap(at) != "" or not self.han[at] or not self._is_before(at)
        return first > 0 and any(form.how == "after with" for form in forms)

    def _title_cut(self, at: int, block: tuple[int, int]) -> Cut:
        first, last = block
        bare = "office" not in self.kinds[at] and all(kind.isdisjoint(_BODIES) for kind in self.kinds[first:last])
        cut = Cut(title=block, bare=bare, against=self._before(first) + self._behind(last))
        joined_on = first > 1 and "connector" in self.kinds[first - 1] and "office" in self.kinds[first - 2]
        cut.second = joined_on and self.han[at] and first == at
        return cut

    def _before(self, first: int) -> list[str]:
        """Return the words before a title that make another one of it."""
        at = first - 1
        if not self._touches(first):
            # Japan's Vice-Minister: the s is an item of its own
            return []
        kind, printed = self.kinds[at], self.printed(at)
        if "country" in kind or self._is_modifier(at):
            return [printed]
        if self.han[at]:
            return []
        if printed == "s" and at and self.gap(at) in ("'", "’") and not self.kinds[at - 1] & _BODIES:
            return [self.printed(at - 1)]
        if printed[:1].isupper() and not kind & _NO_MODIFIERS and not self._begins_sentence(at):
            return [printed]
        return []

    def _is_modifier(self, at: int) -> bool:
        """Say whether an item ends with a word that makes another rank of a rank; in Chinese it may be several items: 助, 理."""
        if not self.han[at]:
            return self.items[at].key.rpartition(" ")[2] in self.knowledge.modifiers
        before = "".join(item.key for item in self.items[max(0, at - 3) : at + 1])
        return not self.knowledge.modifiers.isdisjoint([before[-length:] for length in range(1, len(before) + 1)])

    def _behind(self, last: int) -> list[str]:
        """Return the words after a title that make another one of it: of a bank, for Asia, 助理."""
        if last < len(self.items) and self.gap(last) in _CLOSING and "country" in self.kinds[last]:
            return [self.printed(last)]
        if last >= len(self.items) or not self._touches(last):
            return []
        if self.han[last]:
            after = "".join([self.items[at].key for at in range(last, min(last + 3, len(self.items))) if self.han[at]])
            plain = self.knowledge.modifiers.isdisjoint([after[:length] for length in range(2, len(after) + 1)])
            return [] if plain or not self.han[last - 1] else [self.printed(last)]
        word = self.printed(last).lower()
        if word not in ("of", "for") or last + 1 >= len(self.items):
            return []
        following = self.printed(last + 1)
        if word == "of" and "place" not in self.kinds[last + 1]:
            return [f"{self.printed(last)} {following}"]
        return [f"{self.printed(last)} {following}"] if word == "for" and following[0].isupper() else []

    def _begins_sentence(self, at: int) -> bool:
        return at == 0 and self.starts_sentence

    def _refers(self, cut: Cut) -> bool:
        """Say whether a bare rank may refer to an office that the document has named: "the Secretary", "Acting Secretary"."""
        assert cut.title
        first, last = cut.title
        qualified = last - first == 2 and self._is_before(first)
        if cut.against or last - first > 2 or any("organisation" in kind for kind in self.kinds[first:last]):
            return False
        if self.han[first]:
            return qualified  # 署理局長
        after = self.printed(last).lower() if last < len(self.items) and self._touches(last) else ""
        if not self.printed(last - 1)[:1].isupper() or after in ("of", "for", "to", "at", "in"):
            return False
        return qualified or "the" in self._raw_gap(first).lower().split()

    # -- names ------------------------------------------------------------------------------------------------------------

    def _names(self, taken: set[int], after_titles: set[int]) -> list[tuple[int, int]]:
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
        if not self.kinds[at] & {"postnominal"} or self.gap(at) not in ("", ",", "(", "."):
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

    def _is_part(self, at: int, first: int) -> bool:
        if self.han[at]:
            return False
        if at == first:
            return is_name_part(self.kinds[at], self.printed(at))
        between = self._raw_gap(at)
        if "person" in self.kinds[at - 1] and not self.kinds[at] and not self.knowledge.is_syllable(self.items[at].key):
            return between in ("-", "‐", "‑")  # "Matthew Cheung Visits Beijing" does not go on, "Michael Wong Yick-kam" does
        hyphenated = not self.kinds[at] and between in ("-", "‐", "‑")
        if "honorific" in self.kinds[at] and not between.strip(" -‐‑\u00a0") and self._is_inner_syllable(at):
            return True
        particle = "particle" in self.kinds[at] and at + 1 < len(self.items) and is_name_part(self.kinds[at + 1], self.printed(at + 1))
        return (hyphenated or particle or is_name_part(self.kinds[at], self.printed(at))) and joined(between, han=False)

    def _is_inner_syllable(self, at: int) -> bool:
        """Say whether an honorific is a syllable of a romanised name, for more of the name follows: Chan Hon-wah, Lee Hon Wah."""
        if not self.knowledge.is_syllable(self.items[at].key) or "surname" not in self.kinds[at - 1] or at + 1 == len(self.items):
            return False
        behind, between = self.printed(at + 1), self._raw_gap(at + 1)
        return between in ("-", "‐", "‑") or (
            not between.strip(" \u00a0") and behind.istitle() and self.knowledge.is_syllable(behind.lower())
        )

    def _is_short(self, name: tuple[int, int]) -> bool:
        kinds = [self.kinds[at] for at in range(*name)]
        cores = [kind for kind in kinds if not kind & {"honorific", "postnominal", "rank"}]
        return len(cores) == 1 and "surname" in cores[0] and "person" not in cores[0]

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

    # -- pairs ------------------------------------------------------------------------------------------------------------

    def _pair(self, titled: list[Cut], names: list[tuple[int, int]]) -> None:
        """Give each title its name: the one after it, or the one before where that has no title of its own."""
        starts = {first: (first, last) for first, last in names}
        ends = {last: (first, last) for first, last in names}
        titles_at = {cut.title[0]: cut for cut in titled if cut.title}
        free = set(names)
        for cut in titled:
            assert cut.title
            first, last = cut.title
            right = starts.get(last)
            if right and not self._follows(right):
                right = None
            left = ends.get(first) or (ends.get(first - 1) if first and self.items[first - 1].key == "as" else None)
            if left and (left not in free or not self._precedes(left, first)):
                left = None
            if right and left:
                right = None if self._goes_before(left, right, cut.title, titles_at) else right
            chosen = right or left
            if chosen and chosen in free:
                cut.name = chosen
                free.discard(chosen)

    def _goes_before(self, left: tuple[int, int], right: tuple[int, int], title: tuple[int, int], titles_at: dict[int, Cut]) -> bool:
        """Say whether a title with a name on either side goes with the one before: by who held it, else by what follows the other."""
        offices = [form.id for at in range(*title) for form in of_kind(self.items[at], "office")]
        held = [
            self.knowledge.ever_held([form.id for at in range(*name) for form in of_kind(self.items[at], "person")], offices)
            for name in (left, right)
        ]
        if held[0] != held[1]:
            return held[0]
        # A, title, B, title: each name has its title behind it; so do names and titles line by line
        other = titles_at.get(right[1])
        return (other is not None and self._precedes(right, right[1])) or "\n" in self._raw_gap(right[0])

    def _follows(self, name: tuple[int, int]) -> bool:
        """Say whether a name right after a title goes with it."""
        between = self.gap(name[0]).lstrip(")）.")  # of a branch: 副秘書長（運輸）
        if self.han[name[0]]:
            return between in ("", "（", "(")
        known = any(self.kinds[at] & {"person", "honorific"} for at in range(*name))
        return between == "" or (between in (",", "(") and known)

    def _precedes(self, name: tuple[int, int], title: int) -> bool:
        """Say whether a name right before a title goes with it."""
        between = self.gap(title).lstrip(".")  # of post-nominals: G.B.S.
        lines = "\n" in self._raw_gap(title)
        if self.han[title]:
            return (between in ("（", "(") or (between == "" and not lines)) and self.han[name[0]] and not self._is_short(name)
        return between in (",", "(", ",(", "|", "-", "–", "—") or (between == "" and (lines or self.items[title - 1].key == "as"))


@lru_cache(maxsize=1 << 12)
def _marks(between: str) -> str:
    """Take letters, digits and blanks out of what stands between two items.

    >>> _marks(", the ")
    ','
    """
    return _NO_MARKS.sub("", between)
