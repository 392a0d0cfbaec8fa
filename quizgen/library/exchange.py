"""The library as JSON Lines, out and in again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from quizgen.errors import LibraryError
from quizgen.library.rows import Review
from quizgen.library.store import Library

FORMAT = 1


def _days(after: str) -> int:
    """The interval a card state was given, in whole days; 0 where it is less."""
    state = json.loads(after)
    gap = datetime.fromisoformat(state["due"]) - datetime.fromisoformat(state["last_review"])
    return gap.days


def _anki(review: Review) -> dict[str, int]:
    """The review in the columns of Anki's ``revlog``: id in ms, ease 1 to 4, intervals in days, time in ms.

    Source: https://github.com/ankidroid/Anki-Android/wiki/Database-Structure#review-log
    """
    moment = datetime.fromisoformat(review.at)
    return {
        "id": round(moment.timestamp() * 1000),
        "ease": review.grade,
        "ivl": _days(review.after),
        "lastIvl": _days(review.before) if review.before else 0,
        "time": round(review.seconds * 1000),
        "type": 1 if review.before and json.loads(review.before)["state"] == 2 else 0,
    }


def export_lines(library: Library) -> Iterator[str]:
    """Every article, fact, question, card and answer as one JSON object a line, references after what they name."""
    yield _line({"type": "library", "format": FORMAT})
    for article in library.articles():
        yield _line({"type": "article", "article": article})
    for fact in library.facts():
        yield _line({"type": "fact", "fact": fact})
    for question in library.questions([row.id for row in library.rows()]):
        yield _line({"type": "question", "question": question})
    for review in library.reviews(undone=True):
        data = {name: value for name, value in review._asdict().items() if name not in ("kind", "date")}
        yield _line({"type": "review", **data, "anki": _anki(review)})
    for card in library.cards():
        yield _line({"type": "card", **card._asdict()})


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _parse(lines: Iterable[str], file: Path | str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        try:
            data = json.loads(text)
            kind = data["type"]
        except (ValueError, KeyError, TypeError) as error:
            problem = "this line is no JSON object with a type"
            raise LibraryError(problem, file=file, line=number, remedy=_REMEDY) from error
        if kind == "library" and data.get("format") != FORMAT:
            raise LibraryError(f"format {data.get('format')} is not known", file=file, line=number, remedy=_REMEDY)
        yield number, data


_REMEDY = "Give a file that `quizgen library export` wrote."


def import_lines(library: Library, lines: Iterable[str], *, now: datetime, file: Path | str = "-") -> dict[str, int]:
    """Read what ``export_lines`` wrote. Out: how many questions and reviews are new.

    All or nothing. A review that is there already stays; a card takes the state of its latest review.
    Errors: ``LibraryError`` with the line that cannot be read.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for number, data in _parse(lines, file):
        found.setdefault(data["type"], []).append({**data, "line": number})
    try:
        questions = [data["question"] for data in found.get("question", ())]
        articles = [data["article"] for data in found.get("article", ())]
        facts = [data["fact"] for data in found.get("fact", ())]
        return library.restore(questions, articles, facts, found.get("review", ()), found.get("card", ()), now=now)
    except (KeyError, TypeError) as error:
        raise LibraryError(f"a field is missing or of the wrong type: {error}", file=file, remedy=_REMEDY) from error
