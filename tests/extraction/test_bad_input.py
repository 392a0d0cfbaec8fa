"""Text as it should not be: nothing breaks, and no more is read from it than from good text."""

from __future__ import annotations

import datetime
import io
import unicodedata

import pytest

from quizgen.asking.templates import built_in
from quizgen.build import ArticleBuild, build_article
from quizgen.errors import QuizgenError
from quizgen.parsing.pipeline import load_pipeline
from quizgen.reading import read

GOOD = """Le ministre portugais de la Santé, Pedro Duarte, a présenté mardi un plan de réforme des hôpitaux. \
La Lituanie a fermé deux centrales électriques en février 2024. L'Organisation mondiale de la santé (OMS) a lancé \
une alerte à Lisbonne.

« Nous avons besoin de cette réforme avant le prochain hiver », a déclaré Pedro Duarte. Selon la préfecture, \
2 500 dockers ont défilé au Havre.
"""


def built(text: str, folder) -> ArticleBuild:
    path = folder / "article.md"
    path.write_text(f"---\ntitle: Un plan pour les hôpitaux\ndate: 2024-05-15\n---\n\n{text}", "utf-8")
    article = read([path], language="fr", stdin=io.BytesIO()).articles[0]
    return build_article(article, load_pipeline(None, "fr"), built_in("fr"))


def without_accents(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def broken_at_line_ends(text: str) -> str:
    """As a scan is read: lines of forty characters, long words cut by a hyphen."""
    return "\n".join(
        text[at : at + 40] + ("-" if text[at + 39 : at + 40].isalpha() and text[at + 40 : at + 41].isalpha() else "")
        for at in range(0, len(text), 40)
    )


@pytest.mark.parametrize(
    "spoil",
    [without_accents, str.upper, str.lower, broken_at_line_ends, lambda text: text.replace(" ", "  "),
     lambda text: text.replace("\n", " "), lambda text: text.replace("»", ""), lambda text: text[: len(text) // 2]],
    ids=["no accents", "capitals", "small letters", "scan", "two spaces", "one paragraph", "open quotes", "half"],
)  # fmt: skip
def test_bad_text_gives_fewer_facts_and_no_error(spoil, tmp_path) -> None:
    good = built(GOOD, tmp_path)
    bad = built(spoil(GOOD), tmp_path)
    assert len(good.kept) >= 4
    assert len(bad.kept) <= len(good.kept) + 1
    for _, candidate in bad.kept:
        evidence = candidate.question.evidence
        assert bad.article.text[evidence.start : evidence.end] == evidence.text


def test_ten_thousand_quotes_that_never_close(tmp_path) -> None:
    assert built("« Il a dit. " * 10_000, tmp_path).kept == ()


@pytest.mark.parametrize(
    "html", ["<p>" * 5000, "<html><body><p>Une phrase <b>sans fin", "<!doctype html><p", "<>" * 999]
)
def test_malformed_pages_are_read_or_refused_in_a_line(html, tmp_path) -> None:
    path = tmp_path / "page.html"
    path.write_text(html, "utf-8")
    try:
        reading = read([path], language="fr", stdin=io.BytesIO())
    except QuizgenError as error:
        assert "\n" not in str(error)
    else:
        assert all("\n" not in str(problem) for problem in reading.problems)


def test_the_date_of_the_article_is_all_that_dates_it(tmp_path) -> None:
    assert built(GOOD, tmp_path).article.date == datetime.date(2024, 5, 15)
