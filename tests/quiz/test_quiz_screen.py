"""What the screens look like. The golden files in ``golden/`` are written anew with QUIZGEN_GOLDEN=write."""

from __future__ import annotations

import io
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from rich.console import Console

from quizgen.quiz import events as on
from quizgen.quiz.item import item_from_question
from quizgen.quiz.lines import View
from quizgen.quiz.plain import PlainScreen
from quizgen.quiz.safe import clean, is_link
from quizgen.quiz.screen import RichScreen
from quizgen.quiz.session import Session, start, step
from quizgen.quiz.summary import summary_view
from quizgen.quiz.ui import load_ui, locale_language
from quizgen.quiz.views import feedback_view, question_view, reveal_view
from tests.quiz.quiz_samples import ALL, BRIDGE, question

GOLDEN = Path(__file__).parent / "golden"
NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
ITEMS = tuple(map(item_from_question, ALL))
QUOTED = question(
    "q-quoted",
    "Comment les industriels jugent-ils la mesure ?",
    "« irréaliste »",
    "Dans un rapport publié mardi, l'agence demande de réduire de moitié les importations de gaz d'ici la fin de "
    "l'année, une mesure que les industriels jugent « irréaliste » et qu'ils redoutent depuis des mois.",
)


def after(session: Session, *events: on.Event) -> Session:
    for event in events:
        session, _ = step(session, event)
    return session


def views(language: str) -> dict[str, View]:
    ui = load_ui(language)
    wrong = after(start(ITEMS), on.Answered("Valmorin", "wrong", 4))
    almost = after(wrong, on.Continued(), on.Answered("500", "almost", 7, "unit"))
    revealed = after(almost, on.Decided(True), on.Continued(), on.Revealed(3))
    ended = after(revealed, on.SelfGraded(3), on.Continued(), on.Stopped())
    session = start(ITEMS)
    return {
        "question": question_view(session, BRIDGE.options or (), frozenset({2}), (), ui, 65),
        "wrong": feedback_view(wrong, NOW + timedelta(minutes=1), NOW, ui, True),
        "almost": feedback_view(almost, NOW + timedelta(days=1), NOW, ui, True),
        "reveal": reveal_view(revealed, ui, True),
        "summary": summary_view(ended, (2, 3), ui),
    }


def drawn(view: View, width: int = 80) -> str:
    out = io.StringIO()
    RichScreen(Console(file=out, width=width, color_system=None, markup=False, emoji=False)).show(view)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def check(name: str, text: str) -> None:
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("QUIZGEN_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", ["question", "wrong", "almost", "reveal", "summary"])
def test_screens_at_80_columns(name: str, language: str) -> None:
    check(f"{name}-{language}", drawn(views(language)[name]))


@pytest.mark.parametrize("name", ["question", "wrong", "almost", "reveal", "summary"])
def test_plain_screens(name: str) -> None:
    out = io.StringIO()
    PlainScreen(out).show(views("en")[name])
    check(f"{name}-plain", out.getvalue())


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_line_is_wider_than_the_terminal_nor_than_is_legible(width: int, language: str) -> None:
    for view in views(language).values():
        assert max(map(len, drawn(view, width).splitlines())) <= min(width, 100)


def test_every_screen_fits_24_lines() -> None:
    assert all(len(drawn(view).splitlines()) <= 24 for name, view in views("fr").items() if name != "summary")


def test_lines_do_not_break_inside_french_quotation_marks() -> None:
    text = QUOTED.evidence.text.replace("« ", "«\u00a0").replace(" »", "\u202f»")
    evidence = QUOTED.evidence.model_copy(update={"text": text})
    item = item_from_question(QUOTED.model_copy(update={"evidence": evidence}))
    session = after(start((item,)), on.Answered("x", "wrong"))
    for width in range(30, 90):
        lines = drawn(feedback_view(session, None, NOW, load_ui("fr"), False), width).splitlines()
        assert not any(line.endswith("«") or line.strip().startswith("»") for line in lines)


def test_the_answer_is_marked_in_its_sentence() -> None:
    out = io.StringIO()
    console = Console(file=out, width=80, force_terminal=True, color_system="standard", markup=False)
    RichScreen(console).show(views("fr")["wrong"])
    assert "\x1b[1;4mCalvador\x1b[0m" in out.getvalue()


def test_no_color_leaves_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    out = io.StringIO()
    RichScreen(Console(file=out, width=80, force_terminal=True, markup=False)).show(views("fr")["wrong"])
    assert "\x1b[1;31m" not in out.getvalue() and "Faux" in out.getvalue()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_rich_markup_and_emoji_codes_in_articles_are_text(language: str) -> None:
    nasty = question("q", "[bold]Qui[/bold] :smile: [/red] ?", "Roi", "[link=file:///x]Le Roi[/link] \x1b[2J")
    session = start((item_from_question(nasty),))
    text = drawn(question_view(session, (), frozenset(), (), load_ui(language), 0))
    assert "[bold]Qui[/bold] :smile: [/red] ?" in text
    shown = drawn(feedback_view(after(session, on.Answered("[red]", "wrong")), None, NOW, load_ui(language), True))
    assert "[link=file:///x]Le Roi[/link]" in shown and "\x1b" not in shown and "[red]" in shown


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("a\x1b[2Jb", "ab"),
        ("a\x1b]0;title\x07b", "ab"),
        ("a\x1b]8;;http://x\x1b\\b", "ab"),
        ("a\x9b31mb", "ab"),
        ("a\nb\tc", "a b c"),
        ("a\u202eb\u2069", "ab"),
        ("a\x00\x7f\x85b", "a b"),
        ("é\ud800", "é\ufffd"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("a\x1bPq\x1b\\b", "ab"),
    ],
)
def test_control_sequences_are_removed(raw: str, shown: str) -> None:
    assert clean(raw) == shown


def test_only_web_links_are_opened() -> None:
    assert is_link("https://example.org/a")
    assert not any(map(is_link, ("file:///etc/passwd", "javascript:alert(1)", "--help", None, "https://a b")))


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "fr_FR"}, "en"),
        ({"LANG": "de_DE"}, "en"),
        ({}, "en"),
        ({"LANG": "C"}, "en"),
    ],
)
def test_the_locale_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert locale_language(environment) == language


def test_both_tables_say_the_same_things_with_the_same_fields() -> None:
    import re

    french, english = (load_ui(language).table for language in ("fr", "en"))
    assert {section: set(table) for section, table in french.items()} == {s: set(t) for s, t in english.items()}
    for section, table in french.items():
        for name, text in table.items():
            if isinstance(text, str):
                assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", english[section][name]))
