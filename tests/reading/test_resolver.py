"""The resolver: dates, context, many mentions, threads; and the neighbours that must not be taken for each other."""

from __future__ import annotations

import datetime
import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest

from coopterms import Resolver, Status
from coopterms.errors import DateError, InputError, UnknownIdError
from coopterms.reading.resolver import iso_date

ON = "2018-08-24"
NIP, SCMA = "person:nip-patrick", "office:hk-secretary-for-constitutional-and-mainland-affairs"


def ids(answer) -> tuple[str | None, str | None]:
    return answer.person and answer.person.id, answer.office and answer.office.id


# -- dates --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("on", [ON, datetime.date(2018, 8, 24), datetime.datetime(2018, 8, 24, 23, 59)])
def test_a_date_may_be_a_date_or_text(resolver, on):
    answer = resolver.resolve("SCMA", on=on)
    assert answer.on == ON
    assert [person.id for person in answer.incumbents] == [NIP]


@pytest.mark.parametrize("on", [None, ""])
def test_no_date(on):
    assert iso_date(on) is None


@pytest.mark.parametrize("on", ["2018-13-01", "2018-02-30", "2018", "2018-08", "20180824", "24/08/2018", "tomorrow", "2018-W34-5", " "])
def test_what_is_no_date(resolver, on):
    with pytest.raises(DateError, match="is not a date; write it as YYYY-MM-DD"):
        resolver.resolve("SCMA", on=on)


def test_the_office_of_the_day(resolver):
    assert ids(resolver.resolve("Secretary for Food and Health", ON))[1] == "office:hk-secretary-for-food-and-health"
    assert resolver.resolve("Secretary for Food and Health", "2023-01-01").status is Status.UNRESOLVED


# -- context ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "on", "context", "expected"),
    [
        ("Mr Nip", ON, [NIP], (NIP, None)),
        ("Mr Nip", None, iter([NIP]), (NIP, None)),
        ("聶先生", ON, {NIP}, (NIP, None)),
        ("聶局長", ON, [NIP], (NIP, SCMA)),
        ("聶局長", ON, [SCMA], (NIP, SCMA)),
        ("the Secretary, Mr Nip", ON, [NIP], (NIP, SCMA)),
        ("the Mayor", ON, ["office:sz-mayor"], (None, "office:sz-mayor")),
        ("市長", ON, ["office:sz-mayor"], (None, "office:sz-mayor")),
        ("Bernard Chan", ON, ["person:chan-bernard-pak-li"], ("person:chan-bernard-pak-li", None)),
        ("Bernard Chan", ON, ["person:chan-bernard-charnwut"], ("person:chan-bernard-charnwut", None)),
    ],
)
def test_what_the_document_has_introduced(resolver, text, on, context, expected):
    answer = resolver.resolve(text, on, context=context)
    assert (answer.status, ids(answer)) == (Status.RESOLVED, expected)
    alone = resolver.resolve(text, on)
    assert alone.status is not Status.RESOLVED


def test_a_context_without_the_person_says_nothing(resolver):
    assert resolver.resolve("Mr Nip", ON, context=["person:chan-anson"]).person is None


@pytest.mark.parametrize("context", [["person:nobody"], ["organisation:none"], ["nonsense", ""], "person:nip-patrick"])
def test_a_context_of_unknown_ids_is_refused(resolver, context):
    with pytest.raises(UnknownIdError):
        resolver.resolve("Mr Nip", ON, context=context)


@pytest.mark.parametrize("kinds", ["office", ["offices"]])
def test_kinds_that_are_none_are_refused(resolver, kinds):
    with pytest.raises(InputError, match="no kinds"):
        resolver.resolve("Mr Nip", ON, kinds=kinds)


def test_a_rank_means_the_office_of_the_body_in_context(resolver):
    answer = resolver.resolve("副局長", ON, context=["organisation:hk-education-bureau"])
    assert answer.office.id == "office:hk-under-secretary-for-education"


def test_many_words_left_over_are_only_a_no(resolver):
    assert resolver.resolve("Secretary for Justice " + "foo bar " * 100, ON).reason == "words-left-over"


