"""Read a document: scan it for anchors, cut the stretches around them into mentions, weigh each mention as `resolve` does.

In: a text and a date. Out: an `Annotation`. First come the mentions that say themselves whom they mean: titles, with or without a name.
What they introduce is the context in which names by themselves, surnames and bare ranks are read then; a person whom nothing has
introduced is known only by a full name. What stands in one document never bears on another.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from attrs import Factory, define, evolve

from coopterms.index.forms import Form, printed_forms
from coopterms.index.lexicon import Lexicon
from coopterms.index.scan import Scanner, Span
from coopterms.model import Office, Organisation
from coopterms.reading.acting import SENTENCE, Read, is_acting_by, tie_acting
from coopterms.reading.anchors import valid_anchors
from coopterms.reading.annotation import Annotation, DateSource, Mention
from coopterms.reading.audit import REPORTED, findings
from coopterms.reading.decide import decide
from coopterms.reading.elsewhere import is_about_another_country, is_elsewhere, regions_not_meant
from coopterms.reading.memory import Memory
from coopterms.reading.parse import Parse, parse
from coopterms.reading.result import Candidate, Reason, Resolution, Status
from coopterms.reading.segment import Cut
from coopterms.reading.stretch import Stretch, Stretcher, closed
from coopterms.reading.unknown import number_alike
from coopterms.reading.weigh import Context, weigh
from coopterms.text.characters import is_han
from coopterms.text.fold import fold, key

_SHORT_BODY, _SHORTEST_BODY = 4, 2
_LAST_OFFICES = 20
"""How many of the offices named before a bare rank may be meant by it."""


@define
class _Introduced:
    """Somebody whom the document has introduced.

    Attributes:
        at: where first.
        honorifics: what is printed before or after the name, folded.
    """

    at: int
    honorifics: set[str] = Factory(set)


class Reader:
    """Reads documents.

    Args:
        lexicon: where forms, entities and tenures are looked up.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.scanner = Scanner(lexicon)
        self.stretcher = Stretcher(lexicon)
        self.parses = Memory[object, Parse]()
        self.nobody = Context((), lexicon, None)
        self.nobody_yet = Context((), lexicon, None, in_document=True)
        self.readings = Memory[object, tuple[Parse, Resolution]]()
        """Those of mentions: releases name the same people over and over."""

    def read(self, text: str, on: str | None, source: DateSource | None) -> Annotation:
        """Read one document.

        Args:
            text: the document.
            on: its date, or None.
            source: where the date comes from.
        """
        return _Document(self, text, on, source).read()


