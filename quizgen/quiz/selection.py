"""Which questions a quiz asks, and in which order: pure, from the library's rows."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from quizgen.library.rows import Row
from quizgen.quiz.presets import Preset


@dataclass(frozen=True)
class Filters:
    """What the user narrowed the quiz to. ``since`` is an ISO date; the others match any of their values."""

    since: str | None = None
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    wrong: bool = False

    def keeps(self, row: Row) -> bool:
        return (
            not row.suspended
            and not row.bad
            and (self.since is None or (row.date or "") >= self.since)
            and (not self.kinds or row.kind in self.kinds)
            and (not self.tags or bool(set(self.tags) & set(row.tags.split())))
            and (not self.articles or self._of_article(row))
            and (not self.wrong or row.last_grade == 1)
        )

    def _of_article(self, row: Row) -> bool:
        title = (row.title or "").casefold()
        return any(row.article.startswith(name) or name.casefold() in title for name in self.articles)


def _spread(rows: Sequence[Row]) -> Iterator[Row]:
    """One of each article in turn, so that neighbours come from different ones."""
    by_article: dict[str, list[Row]] = {}
    for row in rows:
        by_article.setdefault(row.article, []).append(row)
    for turn in range(max(map(len, by_article.values()), default=0)):
        yield from (group[turn] for group in by_article.values() if turn < len(group))


def _newest(rows: Sequence[Row]) -> list[Row]:
    """The newest article first; within it, the best question first."""
    ranked = sorted(rows, key=lambda row: (row.rank, row.id))
    return sorted(ranked, key=lambda row: row.date or "", reverse=True)


def _due(rows: Sequence[Row], preset: Preset, now: str, seen: tuple[int, int]) -> list[Row]:
    """What is due, oldest first, then what is new, newest first, each within what is left of its daily limit."""
    known = [row for row in rows if row.due is not None and row.due <= now]
    due = sorted(known, key=lambda row: (row.due or "", row.id))
    new = _spread(_newest([row for row in rows if row.due is None]))
    return due[: _left(preset.due_per_day, seen[1])] + list(islice(new, _left(preset.new_per_day, seen[0])))


def _left(limit: int | None, used: int) -> int | None:
    return None if limit is None else max(0, limit - used)


def _latest(rows: Sequence[Row], preset: Preset) -> list[Row]:
    """The best questions of the newest articles, one of each in turn."""
    newest = _newest(rows)
    articles = list(dict.fromkeys(row.article for row in newest))[: preset.articles]
    kept = [row for row in _spread(newest) if row.article in set(articles)]
    return _at_most(kept, preset.per_article)


def _at_most(rows: Sequence[Row], per_article: int | None) -> list[Row]:
    counts: dict[str, int] = {}
    kept = []
    for row in rows:
        counts[row.article] = counts.get(row.article, 0) + 1
        if per_article is None or counts[row.article] <= per_article:
            kept.append(row)
    return kept


def _with_one(rows: list[Row], kinds: Sequence[str], count: int | None) -> list[Row]:
    """The first ``count``, with one of the kinds wanted among them where there is one, and no more than one."""
    wanted = [row for row in rows if row.kind in kinds]
    others = [row for row in rows if row.kind not in kinds]
    if not wanted:
        return rows[:count]
    kept = [*others[: None if count is None else count - 1], wanted[0]]
    return sorted(kept, key=rows.index)


def choose_questions(
    rows: Sequence[Row],
    preset: Preset,
    filters: Filters,
    *,
    now: str,
    seen: tuple[int, int] = (0, 0),
    count: int | None = None,
    rng: random.Random | None = None,
) -> list[str]:
    """In: the library's rows and what is wanted. Out: the ids to ask, in order.

    ``now`` is an ISO moment in UTC; ``seen`` how many new and known questions were answered today;
    ``rng`` shuffles where the preset does.
    """
    kept = [row for row in rows if filters.keeps(row) and (preset.pool != "wrong" or row.last_grade == 1)]
    if preset.pool == "due" and not filters.wrong:
        chosen = _due(kept, preset, now, seen)
    elif preset.pool == "latest":
        chosen = _latest(kept, preset)
    else:
        chosen = list(kept)
    if preset.shuffle and rng is not None:
        rng.shuffle(chosen)
    if preset.first:
        chosen.sort(key=lambda row: (row.style not in preset.first, -min(row.options, preset.options or 0)))
    limit = count or preset.count
    chosen = _with_one(chosen, preset.one_of, limit) if preset.one_of else chosen[:limit]
    return [row.id for row in chosen]
