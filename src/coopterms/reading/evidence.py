"""The evidence of the words: how office and person are named, and what stands beside them; that of tenures is in `holding`.

Each reason for or against a reading is one small function; what it is worth stands in `weights.WEIGHTS`. The score of a reading is the
sum of the weights through a logistic.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeGuard

from coopterms.index.forms import Form
from coopterms.index.lexicon import Lexicon
from coopterms.model import Entity, Office, Organisation, Person, Tenure
from coopterms.reading.holding import DESIGNATE_DAYS, Reasons
from coopterms.text.fold import fold, holds

_TITLE = {
    "label": "title-official",
    "written": "title-official",
    "abbreviation": "title-abbreviated",
    "informal": "title-informal",
    "unbranched": "title-without-branch",
    "local": "title-local",
    "rank": "rank-only",
}
_NAME = {"whole": "name-whole", "full": "name-full", "initials": "name-initials", "surname": "surname-only"}

_NATIONAL = "national government"
"""The type of the government of a whole country."""


def title(form: Form, on: str | None, capacity: str) -> Reasons:
    """How the office is named, and whether it was called so at the date."""
    reasons: Reasons = [(_TITLE.get(form.how, "title-alias"), "")]
    if on and capacity != "former" and not in_force(form, on, DESIGNATE_DAYS if capacity == "designate" else 0):
        reasons.append(("title-not-in-force", f"{form.valid_from or '…'} to {form.valid_to or '…'}"))
    return reasons


def in_force(form: Form, on: str, ahead: int = 0) -> bool:
    """Say whether a form was in use on a day, or will be within some days.

    Args:
        form: a form with its validity.
        on: the day.
        ahead: how many days before its beginning it may already be used, of somebody designate.
    """
    if form.valid_to and on[: len(form.valid_to)] > form.valid_to:
        return False
    if form.valid_from and on < form.valid_from and on[: len(form.valid_from)] != form.valid_from:
        return bool(ahead) and -Tenure("", "", form.valid_from).days_off(on) <= ahead
    return True


def name(form: Form) -> Reasons:
    """How the person is named."""
    return [(_NAME.get(form.how, "name-short"), "")]


def unknown_name(lexicon: Lexicon, office: Office, printed: str, known: Iterable[Form]) -> Reasons:
    """What speaks for and against a person in this office whom the gazetteer does not know.

    A full name that it does know is hardly somebody else's, nor is any name of one who held this very office. In an office whose
    known holders all write their names in pinyin, a romanised name that is not pinyin is a foreigner's, of a government with an
    office of the same title.
    """
    reasons: Reasons = [("name-unknown", printed)]
    if any(form.how in ("whole", "full") or any(t.office == office.id for t in lexicon.tenures_of(form.id)) for form in known):
        reasons.append(("name-of-another", printed))
    body = lexicon.entity(office.organisation)
    pinyin = printed.isascii() and isinstance(body, Organisation) and body.jurisdiction in lexicon.pinyin_places
    if pinyin and not all(lexicon.is_pinyin(word) for word in fold(printed).words):
        reasons.append(("name-foreign", printed))
    return reasons


def courtesy(honorifics: Iterable[Form], person: Person) -> Reasons:
    """Whether Mr, Ms, 先生 and the like fit the person."""
    reasons: Reasons = []
    for form in honorifics:
        if form.value and form.value != "spouse" and person.gender:
            agrees = form.value == person.gender
            reasons.append(("honorific-agrees" if agrees else "honorific-contradicts", person.gender))
    return reasons


def bodies(lexicon: Lexicon, office: Office, named: Sequence[tuple[str, frozenset[str]]], title: str) -> Reasons:
    """Whether the bodies and places beside the title are the office's own; of a government, its place is enough.

    Courts and councils do not belong to the government of their place, but 香港特區終審法院 is right. The country may stand beside the
    place, as in "of the Hong Kong Special Administrative Region of the People's Republic of China", but not for it: 內地教育局局長. A place
    that the title itself names may be said once more: the Liaison Office in the Hong Kong Special Administrative Region (HKSAR).

    Args:
        lexicon: where bodies are looked up.
        office: the office.
        named: the bodies and places as printed, each with the IDs it may mean.
        title: the folded title, which may name the place, too.
    """
    home = lexicon.ancestors(office.organisation)
    body = lexicon.entity(office.organisation)
    place = body.jurisdiction if isinstance(body, Organisation) else ""
    governments = {text: [entity for entity in map(lexicon.entity, ids) if _is_government(entity)] for text, ids in named}
    own = [text for text, ids in named if ids & home or (place and any(one.jurisdiction == place for one in governments[text]))]
    reasons: Reasons = []
    for text, _ in named:
        country = any(one.type == _NATIONAL for one in governments[text])
        restated = any(_names_place(lexicon, title, one.jurisdiction) for one in governments[text])
        fits = text in own or restated or (country and (own or _names_place(lexicon, title, place)))
        reasons.append(("body-agrees" if fits else "other-body", text))
    return reasons


def _names_place(lexicon: Lexicon, title: str, jurisdiction: str) -> bool:
    return any(holds(title, words) for words in lexicon.place_names.get(jurisdiction, ()))


def _is_government(entity: Entity | None) -> TypeGuard[Organisation]:
    return isinstance(entity, Organisation) and "government" in entity.type


def branches(lexicon: Lexicon, office: Office, named: Iterable[tuple[str, frozenset[str]]]) -> Reasons:
    """Whether the branch printed after the title is the office's own.

    An office with many seats may have branches that no table lists, if any of its rank has one, or if its rank is not listed.
    """
    reasons: Reasons = []
    for text, slugs in named:
        if office.branch in slugs and office.branch:
            reasons.append(("branch-agrees", text))
        elif not office.branch and office.seats == "many" and (not office.rank or office.rank in lexicon.branched_ranks):
            reasons.append(("branch-not-listed", text))
        else:
            reasons.append(("other-branch" if any(slugs) else "left-over", text))
    return reasons


def echoes(office: Office, named: Iterable[tuple[str, frozenset[str]]]) -> Reasons:
    """Whether a bare rank beside the title is the office's own."""
    return [("rank-agrees" if office.rank in ranks else "left-over", text) for text, ranks in named]


def thing(form: Form, on: str | None) -> Reasons:
    """How an organisation or term is named, and whether it was called so at the date."""
    reasons: Reasons = [("thing-abbreviated" if form.how in ("abbreviation", "informal") else "thing-official", "")]
    if on and not in_force(form, on):
        reasons.append(("thing-not-in-force", f"{form.valid_from or '…'} to {form.valid_to or '…'}"))
    return reasons
