"""The audit of a document: what a careful editor would look at again.

In: the mentions of a document. Out: findings, in the order of the text. They follow from the evidence that the readings carry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coopterms.model import Tenure
from coopterms.reading.annotation import Finding, FindingKind, Mention
from coopterms.reading.holding import DESIGNATE_DAYS
from coopterms.reading.result import Reason, Status
from coopterms.text.fold import key

REPORTED = frozenset({Reason.NOT_IN_FORCE, Reason.HELD_BY_ANOTHER, Reason.NEVER_HELD})
"""Reasons for which a mention that stays unresolved is shown: an editor wants to see it."""

_BY_EVIDENCE = {
    "title-not-in-force": FindingKind.NOT_IN_FORCE,
    "no-stand-in": FindingKind.NO_STAND_IN,
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
    found: list[Finding] = []
    told: set[int] = set()
    printed: dict[str, dict[str, Mention]] = {}
    for mention in mentions:
        if mention.kind == "person" and mention.person and mention.text.isascii():
            printed.setdefault(mention.person.id, {}).setdefault(mention.text, mention)
        if id(mention.resolution) not in told:
            told.add(id(mention.resolution))
            found += _of_mention(mention)
    for texts in printed.values():
        forms = _by_words(list(texts.values())) if len(texts) > 1 else []
        for at, (words, mention) in enumerate(forms):
            other = next((m for w, m in forms[:at] if not (w <= words or words <= w)), None)
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
    candidates = resolution.candidates
    if resolution.reason in (Reason.NEVER_HELD, Reason.HELD_BY_ANOTHER):
        # What keeps the one of that name from being meant tells more than that nobody else is.
        candidates = tuple(candidate for candidate in candidates if candidate.person) or candidates
    for evidence in candidates[0].evidence if candidates else ():
        kind = _BY_EVIDENCE.get(evidence.name)
        if kind is FindingKind.NOT_IN_FORCE and _is_to_come(evidence.note, resolution.on):
            continue
        if kind and kind not in seen:
            seen.add(kind)
            whole = "" if resolution.text == mention.text else f"{' '.join(resolution.text.split())}; "
            name = "" if evidence.name == kind else f"{evidence.name}: "
            yield Finding(kind, mention.start, mention.end, mention.text, f"{whole}{name}{evidence.note}".rstrip(": ;"))


def _is_to_come(period: str, on: str | None) -> bool:
    """Say whether a title is soon to be in use, as those of people just appointed to a new office are."""
    begins = period.partition(" ")[0]
    return bool(on) and begins[:1].isdigit() and -DESIGNATE_DAYS <= Tenure("", "", begins, begins).days_off(on or "") < 0


def _by_words(mentions: list[Mention]) -> list[tuple[frozenset[str], Mention]]:
    """Tell the full names that one person is given by their words, without honorifics; each with its first mention."""
    person = mentions[0].person
    assert person
    known = {word for name in person.names for word in key(name.text).split()} | set(person.surnames)
    found: dict[frozenset[str], Mention] = {}
    for mention in mentions:
        words = frozenset(key(mention.text).split()) & known
        if len(words) > 1:  # and not only a surname
            found.setdefault(words, mention)
    return list(found.items())
