"""Which pieces of a clause a card may leave out, and what is lost with them."""

from __future__ import annotations

from quizgen.extraction.context import Context
from quizgen.extraction.frames.objects import completes
from quizgen.extraction.frames.pieces import as_what
from quizgen.extraction.frames.times import is_date, times_within
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.clauses import Clause
from quizgen.parsing.pieces import Piece

_REQUIRED = ("subject", "verb", "object", "iobject", "argument", "predicate", "complement", "infinitive", "agent")


def is_required(piece: Piece) -> bool:
    """What a clause says nothing without."""
    return piece.role in _REQUIRED


def says_where(piece: Piece, context: Context) -> bool:
    """A place that cannot be named: without it the statement says more than the source."""
    return piece.role == "oblique" and piece.case in words(context.language, "clauses", "place")


def limits(piece: Piece, context: Context) -> bool:
    essential = words(context.language, "clauses", "essential")
    return any(piece.case == word or piece.case.startswith(word + " ") for word in essential)


def is_aside(piece: Piece, clause: Clause, context: Context) -> bool:
    """*… 147 personnes* | *, pour la plupart des étudiants,* | *à Faro*: between two commas, no day, place or number.

    Nor by what means (*par référendum*).
    """
    doc, tokens = piece.head.doc, list(piece.tokens)
    opened = tokens[0].text == "," or piece.left > 0 and doc[piece.left - 1].text == ","
    closed = tokens[-1].text == "," or piece.right < len(doc) and doc[piece.right].text == ","
    if piece.role not in ("oblique", "adverb") or not opened or not closed or counts_some(piece, context):
        return False
    means = piece.case in words(context.language, "asides", "means")
    if means or any(token.like_num or token.pos_ == "NUM" for token in tokens):
        return False
    dated = any(time.type == "DATE" for time in times_within(piece, clause, context))
    named = (context.mentions.at(clause.paragraph, token) for token in tokens)
    return not dated and not any(mention is not None for mention in named) and not completes(piece, clause, context)


def counts_some(piece: Piece, context: Context) -> bool:
    """*… 1 200 personnes* | *, dont plus de 200 enfants*: some of those that the phrase before has counted."""
    first = next((t for t in piece.tokens if not t.is_punct), None)
    return first is not None and first.lower_ in words(context.language, "asides", "counting")


def counts_times(piece: Piece, context: Context) -> bool:
    """*Pour la première fois*, *à deux reprises*."""
    return any(t.text.lower() in words(context.language, "clauses", "counted_times") for t in piece.tokens)


def half_said_without(piece: Piece, clause: Clause, context: Context) -> str | None:
    """Why a statement cannot do without a phrase that would go."""
    if _may_be_of_the_object(piece, clause) and not is_date(piece, clause, context):
        return "a phrase that may be the object's would go"
    return "what for, or to how many, would go" if is_needed(piece, clause, context) else None


def _may_be_of_the_object(piece: Piece, clause: Clause) -> bool:
    """*A dénoncé une menace* | *pour l'unité du pays*: a phrase right behind an indefinite object, no comma between."""
    before = next((p for p in clause.pieces if p.role == "object" and p.right == piece.left), None)
    if piece.role != "oblique" or before is None or piece.head.doc[piece.left].text == ",":
        return False
    return any("Ind" in c.morph.get("Definite", []) for c in before.head.children if c.dep_ == "det")


def is_needed(piece: Piece, clause: Clause, context: Context) -> bool:
    """*A choisi X* | *pour diriger le port*; *verse 500 euros* | *à chacune des familles*: half is said without it.

    *A condamné X* | *pour avoir volé*, where no sentence is said (*à trois ans de prison*).
    """
    language, verb = context.language, clause.head.lemma_.lower()
    if {t.lower_ for t in piece.tokens} & words(language, "clauses", "distributing"):
        return True
    opens = next((t.lower_ for t in piece.tokens if not t.is_punct), "")
    if opens not in words(language, "clauses", "purpose"):
        return False
    if verb in words(language, "verbs", "for_a_purpose"):
        return True
    sentenced = any(p.case in words(language, "verbs", "sentenced_to") for p in clause.pieces)
    return verb in words(language, "verbs", "for_a_deed") and not sentenced


def is_comparison(piece: Piece, context: Context) -> bool:
    """*Comme son père*; *compte 40 000 élèves, soit deux fois plus qu'en 2010*: an amount in other words."""
    if piece.case in words(context.language, "clauses", "compared") and not as_what(piece):
        return True
    said = [token for token in piece.tokens if not token.is_punct]
    if len(said) > 1 and said[1].like_num and said[0].lower_ in words(context.language, "clauses", "sided"):
        return True  # *par 2 114 voix* | *contre 1 740*: the other side of a vote
    return bool(said) and said[0].lower_ in words(context.language, "asides", "equals")


def says_whose_word(piece: Piece, context: Context, *, fronted: bool) -> bool:
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
