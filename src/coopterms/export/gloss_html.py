"""A Chinese text with its English over it, as one HTML page, and the glossary and the work list below.

In: a `Gloss`. Out: text of a page that needs nothing else and no script. The English stands as ruby, so what is selected and copied is the
Chinese alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from urllib.parse import urlsplit

from coopterms.bilingual.gloss import Entry, Gloss, Standing
from coopterms.export.shell import facts, first_line, script_of, shell, written

_KINDS = ("person", "office", "organisation", "term")
_MOST_SOURCES = 4
_HEAD = "<thead><tr>" + "".join(f'<th scope="col">{name}</th>' for name in ("Chinese", "English", "kind", "remarks")) + "</tr></thead>"


def page(gloss: Gloss, title: str = "") -> str:
    """Write a glossed text as one self-contained HTML page.

    Args:
        gloss: the text and its glossary.
        title: what the page is called; the first line of the text when empty.

    >>> from coopterms.bilingual.gloss import gloss
    >>> '<ruby>行政長官<rt lang="en">Chief Executive</rt></ruby>' in page(gloss("行政長官致辭。", on="2018-10-24"))
    True
    """
    text = gloss.annotation.text
    title = title.strip() or first_line(text) or "Glossary"
    language = script_of(text)
    body = [
        '<a class="skip" href="#glossary">Skip to the glossary</a>',
        f'<header><h1 lang="{language}">{escape(title)}</h1>',
        facts(
            [
                ("Date of the document", gloss.annotation.on or "not known"),
                ("With English", str(len(gloss.entries))),
                ("On the work list", str(len(gloss.open))),
                ("Tables", gloss.annotation.data_version),
            ]
        ),
        '<ul class="legend" aria-label="How the text is marked">',
        *(f'<li><mark class="{kind}">{kind}</mark></li>' for kind in _KINDS),
        '<li><mark class="written">number, date or title written by a pattern</mark></li>',
        '<li><mark class="ambiguous">ambiguous</mark></li><li><mark class="open">no official English</mark></li></ul>',
        '<p class="switch"><label><input type="checkbox" id="plain"> Chinese only</label>'
        '<label><input type="checkbox" id="once"> English only where a name stands first</label></p></header>',
        f'<main><article id="text" lang="{language}">{"".join(_text(gloss))}</article></main>',
        *_table("glossary", "Glossary", gloss.entries, language, 0),
        *_table("work", "Work list: no official English", gloss.open, language, len(gloss.entries)),
    ]
    return shell(title, body, "gloss.css")


def _text(gloss: Gloss) -> Iterator[str]:
    """Yield the text with its English."""
    entries = (*gloss.entries, *gloss.open)
    places = [(place, number, place.start == entry.start) for number, entry in enumerate(entries) for place in entry.places]
    places.sort(key=lambda item: (item[0].start, item[1]))
    text, at = gloss.annotation.text, 0
    free = [True] * len(text)
    for place, number, _ in places:
        if number < len(gloss.entries):
            free[place.start : place.end] = [False] * (place.end - place.start)
    for place, number, first in places:
        entry = entries[number]
        if place.start < at or (entry.standing is Standing.OPEN and not all(free[place.start : place.end])):
            continue  # what is open may hold known terms; these are shown, and the whole stands in the list
        yield written(text[at : place.start])
        yield _marked(place.text, entry, number, place.start, first)
        at = place.end
    yield written(text[at:])


def _marked(printed: str, entry: Entry, number: int, start: int, first: bool) -> str:
    kind = entry.kind if entry.kind in _KINDS else "term"
    standing = "" if entry.standing is Standing.OFFICIAL else f" {entry.standing}"
    english = entry.english or " / ".join(choice.english for choice in entry.choices)
    inside = written(printed)
    if english:
        inside = f'<ruby>{inside}<rt lang="en">{written(english)}</rt></ruby>'
    again = "" if first else " again"
    return f'<a class="g {kind}{standing}{again}" id="g{number}-{start}" href="#r{number}">{inside}</a>'


def _table(name: str, caption: str, entries: Sequence[Entry], language: str, first: int) -> Iterator[str]:
    yield f'<section id="{name}" tabindex="-1" aria-labelledby="{name}-title"><h2 id="{name}-title">{caption} ({len(entries)})</h2>'
    if not entries:
        yield '<p class="quiet">None.</p></section>'
        return
    yield f"<table>{_HEAD}<tbody>"
    for number, entry in enumerate(entries, first):
        yield _row(number, entry, language)
    yield "</tbody></table></section>"


def _row(number: int, entry: Entry, language: str) -> str:
    count = f" ×{len(entry.places)}" if len(entry.places) > 1 else ""
    chinese = f'<span lang="{language}">{escape(entry.chinese)}</span><span class="quiet">{count}</span>'
    english = escape(entry.english)
    if entry.choices:
        choices = (f"<li>{escape(c.english)} <span class='quiet'>{c.score:.2f} {escape(c.why)}</span></li>" for c in entry.choices)
        english = f"<ul>{''.join(choices)}</ul>"
    if entry.alternatives:
        english += f'<br><span class="quiet">also: {escape("; ".join(name.text for name in entry.alternatives))}</span>'
    remarks = [escape(entry.note)] if entry.note else []
    remarks += [f"<code>{escape(entry.id)}</code>"] if entry.id else []
    remarks += [escape(f"confidence {entry.confidence}")] if entry.confidence else []
    if entry.sources:
        remarks.append(f'<span class="source">{", ".join(map(_source, entry.sources[:_MOST_SOURCES]))}</span>')
    standing = "" if entry.standing is Standing.OFFICIAL else f", {entry.standing}"
    cells = (chinese, english, f"{escape(entry.kind)}{standing}", "<br>".join(remarks))
    return f'<tr id="r{number}">{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'


def _source(address: str) -> str:
    """Write a source as the name of its host, which leads there."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return escape(address)
    return f'<a href="{escape(address)}" rel="noreferrer">{escape(parts.netloc)}</a>'
