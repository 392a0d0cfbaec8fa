"""How many: counts, shares and ages that nobody wants to know."""

from __future__ import annotations

import re

from quizgen.asking.candidate import Candidate
from quizgen.extraction.context import Context
from quizgen.languages.lexicon import grammar, words

# One half of a score (*[nombre] buts à 26*).
_SCORE = re.compile(r"\](?: \w+)? (\w+) \d")
_PAIR = 2


def count_signs(candidate: Candidate, context: Context, *, late: bool, match: bool, headline: bool) -> dict[str, bool]:
    """What speaks against a question for a number, by its name in ``lexicon/ranking.toml``.

    In: whether its statement stands ``late`` in the article or is its ``headline``, and whether the article is the
    story of a ``match``.
    """
    return {
        "small": _is_small(candidate),
        "age": _is_age(candidate),
        "few": late and _is_few(candidate),
        "count": _asks_count(candidate) and not headline,
        "count_of_a_match": _asks_count(candidate) and match,
        "between_two": _is_of_two(candidate),
        "series": _is_of_a_series(candidate),
        "half_a_score": _is_half_a_score(candidate),
        "partial_result": _is_share(candidate) and _is_partial(context),
        "poll": _is_share(candidate) and candidate.fact.attribution is None and candidate.has_word_of("opinions"),
    }


def _is_partial(context: Context) -> bool:
    """Whether the article tells of a count of votes that goes on."""
    text = context.parsed.article.text.lower()
    if any(phrase in text for phrase in words(context.language, "quantities", "final_results")):
        return False
    return any(phrase in text for phrase in words(context.language, "quantities", "partial_results"))


def _is_of_two(candidate: Candidate) -> bool:
    """*Une collision entre [nombre] trains*: it takes two."""
    language, answer = candidate.question.language, candidate.question.answer
    between = "|".join(words(language, "worth", "between"))
    is_pair: bool = grammar(language).number_value(answer.lower()) == _PAIR
    return is_pair and re.search(rf"\b(?:{between}) \[", candidate.stem) is not None


def _is_share(candidate: Candidate) -> bool:
    return candidate.slot is not None and candidate.slot.type == "number:percent"


def _is_half_a_score(candidate: Candidate) -> bool:
    found = _SCORE.search(candidate.stem)
    return found is not None and found[1] in words(candidate.question.language, "worth", "between_scores")


def _asks_count(candidate: Candidate) -> bool:
    return candidate.slot is not None and candidate.slot.type == "number:count"


def _is_few(candidate: Candidate) -> bool:
    """A count below a hundred of something that nobody counts twice."""
    slot = candidate.slot
    if slot is None or slot.type != "number:count":
        return False
    digits = "".join(c for c in candidate.question.answer if c.isdigit())
    several = len(digits) > 2 or len(candidate.question.answer.split()) > 2
    return not several and (slot.noun or "") not in words(candidate.question.language, "worth", "counted")


def _is_small(candidate: Candidate) -> bool:
    slot = candidate.slot
    language = candidate.question.language
    return (
        slot is not None
        and slot.type == "number:count"
        and candidate.question.answer.lower() in words(language, "worth", "small")
        and not candidate.has_word_of("counted")
        and (slot.noun or "") not in words(language, "worth", "counted")
    )


def _is_of_a_series(candidate: Candidate) -> bool:
    """One count of three or more in a row (*249 feux, 112 véhicules, 130 mobiliers urbains*)."""
    slot = candidate.slot
    if slot is None or slot.type != "number:count":
        return False
    pieces = candidate.frame.pieces if candidate.frame is not None else ()
    counts = {s.start for p in pieces for s in p.slots if s.type == "number:count"}
    return len(counts) > 2


def _is_age(candidate: Candidate) -> bool:
    slot = candidate.slot
    frame = candidate.frame
    objects = [s for p in frame.pieces if p.role in ("object", "nested") for s in p.slots] if frame else []
    return slot is not None and (slot.type == "number:age" or any(s.type == "number:age" for s in objects))
