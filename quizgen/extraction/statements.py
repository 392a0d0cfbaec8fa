"""What a clause or a sentence gives: a statement, or why it gives none."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.article import Span
from quizgen.facts import Frame


@dataclass(frozen=True)
class Refusal:
    """Why a clause gave no statement. ``reason`` is shown by ``quizgen explain``."""

    reason: str


@dataclass(frozen=True)
class Statement:
    """A frame and its evidence. ``needs_topic``: it is understood only beside the topic of its article. ``of_now``: it
    surely tells of the article's own days.
    """

    frame: Frame
    sentence: Span
    needs_topic: bool = False
    of_now: bool = False
