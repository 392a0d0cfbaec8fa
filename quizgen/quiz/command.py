"""``quizgen quiz``, without the command line around it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, TextIO

from quizgen.library import Library, open_library
from quizgen.library import library_path as place_of_library
from quizgen.library.rows import Row
from quizgen.library.store import stamp
from quizgen.quiz import memory as memories
from quizgen.quiz.events import Rules
from quizgen.quiz.item import Item, item_from_data
from quizgen.quiz.keys import Input, StreamInput, terminal_input
from quizgen.quiz.lines import Part, line
from quizgen.quiz.plain import PlainScreen
from quizgen.quiz.player import Player, Screen, shown_options
from quizgen.quiz.presets import Preset, load_preset
from quizgen.quiz.selection import Filters, choose_questions
from quizgen.quiz.session import Session, again, start
from quizgen.quiz.summary import summary_view
from quizgen.quiz.ui import Ui, load_ui
from quizgen.quiz.views import when_words

if TYPE_CHECKING:
    from quizgen.questions import Question

Clock = Callable[[], datetime]


def local_clock() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True)
class Wish:
    """What the command line asked for."""

    preset: Preset
    filters: Filters
    count: int | None = None
    seed: int | None = None
    fresh: bool = False


@dataclass(frozen=True)
class Stage:
    """Where the quiz is played."""

    ui: Ui
    screen: Screen
    keys: Input
    clock: Clock


def _plain_width(stdout: TextIO) -> int:
    """The terminal's width, at most what is legible; 80 where the lines go elsewhere."""
    try:
        return max(20, min(100, os.get_terminal_size(stdout.fileno()).columns))
    except (OSError, ValueError):
        return 80


def make_stage(stdin: TextIO, stdout: TextIO, *, plain: bool, ui: str | None, clock: Clock) -> Stage:
    """Rich and single keys on a terminal; plain lines where asked for, on dumb terminals, and in pipes."""
    table = load_ui(ui)
    dumb = os.environ.get("TERM", "") in ("", "dumb", "unknown")
    keys = None if plain or dumb or not stdout.isatty() else terminal_input(stdin)
    if keys is None:
        interactive = stdin.isatty()
        screen = PlainScreen(stdout, _plain_width(stdout), quiet_keys=not interactive)
        return Stage(table, screen, StreamInput(stdin, screen.prompt, interactive), clock)
    from quizgen.quiz.screen import rich_screen

    return Stage(table, rich_screen(stdout), keys, clock)


def _given_rows(items: Sequence[Item], library: Library | None) -> list[Row]:
    """Rows for questions that were given, with what the library knows of them."""
    cards = {card.question: card for card in library.cards()} if library else {}
    rows = []
    for rank, item in enumerate(items):
        row = Row(
            item.id,
            item.article,
            item.kind,
            item.style,
            " ".join(item.tags),
            rank,
            len(item.options or ()),
            item.date,
            title=item.title,
        )
        if card := cards.get(item.id):
            row = row._replace(
                due=card.due,
                reviews=card.reviews,
                last_grade=card.last_grade,
                suspended=card.suspended,
                bad=int(card.bad is not None),
            )
        rows.append(row)
    return rows


def _pick(rows: Sequence[Row], wish: Wish, library: Library | None, now: datetime) -> list[str]:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    seen = library.seen_since(midnight) if library else (0, 0)
    rng = Random(f"{wish.seed}:{now.date()}" if wish.seed is None else wish.seed)
    return choose_questions(rows, wish.preset, wish.filters, now=stamp(now), seen=seen, count=wish.count, rng=rng)


def _rules(preset: Preset, count: int) -> Rules:
    seconds = preset.seconds_per_question * count if preset.seconds_per_question else None
    return Rules(preset.right, preset.wrong, preset.until_right, preset.skipped_return, seconds)


def _option_order(wish: Wish, reviews: dict[str, int]) -> Callable[[Item], tuple[str, ...]]:
    """The order of the deck the first time; another one each later time, so that no place is learned."""

    def order(item: Item) -> tuple[str, ...]:
        times = reviews.get(item.id, 0)
        shuffled = wish.preset.shuffle or times > 0 or wish.seed is not None
        rng = Random(f"{wish.seed}:{item.id}:{times}") if shuffled else None
        return shown_options(item, wish.preset.options, rng)

    return order


def _open_link(url: str) -> None:
    import webbrowser

    webbrowser.open(url)


def _run_name(wish: Wish) -> str:
    """The same wish on another day is the same quiz, to be taken up where it was left."""
    return f"{wish.preset.name}|{wish.filters}|{wish.count}"


def _ask_again(stage: Stage, count: int) -> bool:
    prompt = stage.ui.say("summary.again", count=count)
    try:
        if not stage.screen.fancy:
            return stage.ui.means("yes", stage.keys.line(prompt))
        stage.screen.prompt(prompt)
        return stage.ui.means("yes", stage.keys.key())
    except (EOFError, KeyboardInterrupt):
        return False
    finally:
        stage.screen.say(line())


def _play(stage: Stage, player: Player, session: Session) -> None:
    """Play, sum up, and ask the wrong ones again as long as that is wanted."""
    while True:
        session = player.play(session)
        stage.screen.show(summary_view(session, player.memory.coming(), stage.ui), fresh=True)
        if not session.wrong or not _ask_again(stage, len(session.wrong)):
            return
        session = again(session)


