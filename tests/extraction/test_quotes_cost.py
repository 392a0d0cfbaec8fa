"""Quotations in an article as long as a book cost work in proportion to its length: calls are counted, not seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
import spacy

from quizgen.article import Article, Span
from quizgen.extraction.quotes.finding import find_quotes, quote_lexicon
from quizgen.parsing.parsed import Paragraph, Parsed


def parsed(text: str) -> Parsed:
    """One paragraph of one sentence, without a tree: the worst case for sentences that never end."""
    doc = spacy.blank("fr")(text)
    article = Article(id="x", text=text, paragraphs=(Span(start=0, end=len(text)),), language="fr")
    return Parsed(article=article, paragraphs=(Paragraph(0, doc),))


def calls(work: Callable[[], object]) -> int:
    """How many functions ``work`` calls, those written in C among them."""
    count = 0

    def seen(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def calls_of_reading(text: str) -> int:
    source = parsed(text)
    return calls(lambda: find_quotes(source, quote_lexicon("fr")))


@pytest.mark.parametrize(
    "unit", ["Selon Jean, « ", "a dit « oui » et « non », ", ", et affirmant que « oui ", "a déclaré "]
)
def test_cost_grows_linearly(unit: str) -> None:
    calls_of_reading(unit)  # what is made once
    short, long = calls_of_reading(unit * 100), calls_of_reading(unit * 400)
    assert long < 4.4 * short


def test_ten_thousand_quotations_that_never_close() -> None:
    text = "Il a déclaré « oui " * 10_000
    assert find_quotes(parsed(text), quote_lexicon("fr")) == ()


def test_nothing_to_read() -> None:
    assert find_quotes(parsed(" "), quote_lexicon("fr")) == ()
