"""Which questions of a deck get options, which ones, and where the answer stands."""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from dataclasses import replace

import pytest

from quizgen.article import Article, Span
from quizgen.asking.candidate import Candidate
from quizgen.asking.choices import choice_id, make_choices
from quizgen.build import ArticleBuild
from quizgen.facts import Frame, LocationFact, QuoteFact, RoleFact, Slot
from quizgen.questions import ArticleRef, Evidence, Question


def named(name, kind="person", gender=None, text=None):
    return Slot(text=text or name, type=kind, name=name, gender=gender)


def candidate(article, answer, stem, words="Nous voulons la paix", style="open", kind="quote"):
    sentence = Span(start=0, end=article.text.index(".") + 1)
    fact = QuoteFact(rule="test", sentence=sentence, speaker=answer, words=Slot(text=words, type="words"))
    question = Question(
        id=hashlib.sha256(stem.encode()).hexdigest()[:16],
        template="t", kind=kind, style=style, stem=stem, answer=answer.text,
        evidence=Evidence(text=sentence.of(article.text), start=sentence.start, end=sentence.end),
        article=ArticleRef(id=article.id, title=article.title, date=article.date),
    )  # fmt: skip
    return Candidate(question, fact, article.text)


def article(name, text, title=None):
    spans = (Span(start=0, end=len(text)),)
    return Article(id=name, text=text, paragraphs=spans, language="fr", title=title, date=datetime.date(2024, 3, 5))


def build(one, candidates, others=()):
    facts = [c.fact for c in candidates]
    facts += [
        RoleFact(rule="test", sentence=Span(start=0, end=1), holder=slot, role=Slot(text="maire", type="role"))
        for slot in others
    ]
    return ArticleBuild(one, tuple(facts), tuple((0.5, c) for c in candidates), (), 1)


def options(candidates, builds, **more):
    # Only a third of a deck may have options, so each question is asked among three that cannot have any.
    rest = [
        candidate(builds[0].article, Slot(text="x", type="other"), f"{i} ?", style="cloze")
        for i in range(2 * len(candidates))
    ]
    ranked = [(0.5, one) for one in (*candidates, *rest)]
    return [one.question.options for one in make_choices(ranked, builds, **more)][: len(candidates)]


TALKS = article("talks", "« Nous voulons la paix », a dit Maia Sandu. Paul Martin et Anne Leroy étaient là.")


def test_persons_come_from_the_articles():
    asked = candidate(TALKS, named("Maia Sandu", gender="f"), "Qui a dit cela ?")
    others = [named("Paul Martin", gender="m"), named("Anne Leroy", gender="f"), named("Claire Dufour", gender="f")]
    (found,) = options([asked], [build(TALKS, [asked], others)])
    assert set(found) == {"Maia Sandu", "Anne Leroy", "Claire Dufour"}


def test_whoever_has_no_part_to_speak_in_is_no_option_for_a_quotation():
    asked = candidate(TALKS, named("Maia Sandu", gender="f"), "Qui a dit cela ?")
    one = build(TALKS, [asked], [named("Anne Leroy", gender="f")])
    silent = LocationFact(
        rule="test", sentence=Span(start=0, end=1), frame=Frame(pieces=(), verb=(), finite=0), piece=0,
        asked=named("Claire Dufour", gender="f"),
    )  # fmt: skip
    assert options([asked], [replace(one, facts=(*one.facts, silent))]) == [None]


@pytest.mark.parametrize(
    "others",
    [
        [],
        [named("Anne Leroy", gender="f")],
        [named("Leroy"), named("Dufour")],
        [named("Igor Sandu"), named("Anne Sandu")],
        [named("Paul Martin", gender="m"), named("Luc Petit", gender="m")],
        [named("Vilnius", "city"), named("Riga", "city")],
    ],
)
def test_without_two_good_ones_the_question_stays_open(others):
    asked = candidate(TALKS, named("Maia Sandu", gender="f"), "Qui a dit cela ?")
    assert options([asked], [build(TALKS, [asked], others)]) == [None]


def test_persons_of_another_article_are_not_taken_even_where_it_names_the_same_person():
    asked = candidate(TALKS, named("Maia Sandu"), "Qui a dit cela ?")
    sport = article("sport", "Léa Blanc a gagné.", "Natation : un record")
    also = build(sport, [], [named("Léa Blanc"), named("Zoé Noir")])
    assert options([asked], [build(TALKS, [asked]), also]) == [None]
    related = build(sport, [], [named("Léa Blanc"), named("Zoé Noir"), named("Maia Sandu")])
    assert options([asked], [build(TALKS, [asked]), related]) == [None]


