"""Write what a mention means in the other language: the title with its qualifier, and the name.

In: a `Resolution` and a language. Out: text as Hong Kong writes it. Which qualifier is written for a capacity is chosen here by its ID;
how it is written stands in `qualifiers.csv`.
"""

from __future__ import annotations

from functools import cache

from coopterms.model import Entity, Person
from coopterms.names.words import read_rows
from coopterms.reading.result import Resolution
from coopterms.titles.qualifiers import Qualifier

_USUAL = {
    ("acting", "en"): "en-acting",
    ("designate", "en"): "en-designate",
    ("former", "en"): "en-former",
    ("acting", "zh"): "zh-acting-shuli",
    ("designate", "zh"): "zh-designate-houren",
    ("former", "zh"): "zh-former-qian",
}
"""The qualifier that Hong Kong writes: Acting and 署理, not Ag and 暫代."""


@cache
def _qualifiers() -> dict[str, Qualifier]:
    return {
        row["id"]: Qualifier(row["id"], row["capacity"], row["language"], row["before"], row["after"]) for row in read_rows("qualifiers")
    }


def qualified(title: str, capacity: str | None, language: str) -> str:
    """Put the usual qualifier of a capacity round a title.

    Args:
        title: a title.
        capacity: substantive, acting, designate, former or None.
        language: en, zh-Hant or zh-Hans.

    >>> qualified("Secretary for Justice", "acting", "en"), qualified("律政司司長", "acting", "zh-Hant")
    ('Acting Secretary for Justice', '署理律政司司長')
    >>> qualified("Secretary for Justice", "designate", "en")
    'Secretary for Justice (Designate)'
    """
    usual = _USUAL.get((capacity or "", language[:2]))
    if usual is None:
        return title
    qualifier = _qualifiers()[usual]
    if language == "en" and qualifier.after:
        return f"{title} ({qualifier.after})"
    return qualifier.write(title)


def entities(resolution: Resolution) -> tuple[Entity, ...]:
    """Return what a mention means, the office before the person."""
    found = (resolution.office, resolution.person, resolution.organisation, resolution.term)
    return tuple(entity for entity in found if entity is not None)


def written(resolution: Resolution, language: str) -> str | None:
    """Write what a mention means.

    Args:
        resolution: the answer for the mention.
        language: en, zh-Hant or zh-Hans.

    Returns:
        The text, or None where there is no answer or no label in that language.
    """
    parts = []
    for entity in entities(resolution):
        if language not in entity.labels:
            return None
        label = entity.labels[language]
        parts.append(label if isinstance(entity, Person) else qualified(label, resolution.capacity, language))
    if not parts:
        return None
    return (", " if language == "en" else "").join(parts)
