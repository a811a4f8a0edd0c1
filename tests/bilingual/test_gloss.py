"""The glossary of a Chinese text, and the work list."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopterms.bilingual.gloss import COLUMNS, Standing, gloss
from coopterms.errors import DateError, InputError

TEXT = (
    "政務司司長張建宗與保安局副秘書長出席閩港合作會議第三次會議。署理律政司司長發言，環境局助理秘書長跟進。"
    "雙方簽署《青年志願服務協議》，並成立海洋牧場研究中心，推動移動支付和機器人的合作。律政司司長與新加坡交通部長張三出席會議。"
    "海洋牧場研究中心設於福州。第三十屆京港洽談會於十一月二十八日舉行。中科院代表及CAS會出席。"
)


@pytest.fixture(scope="module")
def made(resolver):
    return gloss(TEXT, "2018-11-23", resolver)


def english(made):
    return {entry.chinese: entry.english for entry in made.entries}


def test_what_the_tables_have(made):
    found = english(made)
    assert found["政務司司長"] == "Chief Secretary for Administration"
    assert found["張建宗"] == "Matthew Cheung Kin-chung"
    assert found["閩港合作會議第三次會議"] == "Third Plenary Session of the Hong Kong/Fujian Co-operation Conference"
    assert found["機器人"] == "robotics"
    assert found["新加坡"] == "Singapore"


def test_a_qualifier_that_is_printed_is_translated(made):
    assert english(made)["署理律政司司長"] == "Acting Secretary for Justice"
    assert english(made)["律政司司長"] == "Secretary for Justice"


def test_what_patterns_write(made):
    written = {entry.chinese: entry for entry in made.entries if entry.standing is Standing.WRITTEN}
    assert written["環境局助理秘書長"].english == "Assistant Secretary for the Environment"
    assert written["第三十屆京港洽談會"].english == "30th Beijing-Hong Kong Economic Cooperation Symposium"
    assert written["十一月二十八日"].english == "November 28"
    assert all(entry.note or entry.kind in ("date", "ordinal") for entry in written.values())


def test_an_english_title_at_its_date(resolver):
    assert english(gloss("政制事務局局長出席會議。", "2006-05-01", resolver))["政制事務局局長"] == "Secretary for Constitutional Affairs"


def test_each_stands_once_with_all_its_places(made):
    chinese = [(entry.kind, entry.chinese) for entry in (*made.entries, *made.open)]
    assert len(chinese) == len(set(chinese))
    for entry in (*made.entries, *made.open):
        assert [place.start for place in entry.places] == sorted({place.start for place in entry.places})
        assert all(TEXT[place.start : place.end] == place.text for place in entry.places)
    starts = [entry.start for entry in made.entries]
    assert starts == sorted(starts)


def test_sources_and_alternatives(made):
    entry = next(entry for entry in made.entries if entry.chinese == "政務司司長")
    assert entry.confidence in ("high", "medium", "low")
    assert all(source.startswith("http") for source in entry.sources)
    assert "CS" in [name.text for name in entry.alternatives]


def test_what_is_ambiguous_shows_the_choices_and_why(resolver):
    found = gloss("CAS會派員出席。", "2018-11-23", resolver)
    entry = next(entry for entry in found.entries if entry.standing is Standing.AMBIGUOUS)
    assert {choice.id for choice in entry.choices} == {"organisation:cn-cas", "organisation:hk-civil-aid-service"}
    assert entry.english == ""
    assert all(choice.why for choice in entry.choices)


def test_the_work_list(made):
    open_ = {entry.chinese: (entry.kind, entry.note) for entry in made.open}
    assert open_["青年志願服務協議"][0] == "document"
    assert open_["海洋牧場研究中心"][0] == "organisation"
    assert "流動支付" in open_["移動支付"][1]
    assert open_["張三"][0] == "person"
    assert next(entry for entry in made.open if entry.chinese == "海洋牧場研究中心").places[1:]
    assert not any(entry.english or entry.id for entry in made.open)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("感謝港口辦主任王小明女士。", {"港口辦主任": "office", "王小明": "person"}),
        ("浙江省海洋和漁業廳長出席。", {"浙江省海洋和漁業廳長": "office"}),
        ("「藍色碳匯」試點啟動；「藍色碳匯」有成。", {"藍色碳匯": "term"}),
        ("無人配送很快，無人配送便宜。", {"無人配送": "term"}),
        ("他說「我們會做好準備，請放心」。", {}),
        ("何先生和陳教授到場。", {}),
        ("局長和主任在開會。", {}),
        ("", {}),
        ("Only English here.", {}),
    ],
)
def test_what_looks_like_a_name(resolver, text, kinds):
    assert {entry.chinese: entry.kind for entry in gloss(text, resolver=resolver).open} == kinds


def test_either_script_gives_the_same_english(resolver):
    one = gloss("政制及內地事務局局長聶德權與廣東省科學技術廳廳長會面", "2018-11-23", resolver)
    other = gloss("政制及内地事务局局长聂德权与广东省科学技术厅厅长会面", "2018-11-23", resolver)
    assert [entry.english for entry in one.entries] == [entry.english for entry in other.entries]


def test_rows_come_back_from_csv(made):
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    writer.writerows(made.rows())
    file.seek(0)
    assert list(csv.DictReader(file)) == made.rows()


@pytest.mark.parametrize(("text", "on", "error"), [(b"x", None, InputError), ("x", "2018-02-30", DateError)])
def test_wrong_use_is_refused(resolver, text, on, error):
    with pytest.raises(error):
        gloss(text, on, resolver)


PIECES = [
    "政務司司長", "張建宗", "第三次會議", "京港洽談會", "《", "》", "「", "」", "研究中心", "信息技术", "移动支付", "女士", "局長",
    "陳", "小明", "，", "。", "\n", "和", "十月一日", "CAS", " ", "½", "İ", "𠮷", "\0", "保安局", "助理",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_laws(resolver, pieces):
    """Nothing raises; places are true; what has English is never on the work list at the same place."""
    text = "".join(pieces)
    found = gloss(text, "2018-11-23", resolver)
    for entry in (*found.entries, *found.open):
        assert entry.chinese
        assert all(text[place.start : place.end] == place.text for place in entry.places)
        assert (entry.standing in (Standing.OFFICIAL, Standing.WRITTEN)) == bool(entry.english)
    known = {(place.start, place.end) for entry in found.entries for place in entry.places}
    assert known.isdisjoint((place.start, place.end) for entry in found.open for place in entry.places)
