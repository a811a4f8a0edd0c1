"""Cut a stretch of running text into mentions: which title goes with which name, and which words belong to neither.

In: the items of a stretch, from `spans.choose`. Out: `Cut`s in order. A cut is what `resolve` would be given: its items are covered whole,
and what stands right beside a title and changes it (Swedish, Deputy, "of the bank") is told as words against. A name goes with the title
right before it, with or without a comma, else with one after it: "Ms Teresa Cheng, the Secretary for Justice".
"""

from __future__ import annotations

import re
from collections.abc import Collection

from attrs import Factory, define

from coopterms.reading.parse import is_name_part, joined, of_kind
from coopterms.reading.spans import Item
from coopterms.text.characters import is_han
from coopterms.text.fold import Folded

_MOST_GIVEN = 2
"""Characters of a given name in an unknown Chinese name, which nothing but a known word or punctuation ends."""
_MOST_WORDS = 6


@define
class Cut:
    """One mention in a stretch.

    Attributes:
        title: its items that name an office, (first, after the last), or None.
        name: its items that name a person, likewise.
        thing: the item of an organisation or term, when it is neither.
        against: words beside it that change what it means.
        described: whether the name stands in apposition to words that nobody knows ("the founder, Mr Lee").
        short: whether the name is only a surname.
        bare: whether the title is only a rank.
        second: whether the title goes on from the one before it (署理甲和乙), and so has its capacity.
    """

    title: tuple[int, int] | None = None
    name: tuple[int, int] | None = None
    thing: int | None = None
    against: list[str] = Factory(list)
    described: bool = False
    short: bool = False
    bare: bool = False
    second: bool = False

    @property
    def bounds(self) -> tuple[int, int]:
        """First item, and the item after the last."""
        found = [part for part in (self.title, self.name) if part]
        if not found:
            assert self.thing is not None
            return self.thing, self.thing + 1
        return min(part[0] for part in found), max(part[1] for part in found)


