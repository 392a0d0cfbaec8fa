"""When what a clause says is so: on a day past, on one still to come, or at a time that something else tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.times.dating import DAY
from quizgen.extraction.times.finding import Time
from quizgen.languages.lexicon import words
from quizgen.parsing.clauses import Clause
from quizgen.parsing.pieces import Piece

if TYPE_CHECKING:
    from spacy.tokens import Token

_YEAR = re.compile(r"\d{4}")
_ADVERBIALS = ("oblique", "adverb")
_DATED = (*_ADVERBIALS, "argument", "object")


def times_within(piece: Piece, clause: Clause, context: Context) -> list[Time]:
    start = clause.paragraph.start + piece.tokens.start_char
    return context.times_in(start, start + len(piece.tokens.text))


def is_date(piece: Piece, clause: Clause, context: Context) -> bool:
    return any(_is_when(time) for time in times_within(piece, clause, context))


def heads_date(piece: Piece, clause: Clause, context: Context) -> bool:
    """The noun of a phrase is a time itself (*le 5 juin*), not only what it holds."""
    at = clause.paragraph.start + piece.head.idx
    return any(time.start <= at < time.end and _is_when(time) for time in times_within(piece, clause, context))


def _is_when(time: Time) -> bool:
    return time.type in ("DATE", "TIME", "SET")


def is_past_time(piece: Piece, clause: Clause, context: Context) -> bool:
    """A time that cannot be written, beside a verb that tells how things were then."""
    return clause.tense == "Imp" and piece.role in _ADVERBIALS and is_date(piece, clause, context)


def is_undated_participle(clause: Clause, context: Context) -> bool:
    """*X, installé à Y*: how things are, or are thought to be; a day, or a verb like *naître*, tells what happened."""
    beside = clause.supplied and clause.relation != "ROOT"
    timeless = clause.head.lemma_.lower() in words(context.language, "participles", "timeless")
    return bool(beside) and not timeless and not _has_past_date(clause, context)


def _has_past_date(clause: Clause, context: Context) -> bool:
    """A resolved time, not after the article's date: what is told took place then (*fondée en 1998*)."""
    published = context.parsed.article.date
    lasting = words(context.language, "participles", "lasting")
    dated = (piece for piece in clause.pieces if piece.role in _DATED and piece.case not in lasting)
    times = (time for piece in dated for time in times_within(piece, clause, context))
    first = next((t for t in times if t.type == "DATE" and t.resolved and _YEAR.match(t.value)), None)
    return first is not None and (published is None or first.value[:10] <= published.isoformat())


def is_planned(clause: Clause, context: Context) -> bool:
    """*Devait ouvrir en mai*, *doit sortir le 23 août*: nothing tells whether it came to that."""
    planned = words(context.language, "clauses", "planned")
    return any(t.text.lower() in planned for t in clause.verb.tokens) or _is_due(clause, context)


def _is_due(clause: Clause, context: Context) -> bool:
    """*Doit sortir le 23 août*: a day after the article's own, or a bare weekday, which is to come."""
    published = context.parsed.article.date
    due = words(context.language, "clauses", "due")
    if published is None or not any(t.text.lower() in due for t in clause.verb.tokens):
        return False
    times = context.times_in(
        clause.paragraph.start + clause.sentence.start_char, clause.paragraph.start + clause.sentence.end_char
    )
    told = [t for t in times if DAY.fullmatch(t.value)]
    bare = any(not any(c.isdigit() for c in t.text) for t in told)
    return any(t.value > published.isoformat() for t in told) or (clause.tense == "Pres" and bare)


def is_yet_to_come(clause: Clause, context: Context) -> bool:
    """*Le sommet se tient le 2 avril*, in an article of March."""
    published = context.parsed.article.date
    if published is None or clause.tense != "Pres" or clause.perfect:
        return False
    times = (t for p in clause.pieces if p.role in _ADVERBIALS for t in times_within(p, clause, context))
    return any(DAY.fullmatch(t.value) and t.value > published.isoformat() for t in times)


def is_future(verb: Token) -> bool:
    """*Cessera*, *aura cessé*, *sera fermé*."""
    forms = (verb, *(c for c in verb.children if c.dep_.startswith("aux")))
    return any("Fut" in form.morph.get("Tense", []) for form in forms)


def is_of_another_clause(clause: Clause, context: Context) -> bool:
    """*Qui dirigeait alors le parti*: a past told from another clause's time."""
    dependent = clause.relation in ("acl:relcl", "advcl") and clause.tense == "Imp"
    return dependent and not _has_date(clause, context)


def says_when_another_was(clause: Clause, context: Context) -> bool:
    """*Lorsque le Vanuatu propose …*: of the time that the main clause tells."""
    if clause.relation != "advcl" or clause.tense != "Pres":
        return False
    marks = (c.text.lower() for c in clause.head.children if c.dep_ == "mark")
    when = words(context.language, "clauses", "when")
    return any(mark in when for mark in marks) and not _has_date(clause, context)


def _has_date(clause: Clause, context: Context) -> bool:
    return any(is_date(piece, clause, context) for piece in clause.pieces if piece.role in _ADVERBIALS)


def is_of_then(clause: Clause, context: Context) -> bool:
    """*Était alors ministre*: when that was, another sentence tells."""
    return any(t.text.lower() in words(context.language, "clauses", "then") for t in _adverbs(clause))


def _adverbs(clause: Clause) -> list[Token]:
    """The adverbs of the predicate that no conjunction begins with (*alors que*)."""
    found = [c for c in clause.head.children if c.dep_.startswith("advmod") and c.i > clause.sentence.start]
    return [t for t in found if t.i + 1 == len(t.doc) or t.nbor(1).pos_ != "SCONJ"]
