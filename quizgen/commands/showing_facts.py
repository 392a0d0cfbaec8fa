"""The work of ``quizgen facts``: what was read from articles, by kind."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from quizgen.article import Article
from quizgen.commands.sources import Tools, guarded, read_sources, tell
from quizgen.extraction.context import Context
from quizgen.extraction.extract import extract
from quizgen.facts import Fact, Slot
from quizgen.parsing.pipeline import parse
from quizgen.quiz.safe import clean

_SHARED = ("kind", "rule", "sentence", "attribution", "when", "certainty", "frame", "piece", "needs_topic")


def run_facts(
    source: str, *, as_json: bool, date: datetime.date | None, language: str | None, pipeline: str | None
) -> int:
    """Print the facts of the source's articles. Out: the exit code, 1 where an article failed."""
    tools = Tools(pipeline, None)
    reading = read_sources([source], date=date, language=language)
    problems = list(reading.problems)
    for article in reading.articles:
        problem = guarded(article, lambda one=article: _show(one, tools, as_json))  # type: ignore[misc]
        problems += [problem] if problem else []
    tell(problems)
    return 1 if problems else 0


def _show(article: Article, tools: Tools, as_json: bool) -> None:
    found = extract(Context(parse(article, tools.pipeline(article.language))))
    if as_json:
        sys.stdout.writelines(json.dumps(fact_data(fact, article), ensure_ascii=False) + "\n" for fact in found)
    else:
        sys.stdout.writelines(line + "\n" for line in _lines(article, found))


def fact_data(fact: Fact, article: Article) -> dict[str, Any]:
    """A fact as data, with its evidence as text and the article's id."""
    data = fact.model_dump(mode="json", exclude_none=True)
    return data | {"evidence": fact.sentence.of(article.text), "article": article.id}


def _lines(article: Article, facts: tuple[Fact, ...]) -> Iterator[str]:
    yield f"{clean(article.title or article.source)} ({len(facts)})"
    for kind, group in groupby(sorted(facts, key=lambda fact: fact.kind), key=lambda fact: fact.kind):
        yield f"\n{kind}"
        for fact in group:
            yield f"  {clean(described(fact))}"
            yield f"    rule {fact.rule}"
            yield f"    {clean(fact.sentence.of(article.text))}"
    yield ""


def slots(fact: Fact) -> list[tuple[str, Slot]]:
    """The slots of a fact that are its own, by name."""
    named = ((name, getattr(fact, name)) for name in type(fact).model_fields if name not in _SHARED)
    return [(name, value) for name, value in named if isinstance(value, Slot)]


def described(fact: Fact) -> str:
    """A fact on one line: its slots with their types, who claims it, when it held."""
    parts = [f"{name}: {slot.text} ({slot.type})" for name, slot in slots(fact)]
    frame = getattr(fact, "frame", None)
    if frame is not None:
        parts.append("statement: " + " | ".join(piece.text for piece in frame.pieces))
    if fact.attribution is not None:
        parts.append(f"claimed by: {fact.attribution.text}")
    if fact.when is not None:
        parts.append(f"when: {fact.when.text}")
    return "; ".join(parts)
