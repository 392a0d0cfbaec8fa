"""The pairs of tests/examples/fr/grammar.toml, each run through the function it stands under."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from quizgen.languages.fr import grammar

FILE = Path(__file__).parents[1] / "examples" / "fr" / "grammar.toml"
PAIRS = tomllib.loads(FILE.read_text(encoding="utf-8"))
CASES = [(function, given, wanted) for function, pairs in PAIRS.items() for given, wanted in pairs]
NUMERIC = {"spoken_number"}


def shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.10g}" if value != int(value) else str(int(value))
    return str(value)


@pytest.mark.parametrize(("function", "given", "wanted"), CASES, ids=[f"{f}: {g}" for f, g, _ in CASES])
def test_example(function: str, given: str, wanted: str) -> None:
    arguments: list[object] = [float(given)] if function in NUMERIC else list(given.split(" | "))
    result = getattr(grammar, function)(*arguments)
    if function in {"typography", "spoken_number"}:
        wanted = wanted.replace("~", "\u202f").replace("_", "\u00a0")
    assert shown(result) == wanted


def test_every_function_has_examples_enough() -> None:
    assert len(CASES) > 500
    assert not set(PAIRS) - set(grammar.__all__)
