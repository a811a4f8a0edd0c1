"""Equivalents in both directions."""

from __future__ import annotations

import pytest

import coopterms
from coopterms.bilingual.equivalents import equivalents
from coopterms.bilingual.wording import hong_kong_wordings, mainland_wording, worded
from coopterms.errors import DateError, InputError
from coopterms.reading.result import Status
from coopterms.text.fold import key


def labelled(resolver, kind):
    for entity_id in resolver.lexicon.ids(kind):
        entity = resolver.lexicon.entity(entity_id)
        if {"en", "zh-Hant"} <= set(entity.labels):
            yield entity


@pytest.mark.parametrize("kind", ["person", "office", "organisation", "term"])
def test_english_to_chinese_to_english_returns_to_the_same_id(resolver, kind):
    count = 0
    for entity in labelled(resolver, kind):
        there = equivalents(entity.id, "zh-Hant", resolver=resolver)
        assert there[0].text == entity.labels["zh-Hant"], entity.id
        back = [found.ids for found in equivalents(entity.id, "en", resolver=resolver) if found.text == entity.labels["en"]]
        assert (entity.id,) in back
        count += 1
    assert count > 100


@pytest.mark.parametrize("kind", ["person", "office", "organisation", "term"])
def test_the_text_of_an_equivalent_leads_back(resolver, kind):
    """By the texts, not the IDs: what resolves in English resolves in the Chinese that is given for it, to the same thing."""
    tried = wrong = 0
    for entity in list(labelled(resolver, kind))[::7]:
        on = (entity.valid_to or entity.valid_from)[:10]
        on = on if len(on) == 10 else None
        if resolver.resolve(entity.labels["en"], on, [kind]).status is not Status.RESOLVED:
            continue
        chinese = equivalents(entity.labels["en"], "zh-Hant", on, [kind], resolver)[0]
        answer = resolver.resolve(chinese.text, on, [kind])
        chinese_key = key(chinese.text)
        bearers = {form.id for form in resolver.lexicon.forms([chinese_key]).get(chinese_key, ()) if form.kind == kind}
        if len(bearers) > 1:
            continue  # of namesakes the usual one is meant: 陳國基
        if answer.status is Status.RESOLVED:
            tried += 1
            wrong += getattr(answer, kind).id not in chinese.ids
    assert tried > 50
    assert wrong == 0


@pytest.mark.parametrize(
    ("text", "to", "on", "best"),
    [
        ("京港洽談會", "en", None, "Beijing-Hong Kong Economic Cooperation Symposium"),
        ("Acting Secretary for Justice", "zh-HK", "2018-08-24", "署理律政司司長"),
        ("教育局副局長蔡若蓮", "en", "2018-11-23", "Under Secretary for Education, Christine Choi Yuk-lin"),
        ("保安局副秘書長", "en", "2018-08-24", "Deputy Secretary for Security"),
        ("環境局助理秘書長", "en", "2018-08-24", "Assistant Secretary for the Environment"),
        ("第四次會議", "en", None, "Fourth Plenary Session"),
        ("Fourth Plenary Session", "zh-Hans", None, "第四次会议"),
        ("創新科技", "zh-CN", None, "创新科技"),
        ("创新科技", "zh-HK", None, "創新及科技"),
        ("innovation and technology", "zh-CN", None, "创新科技"),
        ("robotics", "zh_CN", None, "机器人"),
        ("robotics", "zh-Hans", None, "机械人"),
        ("robotics", "zh-TW", None, "機械人"),
        ("視像會議", "zh-CN", None, "视频会议"),
    ],
)  # fmt: skip
def test_the_best_equivalent(resolver, text, to, on, best):
    assert equivalents(text, to, on, resolver=resolver)[0].text == best


def test_the_two_wordings_are_told_apart(resolver):
    found = equivalents("機械人", "zh-CN", resolver=resolver)
    assert [(one.text, one.language) for one in found[:2]] == [("机器人", "zh-Hans-CN"), ("机械人", "zh-Hans-HK")]
    found = equivalents("office:hk-secretary-for-justice", "zh-Hans", resolver=resolver)
    assert {one.language for one in found} == {"zh-Hans"}


def test_what_is_ambiguous_has_the_equivalents_of_each_meaning(resolver):
    found = equivalents("Bernard Chan", "zh-Hant", resolver=resolver)
    assert {(one.text, one.ids[0]) for one in found} == {
        ("陳智思", "person:chan-bernard-charnwut"),
        ("陳百里", "person:chan-bernard-pak-li"),
    }
    assert all(one.score < 0.6 for one in found)


def test_what_was_renamed_is_not_current(resolver):
    found = equivalents("京港經貿合作會議", "en", "2020-01-01", resolver=resolver)
    assert found
    assert not any(one.current for one in found)
    assert all(one.current for one in equivalents("京港經貿合作會議", "en", "2010-01-01", resolver=resolver))


@pytest.mark.parametrize("text", ["", "nobody at all", "查無此人", "office:hk-no-such-office", "Fourth"])
def test_what_is_not_known_has_none(resolver, text):
    assert equivalents(text, "zh-Hant", resolver=resolver) == ()
    assert equivalents(text, "en", resolver=resolver) == ()


def test_no_misspelling_is_offered(resolver):
    for kind in ("person", "office", "organisation", "term"):
        for entity_id in resolver.lexicon.ids(kind):
            entity = resolver.lexicon.entity(entity_id)
            wrong = {name.text for name in entity.names if name.kind == "misspelling"}
            if wrong:
                assert wrong.isdisjoint(one.text for to in ("en", "zh-Hant") for one in equivalents(entity_id, to, resolver=resolver))


def test_wrong_use_is_refused(resolver):
    with pytest.raises(DateError):
        equivalents("CE", "en", "2018-13-01", resolver=resolver)
    with pytest.raises(InputError):
        equivalents("CE", "xx", resolver=resolver)
    with pytest.raises(InputError):
        equivalents("CE", kinds=["house"], resolver=resolver)


def test_it_is_in_the_package():
    assert coopterms.equivalents("Secretary for Justice", to="zh_HK")[0].text == "律政司司長"
    assert isinstance(coopterms.equivalents("Secretary for Justice", to="zh_HK")[0], coopterms.Equivalent)


def test_words_are_put_in_whole():
    assert mainland_wording("视像会议") == "视频会议"
    other, places = next(hong_kong_wordings("推广移动支付"))
    assert other == "推广流動支付"
    assert places == [(2, 6, 2, 6)]


def test_only_terms_get_made_wordings(resolver):
    for entity_id in resolver.lexicon.ids("office")[:300]:
        assert all(name.kind != "made" for name, _ in worded(resolver.lexicon.entity(entity_id)))
