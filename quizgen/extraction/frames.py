"""A clause as a statement that stands alone, in pieces a question can be spliced from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.copy_errors import copy_error
from quizgen.extraction.grounding import dangling, has_possessive, is_possessive, is_soft, of_another_time
from quizgen.extraction.phrases import may_lower, render, tidy, trim
from quizgen.extraction.possessive import owned_subject
from quizgen.extraction.quantities import quantity_slots
from quizgen.extraction.reference import antecedent
from quizgen.extraction.slots import phrase_slot
from quizgen.facts import Frame, FramePiece, Slot
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.clauses import Clause, Piece, is_negation
from quizgen.parsing.reduction import ASIDE

if TYPE_CHECKING:
    from spacy.tokens import Token

_REQUIRED = ("subject", "verb", "object", "iobject", "argument", "predicate", "complement", "infinitive", "agent")
_TELLING = ("object", "nested", "predicate", "complement", "infinitive", "argument", "agent")
_SHORTEST = 5
PLACE_TYPES = frozenset(
    ("country", "city", "region", "department", "state", "province", "island", "place", "continent")
)


@dataclass(frozen=True)
class Refusal:
    """Why a clause gave no statement. ``reason`` is shown by ``quizgen explain``."""

    reason: str


@dataclass(frozen=True)
class Statement:
    """A frame and its evidence. ``needs_topic``: it is understood only beside the topic of its article."""

    frame: Frame
    sentence: Span
    needs_topic: bool = False


def statement(clause: Clause, context: Context) -> Statement | Refusal:
    """The statement a clause makes, or why it makes none."""
    refusal = _refuse(clause, context)
    if refusal:
        return Refusal(refusal)
    kept: list[FramePiece] = []
    loose: list[str] = []
    referent: Slot | None = None
    dropped_at = -1
    bare = untimed = False
    shown_from: int | None = None
    verb_at = next(i for i, piece in enumerate(clause.pieces) if piece.role == "verb")
    for index, piece in enumerate(clause.pieces):
        if piece.role == "verb":
            text = " ".join(_verb_words(clause, context)[0])
            kept.append(FramePiece(role="verb", text=_join(text)))
            continue
        if piece.case in words(context.language, "clauses", "attribution") | words(
            context.language, "clauses", "compared"
        ):
            continue
        if dropped_at == piece.left:
            return Refusal("a clause is not set apart")
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
        if made is None and _is_past_time(piece, clause, context):
            return Refusal("a time that the past needs")
        if made is None and piece.role in ("oblique", "adverb") and _is_date(piece, clause, context):
            untimed = True
        if made is None:
            dropped_at = piece.right if piece.role == "clause" and piece.tokens[-1].text != "," else dropped_at
            continue
        written, why = made
        if why:
            if piece.role not in _REQUIRED and not (clause.negated or _limits(piece, context)):
                if _says_where(piece, context) and not is_soft(why):
                    return Refusal(f"{why} in what says where")
                if _completes(piece, clause, context):
                    return Refusal(f"{why} in what completes the verb")
                bare = bare or not written.fronted
                continue
            if not is_soft(why):
                return Refusal(why)
            loose.append(why)
        kept.append(written)
    if untimed:
        kept = [
            p.model_copy(update={"slots": tuple(s for s in p.slots if not s.type.startswith("number"))}) for p in kept
        ]
    if bare and not any(piece.role in _TELLING for piece in kept):
        return Refusal("without what goes, the verb says too little")
    if sum(len(piece.text.split()) for piece in kept) < _SHORTEST:
        return Refusal("too little is said")
    if len(loose) > 2:
        return Refusal("too many phrases that do not stand alone")
    said = f" {' '.join(piece.text for piece in kept).lower()} "
    if any(f" {phrase} " in said for phrase in words(context.language, "clauses", "pointing_phrases")):
        return Refusal("a phrase that points outside")
    evidence = _evidence(clause, referent)
    if shown_from is not None:
        evidence = Span(start=min(evidence.start, shown_from), end=evidence.end)
    if loose and of_another_time(clause.paragraph, clause.sentence, context):
        return Refusal("a topic of today before a fact of another time")
    return Statement(_frame(clause, kept, context), evidence, needs_topic=bool(loose))


def _refuse(clause: Clause, context: Context) -> str | None:
    if clause.doubts:
        return clause.doubts[0]
    subject = clause.subject
    if subject is None:
        return "no subject"
    wrong = copy_error(clause.sentence)
    if wrong:
        return f"the source's French: {wrong}"
    if grammar(context.language).is_human(clause.finite.text.lower()) or _is_noun(clause, context):
        return "a noun read as a verb"
    limiting = words(context.language, "clauses", "limiting")
    text = clause.sentence.text.lower()
    own = {t.i for piece in clause.pieces for t in piece.tokens}
    if any(t.text.lower() in limiting for t in clause.sentence if t.i in own and not _idle(t)):
        return "limited statement"
    if any(limit in text for limit in limiting if " " in limit):
        return "limited statement"
    if clause.tense == "Fut":
        return "a future that is past when the card is learned"
    if clause.relation in ("acl:relcl", "advcl") and clause.tense == "Imp" and not _has_date(clause, context):
        return "a past told from another clause's time"
    if lost_object(clause, context):
        return "a verb without the object it needs"
    if any(child.dep_ == "case" for child in subject.head.children):
        return "subject with a preposition"
    if _heads_date(subject, clause, context):
        return "a date read as the subject"
    if subject.left > clause.verb.left:
        return "inverted subject"
    clitics = words(context.language, "clauses", "clitics")
    for token in clause.verb.tokens:
        if (
            token.pos_ == "PRON"
            and token.text.lower() in clitics
            and token.dep_ not in ("expl:comp", "expl:pass", "expl:pv")
        ):
            return "clitic"
    if any(t.text in '«»"' for t in clause.verb.tokens):
        return "quotation mark in the verb group"
    if clause.negated and not _fully_negated(clause, context):
        return "negation without its second half"
    if "?" in clause.sentence.text[-3:]:
        return "question"
    return None


def _is_noun(clause: Clause, context: Context) -> bool:
    """*X, figure du théâtre*: a form that is a noun too, with a complement of *de* right behind it."""
    after = clause.finite.nbor(1).text.lower() if clause.finite.i + 1 < len(clause.finite.doc) else ""
    return clause.finite.text.lower() in words(context.language, "clauses", "nouns_too") and after in words(
        context.language, "clauses", "governed"
    )


def lost_object(clause: Clause, context: Context) -> bool:
    """An active verb that is never without an object, and has none here: the tree has lost it."""
    if (
        clause.passive
        or clause.copular
        or clause.head.lemma_.lower() not in words(context.language, "verbs", "transitive")
    ):
        return False
    if any(t.dep_.startswith("expl") for t in clause.verb.tokens) or _is_being(clause.finite):
        return False
    found = (p for p in clause.pieces if p.role in _OBJECTS or (p.left >= clause.verb.right and _holds_clause(p)))
    return next(found, None) is None


_OBJECTS = ("object", "complement", "infinitive", "predicate", "iobject", "clause")


def _holds_clause(piece: Piece) -> bool:
    """An infinitive or a clause of *que* that the tree has hung on a noun (*recommande aux voyageurs de partir*)."""
    return any("Inf" in t.morph.get("VerbForm", []) or t.pos_ == "SCONJ" for t in piece.tokens)


def _idle(token: Token) -> bool:
    """*Si nécessaire*, *si possible*: no condition of the statement's truth."""
    return token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "ADJ" and token.dep_ == "mark"