@pytest.mark.parametrize("text", ["former Security Bureau", "前保安局", "former Teresa Cheng", "Patrick Nip, Acting"])
def test_a_qualifier_needs_a_title(resolver, text):
    assert resolver.resolve(text, ON).status is Status.UNRESOLVED


def test_a_designate_spell_makes_nobody_a_former_holder(resolver):
    answer = resolver.resolve("former Chief Executive Carrie Lam", ON)
    assert answer.person is None


def test_two_of_one_surname_in_the_document_stay_open(resolver):
    both = ["person:chan-bernard-pak-li", "person:chan-bernard-charnwut"]
    assert resolver.resolve("Mr Chan", ON, context=both).status is Status.AMBIGUOUS


@pytest.mark.parametrize("text", ["常任秘書長羅智光", "the Permanent Secretary, Mr Joshua Law", "Permanent Secretary Joshua Law"])
def test_a_rank_and_a_person_tell_the_office_of_that_day(resolver, text):
    expected = ("person:law-joshua", "office:hk-permanent-secretary-for-constitutional-and-mainland-affairs")
    assert ids(resolver.resolve(text, "2009-06-28")) == expected


# -- many ---------------------------------------------------------------------------------------------------------------

MENTIONS = [
    "Secretary for Constitutional & Mainland Affairs Patrick Nip",
    "SCMA",
    "政制及內地事務局局長聶德權",
    "Bernard Chan",
    "",
    "nobody",
    "署理商務及經濟發展局局長陳百里博士",
    "Secretary for Constituional & Mainland Affiars",
    "CEPA",
    "保安局",
    "Swedish Minister of Justice",
    "SCMA",
]


def test_many_are_the_same_as_one_by_one_and_in_order(resolver):
    for on in (None, ON, datetime.date(2018, 8, 24)):
        one_by_one = [Resolver().resolve(text, on).to_dict() for text in MENTIONS]
        assert [answer.to_dict() for answer in resolver.resolve_many(MENTIONS, on=on)] == one_by_one
    backwards = list(resolver.resolve_many(reversed(MENTIONS), on=ON))
    assert [answer.text for answer in backwards] == MENTIONS[::-1]


def test_many_with_a_date_each(resolver):
    days = [None, "", ON, datetime.date(2012, 8, 24)]
    answers = list(resolver.resolve_many(["the Chief Executive"] * 4, on=days))
    assert [[person.id for person in answer.incumbents] for answer in answers] == [
        [],
        [],
        ["person:lam-carrie"],
        ["person:leung-chun-ying"],
    ]
    with pytest.raises(ValueError, match="fewer dates"):
        list(resolver.resolve_many(["a", "b"], on=[ON]))
    with pytest.raises(DateError):
        list(resolver.resolve_many(["a", "b"], on=[ON, "x"]))


def test_kinds_and_context_hold_for_every_one_of_many(resolver):
    answers = list(resolver.resolve_many(["Mr Nip", "Mr Nip", "CEPA"], on=ON, kinds=["person"], context=iter([NIP])))
    assert [ids(answer)[0] for answer in answers] == [NIP, NIP, None]
    assert answers[2].reason == "other-kind"


def test_threads_get_the_same_answers():
    texts = MENTIONS * 8
    expected = [answer.to_dict() for answer in Resolver().resolve_many(texts, on=ON)]
    shared = Resolver()
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda text: shared.resolve(text, ON).to_dict(), texts))
    assert answers == expected


def test_a_resolver_can_be_pickled(resolver):
    again = pickle.loads(pickle.dumps(resolver))
    assert again.resolve(MENTIONS[0], ON).to_dict() == resolver.resolve(MENTIONS[0], ON).to_dict()
    assert again.data_version == resolver.data_version


def test_a_text_too_long_for_a_mention_is_not_read_as_one(resolver):
    assert resolver.resolve("SCMA " * 401).reason == "nothing-known"


# -- neighbours ---------------------------------------------------------------------------------------------------------

ENGLISH = ["Secretary for {}", "Under Secretary for {}", "Deputy Secretary for {}", "Permanent Secretary for {}",
           "Political Assistant to the Secretary for {}"]  # fmt: skip
