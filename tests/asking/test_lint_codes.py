"""Every reason code of the lint: what it must catch and what it must let pass."""

from __future__ import annotations

from typing import Any

import pytest

from quizgen.article import Span
from quizgen.asking.candidate import Candidate
from quizgen.asking.lint import CHECKS, lint
from quizgen.facts import EventFact, Fact, Frame, FramePiece, QuantityFact, QuoteFact, RoleFact, Slot
from quizgen.questions import ArticleRef, Evidence, Question

TEXT = "Selon la Lituanie, environ 40 wagons auraient été retenus en juin 2022 à Vilnius par des douaniers de l'OTAN."
WHOLE = Span(start=0, end=len(TEXT))


def slot(text: str, kind: str = "organisation", **more: Any) -> Slot:
    start = TEXT.find(text)
    place = {"start": start, "end": start + len(text)} if start >= 0 else {}
    return Slot(text=text, type=kind, **{**place, **more})


def frame(*pieces: tuple[str, str], **more: Any) -> Frame:
    verb = next((tuple(text.split()) for role, text in pieces if role == "verb"), ("a",))
    return Frame(pieces=tuple(FramePiece(role=role, text=text) for role, text in pieces), verb=verb, finite=0, **more)


RETAINED = (("subject", "des douaniers"), ("verb", "ont retenu"), ("object", "des wagons"), ("oblique", "à Vilnius"))


def event(*pieces: tuple[str, str], asked: Slot | None = None, piece: int = 0, **more: Any) -> EventFact:
    fact = {key: more.pop(key) for key in ("attribution", "needs_topic") if key in more}
    return EventFact(
        rule="event-subject", sentence=WHOLE, frame=frame(*(pieces or RETAINED), **more),
        asked=asked or slot("l'OTAN"), piece=piece, **fact,
    )  # fmt: skip


def quantity(text: str, **more: Any) -> QuantityFact:
    return QuantityFact(
        rule="quantity-subject",
        sentence=WHOLE,
        frame=frame(*RETAINED),
        asked=slot(text, "number:count"),
        piece=0,
        **more,
    )


def role() -> RoleFact:
    return RoleFact(rule="role-before", sentence=WHOLE, holder=slot("Ana Reis", "person"), role=slot("maire", "role"))


def quote() -> QuoteFact:
    return QuoteFact(
        rule="quote-direct", sentence=WHOLE, speaker=slot("Ana Reis", "person"), words=slot("mots", "words")
    )


def candidate(
    stem: str, answer: str = "l'OTAN", fact: Fact | None = None, style: str = "open", **more: Any
) -> Candidate:
    fact = fact or event()
    start = TEXT.find(answer)
    marked = {"answer_start": start, "answer_end": start + len(answer)} if start >= 0 else {}
    question = Question(
        id="0" * 16, template="fr.test", kind=fact.kind, style=style, stem=stem, answer=answer, language="fr",
        evidence=Evidence(text=TEXT, start=0, end=len(TEXT), **marked), article=ArticleRef(id="a"), **more,
    )  # fmt: skip
    return Candidate(question, fact, TEXT)


BARE = event(("subject", "l'OTAN"), ("verb", "a agi"))
BY_PEOPLE = event(asked=slot("la Lituanie", "country", name="Lituanie"))
HANDED_ON = event(
    ("subject", "des douaniers"), ("verb", "ont agi"), ("oblique", "selon l'AFP"),
    attribution=slot("la Lituanie", "speaker"),
)  # fmt: skip
GOOD = "Quelle organisation a retenu des wagons en juin 2022 à Vilnius ?"
CLAIM = event(attribution=slot("la Lituanie", "speaker"))
WOULD = event(("subject", "des douaniers"), ("verb", "auraient retenu"), ("object", "des wagons"), conditional=True)
NOT = event(("subject", "des douaniers"), ("verb", "n'ont pas retenu"), ("object", "des wagons"), negated=True)
SOMEBODY = event(asked=slot("Ana Reis", "person"))
MINISTER = event(asked=slot("Ana Reis", "person", noun="ministre"))
NOW = event(tense="Pres")
LONG = " ".join(["wagons"] * 32)

