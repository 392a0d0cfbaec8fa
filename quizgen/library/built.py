"""What was built: articles, facts and questions."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from quizgen.library.base import Store, stamp
from quizgen.library.rows import Row

if TYPE_CHECKING:
    from quizgen.article import Article
    from quizgen.questions import Question

_UPSERT_ARTICLE = """
INSERT INTO article (id, title, outlet, url, date, language, data) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET title = excluded.title, outlet = excluded.outlet, url = excluded.url,
date = excluded.date, language = excluded.language, data = coalesce(excluded.data, data)
"""
_UPSERT_QUESTION = """
INSERT INTO question
(id, article_id, kind, style, template, language, rank, score, tags, options, data, added, updated)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET article_id = excluded.article_id, kind = excluded.kind, style = excluded.style,
template = excluded.template, language = excluded.language, rank = excluded.rank, score = excluded.score,
tags = excluded.tags, options = excluded.options, data = excluded.data, updated = excluded.updated
WHERE data <> excluded.data
"""
_UPSERT_FACT = """
INSERT INTO fact (id, article_id, kind, data) VALUES (?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET data = excluded.data
"""


def _article_row(data: Mapping[str, Any], language: str, full: str | None) -> tuple[Any, ...]:
    return (data["id"], data.get("title"), data.get("outlet"), data.get("url"), data.get("date"), language, full)


def _question_row(data: Mapping[str, Any], now: str) -> tuple[Any, ...]:
    return (
        data["id"],
        data["article"]["id"],
        data["kind"],
        data["style"],
        data["template"],
        data.get("language", "fr"),
        data.get("rank", 0),
        data.get("score", 0.0),
        " ".join(data.get("tags", ())),
        len(data.get("options") or ()),
        json.dumps(data, ensure_ascii=False, sort_keys=True),
        now,
        now,
    )


def _fact_row(fact: Mapping[str, Any]) -> tuple[str, str, str, str]:
    import hashlib

    text = json.dumps(fact, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12], str(fact["article"]), str(fact.get("kind", "")), text


class Built(Store):
    """The part of the library that a build writes."""

    def add_deck(
        self,
        questions: Iterable[Question],
        articles: Iterable[Article] = (),
        facts: Iterable[Any] = (),
        *,
        now: datetime,
    ) -> int:
        """Add what a build made, or update it in place by id; reviews stay. Out: how many questions are new.

        ``facts`` are pydantic models with ``kind`` and ``article`` (an id); others are left out.
        """
        data = [question.model_dump(mode="json") for question in questions]
        full = [article.model_dump(mode="json") for article in articles]
        found = [fact.model_dump(mode="json") for fact in facts]
        return self.add_data(data, full, found, now=now)

    def add_data(
        self,
        questions: Sequence[Mapping[str, Any]],
        articles: Sequence[Mapping[str, Any]] = (),
        facts: Sequence[Mapping[str, Any]] = (),
        *,
        now: datetime,
    ) -> int:
        """The same from JSON data."""
        with self._writing() as db:
            return self._put(db, questions, articles, facts, now)

    def _put(
        self,
        db: sqlite3.Connection,
        questions: Iterable[Mapping[str, Any]],
        articles: Iterable[Mapping[str, Any]],
        facts: Iterable[Mapping[str, Any]],
        now: datetime,
    ) -> int:
        before = db.execute("SELECT count(*) FROM question").fetchone()[0]
        for article in articles:
            text = json.dumps(article, ensure_ascii=False, sort_keys=True)
            db.execute(_UPSERT_ARTICLE, _article_row(article, article.get("language", ""), text))
        self._put_questions(db, questions, now)
        known = {row[0] for row in db.execute("SELECT id FROM article")}
        db.executemany(_UPSERT_FACT, [_fact_row(fact) for fact in facts if fact.get("article") in known])
        return int(db.execute("SELECT count(*) FROM question").fetchone()[0] - before)

    def articles(self) -> list[dict[str, Any]]:
        """Every article as JSON data: whole where it was built here, else what its questions say of it."""
        sql = "SELECT id, title, outlet, url, date, language, data FROM article ORDER BY date, id"
        names = ("id", "title", "outlet", "url", "date", "language")
        return [json.loads(row[6]) if row[6] else dict(zip(names, row[:6], strict=True)) for row in self._rows(sql)]

    def _put_questions(self, db: sqlite3.Connection, questions: Iterable[Mapping[str, Any]], now: datetime) -> None:
        for data in questions:
            db.execute(_UPSERT_ARTICLE, _article_row(data["article"], data.get("language", "fr"), None))
            db.execute(_UPSERT_QUESTION, _question_row(data, stamp(now)))

    def rows(self) -> list[Row]:
        """What selection needs of every question, without its text."""
        sql = """
        SELECT q.id, q.article_id, q.kind, q.style, q.tags, q.rank, q.options, a.date, c.due, coalesce(c.reviews, 0),
               c.last_grade, coalesce(c.suspended, 0), c.bad IS NOT NULL, a.title
        FROM question q JOIN article a ON a.id = q.article_id LEFT JOIN card c ON c.question_id = q.id
        ORDER BY q.number
        """
        return list(map(Row._make, self._rows(sql)))

    def questions(self, ids: Sequence[str]) -> list[dict[str, Any]]:
        """The questions of these ids as JSON data, in this order; unknown ids are left out."""
        found: dict[str, dict[str, Any]] = {}
        for some in (ids[at : at + 500] for at in range(0, len(ids), 500)):
            marks = ",".join("?" * len(some))
            for name, data in self._rows(f"SELECT id, data FROM question WHERE id IN ({marks})", *some):
                found[name] = json.loads(data)
        return [found[name] for name in ids if name in found]

    def facts(self, article: str | None = None) -> list[dict[str, Any]]:
        sql = "SELECT data FROM fact WHERE ? IS NULL OR article_id = ? ORDER BY id"
        return [json.loads(row[0]) for row in self._rows(sql, article, article)]
