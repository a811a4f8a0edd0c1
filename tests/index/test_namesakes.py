"""Namesakes: who shares a form, which forms are told, and what counts as telling apart."""

from __future__ import annotations

import pytest
from attrs import evolve

from coopterms.index.namesakes import Bearer, namesakes, tell_apart
from coopterms.model import Name, Office, Organisation, Person, Term
from coopterms.text import key

MAN = Bearer(Person("person:a", {"en": "Bernard Chan Pak-li"}, gender="male"), (), "2000", "2004-06", frozenset({"hk"}))


@pytest.fixture(scope="module")
def people(resolver):
    return namesakes(resolver.lexicon)


def test_the_two_bernard_chans(people):
    (found,) = [each for each in people if "Bernard Chan" in each.forms]
    assert [bearer.entity.id for bearer in found.bearers] == ["person:chan-bernard-charnwut", "person:chan-bernard-pak-li"]
    assert {"whole names", "characters"} <= set(found.apart)
    assert found.bearers[0].places == {"hk"}
    assert found.bearers[1].tenures


def test_every_set_shares_every_form_it_tells(resolver, people):
    forms = resolver.lexicon.all_forms()
    assert people
    for each in people:
        assert len(each.bearers) > 1
        assert each.forms
        for form in each.forms:
            sharing = {known.id for known in forms[key(form)] if known.kind == "person"}
            assert sharing == {bearer.entity.id for bearer in each.bearers}


def test_every_person_declared_ambiguous_is_found(people):
    sets = [{bearer.entity.id for bearer in each.bearers} for each in people]
    assert any({"person:li-bin-gd", "person:li-bin-nhfpc"} <= each for each in sets)
    assert len({frozenset(each) for each in sets}) == len(sets)


def test_initials_are_told_once_and_only_where_nothing_is_printed(people):
    (found,) = [each for each in people if {"person:au-choi-kai", "person:au-sonny-chi-kwong"} == {b.entity.id for b in each.bearers}]
    assert found.forms == ("Au C K", "C K Au")


def test_only_those_asked_for(resolver, people):
    some = namesakes(resolver.lexicon, among={"person:chan-bernard-pak-li"})
    assert [each.forms for each in some] == [
        each.forms for each in people if "person:chan-bernard-pak-li" in {b.entity.id for b in each.bearers}
    ]
    assert namesakes(resolver.lexicon, among=()) == []


@pytest.mark.parametrize(("kind", "ids"), [
    ("office", {"office:hk-chief-executive", "office:mo-chief-executive"}),
    ("organisation", {"organisation:cn-cas", "organisation:hk-civil-aid-service"}),
    ("term", {"term:place-lo-wu-control-point", "term:place-luohu-port"}),
])  # fmt: skip
def test_other_kinds(resolver, kind, ids):
    (found,) = [each for each in namesakes(resolver.lexicon, kind) if {bearer.entity.id for bearer in each.bearers} == ids]
    assert found.forms
    assert "offices" not in found.apart


def test_what_tells_people_apart():
    same = evolve(MAN, entity=evolve(MAN.entity, id="person:b"))
    assert tell_apart([MAN, same]) == ()
    assert tell_apart([MAN]) == ()
    assert tell_apart([MAN, evolve(same, entity=evolve(same.entity, gender="female"))]) == ("gender",)
    assert tell_apart([MAN, evolve(same, entity=evolve(same.entity, gender=""))]) == ()
    assert tell_apart([MAN, evolve(same, entity=evolve(same.entity, labels={"en": "Bernard Charnwut Chan"}))]) == ("whole names",)
    assert tell_apart([MAN, evolve(same, entity=evolve(same.entity, labels={"en": "Bernard Chan"}))]) == ()
    assert tell_apart([MAN, evolve(same, entity=evolve(same.entity, labels={}))]) == ()
    assert tell_apart([MAN, evolve(same, places=frozenset({"cn"}))]) == ("place",)
    assert tell_apart([MAN, evolve(same, places=frozenset({"cn", "hk"}))]) == ()


def test_years_tell_apart_only_where_both_ends_are_known():
    other = evolve(MAN, entity=evolve(MAN.entity, id="person:b"), first="2005", last="")
    assert tell_apart([MAN, other]) == tell_apart([other, MAN]) == ("years",)
    assert tell_apart([evolve(MAN, last=""), other]) == ()
    assert tell_apart([MAN, evolve(other, first="")]) == ()
    assert tell_apart([MAN, evolve(other, first="2004-12")]) == ()  # one year may hold both


def test_characters_are_compared_whatever_the_script():
    def bearing(text: str, language: str) -> Bearer:
        return evolve(MAN, entity=evolve(MAN.entity, names=(Name(text, language, "label"),)))

    assert tell_apart([bearing("陳百里", "zh-Hant"), bearing("陈百里", "zh-Hans")]) == ()
    assert tell_apart([bearing("陳百里", "zh-Hant"), bearing("陈智思", "zh-Hans")]) == ("characters",)


def test_a_set_of_three_is_told_apart_only_if_every_two_are():
    woman = evolve(MAN, entity=evolve(MAN.entity, id="person:b", gender="female"))
    assert tell_apart([MAN, woman, evolve(woman, entity=evolve(woman.entity, id="person:c"))]) == ()


def test_kinds_and_bodies():
    def apart(one, other):
        return tell_apart([Bearer(entity, (), "", "", frozenset()) for entity in (one, other)])

    assert apart(Organisation("organisation:a", type="bureau"), Organisation("organisation:b", type="company")) == ("kind or body",)
    assert apart(Term("term:a", category="place"), Term("term:b", category="place")) == ()
    assert apart(Office("office:a", organisation="organisation:a"), Office("office:b", organisation="organisation:b")) == ("kind or body",)
