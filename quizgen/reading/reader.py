"""Sources become articles. One bad file never stops the others."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO

from quizgen.article import Article, Span, article_id
from quizgen.errors import QuizgenError, SourceError
from quizgen.languages.lexicon import languages
from quizgen.reading import files, front_matter, markdown, paragraphs
from quizgen.reading.decoding import decode
from quizgen.reading.files import STDIN, Source
from quizgen.reading.front_matter import Metadata
from quizgen.reading.language import check_language, detect_language

_NEEDS_SENTENCES = "It needs the article's text, with sentences that end in a full stop."
_NO_SENTENCE = {
    "text": _NEEDS_SENTENCES,
    "markdown": _NEEDS_SENTENCES,
    "page": "Copy the article's text into a .txt or .md file instead.",
}


@dataclass(frozen=True)
class Reading:
    """The articles that could be read, in the order of the sources, and what was wrong with the others."""

    articles: tuple[Article, ...]
    problems: tuple[QuizgenError, ...]


def read(
    sources: Sequence[str | Path],
    *,
    language: str | None = None,
    date: datetime.date | None = None,
    stdin: BinaryIO,
) -> Reading:
    """Read files, folders (at any depth, sorted) and ``-``, which is standard input.

    ``language`` and ``date`` are what the user says; they win over what a file states. ``problems`` has
    a SourceError or a LanguageError for each source that gave no article. Raises LanguageError where
    ``language`` itself is not known. A file, or an article, that comes twice is read once.
    """
    known = languages()
    if language is not None:
        check_language(language, known)
    stated = Metadata(language=language, date=date)
    problems: list[QuizgenError] = []
    articles: dict[str, Article] = {}
    for step in _steps(sources, stdin, problems):
        try:
            _add(articles, _article(step(), stated, known))
        except QuizgenError as error:
            problems.append(error)
    return Reading(tuple(articles.values()), tuple(problems))


def _steps(
    names: Sequence[str | Path], stdin: BinaryIO, problems: list[QuizgenError]
) -> Iterator[Callable[[], Source]]:
    """What loads each source, in order and none twice; a source that stands for no file is a problem."""
    paths: list[Path] = []
    for name in dict.fromkeys(names):
        if str(name) == STDIN:
            yield partial(files.load_stdin, stdin)
            continue
        try:
            found = files.find(name)
        except QuizgenError as error:
            problems.append(error)
            continue
        fresh = files.unique(paths + found)[len(paths) :]
        paths += fresh
        yield from (partial(files.load, path) for path in fresh)


def _add(articles: dict[str, Article], article: Article) -> None:
    """Keep an article unless it was read before; two texts under one name would mix up their cards."""
    first = articles.setdefault(article.id, article)
    if first.text != article.text:
        raise SourceError(
            f"This is the article of {first.source} (same address, or same title and date) with another text",
            file=article.source,
            remedy="Keep one of them.",
        )


def _article(source: Source, stated: Metadata, known: Sequence[str]) -> Article:
    metadata, text, spans = _contents(source)
    if not paragraphs.has_sentence(text, spans):
        raise SourceError("There is no sentence in this file", file=source.name, remedy=_NO_SENTENCE[source.form])
    metadata = replace(metadata, **{name: value for name, value in vars(stated).items() if value is not None})
    return Article(
        id=article_id(metadata.url, metadata.title, metadata.date, text),
        text=text,
        paragraphs=spans,
        language=_language(metadata.language, text, spans, known, source.name),
        title=metadata.title,
        outlet=metadata.outlet,
        url=metadata.url,
        date=metadata.date,
        source=source.name,
    )


def _contents(source: Source) -> tuple[Metadata, str, tuple[Span, ...]]:
    """What the source states, its body, and the paragraphs of it; a title repeated at the top is none."""
    metadata, body = _metadata_and_body(source)
    marked = paragraphs.lines(body) if source.form == "text" else markdown.prose(body)
    spans = paragraphs.paragraphs(body, marked)
    repeated = metadata.title and spans and spans[0].of(body).split() == metadata.title.split()
    return metadata, body, spans[1:] if repeated else spans


def _metadata_and_body(source: Source) -> tuple[Metadata, str]:
    text = decode(source.data, source.name, page=source.form == "page")
    if source.form == "page":
        from quizgen.reading.page import read_page

        return read_page(text, source.name)
    metadata, body = front_matter.split(text, source.name)
    if source.form == "markdown" and metadata.title is None:
        metadata = replace(metadata, title=markdown.title(body))
    return metadata, body


def _language(stated: str | None, text: str, spans: Sequence[Span], known: Sequence[str], file: str) -> str:
    if stated is not None:
        return check_language(stated, known, file)
    return detect_language("\n".join(span.of(text) for span in spans), known, file)
