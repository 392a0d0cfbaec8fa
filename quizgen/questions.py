"""Questions and decks: what the program makes, and the shape other programs read."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

Style = Literal["open", "choice", "cloze"]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True)


class Evidence(_Frozen):
    """The source sentence, verbatim, and where the answer stands in it.

    ``start``, ``end``, ``answer_start`` and ``answer_end`` are offsets into the article's text.
    The answer's offsets are None where the answer is a declared normalisation (a resolved date).
    """

    text: str
    start: int
    end: int
    answer_start: int | None = None
    answer_end: int | None = None


class ArticleRef(_Frozen):
    """What a card says of the article it comes from."""

    id: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    date: datetime.date | None = None


class Question(_Frozen):
    """One card.

    ``stem``: the question; in a cloze, the statement with the deletion written once as ``[hint]``.
    ``topic``: what stands before the question in its stem (*Portugal, mai 2017 : *), if anything.
    ``hint``: what kind of thing is missing (cloze only). ``options``: all of them, answer included,
    in the order shown (choice only). ``context``: title or topic, outlet, date, as one line.
    ``attribution``: who claims it. ``score``: 0 to 1, higher is better. ``rank``: 1 is the best of
    its article. ``tags``: for Anki and for filters of the quiz.
    """

    id: str
    template: str
    kind: str
    style: Style
    stem: str
    topic: str = ""
    answer: str
    accepted: tuple[str, ...] = ()
    options: tuple[str, ...] | None = None
    hint: str | None = None
    context: str = ""
    attribution: str | None = None
    score: float = 0.0
    rank: int = 0
    language: str = "fr"
    tags: tuple[str, ...] = ()
    evidence: Evidence
    article: ArticleRef

    @property
    def asked(self) -> str:
        """The stem without its topic."""
        return self.stem.removeprefix(self.topic)


class Deck(_Frozen):
    """A named, ordered collection of questions. ``name`` nests with ``::`` as in Anki."""

    name: str
    questions: tuple[Question, ...]
