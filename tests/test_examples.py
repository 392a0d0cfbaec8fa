"""Sentences beside what must, and what must not, be read from and asked of them: ``examples/<xx>/cards.toml``."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path
from typing import Any

import pytest

from quizgen.article import Article, Span
from quizgen.asking.templates import built_in
from quizgen.build import ArticleBuild, build_article
from quizgen.parsing.pipeline import load_pipeline

FOLDER = Path(__file__).parent / "examples" / "fr"
TABLE = tomllib.loads((FOLDER / "cards.toml").read_text("utf-8"))
TITLE = "Portugal : une grève paralyse les ports"


def built(text: str) -> ArticleBuild:
    article = Article(
        id="example", text=text, paragraphs=(Span(start=0, end=len(text)),), language="fr", title=TITLE,
        outlet="La Gazette", date=datetime.date(2024, 5, 15),
    )  # fmt: skip
    return build_article(article, load_pipeline(None, "fr"), built_in("fr"))


def cards(build: ArticleBuild) -> set[tuple[str, str]]:
    """Every question that was made, kept or not for want of room, as (kind, answer)."""
    room = [candidate for code, candidate in build.dropped if code in ("not-selected", "duplicate")]
    made = [candidate.question for _, candidate in build.kept] + [candidate.question for candidate in room]
    return {(question.kind, question.answer.replace("\u202f", " ").replace("\u00a0", " ")) for question in made}


@pytest.mark.parametrize("example", TABLE["asked"], ids=lambda example: f"{example['kind']}: {example['text'][:50]}")
def test_what_is_asked(example: dict[str, Any]) -> None:
    assert (example["kind"], example["answer"]) in cards(built(example["text"]))


@pytest.mark.parametrize("text", TABLE["silent"]["texts"])
def test_what_cannot_stand_alone_gives_no_card(text: str) -> None:
    assert built(text).kept == ()


@pytest.mark.parametrize("example", TABLE["not_asked"], ids=lambda example: example["text"][:60])
def test_what_is_never_asked(example: dict[str, Any]) -> None:
    made = cards(built(example["text"]))
    assert [card for card in made if card[0] == example["kind"] and example.get("answer", card[1]) == card[1]] == []


def stems(text: str) -> list[str]:
    build = built(text)
    made = [candidate for _, candidate in build.kept] + [candidate for _, candidate in build.dropped]
    return [candidate.stem for candidate in made]


def test_a_person_is_asked_for_by_what_the_article_calls_them() -> None:
    found = stems("Le syndicaliste Antoine Marchand a bloqué le port du Havre le 10 mai 2024.")
    assert any(stem.startswith("Quel syndicaliste a bloqué") for stem in found)
    found = stems("Luc Dumont s'est éteint le 6 avril 2024 à l'âge de 81 ans. Dumont fut d'abord journaliste.")
    assert found and not any("abord journaliste" in stem for stem in found)


def test_evidence_is_verbatim_and_holds_the_answer() -> None:
    for example in TABLE["asked"]:
        for _, candidate in built(example["text"]).kept:
            evidence = candidate.question.evidence
            assert example["text"][evidence.start : evidence.end] == evidence.text
            if evidence.answer_start is not None and evidence.answer_end is not None:
                assert evidence.start <= evidence.answer_start < evidence.answer_end <= evidence.end


def test_an_apposition_that_goes_takes_its_commas_with_it() -> None:
    text = "Ana Duarte, vice-présidente de la région Algarve et maire de Faro, dans le Sud, a été condamnée le 10 mai."
    found = (stem.replace("\u202f", " ").lower() for stem in stems(text))
    assert any(stem.endswith("à quelle date ana duarte a-t-elle été condamnée ?") for stem in found)


def test_a_name_takes_the_gender_of_its_article() -> None:
    found = stems("La Pride de Lisbonne a attiré un nombre record de personnes le 10 mai 2024.")
    assert any("a-t-elle attiré" in stem for stem in found)
    assert not any("a-t-il attiré" in stem for stem in found)


def test_how_often_something_happened_stays() -> None:
    found = stems("Le Bhoutan, qui participe au festival de Lisbonne pour la première fois, a reçu un prix du public.")
    assert not any("participe au festival de Lisbonne ?" in stem.replace("\u202f", " ") for stem in found)
    assert any("pour la première fois" in stem for stem in found)


def test_two_days_of_a_month_are_named_together() -> None:
    found = stems("Douze fresques ont été retrouvées samedi et dimanche dans le port de Leixões au Portugal.")
    assert any("les 11 et 12 mai 2024" in stem for stem in found)


def test_an_office_of_a_nation_has_its_article() -> None:
    assert "Qui était le président turc en mai 2024 ?" in [
        stem.replace("\u202f", " ") for stem in stems("Le président turc Cemal Demir est attendu à Lisbonne.")
    ]


def test_part_of_a_name_is_not_taken_for_a_person_of_that_name() -> None:
    found = stems("Le voilier « Silver Moon » a été rattrapé par Keith Moon le 10 mai 2024 à Porto.")
    assert not any("Silver Keith Moon" in stem for stem in found)


def test_a_month_stands_before_no_definition() -> None:
    found = stems("La Volta do Douro est une course organisée par la Fédération portugaise de cyclisme.")
    assert found
    assert not any(stem.startswith("Portugal, mai 2024") for stem in found)


def test_a_relative_set_apart_is_given_to_no_noun_where_two_fit() -> None:
    found = stems(
        "Les hommes jugés pour les attentats du 13 mai 2023, qui ont fait 30 morts à Porto, sont reconnus coupables."
    )
    assert not any("2023 ont fait" in stem for stem in found)


def test_a_hedge_that_the_tree_parts_from_its_number_is_not_lost() -> None:
    found = stems("Au Portugal, au moins 17 écoles ont été fermées par des inondations le 10 mai 2024.")
    assert not any("17 écoles" in stem and "au moins" not in stem for stem in found)


def test_a_relative_that_tells_whom_is_meant_stays() -> None:
    found = stems("La mairie a accordé une remise de 30 % aux familles qui l'ont demandée à Porto en mai 2024.")
    assert not any("aux familles." in stem for stem in found)
