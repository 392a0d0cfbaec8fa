"""Saved web pages: the article is found in them, and what they state about it."""

from __future__ import annotations

import datetime
import io
import time

import pytest

from quizgen.errors import SourceError
from quizgen.reading import read

SENTENCES = (
    "Le conseil municipal de Vannes a adopté lundi soir un budget de cinquante millions d'euros.",
    "« Nous ne toucherons pas aux impôts », a promis la maire, qui brigue un second mandat l'an prochain.",
    "L'opposition a voté contre : elle juge que la dette de la commune, en hausse depuis cinq ans, est trop lourde.",
)
HEAD = """<title>Budget : un accord - La Gazette</title><meta charset="utf-8">
<meta property="og:title" content="Budget : un accord à Vannes"><meta property="og:site_name" content="La Gazette">
<meta property="og:type" content="article"><meta property="article:published_time" content="2024-03-05T18:30:00+01:00">
<link rel="canonical" href="https://gazette.example.org/2024/03/05/budget">"""


def page(head: str = HEAD, before: str = "<!DOCTYPE html>") -> str:
    body = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    return f"""{before}<html lang="fr"><head>{head}</head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Budget : un accord à Vannes</h1>{body}</article>
<aside><h2>À lire aussi</h2><a href="/x">Le stade rouvre ses portes</a></aside>
<footer>Mentions légales. Tous droits réservés. Nous utilisons des cookies.</footer></body></html>"""


@pytest.mark.parametrize("name", ["page.html", "page.htm", "PAGE.HTML"])
def test_the_body_is_the_articles_text(read_one, name):
    article = read_one(page(), name)
    paragraphs = [span.of(article.text) for span in article.paragraphs]
    assert [sentence for sentence in SENTENCES if sentence in paragraphs] == list(SENTENCES)
    assert "Accueil" not in article.text
    assert "cookies" not in article.text
    assert "<" not in article.text


def test_what_the_page_states_is_read(read_one):
    article = read_one(page(), "page.html")
    assert (article.title, article.outlet) == ("Budget : un accord à Vannes", "La Gazette")
    assert article.url == "https://gazette.example.org/2024/03/05/budget"
    assert (article.date, article.language) == (datetime.date(2024, 3, 5), "fr")


def test_a_page_that_states_nothing_gets_nothing_invented(read_one):
    article = read_one(page(head=""), "page.html")
    assert (article.outlet, article.url, article.date) == (None, None, None)


def test_the_address_a_browser_saved_is_kept(read_one):
    before = "<!DOCTYPE html>\n<!-- saved from url=(0032)https://gazette.example.org/budget -->\n"
    assert read_one(page(head="", before=before), "page.html").url == "https://gazette.example.org/budget"


def test_the_text_is_the_same_whenever_it_is_read(read_one):
    assert read_one(page(), "page.html") == read_one(page(), "page.html")


def test_malformed_html_is_read_all_the_same(read_one):
    broken = page().replace("</p>", "").replace("</article>", "<div><b>").replace("</head>", "").replace("</html>", "<")
    article = read_one(broken, "page.html")
    assert all(sentence in article.text for sentence in SENTENCES)


@pytest.mark.parametrize(
    "content",
    [
        "<html></html>",
        "<html><body><nav><a>Accueil</a></nav></body></html>",
        "<",
        "<!DOCTYPE html>",
        "<<>>&&;",
    ],
)
def test_a_page_without_an_article_says_what_to_do(read_problem, content):
    problem = read_problem(content, "page.html")
    assert isinstance(problem, SourceError)
    assert ".txt" in problem.remedy


def test_a_page_nested_without_end_is_no_crash(tmp_path):
    path = tmp_path / "deep.html"
    path.write_text("<div>" * 20_000 + SENTENCES[0], encoding="utf-8")
    reading = read([path], stdin=io.BytesIO())
    assert len(reading.articles) + len(reading.problems) == 1


def test_a_page_of_two_megabytes_is_read_in_seconds(read_one):
    body = "".join(f"<p>Au point {number}, {SENTENCES[number % 3]}</p>" for number in range(18_000))
    large = f"<html><head>{HEAD}</head><body><article>{body}</article></body></html>"
    assert len(large.encode()) > 2_000_000
    start = time.perf_counter()
    article = read_one(large, "page.html")
    assert len(article.text) > 1_000_000
    assert time.perf_counter() - start < 60


def test_libraries_print_nothing(capfd, tmp_path):
    path = tmp_path / "page.html"
    path.write_text("<html></html>", encoding="utf-8")
    read([path], stdin=io.BytesIO())
    assert capfd.readouterr() == ("", "")
