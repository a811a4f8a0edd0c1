"""An annotated document for programs that show or store annotations: W3C Web Annotation and spaCy's displaCy.

Offsets are code points in both, as they are in an `Annotation`, and the text goes out as it came in.
"""

from __future__ import annotations

import hashlib

from coopterms.reading.annotation import Annotation, Mention

BASE = "urn:coopterms:"
LABELS = {"person": "PERSON", "office": "OFFICE", "organisation": "ORG", "term": "TERM"}
"""What displaCy calls a mention of each kind; it has colours for PERSON and ORG."""
_CONTEXT = 32
"""Characters before and after a mention by which it is found again when the text has changed elsewhere."""


def web_annotation(annotation: Annotation, source: str = "", base: str = BASE) -> dict[str, object]:
    """Return a document's mentions as a page of W3C Web Annotations, ready for `json.dumps`.

    Args:
        annotation: the document as it was read.
        source: the document's own address (an IRI); one made from its text when empty.
        base: what the identifiers of entities begin with; the ID follows.

    Returns:
        An AnnotationPage. Each mention is one item: its target is a place in the document, by position and by quotation; its bodies are the
        entity that it names, if it is known, and the words and capacity.

    >>> from coopterms import Resolver
    >>> page = web_annotation(Resolver().annotate("律政司今日表示"), "https://example.org/1")
    >>> page["items"][0]["target"]["selector"][0]
    {'type': 'TextPositionSelector', 'start': 0, 'end': 3}
    >>> page["items"][0]["body"][0]["source"]
    'urn:coopterms:organisation:hk-department-of-justice'
    """
    if not source:
        digest = hashlib.sha256(annotation.text.encode("utf-8", "surrogatepass")).hexdigest()
        source = f"{base}document:{digest[:32]}"
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{source}#mentions",
        "type": "AnnotationPage",
        "items": [_item(annotation.text, mention, source, base) for mention in annotation],
    }


def _item(text: str, mention: Mention, source: str, base: str) -> dict[str, object]:
    bodies: list[dict[str, object]] = []
    if mention.entity is not None:
        bodies.append({"type": "SpecificResource", "purpose": "identifying", "source": base + mention.entity.id})
    tags = [mention.kind, str(mention.status)]
    if mention.kind == "office" and mention.capacity:
        tags.append(mention.capacity)
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags]
    return {
        "id": f"{source}#char={mention.start},{mention.end}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": bodies,
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": mention.start, "end": mention.end},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[mention.start : mention.end],
                    "prefix": text[max(0, mention.start - _CONTEXT) : mention.start],
                    "suffix": text[mention.end : mention.end + _CONTEXT],
                },
            ],
        },
    }


def displacy(annotation: Annotation, title: str | None = None) -> dict[str, object]:
    """Return a document as `spacy.displacy.render(..., style="ent", manual=True)` takes it.

    Args:
        annotation: the document as it was read.
        title: a heading, or None.

    >>> from coopterms import Resolver
    >>> displacy(Resolver().annotate("律政司今日表示"))["ents"]
    [{'start': 0, 'end': 3, 'label': 'ORG', 'kb_id': 'organisation:hk-department-of-justice', 'kb_url': '#'}]
    """
    ents = [
        {
            "start": mention.start,
            "end": mention.end,
            "label": LABELS.get(mention.kind, mention.kind.upper()),
            "kb_id": mention.entity.id if mention.entity is not None else "",
            "kb_url": "#",
        }
        for mention in annotation
    ]
    return {"text": annotation.text, "ents": ents, "title": title}