CHINESE = ["{}局長", "{}副局長", "{}副秘書長", "{}常任秘書長", "{}局長政治助理"]
BUREAUX = [
    ("Security", "保安局"),
    ("Education", "教育局"),
    ("Labour & Welfare", "勞工及福利局"),
    ("Home Affairs", "民政事務局"),
    ("Constitutional & Mainland Affairs", "政制及內地事務局"),
]
RANKS = ["secretary", "under-secretary", "deputy-secretary", "permanent-secretary", "political-assistant"]


@pytest.mark.parametrize(("english", "chinese"), BUREAUX)
def test_a_rank_word_changes_the_office_alike_in_both_languages(resolver, english, chinese):
    offices = [resolver.resolve(pattern.format(english), ON).office for pattern in ENGLISH]
    assert [office.rank for office in offices] == RANKS
    assert len({office.organisation for office in offices}) == 1
    assert [resolver.resolve(pattern.format(chinese), ON).office for pattern in CHINESE] == offices


@pytest.mark.parametrize(("english", "chinese"), BUREAUX)
def test_a_name_beside_the_wrong_rank_never_changes_the_rank(resolver, english, chinese):
    secretary = resolver.resolve(ENGLISH[0].format(english), ON)
    (holder,) = secretary.incumbents
    for pattern, body, language in ((ENGLISH, english, "en"), (CHINESE, chinese, "zh-Hant")):
        for rank, title in zip(RANKS, pattern, strict=True):
            text = title.format(body) + (" " if language == "en" else "") + holder.label(language)
            answer = resolver.resolve(text, ON)
            if rank == "secretary":
                assert ids(answer) == (holder.id, secretary.office.id)
            else:
                assert answer.status is not Status.RESOLVED, text
                assert answer.office is None or answer.office.rank == rank, text
                assert all(candidate.office.rank == rank for candidate in answer.candidates if candidate.office), text


def test_branches_tell_two_offices_of_one_rank_apart(resolver):
    works = "office:hk-permanent-secretary-for-development-works"
    assert ids(resolver.resolve("Permanent Secretary for Development (Works)", ON))[1] == works
    assert ids(resolver.resolve("發展局常任秘書長（工務）", ON))[1] == works
    assert resolver.resolve("Permanent Secretary for Development", ON).status is Status.AMBIGUOUS


@pytest.mark.parametrize(
    "text",
    [
        "Swedish Minister of Justice",
        "US Secretary of Commerce",
        "the Governor of the Bank of England",
        "Secretary of State",
        "UK Foreign Secretary",
        "New Zealand Minister of Finance",
        "新加坡国家发展部长许文远",
        "the Mayor of London",
        "Secretary for Justice of Queensland",
        "日本外務大臣",
    ],
)
@pytest.mark.parametrize("on", [None, ON])
def test_foreign_look_alikes_stay_open(resolver, text, on):
    answer = resolver.resolve(text, on)
    assert answer.status is Status.UNRESOLVED
    assert ids(answer) == (None, None)


@pytest.mark.parametrize(
    ("text", "on", "office"),
    [
        ("Secretary for Constituional & Mainland Affiars", ON, SCMA),
        ("Secretary for Heath", "2022-08-01", "office:hk-secretary-for-health"),
        ("Under Secretray for Education", ON, "office:hk-under-secretary-for-education"),
        ("Secretary for Edcation", ON, "office:hk-secretary-for-education"),
    ],
)
def test_misprints_are_mended_and_told(resolver, text, on, office):
    answer = resolver.resolve(text, on)
    assert (answer.status, ids(answer)) == (Status.RESOLVED, (None, office))
    notes = [item.note for item in answer.evidence if item.name == "repaired"]
    assert notes
    assert all(" -> " in note for note in notes)


def test_a_misprint_does_not_stand_in_the_way_of_the_person(resolver):
    assert ids(resolver.resolve("Secretary for Constituional & Mainland Affiars Patrick Nip", ON)) == (NIP, SCMA)


@pytest.mark.parametrize("on", [None, ON, "2023-01-01"])
@pytest.mark.parametrize("text", ["Secretary for Education", "Secretary for Edcation", "Under Secretary for Education", "教育局局長"])
def test_education_never_becomes_health(resolver, text, on):
    answer = resolver.resolve(text, on)
    assert "education" in answer.office.id
    assert not any("health" in candidate.office.id for candidate in answer.candidates if candidate.office)


