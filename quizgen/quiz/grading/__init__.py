"""Compare what was typed with the right answer, as a fair teacher would."""

from quizgen.quiz.grading.choice import choose
from quizgen.quiz.grading.judge import Judgement, judge
from quizgen.quiz.grading.verdict import Verdict

__all__ = ["Judgement", "Verdict", "choose", "judge"]
