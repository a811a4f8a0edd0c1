"""The HTML page in a real browser: keyboard, mouse, touch, dark, phone, print, no network, no errors.

A headless Chromium is driven by its own protocol over a pipe, so that keys and pointers are real ones. Nothing waits for a clock: a test
waits until what it expects is there.
"""

from __future__ import annotations

import base64
import itertools
import json
import os
import select
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coopterms.export.html import page
from coopterms.reading.annotation import Annotation
from tests.export.test_html import NASTY, everywhere, example, shown

fcntl = pytest.importorskip("fcntl", reason="the browser is driven over a pipe, as only Unix has it")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium, chromium-browser or google-chrome on the PATH")
SWITCHES = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--remote-debugging-pipe"),
    *("--disable-background-networking", "--disable-component-update", "--disable-extensions", "--hide-scrollbars"),
)
PATIENCE = 120.0
"""Seconds after which a browser counts as hung."""
KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, "n": 78, "p": 80}


class Browser:
    """A headless Chromium with one page, spoken to in its DevTools protocol.

    Args:
        folder: for its profile and the pages shown.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.events: list[dict[str, Any]] = []
        self._numbers = itertools.count(1)
        self._buffer = b""
        ours_in, theirs_out = os.pipe()
        theirs_in, ours_out = os.pipe()
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (theirs_in, theirs_out)]
        arguments = [str(CHROMIUM), *SWITCHES, f"--user-data-dir={folder / 'profile'}", "about:blank"]
        quiet = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_RDWR, 0) for number in (0, 1, 2)]
        pipes = [(os.POSIX_SPAWN_DUP2, end, number) for end, number in zip(ends, (3, 4), strict=True)]
        self.process = os.posix_spawn(arguments[0], arguments, dict(os.environ), file_actions=[*quiet, *pipes], setpgroup=0)
        for end in (theirs_in, theirs_out, *ends):
            os.close(end)
        self._read, self._write = ours_in, ours_out
        self.session = None
        target = next(t for t in self("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self.session = self("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self(f"{domain}.enable")
        self("Emulation.setFocusEmulationEnabled", enabled=True)

    def __call__(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and return its result; what happens meanwhile goes to `events`."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters} | ({"sessionId": self.session} if self.session else {})
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == number:
                assert "error" not in answer, answer["error"]
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            assert select.select([self._read], [], [], PATIENCE)[0], "the browser does not answer"
            received = os.read(self._read, 1 << 16)
            assert received, "the browser has gone"
            self._buffer += received
        message, _, self._buffer = self._buffer.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer

    def close(self) -> None:
        self.session = None
        os.write(self._write, json.dumps({"id": 0, "method": "Browser.close"}).encode() + b"\0")
        deadline = time.monotonic() + 10
        while os.waitpid(self.process, os.WNOHANG) == (0, 0):
            if time.monotonic() > deadline:
                os.killpg(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)
                break
            time.sleep(0.02)
        os.close(self._read)
        os.close(self._write)

    def open(self, written: str, width: int = 1280, height: int = 800, scheme: str = "light", scripts: bool = True) -> None:
        """Show a page from a file and wait until it is loaded."""
        path = self.folder / "page.html"
        path.write_text(written, encoding="utf-8", newline="")
        phone = width < 500
        self("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone)
        self("Emulation.setTouchEmulationEnabled", enabled=phone)
        self("Emulation.setEmulatedMedia", media="", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self("Emulation.setScriptExecutionDisabled", value=not scripts)
        self("Input.dispatchMouseEvent", type="mouseMoved", x=0, y=0)
        self.events.clear()
        self("Page.navigate", url=path.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._next())

    def value(self, expression: str) -> Any:
        """Return what an expression of JavaScript comes to."""
        answer = self("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def until(self, expression: str) -> None:
        """Wait until an expression is true."""
        deadline = time.monotonic() + PATIENCE
        while not self.value(f"Boolean({expression})"):
            assert time.monotonic() < deadline, f"never true: {expression}"
            time.sleep(0.01)

    def press(self, key: str, shift: bool = False) -> None:
        text = {"Enter": "\r"}.get(key, key if len(key) == 1 else "")
        common = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS[key], "modifiers": 8 if shift else 0}
        self("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **common)
        self("Input.dispatchKeyEvent", type="keyUp", **common)

    def middle(self, selector: str) -> tuple[float, float]:
        box = self.value(
            f"(() => {{ const b = document.querySelector({selector!r}).getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; }})()"
        )
        return box[0] + box[2] / 2, box[1] + box[3] / 2

    def point(self, x: float, y: float) -> None:
        self("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def click(self, selector: str) -> None:
        self.value(f"document.querySelector({selector!r}).scrollIntoView({{block: 'nearest', behavior: 'instant'}})")
        x, y = self.middle(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def tap(self, selector: str) -> None:
        x, y = self.middle(selector)
        self("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
        self("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def screenshot(self) -> bytes:
        return base64.b64decode(self("Page.captureScreenshot", format="png")["data"])

    def complaints(self) -> list[dict[str, Any]]:
        """Return errors and whatever went to the console."""
        self.value("0")
        kinds = ("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")
        return [event for event in self.events if event.get("method") in kinds]

    def requests(self) -> list[str]:
        self.value("0")
        return [event["params"]["request"]["url"] for event in self.events if event.get("method") == "Network.requestWillBeSent"]


@pytest.fixture(scope="module")
def browser(tmp_path_factory) -> Iterator[Browser]:
    browser = Browser(tmp_path_factory.mktemp("browser"))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def read(resolver) -> Annotation:
    return example(resolver)


TEXT = "document.getElementById('text').textContent"
CARD = "document.getElementById('card')"
LIT = "[...document.querySelectorAll('mark.lit')].map(mark => mark.id)"


def test_the_text_stays_as_it_is(browser, read):
    for annotation in (read, everywhere(NASTY), Annotation("\r\n a\r\tb\n\n  \f\x85\ufeff ", None, None, ())):
        browser.open(page(annotation))
        assert browser.value(TEXT) == shown(annotation.text)


def test_it_asks_for_nothing_and_complains_of_nothing(browser, read):
    for annotation in (read, everywhere(NASTY), Annotation("", None, None, ())):
        browser.open(page(annotation))
        browser.value("document.querySelectorAll('#text mark').forEach(mark => mark.focus())")
        assert browser.requests() == [(browser.folder / "page.html").as_uri()]
        assert browser.complaints() == []


def test_a_script_that_gets_in_would_not_run(browser, read):
    browser.open(page(read).replace("</main>", "<script>document.title = 'run'</script></main>"))
    assert browser.value("document.title") == "SCED to visit Guangdong"
    assert browser.complaints()


def test_markup_in_a_card_is_text(browser):
    browser.open(page(everywhere(NASTY)))
    browser.value("document.getElementById('m0').focus()")
    assert browser.value(f"{CARD}.querySelectorAll('script, img').length") == 0
    assert browser.value(f"{CARD}.textContent.includes('<img src=x onerror=alert(1)>')")


def test_by_keyboard(browser, read):
    browser.open(page(read))
    assert browser.value(f"{CARD}.hidden")
    browser.press("Tab")
    assert browser.value("document.activeElement.className") == "skip"
    browser.press("Tab")
    assert browser.value("document.activeElement.id") == "m0"
    assert browser.value("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert not browser.value(f"{CARD}.hidden")
    assert browser.value(LIT) == ["m0", "m1"]
    said = browser.value(f"{CARD}.innerText")
    for words in (
        *("office, resolved", "Secretary for Commerce and Economic Development", "商務及經濟發展局局長", "acting", "score"),
        *("office:hk-secretary-for-commerce-and-economic-development", "Bernard Chan Pak-li", "陳百里", "person:chan-bernard-pak-li"),
        *("stand-in", "Under Secretary for Commerce and Economic Development", "+5.00", "rivals", "mention 1 of 2"),
    ):
        assert words in said
    assert browser.value(f"{CARD}.querySelectorAll('.bar').length") == len(read.mentions[0].resolution.evidence)
    assert browser.value(f"{CARD}.querySelectorAll('.bar.against').length") == 1
    assert browser.value("['aria-expanded', 'aria-describedby'].map(name => m0.getAttribute(name))") == ["true", "card"]
    browser.press("Escape")
    assert browser.value(f"{CARD}.hidden")
    assert browser.value("['aria-expanded', 'aria-describedby'].map(name => m0.getAttribute(name))") == ["false", None]
    assert browser.value("document.activeElement.id") == "m0"
    browser.press("Enter")
    assert not browser.value(f"{CARD}.hidden")
    browser.press("n")
    assert browser.value("document.activeElement.id") == "m12"
    assert "mention 2 of 2" in browser.value(f"{CARD}.innerText")
    browser.press("n")
    browser.press("p")
    assert browser.value("document.activeElement.id") == "m12"
    browser.press("Tab", shift=True)
    assert browser.value("document.activeElement.id") == "m11"


def test_by_mouse(browser, read):
    browser.open(page(read))
    browser.point(*browser.middle("#m4"))
    browser.until(f"!{CARD}.hidden")
    assert "held then by" in browser.value(f"{CARD}.innerText")
    assert "Teresa Cheng Yeuk-wah" in browser.value(f"{CARD}.innerText")
    browser.point(*browser.middle("#card"))
    browser.value("new Promise(done => setTimeout(done, 400))")
    assert not browser.value(f"{CARD}.hidden"), "the pointer may move into the card"
    browser.press("Escape")
    assert browser.value(f"{CARD}.hidden")
    browser.point(*browser.middle("#m4"))
    browser.until(f"!{CARD}.hidden")
    browser.point(1, 1)
    browser.until(f"{CARD}.hidden")


def test_status_and_findings_are_told(browser, read):
    browser.open(page(read))

    def card(mark: int) -> str:
        browser.value(f"document.getElementById('m{mark}').focus()")
        said: str = browser.value(f"{CARD}.innerText")
        return said

    assert "person, partial (person unknown), unknown person № 1" in card(7)
    assert "ambiguous (namesakes)" in card(8)
    assert "Bernard Charnwut Chan" in card(8)
    assert "Readings" in card(8)
    assert "unresolved (held by another)" in card(10)
    assert "For the editor: office not held; held-by-another: Teresa Cheng Yeuk-wah" in card(10)
    outlines = browser.value("[1, 7, 8, 9].map(n => getComputedStyle(document.querySelector(`#m${n}`)).outlineStyle)")
    assert outlines == ["none", "dashed", "dashed", "solid" if browser.value("m9 === document.activeElement") else "dotted"]
    assert browser.value("getComputedStyle(m8, '::after').content").startswith('"?"')


def test_the_list_jumps_from_mention_to_mention(browser, resolver):
    browser.open(page(example(resolver, times=3)), height=400)
    marks = []
    for _ in range(4):
        browser.click('a[href="#m1"]')
        marks.append(browser.value("document.activeElement.id"))
        top, bottom = browser.value("(() => { const b = document.activeElement.getBoundingClientRect(); return [b.top, b.bottom]; })()")
        assert 0 <= top < bottom <= 400
    assert marks == ["m1", "m3", "m13", "m15"]
    browser.click(".findings a")
    assert browser.value("document.activeElement.id") == "m10"


@pytest.mark.parametrize("width", [1280, 800, 390, 320])
def test_nothing_sticks_out(browser, read, width):
    browser.open(page(read), width=width, height=700)
    for mark in range(len(read.mentions)):
        browser.value(f"document.getElementById('m{mark}').focus()")
        assert browser.value("document.documentElement.scrollWidth") <= width
        left, right = browser.value(f"(() => {{ const b = {CARD}.getBoundingClientRect(); return [b.left, b.right]; }})()")
        assert left >= 0
        assert right <= width


def test_on_a_phone(browser, read):
    browser.open(page(read), width=390, height=844)
    browser.tap("#m4")
    browser.until(f"!{CARD}.hidden")
    top, bottom = browser.value(f"(() => {{ const b = {CARD}.getBoundingClientRect(); return [b.top, b.bottom]; }})()")
    assert top > 844 / 2
    assert bottom == 844
    assert browser.value("m4.getBoundingClientRect().bottom") <= top
    browser.tap("h1")
    browser.until(f"{CARD}.hidden")


CONTRASTS = """
(() => {
  const part = (value) => { value /= 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; };
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const colour = (text) => text.match(/[\\d.]+/g).map(Number);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const found = colour(getComputedStyle(at).backgroundColor);
      if (found.length === 3 || found[3] === 1) return found;
    }
  };
  const poor = [];
  for (const element of document.body.querySelectorAll("*:not(script):not(meter)")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || !element.getClientRects().length) continue;
    const [one, two] = [light(colour(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => b - a);
    const contrast = (one + 0.05) / (two + 0.05);
    if (contrast < 4.5) poor.push([element.outerHTML.slice(0, 80), contrast]);
  }
  return poor;
})()
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(browser, read, scheme):
    browser.open(page(read), scheme=scheme)
    assert (
        browser.value("getComputedStyle(document.body).backgroundColor")
        == {"light": "rgb(253, 253, 251)", "dark": "rgb(22, 21, 20)"}[scheme]
    )
    for mark in (0, 2, 4, 5, 7, 8, 10):
        browser.value(f"document.getElementById('m{mark}').focus()")
        assert browser.value(CONTRASTS) == []
    picture = browser.screenshot()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 10_000


