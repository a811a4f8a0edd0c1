"""The audit of a document: what a careful editor would look at again.

In: the mentions of a document. Out: findings, in the order of the text. They follow from the evidence that the readings carry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coopterms.reading.annotation import Finding, FindingKind, Mention
from coopterms.reading.result import Reason, Status
from coopterms.text.fold import fold

REPORTED = frozenset({Reason.NOT_IN_FORCE, Reason.HELD_BY_ANOTHER, Reason.NEVER_HELD})
"""Reasons for which a mention that stays unresolved is shown: an editor wants to see it."""

_BY_EVIDENCE = {
    "title-not-in-force": FindingKind.NOT_IN_FORCE,
    "no-stand-in": FindingKind.NO_STAND_IN,
    "stand-in-elsewhere": FindingKind.NO_STAND_IN,
    "held-at-another-time": FindingKind.NOT_HELD,
    "held-long-before-or-after": FindingKind.NOT_HELD,
    "never-held": FindingKind.NOT_HELD,
    "busy-elsewhere": FindingKind.NOT_HELD,
    "held-by-another": FindingKind.NOT_HELD,
}


def findings(mentions: Iterable[Mention]) -> Iterator[Finding]:
    """Yield what an editor would look at again.

    Args:
        mentions: the mentions of a document, in order.
    """
    found = []
    told: set[int] = set()
    names: dict[str, dict[frozenset[str], Mention]] = {}
    for mention in mentions:
        if mention.kind == "person" and mention.person and (words := _name_words(mention)):
            names.setdefault(mention.person.id, {}).setdefault(words, mention)
        if id(mention.resolution) in told:
            continue
        told.add(id(mention.resolution))
        found += list(_of_mention(mention))
    for printed in names.values():
        forms = list(printed.items())
        for at, (words, mention) in enumerate(forms):
            other = next((m for w, m in forms[:at] if not (w <= words or words <= w) and _script(w) == _script(words)), None)
            if other:
                note = f"also named {other.text!r} here"
                found.append(Finding(FindingKind.TWO_NAMES, mention.start, mention.end, mention.text, note))
    yield from sorted(found, key=lambda finding: (finding.start, finding.end, finding.kind))


def _of_mention(mention: Mention) -> Iterator[Finding]:
    resolution = mention.resolution
    if resolution.status is Status.AMBIGUOUS:
        note = "may mean " + " or ".join(
            sorted(
                {entity.label("en") for c in resolution.candidates for entity in (c.person, c.office, c.organisation, c.term) if entity}
            )[:4]
        )
        yield Finding(FindingKind.AMBIGUOUS, mention.start, mention.end, mention.text, note)
        return
    if resolution.status is Status.UNRESOLVED and resolution.reason not in REPORTED:
        return
    seen = set()
    for evidence in resolution.evidence:
        kind = _BY_EVIDENCE.get(evidence.name)
        if kind and kind not in seen:
            seen.add(kind)
            yield Finding(kind, mention.start, mention.end, resolution.text, f"{evidence.name}: {evidence.note}".rstrip(": "))


def _name_words(mention: Mention) -> frozenset[str]:
    """Return the words of a full name, without honorifics; nothing for a surname."""
    printed = " ".join(form for form in (mention.resolution.text, mention.text) if form) and mention.text
    words = fold(printed).words
    person = mention.person
    assert person
    known = {word for name in person.names for word in fold(name.text).words} | set(person.surnames)
    named = frozenset(word for word in words if word in known)
    return named if len(named) > 1 else frozenset()


def _script(words: frozenset[str]) -> bool:
    return all(word.isascii() for word in words)
