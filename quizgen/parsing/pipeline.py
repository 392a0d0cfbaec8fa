"""Loading a spaCy pipeline and parsing an article with it, paragraph by paragraph."""

from __future__ import annotations

import importlib
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.article import Article
from quizgen.errors import QuizgenError
from quizgen.parsing.parsed import Paragraph, Parsed
from quizgen.parsing.reduction import parse_reduced
from quizgen.parsing.repair import repair

if TYPE_CHECKING:
    from spacy.language import Language


@lru_cache(maxsize=2)
def load_pipeline(name: str | None, language: str) -> Language:
    """The spaCy pipeline ``name``, or the language's own where ``name`` is None.

    Raises QuizgenError with the command that installs it where it is missing.
    """
    if name is None:
        return _own_pipeline(language)
    import spacy

    try:
        return spacy.load(name)
    except OSError as error:
        raise QuizgenError(
            f"The spaCy pipeline {name!r} is not installed", remedy=f"Install it: pip install {name.replace('_', '-')}"
        ) from error


def _own_pipeline(language: str) -> Language:
    module = importlib.import_module(f"quizgen.languages.{language}.loading")
    pipeline: Language = module.load()
    return pipeline


def parse(article: Article, pipeline: Language) -> Parsed:
    """Parse each paragraph of ``article``; offsets of tokens point into its verbatim text."""
    texts = [repair(span.of(article.text)) for span in article.paragraphs]
    docs = parse_reduced(texts, pipeline, article.language)
    return Parsed(
        article=article,
        paragraphs=tuple(Paragraph(span.start, doc) for span, doc in zip(article.paragraphs, docs, strict=True)),
    )
