"""Which questions are kept: the best, at most two per sentence, spread over the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quizgen.asking.lint import Candidate, fold

PER_WORDS = 12 / 700
PER_SENTENCE = 2


def select(ranked: Sequence[tuple[float, Candidate]], words: int) -> tuple[list[tuple[float, Candidate]], list[tuple[str, Candidate]]]:
    """The kept candidates, best first, and the dropped ones with their reason code.

    In: candidates with their scores and the article's length in words.
    """
    limit = max(3, round(words * PER_WORDS))
    kept: list[tuple[float, Candidate]] = []
    dropped: list[tuple[str, Candidate]] = []
    sentences: Counter[int] = Counter()
    for score, candidate in sorted(ranked, key=lambda pair: (-pair[0], pair[1].question.evidence.start, pair[1].question.id)):
        reason = _refuse(candidate, kept, sentences, limit)
        if reason:
            dropped.append((reason, candidate))
            continue
        sentences[candidate.fact.sentence.start] += 1
        kept.append((score, candidate))
    return kept, dropped


def _refuse(candidate: Candidate, kept: list[tuple[float, Candidate]], sentences: Counter[int], limit: int) -> str | None:
    if len(kept) >= limit:
        return "not-selected"
    if sentences[candidate.fact.sentence.start] >= PER_SENTENCE:
        return "not-selected"
    for _, other in kept:
        if _same_answer_there(candidate, other):
            return "duplicate"
        if _gives_away(candidate, other) or _gives_away(other, candidate):
            if other.fact.sentence == candidate.fact.sentence and _same_frame(candidate, other):
                continue
            return "gives-away"
    return None


def _same_frame(a: Candidate, b: Candidate) -> bool:
    """Two questions of one statement necessarily show each other's answers: Anki buries siblings, a quiz spaces them."""
    return a.fact.sentence == b.fact.sentence


def _same_answer_there(a: Candidate, b: Candidate) -> bool:
    same = fold(a.question.answer) == fold(b.question.answer)
    return a.question.stem == b.question.stem or (same and a.fact.sentence == b.fact.sentence)


def _gives_away(a: Candidate, b: Candidate) -> bool:
    return False
