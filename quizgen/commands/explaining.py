"""The work of ``quizgen explain``: from a sentence to its questions, and where the way ended."""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.article import Article, Span
from quizgen.asking.ask import Asker
from quizgen.asking.candidate import Candidate
from quizgen.asking.choices import choice_id
from quizgen.asking.comparing import fold
from quizgen.asking.lint import lint
from quizgen.asking.templates import Template
from quizgen.assembly import Assembly, assemble
from quizgen.build import ArticleBuild, build_article
from quizgen.commands.showing_facts import described
from quizgen.commands.sources import Tools, guarded, read_sources, tell
from quizgen.errors import QuizgenError
from quizgen.facts import Fact
from quizgen.parsing.pipeline import parse
from quizgen.questions import Question
from quizgen.quiz.safe import clean

_ID = re.compile(r"[0-9a-f]{16}")
_KEPT = "kept"


@dataclass(frozen=True)
class Explained:
    """One question that was tried: what became of it, and every rule it breaks."""

    question: Question
    template: Template
    fate: str
    codes: tuple[str, ...]


def run_explain(
    source: str,
    text: str,
    *,
    templates: str | None,
    date: datetime.date | None,
    language: str | None,
    pipeline: str | None,
) -> int:
    """Print what is known of a question's id, or of words. Out: the exit code; 1 where nothing has them."""
    tools = Tools(pipeline, templates)
    reading = read_sources([source], date=date, language=language)
    problems = list(reading.problems)
    builds: list[ArticleBuild] = []
    for article in reading.articles:
        problem = guarded(article, lambda one=article: builds.append(_build(one, tools)))  # type: ignore[misc]
        problems += [problem] if problem else []
    assembly = assemble(builds)
    lines = [line for build in builds for line in _article(build, assembly, text, tools)]
    sys.stdout.writelines(f"{clean(line)}\n" for line in lines)
    tell(problems)
    if builds and not lines:
        raise QuizgenError(
            f"No sentence, fact or question has {text!r}", file=source, remedy="See quizgen facts, or try other words."
        )
    return 1 if problems else 0


def _build(article: Article, tools: Tools) -> ArticleBuild:
    return build_article(article, tools.pipeline(article.language), tools.templates(article.language))


def _article(build: ArticleBuild, assembly: Assembly, text: str, tools: Tools) -> Iterator[str]:
    """The lines on every sentence that has the words, with its facts."""
    article, own = build.article, tools.templates(build.article.language)
    asker = Asker(own, article.language)
    tried = [(fact, _tried(fact, article, asker, assembly)) for fact in build.facts]
    if _ID.fullmatch(text):
        tried = [(fact, some) for fact, every in tried if (some := [e for e in every if _has_id(e.question, text)])]
        sentences = list(dict.fromkeys(fact.sentence for fact, _ in tried))
    else:
        tried = [(fact, every) for fact, every in tried if _mentions(fact, every, article, text)]
        sentences = _sentences(article, text, [fact.sentence for fact, _ in tried], tools)
    for sentence in sentences:
        yield f"sentence {sentence.start}-{sentence.end}: {sentence.of(article.text)}"
        about = [(fact, every) for fact, every in tried if fact.sentence == sentence]
        if not about:
            yield "  no rule found a fact in this sentence"
        for fact, every in about:
            yield from _fact(fact, every, own)
        yield ""


def _tried(fact: Fact, article: Article, asker: Asker, assembly: Assembly) -> list[Explained]:
    return [
        Explained(question, template, fate(question, assembly), lint(Candidate(question, fact, article.text)))
        for question, template in asker.ask(fact, article)
    ]


def fate(question: Question, assembly: Assembly) -> str:
    """``kept``, or the reason code with which the question was dropped."""
    ids = {question.id, choice_id(question.id)}
    kept = next((one for one in assembly.questions if one.id in ids and one.stem == question.stem), None)
    if kept is not None and kept.answer == question.answer:
        return f"{_KEPT}, {kept.style}, id {kept.id}, score {kept.score}, rank {kept.rank}"
    codes = (c for c, one in assembly.dropped if one.question.id == question.id and one.stem == question.stem)
    return f"dropped: {next(codes, 'not-selected')}"


def _has_id(question: Question, text: str) -> bool:
    return text in (question.id, choice_id(question.id))


def _mentions(fact: Fact, every: list[Explained], article: Article, text: str) -> bool:
    words = fold(text)
    texts = [fact.sentence.of(article.text), described(fact)]
    texts += [part for one in every for part in (one.question.stem, one.question.answer)]
    return any(words in fold(part) for part in texts)


def _sentences(article: Article, text: str, known: list[Span], tools: Tools) -> list[Span]:
    """Sentences that facts were found in, and those that merely have the words."""
    parsed = parse(article, tools.pipeline(article.language))
    every = [paragraph.span(sent) for paragraph in parsed.paragraphs for sent in paragraph.doc.sents]
    having = [span for span in every if fold(text) in fold(span.of(article.text))]
    having = [span for span in having if not any(span.overlaps(other) for other in known)]
    return sorted(dict.fromkeys([*known, *having]), key=lambda span: (span.start, span.end))


def _fact(fact: Fact, every: list[Explained], templates: tuple[Template, ...]) -> Iterator[str]:
    yield f"  fact {fact.kind}, rule {fact.rule}"
    yield f"    {described(fact)}"
    for one in every:
        yield f"    template {one.template.id} ({one.template.file}:{one.template.line})"
        yield f"      {one.question.stem} → {one.question.answer}"
        yield f"      id {one.question.id}; checks: {', '.join(one.codes) or 'all passed'}"
        yield f"      {one.fate}"
    asked = {one.template.id for one in every}
    others = [template.id for template in templates if template.kind == fact.kind and template.id not in asked]
    if others:
        yield f"    templates that do not fit it: {', '.join(others)}"