def _is_gerund(piece: Piece) -> bool:
    """*En bloquant le transit*, not set apart: it says how, and the statement is empty without it."""
    before = piece.head.doc[piece.left - 1] if piece.left else None
    marked = any(c.dep_ in ("mark", "case") and c.i < piece.head.i for c in piece.head.children)
    return (
        marked
        and "Part" in piece.head.morph.get("VerbForm", [])
        and "Pres" in piece.head.morph.get("Tense", [])
        and (before is None or before.text != ",")
    )


def _fully_negated(clause: Clause, context: Context) -> bool:
    """Whether both halves of a negation stand in the verb group: one alone (*ne … que*) says something else."""
    halves = lexicon(context.language, "clauses")["negation"]
    inside = {t.text.lower() for t in clause.verb.tokens}
    return bool(inside & set(halves["first"])) and bool(inside & set(halves["second"]))


def _says_where(piece: Piece, context: Context) -> bool:
    """A place that cannot be named: without it the statement says more than the source."""
    return piece.role == "oblique" and piece.case in words(context.language, "clauses", "place")


def _limits(piece: Piece, context: Context) -> bool:
    essential = words(context.language, "clauses", "essential")
    return any(piece.case == word or piece.case.startswith(word + " ") for word in essential)


def _completes(piece: Piece, clause: Clause, context: Context) -> bool:
    """An oblique right behind the verb, with a preposition that verbs govern: it may be its object."""
    governed = words(context.language, "clauses", "governed")
    return piece.left == clause.verb.right and piece.case in governed


