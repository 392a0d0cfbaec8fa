"""Questions of several articles become one deck."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from quizgen.article import Article, Span
from quizgen.asking.candidate import Candidate
from quizgen.asking.finish import context_line, tags
from quizgen.assembly import assemble
from quizgen.build import ArticleBuild
from quizgen.facts import QuoteFact, RoleFact, Slot
from quizgen.knowledge import load
from quizgen.questions import ArticleRef, Evidence, Question


def article(name, day=5, title="Un titre", outlet="La Gazette"):
    text = "Une phrase pour voir."
    date = datetime.date(2024, 3, day) if day else None
    spans = (Span(start=0, end=len(text)),)
    return Article(id=name, text=text, paragraphs=spans, language="fr", title=title, outlet=outlet, date=date)


def candidate(of, stem, answer, *, name=None, style="cloze", asked=None, attribution=None):
    sentence = Span(start=0, end=len(of.text))
    slot = asked or Slot(text=answer, type="other", name=answer)
    fact = QuoteFact(rule="test", sentence=sentence, speaker=slot, words=Slot(text="mots", type="words"))
    question = Question(
        id=name or f"{of.id}{stem}{answer}", template="t", kind="quote", style=style, stem=stem, answer=answer,
        attribution=attribution, evidence=Evidence(text=of.text, start=0, end=len(of.text)),
        article=ArticleRef(id=of.id, title=of.title, outlet=of.outlet, date=of.date),
    )  # fmt: skip
    return Candidate(question, fact, of.text)


def build(of, *kept, dropped=()):
    return ArticleBuild(of, (), tuple(kept), tuple(dropped), 1)


A, B = article("a", 5), article("b", 3)


def codes(assembly):
    return sorted(code for code, _ in assembly.dropped)


def test_articles_come_by_date_and_ranks_by_score():
    made = assemble([
        build(A, (0.9, candidate(A, "Qui un ?", "x")), (0.8, candidate(A, "Qui deux ?", "y"))),
        build(B, (0.4, candidate(B, "Qui trois ?", "z"))),
    ])  # fmt: skip
    assert [(q.stem, q.rank, q.score) for q in made.questions] == [
        ("Qui trois ?", 1, 0.4), ("Qui un ?", 1, 0.9), ("Qui deux ?", 2, 0.8),
    ]  # fmt: skip


def test_a_stem_with_two_answers_is_dropped_wherever_it_stands():
    made = assemble([
        build(A, (0.9, candidate(A, "Qui a gagné ?", "Léa Blanc"))),
        build(B, (0.9, candidate(B, "qui a  gagné ?", "Zoé Noir")), (0.2, candidate(B, "Qui a perdu ?", "Zoé Noir"))),
    ])  # fmt: skip
    assert [q.stem for q in made.questions] == ["Qui a perdu ?"]
    assert codes(made) == ["ambiguous", "ambiguous"]


def test_an_answer_that_was_not_kept_makes_a_stem_ambiguous_too():
    other = candidate(B, "Qui a gagné ?", "Zoé Noir")
    made = assemble(
        [build(A, (0.9, candidate(A, "Qui a gagné ?", "Léa Blanc"))), build(B, dropped=[("not-selected", other)])]
    )
    assert made.questions == () and codes(made) == ["ambiguous", "not-selected"]


@pytest.mark.parametrize(
    ("one", "other"), [("Léa Blanc", "léa blanc"), ("la Lituanie", "Lituanie"), ("président", "président de la Chine")]
)
def test_the_same_answer_in_other_words_is_a_duplicate_and_the_earliest_stays(one, other):
    made = assemble([build(A, (0.9, candidate(A, "Qui ?", one))), build(B, (0.1, candidate(B, "Qui ?", other)))])
    assert [(q.article.id, q.answer) for q in made.questions] == [("b", other)]
    assert codes(made) == ["duplicate"]


def test_a_function_of_one_person_is_asked_once_in_a_deck():
    def function(of, month, holder):
        made = candidate(of, f"Quelle fonction occupait {holder} en {month} ?", "président")
        fact = RoleFact(
            rule="test", sentence=Span(start=0, end=1), holder=Slot(text=holder, type="person"),
            role=Slot(text="président du port de Sines", type="role"),
        )  # fmt: skip
        return replace(made, fact=fact)

    made = assemble([
        build(B, (0.9, function(B, "mars 2024", "Ana Reis")), (0.8, function(B, "mars 2024", "Rui Alves"))),
        build(A, (0.9, function(A, "avril 2024", "Ana Reis"))),
    ])  # fmt: skip
    assert [q.stem.split(" en ")[0].split(" occupait ")[1] for q in made.questions] == ["Ana Reis", "Rui Alves"]
    assert codes(made) == ["duplicate"]


def test_one_id_is_one_card():
    made = assemble(
        [
            build(A, (0.9, candidate(A, "Qui ?", "x", name="i"))),
            build(B, (0.9, candidate(B, "Qui donc ?", "x", name="i"))),
        ]
    )
    assert [q.article.id for q in made.questions] == ["b"]


def test_the_limit_takes_the_best_but_not_all_from_one_article():
    many = [(0.9 - i / 100, candidate(A, f"Qui {i} ?", f"x{i}")) for i in range(10)]
    few = [(0.7 - i / 100, candidate(B, f"Que {i} ?", f"y{i}")) for i in range(10)]
    made = assemble([build(A, *many), build(B, *few)], limit=6)
    assert [q.article.id for q in made.questions] == ["b", "b", "a", "a", "a", "a"]
    assert [q.rank for q in made.questions] == [1, 2, 1, 2, 3, 4]
    assert codes(made) == ["not-selected"] * 14
    assert assemble([build(A, *many)], limit=50).counts.kept == 10


def test_the_order_in_which_articles_are_given_changes_nothing():
    builds = [build(A, (0.9, candidate(A, "Qui ?", "x"))), build(B, (0.9, candidate(B, "Qui ?", "x")))]
    assert assemble(builds).questions == assemble(builds[::-1]).questions


def test_everything_is_counted():
    made = assemble([build(A, (0.9, candidate(A, "Qui ?", "x")), dropped=[("thin", candidate(A, "?", "y"))])])
    assert (made.counts.articles, made.counts.sentences, made.counts.kept, made.counts.dropped) == (
        1,
        1,
        1,
        {"thin": 1},
    )


@pytest.mark.parametrize(
    ("of", "answer", "line"),
    [
        (A, "Léa Blanc", "Un titre · La Gazette · 5 mars 2024"),
        (article("c", None, None, None), "Léa Blanc", ""),
        (article("c", 1, None, None), "Léa Blanc", "1er mars 2024"),
        (article("c", title="Léa Blanc a gagné"), "Léa Blanc", "La Gazette · 5 mars 2024"),
        (article("c", title="La victoire de Mme Blanc"), "Léa Blanc", "La Gazette · 5 mars 2024"),
        (article("c", title="Le record : 42 points"), "42 points", "La Gazette · 5 mars 2024"),
        (article("c", outlet="La Russie aujourd'hui"), "la Russie", "Un titre · 5 mars 2024"),
    ],
)
def test_the_context_line_says_where_and_when_but_not_the_answer(of, answer, line):
    assert context_line(candidate(of, "Qui ?", answer)) == line


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2024-03-04", "2024"),
        ("2024-03", "2024"),
        ("2024", None),
        ("2023-11-02", "5 mars 2024"),
        ("2023", "5 mars 2024"),
    ],
)
def test_the_date_of_the_article_does_not_answer_a_question_for_a_date(value, said):
    asked = Slot(text="alors", type="date", value=value)
    expected = " · ".join(part for part in ("Un titre", "La Gazette", said) if part)
    assert context_line(candidate(A, "Quand ?", "alors", asked=asked)) == expected


def test_organisations_that_answer_are_tags():
    asked = Slot(text="l'OTAN", type="organisation", name="OTAN")
    found = tags(candidate(A, "Quelle organisation ?", "l'OTAN", asked=asked), load("fr"))
    assert [tag for tag in found if tag.startswith("quizgen::topic::")] == ["quizgen::topic::OTAN"]


def test_countries_that_answer_or_claim_are_tags():
    country = Slot(text="la Lituanie", type="country", name="Lituanie")
    found = tags(candidate(A, "Quel pays ?", "la Lituanie", asked=country, attribution="les États-Unis"), load("fr"))
    assert found == (
        "quizgen::country::Lituanie", "quizgen::country::États-Unis", "quizgen::date::2024-03", "quizgen::kind::quote",
    )  # fmt: skip
