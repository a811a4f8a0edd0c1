"""Releases of the project's own writing with gold annotations, and how a test tells what has been read."""

from __future__ import annotations

from coopterms.reading.annotation import Annotation, Mention


def meaning(mention: Mention) -> str:
    """What a mention means: the ID's slug, with the capacity of an office that is not held for good; else "?1" or the status."""
    if mention.entity is None:
        return f"?{mention.unknown}" if mention.unknown else str(mention.status)
    slug = mention.entity.id.partition(":")[2]
    return f"{mention.capacity} {slug}" if mention.kind == "office" and mention.capacity != "substantive" else slug


def told(read: Annotation, terms: bool = False) -> list[tuple[str, str]]:
    """What is read, in order: as printed, and what it means."""
    return [(mention.text, meaning(mention)) for mention in read if terms or mention.kind != "term"]


def groups(read: Annotation) -> list[tuple[str, ...]]:
    """The appointments, in order: what each ties together, as it means."""
    numbers = dict.fromkeys(mention.group for mention in read if mention.group is not None)
    return [tuple(meaning(mention) for mention in read if mention.group == number) for number in numbers]
