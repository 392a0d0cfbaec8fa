"""The figures of the parts that ship with the project, beside their floors: ``benchmarks/floors.toml``."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path

import pytest

from quizgen.asking.templates import built_in
from quizgen.build import build_article
from quizgen.parsing.pipeline import load_pipeline
from quizgen.reading import read

ROOT = Path(__file__).parents[1]
FLOORS = tomllib.loads((ROOT / "benchmarks" / "floors.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def seed() -> dict[str, int]:
    article = read([ROOT / "seeds"], stdin=io.BytesIO()).articles[0]
    build = build_article(article, load_pipeline(None, "fr"), built_in("fr"))
    return {
        "sentences_told": len({fact.sentence for fact in build.facts}),
        "facts": len(build.facts),
        "kinds": len({fact.kind for fact in build.facts}),
        "questions": len(build.kept),
    }


@pytest.mark.parametrize("figure", sorted(FLOORS["seed"]))
def test_no_figure_falls_below_its_floor(figure: str, seed: dict[str, int]) -> None:
    assert seed[figure] >= FLOORS["seed"][figure], f"{figure}: {seed[figure]}; see benchmarks/floors.toml"
