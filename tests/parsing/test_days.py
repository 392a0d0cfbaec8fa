"""A day or a phrase right behind a verb takes no object away from it."""

from __future__ import annotations

import pytest

from quizgen.parsing.pipeline import load_pipeline
from quizgen.parsing.reduction import parse_reduced


def arcs(text: str) -> dict[str, tuple[str, str]]:
    """Each word's relation and the word it hangs on."""
    doc = next(iter(parse_reduced([text], load_pipeline(None, "fr"), "fr")))
    assert doc.text == text
    return {token.text: (token.dep_, token.head.text) for token in doc}


@pytest.mark.parametrize(
    ("text", "word", "relation", "head"),
    [
        ("Une équipe portugaise a annoncé mercredi la découverte d'une épave.", "mercredi", "obl:mod", "annoncé"),
        ("La socialiste Inês Prado a été élue dimanche présidente du Portugal.", "présidente", "xcomp", "élue"),
        ("La société Lusavia a annoncé, jeudi 19 janvier, s'être placée sous la protection de la loi.", "placée",
         "xcomp", "annoncé"),
        ("Des soldats ont pris le pouvoir mercredi matin au Portugal.", "mercredi", "obl:mod", "pris"),
        ("Le tribunal de Porto a relaxé ce jeudi, dans un jugement bref, l'ancien directeur de l'usine Lusavia.",
         "directeur", "obj", "relaxé"),
        ("Les électeurs de Madère ont approuvé dimanche, à une écrasante majorité, la réforme des ports.", "réforme",
         "obj", "approuvé"),
        ("Le président portugais, Rui Costa, et le président angolais, Paulo Neto, ont signé lundi un accord de paix.",
         "Costa", "flat:name", "Rui"),
    ],
)  # fmt: skip
def test_a_verb_keeps_what_it_is_done_to(text: str, word: str, relation: str, head: str) -> None:
    assert arcs(text)[word] == (relation, head)


def test_two_holders_joined_by_a_conjunction_are_both_the_subject() -> None:
    found = arcs("Le ministre portugais, Rui Costa, et le chef de la guérilla, Paulo Neto, ont signé lundi un accord.")
    assert found["chef"] == ("conj", "ministre")


@pytest.mark.parametrize(
    ("text", "day", "head"),
    [
        ("Le maire a salué l'élection dimanche de Rui Costa.", "dimanche", "élection"),
        ("Douze fresques ont été retrouvées samedi et dimanche dans le port.", "dimanche", "samedi"),
    ],
)
def test_a_day_of_something_else_stays_there(text: str, day: str, head: str) -> None:
    assert arcs(text)[day][1] == head
