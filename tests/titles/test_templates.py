"""Titles written by templates."""

from __future__ import annotations

import pytest

from coopterms.titles import Body, Template, Title, derived_id, write_titles

BODY = Body(
    {"en": ["Security Bureau", "SB"], "zh-Hant": ["保安局"]},
    {"en": ["Security"], "zh-Hant": []},
)


def written(*templates: Template, branch=None) -> list[str]:
    return [title.text for title in write_titles(BODY, templates, branch)]


def test_a_pattern_is_written_with_every_stem_or_every_name():
    assert written(Template("secretary", "en", True, "Secretary for {stem}")) == ["Secretary for Security"]
    assert written(Template("head", "en", True, "Head of the {body}")) == ["Head of the Security Bureau", "Head of the SB"]
    assert written(Template("head", "zh-Hant", True, "{body}局長")) == ["保安局局長"]


def test_a_body_without_a_stem_or_a_name_has_no_title():
    assert written(Template("secretary", "zh-Hant", True, "{stem}局長"), Template("secretary", "zh-Hans", True, "{body}局长")) == []


def test_only_the_first_name_makes_the_official_title():
    titles = list(write_titles(BODY, [Template("head", "en", True, "Head of {body}", "2002", "2007")]))
    assert titles == [
        Title("head", "en", "Head of Security Bureau", label=True, plain=True, valid_from="2002", valid_to="2007"),
        Title("head", "en", "Head of SB", label=False, plain=titles[1].plain, valid_from="2002", valid_to="2007"),
    ]
    (other,) = write_titles(BODY, [Template("secretary", "en", False, "{stem} Secretary")])
    assert not other.label


def test_a_branch_stands_in_brackets_in_the_languages_that_have_it():
    templates = [Template("ps", "en", True, "PS for {stem}"), Template("ps", "zh-Hant", True, "{body}常任秘書長")]
    assert written(*templates, branch={"en": "Works", "zh-Hant": "工務"}) == ["PS for Security (Works)", "保安局常任秘書長（工務）"]
    assert written(*templates, branch={"en": "Works", "zh-Hant": ""}) == ["PS for Security (Works)"]


@pytest.mark.parametrize(("branch", "expected"), [("", "office:hk-a-head"), ("works", "office:hk-a-head-works")])
def test_a_derived_office_is_called_by_its_body_rank_and_branch(branch, expected):
    assert derived_id("organisation:hk-a", "head", branch) == expected
