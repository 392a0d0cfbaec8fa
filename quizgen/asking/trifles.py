"""What a question asks beside the news: through which medium, how old a passer-by was, when something was long past."""

from __future__ import annotations

import re
from itertools import dropwhile

from quizgen.asking.candidate import Candidate
from quizgen.asking.comparing import shares_name, words_of
from quizgen.extraction.context import Context
from quizgen.extraction.kinds.role import find as roles
from quizgen.extraction.roles.called import functions
from quizgen.facts import AffiliationFact, RoleFact
from quizgen.languages.lexicon import grammar, lexicon, words

# Words of a noun phrase before an age (*un chauffeur de bus de [âge]*).
_NOUN_PHRASE = 6
# *L'hôpital*.
_ARTICLE_AND_NOUN = 2
# Letters of a word within a name (*de*, *la*, *des*).
_LINK = 3
_HOLE = re.compile(r"\[[^\]]+\]")


def trifles(candidate: Candidate, context: Context) -> dict[str, bool]:
    """What a question asks beside the news, by its name in ``lexicon/ranking.toml``."""
    nobody = _is_about_nobody(candidate, context)
    dated = candidate.question.kind == "date"
    return {
        "medium": _asks_medium(candidate, context),
        "anybodys_age": _asks_age_in_passing(candidate),
        "long_past": _dates_what_was_past(candidate),
        "partial_function": _is_partial(candidate, context),
        "rescuer": _asks_rescuer(candidate),
        "nobodys_day": nobody and dated,
        "nobody": nobody and not dated,
        "namesake": _is_about_namesake(candidate, context),
        "won_nowhere": _is_won_nowhere(candidate),
        "how_far": _asks_how_far_from(candidate),
        "house": _names_a_house(candidate),
        "birthday": dated and _asks_birthday(candidate),
        "attributed_date": dated and candidate.fact.attribution is not None,
        "mayors_party": _asks_party_of_mayor(candidate),
        "deathbed": candidate.question.kind == "location" and _asks_where_somebody_died(candidate),
        "feelings": candidate.question.kind != "quote" and _says_how_one_feels(candidate),
    }


def _asks_party_of_mayor(candidate: Candidate) -> bool:
    """*À quel parti appartenait le maire de Millau … ?*"""
    if not isinstance(candidate.fact, AffiliationFact):
        return False
    called = candidate.fact.member.noun or ""
    return bool(set(called.lower().split()) & words(candidate.question.language, "worth", "of_towns"))


def _asks_where_somebody_died(candidate: Candidate) -> bool:
    """*X est mort à [ville], des suites d'un cancer*, and not in an accident there."""
    language = candidate.question.language
    passing = words(language, "worth", "passing_away")
    answers_town = candidate.slot is not None and candidate.slot.type == "city"
    killed = any(grammar(language).noun_class(word) == "event" for word in candidate.asked_words - passing)
    return answers_town and bool(candidate.asked_words & passing) and not killed


def _names_a_house(candidate: Candidate) -> bool:
    """*S'est éteint à l'hôpital [nom]*: which house it was, or in which town one is that is named."""
    if not candidate.is_cloze or candidate.question.kind not in ("event", "location"):
        return False
    scenes = words(candidate.question.language, "worth", "scenes")
    until = _HOLE.split(candidate.asked)[0].lower().replace("’", "'").replace("'", " ")
    before = words_of(until)[-1:]
    answer = words_of(candidate.question.answer.lower().replace("’", "'").replace("'", " "))[:_ARTICLE_AND_NOUN]
    within = words(candidate.question.language, "clauses", "place")
    if scenes & set(before):
        return True
    return bool(within & set(before)) and (bool(scenes & set(answer)) or _is_town_of_house(candidate, scenes))


def _is_town_of_house(candidate: Candidate, scenes: frozenset[str]) -> bool:
    """*À l'hôpital de la Charité à [ville]*: the house by its name tells it."""
    until = _HOLE.split(candidate.asked)[0].replace("’", "'").replace("'", " ")
    said = words_of(until)[:-1]
    if not said or not said[-1][:1].isupper():
        return False
    before = dropwhile(lambda word: word[:1].isupper() or len(word) <= _LINK, reversed(said))
    return next(before, "").lower() in scenes


def _asks_birthday(candidate: Candidate) -> bool:
    """*À quelle date X est-il né ?*, and not in which year."""
    slot = candidate.slot
    born = bool(candidate.asked_words & words(candidate.question.language, "clauses", "born"))
    return born and slot is not None and len(slot.value or "") > _YEAR_AND_MONTH


# Letters of a value that gives a month.
_YEAR_AND_MONTH = 7


def _says_how_one_feels(candidate: Candidate) -> bool:
    """*[personne] s'est dite « très émue »*: in other news, anybody."""
    said = candidate.asked.lower().replace("’", "'")
    return any(f"{phrase} «" in said for phrase in words(candidate.question.language, "worth", "said_of_oneself"))


def _asks_medium(candidate: Candidate, context: Context) -> bool:
    """*[agence] rapporte que*, *a rappelé sur [média] que*: the words could have stood anywhere."""
    slot = candidate.slot
    if slot is None or slot.type != "organisation" or candidate.question.kind != "event":
        return False
    language = candidate.question.language
    asked = candidate.asked
    reporting = tuple(words(language, "worth", "reporting"))
    if not any(word.lower().startswith(reporting) for word in words_of(asked)):
        return False
    known = context.knowledge.organisation(slot.name or slot.text)
    kind = known.kind if known else ""
    on_it = set(words_of(_HOLE.split(asked)[0].lower())[-1:]) & words(language, "worth", "upon")
    return kind == "media" or (kind in ("network", "platform") and bool(on_it))


