"""What a gloss has, as entries of a glossary, for TBX and the other formats of translation programs.

In: a `Gloss`. Out: `GlossaryEntry` records: the Chinese as the text has it with its English; dates are left out, and the work
list, which has none.
"""

from __future__ import annotations

from collections.abc import Iterator

from coopterms.bilingual.gloss import Gloss, Standing
from coopterms.export.glossary import GlossaryEntry
from coopterms.export.shell import script_of
from coopterms.model import Name


def glossary(gloss: Gloss) -> Iterator[GlossaryEntry]:
    """Yield the entries of a gloss that have English.

    Args:
        gloss: a glossed text.

    >>> from coopterms.bilingual.gloss import gloss
    >>> [(entry.id, entry.label("en"), entry.label("zh-Hant")) for entry in glossary(gloss("行政長官今日出席。", on="2018-10-24"))]
    [('office:hk-chief-executive', 'Chief Executive', '行政長官')]
    """
    language = script_of(gloss.annotation.text)
    for entry in gloss.entries:
        if entry.standing is Standing.AMBIGUOUS or entry.kind == "date":
            continue
        terms = [Name(entry.chinese, language, "label"), Name(entry.english, "en", "label"), *entry.alternatives]
        note = "; ".join(filter(None, [entry.note, *entry.sources]))
        yield GlossaryEntry(entry.id, "term" if entry.kind == "ordinal" else entry.kind, terms, note)
