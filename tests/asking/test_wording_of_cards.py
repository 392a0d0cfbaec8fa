"""Whole stems, as a learner reads them."""

from __future__ import annotations

import datetime

import pytest

from quizgen.article import Article, Span
from quizgen.asking.templates import built_in
from quizgen.build import build_article
from quizgen.parsing.pipeline import load_pipeline


def stems(text: str, title: str = "Portugal : une grève paralyse les ports") -> dict[str, str]:
    article = Article(
        id="wording", text=text, paragraphs=(Span(start=0, end=len(text)),), language="fr", title=title,
        date=datetime.date(2024, 5, 15),
    )  # fmt: skip
    build = build_article(article, load_pipeline(None, "fr"), built_in("fr"))
    made = [c for _, c in build.kept] + [c for code, c in build.dropped if code in ("not-selected", "duplicate")]
    return {c.question.stem.replace("\u202f", " ").replace("\u00a0", " "): c.question.answer for c in made}


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        ("Le Premier ministre Duarte Nunes a présenté mardi une réforme des retraites.",
         "Quelle fonction occupait Duarte Nunes au Portugal en mai 2024 ?", "Premier ministre"),
        ("La ministre de la Santé, Ana Reis, a présenté mardi une réforme des hôpitaux.",
         "Qui était ministre de la Santé au Portugal en mai 2024 ?", "Ana Reis"),
        ("« La mer a repris ce que les hommes avaient volé aux marais », a déclaré la romancière Ana Reis.",
         "Une grève paralyse les ports (Portugal, mai 2024) : quelle romancière a déclaré : « La mer a repris ce que "
         "les hommes avaient volé aux marais » ?", "Ana Reis"),
        ("Le gouvernement a supprimé l'ISF (impôt de solidarité sur la fortune) en 2018.",
         "Portugal, mai 2024 : que signifie le sigle ISF ?", "impôt de solidarité sur la fortune"),
        ("Le roi Felipe VI a quitté Lisbonne. Le Roi d'Espagne Felipe VI a salué la foule.",
         "Quelle fonction occupait Felipe VI en mai 2024 ?", "roi d'Espagne"),
    ],
)  # fmt: skip
def test_a_stem(text: str, stem: str, answer: str) -> None:
    assert stems(text).get(stem) == answer


@pytest.mark.parametrize(
    "text",
    [
        # of which state, where the sentence speaks of two
        "Le Premier ministre Duarte Nunes a rencontré à Madrid son homologue d'Espagne Juan Ortega.",
        # abroad: a minister of another state may be meant
        "Le ministre de la Défense Duarte Nunes a quitté le port. La France a envoyé deux navires.",
    ],
)
def test_an_office_is_not_given_to_the_wrong_state(text: str) -> None:
    assert not [stem for stem in stems(text) if "Duarte Nunes au Portugal" in stem]


def test_a_possessive_tells_no_office() -> None:
    assert not [
        answer
        for answer in stems("Le syndicat a envoyé Ana Reis, son avocate à Porto.").values()
        if "avocate" in answer
    ]


def test_a_question_that_says_the_headline_has_the_place_and_month_before_it_alone() -> None:
    made = stems("Une longue grève paralyse les ports de Sines et de Setúbal depuis le 3 mai.")
    assert not [stem for stem in made if stem.startswith("Une grève paralyse les ports (")]
