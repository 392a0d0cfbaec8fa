"""How likely a question is to be kept by a strict reader, from 0 to 1.

A logistic regression on verdicts of fresh readers: ``languages/<xx>/lexicon/ranking.toml`` has its weights, and says
on how many verdicts they were fitted; docs/quality.md tells how well it does.
"""

from __future__ import annotations

import math

from quizgen.article import Span
from quizgen.asking.candidate import Candidate, is_headed
from quizgen.asking.templates import Template
from quizgen.asking.worth import signs
from quizgen.extraction.context import Context
from quizgen.languages.lexicon import lexicon

# What stands beyond the first paragraphs: characters of the article.
_BEYOND = 400
# Words of a question that cost nothing, as many again at most that do, and commas that count.
_SHORT, _MOST_COMMAS = 12, 3


def score(candidate: Candidate, template: Template, context: Context) -> float:
    """The share of readers that would keep it, as the model has it.

    A template's weight, less one, is what it adds to the logarithm of the odds.
    """
    weights = lexicon(candidate.question.language, "ranking")
    total: float = weights["base"] + template.weight - 1
    total += weights["types"].get(getattr(candidate.slot, "type", ""), 0.0)
    total += sum(value * weights["signs"][name] for name, value in features(candidate, context).items())
    return 1 / (1 + math.exp(-total))


def features(candidate: Candidate, context: Context) -> dict[str, float]:
    """What the model weighs beside the template and the type of the answer, by name; what is missing is 0."""
    return {**signs(candidate, context), **_place(candidate, context), **_wording(candidate)}


def _place(candidate: Candidate, context: Context) -> dict[str, float]:
    """Where an article tells what is asked; what it says beside its statements is asked from everywhere."""
    shown = candidate.question.evidence
    if candidate.frame is None and candidate.question.kind != "quote":
        return {}
    if context.parsed.article.opens_with(Span(start=shown.start, end=shown.end)):
        return {"opening": 1.0}
    return {"late": 1.0} if shown.start >= _BEYOND else {}


def _is_going_on(candidate: Candidate) -> bool:
    """*Deux voitures se suivaient*: the background of what happened."""
    frame = candidate.frame
    return frame is not None and frame.tense.endswith("Imp")


def _wording(candidate: Candidate) -> dict[str, float]:
    asked = candidate.asked
    headed = is_headed(candidate)
    told = {
        "headed": float(headed),
        "headed_who": float(headed and candidate.question.kind == "event"),
        "headed_where": float(headed and candidate.question.kind == "location"),
        "headed_when": float(headed and candidate.question.kind == "date"),
        "led": float(not headed and asked != candidate.stem),
        "words": float(min(_SHORT, max(0, len(asked.split()) - _SHORT))),
        "commas": float(min(_MOST_COMMAS, asked.count(","))),
        "quoted": float("«" in candidate.stem and candidate.question.kind != "quote"),
        "going_on": float(_is_going_on(candidate)),
    }
    return {name: value for name, value in told.items() if value}
