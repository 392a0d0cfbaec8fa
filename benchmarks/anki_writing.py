"""How long quizgen takes to write 10 000 notes and how much memory, beside genanki alone on the same notes.

    python benchmarks/anki_writing.py [NOTES]

Each way runs in five processes of its own, in turns; the best of each is shown, in seconds of processor
time. All make the same fields of the same questions, but for one, which has them before its clock starts.
quizgen compresses the file, genanki does not.
"""

from __future__ import annotations

import datetime
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from quizgen.questions import ArticleRef, Deck, Evidence, Question, Style

RUNS = 5
STYLES: tuple[Style, ...] = ("open", "choice", "cloze")
NOW = datetime.datetime(2022, 6, 30, tzinfo=datetime.UTC)


def question(number: int) -> Question:
    """A question like no other: every tenth is of another article."""
    style, town, article = STYLES[number % 3], f"Ville-{number}", number // 10
    sentence = (
        f"Le ministre des transports Jean Dupont-{number}, arrivé la veille, a déclaré qu’une ligne de chemin de "
        f"fer relierait l’an prochain la capitale à {town}, où {number} habitants l’attendent depuis {number % 50} ans."
    )
    at = 3000 + sentence.index(town)
    return Question(
        id=f"{number:016x}",
        template=f"fr.event.{style}",
        kind="event",
        style=style,
        stem=f"Le train {number} relie la capitale à [ville]." if style == "cloze" else f"Où va la ligne {number} ?",
        answer=town,
        accepted=(f"à {town}", town.lower()),
        options=(f"Bourg-{number}", town, f"Port-{number}") if style == "choice" else None,
        hint="ville" if style == "cloze" else None,
        context=f"Une ligne de chemin de fer n° {article} · Le Quotidien · 30 juin 2022",
        attribution=f"Jean Dupont-{number}",
        score=1 / (number + 1),
        rank=number % 10 + 1,
        evidence=Evidence(
            text=sentence, start=3000, end=3000 + len(sentence), answer_start=at, answer_end=at + len(town)
        ),
        article=ArticleRef(
            id=f"{article:012x}",
            title=f"Une ligne de chemin de fer n° {article}",
            outlet="Le Quotidien",
            url=f"https://example.org/articles/{article}",
            date=NOW.date(),
        ),
    )  # fmt: skip


def with_quizgen(deck: Deck, path: Path) -> Callable[[], object]:
    import genanki  # noqa: F401  its import is no part of the writing, on either side

    from quizgen.anki.package import write_deck

    return lambda: write_deck(deck, path, now=NOW)


def with_genanki(deck: Deck, path: Path, *, ready_made: bool = False) -> Callable[[], object]:
    import genanki

    from quizgen.anki.note_types import note_types
    from quizgen.anki.notes import Note, data_of, note_of
    from quizgen.anki.writing import _model

    models = {key: _model(note_type) for key, note_type in note_types().items()}

    def filled(note: Note) -> tuple[str, list[str], str, tuple[str, ...]]:
        values = {**note.fields, "Data": data_of(note, deck.name)}
        fields = [values.get(name, "") for name in note_types()[note.note_type].fields]
        return note.note_type, fields, note.guid, note.tags

    def write() -> None:
        package = genanki.Deck(7, deck.name)
        for key, fields, guid, tags in ready or (filled(note_of(question)) for question in deck.questions):
            package.add_note(genanki.Note(models[key], fields, guid=guid, tags=tags))
        package.write_to_file(str(path))

    ready = [filled(note_of(question)) for question in deck.questions] if ready_made else None
    return write


WAYS: dict[str, Callable[[Deck, Path], Callable[[], object]]] = {
    "quizgen": with_quizgen,
    "genanki": with_genanki,
    "genanki, fields ready-made": partial(with_genanki, ready_made=True),
}


def measure(way: str, notes: int) -> dict[str, float]:
    """Seconds of processor time, the process's peak in MB, and the file's MB."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        write = WAYS[way](Deck(name="Actualité", questions=tuple(map(question, range(notes)))), path)
        start = time.process_time()
        write()
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        return {"seconds": seconds, "peak": peak, "size": path.stat().st_size / 1e6}


def main() -> None:
    notes = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    runs: dict[str, list[dict[str, float]]] = {way: [] for way in WAYS}
    for _ in range(RUNS):
        for way in WAYS:
            command = [sys.executable, __file__, "--measure", way, str(notes)]
            runs[way].append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    best = {way: {key: min(run[key] for run in ran) for key in ran[0]} for way, ran in runs.items()}
    print(f"{f'{notes} notes':>28}   seconds   peak MB   file MB")
    for way, figures in best.items():
        print(f"{way:>28} {figures['seconds']:9.2f} {figures['peak']:9.0f} {figures['size']:9.2f}")
    for way in list(WAYS)[1:]:
        ratios = {key: best["quizgen"][key] / best[way][key] for key in ("seconds", "peak")}
        print(f"quizgen beside {way}: {ratios['seconds']:.2f} times the seconds, {ratios['peak']:.2f} times the peak")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        print(json.dumps(measure(sys.argv[2], int(sys.argv[3]))))
    else:
        main()
