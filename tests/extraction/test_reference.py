"""Whom a subject pronoun stands for: over paragraphs, by the headline, and when nobody is sure."""

from __future__ import annotations

import datetime
import re

import pytest

from quizgen.article import Article, Span
from quizgen.extraction.context import Context
from quizgen.extraction.reference.pronouns import antecedent
from quizgen.parsing.pipeline import load_pipeline, parse

TITLE = "France : décès du pianiste Alain Verdier"


def referents(text: str, title: str) -> list[str | None]:
    """For each *il* or *elle* that is a subject: the name it was read as."""
    paragraphs = tuple(Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text))
    article = Article(
        id="x", text=text, paragraphs=paragraphs, language="fr", title=title, date=datetime.date(2024, 5, 15)
    )
    context = Context(parse(article, load_pipeline(None, "fr")))
    found = []
    for paragraph in context.parsed.paragraphs:
        for token in paragraph.doc:
            if token.text.lower() in ("il", "elle") and token.dep_.startswith("nsubj"):
                slot = antecedent(token, paragraph, context)
                found.append(slot.text if slot is not None else None)
    return found


@pytest.mark.parametrize(
    ("text", "title", "names"),
    [
        ("Claire Morin a présenté le budget.\n\nElle a rencontré les maires.", "Budget", ["Claire Morin"]),
        ("Alain Verdier est mort lundi. La nouvelle a ému ses élèves.\n\nIl a enseigné à Lyon.", TITLE, [None]),
        (
            "Alain Verdier est mort lundi à Lyon. Alain Verdier a enseigné à Paris. La nouvelle a ému ses élèves.\n\n"
            "Il a enregistré trente disques.",
            TITLE,
            ["Alain Verdier"],
        ),
        (
            "Alain Verdier est mort lundi. Alain Verdier a enseigné à Paris. Le conservatoire a fermé ses portes. "
            "Il a publié un communiqué.",
            TITLE,
            [None],
        ),
        (
            "Alain Verdier est mort lundi. Alain Verdier a enseigné à Paris. Paul Girard a salué sa mémoire devant "
            "Marc Petit. Il a enregistré trente disques.",
            TITLE,
            [None],
        ),
        (
            "Anne Verdier est morte lundi, a annoncé son fils, l'avocat Jean Verdier. Née Anne Morel le 3 mai 1940 à "
            "Porto, elle a été arrêtée en 1964.",
            "Portugal : mort d'Anne Verdier",
            ["Anne Verdier"],
        ),
        (  # of two men, the one whom the headline names and the sentence before has as its subject
            "Alain Verdier a débuté à Lyon. Alain Verdier a succédé à Marc Petit en 1974. Il a dirigé l'école.",
            TITLE,
            ["Alain Verdier"],
        ),
        (  # both have a part of their own in what is told
            "Alain Verdier a débuté à Lyon. Alain Verdier a rencontré Marc Petit en 1974. Il a dirigé l'école.",
            TITLE,
            [None],
        ),
        (  # a man by his title, though his first name tells nothing
            "Xin Tao a été élu mardi. M. Tao a fait campagne à Porto. Il a dirigé le port de Sines.",
            "Portugal : Xin Tao élu",
            ["Xin Tao"],
        ),
        (  # the life of the dead goes on, though a sentence between has no name
            "Alain Verdier est mort lundi. Alain Verdier a enseigné à Paris. On lui doit trente disques. "
            "En 1971, il fonda le festival de Dijon.",
            TITLE,
            ["Alain Verdier"],
        ),
        (  # somebody else acts in between
            "Alain Verdier est mort lundi. Alain Verdier a enseigné à Paris. On lui préféra Marc Petit, que Paul "
            "Girard avait soutenu. En 1971, il fonda le festival de Dijon.",
            TITLE,
            [None],
        ),
        (  # behind another subject: what the police speak of
            "Le poison a tué Paul Girard. La police précise qu'il a été acheté à Porto.",
            "Paul Girard empoisonné",
            [None],
        ),
        (  # words of somebody who may speak of another
            "Le ministre Marc Petit a salué une œuvre. « Il arrivait toujours en avance », raconte une voisine.",
            "Portugal : une œuvre saluée",
            [None],
        ),
        ("Claire Morin a présenté le budget.\n\nLes réactions\n\nElle a rencontré les maires.", "Budget", [None]),
    ],
)
def test_whom_a_pronoun_stands_for(text: str, title: str, names: list[str | None]) -> None:
    assert referents(text, title) == names


def test_whom_only_the_headline_shows_to_be_a_person() -> None:
    text = (
        "Zibarou Kandé est mort lundi à Lomé. Il avait 80 ans.\n\n"
        "Fils d'un pêcheur, Zibarou Kandé naît en 1944 à Kara. Il garde les bêtes."
    )
    assert referents(text, "Mali : Zibarou Kandé est mort") == ["Zibarou Kandé"] * 2


def test_the_name_at_birth_is_nobody_elses() -> None:
    text = (
        "Alain Verdier est mort lundi. Alain Verdier a enseigné à Paris.\n\n"
        "Né Alain Serge Verdini à Nice d'un père italien, il fut résistant. Il avait raconté ses années de prison."
    )
    assert referents(text, TITLE)[-1] == "Alain Verdier"
