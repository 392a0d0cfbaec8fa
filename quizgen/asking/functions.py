"""How great a function is: whether those who follow the news know of whom and of what it is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.asking.candidate import Candidate
from quizgen.asking.comparing import shares_name, words_of
from quizgen.extraction.context import Context
from quizgen.extraction.function_words import is_possessive
from quizgen.extraction.kinds.role import find as roles
from quizgen.extraction.role_states import countries_of_article, headline_states, names_own_ministers
from quizgen.facts import RoleFact
from quizgen.knowledge import Country
from quizgen.languages.lexicon import grammar, words

if TYPE_CHECKING:
    from spacy.tokens import Token


def function_signs(candidate: Candidate, context: Context) -> dict[str, bool]:
    """Which function of a question is minor, and of whom; which are weighed in ``lexicon/ranking.toml``."""
    fact = candidate.fact
    if not isinstance(fact, RoleFact):
        return {}
    if _is_of_no_state(fact, context):
        told = headline_states(context)
        # The state that the headline names is not theirs, else the function would have it.
        several = told > 0 or len(countries_of_article(context)) > 1
        return {"stateless": True, "several_states": several or names_own_ministers(context)}
    if leads(fact, context):
        return {}
    name = fact.holder.text
    headline = context.parsed.article.title or ""
    told = sum(m.name == name for m in context.mentions.items)
    central = told >= CENTRAL or shares_name(name.rsplit(" ", 1)[-1], headline)
    bare = fact.where is None and len(fact.role.text.split()) < _SAYS_OF_WHAT
    occupation = fact.role.value == "occupation"
    noun = (fact.role.noun or "").lower()
    return {
        "bare_function": not central and bare,
        "minor_occupation": not central and not bare and occupation,
        "minor_function": not central and not bare and not occupation,
        "minor_holder": candidate.question.answer == name,
        "local_office": noun in words(context.language, "worth", "local_offices")
        or bool(set(fact.role.text.lower().split()[1:3]) & words(context.language, "worth", "lesser")),
        "unknown_acronym": _is_of_an_acronym(fact.role.text, context),
        "spokesman": noun in words(context.language, "worth", "speakers"),
    }


def _is_of_an_acronym(function: str, context: Context) -> bool:
    """*Chef du DPT*: letters that only the article spells out."""
    last = function.split()[-1]
    last = last.rpartition("'")[2].rpartition("’")[2]
    return last.isupper() and len(last) > 1 and context.knowledge.organisation(last) is None


def _is_of_no_state(fact: RoleFact, context: Context) -> bool:
    """*Ministre de la Défense*, where neither the function nor what the article is about says of which state."""
    first = fact.role.text.split()[0].lower()
    language = context.language
    of_a_state = first in words(language, "worth", "government") or fact.role.text.lower().replace("’", "'") in words(
        language, "worth", "of_any_state"
    )
    if fact.where is not None or fact.former or not of_a_state:
        return False
    known = context.knowledge
    said = words_of(fact.role.text)
    named = any(
        m.name in fact.role.text
        and (m.type == "location" or known.organisation(m.name) is not None)
        and m.name.lower() not in words(language, "offices", "powers")
        for m in context.mentions.items
    )
    told = any(known.country_named(w) or known.country_of_adjective(w) or known.place_of_adjective(w) for w in said)
    if not (told or named) and len(said) <= _BARE and _is_one_of_two(fact, context):
        return True
    return not (told or named)


def _is_one_of_two(fact: RoleFact, context: Context) -> bool:
    """*Le premier ministre Justin Trudeau*, in an article that also has *le premier ministre slovaque, Robert Fico*."""
    return any(
        other.holder.text != fact.holder.text and other.role.text.lower().startswith(fact.role.text.lower())
        for other in context.once("roles", lambda: tuple(roles(context)))
    )


# Words of an office that says no field.
_BARE = 2


def has_two_holders(candidate: Candidate, context: Context) -> bool:
    """*X a démissionné lundi*, *Y remplace X*, said of this year: the month has two holders of X's office."""
    fact = candidate.fact
    if not isinstance(fact, RoleFact) or fact.role.value in ("occupation", "late"):
        return False
    name = _last_name(fact.holder.text)
    taking = words(context.language, "worth", "taking_office")
    if _has_rival(fact, context):
        return True
    if _takes_another(fact, name, (context.parsed.article.title or "").lower(), taking):
        return True
    sentence = context.parsed.article.text[fact.sentence.start : fact.sentence.end].lower()
    if _is_sworn_in(fact, name, sentence, words(context.language, "worth", "taking_oath")):
        return True
    if any(phrase in sentence for phrase in words(context.language, "worth", "handing_over")):
        return True
    owned = (_word(phrase).search(sentence) for phrase in words(context.language, "worth", "ones_resignation"))
    if any(own and _word(name.lower()).search(sentence[: own.start()]) for own in owned):
        return True  # not *a remis sa démission au président X*
    return any(_gives_way(token, name, context) for token in context.once("passing", lambda: _passing(context)))


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


