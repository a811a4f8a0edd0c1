"""A romanised name and a Chinese one, aligned syllable by character."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coopterms.names import NameMatch, SyllablePair, compare
from coopterms.names.sounds import LANGUAGES, is_surname, sounds, sounds_alike, use_of
from coopterms.names.words import name_tables, read_rows
from coopterms.text import key

MATCHES = [
    # Hong Kong, in the orders and with the ornaments of releases
    ("Lau Kong-wah", "劉江華", "hk-cantonese"),
    ("Patrick Nip Tak-kuen", "聶德權", "hk-cantonese"),
    ("NIP Tak-kuen, Patrick", "聂德权", "hk-cantonese"),
    ("Mr Patrick Nip, JP", "聶德權先生", None),
    ("Dr Ko Wing-man, GBS, JP", "高永文醫生", "hk-cantonese"),
    ("Tak Kuen Nip", "聶德權", "hk-cantonese"),
    ("Tung Chee Hwa", "董建華", None),
    # a husband's surname in both names or in one
    ("Carrie Lam Cheng Yuet-ngor", "林鄭月娥", "hk-cantonese"),
    ("LAM CHENG Yuet-ngor, Carrie", "林郑月娥", "hk-cantonese"),
    ("Cheng Yuet-ngor", "林鄭月娥", "hk-cantonese"),
    ("Carrie Lam Cheng Yuet-ngor", "鄭月娥", "hk-cantonese"),
    ("Carrie Cheng Yuet-ngor", "林鄭月娥", "hk-cantonese"),
    ("Yuet-ngor Lam Cheng", "林鄭月娥", "hk-cantonese"),
    # surnames of other systems, and of two characters
    ("Rita Fan Hsu Lai-tai", "范徐麗泰", "hk-cantonese"),
    ("Anson Chan Fang On-sang", "陳方安生", "hk-cantonese"),
    ("Frederick Au Yeung Wai-man", "歐陽偉文", "hk-cantonese"),
    ("Auyeung Wai Man", "欧阳伟文", "hk-cantonese"),
    ("Szeto Wah", "司徒華", "hk-cantonese"),
    ("Chan Au Yeung Wai-man", "陳歐陽偉文", "hk-cantonese"),
    ("Bonnie Chan Yiting", "陳翊庭", "pinyin"),
    ("Wong Xiao Ming", "黃小明", "pinyin"),
    # readings of a surname before others
    ("Sin Chi-ming", "單志明", "hk-cantonese"),
    ("Sau Chi-ming", "仇志明", "hk-cantonese"),
    ("Au Chi-ming", "區志明", "hk-cantonese"),
    ("Cha Chi-ming", "查志明", "hk-cantonese"),
    ("Tsang Chi-ming", "曾志明", "hk-cantonese"),
    ("Xie Zhiming", "解志明", "pinyin"),
    ("Yue Zhiming", "樂志明", "pinyin"),
    ("Zhai Zhiming", "翟志明", "pinyin"),
    # Mainland, Taiwan, Macao
    ("Huang Liuquan", "黃柳權", "pinyin"),
    ("Huang Liu Quan", "黄柳权", "pinyin"),
    ("Liuquan Huang", "黃柳權", "pinyin"),
    ("Wang Yi", "王毅", "pinyin"),
    ("Li Xi'an", "李西安", "pinyin"),
    ("Lu Xinhua", "呂新華", "pinyin"),
    ("Nicholas Yang Wei-hsiung", "楊偉雄", "wade-giles"),
    ("Hsieh Chang-ting", "謝長廷", "wade-giles"),
    ("Lien Chan", "連戰", "wade-giles"),
    ("Ho Iat Seng", "賀一誠", "macao"),
    ("Wong Sio Chak", "黃少澤", "macao"),
    ("Ch'en Shui-pien", "陳水扁", "wade-giles"),
    ("Ch’en Shui-pien", "陈水扁", "wade-giles"),
    ("Fernando Chui Sai On", "崔世安", "hk-cantonese"),
]
OTHERS = [
    # a surname, initials or a given name alone
    ("Bernard Chan", "陳百里", "undecided", "surname"),
    ("Mr Chan", "陳百里", "undecided", "surname"),
    ("Chan Pak-li", "陳", "undecided", "surname"),
    ("Carrie Lam", "林鄭月娥", "undecided", "surname"),
    ("Selina Chow", "周梁淑怡", "undecided", "surname"),
    ("Susan Wang", "王淑芬", "undecided", "surname"),
    ("Alan Leong", "梁家輝", "undecided", "surname"),
    ("Kit Wong", "黃家輝", "undecided", "surname"),
    ("C Y Leung", "梁振英", "undecided", "initials"),
    ("CY Leung", "梁振英", "undecided", "initials"),
    ("Patrick T K Nip", "聶德權", "undecided", "initials"),
    ("K C Leung", "梁振英", "undecided", "surname"),
    ("Tak-kuen", "聶德權", "undecided", "given"),
    ("Ashley Alder", "歐達禮", "undecided", "nothing"),
    ("Allen Lee Peng-fei", "李鵬飛", "undecided", "full"),
    ("Li Peng", "李平", "undecided", "full"),  # by Cantonese sounds, but the words are pinyin
    ("Ma Ying-jeou", "馬英九", "undecided", "given"),
    ("Yeoh Eng-kiong", "楊永強", "undecided", "surname"),
    ("Fong Hsiao-ming", "連小明", "no-match", "full"),
    ("Lam Hsiao-ming", "林小明", "undecided", "full"),
    ("Kevin Ho Chi-ming", "何啟明", "undecided", "full"),
    ("Chan Wai Man", "陳偉", "no-match", "full"),
    ("Ricky Lau Chun-kit", "劉震", "undecided", "full"),
    # somebody else
    ("Ho", "陳百里", "no-match", "full"),
    ("Chan Kong-wah", "劉江華", "no-match", "full"),
    ("Lau Kong-wah", "劉江", "no-match", "full"),
    ("Lau Kong", "劉江華", "no-match", "full"),
    ("Chan Wai-man", "陳文偉", "no-match", "full"),
    ("Lau Kong-wah Ming", "劉江華", "no-match", "full"),
    ("Wang Yi", "王毅仁", "no-match", "full"),
    ("Au Yeung Wai-man", "楊偉文", "no-match", "full"),
    ("Tan Chi-ming", "單志明", "no-match", "full"),
    # near twins
    ("Wong Chun-yan", "黃俊賢", "no-match", "full"),
    ("Wong Chun-yin", "黃俊仁", "no-match", "full"),
    ("Tse Wai-chun", "謝志銓", "no-match", "full"),
    ("Tam Wai-chun", "譚偉銓", "undecided", "full"),  # chun is 銓 in Macao
    ("Tam Wai-chuen", "譚偉俊", "no-match", "full"),
    ("Tse Wai-chuen", "謝偉俊", "no-match", "full"),
    ("Lam Kwok-hing", "林國健", "no-match", "full"),
    ("Lam Kwok-kin", "林國興", "no-match", "full"),
]


@pytest.mark.parametrize(("english", "chinese", "system"), MATCHES)
def test_names_that_go_together(english, chinese, system):
    match = compare(english, chinese)
    if system is None:
        assert match.verdict != "match"
        return
    assert (match.verdict, match.system, match.level) == ("match", system, "full")
    assert 0.7 <= match.score < 1
    assert "".join(pair.characters for pair in match.pairs) in chinese
    assert match.evidence


@pytest.mark.parametrize(("english", "chinese", "verdict", "level"), OTHERS)
def test_names_that_do_not_or_may_not(english, chinese, verdict, level):
    match = compare(english, chinese)
    assert (match.verdict, match.level) == (verdict, level)
    assert match.score <= 0.3 if verdict == "no-match" else 0.3 < match.score < 0.7
    assert match.evidence


def test_the_pairs_are_as_written():
    match = compare("AU YEUNG Wai-man, Fred", "欧阳伟文先生")
    assert match.pairs == (
        SyllablePair("au yeung", "欧阳", "surname"),
        SyllablePair("wai", "伟", "usual"),
        SyllablePair("man", "文", "usual"),
    )
    assert [pair.characters for pair in compare("Carrie Lam Cheng Yuet-ngor", "林鄭月娥").pairs] == list("林鄭月娥")


def test_the_usual_spelling_is_worth_more():
    usual, variant, foreign = (compare(name, "梁家傑").score for name in ("Leung Ka-kit", "Leung Kar-kit", "Liang Ka-kit"))
    assert usual > variant > foreign - 0.01
    assert compare("Ka-kit Leung", "梁家傑").score < usual


def test_variants_are_named():
    assert "by a spelling that some people have: kar" in compare("Leung Kar-kit", "梁家傑").evidence
    assert "the surname liang is spelled otherwise than the rest" in compare("Liang Ka-kit", "梁家傑").evidence


def test_homophones():
    assert compare("Law Chi-kwong", "羅致光").score == compare("Law Chi-kwong", "羅智光").score
    assert "sound alike" in compare("羅致光", "羅智光").evidence[-1]
    assert sounds_alike(key("陳鑑林"), key("陳金霖")) is False
    assert sounds_alike(key("黃樹賢"), key("黃淑嫻"))


def test_a_name_of_both_scripts_is_compared_by_the_script_it_begins_with():
    assert compare("陳百里 Bernard Chan", "Chan Pak-li").verdict == "match"
    assert compare("Chan Pak-li 陳百里", "陳百里").verdict == "match"


# Laws. Names are written from the tables, so that they hit the hard cases.

SURNAMES = sorted(surname for surname in name_tables().chinese if len(surname) == 1)
SPELLED = ("hk-cantonese", "pinyin")


def written(system: str) -> st.SearchStrategy[tuple[str, str]]:
    """A syllable, usual in a system, and a character with its sound."""
    tables = sounds()
    characters = tables.characters[LANGUAGES[system]]
    syllables = sorted(s for s, (usual, _) in tables.romanisations[system].items() if any(sound in characters for sound in usual))

    def pick(syllable: str) -> st.SearchStrategy[tuple[str, str]]:
        pool = "".join(characters.get(sound, "") for sound in tables.romanisations[system][syllable][0])
        return st.tuples(st.just(syllable), st.sampled_from(pool))

    return st.sampled_from(syllables).flatmap(pick)


@st.composite
def names(draw: st.DrawFn) -> tuple[str, str, str]:
    """A name of a system: romanised, Chinese, and the system."""
    system = draw(st.sampled_from(SPELLED))
    rows = {key(row["zh_hant"]): row.items_of("spellings") for row in read_rows("surnames")}
    surname = draw(st.sampled_from(SURNAMES))
    spellings = [spelling for spelling in rows[surname] if is_surname(system, key(spelling), surname)]
    assume(spellings)
    given_name = draw(st.lists(written(system), min_size=2, max_size=2))
    english = f"{draw(st.sampled_from(spellings))} {'-'.join(syllable for syllable, _ in given_name).capitalize()}"
    return english, surname + "".join(character for _, character in given_name), system


@given(names(), st.sampled_from(["", "Patrick", "Mary Ann"]))
def test_what_a_system_writes_it_reads(name, western):
    english, chinese, _ = name
    words = name_tables()
    assume(chinese[:2] not in words.chinese and tuple(english.lower().split("-")[-1:]) not in words.courtesies)
    match = compare(f"{western} {english}", chinese)
    assert match.verdict == "match"
    assert "".join(pair.characters for pair in match.pairs) == chinese


@given(names(), names())
def test_it_is_symmetric_bounded_and_blind(one, other):
    english, chinese = one[0], other[1]
    first, second = compare(english, chinese), compare(chinese, english)
    assert first == second
    assert isinstance(first, NameMatch)
    assert 0 <= first.score <= 1
    assert {"match": first.score >= 0.7, "no-match": first.score <= 0.3, "undecided": 0.3 < first.score < 0.7}[first.verdict]
    for variant in (english.upper(), english.replace("-", " "), f"Mr {english}", f"{english}, JP"):
        assert compare(variant, chinese) == first
    assert compare(english, f"{chinese}先生") == first


@given(names(), st.sampled_from(SURNAMES))
def test_another_surname_never_matches(name, surname):
    english, chinese, _ = name
    spelling = key(english).split(" ")[0]
    assume(surname not in name_tables().spellings.get(spelling, ()))
    assume(not any(is_surname(system, spelling, surname) for system in LANGUAGES))
    assume(chinese[:2] not in name_tables().chinese and surname + chinese[1] not in name_tables().chinese)
    found = compare(f"{spelling} {english.split(' ', 1)[1]}", surname + chinese[1:])
    assume(not found.pairs or found.pairs[0].syllable != english.rsplit("-", 1)[-1])  # read from the other end
    assert found.verdict != "match"


@given(st.text(max_size=12), st.text(max_size=12))
def test_nothing_raises(first, second):
    assert 0 <= compare(first, second).score <= 1


def test_every_row_of_the_tables_of_sounds_is_of_use():
    tables = sounds()
    for system in LANGUAGES:
        for syllable, (usual, variants) in tables.romanisations[system].items():
            assert usual or variants, (system, syllable)
            assert not set(usual) & set(variants), (system, syllable)
    for language, surnames in tables.surnames.items():
        for surname, right in surnames.items():
            assert set(right) <= set(tables.characters[language]), surname


def test_use_of_remembers_syllables_only():
    before = len(sounds().heard)
    assert use_of("pinyin", "nosuchsyllable", "王") is None
    assert len(sounds().heard) == before
