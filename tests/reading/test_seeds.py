"""The first real input: two releases, of 2018-08-24 and 2018-10-24, and everything official that they name.

The releases themselves are not part of the project. Where a copy stands beside it (or where COOPTERMS_SEEDS points), every form below is
checked to be printed there.
"""

import csv
import os
from pathlib import Path

import pytest

SHANGHAI, BEIJING = "2018-08-24", "2018-10-24"
SEEDS = Path(os.environ.get("COOPTERMS_SEEDS") or Path(__file__).resolve().parents[3] / "shared" / "seeds")

with Path(__file__).with_name("seed_officials.csv").open(encoding="utf-8", newline="") as file:
    OFFICIALS = list(csv.DictReader(file))
FORMS = ("printed", "English full", "with honorific", "Traditional", "Simplified", "with courtesy")
THINGS = [
    (SHANGHAI, "Hong Kong/Shanghai Co-operation Conference", "mech-hong-kong-shanghai-co-operation-conference"),
    (SHANGHAI, "The Hong Kong Special Administrative Region Government", "hk-government"),
    (SHANGHAI, "China International Import Expo", "event-china-international-import-expo"),
    (SHANGHAI, "Belt & Road Initiative", "prog-belt-and-road-initiative"),
    (SHANGHAI, "Hong Kong & Macao Affairs Office of the State Council", "cn-hkmao"),
    (SHANGHAI, "Liaison Office", "cn-locpg"),
    (BEIJING, "Hong Kong/Beijing Co-operation Conference", "mech-hong-kong-beijing-co-operation-conference"),
    (BEIJING, "Fourth Plenary Session of the Hong Kong/Beijing Co-operation Conference", "hk-beijing-plenary-4"),
    (BEIJING, "Belt and Road Summit", "event-belt-and-road-summit"),
    (BEIJING, "Asian Financial Forum", "event-asian-financial-forum"),
    (BEIJING, "Hong Kong Trade Development Council", "hk-hktdc"),
    (BEIJING, "China Beijing International Fair for Trade in Services", "event-china-beijing-international-fair-for-trade-in-services"),
    (BEIJING, "Beijing-Hong Kong Economic Cooperation Symposium", "event-beijing-hong-kong-economic-cooperation-symposium"),
    (BEIJING, "Science Park", "hk-hkstp"),
    (BEIJING, "Beijing Tianqiao Performing Arts Center", "beijing-tianqiao-performing-arts-center"),
    (BEIJING, "West Kowloon Cultural District", "inst-west-kowloon-cultural-district"),
    (BEIJING, "Beijing-Hong Kong University Alliance", "beijing-hong-kong-university-alliance"),
    (
        BEIJING,
        "Agreement on Civil Service Exchange Programme between Beijing and Hong Kong",
        "doc-agreement-on-civil-service-exchange-programme-between-beijing-and-hong-kong",
    ),
    (BEIJING, "MTR Corporation Limited", "hk-mtr-corporation"),
    (BEIJING, "Olympic and Paralympic Winter Games Beijing 2022", "event-olympic-and-paralympic-winter-games-beijing-2022"),
    (BEIJING, "People's Government of the Beijing Municipality", "bj-municipal-government"),
    (BEIJING, "Liaison Office of the Central People's Government in the HKSAR", "cn-locpg"),
    (BEIJING, "Chief Executive's Office", "hk-chief-executives-office"),
]


def name_of(official, form):
    return {
        "printed": official["printed"],
        "English full": official["full"],
        "with honorific": f"{official['honorific']} {official['printed']}",
        "Traditional": official["traditional"],
        "Simplified": official["simplified"],
        "with courtesy": official["traditional"] + official["courtesy"],
    }[form]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("official", OFFICIALS, ids=lambda official: official["person"])
def test_every_official_in_every_form_with_the_office(resolver, official, form):
    title, name = official["title"], name_of(official, form)
    acting = title.startswith("Acting")
    if form in ("Traditional", "Simplified", "with courtesy"):
        office = resolver.lexicon.entity(f"office:{official['office']}")
        text = ("署理" if acting else "") + office.label("zh-Hans" if form == "Simplified" else "zh-Hant") + name
    else:
        text = f"{title} {name}"
    answer = resolver.resolve(text, on=official["day"])
    assert answer.status == "resolved", answer.explain()
    assert (answer.person.id, answer.office.id) == (f"person:{official['person']}", f"office:{official['office']}")
    assert answer.capacity == ("acting" if acting else "substantive")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("official", OFFICIALS, ids=lambda official: official["person"])
def test_every_official_by_name_alone(resolver, official, form):
    """Short English names may have namesakes (Paul Chan, Bernard Chan); then the right one is among the candidates."""
    wanted = f"person:{official['person']}"
    answer = resolver.resolve(name_of(official, form), on=official["day"])
    if answer.person is None and form in ("printed", "with honorific"):
        assert answer.status == "ambiguous", answer.explain()
        assert wanted in {candidate.person.id for candidate in answer.candidates}
    else:
        assert answer.person.id == wanted, answer.explain()


@pytest.mark.parametrize(("day", "text", "slug"), THINGS, ids=lambda value: str(value)[:40])
def test_every_organisation_and_term(resolver, day, text, slug):
    answer = resolver.resolve(text, on=day)
    assert answer.status == "resolved", answer.explain()
    thing = answer.organisation or answer.term
    assert thing.id.partition(":")[2] == slug


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the two releases do not stand beside the project")
def test_every_form_is_printed_in_the_releases():
    releases = ["".join(path.read_text(encoding="utf-8").split()) for path in sorted(SEEDS.glob("*.txt"))]
    by_day = {SHANGHAI: releases[0], BEIJING: releases[1]}
    for official in OFFICIALS:
        for printed in (official["title"], official["printed"]):
            assert "".join(printed.split()) in by_day[official["day"]]
    for day, text, _ in THINGS:
        assert "".join(text.split()) in by_day[day]