class _Document:
    def __init__(self, reader: Reader, text: str, on: str | None, source: DateSource | None) -> None:
        self.reader = reader
        self.lexicon = reader.lexicon
        self.text = text
        self.on = on
        self.source = source
        self.nobody = reader.nobody
        self.contexts = {frozenset[str](): reader.nobody_yet}
        self.people: set[str] = set()
        """Who has been introduced, by an office or a full name."""
        self.by_surname: dict[str, dict[str, _Introduced]] = {}
        """Surname -> IDs, or "?" and the folded name of somebody unknown."""
        self.named: list[tuple[int, str, tuple[str, ...], str]] = []
        """Where, who, with which surnames and honorific: what is to go into `by_surname` when a surname is met."""
        self.offices: list[tuple[int, str]] = []
        self.things: set[str] = set()
        self.rest: list[tuple[Stretch, Cut]] = []
        """The mentions that do not say themselves whom they mean."""

    # -- the whole --------------------------------------------------------------------------------------------------------

    def read(self) -> Annotation:
        spans = valid_anchors(self.text, self.reader.scanner.scan(self.text), self.lexicon)
        pieces = list(self.reader.stretcher.stretches(self.text, spans))
        reads = [read for piece in pieces for read in self._titled(piece)]
        self._share_capacity(reads)
        for read in reads:
            self._note(read)
        reads += self._untitled()
        reads.sort(key=lambda read: read.bounds)
        for post, person in pairwise(reads):
            if is_acting_by(self.text, post, person, self.lexicon):
                self._set_capacity(post, "acting")
        _number(reads)
        tie_acting(self.text, reads, self.lexicon, self.on)
        mentions = [mention for read in reads for mention in self._mentions(read)]
        mentions += self._by_themselves(_outside(spans, pieces))
        if mentions and not self.people and is_about_another_country(self.lexicon, self.text):
            mentions = [mention for mention in mentions if mention.kind == "term"]
        if away := regions_not_meant(self.lexicon, spans):
            mentions = [mention for mention in mentions if mention.resolution.person or not self._is_of(mention, away)]
        mentions.sort(key=lambda mention: (mention.start, mention.end))
        mentions = number_alike(mentions)
        audit = tuple(findings(mentions))
        return Annotation(self.text, self.on, self.source, tuple(mentions), audit, self.lexicon.data_version)

    # -- readings ---------------------------------------------------------------------------------------------------------

    def _decide(self, printed: str, parsed: Parse, context: Context) -> Resolution:
        readings = weigh(parsed, self.lexicon, self.on, context, [])
        return decide(printed, self.on, parsed, readings, self.lexicon, None, True)

    def _read(self, stretch: Stretch, cut: Cut, context: Context) -> Read:
        first, last = cut.bounds
        bounds = stretch.offsets((first, last))
        printed = self.text[slice(*bounds)]
        words = (printed, tuple(cut.against), cut.title is None)
        what = (words, self.on, context.key)
        made = self.reader.readings.get(what)
        if made is None:
            parsed = self.reader.parses.get(words)
            if parsed is None:
                parsed = self.reader.parses.keep(words, parse(stretch.segmenter.items[first:last], self.text))
                parsed.left_over += cut.against
            made = self.reader.readings.keep(what, (parsed, self._decide(printed, parsed, context)))
        title = stretch.offsets(cut.title) if cut.title else None
        name = stretch.offsets(cut.name) if cut.name else None
        return Read(stretch, cut, bounds, title, name, *made, stretch.segmenter.honorific(cut))

    def _share_capacity(self, reads: list[Read]) -> None:
        """Give a title that goes on from an acting one its capacity: 署理甲和乙."""
        for before, read in pairwise(reads):
            if read.cut.second and not read.name and not before.name and before.parsed.capacity and not read.parsed.capacity:
                self._set_capacity(read, before.parsed.capacity)

    def _set_capacity(self, read: Read, capacity: str) -> None:
        read.parsed = evolve(read.parsed, capacity=capacity)
        read.resolution = self._decide(read.resolution.text, read.parsed, self.nobody)

    def _titled(self, stretch: Stretch) -> Iterator[Read]:
        """Read the titles, with or without a name; a bare rank only where it tells its office by itself."""
        for cut in stretch.cuts:
            if cut.title and (cut.name or not cut.bare):
                read = self._titled_name(stretch, cut)
                if self._is_of_two_lines(read):
                    yield self._titled_name(stretch, Cut(title=cut.title, against=cut.against, bare=cut.bare))
                    self.rest.append((stretch, Cut(name=cut.name)))
                    continue
                if not cut.bare or read.resolution.status in (Status.RESOLVED, Status.PARTIAL):
                    yield read
                    continue
            self.rest.append((stretch, cut))

    def _is_of_two_lines(self, read: Read) -> bool:
        """Say whether a title and a name that do not go together stand on lines of their own, as the members of a list do."""
        if not read.title or not read.name or read.resolution.status is not Status.UNRESOLVED:
            return False
        between = self.text[min(read.title[1], read.name[1]) : max(read.title[0], read.name[0])]
        return "\n" in between

    def _titled_name(self, stretch: Stretch, cut: Cut) -> Read:
        """Read a title with its name; the title alone, where all that is wrong is that no row says that this person had it."""
        read = self._read(stretch, cut, self.nobody)
        resolution = read.resolution
        if cut.bare and cut.name and resolution.status is Status.AMBIGUOUS and len({c.person for c in resolution.candidates}) == 1:
            return self._read(stretch, Cut(name=cut.name), self.nobody)  # it is only open which of his or her offices is meant
        if resolution.office and not resolution.person and self._is_abroad(stretch, cut, resolution.office):
            read.resolution = resolution = _nobody(resolution)
        if cut.unread:
            read.resolution = resolution = evolve(resolution, incumbents=())
        if not cut.name or resolution.reason is not Reason.NEVER_HELD or any(map(_held_by_another, resolution.candidates)):
            return read
        alone = self._read(stretch, Cut(title=cut.title, against=cut.against), self.nobody).resolution
        if alone.status is Status.RESOLVED:
            read.resolution = evolve(
                resolution, status=Status.PARTIAL, office=alone.office, capacity=alone.capacity, score=alone.score,
                unknown_name=read.parsed.name,
            )  # fmt: skip
        return read

    def _is_abroad(self, stretch: Stretch, cut: Cut, office: Office) -> bool:
        """Say whether a title of the Mainland's without a known name follows a country: 德國國防部長某某和外交部長某某."""
        assert cut.title
        body = self.lexicon.entity(office.organisation)
        if not isinstance(body, Organisation) or body.jurisdiction != "cn":
            return False
        return any("country" in kinds for kinds in stretch.segmenter.kinds[: cut.title[0]])

    def _untitled(self) -> Iterator[Read]:
        """Read names by themselves, bare ranks, organisations and terms."""
        for stretch, cut in self.rest:
            if cut.title:
                yield self._bare(stretch, cut)
            elif cut.name and cut.short:
                yield self._short(stretch, cut)
            elif cut.name:
                yield self._name(stretch, cut)
            else:
                read = self._read(stretch, cut, self.nobody)
                if not self._is_another(read.parsed, read.bounds):
                    yield read

    def _name(self, stretch: Stretch, cut: Cut) -> Read:
        """Read a whole name by itself: of somebody introduced, else of somebody whom the name alone tells."""
        read = self._read(stretch, cut, self._context(()))
        known = {form.id for form in read.parsed.people} & self.people
        if known:
            return self._read(stretch, cut, self._context(known))
        if cut.described and read.resolution.person:
            read.resolution = _nobody(read.resolution)
        self._note(read)
        return read

    def _short(self, stretch: Stretch, cut: Cut) -> Read:
        """Read a surname as somebody whom the document has introduced before, else anywhere."""
        read = self._read(stretch, cut, self._context(()))
        same = self._introduced(read.parsed.surname)
        candidates = {who for who, introduced in same.items() if introduced.at < read.bounds[0]} or set(same)
        candidates = {who for who in candidates if read.honorific and read.honorific in same[who].honorifics} or candidates
        unknown = {who for who in candidates if who.startswith("?")}
        if known := candidates - unknown:
            read = self._read(stretch, cut, self._context(known))
        resolution = read.resolution
        if unknown and known:
            ambiguous = evolve(_nobody(resolution), status=Status.AMBIGUOUS, reason=Reason.NAMESAKES)
            read.resolution = evolve(ambiguous, candidates=resolution.candidates)
        elif unknown:
            if len(unknown) == 1:
                read.parsed = evolve(read.parsed, name=next(iter(unknown)))
            read.resolution = _nobody(resolution)
        elif resolution.person:
            read.resolution = evolve(resolution, office=None, capacity=None)
        return read

    def _bare(self, stretch: Stretch, cut: Cut) -> Read:
        """Read a bare rank as the office of that rank that the sentence, else the document before it, has named."""
        at = stretch.offsets(cut.bounds)[0]
        end = bisect_left(self.offices, (at, ""))
        before = self.offices[max(0, end - _LAST_OFFICES) : end]
        sentence = [office for start, office in before if not SENTENCE.search(self.text, start, at)]
        read = self._read(stretch, cut, self.nobody)
        for offices in (sentence[-1:], [office for _, office in before]):
            if offices:
                read = self._read(stretch, cut, self._context(offices))
                if read.resolution.status is Status.RESOLVED:
                    return read
        return self._name(stretch, Cut(name=cut.name)) if cut.name else read

    # -- what the document introduces ---------------------------------------------------------------------------------------

    def _note(self, read: Read) -> None:
        resolution, at = read.resolution, read.bounds[0]
        if resolution.person:
            who, surnames = resolution.person.id, resolution.person.surnames
            self.people.add(who)
        elif read.name and read.parsed.name and not read.cut.short:
            words = fold(read.parsed.name).words
            western = not is_han(words[0])
            who, surnames = "?" + key(read.parsed.name), (words[0], words[-1]) if western else (words[0], "".join(words[:2]))
        else:
            who, surnames = "", ()
        if who:
            self.named.append((at, who, surnames, read.honorific))
        if resolution.office:
            insort(self.offices, (at, resolution.office.id))
            self.things.add(resolution.office.organisation)

    def _introduced(self, surname: str) -> dict[str, _Introduced]:
        """Return who of a surname has been introduced."""
        for at, who, surnames, honorific in self.named:
            for known in surnames:
                introduced = self.by_surname.setdefault(known, {}).setdefault(who, _Introduced(at))
                introduced.at = min(introduced.at, at)
                introduced.honorifics.add(honorific)
        self.named.clear()
        return self.by_surname.get(surname, {})

    def _context(self, ids: Iterable[str]) -> Context:
        wanted = frozenset(ids)
        if wanted not in self.contexts:
            self.contexts[wanted] = Context(sorted(wanted), self.lexicon, self.on, in_document=True)
        return self.contexts[wanted]

    # -- mentions ---------------------------------------------------------------------------------------------------------

    def _mentions(self, read: Read) -> Iterator[Mention]:
        if not _is_told(read):
            return
        if read.title:
            yield self._mention(read, read.title, "office")
        if read.name:
            yield self._mention(read, read.name, "person")
        if not read.title and not read.name:
            yield self._mention(read, read.bounds, _kind(read.parsed, read.resolution))

    def _mention(self, read: Read, bounds: tuple[int, int], kind: str) -> Mention:
        unknown = read.unknown if kind == "person" else None
        return Mention(bounds[0], bounds[1], kind, read.group, unknown, read.resolution, self.text[slice(*bounds)])

    def _is_of(self, mention: Mention, regions: Collection[str]) -> bool:
        thing = mention.resolution.office or mention.resolution.organisation
        return thing is not None and self.lexicon.jurisdiction(thing.id) in regions

    def _by_themselves(self, spans: Iterable[Span]) -> Iterator[Mention]:
        """Read the organisations and terms that stand outside the stretches."""
        ended = -1
        for span in spans:
            start, end, _ = span
            if start == ended or not self._is_tail(span):
                printed = self.text[start : closed(self.text, start, end)]
                parsed, resolution = self._thing(span, printed)
                if resolution.status in (Status.RESOLVED, Status.AMBIGUOUS) and not self._is_another(parsed, (start, end)):
                    kind = _kind(parsed, resolution)
                    yield Mention(start, start + len(printed), kind, None, None, resolution, printed)
            ended = end

    def _is_another(self, parsed: Parse, bounds: tuple[int, int]) -> bool:
        """Say whether what looks like a body is none, or another place's."""
        if not parsed.organisations:
            return False
        return self._cuts_a_word(*bounds) or is_elsewhere(self.lexicon, self.text, bounds, parsed.organisations)

    def _cuts_a_word(self, start: int, end: int) -> bool:
        """Say whether a Chinese name of two characters cuts a word that stands at one of its edges: 舉行會談 names no 行會."""
        if end - start != _SHORTEST_BODY or not is_han(self.text[start]):
            return False
        edges = (self.text[max(0, start - 1) : start + 1], self.text[end - 1 : end + 1])
        return any(key(edge) in self.lexicon.crossings for edge in edges)

    def _is_tail(self, span: Span) -> bool:
        """Say whether a short Chinese name of a body may be the end of a longer one: 建屋發展局, a board of Singapore's.

        It may when a Chinese character stands right before it, of which no word that the tables know is the end.
        """
        start, _, body = span
        if len(body) > _SHORT_BODY or not start or not is_han(body[0]) or not is_han(self.text[start - 1]):
            return False
        before = [key(self.text[at:start]) for at in range(max(0, start - _SHORT_BODY), start)]
        known = self.lexicon.forms(before)
        return not any(known.get(word) for word in before)

    def _thing(self, span: Span, printed: str) -> tuple[Parse, Resolution]:
        """Read an organisation or term; of several that share an abbreviation, the one that the document has named."""
        what = (printed, self.on, "thing")
        made = self.reader.readings.get(what)
        if made is None:
            start, end, word = span
            forms = printed_forms(self.lexicon.forms([word])[word], self.text, start, end)
            parsed = Parse(organisations=_of(forms, "organisation"), terms=_of(forms, "term"))
            made = self.reader.readings.keep(what, (parsed, self._decide(printed, parsed, self.nobody)))
        parsed, resolution = made
        if resolution.status is Status.AMBIGUOUS:
            named = {form.id for form in parsed.organisations + parsed.terms} & self.things
            resolution = self._decide(printed, parsed, self._context(named)) if named else resolution
        self.things.update(thing.id for thing in (resolution.organisation, resolution.term) if thing)
        return parsed, resolution


