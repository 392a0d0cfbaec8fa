"""A piece of a clause as a card writes it, or why it cannot be written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.frames.left_out import is_required
from quizgen.extraction.frames.objects import loses_object
from quizgen.extraction.frames.pieces import (
    before_age,
    before_apposition,
    before_description,
    behind_a_noun,
    cut_off,
    has_seam,
    is_condition,
    is_gerund,
    is_half_of_participial,
    is_hollow,
    is_linked,
    is_vague,
    mixed,
    to_closing_mark,
    unbalanced,
    without_edges,
    without_relatives,
)
from quizgen.extraction.frames.slots import PLACE_TYPES, named_beside, slots_of
from quizgen.extraction.frames.times import is_date, times_within
from quizgen.extraction.function_words import has_possessive, is_possessive
from quizgen.extraction.grounding.standing_alone import dangling
from quizgen.extraction.phrases import may_lower, render
from quizgen.extraction.statements import Refusal
from quizgen.extraction.trimming import drops_name_of_thing, trim
from quizgen.facts import FramePiece, Slot
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.clauses import Clause
from quizgen.parsing.pieces import Piece

if TYPE_CHECKING:
    from spacy.tokens import Token


_WITH_CLAUSES = ("subject", "object", "predicate", "complement")
# A piece of more words goes without the relative clauses that can go.
_LONG_PIECE = 14
# Nor one of still more words whose relative clause says which it is.
_LONGEST_WITH_RELATIVE = 20


Written = tuple[FramePiece, str | None]


def written(piece: Piece, clause: Clause, context: Context, *, fronted: bool) -> Written | Refusal | None:
    """The piece as a card writes it and why it dangles; None where it can go; Refusal where all is lost."""
    if piece.role != "subject" and is_gerund(piece) and (_opens_speech(piece) or _only_says(piece, context)):
        return None
    if piece.role == "object" and clause.supplied and clause.passive:
        return None if piece.tokens[0].text == "," else Refusal("object of a passive")
    if piece.role == "clause" and is_gerund(piece):
        piece = replace(piece, role="complement")
    if piece.role == "clause":
        return Refusal("condition") if is_condition(piece) else None
    if piece.role == "adverb":
        return _adverb(piece, clause, context, fronted=fronted)
    if fronted and _is_half_of_span(piece, clause, context):
        return Refusal("half of a span of time")
    if piece.case in words(context.language, "clauses", "between") and not _has_two_ends(piece):
        return Refusal("one of two ends")
    if piece.role == "oblique" and piece.head.pos_ == "PRON" and piece.right - piece.left == 1:
        return Refusal("clitic")  # *…, Rui Sá, y voit un danger*
    if piece.role == "oblique" and not piece.case and not is_date(piece, clause, context):
        if "," in (piece.tokens[0].text, clause.paragraph.doc[max(0, piece.left - 1)].text):
            return None  # an apposition that the tree hung on the verb
        return Refusal("an oblique without a preposition")
    return _phrase(replace(piece, right=to_closing_mark(piece)), clause, context, fronted=fronted)


def _has_two_ends(piece: Piece) -> bool:
    """*Entre Faro et Sines*, *entre deux ports*; not *entre Faro* | *et Sines*."""
    return any(t.pos_ in ("CCONJ", "NUM") for t in piece.tokens) or "Plur" in piece.head.morph.get("Number", [])


def _is_half_of_span(piece: Piece, clause: Clause, context: Context) -> bool:
    """*De lundi* | *à mercredi*."""
    governed = words(context.language, "clauses", "governed")
    return piece.right - piece.left == 2 and piece.case in governed and is_date(piece, clause, context)


def _phrase(piece: Piece, clause: Clause, context: Context, *, fronted: bool) -> Written | Refusal | None:
    tokens = list(piece.tokens) if piece.role == "infinitive" else trim(piece.head, piece.left, piece.right)
    if piece.role == "subject":
        tokens = before_apposition(tokens, piece.head)
        if tokens and drops_name_of_thing(tokens[-1], clause.paragraph, context):
            named = named_beside(piece, tokens[-1], clause, context)
            return (named, None) if named is not None else Refusal("the name of a thing would go")
    tokens = before_age(tokens)
    if fronted and len(tokens) > 1 and tokens[0].lower_ in words(context.language, "clauses", "leaning"):
        tokens = tokens[1:]  # *déjà* | *en mars 2016*
    kept = tokens if clause.negated else _shortened(piece, tokens, clause, context)
    if kept is None or isinstance(kept, Refusal):
        return kept
    text = _worded(piece, kept, clause, context)
    fault = _fault(piece, kept, text, context)
    if fault:
        return Refusal(fault)
    if text is None or unbalanced(text):
        return Refusal("relative time or open quotation in what must stay") if is_required(piece) else None
    if mixed(kept, clause, context):
        return Refusal("a person and a thing coordinated")
    return _with_slots(piece, kept, text, clause, context, fronted=fronted)


def _shortened(piece: Piece, tokens: list[Token], clause: Clause, context: Context) -> list[Token] | Refusal | None:
    """The words of a phrase without the description and the relatives that can go; nothing where it is hollow then."""
    if len(tokens) > _LONG_PIECE:
        tokens = before_description(tokens)
    fewer = without_relatives(tokens, piece.head)
    if len(fewer) == len(tokens):
        return tokens
    if piece.role == "object" and is_vague(fewer, piece.head):
        return Refusal("what says which would go") if len(tokens) > _LONGEST_WITH_RELATIVE else tokens
    if len(tokens) <= _LONG_PIECE and _stands(piece, tokens, clause, context):
        return tokens
    if not _stands(piece, fewer, clause, context):
        return tokens
    return None if piece.role == "oblique" and is_hollow(fewer, piece.head) else fewer


def _worded(piece: Piece, tokens: list[Token], clause: Clause, context: Context) -> str | None:
    text = render(without_edges(tokens), clause.paragraph, context)
    if text is not None and piece.role == "subject":
        text = grammar(context.language).with_article(_article_held(piece, clause, context), text)
    if text is not None and may_lower(tokens, clause.paragraph, context):
        text = text[:1].lower() + text[1:]
    return text


def _fault(piece: Piece, tokens: list[Token], text: str | None, context: Context) -> str | None:
    """What is wrong with a phrase as it would be written."""
    kept = without_edges(tokens)
    if piece.role in _WITH_CLAUSES and loses_object(tokens, context):
        return "a verb without the object it needs"
    if has_seam(kept):
        return "two names that something stood between"
    if text is not None and _names_a_speaker(text, context):
        return "a speaker within a phrase"
    if is_linked(kept, piece):
        return "a phrase that begins with a link to another"
    if behind_a_noun(piece):
        return "a name that belongs to the noun before it"
    if is_half_of_participial(kept):
        return "half of a participial clause"
    return "a phrase that breaks off" if text is not None and cut_off(kept) else None


def _with_slots(
    piece: Piece, tokens: list[Token], text: str, clause: Clause, context: Context, *, fronted: bool
) -> Written:
    """The phrase with what may be asked for in it."""
    why = _why_not_alone(piece, tokens, clause, context)
    slots = slots_of(piece, tokens, text, clause, context)
    if fronted and piece.role in ("oblique", "argument") and not _may_be_fronted(piece, slots, clause, context):
        why = why or "a fronted phrase that says neither when nor where"
    if piece.role == "oblique" and not fronted and _opens_comma(tokens):
        text += ","  # *à Navès, dans le Tarn, à l'âge de 92 ans*
    first, last = tokens[0], tokens[-1]
    phrase = FramePiece(
        role="nested" if piece.nested and piece.role == "object" else piece.role, text=text, slots=slots,
        fronted=fronted, case=piece.case,
        start=clause.paragraph.start + first.idx, end=clause.paragraph.start + last.idx + len(last.text),
    )  # fmt: skip
    return phrase, why


def _article_held(piece: Piece, clause: Clause, context: Context) -> str:
    """The preposition before an antecedent that holds its article (*du général qui …*), or an empty string."""
    before = piece.head.doc[piece.left - 1] if piece.left else None
    if clause.relation != "acl:relcl" or before is None or before.head != piece.head or before.dep_ != "case":
        return ""
    word = before.text.lower()
    return word if word in words(context.language, "clauses", "contracted") else ""


def _names_a_speaker(text: str, context: Context) -> bool:
    """*Par le parquet de Tokyo d'après le quotidien …*: who says it, hung on another phrase by the tree."""
    said = " " + text.lower().replace("’", "'") + " "
    return any(f" {word} " in said for word in words(context.language, "lint", "according_to"))


