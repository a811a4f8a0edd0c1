"""Cutting: which title goes with which name, in every customary order of both languages."""

from __future__ import annotations

import pytest

from tests.data import groups, told

ON = "2018-08-24"
SJ, FS, CE, SCMA = (
    "hk-secretary-for-justice", "hk-financial-secretary", "hk-chief-executive", "hk-secretary-for-constitutional-and-mainland-affairs",
)  # fmt: skip
SHA, SED, SIT = "hk-secretary-for-home-affairs", "hk-secretary-for-education", "hk-secretary-for-innovation-and-technology"
CHENG, CHAN, LAM, NIP = "cheng-teresa", "chan-paul-mo-po", "lam-carrie", "nip-patrick"
LAU, YEUNG, YANG = "lau-kong-wah", "yeung-kevin", "yang-nicholas"


@pytest.mark.parametrize(
    "text",
    [
        "the Secretary for Justice, Ms Teresa Cheng, said",
        "the Secretary for Justice, Ms Teresa Cheng, SC, said",
        "The Secretary for Justice, Ms Teresa Cheng Yeuk-wah, said",
        "the Secretary for Justice Ms Teresa Cheng",
        "the Secretary for Justice, Teresa Cheng",
        "the Secretary for Justice (Ms Teresa Cheng)",
        "Secretary for Justice Teresa Cheng said",
        "Secretary for Justice\nTeresa Cheng",
        "Secretary for Justice TERESA CHENG",
        "律政司司長鄭若驊",
        "律政司司長 鄭若驊",
        "律政司司長\n鄭若驊",
        "律政司司長鄭若驊資深大律師表示",
        "律政司司長鄭若驊女士表示",
        "律政司司长郑若骅",
        "由律政司司長鄭若驊主持",
    ],
)
def test_a_title_and_the_name_behind_it(resolver, text):
    assert groups(resolver.annotate(text, ON)) == [(SJ, CHENG)]


@pytest.mark.parametrize(
    "text",
    [
        "Ms Teresa Cheng, the Secretary for Justice, said",
        "Ms Teresa Cheng, Secretary for Justice",
        "Teresa Cheng, Secretary for Justice, said",
        "Ms Teresa Cheng (Secretary for Justice)",
        "Ms Teresa Cheng, SC, the Secretary for Justice",
        "鄭若驊律政司司長",
        "鄭若驊（律政司司長）",
    ],
)
def test_a_name_and_the_title_behind_it(resolver, text):
    assert groups(resolver.annotate(text, ON)) == [(CHENG, SJ)]


