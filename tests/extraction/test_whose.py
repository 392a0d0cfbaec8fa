"""Whose office, whose name: of a state, of a person or of what bears it."""

from __future__ import annotations

import pytest

from quizgen.extraction.context import Context
from quizgen.extraction.grounding.standing_alone import dangling
from quizgen.parsing.pipeline import load_pipeline, parse
from tests.asking.made_cards import article, stems


@pytest.mark.parametrize(
    ("title", "text", "wrong"),
    [
        # an office of a nation that is no state, of a state without ministers, of another state's
        ("Royaume-Uni : un vote", "La Première ministre écossaise Ana Duarte a parlé d'une faute.", "Royaume-Uni"),
        ("Vatican : le pape renonce", "La ministre de la Santé Ana Duarte a exprimé son respect.", "Vatican"),
        ("Portugal : une visite", "La chancelière Ana Duarte a exprimé son respect.", "Portugal"),
        # a headline that names two states, one by its capital
        ("Le Portugal signe la paix à Oslo", "Le Premier ministre Rui Costa se tenait entre les camps.", "Portugal"),
    ],
)  # fmt: skip
def test_no_office_is_given_to_the_headlines_country(title: str, text: str, wrong: str) -> None:
    asked = [stem for stem in stems(text, title) if "fonction" in stem or stem.startswith("Qui était")]
    assert not any(wrong in stem for stem in asked)


def test_the_office_of_the_headlines_country_is_asked() -> None:
    found = stems("La ministre de la Santé Ana Duarte a exprimé son respect.", "Portugal : le pape renonce")
    assert found.get("Quelle fonction occupait Ana Duarte au Portugal en mai 2024 ?") == "ministre de la Santé"


def test_a_body_told_by_its_place_is_no_answer() -> None:
    found = stems("Ana Duarte, PDG du groupe de l'Alentejo, a salué l'accord.", "Cafés : un rachat")
    assert not any("groupe" in f"{stem} {answer}" for stem, answer in found.items())


def test_a_company_is_not_its_founder() -> None:
    text = (
        "Au terme de quatre mois de résistance, Lusaro a cédé lundi aux offres de la société Ferrosa. La maison tire "
        "son origine d'une boutique ouverte en 1824 à Porto par João Lusaro."
    )
    assert not any("João Lusaro a cédé" in stem for stem in stems(text, "Lusaro finit par céder à Ferrosa"))


def test_a_person_is_named_in_full_farther_on() -> None:
    text = (
        "La ministre portugaise de la Mer, Ana Duarte, a ouvert lundi un port. Mardi, Duarte a inauguré le Musée de la "
        "mer de Faro."
    )
    found = stems(text, "Portugal : une semaine de fêtes")
    assert any("Ana Duarte" in f"{stem} {answer}" for stem, answer in found.items() if "Musée" in f"{stem} {answer}")


def test_the_country_of_the_headline_is_the_country() -> None:
    text = "La nuit fut longue. Peu après minuit, Ana Duarte a prêté serment comme première présidente du pays."
    found = stems(text, "La Barbade devient une république")
    assert any(answer == "Ana Duarte" for answer in found.values())
    assert not any(answer == "Ana Duarte" for answer in stems(text, "La Barbade quitte le Royaume-Uni").values())


@pytest.mark.parametrize(
    ("subject", "known"),
    [("Le gouvernement du Portugal", True), ("Le gouvernement", False), ("Le maire de Faro", False)],
)
def test_the_place_that_the_subject_names_is_the_place(subject: str, known: bool) -> None:
    told = article(f"{subject} a fermé lundi toutes les écoles de voile du pays.", "Écoles de voile : alerte")
    context = Context(parse(told, load_pipeline(None, "fr")))
    paragraph = context.parsed.paragraphs[0]
    noun = next(token for token in paragraph.doc if token.text == "pays")
    assert (dangling([*noun.subtree], paragraph, context) is None) == known
