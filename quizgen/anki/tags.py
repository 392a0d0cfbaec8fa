"""The tags of a note. All are under ``quizgen::``, so that a person's own can be told from ours."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from quizgen.anki.text import clean
from quizgen.questions import Question

ROOT = "quizgen"
GONE = f"{ROOT}::gone"
_NOT_IN_A_TAG = re.compile(r'[\s"\u3000]+')


def tags_of(question: Question) -> tuple[str, ...]:
    """``quizgen::kind::role``, ``quizgen::date::2022-06``, and the question's own, in order, each once."""
    return _tags(question.kind, question.article.date, question.tags)


@lru_cache(maxsize=4096)
def _tags(kind: str, date: datetime.date | None, own: tuple[str, ...]) -> tuple[str, ...]:
    month = [f"date::{date:%Y-%m}"] if date else []
    named = (_tag(tag.removeprefix(f"{ROOT}::")) for tag in [f"kind::{kind}", *month, *own])
    return tuple(sorted({f"{ROOT}::{tag}" for tag in named if tag}))


def is_ours(tag: str) -> bool:
    """Whether quizgen wrote the tag, and may take it away."""
    return tag.casefold().startswith(f"{ROOT}::")


def _tag(text: str) -> str:
    parts = (_NOT_IN_A_TAG.sub("_", clean(part).strip()) for part in text.split("::"))
    return "::".join(part for part in parts if part)
