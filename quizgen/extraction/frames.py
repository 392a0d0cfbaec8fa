"""A clause as a statement that stands alone, in pieces a question can be spliced from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.common_slots import common_slots
from quizgen.extraction.context import Context
from quizgen.extraction.dating import of_another_time, of_now
from quizgen.extraction.frames_pieces import (
    as_what,
    before_apposition,
    before_description,
    behind_a_noun,
    cut_off,
    has_seam,
    is_condition,
    is_gerund,
    is_hollow,
    is_linked,
    is_vague,
    mixed,
    shortened_list,
    to_closing_mark,
    unbalanced,
    without_edges,
    without_relatives,
)
from quizgen.extraction.frames_refused import (
    completes,
    completes_as_infinitive,
    fills_object,
    half_of_list,
    infinitive_without_object,
    is_date,
    is_past_time,
    limits,
    loses_object,
    refusal,
    says_where,
    wants_object,
)
from quizgen.extraction.frames_verbs import frame_of, joined, verb_words
from quizgen.extraction.function_words import has_possessive, is_possessive
from quizgen.extraction.grounding import dangling, is_soft
from quizgen.extraction.name_slots import mention_slot
from quizgen.extraction.phrases import drops_name_of_thing, may_lower, render, trim
from quizgen.extraction.possessive import owned_subject
from quizgen.extraction.quantities import first_lowered, quantity_slots
from quizgen.extraction.reference import antecedent, shown_with
from quizgen.extraction.slots import phrase_slot
from quizgen.facts import Frame, FramePiece, Slot
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.clauses import Clause, Piece

if TYPE_CHECKING:
    from spacy.tokens import Token

_DIGITS = re.compile(r"\d")
_REQUIRED = ("subject", "verb", "object", "iobject", "argument", "predicate", "complement", "infinitive", "agent")
_TELLING = ("object", "nested", "predicate", "complement", "infinitive", "argument", "agent")
_WITH_SLOTS = ("argument", "oblique", "agent", "object", "subject", "predicate", "complement")
_WITH_CLAUSES = ("subject", "object", "predicate", "complement")
_SHORTEST = 5
# A piece of more words goes without the relative clauses that can go.
_LONG_PIECE = 14
# Nor one of still more words whose relative clause says which it is.
_LONGEST_WITH_RELATIVE = 20
PLACE_TYPES = frozenset(
    ("country", "city", "region", "nation", "department", "state", "province", "island", "place", "continent")
)


@dataclass(frozen=True)
class Refusal:
    """Why a clause gave no statement. ``reason`` is shown by ``quizgen explain``."""

    reason: str


@dataclass(frozen=True)
class Statement:
    """A frame and its evidence. ``needs_topic``: it is understood only beside the topic of its article. ``of_now``: it
    surely tells of the article's own days.
    """

    frame: Frame
    sentence: Span
    needs_topic: bool = False
    of_now: bool = False


def statement(clause: Clause, context: Context) -> Statement | Refusal:
    """The statement a clause makes, or why it makes none."""
    reason = refusal(clause, context)
    if reason:
        return Refusal(reason)
    kept: list[FramePiece] = []
    loose: list[str] = []
    referent: Slot | None = None
    dropped_at = gone_at = -1
    bare = untimed = whole = False
    shown_from: int | None = None
    verb_at = next(i for i, piece in enumerate(clause.pieces) if piece.role == "verb")
    for index, piece in enumerate(clause.pieces):
        if piece.role == "verb":
            text = " ".join(verb_words(clause, context)[0])
            kept.append(FramePiece(role="verb", text=joined(text)))
            continue
        if _counts_some(piece, context) and len(kept) < index:
            continue
        if index > verb_at and not clause.negated and _is_aside(piece, clause, context):
            continue
        compared = piece.case in words(context.language, "clauses", "compared") and not as_what(piece)
        compared = compared or _says_once_more(piece, context)
        if _says_who(piece, context, fronted=index < verb_at) or compared:
            if _is_needed(piece, clause, context):
                return Refusal("what for, or to how many, would go")
            continue
        if dropped_at == piece.left and piece.tokens[0].text != ",":
            return Refusal("a clause is not set apart")
        if piece.role == "oblique" and 0 <= piece.left - gone_at <= 1 and index > verb_at:
            return Refusal("a phrase that may belong to a clause that went")
        if piece.role != "subject" and "Rel" in piece.head.morph.get("PronType", []):
            return Refusal("a relative pronoun would be lost")
        if piece.role == "subject" and piece.head.pos_ == "PRON":
            slot = antecedent(piece.head, clause.paragraph, context)
            if slot is None:
                return Refusal(f"unresolved subject: {piece.head.text}")
            referent = slot
            kept.append(FramePiece(role="subject", text=slot.text, slots=(slot,)))
            continue
        if piece.role == "subject" and is_possessive(piece.tokens[0]):
            owned = owned_subject(list(piece.tokens), clause.paragraph, context)
            if owned is None:
                return Refusal("possessive")
            kept.append(FramePiece(role="subject", text=owned.text))
            shown_from = owned.start
            continue
        made = _piece(piece, clause, context, fronted=index < verb_at and piece.role != "subject")
        if isinstance(made, Refusal):
            return made
        if made is None and is_past_time(piece, clause, context):
            return Refusal("a time that the past needs")
        if made is None and _counts_times(piece, context):
            return Refusal("a number of times that would go")
        if made is None and piece.role in ("oblique", "adverb") and is_date(piece, clause, context):
            untimed = True
        lost = _half_said_without(piece, clause, context) if made is None or made[1] else None
        if lost is not None:
            return Refusal(lost)
        if made is None:
            if completes_as_infinitive(piece, context):
                return Refusal("an infinitive that completes the verb would go")
            if piece.role == "clause":
                gone_at = piece.right
                dropped_at = piece.right if piece.tokens[-1].text != "," else dropped_at
            continue
        written, why = made
        if why:
            if piece.role not in _REQUIRED and _counts_times(piece, context):
                return Refusal("a number of times that would go")
            if piece.role not in _REQUIRED and not (clause.negated or limits(piece, context)):
                named = any(slot.type in PLACE_TYPES for p in kept if p.role == "oblique" for slot in p.slots)
                if says_where(piece, context) and named:
                    continue  # *à Porto, au siège du syndicat*: where is said already
                if says_where(piece, context) and not is_soft(why):
                    return Refusal(f"{why} in what says where")
                if completes(piece, clause, context):
                    return Refusal(f"{why} in what completes the verb")
                bare = bare or not written.fronted
                continue
            if not is_soft(why):
                return Refusal(why)
            loose.append(why)
        kept.append(written)
        whole = whole or fills_object(piece, written.text)
    if untimed and any(_says_number(p) for p in kept):
        return Refusal("a number without its time")
    if untimed:
        kept = [
            p.model_copy(update={"slots": tuple(s for s in p.slots if not s.type.startswith("number"))}) for p in kept
        ]
    if not whole and wants_object(clause, context) or infinitive_without_object(clause, context):
        return Refusal("a verb without the object it needs")
    if half_of_list(clause):
        return Refusal("half of a list of infinitives")
    if bare and not any(piece.role in _TELLING for piece in kept):
        return Refusal("without what goes, the verb says too little")
    if sum(len(piece.text.split()) for piece in kept) < _SHORTEST:
        return Refusal("too little is said")
    if len(loose) > 2:
        return Refusal("too many phrases that do not stand alone")
    said = f" {' '.join(piece.text for piece in kept).lower()} "
    if any(
        f" {phrase} " in said.replace(",", " ") for phrase in words(context.language, "clauses", "pointing_phrases")
    ):
        return Refusal("a phrase that points outside")
    start = clause.paragraph.start + clause.sentence.start_char
    evidence = Span(start=start, end=start + len(clause.sentence.text.rstrip()))
    if referent is not None:
        evidence = shown_with(referent, clause.sentence, clause.paragraph, context)
    if shown_from is not None:
        evidence = Span(start=min(evidence.start, shown_from), end=evidence.end)
    if loose and of_another_time(clause.paragraph, clause.sentence, context):
        return Refusal("a topic of today before a fact of another time")
    frame = frame_of(clause, kept, context)
    now = of_now(clause.paragraph, clause.sentence, frame.tense, context)
    return Statement(frame, evidence, needs_topic=bool(loose), of_now=now)


def _is_aside(piece: Piece, clause: Clause, context: Context) -> bool:
    """*… 147 personnes* | *, pour la plupart des étudiants,* | *à Faro*: between two commas, no day, place or number.

    Nor by what means (*par référendum*).
    """
    doc, tokens = piece.head.doc, list(piece.tokens)
    opened = tokens[0].text == "," or piece.left > 0 and doc[piece.left - 1].text == ","
    closed = tokens[-1].text == "," or piece.right < len(doc) and doc[piece.right].text == ","
    if piece.role not in ("oblique", "adverb") or not opened or not closed or _counts_some(piece, context):
        return False
    means = piece.case in words(context.language, "asides", "means")
    if means or any(token.like_num or token.pos_ == "NUM" for token in tokens):
        return False
    start = clause.paragraph.start + piece.tokens.start_char
    dated = any(time.type == "DATE" for time in context.times_in(start, start + len(piece.tokens.text)))
    named = (context.mentions.at(clause.paragraph, token) for token in tokens)
    return not dated and not any(mention is not None for mention in named) and not completes(piece, clause, context)


def _counts_some(piece: Piece, context: Context) -> bool:
    """*… 1 200 personnes* | *, dont plus de 200 enfants*: some of those that the phrase before has counted."""
    first = next((t for t in piece.tokens if not t.is_punct), None)
    return first is not None and first.lower_ in words(context.language, "asides", "counting")


def _counts_times(piece: Piece, context: Context) -> bool:
    """*Pour la première fois*, *à deux reprises*."""
    return any(t.text.lower() in words(context.language, "clauses", "counted_times") for t in piece.tokens)


def _says_number(piece: FramePiece) -> bool:
    """A number that is no date (*en mars 1944*)."""
    counted = any(slot.type.startswith("number") for slot in piece.slots)
    return counted or (piece.role not in ("oblique", "adverb") and _DIGITS.search(piece.text) is not None)


def _half_said_without(piece: Piece, clause: Clause, context: Context) -> str | None:
    """Why a statement cannot do without a phrase that would go."""
    if _may_be_of_the_object(piece, clause) and not is_date(piece, clause, context):
        return "a phrase that may be the object's would go"
    return "what for, or to how many, would go" if _is_needed(piece, clause, context) else None


def _may_be_of_the_object(piece: Piece, clause: Clause) -> bool:
    """*A dénoncé une menace* | *pour l'unité du pays*: a phrase right behind an indefinite object, no comma between."""
    before = next((p for p in clause.pieces if p.role == "object" and p.right == piece.left), None)
    if piece.role != "oblique" or before is None or piece.head.doc[piece.left].text == ",":
        return False
    return any("Ind" in c.morph.get("Definite", []) for c in before.head.children if c.dep_ == "det")