@pytest.mark.parametrize(
    ("text", "on", "person"),
    [
        ("Under Secretary for Commerce & Economic Development Bernard Chan", ON, "person:chan-bernard-pak-li"),
        ("Acting Secretary for Commerce & Economic Development Bernard Chan", ON, "person:chan-bernard-pak-li"),
        ("陳智思", ON, "person:chan-bernard-charnwut"),
        ("陳百里", ON, "person:chan-bernard-pak-li"),
        ("Bernard Charnwut Chan", ON, "person:chan-bernard-charnwut"),
        ("Bernard Chan", ON, None),
        ("Bernard Chan", None, None),
        ("Michael Wong Wai-lun", ON, "person:wong-michael-wai-lun"),
        ("Secretary for Development Michael Wong", ON, "person:wong-michael-wai-lun"),
        ("Michael Wong Yick-kam", ON, None),
        ("Secretary for Development Michael Wong Yick-kam", ON, None),
        ("Secretary for Justice Paul Lam", "2023-01-01", "person:lam-paul-ting-kwok"),
        ("Paul Lam Ting-kwok", "2023-01-01", "person:lam-paul-ting-kwok"),
        ("Paul Lam Wai-man", "2023-01-01", None),
        ("勞工及福利局局長羅致光", ON, "person:law-chi-kwong"),
        ("公務員事務局局長羅智光", ON, "person:law-joshua"),
        ("公務員事務局局長羅致光", ON, None),
        ("勞工及福利局局長羅智光", ON, None),
        ("Minister of Education Zhou Ji", "2005-01-01", "person:zhou-ji-moe"),
        ("周霽", None, "person:zhou-ji-locpg"),
        ("周济", None, "person:zhou-ji-moe"),
        ("Zhou Ji", None, None),
        ("HO Chun-yan", ON, "person:ho-albert-chun-yan"),
        ("HO Chun-yin", ON, "person:ho-steven-chun-yin"),
    ],
)
def test_namesakes(resolver, text, on, person):
    assert ids(resolver.resolve(text, on))[0] == person


def test_names_that_differ_by_a_letter_never_meet(resolver):
    for text in ("HO Chun-yan", "HO Chun-yin"):
        other = "yin" if "yan" in text else "yan"
        answer = resolver.resolve(text)
        assert not any(other in candidate.person.id for candidate in answer.candidates if candidate.person)
        assert "repaired" not in [item.name for candidate in answer.candidates for item in candidate.evidence]


@pytest.mark.parametrize(
    ("text", "on", "capacity"),
    [
        ("Acting Secretary for Commerce & Economic Development Bernard Chan", ON, "acting"),
        ("署理商務及經濟發展局局長陳百里博士", ON, "acting"),
        ("former Secretary for Justice Rimsky Yuen", "2019-08-24", "former"),
        ("前律政司司長袁國強", "2019-08-24", "former"),
        ("Chief Executive-elect, Mrs Carrie Lam", "2017-05-05", "designate"),
        ("候任行政長官林鄭月娥", "2017-05-05", "designate"),
        ("Chief Executive Carrie Lam", ON, "substantive"),
    ],
)
def test_a_qualifier_is_the_capacity(resolver, text, on, capacity):
    answer = resolver.resolve(text, on)
    assert (answer.status, answer.capacity) == (Status.RESOLVED, capacity)
    assert answer.person is not None


BUS_TERMINALS = "office:hk-transport-department-deputy-commissioner-shu"


@pytest.mark.parametrize(
    "text",
    [
        "Deputy Commissioner for Transport (Bus Planning)",
        "Deputy Commissioner for Transport/Bus Planning",
        "Deputy Commissioner (Bus Planning) of the Transport Department",
        "運輸署副署長（巴士規劃）",
    ],
)
def test_a_branch_that_no_table_lists_leaves_an_office_of_many_seats(resolver, text):
    assert ids(resolver.resolve(text, ON))[1] == BUS_TERMINALS
    answer = resolver.resolve(text + (", Mr Li Tai-man" if text.isascii() else "李大文先生"), ON)
    assert (answer.status, ids(answer)[1]) == (Status.PARTIAL, BUS_TERMINALS)
    assert "李大文" in answer.unknown_name or answer.unknown_name == "Li Tai-man"


