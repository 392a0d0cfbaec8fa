"""Who did what, to whom: a named subject, object or agent of a statement by the article itself."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.framed import PLACES, Asked, askable, says_where
from quizgen.facts import EventFact
from quizgen.languages.lexicon import words

ROLES = ("subject", "object", "agent", "predicate", "argument", "nested", "sentence")
# What somebody is accused of, wherever it stands.
CHARGE = "charge"


def find(context: Context) -> Iterator[EventFact]:
    """Events whose asked slot is a participant."""
    for asked in askable(context):
        where = asked.piece.role == "sentence" and asked.slot.type in PLACES and says_where(asked, context)
        if is_participant(asked, context) and not where and asked.attribution is None and not _special(asked, context):
            yield EventFact(rule=f"event-{asked.piece.role}", **asked.fields)  # type: ignore[arg-type]


def is_participant(asked: Asked, context: Context) -> bool:
    """A named thing with a part in the statement, its place apart (*à Goma*; not *s'emparer de Goma*)."""
    if asked.slot.type in PLACES and asked.verb in words(context.language, "verbs", "reaching"):
        return False  # *quel pays a-t-il gagné ?*: where he went, or what he won
    if asked.piece.role == "argument" and asked.slot.type in PLACES:
        at = words(context.language, "clauses", "place")
        if asked.slot.case in at or not asked.slot.case:
            return False
    return (asked.piece.role in ROLES or asked.slot.type == CHARGE) and not asked.slot.type.startswith(
        ("number", "date")
    )


def _special(asked: Asked, context: Context) -> bool:
    lemma = asked.verb
    passive = asked.clause is not None and asked.clause.passive
    tells = asked.slot.type == "media" and asked.piece.role == "subject"
    if (passive or tells) and lemma in words(context.language, "clauses", "relaying"):
        return True  # *l'agence Bloomberg, relayée par Le Monde*; *Le Monde cite plusieurs noms*
    if _is_done_to_things(asked, context):
        return True
    if asked.piece.role == "subject" and _may_be_anybody(asked, context):
        return True
    if asked.piece.role == "argument" and lemma in words(context.language, "verbs", "taking_place"):
        return True  # *se déroule au Beacon Theatre*: a place
    if asked.piece.role == "sentence" and asked.piece.text.startswith(asked.slot.text):
        if asked.slot.type == "country" and asked.slot.number == "p":
            return True  # *[pays] bombardent une base*: the question with its verb in the singular asks it
        behind = asked.piece.text[len(asked.slot.text) :].split()[:3]
        if set(behind) & words(context.language, "clauses", "born"):
            return True
    if asked.slot.type == "people" and _are_voters(asked, context):
        return True  # *les électeurs ont rejeté par référendum …*
    if _verbs_of(asked, context) & words(context.language, "verbs", "joining") and _joins_a_union(asked, context):
        return True
    return lemma in words(context.language, "clauses", "succession") | words(context.language, "clauses", "membership")


def _verbs_of(asked: Asked, context: Context) -> set[str]:
    """The lemma of the predicate; of a whole sentence those of its clauses."""
    if asked.clause is not None:
        return {asked.verb}
    span = asked.statement.sentence
    inside = (c for c in context.clauses if span.start <= c.paragraph.start + c.head.idx < span.end)
    return {c.head.lemma_.lower() for c in inside}


def _are_voters(asked: Asked, context: Context) -> bool:
    return bool(set(asked.slot.text.lower().split()) & words(context.language, "clauses", "voters"))


def _joins_a_union(asked: Asked, context: Context) -> bool:
    """*L'Estonie est entrée dans l'UE en 2004*: as others did that year, and into other unions."""
    slots = [asked.slot, *(slot for piece in asked.statement.frame.pieces for slot in piece.slots)]
    known = (context.knowledge.organisation(slot.name or slot.text) for slot in slots)
    return any(one is not None and one.kind in ("alliance", "institution") for one in known)


def _is_done_to_things(asked: Asked, context: Context) -> bool:
    """*L'Initiative céréalière a été signée*: no body, whatever the pipeline says."""
    slot = asked.slot
    if slot.type != "organisation" or slot.start is None or context.knowledge.organisation(slot.name or "") is not None:
        return False
    spans = context.once("done to things", lambda: _subjects_done_to(context))
    return any(span.start <= slot.start < span.end for span in spans)


def _subjects_done_to(context: Context) -> tuple[Span, ...]:
    """Where the subjects stand of what is done to texts and machines alone."""
    done = words(context.language, "verbs", "done_to_things")
    return tuple(
        clause.paragraph.span(clause.subject.tokens)
        for clause in context.clauses
        if clause.passive and clause.subject is not None and clause.head.lemma_.lower() in done
    )


def _may_be_anybody(asked: Asked, context: Context) -> bool:
    """*Est né le 13 juillet à Nice*; *avait été accompagné d'un ami*, said of a pronoun at no time: it fits many."""
    if asked.verb in words(context.language, "clauses", "of_anybody"):
        return True
    clause, frame = asked.clause, asked.statement.frame
    if clause is None or clause.subject is None or clause.subject.head.pos_ != "PRON":
        return False
    return frame.tense == "PerfImp" and not any(c.isdigit() for piece in frame.pieces for c in piece.text)
