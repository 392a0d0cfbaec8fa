"""Whatever an article holds is shown as it was typed, or dropped; Anki's own renderer is the judge."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen.anki.package import read_deck, write_deck
from quizgen.anki.text import clean, escape, link

NASTY = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</div></div>", "<!-- ", "<style>*{display:none}",
    "{{c1::a::b}}", "{{c2::b}}", "{{Answer}}", "{{FrontSide}}", "{{/Title}}", "}}", "{{", "::", ":",
    "[sound:a.mp3]", "[anki:tts]x[/anki:tts]", "[latex]\\input{x}[/latex]", "[$]x[/$]", "[[type:Answer]]",
    "[[cloze:1]]",
    "\\(x\\)", "\\[x\\]", "&lt;b&gt;", "&amp;", "&#91;", "\x00", "\x1f", "\u202e", "\u2066", "\n", "\t", '"', "'", "\\",
    '"}', '":[', '\\":{', "e\u0301", "\u2028", "javascript:alert(1)", "\ufffe",
]  # fmt: skip
TEXT = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=6)), min_size=1, max_size=5).map("".join)
ALLOWED = {"div", "p", "hr", "blockquote", "mark", "cite", "a", "span", "ol", "li"}


class Shown(HTMLParser):
    """What a reader sees of a card, by the class of the element; and every tag and attribute in it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.parts: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(re.sub(r"<script>.*?</script>", "", html, flags=re.S) if "qg-options" in html else html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(named)
        if tag == "a":
            self.links.append(named.get("href") or "")
        if tag != "hr":
            self._open.append(named.get("class") or tag)

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for name in self._open:
            self.parts[name] = self.parts.get(name, "") + data


def seen(text: str) -> str:
    return clean(text)


@pytest.fixture(scope="module")
def collection(tmp_path_factory):
    module = pytest.importorskip("anki.collection", reason="the anki library is not installed")
    opened = module.Collection(str(tmp_path_factory.mktemp("profile") / "collection.anki2"))
    yield opened
    opened.close()


def take_in(collection, path):
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    collection.remove_notes(collection.find_notes(""))
    options = ImportAnkiPackageOptions()
    log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options)).log
    return [collection.get_card(card_id) for card_id in collection.find_cards("")], len(log.new)


@pytest.mark.parametrize("style", ["open", "choice", "cloze"])
@given(texts=st.tuples(TEXT, TEXT, TEXT, TEXT, TEXT))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_anki_shows_an_article_s_text_as_text(collection, make_question, make_deck, day, tmp_path, style, texts):
    stem, answer, source, title, speaker = texts
    answer = answer if clean(answer).strip() else "x"
    question = make_question(
        1, style,
        stem=f"[personne] {stem}" if style == "cloze" else f"Q {stem}",
        answer=f"A{answer}",
        accepted=(speaker,),
        options=(f"A{answer}", f"B{stem}") if style == "choice" else None,
        context=f"C {title}",
        attribution=f"S{speaker}",
        evidence={"text": f"{source}A{answer}.", "start": 0, "end": len(f"{source}A{answer}."),
                  "answer_start": len(source), "answer_end": len(f"{source}A{answer}")},
        article={"id": "a", "title": f"T{title}", "outlet": f"O{speaker}", "url": f"https://example.org/{title}"},
    )  # fmt: skip
    path = tmp_path / "deck.apkg"
    path.unlink(missing_ok=True)
    deck = make_deck(question)
    write_deck(deck, path, now=day)
    assert read_deck(path) == deck

    cards, new = take_in(collection, path)
    assert (new, len(cards)) == (1, 1)
    output = cards[0].render_output()
    assert output.question_av_tags == []
    assert output.answer_av_tags == []
    front, back = Shown(output.question_text), Shown(output.answer_text)
    for side in (front, back):
        assert side.tags <= ALLOWED
        assert side.attributes <= {"class", "lang", "id", "data-id", "data-side", "data-cloze", "data-ordinal", "href"}
        assert "[[type:" not in output.question_text + output.answer_text
    shown = f"[personne] {stem}" if style == "cloze" else f"Q {stem}"
    assert front.parts["qg-stem"] == seen(shown)
    assert front.parts["qg-context"] == seen(f"C {title}")
    if style == "cloze":
        assert back.parts["cloze"] == seen(f"A{answer}")
    else:
        assert back.parts["qg-answer"] == seen(f"A{answer}")
    if style == "choice":
        assert front.parts["li"] == seen(f"A{answer}") + seen(f"B{stem}")
    assert back.parts["qg-source"] == seen(source) + seen(f"A{answer}") + "."
    assert back.parts["mark"] == seen(f"A{answer}")
    assert back.parts["cite"] == seen(f"T{title}")
    assert back.parts["qg-attribution"] == f"Selon {seen(f'S{speaker}')}"
    assert all(href.startswith("https://example.org/") for href in back.links)


@given(TEXT)
@settings(max_examples=300)
def test_what_is_escaped_reads_as_it_was_typed(text):
    shown = Shown(f"<p>{escape(text)}</p>")
    assert shown.tags == {"p"}
    assert shown.text == clean(text)
    for opening in ("<", "[", "]", "{", "}", "::", "\\", '"', "\x1f", "\x00", "\u202e"):
        assert opening not in escape(text)


@given(st.text())
def test_text_without_markup_and_controls_is_shown_to_the_letter(text):
    plain = "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf", "Cn", "Co", "Zl", "Zp"))
    assert clean(plain) == unicodedata.normalize("NFC", plain)


@pytest.mark.parametrize(
    "url",
    [
        None, "", "javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "JaVaScRiPt:alert(1)",
        "\x01javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "//example.org", "http://",
        "https:example.org", "http://[::1", "mailto:a@example.org",
    ],
)  # fmt: skip
def test_only_pages_on_the_web_are_links(url):
    assert link(url) == ""


def test_a_link_cannot_leave_its_attribute():
    assert link('https://example.org/"onclick="x"<b>[sound:a]{{c1::b}}') == (
        "https://example.org/&quot;onclick=&quot;x&quot;&lt;b&gt;&#91;sound:a&#93;&#123;&#123;c1&#58;&#58;b&#125;&#125;"
    )