def _has_date(clause: Clause, context: Context) -> bool:
    return any(_is_date(piece, clause, context) for piece in clause.pieces if piece.role in ("oblique", "adverb"))


def _heads_date(piece: Piece, clause: Clause, context: Context) -> bool:
    """The noun of a phrase is a time itself (*le 5 juin*), not only what it holds."""
    at = clause.paragraph.start + piece.head.idx
    start = clause.paragraph.start + piece.tokens.start_char
    times = context.times_in(start, start + len(piece.tokens.text))
    return any(time.start <= at < time.end and time.type in ("DATE", "TIME", "SET") for time in times)


def _is_past_time(piece: Piece, clause: Clause, context: Context) -> bool:
    """A time that cannot be written, beside a verb that tells how things were then."""
    return clause.tense == "Imp" and piece.role in ("oblique", "adverb") and _is_date(piece, clause, context)


def _is_date(piece: Piece, clause: Clause, context: Context) -> bool:
    start = clause.paragraph.start + piece.tokens.start_char
    times = context.times_in(start, start + len(piece.tokens.text))
    return any(time.type in ("DATE", "TIME", "SET") for time in times)


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
    return piece.case in words(context.language, "clauses", "framing")


def _piece(
    piece: Piece, clause: Clause, context: Context, *, fronted: bool
) -> tuple[FramePiece, str | None] | Refusal | None:
    """The piece as a card writes it and why it dangles; None where it can go; Refusal where all is lost."""
    if piece.role == "clause" and _is_gerund(piece):
        piece = replace(piece, role="complement")
    if piece.role == "clause":
        return Refusal("condition") if _is_condition(piece) else None
    if piece.role == "adverb":
        return _adverb(piece, clause, context, fronted=fronted)
    if (
        fronted
        and piece.right - piece.left == 2
        and piece.case in words(context.language, "clauses", "governed")
        and _is_date(piece, clause, context)
    ):
        return Refusal("half of a span of time")
    if piece.role == "oblique" and not piece.case and not _is_date(piece, clause, context):
        if "," in (piece.tokens[0].text, clause.paragraph.doc[max(0, piece.left - 1)].text):
            return None  # an apposition that the tree hung on the verb
        return Refusal("an oblique without a preposition")
    piece = replace(piece, right=_to_closing_mark(piece))
    tokens = [piece.head] if piece.role == "infinitive" else trim(piece.head, piece.left, piece.right)
    if piece.role == "infinitive":
        tokens = list(piece.tokens)
    text = render(_without_edges(tokens), clause.paragraph, context)
    if _is_linked(_without_edges(tokens), piece):
        return Refusal("a phrase that begins with a link to another")
    if text is not None and _cut_off(_without_edges(tokens)):
        return Refusal("a phrase that breaks off")
    if text is not None and may_lower(tokens, clause.paragraph, context):
        text = text[:1].lower() + text[1:]
    if text is None or _unbalanced(text):
        if piece.role in _REQUIRED:
            return Refusal("relative time or open quotation in what must stay")
        return None
    if _mixed(tokens, clause, context):
        return Refusal("a person and a thing coordinated")
    why = dangling(tokens, clause.paragraph, context)
    if has_possessive(tokens) and not _owned(piece, clause, context):
        why = why or "possessive"
    if piece.role in ("argument", "oblique", "agent", "object", "subject", "predicate", "complement"):
        slots = () if _shortened_list(piece, tokens) else _slots(piece, tokens, text, clause, context)
        if piece.role == "subject" and "Plur" in clause.finite.morph.get("Number", []):
            slots = tuple(slot for slot in slots if slot.number == "p")
        if piece.role in ("subject", "object", "agent"):  # a city that acts is a government or a team
            slots = tuple(s for s in slots if s.type not in ("city", "place"))
    else:
        slots = ()
    if fronted and piece.role in ("oblique", "argument") and not _may_be_fronted(piece, slots, clause, context):
        why = why or "a fronted phrase that says neither when nor where"
    first, last = tokens[0], tokens[-1]
    written = FramePiece(
        role="nested" if piece.nested and piece.role == "object" else piece.role, text=text, slots=slots,
        fronted=fronted, case=piece.case,
        start=clause.paragraph.start + first.idx, end=clause.paragraph.start + last.idx + len(last.text),
    )  # fmt: skip
    return written, why


