"""Which questions are kept: the best, at most two per sentence, spread over the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quizgen.asking.candidate import Candidate, is_headed
from quizgen.asking.comparing import fold, shares_name, words_of
from quizgen.asking.passing import MOST_OF_A_LOG
from quizgen.languages.lexicon import grammar

PER_WORDS = 24 / 700
# Of one sentence: so many clozes, and one question more beside them; of the headline and the first, one cloze more.
PER_SENTENCE = 1
# Questions of an article with one answer.
PER_ANSWER = 3
MOST = 24
# The least score: half of the questions that score less are kept by new readers, of those a little above two of three.
FLOOR = 0.6
# Higher in a log, told hour by hour: its details are of that day.
_LOG_FLOOR = 0.12
# And behind a whole headline: of those between 0.6 and 0.7 new readers kept half.
_HEADED_FLOOR = 0.1
_MOST = 0.6
_SAME = 0.5
# Letters of a word that its other forms share (*lance*, *lancé*; *sanction*, *sanctions*).
_ROOT = 4


def select(
    ranked: Sequence[tuple[float, Candidate]], words: int, *, log: bool = False
) -> tuple[list[tuple[float, Candidate]], list[tuple[str, Candidate]]]:
    """The kept candidates, best first, and the dropped ones with their reason code.

    In: candidates with their scores and the article's length in words. ``log``: it tells a day hour by hour.
    """
    limit = MOST_OF_A_LOG if log else min(MOST, max(4, round(words * PER_WORDS)))
    kept: list[tuple[float, Candidate]] = []
    dropped: list[tuple[str, Candidate]] = []
    sentences: Counter[tuple[int, str]] = Counter()
    for score, candidate in sorted(
        ranked, key=lambda pair: (-pair[0], pair[1].question.evidence.start, pair[1].question.id)
    ):
        least = _LOG_FLOOR * log + _HEADED_FLOOR * is_headed(candidate)
        reason = _refuse(score - least, candidate, kept, sentences, limit)
        if reason:
            dropped.append((reason, candidate))
            continue
        sentences[_place(candidate)] += _of_statement(candidate)
        kept.append((score, candidate))
    return kept, dropped


def _refuse(
    score: float,
    candidate: Candidate,
    kept: list[tuple[float, Candidate]],
    sentences: Counter[tuple[int, str]],
    limit: int,
) -> str | None:
    if len(kept) >= limit or score < FLOOR:
        return "not-selected"
    leads = candidate.headline or candidate.opens
    most = PER_SENTENCE + (not candidate.is_cloze or leads)
    if _of_statement(candidate) and sentences[_place(candidate)] >= most:
        return "not-selected"
    if sum(fold(other.question.answer) == fold(candidate.question.answer) for _, other in kept) >= PER_ANSWER:
        return "not-selected"
    for _, other in kept:
        if _same_answer_there(candidate, other):
            return "duplicate"
        if gives_away(candidate, other) or gives_away(other, candidate):
            return "gives-away"
    return None


def _place(candidate: Candidate) -> tuple[int, str]:
    return candidate.fact.sentence.start, "cloze" if candidate.is_cloze else "question"


def _of_statement(candidate: Candidate) -> bool:
    """Whether a question asks for what the sentence states; a role or an acronym is said beside it."""
    return candidate.frame is not None


def _same_answer_there(a: Candidate, b: Candidate) -> bool:
    if fold(a.question.answer) == fold(b.question.answer) and _passages(a) & _passages(b):
        return True  # *a déclaré : « … »* beside *a affirmé que « … »*
    if _of_statement(a) != _of_statement(b):
        return False
    if not _of_statement(a) and (a.fact.kind != b.fact.kind or _about(a) != _about(b)):
        return False  # two members of one party
    one, two = fold(a.question.answer), fold(b.question.answer)
    number_of = grammar(a.question.language).number_value
    value = number_of(a.question.answer)
    same = value is not None and value == number_of(b.question.answer)
    same = (
        same
        or set(one.split()) == set(two.split())  # *l'Espagne et le Portugal*, *le Portugal et l'Espagne*
        or one.endswith(" " + two)
        or two.endswith(" " + one)
        or one.endswith("'" + two)
        or two.endswith("'" + one)
    )
    return a.question.stem == b.question.stem or (
        same and (a.fact.sentence.overlaps(b.fact.sentence) or _says_the_same(a, b))
    )


def _passages(candidate: Candidate) -> set[str]:
    """Longer passages in quotation marks of a stem."""
    found = (" ".join(said.split()) for said in _QUOTED.findall(candidate.stem))
    return {said for said in found if len(said.split()) >= _PASSAGE}


_QUOTED, _PASSAGE = re.compile(r"«([^«»]+)»"), 4


def _about(candidate: Candidate) -> str | None:
    """Whose party is asked for: many have one."""
    member = getattr(candidate.fact, "member", None)
    return member.text if member is not None else None


def _says_the_same(a: Candidate, b: Candidate) -> bool:
    """Two sentences, as a headline and the first one, with most of the shorter one's words in the other."""
    one, two = ({word[:_ROOT] for word in _content(candidate)} for candidate in (a, b))
    return bool(one and two) and len(one & two) / min(len(one), len(two)) > _SAME


def gives_away(one: Candidate, other: Candidate) -> bool:
    """Whether the stem of ``one`` states the fact that ``other`` asks for: its answer, and most of its words.

    Two questions of one fact (at most that many are kept) necessarily name each other's answers: a deck
    holds them as siblings, which Anki buries and a quiz keeps apart. The rule is for different facts.
    """
    if one.fact.sentence.overlaps(other.fact.sentence) or not shares_name(_telling(other), one.stem):
        return False
    mine, theirs = _content(one), _content(other)
    return bool(theirs) and len(mine & theirs) / len(theirs) > _MOST


def _telling(candidate: Candidate) -> str:
    """The part of an answer that gives it away: of a person's name the last word."""
    answer = candidate.question.answer
    slot = candidate.slot or getattr(candidate.fact, "holder", None)
    person = slot is not None and slot.type == "person" and slot.name is not None
    return answer.rsplit(" ", 1)[-1] if person else answer


def _content(candidate: Candidate) -> set[str]:
    return {fold(word) for word in words_of(candidate.asked) if len(word) > 3}
