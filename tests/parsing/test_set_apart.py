"""What commas set apart between a subject and its verb leaves the verb its subject, behind a phrase too."""

from __future__ import annotations

import datetime

import pytest

from quizgen.article import Article, Span
from quizgen.extraction.context import Context
from quizgen.parsing.pipeline import load_pipeline, parse


def clauses(text: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Each verb with the head of its subject and what looks wrong in its clause."""
    article = Article(
        id="apart", text=text, paragraphs=(Span(start=0, end=len(text)),), language="fr", title="Portugal : la mer",
        date=datetime.date(2024, 5, 15),
    )  # fmt: skip
    context = Context(parse(article, load_pipeline(None, "fr")))
    return {
        clause.head.text: (clause.subject.head.text if clause.subject is not None else "", clause.doubts)
        for clause in context.clauses
    }


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Fin mars, M. Costa Ferreira, entré en fonctions le 1er mars, avait ordonné la fermeture de plusieurs ports.",
         "ordonné", "M."),
        ("Au Portugal, où douze cas ont été signalés, la ministre de la Pêche, Ana Duarte, a indiqué que les ports "
         "restaient ouverts.", "indiqué", "ministre"),
        ("Protégé par une digue, le Portugal, premier producteur de liège et exportateur de vin depuis 1910, a vu ses "
         "ventes baisser.", "vu", "Portugal"),
        ("À l'annonce de la décision, des salariées, venues par dizaines de Faro, ont fondu en larmes.", "fondu",
         "salariées"),
        ("Depuis 1979, les deux principaux partis présents au Parlement, le Parti populaire portugais et le Parti "
         "socialiste portugais, se sont toujours entendus sur le partage du pouvoir.", "entendus", "partis"),
    ],
)  # fmt: skip
def test_a_verb_keeps_its_subject(text: str, verb: str, subject: str) -> None:
    found, doubts = clauses(text)[verb]
    assert (found, "no subject" in doubts) == (subject, False)


def test_what_opens_with_an_adjective_is_no_subject() -> None:
    text = (
        "Haut de 39 mètres, d'un diamètre identique, « le grand phare », comme l'appellent les pêcheurs, repose depuis "
        "1889 sous trois arches de pierre, dans le port de Sines."
    )
    assert clauses(text)["repose"][1]


@pytest.mark.parametrize(
    ("text", "verb", "wrong"),
    [
        ("Le Rodamar est l'héritier du Musée national des arts de la mer, fondé par l'ethnologue Rui Costa Neto, qui "
         "végétait au bois de Sines et a fermé ses portes en 2005.", "fermé", "Rodamar"),
        # of the bicycles, not of their name alone
        ("La ville lance le Rodavel, un système de location qui compte 1 200 vélos.", "compte", "système"),
        ("Une résolution présentée par le Portugal, qui exige le départ des navires, a été votée.", "exige",
         "Portugal"),
        # a title, for its verb is in the singular
        ("Tiago et Rui est sélectionné à Faro en 1997.", "sélectionné", "Tiago"),
    ],
)  # fmt: skip
def test_a_verb_is_not_given_to_a_noun_that_may_be_another(text: str, verb: str, wrong: str) -> None:
    subject, doubts = clauses(text).get(verb, ("", ()))
    assert subject != wrong or doubts


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("La décision est un revers pour Rui Costa, qui dirige le port depuis 2012.", "dirige"),
        ("Le Comité international de la Croix-Rouge (CICR), qui soigne les blessés depuis mai, a quitté Faro.",
         "soigne"),
    ],
)  # fmt: skip
def test_a_name_right_before_a_relative_is_its_antecedent(text: str, verb: str) -> None:
    assert "an antecedent that may be another noun" not in clauses(text)[verb][1]