@pytest.mark.parametrize(
    "text",
    [
        "Deputy Director of the Hong Kong & Macao Affairs Office of the State Council Huang Liuquan and others",
        "the Deputy Director of the Hong Kong and Macao Affairs Office of the State Council, Mr Huang Liuquan,",
        "國務院港澳事務辦公室副主任黃柳權",
        "国务院港澳事务办公室副主任黄柳权",
    ],
)
def test_a_long_title(resolver, text):
    assert groups(resolver.annotate(text, ON)) == [("cn-hkmao-deputy-director", "huang-liuquan")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Secretary for Justice Teresa Cheng, Secretary for Education Kevin Yeung and Secretary for Home Affairs Lau Kong-wah",
            [(SJ, CHENG), (SED, YEUNG), (SHA, LAU)],
        ),
        (
            "the Secretary for Justice, Ms Teresa Cheng; the Secretary for Education, Mr Kevin Yeung; and others",
            [(SJ, CHENG), (SED, YEUNG)],
        ),
        (
            "the Secretary for Justice, Ms Teresa Cheng, the Secretary for Education, Mr Kevin Yeung, and others",
            [(SJ, CHENG), (SED, YEUNG)],
        ),
        (
            "Teresa Cheng, Secretary for Justice; Patrick Nip, Secretary for Constitutional and Mainland Affairs",
            [(CHENG, SJ), (NIP, SCMA)],
        ),
        ("Ms Teresa Cheng, the Secretary for Justice, and Mr Kevin Yeung, the Secretary for Education", [(CHENG, SJ), (YEUNG, SED)]),
        (
            "Teresa Cheng, Secretary for Justice, Kevin Yeung, Secretary for Education, Lau Kong-wah, Secretary for Home Affairs",
            [(CHENG, SJ), (YEUNG, SED), (LAU, SHA)],
        ),
        ("Chief Executive Carrie Lam and Shanghai Mayor Ying Yong", [(CE, LAM), ("sh-mayor", "ying-yong")]),
        ("the Chief Executive, Mrs Carrie Lam, and the Mayor of Shanghai, Mr Ying Yong,", [(CE, LAM), ("sh-mayor", "ying-yong")]),
        ("行政長官林鄭月娥和上海市市長應勇", [(CE, LAM), ("sh-mayor", "ying-yong")]),
        ("行政长官林郑月娥与上海市市长应勇", [(CE, LAM), ("sh-mayor", "ying-yong")]),
        (
            "財政司司長陳茂波、律政司司長鄭若驊，以及政制及內地事務局局長聶德權、創新及科技局局長楊偉雄",
            [(FS, CHAN), (SJ, CHENG), (SCMA, NIP), (SIT, YANG)],
        ),
        (
            "中央人民政府駐香港特別行政區聯絡辦公室副主任仇鴻和國務院港澳事務辦公室副主任黃柳權",
            [("cn-locpg-deputy-director", "qiu-hong"), ("cn-hkmao-deputy-director", "huang-liuquan")],
        ),
    ],
)
def test_lists(resolver, text, expected):
    assert groups(resolver.annotate(text, ON)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "the Secretaries for Home Affairs, Mr Lau Kong-wah, and for Education, Mr Kevin Yeung, met",
            [("Secretaries for Home Affairs", SHA), ("Mr Lau Kong-wah", LAU), ("for Education", SED), ("Mr Kevin Yeung", YEUNG)],
        ),
        (
            "the Secretaries for Justice, Ms Teresa Cheng, for Education, Mr Kevin Yeung, and for Home Affairs, Mr Lau Kong-wah, met",
            [
                ("Secretaries for Justice", SJ), ("Ms Teresa Cheng", CHENG), ("for Education", SED), ("Mr Kevin Yeung", YEUNG),
                ("for Home Affairs", SHA), ("Mr Lau Kong-wah", LAU),
            ],
        ),
        (
            "the Under Secretaries for Home Affairs, Mr Jack Chan, and for Education, Dr Choi Yuk-lin, attended",
            [
                ("Under Secretaries for Home Affairs", "hk-under-secretary-for-home-affairs"), ("Mr Jack Chan", "chan-jack-jick-chi"),
                ("for Education", "hk-under-secretary-for-education"), ("Dr Choi Yuk-lin", "choi-yuk-lin"),
            ],
        ),
    ],
)  # fmt: skip
def test_titles_in_the_plural(resolver, text, expected):
    read = resolver.annotate(text, ON)
    assert told(read) == expected
    assert [mention.group for mention in read] == [at // 2 + 1 for at in range(len(expected))]


@pytest.mark.parametrize(
    "text",
    [
        "the Secretaries for Justice, for",
        "The Secretaries of State, of ",
        "Secretaries  Acting  Deputy Director of Legal Aid, Acting  ",
    ],
)
def test_a_plural_that_nothing_follows(resolver, text):
    assert "person" not in {mention.kind for mention in resolver.annotate(text, ON)}


@pytest.mark.parametrize(
    ("text", "capacity"),
    [
        ("Acting Secretary for Commerce & Economic Development Bernard Chan", "acting"),
        ("the Secretary for Commerce and Economic Development (Acting), Dr Bernard Chan", "acting"),
        ("署理商務及經濟發展局局長陳百里博士", "acting"),
        ("商務及經濟發展局局長（署理）陳百里", "acting"),
        ("署理商务及经济发展局局长陈百里", "acting"),
    ],
)
def test_the_capacity_belongs_to_the_title(resolver, text, capacity):
    office, person = resolver.annotate(text, ON)
    assert office.entity.id == "office:hk-secretary-for-commerce-and-economic-development"
    assert person.entity.id == "person:chan-bernard-pak-li"
    assert (office.capacity, office.group) == (capacity, person.group)
    assert office.text in text.partition("陳百里")[0].partition("陈百里")[0]


def test_former_and_designate(resolver):
    text = "the former Chief Executive, Mr C Y Leung, and the Chief Executive-elect, Mrs Carrie Lam"
    assert groups(resolver.annotate(text, "2017-06-01")) == [(f"former {CE}", "leung-chun-ying"), (f"designate {CE}", LAM)]


# -- what stands beside a title and makes another one of it -------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "the Swedish Secretary for Justice", "the UK Secretary for Justice", "Japan's Secretary for Justice",
        "the Deputy Secretary for Justice of the Bank", "the Financial Secretary of the Bank", "瑞典律政司司長",
        "Shanghai Secretary for Justice",
        "the Secretary for Justice of Macao",
        "the Secretary for Justice of Guangdong",
    ],
)  # fmt: skip
def test_another_countrys_or_bodys_officials(resolver, text):
    assert {meaning for _, meaning in told(resolver.annotate(text, ON))}.isdisjoint({SJ, FS})


