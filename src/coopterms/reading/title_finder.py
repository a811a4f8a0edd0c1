"""Find the titles in a stretch of text: which items make one, and which words beside it make another of it.

In: a passage. Out: blocks (first item, the one after the last), and words that speak against them: Swedish, Deputy, "of the bank".
"""

from __future__ import annotations

from coopterms.reading.parse import of_kind
from coopterms.reading.passage import Passage

_CLOSING = {"(": ")", "（": "）"}
BODIES = frozenset({"organisation", "place"})
"""Kinds that say, beside a title, of which body it is."""
_POSTS = BODIES | {"office"}
_PORTFOLIO = frozenset({"branch", "term"})
_NO_MODIFIERS = {"honorific", "ignorable", "connector", "qualifier", "postnominal", "common"}


class TitleFinder(Passage):
    """Finds titles."""

    def _is_title(self, at: int) -> bool:
        """Say whether an item is a title: an office, or a rank that is no courtesy."""
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

    def _title_block(self, at: int) -> tuple[int, int]:
        """Take the branch, qualifiers and bodies that belong to a title."""
        first, last = at, at + 1
        if last < len(self.items) and "branch" in self.kinds[last] and self._is_whole_branch(last):
            last += 1
        while last < len(self.items) and self._is_after(last, first):
            last += 1
        last += self._is_restated(last)
        if "office" not in self.kinds[at]:
            of = last + (last < len(self.items) and self.printed(last).lower() == "of")
            if of < len(self.items) and self.kinds[of] & BODIES and (of > last or self.han[of]) and not self.gap(of):
                last = of + 1 if of > last else last
            while self._touches(first) and self.kinds[first - 1] & BODIES:
                first -= 1
        elif self.han[at]:
            if self._touches(first) and "place" in self.kinds[first - 1] and "locative" not in self.kinds[max(0, first - 2)]:
                first -= 1  # 澳門教育局局長, but 在北京外交部副部長
        else:
            if self._touches(first) and self.kinds[first - 1] & BODIES:
                first -= 1
            if last + 1 < len(self.items) and self.printed(last).lower() == "of" and self.kinds[last + 1] & BODIES:
                last += 2 * (self._touches(last) and not self.gap(last + 1))  # the Secretary for Justice of Macao
                last += self._is_restated(last)
        while first and self._is_before(first - 1, last) and self.gap(first).lstrip(".") in ("", "-", "‑"):  # Ag. Director
            first -= 1
        if "office" not in self.kinds[at] and first < at and self._touches(first) and self.kinds[first - 1] & BODIES:
            first -= 1  # 民政事務局前局長
        return first, last

    def _is_restated(self, at: int) -> bool:
        """Say whether a body, place or office in brackets says once more what stands before it: of the Region (HKSAR)."""
        if at >= len(self.items) or self.kinds[at].isdisjoint(_POSTS) or self.gap(at) not in _CLOSING:
            return False
        return self.text[self.items[at].end : self.items[at].end + 1] in _CLOSING.values()

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
        if printed == "s" and at and self.gap(at) in ("'", "’") and not self.kinds[at - 1] & BODIES:
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
        if word not in ("of", "for", "to") or last + 1 >= len(self.items):
            return []
        following = self.printed(last + 1)
        if word == "to":  # Financial Secretary to the Treasury, but not Financial Secretary to visit
            return [f"{self.printed(last)} {following}"] if "organisation" in self.kinds[last + 1] and following[0].isupper() else []
        if word == "of" and "place" not in self.kinds[last + 1]:
            return [f"{self.printed(last)} {following}"]
        return [f"{self.printed(last)} {following}"] if word == "for" and following[0].isupper() else []

    def _begins_sentence(self, at: int) -> bool:
        return at == 0 and self.starts_sentence

    def _continued(self, at: int) -> list[str]:
        """Return the capitalised word that goes on right behind an English title, maybe after "and".

        Director of Marine Biology; a name nobody can read; Minister of Education and Science.
        """
        if at >= len(self.items) or self.han[at] or self.han[at - 1] or not self._touches(at):
            return []
        if "connector" in self.kinds[at] and self._touches(at + 1):
            at += 1
            alone = not self._touches(at + 1) or not self.printed(at + 1).istitle()  # and not "and District Officers"
            goes_on = alone and self.kinds[at] <= _PORTFOLIO and self.items[at].key in self.knowledge.branch_words
        else:
            goes_on = not self.kinds[at]
        return [self.printed(at)] if goes_on and self.printed(at).istitle() else []
