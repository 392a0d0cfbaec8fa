"""What agencies write before the news is set aside; what only looks like it stays."""

from __future__ import annotations

import pytest

from quizgen.reading.paragraphs import lines, paragraphs

BODY = "Le gouvernement a présenté son budget."


def read(text: str) -> list[str]:
    return [span.of(text) for span in paragraphs(text, lines(text))]


@pytest.mark.parametrize(
    "dateline",
    [
        "PARIS (AFP) - ",
        "LISBONNE, 15 octobre (Reuters) - ",
        "WASHINGTON, le 3 mars 2015 (AFP) – ",
        "SYDNEY - ",
        "SAINT-DENIS — ",
        "NEW YORK (Reuters) - ",
        "Berne (ats) - ",
        "Faro (Portugal), 12 nov 2014 (ats) - ",
        "Vevey, 16 fév 2017 - ",
        "(Belga) ",
        "(AFP) - ",
        "NANCY.- ",
    ],
)
def test_a_dateline_is_no_part_of_the_first_sentence(dateline: str) -> None:
    assert read(dateline + BODY) == [BODY]


@pytest.mark.parametrize(
    "text",
    [
        "Paris - la capitale - a présenté son budget.",
        "La SNCF - le transporteur - a présenté son budget.",
        "L'ONU - une organisation - a présenté son budget.",
        "Lyon, capitale des Gaules, a présenté son budget.",
        "(en anglais) ce texte est court.",
    ],
)
def test_other_openings_stay(text: str) -> None:
    assert read(text) == [text]


def test_a_subhead_between_dashes_is_no_paragraph() -> None:
    assert read(f"{BODY}\n\n- Mesures attendues -\n\n{BODY}") == [BODY, BODY]
