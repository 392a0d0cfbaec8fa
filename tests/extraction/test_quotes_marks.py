"""Which stretches stand in quotation marks, however dirty the copy."""

from __future__ import annotations

import re

import pytest

from quizgen.article import Span
from quizgen.extraction.quotes.marks import Marked, find_marked


def marked(text: str) -> tuple[Marked, ...]:
    return find_marked(text, [Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text)])


def outermost(text: str) -> list[str]:
    return [mark.words(text) for mark in marked(text) if mark.depth == 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il dit « oui » et «non».", ["oui", "non"]),
        ("Il dit «\u202foui\u00a0».", ["oui"]),
        ('Il dit "oui" et "non".', ["oui", "non"]),
        ("Il dit “oui” et „non”.", ["oui", "non"]),
        ('Le " bouclier " et l\'"affaire"', ["bouclier", "affaire"]),
        ('Il dit "je crie "non" ici" hier', ['je crie "non" ici']),
        ("« un « deux » trois » et « quatre »", ["un « deux » trois", "quatre"]),
        ("« un “deux” trois »", ["un “deux” trois"]),
        ("« un “deux trois » quatre", ["un “deux trois"]),
        ("« jamais fermé et « fermé »", ["fermé"]),
        ("fermé seul » puis « bon »", ["bon"]),
        ("« trop fermé »» puis « bon »", ["trop fermé", "bon"]),
        ("Il nage en 3'32\"89 puis en 3'30\"12.", []),
        ("Vide : « » et « mot ».", ["mot"]),
        ("« Un.\n« Deux.\nTrois », dit-il.", ["Un.\n« Deux.\nTrois"]),
        ("« Un.\nDeux », dit-il.", ["Un.\nDeux"]),
        ("« Un.\nPuis « deux » ici.", ["deux"]),
    ],
)
def test_pairs(text: str, expected: list[str]) -> None:
    assert outermost(text) == expected


def test_offsets_hold_the_marks_and_the_inner_ones_do_not() -> None:
    text = "Il dit « oui »."
    (mark,) = marked(text)
    assert text[mark.start : mark.end] == "« oui »"
    assert text[mark.inner_start : mark.inner_end] == "oui"


def test_depth_counts_the_quotations_around() -> None:
    assert [mark.depth for mark in marked("« a « b « c » » »")] == [0, 1, 2]


@pytest.mark.parametrize("unit", ["« ", '"a ', "“", "»", "« a\n", "“ « "])
def test_ten_thousand_marks_that_never_pair(unit: str) -> None:
    text = unit * 10_000
    assert len(marked(text)) <= 10_000
