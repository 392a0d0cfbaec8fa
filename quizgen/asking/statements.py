"""Statements that tell little of their news: of anybody, of a source, of another matter than the headline's."""

from __future__ import annotations

from quizgen.asking.candidate import Candidate
from quizgen.asking.comparing import shares_name, words_of
from quizgen.asking.measured import measures
from quizgen.asking.telling import telling
from quizgen.extraction.context import Context
from quizgen.facts import EventFact
from quizgen.languages.lexicon import lexicon, words

# Words shared with the headline that count; as many as questions share on the average.
_SHARED, _SHARED_AS_A_RULE = 4, 1.5
# Words before *notamment* within which it may be denied.
_NEAR = 3


def source_signs(candidate: Candidate, context: Context, *, late: bool) -> dict[str, bool]:
    """What a statement owes to who tells it; ``late``: it stands late in the article."""
    return {
        "among": _is_one_of_several(candidate),
        "report": _only_reports(candidate, context),
        "aside": late and _is_beside_headline(candidate, context),
    }


def statement_signs(candidate: Candidate, context: Context) -> dict[str, float]:
    """What a statement that is asked from says of whom, and how near it is to the headline."""
    measured = measures(candidate.fact, candidate.question.language)
    if candidate.frame is None:
        return {"measured": measured}
    return {
        "indefinite": _is_of_any(candidate),
        "measured": measured,
        "attributed": candidate.fact.attribution is not None,
        "any_body": _is_any_body(candidate),
        "of_a_life": _is_of_a_life(candidate, context),
        "shared": _shared(context.parsed.article.title, candidate.asked),
    }


def _is_one_of_several(candidate: Candidate) -> bool:
    """*Notamment*, *aussi*: the source says that there are other answers."""
    found = [word.lower() for word in words_of(candidate.question.evidence.text)]
    among = words(candidate.question.language, "worth", "among")
    but = words(candidate.question.language, "worth", "but")
    return any(word in among and not but & set(found[max(0, i - _NEAR) : i]) for i, word in enumerate(found))


def _only_reports(candidate: Candidate, context: Context) -> bool:
    """Which body, itself unknown, says or indicates that something is so, or which medium: a source, not the news."""
    fact = candidate.fact
    if not isinstance(fact, EventFact) or fact.asked.type not in ("organisation", "group"):
        return False
    if (fact.asked.noun or "").split(" ")[0] in words(context.language, "worth", "media"):
        said = fact.frame.verb[-1].lower() if fact.frame.verb else ""
        return said.startswith(tuple(words(context.language, "worth", "reporting")))
    told = any(piece.role == "complement" for piece in fact.frame.pieces)
    return told and context.knowledge.organisation(fact.asked.name or fact.asked.text) is None


def _is_beside_headline(candidate: Candidate, context: Context) -> bool:
    """A statement that shares no word with the headline: a detail, or another matter."""
    title = context.parsed.article.title
    if not title or candidate.frame is None:
        return False
    said = words_of(candidate.asked) + words_of(candidate.question.answer)
    return not telling(title) & telling(" ".join(said))


def _is_of_any(candidate: Candidate) -> bool:
    """*Un incendie a [ville] …*; *à quelle date une foule a-t-elle …*: one of many."""
    pieces = candidate.frame.pieces if candidate.frame is not None else ()
    indefinite = tuple(lexicon(candidate.question.language, "worth")["indefinite"])
    subject = next((p.text.lower() for p in pieces if p.role == "subject"), "")
    opened = candidate.question.kind == "date" or any(p.fronted for p in pieces)
    return (opened and subject.startswith(indefinite)) or candidate.asked.lower().startswith(indefinite)


def _is_any_body(candidate: Candidate) -> bool:
    """*Quelle organisation*, *[organisation]*: of what kind, neither the article nor the knowledge base tells."""
    slot = candidate.slot
    return slot is not None and slot.type == "organisation" and slot.noun is None


def _is_of_a_life(candidate: Candidate, context: Context) -> bool:
    """*Quel animateur fait son retour à la radio en 1982 ?*, in an article on his death: many did."""
    slot, title = candidate.slot, context.parsed.article.title or ""
    if slot is None or slot.type != "person" or candidate.is_cloze:
        return False
    dying = words(context.language, "offices", "dying")
    told = {word.lower() for word in words_of(title)} & dying
    of_whom = shares_name(slot.text.rsplit(" ", 1)[-1], title)
    return bool(told) and of_whom and not candidate.asked_words & dying


def _shared(title: str | None, asked: str) -> float:
    """Words that a question shares with the headline, up to so many: the more, the nearer it is to the news.

    Where there is no headline, as many as questions share on the average.
    """
    return min(_SHARED, len(telling(title) & telling(asked))) if title else _SHARED_AS_A_RULE
