"""Acting posts that name nobody: "Mr Wong will be Acting Chief Secretary", 由黃錦星和陳帥夫分別署理甲和乙.

In: the readings of a document, in order. The person whom the sentence says to act gets the post's group, and is its incumbent; who is no
plausible stand-in is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, pairwise

from attrs import define, evolve

from coopterms.index.lexicon import Lexicon
from coopterms.reading.holding import UNRECORDED, holding
from coopterms.reading.parse import Parse
from coopterms.reading.result import Resolution
from coopterms.reading.segment import Cut
from coopterms.reading.stretch import Stretch, ends
from coopterms.text.characters import is_han
from coopterms.text.fold import key

SENTENCE = ends("。；！？!?;")
"""Where a sentence ends."""
_BY_TURNS = re.compile(r"分別|分别|\brespectively\b", re.IGNORECASE)
_IS = re.compile(r"\b(?:be|is|was|are|were|been|becomes?|as|will|would|shall|to)\W+(?:the\W+)?$", re.IGNORECASE)
_CHINESE_CLAUSE = re.compile("[。，；,;]")
_GOES_ON = re.compile("^[，,](?=[將将會会暫暂]|分別|分别)")
"""A comma behind the people, after which the same clause goes on: 黃錦星和陳帥夫，將分別署理."""
_BY = re.compile("[的之]?(?:職務|职务|一職|一职|職位|职位)?[^，。；,;]{0,6}由")
_NEAR = 40


@define
class Read:
    """A cut that has been read.

    Attributes:
        stretch, cut: where it comes from.
        bounds, title, name: offsets in the document.
        parsed, resolution: what it means.
        honorific: folded honorifics printed before or after the name.
        group, unknown: as in `Mention`.
    """

    stretch: Stretch
    cut: Cut
    bounds: tuple[int, int]
    title: tuple[int, int] | None
    name: tuple[int, int] | None
    parsed: Parse
    resolution: Resolution
    honorific: str = ""
    group: int | None = None
    unknown: int | None = None


def tie_acting(text: str, reads: list[Read], lexicon: Lexicon, on: str | None) -> None:
    """Tie acting posts that name nobody to the people whom their sentences say to act.

    Args:
        text: the document.
        reads: its readings in order; posts that are tied get the person's group and the person as incumbent.
        lexicon: where tenures are looked up.
        on: the date, or None.
    """
    numbers = count(1 + max((read.group or 0 for read in reads), default=0))
    people: list[Read] = []
    posts: list[Read] = []
    last = 0
    for read in reads:
        named = read.name and (read.resolution.person or read.unknown)
        if SENTENCE.search(text, last, read.bounds[0]) or (named and posts):
            _tie(text, people, posts, lexicon, on, numbers)
            people, posts = [], []
        last = read.bounds[1]
        if named:
            people.append(read)
        elif (
            read.title and not read.name and read.resolution.capacity == "acting" and people and (posts or _says_so(text, people[-1], read))
        ):
            posts.append(read)
    _tie(text, people, posts, lexicon, on, numbers)
    for post, person in pairwise(reads):
        if is_acting_by(text, post, person, lexicon):
            _tie(text, [person], [post], lexicon, on, numbers)


def is_acting_by(text: str, post: Read, person: Read, lexicon: Lexicon) -> bool:
    """Say whether a Chinese text names a post first and then who acts in it: 政務司司長一職由黃錦星署理.

    Args:
        text: the document.
        post, person: two readings in a row.
        lexicon: where qualifiers are looked up.
    """
    if post.name or not post.title or not person.name or not _BY.fullmatch(text[post.bounds[1] : person.bounds[0]]):
        return False
    verb = key(text[person.bounds[1] : person.bounds[1] + 2])
    return any(form.kind == "qualifier" and form.value == "acting" for form in lexicon.forms([verb]).get(verb, ()))


def _says_so(text: str, person: Read, post: Read) -> bool:
    """Say whether the words between say that the person acts: "will be Acting ...", 署理 in one clause."""
    between = text[person.bounds[1] : post.bounds[0]]
    if is_han(text[post.bounds[1] - 1]):
        return not _CHINESE_CLAUSE.search(_GOES_ON.sub("", between))
    return bool(_IS.search(between))


def _tie(text: str, people: list[Read], posts: list[Read], lexicon: Lexicon, on: str | None, numbers: Iterator[int]) -> None:
    if not people or not posts:
        return
    by_turns = _BY_TURNS.search(text, people[0].bounds[0], posts[-1].bounds[1] + _NEAR)
    one = len(posts) == 1 or len(people) < len(posts) or not by_turns
    people = [people[-1]] * len(posts) if one else people[-len(posts) :]
    for person, post in zip(people, posts, strict=True):
        who, office = person.resolution.person, post.resolution.office
        if who and office and holding(lexicon, who, office, on, "acting")[0][0] in UNRECORDED:
            continue
        if person.group is None:
            person.group = next(numbers)
        post.group = person.group
        post.title = _without_verb(text, post)
        if who:
            post.resolution = evolve(post.resolution, incumbents=(who,))


def _without_verb(text: str, read: Read) -> tuple[int, int] | None:
    """Return the span of a Chinese title without the verb that says that somebody acts (署任財政司司長), which is no part of it."""
    assert read.title
    assert read.cut.title
    offices = [at for at in range(*read.cut.title) if "office" in read.stretch.segmenter.kinds[at]]
    if not offices or not is_han(text[read.title[1] - 1]):
        return read.title
    return read.stretch.offsets((offices[0], offices[-1] + 1))
