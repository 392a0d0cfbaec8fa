"""What something is built like: true in any month, so its question needs no date."""

from __future__ import annotations

from quizgen.facts import Fact
from quizgen.languages.lexicon import words

_MEASURES = ("number:distance", "number:weight", "number:speed")


def measures(fact: Fact, language: str) -> bool:
    """*Ces missiles ont une portée de 500 km*, but not *l'ouragan se trouve à 300 km de Miami*."""
    asked, frame = getattr(fact, "asked", None), getattr(fact, "frame", None)
    if asked is None or frame is None or asked.type not in _MEASURES:
        return False
    return frame.tense == "Pres" and frame.lemma in words(language, "lint", "measuring")
