"""Where something happened: places that nobody wants to know, or that the rest of the question tells."""

from __future__ import annotations

import re

from quizgen.asking.candidate import Candidate
from quizgen.asking.comparing import fold, shares_name, words_of
from quizgen.extraction.context import Context
from quizgen.languages.lexicon import grammar, words

_HOLE = re.compile(r"\[[^\]]+\]")
# In a headline, how many or in which country, of what neither a name nor another number tells from others of its kind
# (*un attentat fait [nombre] morts*): readers refuse more than they keep.
_OF_ANY = ("country", "department", "region", "nation", "number:count")
# In a headline: *un homme attaque plusieurs personnes à [lieu]*.
_VAGUE_PLACES = ("place", "state")


def place_signs(candidate: Candidate, context: Context) -> dict[str, bool]:
    """What speaks against a question for a place, by its name in ``lexicon/ranking.toml``."""
    asked = candidate.asked
    headline = context.parsed.article.is_headline(candidate.fact.sentence)
    located = candidate.question.kind == "location"
    slot = candidate.slot
    return {
        "rubric": _is_rubric(candidate, context),
        "capital_of_its_body": _is_capital_of_its_body(candidate, context),
        "later_place": not headline and _is_place_in_a_country(candidate) and not candidate.opens,
        "vague_place": headline and slot is not None and slot.type in _VAGUE_PLACES,
        "any": headline and _fits_any(candidate, asked, context),
        "place_first": located and _opens_with_its_gap(asked, candidate.question.language),
        "said_there": located and _tells_what_was_said(asked, candidate.question.language),
        "evident_place": located and _is_evident(candidate, context),
    }


def _opens_with_its_gap(asked: str, language: str) -> bool:
    """*À [ville], le président X a estimé que …*: where somebody happened to be."""
    before, gap, _ = asked.partition("[")
    return bool(gap) and len(words_of(before)) <= _PREPOSITION and bool(words_of(before))


# *À*, *dans l'*, *près de la*.
_PREPOSITION = 3


def _tells_what_was_said(asked: str, language: str) -> bool:
    """Whether somebody says, hails or condemns something there: it could have been said anywhere."""
    said = tuple(words(language, "worth", "reporting") | words(language, "worth", "reacting"))
    return any(word.lower().startswith(said) for word in words_of(asked))


def _is_evident(candidate: Candidate, context: Context) -> bool:
    """*L'Insee a publié son étude en [pays]*: something else in the question is known to be of that country."""
    slot = candidate.slot
    known = context.knowledge
    name = (slot.name or slot.text) if slot is not None else ""
    place = known.place(name)
    country = known.country_named(name) or known.capital_of(name)
    code = country.code if country is not None else place.country if place is not None else ""
    if not code:
        return False
    named = (m.name for m in context.mentions.items if m.name != name and shares_name(m.name, candidate.stem))
    return any(code in _countries(other, context) for other in named)


def _countries(name: str, context: Context) -> set[str]:
    known = context.knowledge
    body, place = known.organisation(name), known.place(name)
    country = known.country_named(name) or known.capital_of(name)
    return {body.country if body else "", place.country if place else "", country.code if country else ""} - {""}


def _is_rubric(candidate: Candidate, context: Context) -> bool:
    """The country that the headline opens with (*France : …*), or its capital: nobody learns that it happened there."""
    if candidate.question.kind != "location":
        return False
    rubric, colon, _ = (context.parsed.article.title or "").partition(" : ")
    country = context.knowledge.country_named(rubric.strip()) if colon else None
    slot = candidate.slot
    capital = context.knowledge.capital_of(slot.name or slot.text) if slot is not None else None
    return bool(colon) and (
        shares_name(candidate.question.answer, rubric) or (country is not None and capital is country)
    )


def _is_capital_of_its_body(candidate: Candidate, context: Context) -> bool:
    """*Le Conseil constitutionnel sénégalais a confirmé à [ville] …*: in the capital, where such bodies sit."""
    frame = candidate.frame
    slot = candidate.slot
    if candidate.question.kind != "location" or frame is None or slot is None:
        return False
    country = context.knowledge.capital_of(slot.name or slot.text)
    subject = next((piece.text for piece in frame.pieces if piece.role == "subject"), candidate.stem)
    found = words_of(subject)
    bodies = {fold(word) for word in found} & words(context.language, "offices", "powers")
    nation = context.knowledge.country_of_adjective
    return country is not None and bool(bodies) and any(nation(word) is country for word in found)


def _is_place_in_a_country(candidate: Candidate) -> bool:
    """A town or a region: of those told later in an article, readers keep few; which country it was, they keep."""
    slot = candidate.slot
    return candidate.question.kind == "location" and (slot is None or slot.type != "country")


def _fits_any(candidate: Candidate, asked: str, context: Context) -> bool:
    """Whether no name and no number beside the answer says which of many events it is."""
    slot = candidate.slot
    if slot is None or slot.type not in _OF_ANY:
        return False
    number_of = grammar(candidate.question.language).number_value
    said = words_of(_HOLE.sub(" ", asked))
    nation = context.knowledge.country_of_adjective
    bare = [word.replace("’", "'").rsplit("'", 1)[-1] for word in (said if asked != candidate.stem else said[1:])]
    names = (word[:1].isupper() or word[:1].isdigit() or nation(word) is not None for word in bare)
    return not any(names) and not any((number_of(word.lower()) or 0) > 1 for word in said)
