"""Repair of typos: one word at a time, towards the vocabulary, and never a word that is one."""

from __future__ import annotations

import pytest

from coopterms.index.repair import repair_word


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("constituional", "constitutional"),
        ("affiars", "affairs"),
        ("devlopment", "development"),
        ("secretray", "secretary"),
        ("commisioner", "commissioner"),
        ("heath", "health"),
    ],
)
def test_a_misprint_is_mended(resolver, word, meant):
    assert repair_word(word, resolver.lexicon) == meant


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("health", "it is a word"),
        ("education", "it is a word"),
        ("kwok", "it is a syllable"),
        ("yan", "it is too short"),
        ("hlt", "it is too short"),
        ("4rth", "it is no word of letters"),
        ("聶德權聶", "it is Chinese"),
        ("xyzzyqqq", "nothing is like it"),
        ("gealth", "the first letter must be right"),
        ("", "there is nothing"),
    ],
)
def test_what_is_left_alone(resolver, word, why):
    assert repair_word(word, resolver.lexicon) is None, why


class Stub:
    """A lexicon with a vocabulary of its own."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def is_word(self, word: str) -> bool:
        return word in self.words

    def words_like(self, word: str, slack: int) -> list[str]:
        return [other for other in self.words if abs(len(other) - len(word)) <= slack]


def test_two_that_are_equally_near_are_none():
    assert repair_word("trate", Stub("trade")) == "trade"
    assert repair_word("trate", Stub("trade", "trace")) is None
    assert repair_word("developmant", Stub("development", "developmants")) is None
    assert repair_word("developnent", Stub("development", "developer")) == "development"


def test_short_words_may_have_one_slip_and_long_ones_two():
    assert repair_word("haelht", Stub("health")) is None
    assert repair_word("infrastrutcrue", Stub("infrastructure")) == "infrastructure"
    assert repair_word("tade", Stub("tad")) is None
