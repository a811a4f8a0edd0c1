"""Surface forms in a text, and the spans that cover it best."""

from __future__ import annotations

import pytest

from coopterms.index.forms import Form
from coopterms.reading.spans import Item, choose, find
from coopterms.text import fold


def spans(resolver, text: str) -> list[tuple[str, set[str]]]:
    folded = fold(text, resolver.lexicon.articles)
    items = choose(find(folded, resolver.lexicon), len(folded))
    return [(folded.original(item.start, item.end), {form.kind for form in item.forms}) for item in items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acting Secretary for Justice", [("Acting", "qualifier"), ("Secretary for Justice", "office")]),
        ("Dr the Hon Carrie Lam, GBS", [("Dr the Hon", "honorific"), ("Carrie Lam", "person"), ("GBS", "postnominal")]),
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


def test_the_longest_wins_and_few_are_better_than_many():
    form = (Form("term", "term:x", "label"),)
    long, left, right, middle = Item(0, 3, form), Item(0, 1, form), Item(1, 3, form), Item(1, 2, form)
    assert choose([[left, long], [right], []], 3) == [long]
    assert choose([[left], [right], []], 3) == [left, right]
    assert choose([[left], [], []], 3) == [left, Item(1, 2, ()), Item(2, 3, ())]
    assert choose([[], [middle], []], 3) == [Item(0, 1, ()), middle, Item(2, 3, ())]
