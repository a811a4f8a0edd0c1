"""Equivalents: a name, title or term in one language, as Hong Kong or the Mainland writes it in another.

In: a mention, an ordinal, a date or an ID; a language; a date. Out: the equivalents, the best first. The mention is read as `resolve` reads
it, so what is ambiguous has the equivalents of each meaning, and what is not known has none.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from attrs import frozen

from coopterms.bilingual.languages import MAINLAND, Language, language
from coopterms.bilingual.phrases import chinese_of, english_of
from coopterms.bilingual.wording import Worded, hong_kong_wordings, worded
from coopterms.bilingual.write import entities, qualified, written
from coopterms.index.lexicon import Lexicon
from coopterms.model import Entity, Office, Person
from coopterms.reading.resolver import Resolver, iso_date
from coopterms.reading.result import Reason, Resolution, Status
from coopterms.text import fold
from coopterms.text.characters import is_han

_ORDER = ("label", "alias", "written", "pinyin", "short", "made", "abbreviation", "former", "local", "informal")
"""Kinds of names in the order in which a translator wants them; misspellings are never offered."""
_PHRASE_SCORE = 1.0


@frozen
class Equivalent:
    """A way to write something in another language.

    Attributes:
        text: the equivalent.
        language: language, script and, where two places write differently, the place, as BCP 47: en, zh-Hant, zh-Hans-CN.
        kind: the kind of name (label, alias, abbreviation ...); made: the words of the Mainland put in; phrase: an ordinal or a date.
        ids: what it means: one ID, or those of the office and the person that the mention names; none for a phrase.
        current: whether the thing and the name were in use on the date asked for.
        score: the probability that the mention means it.
    """

    text: str
    language: str
    kind: str
    ids: tuple[str, ...] = ()
    current: bool = True
    score: float = 1.0

    def __str__(self) -> str:
        return self.text


def equivalents(
    text: str,
    to: str | Language = "en",
    on: str | datetime.date | None = None,
    kinds: Iterable[str] | None = None,
    resolver: Resolver | None = None,
) -> tuple[Equivalent, ...]:
    """Return the equivalents of a mention in a language.

    Args:
        text: a name, title or term in either language, an ordinal or a date; or an ID.
        to: a language code in any customary spelling. zh-HK, zh-TW and zh-Hant mean Traditional characters and Hong Kong's wording, zh-Hans
            Simplified characters, zh-CN Simplified characters and the Mainland's wording first.
        on: the date of the text, or None.
        kinds: if given, only these kinds count: person, office, organisation, term.
        resolver: what reads the mention; one with the packaged tables when None.

    Returns:
        The equivalents, the best first; of an ambiguous mention those of every meaning; nothing when it is not known.

    Raises:
        DateError: `on` is no date.
        InputError: `to` is no language code, or `kinds` names no kinds.

    >>> [(found.text, found.language) for found in equivalents("機械人", "zh-CN")][:2]
    [('机器人', 'zh-Hans-CN'), ('机械人', 'zh-Hans-HK')]
    >>> equivalents("京港洽談會")[0].text
    'Beijing-Hong Kong Economic Cooperation Symposium'
    >>> equivalents("署理律政司司長", "en", on="2018-08-24")[0].text
    'Acting Secretary for Justice'
    """
    target = language(to)
    resolver = resolver or Resolver()
    day = iso_date(on)
    wanted = None if kinds is None else tuple(kinds)
    known = resolver.lexicon.entity(text) if ":" in text else None
    found: Iterator[Equivalent] | list[Equivalent]
    if known is not None:
        found = _of_entity(known, resolver.lexicon, target, day, None, 1.0)
    else:
        found = _of_mention(text, resolver, target, day, wanted)
    kept: dict[tuple[str, tuple[str, ...]], Equivalent] = {}
    for equivalent in found:
        kept.setdefault((equivalent.text, equivalent.ids), equivalent)
    return tuple(kept.values()) or _of_phrase(text, target)


def _of_mention(text: str, resolver: Resolver, to: Language, on: str | None, kinds: tuple[str, ...] | None) -> Iterator[Equivalent]:
    answer = _read(text, resolver, on, kinds)
    if answer.status in (Status.RESOLVED, Status.PARTIAL):
        named = entities(answer)
        whole = written(answer, to.stored) if len(named) > 1 else None
        if whole:
            yield Equivalent(whole, to.stored, "label", tuple(entity.id for entity in named), _current(named, on), answer.score)
        for entity in named:
            yield from _of_entity(entity, resolver.lexicon, to, on, answer.capacity, answer.score)
    elif answer.status is Status.AMBIGUOUS:
        for candidate in answer.candidates:
            for choice in (candidate.office, candidate.person, candidate.organisation, candidate.term):
                if choice is not None:
                    yield from _of_entity(choice, resolver.lexicon, to, on, candidate.capacity, candidate.score)


def _read(text: str, resolver: Resolver, on: str | None, kinds: tuple[str, ...] | None) -> Resolution:
    """Read a mention; one that nobody knows in the wording of Hong Kong, and one that was not in force without its date."""
    answer = resolver.resolve(text, on, kinds)
    if answer.status is not Status.UNRESOLVED:
        return answer
    others = [other for other, _ in hong_kong_wordings(text)] if any(map(is_han, text)) else []
    for other in others:
        read = resolver.resolve(other, on, kinds)
        if read.status is Status.RESOLVED:
            return read
    if on is not None and answer.reason is Reason.NOT_IN_FORCE:
        return resolver.resolve(text, None, kinds)
    return answer


def _of_entity(entity: Entity, lexicon: Lexicon, to: Language, on: str | None, capacity: str | None, score: float) -> Iterator[Equivalent]:
    names = [name for name in worded(entity) if name.name.language == to.stored and name.name.kind in _ORDER]
    existed = entity.exists(on)
    label = entity.labels.get(to.stored)
    names.sort(key=lambda name: (_far(name, to), name.name.text != label, _ORDER.index(name.name.kind)))
    for name in names:
        text, _, kind = name.name
        current = existed and kind != "former" and _in_use(lexicon, entity, text, on)
        if isinstance(entity, Office):
            text = qualified(text, capacity, to.stored)
        yield Equivalent(text, str(name.language), kind, (entity.id,), current, score)


def _far(name: Worded, to: Language) -> int:
    """Say how far a wording is from the one that is asked for: Hong Kong's unless the Mainland's is."""
    return int(bool(name.region) and (name.region == MAINLAND) != (to.region == MAINLAND))


def _in_use(lexicon: Lexicon, entity: Entity, text: str, on: str | None) -> bool:
    """Say whether a name was in use on a day; True where nothing speaks against it."""
    if not on or isinstance(entity, Person):
        return True
    form_key = fold(text, lexicon.articles).key
    forms = [form for form in lexicon.forms([form_key]).get(form_key, ()) if form.id == entity.id]
    return not forms or any(
        (not form.valid_from or form.valid_from <= on) and (not form.valid_to or on[: len(form.valid_to)] <= form.valid_to)
        for form in forms
    )


def _current(named: Iterable[Entity], on: str | None) -> bool:
    return all(entity.exists(on) for entity in named)


def _of_phrase(text: str, to: Language) -> tuple[Equivalent, ...]:
    chinese = any(map(is_han, text))
    if chinese == to.chinese:
        return ()
    found = english_of(text) if chinese else chinese_of(text, to.stored == "zh-Hans")
    return tuple(Equivalent(item, to.stored, "phrase", (), True, _PHRASE_SCORE) for item in found)
