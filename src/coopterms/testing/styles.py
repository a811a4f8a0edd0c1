"""House styles: one appointment, written as each publisher prints it.

In: the title, the name, the honorific, the qualifier. Out: the mention. The styles are those of news.gov.hk, info.gov.hk, Chinese
releases, Mainland texts and what happens to them on the way (spaced out, full width, capitals).
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from coopterms.titles import Qualifier


@frozen
class Appointment:
    """A written mention and what it was written from.

    Attributes:
        text: the mention.
        on: the date of the text it could stand in.
        person, office: IDs.
        capacity: substantive, acting, designate or former.
        style: name of the house style.
    """

    text: str
    on: str
    person: str
    office: str
    capacity: str
    style: str


def _news(title: str, name: str, honorific: str) -> str:
    return f"{title.replace(' and ', ' & ')} {name}"


def _release(title: str, name: str, honorific: str) -> str:
    return f"the {title}, {honorific} {name}"


def _plain(title: str, name: str, honorific: str) -> str:
    return f"The {title} {honorific} {name}"


def _name_first(title: str, name: str, honorific: str) -> str:
    return f"{honorific} {name}, the {title}"


def _honours(title: str, name: str, honorific: str) -> str:
    return f"the {title}, the Hon {honorific} {name}, GBS, JP"


def _wrapped(title: str, name: str, honorific: str) -> str:
    return f"the  {title},\n{honorific}\u00a0{name}"


def _wide(title: str, name: str, honorific: str) -> str:
    widened = f"{title}, {honorific} {name}"
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in widened)


def _chinese(title: str, name: str, honorific: str) -> str:
    return f"{title}{name}"


def _chinese_courteous(title: str, name: str, honorific: str) -> str:
    return f"{title}{name}{honorific}"


def _chinese_spaced(title: str, name: str, honorific: str) -> str:
    return " ".join(f"{title}{name}")


def _chinese_broken(title: str, name: str, honorific: str) -> str:
    return f"{title}\n{name}"


def _chinese_name_first(title: str, name: str, honorific: str) -> str:
    return f"{name}（{title}）"


STYLES: dict[str, dict[str, Callable[[str, str, str], str]]] = {
    "en": {
        "news.gov.hk": _news,
        "info.gov.hk": _release,
        "no comma": _plain,
        "name first": _name_first,
        "with honours": _honours,
        "wrapped": _wrapped,
        "full width": _wide,
    },
    "zh": {
        "release": _chinese,
        "with honorific": _chinese_courteous,
        "spaced out": _chinese_spaced,
        "over a line break": _chinese_broken,
        "name first": _chinese_name_first,
    },
}
"""language -> name of the style -> how it writes title, name and honorific."""


def write(title: str, name: str, language: str, style: str, honorific: str = "", qualifier: Qualifier | None = None) -> str:
    """Write an appointment.

    Args:
        title: the office title.
        name: the person's name.
        language: en, zh-Hant or zh-Hans.
        style: a key of `STYLES` for the language.
        honorific: Mr, 女士 ...; the usual one when empty.
        qualifier: what is put round the title.

    >>> write("Secretary for Justice", "Teresa Cheng", "en", "info.gov.hk", "Ms")
    'the Secretary for Justice, Ms Teresa Cheng'
    """
    if qualifier is not None:
        title = qualifier.write(title)
    short = language.partition("-")[0]
    return STYLES[short][style](title, name, honorific or ("Mr" if short == "en" else "先生"))