def _why_not_alone(piece: Piece, tokens: list[Token], clause: Clause, context: Context) -> str | None:
    why = dangling(tokens, clause.paragraph, context)
    if has_possessive(tokens) and not _owned(piece, clause, context):
        return why or "possessive"
    return why


def _stands(piece: Piece, tokens: list[Token], clause: Clause, context: Context) -> bool:
    written = render(without_edges(tokens), clause.paragraph, context)
    return written is not None and _why_not_alone(piece, tokens, clause, context) is None


def _owned(piece: Piece, clause: Clause, context: Context) -> bool:
    """Whether a possessive can only be read with the subject of the statement."""
    if piece.role == "subject" or clause.subject is None:
        return False
    if any(is_possessive(t) and t.head.dep_.startswith("nsubj") for t in piece.tokens):
        return False  # *affirmant que son geste …*: a clause of its own, whose owner may be another
    plural = "Plur" in clause.finite.morph.get("Number", [])
    of_many = words(context.language, "clauses", "of_many")
    owners = {t.text.lower() in of_many for t in piece.tokens if is_possessive(t)}
    return piece.left > clause.subject.right - 1 and owners <= {plural}


def _may_be_fronted(piece: Piece, slots: tuple[Slot, ...], clause: Clause, context: Context) -> bool:
    """Before a question stands only what says when or where, or after what."""
    if times_within(piece, clause, context):
        return True
    if any(slot.type in PLACE_TYPES for slot in slots):
        return True
    if piece.case in words(context.language, "clauses", "place"):
        found = (context.mentions.at(clause.paragraph, token) for token in piece.tokens)
        return any(mention is not None and mention.type == "location" for mention in found)
    framing = words(context.language, "clauses", "framing")
    return piece.case in framing or piece.tokens.text.lower().startswith(tuple(f"{one} " for one in framing))


