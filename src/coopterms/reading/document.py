"""Read a document: scan it for anchors, cut the stretches around them into mentions, weigh each mention as `resolve` does.

In: a text and a date. Out: an `Annotation`. First come the mentions that say themselves whom they mean: titles, with or without a name. What they
introduce is the context in which names by themselves, surnames and bare ranks are read then; a person whom nothing has introduced is known
only by a full name. What stands in one document never bears on another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import define, evolve

from coopterms.index.forms import Form, printed_forms
from coopterms.index.lexicon import Lexicon
from coopterms.index.scan import Scanner, Span
from coopterms.model import Office, Person
from coopterms.reading.annotation import Annotation, DateSource, Mention
from coopterms.reading.audit import findings
from coopterms.reading.decide import decide
from coopterms.reading.holding import UNRECORDED, holding
from coopterms.reading.parse import Parse, parse
from coopterms.reading.result import Candidate, Reason, Resolution, Status
from coopterms.reading.segment import Cut, Segmenter
from coopterms.reading.spans import choose, find
from coopterms.reading.weigh import Context, weigh
from coopterms.text.characters import is_han
from coopterms.text.fold import Folded, fold, key

_HEADS = frozenset({"office", "rank", "plural", "person", "honorific"})
_BEFORE, _BEHIND, _BEHIND_CHINESE = 30, 70, 18
"""How many characters beside an anchor can belong to its mention, or change what it means."""
_NEAR = 40
_SHORT_BODY = 4
_BREAK = re.compile(r"[。；！？!?;:：，]|\n[^\S\n]*\n|(?<![A-Z])\.(?=\s)|(?<=[\u3400-\u9fff]),|,(?=[\u3400-\u9fff])")
_SENTENCE = re.compile(r"[。；！？!?;]|\n[^\S\n]*\n|(?<![A-Z])(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)\.(?=\s)")
_MOST_REMEMBERED = 50_000
_BY_TURNS = re.compile(r"分別|分别|\brespectively\b", re.IGNORECASE)
_IS = re.compile(r"\b(?:be|is|was|are|were|been|becomes?|as)\W+$", re.IGNORECASE)
_REPORTED = frozenset({Reason.NOT_IN_FORCE, Reason.HELD_BY_ANOTHER, Reason.NEVER_HELD})
"""Reasons for which a mention that stays unresolved is shown: an editor wants to see it."""


@define
class _Read:
    """A cut that has been read.

    Attributes:
        cut: which items.
        bounds, title, name: offsets in the document.
        parsed, resolution: what it means.
        honorific: folded honorifics printed before or after the name.
        group, unknown: as in `Mention`.
    """

    cut: Cut
    bounds: tuple[int, int]
    title: tuple[int, int] | None
    name: tuple[int, int] | None
    parsed: Parse
    resolution: Resolution
    honorific: str = ""
    group: int | None = None
    unknown: int | None = None


@define
class _Stretch:
    """A piece of the document that is read at once.

    Attributes:
        start: its offset.
        folded, segmenter, cuts: what is in it.
    """

    start: int
    folded: Folded
    segmenter: Segmenter
    cuts: list[Cut]

    def offsets(self, part: tuple[int, int]) -> tuple[int, int]:
        """Return where in the document some items stand."""
        items, folded = self.segmenter.items, self.folded
        start, end = folded.starts[items[part[0]].start], folded.ends[items[part[1] - 1].end - 1]
        return self.start + start, self.start + _closed(folded.text, start, end)


class Reader:
    """Reads documents.

    Args:
        lexicon: where forms, entities and tenures are looked up.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.scanner = Scanner(lexicon)
        self._remembered: dict[object, tuple[Parse, Resolution]] = {}

    def read(self, text: str, on: str | None, source: DateSource | None) -> Annotation:
        """Read one document.

        Args:
            text: the document.
            on: its date, or None.
            source: where the date comes from.
        """
        return _Document(self, text, on, source).read()

    def remember(self, what: object, made: tuple[Parse, Resolution]) -> tuple[Parse, Resolution]:
        """Keep the reading of a mention: releases name the same people over and over."""
        if len(self._remembered) >= _MOST_REMEMBERED:
            self._remembered.clear()
        self._remembered[what] = made
        return made

    def recall(self, what: object) -> tuple[Parse, Resolution] | None:
        """Return a reading that was kept."""
        return self._remembered.get(what)


