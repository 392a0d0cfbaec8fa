"""Words that somebody said, and names that a question asks for: whether anybody knows them."""

from __future__ import annotations

import re

from quizgen.asking.candidate import Candidate
from quizgen.asking.comparing import shares_name
from quizgen.asking.functions import CENTRAL, leads
from quizgen.asking.telling import telling
from quizgen.extraction.context import Context
from quizgen.extraction.kinds.role import find as roles
from quizgen.extraction.names.spans import Mention
from quizgen.facts import QuoteFact, RoleFact, Slot
from quizgen.languages.lexicon import words


def speaker_signs(candidate: Candidate, context: Context) -> dict[str, float]:
    """What speaks for or against a question for a name or a speaker, by its name in ``lexicon/ranking.toml``."""
    fact = candidate.fact
    told: dict[str, float] = {**_unknown(candidate, context)}
    if isinstance(fact, QuoteFact):
        found = candidate.asked_words
        names = {m.name for m in context.mentions.items if m.name in fact.words.text}
        told |= {
            "quote": 1.0,
            "quote_aside": _is_quote_aside(candidate, context),
            "weekday": bool(found & words(candidate.question.language, "lint", "weekdays")),
            "quote_number": re.search(r"\d", fact.words.text) is not None,
            "quote_names": min(_NAMES, len(names)),
        }
    return told


# Names within a quotation that count: they say what it is about.
_NAMES = 2


def _unknown(candidate: Candidate, context: Context) -> dict[str, bool]:
    """A name that nobody knows; most of all that of somebody who is asked for by his words alone."""
    fact = candidate.fact
    unknown = _is_unknown(candidate, context)
    by_words = isinstance(fact, QuoteFact) and not _speaks_for_a_state(fact, context)
    return {"unknown_speaker": unknown and by_words, "unknown": unknown and not by_words}


def _is_unknown(candidate: Candidate, context: Context) -> bool:
    """A person asked for by name who is neither in the headline nor of a great function."""
    slot = candidate.slot or getattr(candidate.fact, "speaker", None)
    if slot is None or slot.type != "person" or isinstance(candidate.fact, RoleFact):
        return False
    if shares_name((slot.name or slot.text).rsplit(" ", 1)[-1], context.parsed.article.title or ""):
        return False
    name = slot.name or slot.text
    if slot.noun and slot.noun in (context.parsed.article.title or ""):
        return False  # *le porte-parole de la Maison Blanche*, as the headline calls him
    told = sum(m.name == name for m in context.mentions.items)
    # Who is only quoted is named as often as quoted.
    return name not in _known_names(context) and (told < CENTRAL or isinstance(candidate.fact, QuoteFact))


def _known_names(context: Context) -> frozenset[str]:
    """Those whom the article calls the head of a state, a government's member, the head of something known."""

    def named() -> frozenset[str]:
        return frozenset(fact.holder.text for fact in roles(context) if not fact.former and leads(fact, context))

    return context.once("known names", named)


def _is_quote_aside(candidate: Candidate, context: Context) -> bool:
    """Words that say nothing of the headline's matter, from somebody it does not name."""
    fact = candidate.fact
    if not isinstance(fact, QuoteFact):
        return False
    title = context.parsed.article.title or ""
    name = fact.speaker.name or fact.speaker.text
    if shares_name(name.rsplit(" ", 1)[-1], title) or (fact.speaker.noun and fact.speaker.noun in title):
        return False
    if (fact.speaker.noun or "").split(" ", 1)[0] in words(context.language, "worth", "heads_of_states"):
        return False
    return not telling(title) & telling(fact.words.text)


def _speaks_for_a_state(fact: QuoteFact, context: Context) -> bool:
    """A minister, a president: the stem says so, and who follows the news knows the name; no firm's president."""
    function, *of_what = (fact.speaker.noun or "").split(" ")
    if function.lower() in words(context.language, "worth", "government"):
        return True
    if function.lower() not in words(context.language, "worth", "heads_of_states"):
        return False
    known = context.knowledge
    said = [word.rsplit("'", 1)[-1] for word in " ".join(of_what).replace("’", "'").split(" ")]
    named = any(known.country_named(m.name) or known.organisation(m.name) for m in _named_in(fact.speaker, context))
    return not of_what or named or any(known.country_of_adjective(word) or known.country_named(word) for word in said)


def _named_in(speaker: Slot, context: Context) -> list[Mention]:
    return [m for m in context.mentions.items if speaker.noun and m.name in speaker.noun]