@pytest.mark.parametrize(
    "text",
    [
        "Secretary for Justice (Bus Planning)",
        "Secretary for Justice (Sweden)",
        "Deputy Commissioner for Transport (Sweden)",
        "律政司司長（巴士規劃）",
    ],
)
def test_words_in_brackets_speak_against_an_office_of_one_seat_and_a_country_against_any(resolver, text):
    assert resolver.resolve(text, ON).status is Status.UNRESOLVED


def test_a_name_in_brackets_behind_a_title_is_no_branch(resolver):
    assert resolver.resolve("Deputy Director of Health (Chan Tai-man)", ON).unknown_name == "Chan Tai-man"
    assert resolver.resolve("運輸署副署長（陳大文）", ON).unknown_name == "陳大文"


def test_a_title_without_its_branch_is_the_office_without_one_unless_the_person_tells(resolver):
    assert ids(resolver.resolve("Deputy Commissioner for Transport", ON))[1] == BUS_TERMINALS


@pytest.mark.parametrize("mention", ["the Deputy Commissioner for Tourism, Ms Mary Chan", "教育局助理秘書長林志強"])
def test_an_engineer_or_surveyor_of_that_name_is_not_moved_to_another_body(mention):
    resolved = Resolver().resolve(mention, on="2018-11-23")
    assert resolved.person is None


def test_an_officer_of_a_bureau_may_be_moved_to_another():
    assert Resolver().resolve("運輸及房屋局副秘書長（運輸）陳帥夫", on="2014-05-12").person.id == "person:chan-andy-shui-fu"


@pytest.mark.parametrize(
    "mention", ["the Acting Director of Health, Mr Alfred Ma", "Acting Secretary for Education, Mr Chan Tin-chu", "署理衞生署署長甘榮耀"]
)
def test_an_inspector_of_a_common_name_stands_in_for_nobody_elsewhere(mention):
    assert all(Resolver().resolve(mention, on=day).person is None for day in ("2008-01-01", "2018-07-13"))


def test_the_head_of_a_bureau_may_stand_in_elsewhere():
    assert Resolver().resolve("the Acting Secretary for Home Affairs, Mr Kevin Yeung", on="2018-08-24").person.id == "person:yeung-kevin"


# -- what stands beside the title -----------------------------------------------------------------------------------------

CE, LAM = "office:hk-chief-executive", "person:lam-carrie"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Chief Executive of the Hong Kong Special Administrative Region of the People's Republic of China", (None, CE)),
        ("Chief Executive of the HKSAR of the People's Republic of China, Mrs Carrie Lam", (LAM, CE)),
        ("中華人民共和國香港特別行政區行政長官林鄭月娥", (LAM, CE)),
        ("中國廣東省省長馬興瑞", ("person:ma-xingrui", "office:gd-governor")),
        ("China's Premier Li Keqiang", ("person:li-keqiang", "office:cn-premier")),
        ("Vice-Premier Han Zheng of China", ("person:han-zheng", "office:cn-vice-premier")),
    ],
)
def test_the_country_may_stand_beside_its_place_and_its_own_offices(resolver, text, expected):
    assert ids(resolver.resolve(text, ON)) == expected


@pytest.mark.parametrize(
    "text",
    ["內地衞生署署長", "中國衞生署署長", "Director of Health of China", "the Mainland Secretary for Education",
     "Singapore Premier Li Keqiang",
     "Chief Executive of the Macao Special Administrative Region, Hong Kong"],
)  # fmt: skip
def test_the_country_does_not_stand_for_one_of_its_places(resolver, text):
    assert resolver.resolve(text, ON).status is Status.UNRESOLVED