class Segmenter:
    """Cuts one stretch.

    Args:
        items: from `spans.choose`.
        folded: the stretch.
        articles: words that keys leave out.
        modifiers: folded words that make another rank of a rank (deputy, 副).
        starts_sentence: whether the stretch begins where a sentence does.
    """

    def __init__(
        self, items: list[Item], folded: Folded, articles: Collection[str], modifiers: Collection[str], starts_sentence: bool
    ) -> None:
        self.items = items
        self.folded = folded
        self.modifiers = modifiers
        self.starts_sentence = starts_sentence
        self.kinds = [{form.kind for form in item.forms} for item in items]
        self._article = re.compile(r"\b(?:" + "|".join(map(re.escape, articles)) + r")\b", re.IGNORECASE) if articles else None
        self.han = [is_han(folded.words[item.start][0]) for item in items]

    # -- what stands between ----------------------------------------------------------------------------------------------

    def printed(self, at: int) -> str:
        """Return an item as printed."""
        return self.folded.original(self.items[at].start, self.items[at].end)

    def gap(self, at: int) -> str:
        """Return what stands between an item and the one before, without blanks; an article counts as none."""
        if not 0 < at < len(self.items):
            return "|"
        between = self._raw_gap(at)
        if self._article:
            between = self._article.sub("", between)
        return "".join(between.split())

    def _raw_gap(self, at: int) -> str:
        return self.folded.text[self.folded.ends[self.items[at - 1].end - 1] : self.folded.starts[self.items[at].start]]

    def _touches(self, at: int) -> bool:
        """Say whether nothing but blanks stands before an item, not even an article."""
        return 0 < at < len(self.items) and not self._raw_gap(at).strip()

    def honorific(self, cut: Cut) -> str:
        """Return the folded honorifics of the name of a cut, such as "mrs"."""
        found = (
            self.folded.run(self.items[at].start, self.items[at].end) for at in range(*cut.name or (0, 0)) if "honorific" in self.kinds[at]
        )
        return " ".join(found)

    # -- cutting ----------------------------------------------------------------------------------------------------------

    def cuts(self) -> list[Cut]:
        """Return the mentions of the stretch, in order."""
        count = len(self.items)
        titles = [at for at in range(count) if self._is_title(at)]
        blocks = {at: self._title_block(at) for at in titles}
        taken = {at for first, last in blocks.values() for at in range(first, last)}
        names = self._names(taken, {last for _, last in blocks.values()})
        result = [self._title_cut(at, blocks[at]) for at in titles]
        self._pair(result, names)
        paired = {cut.name for cut in result}
        for name in names:
            if name not in paired:
                result.append(Cut(name=name, short=self._is_short(name), described=self._is_described(name, result)))
        taken |= {at for first, last in names for at in range(first, last)}
        result += [Cut(thing=at) for at in range(count) if at not in taken and self.kinds[at] & {"organisation", "term"}]
        result = [cut for cut in result if cut.name or not cut.bare or self._refers(cut)]
        result.sort(key=lambda cut: cut.bounds)
        return result

    def _is_title(self, at: int) -> bool:
        kind = self.kinds[at]
        if "office" in kind:
            return True
        if "rank" not in kind:
            return False
        # 曾司長, 聶德權議員: after a name a rank is courtesy
        before = self.kinds[at - 1] if self._touches(at) and self.han[at] else set()
        return not (before & {"surname"} and not before & {"common", "person"}) and not ("honorific" in kind and "person" in before)

    def _title_block(self, at: int) -> tuple[int, int]:
        """Take the branch, qualifiers and bodies that belong to a title."""
        first, last = at, at + 1
        if last < len(self.items) and "branch" in self.kinds[last] and self.gap(last) in ("(", "（", ""):
            last += 1
        while last < len(self.items) and self._is_after(last, first):
            last += 1
        if "office" not in self.kinds[at]:
            of = last + (last < len(self.items) and self.printed(last).lower() == "of")
            if of < len(self.items) and self.kinds[of] & {"organisation", "place"} and (of > last or self.han[of]) and not self.gap(of):
                last = of + 1 if of > last else last
            while self._touches(first) and self.kinds[first - 1] & {"organisation", "place"}:
                first -= 1
        elif not self.han[at] and self._touches(first) and self.kinds[first - 1] & {"place", "organisation"}:
            first -= 1
        while (
            first
            and self.gap(first) in ("", "-", "‑")
            and any(f.how.startswith("before") for f in of_kind(self.items[first - 1], "qualifier"))
        ):
            first -= 1
        return first, last

    def _is_after(self, at: int, first: int) -> bool:
        forms = of_kind(self.items[at], "qualifier")
        if self.gap(at) not in ("", "-", "‑", "(", "（", "的") or not forms:
            return False
        if any(form.how == "after" for form in forms):
            # 署理 after a title begins the next one, unless nothing follows
            return self.gap(at) != "" or not self.han[at] or at + 1 == len(self.items) or "office" not in self.kinds[at + 1]
        return first > 0 and any(form.how == "after with" for form in forms)

    def _title_cut(self, at: int, block: tuple[int, int]) -> Cut:
        cut = Cut(title=block, bare="office" not in self.kinds[at])
        first, last = block
        cut.against = self._before(first) + self._behind(last)
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
        if "country" in kind or self.folded.run(self.items[at].end - 1, self.items[at].end) in self.modifiers:
            return [printed]
        if self.han[at]:
            return []
        if printed == "s" and at and self.gap(at) in ("'", "’") and not self.kinds[at - 1] & {"place", "organisation"}:
            return [self.printed(at - 1)]
        if printed[0].isupper() and not kind & {"honorific", "ignorable", "connector", "qualifier"} and not self._begins_sentence(at):
            return [printed]
        return []

    def _behind(self, last: int) -> list[str]:
        """Return the words after an English title that make another one of it: of a bank, for Asia."""
        if not self._touches(last) and not (last < len(self.items) and self._raw_gap(last).isspace()):
            return []
        word = self.printed(last).lower()
        if self.han[last] or word not in ("of", "for") or last + 1 >= len(self.items):
            return []
        following = self.printed(last + 1)
        if word == "of" and not self.kinds[last + 1] & {"place"}:
            return [f"{self.printed(last)} {following}"]
        return [f"{self.printed(last)} {following}"] if word == "for" and following[0].isupper() else []

    def _begins_sentence(self, at: int) -> bool:
        return at == 0 and self.starts_sentence

    def _refers(self, cut: Cut) -> bool:
        """Say whether a bare rank may refer to an office that the document has named: "the Secretary", "Acting Secretary"."""
        assert cut.title
        first, last = cut.title
        if self.han[first] or cut.against or not self.printed(first)[0].isupper() or last - first > 2:
            return False
        after = self.printed(last).lower() if last < len(self.items) and self._touches(last) else ""
        if after in ("of", "for", "to", "at", "in") or any("organisation" in kind for kind in self.kinds[first:last]):
            return False
        return last - first == 2 or (first > 0 and "the" in self._raw_gap(first).lower().split())

    # -- names ------------------------------------------------------------------------------------------------------------

    def _names(self, taken: set[int], after_titles: set[int]) -> list[tuple[int, int]]:
        found = []
        at = 0
        while at < len(self.items):
            last = at if at in taken else self._name_end(at, taken, at in after_titles)
            if last > at:
                found.append((at, last))
            at = max(last, at + 1)
        return found

    def _name_end(self, at: int, taken: set[int], after_title: bool) -> int:
        """Return the item after a name that begins here with an honorific or a part of a name; `at` when none does."""
        core = at
        while core < len(self.items) and core not in taken and self._is_courtesy(core, "before") and (core == at or not self.gap(core)):
            core += 1
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
        return any(form.kind == "honorific" and form.id == position for form in self.items[at].forms)

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
            return at + 1
        if "surname" not in kind or kind & {"common", "qualifier", "connector", "ignorable"}:
            return at
        end = at + 1
        while end < len(self.items) and end not in taken and not self.kinds[end] and self.han[end] and not self.gap(end):
            end += 1
        after = self.kinds[end] if end < len(self.items) and not self.gap(end) else {"end"}
        courtesy = end < len(self.items) and not self.gap(end) and self._is_courtesy(end, "after")
        if end == at + 1:
            rank = end < len(self.items) and "rank" in after and end not in taken
            return end + 1 if rank else end if courtesy else at
        if end - at - 1 <= _MOST_GIVEN and after and (introduced or courtesy):
            return end
        return at

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
        hyphenated = not self.kinds[at] and between in ("-", "‐", "‑")
        particle = "particle" in self.kinds[at] and at + 1 < len(self.items) and is_name_part(self.kinds[at + 1], self.printed(at + 1))
        return (hyphenated or particle or is_name_part(self.kinds[at], self.printed(at))) and joined(between, han=False)

    def _is_short(self, name: tuple[int, int]) -> bool:
        kinds = [self.kinds[at] for at in range(*name)]
        cores = [kind for kind in kinds if not kind & {"honorific", "postnominal", "rank"}]
        return len(cores) == 1 and "surname" in cores[0] and "person" not in cores[0]

    def _is_described(self, name: tuple[int, int], titled: list[Cut]) -> bool:
        """Say whether a name follows words that say who it is, and that nobody knows."""
        first = name[0]
        if first == 0:
            return self.gap(first) == ","
        if any(first in (cut.title[1], cut.bounds[1]) for cut in titled if cut.title):
            return True  # a title stands there that the name was not taken with
        return self.gap(first) == "," and not self.kinds[first - 1] & {"person", "surname", "postnominal"}

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
            left = ends.get(first)
            if left and (left not in free or not self._precedes(left, first)):
                left = None
            if right and left:
                # A, title, B, title: each name has its title behind it
                other = titles_at.get(right[1])
                behind = other is not None and self._precedes(right, right[1]) and other.title is not None and other.title[1] not in starts
                right = None if behind else right
            chosen = right or left
            if chosen and chosen in free:
                cut.name = chosen
                free.discard(chosen)

    def _follows(self, name: tuple[int, int]) -> bool:
        """Say whether a name right after a title goes with it."""
        between = self.gap(name[0]).lstrip(")）")  # of a branch: 副秘書長（運輸）
        if self.han[name[0]]:
            return between == ""
        known = any(self.kinds[at] & {"person", "honorific"} for at in range(*name))
        return between == "" or (between == "," and known)

    def _precedes(self, name: tuple[int, int], title: int) -> bool:
        """Say whether a name right before a title goes with it."""
        between = self.gap(title)
        if self.han[title]:
            return between == "" and self.han[name[0]] and not self._is_short(name)
        return between in (",", "(", ",(")
