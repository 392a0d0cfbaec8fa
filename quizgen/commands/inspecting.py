"""The work of ``quizgen inspect``: one article's layers as plain data."""

from __future__ import annotations

import datetime
import json
import sys
from typing import Any

from quizgen.article import Article
from quizgen.commands.sources import Tools, only_article
from quizgen.extraction.context import Context
from quizgen.parsing.pipeline import parse
from quizgen.quiz.safe import clean

TYPES = ("person", "organisation", "location", "product", "event", "other")


def run_inspect(
    source: str, *, as_json: bool, date: datetime.date | None, language: str | None, pipeline: str | None
) -> int:
    """Print the layers of one article. Out: the exit code."""
    article = only_article(source, date=date, language=language)
    found = layers(Context(parse(article, Tools(pipeline, None).pipeline(article.language))))
    if as_json:
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(_as_text(found))
    return 0


def layers(context: Context) -> dict[str, Any]:
    """Sentences, entities, times and quotes; offsets are into the article's text, front matter excluded."""
    article = context.parsed.article
    return {
        "article": {"id": article.id, "title": article.title, "language": article.language, "source": article.source},
        "sentences": _sentences(context, article),
        "entities": _entities(context, article),
        "times": _times(context, article),
        "quotes": _quotes(context, article),
    }


def _piece(article: Article, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": article.text[start:end]}


def _sentences(context: Context, article: Article) -> list[dict[str, Any]]:
    spans = (p.span(sentence) for p in context.parsed.paragraphs for sentence in p.doc.sents)
    return [_piece(article, span.start, span.end) for span in spans]


def _entities(context: Context, article: Article) -> list[dict[str, Any]]:
    return [
        _piece(article, one.start, one.end) | {"type": one.type if one.type in TYPES else "other", "name": one.name}
        for one in context.mentions.items
    ]


def _times(context: Context, article: Article) -> list[dict[str, Any]]:
    return [_piece(article, one.start, one.end) | {"value": one.value, "type": one.type} for one in context.times]


def _quotes(context: Context, article: Article) -> list[dict[str, Any]]:
    return [
        _piece(article, one.start, one.end)
        | {"kind": one.kind, "cue": one.cue, "speaker": _speaker(one.speaker, article)}
        for one in context.quotes
    ]


def _speaker(speaker: Any, article: Article) -> dict[str, Any] | None:
    if speaker is None:
        return None
    return _piece(article, speaker.start, speaker.end) | {"name": speaker.resolved}


def _as_text(found: dict[str, Any]) -> str:
    lines = []
    for layer in ("sentences", "entities", "times", "quotes"):
        lines.append(f"{layer} ({len(found[layer])})")
        lines += [f"  {one['start']:>6}-{one['end']:<6} {_note(one)}{clean(one['text'])}" for one in found[layer]]
    return "\n".join(lines) + "\n"


def _note(one: dict[str, Any]) -> str:
    speaker = one.get("speaker") or {}
    parts = [one.get("type"), one.get("kind"), one.get("value"), clean(speaker.get("name", ""))]
    noted = " ".join(part for part in parts if part)
    return f"[{noted}] " if noted else ""
