"""What the pages of two texts share: the frame, the look, and text that is never markup.

In: the parts of a page. Out: text of a page that needs nothing else, no network and no other file. The look is that of `page.css`, so that
all pages of the program are alike. The page's own security policy allows its one style sheet and its one script, by hash, and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path

from coopterms.gazetteer.cells import simplified_only, traditional_only
from coopterms.reading.dates import document_date

_UNPRINTABLE = re.compile("[\0\ud800-\udfff]")
"""What no HTML page can hold."""
_LONGEST_TITLE = 120


@cache
def asset(name: str) -> str:
    """Return a file that lies beside this module.

    Args:
        name: its name.
    """
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def written(text: str) -> str:
    """Write text so that it is no markup and its carriage returns come back as they were.

    >>> written("<b> & \\r")
    '&lt;b&gt; &amp; &#13;'
    """
    return escape(text).replace("\r", "&#13;")


def shell(title: str, body: Iterable[str], style: str, script: str = "") -> str:
    """Put a page together.

    Args:
        title: what it is called.
        body: its elements.
        style: the name of a style sheet beside this module, which follows `page.css`.
        script: the name of a script beside this module, or none.
    """
    sheet = asset("page.css") + asset(style)
    code = asset(script) if script else ""
    policy = f"default-src 'none'; style-src '{_hash(sheet)}'; script-src {_quoted(code)}; base-uri 'none'; form-action 'none'"
    parts = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">',
        f"<title>{escape(title)}</title>\n<style>{sheet}</style>\n</head>\n<body>",
        *body,
        f"<script>{code}</script>" if code else "",
        "</body>\n</html>\n",
    )
    return _UNPRINTABLE.sub("\ufffd", "\n".join(part for part in parts if part))


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _quoted(code: str) -> str:
    return f"'{_hash(code)}'" if code else "'none'"


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Write a list of facts.

    >>> facts([("Date", "2018-08-24")])
    '<dl class="facts"><div><dt>Date</dt><dd>2018-08-24</dd></div></dl>'
    """
    return f'<dl class="facts">{"".join(f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in pairs)}</dl>'


def first_line(text: str) -> str:
    """Return what a text may be called: its first line that is no date.

    >>> first_line("date: 2018-08-24\\n\\n政務司司長訪京\\n")
    '政務司司長訪京'
    """
    lines = (line.strip() for line in text.splitlines())
    return next((line[:_LONGEST_TITLE] for line in lines if line and document_date(line) is None), "")


def script_of(text: str) -> str:
    """Tell which script most Chinese of a text is in, so that a browser takes the right font.

    >>> script_of("商務及經濟發展局"), script_of("商务及经济发展局")
    ('zh-Hant', 'zh-Hans')
    """
    return "zh-Hans" if sum(map(simplified_only, text)) > sum(map(traditional_only, text)) else "zh-Hant"
