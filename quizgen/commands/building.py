"""The work of ``quizgen build``: read, build each article, assemble, write."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.assembly import Assembly, assemble
from quizgen.build import ArticleBuild, build_article
from quizgen.commands.naming import deck_name, deck_path
from quizgen.commands.sources import Tools, guarded, read_sources, tell
from quizgen.commands.table import show_table
from quizgen.errors import LibraryError, QuizgenError
from quizgen.questions import Deck, Question

if TYPE_CHECKING:
    from quizgen.anki.changes import BuildReport
    from quizgen.article import Article


@dataclass(frozen=True)
class Wish:
    """What the command line asked for."""

    sources: tuple[str, ...]
    out: str | None = None
    deck: str | None = None
    date: datetime.date | None = None
    language: str | None = None
    limit: int | None = None
    templates: str | None = None
    json: str | None = None
    seed: int = 0
    pipeline: str | None = None
    since: str | None = None
    typed: bool = False
    maps: bool = False
    library: str | None = None
    remember: bool = True


def build_questions(sources: Sequence[str]) -> tuple[Question, ...]:
    """The questions of articles, with nothing written. Problems of single articles go to standard error.

    Raises what reading raises where there is no article at all.
    """
    _, assembly, problems = _built(Wish(tuple(sources)))
    tell(problems)
    return assembly.questions


def run_build(wish: Wish) -> int:
    """Build a deck. Out: the exit code, 1 where an article failed or there was no question to write."""
    builds, assembly, problems = _built(wish)
    tell(problems)
    if wish.json is not None:
        write_json(assembly.questions, wish.json)
    name = wish.deck or deck_name(wish.sources, wish.out)
    path = Path(wish.out) if wish.out else deck_path(name)
    report = _write(Deck(name=name, questions=assembly.questions), path, wish) if assembly.questions else None
    if wish.remember and assembly.questions:
        _remember(builds, assembly, wish)
    if not builds:
        return 1
    show_table(assembly.counts, path if report else None, report, sys.stderr if wish.json == "-" else sys.stdout)
    if report is None:
        raise QuizgenError("No question could be made of this", remedy="See quizgen facts and quizgen explain for why.")
    return 1 if problems else 0


def _built(wish: Wish) -> tuple[list[ArticleBuild], Assembly, list[QuizgenError]]:
    tools = Tools(wish.pipeline, wish.templates)
    reading = read_sources(wish.sources, date=wish.date, language=wish.language)
    for language in sorted({article.language for article in reading.articles}):
        tools.pipeline(language), tools.templates(language)
    problems = list(reading.problems)
    builds: list[ArticleBuild] = []
    for article in _with_progress(reading.articles):
        problem = guarded(article, lambda one=article: builds.append(_build_one(one, tools)))  # type: ignore[misc]
        problems += [problem] if problem else []
    open_only = frozenset(
        template.id for one in {b.article.language for b in builds} for template in tools.templates(one)
        if not template.choice
    )  # fmt: skip
    bad = _marked_bad(wish)
    return builds, assemble(builds, limit=wish.limit, seed=wish.seed, open_only=open_only, bad=bad), problems


def _build_one(article: Article, tools: Tools) -> ArticleBuild:
    return build_article(article, tools.pipeline(article.language), tools.templates(article.language))


def _with_progress(articles: Sequence[Article]) -> Iterator[Article]:
    """The articles, with a bar on standard error where a person looks at it and has to wait."""
    if len(articles) < 2 or not sys.stderr.isatty():
        yield from articles
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(articles, "Reading", console=Console(stderr=True), transient=True)


def write_json(questions: Iterable[Question], target: str) -> None:
    """One question a line, UTF-8. ``target``: a file, or - for standard output. Raises QuizgenError."""
    data = "".join(question.model_dump_json() + "\n" for question in questions).encode()
    if target == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    with _writing(target):
        path = Path(target)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@contextmanager
def _writing(target: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise QuizgenError(
            f"This file cannot be written: {error.strerror or error}", file=target, remedy="Choose another place."
        ) from error


def _write(deck: Deck, path: Path, wish: Wish) -> BuildReport:
    from quizgen.anki.package import default_now, write_deck

    previous = Path(wish.since) if wish.since else None
    return write_deck(deck, path, now=default_now(deck), previous=previous, typed=wish.typed, maps=wish.maps)


def _library_path(wish: Wish) -> Path:
    from quizgen.library import library_path

    return library_path(Path(wish.library) if wish.library else None)


def _marked_bad(wish: Wish) -> frozenset[str]:
    """Questions that were marked as bad in the quiz never come back. A library that fails is told of later."""
    path = _library_path(wish)
    if not wish.remember or not path.exists():
        return frozenset()
    from quizgen.library import open_library

    try:
        with open_library(path) as library:
            return library.bad_ids()
    except LibraryError:
        return frozenset()


def _remember(builds: Sequence[ArticleBuild], assembly: Assembly, wish: Wish) -> None:
    """Into the library. Where the usual one cannot be used, the deck stands all the same and a line says so."""
    from quizgen.library import open_library

    questions = [question.model_dump(mode="json") for question in assembly.questions]
    articles = [build.article.model_dump(mode="json") for build in builds]
    facts = [fact.model_dump(mode="json") | {"article": build.article.id} for build in builds for fact in build.facts]
    try:
        with open_library(_library_path(wish)) as library:
            library.add_data(questions, articles, facts, now=datetime.datetime.now(datetime.UTC))
    except LibraryError as error:
        if wish.library:
            raise
        tell([error])
