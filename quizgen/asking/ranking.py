"""How likely a question is to be kept by a strict reader, from 0 to 1.

The weights are those of a logistic regression on 1618 verdicts of fresh readers on cards of 611 articles (ridge of 2;
features met ten times at least; see docs/quality.md). Of the 400 cards that the model, fitted on the other articles,
ranks first, readers kept 95 %, of the next 400 75 %.
"""

from __future__ import annotations

import math

from quizgen.asking.lint import Candidate, question_part
from quizgen.asking.templates import Template
from quizgen.asking.worth import cost
from quizgen.extraction.context import Context

_BASE, _COST = 1.47, -2.67
# By the type of what is asked for.
_TYPES = {
    "city": 0.02, "country": -0.28, "date": -0.29, "department": -0.7, "number:age": 0.1, "number:count": -0.15,
    "number:distance": -0.64, "number:duration": -0.22, "number:money": 0.27, "number:percent": 0.4,
    "organisation": -0.49, "person": -0.24, "place": -0.88,
}  # fmt: skip
# A place and month before the question; a headline before it, of which readers of the last rounds kept 9 of 28; the
# first sentence, and what stands beyond the first paragraphs.
_LED, _HEADED, _OPENING, _LATE = -0.3, -1.2, 0.4, -0.28
_FIRST, _BEYOND = 3, 400
# For each word of the question over twelve (as many again at most) and each comma, three at most; a quotation in what
# is no question for its speaker; what was going on, in the imperfect.
_WORD, _SHORT = -0.01, 12
_COMMA, _MOST = -0.37, 3
_QUOTED, _GOING_ON = 0.31, -0.84


def score(candidate: Candidate, template: Template, context: Context) -> float:
    """The share of readers that would keep it, as the model has it.

    A template's weight, less one, is what it adds to the logarithm of the odds.
    """
    total = _BASE + _COST * cost(candidate, context) + template.weight - 1 + _place(candidate)
    total += _TYPES.get(getattr(getattr(candidate.fact, "asked", None), "type", ""), 0.0)
    return 1 / (1 + math.exp(-total - _wording(candidate) - _GOING_ON * _is_going_on(candidate)))


def _place(candidate: Candidate) -> float:
    """Where an article tells what is asked; what it says beside its statements is asked from everywhere."""
    start = candidate.question.evidence.start
    if "frame" not in type(candidate.fact).model_fields and candidate.question.kind != "quote":
        return 0.0
    return _OPENING * (start < _FIRST) + _LATE * (start >= _BEYOND)


def _is_going_on(candidate: Candidate) -> bool:
    """*Deux voitures se suivaient*: the background of what happened."""
    frame = getattr(candidate.fact, "frame", None)
    return frame is not None and frame.tense.endswith("Imp")


def _is_headed(stem: str, asked: str) -> bool:
    """*Un séisme frappe l'Alaska (mai 2017) : …*: a headline, with its month in brackets."""
    return stem.removesuffix(asked).rstrip(" :\u00a0\u202f").endswith(")")


def _wording(candidate: Candidate) -> float:
    asked = question_part(candidate.stem)
    quoted = "«" in candidate.stem and candidate.question.kind != "quote"
    return (
        (_HEADED if _is_headed(candidate.stem, asked) else _LED * (asked != candidate.stem))
        + _WORD * min(_SHORT, max(0, len(asked.split()) - _SHORT))
        + _COMMA * min(_MOST, asked.count(","))
        + _QUOTED * quoted
    )
