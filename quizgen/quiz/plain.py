"""The quiz as plain text: for pipes, screen readers and dumb terminals. No rich."""

from __future__ import annotations

import textwrap
from typing import TextIO

from quizgen.quiz.lines import Line, View


def plain_text(shown: Line) -> str:
    """A line as text; what is marked stands in square brackets twice over, as colour cannot show it."""
    return "".join(f"[[{part.text}]]" if part.role == "mark" else part.text for part in shown.parts)


def wrap(shown: Line, width: int) -> str:
    pad = " " * shown.indent
    text = plain_text(shown)
    return textwrap.fill(text, width, initial_indent=pad, subsequent_indent=pad, break_on_hyphens=False) if text else ""


class PlainScreen:
    """Writes views to a stream, one below the other, no control sequences."""

    fancy = False

    def __init__(self, out: TextIO, width: int = 80, quiet_keys: bool = False) -> None:
        self._out = out
        self._quiet_keys = quiet_keys
        self._width = width

    def show(self, view: View, fresh: bool = False) -> None:
        if view.header is not None:
            notes = " · ".join((view.header.place, *view.header.notes))
            self._out.write(f"\n{notes}\n")
        for shown in view.lines:
            self._out.write(wrap(shown, self._width) + "\n")
        if view.keys and not self._quiet_keys:
            self._out.write(textwrap.fill(view.keys, self._width) + "\n")
        self._out.flush()

    def say(self, shown: Line) -> None:
        self._out.write(wrap(shown, self._width) + "\n")
        self._out.flush()

    def prompt(self, text: str) -> None:
        self._out.write(text)
        self._out.flush()
