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

    from coopterms.gazetteer.overlay import load
    from coopterms.reading.resolver import Resolver
    from coopterms.reading.result import Candidate, Evidence, Reason, Resolution, Status

__all__ = [
    "Candidate",
    "Evidence",
    "Reason",
    "Resolution",
    "Resolver",
    "Status",
    "__version__",
    "load",
    "resolve",
]

_PLACES = {
    "Candidate": "coopterms.reading.result",
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
    global _default
    if _default is None:
        from coopterms.reading.resolver import Resolver

        _default = Resolver()
    return _default.resolve(text, on, kinds, context)


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
