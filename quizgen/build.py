"""Articles → questions: the whole of the pure middle, with what was dropped and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizgen.article import Article
from quizgen.asking.ask import Asker
from quizgen.asking.candidate import Candidate
from quizgen.asking.lint import lint
from quizgen.asking.passing import is_log
from quizgen.asking.ranking import score
from quizgen.asking.select import select
from quizgen.asking.templates import Template
from quizgen.extraction.context import Context
from quizgen.extraction.extract import extract
from quizgen.extraction.headlines import supporting
from quizgen.extraction.short_titles import event_named, shortened
from quizgen.extraction.times.dating import happened_on
from quizgen.facts import Fact
from quizgen.languages.lexicon import grammar
from quizgen.parsing.pipeline import parse
from quizgen.questions import Question

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True)
class ArticleBuild:
    """What one article gave. ``article``: with its headline behind the body, which facts and evidence count in."""

    article: Article
    facts: tuple[Fact, ...]
    kept: tuple[tuple[float, Candidate], ...]
    dropped: tuple[tuple[str, Candidate], ...]
    sentences: int


@dataclass
class Counts:
    """The figures of a build's closing table. ``told``: sentences that gave a fact; ``asked``: facts that gave a kept
    question.
    """

    articles: int = 0
    sentences: int = 0
    told: int = 0
    asked: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    kept: int = 0
    dropped: Counter[str] = field(default_factory=Counter)


def build_article(article: Article, pipeline: Language, templates: Sequence[Template]) -> ArticleBuild:
    """Facts and ranked questions of one article; nothing is compared with other articles yet."""
    article = article.model_copy(update={"title": grammar(article.language).spaced_title(article.title)})
    headline = grammar(article.language).headline(article.title)
    told = article.with_headline(headline) if headline and article.date else article
    context = Context(parse(told, pipeline))
    facts = extract(context)
    asker = Asker(templates, article.language)
    more = {"short_title": shortened(context), "event": event_named(context), "happened_on": happened_on(context)}
    told = told.model_copy(update=more)
    ranked: list[tuple[float, Candidate]] = []
    dropped: list[tuple[str, Candidate]] = []
    for fact in facts:
        of_headline = told.is_headline(fact.sentence)
        support = supporting(fact, context) if of_headline else None
        if of_headline and support is None:
            continue
        for question, template in asker.ask(fact, told):
            if support is not None:
                question = question.model_copy(update={"evidence": support})
            candidate = Candidate(question, fact, told.text, headline=of_headline, opens=told.opens_with(fact.sentence))
            codes = lint(candidate)
            if codes:
                dropped.append((codes[0], candidate))
            else:
                ranked.append((score(candidate, template, context), candidate))
    kept, lost = select(ranked, len(article.text.split()), log=is_log(article.text, article.language))
    sentences = sum(1 for paragraph in context.parsed.paragraphs for _ in paragraph.doc.sents)
    return ArticleBuild(told, facts, tuple(kept), (*dropped, *lost), sentences)


def questions_of(build: ArticleBuild) -> tuple[Question, ...]:
    """The kept questions, best first, with their score and rank."""
    return tuple(
        candidate.question.model_copy(update={"score": round(value, 4), "rank": rank})
        for rank, (value, candidate) in enumerate(build.kept, 1)
    )
