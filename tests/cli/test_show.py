"""`coopterms show`."""

from __future__ import annotations

import json

import pytest


@pytest.mark.parametrize(
    ("identifier", "lines"),
    [
        ("person:nip-patrick", ["Patrick Nip Tak-kuen  聶德權  聂德权", "gender  male", "also written", "offices held", "Patrick Nip"]),
        (
            "office:hk-secretary-for-justice",
            ["Secretary for Justice  律政司司長  律政司司长", "body", "Department of Justice", "holders", "袁國強"],
        ),
        ("office:hk-secretary-for-food-and-health", ["existed", "became", "office:hk-secretary-for-health"]),
        ("organisation:hk-security-bureau", ["Security Bureau  保安局  保安局", "kind", "part of"]),
        ("term:prog-mainland-and-hong-kong-closer-economic-partnership-arrangement", ["category", "CEPA"]),
    ],
)
def test_a_page(run, identifier, lines):
    done = run("show", identifier)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[1] == identifier
    for line in lines:
        assert line in done.out


def test_an_office_that_no_row_lists(run, resolver):
    offices = map(resolver.lexicon.entity, resolver.lexicon.ids("office"))
    derived = next(office for office in offices if office.derived)
    assert "no; its title is written by a template" in run("show", derived.id).out


def test_tenures_stand_in_order_and_say_how_far_they_are_known(run, resolver):
    held = run("show", "office:hk-chief-executive").out.partition("holders\n")[2].splitlines()
    starts = [line.split()[0] for line in held if line.startswith("  1") or line.startswith("  2")]
    assert starts == sorted(starts)
    assert len(starts) > 3


def test_json(run, resolver):
    shown = json.loads(run("show", "person:nip-patrick", "--format", "json").out)
    assert (shown["id"], shown["kind"], shown["label"]) == ("person:nip-patrick", "person", "Patrick Nip Tak-kuen")
    assert {"person", "office", "from", "to", "last_seen", "capacity"} == set(shown["tenures"][0])
    assert "office:hk-secretary-for-constitutional-and-mainland-affairs" in [tenure["office"] for tenure in shown["tenures"]]
    office = json.loads(run("show", "office:hk-secretary-for-food-and-health", "--format", "json").out)
    assert office["successor"] == list(resolver.lexicon.entity(office["id"]).successor)
    assert office["valid_to"]


def test_a_merged_id_leads_to_its_successor(run):
    assert run("show", "person:leung-elsie").out.splitlines()[1] == "person:leung-elsie-oi-sie"


def test_an_unknown_id_is_refused_with_those_that_look_like_it(refuse):
    line = refuse("show", "person:nip-patrik")
    assert line.startswith("there is no 'person:nip-patrik'; did you mean ")
    assert "person:nip-patrick" in line
    assert refuse("show", "nonsense-xyzzyqqq") == "there is no 'nonsense-xyzzyqqq'"
    assert refuse("show", "") == "there is no ''"
