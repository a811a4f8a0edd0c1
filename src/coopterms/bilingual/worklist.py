"""What in a Chinese text looks like a name, title or term and has no official English: a translator's work list.

In: a text that has been read, and what of it has English. Out: `Open` finds, each with the reasons why it looks like a name. It stands in
《》 or 「」, it ends like a name of some kind, it is somebody whom no table knows, or it recurs. What names end with, and what stands
beside them, is in `shapes.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import define, field

from coopterms.bilingual.folding import folded_characters
from coopterms.bilingual.items import Place
from coopterms.bilingual.phrases import phrases
from coopterms.bilingual.wording import mainland_words
from coopterms.index.lexicon import Lexicon
from coopterms.names.words import name_tables, read_rows
from coopterms.reading.annotation import Annotation
from coopterms.text import key
from coopterms.text.characters import HAN, is_han

_BRACKETS = re.compile("《([^《》\n]{2,60})》|「([^「」\n]{2,30})」|『([^『』\n]{2,30})』|“([^“”\n]{2,30})”")
_SPOKEN = re.compile("[，。；：！？,;:!?]")
"""What a quoted sentence has and a quoted term has not."""
_RUN = re.compile(f"[{HAN}]+")
_JOINTS = frozenset("和與与及")
_SHORTEST = 3
_LONGEST_NAME = 30
_LEAST_TIMES = {3: 3}
"""How often a piece must stand in the text to be told, by its length; else twice."""
_LONGEST_PIECE = 12
_GIVEN = 2
_LONG_WORD = 4
"""Characters of a word of the Mainland that is worth telling; shorter ones are everyday words."""
_INSIDE = 3


@define
class Open:
    """Something that has no official English.

    Attributes:
        kind: person, office, organisation, document or term.
        places: where it stands.
        reasons: why it looks like a name.
    """

    kind: str
    places: list[Place] = field(factory=list)
    reasons: list[str] = field(factory=list)


@cache
def _shapes() -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    """Return the endings by their folded form, with the form and the kind; and the folded borders with the kind that they must follow."""
    rows = read_rows("shapes")
    endings = {key(row["form"]): (row["form"], row["kind"]) for row in rows if row["role"] == "ending"}
    return endings, {key(row["form"]): row["kind"] for row in rows if row["role"] == "border"}


@cache
def _honorifics() -> tuple[str, ...]:
    forms = {key(row["form"]) for row in read_rows("honorifics") if row["language"] != "en" and row["position"] == "after"}
    return tuple(sorted(forms, key=lambda form: -len(form)))


def work_list(annotation: Annotation, taken: Sequence[Place], lexicon: Lexicon) -> list[Open]:
    """Return what looks like a name, title or term and has no official English.

    Args:
        annotation: the text that has been read.
        taken: the places that have English.
        lexicon: the tables.

    Returns:
        The finds in the order of the text.

    >>> from coopterms import Resolver
    >>> resolver = Resolver()
    >>> read = resolver.annotate("雙方簽署《青年志願服務協議》，並成立海洋牧場研究中心。")
    >>> [(find.kind, find.places[0].text) for find in work_list(read, [], resolver.lexicon)]
    [('document', '青年志願服務協議'), ('organisation', '海洋牧場研究中心')]
    """
    return _Finder(annotation, taken, lexicon).find()


class _Finder:
    def __init__(self, annotation: Annotation, taken: Sequence[Place], lexicon: Lexicon) -> None:
        self.annotation = annotation
        self.text = annotation.text
        self.lexicon = lexicon
        self.folded = folded_characters(self.text)
        self.taken = sorted(taken, key=lambda place: place.start)
        self.known = [-1] * len(self.text)
        for number, place in enumerate(self.taken):
            self.known[place.start : place.end] = [number] * (place.end - place.start)
        self.walls = {mention.start: mention.end for mention in annotation.mentions if mention.kind in ("person", "office")}
        self.walls.update((phrase.start, phrase.end) for phrase in phrases(self.text) if phrase.kind == "date")
        self.found: dict[str, Open] = {}

    def find(self) -> list[Open]:
        self._people()
        self._brackets()
        self._endings()
        self._recurring()
        for start, end, hong_kong in mainland_words(self.text):
            if end - start >= _LONG_WORD and not any(number >= 0 for number in self.known[start:end]):
                self._tell(start, end, "term", f"a word of the Mainland; Hong Kong writes {hong_kong}")
        for find in self.found.values():
            self._everywhere(find)
        return sorted(self.found.values(), key=lambda find: find.places[0].start)

    def _everywhere(self, find: Open) -> None:
        """Add the places where the same words stand although nothing there shows that they are a name."""
        first = find.places[0]
        words = self.folded[first.start : first.end]
        for match in re.finditer(re.escape(words), self.folded) if len(words) >= _SHORTEST else ():
            start, end = match.span()
            known = all(number >= 0 for number in self.known[start:end])
            if not known and not any(place.start < end and start < place.end for place in find.places):
                find.places.append(Place(start, end, self.text[start:end]))
        find.places.sort(key=lambda place: place.start)

    def _tell(self, start: int, end: int, kind: str, reason: str) -> None:
        """Note a find, unless all of it has English."""
        if all(number >= 0 for number in self.known[start:end]) or not is_han(self.text[start]):
            return
        find = self.found.setdefault(self.folded[start:end], Open(kind))
        if not any(place.start == start for place in find.places):
            find.places.append(Place(start, end, self.text[start:end]))
            find.places.sort(key=lambda place: place.start)
        if reason not in find.reasons:
            find.reasons.append(reason)
            inside = dict.fromkeys(self.taken[number].text for number in self.known[start:end] if number >= 0)
            if inside:
                find.reasons.append(f"known in it: {'、'.join(list(inside)[:_INSIDE])}")

    def _people(self) -> None:
        for mention in self.annotation.mentions:
            if mention.kind == "person" and mention.entity is None and (mention.unknown is not None or mention.resolution.unknown_name):
                self._tell(mention.start, mention.end, "person", "a name after a known title; the person is in no table")

    def _brackets(self) -> None:
        for match in _BRACKETS.finditer(self.text):
            number = match.lastindex or 0
            start, end = match.span(number)
            if number > 1 and _SPOKEN.search(match.group(number)):
                continue
            ending = self._ending(start, end)
            kind = "document" if number == 1 else ending[1] if ending else "term"
            self._tell(start, end, kind, f"stands in {match.group()[0]}{match.group()[-1]}")

    def _ending(self, start: int, end: int) -> tuple[str, str] | None:
        """Return the longest ending of a piece with its kind; a piece that is no more than the ending has none."""
        endings, _ = _shapes()
        return next((endings[self.folded[at:end]] for at in range(start + 1, end) if self.folded[at:end] in endings), None)

    def _endings(self) -> None:
        bracketed = [place for find in self.found.values() for place in find.places]
        for start, end in self._pieces():
            if any(place.start < end and start < place.end for place in bracketed):
                continue
            ending = self._ending(start, end)
            if ending is None:
                end, ending = self._before_name(start, end)
            if ending and _SHORTEST <= end - start <= _LONGEST_NAME and end - start > len(ending[0]):
                self._tell(start, end, ending[1], f"ends like a name: …{ending[0]}")

    def _kind(self, start: int, end: int) -> str:
        """Return the kind of name that a piece ends like, itself or before somebody's name."""
        ending = self._ending(start, end) or self._before_name(start, end, tell=False)[1]
        return ending[1] if ending else ""

    def _before_name(self, start: int, end: int, tell: bool = True) -> tuple[int, tuple[str, str] | None]:
        """Find a title with a name behind it (港口辦主任王小明), note the name, and return where the title ends."""
        honorific = next((form for form in _honorifics() if self.folded[start:end].endswith(form)), "")
        last = end - len(honorific)
        for given in (_GIVEN, 1, 0):
            at = last - given - 1
            ending = self._ending(start, at) if at > start and self.folded[at] in name_tables().chinese else None
            if ending and ending[1] == "office" and (given or honorific):
                if given and tell:
                    self._tell(at, last, "person", f"a name after {ending[0]}")
                return at, ending
        if tell and honorific and last - _GIVEN - 1 == start and self.folded[start] in name_tables().chinese:
            self._tell(start, last, "person", "a name before an honorific")
        return end, None

    def _pieces(self) -> Iterator[tuple[int, int]]:
        """Yield the stretches between borders: punctuation, people, known titles, and words that are no part of names."""
        endings, borders = _shapes()
        longest, widest = max(map(len, borders)), max(map(len, endings))
        for run in _RUN.finditer(self.text):
            pieces: list[tuple[int, int]] = []
            at = start = run.start()
            while at < run.end():
                step = 0
                honorific = next((len(form) for form in _honorifics() if self.folded.startswith(form, at)), 0)
                if at in self.walls:
                    step = self.walls[at] - at
                elif honorific and at > start:
                    pieces.append((start, at + honorific))
                    at = start = at + honorific
                    continue
                elif self.known[at] < 0:
                    step = next((length for length in range(longest, 0, -1) if self.folded[at : at + length] in borders), 0)
                    after = borders.get(self.folded[at : at + step], "")
                    if after and self._kind(start, at) != after:
                        step = 0
                    ending = next((length for length in range(widest, step, -1) if self.folded[at : at + length] in endings), 0)
                    if ending and at > start:  # 研究 is a border, 研究中心 is none
                        at += ending
                        continue
                elif self.known[at] >= 0:
                    place = self.taken[self.known[at]]
                    at = max(at + 1, place.end)
                    continue
                if step:
                    pieces.append((start, at))
                    at = start = at + step
                else:
                    at += 1
            pieces.append((start, min(at, run.end())))
            yield from self._joined([piece for piece in pieces if piece[0] < piece[1]])

    def _joined(self, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Join 某省文化 and 旅遊廳 again: a piece that begins with a known place or body, and one that ends like a name."""
        at = 0
        while at < len(pieces):
            start, end = pieces[at]
            follows = pieces[at + 1] if at + 1 < len(pieces) else None
            joint = follows is not None and follows[0] - end == 1 and self.text[end] in _JOINTS
            if joint and follows and self.known[start] >= 0 and self._ending(start, end) is None and self._ending(*follows):
                yield start, follows[1]
                at += 2
            else:
                yield start, end
                at += 1

    def _recurring(self) -> None:
        """Find pieces that stand in the text more than once, outside of all that is known or found."""
        masked = list(self.folded)
        for place in [*self.taken, *(place for find in self.found.values() for place in find.places)]:
            masked[place.start : place.end] = "\0" * (place.end - place.start)
        pieces = [(start, end) for start, end in self._pieces() if end - start >= _SHORTEST]
        free = "".join(masked)
        counts: dict[str, list[int]] = {}
        for start, end in pieces:
            for at in range(start, end - _SHORTEST + 1):
                for to in range(at + _SHORTEST, min(end, at + _LONGEST_PIECE) + 1):
                    if "\0" in free[at:to]:
                        break
                    counts.setdefault(free[at:to], []).append(at)
        often = {piece: places for piece, places in counts.items() if len(places) >= _LEAST_TIMES.get(len(piece), 2)}
        for piece, places in often.items():
            if not any(piece in other and len(often[other]) >= len(places) for other in often if len(other) > len(piece)):
                for at in places:
                    self._tell(at, at + len(piece), "term", f"stands here {len(places)} times")
