"""Whether a question asks for one thing alone: a name, a year or an act that tells it from hundreds of others."""

from __future__ import annotations

from quizgen.asking.anchors import anchored, says_day, says_year
from quizgen.asking.candidate import Candidate, has_apposition, is_headed
from quizgen.asking.comparing import words_of
from quizgen.asking.measured import measures
from quizgen.asking.rules.thin import LEAST_OF_HEADLINE
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar

# So many words of a quotation say enough of its matter; so many of a statement tell what happened once.
_TELLING_QUOTE, _TELLING = 14, 12
# What a day and what was done then are enough to ask for.
_WHERE = ("country", "city", "place", "organisation", "department", "region", "state", "island")
# Kinds of fact that need no year, or ask for it.
_TIMELESS = ("naming", "succession", "membership", "date")
# Letters of a word that is too short to say who somebody is.
_SHORT = 3


def unanchored(c: Candidate) -> bool:
    """Nothing in the stem that tells it from hundreds of others: no name."""
    if c.asked != c.stem or not c.may_need_topic:
        return False
    if c.question.kind == "quote" and len(words_of(c.stem)) >= _TELLING_QUOTE:
        return False
    stem = c.stem if c.fact.attribution is None else c.stem.replace(c.fact.attribution.text, " ")
    return not anchored(stem, c.question.language) and not _asks_where_of_its_day(c)


def _asks_where_of_its_day(c: Candidate) -> bool:
    """*Quel pays a adopté l'euro le 1er janvier 2011 ?*: of what an article opens with, the day tells which."""
    return c.slot is not None and c.slot.type in _WHERE and c.opens and says_day(c.stem, c.question.language)


def unidentified(c: Candidate) -> bool:
    """A person asked for by what many may have done: no function, no headline, and no word beside the gap tells who.

    Not who opened, won or wrote something: that was one person. And a body that the answer does not tell from others.
    """
    if _is_any_body(c):
        return True
    if c.slot is None or c.frame is None:
        return False
    if c.headline:
        return c.slot.type in LEAST_OF_HEADLINE and _is_bare_in_headline(c)
    if c.slot.type != "person" or c.fact.kind == "succession" or is_headed(c):
        return False
    if set(c.frame.verb) & set(c.rules["done_by_one"]):
        return False
    return not _tells_who_fills_gap(c) if c.is_cloze else c.slot.noun is None


def _is_any_body(c: Candidate) -> bool:
    """*La Cour*, *l'Agence*: a kind of body with a capital, for the one that another sentence names."""
    gram = grammar(c.question.language)
    name: str = gram.bare(c.question.answer)
    kind = gram.noun_class(name.lower()) if name.istitle() and " " not in name else None
    known = load_knowledge(c.question.language)
    named = known.organisation(name) or known.place(name) or known.country_named(name) or gram.is_unique(name.lower())
    return kind in ("organisation", "group") and not named


def _is_bare_in_headline(c: Candidate) -> bool:
    """A person or a body in what has no verb (*questions autour de [personne]*) and nothing beside it."""
    before, _, _ = c.stem.partition("[")
    verbless = c.frame is not None and c.frame.tense == "" and c.rules["by"][0] not in before.split()
    return verbless and not has_apposition(c)


def _tells_who_fills_gap(c: Candidate) -> bool:
    """*L'opposant [personne]*, *[personne], opposant*, *la victoire d'[personne] à l'élection présidentielle*."""
    before = c.stem.partition("]")[0].rpartition("[")[0].replace("'", " ").replace("’", " ").split()
    if len(before) > 1 and before[-2].lower() in c.rules["of_one"]:
        return True
    word = before[-1] if before else ""
    return has_apposition(c) or word.isalpha() and word[0].islower() and len(word) > _SHORT


def undated(c: Candidate) -> bool:
    """A statement that no year dates: it may be told of long ago, or have changed."""
    if c.frame is None or c.piece is None or c.headline or c.fact.kind in _TIMELESS:
        return False
    if measures(c.fact, c.question.language):
        return False
    happened = c.frame.tense == "PerfPres" and c.piece.role != "sentence"
    if happened and len(words_of(c.stem)) >= _TELLING:
        return False  # what happened once, told in so many words, is known without its year
    return not says_year(c.stem + c.question.answer)