def _is_needed(piece: Piece, clause: Clause, context: Context) -> bool:
    """*A choisi X* | *pour diriger le port*; *verse 500 euros* | *à chacune des familles*: half is said without it."""
    language = context.language
    if {t.lower_ for t in piece.tokens} & words(language, "clauses", "distributing"):
        return True
    purpose = words(language, "clauses", "purpose")
    opens = next((t.lower_ for t in piece.tokens if not t.is_punct), "")
    return clause.head.lemma_.lower() in words(language, "verbs", "for_a_purpose") and opens in purpose


def _says_once_more(piece: Piece, context: Context) -> bool:
    """*Compte 40 000 élèves, soit deux fois plus qu'en 2010*: an amount in other words."""
    first = next((token for token in piece.tokens if not token.is_punct), None)
    return first is not None and first.lower_ in words(context.language, "asides", "equals")


def _says_who(piece: Piece, context: Context, *, fronted: bool) -> bool:
    """*Selon X*, and *pour X* before the verb; behind it *pour* says what for."""
    attributing = words(context.language, "clauses", "attribution")
    if piece.case not in words(context.language, "clauses", "purpose"):
        return piece.case in attributing
    return piece.case in attributing and fronted and _may_speak(piece, context)


def _may_speak(piece: Piece, context: Context) -> bool:
    """*Pour les députés, …*; not *pour cette dernière émission, …*."""
    head = piece.head
    if head.pos_ in ("PROPN", "PRON") or grammar(context.language).is_human(head.lemma_.lower()):
        return True
    return grammar(context.language).noun_class(head.lemma_.lower()) in ("person", "group", "organisation")


