"""Answers that are lists: *la Suède et la Finlande*, in any order."""

from __future__ import annotations

from quizgen.quiz.grading.lexicon import Lexicon, Words, key_of
from quizgen.quiz.grading.spelling import slips
from quizgen.quiz.grading.verdict import Verdict


def split_list(words: Words, lexicon: Lexicon) -> tuple[Words, ...]:
    """The members of a list joined by *et*; one member where it is none."""
    joints = {phrase[0] for phrase in lexicon.conjunctions if len(phrase) == 1}
    members: list[list[str]] = [[]]
    for word in words:
        if word in joints:
            members.append([])
        else:
            members[-1].append(word)
    return tuple(key_of(tuple(member), lexicon.small) for member in members if member)


def _found(member: Words, among: tuple[Words, ...], lexicon: Lexicon) -> int:
    """2 where the member stands among the others, 1 where it does but for a slip, else 0."""
    if member in among:
        return 2
    return 1 if any(slips(member, other, lexicon) for other in among) else 0


def compare_lists(typed: Words, right: Words, lexicon: Lexicon) -> Verdict | None:
    """All members in any order: right. Half of them or slips: almost. One that is wrong: wrong. No list: None."""
    wanted, given = split_list(right, lexicon), split_list(typed, lexicon)
    if len(wanted) < 2 and len(given) < 2:
        return None
    marks = [_found(member, wanted, lexicon) for member in given]
    if len(wanted) < 2:
        return Verdict.WRONG if any(marks) else None
    if len(given) == 1 and sorted(given[0]) == sorted(word for member in wanted for word in member):
        return Verdict.RIGHT
    if 0 in marks or not marks:
        return None if len(given) == 1 else Verdict.WRONG
    if len(given) == len(wanted) and all(mark == 2 for mark in marks):
        return Verdict.RIGHT
    return Verdict.ALMOST if len(given) * 2 >= len(wanted) else Verdict.WRONG
