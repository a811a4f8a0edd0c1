"""Entities with labels of any characters, and what the formats cannot hold; used by the tests of every format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from io import StringIO
from typing import Any

import pytest
from hypothesis import strategies as st

from coopterms.errors import InputError
from coopterms.export.glossary import GlossaryEntry
from coopterms.model import Entity, Name, Office, Organisation, Person, Term

NASTY = (
    "\t", "\n", "\r", "\r\n", '"', "'", "\\", "&", "<", ">", "]]>", "<!--", "&amp;", "#", ",", ";", "|", "@", "{}", "%s", " ", "\0", "\x0b",
    "\x85", "\u2028", "\ufeff", "\ufffe", "\u200b", "A", "é", "e\u0301", "龍", "𠮷", "😀",
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(NASTY), min_size=1, max_size=8).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
)
NAMES = st.builds(
    Name,
    TEXTS,
    st.sampled_from(["en", "zh-Hant", "zh-Hans"]),
    st.sampled_from(["alias", "short", "abbreviation", "former", "pinyin", "local", "informal", "written", "misspelling"]),
)
IDS = st.from_regex(r"\A(person|office|organisation|term):[a-z0-9]{1,4}(-[a-z0-9]{1,3})?\Z")
KINDS: dict[str, type[Entity]] = {"person": Person, "office": Office, "organisation": Organisation, "term": Term}


@st.composite
def entities(draw: st.DrawFn) -> list[Entity]:
    """A few entities, each with a label in every language and some other names."""
    found = []
    for entity_id in draw(st.lists(IDS, min_size=1, max_size=4, unique=True)):
        labels = {language: draw(TEXTS) for language in ("en", "zh-Hant", "zh-Hans")}
        names = [Name(text, language, "label") for language, text in labels.items()]
        found.append(KINDS[entity_id.partition(":")[0]](entity_id, labels, (*names, *draw(st.lists(NAMES, max_size=4)))))
    return found


def written(write: Callable[..., None], sources: Iterable[Entity | GlossaryEntry], **options: Any) -> str:
    """What a writer writes."""
    file = StringIO(newline="")
    write(sources, file, **options)
    return file.getvalue()


def written_or_refused(write: Callable[..., None], found: list[Entity], impossible: str, **options: Any) -> str | None:
    """What a writer writes; None when it refuses, which it may do only if a text has what the format cannot hold."""
    try:
        return written(write, found, **options)
    except InputError as error:
        refusal = error
    assert "\n" not in str(refusal)
    assert any(re.search(impossible, name.text) for entity in found for name in entity.names), refusal
    return None


def skip_without(package: str) -> Any:
    """The package, or a skipped test that says which one is missing."""
    return pytest.importorskip(package, reason=f"{package} reads the format back, and is not installed")
