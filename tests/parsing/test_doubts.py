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
            "Turing est assigné en mars 1952 pour homosexualité, illégale en Grande-Bretagne jusqu'en 1967, et choisit "
            "de suivre un traitement.",
            "a phrase that may be an adjective's",
        ),
        (
            "Après la guerre, il lance le programme ACE (Automatic Computing Engine) en 1945 et entre à l'université "
            "de Manchester en 1948 où il participe à la création de la première unité centrale.",
            "two years",
        ),
        (
            "Cette aide directe est transmise à l'Union africaine (UA) puis au Burundi qui reverse 80 % des sommes aux "
            "soldats et qui conserve 20 % du total.",
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