def _names_a_speaker(text: str, context: Context) -> bool:
    """*Par le parquet de Tokyo d'après le quotidien …*: who says it, hung on another phrase by the tree."""
    said = " " + text.lower().replace("’", "'") + " "
    return any(f" {word} " in said for word in words(context.language, "lint", "according_to"))


def _may_be_fronted(piece: Piece, slots: tuple[Slot, ...], clause: Clause, context: Context) -> bool:
    """Before a question stands only what says when or where, or after what."""
    start = clause.paragraph.start + piece.tokens.start_char
    if context.times_in(start, start + len(piece.tokens.text)):
        return True
    if any(slot.type in PLACE_TYPES for slot in slots):
        return True
    if piece.case in words(context.language, "clauses", "place"):
        found = (context.mentions.at(clause.paragraph, token) for token in piece.tokens)
        return any(mention is not None and mention.type == "location" for mention in found)
    framing = words(context.language, "clauses", "framing")
    return piece.case in framing or piece.tokens.text.lower().startswith(tuple(f"{one} " for one in framing))


def _piece(
    piece: Piece, clause: Clause, context: Context, *, fronted: bool
) -> tuple[FramePiece, str | None] | Refusal | None:
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
    if (
        fronted
        and piece.right - piece.left == 2
        and piece.case in words(context.language, "clauses", "governed")
        and is_date(piece, clause, context)
    ):
        return Refusal("half of a span of time")
    if piece.role == "oblique" and piece.head.pos_ == "PRON" and piece.right - piece.left == 1:
        return Refusal("clitic")  # *…, Rui Sá, y voit un danger*
    if piece.role == "oblique" and not piece.case and not is_date(piece, clause, context):
        if "," in (piece.tokens[0].text, clause.paragraph.doc[max(0, piece.left - 1)].text):
            return None  # an apposition that the tree hung on the verb
        return Refusal("an oblique without a preposition")
    piece = replace(piece, right=to_closing_mark(piece))
    tokens = [piece.head] if piece.role == "infinitive" else trim(piece.head, piece.left, piece.right)
    if piece.role == "infinitive":
        tokens = list(piece.tokens)
    if piece.role == "subject":
        tokens = before_apposition(tokens, piece.head)
        if tokens and drops_name_of_thing(tokens[-1], clause.paragraph, context):
            named = _by_its_name(piece, tokens[-1], clause, context)
            return (named, None) if named is not None else Refusal("the name of a thing would go")
    if len(tokens) > _LONG_PIECE and not clause.negated:
        tokens = before_description(tokens)
    fewer = tokens if clause.negated else without_relatives(tokens, piece.head)
    long = len(tokens) > _LONG_PIECE
    if piece.role == "object" and len(fewer) < len(tokens) and is_vague(fewer, piece.head):
        if len(tokens) > _LONGEST_WITH_RELATIVE:
            return Refusal("what says which would go")
    elif len(fewer) < len(tokens) and (long or not _stands(piece, tokens, clause, context)):
        tokens = fewer if _stands(piece, fewer, clause, context) else tokens
        if piece.role == "oblique" and tokens == fewer and is_hollow(tokens, piece.head):
            return None
    text = render(without_edges(tokens), clause.paragraph, context)
    if text is not None and piece.role == "subject":
        text = grammar(context.language).with_article(_article_held(piece, clause, context), text)
    if piece.role in _WITH_CLAUSES and loses_object(tokens, context):
        return Refusal("a verb without the object it needs")
    if has_seam(without_edges(tokens)):
        return Refusal("two names that something stood between")
    if text is not None and _names_a_speaker(text, context):
        return Refusal("a speaker within a phrase")
    if is_linked(without_edges(tokens), piece):
        return Refusal("a phrase that begins with a link to another")
    if behind_a_noun(piece):
        return Refusal("a name that belongs to the noun before it")
    if text is not None and cut_off(without_edges(tokens)):
        return Refusal("a phrase that breaks off")
    if text is not None and may_lower(tokens, clause.paragraph, context):
        text = text[:1].lower() + text[1:]
    if text is None or unbalanced(text):
        if piece.role in _REQUIRED:
            return Refusal("relative time or open quotation in what must stay")
        return None
    if mixed(tokens, clause, context):
        return Refusal("a person and a thing coordinated")
    why = _why_not_alone(piece, tokens, clause, context)
    slots = _named_slots(piece, tokens, text, clause, context)
    if not any(slot.text == text for slot in slots):
        slots += common_slots(piece, without_edges(tokens), text, clause, context)
    if fronted and piece.role in ("oblique", "argument") and not _may_be_fronted(piece, slots, clause, context):
        why = why or "a fronted phrase that says neither when nor where"
    first, last = tokens[0], tokens[-1]
    if piece.role == "oblique" and not fronted and _opens_comma(tokens):
        text += ","  # *à Navès, dans le Tarn, à l'âge de 92 ans*
    written = FramePiece(
        role="nested" if piece.nested and piece.role == "object" else piece.role, text=text, slots=slots,
        fronted=fronted, case=piece.case,
        start=clause.paragraph.start + first.idx, end=clause.paragraph.start + last.idx + len(last.text),
    )  # fmt: skip
    return written, why


