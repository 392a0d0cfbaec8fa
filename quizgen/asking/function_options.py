"""Wrong functions beside a right one: the other portfolios of a government."""

from __future__ import annotations

import random

from quizgen.languages.lexicon import lexicon

# Letters that the words of a portfolio share with others of its field.
_ROOT = 6


def variations(answer: str, article: str, language: str, rng: random.Random) -> list[str]:
    """Other functions in the generator's order, where the answer is one that has a portfolio; else none.

    *Ministre irlandais de la Justice* → *ministre irlandais de la Santé*, *ministre irlandais des Transports*.
    ``article``: no portfolio that it speaks of is an option, for one minister may hold two.
    """
    groups: list[list[str]] = lexicon(language, "offices")["portfolios"]
    told = article.lower().replace("’", "'")
    said = answer.replace("’", "'")
    own = next((field for group in groups for field in group if said.lower().endswith(f" {field}")), None)
    if own is None:
        return []
    held = said[: -len(own)]
    others = [
        group[0]
        for group in groups
        if own not in group and not any(field in told or field.split()[-1][:_ROOT] in own for field in group)
    ]
    capital = any(word[:1].isupper() for word in said[-len(own) :].replace("'", " ").split())
    return [held + (_titled(field) if capital else field) for field in rng.sample(others, len(others))]


def _titled(field: str) -> str:
    """*De la justice* → *de la Justice*: the first word that is no preposition or article has the capital."""
    head, mark, last = field.rpartition("'" if "'" in field else " ")
    return f"{head}{mark}{last[:1].upper()}{last[1:]}"
