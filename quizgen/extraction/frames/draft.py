"""A clause taken piece by piece: what a card keeps, what goes, and what has gone with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from quizgen.extraction.context import Context
from quizgen.extraction.frames.left_out import (
    counts_some,
    counts_times,
    half_said_without,
    is_aside,
    is_comparison,
    is_needed,
    is_required,
    limits,
    says_where,
    says_whose_word,
)
from quizgen.extraction.frames.objects import completes, completes_as_infinitive, fills_object
from quizgen.extraction.frames.slots import PLACE_TYPES
from quizgen.extraction.frames.times import is_date, is_past_time
from quizgen.extraction.frames.verbs import joined, verb_words
from quizgen.extraction.frames.written import written
from quizgen.extraction.function_words import is_possessive
from quizgen.extraction.grounding.standing_alone import is_soft
from quizgen.extraction.reference.possessive import owned_subject
from quizgen.extraction.reference.pronouns import antecedent
from quizgen.extraction.statements import Refusal
from quizgen.facts import FramePiece, Slot
from quizgen.parsing.clauses import Clause
from quizgen.parsing.pieces import Piece


@dataclass
class Draft:
    """What is kept of a clause so far, and what the pieces that went have left behind.

    ``loose``: how many pieces are understood only beside the topic. ``bare``: something that is no scene went.
    ``untimed``: a date went. ``referent``: whom the subject's pronoun means; ``owner_at``: where the owner of the
    subject is named. ``clause_went``: where the last clause that went ended; ``unclosed``: the same, of those without
    a comma at their end.
    """

    clause: Clause
    context: Context
    kept: list[FramePiece] = field(default_factory=list)
    loose: int = 0
    bare: bool = False
    untimed: bool = False
    has_object: bool = False
    referent: Slot | None = None
    owner_at: int | None = None
    clause_went: int = -1
    unclosed: int = -1


def take(piece: Piece, draft: Draft) -> str | None:
    """Put a piece into the draft or leave it out; or why there can be no statement."""
    clause, context = draft.clause, draft.context
    fronted = all(p.role != "verb" for p in draft.kept)
    if piece.role == "verb":
        draft.kept.append(FramePiece(role="verb", text=joined(" ".join(verb_words(clause, context)[0]))))
        return None
    if _goes(piece, draft, fronted=fronted):
        return None
    if says_whose_word(piece, context, fronted=fronted) or is_comparison(piece, context):
        return "what for, or to how many, would go" if is_needed(piece, clause, context) else None
    reason = _hangs_on_what_went(piece, draft, fronted=fronted)
    if reason:
        return reason
    if piece.role == "subject" and piece.head.pos_ == "PRON":
        return _take_pronoun(piece, draft)
    if piece.role == "subject" and is_possessive(piece.tokens[0]):
        return _take_owned(piece, draft)
    made = written(piece, clause, context, fronted=fronted and piece.role != "subject")
    if isinstance(made, Refusal):
        return made.reason
    if made is None:
        return _leave_out(piece, draft)
    phrase, why = made
    if why:
        return _take_loose(piece, phrase, why, draft)
    _keep(piece, phrase, draft)
    return None


def _goes(piece: Piece, draft: Draft, *, fronted: bool) -> bool:
    """What nothing is lost with: some of those whose count went, an aside."""
    something_went = len(draft.kept) < draft.clause.pieces.index(piece)
    if counts_some(piece, draft.context) and something_went:
        return True
    return not fronted and not draft.clause.negated and is_aside(piece, draft.clause, draft.context)


def _hangs_on_what_went(piece: Piece, draft: Draft, *, fronted: bool) -> str | None:
    if draft.unclosed == piece.left and piece.tokens[0].text != ",":
        return "a clause is not set apart"
    if piece.role == "oblique" and 0 <= piece.left - draft.clause_went <= 1 and not fronted:
        return "a phrase that may belong to a clause that went"
    if piece.role != "subject" and "Rel" in piece.head.morph.get("PronType", []):
        return "a relative pronoun would be lost"
    return None


def _take_pronoun(piece: Piece, draft: Draft) -> str | None:
    """The person whom a pronoun means, in its place."""
    slot = antecedent(piece.head, draft.clause.paragraph, draft.context)
    if slot is None:
        return f"unresolved subject: {piece.head.text}"
    draft.referent = slot
    draft.kept.append(FramePiece(role="subject", text=slot.text, slots=(slot,)))
    return None


def _take_owned(piece: Piece, draft: Draft) -> str | None:
    """*Ses deux missiles* as *les deux missiles de l'Iskander-M*."""
    owned = owned_subject(list(piece.tokens), draft.clause.paragraph, draft.context)
    if owned is None:
        return "possessive"
    draft.kept.append(FramePiece(role="subject", text=owned.text))
    draft.owner_at = owned.start
    return None


def _leave_out(piece: Piece, draft: Draft) -> str | None:
    """A piece that cannot be written goes, unless what stays needs it."""
    clause, context = draft.clause, draft.context
    if is_past_time(piece, clause, context):
        return "a time that the past needs"
    if counts_times(piece, context):
        return "a number of times that would go"
    lost = half_said_without(piece, clause, context)
    if lost is not None:
        return lost
    if completes_as_infinitive(piece, context):
        return "an infinitive that completes the verb would go"
    if piece.role in ("oblique", "adverb") and is_date(piece, clause, context):
        draft.untimed = True
    if piece.role == "clause":
        draft.clause_went = piece.right
        draft.unclosed = piece.right if piece.tokens[-1].text != "," else draft.unclosed
    return None


def _take_loose(piece: Piece, phrase: FramePiece, why: str, draft: Draft) -> str | None:
    """A piece that does not stand alone, for the reason ``why``: it goes, or the topic explains it."""
    lost = half_said_without(piece, draft.clause, draft.context)
    if lost is not None:
        return lost
    if not is_required(piece):
        if counts_times(piece, draft.context):
            return "a number of times that would go"
        if not (draft.clause.negated or limits(piece, draft.context)):
            return _leave_out_loose(piece, phrase, why, draft)
    if not is_soft(why):
        return why
    draft.loose += 1
    _keep(piece, phrase, draft)
    return None


def _leave_out_loose(piece: Piece, phrase: FramePiece, why: str, draft: Draft) -> str | None:
    where = says_where(piece, draft.context)
    if where and any(slot.type in PLACE_TYPES for p in draft.kept if p.role == "oblique" for slot in p.slots):
        return None  # *à Porto, au siège du syndicat*: where is said already
    if where and not is_soft(why):
        return f"{why} in what says where"
    if completes(piece, draft.clause, draft.context):
        return f"{why} in what completes the verb"
    draft.bare = draft.bare or not phrase.fronted
    return None


def _keep(piece: Piece, phrase: FramePiece, draft: Draft) -> None:
    draft.kept.append(phrase)
    draft.has_object = draft.has_object or fills_object(piece, phrase.text)
