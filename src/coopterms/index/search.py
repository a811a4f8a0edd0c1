"""Search: words in, entities out, best first; for people who look for an ID, never for resolving."""

from __future__ import annotations

from coopterms.index.lexicon import Lexicon
from coopterms.text import fold
from coopterms.text.characters import is_han

_LEAST = 80.0
"""rapidfuzz token-set ratio from which a name that lacks a word of the query is worth showing."""
_SAME, _INSIDE, _ALL_WORDS = 1000.0, 500.0, 300.0


def search(lexicon: Lexicon, words: str, kind: str | None = None, limit: int = 20) -> list[str]:
    """Find entities by words of their names.

    Args:
        lexicon: where to search.
        words: words in English or Chinese, in any order, misprints allowed.
        kind: only this kind.
        limit: how many IDs at most.

    Returns:
        IDs: names that are just these words first, then names that hold them in a row, then names that hold them all, each the
        shortest first; where there are none of these, similar names.
    """
    query = fold(words, lexicon.articles)
    if not len(query):
        return []
    names: dict[str, list[str]] = {}
    for entity_id, text in lexicon.all_names(kind):
        names.setdefault(fold(text, lexicon.articles).key, []).append(entity_id)
    ranked: dict[str, float] = {}
    for name, ids in names.items():
        rank = _rank(query.key, query.words, name)
        if rank:
            for entity_id in ids:
                ranked[entity_id] = max(ranked.get(entity_id, 0.0), rank - len(name) / 1000)
    if not ranked:
        from rapidfuzz import fuzz, process

        for name, score, _ in process.extract(query.key, list(names), scorer=fuzz.token_set_ratio, score_cutoff=_LEAST, limit=limit * 5):
            for entity_id in names[name]:
                ranked[entity_id] = max(ranked.get(entity_id, 0.0), score - len(name) / 1000)
    return sorted(ranked, key=lambda entity_id: (-ranked[entity_id], entity_id))[:limit]


def _rank(key: str, words: list[str], name: str) -> float:
    if name == key:
        return _SAME
    if key in name if is_han(key[0]) else f" {key} " in f" {name} ":
        return _INSIDE
    found = set(fold(name).words)
    return _ALL_WORDS if all(word in found for word in words) else 0.0
