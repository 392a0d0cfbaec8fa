"""The fullest name of a person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.extraction.names.matching import ambiguous, fold, fullest_name, name_words

TITLES = frozenset({"m.", "mme"})
NAMES = ["Alexandre Loukachenko", "Loukachenko", "Barack Obama", "Michelle Obama", "Mary Jo Smith", "Smith"]


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("Loukachenko", "Alexandre Loukachenko"),
        ("M. Loukachenko", "Alexandre Loukachenko"),
        ("LOUKACHENKO", "Alexandre Loukachenko"),
        ("B. Obama", "Barack Obama"),
        ("Obama", "Obama"),
        ("Smith", "Mary Jo Smith"),
        ("Jo Smith", "Mary Jo Smith"),
        ("Mary Smith", "Mary Jo Smith"),
        ("Loukachenko Alexandre", "Loukachenko Alexandre"),
        ("Mme Durand", "Durand"),
        ("M.", "M."),
    ],
)
def test_fullest_name(mention: str, expected: str) -> None:
    assert fullest_name(mention, NAMES, TITLES) == expected


def test_a_surname_of_two_persons_is_ambiguous() -> None:
    assert ambiguous("Obama", NAMES)
    assert not ambiguous("Barack Obama", NAMES)
    assert not ambiguous("Smith", NAMES)


def test_comparing_forgets_accents_case_and_apostrophes() -> None:
    assert fold("Élodie d’Arc") == fold("ELODIE D'ARC")
    assert name_words("Mme Élodie Arc,", TITLES) == ("elodie", "arc")


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=5))
def test_the_result_is_the_mention_or_a_candidate(mention: str, candidates: list[str]) -> None:
    found = fullest_name(mention, candidates, TITLES)
    choices = [" ".join(text.split()) for text in (mention, *candidates)]
    assert any(choice.endswith(found) for choice in choices)
