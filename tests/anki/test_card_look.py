"""Cards as Anki renders them, in a real browser: by day and night, on a phone and on a desktop."""

from __future__ import annotations

import importlib.util
import time
from pathlib import Path

import pytest

from quizgen.anki.package import write_deck

HERE = Path(__file__).parent
SIDES = ("front", "back")
GUIDS = {"question": "q00001", "choice": "q00002", "cloze": "q00003"}
LONG = (
    "Selon le maire de Narva, la ministre Anna Kask, qui avait renoncé à ce voyage en avril, a inauguré le pont devant "
    "trois mille personnes, avant de signer avec son homologue letton un accord sur le transit des marchandises."
)


def _module(name):
    spec = importlib.util.spec_from_file_location(f"quizgen_test_{name}", HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module", params=["chromium", "webkit"])
def browser(request, tmp_path_factory):
    """Chromium, the engine of the desktop and of Android's web views; WebKit, that of iOS's."""
    if request.param == "chromium":
        module = _module("browser")
        program = module.find_chromium()
    else:
        module = _module("webkit")
        program = module.find_webkit()
    if program is None:
        pytest.skip(f"{request.param} is not installed")
    opened = module.Browser(program, tmp_path_factory.mktemp("profile"))
    yield opened
    opened.close()


@pytest.fixture
def whole_browser(browser):
    if not browser.whole:
        pytest.skip("this browser's driver cannot do that")
    return browser


@pytest.fixture(scope="module")
def pages(tmp_path_factory, make_question, make_deck, day):
    """Every side of every note type as an HTML page: Anki's rendering in a body of Anki's classes."""
    collection = pytest.importorskip("anki.collection", reason="the anki library is not installed")
    folder = tmp_path_factory.mktemp("cards")
    at = LONG.index("Anna")
    evidence = {"text": LONG, "start": 0, "end": len(LONG), "answer_start": at, "answer_end": at + 9}
    styles = ("open", "choice", "cloze")
    write_deck(
        make_deck(*(make_question(n, style, evidence=evidence) for n, style in enumerate(styles, 1))),
        folder / "deck.apkg",
        now=day,
    )
    col = collection.Collection(str(folder / "collection.anki2"))
    options = collection.ImportAnkiPackageOptions()
    col.import_anki_package(
        collection.ImportAnkiPackageRequest(package_path=str(folder / "deck.apkg"), options=options)
    )
    note = col.get_note(col.find_notes("Id:q00003")[0])
    note["Note to self"] = "Ne pas confondre avec Sillamäe."
    col.update_note(note)
    for key, guid in GUIDS.items():
        output = col.get_note(col.find_notes(f"Id:{guid}")[0]).cards()[0].render_output()
        for night in (False, True):
            for side, html in zip(SIDES, (output.question_text, output.answer_text), strict=True):
                classes = "card card1" + (" nightMode" if night else "")
                (folder / f"{key}-{side}-{'night' if night else 'day'}.html").write_text(
                    f"<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'>"
                    f"<style>{output.css}</style><body class='{classes}'><div id=qa>{html}</div></body>",
                    "utf-8",
                )
    col.close()
    return folder


CONTRAST = """(() => {
  const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
    if (c.length === 3 || c[3] === 1) return c; } return [255, 255, 255]; };
  const light = c => { const [r, g, b] = c.slice(0, 3).map(v => { v /= 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const e = node.parentElement;
    if (!node.textContent.trim() || ["SCRIPT", "STYLE"].includes(e.tagName) || !e.getClientRects().length) continue;
    const pair = [light(parse(getComputedStyle(e).color)), light(ground(e))].sort((a, b) => b - a);
    const size = parseFloat(getComputedStyle(e).fontSize);
    found.push([(pair[0] + 0.05) / (pair[1] + 0.05), size, node.textContent.trim()]);
  }
  return found;
})()"""


@pytest.mark.parametrize("width", [360, 1200])
@pytest.mark.parametrize("light", ["day", "night"])
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("key", GUIDS)
def test_a_card_can_be_read(browser, pages, tmp_path, key, side, light, width):
    browser.errors.clear()
    browser.show(pages / f"{key}-{side}-{light}.html", width=width)
    if browser.whole:
        assert len(browser.screenshot(tmp_path / "card.png")) > 4000, "an empty page"
    texts = browser.run(CONTRAST)
    assert {text for ratio, _, text in texts if ratio < 4.5} == set()
    assert {text for _, size, text in texts if size < 13} == set()
    assert browser.run("document.documentElement.scrollWidth <= innerWidth")
    assert browser.run("document.querySelector('.qg').lang") == "fr"
    assert browser.errors == []


def _options(browser):
    return browser.run("[...document.querySelectorAll('.qg-options li')].map(e => e.textContent)")


def _with(browser, name):
    return browser.run(f"[...document.querySelectorAll('.qg-options li.{name}')].map(e => e.textContent)")


@pytest.fixture
def front(browser, pages):
    def show(**options):
        browser.errors.clear()
        browser.show(pages / "choice-front-day.html", width=360, **options)

    return show


# Browsers write a page's session storage a moment after it is set; nobody turns a card sooner.
READING = 0.3


@pytest.fixture
def back(browser, pages):
    def show(**options):
        time.sleep(READING)
        browser.show(pages / "choice-back-day.html", width=360, **options)

    return show


def test_options_are_in_another_order_at_each_review_and_the_same_on_both_sides(browser, front, back):
    orders = []
    for _ in range(8):
        front()
        orders.append(_options(browser))
        back()
        assert _options(browser) == orders[-1]
    assert all(sorted(order) == sorted(orders[0]) for order in orders)
    assert all(one != other for one, other in zip(orders, orders[1:], strict=False))
    assert browser.errors == []


def test_every_option_can_come_first(browser, front):
    firsts = set()
    for _ in range(40):
        front()
        firsts.add(_options(browser)[0])
    assert firsts == {"Anna Kask", "Liis Tamm", "Maria Lepp"}


@pytest.mark.parametrize("key", ["1", "2", "3"])
def test_a_key_chooses_and_the_back_colours(browser, front, back, key):
    front()
    browser.press(key)
    chosen = _options(browser)[int(key) - 1]
    assert _with(browser, "qg-chosen") == [chosen]
    back()
    assert _with(browser, "qg-chosen") == [chosen]
    assert _with(browser, "qg-right") == ["Anna Kask"]
    assert _with(browser, "qg-wrong") == ([] if chosen == "Anna Kask" else [chosen])
    assert browser.errors == []


def test_keys_that_are_no_option_do_nothing(browser, front):
    front()
    for key in ("4", "9", "0", "a"):
        browser.press(key)
    assert _with(browser, "qg-chosen") == []
    assert browser.errors == []


def test_a_tap_chooses_and_shows_the_answer_where_anki_lets_it(browser, front, back):
    front()
    browser.run("window.said = []; window.pycmd = word => window.said.push(word)")
    wanted = _options(browser)[1]
    browser.click(".qg-options li:nth-child(2)")
    assert _with(browser, "qg-chosen") == [wanted]
    assert browser.run("window.said") == ["ans"]
    back()
    assert _with(browser, "qg-chosen") == [wanted]


def test_enter_chooses_the_option_that_has_the_focus(browser, front):
    front()
    browser.run("document.querySelectorAll('.qg-options li')[2].focus()")
    browser.press("Enter")
    assert _with(browser, "qg-chosen") == [_options(browser)[2]]


def test_a_desktop_keeps_one_page_and_keys_choose_once(browser, front, pages):
    """The desktop puts the next side into the same page and runs its script again."""
    front()
    side = (pages / "choice-front-day.html").read_text("utf-8").split("<div id=qa>")[1].split("</div></body>")[0]
    browser.run("window.said = []; window.pycmd = word => window.said.push(word)")
    browser.run(f"""(() => {{
      const qa = document.querySelector('#qa'); qa.innerHTML = {side!r};
      for (const old of qa.querySelectorAll('script')) {{
        const fresh = document.createElement('script'); fresh.text = old.text; old.replaceWith(fresh); }} }})()""")
    browser.press("1")
    assert browser.run("window.said") == ["ans"]
    assert browser.errors == []


def test_on_a_desktop_the_card_takes_the_keys_that_the_window_would(whole_browser, browser, front, pages):
    """Anki's window keeps 1 to 4 for its buttons, but not from a text field."""
    browser.errors.clear()
    browser.before("window.said = []; window.pycmd = word => window.said.push(word)")
    try:
        browser.show(pages / "choice-front-day.html", width=1200)
        assert browser.run("document.activeElement.className") == "qg-keys"
        browser.press(" ")
        browser.press("e")
        assert browser.run("window.said") == ["ans", "edit"]
        browser.press("2")
        assert _with(browser, "qg-chosen") == [_options(browser)[1]]
        browser.press("r")
        assert browser.run("document.activeElement.tagName") == "BODY"
        browser.show(pages / "choice-back-day.html", width=1200)
        assert browser.run("document.querySelector('.qg-keys')") is None
    finally:
        browser.before(None)
    assert browser.errors == []


def test_the_back_alone_shows_the_given_order(browser, front, back):
    front()
    browser.run("sessionStorage.clear()")
    back()
    assert _options(browser) == ["Maria Lepp", "Anna Kask", "Liis Tamm"]
    assert _with(browser, "qg-right") == ["Anna Kask"]
    assert _with(browser, "qg-wrong") == []


def test_without_javascript_a_plain_list_and_the_answer_on_the_back(whole_browser, browser, front, back):
    front(scripts=False)
    assert _options(browser) == ["Maria Lepp", "Anna Kask", "Liis Tamm"]
    assert browser.run("getComputedStyle(document.querySelector('.qg-options li')).display") == "list-item"
    back(scripts=False)
    assert browser.run("document.querySelector('.qg-answer').getClientRects().length") == 1
    assert browser.run("document.querySelector('.qg-answer').textContent") == "Anna Kask"
