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


@pytest.mark.parametrize("subhead", ["- Usages -", "Usages -", "* Un siècle plus tard *"])
def test_subheads_in_every_spelling_are_no_paragraphs(subhead: str) -> None:
    assert read(f"{BODY}\n\n{subhead}\n\n{BODY}") == [BODY, BODY]


@pytest.mark.parametrize("signature", [" bur-abc/gh/dla", "abc-def/gh", " ab/cd", "\n\nabc-def/gh"])
def test_the_initials_of_the_writers_are_no_part_of_the_last_sentence(signature: str) -> None:
    assert read(BODY + signature) == [BODY]


@pytest.mark.parametrize("text", ["Le salaire dépend des primes et/ou des heures.", "Il roule à 50 km/h."])
def test_other_slashes_stay(text: str) -> None:
    assert read(text) == [text]


@pytest.mark.parametrize("bullet", ["• ", "■ ", "•"])
def test_a_bullet_is_no_part_of_the_sentence(bullet: str) -> None:
    assert read(bullet + BODY) == [BODY]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('Il dit qu\'"elle continuera".Quelque 200 personnes ont fui.',
         ['Il dit qu\'"elle continuera".', "Quelque 200 personnes ont fui."]),
        ("La guerre dure depuis 2011.L'armée soutient le régime.",
         ["La guerre dure depuis 2011.", "L'armée soutient le régime."]),
        ("« C'est fini ».« Nous partons », a-t-il dit.", ["« C'est fini ».", "« Nous partons », a-t-il dit."]),
        ('Le vote est clos."Nous avons gagné", dit-elle.', ["Le vote est clos.", '"Nous avons gagné", dit-elle.']),
        ("Une guerre sans finLe conflit a duré. Puis le calme est revenu.",
         ["Une guerre sans fin", "Le conflit a duré. Puis le calme est revenu."]),
    ],
)  # fmt: skip
def test_what_was_glued_together_is_cut(text: str, parts: list[str]) -> None:
    assert read(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "YouTube et TotalEnergies ont signé avec BlaBlaCar et WikiLeaks un accord.",
        "J.K.Rowling et Mme.Dupont ont lu www.Exemple.Fr et J.-C. Martin aussi.",
        "L'avion a volé à Mach 2.Il est seul, le 2.B de la Nasa.",
    ],
)
def test_names_and_addresses_are_not_cut(text: str) -> None:
    assert read(text) == [text]
