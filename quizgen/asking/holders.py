"""Offices that pass from one to another in the month of an article: whose they are, it does not say."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.asking.candidate import Candidate
from quizgen.asking.comparing import shares_name, words_of
from quizgen.extraction.context import Context
from quizgen.extraction.function_words import is_possessive
from quizgen.extraction.kinds.role import find as roles
from quizgen.facts import RoleFact
from quizgen.knowledge import Country
from quizgen.languages.lexicon import grammar, words

if TYPE_CHECKING:
    from spacy.tokens import Token


_ORDINAL = re.compile(r"[IVX]+\w{0,2}")


def has_two_holders(candidate: Candidate, context: Context) -> bool:
    """*X a démissionné lundi*, *Y remplace X*, said of this year: the month has two holders of X's office."""
    fact = candidate.fact
    if not isinstance(fact, RoleFact) or fact.role.value in ("occupation", "late"):
        return False
    name = _last_name(fact.holder.text)
    passing = context.once("passing", lambda: _passing(context))
    asks_holder = candidate.question.answer == fact.holder.text
    return (
        (asks_holder and _is_new(fact, context))
        or _has_rival(fact, context)
        or _takes_another(fact, name, context)
        or _changes_hands(fact, name, context)
        or any(_gives_way(token, name, context) for token in passing)
    )


def _is_new(fact: RoleFact, context: Context) -> bool:
    """*Le nouveau porte-parole, X*: somebody else was it in the same month, for all the article says."""
    said = words_of(fact.sentence.of(context.parsed.article.text).lower())
    newness = words(context.language, "clauses", "newness")
    return any(one in newness and two == fact.role.noun for one, two in pairwise(said))


def _changes_hands(fact: RoleFact, name: str, context: Context) -> bool:
    """Whether the fact's own sentence tells that the office passes to or from the holder."""
    sentence = fact.sentence.of(context.parsed.article.text).lower()
    if any(phrase in sentence for phrase in words(context.language, "worth", "handing_over")):
        return True
    owned = (_word(phrase).search(sentence) for phrase in words(context.language, "worth", "ones_resignation"))
    if any(own and _word(name.lower()).search(sentence[: own.start()]) for own in owned):
        return True  # not *a remis sa démission au président X*
    return _is_sworn_in(fact, name, sentence, words(context.language, "worth", "taking_oath"))


def is_leaving(candidate: Candidate, context: Context) -> bool:
    """The headline says that somebody takes or leaves an office: that month has two holders."""
    fact = candidate.fact
    if not isinstance(fact, RoleFact) or fact.role.value in ("occupation", "late"):
        return False
    headline = (context.parsed.article.title or "").lower()
    if _is_of_a_state_that_falls(fact, headline, context):
        return True
    if not any(stem in headline for stem in words(context.language, "worth", "leaving")):
        return False
    named = shares_name(fact.holder.text.rsplit(" ", 1)[-1].lower(), headline)
    said = {word.lower() for word in words_of(fact.role.text)}
    return named or len(said) > 1 and said <= set(words_of(headline))  # *démission du Premier ministre arménien*


def _is_of_a_state_that_falls(fact: RoleFact, headline: str, context: Context) -> bool:
    """*Bolivie : … Evo Morales démissionne*, of who presides over the Senate there: the next in line go too."""
    falling = any(stem in headline for stem in words(context.language, "worth", "falling"))
    country = _country_of(fact, context)
    return falling and country is not None and country == context.headline_country


def _has_rival(fact: RoleFact, context: Context) -> bool:
    """*Le président X*, under a headline of Poland, whose president the article calls somebody else."""
    country = _country_of(fact, context)
    if fact.where is None or country is None:
        return False
    others = (other for other in context.once("roles", lambda: tuple(roles(context))) if other.holder != fact.holder)
    return any(
        _office(other, context) == _office(fact, context)
        and other.role.value not in ("occupation", "late")
        and other.holder.text != fact.holder.text
        and _country_of(other, context) is country
        for other in others
    )


def _office(fact: RoleFact, context: Context) -> list[str]:
    """The words of a function without a nationality."""
    return [w for w in fact.role.text.lower().split() if context.knowledge.country_of_adjective(w) is None]