def test_countries_come_from_nearby_with_their_article():
    plant = article("plant", "La Lituanie a fermé deux centrales. La Russie proteste.")
    asked = candidate(plant, named("Lituanie", "country", "f", "la Lituanie"), "Quel pays a fermé deux centrales ?")
    (found,) = options([asked], [build(plant, [asked])])
    assert "la Lituanie" in found and len(set(found)) == 3
    assert all(option.startswith(("la ", "l'")) for option in found)


def test_a_city_is_asked_among_cities():
    meeting = article("meeting", "Ils se sont vus à Vilnius.")
    asked = candidate(meeting, named("Vilnius", "city"), "Dans quelle ville se sont-ils vus ?")
    (found,) = options(
        [asked], [build(meeting, [asked], [named("Riga", "city"), named("Lettonie", "country", "f", "la Lettonie")])]
    )
    assert {"Vilnius", "Riga"} < set(found) and "la Lettonie" not in found


def test_numbers_rise():
    strike = article("strike", "2 500 dockers ont défilé.")
    asked = candidate(strike, Slot(text="2 500", type="number:count", value="2500"), "Combien de dockers ont défilé ?")
    (found,) = options([asked], [build(strike, [asked])])
    values = [int(option.replace(" ", "")) for option in found]
    assert values == sorted(values) and 2500 in values


def test_a_bound_has_no_options_since_what_lies_beyond_it_is_right_too():
    strike = article("strike", "Au moins 2 500 dockers ont défilé.")
    slot = Slot(text="au moins 2 500", type="number:count", value="2500")
    asked = candidate(strike, slot, "Combien de dockers ont défilé ?")
    assert options([asked], [build(strike, [asked])]) == [None]


def test_persons_have_the_function_that_the_question_names():
    def called(name, noun):
        return named(name, gender="f").model_copy(update={"noun": noun})

    asked = candidate(TALKS, called("Maia Sandu", "présidente moldave"), "Quelle présidente moldave a dit cela ?")
    others = [called("Anne Leroy", "présidente moldave"), called("Claire Dufour", "romancière")]
    assert options([asked], [build(TALKS, [asked], others)]) == [None]
    others = [*others, called("Zoé Noir", "présidente moldave")]
    (found,) = options([asked], [build(TALKS, [asked], others)])
    assert set(found) == {"Maia Sandu", "Anne Leroy", "Zoé Noir"}


def test_an_agency_has_a_field_of_its_own():
    weather = article("weather", "Météo-France a relevé 27 degrés.")
    slot = named("Météo-France", "organisation", "f")
    asked = candidate(weather, slot, "Quelle agence a relevé 27 degrés ?")
    assert options(
        [asked], [build(weather, [asked], [named("INSEE", "organisation"), named("CNRS", "organisation")])]
    ) == [None]


def test_membership_and_templates_that_say_no_and_clozes_stay_as_they_are():
    text = article("plant", "La Lituanie a fermé deux centrales.")
    slot = named("Lituanie", "country", "f", "la Lituanie")
    member = candidate(text, slot, "Quel pays a rejoint l'OTAN ?", kind="membership")
    cloze = candidate(text, slot, "[pays] a fermé deux centrales.", style="cloze")
    plain = candidate(text, slot, "Quel pays a fermé deux centrales ?")
    builds = [build(text, [member, cloze, plain])]
    assert options([member, cloze], builds) == [None, None]
    assert options([plain], builds, open_only=frozenset({"t"})) == [None]
    assert options([plain], builds) != [None]


def deck(size):
    text = article("plant", "La Lituanie a fermé deux centrales.")
    slot = named("Lituanie", "country", "f", "la Lituanie")
    made = [candidate(text, slot, f"{i}e fois : quel pays a fermé deux centrales ?") for i in range(size)]
    return [(0.5, one) for one in made], [build(text, made)]


def test_at_most_a_third_or_so_are_multiple_choice_and_positions_are_balanced():
    ranked, builds = deck(40)
    made = [one.question for one in make_choices(ranked, builds)]
    chosen = [q for q in made if q.style == "choice"]
    assert len(chosen) == 14
    assert sorted(Counter(q.options.index(q.answer) for q in chosen).values()) == [4, 5, 5]


def test_a_choice_is_another_card_than_the_open_question():
    ranked, builds = deck(10)
    for before, after in zip(ranked, make_choices(ranked, builds), strict=True):
        chosen = after.question.style == "choice"
        assert after.question.id == (choice_id(before[1].question.id) if chosen else before[1].question.id)
        assert (after.question.template, after.question.stem) == ("t", before[1].question.stem)
        assert (after.question.options is not None) == chosen


def test_the_seed_orders_the_options():
    ranked, builds = deck(30)
    first, again, other = (
        [one.question.options for one in make_choices(ranked, builds, seed=seed)] for seed in (1, 1, 2)
    )
    assert first == again != other
