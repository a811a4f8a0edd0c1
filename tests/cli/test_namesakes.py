"""`coopterms gazetteer namesakes`."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from coopterms.gazetteer.scaffold import new_folder

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "tables"
PEOPLE = (
    "id,label_en,label_zh_hant,label_zh_hans,surname,given,western,husband_surname,system,gender,honorific,source,confidence,note\n"
    "person:xx-chan-bernard,Bernard Chan,,,Chan,,Bernard,,hk,male,,unverified,low,invented\n"
)


def test_a_table_shows_the_people_and_what_tells_them_apart(run):
    done = run("gazetteer", "namesakes")
    assert done.status == 0
    (card,) = [card for card in done.out.split("\n\n") if card.startswith("Bernard Chan\n")]
    assert "陳智思  male, hk" in card
    assert "person:chan-bernard-pak-li" in card
    assert "Under Secretary for Commerce and Economic Development" in card
    assert "    and " in card  # of one of them more offices are known than a table shows
    assert "  told apart by whole names, characters, offices" in card
    sets, _, rest = done.err.partition(" ")
    assert int(sets) == done.out.count("\n  told apart by ")
    assert rest.startswith("sets of namesakes")


def test_csv_has_a_row_for_each_bearer(run, tmp_path):
    path = tmp_path / "out.csv"
    assert run("gazetteer", "namesakes", "--format", "csv", "--output", path).out == ""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    bernards = [row for row in rows if row["forms"] == "Bernard Chan"]
    assert [row["label_zh_hant"] for row in bernards] == ["陳智思", "陳百里"]
    assert len({row["set"] for row in bernards}) == 1
    assert "Under Secretary for Commerce and Economic Development (2017-08 to " in bernards[1]["offices"]
    assert "acting" in bernards[1]["offices"]
    assert bernards[0]["told_apart_by"].startswith("whole names | characters")


def test_other_kinds(run):
    done = run("gazetteer", "namesakes", "--kind", "organisation")
    (card,) = [card for card in done.out.split("\n\n") if card.startswith("CAS\n")]
    assert "organisation:cn-cas" in card
    assert "Civil Aid Service" in card
    offices = run("gazetteer", "namesakes", "--kind", "office").out
    assert "office:mo-chief-executive" in offices
    assert "term:place-luohu-port" in run("gazetteer", "namesakes", "--kind", "term").out


def test_with_tables_of_ones_own_only_what_they_take_part_in(run, tmp_path):
    new_folder(tmp_path)
    (tmp_path / "entities" / "people.csv").write_text(PEOPLE, encoding="utf-8")
    done = run("gazetteer", "namesakes", "--tables", tmp_path)
    assert done.out.startswith("Bernard Chan\n")
    assert done.out.count("told apart by") == 1
    assert "  told apart by nothing in the tables" in done.out
    assert done.err == "1 set of namesakes; in 1 the tables tell nothing apart\n"
    assert run("gazetteer", "namesakes", "--tables", EXAMPLE).err.endswith(" of namesakes\n")


def test_a_folder_that_is_not_there(refuse, tmp_path):
    assert "there is no such folder" in refuse("gazetteer", "namesakes", "--tables", tmp_path / "none")
