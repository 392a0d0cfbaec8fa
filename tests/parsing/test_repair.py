"""Repairs of dirty copy: one form of each mark, and never another length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.parsing.repair import repair


@pytest.mark.parametrize(
    ("dirty", "repaired"),
    [
        ('"Il a dit "non" hier", dit-elle.', "«Il a dit «non» hier», dit-elle."),
        ('"Non merci à la "proposition"", a-t-il dit.', "«Non merci à la «proposition»», a-t-il dit."),
        ('L\'"affaire" et la ("crise").', "L'«affaire» et la («crise»)."),
        ('"Une situation +médiocre+", dit-il.', "«Une situation «médiocre»», dit-il."),
        ("Le film +C'est la vie !+ sort.", "Le film «C'est la vie !» sort."),
        ('En 9"81 puis 9"95, "record battu".', 'En 9″81 puis 9″95, «record battu».'),
        ("En 3'30\", un record.", "En 3'30″, un record."),
        ("l’été “dernier”", "l'été «dernier»"),
    ],
)  # fmt: skip
def test_marks_get_one_form(dirty: str, repaired: str) -> None:
    assert repair(dirty) == repaired


@pytest.mark.parametrize("text", ["Canal+ et Disney+ montent.", "De +3 % à +5 %, soit 2+2.", "Le C++ reste."])
def test_other_pluses_stay(text: str) -> None:
    assert repair(text) == text


@given(st.text(alphabet="ab +«»\"'’“”3 .,\u00a0\u200b"))
def test_a_repair_keeps_every_offset(text: str) -> None:
    assert len(repair(text)) == len(text)


def test_the_marks_of_markdown_are_no_words() -> None:
    assert repair("Le *San Rui* a coulé, dit **Ana**.") == "Le  San Rui  a coulé, dit   Ana  ."
    assert repair("2 * 3 * 4 = 24") == "2 * 3 * 4 = 24"
