"""How likely a question is to be kept by a strict reader, from 0 to 1.

The weights are those of a logistic regression on 1281 verdicts of fresh readers on cards of 348 articles (ridge of 2;
features met ten times at least; see docs/quality.md). Of the 200 cards that the model, fitted on the other articles,
ranks first, readers kept 94 %, of the next 300 77 %.
"""

from __future__ import annotations

import math

from quizgen.asking.lint import Candidate, fold, question_part, words_of
from quizgen.asking.templates import Template
from quizgen.asking.worth import cost
from quizgen.extraction.context import Context

_BASE, _COST = 1.42, -2.3
# By the type of what is asked for.
_TYPES = {
    "city": -0.21, "date": -0.18, "number:age": -0.05, "number:count": -0.15, "number:duration": -0.05,
    "number:money": 0.29, "number:percent": 0.45, "organisation": -0.29, "person": -0.26, "place": -0.49,
}  # fmt: skip
# A topic or a place and month before the question; the first sentence, and what stands beyond the first paragraphs.
_LED, _OPENING, _LATE = -0.7, 0.73, -0.45
_FIRST, _BEYOND = 3, 400
# For each word of the question over twelve (as many again at most), for each comma and each word of the headline, three
# at most; a quotation in what is no question for its speaker. Without a headline: what questions have in the mean.
_WORD, _SHORT = -0.06, 12
_COMMA, _TITLE, _MOST = -0.23, 0.0, 3
_QUOTED = 0.71
_UNTITLED = 1.5
# Letters that the forms of a word share.
_ROOT = 5


def score(candidate: Candidate, template: Template, context: Context) -> float:
    """The share of readers that would keep it, as the model has it.

    A template's weight, less one, is what it adds to the logarithm of the odds.
    """
    total = _BASE + _COST * cost(candidate, context) + template.weight - 1 + _place(candidate)
    total += _TYPES.get(getattr(getattr(candidate.fact, "asked", None), "type", ""), 0.0)
    return 1 / (1 + math.exp(-total - _wording(candidate, context.parsed.article.title)))


def _place(candidate: Candidate) -> float:
    """Where an article tells what is asked; what it says beside its statements is asked from everywhere."""
    start = candidate.question.evidence.start
    if "frame" not in type(candidate.fact).model_fields and candidate.question.kind != "quote":
        return 0.0
    return _OPENING * (start < _FIRST) + _LATE * (start >= _BEYOND)


def _wording(candidate: Candidate, title: str | None) -> float:
    asked = question_part(candidate.stem)
    roots = {fold(w)[:_ROOT] for w in words_of(asked) if len(w) > _ROOT - 2}
    told = {fold(w)[:_ROOT] for w in words_of(title or "") if len(w) > _ROOT - 2}
    shared = min(_MOST, len(roots & told)) if title else _UNTITLED
    quoted = "«" in candidate.stem and candidate.question.kind != "quote"
    return (
        _LED * (asked != candidate.stem)
        + _WORD * min(_SHORT, max(0, len(asked.split()) - _SHORT))
        + _COMMA * min(_MOST, asked.count(","))
        + _TITLE * shared
        + _QUOTED * quoted
    )