@pytest.mark.parametrize("text", ["the Secretary for Justice of Hong Kong", "the Hong Kong Secretary for Justice", "香港律政司司長鄭若驊"])
def test_the_place_of_the_office_itself(resolver, text):
    assert SJ in {meaning for _, meaning in told(resolver.annotate(text, ON))}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("the Under Secretary for Education", "hk-under-secretary-for-education"),
        ("the Permanent Secretary for Education", "hk-permanent-secretary-for-education"),
        ("教育局副局長", "hk-under-secretary-for-education"),
        ("商務及經濟發展局局長", "hk-secretary-for-commerce-and-economic-development"),
        ("Fujian's Governor", "fj-governor"),
    ],
)
def test_a_rank_word_makes_another_title(resolver, text, office):
    assert [meaning for _, meaning in told(resolver.annotate(text, ON))] == [office]


@pytest.mark.parametrize("text", ["the founder, Mr Lee Ka-shing of Widgets", "its chairman, Mr Patrick Nip", "the singer, Mr Paul Chan,"])
def test_a_name_in_apposition_to_words_that_nobody_knows_is_somebody_else(resolver, text):
    assert not [mention for mention in resolver.annotate(text, ON) if mention.person]


@pytest.mark.parametrize(
    "text",
    [
        "The taxi driver Patrick Nip Tak-kuen was hurt.",
        "Patrick Nip Tak-kuen, a taxi driver from Sha Tin, was hurt.",
        "Police said Patrick Nip Tak-kuen, 45, was hurt.",
        "Patrick Nip Tak-kuen (45) was hurt.",
        "Patrick Nip Tak-kuen, aged 45, was hurt.",
        "男子聶德權受傷送院。",
        "男司機聶德權（45歲）送院。",
        "聶德權（45歲）受傷送院。",
        "死者聶德权生前住在沙田。",
    ],
)
def test_a_private_person_is_no_official_of_the_same_name(resolver, text):
    assert not [mention for mention in resolver.annotate(text, ON) if mention.person]


@pytest.mark.parametrize("text", ["Patrick Nip, 45, left.", "Patrick Nip, a former student of the school, left.", "學生聶德權來了。"])
def test_whom_the_document_has_introduced_stays_who_it_is(resolver, text):
    introduced = "The Secretary for Constitutional and Mainland Affairs, Mr Patrick Nip, came."
    assert "nip-patrick" in [meaning for _, meaning in told(resolver.annotate(f"{introduced}\n\n{text}", ON))][2:]


@pytest.mark.parametrize(
    "text",
    [f"{word} Carrie Lam left." for word in ("Yesterday", "Later", "Meanwhile", "Today")]
    + ["Then Carrie Lam left.", "In Beijing Mrs Carrie Lam left.", "He said Carrie Lam left."],
)
def test_a_word_before_a_name_that_is_none_of_it(resolver, text):
    assert [meaning for _, meaning in told(resolver.annotate(f"The Chief Executive, Mrs Carrie Lam, came.\n\n{text}", ON))][2:] == [LAM]


@pytest.mark.parametrize(
    "text",
    [
        "南韓央行公布數據。",
        "德國國防部長皮斯托留斯和外交部長貝爾伯克和他意見一致。",
        "外長庫列巴呼籲盟友。",
        "The Ministry of Finance of Japan replied.",
        "The South Korean Ministry of Finance replied.",
        "Japan’s Ministry of Commerce replied.",
    ],
)
def test_ministers_and_bodies_of_other_countries(resolver, text):
    assert told(resolver.annotate(text, "2024-04-01")) == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("外長王毅說", ["cn-mfa-head", "wang-yi"]),
        ("中國外交部長王毅會見日本官員。", ["cn-mfa-head", "wang-yi"]),
        ("王文濤與德國外長會面，中國財政部表示", ["wang-wentao", "cn-mof"]),
    ],
)
def test_the_ministers_of_the_mainland_beside_other_countries(resolver, text, ids):
    assert [meaning for _, meaning in told(resolver.annotate(text, "2024-04-01"))] == ids
