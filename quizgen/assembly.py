"""The builds of several articles → one deck's questions: compared with each other, limited, finished. Pure."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from quizgen.asking.candidate import Candidate
from quizgen.asking.choices import choice_id, make_choices
from quizgen.asking.comparing import fold
from quizgen.asking.finish import finish
from quizgen.build import ArticleBuild, Counts
from quizgen.facts import RoleFact
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar
from quizgen.questions import Question

# What the next question of an article must be better by than one of an article that has fewer.
_SPREAD = 0.16


@dataclass(frozen=True)
class Entry:
    """A kept candidate, its score, and its article's place in the order of the deck."""

    score: float
    candidate: Candidate
    place: int

    @property
    def question(self) -> Question:
        return self.candidate.question


@dataclass(frozen=True)
class Assembly:
    """The questions of a deck, and every candidate that is not among them with its reason code."""

    questions: tuple[Question, ...]
    dropped: tuple[tuple[str, Candidate], ...]
    counts: Counts


def assemble(
    builds: Sequence[ArticleBuild],
    *,
    limit: int | None = None,
    seed: int = 0,
    open_only: frozenset[str] = frozenset(),
    bad: frozenset[str] = frozenset(),
) -> Assembly:
    """The final questions, article by article in the order of their dates, the best of each first.

    ``limit``: at most so many over all articles. ``seed``: orders options. ``open_only``: ids of the
    templates whose questions are never given options. ``bad``: ids of questions that a person does not want again.
    """
    ordered = sorted(builds, key=_when)
    entries = [Entry(score, one, place) for place, build in enumerate(ordered) for score, one in build.kept]
    dropped: list[tuple[str, Candidate]] = [pair for build in ordered for pair in build.dropped]
    entries, lost = _parted(entries, lambda entry: not {entry.question.id, choice_id(entry.question.id)} & bad)
    dropped += [("marked-bad", entry.candidate) for entry in lost]
    entries, lost = _without_ambiguous(entries, [candidate for _, candidate in dropped])
    dropped += [("ambiguous", entry.candidate) for entry in lost]
    entries, lost = _without_duplicates(entries)
    dropped += [("duplicate", entry.candidate) for entry in lost]
    if limit is not None:
        entries, lost = _best(entries, limit)
        dropped += [("not-selected", entry.candidate) for entry in lost]
    chosen = make_choices([(e.score, e.candidate) for e in entries], ordered, seed=seed, open_only=open_only)
    entries = [replace(entry, candidate=candidate) for entry, candidate in zip(entries, chosen, strict=True)]
    return Assembly(_finished(entries), tuple(dropped), _counts(ordered, len(entries), dropped))


def _when(build: ArticleBuild) -> tuple[datetime.date, str]:
    return build.article.date or datetime.date.max, build.article.id


def _without_ambiguous(entries: Sequence[Entry], others: Iterable[Candidate]) -> tuple[list[Entry], list[Entry]]:
    """Whether a stem has one answer is judged by all that was asked, kept or not."""
    answers: defaultdict[str, list[Question]] = defaultdict(list)
    for candidate in (*(entry.candidate for entry in entries), *others):
        answers[fold(candidate.stem)].append(candidate.question)

    def one_answer(entry: Entry) -> bool:
        return all(same_answer(entry.question, other) for other in answers[fold(entry.question.stem)])

    return _parted(entries, one_answer)


def same_answer(a: Question, b: Question) -> bool:
    """Whether two answers say the same: equal but for articles and case, or one within the other."""
    first, second = _words(a), _words(b)
    return first <= second or second <= first


def _words(question: Question) -> frozenset[str]:
    bare: str = grammar(question.language).bare(question.answer)
    return frozenset(re.findall(r"\w+", fold(bare)))


def _without_duplicates(entries: Sequence[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The first of those with one id, one stem or one function of one person stays."""
    seen: set[str] = set()

    def is_first(entry: Entry) -> bool:
        keys = {entry.question.id, fold(entry.question.stem), *_function_asked(entry)}
        met = bool(keys & seen)
        seen.update(keys)
        return not met

    return _parted(entries, is_first)


def _function_asked(entry: Entry) -> tuple[str, ...]:
    """Who holds what, by which template: *président américain* is not asked for every month that tells of one."""
    fact = entry.candidate.fact
    if not isinstance(fact, RoleFact):
        return ()
    return (f"{entry.question.template} {fold(fact.holder.text)} {fold(fact.role.text)}",)


def _parted(entries: Iterable[Entry], keep: Callable[[Entry], bool]) -> tuple[list[Entry], list[Entry]]:
    kept: list[Entry] = []
    lost: list[Entry] = []
    for entry in entries:
        (kept if keep(entry) else lost).append(entry)
    return kept, lost


def _best(entries: Sequence[Entry], limit: int) -> tuple[list[Entry], list[Entry]]:
    """The best ``limit`` over all articles, none of which gives many while others give few."""
    queues: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda one: (one.score, one.question.id)):
        queues[entry.place].append(entry)
    taken: Counter[int] = Counter()
    chosen: set[str] = set()
    while len(chosen) < limit and queues:
        place = max(queues, key=lambda one: (queues[one][-1].score - _SPREAD * taken[one], -one))
        chosen.add(queues[place].pop().question.id)
        taken[place] += 1
        if not queues[place]:
            del queues[place]
    return _parted(entries, lambda entry: entry.question.id in chosen)


def _finished(entries: Sequence[Entry]) -> tuple[Question, ...]:
    ranks: Counter[int] = Counter()
    questions = []
    for entry in entries:
        ranks[entry.place] += 1
        knowledge = load_knowledge(entry.question.language)
        questions.append(finish(entry.candidate, entry.score, ranks[entry.place], knowledge))
    return tuple(questions)


def _counts(builds: Sequence[ArticleBuild], kept: int, dropped: Sequence[tuple[str, Candidate]]) -> Counts:
    return Counts(
        articles=len(builds),
        sentences=sum(build.sentences for build in builds),
        told=sum(len({fact.sentence for fact in build.facts}) for build in builds),
        asked=sum(len({id(candidate.fact) for _, candidate in build.kept}) for build in builds),
        facts=Counter(fact.kind for build in builds for fact in build.facts),
        kept=kept,
        dropped=Counter(code for code, _ in dropped),
    )
