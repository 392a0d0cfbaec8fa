"""The quiz in a terminal. The only importer of ``rich`` in the quiz."""

from __future__ import annotations

import os
from typing import TextIO

from rich.console import Console
from rich.text import Text

from quizgen.quiz.lines import Header, Line, View

STYLES = {
    "plain": "",
    "strong": "bold",
    "dim": "dim",
    "right": "bold green",
    "wrong": "bold red",
    "almost": "bold yellow",
    "mark": "bold underline",
    "key": "bold cyan",
}
MAX_WIDTH = 100
"""Longer lines are hard to read, however wide the terminal is."""


def rich_text(shown: Line) -> Text:
    """A line as rich text: no markup, no emoji codes, no highlighting of what the article says."""
    text = Text(overflow="fold")
    for part in shown.parts:
        text.append(part.text, STYLES.get(part.role, ""))
    return text


def unbroken(keys: str) -> str:
    """Keys that stay with what they do when the line wraps."""
    return " · ".join(item.replace(" ", "\N{NO-BREAK SPACE}") for item in keys.split(" · "))


# rich breaks lines at no-break spaces, which French has inside its quotation marks: they pass as letters.
_HELD = {"\N{NO-BREAK SPACE}": "\ue000", "\N{NARROW NO-BREAK SPACE}": "\ue001"}


def wrap(console: Console, text: Text, width: int) -> list[Text]:
    """The text in lines of at most ``width``, broken at spaces that may break, long words folded."""
    held = text.copy()
    for space, letter in _HELD.items():
        held.plain = held.plain.replace(space, letter)
    lines = held.wrap(console, width, overflow="fold") or [held]
    for one in lines:
        for space, letter in _HELD.items():
            one.plain = one.plain.replace(letter, space)
    return list(lines)


def bar(done: float, width: int) -> Text:
    filled = round(done * width)
    return Text.assemble(("━" * filled, "cyan"), ("─" * (width - filled), "dim"))


class RichScreen:
    """Draws views on a console; a fresh view clears the terminal first."""

    fancy = True

    def __init__(self, console: Console) -> None:
        self._console = console

    @property
    def width(self) -> int:
        return min(self._console.width, MAX_WIDTH)

    def _header(self, header: Header) -> None:
        notes = " · ".join(header.notes)
        gap = max(1, self.width - 2 - len(header.place) - len(notes))
        self._console.print(Text.assemble(" ", (header.place, "bold"), " " * gap, (notes, "dim")), highlight=False)
        self._console.print(Text.assemble(" ", bar(header.done, self.width - 2)))
        self._console.print()

    def show(self, view: View, fresh: bool = False) -> None:
        if fresh:
            self._console.clear()
        if view.header is not None:
            self._header(view.header)
        for shown in view.lines:
            self.say(shown)
        if view.keys:
            self._print(Text(unbroken(view.keys), "dim"), 1)
            self._console.print()

    def _print(self, text: Text, indent: int) -> None:
        for wrapped in wrap(self._console, text, self.width - indent - 1):
            self._console.print(Text(" " * indent) + wrapped, highlight=False, no_wrap=True, overflow="ignore")

    def say(self, shown: Line) -> None:
        self._print(rich_text(shown) if shown.parts else Text(" "), shown.indent + 1)

    def prompt(self, text: str) -> None:
        self._console.print(Text(f" {text}", "bold"), end="", highlight=False)
        self._console.file.flush()


def rich_screen(out: TextIO) -> RichScreen:
    """A screen on a terminal. ``NO_COLOR`` is obeyed by rich itself."""
    dumb = os.environ.get("TERM", "") in ("dumb", "unknown", "")
    return RichScreen(Console(file=out, markup=False, emoji=False, highlight=False, force_terminal=not dumb or None))
