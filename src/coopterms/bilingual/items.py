"""What one text names, thing by thing: the mentions of an annotation put together by what they mean.

In: an `Annotation`. Out: an `Item` for each entity, each unknown person, and each group of mentions with the same several meanings, with
its places in the text. A mention that means nothing is no item, but a name of somebody unknown is.
"""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, field

from coopterms.model import Entity
from coopterms.reading.annotation import Annotation, Mention
from coopterms.reading.result import Status
from coopterms.text import key
from coopterms.text.characters import is_han

KINDS = ("person", "office", "organisation", "term")


@define
class Place:
    """Where a text names something.

    Attributes:
        start, end: offsets (code points, end exclusive).
        text: the words there.
    """

    start: int
    end: int
    text: str


@define(eq=False)
class Item:
    """A thing that a text names.

    Attributes:
        kind: person, office, organisation or term.
        entity: what it is, where it is known.
        name: the name of an unknown person, without title and honorific.
        choices: what it may be, where it is ambiguous.
        places: where it is named, in order.
        score: the best score of its mentions.
        offices: IDs of the offices in which an unknown person is named.
        unknown: the number of an unknown person in its document.
        status: the outcome of the first mention.
    """

    kind: str
    entity: Entity | None = None
    name: str = ""
    choices: tuple[Entity, ...] = ()
    places: list[Place] = field(factory=list)
    score: float = 0.0
    offices: set[str] = field(factory=set)
    unknown: int | None = None
    status: Status = Status.RESOLVED

    @property
    def id(self) -> str:
        """The ID, empty where it is not known."""
        return self.entity.id if self.entity else ""

    def label(self, language: str) -> str:
        """Return the label in one language, empty when there is none; of an unknown person the name, if it is of that language.

        Args:
            language: en or zh-Hant.
        """
        if self.entity:
            return self.entity.labels.get(language, "")
        return self.name if self.name and is_chinese(self.name) == (language != "en") else ""

    @property
    def mention(self) -> str:
        """How the text names it first, on one line."""
        return one_line(self.places[0].text) if self.places else ""


def is_chinese(text: str) -> bool:
    """Say whether a text has a Chinese character.

    >>> is_chinese("Lau 劉"), is_chinese("Lau")
    (True, False)
    """
    return any(map(is_han, text))


def one_line(text: str) -> str:
    """Write words that a line break cuts on one line.

    >>> one_line("行政\\n長官"), one_line("Chief\\n Executive")
    ('行政長官', 'Chief Executive')
    """
    words = text.split()
    written = "".join(words[:1])
    for word in words[1:]:
        written += word if is_han(written[-1]) and is_han(word[0]) else f" {word}"
    return written


def items(annotation: Annotation) -> list[Item]:
    """Put the mentions of a text together by what they mean.

    Args:
        annotation: the text that has been read.

    Returns:
        The items in the order of their first places.

    >>> from coopterms import Resolver
    >>> read = Resolver().annotate("the Chief Executive, Mrs Carrie Lam, left. Mrs Lam will be back.", on="2018-10-24")
    >>> [(item.id, len(item.places)) for item in items(read)]
    [('office:hk-chief-executive', 1), ('person:lam-carrie', 2)]
    """
    found: dict[tuple[str, str], Item] = {}
    for mention in annotation.mentions:
        named = _named(mention)
        if named is None:
            continue
        told, made = named
        item = found.setdefault((mention.kind, told), made)
        item.places.append(Place(mention.start, mention.end, mention.text))
        item.score = max(item.score, mention.score or made.score)
        item.offices |= made.offices
    return list(found.values())


def _named(mention: Mention) -> tuple[str, Item] | None:
    """Return what a mention's item is known by, and the item."""
    entity, resolution = mention.entity, mention.resolution
    if entity is not None:
        return entity.id, Item(mention.kind, entity)
    if mention.kind == "person" and (mention.unknown is not None or resolution.unknown_name):
        name = resolution.unknown_name or mention.text
        offices = {mention.office.id} if mention.office else set()
        told = f"№ {mention.unknown}" if mention.unknown is not None else key(name)
        return told, Item("person", name=name, offices=offices, unknown=mention.unknown, status=mention.status)
    choices = _choices(getattr(candidate, mention.kind) for candidate in resolution.candidates)
    if not choices:
        return None
    score = max(candidate.score for candidate in resolution.candidates)
    return " ".join(sorted(choice.id for choice in choices)), Item(mention.kind, choices=choices, score=score, status=mention.status)


def _choices(entities: Iterable[Entity | None]) -> tuple[Entity, ...]:
    return tuple({entity.id: entity for entity in entities if entity is not None}.values())
