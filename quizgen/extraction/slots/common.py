"""Common noun phrases as slots: several persons who did something, and what somebody is accused of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.function_words import has_possessive, is_definite
from quizgen.extraction.grounding.anchors import anchored
from quizgen.extraction.phrases import may_lower, render
from quizgen.facts import Number, Slot
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.clauses import Clause
from quizgen.parsing.pieces import Piece

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words of an answer.
_LONGEST, _SHORTEST, _LONGEST_CHARGE = 8, 3, 11


def common_slots(
    piece: Piece, tokens: Sequence[Token], text: str, clause: Clause, context: Context
) -> tuple[Slot, ...]:
    """What can be asked of a piece whose head is a common noun; ``tokens`` are what a card keeps of it, as ``text``."""
    if clause.negated:
        return ()
    if clause.head.lemma_.lower() in words(context.language, "things", "charging"):
        found = _charge(piece, tokens, text, clause, context)
        return (found,) if found is not None else ()
    found = _people(piece, tokens, text, clause, context) if piece.role == "subject" else None
    return (found,) if found is not None else ()


def _people(piece: Piece, tokens: Sequence[Token], text: str, clause: Clause, context: Context) -> Slot | None:
    """*Les députés russes*: several persons whom a country, a place or a body tells from others."""
    head = piece.head
    if head.pos_ != "NOUN" or "Plur" not in head.morph.get("Number", []):
        return None
    if not grammar(context.language).is_human(head.lemma_.lower()) or not _SHORTEST <= len(tokens) <= _LONGEST:
        return None
    if not tokens or tokens[0].pos_ != "DET" or not is_definite(head) or _is_list(head, tokens):
        return None
    if any(t.pos_ in ("VERB", "AUX", "PRON", "NUM") or t.text == "," for t in tokens):
        return None
    if not anchored(head, {t.i for t in tokens}, clause.paragraph, context):
        return None
    return _slot(tokens, text, clause, context, kind="people", number="p")


def _charge(piece: Piece, tokens: Sequence[Token], text: str, clause: Clause, context: Context) -> Slot | None:
    """*D'être à l'origine de l'attaque*, *de corruption*: what somebody is accused of, within or as a piece."""
    of = words(context.language, "things", "of_what")
    if piece.role not in ("object", "agent", "argument", "complement", "oblique"):
        return None
    if not clause.passive and all(p.role != "object" for p in clause.pieces):
        return None  # *que la justice soupçonne d'avoir …*: whom, the relative says
    start = next((n for n, t in enumerate(tokens) if t.text.lower() in of and _opens_charge(t, piece, clause)), None)
    if start is None or (start == 0 and piece.role in ("object", "agent")):
        return None
    kept = tokens[start:]
    if has_possessive([t for t in kept if t.dep_.startswith("nsubj")]) or len(kept) > _LONGEST_CHARGE + 2:
        return None
    return _slot(kept, text, clause, context, kind="charge", most=_LONGEST_CHARGE)


def _opens_charge(word: Token, piece: Piece, clause: Clause) -> bool:
    """A preposition before an infinitive, or before the noun that is the piece itself."""
    governed = word.head
    if "Inf" in governed.morph.get("VerbForm", []) or any(
        "Inf" in c.morph.get("VerbForm", []) for c in governed.children if c.dep_.startswith("aux")
    ):
        return word.dep_ in ("mark", "case")
    return piece.role in ("argument", "oblique") and governed == piece.head and piece.left >= clause.verb.right


def _is_list(head: Token, tokens: Sequence[Token]) -> bool:
    inside = {t.i for t in tokens}
    return any(c.dep_ == "conj" and c.i in inside for c in head.children)


def _slot(
    tokens: Sequence[Token], text: str, clause: Clause, context: Context, *, kind: str, number: Number = "s",
    most: int = _LONGEST,
) -> Slot | None:  # fmt: skip
    written = render(list(tokens), clause.paragraph, context)
    if written is None:
        return None
    if may_lower(list(tokens), clause.paragraph, context):
        written = written[:1].lower() + written[1:]
    if written not in text or len(written.split()) > most:
        return None
    first, last = tokens[0], tokens[-1]
    return Slot(
        text=written, type=kind, start=clause.paragraph.start + first.idx,
        end=clause.paragraph.start + last.idx + len(last.text), gender="m", number=number,
    )  # fmt: skip


def past_infinitive(verb: Token) -> bool:
    """*Avoir détourné*, *être entré*: an infinitive of what was done before."""
    return any("Inf" in c.morph.get("VerbForm", []) for c in verb.children if c.dep_ == "aux:tense")
