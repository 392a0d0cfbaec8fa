"""A card's identity: the same fact keeps it, another state's office or another year's holder has another."""

from __future__ import annotations

import datetime

from quizgen.article import Article, Span
from quizgen.asking.templates import built_in
from quizgen.build import build_article
from quizgen.parsing.pipeline import load_pipeline


def asked(country: str, holder: str, date: datetime.date) -> dict[str, str]:
    """Template → id of the questions of who is prime minister."""
    text = f"Le Premier ministre {holder} a salué la foule lundi. Les pompiers sont intervenus dans la nuit."
    article = Article(
        id=f"{country} {date}", text=text, paragraphs=(Span(start=0, end=len(text)),), language="fr",
        title=f"{country} : des inondations dans le nord du pays", date=date,
    )  # fmt: skip
    build = build_article(article, load_pipeline(None, "fr"), built_in("fr"))
    return {c.question.template: c.question.id for _, c in build.kept if c.question.kind == "role"}


MAY, JUNE, LATER = datetime.date(2024, 5, 15), datetime.date(2024, 6, 3), datetime.date(2026, 5, 15)


def test_an_office_asked_in_two_months_of_a_year_is_one_card() -> None:
    found = asked("Portugal", "Pedro Duarte", MAY)
    assert set(found) == {"fr.role.function", "fr.role.holder"}
    assert found == asked("Portugal", "Pedro Duarte", JUNE)


def test_the_same_office_of_another_state_is_another_card() -> None:
    one, two = asked("Portugal", "Pedro Duarte", MAY), asked("Espagne", "Juan Ortega", MAY)
    assert one["fr.role.holder"] != two["fr.role.holder"]


def test_the_holder_of_another_year_is_another_card() -> None:
    one, two = asked("Portugal", "Pedro Duarte", MAY), asked("Portugal", "Rui Costa", LATER)
    assert one["fr.role.holder"] != two["fr.role.holder"]


def test_what_somebody_was_in_another_year_is_another_card() -> None:
    one, two = asked("Portugal", "Pedro Duarte", MAY), asked("Portugal", "Pedro Duarte", LATER)
    assert one["fr.role.function"] != two["fr.role.function"]
