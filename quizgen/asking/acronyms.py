"""Acronyms that nobody asks for: plain ones, those of a source, expansions that could only be recited."""

from __future__ import annotations

import re

from quizgen.asking.candidate import Candidate
from quizgen.asking.comparing import shares_name
from quizgen.extraction.context import Context
from quizgen.facts import AcronymFact
from quizgen.languages.lexicon import words

# Words of an expansion that can be recited.
_RECITED = 6
_TWICE = 2
# Letters of an acronym that many bodies have.
_FEW = 3


def acronym_signs(candidate: Candidate, context: Context) -> dict[str, bool]:
    if not isinstance(candidate.fact, AcronymFact):
        return {}
    short = candidate.fact.acronym.text
    return {
        "plain_acronym": _is_plain(short, candidate)
        or _is_of_a_source(short, context)
        or _is_of_several(short, candidate, context),
        "recited": _is_recited(candidate),
        "acronym_in_passing": _is_said_once(short, candidate, context),
    }


def _is_plain(short: str, candidate: Candidate) -> bool:
    """An acronym that everybody uses, or that stands for one word (*HP* for *Hewlett-Packard*)."""
    common = short.lower() in words(candidate.question.language, "worth", "plain_acronyms")
    return common or " " not in candidate.question.answer


def _is_of_several(short: str, candidate: Candidate, context: Context) -> bool:
    """*Que signifie le sigle CAF ?*: few letters, which stand for other bodies too, and nothing says which."""
    known = context.knowledge.organisation(short)
    return len(short) <= _FEW and known is None and not candidate.question.topic


def _is_of_a_source(short: str, context: Context) -> bool:
    """The acronym of an agency or a paper, which the article only cites."""
    known = context.knowledge.organisation(short)
    cited = known is not None and known.kind == "media"
    return cited and not shares_name(short, context.parsed.article.title or "")


def _is_said_once(short: str, candidate: Candidate, context: Context) -> bool:
    """*X, président de l'IPSN (Institut …)*: letters that the article does not need again, of a body nobody knows.

    Not of what is no body (*l'impôt de solidarité sur la fortune*).
    """
    known = context.knowledge.organisation(short) is not None or candidate.question.answer[:1].islower()
    said = re.findall(rf"(?<!\w){re.escape(short)}(?!\w)", context.parsed.article.text)
    return not known and len(said) < _TWICE


def _is_recited(candidate: Candidate) -> bool:
    """A long expansion in another language."""
    said = candidate.question.answer.split()
    return len(said) > _RECITED and bool(set(said) & words(candidate.question.language, "names", "in_titles"))
