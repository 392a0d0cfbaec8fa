"""A clause whose tree may have taken a phrase for another's is marked, and one whose tree is plain is not."""

from __future__ import annotations

import pytest

from quizgen.article import Article, Span
from quizgen.parsing.clauses import clauses_of
from quizgen.parsing.pipeline import load_pipeline, parse

PIPELINE = load_pipeline(None, "fr")


def doubts(text: str) -> set[str]:
    paragraphs = (Span(start=0, end=len(text)),)
    article = Article(id="example", text=text, paragraphs=paragraphs, language="fr")
    return {doubt for clause in clauses_of(parse(article, PIPELINE)) for doubt in clause.doubts}


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        (
            "Elle est condamnée en mars 1964 pour polygamie, illégale en Belgique jusqu'en 1971, et choisit de fuir.",
            "a phrase that may be an adjective's",
        ),
        (
            "Après ses études, elle lance le projet Orion en 1955 et entre à l'université de Coimbra en 1959 où elle "
            "enseigne la chimie.",
            "two years",
        ),
        (
            "Cette subvention annuelle est versée à la Croix-Rouge (CR) puis au Portugal qui reverse 60 % des sommes "
            "aux écoles et qui conserve le reste.",
            "an antecedent that may be the second of two",
        ),
    ],
)
def test_what_may_be_another_phrase_s_is_doubted(text: str, doubt: str) -> None:
    assert doubt in doubts(text)


@pytest.mark.parametrize(
    "text",
    [
        "La Suède a signé l'accord à Paris en 1998.",
        "La Suède, inquiète, a signé l'accord à Paris en 1998.",
        "Le Portugal a versé 80 millions d'euros à la Grèce, qui conserve sa monnaie.",
        "Elle a dirigé l'agence de 2010 à 2014.",
    ],
)
def test_a_plain_clause_is_not(text: str) -> None:
    assert not doubts(text) & {
        "a phrase that may be an adjective's", "two years", "an antecedent that may be the second of two",
    }  # fmt: skip
