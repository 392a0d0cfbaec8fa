"""A question that may become a card, with what it was made from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.asking.comparing import words_of
from quizgen.facts import Fact, Frame, FramePiece, Slot
from quizgen.languages.lexicon import lexicon, words
from quizgen.questions import Question


@dataclass(frozen=True)
class Candidate:
    """A question with what it was made from.

    ``headline``: its statement is the article's headline; ``opens``: what the article begins with.
    """

    question: Question
    fact: Fact
    text: str
    headline: bool = False
    opens: bool = False

    @property
    def stem(self) -> str:
        return self.question.stem

    @property
    def asked(self) -> str:
        """The stem without its topic."""
        return self.question.asked

    @property
    def asked_words(self) -> set[str]:
        """The words of what is asked, in small letters."""
        return {word.lower() for word in words_of(self.asked)}

    def has_word_of(self, name: str) -> bool:
        """Whether what is asked has a word of a list of ``lexicon/worth.toml``."""
        return bool(self.asked_words & words(self.question.language, "worth", name))

    @property
    def is_cloze(self) -> bool:
        return self.question.style == "cloze"

    @property
    def frame(self) -> Frame | None:
        """The statement that is asked from, where the fact has one."""
        return getattr(self.fact, "frame", None)

    @property
    def slot(self) -> Slot | None:
        """What the fact's statement is asked for."""
        return getattr(self.fact, "asked", None)

    @property
    def piece(self) -> FramePiece | None:
        """The constituent that what is asked for stands in."""
        return self.frame.pieces[self.fact.piece] if self.frame is not None else None  # type: ignore[union-attr]

    @property
    def may_need_topic(self) -> bool:
        """Whether the fact is of a kind whose question may want the article's topic before it."""
        return "needs_topic" in type(self.fact).model_fields

    @property
    def rules(self) -> dict[str, list[str]]:
        table: dict[str, list[str]] = lexicon(self.question.language, "lint")
        return table


def is_headed(candidate: Candidate) -> bool:
    """Whether a headline stands before a question, with its month in brackets (*X se retire (mai 2017) : …*)."""
    return candidate.question.topic.rstrip(" :\u00a0\u202f").endswith(")")


def has_apposition(candidate: Candidate) -> bool:
    """Whether something is told beside the gap: *décès de [personne], figure du théâtre*."""
    return candidate.stem.partition("]")[2].startswith(",")


def without_kind(candidate: Candidate) -> str:
    """The stem without the words that say what kind of thing is asked for (*quelle organisation*, *[organisation]*)."""
    stem = re.sub(r"\[.*?\]", " ", candidate.stem)
    words_before = "|".join(re.escape(word) for word in candidate.rules["which"])
    return re.sub(rf"(?i)\b({words_before}) \w+", " ", stem, count=1)
