"""Trees that the parser gets wrong in a known way are put right; participles beside a noun are clauses."""

from __future__ import annotations

import datetime

import pytest

from quizgen.article import Article, Span
from quizgen.extraction.context import Context
from quizgen.extraction.frames.pieces import has_seam
from quizgen.extraction.frames.statement import statement
from quizgen.extraction.statements import Statement
from quizgen.parsing.pipeline import load_pipeline, parse
from quizgen.parsing.reduction import parse_reduced
from quizgen.parsing.repair import repair


def parsed(text: str):
    return next(iter(parse_reduced([text], load_pipeline(None, "fr"), "fr")))


def said_of_participles(text: str) -> list[str]:
    article = Article(
        id="x", text=text, paragraphs=(Span(start=0, end=len(text)),), language="fr", title="Portugal : des nouvelles",
        date=datetime.date(2024, 5, 15),
    )  # fmt: skip
    context = Context(parse(article, load_pipeline(None, "fr")))
    made = [statement(clause, context) for clause in context.clauses if clause.supplied]
    return [" ".join(p.text for p in m.frame.pieces) for m in made if isinstance(m, Statement)]


def test_a_party_member_and_his_name_are_one_subject() -> None:
    doc = parsed("Le travailliste Anthony Morel a remporté samedi les élections législatives en Australie.")
    assert [t.text for t in doc if t.dep_.startswith("nsubj")] == ["travailliste"]


def test_a_list_of_subjects_is_one() -> None:
    doc = parsed("L'Union africaine (UA), l'ONU, la France et les États-Unis ont également condamné le coup d'État.")
    assert [t.text for t in doc if t.dep_.startswith("nsubj")] == ["Union"]


def test_a_noun_with_its_name_stands_beside_what_was_just_told() -> None:
    doc = parsed(
        "Le Danois Mads Holm est devenu vendredi champion du monde d'échecs à Lagos (Nigeria), en battant le tenant du "
        "titre, l'Angolais Rui Costa, sur le score de 6,5 points à 3,5."
    )
    assert [t.head.text for t in doc if t.text == "Angolais"] == ["tenant"]


def test_what_stands_behind_an_infinitive_is_its_object() -> None:
    doc = parsed("La proposition de Jean-Luc Morel de constituer un groupe unique a été repoussée par les socialistes.")
    assert [t.text for t in doc if t.dep_.startswith("nsubj")] == ["proposition"]


def test_a_subject_behind_a_place_is_no_apposition() -> None:
    doc = parsed("Dans la capitale, le cortège, parti en début d'après-midi, a rassemblé 10 000 personnes.")
    assert [t.text for t in doc if t.dep_.startswith("nsubj") and t.head.text == "rassemblé"] == ["cortège"]


def test_a_past_infinitive_completes_the_verb() -> None:
    doc = parsed("Des soldats ont annoncé lundi à la télévision nationale avoir renversé le président.")
    assert next(t for t in doc if t.text == "renversé").head.text == "annoncé"


def test_minutes_and_seconds_open_no_quotation() -> None:
    text = 'Elle a fini à 3\'30" du vainqueur. "Je suis heureuse", a-t-elle dit.'
    assert repair(text).count("«") == repair(text).count("»") == 1
    assert len(repair(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "L'association Terre verte, fondée en 1998 par Luc Morel, compte 3 000 membres.",
            "l'association Terre verte a été fondée en 1998 par Luc Morel",
        ),
        (
            "Anne Carpentier, née en 1968 à Porto, dirige un institut à Berlin.",
            "Anne Carpentier est née en 1968 à Porto",
        ),
        (
            "Arrivé sur Mars le 6 août 2012, le rover Curiosity a foré la surface à quinze reprises.",
            "le rover Curiosity est arrivé sur Mars le 6 août 2012",
        ),
    ],
)
def test_a_dated_participle_says_what_took_place(text: str, said: str) -> None:
    assert said in said_of_participles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le sommet de Porto, prévu en juin 2024, a été annulé.",
        "La société Terre verte, installée depuis 2004 à Porto, compte 300 salariés.",
        "Le maire de Porto, accusé en 2020 de fraude, a démissionné.",
        "Le maire de Porto, très critiqué, a démissionné.",
    ],
)
def test_other_participles_say_nothing(text: str) -> None:
    assert said_of_participles(text) == []


def test_the_end_of_a_list_that_went_is_a_seam() -> None:
    doc = parsed("Trente pompiers, venus d'Aveiro, de Sines et de Faro, ont été mobilisés.")
    gone = range(2, 7)
    kept = [t for t in doc if t.i not in gone]
    assert " ".join(t.text for t in kept).startswith("Trente pompiers de Sines et de Faro")
    assert has_seam(kept)


def test_a_name_that_no_comma_parts_from_the_verb_is_its_subject() -> None:
    doc = parsed("Créée en 2004 et installée à Varsovie, la capitale polonaise, Frontex est une agence européenne.")
    assert [t.text for t in doc if t.dep_.startswith("nsubj")] == ["Frontex"]


def test_a_count_behind_a_hedge_is_an_object() -> None:
    doc = parsed("Une explosion de gaz fait au moins 14 morts à Porto.")
    assert [t.text for t in doc if t.dep_ == "obj"] == ["morts"]


def test_a_name_behind_the_verb_is_its_object() -> None:
    doc = parsed("Une nouvelle plainte, pour un autre motif, vise Maria Lopova, directrice du port.")
    assert [t.text for t in doc if t.dep_ == "obj"] == ["Maria"]


def test_a_reflexive_pronoun_belongs_to_its_verb() -> None:
    text = "Argos, un robot de 90 kilos, de la taille d'un four, s'était séparé le 10 mai de la sonde Lyra."
    doc = parsed(text)
    assert next(t.dep_ for t in doc if t.text == "s'").startswith("expl")


def test_a_relative_behind_a_body_may_be_of_what_is_its_own() -> None:
    text = "Le train Lusitano de la compagnie Bravia, qui reliait Porto à Faro avec 90 passagers, a déraillé mardi."
    article = Article(
        id="x", text=text, paragraphs=(Span(start=0, end=len(text)),), language="fr", title="Portugal : un accident",
        date=datetime.date(2024, 5, 15),
    )  # fmt: skip
    context = Context(parse(article, load_pipeline(None, "fr")))
    relative = next(clause for clause in context.clauses if clause.verb.tokens.text == "reliait")
    assert not isinstance(statement(relative, context), Statement)
