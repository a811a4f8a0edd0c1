"""coopterms says who and what an official Hong Kong text means, in English and in Chinese.

>>> import coopterms
>>> answer = coopterms.resolve("Acting Secretary for Commerce & Economic Development Bernard Chan", on="2018-08-24")
>>> answer.person.id, answer.office.id, answer.capacity
('person:chan-bernard-pak-li', 'office:hk-secretary-for-commerce-and-economic-development', 'acting')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coopterms._version import __version__

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from coopterms.bilingual.equivalents import Equivalent
    from coopterms.gazetteer.overlay import load
    from coopterms.reading.resolver import Resolver
    from coopterms.reading.result import Candidate, Evidence, Reason, Resolution, Status

__all__ = [
    "Candidate",
    "Equivalent",
    "Evidence",
    "Reason",
    "Resolution",
    "Resolver",
    "Status",
    "__version__",
    "equivalents",
    "load",
    "resolve",
]

_PLACES = {
    "Candidate": "coopterms.reading.result",
    "Equivalent": "coopterms.bilingual.equivalents",
    "Evidence": "coopterms.reading.result",
    "Reason": "coopterms.reading.result",
    "Resolution": "coopterms.reading.result",
    "Resolver": "coopterms.reading.resolver",
    "Status": "coopterms.reading.result",
    "load": "coopterms.gazetteer.overlay",
}
_default: Resolver | None = None


def resolve(
    text: str,
    on: str | date | None = None,
    kinds: Collection[str] | None = None,
    context: Iterable[str] = (),
) -> Resolution:
    """Resolve one mention with the packaged gazetteers; see `Resolver.resolve`.

    Args:
        text: the mention as printed.
        on: the date of the text, or None.
        kinds: if given, only answers of these kinds count.
        context: IDs that the document has introduced.

    Raises:
        DateError: `on` is no date.

    >>> resolve("港澳辦").organisation.label("en")
    'Hong Kong and Macao Affairs Office of the State Council'
    """
    return _resolver().resolve(text, on, kinds, context)


def equivalents(
    text: str,
    to: str = "en",
    on: str | date | None = None,
    kinds: Collection[str] | None = None,
) -> tuple[Equivalent, ...]:
    """Write a name, title or term in another language, as the packaged gazetteers have it; see `bilingual.equivalents`.

    Args:
        text: the name as printed, an ordinal, a date, or an ID.
        to: a language code in any customary spelling: en, zh-HK, zh_CN, zh-Hant ...
        on: the date of the text, or None.
        kinds: if given, only meanings of these kinds count.

    Returns:
        The equivalents, the best first; nothing when it is not known.

    Raises:
        DateError: `on` is no date.
        InputError: `to` is no language code, or `kinds` names no kinds.

    >>> equivalents("京港洽談會", to="en")[0].text
    'Beijing-Hong Kong Economic Cooperation Symposium'
    """
    from coopterms.bilingual.equivalents import equivalents as find

    return find(text, to, on, kinds, _resolver())


def _resolver() -> Resolver:
    global _default
    if _default is None:
        from coopterms.reading.resolver import Resolver

        _default = Resolver()
    return _default


def __getattr__(name: str) -> Any:
    if name in _PLACES:
        import importlib

        return getattr(importlib.import_module(_PLACES[name]), name)
    if name == "__data_version__":
        from coopterms.reading.resolver import Resolver

        return Resolver().data_version
    if name in ("names", "testing"):
        import importlib

        return importlib.import_module(f"coopterms.{name}")
    raise AttributeError(f"module 'coopterms' has no attribute {name!r}")
