"""Where paragraphs begin and end, in plain text and in Markdown; the text itself never changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.reading.markdown import plain, prose, title
from quizgen.reading.paragraphs import lines, paragraphs

WRAPPED = """\
Le conseil municipal de Vannes a adopté lundi soir un budget de
cinquante millions d'euros, dont un tiers ira aux écoles de la ville
et à la rénovation de la piscine. Le maire, qui avait promis de ne
pas toucher aux impôts, a tenu parole.

L'opposition a voté contre. Elle juge que la dette de la commune, en
hausse depuis cinq ans, n'est plus tenable.
"""
ONE_A_LINE = """\
Le conseil municipal de Vannes a adopté le budget.
Un tiers ira aux écoles.
L'opposition a voté contre.
"""


def texts_of(text: str, *, markdown: bool = False) -> list[str]:
    marked = prose(text) if markdown else lines(text)
    return [span.of(text) for span in paragraphs(text, marked)]


def test_a_blank_line_separates():
    assert texts_of("Un premier fait.\n\n \t\nUn second fait.") == ["Un premier fait.", "Un second fait."]


def test_a_line_is_a_paragraph_where_lines_end_sentences():
    assert texts_of(ONE_A_LINE) == ONE_A_LINE.splitlines()


def test_long_lines_are_paragraphs_even_without_a_full_stop():
    heading, body = "Un budget sans surprise", "Le conseil municipal a adopté le budget. " * 6
    assert texts_of(f"{heading}\n{body}\n") == [heading, body.strip()]


def test_wrapped_lines_are_joined():
    assert [text.replace("\n", " ") for text in texts_of(WRAPPED)] == [
        paragraph.replace("\n", " ").strip() for paragraph in WRAPPED.split("\n\n")
    ]


def test_a_short_last_line_ends_a_wrapped_paragraph_without_a_blank_line():
    assert len(texts_of(WRAPPED.replace("\n\n", "\n"))) == 2


def test_a_line_that_breaks_off_goes_on():
    assert texts_of("Le maire a inauguré\nla piscine.\nIl était ému.") == [
        "Le maire a inauguré\nla piscine.",
        "Il était ému.",
    ]


def test_lines_without_a_letter_are_no_paragraphs():
    assert texts_of("* * *\n\nUn fait.\n\n2024\n\n---") == ["Un fait."]


def test_a_text_in_one_line_of_two_megabytes_is_cut_at_sentences():
    text = "Le conseil a voté le budget de la ville. " * 50_000
    pieces = texts_of(text)
    assert all(len(piece) <= 20_000 and piece.endswith("ville.") for piece in pieces)
    assert " ".join(pieces) == text.strip()


def test_a_text_without_spaces_is_cut_all_the_same():
    assert sum(map(len, texts_of("a" * 50_000))) == 50_000


@pytest.mark.parametrize(
    "mark", ["# Titre", "## Contexte", "---", "***", "| a | b |", "[1]: https://example.org", "```"]
)
def test_markdown_that_is_no_prose_is_no_paragraph(mark):
    assert texts_of(f"{mark}\n\nUn fait.", markdown=True) == ["Un fait."]


def test_a_heading_may_be_underlined():
    assert texts_of("Le budget\n=========\n\nUn fait.\n\nContexte\n---\nUn autre.", markdown=True) == [
        "Un fait.",
        "Un autre.",
    ]


def test_code_is_no_paragraph():
    assert texts_of("Un fait.\n\n```\nprint('non')\n```\n\nUn autre.", markdown=True) == ["Un fait.", "Un autre."]


def test_list_items_and_quotations_begin_behind_their_mark():
    text = "- Un fait.\n- Un autre.\n1. Un troisième.\n\n> Je suis là, dit-elle.\n> Je reste."
    assert texts_of(text, markdown=True) == [
        "Un fait.",
        "Un autre.",
        "Un troisième.",
        "Je suis là, dit-elle.",
        "Je reste.",
    ]


def test_plain_text_is_not_read_as_markdown():
    assert texts_of("- Je reste, dit-il.") == ["- Je reste, dit-il."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Le *budget* de [Vannes](https://example.org) #\n\nUn fait.", "Le budget de Vannes"),
        ("Le budget\n=====\nUn fait.", "Le budget"),
        ("## Le budget\n\nUn fait.", None),
        ("Un fait.\n\n# Le budget", None),
        ("#hashtag et rien d'autre", None),
    ],
)
def test_a_first_heading_is_the_title(text, expected):
    assert title(text) == expected


def test_plain_keeps_underscores_and_asterisks_inside_words():
    assert plain("le fichier mon_grand_texte vaut 3*4") == "le fichier mon_grand_texte vaut 3*4"


@given(st.text(alphabet="aé .!?\n\r\t#>-*|[]()`=1\u2028", max_size=300), st.booleans())
def test_paragraphs_are_ordered_trimmed_and_hold_every_letter_of_plain_text(text, markdown):
    spans = paragraphs(text, prose(text) if markdown else lines(text))
    assert all(first.end <= second.start for first, second in zip(spans, spans[1:], strict=False))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    if not markdown:
        kept = sum(character.isalpha() for span in spans for character in span.of(text))
        assert kept == sum(map(str.isalpha, text))
