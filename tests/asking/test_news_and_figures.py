"""The news that an article opens with, its month, and the figures beside it."""

from __future__ import annotations

import pytest

from tests.asking.made_cards import cards, stems


def test_news_without_a_name_stands_under_its_place() -> None:
    text = "Les électeurs ont approuvé dimanche, par référendum, une révision de la Constitution sur la pêche en mer."
    found = stems(text, "Portugal : le « oui » l'emporte, l'opposition dénonce des fraudes")
    stem = "Portugal : à quelle date les électeurs ont-ils approuvé par référendum une révision de la Constitution"
    assert any(asked.startswith(stem) and answer == "le 12 mai 2024" for asked, answer in found.items())


def test_what_the_news_says_in_quotation_marks_is_not_dated() -> None:
    text = "La ministre portugaise de la Mer, Ana Duarte, a affirmé mardi que « la pire des semaines est devant nous »."
    assert not any("à quelle date" in stem for stem in stems(text, "Portugal : une grève dans les ports"))


@pytest.mark.parametrize(
    ("day", "month"),
    [
        ("le 27 avril", "avril 2024"),
        ("mardi", "mai 2024"),
        # beside what happened in the month of the article
        ("le 27 avril, puis mardi,", "mai 2024"),
    ],
)
def test_the_month_is_that_of_the_news(day: str, month: str) -> None:
    text = f"L'équipe de Rui Costa a ouvert {day} une boutique. Sa vitrine a été dessinée à Faro, a dit mardi Lusavia."
    found = stems(text, "Portugal : la vitrine de Lusavia dessinée à Faro")
    assert found.get(f"Portugal, {month} : la vitrine de Lusavia dessinée à [ville].") == "Faro"


@pytest.mark.parametrize(
    ("text", "stem", "answer"),
    [
        # a number of those there are
        ("Le Parti de la mer du Portugal a remporté dimanche 44 des 47 sièges du Parlement de Faro.",
         "Combien des 47 sièges du Parlement de Faro le Parti de la mer du Portugal a-t-il remportés le 12 mai 2024 ?",
         "44"),
        # one share, without the other that makes the whole
        ("Les Portugais ont rejeté dimanche la vente du port de Sines par 55,3 % des voix contre 44,7 %.",
         "par [pourcentage] des voix", "55,3 %"),
    ],
)  # fmt: skip
def test_a_figure_of_a_vote(text: str, stem: str, answer: str) -> None:
    found = stems(text, "Portugal : un vote")
    assert any(stem in asked and right == answer for asked, right in found.items())
    assert not any("44,7" in asked for asked in found if "[pourcentage] des voix" in asked)


def test_a_count_that_is_final_is_no_claim() -> None:
    text = "Le Portugais Rui Costa a remporté l'élection de Faro le 12 mai 2024, selon les résultats {}."
    final = stems(text.format("définitifs publiés mardi"), "Voile : un vote")
    assert any(answer == "Rui Costa" and "résultats" not in stem for stem, answer in final.items())
    partial = stems(text.format("encore partiels"), "Voile : un vote")
    assert all("résultats" in stem for stem, answer in partial.items() if answer == "Rui Costa")


def test_a_toll_that_grows_is_of_its_day() -> None:
    text = "L'effondrement d'un pont à Faro a fait {} morts lundi, a annoncé le maire."
    title = "Portugal : l'effondrement d'un pont fait {} morts à Faro"
    grows = stems(text.format("au moins 39"), title.format("au moins 39"))
    assert any(stem.startswith("Portugal, au 15 mai 2024 : ") for stem in grows)
    known = stems(text.format("39"), title.format("39"))
    assert not any("au 15 mai" in stem for stem in known)


def test_a_number_near_one_that_the_topic_says_is_not_asked() -> None:
    text = "Les recherches ont pris fin mardi à Faro. Le bilan s'établit à 1 127 morts."
    found = cards(text, "Portugal : fin des recherches à Faro, plus de 1 120 morts")
    assert not any(c.question.answer == "1 127" and "1 120" in c.stem for c in found)


@pytest.mark.parametrize(
    "text",
    [
        # what only the one who says it claims
        "La Grèce a estimé que les coupables devaient être jugés, et le Portugal a appelé l'Angola à coopérer.",
        # the subject of a participle that went, and what stands before the subject
        "Le porte-parole de Lusavia, Rui Costa, a jugé la loi « nulle », le Portugal ne reconnaissant pas la Cour.",
        "Dix jours après être sorti de prison, Rui Costa est assuré de devenir le cinquième président de l'Angola.",
        # one of two ends
        "La douzième Régate de Faro s'est disputée dimanche entre Sines et le phare de Lagos, sur 257 km.",
        # for what deed
        "La Cour de justice de Faro a condamné le 10 mai 2024 l'Angola pour avoir emprisonné une romancière.",
        # what somebody feels
        "La romancière portugaise Ana Duarte s'est dite « très émue » lundi à Faro.",
    ],
)
def test_what_would_be_half_said_is_not_asked(text: str) -> None:
    kept = [c.stem for c in cards(text, "Voile : une course", selected=True)]
    wrong = (
        "selon la Grèce",
        ", le Portugal ?",
        "[personne], est",
        "condamné l'Angola ?",
        "très émue",
        "Sines ?",
    )
    assert not [stem for stem in kept for words in wrong if words in stem]


def test_what_is_told_of_a_life_is_not_of_the_month_of_the_death() -> None:
    text = (
        "Le romancier portugais Rui Costa est mort lundi à Faro. Rui Costa part à quarante ans apprendre la musique à "
        "Luanda."
    )
    found = stems(text, "Portugal : mort du romancier Rui Costa")
    assert not any("mai 2024" in stem for stem, answer in found.items() if answer == "Luanda")


def test_a_reaction_stands_under_the_headline() -> None:
    text = "Un car a heurté un camion lundi. La ministre Ana Duarte a parlé d'un « choc terrible » pour le Portugal."
    found = [stem for stem in stems(text, "Portugal : collision d'un car et d'un camion à Faro") if "choc" in stem]
    assert all(stem.startswith("Collision") for stem in found)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # the day of a birth, what an unknown person says of a date, letters that are not needed again
        ("Le romancier portugais Rui Costa est né le 10 juillet 1934 à Faro.", "à quelle date"),
        ("Le romancier portugais Rui Costa est mort le 13 mai 2024 à Faro, selon Duarte Nunes.", "à quelle date"),
        ("Ana Duarte, présidente de l'Institut pour la protection des phoques (IPP), a parlé.", "sigle IPP"),
    ],
)
def test_a_trifle_is_not_kept(text: str, wrong: str) -> None:
    kept = [c.stem for c in cards(text, "Voile : une course", selected=True)]
    assert not any(wrong in stem for stem in kept)


def test_letters_that_the_article_needs_are_asked() -> None:
    text = "L'Institut pour la protection des phoques (IPP) a ouvert un centre. L'IPP a sauvé trois phoques."
    assert any("sigle IPP" in c.stem for c in cards(text, "Portugal : des phoques sauvés à Faro", selected=True))


def test_what_leans_on_another_sentence_goes_from_before_a_date() -> None:
    text = "Le port est fermé. Déjà en mars 2016, le Portugal avait interrompu son aide au port de Luanda."
    found = [stem for stem in stems(text, "Luanda : un port fermé") if "interrompu" in stem]
    assert found and not any("déjà" in stem.lower() for stem in found)