def _takes_another(fact: RoleFact, name: str, headline: str, taking: frozenset[str]) -> bool:
    """*X, archevêque de Y, élu pape*, said of the archbishop: the headline says that he takes another office."""
    for phrase in taking:
        before, found, behind = (
            headline.partition(match[0]) if (match := _word(phrase).search(headline)) else ("", "", "")
        )
        if found and _word(name.lower()).search(before) and fact.role.text.split()[0].lower() not in words_of(behind):
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


_ORDINAL = re.compile(r"[IVX]+\w{0,2}")


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


CENTRAL = 3
# A function of fewer words says neither of what nor of where.
_SAYS_OF_WHAT = 2


def is_leaving(candidate: Candidate, context: Context) -> bool:
    """The headline says that somebody takes or leaves an office: that month has two holders."""
    fact = candidate.fact
    if not isinstance(fact, RoleFact) or fact.role.value in ("occupation", "late"):
        return False
    headline = (context.parsed.article.title or "").lower()
    if not any(stem in headline for stem in words(context.language, "worth", "leaving")):
        return False
    named = shares_name(fact.holder.text.rsplit(" ", 1)[-1].lower(), headline)
    said = {word.lower() for word in words_of(fact.role.text)}
    return named or len(said) > 1 and said <= set(words_of(headline))  # *démission du Premier ministre arménien*


def leads(fact: RoleFact, context: Context) -> bool:
    """A function of a state's or a great organisation's: a government's member, or the head of what is known."""
    text = fact.role.text
    noun = (fact.role.noun or "").lower()
    language = context.language
    first = text.split()[0].lower()
    if {first, noun, " ".join(text.lower().split()[:2])} & words(language, "worth", "government"):
        return True
    if first in words(language, "worth", "members"):
        return len(text.split()) > 1
    if (
        fact.where is not None
        and fact.where.type == "country"
        and noun in (words(language, "offices", "national") | words(language, "offices", "national_with_power"))
    ):
        return True  # *président*, of the country that the question names
    if any(phrase in text.lower().replace("’", "'") for phrase in words(language, "worth", "great_bodies")):
        return noun in words(language, "worth", "heads")
    if noun in words(language, "worth", "speakers"):
        return any(_is_seat(m.name, context) for m in context.mentions.items if m.name in text)
    if noun not in words(language, "worth", "heads") or noun in words(language, "worth", "seconds"):
        return noun in words(language, "worth", "seconds") and _is_of_a_state(text, context)
    known = context.knowledge
    named = [m.name for m in context.mentions.items if m.name in text and _is_headed(noun, m.name, text, language)]
    of_towns = noun in words(language, "worth", "heads_of_towns")
    if any(known.organisation(n) or known.country_named(n) or known.capital_of(n) for n in named):
        return True
    if of_towns and any(_is_town(n, context) for n in named):
        return True
    of_a_state = noun in words(language, "worth", "heads_of_states")
    return of_a_state and any(known.country_of_adjective(word) is not None for word in words_of(text))


def _is_of_a_state(text: str, context: Context) -> bool:
    """*Vice-président américain*, *vice-président des États-Unis*; not *vice-président de Microsoft*."""
    known = context.knowledge
    named = any(known.country_named(m.name) for m in context.mentions.items if m.name in text)
    return named or any(known.country_of_adjective(word) is not None for word in words_of(text))


def _is_seat(name: str, context: Context) -> bool:
    """The Kremlin, the White House: who speaks for it is known."""
    known = context.knowledge.organisation(name)
    return known is not None and known.kind == "seat"


def _is_town(name: str, context: Context) -> bool:
    """A town or a region that the knowledge base has: of a large one, who leads it is known."""
    place = context.knowledge.place(name)
    return place is not None and place.kind in ("city", "region", "nation")


def _is_headed(noun: str, name: str, text: str, language: str) -> bool:
    """*Directeur général de l'OMS* heads it; *directeur des services de santé d'Idlib* heads something in it."""
    between = words_of(text[: text.find(name)].lower().replace("’", "'").removeprefix(noun))
    return set(between) <= words(language, "worth", "between_head_and_headed") | set(noun.split())
