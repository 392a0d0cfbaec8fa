"""Where something happened: places in the obliques of a statement."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from quizgen.extraction.context import Context
from quizgen.extraction.framed import PLACES, Asked, askable, says_where, statements
from quizgen.extraction.state_bodies import OF_A_STATE, told_beside, told_under
from quizgen.facts import LocationFact
from quizgen.languages.lexicon import words


def find(context: Context) -> Iterator[LocationFact]:
    """Locations: the place of an event, by the preposition that introduces it."""
    cases = words(context.language, "clauses", "place")
    elsewhere = words(context.language, "clauses", "dative") | words(context.language, "clauses", "towards")
    for asked in askable(context):
        if asked.piece.role != "sentence" and set(_verbs(asked)) & elsewhere:
            continue
        if _holds_named_place(asked) or _is_behind_a_name(asked, context) or _ends_a_range(asked, context):
            continue
        if asked.piece.role == "sentence" and asked.slot.type in PLACES and says_where(asked, context):
            yield LocationFact(rule="location-sentence", **asked.fields)  # type: ignore[arg-type]
        if asked.piece.case in words(context.language, "clauses", "near"):
            continue  # *près de Francfort*: a landmark, not the place
        if asked.verb in words(context.language, "verbs", "of_actors"):
            if asked.slot.case in words(context.language, "verbs", "within_works"):
                continue  # *incarne une reine dans Argo*
        if _is_of_a_journey(asked, context):
            continue  # *a annulé son voyage au Japon*
        if asked.piece.role in ("oblique", "argument") and asked.slot.type in PLACES and asked.slot.case in cases:
            yield LocationFact(rule="location-oblique", **asked.fields)  # type: ignore[arg-type]
    yield from _of_bodies(context)


def _of_bodies(context: Context) -> Iterator[LocationFact]:
    """The country of what a headline states, or whose parliament or court did what an article opens with."""
    article = context.parsed.article
    for clause, made, speaker in statements(context):
        told = told_under(clause, made, context) if speaker is None else None
        if told is None and speaker is None and article.opens_with(made.sentence):
            told = told_beside(clause, made, context)
        if told is not None:
            asked = Asked(clause, told, len(told.frame.pieces) - 1, told.frame.pieces[-1].slots[0], None)
            yield LocationFact(rule=OF_A_STATE, **asked.fields)  # type: ignore[arg-type]


def _is_of_a_journey(asked: Asked, context: Context) -> bool:
    """A place right behind an object that is a way to one."""
    pieces = asked.statement.frame.pieces
    before = pieces[asked.index - 1] if 0 < asked.index < len(pieces) else None
    if before is None or before.role not in ("object", "nested"):
        return False
    return bool(set(before.text.lower().split()) & words(context.language, "verbs", "journeys"))


def _ends_a_range(asked: Asked, context: Context) -> bool:
    """*Suivi de Melbourne* | *à Chicago*: one of two ends, between which it happens anywhere."""
    before = context.parsed.article.text[: asked.slot.start or 0].replace("’", "'").replace("'", "' ").split()[-3:]
    of, than = words(context.language, "clauses", "of"), words(context.language, "clauses", "than")
    return len(before) == _RANGE and before[0].lower() in of and before[1][:1].isupper() and before[2].lower() in than


# *De*, a name, *à*.
_RANGE = 3


def _verbs(asked: Asked) -> Iterator[str]:
    """The lemmas of the predicate and of the infinitives it governs (*pourrait bénéficier à la Chine*)."""
    yield asked.verb
    for piece in asked.clause.pieces if asked.clause is not None else ():
        if piece.role == "infinitive":
            yield piece.head.lemma_.lower()


def _holds_named_place(asked: Asked) -> bool:
    """*À Orlando, en Floride*: who reads the town knows the State, and nobody learns it."""
    start = asked.slot.start
    places = (s for p in asked.statement.frame.pieces for s in p.slots if s.type in PLACES and s.end is not None)
    return start is not None and any(0 < start - (s.end or 0) <= _LINK for s in places)


def _is_behind_a_name(asked: Asked, context: Context) -> bool:
    """The same, of a town that the knowledge base does not know (*à San Diego, en Californie*)."""
    said = context.parsed.article.text[: asked.slot.start or 0].replace("’", "'").replace("'", " ").split()[-_NAME:]
    if said and said[-1].lower() in words(context.language, "wording", "articles"):
        said.pop()
    within = words(context.language, "clauses", "place")
    if len(said) < _LINK_AND_TOWN or said.pop().lower() not in within or not said[-1].endswith(","):
        return False
    town = list(takewhile(lambda word: word[:1].isupper(), reversed(said)))
    before = said[: len(said) - len(town)]
    return bool(town and before) and before[-1].lower() in within | words(context.language, "clauses", "of")


# Words that a town with what joins it to the place it is in may have, and the fewest.
_NAME, _LINK_AND_TOWN = 8, 3


# Characters of what links a place to the one that holds it (*, dans le*).
_LINK = 10
