"""Cards of what a headline states: dated like a chronicle, shown with the sentence of the body that says it."""

from __future__ import annotations

import datetime

import pytest

from quizgen.article import Article, Span
from quizgen.asking.finish import context_line
from quizgen.asking.templates import built_in
from quizgen.build import ArticleBuild, build_article
from quizgen.parsing.pipeline import load_pipeline

BODY = "La compagnie Lusavia a supprimé mardi 3 000 emplois au Portugal, selon le syndicat des pilotes."


def built(title: str, body: str = BODY, date: datetime.date | None = datetime.date(2024, 5, 15)) -> ArticleBuild:
    article = Article(
        id="headline", text=body, paragraphs=(Span(start=0, end=len(body)),), language="fr", title=title, date=date
    )
    return build_article(article, load_pipeline(None, "fr"), built_in("fr"))


def of_headline(build: ArticleBuild) -> dict[str, str]:
    """Stem → answer of every card made of the headline, kept or not."""
    made = [candidate for _, candidate in build.kept]
    made += [candidate for code, candidate in build.dropped if code in ("not-selected", "duplicate")]
    return {c.question.stem.replace("\u202f", " "): c.question.answer for c in made if c.headline}


@pytest.mark.parametrize(
    ("title", "body", "stem", "answer"),
    [
        ("Portugal : la compagnie Lusavia supprime 3 000 emplois", BODY,
         "Portugal, mai 2024 : la compagnie Lusavia supprime [nombre] emplois.", "3 000"),
        ("La Lituanie suspend deux réacteurs nucléaires", "Mardi, la Lituanie a suspendu deux réacteurs nucléaires.",
         "Mai 2024 : quel pays suspend deux réacteurs nucléaires ?", "la Lituanie"),
        ("L'ancien président portugais Rui Costa condamné à la prison à vie à Porto",
         "L'ancien président portugais Rui Costa a été condamné lundi à la prison à vie par un tribunal de Porto.",
         "Mai 2024 : quel ancien président portugais a été condamné à la prison à vie à Porto ?", "Rui Costa"),
        ("Brésil : Fortaleza ravagée par un incendie",
         "La ville de Fortaleza a été ravagée par un incendie dans la nuit.",
         "Brésil, mai 2024 : quelle ville a été ravagée par un incendie ?", "Fortaleza"),
        ("Espace : la sonde Argos percute l'astéroïde Lycaon",
         "La sonde Argos a percuté mardi l'astéroïde Lycaon, à des millions de kilomètres de la Terre.",
         "Espace, mai 2024 : quel astéroïde la sonde Argos percute-t-elle ?", "Lycaon"),
        ("RDC: une collision de trains fait au moins 12 morts à Kindu",
         "Une collision de deux trains a fait au moins 12 morts mardi à Kindu, au centre du pays.",
         "RDC, au 15 mai 2024 : une collision de trains fait [nombre] morts à Kindu.", "au moins 12"),
        ("Décès de Pedro Duarte, figure du théâtre", "Le comédien Pedro Duarte, figure du théâtre, est mort lundi.",
         "Mai 2024 : décès de [personne], figure du théâtre.", "Pedro Duarte"),
    ],
)  # fmt: skip
def test_a_headline_is_asked_with_its_place_and_month(title, body, stem, answer) -> None:
    assert of_headline(built(title, body)).get(stem) == answer


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Portugal : pourquoi Lusavia supprime-t-elle 3 000 emplois ?", BODY),  # a question
        ("Lusavia : 3 000 emplois : la colère", BODY),  # two statements
        (
            "Portugal : Lusavia supprime 3 000 emplois",
            "Le trafic a repris mardi à Lisbonne.",
        ),  # the body does not say so
        ("Lusavia licencie", BODY),  # too little is said
        (
            "Portugal : Lusavia supprime 3 000 emplois",
            "Lusavia a supprimé 3 000 emplois, selon un bilan encore provisoire du syndicat.",
        ),  # the body says that the count may change
        (
            "Portugal : Lusavia rachète la compagnie Aerolis",
            "Lusavia a racheté Aerolis, a écrit son patron. L'accord a été signé le 30 avril 2024 à Porto.",
        ),  # the days that the body gives are of the month before
        (
            "Pêche : le congrès signe à Porto un pacte mondial",
            "Le pacte de Porto pour la pêche est signé, a annoncé mardi un ministre.",
        ),  # where, it does not say
    ],
)
def test_a_headline_that_says_too_little_or_alone_gives_no_card(title, body) -> None:
    assert of_headline(built(title, body)) == {}


def test_without_a_date_there_is_no_chronicle() -> None:
    assert of_headline(built("La Lituanie suspend deux réacteurs nucléaires", date=None)) == {}


def test_the_card_shows_the_sentence_of_the_body_and_not_the_headline() -> None:
    build = built(
        "La Lituanie suspend deux réacteurs nucléaires",
        "La nouvelle fait grand bruit. Mardi, la Lituanie a suspendu deux réacteurs nucléaires.",
    )
    cards = [candidate for _, candidate in build.kept if candidate.headline]
    assert cards
    for candidate in cards:
        evidence = candidate.question.evidence
        assert evidence.text == "Mardi, la Lituanie a suspendu deux réacteurs nucléaires."
        assert build.article.text[evidence.start : evidence.end] == evidence.text
        assert candidate.question.answer not in context_line(candidate)