def _named_slots(piece: Piece, tokens: list[Token], text: str, clause: Clause, context: Context) -> tuple[Slot, ...]:
    """What may be asked for in a piece, by what it is there: of several acting, several; a city that acts, a thing."""
    if piece.role not in _WITH_SLOTS or shortened_list(piece, tokens):
        return ()
    slots = _slots(piece, tokens, text, clause, context)
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


def _by_its_name(piece: Piece, last: Token, clause: Clause, context: Context) -> FramePiece | None:
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


def _is_of_a_kind(slot: Slot, context: Context) -> bool:
    """*La cathédrale Saint-Paul*: by the noun before its name no town that acts; no street."""
    streets = words(context.language, "clauses", "streets") | words(context.language, "things", "not_named")
    return slot.type == "place" and slot.noun is not None and slot.noun not in streets


def _opens_comma(tokens: list[Token]) -> bool:
    """A comma within a phrase that another closes right behind it."""
    kept = without_edges(tokens)
    inside = any(t.text == "," for t in kept)
    last = kept[-1]
    return inside and last.i + 1 < len(last.doc) and last.nbor(1).text == ","


def _article_held(piece: Piece, clause: Clause, context: Context) -> str:
    """The preposition before an antecedent that holds its article (*du général qui …*), or an empty string."""
    before = piece.head.doc[piece.left - 1] if piece.left else None
    if clause.relation != "acl:relcl" or before is None or before.head != piece.head or before.dep_ != "case":
        return ""
    word = before.text.lower()
    return word if word in words(context.language, "clauses", "contracted") else ""