def _number(reads: list[Read]) -> None:
    """Number the appointments, and the people whom the gazetteer does not know."""
    unknown: dict[str, int] = {}
    for read in reads:
        if read.resolution.status is Status.PARTIAL and read.name:
            read.unknown = unknown.setdefault(key(read.resolution.unknown_name), len(unknown) + 1)
    group = 0
    for read in reads:
        if read.name and read.unknown is None and not read.resolution.person and not read.title:
            read.unknown = unknown.get(key(read.parsed.name.removeprefix("?")))
        if read.title and read.name and _is_told(read):
            group += 1
            read.group = group


def _of(forms: tuple[Form, ...], kind: str) -> tuple[Form, ...]:
    return tuple(form for form in forms if form.kind == kind)


def _kind(parsed: Parse, resolution: Resolution) -> str:
    """Return what a mention is of that is neither person nor office."""
    return "organisation" if resolution.organisation or (parsed.organisations and not resolution.term) else "term"


def _is_told(read: Read) -> bool:
    """Say whether a reading is worth telling: what is known, what is one of several, and what an editor wants to see."""
    resolution = read.resolution
    if resolution.status in (Status.RESOLVED, Status.PARTIAL, Status.AMBIGUOUS) or read.unknown:
        return True
    return bool(read.title) and not read.cut.bare and resolution.reason in REPORTED


def _held_by_another(candidate: Candidate) -> bool:
    """Say whether somebody else is known to have held the office: then it may be that of another government."""
    return any(evidence.name == "held-by-another" for evidence in candidate.evidence)


def _nobody(resolution: Resolution) -> Resolution:
    """Return the answer that nobody known is meant."""
    return evolve(
        resolution, status=Status.UNRESOLVED, reason=Reason.NOTHING_KNOWN, person=None, office=None, capacity=None, score=0.0, margin=0.0,
        candidates=(), incumbents=(),
    )  # fmt: skip


def _outside(spans: list[Span], pieces: list[Stretch]) -> Iterator[Span]:
    """Yield the spans that no stretch has read."""
    at = 0
    for span in spans:
        while at < len(pieces) and pieces[at].end <= span[0]:
            at += 1
        if at == len(pieces) or pieces[at].start > span[0]:
            yield span
