"""SKOS: rdflib reads the labels back, one preferred label a language, and no text is a label in two ways."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from coopterms import Resolver
from coopterms.export import skos
from coopterms.export.glossary import GlossaryEntry, Source, entry_of, use
from coopterms.model import Name, Organisation
from tests.export.labels import entities, skip_without, written

SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"


def graph(text: str) -> Any:
    rdflib = skip_without("rdflib")
    return rdflib.Graph().parse(data=text.encode(), format="turtle")


def labels(found: Any) -> set[tuple[str, str, str, str]]:
    """Identifier, kind of label, language and text of every label; rdflib may write languages in lower case."""
    return {
        (str(concept), str(predicate).removeprefix(SKOS), text.language.lower(), str(text))
        for concept, predicate, text in found
        if str(predicate) in {f"{SKOS}prefLabel", f"{SKOS}altLabel", f"{SKOS}hiddenLabel"}
    }


def expected(sources: list[Source]) -> set[tuple[str, str, str, str]]:
    found = [source if isinstance(source, GlossaryEntry) else entry_of(source) for source in sources]
    return {(f"urn:coopterms:{entry.id}", use(term).skos, term.language.lower(), term.text) for entry in found for term in entry.terms}


def check_labels(found: set[tuple[str, str, str, str]]) -> None:
    preferred = [(concept, language) for concept, kind, language, _ in found if kind == "prefLabel"]
    assert len(preferred) == len(set(preferred))
    texts = [(concept, language, text) for concept, _, language, text in found]
    assert len(texts) == len(set(texts))


@given(entities())
def test_every_label_comes_back_unaltered(found):
    read = labels(graph(written(skos.write, found)))
    assert read == expected(found)
    check_labels(read)


def test_a_part_of_the_gazetteer(resolver: Resolver):
    lexicon = resolver.lexicon
    found = [lexicon.entity(entity_id) for kind in ("person", "office", "organisation", "term") for entity_id in lexicon.ids(kind)[::25]]
    read = labels(graph(written(skos.write, found)))
    assert read == expected(found)
    check_labels(read)


def test_links_dates_notes_and_titles():
    rdflib = skip_without("rdflib")
    body = Organisation(
        "organisation:x", {"en": "X"}, parent="organisation:y", valid_from="1997-07", valid_to="2002", successor=("organisation:z",)
    )
    gloss = GlossaryEntry("a term/1", "term", (Name("a", "en", "label"),), note='a "note"')
    found = graph(written(skos.write, [body, gloss], title='a "title"', base="https://example.org/"))
    one = rdflib.URIRef("https://example.org/organisation:x")
    two = rdflib.URIRef("https://example.org/a%20term%2F1")
    values = {str(predicate).rpartition("/")[2].rpartition("#")[2]: value for predicate, value in found.predicate_objects(one)}
    assert str(values["broader"]) == "https://example.org/organisation:y"
    assert str(values["isReplacedBy"]) == "https://example.org/organisation:z"
    assert str(values["temporal"]) == "start=1997-07; end=2002; scheme=W3C-DTF;"
    assert [str(value) for value in found.objects(two, rdflib.URIRef(f"{SKOS}note"))] == ['a "note"']
    assert [str(value) for value in found.objects(None, rdflib.URIRef(f"{DCTERMS}title"))] == ['a "title"']
