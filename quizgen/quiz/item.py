"""What the quiz asks: a question without pydantic, so that the first one is on the screen at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgen.questions import Question


@dataclass(frozen=True, slots=True)
class Item:
    """One question as the quiz needs it. ``mark`` is where the answer stands in ``sentence``."""

    id: str
    kind: str
    style: str
    stem: str
    answer: str
    accepted: tuple[str, ...] = ()
    options: tuple[str, ...] | None = None
    hint: str | None = None
    context: str = ""
    attribution: str | None = None
    language: str = "fr"
    template: str = ""
    tags: tuple[str, ...] = ()
    sentence: str = ""
    mark: tuple[int, int] | None = None
    article: str = ""
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    date: str | None = None

    @property
    def right_answers(self) -> tuple[str, ...]:
        return (self.answer, *self.accepted)


def _mark(evidence: Mapping[str, Any]) -> tuple[int, int] | None:
    """Offsets into the article turned into offsets into the sentence; None where they do not fit."""
    start, end = evidence.get("answer_start"), evidence.get("answer_end")
    if start is None or end is None:
        return None
    first, last = start - evidence["start"], end - evidence["start"]
    return (first, last) if 0 <= first < last <= len(evidence["text"]) else None


def item_from_data(data: Mapping[str, Any]) -> Item:
    """In: a question as JSON data (the names of ``Question``). Out: the item that the quiz asks."""
    evidence, article = data["evidence"], data["article"]
    return Item(
        id=data["id"],
        kind=data["kind"],
        style=data["style"],
        stem=data["stem"],
        answer=data["answer"],
        accepted=tuple(data.get("accepted") or ()),
        options=tuple(data["options"]) if data.get("options") else None,
        hint=data.get("hint"),
        context=data.get("context") or "",
        attribution=data.get("attribution"),
        language=data.get("language") or "fr",
        template=data.get("template") or "",
        tags=tuple(data.get("tags") or ()),
        sentence=evidence["text"],
        mark=_mark(evidence),
        article=article["id"],
        title=article.get("title"),
        outlet=article.get("outlet"),
        url=article.get("url"),
        date=article.get("date"),
    )


def item_from_question(question: Question) -> Item:
    """In: a ``Question``. Out: the item that the quiz asks."""
    return item_from_data(question.model_dump(mode="json"))
