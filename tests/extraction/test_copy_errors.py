"""Slips of a source's French that are seen, and right French that is let pass."""

from __future__ import annotations

import pytest

from quizgen.extraction.copy_errors import copy_error
from quizgen.parsing.pipeline import load_pipeline


def found(text: str) -> str | None:
    return next((wrong for s in load_pipeline(None, "fr")(text).sents if (wrong := copy_error(s))), None)


@pytest.mark.parametrize(
    "text",
    [
        "La centrale de Sines a été fermé mardi.",
        "La député Ana Reis a quitté la salle.",
        "L'éditeur a levé 1,5 millions d'euros.",
        "La Banque du Portugal a décidé de supprimé trois agences.",
        "Deux mille clients ont annulé leur réservations.",
        "Une personnes a été blessée.",
        "De rare dégâts ont été signalés.",
        "La députée Ana Reis, a quitté la salle.",
        "Le le ministre a quitté Lisbonne.",
        "La loi de protégé la forêt a été votée.",
        "La ministre avait elle même demandé un rapport.",
        "La nageuse Ana Reis est la sixième à réussir le doublé Porto - Braga la même année, après Léa Blanc.",
        "Le prix a été remis par l'éditeur Luso - Suisse Paulo Alves.",
    ],
)
def test_a_slip_is_seen(text: str) -> None:
    assert found(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "La centrale de Sines a été fermée mardi.",
        "L'alliance Renault - Nissan a ouvert une usine.",
        "La députée Ana Reis a quitté la salle.",
        "La députée Ana Reis, élue de Porto, a quitté la salle.",
        "L'éditeur a levé 1,5 million d'euros et en a dépensé 2,5 millions.",
        "Deux mille clients ont annulé leurs réservations et leur voyage.",
        "Un pays, un procès et un mois ont suffi.",
        "De rares dégâts ont été signalés dans leur région.",
        "La ministre et la juge ont signé.",
        "Après avoir stupéfait la salle, la ministre a pour élève une députée lébou.",
        "La révérende suffragante est revenue dégrisée, et il fallait que l'accusation reposât sur des faits.",
        "Les barmen et trois mille personnes ont protesté.",
        "Deux manuscrits de Jules Verne, l'auteur de De la Terre à la Lune, ont été vendus.",
        "L'entreprise Total a vendu une usine.",
    ],
)
def test_right_french_is_let_pass(text: str) -> None:
    assert found(text) is None
