"""The resolver: one mention in, one `Resolution` out.

Fold, find and choose spans, join, weigh, decide. A mention with words left over is read again with its misprints mended, and without a
qualifier that stands inside its title. A resolver's answers never change, it may be shared by threads, and it can be pickled.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from coopterms.errors import DateError, InputError, UnknownIdError
from coopterms.index.compiled import compiled_file
from coopterms.index.lexicon import Lexicon
from coopterms.index.repair import repair_word
from coopterms.model import Office, Person
from coopterms.reading.decide import decide
from coopterms.reading.holding import Reasons, incumbents
from coopterms.reading.parse import Parse, parse
from coopterms.reading.result import Resolution
from coopterms.reading.spans import items_of
from coopterms.reading.weigh import Context, Reading, weigh
from coopterms.text.fold import Folded, fold

if TYPE_CHECKING:
    from coopterms.gazetteer.overlay import Gazetteer
    from coopterms.reading.annotation import Annotation
    from coopterms.reading.document import Reader

_NONE_LEFT = object()
_KINDS = frozenset({"person", "office", "organisation", "term"})
_LONGEST_MENTION = 400
"""Words; a longer text is no mention, and reading it as one would only cost time."""


class Resolver:
    """Resolves mentions against the gazetteers.

    Args:
        gazetteer: from `coopterms.load`; the packaged tables when None.

    Raises:
        TableError: an overlay's table cannot be read.

    >>> resolver = Resolver()
    >>> resolver.resolve("政制及內地事務局局長聶德權", on="2018-08-24").person.label("en")
    'Patrick Nip Tak-kuen'
    """

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self.gazetteer = gazetteer
        self.lexicon = Lexicon(compiled_file(gazetteer.folders if gazetteer else ()))
        self._no_context = Context((), self.lexicon, None)
        self._reader: Reader | None = None

    def __reduce__(self) -> tuple[type[Resolver], tuple[Gazetteer | None]]:
        return Resolver, (self.gazetteer,)

    @property
    def data_version(self) -> str:
        """The version of the tables."""
        return self.lexicon.data_version

    def resolve(
        self,
        text: str,
        on: str | datetime.date | None = None,
        kinds: Collection[str] | None = None,
        context: Iterable[str] = (),
    ) -> Resolution:
        """Resolve one mention to person, office, capacity, organisation or term.

        Args:
            text: the mention as printed, in English or Chinese.
            on: the date of the text, as a date or `YYYY-MM-DD`; None when it is not known.
            kinds: if given, only answers of these kinds count: person, office, organisation, term.
            context: IDs that the document has introduced, so that "Mr Nip" means one of them.

        Returns:
            The answer, which may be that nobody can say.

        Raises:
            DateError: `on` is no date.
            InputError: `text` is not text, or `kinds` names no kinds.
            UnknownIdError: `context` has an ID that the gazetteer has not.

        >>> Resolver().resolve("the Under Secretary for Education", on="2018-11-23").office.id
        'office:hk-under-secretary-for-education'
        """
        if not isinstance(text, str):
            raise InputError(f"a mention must be text, not {type(text).__name__}", hint="decode bytes first, and leave out what is missing")
        day = iso_date(on)
        if kinds is not None:
            _check_kinds(kinds)
        known = Context(self._known_ids(context), self.lexicon, day) if context else self._no_context
        folded = fold(text, self.lexicon.articles)
        parsed, readings = self._read(folded, day, known)
        if parsed.left_over or (readings and readings[0].weight < 0):
            for other, notes, qualifier in self._second_thoughts(
                folded, set(fold(" ".join([*parsed.left_over, parsed.unknown_name])).words)
            ):
                again, others = self._read(other, day, known, notes, qualifier)
                if others and (not readings or others[0].weight > readings[0].weight):
                    parsed, readings = again, others
        return decide(text, day, parsed, readings, self.lexicon, kinds, bool(len(folded)))

    def resolve_many(
        self,
        texts: Iterable[str],
        on: str | datetime.date | Iterable[str | datetime.date | None] | None = None,
        kinds: Collection[str] | None = None,
        context: Iterable[str] = (),
    ) -> Iterator[Resolution]:
        """Resolve many mentions; the same answers as one by one, faster.

        Args:
            texts: the mentions.
            on: one date for all, or one for each text.
            kinds, context: as for `resolve`.

        Yields:
            An answer for each text, in order.

        Raises:
            DateError: a date is none; raised when its turn comes.
            InputError: there are fewer dates than texts.

        >>> [r.status.value for r in Resolver().resolve_many(["SCMA", "nobody"], on="2018-08-24")]
        ['resolved', 'unresolved']
        """
        self.lexicon.preload()
        context = tuple(context)
        if on is None or isinstance(on, (str, datetime.date)):
            for text in texts:
                yield self.resolve(text, on, kinds, context)
        else:
            days = iter(on)
            for text in texts:
                if (day := next(days, _NONE_LEFT)) is _NONE_LEFT:
                    raise InputError("there are fewer dates than mentions", hint="give one date for all, or one for each")
                yield self.resolve(text, day, kinds, context)  # type: ignore[arg-type]

    def annotate(self, text: str, on: str | datetime.date | None = None) -> Annotation:
        """Read a whole document: every official, office, organisation and term in it, with offsets.

        Args:
            text: the document, in English, Chinese or both, of any length.
            on: its date, as a date or `YYYY-MM-DD`; when None, the one that the document says itself, if it does.

        Returns:
            The mentions in the order of the text, and findings for an editor.

        Raises:
            DateError: `on` is no date.
            InputError: `text` is not text.

        >>> read = Resolver().annotate("The Chief Executive, Mrs Carrie Lam, left today. Mrs Lam will be back.", on="2018-10-24")
        >>> [(m.start, m.end, m.kind, m.group) for m in read.mentions]
        [(4, 19, 'office', 1), (21, 35, 'person', 1), (49, 56, 'person', None)]
        """
        if not isinstance(text, str):
            raise InputError(f"a document must be text, not {type(text).__name__}", hint="decode bytes first")
        from coopterms.reading.annotation import DateSource  # here, for a mention by itself needs nothing of this
        from coopterms.reading.dates import document_date
        from coopterms.reading.document import Reader

        if self._reader is None:
            self._reader = Reader(self.lexicon)
        day = iso_date(on)
        if day is not None:
            return self._reader.read(text, day, DateSource.GIVEN)
        found = document_date(text)
        if found is None:
            return self._reader.read(text, None, None)
        dated = self._reader.read(text, found.day, found.source)
        if found.whole:
            return dated
        # The year is a guess from the text: kept when the officials agree with it.
        undated = self._reader.read(text, None, None)
        return undated if undated.known_people > dated.known_people else dated

    def incumbents(self, office: str, on: str | datetime.date, capacity: str = "substantive") -> tuple[Person, ...]:
        """Return who held an office on a day.

        Args:
            office: ID of the office.
            on: the day.
            capacity: substantive, acting or designate; nobody is named for former.

        Raises:
            UnknownIdError: there is no such office.
            InputError: there is no such capacity.

        >>> [p.label() for p in Resolver().incumbents("office:hk-chief-executive", "2018-08-24")]
        ['Carrie Lam Cheng Yuet-ngor']
        """
        if not isinstance(self.lexicon.entity(office), Office):
            raise UnknownIdError(office)
        if capacity not in ("substantive", "acting", "designate", "former"):
            raise InputError(f"{capacity!r} is no capacity", hint="write substantive, acting, designate or former")
        return incumbents(self.lexicon, office, iso_date(on), capacity)

    def _known_ids(self, context: Iterable[str]) -> tuple[str, ...]:
        ids = tuple(context)
        for entity_id in ids:
            if isinstance(context, str) or self.lexicon.entity(entity_id) is None:
                raise UnknownIdError(context if isinstance(context, str) else entity_id)
        return ids

    def _read(
        self,
        folded: Folded,
        on: str | None,
        context: Context,
        notes: Reasons | None = None,
        qualifier: tuple[str, str] | None = None,
    ) -> tuple[Parse, list[Reading]]:
        if not 0 < len(folded) <= _LONGEST_MENTION:
            return Parse(), []
        parsed = parse(items_of(folded, self.lexicon), folded.text)
        if qualifier:
            printed, capacity = qualifier
            if parsed.capacity not in (None, capacity) or not (parsed.titles or parsed.ranks):
                parsed.left_over.append(printed)
            parsed.capacity = parsed.capacity or capacity
        return parsed, weigh(parsed, self.lexicon, on, context, notes or [])

    def _second_thoughts(self, folded: Folded, left_over: set[str]) -> Iterator[tuple[Folded, Reasons, tuple[str, str] | None]]:
        """Yield other texts that a mention with words left over may stand for.

        With its misprints mended; and without a qualifier, (as printed, capacity), that stands inside the title, as in
        "Secretary-designate for Justice".
        """
        notes: Reasons = []
        words = list(folded.words)
        for at, word in enumerate(words):
            better = repair_word(word, self.lexicon) if word in left_over else None
            if better:
                words[at] = better
                notes.append(("repaired", f"{folded.original(at, at + 1)} -> {better}"))
        if notes:
            yield Folded(folded.text, words, folded.starts, folded.ends), notes, None
        for at, forms in ((at, self.lexicon.forms([word]).get(word, ())) for at, word in enumerate(folded.words)):
            capacities = [form.value for form in forms if form.kind == "qualifier" and form.how in ("before", "after")]
            if capacities:
                words, starts, ends = ([*items[:at], *items[at + 1 :]] for items in (folded.words, folded.starts, folded.ends))
                yield Folded(folded.text, words, starts, ends), [], (folded.original(at, at + 1), capacities[0])


def _check_kinds(kinds: Collection[str]) -> None:
    if isinstance(kinds, str) or not _KINDS.issuperset(kinds):
        raise InputError(f"{kinds!r} are no kinds", hint="give a list of: person, office, organisation, term")


def iso_date(on: str | datetime.date | None) -> str | None:
    """Return a date as `YYYY-MM-DD`.

    Args:
        on: a date, or text that is one.

    Raises:
        DateError: it is no date.

    >>> iso_date(datetime.date(2018, 8, 24))
    '2018-08-24'
    """
    if on is None or on == "":
        return None
    if not isinstance(on, (str, datetime.date)):
        raise DateError(str(on), "give a date, or text as YYYY-MM-DD, such as 2018-08-24")
    if isinstance(on, datetime.datetime):
        return on.date().isoformat()
    if isinstance(on, datetime.date):
        return on.isoformat()
    try:
        if datetime.date.fromisoformat(on).isoformat() == on:  # and not 20180824 or 2018-W34-5, which fromisoformat takes, too
            return on
    except ValueError:
        pass
    raise DateError(on, "write it as YYYY-MM-DD, such as 2018-08-24")
