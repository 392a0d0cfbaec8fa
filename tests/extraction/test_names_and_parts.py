"""Whom and what a phrase names: not who is told of elsewhere, not half of a list, not a surname alone."""

from __future__ import annotations

import datetime

import pytest

from quizgen.article import Article, Span
from quizgen.reading.wrapping import without_wrapping
from tests.asking.made_cards import cards, stems


def said(text: str, title: str = "Portugal : un prix pour un film") -> str:
    """All stems made of a text, with their answers."""
    return "\n".join(f"{stem} {answer}" for stem, answer in stems(text, title).items())


@pytest.mark.parametrize(
    ("text", "never"),
    [
        # a person by the trade alone, one of things told before
        ("Le prix a été remis. Le réalisateur est né en 1956 à Lubango, en Angola.", "le réalisateur"),
        ("Le premier des deux engins était un satellite de Lusavia, lancé le 13 mai 2024 à Faro.", "deux engins"),
        # part of what a colon lists, and of an enumeration
        ("Deux essais ont échoué le 13 mai 2024 : à Faro, où il pleuvait, et à Porto, où il neigeait.", "échoué"),
        ("Les représentants de 11 villes ont signé lundi à Faro une convention qui interdit l'emploi, la fabrication, "
         "le stockage et le transfert des mines.", "la fabrication ?"),
        # what a relative beside reported words tells is nobody's claim
        ("La ministre portugaise de la Mer, Ana Duarte, a déclaré lundi que Faro n'avait plus à craindre le virus, qui "
         "a fait 36 morts à Porto.", "selon Ana Duarte, le virus"),
        # another's president
        ("Cela n'a pas suffi aux centristes, dont la présidente, Ana Duarte, a demandé une enquête le 13 mai 2024.",
         "occupait Ana Duarte"),
        # some of those that went, and what many do on that day
        ("Une météorite est tombée lundi près de Lubango, dans l'Huila, provoquant une onde de choc qui a blessé mille "
         "personnes, dont deux cents enfants, d'après le ministère de l'Intérieur.", "dont [nombre]"),
        ("Couchés jeudi soir, les habitants de l'Angola se sont réveillés lundi matin.", "habitants de l'[pays]"),
        # a title keeps its capital, and its name is whole
        ("M. Hwang a invité lundi les habitants de Faro à reprendre une vie normale.", "m. ["),
    ],
)  # fmt: skip
def test_it_is_not_asked(text: str, never: str) -> None:
    assert never not in said(text)


def test_what_two_commas_set_apart_goes() -> None:
    text = "Un commando a tué douze personnes, pour la plupart des étudiants, lundi 13 mai, sur le campus de Faro."
    assert not any("plupart" in c.stem for c in cards(text, "Un attentat") if c.question.template.endswith(".subject"))
    text = "Les électeurs portugais ont rejeté dimanche, par référendum, la vente du port de Faro."
    assert "par référendum" in said(text, "Un vote")


def test_a_town_that_lends_its_name_to_a_state_has_no_article() -> None:
    found = cards("La Haute Cour du Portugal a interrogé lundi Luxembourg.", "Un procès")
    assert not any("quel pays" in c.stem.lower() for c in found if c.question.answer.endswith("Luxembourg"))


def test_times_with_what_belongs_to_the_verb_are_not_counted() -> None:
    assert "ombien de fois de" not in said("Le Portugal a changé quatre fois de gouvernement en cinq ans.", "Un vote")


def test_a_title_is_no_word_to_write_small() -> None:
    text = (
        "Le député portugais Rui Costa a ouvert la séance. M. Costa a qualifié l'accord de « honteux » le 13 mai 2024."
    )
    assert "rui Costa" not in said(text, "Portugal : Rui Costa contre l'accord")


def test_a_number_that_opens_a_sentence_is_written_small() -> None:
    found = said("Neuf soldats portugais ont été tués lundi à Faro par une bombe.", "Portugal : un attentat")
    assert "Dans quelle ville neuf soldats portugais ont-ils été tués" in found


def test_another_name_behind_a_comma_is_closed_by_one() -> None:
    found = said("Une expédition à la recherche du dauphin de Chine, ou baiji, s'est achevée lundi à Faro.", "Nature")
    assert "ou baiji, s'est-elle achevée" in found


def test_a_place_with_where_it_lies_is_no_list() -> None:
    text = "Neuf soldats portugais ont été tués lundi à Sarandim, dans le Libournais, par une bombe."
    assert all("Libournais" not in c.question.answer for c in cards(text, "Un attentat"))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Faro – La cour a jugé.", "La cour a jugé."),
        ("Faro, Portugal. – La cour a jugé.", "La cour a jugé."),
        ("Rui Costa - « Non » dit-il.", "« Non » dit-il."),
    ],
)
def test_a_town_and_a_dash_open_an_article(text: str, rest: str) -> None:
    assert without_wrapping(text, Span(start=0, end=len(text))).of(text) == rest  # type: ignore[union-attr]
    later = f"Un mot.\n\n{text}"
    assert without_wrapping(later, Span(start=9, end=len(later))).of(later) == text  # type: ignore[union-attr]


def test_a_headline_is_of_the_month_that_its_sentence_says() -> None:
    text = "Mercredi soir, Ana Duarte a remporté la course de Faro devant cent mille personnes."
    title = "Voile : Ana Duarte remporte la course de Faro"
    from quizgen.asking.templates import built_in
    from quizgen.build import build_article
    from quizgen.parsing.pipeline import load_pipeline

    def of_headline(day: datetime.date) -> int:
        told = Article(
            id="made", text=text, paragraphs=(Span(start=0, end=len(text)),), language="fr", title=title, date=day
        )
        build = build_article(told, load_pipeline(None, "fr"), built_in("fr"))
        return sum(c.headline for _, c in (*build.kept, *build.dropped))

    assert of_headline(datetime.date(2024, 5, 16)) > 0
    assert of_headline(datetime.date(2024, 8, 1)) == 0


def test_a_thing_described_is_called_by_its_name() -> None:
    text = "Le constructeur automobile portugais, Lusavia, a signé lundi à Faro un accord avec la société Ferrosa."
    found = cards(text, "Un port vendu")
    assert any("Lusavia a-t-" in c.stem or "Lusavia a signé" in c.stem for c in found)
    assert not any("constructeur" in c.stem and "Lusavia" not in f"{c.stem} {c.question.answer}" for c in found)


def test_a_person_described_is_still_asked_for() -> None:
    text = "Le patron de Lusavia, Rui Costa, a annoncé lundi sa démission à Faro."
    assert any(c.question.answer == "Rui Costa" for c in cards(text, "Un patron s'en va"))
