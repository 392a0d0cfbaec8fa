"""The rules that the options of an item keep together: what each must catch and what it must let pass."""

from __future__ import annotations

import pytest

from quizgen.asking.options import Item, Option, Witness, fitting, lint_options, normal


def country(text, gender="f", article="la ", names=()):
    return Option(text, "country", frozenset({normal(text.removeprefix(article)), *names}), gender, "s", article)


def person(text, gender=None):
    return Option(text, "person", frozenset({normal(text), normal(text.rpartition(" ")[2])}), gender)


def number(text, kind="number:count"):
    return Option(text, kind, frozenset({normal(text)}), named=False)


LITHUANIA = country("la Lituanie", names=("lituanien", "lituanienne"))
POLAND = country("la Pologne", names=("polonais", "polonaise"))
LATVIA = country("la Lettonie", names=("letton", "lettone"))
STEM = "Quel pays a fermé deux centrales en février 2024 ?"
EVIDENCE = "La Lituanie a fermé deux centrales en février."


def broken(answer, *distractors, stem=STEM, evidence=EVIDENCE, witness=None):
    return lint_options(Item(stem, answer, distractors, evidence), witness or Witness())


def test_three_of_a_kind_pass():
    assert broken(LITHUANIA, POLAND, LATVIA) == ()


@pytest.mark.parametrize(
    ("answer", "distractor"),
    [
        (LITHUANIA, Option("Vilnius", "city", frozenset({"vilnius"}))),
        (LITHUANIA, country("le Portugal", "m", "le ")),
        (LITHUANIA, Option("les Pays-Bas", "country", frozenset({"pays bas"}), "m", "p", "les ")),
        (Option("la Ligue", None, frozenset({"ligue"})), Option("le Conseil", None, frozenset({"conseil"}))),
        (person("Maia Sandu", "f"), person("Olaf Scholz", "m")),
        (number("50 km", "number:distance"), number("50 kg", "number:weight")),
        (number("12"), number("12 000 000")),
    ],
)
def test_options_of_another_kind_are_a_mismatch(answer, distractor):
    assert "option-mismatch" in broken(answer, distractor)


@pytest.mark.parametrize(
    ("answer", "distractor"),
    [
        (person("Maia Sandu", "f"), person("Claire Dufour")),
        (person("Jean Le"), person("Maximilienne de Robespierre")),
        (number("350 millions"), number("420 millions")),
        (country("l'Espagne", None, "l'"), country("le Portugal", "m", "le ")),
    ],
)
def test_what_only_looks_like_a_mismatch_passes(answer, distractor):
    assert "option-mismatch" not in broken(answer, distractor)


@pytest.mark.parametrize(
    ("answer", "distractor", "stem"),
    [
        (LITHUANIA, country("Monaco", None, ""), STEM),
        (LITHUANIA, country("La Pologne", "f", "La "), STEM),
        (LITHUANIA, POLAND, "Quel pays a vendu deux centrales à la Pologne ?"),
        (LITHUANIA, POLAND, "Quel pays a vendu deux centrales au ministre polonais ?"),
        (Option("l'OTAN", "alliance", frozenset({"otan"}), None, "s", "l'"),
         Option("la Ligue arabe", "alliance", frozenset({"ligue arabe"}), None, "s", "la "), STEM),
        (number("vingt"), number("30"), STEM),
        (person("Maia Sandu"), person("Scholz"), STEM),
    ],
)  # fmt: skip
def test_a_form_that_gives_the_answer_away_is_a_leak(answer, distractor, stem):
    assert "leak" in broken(answer, distractor, stem=stem)


def test_a_name_within_another_word_is_no_leak():
    inde = country("l'Inde", None, "l'")
    assert "leak" not in broken(country("l'Iran", None, "l'"), inde, stem="Quel pays est devenu indépendant ?")


def test_a_participant_of_the_evidence_may_be_right_too():
    evidence = "La Lituanie a fermé deux centrales avec l'aide polonaise."
    assert "true-distractor" in broken(LITHUANIA, POLAND, evidence=evidence)
    assert "true-distractor" not in broken(LITHUANIA, LATVIA, evidence=evidence)


def test_another_name_of_the_answer_is_right():
    belarus = country("la Biélorussie", names=("belarus", "biélorusse"))
    other = country("la Russie blanche", names=("belarus",))
    assert "true-distractor" in broken(belarus, other)
    assert "true-distractor" in broken(LITHUANIA, POLAND, POLAND)


def test_an_answer_of_any_article_is_right():
    witness = Witness()
    witness.hear("quel pays a fermé deux centrales en février 2024 ?", "La Pologne")
    assert "true-distractor" in broken(LITHUANIA, POLAND, witness=witness)
    assert "true-distractor" not in broken(LITHUANIA, LATVIA, witness=witness)
    assert "true-distractor" not in broken(LITHUANIA, POLAND, stem="Quel pays a ouvert un port ?", witness=witness)


def test_a_sentence_that_says_as_much_of_another_counts():
    witness = Witness()
    witness.read("Tout a changé. La Pologne, elle, a fermé trois centrales en février. La Lettonie attend.")
    assert "true-distractor" in broken(LITHUANIA, POLAND, witness=witness)
    assert "true-distractor" not in broken(LITHUANIA, LATVIA, witness=witness)


def test_organisations_that_share_a_word_may_be_part_of_each_other():
    def organisation(text, name):
        return Option(text, "institution", frozenset({name}), "f", "s", "la " if text[1] == "a" else "l'", kin=True)

    commission = organisation("la Commission européenne", "commission européenne")
    assert "true-distractor" in broken(commission, organisation("l'Union européenne", "union européenne"))
    assert "true-distractor" not in broken(commission, organisation("la Ligue arabe", "ligue arabe"))


def test_the_first_that_fit_are_taken():
    item = Item(STEM, LITHUANIA, (), EVIDENCE)
    proposed = [LITHUANIA, country("le Portugal", "m", "le "), POLAND, POLAND, LATVIA, country("la Suède")]
    assert [option.text for option in fitting(item, proposed, Witness())] == ["la Pologne", "la Lettonie"]
    assert len(fitting(item, proposed[:3], Witness())) == 1