class _Document:
    def __init__(self, reader: Reader, text: str, on: str | None, source: DateSource | None) -> None:
        self.reader = reader
        self.lexicon = reader.lexicon
        self.text = text
        self.on = on
        self.source = source
        self.contexts: dict[tuple[str, ...], Context] = {}
        self.nobody = Context((), self.lexicon, on)
        self.things: set[str] = set()
        self.ended = -1
        """Where the span before ended."""

    # -- the whole --------------------------------------------------------------------------------------------------------

    def read(self) -> Annotation:
        spans = self.reader.scanner.scan(self.text)
        heads = [span for span in spans if self._is_head(span)]
        self.stretches = stretches = list(self._stretches(heads, spans))
        covered = [(stretch.start, stretch.start + len(stretch.folded.text)) for stretch in stretches]
        reads = [read for stretch in stretches for read in self._titled(stretch)]
        self._share_capacity(reads)
        self._introduce(reads)
        for stretch in stretches:
            reads += self._untitled(stretch)
        reads.sort(key=lambda read: read.bounds)
        things = []
        for span in _outside(spans, covered):
            mention = self._thing(span)
            self.ended = span.end
            if mention:
                things.append(mention)
        self._number(reads)
        self._tie_acting(reads)
        mentions = sorted([*things, *(mention for read in reads for mention in self._mentions(read))], key=lambda m: (m.start, m.end))
        return Annotation(self.text, self.on, self.source, tuple(mentions), tuple(findings(self.text, mentions)), self.lexicon.data_version)

    def _is_head(self, span: Span) -> bool:
        return any(form.kind in _HEADS for form in self.lexicon.forms([span.key]).get(span.key, ()))

    # -- stretches --------------------------------------------------------------------------------------------------------

    def _stretches(self, heads: list[Span], spans: list[Span]) -> Iterator[_Stretch]:
        """Cut out the pieces of the text around the heads, none of which goes over the end of a clause."""
        text = self.text
        start = end = 0
        ahead = 0
        for span in heads:
            behind = _BEHIND_CHINESE if is_han(text[span.end - 1]) else _BEHIND
            ends = _BREAK.search(text, span.end, span.end + behind)
            last = ends.start() if ends else min(len(text), span.end + behind)
            while ahead < len(spans) and spans[ahead].end < last:
                ahead += 1
            if ahead < len(spans) and spans[ahead].start < last:
                last = spans[ahead].end
            if span.start <= end and start < end:
                end = max(end, last)
                continue
            if start < end:
                yield self._stretch(start, end)
            floor = max(end, span.start - _BEFORE)
            start = floor
            for broken in _BREAK.finditer(text, floor, span.start):
                start = broken.end()
            if start == floor and floor > 0:
                start = self._word_edge(floor, span.start)
            end = last
        if start < end:
            yield self._stretch(start, end)

    def _word_edge(self, at: int, limit: int) -> int:
        """Move a cut off the middle of a Latin word."""
        text = self.text
        while at < limit and text[at - 1].isalnum() and not is_han(text[at]) and not is_han(text[at - 1]):
            at += 1
        return at

    def _stretch(self, start: int, end: int) -> _Stretch:
        text = self.text
        while end < len(text) and text[end - 1].isalnum() and text[end].isalnum() and not is_han(text[end]) and not is_han(text[end - 1]):
            end -= 1
            if end <= start + 1:
                break
        piece = text[start:end]
        folded = _singly(fold(piece, self.lexicon.articles), self.lexicon)
        items = choose(find(folded, self.lexicon), len(folded))
        before = text[max(0, start - 3) : start].rstrip(" \t\"'“‘(")
        begins = start == 0 or not before or before[-1] in "\n.。！？!?"
        segmenter = Segmenter(items, folded, self.lexicon.articles, self.lexicon.modifiers, begins)
        return _Stretch(start, folded, segmenter, segmenter.cuts() if items else [])

    # -- readings ---------------------------------------------------------------------------------------------------------

    def _read(self, stretch: _Stretch, cut: Cut, context: Context, capacity: str | None = None) -> _Read:
        first, last = cut.bounds
        items = stretch.segmenter.items[first:last]
        bounds = stretch.offsets((first, last))
        printed = self.text[slice(*bounds)]
        what = (printed, self.on, tuple(cut.against), capacity, context.key, cut.title is None)
        made = self.reader.recall(what)
        if made is None:
            parsed = parse(items, stretch.folded)
            parsed.left_over += cut.against
            parsed.capacity = parsed.capacity or capacity
            made = self.reader.remember(what, (parsed, self._decide(printed, parsed, context)))
        parsed, resolution = made
        honorific = " ".join(
            form_key
            for at in range(*cut.name)
            if "honorific" in stretch.segmenter.kinds[at] and (form_key := key(stretch.segmenter.printed(at)))
        ) if cut.name else ""  # fmt: skip
        title = stretch.offsets(cut.title) if cut.title else None
        name = stretch.offsets(cut.name) if cut.name else None
        return _Read(cut, bounds, title, name, parsed, resolution, honorific)

    def _titled(self, stretch: _Stretch) -> Iterator[_Read]:
        """Read the titles, with or without a name."""
        for cut in stretch.cuts:
            if cut.title and not (cut.bare and not cut.name):
                yield self._best(stretch, cut)

    def _best(self, stretch: _Stretch, cut: Cut) -> _Read:
        """Read a title with its name; where the two do not go together, the title by itself if that means something."""
        read = self._read(stretch, cut, self.nobody)
        resolution = read.resolution
        if resolution.reason is not Reason.NEVER_HELD or not cut.name or any(_by_another(c) for c in resolution.candidates):
            return read
        alone = self._read(stretch, Cut(title=cut.title, against=cut.against), self.nobody).resolution
        if alone.status is Status.RESOLVED:
            # The title is plain; only that this person had it is not on record.
            read.resolution = evolve(
                resolution, status=Status.PARTIAL, office=alone.office, capacity=alone.capacity, score=alone.score,
                unknown_name=read.parsed.name,
            )  # fmt: skip
        return read

    def _decide(self, printed: str, parsed: Parse, context: Context) -> Resolution:
        readings = weigh(parsed, self.lexicon, self.on, context, [])
        return decide(printed, self.on, parsed, readings, self.lexicon, None, True)

    def _share_capacity(self, reads: list[_Read]) -> None:
        """Give a title that goes on from an acting one its capacity: 署理甲和乙."""
        for before, read in zip(reads, reads[1:], strict=False):
            if read.cut.second and not read.name and not before.name and before.parsed.capacity and not read.parsed.capacity:
                read.parsed = evolve(read.parsed, capacity=before.parsed.capacity)
                read.resolution = self._decide(read.resolution.text, read.parsed, self.nobody)

    # -- what the document introduces ---------------------------------------------------------------------------------------

    def _introduce(self, reads: Iterable[_Read]) -> None:
        self.introduced: list[tuple[int, str, str, tuple[str, ...]]] = []
        """(offset, ID or "?" and the folded name of an unknown person, honorifics, surnames)"""
        self.offices: list[tuple[int, str]] = []
        for read in reads:
            self._note(read)

    def _note(self, read: _Read) -> None:
        resolution, at = read.resolution, read.bounds[0]
        if resolution.person:
            self.introduced.append((at, resolution.person.id, read.honorific, resolution.person.surnames))
        elif read.name and read.parsed.name and not read.cut.short:
            words = fold(read.parsed.name).words
            surnames = (words[0], words[-1]) if words and not is_han(words[0]) else tuple({words[0], "".join(words[:2])} if words else ())
            self.introduced.append((at, "?" + key(read.parsed.name), read.honorific, surnames))
        if resolution.office:
            self.offices.append((at, resolution.office.id))
            self.things.add(resolution.office.organisation)

    def _context(self, ids: Iterable[str]) -> Context:
        wanted = tuple(sorted(set(ids)))
        if wanted not in self.contexts:
            self.contexts[wanted] = Context(wanted, self.lexicon, self.on, in_document=True)
        return self.contexts[wanted]

    def _untitled(self, stretch: _Stretch) -> list[_Read]:
        """Read names by themselves, bare ranks, organisations and terms."""
        known = {person for _, person, _, _ in self.introduced}
        found = []
        for cut in stretch.cuts:
            if cut.title and not (cut.bare and not cut.name):
                continue
            if cut.name and cut.short:
                read = self._short(stretch, cut)
            elif cut.name:
                read = self._read(stretch, cut, self._context(()))
                ids = {form.id for form in read.parsed.people} & known
                if ids:
                    read = self._read(stretch, cut, self._context(ids))
                elif cut.described and read.resolution.person:
                    read.resolution = _nobody(read.resolution)
                if not ids:
                    self._note(read)
            elif cut.title:
                read = self._bare(stretch, cut)
            else:
                read = self._read(stretch, cut, self.nobody)
            found.append(read)
        return found

    def _short(self, stretch: _Stretch, cut: Cut) -> _Read:
        """Read a surname as somebody whom the document has introduced before, else anywhere."""
        read = self._read(stretch, cut, self._context(()))
        surname = read.parsed.surname
        same = [who for who in self.introduced if surname in who[3]]
        before = [who for who in same if who[0] < read.bounds[0]]
        candidates = before or same
        fitting = [who for who in candidates if who[2] and who[2] == read.honorific]
        if len({who[1] for who in candidates}) > 1 and len({who[1] for who in fitting}) == 1:
            candidates = fitting
        ids = {who[1] for who in candidates if not who[1].startswith("?")}
        unknown = {who[1] for who in candidates} - ids
        if ids:
            read = self._read(stretch, cut, self._context(ids))
        if unknown and ids:
            read.resolution = evolve(
                _nobody(read.resolution), status=Status.AMBIGUOUS, reason=Reason.NAMESAKES, candidates=read.resolution.candidates
            )
        elif unknown:
            if len(unknown) == 1:
                read.parsed = evolve(read.parsed, name=next(iter(unknown)))
            read.resolution = _nobody(read.resolution)
        elif read.resolution.person:
            read.resolution = evolve(read.resolution, office=None, capacity=None)
        return read

    def _bare(self, stretch: _Stretch, cut: Cut) -> _Read:
        """Read a bare rank as the office of that rank that the sentence, else the document before it, has named."""
        at = stretch.offsets(cut.bounds)[0]
        before = [(start, office) for start, office in self.offices if start < at]
        sentence = [office for start, office in before if not _SENTENCE.search(self.text, start, at)]
        read = self._read(stretch, cut, self.nobody)
        for offices in (sentence[-1:], [office for _, office in before]):
            if offices:
                read = self._read(stretch, cut, self._context(offices))
                if read.resolution.status is Status.RESOLVED:
                    break
        return read

    # -- mentions ---------------------------------------------------------------------------------------------------------

    def _number(self, reads: list[_Read]) -> None:
        """Number the appointments, and the people whom the gazetteer does not know."""
        unknown: dict[str, int] = {}
        for read in reads:
            resolution = read.resolution
            if resolution.status is Status.PARTIAL and read.name:
                read.unknown = unknown.setdefault(key(resolution.unknown_name), len(unknown) + 1)
        for read in reads:
            if read.name and read.unknown is None and not read.resolution.person and not read.title:
                name = read.parsed.name
                read.unknown = unknown.get(name[1:] if name.startswith("?") else key(name))
        group = 0
        for read in reads:
            if read.title and read.name and _is_told(read):
                group += 1
                read.group = group

    def _tie_acting(self, reads: list[_Read]) -> None:
        """Tie an acting post that names nobody to the person whom its sentence says to act."""
        people: list[_Read] = []
        last = 0
        waiting: list[_Read] = []
        for read in reads:
            if _SENTENCE.search(self.text, last, read.bounds[0]):
                self._tie(people, waiting)
                people, waiting = [], []
            last = read.bounds[1]
            if read.name and read.group is not None and (read.resolution.person or read.unknown):
                if waiting:
                    self._tie(people, waiting)
                    people, waiting = [], []
                people.append(read)
            elif read.title and not read.name and read.resolution.capacity == "acting" and read.resolution.office:
                if people and (waiting or self._says_so(people[-1], read)):
                    waiting.append(read)
        self._tie(people, waiting)

    def _says_so(self, person: _Read, office: _Read) -> bool:
        """Say whether the words between say that the person acts: "will be Acting ...", 署理 in one clause."""
        between = self.text[person.bounds[1] : office.bounds[0]]
        if is_han(self.text[office.bounds[1] - 1]):
            return not re.search("[。，；,;]", between)
        return bool(_IS.search(between))

    def _tie(self, people: list[_Read], offices: list[_Read]) -> None:
        if not people or not offices:
            return
        by_turns = _BY_TURNS.search(self.text, people[0].bounds[0], offices[-1].bounds[1] + _NEAR)
        if len(offices) > 1 and (len(people) != len(offices) or not by_turns):
            people = [people[-1]] * len(offices)
        elif len(offices) == 1:
            people = people[-1:]
        for person, office in zip(people, offices, strict=True):
            who, post = person.resolution.person, office.resolution.office
            if who and post and holding(self.lexicon, who, post, self.on, "acting")[0][0] in UNRECORDED:
                continue
            office.group = person.group
            office.title = self._without_verb(office)
            if who:
                office.resolution = evolve(office.resolution, incumbents=(who,))

    def _without_verb(self, read: _Read) -> tuple[int, int] | None:
        """Return the span of a Chinese title without the verb that says that somebody acts (署任財政司司長), which is no part of it."""
        assert read.title
        stretch = next(s for s in self.stretches if s.start <= read.title[0] < s.start + len(s.folded.text))
        offices = [at for at in range(*read.cut.title or (0, 0)) if "office" in stretch.segmenter.kinds[at]]
        if not offices or not is_han(self.text[read.title[1] - 1]):
            return read.title
        return stretch.offsets((offices[0], offices[-1] + 1))

    def _mentions(self, read: _Read) -> Iterator[Mention]:
        resolution = read.resolution
        if not _is_told(read):
            return
        if read.title:
            yield self._mention(read, read.title, "office")
        if read.name:
            yield self._mention(read, read.name, "person")
        if not read.title and not read.name:
            yield self._mention(read, read.bounds, "organisation" if resolution.organisation or read.parsed.organisations else "term")

    def _mention(self, read: _Read, bounds: tuple[int, int], kind: str) -> Mention:
        unknown = read.unknown if kind == "person" else None
        return Mention(bounds[0], bounds[1], kind, read.group, unknown, read.resolution, self.text[slice(*bounds)])

    def _is_tail(self, span: Span) -> bool:
        """Say whether a short Chinese name of a body may be the end of a longer one: 建屋發展局, a board of Singapore's.

        It may when a Chinese character stands right before it, of which no word that the tables know is the end.
        """
        start = span.start
        if len(span.key) > _SHORT_BODY or not start or not is_han(span.key[0]) or not is_han(self.text[start - 1]) or self.ended == start:
            return False
        before = [key(self.text[at:start]) for at in range(max(0, start - _SHORT_BODY), start)]
        return not any(self.lexicon.forms(before).get(word) for word in before)

    def _thing(self, span: Span) -> Mention | None:
        """Read an organisation or term that stands by itself."""
        if self._is_tail(span):
            return None
        end = _closed(self.text, span.start, span.end)
        printed = self.text[span.start : end]
        what = (printed, self.on, "thing")
        made = self.reader.recall(what)
        if made is None:
            forms = printed_forms(self.lexicon.forms([span.key])[span.key], self.text, span.start, span.end)
            parsed = Parse(organisations=_of(forms, "organisation"), terms=_of(forms, "term"))
            made = self.reader.remember(what, (parsed, self._decide(printed, parsed, self.nobody)))
        parsed, resolution = made
        if resolution.status is Status.AMBIGUOUS:
            named = {form.id for form in parsed.organisations + parsed.terms} & self.things
            if named:
                resolution = self._decide(printed, parsed, self._context(named))
        if resolution.status not in (Status.RESOLVED, Status.AMBIGUOUS):
            return None
        if resolution.status is Status.RESOLVED:
            self.things |= {thing.id for thing in (resolution.organisation, resolution.term) if thing}
        kind = "organisation" if resolution.organisation or (parsed.organisations and not resolution.term) else "term"
        return Mention(span.start, end, kind, None, None, resolution, printed)


