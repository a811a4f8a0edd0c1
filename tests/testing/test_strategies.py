"""The strategies produce what they promise."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, find, given, settings

from coopterms import Resolver
from coopterms.testing import STYLES, Appointment, appointments, hard_text, labels
from coopterms.text.characters import is_han

RESOLVER = Resolver()
CAPACITIES = ("substantive", "former", "designate", "acting")


@pytest.mark.parametrize(
    "wanted",
    [
        lambda text: text == "",
        lambda text: any(map(is_han, text)),
        lambda text: "\u200b" in text or "\ufeff" in text,
        lambda text: "ﬁ" in text or "½" in text,
        lambda text: "&" in text,
        lambda text: "Ａ" <= max(text, default="") <= "ｚ" or "ＨＫ" in text,
        lambda text: len(text) > 30,
    ],
)
def test_hard_text_has_hard_characters(wanted):
    assert wanted(find(hard_text(), wanted, settings=settings(max_examples=5000, derandomize=True, database=None)))


@given(hard_text(max_pieces=0))
def test_no_pieces_are_no_text(text):
    assert text == ""


@pytest.mark.parametrize("kind", ["person", "office", "organisation", "term"])
def test_labels_are_labels_of_entities_of_the_kind(kind):
    @settings(max_examples=50)
    @given(labels(RESOLVER, kind))
    def check(drawn):
        entity_id, language, text = drawn
        entity = RESOLVER.lexicon.entity(entity_id)
        assert entity.kind == kind
        assert entity.labels[language] == text

    check()


@pytest.mark.parametrize("capacity", CAPACITIES)
def test_an_appointment_is_true_on_its_day(capacity):
    @settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
    @given(appointments(RESOLVER, (capacity,)))
    def check(mention):
        assert isinstance(mention, Appointment)
        assert mention.capacity == capacity
        assert mention.style in STYLES["en"] or mention.style in STYLES["zh"]
        assert mention.text.strip()
        lexicon = RESOLVER.lexicon
        assert lexicon.entity(mention.person).kind == "person"
        assert lexicon.entity(mention.office).kind == "office"
        tenures = lexicon.tenures_of(mention.person)
        own = [tenure for tenure in tenures if tenure.office == mention.office]
        if capacity == "substantive":
            assert any(tenure.covers(mention.on) for tenure in own)
        elif capacity == "acting":
            assert any(tenure.covers(mention.on) for tenure in tenures)
        elif capacity == "former":
            assert any(tenure.days_off(mention.on) > 0 for tenure in own)
        else:
            assert any(tenure.start[:4] >= mention.on[:4] for tenure in own)

    check()


def test_both_languages_and_every_style_are_drawn():
    seen = set()

    @settings(max_examples=300)
    @given(appointments(RESOLVER))
    def collect(mention):
        seen.add(mention.style)

    collect()
    assert seen == {style for styles in STYLES.values() for style in styles}
