"""Sentences beside the facts that must, and must not, be read from them: ``examples/<xx>/facts/<kind>.toml``.

``[[yes]]``: a fact of the kind with these slots (text by name) must be among those read; ``[[no]]``: no fact of the
kind may be, or none with these slots. All are read as of Wednesday 15 May 2024.
"""

from __future__ import annotations

import datetime
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from quizgen.article import Article, Span
from quizgen.extraction.context import Context
from quizgen.extraction.extract import extract
from quizgen.facts import FACTS_BY_KIND, Fact, Slot
from quizgen.parsing.pipeline import load_pipeline, parse

FOLDER = Path(__file__).parents[1] / "examples" / "fr" / "facts"
KINDS = sorted(FACTS_BY_KIND)
LEAST = {"yes": 15, "no": 10}


@cache
def table(kind: str) -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((FOLDER / f"{kind}.toml").read_text("utf-8"))


@cache
def facts(text: str) -> tuple[Fact, ...]:
    article = Article(
        id="example", text=text, paragraphs=(Span(start=0, end=len(text)),), language="fr",
        title="Portugal : une grève paralyse les ports", outlet="La Gazette", date=datetime.date(2024, 5, 15),
    )  # fmt: skip
    return extract(Context(parse(article, load_pipeline(None, "fr"))))


def fits(fact: Fact, slots: dict[str, str]) -> bool:
    found = {name: getattr(fact, name, None) for name in slots}
    return all(isinstance(slot, Slot) and slot.text == slots[name] for name, slot in found.items())


def examples(which: str) -> list[Any]:
    return [
        pytest.param(kind, example, id=f"{kind}: {example['text'][:60]}")
        for kind in KINDS
        for example in table(kind)[which]
    ]


@pytest.mark.parametrize(("kind", "example"), examples("yes"))
def test_what_is_read(kind: str, example: dict[str, Any]) -> None:
    read = [fact for fact in facts(example["text"]) if fact.kind == kind]
    assert any(fits(fact, example["slots"]) for fact in read), read


@pytest.mark.parametrize(("kind", "example"), examples("no"))
def test_what_is_not_read(kind: str, example: dict[str, Any]) -> None:
    read = [fact for fact in facts(example["text"]) if fact.kind == kind]
    assert not [fact for fact in read if fits(fact, example.get("slots", {}))]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_examples_enough(kind: str) -> None:
    assert {which: len(table(kind)[which]) >= least for which, least in LEAST.items()} == dict.fromkeys(LEAST, True)