def _to_closing_mark(piece: Piece) -> int:
    """The end of a piece with the mark right behind it that closes a quotation opened in it."""
    doc = piece.head.doc
    marks = [t.text for t in piece.tokens]
    closes = piece.right < len(doc) and doc[piece.right].text == "»"
    return piece.right + (closes and marks.count("«") == marks.count("»") + 1)


def _shortened_list(piece: Piece, tokens: list[Token]) -> bool:
    """Things set behind the head by a comma have gone with the trimming: what is left is not the whole answer."""
    kept = {t.i for t in tokens}
    return any(
        c.dep_ in ("appos", "conj") and c.i not in kept and any(d.dep_ == "det" for d in c.children)
        for t in tokens
        for c in t.children
        if piece.left <= c.i < piece.right
    ) and any(t.pos_ == "CCONJ" for t in piece.tokens)


def _mixed(tokens: list[Token], clause: Clause, context: Context) -> bool:
    """A name of a person coordinated with that of a place or thing: a sure sign of a wrong tree."""
    for token in tokens:
        one = context.mentions.at(clause.paragraph, token)
        two = context.mentions.at(clause.paragraph, token.head) if token.dep_ == "conj" else None
        if one and two and (one.type == "person") != (two.type == "person"):
            return True
    return False


def _is_linked(tokens: list[Token], piece: Piece) -> bool:
    """A relative pronoun or a conjunction before a phrase that is no complement clause: the tree is wrong."""
    if not tokens or piece.role == "complement":
        return False
    return "Rel" in tokens[0].morph.get("PronType", []) or tokens[0].pos_ == "SCONJ"


def _cut_off(tokens: list[Token]) -> bool:
    """A phrase that ends, or goes on behind a comma, with a word that must have another behind it."""
    if any("Yes" in a.morph.get("Reflex", []) and b.pos_ == "PUNCT" for a, b in pairwise(tokens)):
        return True
    return bool(tokens) and (
        tokens[-1].pos_ in ("ADP", "DET", "SCONJ", "CCONJ", "AUX")
        or tokens[-1].text.lower() in words(tokens[-1].doc.lang_, "clauses", "never_last")
        or tokens[-1].text.endswith("'")
        or "Yes" in tokens[-1].morph.get("Reflex", [])
    )


def _is_condition(piece: Piece) -> bool:
    return any(child.dep_ == "mark" and child.lemma_.lower() == "si" for child in piece.head.children)


def _adverb(
    piece: Piece, clause: Clause, context: Context, *, fronted: bool
) -> tuple[FramePiece, str | None] | Refusal | None:
    text = piece.tokens.text.lower()
    if fronted and text in words(context.language, "clauses", "hedges"):
        return Refusal("a hedge away from its number")
    if fronted and not _is_date(piece, clause, context):
        return None
    if text in words(context.language, "clauses", "discourse") or piece.left in range(
        clause.verb.left, clause.verb.right
    ):
        return None
    tokens = trim(piece.head, piece.left, piece.right)
    rendered = render(tokens, clause.paragraph, context)
    if not rendered:
        return None
    why = dangling(tokens, clause.paragraph, context)
    start = clause.paragraph.start + piece.tokens.start_char
    end = clause.paragraph.start + piece.tokens.end_char
    return FramePiece(role="adverb", text=rendered, fronted=fronted, start=start, end=end), why


def _owned(piece: Piece, clause: Clause, context: Context) -> bool:
    """Whether a possessive can only be read with the subject of the statement."""
    if piece.role == "subject" or clause.subject is None:
        return False
    plural = "Plur" in clause.finite.morph.get("Number", [])
    of_many = words(context.language, "clauses", "of_many")
    owners = {t.text.lower() in of_many for t in piece.tokens if is_possessive(t)}
    return piece.left > clause.subject.right - 1 and owners <= {plural}