def _stands(piece: Piece, tokens: list[Token], clause: Clause, context: Context) -> bool:
    written = render(without_edges(tokens), clause.paragraph, context)
    return written is not None and _why_not_alone(piece, tokens, clause, context) is None


def _why_not_alone(piece: Piece, tokens: list[Token], clause: Clause, context: Context) -> str | None:
    why = dangling(tokens, clause.paragraph, context)
    if has_possessive(tokens) and not _owned(piece, clause, context):
        return why or "possessive"
    return why


def _opens_speech(piece: Piece) -> bool:
    """*En tweetant : « … »*: what it says stands beyond the colon."""
    return piece.right < len(piece.head.doc) and piece.head.doc[piece.right].text == ":"


def _only_says(piece: Piece, context: Context) -> bool:
    """*En tweetant*, *en déclarant*: a verb of saying without what was said."""
    sayings = words(context.language, "attribution", "asserting") | words(context.language, "attribution", "writing")
    return piece.head.lemma_.lower() in sayings and not any(c.i > piece.head.i for c in piece.head.children)


def _adverb(
    piece: Piece, clause: Clause, context: Context, *, fronted: bool
) -> tuple[FramePiece, str | None] | Refusal | None:
    text = piece.tokens.text.lower()
    if fronted and text in words(context.language, "clauses", "hedges"):
        return Refusal("a hedge away from its number")
    if fronted and not is_date(piece, clause, context):
        return None
    if text in words(context.language, "clauses", "discourse") or piece.left in range(
        clause.verb.left, clause.verb.right
    ):
        return None
    tokens = trim(piece.head, piece.left, piece.right)
    if cut_off(tokens):
        return Refusal("a phrase that breaks off")
    rendered = render(tokens, clause.paragraph, context)
    if not rendered:
        return None
    why = dangling(tokens, clause.paragraph, context)
    start = clause.paragraph.start + piece.tokens.start_char
    end = clause.paragraph.start + piece.tokens.end_char
    if may_lower(tokens, clause.paragraph, context):
        rendered = rendered[:1].lower() + rendered[1:]
    return FramePiece(role="adverb", text=rendered, fronted=fronted, start=start, end=end), why


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


def _slots(piece: Piece, tokens: list[Token], text: str, clause: Clause, context: Context) -> tuple[Slot, ...]:
    whole = phrase_slot(piece.head, piece.left, piece.right, clause.paragraph, context)
    slots = [whole.model_copy(update={"case": piece.case})] if whole else []
    slots += [first_lowered(slot, text) for slot in quantity_slots(tokens, clause.paragraph, context)]
    return tuple(slots)