def _country_of(fact: RoleFact, context: Context) -> Country | None:
    """The country that a function names, or that the headline gives it."""
    known = context.knowledge
    if fact.where is not None:
        return known.country_named(grammar(context.language).bare(fact.where.text))
    found = (known.country_of_adjective(word) for word in fact.role.text.split()[1:])
    return next((country for country in found if country is not None), None)


def _takes_another(fact: RoleFact, name: str, context: Context) -> bool:
    """*X, archevêque de Y, élu pape*, said of the archbishop: the headline says that he takes another office."""
    headline = (context.parsed.article.title or "").lower()
    office = fact.role.text.split()[0].lower()
    for phrase in words(context.language, "worth", "taking_office"):
        match = _word(phrase).search(headline)
        before, _, behind = headline.partition(match[0]) if match else ("", "", "")
        if _word(name.lower()).search(before) and office not in words_of(behind):
            return True
    return False


def _is_sworn_in(fact: RoleFact, name: str, sentence: str, oaths: frozenset[str]) -> bool:
    """*Le président du Sénat, X, a prêté serment comme chef de l'État*: of two offices in one month, which is asked?"""
    for oath in oaths:
        before, found, behind = sentence.partition(oath)
        if found and _word(name.lower()).search(before) and fact.role.text.lower() not in behind:
            return True
    return False


def _word(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)")


def _last_name(holder: str) -> str:
    """*Durand* of *Anne Durand*, *Margrethe* of *Margrethe II*."""
    found = [word for word in holder.split() if not _ORDINAL.fullmatch(word)]
    return found[-1] if found else holder


def _passing(context: Context) -> tuple[Token, ...]:
    """The words of the article for an office that passes to another, in sentences that name no other year."""
    date = context.parsed.article.date
    beginnings = tuple(words(context.language, "worth", "giving_way"))
    found: list[Token] = []
    for paragraph in context.parsed.paragraphs:
        for token in paragraph.doc:
            if not token.text.lower().startswith(beginnings):
                continue
            start = paragraph.start + token.sent.start_char
            told = context.times_in(start, paragraph.start + token.sent.end_char)
            years = {time.value[:4] for time in told if time.value[:4].isdigit()}
            if not years or (date is not None and str(date.year) in years):
                found.append(token)
    return tuple(found)


def _gives_way(token: Token, name: str, context: Context) -> bool:
    """*Démission de X*, *X est limogé*, *Y remplace X*; not *X limoge Y*, *X remplace une loi*."""
    said, below = token.text.lower(), list(token.children)
    if token.dep_ == "xcomp":  # *X finit par être renversé*
        below += [child for child in token.head.children if child.dep_.startswith("nsubj")]
    if said.startswith(tuple(words(context.language, "worth", "resigning"))) and _resigns(token, name):
        return True
    if not any(_names(child, name) for child in below):
        return False
    if token.pos_ != "VERB" or said.startswith(tuple(words(context.language, "worth", "resigning"))):
        return True
    active = not any(c.dep_ in ("nsubj:pass", "aux:pass") for c in below)
    if not (active and any(_names(c, name) for c in below if c.dep_.startswith("nsubj"))):
        return True
    others = (t for c in below if c.dep_ in ("obj", "obl:arg", "iobj") for t in c.subtree)
    follows = not said.startswith(tuple(words(context.language, "worth", "dismissing")))
    return follows and any(t.ent_type_ == "PER" for t in others)


def _resigns(token: Token, name: str) -> bool:
    """*X a présenté sa démission*, *X a annoncé qu'il démissionnait*."""
    own = any(is_possessive(c) or c.pos_ == "PRON" and c.dep_.startswith("nsubj") for c in token.children)
    return own and any(_names(c, name) for c in token.head.children if c.dep_.startswith("nsubj"))


def _names(token: Token, name: str) -> bool:
    """*X*, *le ministre X*; not *le conseiller de X*."""
    beside = (
        c
        for c in token.children
        if c.i > token.i
        and (
            c.dep_ in ("appos", "flat", "flat:name")
            or c.pos_ == "PROPN"
            and c.dep_ == "nmod"
            and all(g.dep_ != "case" for g in c.children)
        )
    )
    return token.text == name or any(_names(child, name) for child in beside)
