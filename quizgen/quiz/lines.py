"""Text laid out without saying on what: lines of parts, each with a role that a screen gives a look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from quizgen.quiz.safe import clean


class Part(NamedTuple):
    """``role``: plain, strong, dim, right, wrong, almost, mark, key."""

    text: str
    role: str = "plain"


@dataclass(frozen=True)
class Line:
    """One paragraph, which a screen wraps; ``indent`` spaces before each of its lines."""

    parts: tuple[Part, ...] = ()
    indent: int = 0


BLANK = Line()


def line(*parts: Part | str, indent: int = 0) -> Line:
    """A line of texts made harmless; a bare string is plain."""
    made = (part if isinstance(part, Part) else Part(part) for part in parts)
    return Line(tuple(Part(clean(part.text), part.role) for part in made if part.text), indent)


@dataclass(frozen=True)
class Header:
    """What stands above a question: the place in the session, how far it is, and what stands at the right."""

    place: str
    done: float
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class View:
    """A screen: a header where there is one, lines, and which keys do what."""

    lines: tuple[Line, ...]
    header: Header | None = None
    keys: str = ""
