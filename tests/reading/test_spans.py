"""Surface forms in a text, and the spans that are read."""

from __future__ import annotations

import pytest

from coopterms.reading.spans import items_of
from coopterms.text import fold


def spans(resolver, text: str) -> list[tuple[str, set[str]]]:
    items = items_of(fold(text, resolver.lexicon.articles), resolver.lexicon)
    return [(text[item.start : item.end], set(item.kinds)) for item in items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acting Secretary for Justice", [("Acting", "qualifier"), ("Secretary for Justice", "office")]),
        (
            "Dr the Hon Carrie Lam, GBS",
            [("Dr", "honorific"), ("Hon", "honorific"), ("Carrie Lam", "person"), ("GBS", "postnominal")],
        ),
        ("署理律政司司長鄭若驊女士", [("署理", "qualifier"), ("律政司司長", "office"), ("鄭若驊", "person"), ("女士", "honorific")]),
        ("Swedish Minister", [("Swedish", "country"), ("Minister", "rank")]),
        ("Bavarian Minister", [("Bavarian", None), ("Minister", "rank")]),
        ("Patrick Nip", [("Patrick Nip", "person")]),
        ("patrick nip", [("patrick", None), ("nip", None)]),
        ("SCMA", [("SCMA", "office")]),
        ("scma", [("scma", None)]),
    ],
)
def test_the_spans_of_a_mention(resolver, text, expected):
    found = spans(resolver, text)
    assert [original for original, _ in found] == [original for original, _ in expected]
    for (_, kinds), (_, kind) in zip(found, expected, strict=True):
        assert (kind in kinds) if kind else not kinds


def test_a_hyphen_goes_on_with_the_name(resolver):
    assert ("Lau Kong-wah", {"person"}) in spans(resolver, "Lau Kong-wah")
    assert not any("person" in kinds for original, kinds in spans(resolver, "Lau Kong-wahxyz") if original == "Lau Kong")


def test_nothing_has_no_spans(resolver):
    assert spans(resolver, "") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The longest of the anchors that begin first, although others would leave fewer words over.
        ("商務及經濟發展局局長", ["商務及經濟發展局局長"]),
        ("Secretary for Health Bureau", ["Secretary for Health", "Bureau"]),
        # A word of another kind gives way to an anchor that begins in it.
        ("代主席", ["代", "主席"]),
        ("unheard Secretary", ["unheard", "Secretary"]),
        # 理大 is a university; but a Chinese qualifier is an anchor, too.
        ("署理大埔區議會主席", ["署理", "大埔區議會主席"]),
    ],
)
def test_the_longest_anchor_wins_and_the_rest_is_taken_from_what_is_left(resolver, text, expected):
    assert [original for original, _ in spans(resolver, text)] == expected


def test_an_item_knows_its_words_and_its_script(resolver):
    folded = fold("Secretary for the Environment 黃錦星", resolver.lexicon.articles)
    office, name = items_of(folded, resolver.lexicon)
    assert (office.key, office.words, office.is_han) == ("secretary for environment", 3, False)
    assert (name.words, name.is_han) == (3, True)
