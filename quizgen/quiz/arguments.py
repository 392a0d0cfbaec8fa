"""Checks of what the command line was given, and the streams it runs on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date

from quizgen.errors import UsageError


def check_date(text: str | None) -> None:
    """Errors: ``UsageError`` for a text that is no ISO date."""
    try:
        if text is not None:
            date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is no date", remedy="Write it as YYYY-MM-DD.") from error


def wants_library(has_sources: bool, without: bool) -> None:
    if without and not has_sources:
        raise UsageError("--no-library leaves nothing to ask", remedy="Give a deck or an article with it.")


def run_safely(play: Callable[[], int]) -> int:
    """Run on streams that never fail on a character; a reader that closes the pipe ends the run quietly."""
    for stream in (sys.stdin, sys.stdout):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        return play()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