def _nothing(stage: Stage, rows: Sequence[Row], wish: Wish) -> int:
    """Say why there is nothing to ask: exit code 0 where all is done, 1 where the choice fits nothing."""
    now = stamp(stage.clock())
    kept = [row for row in rows if wish.filters.keeps(row)]
    if not rows or not kept or wish.preset.pool != "due":
        stage.screen.say(line(stage.ui.say("summary.empty" if not rows else "summary.none_match")))
        return 1
    stage.screen.say(line(stage.ui.say("summary.nothing")))
    later = sorted(row.due for row in kept if row.due and row.due > now)
    if later:
        moment = stage.clock()
        when = when_words(datetime.fromisoformat(later[0]), moment, stage.ui)
        stage.screen.say(line(stage.ui.say("summary.nothing_next", when=when)))
    return 0


def _session(stage: Stage, items: Sequence[Item], wish: Wish) -> Session:
    return start(tuple(items), _rules(wish.preset, len(items)))


def _player(stage: Stage, memory: memories.Memory, wish: Wish, rows: Sequence[Row]) -> Player:
    reviews = {row.id: row.reviews for row in rows}
    return Player(stage.ui, stage.screen, stage.keys, memory, stage.clock, _option_order(wish, reviews), _open_link)


def quiz_given(questions: Sequence[Question], stage: Stage, wish: Wish, library: Library | None) -> int:
    """Ask the questions given; those that are answered enter the library, where there is one."""
    data = {question.id: question.model_dump(mode="json") for question in questions}
    items = {name: item_from_data(one) for name, one in data.items()}
    rows = _given_rows(list(items.values()), library)
    ids = _pick(rows, wish, library, stage.clock())
    if not ids:
        return _nothing(stage, rows, wish)
    memory: memories.Memory = memories.NoMemory()
    if library is not None:
        memory = memories.LibraryMemory(library, stage.clock, data=data, retention=wish.preset.retention)
    _play(stage, _player(stage, memory, wish, rows), _session(stage, [items[name] for name in ids], wish))
    return 0


def quiz_library(stage: Stage, wish: Wish, library: Library) -> int:
    """Ask from the library; a quiz of a fixed length that was left is taken up where it stopped."""
    rows, now = library.rows(), stage.clock()
    name = _run_name(wish)
    left = None if wish.fresh or wish.preset.pool == "due" else library.open_run(name, now=now)
    ids = left[1] if left else _pick(rows, wish, library, now)
    items = [item_from_data(data) for data in library.questions(ids)]
    if not items:
        return _nothing(stage, rows, wish)
    run = left[0] if left else None
    if run is None and wish.preset.pool != "due":
        run = library.begin_run(name, ids, now=now)
    memory = memories.LibraryMemory(library, stage.clock, retention=wish.preset.retention, run=run)
    player = _player(stage, memory, wish, rows)
    if left:
        _say_resumed(stage, player, len(items))
    _play(stage, player, _session(stage, items, wish))
    return 0


def _say_resumed(stage: Stage, player: Player, count: int) -> None:
    """With the first question where screens are cleared, before it where they are not."""
    said = line(Part(stage.ui.say("question.resumed", count=count), "dim"))
    player.notes.append(said)
    if not stage.screen.fancy:
        stage.screen.say(said)


def _preset(name: str | None, given: bool, retention: float | None, new: int | None, due: int | None) -> Preset:
    preset = load_preset(name or ("deck" if given else "daily"))
    changes = {"retention": retention, "new_per_day": new, "due_per_day": due}
    return replace(preset, **{key: value for key, value in changes.items() if value is not None})  # type: ignore[arg-type]


def run_quiz(
    questions: Sequence[Question] | None = None,
    *,
    library_path: Path | None = None,
    remember: bool = True,
    preset: str | None = None,
    count: int | None = None,
    since: str | None = None,
    kinds: Sequence[str] = (),
    tags: Sequence[str] = (),
    articles: Sequence[str] = (),
    wrong: bool = False,
    fresh: bool = False,
    retention: float | None = None,
    new_per_day: int | None = None,
    due_per_day: int | None = None,
    seed: int | None = None,
    plain: bool = False,
    ui: str | None = None,
    stdin: TextIO | None = None,
    stdout: TextIO | None = None,
    clock: Clock = local_clock,
) -> int:
    """Play a quiz. In: questions to ask, or None for those of the library. Out: the exit code.

    ``remember=False`` neither reads nor writes the library (only with questions given).
    Errors: ``UsageError`` for a preset, filter or language there is not; ``LibraryError`` for a file
    that cannot be used.
    """
    filters = Filters(since, tuple(kinds), tuple(tags), tuple(articles), wrong)
    chosen = _preset(preset, questions is not None, retention, new_per_day, due_per_day)
    wish = Wish(chosen, filters, count, seed, fresh)
    stage = make_stage(stdin or sys.stdin, stdout or sys.stdout, plain=plain, ui=ui, clock=clock)
    if questions is not None and not remember:
        return quiz_given(questions, stage, wish, None)
    with open_library(place_of_library(library_path)) as library:
        return quiz_library(stage, wish, library) if questions is None else quiz_given(questions, stage, wish, library)
