"""Parsed article → facts. A kind of fact is a module in ``quizgen/extraction/kinds``, found by being there."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import import_module

from quizgen.extraction import kinds
from quizgen.extraction.context import Context
from quizgen.facts import Fact

Extractor = Callable[[Context], Iterable[Fact]]


@lru_cache(maxsize=1)
def extractors() -> tuple[tuple[str, Extractor], ...]:
    """Every kind's name and its ``find`` function, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(kinds.__path__))
    return tuple((name, import_module(f"{kinds.__name__}.{name}").find) for name in names)


def extract(context: Context) -> tuple[Fact, ...]:
    """All facts of an article, in the order of their evidence."""
    found = [fact for _, find in extractors() for fact in find(context)]
    return tuple(sorted(found, key=lambda fact: (fact.sentence.start, fact.kind, fact.rule)))
