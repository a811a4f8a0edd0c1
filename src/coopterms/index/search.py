"""Search: words in, entities out, best first; for people who look for an ID, never for resolving."""

from __future__ import annotations

from coopterms.index.lexicon import Lexicon
from coopterms.text import fold

_LEAST = 75.0
"""rapidfuzz token-set ratio from which a name is worth showing."""


def search(lexicon: Lexicon, words: str, kind: str | None = None, limit: int = 20) -> list[str]:
    """Find entities by words of their names.

    Args:
        lexicon: where to search.
        words: words in English or Chinese, in any order, misprints allowed.
        kind: only this kind.
        limit: how many IDs at most.

    Returns:
        IDs: names that are just these words first, then names that contain them all, then similar ones.
    """
    query = fold(words, lexicon.articles)
    if not len(query):
        return []
    names: dict[str, list[str]] = {}
    for entity_id, text in lexicon.all_names(kind):
        names.setdefault(fold(text, lexicon.articles).key, []).append(entity_id)
    from rapidfuzz import fuzz, process

    wanted = set(query.words)
    ranked: dict[str, float] = {}
    for name, score, _ in process.extract(query.key, list(names), scorer=fuzz.token_set_ratio, score_cutoff=_LEAST, limit=limit * 20):
        whole = wanted <= set(fold(name).words) and (query.key in name or " " in query.key)
        rank = 1000.0 if name == query.key else 500.0 if query.key in name else 300.0 if whole else score
        for entity_id in names[name]:
            ranked[entity_id] = max(ranked.get(entity_id, 0.0), rank - len(name) / 1000)
    for name, ids in names.items():
        if query.key in name:
            for entity_id in ids:
                rank = (1000.0 if name == query.key else 500.0) - len(name) / 1000
                ranked[entity_id] = max(ranked.get(entity_id, 0.0), rank)
    return sorted(ranked, key=lambda entity_id: (-ranked[entity_id], entity_id))[:limit]
