"""Quotations in an article as long as a book cost time in proportion to its length."""

from __future__ import annotations

import time

import pytest
import spacy

from quizgen.article import Article, Span
from quizgen.extraction.quotes import find_quotes, quote_lexicon
from quizgen.parsing.parsed import Paragraph, Parsed


def parsed(text: str) -> Parsed:
    """One paragraph of one sentence, without a tree: the worst case for sentences that never end."""
    doc = spacy.blank("fr")(text)
    article = Article(id="x", text=text, paragraphs=(Span(start=0, end=len(text)),), language="fr")
    return Parsed(article=article, paragraphs=(Paragraph(0, doc),))


def seconds(text: str) -> float:
    source = parsed(text)
    begin = time.process_time()
    find_quotes(source, quote_lexicon("fr"))
    return time.process_time() - begin


@pytest.mark.parametrize(
    "unit", ["Selon Jean, « ", "a dit « oui » et « non », ", ", et affirmant que « oui ", "a déclaré "]
)
def test_cost_grows_linearly(unit: str) -> None:
    seconds(unit * 50)
    short, long = seconds(unit * 200), seconds(unit * 800)
    assert long < 8 * short + 0.2


def test_ten_thousand_quotations_that_never_close() -> None:
    text = "Il a déclaré « oui " * 10_000
    assert find_quotes(parsed(text), quote_lexicon("fr")) == ()


def test_nothing_to_read() -> None:
    assert find_quotes(parsed(" "), quote_lexicon("fr")) == ()
