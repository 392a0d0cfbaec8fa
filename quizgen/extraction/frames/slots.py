"""What may be asked for in a piece of a clause: names, bodies, numbers, by what the piece does there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.frames.pieces import shortened_list, without_edges
from quizgen.extraction.slots.common import common_slots
from quizgen.extraction.slots.names import mention_slot
from quizgen.extraction.slots.phrases import phrase_slot
from quizgen.extraction.slots.quantities import first_lowered, quantity_slots
from quizgen.facts import FramePiece, Slot
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.clauses import Clause
from quizgen.parsing.pieces import Piece

if TYPE_CHECKING:
    from spacy.tokens import Token


PLACE_TYPES = frozenset(
    ("country", "city", "region", "nation", "department", "state", "province", "island", "place", "continent")
)
_WITH_SLOTS = ("argument", "oblique", "agent", "object", "subject", "predicate", "complement")


def slots_of(piece: Piece, tokens: list[Token], text: str, clause: Clause, context: Context) -> tuple[Slot, ...]:
    """What may be asked for in a piece, of which a card keeps ``tokens``, as ``text``."""
    slots = _named_slots(piece, tokens, text, clause, context)
    if any(slot.text == text for slot in slots):
        return slots
    return slots + common_slots(piece, without_edges(tokens), text, clause, context)


def _named_slots(piece: Piece, tokens: list[Token], text: str, clause: Clause, context: Context) -> tuple[Slot, ...]:
    """Names and numbers, by what the piece does: of several acting, several; a city that acts, a thing."""
    if piece.role not in _WITH_SLOTS or shortened_list(piece, tokens):
        return ()
    slots = _phrase_and_numbers(piece, tokens, text, clause, context)
    if piece.role == "subject" and "Plur" in clause.finite.morph.get("Number", []):
        slots = tuple(slot for slot in slots if slot.number == "p")
    if piece.role not in ("subject", "object", "agent"):
        return slots
    hit = clause.head.lemma_.lower() in words(context.language, "verbs", "of_towns")
    return tuple(  # a city that acts is a government or a team
        s.model_copy(update={"type": "thing"}) if _is_of_a_kind(s, context) else s
        for s in slots
        if s.type not in ("city", "place") or hit or _is_of_a_kind(s, context)
    )


def _phrase_and_numbers(
    piece: Piece, tokens: list[Token], text: str, clause: Clause, context: Context
) -> tuple[Slot, ...]:
    whole = phrase_slot(piece.head, piece.left, piece.right, clause.paragraph, context)
    slots = [whole.model_copy(update={"case": piece.case})] if whole else []
    slots += [first_lowered(slot, text) for slot in quantity_slots(tokens, clause.paragraph, context)]
    return tuple(slots)


def _is_of_a_kind(slot: Slot, context: Context) -> bool:
    """*La cathédrale Saint-Paul*: by the noun before its name no town that acts; no street."""
    streets = words(context.language, "clauses", "streets") | words(context.language, "things", "not_named")
    return slot.type == "place" and slot.noun is not None and slot.noun not in streets


def named_beside(piece: Piece, last: Token, clause: Clause, context: Context) -> FramePiece | None:
    """*La société portugaise, Lusavia,* → *Lusavia*: a thing described is called by the name beside it."""
    mention = context.mentions.at(clause.paragraph, last.doc[last.i + 2])
    slot = mention_slot(mention, context) if mention is not None else None
    if mention is None or slot is None or slot.number != "s" or "Plur" in piece.head.morph.get("Number", []):
        return None
    shown = "".join(piece.head.morph.get("Gender", []))
    gender = grammar(context.language).gender_of(piece.head.text, piece.head.lemma_.lower(), shown)
    slot = slot.model_copy(update={"gender": slot.gender or gender})
    if slot.type == "person":  # what the pipeline takes the name of a firm for
        kind = grammar(context.language).noun_class(piece.head.lemma_.lower())
        told = "organisation" if kind == "group" else kind or "other"
        slot = slot.model_copy(update={"type": told, "noun": piece.head.text.lower()})
    return FramePiece(role="subject", text=slot.text, slots=(slot,), start=mention.start, end=mention.end)
