"""What takes from a question's worth, of all that its neighbours see in it, each by its name."""

from __future__ import annotations

import re

from quizgen.asking.acronyms import acronym_signs
from quizgen.asking.candidate import Candidate
from quizgen.asking.counts import count_signs
from quizgen.asking.functions import function_signs
from quizgen.asking.holders import has_two_holders, is_leaving
from quizgen.asking.passing import is_competition, passing_signs
from quizgen.asking.places import place_signs
from quizgen.asking.speakers import speaker_signs
from quizgen.asking.statements import source_signs, statement_signs
from quizgen.asking.trifles import trifles
from quizgen.extraction.context import Context
from quizgen.facts import DefinitionFact, RoleFact
from quizgen.languages.lexicon import lexicon

_QUOTED = re.compile(r"«[^»]*»")
_TOPIC = re.compile(r"[^«]{3,140}\([^)]*\d{4}\)\s: ")
# Words of a question that a reader still holds to be one idea, its quotations apart: of longer ones readers kept a
# third. Of such that are no quotation, readers say so always.
_LONG_STEM, _VERY_LONG = 26, 25
# The share of an article behind which its statements are late.
_OPENING = 0.25


def signs(candidate: Candidate, context: Context) -> dict[str, float]:
    """What speaks against a question, each by its name in ``lexicon/ranking.toml``, which says how much it counts."""
    article, sentence = context.parsed.article, candidate.fact.sentence
    headline, match = article.is_headline(sentence), is_competition(context)
    late = not headline and sentence.start > _OPENING * len(article.text)
    told: dict[str, float] = {
        **passing_signs(candidate, context, late=late),
        **source_signs(candidate, context, late=late),
        "leaving": is_leaving(candidate, context),
        "two_holders": has_two_holders(candidate, context),
        **_form_signs(candidate),
        **_kind_signs(candidate, context),
        **statement_signs(candidate, context),
        **count_signs(candidate, context, late=late, match=match, headline=headline),
        **place_signs(candidate, context),
        **speaker_signs(candidate, context),
        **function_signs(candidate, context),
        **trifles(candidate, context),
    }
    return {name: float(value) for name, value in told.items() if value}


def _form_signs(candidate: Candidate) -> dict[str, bool]:
    """How a question is written: what stands before it, and its length."""
    kind, stem = candidate.question.kind, candidate.stem
    return {
        "glued": kind == "event" and _TOPIC.match(stem) is not None,
        "long_stem": len(_QUOTED.sub("", stem).split()) > _LONG_STEM,
        "very_long": kind != "quote" and _length(stem) > _VERY_LONG,
    }


def _length(stem: str) -> int:
    """How many words a stem has; quotation marks and colons that stand between spaces are none."""
    return sum(any(character.isalnum() for character in word) for word in stem.split())


def _kind_signs(candidate: Candidate, context: Context) -> dict[str, bool]:
    """What nobody wants to know of one kind of fact."""
    kind, fact = candidate.question.kind, candidate.fact
    return {
        "market_move": kind in ("quantity", "event") and _is_of_a_market(candidate),
        "already": kind in ("date", "event", "quantity") and candidate.has_word_of("already"),
        **acronym_signs(candidate, context),
        "defines_country": isinstance(fact, DefinitionFact) and _defines_country(fact, context),
        "standing": isinstance(fact, RoleFact) and fact.role.value == "standing",
        "scene": kind in ("location", "event") and candidate.has_word_of("scenes"),
    }


def _is_of_a_market(candidate: Candidate) -> bool:
    """What a share or an index gained or lost, which says nothing without its day."""
    day = lexicon(candidate.question.language, "worth")["full_day"]
    return candidate.has_word_of("markets") and re.search(day, candidate.stem) is None


def _defines_country(fact: DefinitionFact, context: Context) -> bool:
    return context.knowledge.country_named(fact.term.name or fact.term.text) is not None
