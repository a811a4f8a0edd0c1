"""Qualifiers: words round a title that change the capacity and nothing else (Acting, -elect, 署理, 候任, 前)."""

from __future__ import annotations

from attrs import frozen


@frozen
class Qualifier:
    """One row of `qualifiers.csv`.

    Attributes:
        id: its name.
        capacity: acting, designate, former or substantive.
        language: en or zh-Hant.
        before, after: the words that stand before and after the title; where both are given, both must stand.
    """

    id: str
    capacity: str
    language: str
    before: str = ""
    after: str = ""

    def write(self, title: str) -> str:
        """Put the qualifier round a title.

        Args:
            title: a title in the qualifier's language.

        >>> Qualifier("acting", "acting", "en", "Acting").write("Secretary for Justice")
        'Acting Secretary for Justice'
        """
        if self.language != "en":
            return f"{self.before}{title}{self.after}"
        glue = "" if self.after.startswith("-") else " "
        return f"{self.before} {title}{glue}{self.after}".strip()
