"""The tree is made without asides; the doc that comes back is the whole paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.parsing.pipeline import load_pipeline
from quizgen.parsing.reduction import parse_reduced
from quizgen.parsing.repair import repair


def parsed(text: str):
    return next(iter(parse_reduced([text], load_pipeline(None, "fr"), "fr")))


@pytest.mark.parametrize(
    "text",
    [
        "La Suède (10 millions d'habitants) a, en effet, signé l'accord.",
        "Le maire est « très inquiet », quant à lui, selon Le Monde.",
        "« Oui. »",
        "",
        "   ",
        "((((",
    ],
)
def test_no_character_is_lost(text: str) -> None:
    assert parsed(text).text == text


def test_brackets_do_not_disturb_the_tree() -> None:
    doc = parsed("La Suède (10 millions d'habitants) a signé l'accord.")
    subject = next(token for token in doc if token.dep_ == "nsubj")
    assert (subject.text, subject.head.text) == ("Suède", "signé")


def test_a_name_behind_a_title_is_no_second_subject() -> None:
    doc = parsed("La ministre de la Santé Marisol Durand a annoncé une réforme.")
    assert sum(token.dep_.startswith("nsubj") for token in doc) == 1


def test_sentences_end_at_full_stops_and_not_at_dashes() -> None:
    doc = parsed("Carlos Durand, président de Renault - Nissan, est parti. M. Durand a 64 ans.")
    assert [sentence.text for sentence in doc.sents] == [
        "Carlos Durand, président de Renault - Nissan, est parti.",
        "M. Durand a 64 ans.",
    ]


@given(st.text())
def test_repairs_keep_every_offset(text: str) -> None:
    assert len(repair(text)) == len(text)


def test_straight_quotation_marks_are_paired() -> None:
    assert repair('Il a dit "oui" puis "non".') == "Il a dit «oui» puis «non»."
