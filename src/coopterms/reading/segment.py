"""Cut a stretch of running text into mentions: which title goes with which name, and which words belong to neither.

In: the items of a stretch, from `spans.items_of`. Out: `Cut`s in order. A cut is what `resolve` would be given: its items are covered
whole, and what stands right beside a title and changes it (Swedish, Deputy, "of the bank") is told as words against. A name goes with the
title right before it, with or without a comma, else with one after it: "Ms Teresa Cheng, the Secretary for Justice".
"""

from __future__ import annotations

from attrs import Factory, define

from coopterms.reading.name_finder import NameFinder
from coopterms.reading.parse import of_kind
from coopterms.reading.title_finder import BODIES, TitleFinder

_TITLES = frozenset({"office", "rank"})
_SURE = frozenset({"honorific", "postnominal"})
_NO_WORD = frozenset({"surname"})
"""Kinds of a Chinese character that is not known to be a word."""
_THINGS = frozenset({"organisation", "term"})


@define
class Cut:
    """One mention in a stretch.

    Attributes:
        title: its items that name an office, (first, after the last), or None.
        name: its items that name a person, likewise.
        thing: the item of an organisation or term, when it is neither.
        body: the item of the body before a name with a rank behind it (保安局李家超局長), or None.
        against: words beside it that change what it means.
        described: whether words beside the name say that it is of somebody else ("the founder, Mr Lee"; "taxi driver Chan").
        short: whether the name is only a surname.
        bare: whether the title is only a rank.
        unread: whether what may be a name stands behind the title, that cannot be read: it is not its holder then who is meant.
        second: whether the title goes on from the one before it (署理甲和乙), and so has its capacity.
    """

    title: tuple[int, int] | None = None
    name: tuple[int, int] | None = None
    thing: int | None = None
    body: int | None = None
    against: list[str] = Factory(list)
    described: bool = False
    short: bool = False
    bare: bool = False
    unread: bool = False
    second: bool = False

    @property
    def bounds(self) -> tuple[int, int]:
        """First item, and the item after the last."""
        title, name = self.title, self.name
        if title and name:
            return min(title[0], name[0], title[0] if self.body is None else self.body), max(title[1], name[1])
        if title or name:
            return title or name or (0, 0)
        assert self.thing is not None
        return self.thing, self.thing + 1


class Segmenter(TitleFinder, NameFinder):
    """Cuts one stretch; see `Passage`."""

    def honorific(self, cut: Cut) -> str:
        """Return the folded honorifics of the name of a cut, such as "mrs"."""
        return " ".join([self.items[at].key for at in range(*cut.name or (0, 0)) if "honorific" in self.kinds[at]])

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
        for cut in result:
            if cut.bare and cut.name and cut.title and cut.title[0] == cut.name[1]:
                self._take_body(cut, cut.name[0] - 1)
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
                cut.against += self._continued(cut.title[1]) + self._company(cut)
        result = [cut for cut in result if cut.name or not cut.bare or self._refers(cut)]
        if len(result) > 1:
            result.sort(key=lambda cut: cut.bounds)
        return result

    def _title_cut(self, at: int, block: tuple[int, int]) -> Cut:
        first, last = block
        bare = "office" not in self.kinds[at] and all(kind.isdisjoint(BODIES) for kind in self.kinds[first:last])
        cut = Cut(title=block, bare=bare, against=self._before(first) + self._behind(last))
        joined_on = first > 1 and "connector" in self.kinds[first - 1] and "office" in self.kinds[first - 2]
        cut.second = joined_on and self.han[at] and first == at
        return cut

    def _company(self, cut: Cut) -> list[str]:
        """Return what stands right before a place with a bare Chinese rank, and is no word: they are a company's, as in 微軟中國主席."""
        assert cut.title
        first, last = cut.title
        if cut.bare or not self.han[first] or "place" not in self.kinds[first] or not self._touches(first):
            return []
        rank_only = all("office" not in kind for kind in self.kinds[first:last])
        return [self.printed(first - 1)] if rank_only and self.kinds[first - 1] <= _NO_WORD else []

    def _take_body(self, cut: Cut, at: int) -> None:
        """Take the body right before a Chinese name with a rank; one that nobody knows speaks against: 治安警察局梁文昌局長."""
        assert cut.title
        if not self.han[cut.title[0]] or not self._touches(at + 1):
            return
        if "organisation" in self.kinds[at]:
            cut.body = at
        elif self.kinds[at] <= _NO_WORD and self.items[at].key == self.items[cut.title[0]].key[0]:
            cut.against.append(self.printed(at))

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
                if chosen[1] == first:
                    cut.against = self._behind(last)  # what stands right before the title is the name, and no word against it

    def _goes_before(self, left: tuple[int, int], right: tuple[int, int], title: tuple[int, int], titles_at: dict[int, Cut]) -> bool:
        """Say whether a title with a name on either side goes with the one before: by who held it, else by what follows the other."""
        if self.gap(title[0]).endswith(("(", "（")):
            return True
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
        if between == "":  # line by line, in columns, or a name that is surely one: Mr Robin IP Deputy Secretary
            surely = any(not self.kinds[at].isdisjoint(_SURE) for at in range(*name))
            return lines or surely or "\t" in self._raw_gap(title) or "  " in self._raw_gap(title) or self.items[title - 1].key == "as"
        return between in (",", "(", ",(", "|", "-", "–", "—")
