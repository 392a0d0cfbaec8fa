"""Which questions of a deck become multiple-choice, and where their answers stand."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.asking.lint import Candidate
    from quizgen.build import ArticleBuild


def choice_id(question_id: str) -> str:
    """The id of a question once it has options: another card than the open one."""
    return hashlib.sha256(f"{question_id}\nchoice".encode()).hexdigest()[:16]


def make_choices(
    candidates: Sequence[Candidate], builds: Sequence[ArticleBuild], *, seed: int, open_only: frozenset[str]
) -> list[Candidate]:
    return list(candidates)