@pytest.mark.parametrize(
    "text",
    ["財政司司長兼萬人展覽籌委會會長陳茂波", "the Financial Secretary and Chairman of the Great Fair, Mr Paul Chan",
     "Chairman of the Great Fair and Financial Secretary, Mr Paul Chan",
     "Mr Paul Chan, Financial Secretary and Chairman of the Great Fair"],
)  # fmt: skip
def test_a_second_title_that_no_table_has_leaves_the_holder_of_the_first(resolver, text):
    answer = resolver.resolve(text, ON)
    assert ids(answer) == ("person:chan-paul-mo-po", "office:hk-financial-secretary")
    assert "second-title-unread" in [evidence.name for evidence in answer.candidates[0].evidence]


@pytest.mark.parametrize(
    "text",
    [
        "財政司司長兼萬人展覽籌委會會長",
        "財政司司長兼萬人展覽籌委會會長陳大文",
        "財政司司長兼萬人展覽",
        "Financial Secretary and wife, Mr Paul Chan",
    ],
)
def test_words_that_are_no_title_of_a_known_holder_are_left_over(resolver, text):
    assert resolver.resolve(text, ON).status is Status.UNRESOLVED


def test_a_police_rank_tells_the_office_of_a_known_officer(resolver):
    office = "office:hk-chief-superintendent-of-police-police-public-relations-branch"
    for text in (
        "總警司江永祥",
        "Chief Superintendent Kong Wing-cheung",
        "Police Public Relations Branch Chief Superintendent Kong Wing-cheung",
    ):
        assert ids(resolver.resolve(text, "2019-05-01")) == ("person:kong-wing-cheung", office)


def test_the_titles_of_newspapers_need_a_known_holder(resolver):
    assert ids(resolver.resolve("Health Secretary Sophia Chan", ON)) == ("person:chan-sophia", "office:hk-secretary-for-food-and-health")
    for text in ("Commerce Secretary Wilbur Ross", "the Commerce Secretary"):
        assert resolver.resolve(text, ON).status is Status.UNRESOLVED


@pytest.mark.parametrize(
    "text",
    ["Assistant Director of Lands (Specialist 1)", "Assistant Director of Lands (Specialist) 1", "Assistant Director of Lands/Specialist 1",
     "地政總署助理署長（專業事務1）", "地政總署助理署長（專業事務）1"],
)  # fmt: skip
def test_the_number_of_a_seat_may_stand_in_the_brackets_of_the_branch(resolver, text):
    assert ids(resolver.resolve(text, "2012-05-01")) == (None, "office:hk-assistant-director-of-lands-specialist")


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("食物及衞生局局長孫玉菡", "2013-07-01"),
        ("保安局局長廖李可期", "2018-07-01"),
        ("Commissioner of Police Raymond Siu Chak-yee", "2020-11-10"),
        ("Secretary for Constitutional Affairs, Mr Robin Ip", "2000-02-21"),
    ],
)
def test_a_colleague_is_not_the_head_while_somebody_else_is(resolver, text, on):
    assert resolver.resolve(text, on).reason == "held-by-another"


@pytest.mark.parametrize(
    "text",
    ["Secretary for Justice of the HKSAR Government, Ms Teresa Cheng", "Secretary for Justice of Hong Kong Teresa Cheng",
     "the Secretary for Justice of the Government of the Hong Kong Special Administrative Region, Ms Teresa Cheng"],
)  # fmt: skip
def test_the_government_stands_behind_the_title_in_any_of_its_names(resolver, text):
    assert ids(resolver.resolve(text, ON)) == ("person:cheng-teresa", "office:hk-secretary-for-justice")


@pytest.mark.parametrize(
    ("text", "on", "person", "capacity"),
    [
        ("首任行政長官董建華", ON, "tung-chee-hwa", "former"),
        ("首任行政長官董建華", "1999-08-24", "tung-chee-hwa", "substantive"),
        ("第五任行政長官林鄭月娥", ON, "lam-carrie", "substantive"),
        ("第二任行政長官曾蔭權", ON, "tsang-donald", "former"),
        ("政務司前司長林鄭月娥", ON, "lam-carrie", "former"),
        ("Ag. Secretary for Justice Elsie Leung", "1999-08-24", "leung-elsie-oi-sie", "acting"),
    ],
)
def test_which_holder_is_meant(resolver, text, on, person, capacity):
    answer = resolver.resolve(text, on)
    assert (answer.person and answer.person.id, answer.capacity) == (f"person:{person}", capacity)
