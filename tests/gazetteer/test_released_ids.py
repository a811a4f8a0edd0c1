"""IDs are never deleted: every ID that a release had leads to an entity, or by a redirect to its successor."""

from __future__ import annotations

from pathlib import Path

import pytest

RELEASED = Path(__file__).parents[1] / "data" / "released_ids.txt"
"""What scripts/write_released_ids.py wrote at the last release."""


@pytest.fixture(scope="module")
def released() -> list[str]:
    return [line for line in RELEASED.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def test_the_list_is_a_plain_sorted_list_of_all_kinds(released):
    assert released == sorted(set(released))
    assert {entity.partition(":")[0] for entity in released} == {"organisation", "office", "person", "term"}
    assert len(released) >= 4278


def test_no_released_id_has_vanished(resolver, released):
    assert [entity for entity in released if resolver.lexicon.entity(entity) is None] == []


def test_a_merged_id_leads_to_its_successor(resolver):
    assert resolver.lexicon.entity("office:hk-chief-executive-elect").id == "office:hk-chief-executive"


def test_an_id_that_no_table_ever_had_would_be_noticed(resolver):
    assert resolver.lexicon.entity("office:hk-secretary-for-silly-walks") is None