def test_screen_readers_are_told(browser, read):
    browser.open(page(read))
    browser("Accessibility.enable")
    nodes = browser("Accessibility.getFullAXTree")["nodes"]
    found = {tuple(node.get(what, {}).get("value") for what in ("role", "name", "description")) for node in nodes}
    assert {("main", "Document", None), ("complementary", "Findings and entities", None), ("region", "Entities", None)} <= found
    assert ("button", "Bernard Chan", "person, resolved: Bernard Chan Pak-li 陳百里") in found
    assert ("button", "Jane Doe", "person, partial: Jane Doe (№ 1, not in the tables)") in found
    assert {name for role, name, _ in found if role == "table"} == {"People (4)", "Offices (4)", "Organisations (1)", "Terms (1)"}
    assert {name for role, name, _ in found if role == "columnheader"} >= {"name", "mentions"}
    assert [node["role"]["value"] for node in nodes].count("button") == len(read.mentions)
    browser("Accessibility.disable")


def test_without_scripts(browser, read):
    browser.open(page(read), scripts=False)
    document = browser("DOM.getDocument", depth=-1)["root"]
    found = browser("DOM.querySelectorAll", nodeId=document["nodeId"], selector="#text mark[title]")["nodeIds"]
    assert len(found) == len(read.mentions)
    rows = browser("DOM.querySelectorAll", nodeId=document["nodeId"], selector="#entities tbody tr")["nodeIds"]
    assert len(rows) == 10
    assert browser.complaints() == []


def test_in_print(browser, read):
    browser.open(page(read), scheme="dark")
    browser.value("m0.focus()")
    browser("Emulation.setEmulatedMedia", media="print", features=[])
    style = "(selector, name) => getComputedStyle(document.querySelector(selector))[name]"
    assert browser.value(f"({style})('#card', 'display')") == "none"
    assert browser.value(f"({style})('.skip', 'display')") == "none"
    assert browser.value(f"({style})('td.id', 'display')") == "table-cell"
    assert browser.value(f"({style})('aside', 'position')") == "static"
    assert browser.value(CONTRASTS) == []
    printed = base64.b64decode(browser("Page.printToPDF", printBackground=True)["data"])
    assert printed.startswith(b"%PDF")


def test_many_mentions(browser, resolver):
    many = example(resolver, times=150)
    browser.open(page(many))
    assert browser.value("document.querySelectorAll('#text mark[role=button]').length") == 2100
    browser.value("document.getElementById('m2087').focus()")
    assert browser.value(LIT) == ["m2086", "m2087"]
    assert not browser.value(f"{CARD}.hidden")
    assert browser.complaints() == []
