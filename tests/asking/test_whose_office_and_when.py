"""Offices are given to the state, the person and the time that the article gives them to, and to no other."""

from __future__ import annotations

import pytest

from tests.asking.made_cards import cards, stems

TEXT = "Le président Rui Costa a salué la foule."


def offices(text: str, title: str) -> set[str]:
    """The questions for functions and for who held them."""
    return {stem for stem in stems(text, title) if "fonction" in stem or stem.startswith("Qui était")}


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        # what a company is by nation, a town where states meet, where a ship goes
        ("Le géant portugais Lusavia achète une mine", "au Portugal"),
        ("Un accord sur la pêche conclu à Vienne", "en Autriche"),
        ("Une frégate appareille pour le Portugal", "au Portugal"),
    ],
)
def test_a_country_that_the_headline_only_mentions_gets_no_office(title: str, wrong: str) -> None:
    assert not any(wrong in stem for stem in offices(f"Le Portugal attend. {TEXT}", title))


def test_a_province_of_the_headline_has_ministers_of_its_own() -> None:
    text = "La ministre de l'Économie, Ana Duarte, a jugé la vente souhaitable."
    found = stems(text, "Québec : le géant portugais Lusavia achète une mine")
    assert found.get("Quelle fonction occupait Ana Duarte au Québec en mai 2024 ?") == "ministre de l'Économie"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        # told to be over
        ("Portugal : un vote", "La décision suit la chute du président Rui Costa."),
        ("Portugal : un vote", "Le président Rui Costa, renversé lundi par l'armée, se trouve à Madrid."),
        ("Faro : un procès", "Rui Costa, maire de Lisbonne pendant vingt ans, est jugé depuis lundi."),
        ("Prison ferme pour l'ancien maire de Lisbonne", "Rui Costa, maire de Lisbonne, est condamné à la prison."),
        # who is next in line for what falls
        ("Portugal : le président s'enfuit", "La présidente du Sénat, Ana Duarte, a quitté le palais."),
        ("Portugal : le président démissionne", "La présidente du Sénat, Ana Duarte, a quitté le palais."),
        # a title of birth
        ("Portugal : une visite", "Le prince jordanien Rui Costa dénonce une faute."),
    ],
)  # fmt: skip
def test_an_office_that_is_over_or_none_is_not_asked(title: str, text: str) -> None:
    kept = cards(text, title, selected=True)
    assert not [c.stem for c in kept if c.question.template in ("fr.role.function", "fr.role.holder")]


def test_an_office_that_somebody_else_held_before_is_asked() -> None:
    text = "Le président portugais Rui Costa est mort. Ana Duarte, présidente de la Grèce, a salué sa mémoire."
    assert "Quelle fonction occupait Ana Duarte en mai 2024 ?" in offices(text, "Mort de l'ancien président Rui Costa")


@pytest.mark.parametrize(("town", "asked"), [("Lyon", True), ("Millau", False), ("Lisbonne", True)])
def test_the_mayor_of_a_small_town_is_not_asked(town: str, asked: bool) -> None:
    kept = cards(f"Le maire de {town}, Rui Costa, a salué la foule.", "Voile : une course", selected=True)
    assert bool([c for c in kept if "Rui Costa" in f"{c.stem} {c.question.answer}"]) == asked


def test_the_founder_of_one_thing_is_asked_with_who() -> None:
    text = "Le fondateur de Lusavia, Rui Costa, a présenté le 10 mai 2024 à Faro la voiture électrique Argos."
    found = stems(text, "Automobile : une voiture")
    assert found.get("Automobile : qui a présenté le 10 mai 2024 à Faro la voiture électrique Argos ?") == "Rui Costa"
    assert not any("quel fondateur" in stem for stem in found)


def test_a_head_of_state_is_not_asked_by_a_nationality_alone() -> None:
    text = "Le président portugais Rui Costa a estimé que le monde pouvait « pousser un grand soupir »."
    assert not any("quel président" in stem.lower() for stem in stems(text, "Nucléaire : un accord"))


def test_who_confides_is_not_whoever_was_quoted_long_before() -> None:
    text = (
        "Le secrétaire Rui Costa a qualifié le lauréat de « poète des îles ». L'académie n'avait pu le joindre. C'est "
        "dans la rue qu'un appel lui a appris la nouvelle. « Cela m'a semblé irréel et merveilleux à la fois », a-t-il "
        "confié."
    )
    found = stems(text, "Littérature : un prix pour Duarte Nunes")
    assert not any("irréel" in stem and answer == "Rui Costa" for stem, answer in found.items())


@pytest.mark.parametrize("office", ["président portugais", "Premier ministre", "roi du Swaziland"])
def test_a_head_of_state_is_asked_with_who_in_a_quotation(office: str) -> None:
    found = stems(f"« On ne peut pas transiger avec la sécurité », a déclaré mardi le {office} Rui Costa.")
    asked = [stem for stem, answer in found.items() if "transiger" in stem and answer == "Rui Costa"]
    assert any("qui a déclaré" in stem for stem in asked)
    assert not any("quel" in stem.lower() for stem in asked)


def test_who_a_new_holder_is_is_not_asked() -> None:
    kept = cards("Le nouveau président portugais Rui Costa a parlé.", "Portugal : un discours", selected=True)
    assert {c.question.template for c in kept} & {"fr.role.function", "fr.role.holder"} == {"fr.role.function"}
