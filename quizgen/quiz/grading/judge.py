"""The verdict on a typed answer, from the strictest comparison to the most forgiving."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.quiz.grading.compare import Case, compare
from quizgen.quiz.grading.lexicon import Lexicon, lexicon
from quizgen.quiz.grading.parts import take_apart
from quizgen.quiz.grading.spelling import closeness
from quizgen.quiz.grading.verdict import Verdict
from quizgen.quiz.item import Item


@dataclass(frozen=True)
class Judgement:
    """``why`` names the reason of an *almost*: slip, unit, part, date, list; else it is empty."""

    verdict: Verdict
    why: str = ""


def _others(item: Item) -> tuple[str, ...]:
    return tuple(option for option in item.options or () if option not in item.right_answers)


def _best(typed: str, texts: tuple[str, ...], item: Item, words: Lexicon) -> Judgement:
    parts = take_apart(typed, words)
    best = Judgement(Verdict.WRONG)
    for text in texts:
        case = Case(parts, take_apart(text, words), item, words)
        found = Judgement(*compare(case))
        if found.verdict.merit > best.verdict.merit:
            best = found
    return best


def _nearer(typed: str, item: Item) -> bool:
    """Whether what was typed is nearer in letters to a right answer than to any other option."""
    mine = min(closeness(typed, text) for text in item.right_answers)
    return mine < min(closeness(typed, text) for text in _others(item))


def judge(typed: str, item: Item) -> Judgement:
    """In: what was typed and the item. Out: right, almost (with a reason) or wrong.

    Never more than wrong where it says as much of another option of the same item.
    """
    words = lexicon(item.language)
    if not typed.strip() or not any(char.isalnum() for char in typed):
        return Judgement(Verdict.WRONG)
    best = _best(typed, item.right_answers, item, words)
    if best.verdict is not Verdict.WRONG:
        other = _best(typed, _others(item), item, words)
        if other.verdict is Verdict.RIGHT or other.verdict is best.verdict and not _nearer(typed, item):
            return Judgement(Verdict.WRONG)
    return best
