"""Language codes: read in every customary spelling, written as BCP 47.

In: a code such as zh_TW, zh-Hant-HK, zho, TC or en_GB.UTF-8. Out: a `Language`, whose script says which labels of the tables it means and
whose region says whose wording. Which code means what stands in `language_codes.csv`.
"""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from coopterms.errors import InputError
from coopterms.names.words import read_rows

HONG_KONG, MAINLAND = "HK", "CN"
_CODE = re.compile(r"(?P<language>en|zh|cmn|yue)(?:-(?:cmn|yue))?(?:-(?P<script>[a-z]{4}))?(?:-(?P<region>[a-z]{2}|\d{3}))?(?:-.*)?")
_TAG = re.compile(r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<region>[A-Z]{2}|\d{3}))?")
_ENCODING = re.compile(r"[.@].*$")
"""What a POSIX locale has after its language: zh_TW.UTF-8, zh_CN@pinyin."""


@frozen
class Language:
    """A language with the script of its Chinese and, if it matters, the place whose wording is meant.

    Attributes:
        stored: en, zh-Hant or zh-Hans, as the tables call it.
        region: HK, CN ..., or empty.

    >>> str(Language("zh-Hans", "CN"))
    'zh-Hans-CN'
    """

    stored: str
    region: str = ""

    def __str__(self) -> str:
        return f"{self.stored}-{self.region}" if self.region else self.stored

    @property
    def chinese(self) -> bool:
        """Whether this is Chinese of either script."""
        return self.stored != "en"


def language(code: str | Language) -> Language:
    """Read a language code.

    Args:
        code: a code in any customary spelling, upper or lower case, with hyphens or underscores.

    Returns:
        The language; as text it is the code as BCP 47 has it.

    Raises:
        InputError: the code is of no language that the tables have.

    >>> [str(language(code)) for code in ("zh_TW", "zh-CN", "ZH-HANT-hk", "zh", "en_GB.UTF-8", "sc")]
    ['zh-Hant-TW', 'zh-Hans-CN', 'zh-Hant-HK', 'zh-Hant', 'en-GB', 'zh-Hans']
    """
    if isinstance(code, Language):
        return code
    written = _ENCODING.sub("", code.strip()).replace("_", "-").lower() if isinstance(code, str) else ""
    known = _codes().get(written)
    if known:
        return _tagged(known)
    parts = _CODE.fullmatch(written)
    if parts and (parts["script"] in (None, "hant", "hans") if parts["language"] != "en" else parts["script"] in (None, "latn")):
        if parts["language"] == "en":
            return Language("en", (parts["region"] or "").upper())
        region = (parts["region"] or "").upper()
        if parts["script"]:
            return Language(f"zh-{parts['script'].title()}", region)
        usual = _codes().get(f"zh-{region.lower()}") or _codes()[parts["language"]]
        return Language(_tagged(usual).stored, region or _tagged(usual).region)
    raise InputError(f"{code!r} is no language code known here", hint="write en, zh-Hant, zh-Hans, zh-HK, zh-TW or zh-CN")


@cache
def _codes() -> dict[str, str]:
    return {row["code"]: row["tag"] for row in read_rows("language_codes")}


def _tagged(tag: str) -> Language:
    parts = _TAG.fullmatch(tag)
    assert parts is not None, tag
    return Language(f"{parts['language']}-{parts['script']}" if parts["script"] else parts["language"], parts["region"] or "")