def _singly(folded: Folded, lexicon: Lexicon) -> Folded:
    """Write titles in the plural one by one: "the Secretaries for A, Mr X, and for B, Ms Y" has a Secretary for A and one for B.

    The words that are put in have no width, so that the offsets of the others stay true.
    """
    plurals, words = lexicon.plurals, folded.words
    at = next((at for at, word in enumerate(words[:-1]) if word in plurals), None)
    if at is None or not words[at + 1].isascii() or words[at + 1][:1].isdigit():
        return folded
    first = at
    while first and words[first - 1] in lexicon.modifiers:
        first -= 1
    rank, link = [*words[first:at], plurals[words[at]]], words[at + 1]
    made = [(word, start, end) for word, start, end in zip(words, folded.starts, folded.ends, strict=True)]
    made[at] = (rank[-1], *made[at][1:])
    for again in range(len(made) - 1, at + 1, -1):
        if words[again] == link and (words[again - 1] == "&" or "," in folded.text[folded.ends[again - 1] : folded.starts[again]]):
            made[again:again] = [(word, folded.starts[again], folded.starts[again]) for word in rank]
    columns = list(zip(*made, strict=True))
    return Folded(folded.text, list(columns[0]), list(columns[1]), list(columns[2]))


def _closed(text: str, start: int, end: int) -> int:
    """Return the end of a span, after the bracket that closes one inside: 副秘書長（運輸）."""
    inside = text[start:end]
    for opening, closing in ("()", "（）"):
        if inside.count(opening) > inside.count(closing) and text[end : end + 1] == closing:
            return end + 1
    return end


