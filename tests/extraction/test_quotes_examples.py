"""Every example of ``tests/examples/fr/quotes.toml``: what is said, by whom, and nothing else."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from quizgen.article import Article, Span
from quizgen.extraction.names.matching import fold
from quizgen.extraction.quotes.finding import Quote, find_quotes, quote_lexicon
from quizgen.parsing.pipeline import load_pipeline, parse

CASES = tomllib.loads((Path(__file__).parents[1] / "examples" / "fr" / "quotes.toml").read_text("utf-8"))["case"]
DETERMINER = re.compile(r"^(?:l'|(?:le|la|les)\s)", re.IGNORECASE)


def quotes_of(text: str) -> tuple[Quote, ...]:
    paragraphs = tuple(Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text))
    article = Article(id="example", text=text, paragraphs=paragraphs, language="fr")
    return find_quotes(parse(article, load_pipeline(None, "fr")), quote_lexicon("fr"))


def plain(name: str) -> str:
    return DETERMINER.sub("", fold(name))


def test_there_are_enough_examples_of_both_sorts() -> None:
    assert len(CASES) >= 60
    assert sum("said" not in case for case in CASES) >= 10


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_example(case: dict[str, Any]) -> None:
    quotes = quotes_of(case["text"])
    assert [quote.text for quote in quotes] == [words for words, _ in case.get("said", [])]
    for quote, (_, speaker) in zip(quotes, case.get("said", []), strict=True):
        assert plain(quote.speaker.resolved if quote.speaker else "") == plain(speaker)
        assert quote.certain != case.get("open", False)
