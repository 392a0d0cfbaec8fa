"""What may be typed, and the verdict: the table in ``grading_pairs.toml``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.quiz.grading import Verdict, choose, judge
from quizgen.quiz.item import Item

GROUPS = tomllib.loads((Path(__file__).parent / "grading_pairs.toml").read_text(encoding="utf-8"))["group"]


def item(answer: str, group: dict[str, Any] | None = None) -> Item:
    group = group or {}
    return Item(
        id="q",
        kind=group.get("kind", "event"),
        style="open",
        stem=group.get("stem", "Quoi ?"),
        answer=answer,
        accepted=tuple(group.get("accepted", ())),
        options=tuple(group["options"]) if "options" in group else None,
    )


PAIRS = [
    pytest.param(group, typed, verdict, id=f"{group['answer']}|{typed}|{verdict}")
    for group in GROUPS
    for verdict in ("right", "almost", "wrong")
    for typed in group.get(verdict, ())
]


def test_the_table_has_at_least_150_pairs() -> None:
    assert len(PAIRS) >= 150


@pytest.mark.parametrize(("group", "typed", "verdict"), PAIRS)
def test_verdict(group: dict[str, Any], typed: str, verdict: str) -> None:
    assert judge(typed, item(group["answer"], group)).verdict == verdict


@pytest.mark.parametrize("group", GROUPS, ids=[group["about"] for group in GROUPS])
def test_the_answer_itself_is_right(group: dict[str, Any]) -> None:
    assert judge(group["answer"], item(group["answer"], group)).verdict is Verdict.RIGHT


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_gets_a_verdict(typed: str, answer: str) -> None:
    assert judge(typed, item(answer)).verdict in Verdict


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_numbers_are_never_slips_of_one_another(typed: int, answer: int) -> None:
    assert judge(str(typed), item(str(answer))).verdict == ("right" if typed == answer else "wrong")


@pytest.mark.parametrize("language", ["fr", "en", "xx"])
def test_a_language_without_a_word_list_still_compares(language: str) -> None:
    asked = Item(id="q", kind="event", style="open", stem="?", answer="Oslo Harbour", language=language)
    assert judge("oslo harbour", asked).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("1", 0),
        ("2", 1),
        ("c", 2),
        ("C)", 2),
        ("(a)", 0),
        ("4", None),
        ("z", None),
        ("Calvador", 1),
        ("calvador", 1),
        ("le Port-Lis", 2),
        ("Nulle part", None),
        ("", None),
    ],
)
def test_options_are_chosen_by_number_letter_or_words(typed: str, at: int | None) -> None:
    assert choose(typed, ("Valmorin", "Calvador", "Port-Lis"), "fr") == at


def test_an_option_that_is_a_number_is_chosen_by_its_value_before_its_place() -> None:
    assert choose("3", ("3", "4", "5"), "fr") == 0
    assert choose("4 %", ("2 %", "4 %", "8 %"), "fr") == 1
