"""How good a question promises to be, from 0 to 1."""

from __future__ import annotations

from quizgen.asking.lint import Candidate, fold, words_of
from quizgen.asking.templates import Template
from quizgen.asking.worth import cost
from quizgen.extraction.context import Context

_KINDS = {
    "role": 0.15, "quote": 0.1, "acronym": 0.12, "definition": 0.12, "alias": 0.1, "naming": 0.08, "succession": 0.1,
    "quantity": 0.05, "location": 0.05, "cause": 0.1, "event": 0.05, "claim": 0.05, "membership": 0.05, "date": 0.08,
    "affiliation": 0.13,
}  # fmt: skip


# What the headline and the first sentence of an article add: they tell what all the others are about.
_LEAD, _HEADLINE = 0.07, -0.02
_FIRST = 3
# Shares and sums, which readers keep more often than counts.
_FIGURE, _FIGURES = 0.05, ("number:percent", "number:money")


def score(candidate: Candidate, template: Template, context: Context) -> float:
    """Importance (kind, place in the article, words of the title) and ease of reading, clipped to [0, 1]."""
    article = context.parsed.article
    headline = article.is_headline(candidate.fact.sentence)
    position = 0.0 if headline else candidate.fact.sentence.start / max(1, len(article.text))
    length = 0 if candidate.question.kind == "quote" else len(words_of(candidate.stem))
    value = 0.5 + _KINDS.get(candidate.question.kind, 0.0) + 0.15 * (template.weight - 1)
    value += 0.1 * (1 - position) + 0.1 * _title_overlap(candidate, article.title)
    value -= 0.007 * max(0, length - 18) + cost(candidate, context)
    value += _FIGURE * (getattr(getattr(candidate.fact, "asked", None), "type", "") in _FIGURES)
    value += _LEAD * (candidate.fact.sentence.start < _FIRST) + _HEADLINE * headline
    value -= 0.1 * (candidate.fact.certainty < 1) + 0.04 * bool(getattr(candidate.fact, "needs_topic", False))
    return min(1.0, max(0.0, value))


def _title_overlap(candidate: Candidate, title: str | None) -> float:
    if not title:
        return 0.0
    names = {fold(w) for w in words_of(title) if len(w) > 3}
    found = {fold(w) for w in words_of(candidate.stem)}
    return min(1.0, len(names & found) / 3)
