"""A document that has been read, as one HTML page: coloured mentions, a card for each, and a list of entities.

In: an `Annotation`. Out: text of a page that needs nothing else, no network and no other file; `page.html`, `page.css` and `page.js` beside
this module are put into it. The text is written out with its spans, so that it can be read without scripts; what the cards show stands once
for each entity and each answer, as JSON. Nothing of the document is ever markup: here it is escaped, in `page.js` it goes in as text, and
the page's own security policy allows its one script and its one style sheet, by hash, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from attrs import define, field

from coopterms.model import Entity
from coopterms.reading.annotation import Annotation, DateSource, Finding, Mention
from coopterms.reading.result import Candidate, Resolution, Status
from coopterms.text.characters import HAN

_CAPTIONS = {"person": "People", "office": "Offices", "organisation": "Organisations", "term": "Terms"}
_SOURCES = {DateSource.GIVEN: "as given", DateSource.DATE_LINE: "from its date line", DateSource.TEXT: "from its text"}
_HEAD = '<thead><tr><th scope="col">name</th><th scope="col" class="id">ID</th><th scope="col" class="count">mentions</th></tr></thead>'
_SIGNS = {Status.AMBIGUOUS: "?", Status.UNRESOLVED: "✗"}
_TENURES = frozenset(
    {
        "in-office", "in-office-last-seen", "near-tenure", "takes-office-later", "held-before", "held-undated", "acting-on-record",
        "held-at-another-time", "in-office-already", "still-in-office", "held-long-before-or-after",
    }
)  # fmt: skip
"""Evidence whose note is the period of a tenure."""
_MOST_READINGS = 5
_LONGEST_TITLE = 120
_SIDEWAYS = f"{HAN}\u3001-\u303f\uff00-\uffef"
_CHINESE = re.compile(f"([{_SIDEWAYS}](?:[^A-Za-z\n]*[{_SIDEWAYS}])?)")
"""Chinese with the figures and signs inside it."""
_UNPRINTABLE = re.compile("[\0\ud800-\udfff]")
"""What no HTML page can hold."""


def page(annotation: Annotation, title: str = "") -> str:
    """Write a document that has been read as one self-contained HTML page.

    Args:
        annotation: the document and what was found in it.
        title: what the page is called; the first line of the document, its date line apart, when empty.

    Returns:
        The page. Its element `text` has the very text of the document; only what HTML cannot hold, NUL and halves of surrogate pairs, is
        shown as U+FFFD.

    >>> from coopterms.reading.annotation import Annotation
    >>> written = page(Annotation("Fish & <b>chips</b>", on="2018-08-24", date_source=None, mentions=()))
    >>> '<article id="text">Fish &amp; &lt;b&gt;chips&lt;/b&gt;</article>' in written
    True
    """
    script, style = _asset("page.js"), _asset("page.css")
    chinese = _script_of(annotation.text)
    title = title.strip() or _first_line(annotation)
    cards, rows = _Cards(), _Rows()
    text = "".join(_body(annotation, cards, rows, chinese))
    data = {"entities": cards.entities, "resolutions": cards.resolutions, "findings": [_words(item) for item in annotation.findings]}
    source = f", {_SOURCES[annotation.date_source]}" if annotation.date_source else ""
    written = Template(_asset("page.html")).substitute(
        title=escape(title),
        heading=_run(title, chinese),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        date=escape(annotation.on + source) if annotation.on else "not known",
        found=f"{_counted(len(annotation.mentions), 'mention')} of {_counted(len(rows.rows), 'entity')}",
        data_version=escape(annotation.data_version or "not known"),
        text=text,
        findings=_findings(annotation),
        entities="\n".join(rows.tables()),
        data=json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
    )
    return _UNPRINTABLE.sub("\ufffd", written)


@define
class _Cards:
    """What the cards show, each entity and each answer once.

    Attributes:
        entities: ID and labels.
        resolutions: answers, which name entities by their number.
    """

    entities: list[tuple[str, str, str, str]] = field(factory=list)
    resolutions: list[dict[str, Any]] = field(factory=list)
    _numbers: dict[str, int] = field(factory=dict)
    _by_object: dict[int, int] = field(factory=dict)
    _by_content: dict[str, int] = field(factory=dict)

    def entity(self, entity: Entity) -> int:
        """Return the number of an entity."""
        if entity.id not in self._numbers:
            self._numbers[entity.id] = len(self.entities)
            labels = entity.labels
            self.entities.append((entity.id, labels.get("en", ""), labels.get("zh-Hant", ""), labels.get("zh-Hans", "")))
        return self._numbers[entity.id]

    def resolution(self, resolution: Resolution) -> int:
        """Return the number of an answer: the same for the same object, and for another one that shows the same."""
        number = self._by_object.get(id(resolution))
        if number is None:
            shown = self._shown(resolution)
            number = self._by_content.setdefault(json.dumps(shown), len(self.resolutions))
            if number == len(self.resolutions):
                self.resolutions.append(shown)
            self._by_object[id(resolution)] = number
        return number

    def _shown(self, resolution: Resolution) -> dict[str, Any]:
        shown: dict[str, Any] = {
            "status": str(resolution.status),
            "reason": str(resolution.reason) if resolution.reason else None,
            **{kind: self.entity(entity) for kind, entity in _parts(resolution)},
            "capacity": resolution.capacity,
            "unknown": resolution.unknown_name,
            "tenure": next((item.note for item in resolution.evidence if item.name in _TENURES), None),
            "incumbents": [self.entity(person) for person in resolution.incumbents],
            "margin": round(resolution.margin, 3),
            "evidence": [(item.name, round(item.weight, 2), item.note) for item in resolution.evidence],
            "candidates": [self._reading(item) for item in resolution.candidates[:_MOST_READINGS]] if resolution.candidates[1:] else [],
        }
        return {"score": round(resolution.score, 3)} | {name: value for name, value in shown.items() if value or value == 0}

    def _reading(self, candidate: Candidate) -> dict[str, Any]:
        entities = [self.entity(entity) for _, entity in _parts(candidate)]
        return {"entities": entities, "capacity": candidate.capacity, "score": round(candidate.score, 3)}


@define
class _Row:
    """A row of the list: an entity, or somebody or something that is none that the tables have.

    Attributes:
        number: of the row.
        label, chinese, id: the entity, in the two languages.
        note: of one without an ID, why there is none.
        first: number of the first mention.
        count: how many mentions it has.
    """

    number: int
    label: str
    chinese: str
    id: str
    note: str
    first: int
    count: int = 0


@define
class _Rows:
    """The list of entities.

    Attributes:
        rows: by kind, by ID or the note in its place, and by the words where that does not tell them apart.
    """

    rows: dict[tuple[str, str, str], _Row] = field(factory=dict)

    def add(self, first: int, mention: Mention) -> _Row:
        """Count a mention; return its row, which is made at the first one."""
        entity, label, chinese, note, apart = mention.entity, mention.text, "", "", ""
        if entity is not None:
            label, chinese = entity.label("en"), entity.labels.get("zh-Hant", "")
        elif mention.unknown is not None:
            label, note = mention.resolution.unknown_name or label, f"№ {mention.unknown}, not in the tables"
        else:
            note, apart = str(mention.status), label
        number, entity_id = len(self.rows), entity.id if entity is not None else ""
        row = _Row(number, label, chinese if chinese != label else "", entity_id, note, first)
        row = self.rows.setdefault((mention.kind, entity_id or note, apart), row)
        row.count += 1
        return row

    def tables(self) -> Iterator[str]:
        """Yield a table for each kind, the most mentioned first."""
        for kind, caption in _CAPTIONS.items():
            rows = sorted((row for (of, *_), row in self.rows.items() if of == kind), key=lambda row: (-row.count, row.first))
            if rows:
                yield f'<table><caption class="{kind}">{caption} ({len(rows)})</caption>'
                yield _HEAD
                yield "<tbody>"
                yield from map(_row, rows)
                yield "</tbody></table>"
        if not self.rows:
            yield '<p class="quiet">None found.</p>'


def _row(row: _Row) -> str:
    name = f'<a href="#m{row.first}" data-e="{row.number}">{_run(row.label, "zh-Hant")}</a>'
    if row.chinese:
        name += f' <span lang="zh-Hant">{escape(row.chinese)}</span>'
    if row.note:
        name += f' <span class="quiet">{row.note}</span>'
    return f'<tr><td>{name}</td><td class="id"><code>{escape(row.id)}</code></td><td class="count">{row.count}</td></tr>'


def _body(annotation: Annotation, cards: _Cards, rows: _Rows, chinese: str) -> Iterator[str]:
    """Yield the text with its mentions, and note what they show."""
    findings: dict[tuple[int, int], list[str]] = {}
    for at, finding in enumerate(annotation.findings):
        findings.setdefault((finding.start, finding.end), []).append(str(at))
    text, end = annotation.text, 0
    for number, mention in enumerate(annotation.mentions):
        yield _run(text[end : mention.start], chinese)
        end = mention.end
        printed = text[mention.start : end]
        row = rows.add(number, mention)
        data = {
            "r": cards.resolution(mention.resolution),
            "e": row.number,
            "g": mention.group,
            "unknown": mention.unknown,
            "sign": f"№ {mention.unknown}" if mention.unknown is not None else _SIGNS.get(mention.status),
            "f": " ".join(findings.get((mention.start, end), ())) or None,
        }
        written = "".join(f' data-{name}="{value}"' for name, value in data.items() if value is not None)
        named = " ".join(filter(None, (row.label, row.chinese, row.note and f"({row.note})")))
        about = escape(f"{mention.kind}, {mention.status}: {named}")
        yield f'<mark id="m{number}" class="{mention.kind} {mention.status}"{written} title="{about}">'
        yield f"{_run(printed, chinese)}</mark>"
    yield _run(text[end:], chinese)


def _run(text: str, chinese: str) -> str:
    """Write a piece of the text, its Chinese marked as such."""
    pieces = _CHINESE.split(text)
    return "".join(f'<span lang="{chinese}">{_escape(piece)}</span>' if at % 2 else _escape(piece) for at, piece in enumerate(pieces))


def _escape(text: str) -> str:
    """Escape text so that its carriage returns, too, come back as they were."""
    return escape(text).replace("\r", "&#13;")


def _first_line(annotation: Annotation) -> str:
    """Return the first line of a document that is more than its date line."""
    date = annotation.on if annotation.date_source is DateSource.DATE_LINE else None
    lines = (line.strip() for line in annotation.text.splitlines())
    return next((line[:_LONGEST_TITLE] for line in lines if line and not (date and date in line)), "Document")


def _findings(annotation: Annotation) -> str:
    """Write what an editor would look at again."""
    if not annotation.findings:
        return ""
    places = {(mention.start, mention.end): number for number, mention in enumerate(annotation.mentions)}
    items = []
    for finding in annotation.findings:
        number = places.get((finding.start, finding.end))
        where = f"<q>{escape(finding.text)}</q>"
        where = where if number is None else f'<a href="#m{number}">{where}</a>'
        items.append(f"<li>{where}: {escape(_words(finding))}</li>")
    head = f'<section class="findings" aria-labelledby="findings-title"><h2 id="findings-title">For the editor ({len(items)})</h2>'
    return f"{head}<ol>{''.join(items)}</ol></section>"


def _words(finding: Finding) -> str:
    return finding.kind.replace("-", " ") + (f"; {finding.note}" if finding.note else "")


def _parts(meaning: Resolution | Candidate) -> Iterator[tuple[str, Entity]]:
    for kind in _CAPTIONS:
        entity: Entity | None = getattr(meaning, kind)
        if entity is not None:
            yield kind, entity


def _counted(number: int, noun: str) -> str:
    """Write a number of things.

    >>> _counted(1, "entity"), _counted(2, "entity"), _counted(0, "mention")
    ('1 entity', '2 entities', '0 mentions')
    """
    return f"{number} {noun if number == 1 else noun.removesuffix('y') + ('ies' if noun.endswith('y') else 's')}"


def _script_of(text: str) -> str:
    """Tell which script most Chinese of a text is in, so that a browser takes the right font.

    >>> _script_of("商務及經濟發展局"), _script_of("商务及经济发展局")
    ('zh-Hant', 'zh-Hans')
    """
    traditional, simplified = (len(text.encode(code, "ignore")) for code in ("big5", "gb2312"))
    return "zh-Hant" if traditional >= simplified else "zh-Hans"


def _hash(content: str) -> str:
    """Return the name by which a security policy allows a script or a style sheet."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


@cache
def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
