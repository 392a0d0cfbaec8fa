"""What every command that reads articles begins with: the articles, a pipeline, the templates."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from quizgen.errors import QuizgenError, UsageError
from quizgen.reading import Reading, read

if TYPE_CHECKING:
    from spacy.language import Language

    from quizgen.article import Article
    from quizgen.asking.templates import Template

# A person's own template is to win over ours where both ask the same.
_OWN = 3.0


def standard_input() -> BinaryIO:
    return sys.stdin.buffer


def tell(problems: Sequence[QuizgenError]) -> None:
    """One line on standard error for each problem that does not stop the command."""
    from quizgen.cli import one_line

    for problem in problems:
        print(one_line(str(problem)), file=sys.stderr)


def read_sources(sources: Sequence[str], *, date: datetime.date | None, language: str | None) -> Reading:
    """The articles, and what is wrong with the others. Raises the only problem where there is no article."""
    reading = read(list(sources), language=language, date=date, stdin=standard_input())
    if not reading.articles and len(reading.problems) == 1:
        raise reading.problems[0]
    return reading


@dataclass(frozen=True)
class Tools:
    """How to get, for a language, its pipeline and its templates."""

    pipeline_name: str | None
    folder: str | None

    def pipeline(self, language: str) -> Language:
        from quizgen.parsing.pipeline import load_pipeline

        return load_pipeline(self.pipeline_name, language)

    def templates(self, language: str) -> tuple[Template, ...]:
        """The built-in templates, and before them the user's own, which win where an id is the same."""
        from quizgen.asking.templates import built_in, load_folder

        ours = built_in(language)
        if self.folder is None:
            return ours
        own = tuple(replace(t, weight=t.weight + _OWN) for t in load_folder(Path(self.folder), language))
        taken = {template.id for template in own}
        return (*own, *(template for template in ours if template.id not in taken))


def guarded(article: Article, work: Callable[[], object]) -> QuizgenError | None:
    """Do work on one article; whatever goes wrong becomes a problem of that article and of no other."""
    try:
        work()
    except QuizgenError as error:
        return error
    except BrokenPipeError:
        raise  # who reads the output has seen enough
    except Exception as error:
        import os

        if os.environ.get("QUIZGEN_DEBUG"):
            raise
        what = f"{type(error).__name__}: {error}"
        return QuizgenError(
            f"This article cannot be worked on ({what})", file=article.source,
            remedy="Please report it with the output of QUIZGEN_DEBUG=1.",
        )  # fmt: skip
    return None


def only_article(source: str, *, date: datetime.date | None, language: str | None) -> Article:
    """The article of a source that must be one. Raises UsageError where it is several."""
    reading = read_sources([source], date=date, language=language)
    if reading.problems:
        raise reading.problems[0]
    if len(reading.articles) > 1:
        raise UsageError(
            f"There are {len(reading.articles)} articles here, and this command takes one", file=source,
            remedy="Name one of its files.",
        )  # fmt: skip
    return reading.articles[0]
