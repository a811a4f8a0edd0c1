"""Acting posts that name nobody: who is said to act gets the post."""

from __future__ import annotations

import pytest

from tests.data import groups, told

ON = "2018-11-23"
CS, SCMA = "hk-chief-secretary-for-administration", "hk-secretary-for-constitutional-and-mainland-affairs"
SEN, WONG = "hk-secretary-for-the-environment", "wong-kam-sing"
USCMA, ANDY = "hk-under-secretary-for-constitutional-and-mainland-affairs", "chan-andy-shui-fu"
SHA, USHA, JACK = "hk-secretary-for-home-affairs", "hk-under-secretary-for-home-affairs", "chan-jack-jick-chi"


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        (
            "由教育局局長孫明揚署理政務司司長職務", "2009-10-16",
            [("hk-secretary-for-education", "suen-michael", f"acting {CS}")],
        ),
        (
            "教育局局長孫明揚將署理政務司司長。", "2009-10-16",
            [("hk-secretary-for-education", "suen-michael", f"acting {CS}")],
        ),
        (
            "由教育局局長楊潤雄署理商務及經濟發展局局長職務", ON,
            [("hk-secretary-for-education", "yeung-kevin", "acting hk-secretary-for-commerce-and-economic-development")],
        ),
        (
            "由环境局局长黄锦星署理政务司司长职务", ON,
            [(SEN, WONG, f"acting {CS}")],
        ),
        (
            "Secretary for the Environment Wong Kam-sing will be Acting Chief Secretary.", ON,
            [(SEN, WONG, f"acting {CS}")],
        ),
        (
            "the Secretary for the Environment, Mr Wong Kam-sing, will be the Acting Chief Secretary for Administration.", ON,
            [(SEN, WONG, f"acting {CS}")],
        ),
        (
            "The Secretary for Home Affairs, Mr Lau Kong-wah, will visit Shanghai. During his absence, the Under Secretary "
            "for Home Affairs, Mr Jack Chan, will be Acting Secretary.", ON,
            [(SHA, "lau-kong-wah"), (USHA, JACK, f"acting {SHA}")],
        ),
        (
            "During his absence, the Under Secretary for Home Affairs, Mr Jack Chan, will be Acting Secretary for Home Affairs.", ON,
            [(USHA, JACK, f"acting {SHA}")],
        ),
    ],
)  # fmt: skip
def test_one_person_one_post(resolver, text, on, expected):
    assert groups(resolver.annotate(text, on)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "在張建宗和聶德權離港期間，由環境局局長黃錦星和政制及內地事務局副局長陳帥夫分別署理政務司司長和政制及內地事務局局長職務。",
        "在張建宗和聶德權離港期間，環境局局長黃錦星和政制及內地事務局副局長陳帥夫，將分別署理政務司司長和政制及內地事務局局長職務。",
        "在张建宗和聂德权离港期间，由环境局局长黄锦星和政制及内地事务局副局长陈帅夫分别署理政务司司长和政制及内地事务局局长职务。",
        "While Mr Matthew Cheung and Mr Patrick Nip are away, Secretary for the Environment Wong Kam-sing and Under Secretary for "
        "Constitutional & Mainland Affairs Andy Chan will be Acting Chief Secretary and Acting Secretary for Constitutional & Mainland "
        "Affairs respectively.",
    ],
)
def test_by_turns(resolver, text):
    read = resolver.annotate(text, ON)
    tied = {(SEN, WONG, f"acting {CS}"), (USCMA, ANDY, f"acting {SCMA}")}
    assert tied == set(groups(read))
    posts = [mention for mention in read if mention.capacity == "acting" and mention.kind == "office"]
    assert [[person.id for person in post.resolution.incumbents] for post in posts] == [[f"person:{WONG}"], [f"person:{ANDY}"]]
    # who is away holds no acting post and has no group
    assert not [mention for mention in read if mention.person and mention.person.id == "person:nip-patrick" and mention.group]


def test_the_verb_is_no_part_of_the_title(resolver):
    text = "由環境局局長黃錦星署理政務司司長職務。"
    assert told(resolver.annotate(text, ON)) == [("環境局局長", SEN), ("黃錦星", WONG), ("政務司司長", f"acting {CS}")]


@pytest.mark.parametrize(
    "text",
    [
        "The Secretary for the Environment, Mr Wong Kam-sing, met the Acting Chief Secretary.",
        "The Secretary for the Environment, Mr Wong Kam-sing, left. The Acting Chief Secretary stayed.",
        "環境局局長黃錦星表示，署理政務司司長將出席。",
        "環境局局長黃錦星離港。署理政務司司長將出席。",
    ],
)
def test_a_post_that_nobody_is_said_to_act_in(resolver, text):
    assert groups(resolver.annotate(text, ON)) == [(SEN, WONG)]


def test_who_is_no_plausible_stand_in_is_not_tied(resolver):
    """The Mayor of Shanghai acts for nobody in Hong Kong, whatever the words say."""
    read = resolver.annotate("Shanghai Mayor Ying Yong will be Acting Chief Secretary.", "2018-08-24")
    assert groups(read) == [("sh-mayor", "ying-yong")]


def test_somebody_unknown_may_act(resolver):
    read = resolver.annotate("The Deputy Director of Legal Aid, Mr Zebulon Quill, will be Acting Secretary for Justice.", "2018-08-24")
    assert groups(read) == [("hk-legal-aid-department-deputy-director-shu", "?1", "acting hk-secretary-for-justice")]