def _opens_comma(tokens: list[Token]) -> bool:
    """A comma within a phrase that another closes right behind it."""
    kept = without_edges(tokens)
    inside = any(t.text == "," for t in kept)
    last = kept[-1]
    return inside and last.i + 1 < len(last.doc) and last.nbor(1).text == ","


def _only_says(piece: Piece, context: Context) -> bool:
    """*En tweetant*, *en déclarant*: a verb of saying without what was said."""
    sayings = words(context.language, "attribution", "asserting") | words(context.language, "attribution", "writing")
    return piece.head.lemma_.lower() in sayings and not any(c.i > piece.head.i for c in piece.head.children)


def _opens_speech(piece: Piece) -> bool:
    """*En tweetant : « … »*: what it says stands beyond the colon."""
    return piece.right < len(piece.head.doc) and piece.head.doc[piece.right].text == ":"


def _adverb(piece: Piece, clause: Clause, context: Context, *, fronted: bool) -> Written | Refusal | None:
    text = piece.tokens.text.lower()
    if fronted and text in words(context.language, "clauses", "hedges"):
        return Refusal("a hedge away from its number")
    if fronted and not is_date(piece, clause, context):
        return None
    if text in words(context.language, "clauses", "discourse") or clause.verb.left <= piece.left < clause.verb.right:
        return None
    tokens = trim(piece.head, piece.left, piece.right)
    if cut_off(tokens):
        return Refusal("a phrase that breaks off")
    rendered = render(tokens, clause.paragraph, context)
    if not rendered:
        return None
    why = dangling(tokens, clause.paragraph, context)
    span = clause.paragraph.span(piece.tokens)
    if may_lower(tokens, clause.paragraph, context):
        rendered = rendered[:1].lower() + rendered[1:]
    return FramePiece(role="adverb", text=rendered, fronted=fronted, start=span.start, end=span.end), why
