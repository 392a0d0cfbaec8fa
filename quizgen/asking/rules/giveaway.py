"""Whether a stem tells its own answer: by its name, by another one, by a figure or by a place within it."""

from __future__ import annotations

import re

from quizgen.asking.candidate import Candidate, without_kind
from quizgen.asking.comparing import by_another_name, parted_words, shares_name, words_of
from quizgen.knowledge import Country
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar

_PERCENT = re.compile(r"(\d+(?:,\d+)?)\s*%")
_WHOLE, _NEARLY = 100, 0.01
# Kinds that ask for another name of what they name.
_OF_NAMES = ("acronym", "alias", "naming")
# Places within a country, which tell it.
_WITHIN = ("city", "place", "region", "nation", "department", "state", "province", "island")


def answer_in_stem(c: Candidate) -> bool:
    stem, answer = without_kind(c), _telling_part(c)
    return (
        _is_rest_of_whole(c.question.answer, stem)
        or _is_near_a_number_told(c)
        or shares_name(answer, stem)
        or (c.question.kind not in _OF_NAMES and by_another_name(answer, stem, c.question.language))
        or _tells_the_country(c)
        or _asked_noun_twice(c)
    )


def _telling_part(c: Candidate) -> str:
    """The last name of a person, who may share the first with another; else the whole answer."""
    slot = c.slot or getattr(c.fact, "speaker", None)
    person = slot is not None and slot.type == "person"
    return c.question.answer.rsplit(" ", 1)[-1] if person else c.question.answer


def _is_rest_of_whole(answer: str, stem: str) -> bool:
    """*[Pourcentage] des impôts porteront sur les ménages et 47 % sur les entreprises*: the two make 100."""
    asked = _PERCENT.search(answer)
    if asked is None:
        return False
    shown = (_decimal(share) for share in _PERCENT.findall(stem))
    return any(abs(_decimal(asked[1]) + share - _WHOLE) < _NEARLY for share in shown)


def _is_near_a_number_told(c: Candidate) -> bool:
    """*Plus de 1 120 morts : le bilan s'établit à [nombre] morts*: about what the topic says."""
    number_of = grammar(c.question.language).number_value
    value = number_of(c.question.answer) if c.slot is not None and c.slot.type.startswith("number") else None
    if value is None or value < _LARGE:
        return False
    told = (number_of(found) for found in _NUMBER.findall(c.question.topic))
    return any(other is not None and abs(other - value) <= _NEARBY * value for other in told)


# A number that tells another near it; how near, as a part of it.
_LARGE, _NEARBY = 100, 0.05
_NUMBER = re.compile(r"\d+(?:[\s\u202f\u00a0]\d{3})*(?:,\d+)?")


def _decimal(figure: str) -> float:
    return float(figure.replace(",", "."))


def _tells_the_country(c: Candidate) -> bool:
    """A country asked for whose people, or a city of which, stand in the stem."""
    if c.slot is None or c.slot.type != "country":
        return False
    country = load_knowledge(c.question.language).country_named(c.slot.name or c.slot.text)
    if country is None:
        return False
    return _names_place_within(c) or any(
        _tells(word, country, c.question.language) for word in set(parted_words(c.stem))
    )


def _names_place_within(c: Candidate) -> bool:
    pieces = c.frame.pieces if c.frame is not None else ()
    return any(slot.type in _WITHIN for piece in pieces if piece is not c.piece for slot in piece.slots)


def _tells(word: str, country: Country, language: str) -> bool:
    """Whether a word is for the people, the capital or a place of a country."""
    knowledge = load_knowledge(language)
    if knowledge.country_of_adjective(word) is country or knowledge.capital_of(word) is country:
        return True
    place = knowledge.place(word) if word[:1].isupper() else None
    return place is not None and place.country == country.code


def _asked_noun_twice(c: Candidate) -> bool:
    """*Quel tsunami a lancé une alerte tsunami*, *quel pilote de Lusavia rejoignit Lusavia*: the noun that asks, or a
    name in it, stands in what is said of it.
    """
    if c.is_cloze:
        return False
    said, asked = words_of(c.asked), words_of(c.asked.lower())
    nouns = [asked[i + 1] for i, word in enumerate(asked[:-1]) if word in c.rules["which"]]
    names = [word for word in words_of(c.slot.noun or "") if word[:1].isupper()] if c.slot is not None else []
    return any(asked.count(noun) > 1 for noun in nouns) or any(said.count(name) > 1 for name in names)
