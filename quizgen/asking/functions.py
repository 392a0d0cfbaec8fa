"""How great a function is: whether those who follow the news know of whom and of what it is said."""

from __future__ import annotations

from quizgen.asking.candidate import Candidate
from quizgen.asking.comparing import shares_name, words_of
from quizgen.extraction.context import Context
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.roles.states import countries_of_article, headline_states, names_own_ministers
from quizgen.facts import RoleFact
from quizgen.languages.lexicon import lexicon, words

# So many mentions make somebody one of those whom an article is about.
CENTRAL = 3
# A function of fewer words says neither of what nor of where.
_SAYS_OF_WHAT = 2


def function_signs(candidate: Candidate, context: Context) -> dict[str, bool]:
    """Which function of a question is minor, and of whom; which are weighed in ``lexicon/ranking.toml``."""
    fact = candidate.fact
    if not isinstance(fact, RoleFact):
        return {}
    if _is_of_no_state(fact, context):
        return {"stateless": True, "several_states": _tells_of_several_states(context)}
    if leads(fact, context):
        return {}
    passing = not _is_central(fact.holder.text, context)
    bare = fact.where is None and len(fact.role.text.split()) < _SAYS_OF_WHAT
    occupation = fact.role.value == "occupation"
    noun = (fact.role.noun or "").lower()
    lesser = set(fact.role.text.lower().split()[1:3]) & words(context.language, "worth", "lesser")
    return {
        "bare_function": passing and bare,
        "minor_occupation": passing and not bare and occupation,
        "minor_function": passing and not bare and not occupation,
        "minor_holder": candidate.question.answer == fact.holder.text,
        "local_office": noun in words(context.language, "worth", "local_offices") or bool(lesser),
        "unknown_acronym": _is_of_an_acronym(fact.role.text, context),
        "spokesman": noun in words(context.language, "worth", "speakers"),
    }


def _tells_of_several_states(context: Context) -> bool:
    """Whether a function that names no state may be of several; that of the headline is not its own, else it would
    have it.
    """
    several = headline_states(context) > 0 or len(countries_of_article(context)) > 1
    return several or names_own_ministers(context)


def _is_central(name: str, context: Context) -> bool:
    """Somebody whom an article is about."""
    told = sum(mention.name == name for mention in context.mentions.items)
    return told >= CENTRAL or shares_name(name.rsplit(" ", 1)[-1], context.parsed.article.title or "")


def _is_of_an_acronym(function: str, context: Context) -> bool:
    """*Chef du DPT*: letters that only the article spells out."""
    last = function.split()[-1]
    last = last.rpartition("'")[2].rpartition("’")[2]
    return last.isupper() and len(last) > 1 and context.knowledge.organisation(last) is None


def _is_of_no_state(fact: RoleFact, context: Context) -> bool:
    """*Ministre de la Défense*, where neither the function nor what the article is about says of which state."""
    if fact.where is not None or fact.former or not _is_of_any_state(fact.role.text.lower(), context.language):
        return False
    known = context.knowledge
    said = words_of(fact.role.text)
    told = any(known.country_named(w) or known.country_of_adjective(w) or known.place_of_adjective(w) for w in said)
    return not told and not any(_tells_state(mention, context) for mention in _named_in(fact.role.text, context))


def _is_of_any_state(function: str, language: str) -> bool:
    """A function that every state has."""
    if function.split()[0] in words(language, "worth", "government"):
        return True
    return function.replace("’", "'") in words(language, "worth", "of_any_state")


def _named_in(function: str, context: Context) -> list[Mention]:
    return [mention for mention in context.mentions.items if mention.name in function]


def _tells_state(mention: Mention, context: Context) -> bool:
    if mention.name.lower() in words(context.language, "offices", "powers"):
        return False
    return mention.type == "location" or context.knowledge.organisation(mention.name) is not None


def leads(fact: RoleFact, context: Context) -> bool:
    """A function of a state's or a great organisation's: a government's member, or the head of what is known."""
    text, language = fact.role.text.lower(), context.language
    noun, first = (fact.role.noun or "").lower(), text.split()[0]
    if {first, noun, " ".join(text.split()[:2])} & words(language, "worth", "government"):
        return True
    if first in words(language, "worth", "members"):
        return len(text.split()) > 1
    if _is_president_of_country(fact, noun, language):
        return True
    if any(phrase in text.replace("’", "'") for phrase in words(language, "worth", "great_bodies")):
        return noun in words(language, "worth", "heads")
    if noun in words(language, "worth", "speakers"):
        return any(_is_seat(mention.name, context) for mention in _named_in(fact.role.text, context))
    if noun in words(language, "worth", "seconds"):
        return _is_of_a_state(fact.role.text, context)
    return noun in words(language, "worth", "heads") and _heads_what_is_known(noun, fact.role.text, context)


def _is_president_of_country(fact: RoleFact, noun: str, language: str) -> bool:
    """*Président*, of the country that the question names."""
    national = words(language, "offices", "national") | words(language, "offices", "national_with_power")
    return fact.where is not None and fact.where.type == "country" and noun in national


def _heads_what_is_known(noun: str, text: str, context: Context) -> bool:
    """The head of an organisation, a state, a capital or, of those whom towns have, a town."""
    known, language = context.knowledge, context.language
    named = [m.name for m in _named_in(text, context) if _is_headed(noun, m.name, text, language)]
    if any(known.organisation(n) or known.country_named(n) or known.capital_of(n) for n in named):
        return True
    if noun in words(language, "worth", "heads_of_towns") and any(_is_town(n, context) for n in named):
        return True
    of_a_state = noun in words(language, "worth", "heads_of_states")
    return of_a_state and any(known.country_of_adjective(word) is not None for word in words_of(text))


def _is_of_a_state(text: str, context: Context) -> bool:
    """*Vice-président américain*, *vice-président des États-Unis*; not *vice-président de Microsoft*."""
    known = context.knowledge
    named = any(known.country_named(mention.name) for mention in _named_in(text, context))
    return named or any(known.country_of_adjective(word) is not None for word in words_of(text))


def _is_seat(name: str, context: Context) -> bool:
    """The Kremlin, the White House: who speaks for it is known."""
    known = context.knowledge.organisation(name)
    return known is not None and known.kind == "seat"


def _is_town(name: str, context: Context) -> bool:
    """A large town or a region that the knowledge base has: who leads it is known.

    Of the country whose towns the knowledge base has down to the small ones, the large ones are listed.
    """
    place = context.knowledge.place(name)
    if place is None or place.kind not in ("city", "region", "nation"):
        return False
    large = lexicon(context.language, "worth")["large_towns"].get(place.country)
    return place.kind != "city" or large is None or place.name.text in large


def _is_headed(noun: str, name: str, text: str, language: str) -> bool:
    """*Directeur général de l'OMS* heads it; *directeur des services de santé d'Idlib* heads something in it."""
    between = words_of(text[: text.find(name)].lower().replace("’", "'").removeprefix(noun))
    return set(between) <= words(language, "worth", "between_head_and_headed") | set(noun.split())
