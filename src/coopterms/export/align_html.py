"""Two aligned texts as one HTML page: two columns, in which a mention lights up its counterparts, and the table of pairs.

In: an `Alignment`. Out: text of a page that needs nothing else. The texts stand as they are and can be read, and the pairs followed
through the table, without the script; `align.js` only lights, and jumps to a counterpart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from coopterms.bilingual.align import Alignment, Pair
from coopterms.bilingual.items import Place, one_line
from coopterms.export.shell import facts, first_line, script_of, shell, written

_SIDES = {"en": "English", "zh": "Chinese"}
_WHERE = {"both": "", "en": "only English", "zh": "only Chinese"}
_KINDS = {"person": "People", "office": "Offices", "organisation": "Organisations", "term": "Terms"}
_HEAD = (
    '<thead><tr><th scope="col">English</th><th scope="col">Chinese</th><th scope="col">found by</th>'
    '<th scope="col" class="id">ID</th></tr></thead>'
)


def page(alignment: Alignment, title: str = "") -> str:
    """Write two aligned texts as one self-contained HTML page.

    Args:
        alignment: the texts and their pairs.
        title: what the page is called; the first line of the English text when empty.

    >>> from coopterms.bilingual.align import align
    >>> made = page(align("The <b>Chief Executive</b> spoke.", "行政長官致辭。", on="2018-10-24"))
    >>> made.count('data-p="0"'), "&lt;b&gt;<mark" in made
    (3, True)
    """
    title = title.strip() or first_line(alignment.english.text) or first_line(alignment.chinese.text) or "Two texts"
    script = script_of(alignment.chinese.text)
    counts = {where: sum(pair.where == where for pair in alignment.pairs) for where in _WHERE}
    body = [
        '<a class="skip" href="#pairs">Skip to the table of pairs</a>',
        f"<header><h1>{escape(title)}</h1>",
        facts(
            [
                ("English text of", alignment.english.on or "date not known"),
                ("Chinese text of", alignment.chinese.on or "date not known"),
                ("Named in both", str(counts["both"])),
                ("Only in English", str(counts["en"])),
                ("Only in Chinese", str(counts["zh"])),
                ("Tables", alignment.english.data_version),
            ]
        ),
        '<ul class="legend" aria-label="How mentions are marked">',
        *(f'<li><mark class="{kind}">{kind}</mark></li>' for kind in _KINDS),
        '<li><mark class="only">only in this text</mark></li>',
        "<li>Point at a mention to light up its counterparts; select it to go to the next one.</li></ul></header>",
        '<main class="texts">',
        *_text("en", "en", alignment.english.text, [(number, pair, pair.english) for number, pair in enumerate(alignment.pairs)]),
        *_text("zh", script, alignment.chinese.text, [(number, pair, pair.chinese) for number, pair in enumerate(alignment.pairs)]),
        "</main>",
        '<section id="pairs" tabindex="-1" aria-labelledby="pairs-title"><h2 id="pairs-title">What the texts name</h2>',
        *_tables(alignment.pairs, script),
        "</section>",
        '<div id="bar" role="status" hidden></div>',
    ]
    return shell(title, body, "align.css", "align.js")


def _text(side: str, language: str, text: str, named: Sequence[tuple[int, Pair, Sequence[Place]]]) -> Iterator[str]:
    """Yield one column."""
    places = sorted(((place, number, pair) for number, pair, found in named for place in found), key=lambda item: item[0].start)
    at, parts = 0, []
    for place, number, pair in places:
        if place.start < at:
            continue
        only = "" if pair.where == "both" else " only"
        parts.append(written(text[at : place.start]))
        parts.append(
            f'<mark id="{side}-{place.start}" class="{pair.kind}{only}" data-p="{number}" tabindex="0" aria-describedby="p{number}">'
            f"{written(text[place.start : place.end])}</mark>"
        )
        at = place.end
    heading = f'<h2 id="{side}-title">{_SIDES[side]}</h2>'
    opening = f'<article id="{side}" class="text" lang="{language}" tabindex="0">'
    yield f'<section aria-labelledby="{side}-title">{heading}{opening}{"".join(parts)}{written(text[at:])}</article></section>'


def _tables(pairs: Sequence[Pair], script: str) -> Iterator[str]:
    for kind, caption in _KINDS.items():
        rows = [(number, pair) for number, pair in enumerate(pairs) if pair.kind == kind]
        if not rows:
            continue
        yield f'<table><caption class="{kind}">{caption} ({len(rows)})</caption>'
        yield f"{_HEAD}<tbody>"
        yield from (_row(number, pair, script) for number, pair in rows)
        yield "</tbody></table>"
    if not pairs:
        yield '<p class="quiet">Nothing found.</p>'


def _row(number: int, pair: Pair, script: str) -> str:
    english = _cell("en", pair.label_en, pair.english, "en")
    chinese = _cell("zh", pair.label_zh, pair.chinese, "zh-Hant" if pair.label_zh else script)
    how = f"{pair.how}, {pair.score:.2f}" if pair.how else _WHERE[pair.where]
    told = escape(pair.id) if pair.id else "one of: " + escape(", ".join(pair.choices)) if pair.choices else "in no table"
    only = "" if pair.where == "both" else ' class="only"'
    cells = f"<td>{english}</td><td>{chinese}</td><td>{how}</td>"
    return f'<tr id="p{number}" data-p="{number}"{only}>{cells}<td class="id"><code>{told}</code></td></tr>'


def _cell(side: str, label: str, places: Sequence[Place], language: str) -> str:
    """Write a label and links to where the text has it."""
    label = label or (one_line(places[0].text) if places else "")
    if not places:
        return f'<span class="quiet" lang="{language}">{escape(label)}</span>'
    links = [f'<a href="#{side}-{places[0].start}" lang="{language}">{escape(label)}</a>']
    links += [f'<a class="more" href="#{side}-{place.start}">{at}</a>' for at, place in enumerate(places[1:], 2)]
    return " ".join(links)