def _of(forms: tuple[Form, ...], kind: str) -> tuple[Form, ...]:
    return tuple(form for form in forms if form.kind == kind)


def _is_told(read: _Read) -> bool:
    """Say whether a reading is worth telling: what is known, what is one of several, and what an editor wants to see."""
    resolution = read.resolution
    if resolution.status in (Status.RESOLVED, Status.PARTIAL) or read.unknown:
        return True
    if resolution.status is Status.AMBIGUOUS:
        return bool(read.title or read.name or resolution.candidates)
    return bool(read.title) and not read.cut.bare and resolution.reason in _REPORTED


def _by_another(candidate: Candidate) -> bool:
    """Say whether somebody else is known to have held the office: then it may be that of another government."""
    return any(evidence.name == "held-by-another" for evidence in candidate.evidence)


def _nobody(resolution: Resolution) -> Resolution:
    """Return the answer that nobody known is meant."""
    return evolve(
        resolution, status=Status.UNRESOLVED, reason=Reason.NOTHING_KNOWN, person=None, office=None, capacity=None, score=0.0, margin=0.0,
        candidates=(), incumbents=(),
    )  # fmt: skip


def _outside(spans: list[Span], covered: list[tuple[int, int]]) -> Iterator[Span]:
    """Yield the spans that no stretch has read."""
    at = 0
    for span in spans:
        while at < len(covered) and covered[at][1] <= span.start:
            at += 1
        if at == len(covered) or covered[at][0] > span.start:
            yield span