def _without_edges(tokens: list[Token]) -> list[Token]:
    while tokens and (tokens[0].text in (",", ";", ":", "-", "–") or tokens[0].pos_ == "CCONJ"):
        tokens = tokens[1:]
    while tokens and tokens[-1].text in (",", ";", ":", "-", "–", "."):
        tokens = tokens[:-1]
    return tokens


def _unbalanced(text: str) -> bool:
    return text.count("«") != text.count("»") or text.count("(") != text.count(")") or '"' in text


def _slots(piece: Piece, tokens: list[Token], text: str, clause: Clause, context: Context) -> tuple[Slot, ...]:
    whole = phrase_slot(piece.head, piece.left, piece.right, clause.paragraph, context)
    slots = [whole.model_copy(update={"case": piece.case})] if whole else []
    slots += quantity_slots(tokens, clause.paragraph, context)
    return tuple(slots)


def _verb_words(clause: Clause, context: Context) -> tuple[list[str], int, int | None]:
    """The verb group's words without discourse adverbs, the index of its finite verb and participle."""
    discourse = words(context.language, "clauses", "discourse")
    kept = [
        t
        for t in clause.verb.tokens
        if t.dep_ != ASIDE
        and not (t.dep_ == "advmod" and not is_negation(t) and t.text.lower() in discourse)
        and t.text != ","
    ]
    finite = next(i for i, t in enumerate(kept) if t.i == clause.finite.i)
    participle = next((i for i, t in enumerate(kept) if t.i == clause.head.i and i != finite), None)
    return [t.text for t in kept], finite, participle


def _join(text: str) -> str:
    return tidy(text.replace("' ", "'"))


def _frame(clause: Clause, pieces: list[FramePiece], context: Context) -> Frame:
    verb, finite, participle = _verb_words(clause, context)
    subject = next((slot for p in pieces if p.role == "subject" for slot in p.slots if slot.type != "number"), None)
    if subject is None and clause.subject is not None:
        subject = _bare_subject(clause, pieces, context)
    if subject is not None:
        subject = subject.model_copy(update={"number": "p" if "Plur" in clause.finite.morph.get("Number", []) else "s"})
    return Frame(
        pieces=tuple(pieces),
        verb=tuple(verb),
        finite=finite,
        participle=participle if participle is not None and not clause.copular else None,
        auxiliary=clause.finite.lemma_.lower() if participle is not None else "",
        subject=subject,
        number="p" if "Plur" in clause.finite.morph.get("Number", []) else "s",
        passive=clause.passive,
        negated=clause.negated,
        conditional=clause.conditional,
        tense=("Perf" if clause.perfect else "") + clause.tense,
    )


def _bare_subject(clause: Clause, pieces: list[FramePiece], context: Context) -> Slot | None:
    """Gender and number of a subject that cannot be asked for but must be taken up by a pronoun."""
    assert clause.subject is not None
    head = clause.subject.head
    text = next((p.text for p in pieces if p.role == "subject"), "")
    plural = "Plur" in clause.finite.morph.get("Number", [])
    gram = grammar(context.language)
    shown = gram.participle_gender(clause.head.text) if clause.head != clause.finite else None
    gender = shown if clause.passive or (shown == "f" and _agrees_with_subject(clause)) else None
    gender = gender or gram.gender_of(head.text, head.lemma_.lower(), "".join(head.morph.get("Gender", [])))
    return Slot(text=text, type="other", gender=gender, number="p" if plural else "s")


def _is_being(token: Token) -> bool:
    return token.lemma_.lower() in words(token.doc.lang_, "clauses", "being")


def _agrees_with_subject(clause: Clause) -> bool:
    """A participle behind *être*."""
    return any(c.dep_.startswith("aux") and _is_being(c) for c in clause.head.children)


def _evidence(clause: Clause, referent: Slot | None) -> Span:
    """The sentence; with the one that names the person where a pronoun stands for somebody."""
    start = clause.paragraph.start + clause.sentence.start_char
    end = start + len(clause.sentence.text.rstrip())
    if referent is not None and referent.start is not None:
        for sentence in clause.paragraph.doc.sents:
            if sentence.start_char <= referent.start - clause.paragraph.start < sentence.end_char:
                start = min(start, clause.paragraph.start + sentence.start_char)
    return Span(start=start, end=end)
