"""What is typed: single keys where the terminal allows, else whole lines."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Protocol, TextIO

from quizgen.quiz.safe import clean

REDRAW = "\x0c"
"""Ctrl-L, and what ``key`` gives when the terminal has changed its size."""


class _Resized(Exception):
    """Raised by the signal of a new size, to leave the read that waits for a key."""


class Input(Protocol):
    """``key`` and ``line`` raise ``EOFError`` at the end of input, ``KeyboardInterrupt`` on Ctrl-C.

    ``key`` gives the empty string for Enter, for keys without a letter, and where ``seconds`` are over.
    """

    interactive: bool

    def key(self, seconds: float | None = None) -> str: ...

    def line(self, prompt: str) -> str: ...


class StreamInput:
    """Lines from any stream; a key is the line typed. What comes from a pipe is echoed, so that a log can be read."""

    def __init__(self, stream: TextIO, prompt: Callable[[str], None], interactive: bool) -> None:
        self._stream = stream
        self._prompt = prompt
        self.interactive = interactive

    def key(self, seconds: float | None = None) -> str:
        return self.line("> ")

    def line(self, prompt: str) -> str:
        self._prompt(prompt)
        text = self._stream.readline()
        if not text:
            raise EOFError
        if not self.interactive:
            self._prompt(clean(text.rstrip("\r\n")) + "\n")
        return text.rstrip("\r\n")


@contextmanager
def _single_keys(descriptor: int) -> Iterator[None]:
    """The terminal without line editing and echo; Ctrl-C still interrupts."""
    import termios
    import tty

    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


@contextmanager
def _watching_size() -> Iterator[None]:
    """Where the system tells of a new terminal size, let it end the wait for a key."""
    import signal

    def resized(*_: object) -> None:
        raise _Resized

    if not hasattr(signal, "SIGWINCH") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGWINCH, resized)
    try:
        yield
    finally:
        signal.signal(signal.SIGWINCH, before)


def _read_key(descriptor: int) -> str:
    """One key. An escape sequence (an arrow) is read whole and counts as no key; Ctrl-D is the end."""
    first = os.read(descriptor, 1)
    if first in (b"", b"\x04"):
        raise EOFError
    if first == b"\x1b":
        _drain(descriptor)
        return ""
    length = 1 if first < b"\x80" else 2 if first < b"\xe0" else 3 if first < b"\xf0" else 4
    rest = b"".join(os.read(descriptor, 1) for _ in range(length - 1))
    text = (first + rest).decode("utf-8", "replace")
    return "" if text in ("\r", "\n") else text


def _drain(descriptor: int) -> None:
    import select

    while select.select([descriptor], [], [], 0.02)[0]:
        os.read(descriptor, 16)


class TerminalInput:
    """Keys without Enter, lines with readline's editing."""

    interactive = True

    def __init__(self, stream: TextIO) -> None:
        self._descriptor = stream.fileno()

    def key(self, seconds: float | None = None) -> str:
        import select

        try:
            with _single_keys(self._descriptor), _watching_size():
                ready = select.select([self._descriptor], [], [], seconds)[0]
                return _read_key(self._descriptor) if ready else ""
        except _Resized:
            return REDRAW

    def line(self, prompt: str) -> str:
        with suppress(ImportError):
            import readline  # noqa: F401 - line editing for input()
        return input(f" {prompt}")


def terminal_input(stream: TextIO) -> Input | None:
    """Single keys where the stream is the process's terminal and termios is there; else None."""
    try:
        import termios  # noqa: F401
    except ImportError:
        return None
    return TerminalInput(stream) if stream is sys.stdin and stream.isatty() else None
