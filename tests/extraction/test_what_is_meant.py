"""Whether a phrase says what it means, and how far a name goes."""

from __future__ import annotations

import pytest

from quizgen.extraction.context import Context
from quizgen.extraction.grounding.standing_alone import dangling
from quizgen.parsing.pipeline import load_pipeline, parse
from tests.asking.made_cards import article


def context_of(text: str, title: str = "Voile : une course") -> Context:
    return Context(parse(article(text, title), load_pipeline(None, "fr")))


@pytest.mark.parametrize(
    ("text", "noun", "known"),
    [
        ("Le port de Sines est l'un des plus grands ports du Portugal.", "un", True),
        ("La nouvelle école prépare à l'enseignement supérieur de la mer.", "enseignement", True),
        ("La nouvelle école donne un résultat supérieur.", "résultat", False),
        ("Le nouveau canton a vu le jour lundi.", "canton", False),
        ("Le nouveau canton de Faro a vu le jour lundi.", "canton", True),
        ("L'ancienne république yougoslave a signé lundi.", "république", False),
        ("L'immeuble de neuf étages a brûlé lundi.", "immeuble", False),
        ("L'immeuble de la société Lusavia a brûlé lundi.", "immeuble", True),
    ],
)
def test_what_a_phrase_means(text: str, noun: str, known: bool) -> None:
    context = context_of(text)
    paragraph = context.parsed.paragraphs[0]
    head = next(token for token in paragraph.doc if token.text == noun)
    assert (dangling([*head.subtree], paragraph, context) is None) == known


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("L'ancien chef des Serbes de Bosnie Radovan Duarte a été arrêté lundi.", "Radovan Duarte"),
        ("L'opposante Aung San Suu Kyi a été libérée. Aung San Suu Kyi a parlé.", "Aung San Suu Kyi"),
    ],
)
def test_a_name_goes_as_far_as_it_goes(text: str, name: str) -> None:
    found = {mention.text for mention in context_of(text, "Liberté pour Aung San Suu Kyi").mentions.items}
    assert name in found
    assert not {f"Bosnie {name}", "Aung San", "Suu Kyi"} & found
