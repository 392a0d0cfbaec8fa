"""What stands before a stem: a headline cut to what matters, a place and month, the event of a headline, or nothing."""

from __future__ import annotations

import pytest

from quizgen.extraction.context import Context
from quizgen.extraction.short_titles import event_named, shortened
from quizgen.languages.lexicon import grammar
from quizgen.parsing.pipeline import load_pipeline, parse
from tests.asking.made_cards import DAY, article, stems


def headline_context(title: str) -> Context:
    statement = grammar("fr").headline(title)
    assert statement is not None
    return Context(parse(article("Il pleut.", title).with_headline(statement), load_pipeline(None, "fr")))


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Portugal : le Parlement adopte la loi sur la pêche, les syndicats crient au scandale",
         "Portugal : le Parlement adopte la loi sur la pêche"),
        ("Après trois ans de travaux, le pont de Leixões rouvre à la circulation",
         "le pont de Leixões rouvre à la circulation"),
        ("Le nageur, blessé à l'épaule, renonce aux championnats du Portugal",
         "Le nageur renonce aux championnats du Portugal"),
        # where it happens, who says it and who it is stay
        ("À Leixões, la grève des dockers paralyse le trafic", None),
        ("La société Lusavia étend le retrait de ses jouets, promet son président", None),
        ("Le pilote, Rui Sá, meurt à l'hôpital de Faro", None),
        ("Le Parlement portugais adopte la loi sur la pêche", None),
    ],
)  # fmt: skip
def test_a_headline_is_cut_to_what_matters(title: str, short: str | None) -> None:
    assert shortened(headline_context(title)) == short


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Portugal : plusieurs familles sans nouvelles des leurs après le naufrage du chalutier Boa Vista",
         "Portugal : naufrage du chalutier Boa Vista"),
        ("Portugal : le Parlement adopte la loi sur la pêche", None),
        # how many, with its doubt, would be half of it
        ("Portugal : au moins douze morts dans le nord de Porto", None),
    ],
)  # fmt: skip
def test_the_event_of_a_headline_is_named(title: str, event: str | None) -> None:
    assert event_named(headline_context(title)) == event


def test_the_rubric_names_an_event_or_none() -> None:
    matter = grammar("fr").matter
    assert matter("Naufrage du Leixões : l'armateur condamné", DAY) == "Naufrage du Leixões : en mai 2024, "
    assert matter("Lait contaminé : les rayons se vident", DAY) is None
    assert matter("Portugal : une grève paralyse les ports", DAY) is None


def test_what_stands_alone_says_where() -> None:
    found = stems(
        "La Banque de Sines a infligé le 14 mai 2024 une amende de trois millions d'euros à la société Lusavia.",
        "Portugal : Lusavia condamnée à une amende",
    )
    assert any(stem.startswith("Portugal : quelle banque a infligé le 14 mai 2024") for stem in found)


def test_what_tells_of_another_matter_has_the_headline_before_it() -> None:
    found = stems(
        "La loi Vasconcelos, adoptée en 1977 par le Parlement, protège les forêts.",
        "Portugal : le pont de Leixões rouvre",
    )
    assert any(stem.startswith("Le pont de Leixões rouvre (Portugal) : ") for stem in found)


@pytest.mark.parametrize(
    "text",
    [
        "Le président angolais Paulo Neto a démissionné mardi.",
        "Le pont de Luanda, en Angola, a été inauguré en 1994 par le président Paulo Neto.",
    ],
)
def test_a_country_is_not_said_before_what_is_told_of_another(text: str) -> None:
    assert not any(stem.startswith("Portugal : ") for stem in stems(text, "Portugal : une grève paralyse les ports"))


def test_a_rubric_is_not_said_of_what_has_another_name_for_it() -> None:
    text = "Le Conseil de sécurité des Nations unies a adopté le 14 mai 2024 une résolution sur les ports angolais."
    assert not any(stem.startswith("ONU : ") for stem in stems(text, "ONU : une résolution sur les ports"))


def test_an_acronym_in_a_life_is_not_of_the_place_of_the_death() -> None:
    text = (
        "Le peintre Rui Costa est mort lundi. À Paris, il avait adhéré à la Confédération des peintres du Sud (CPS), "
        "un syndicat d'artistes."
    )
    found = stems(text, "Portugal : décès du peintre Rui Costa à Faro")
    assert not any(stem.startswith("Portugal, mai 2024 : que signifie") for stem in found)


def test_a_headline_says_of_whom_a_person_is_asked() -> None:
    text = "La société Lusavia a évincé lundi son président. Ana Duarte prend la direction avec effet immédiat."
    found = stems(text, "Lusavia évince son président")
    assert found.get("Lusavia évince son président (mai 2024) : qui prend la direction avec effet immédiat ?") == (
        "Ana Duarte"
    )
