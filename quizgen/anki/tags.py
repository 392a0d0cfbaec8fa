"""The tags of a note. All are under ``quizgen::``, so that a person's own can be told from ours."""

from __future__ import annotations

import re

from quizgen.anki.text import clean
from quizgen.questions import Question

ROOT = "quizgen"
GONE = f"{ROOT}::gone"
_NOT_IN_A_TAG = re.compile(r'[\s"\u3000]+')


def tags_of(question: Question) -> tuple[str, ...]:
    """``quizgen::kind::role``, ``quizgen::date::2022-06``, and the question's own, in order, each once."""
    own = [tag.removeprefix(f"{ROOT}::") for tag in question.tags]
    month = [f"date::{question.article.date:%Y-%m}"] if question.article.date else []
    named = (_tag(tag) for tag in [f"kind::{question.kind}", *month, *own])
    return tuple(sorted({f"{ROOT}::{tag}" for tag in named if tag}))


def is_ours(tag: str) -> bool:
    """Whether quizgen wrote the tag, and may take it away."""
    return tag.casefold().startswith(f"{ROOT}::")


def _tag(text: str) -> str:
    parts = (_NOT_IN_A_TAG.sub("_", clean(part).strip()) for part in text.split("::"))
    return "::".join(part for part in parts if part)