def _asks_age_in_passing(candidate: Candidate) -> bool:
    """*Un homme de [âge]*: somebody whom the article does not name; *Kim Jong-nam, [âge], a été …*: in passing."""
    slot = candidate.slot
    if slot is None or slot.type != "number:age":
        return False
    until = _HOLE.split(candidate.asked)[0]
    if until.rstrip().endswith(","):
        return True
    before = words_of(until)[-_NOUN_PHRASE:]
    anybody = words(candidate.question.language, "worth", "anybody")
    last = max((n for n, word in enumerate(before) if word.lower() in anybody), default=None)
    return last is not None and not any(word[:1].isupper() for word in before[last + 1 :])


def _is_about_nobody(candidate: Candidate, context: Context) -> bool:
    """*En quelle année X a-t-il installé une supérette ?*: who X is, neither headline nor function tells."""
    frame = candidate.frame
    subject = frame.subject if frame is not None else None
    if frame is None or subject is None or subject.type != "person" or candidate.question.answer == subject.text:
        return False
    name: str = subject.name or subject.text
    said = next((piece.text for piece in frame.pieces if piece.role == "subject"), name)
    title = context.parsed.article.title or ""
    if any(shares_name(word, title) for word in words_of(said) if len(word) > _TELLING):
        return False
    if name in context.once("functions", lambda: functions(context)) or any(
        f.holder.text == name for f in context.once("roles", lambda: tuple(roles(context)))
    ):
        return False
    return sum(m.name == name for m in context.mentions.items) < _CENTRAL


def _is_about_namesake(candidate: Candidate, context: Context) -> bool:
    """*William Luckey est décédé*, where the headline has *Bud Luckey*: whether it is he, nothing says."""
    frame = candidate.frame
    slots = [*(slot for piece in frame.pieces for slot in piece.slots), frame.subject] if frame is not None else []
    title = context.parsed.article.title or ""
    persons = (slot.name or slot.text for slot in slots if slot is not None and slot.type == "person")
    return any(_is_namesake(name, title) for name in persons)


def _is_namesake(name: str, title: str) -> bool:
    """Whether the headline has somebody of that surname with another first name."""
    first, _, last = name.rpartition(" ")
    found = re.search(rf"([A-ZÀ-Þ][\w-]+) {re.escape(last)}(?!\w)", title) if first else None
    return found is not None and found[1] not in first.split()


# A word of more letters tells something.
_TELLING = 4
# So many mentions make somebody one of those whom an article is about.
_CENTRAL = 3


def _is_won_nowhere(candidate: Candidate) -> bool:
    """*La Chine a été défaite par … 45-38*: in which sport and competition, neither says."""
    if candidate.question.kind not in ("event", "quantity"):
        return False
    language = candidate.question.language
    found = {word.lower() for word in words_of(candidate.stem)}
    return bool(found & words(language, "worth", "winning")) and not found & words(language, "worth", "contests")


def _asks_how_far_from(candidate: Candidate) -> bool:
    """*À [distance] de Bunia*: where it was, which the town tells better."""
    slot = candidate.slot
    if slot is None or slot.type != "number:distance":
        return False
    before = words_of(_HOLE.split(candidate.asked)[0].lower())[-1:]
    return bool(set(before) & set(lexicon(candidate.question.language, "quantities")["to"]))


def _asks_rescuer(candidate: Candidate) -> bool:
    """*Qui a conduit les blessés à l'hôpital ?*: those whose work it is."""
    slot = candidate.slot
    if slot is None or slot.type != "people":
        return False
    return bool(set(slot.text.lower().split()) & words(candidate.question.language, "worth", "rescuers"))


def _dates_what_was_past(candidate: Candidate) -> bool:
    """*Quand avait-il été tué ?*: before what, the sentence before says."""
    if candidate.question.kind != "date":
        return False
    found = candidate.asked_words
    return bool(found & words(candidate.question.language, "worth", "had"))


def _is_partial(candidate: Candidate, context: Context) -> bool:
    """*Sélectionneur français*, of which sport? *Directeur du Croissant-Rouge*, of which country?"""
    fact = candidate.fact
    if not isinstance(fact, RoleFact):
        return False
    language, told = context.language, [word.lower() for word in words_of(fact.role.text)]
    if fact.role.text.lower().replace("’", "'") in words(language, "worth", "fieldless_offices"):
        state = context.knowledge.country_named(fact.where.name or fact.where.text) if fact.where is not None else None
        return state is None or state.code not in words(language, "worth", "with_one_secretary")
    if len(told) > 1 and told[-1].rpartition("'")[2] in words(language, "worth", "bare_bodies"):
        return True  # *président de la chambre*, of which court?
    if told[0] in words(language, "worth", "of_a_sport"):
        return len(told) <= _WITH_NATION
    nation = context.knowledge.country_of_adjective
    fieldless = nation(told[-1]) is not None or told[-1] in words(language, "worth", "fieldless")
    if len(told) > 1 and told[-2] in words(language, "worth", "bodies_of_a_field") and fieldless:
        return True  # *président de la Fédération française*, of which sport?
    of_a_country = any(
        context.knowledge.country_named(word) or context.knowledge.country_of_adjective(word)
        for word in words_of(fact.role.text)
    )
    return bool(set(told) & words(language, "worth", "of_each_country")) and not of_a_country


# Words of a function that has its nation alone.
_WITH_NATION = 2