CASES: list[tuple[str, bool, Candidate]] = [
    ("answer-not-in-source", True, candidate(GOOD, "l'ONU")),
    ("answer-not-in-source", False, candidate(GOOD)),
    ("stem-too-long", True, candidate(f"Quelle organisation a retenu {LONG} à Vilnius ?")),
    ("stem-too-long", False, candidate(GOOD)),
    ("thin", True, candidate("Qui a agi ?", fact=BARE)),
    ("thin", True, candidate("[Organisation] a agi.", fact=BARE, style="cloze")),
    ("thin", False, candidate(GOOD)),
    ("thin", False, candidate("Qui était maire ?", "Ana Reis", role())),
    ("answer-too-long", True, candidate(GOOD, "les douaniers de la ville et du port de Vilnius en juin")),
    ("answer-too-long", False, candidate(GOOD)),
    ("unresolved-reference", True, candidate("Quelle organisation a retenu ces wagons à Vilnius ?")),
    ("unresolved-reference", True, candidate("À qui celui-ci a-t-il parlé à Vilnius ?")),
    ("unresolved-reference", False, candidate("Qui a déclaré : « ces wagons sont à nous » à Vilnius ?")),
    ("unresolved-reference", True, candidate("Qui a perdu 3,4 milliards à Vilnius pour un chiffre de 10 milliards ?")),
    ("unresolved-reference", False, candidate("Qui a perdu 3,4 milliards d'euros à Vilnius ?")),
    ("relative-date", True, candidate("Quelle organisation a retenu hier des wagons à Vilnius ?")),
    ("relative-date", True, candidate("Quelle organisation a retenu mardi des wagons à Vilnius ?")),
    ("relative-date", False, candidate("Quelle organisation a retenu le mardi 21 juin 2022 des wagons à Vilnius ?")),
    ("answer-in-stem", True, candidate("Quelle organisation, l'OTAN ou l'ONU, a retenu des wagons ?")),
    ("answer-in-stem", True, candidate("Quel pays les Lituaniens habitent-ils ?", "la Lituanie", BY_PEOPLE)),
    ("answer-in-stem", True, candidate("Cent wagons à Vilnius (juin 2022) : combien de wagons à Vilnius ?", "100")),
    ("answer-in-stem", True, candidate("Daech à Vilnius : quelle organisation a agi ?", "l'État islamique")),
    ("answer-in-stem", True, candidate("[Pourcentage] des wagons sont pleins et 47 % vides.", "53 %", style="cloze")),
    ("answer-in-stem", False, candidate("[Pourcentage] des wagons sont pleins, contre 47 % en 2021.", "52 %")),
    ("answer-in-stem", False, candidate(GOOD)),
    ("answer-in-stem", False, candidate("Quelle organisation a retenu des wagons ?", "l'organisation Borealis")),
    ("claim-without-speaker", True, candidate(GOOD, fact=CLAIM)),
    ("claim-without-speaker", False, candidate(f"Selon la Lituanie, {GOOD}", fact=CLAIM)),
    ("two-speakers", True, candidate("Selon la Lituanie, qui ?", fact=HANDED_ON)),
    ("two-speakers", False, candidate(f"Selon la Lituanie, {GOOD}", fact=CLAIM)),
    ("lost-modality", True, candidate("Quelle organisation a retenu des wagons à Vilnius ?", fact=WOULD)),
    ("lost-modality", False, candidate("Quels douaniers auraient retenu des wagons à Vilnius ?", fact=WOULD)),
    ("lost-negation", True, candidate("Quels douaniers ont retenu des wagons à Vilnius ?", fact=NOT)),
    ("lost-negation", False, candidate("Quels douaniers n'ont pas retenu de wagons à Vilnius ?", fact=NOT)),
    ("lost-hedge", True, candidate("Combien de wagons ont été retenus à Vilnius ?", "40", quantity("40"))),
    ("lost-hedge", False, candidate("Combien de wagons environ ont été retenus à Vilnius ?", "40", quantity("40"))),
    ("yes-no", True, candidate("L'organisation a-t-elle retenu des wagons à Vilnius ?")),
    ("yes-no", False, candidate(GOOD)),
    ("bare-negative", True, candidate("Quels douaniers n'ont pas retenu de wagons à Vilnius ?", fact=NOT)),
    ("bare-negative", False, candidate(GOOD)),
    ("enumeration", True, candidate("Quels pays bordent Vilnius ?", "un, deux, trois, quatre")),
    ("enumeration", False, candidate("Quels pays bordent Vilnius ?", "un, deux et trois")),
    ("unbalanced", True, candidate("Qui a parlé de « wagons à Vilnius ?")),
    ("unbalanced", True, candidate("Qui a parlé (en juin 2022 à Vilnius ?")),
    ("unbalanced", False, candidate("Qui a parlé de « wagons » à Vilnius ?")),
    ("dangling-colon", True, candidate("Un douanier a été évacué à [ville] : Ana Reis.", "Vilnius", style="cloze")),
    ("dangling-colon", False, candidate("Deux pays ont agi à [ville] : la Suède et la Norvège.", style="cloze")),
    ("unidentified", True, candidate("Qui a retenu des wagons à Vilnius ?", "Ana Reis", SOMEBODY)),
    ("unidentified", True, candidate("[Personne] a retenu des wagons à Vilnius.", "Ana Reis", SOMEBODY, "cloze")),
    ("unidentified", False, candidate("Quelle ministre a retenu des wagons à Vilnius ?", "Ana Reis", MINISTER)),
    ("unidentified", False, candidate("La ministre [personne] a agi à Vilnius.", "Ana Reis", SOMEBODY, "cloze")),
    ("unidentified", False, candidate("Une grève (juin 2022) : qui a retenu des wagons ?", "Ana Reis", SOMEBODY,
                                      topic="Une grève (juin 2022) : ")),
    ("undated", True, candidate("Quelle organisation retient des wagons à Vilnius ?", fact=NOW)),
    ("undated", False, candidate("Lituanie, juin 2022 : quelle organisation retient des wagons ?", fact=NOW)),
    ("undated", False, candidate(GOOD)),
    ("unanchored", True, candidate("Quelle organisation a retenu des wagons en juin 2022 ?")),
    ("unanchored", True, candidate("Qui a déclaré : « nous restons ici » ?", "Ana Reis", quote())),
    ("unanchored", False, candidate(GOOD)),
    ("unanchored", False, candidate("Une grève paralyse les ports (juin 2022) : qui a retenu des wagons ?",
                                    topic="Une grève paralyse les ports (juin 2022) : ")),
    ("unanchored", False, candidate("Qui était maire en juin 2022 ?", "Ana Reis", role())),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "caught", "question"), CASES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_rule_catches_what_it_must_and_nothing_else(code: str, caught: bool, question: Candidate) -> None:
    assert CHECKS[code](question) is caught, question.stem


def test_every_rule_has_examples_of_both_sorts() -> None:
    assert {(code, caught) for code, caught, _ in CASES} == {
        (code, caught) for code in CHECKS for caught in (True, False)
    }


def test_a_good_question_breaks_no_rule() -> None:
    assert lint(candidate(GOOD)) == ()
