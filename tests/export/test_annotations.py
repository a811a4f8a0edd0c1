"""Web Annotation and displaCy: every mention in its place, the text as it was."""

from __future__ import annotations

import html
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopterms import Resolver
from coopterms.export import displacy, web_annotation
from tests.export.labels import TEXTS, skip_without

TEXT = "Acting Secretary for Justice, Mr Wesley Wong 😀 & <co>\n律政司司長與𠮷律政司會面。Bernard Chan and the Secretary for Justice spoke."
RESOLVER = Resolver()


@given(st.lists(TEXTS | st.sampled_from(["律政司", "Secretary for Justice", "署理律政司司長", "Bernard Chan"]), max_size=6))
def test_offsets_and_quotations_give_back_the_words(parts):
    text = " ".join(parts)
    read = RESOLVER.annotate(text, on="2018-08-24")
    page = json.loads(json.dumps(web_annotation(read, "https://example.org/1")))
    shown = displacy(read)
    assert shown["text"] == text
    assert len(page["items"]) == len(shown["ents"]) == len(read.mentions)
    for mention, item, ent in zip(read.mentions, page["items"], shown["ents"], strict=True):
        place, quotation = item["target"]["selector"]
        assert text[place["start"] : place["end"]] == quotation["exact"] == mention.text == text[ent["start"] : ent["end"]]
        around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
        assert text[place["start"] - len(quotation["prefix"]) :].startswith(around)


def test_bodies_name_the_entity_the_status_and_the_capacity():
    page = web_annotation(RESOLVER.annotate("署理律政司司長會見陳百里。", on="2018-08-24"), "https://example.org/1")
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (page["type"], page["id"]) == ("AnnotationPage", "https://example.org/1#mentions")
    office, person = page["items"]
    tags = [body["value"] for body in office["body"] if body["type"] == "TextualBody"]
    assert office["body"][0]["source"] == "urn:coopterms:office:hk-secretary-for-justice"
    assert tags == ["office", "resolved", "acting"]
    assert [body.get("value") for body in person["body"]] == [None, "person", "resolved"]
    assert len({item["id"] for item in page["items"]}) == 2


def test_a_document_without_an_address_gets_one_from_its_text():
    first, again, other = (web_annotation(RESOLVER.annotate(text))["id"] for text in ("律政司", "律政司", "保安局"))
    assert first == again != other
    assert first.startswith("urn:coopterms:document:")


@pytest.mark.filterwarnings("ignore")
def test_displacy_renders_it():
    renderer = skip_without("spacy.displacy")
    read = RESOLVER.annotate(TEXT, on="2018-08-24")
    assert {ent["label"] for ent in displacy(read)["ents"]} >= {"OFFICE", "ORG", "PERSON"}
    page = renderer.render(displacy(read), style="ent", manual=True)
    marked = re.findall(r"<mark[^>]*>\s*(.*?)\s*<span", page, re.DOTALL)
    assert [html.unescape(text) for text in marked] == [mention.text for mention in read.mentions]
