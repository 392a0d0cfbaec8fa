"""Which questions are asked, and in which order."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from quizgen.errors import UsageError
from quizgen.library.rows import Row
from quizgen.quiz.presets import Preset, load_preset, shipped
from quizgen.quiz.selection import Filters, choose_questions

NOW = "2026-03-10T09:00:00.000000+00:00"


def row(name: str, article: str = "a", **values: object) -> Row:
    base = Row(name, article, "event", "open", "", 1, 0, "2026-03-01")
    return base._replace(**values)  # type: ignore[arg-type]


def ask(rows: list[Row], preset: Preset, filters: Filters = Filters(), **options: object) -> list[str]:  # noqa: B008
    return choose_questions(rows, preset, filters, now=NOW, **options)  # type: ignore[arg-type]


def test_due_ones_first_the_oldest_first_then_new_ones() -> None:
    rows = [row("new"), row("later", due="2026-03-11"), row("b", due="2026-03-09"), row("a", due="2026-03-01")]
    assert ask(rows, load_preset("daily")) == ["a", "b", "new"]


def test_daily_limits_count_what_was_done_today() -> None:
    rows = [row(f"n{i:02}", article=f"a{i}") for i in range(30)] + [row("d", due="2026-03-01")]
    assert len(ask(rows, load_preset("daily"))) == 21
    assert len(ask(rows, load_preset("daily"), seen=(15, 0))) == 6
    assert ask(rows, load_preset("daily"), seen=(99, 0)) == ["d"]


def test_new_questions_alternate_between_articles_newest_first() -> None:
    rows = [row("a1"), row("a2", rank=2), row("b1", "b", date="2026-03-05"), row("b2", "b", date="2026-03-05", rank=2)]
    assert ask(rows, load_preset("daily")) == ["b1", "a1", "b2", "a2"]


def test_hebdo_is_short_recent_choices_first_with_one_who_said_it() -> None:
    rows = [
        row(
            f"{day:02}-{rank}",
            f"a{day}",
            date=f"2026-02-{day:02}",
            rank=rank,
            style="choice" if rank % 2 else "open",
            kind="quote" if rank == 3 else "event",
            options=4 if rank % 2 else 0,
        )
        for day in range(1, 21)
        for rank in (1, 2, 3)
    ]
    asked = ask(rows, load_preset("hebdo"))
    by_id = {one.id: one for one in rows}
    assert 7 <= len(asked) <= 10
    assert sum(by_id[name].kind == "quote" for name in asked) == 1
    assert {by_id[name].date for name in asked} <= {f"2026-02-{day:02}" for day in range(11, 21)}
    styles = [by_id[name].style for name in asked]
    assert styles == sorted(styles)  # choice before open


def test_concours_prefers_five_options_and_asks_forty() -> None:
    rows = [row(f"q{i:03}", style="choice", options=3 + i % 3) for i in range(200)]
    asked = ask(rows, load_preset("concours"), rng=Random(1))
    assert len(asked) == 40 and all(int(name[1:]) % 3 == 2 for name in asked)
    assert len(ask(rows, load_preset("concours"), count=5, rng=Random(1))) == 5


def test_a_seed_repeats_the_order() -> None:
    rows = [row(f"q{i}") for i in range(50)]
    cram = load_preset("cram")
    assert ask(rows, cram, rng=Random(7)) == ask(rows, cram, rng=Random(7)) != ask(rows, cram, rng=Random(8))


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        (Filters(since="2026-03-01"), ["a"]),
        (Filters(kinds=("quote",)), ["b"]),
        (Filters(tags=("eu",)), ["b"]),
        (Filters(articles=("x1",)), ["b"]),
        (Filters(articles=("PONT",)), ["a"]),
        (Filters(wrong=True), ["b"]),
    ],
)
def test_filters(filters: Filters, kept: list[str]) -> None:
    rows = [
        row("a", title="Le pont"),
        row("b", "x123", kind="quote", tags="eu climat", date="2026-02-01", last_grade=1, due="2026-04-01"),
    ]
    assert ask(rows, load_preset("cram"), filters) == kept


def test_a_preset_of_mistakes_only() -> None:
    assert ask([row("a", last_grade=1), row("b", last_grade=3), row("c")], Preset("mine", pool="wrong")) == ["a"]


def test_bad_and_suspended_questions_are_never_asked() -> None:
    rows = [row("a", bad=1), row("b", suspended=1), row("c")]
    assert all(ask(rows, load_preset(name)) == ["c"] for name in shipped())


def test_a_preset_is_a_file_that_can_be_copied_and_edited(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('pool = "latest"\ncount = 3\n', encoding="utf-8")
    assert load_preset(str(mine)) == Preset("mine", pool="latest", count=3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cuont = 3", "cuont"),
        ("count = 0", "count"),
        ('pool = "best"', "pool"),
        ("count = ", "read"),
        ("first = 3", "first"),
        ('shuffle = "yes"', "shuffle"),
    ],
)
def test_a_preset_with_a_mistake_names_the_file_and_the_field(tmp_path: Path, text: str, said: str) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=f"mine.toml.*{said}"):
        load_preset(str(mine))


def test_a_preset_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(UsageError, match="concours.*cram.*daily.*hebdo"):
        load_preset("weekly")
