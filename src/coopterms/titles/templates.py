"""Titles written by templates: rank + body (+ branch), in both languages.

In: the names and stems of a body, and the templates of its class (`title_templates.csv`). Out: every title they write, each with its
rank, so that "Secretary for Security", 保安局局長 and 保安局局长 are one office, and an office that no row lists still has a stable ID.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen


@frozen
class Template:
    """One row of `title_templates.csv`.

    Attributes:
        rank: ID of the rank that the title expresses.
        language: en, zh-Hant or zh-Hans.
        label: True for the one pattern that writes the official title.
        pattern: text with {stem} and {body}.
        valid_from, valid_to: when the pattern was in use.
    """

    rank: str
    language: str
    label: bool
    pattern: str
    valid_from: str = ""
    valid_to: str = ""


@frozen
class Body:
    """What templates need of an organisation.

    Attributes:
        names: by language, the label first and then every other name.
        stems: by language, what {stem} stands for, the one for labels first.
    """

    names: Mapping[str, Sequence[str]]
    stems: Mapping[str, Sequence[str]]


@frozen
class Title:
    """One written title.

    Attributes:
        rank: ID of the rank.
        language: en, zh-Hant or zh-Hans.
        text: the title.
        label: True for the official title.
        plain: True unless written with a short stem, which no page prints in full titles.
        valid_from, valid_to: when this way of writing it was in use.
    """

    rank: str
    language: str
    text: str
    label: bool
    plain: bool = True
    valid_from: str = ""
    valid_to: str = ""


def write_titles(body: Body, templates: Iterable[Template], branch: Mapping[str, str] | None = None) -> Iterator[Title]:
    """Write every title that the templates give a body.

    Args:
        body: names and stems.
        templates: the templates of the body's class.
        branch: by language, a branch to put in brackets after the title.

    Yields:
        The titles; with a branch, only those in languages that have its name.

    >>> body = Body({"en": ["Security Bureau"]}, {"en": ["Security"]})
    >>> [title.text for title in write_titles(body, [Template("secretary", "en", True, "Secretary for {stem}")])]
    ['Secretary for Security']
    """
    for template in templates:
        fillings = [("{stem}", body.stems), ("{body}", body.names)]
        for placeholder, values in fillings:
            if placeholder not in template.pattern:
                continue
            for number, value in enumerate(values.get(template.language, ())):
                text = template.pattern.replace(placeholder, value)
                if branch is not None:
                    if not branch.get(template.language):
                        continue
                    text += f" ({branch['en']})" if template.language == "en" else f"（{branch[template.language]}）"
                yield Title(
                    template.rank,
                    template.language,
                    text,
                    template.label and number == 0,
                    number == 0 or placeholder == "{body}",
                    template.valid_from,
                    template.valid_to,
                )


def derived_id(organisation: str, rank: str, branch: str = "") -> str:
    """Return the ID of an office that only the templates know.

    Args:
        organisation: ID of the body.
        rank: ID of the rank.
        branch: slug of the branch, or empty.

    >>> derived_id("organisation:hk-security-bureau", "deputy-secretary")
    'office:hk-security-bureau-deputy-secretary'
    """
    slug = f"{organisation.partition(':')[2]}-{rank}"
    return f"office:{slug}-{branch}" if branch else f"office:{slug}"
