"""Which questions of a deck become multiple-choice, and where their answers stand."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen.asking import date_options, number_options
from quizgen.asking.ask import answer_slot
from quizgen.asking.distractors import NUMBER, PERSON, Pool, option_of, pool_of, propose
from quizgen.asking.options import Item, Option, Witness, fitting, lint_options, normal
from quizgen.knowledge import Knowledge
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import words

if TYPE_CHECKING:
    from quizgen.asking.candidate import Candidate
    from quizgen.build import ArticleBuild
    from quizgen.facts import Slot

# At most this share of a deck: an answer that is recalled is worth more than one that is recognised.
SHARE = 0.35
POSITIONS = (0, 1, 2)
# What one is a member of, others are too: the world makes more of these options right than the articles say.
_NEVER = ("membership",)


@dataclass(frozen=True)
class Choice:
    """The options that a question can have, by the position of its answer."""

    index: int
    orders: Mapping[int, tuple[str, ...]]
    preference: tuple[int, float, str]


def choice_id(question_id: str) -> str:
    """The id of a question once it has options: another card than the open one."""
    return hashlib.sha256(f"{question_id}\nchoice".encode()).hexdigest()[:16]


def make_choices(
    ranked: Sequence[tuple[float, Candidate]],
    builds: Sequence[ArticleBuild],
    *,
    seed: int = 0,
    open_only: frozenset[str] = frozenset(),
) -> list[Candidate]:
    """The candidates in their order, the best of those with two good distractors as multiple-choice items.

    ``seed``: orders options. ``open_only``: templates that never get any.
    """
    pool, witness = pool_of(builds), witness_of(builds)
    found: list[Choice] = []
    for index, (score, candidate) in enumerate(ranked):
        if candidate.question.style != "open" or candidate.question.template in open_only:
            continue
        choice = _choice(index, score, candidate, pool, witness, seed)
        found += [choice] if choice else []
    best = sorted(found, key=lambda choice: choice.preference)[: int(SHARE * len(ranked))]
    positions = balanced(best, [candidate.question.id for _, candidate in ranked], seed)
    out = [candidate for _, candidate in ranked]
    for choice in best:
        out[choice.index] = _with_options(out[choice.index], choice.orders[positions[choice.index]])
    return out


def witness_of(builds: Sequence[ArticleBuild]) -> Witness:
    """All that the articles say, dropped questions among it: an answer need not be a good card to be right."""
    witness = Witness()
    for build in builds:
        for _, candidate in (*build.kept, *build.dropped):
            witness.hear(candidate.stem, candidate.question.answer)
        for span in build.article.paragraphs:
            witness.read(span.of(build.article.text))
    return witness


def _choice(index: int, score: float, candidate: Candidate, pool: Pool, witness: Witness, seed: int) -> Choice | None:
    question = candidate.question
    slot = answer_slot(candidate.fact, question.answer)
    if slot is None or question.kind in _NEVER or normal(slot.text) != normal(question.answer):
        return None
    rng = random.Random(f"{seed}\n{question.id}")
    varied = slot.type.startswith(NUMBER) or slot.type == "date"
    if varied:
        orders = ordered(candidate, slot, witness, rng)
    else:
        orders = named_orders(candidate, slot, pool, witness, load_knowledge(question.language), rng)
    return Choice(index, orders, (varied, -score, question.id)) if orders else None


def named_orders(
    candidate: Candidate, slot: Slot, pool: Pool, witness: Witness, knowledge: Knowledge, rng: random.Random
) -> dict[int, tuple[str, ...]]:
    """The options with the answer first, second or third; empty where there are no two good distractors."""
    answer = option_of(slot, knowledge)
    if answer is None:
        return {}
    question = candidate.question
    item = Item(question.stem, answer, (), question.evidence.text)
    proposed = propose(slot, question.article.id, pool, knowledge, rng)
    if question.kind == "quote" and slot.type == PERSON:
        spoken = pool.speakers.get(question.article.id, frozenset())
        proposed = (option for option in proposed if option.names & spoken)
    distractors = [option.text for option in fitting(item, proposed, witness)]
    if len(distractors) < len(POSITIONS) - 1:
        return {}
    rng.shuffle(distractors)
    return {at: (*distractors[:at], question.answer, *distractors[at:]) for at in POSITIONS}


def ordered(candidate: Candidate, slot: Slot, witness: Witness, rng: random.Random) -> dict[int, tuple[str, ...]]:
    """Numbers or dates in rising order, with the answer in each place that the variations allow."""
    question = candidate.question
    if any(question.answer.lower().startswith(hedge) for hedge in words(question.language, "quantities", "bounds")):
        return {}  # *au moins 14*: at least 11 is right too
    answer = plain_option(question.answer, slot)
    lower, higher = _variations(candidate, slot, rng)
    orders = {}
    for at in POSITIONS:
        before, after = lower[len(lower) - at :] if at else [], higher[: len(POSITIONS) - 1 - at]
        if len(before) + len(after) < len(POSITIONS) - 1:
            continue
        wrong = tuple(plain_option(text, slot) for text in (*before, *after))
        if not lint_options(Item(question.stem, answer, wrong, question.evidence.text), witness):
            orders[at] = (*before, question.answer, *after)
    return orders


def _variations(candidate: Candidate, slot: Slot, rng: random.Random) -> tuple[list[str], list[str]]:
    question = candidate.question
    if slot.type != "date":
        return number_options.variations(question.answer, rng)
    published = question.article.date
    if published is None or slot.value is None:
        return [], []
    return date_options.variations(question.answer, slot.value, published, question.language, rng)


def plain_option(text: str, slot: Slot) -> Option:
    """A number, a date or a function: no name."""
    return Option(text=text, type=slot.type, names=frozenset({normal(text)}), named=False)


def balanced(choices: Sequence[Choice], ids: Sequence[str], seed: int) -> dict[int, int]:
    """A position for each answer: drawn one by one, then the fewest moved so that each place is taken as often.

    A question keeps its draw when others join the deck, unless it is one of those moved.
    """
    drawn = {
        choice.index: random.Random(f"{seed}\n{ids[choice.index]}\nplace").choice(sorted(choice.orders))
        for choice in choices
    }
    by_id = sorted(choices, key=lambda choice: ids[choice.index])
    while move := _move(by_id, drawn):
        drawn[move[0]] = move[1]
    return drawn


def _move(choices: Sequence[Choice], drawn: Mapping[int, int]) -> tuple[int, int] | None:
    """The first answer that can go from a place taken more often to one taken at least two times less."""
    counts = Counter(drawn.values())
    for choice in choices:
        here = drawn[choice.index]
        there = min(choice.orders, key=lambda place: (counts[place], place))
        if counts[here] - counts[there] >= 2:
            return choice.index, there
    return None


def _with_options(candidate: Candidate, options: tuple[str, ...]) -> Candidate:
    question = candidate.question
    changed = question.model_copy(update={"id": choice_id(question.id), "style": "choice", "options": options})
    return replace(candidate, question=changed)
