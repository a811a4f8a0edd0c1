"""Search by words of names."""

from __future__ import annotations

import pytest

from coopterms.index.search import search


@pytest.mark.parametrize(
    ("words", "kind", "first"),
    [
        ("Secretary for Justice", None, "office:hk-secretary-for-justice"),
        ("justice secretary for", "office", "office:hk-secretary-for-justice"),
        ("律政司司长", None, "office:hk-secretary-for-justice"),
        ("Security Bureau", "organisation", "organisation:hk-security-bureau"),
        ("nip tak kuen", "person", "person:nip-patrick"),
        ("聶德權", None, "person:nip-patrick"),
        ("聂德权", None, "person:nip-patrick"),
        ("Belt and Road Initiative", "term", "term:prog-belt-and-road-initiative"),
    ],
)
def test_the_best_comes_first(resolver, words, kind, first):
    assert search(resolver.lexicon, words, kind)[0] == first


def test_misprints_are_forgiven(resolver):
    assert "office:hk-secretary-for-justice" in search(resolver.lexicon, "Secretary for Justise", "office")


def test_a_kind_and_a_limit(resolver):
    found = search(resolver.lexicon, "security", limit=7)
    assert len(found) == len(set(found)) == 7
    assert {entity_id.partition(":")[0] for entity_id in search(resolver.lexicon, "security", "office")} == {"office"}


def test_a_part_of_a_chinese_name_is_found(resolver):
    assert "organisation:hk-security-bureau" in search(resolver.lexicon, "保安", limit=100)


@pytest.mark.parametrize("words", ["", " ", "?!", "xyzzyqqq"])
def test_nothing_is_found_for_nothing(resolver, words):
    assert search(resolver.lexicon, words) == []
