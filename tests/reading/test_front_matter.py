"""What a file states about its article, and the errors in it."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.errors import SourceError
from quizgen.reading.front_matter import split

BODY = "Le conseil a voté le budget de la ville.\n"


def test_everything_stated_is_read(read_one):
    article = read_one(
        '---\ntitle: "Budget : un accord"\noutlet: La Gazette\ndate: 2024-03-05\nurl: https://example.org/a\n'
        f"language: fr-FR\nlicence: CC BY 4.0\ntags: [ville, budget]\n---\n\n{BODY}",
        "article.md",
    )
    assert (article.title, article.outlet, article.url) == (
        "Budget : un accord",
        "La Gazette",
        "https://example.org/a",
    )
    assert (article.date, article.language) == (datetime.date(2024, 3, 5), "fr")
    assert article.text == BODY


@pytest.mark.parametrize("name", ["article.md", "article.txt"])
def test_nothing_needs_to_be_stated(read_one, name):
    article = read_one(BODY, name)
    assert (article.title, article.outlet, article.url, article.date) == (None, None, None, None)
    assert article.text == BODY


@pytest.mark.parametrize("front", ["title:\ndate:\n", "title: ''\ndate: null\n", "# nothing yet\ntitle: ~\n"])
def test_an_empty_field_is_not_stated(read_one, front):
    article = read_one(f"---\n{front}---\n{BODY}", "article.md")
    assert (article.title, article.date) == (None, None)


@pytest.mark.parametrize("stated", ["2024-03-05", '"2024-03-05"', "2024-03-05T18:30:00+01:00", "2024-03-05 18:30:00"])
def test_a_date_may_have_a_time(read_one, stated):
    assert read_one(f"---\ndate: {stated}\n---\n{BODY}", "article.md").date == datetime.date(2024, 3, 5)


@pytest.mark.parametrize("stated", ["2022-13-45", "2023-02-29", "25 juin 2022", "05/03/2024", "2024", "hier"])
def test_a_wrong_date_is_named_with_its_line_and_the_right_form(read_problem, stated):
    problem = read_problem(f"---\ntitle: Budget\ndate: {stated}\n---\n{BODY}", "article.md")
    assert isinstance(problem, SourceError)
    assert problem.line == 3
    assert stated in problem.problem
    assert "2022-06-25" in problem.remedy


def test_a_colon_without_quotation_marks_is_found_on_its_line(read_problem):
    problem = read_problem(f"---\noutlet: Gazette\ntitle: Budget: un accord\n---\n{BODY}", "article.md")
    assert problem.line == 3
    assert '"' in problem.remedy


def test_line_numbers_hold_with_windows_line_ends(read_problem):
    text = f"---\r\ntitle: Budget\r\ndate: hier\r\n---\r\n{BODY}"
    assert read_problem(text, "article.md").line == 3


def test_front_matter_that_is_not_closed_says_so(read_problem):
    assert "not closed" in read_problem(f"---\ntitle: Budget\n\n{BODY}", "article.md").problem


def test_a_field_that_stands_twice_is_named(read_problem):
    problem = read_problem(f"---\ntitle: Un\ntitle: Deux\n---\n{BODY}", "article.md")
    assert (problem.line, "title" in problem.problem) == (3, True)


def test_a_title_must_be_one_text(read_problem):
    assert read_problem(f"---\ntitle: [Un, Deux]\n---\n{BODY}", "article.md").line == 2


@pytest.mark.parametrize("stated", ["français", "1", "a language"])
def test_a_language_must_be_a_code(read_problem, stated):
    assert read_problem(f"---\nlanguage: {stated}\n---\n{BODY}", "article.md").line == 2


def test_nesting_without_end_is_an_error_and_no_crash(read_problem):
    assert "front matter" in read_problem(f"---\ntitle: {'[' * 5000}\n---\n{BODY}", "article.md").problem.lower()


def test_a_rule_of_dashes_is_no_front_matter(read_one):
    text = f"---\n\nLe maire est venu. Il a salué la foule.\n\n---\n\n{BODY}"
    assert read_one(text, "article.md").text == text


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80), st.text(alphabet="abc: \n-.é", max_size=80))
def test_any_text_is_split_or_refused(front, body):
    text = f"---\n{front}\n---\n{body}"
    try:
        _, rest = split(text, "article.md")
    except SourceError:
        return
    assert text.endswith(rest)
