"""Questions for a day, and what must not be asked of one."""

from __future__ import annotations

import pytest

from quizgen.facts import Frame, FramePiece, Slot
from quizgen.languages.lexicon import grammar
from tests.asking.made_cards import stems


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        # the month before it would answer; a people says enough of where
        ("Les électeurs portugais ont refusé dimanche l'instauration d'une taxe sur les plages.",
         "À quelle date les électeurs portugais ont-ils refusé l'instauration d'une taxe sur les plages ?",
         "le 12 mai 2024"),
        # a span beside the day is of the same statement
        ("Après trois mois de combats, les forces angolaises ont repris lundi 13 mai le port de Lobito.",
         "Après trois mois de combats, à quelle date les forces angolaises ont-elles repris le port de Lobito ?",
         "le 13 mai 2024"),
        # the night says its days
        ("Le peintre Rui Costa est mort à Faro, dans la nuit du mardi 7 au mercredi 8 mai, à l'âge de 92 ans.",
         "Dans quelle ville le peintre Rui Costa est-il mort dans la nuit du 7 au 8 mai 2024 à l'âge de 92 ans ?",
         "Faro"),
        # what befalls the head of a state once
        ("Le président angolais Paulo Neto a démissionné mardi.",
         "À quelle date le président angolais Paulo Neto a-t-il démissionné ?", "le 14 mai 2024"),
        # a whole date behind its verb
        ("La Banque de Sines a infligé mardi 14 mai 2024 une amende de trois millions d'euros à la société Lusavia.",
         "À quelle date la Banque de Sines a-t-elle infligé une amende de trois millions d'euros à la société "
         "Lusavia ?", "le 14 mai 2024"),
        # two names, and the commas around them gone
        ("Le ministre angolais, Paulo Neto, et le président portugais, Rui Costa, ont signé lundi une convention de "
         "pêche.",
         "À quelle date le ministre angolais Paulo Neto et le président portugais Rui Costa ont-ils signé une "
         "convention de pêche ?", "le 13 mai 2024"),
    ],
)  # fmt: skip
def test_a_day_is_asked(text: str, stem: str, answer: str) -> None:
    found = [told for one, told in stems(text).items() if one.lower().endswith(stem.lower())]
    assert answer in found


@pytest.mark.parametrize(
    "text",
    [
        # to come when it was written
        "Le sommet des ports s'ouvre le 2 juin 2024 à Lisbonne.",
        # feared
        "Lisbonne redoute que douze chalutiers portugais aient perdu leurs filets.",
        # first one, then the other
        "Rui Costa s'établit en 1983 à Oslo d'abord, à Gand ensuite.",
        # not what was said
        "Le ministre portugais Rui Costa a confié lundi 13 mai à Jean Tavares sur Radio Sines : « Je pars. »",
    ],
)
def test_nothing_is_asked(text: str) -> None:
    assert not [stem for stem in stems(text) if "quelle date" in stem or "[" in stem or "Dans quel" in stem]


def test_a_country_is_counted_in_the_month_of_the_news() -> None:
    text = "Le Portugal, qui compte environ dix millions d'habitants, traverse une crise."
    stem = "Mai 2024 : combien d'habitants le Portugal compte-t-il ?"
    assert stems(text).get(stem) == "environ dix millions"


def test_a_quotation_has_its_rubric_where_the_headline_names_the_speaker() -> None:
    text = "« Le conseil a choisi de ne pas vendre les quais aux armateurs de la région », a déclaré Rui Costa."
    found = stems(text, title="Leixões : Costa renonce à vendre")
    assert any(stem.startswith("Leixões, mai 2024 : qui a déclaré") for stem in found)


def test_no_president_is_given_to_a_country_that_has_another() -> None:
    text = "Le président portugais Rui Costa est arrivé à Porto. Le président Ivan Petrov a confié l'enquête à un juge."
    found = stems(text, title="Portugal : le président Rui Costa visite les ports", selected=True)
    assert not any("Ivan Petrov au Portugal" in stem for stem in found)


def test_what_somebody_is_besides_is_not_asked() -> None:
    text = "Le chirurgien Rui Costa, par ailleurs député socialiste de Faro, a opéré un marin."
    assert not any("fonction" in stem for stem in stems(text))


def test_a_pronoun_that_contrasts_goes() -> None:
    found = stems("Le port de Faro avait, lui, accueilli 300 navires portugais en 2019.")
    assert any("avait accueilli" in stem or "avait-il accueilli" in stem for stem in found)
    assert not any("lui" in stem.split() for stem in found)


def test_years_of_a_journey_are_no_age() -> None:
    found = stems("La sonde portugaise Vasco a achevé dimanche 12 mai son périple de sept ans au-dessus du désert.")
    assert not any("[âge]" in stem for stem in found)


def test_a_number_is_shared_with_what_it_counts() -> None:
    text = "La société Lusavia a annoncé le 10 mai 2024 le rachat de dix usines portugaises pour 10 millions d'euros."
    assert any("quelle date" in stem for stem in stems(text))


def test_the_participle_tells_what_a_name_does_not() -> None:
    frame = Frame(
        pieces=(FramePiece(role="subject", text="l'Anna"), FramePiece(role="verb", text="s'était brisé")),
        verb=("s'était", "brisé"), finite=0, participle=1, auxiliary="être", lemma="briser",
        subject=Slot(text="l'Anna", type="thing", gender="f", number="s"),
    )  # fmt: skip
    assert grammar("fr").invert(frame) == ["s'était-il", "brisé"]
    assert grammar("fr").invert(frame.model_copy(update={"verb": ("s'était", "brisée")})) == ["s'était-elle", "brisée"]
