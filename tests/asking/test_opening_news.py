"""What an article opens with is asked, also where its headline would give the answer."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from quizgen.asking.templates import built_in
from quizgen.build import build_article
from quizgen.parsing.pipeline import load_pipeline
from quizgen.reading import read
from tests.asking.made_cards import cards, plain, stems


@pytest.mark.parametrize(
    ("title", "text", "stem", "answer"),
    [
        # said with its day, it needs no headline
        ("Le Portugal dit adieu au charbon", "Le Portugal a arrêté ses centrales à charbon lundi à minuit.",
         "Quel pays a arrêté ses centrales à charbon le 13 mai 2024 à minuit ?", "le Portugal"),
        # the country whose body did it
        ("Le Portugal sans plastique", "Le Parlement du Portugal a interdit mardi les sacs en plastique.",
         "Dans quel pays le Parlement a-t-il interdit le 14 mai 2024 les sacs en plastique ?", "le Portugal"),
        ("Le Portugal garde ses ports",
         "Les électeurs portugais ont rejeté dimanche par référendum la vente des ports. Le Portugal compte neuf "
         "grands ports.",
         "Dans quel pays les électeurs ont-ils rejeté le 12 mai 2024 par référendum la vente des ports ?",
         "le Portugal"),
        # of what a headline states under its country
        ("Portugal : les électeurs rejettent la vente des ports",
         "Les Portugais ont rejeté dimanche la vente de leurs ports.",
         "Mai 2024 : dans quel pays les électeurs rejettent-ils la vente des ports ?", "le Portugal"),
        # an age behind a name goes, with what else is said of its bearer
        ("Un prix pour les ports",
         "Le prix Argos de littérature a été attribué mardi à la romancière portugaise Ana Duarte, 69 ans, peintre "
         "infatigable des ports et des bateaux que le vent emporte, des marins et de leurs chansons.",
         "À quelle date le prix Argos de littérature a-t-il été attribué à la romancière portugaise Ana Duarte ?",
         "le 14 mai 2024"),
        # which law, its relative says
        ("Le Portugal et ses mines",
         "Le Parlement du Portugal a adopté mardi une loi qui interdit toute mine sous la mer.",
         "Dans quel pays le Parlement a-t-il adopté le 14 mai 2024 une loi qui interdit toute mine sous la mer ?",
         "le Portugal"),
    ],
)  # fmt: skip
def test_it_is_asked(title: str, text: str, stem: str, answer: str) -> None:
    assert stems(text, title).get(stem) == answer


@pytest.mark.parametrize(
    "text",
    [
        # the rest names the country too, or a town of it
        "Le Parlement du Portugal a interdit mardi les sacs en plastique aux Portugais.",
        "Le gouvernement du Portugal a ouvert mardi une école à Lisbonne.",
        # no body of a state
        "La fondation du Portugal a ouvert mardi une école de musique.",
        # not what the article opens with
        "La nouvelle fait grand bruit. Le Parlement du Portugal a interdit mardi les sacs en plastique.",
    ],
)
def test_the_country_of_a_body_is_not_asked(text: str) -> None:
    assert not any(c.question.template == "fr.location.state" for c in cards(text, "Le plastique au Portugal"))


@pytest.mark.parametrize(
    ("title", "text"),
    [
        # of what happens everywhere, of what names the country, and where no sentence names it
        ("Portugal : une tempête frappe les ports", "Une tempête a frappé lundi les ports du Portugal."),
        ("Portugal : les électeurs rejettent la vente de Lisbonne", "Les Portugais rejettent la vente de Lisbonne."),
        ("Portugal : les électeurs rejettent la vente des ports", "Les électeurs ont rejeté la vente des ports."),
    ],
)
def test_the_country_of_a_headline_is_not_asked(title: str, text: str) -> None:
    assert not any(c.question.template == "fr.location.state" for c in cards(text, title))


def test_a_nationality_before_a_name_says_who_is_asked_for() -> None:
    found = stems("La Portugaise Ana Duarte a remporté dimanche le marathon de Séville.", "Espagne : une course")
    assert found.get("Quelle Portugaise a remporté le 12 mai 2024 le marathon de Séville ?") == "Ana Duarte"


def test_what_one_person_does_needs_no_function() -> None:
    found = stems("Une fête a eu lieu. Rui Costa a inauguré mardi 14 mai le Musée de la mer de Faro.", "Faro : fête")
    assert found.get("Qui a inauguré le 14 mai 2024 le Musée de la mer de Faro ?") == "Rui Costa"


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Les rebelles du Front de la mer se sont emparés lundi de Lubango à l'issue de longs combats.",
         "se sont emparés le 13 mai 2024 de [lieu]"),
        ("Les rebelles du Front de la mer se sont rendus lundi à Lubango à l'issue de longs combats.", None),
    ],
)  # fmt: skip
def test_a_place_can_be_what_something_is_done_to(text: str, stem: str | None) -> None:
    found = [c for c in cards(text, "Angola : la guerre") if c.question.kind == "event"]
    named = [c.stem for c in found if c.question.answer == "Lubango"]
    assert any(stem in s for s in named) if stem else named == []


def test_the_whole_of_an_expression_of_time_is_one() -> None:
    found = stems("Un avion de la société Lusavia s'est écrasé lundi en début d'après-midi près de Faro.")
    assert any("s'est écrasé le 13 mai 2024" in stem for stem in found)
    found = stems("La société Lusavia a fermé l'usine de Faro dans la nuit de lundi à mardi.")
    assert any("dans la nuit du 13 au 14 mai 2024" in stem for stem in found)


def test_a_weekday_behind_what_was_done_is_when() -> None:
    found = stems("La centrale nucléaire de Faro a cessé de produire de l'électricité lundi, après 29 ans de service.")
    assert any(answer == "le 13 mai 2024" for answer in found.values())
    found = stems("Les syndicats de Faro ont appelé à manifester lundi, après 29 jours de grève.")
    assert "le 13 mai 2024" not in found.values()


def test_a_description_behind_a_long_phrase_goes() -> None:
    text = (
        "La société Lusavia a présenté mardi à Faro un nouveau modèle de voiture électrique à grande autonomie et à "
        "prix réduit, un véhicule très attendu par la clientèle."
    )
    found = [stem for stem, answer in stems(text).items() if answer == "Lusavia"]
    assert found and not any("clientèle" in stem for stem in found)


def test_a_reflexive_pronoun_loses_its_vowel_before_the_singular() -> None:
    found = cards("Les rebelles du Front de la mer se sont emparés lundi de Lubango.", "Angola : la guerre")
    asked = [c.stem for c in found if c.question.template == "fr.event.subject"]
    assert asked and all("qui s'est emparé" in stem for stem in asked)


def test_two_answers_in_another_order_are_one() -> None:
    text = "Le conseil de Faro a lancé lundi une procédure de sanction envers le Portugal et l'Espagne."
    found = cards(
        text, "Le conseil de Faro lance une procédure de sanctions contre l'Espagne et le Portugal", selected=True
    )
    answers = [c.question.answer for c in found if "Portugal" in c.question.answer]
    assert len(answers) <= 1


def test_a_war_told_before_does_not_stand_alone() -> None:
    text = "La guerre a duré six jours. À la suite de la guerre, le Portugal a annexé la Bande de Sarandim."
    assert not any(
        "de la guerre" in c.asked and c.asked == c.stem for c in cards(text, "Portugal : l'anniversaire d'une guerre")
    )


def test_an_article_opens_behind_its_dateline(tmp_path: Path) -> None:
    told = "La ministre portugaise de la Mer, Ana Duarte, a inauguré mardi le port de Sines."
    path = tmp_path / "depeche.md"
    path.write_text(f"---\ntitle: Un port\ndate: 2024-05-15\n---\nLISBONNE (AFP) - {told}\n", "utf-8")
    (read_article,) = read([str(path)], language="fr", stdin=BytesIO()).articles
    build = build_article(read_article, load_pipeline(None, "fr"), built_in("fr"))
    stem = "À quelle date la ministre portugaise de la Mer a-t-elle inauguré le port de Sines ?"
    assert {plain(c.stem): c.question.answer for _, c in build.kept}.get(stem) == "le 14 mai 2024"
