"""Questions to put into decks, and collections of the real Anki to put the decks into."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from quizgen.questions import ArticleRef, Deck, Evidence, Question

if TYPE_CHECKING:
    from anki.collection import Collection

SENTENCE = "La ministre Anna Kask a inauguré le pont de Narva devant trois mille personnes."
STEMS = {
    "open": "Qui a inauguré le pont de Narva ?",
    "choice": "Quelle ministre a inauguré le pont de Narva ?",
    "cloze": "[personne] a inauguré le pont de Narva.",
}
ARTICLE = ArticleRef(
    id="0f3c",
    title="Un pont pour Narva",
    outlet="Le Quotidien",
    url="https://example.org/pont?page=1&vue=2",
    date=datetime.date(2022, 6, 1),
)


def make_question(number: int = 1, style: str = "open", **changes: Any) -> Question:
    start = 100
    answer = SENTENCE.index("Anna")
    values: dict[str, Any] = {
        "id": f"q{number:05d}",
        "template": f"fr.event.{style}",
        "kind": "event",
        "style": style,
        "stem": STEMS[style],
        "answer": "Anna Kask",
        "accepted": ("Kask",),
        "options": ("Maria Lepp", "Anna Kask", "Liis Tamm") if style == "choice" else None,
        "hint": "personne" if style == "cloze" else None,
        "context": "Un pont pour Narva · Le Quotidien · 1er juin 2022",
        "attribution": "le maire de Narva",
        "score": 0.5,
        "rank": number,
        "evidence": Evidence(
            text=SENTENCE,
            start=start,
            end=start + len(SENTENCE),
            answer_start=start + answer,
            answer_end=start + answer + len("Anna Kask"),
        ),
        "article": ARTICLE,
    }
    return Question(**{**values, **changes})


def make_deck(*questions: Question, name: str = "Actualité::2022-06") -> Deck:
    styles = ("open", "choice", "cloze")
    return Deck(name=name, questions=questions or tuple(make_question(n, s) for n, s in enumerate(styles, 1)))


@pytest.fixture(name="make_question", scope="session")
def _make_question() -> Callable[..., Question]:
    return make_question


@pytest.fixture(name="make_deck", scope="session")
def _make_deck() -> Callable[..., Deck]:
    return make_deck


@pytest.fixture(scope="session")
def day() -> datetime.datetime:
    return datetime.datetime(2022, 6, 30, tzinfo=datetime.UTC)


class Anki:
    """A collection of the real Anki, and what a person does with it."""

    def __init__(self, path: Path) -> None:
        from anki.collection import Collection

        self.path = path
        self.col: Collection = Collection(str(path))

    def take_in(self, deck: Path, **options: Any) -> dict[str, int]:
        """Import as a person does who changes no setting; how many notes were new, updated, duplicate, conflicting."""
        from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

        request = ImportAnkiPackageRequest(package_path=str(deck), options=ImportAnkiPackageOptions(**options))
        log = self.col.import_anki_package(request).log
        self.col.models._clear_cache()  # as the window does after an import
        counts = {name: len(getattr(log, name)) for name in ("new", "updated", "duplicate", "conflicting")}
        return {name: count for name, count in counts.items() if count}

    def note(self, guid: str) -> Any:
        return self.col.get_note(self.col.db.scalar("select id from notes where guid = ?", guid))

    def card(self, guid: str) -> Any:
        return self.note(guid).cards()[0]

    def sides(self, guid: str) -> tuple[str, str]:
        output = self.card(guid).render_output(reload=True)
        return output.question_text, output.answer_text

    def lived_in(self) -> None:
        """Review three notes, tag and annotate one, move one, suspend one: q00005 and q00006 stay untouched."""
        for guid in ("q00001", "q00002", "q00003"):
            self.col.sched.set_due_date([self.card(guid).id], "12-30!")
        annotated = self.note("q00002")
        annotated.tags.append("à-revoir")
        annotated["Note to self"] = "Je confonds avec Sillamäe."
        self.col.update_note(annotated)
        self.col.set_deck([self.card("q00003").id], self.col.decks.id("Favoris"))
        self.col.sched.suspend_cards([self.card("q00004").id])

    def schedules(self) -> dict[str, tuple[Any, ...]]:
        """What a person would lose: due, interval, ease, reviews, suspension and deck of every card."""
        rows = self.col.db.all(
            "select n.guid, c.id, c.did, c.type, c.queue, c.due, c.ivl, c.factor, c.reps, c.lapses, c.flags"
            " from cards c join notes n on n.id = c.nid"
        )
        return {row[0]: tuple(row[1:]) for row in rows}

    def personal(self) -> tuple[bool, str]:
        note = self.note("q00002")
        return "à-revoir" in note.tags, note["Note to self"]

    @contextmanager
    def closed(self) -> Iterator[Path]:
        """The collection's file while Anki does not have it open."""
        self.col.close()
        try:
            yield self.path
        finally:
            self.col.reopen()

    def problems(self) -> str:
        """What Anki's own check finds: empty where all is well."""
        text, fine = self.col.fix_integrity()
        return "" if fine else text


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    pytest.importorskip("anki.collection", reason="the anki library is not installed")
    folder = tmp_path / "profile"
    folder.mkdir()
    opened = Anki(folder / "collection.anki2")
    yield opened
    opened.col.close()
