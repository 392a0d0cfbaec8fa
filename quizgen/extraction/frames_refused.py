"""Why a clause makes no statement: what is doubtful, limited, out of time, or has lost a part it needs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.copy_errors import copy_error
from quizgen.extraction.dating import DAY
from quizgen.extraction.frames_pieces import has_insertion
from quizgen.extraction.function_words import is_clitic
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.clauses import Clause, Piece

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token


def refusal(clause: Clause, context: Context) -> str | None:
    if clause.doubts:
        return clause.doubts[0]
    subject = clause.subject
    if subject is None:
        return "no subject"
    timeless = clause.head.lemma_.lower() in words(context.language, "participles", "timeless")
    beside = clause.supplied and clause.relation != "ROOT"
    if beside and not timeless and not _has_past_date(clause, context):
        return "a participle without a day or year"
    if any(
        f" {source} " in f" {clause.sentence.text.lower()} " for source in words(context.language, "clauses", "sources")
    ):
        return "a source that would go"
    if any(_hedge_left_out(piece, context) for piece in clause.pieces):
        return "a hedge away from its number"
    if _is_impersonal(clause, context):
        return "an impersonal verb"
    if _lost_predicate(clause, context):
        return "a predicate that the tree has lost"
    if goes_on_saying(clause.head, context):
        return "it goes on with what was said before"
    wrong = copy_error(clause.sentence)
    if wrong:
        return f"the source's French: {wrong}"
    if has_insertion(clause.sentence):
        return "words put into a quotation"
    alone = not (clause.perfect or clause.passive or clause.supplied or clause.copular)
    if alone and _is_participle(clause.finite.text.lower(), context):
        return "a participle without its auxiliary"
    if not clause.supplied and (
        grammar(context.language).is_human(clause.finite.text.lower()) or _is_noun(clause, context)
    ):
        return "a noun read as a verb"
    limiting = words(context.language, "clauses", "limiting")
    text = clause.sentence.text.lower()
    own = {t.i for piece in clause.pieces for t in piece.tokens}
    if any(t.text.lower() in limiting for t in clause.sentence if t.i in own and not _idle(t)):
        return "limited statement"
    if any(limit in text for limit in limiting if " " in limit):
        return "limited statement"
    if clause.tense == "Pres" and not clause.perfect and _continues(clause, context):
        return "a verb that goes on with a speech"
    if any(t.text.lower() in words(context.language, "clauses", "then") for t in _adverbs(clause)):
        return "a time that another sentence tells"
    if any(t.text.lower() in words(context.language, "clauses", "planned") for t in clause.verb.tokens):
        return "a plan of which nothing tells the end"
    if is_due(clause, context):
        return "a plan of which nothing tells the end"
    if is_yet_to_come(clause, context):
        return "a future that is past when the card is learned"
    if clause.tense == "Fut" or any(_is_to_come(p) for p in clause.pieces if p.role == "complement"):
        return "a future that is past when the card is learned"
    if clause.relation in ("acl:relcl", "advcl") and clause.tense == "Imp" and not _has_date(clause, context):
        return "a past told from another clause's time"
    if (
        clause.relation == "advcl"
        and clause.tense == "Pres"
        and _says_when(clause, context)
        and not _has_date(clause, context)
    ):
        return "a time that another clause tells"
    if comes_back(clause.head, context):
        return "a return from where another sentence tells"
    if only_seems(clause.finite, context):
        return "what seemed so when it was written"
    if _is_alternative(clause, context):
        return "one of two things that may have happened"
    if clause.subject is not None and is_bare_number(clause.subject):
        return "a number of what another clause names"
    if is_of_two_turns(clause.sentence, context):
        return "first one thing and then another"
    if lost_object(clause, context):
        return "a verb without the object it needs"
    if any(_is_half(p) for p in clause.pieces):
        return "half of a coordination"
    if any(_is_set_apart(p, clause) for p in clause.pieces):
        return "a phrase of something else"
    if any(_is_of_the_noun_before(two, one) for one, two in pairwise(clause.pieces)):
        return "a participle that may be another noun's"
    if swallows_subject(clause.sentence):
        return "a subject read as an object of the verb before"
    if any(_is_another_verbs(p, clause) for p in clause.pieces):
        return "what another verb governs"
    if is_appointed_to_nothing(clause, context):
        return "appointed, and not to what"
    if not clause.supplied and _is_cased(subject, clause, context):
        return "subject with a preposition"
    if _is_bare_plural(subject, clause):
        return "a plural subject without its article"
    if is_bare_noun(subject):
        return "a subject without its article"
    if heads_date(subject, clause, context):
        return "a date read as the subject"
    if subject.left > clause.verb.left and not clause.supplied:
        return "inverted subject"
    if any(_points(token, clause, context) for token in clause.verb.tokens):
        return "clitic"
    if any(t.text in '«»"' for t in clause.verb.tokens):
        return "quotation mark in the verb group"
    if clause.negated and not _fully_negated(clause, context):
        return "negation without its second half"
    if "?" in clause.sentence.text[-3:]:
        return "question"
    return None


def _hedge_left_out(piece: Piece, context: Context) -> bool:
    """*Au moins* | *28 autoroutes*: the tree has hung the hedge on the verb."""
    first = piece.tokens[0]
    if not first.like_num:
        return False
    said = [t.text.lower() for t in first.doc[max(first.sent.start, piece.left - 3) : piece.left]]
    hedges = lexicon(context.language, "quantities")["hedges"]
    return any(" ".join(said[-size:]).replace("' ", "'") in hedges for size in (1, 2, 3) if len(said) >= size)


def _is_impersonal(clause: Clause, context: Context) -> bool:
    """*Il est tombé 491 litres d'eau*: a pronoun that stands for nobody, before a verb that takes no object."""
    subject = clause.subject
    if subject is None or subject.head.text.lower() not in words(context.language, "clauses", "impersonal_subjects"):
        return False
    if clause.head.lemma_.lower() not in words(context.language, "clauses", "impersonal"):
        return False
    return any(piece.role in ("object", "predicate") and piece.left > clause.verb.left for piece in clause.pieces)


def _is_cased(subject: Piece, clause: Clause, context: Context) -> bool:
    """A preposition before the subject that makes it none: not a hedge (*environ 156 mm de pluie sont tombés*), nor the
    article *des* that opens a clause.

    The noun before a relative clause may have one (*devancée par X, qui l'avait battue*), where no noun above it can
    be meant.
    """
    noun = subject.head
    case = [c for c in noun.children if c.dep_ == "case"]
    if not case:
        return False
    if clause.relation == "acl:relcl" and all(c.i < subject.left for c in case):
        if noun.dep_.startswith("obl"):
            return False
        named = context.mentions.at(clause.paragraph, noun)
        above = grammar(context.language).is_human(noun.head.lemma_.lower()) or noun.head.pos_ != "NOUN"
        return named is None or named.type != "person" or above
    hedges = lexicon(context.language, "quantities")["hedges"]
    partitive = words(context.language, "clauses", "indefinite_articles")
    first = noun.doc[subject.left]
    opens = first.is_sent_start or first.nbor(-1).text in (",", ":")
    return not all(c.text.lower() in hedges or (opens and c == first and c.text.lower() in partitive) for c in case)


def _says_when(clause: Clause, context: Context) -> bool:
    """*Lorsque le Vanuatu propose …*: of the time that the main clause tells."""
    marks = (c.text.lower() for c in clause.head.children if c.dep_ == "mark")
    return any(mark in words(context.language, "clauses", "when") for mark in marks)


def _points(token: Token, clause: Clause, context: Context) -> bool:
    """A pronoun before the verb that stands for something said before, unless the verb has it (*s'en prendre*)."""
    text = token.text.lower()
    if not is_clitic(token) or text not in words(context.language, "clauses", "clitics"):
        return False
    if text in words(context.language, "clauses", "adverbial_clitics"):
        reflexive = any("Yes" in t.morph.get("Reflex", []) for t in clause.verb.tokens)
        idiom = clause.head.lemma_.lower() in words(context.language, "clauses", "with_adverbial_clitic")
        return not (idiom and reflexive)
    return token.dep_ not in ("expl:comp", "expl:pass", "expl:pv")


def is_bare_noun(subject: Piece) -> bool:
    """*Grand favori de la cérémonie, « X » a reçu …*: an apposition that the tree takes for the subject."""
    head = subject.head
    one = head.pos_ == "NOUN" and "Sing" in head.morph.get("Number", [])
    if not (one or head.pos_ in ("ADJ", "VERB")) or not head.text.islower():
        return False  # *des policiers* | *encagoulés ont escaladé*: the tree has lost its noun
    before = [t for t in subject.tokens if t.i <= head.i]
    determined = any(t.pos_ in ("DET", "NUM", "PRON") or t.like_num or t.text == "«" for t in before)
    return not determined and not any(c.dep_ in ("det", "case", "nummod") for c in head.children)


def _adverbs(clause: Clause) -> list[Token]:
    """The adverbs of the predicate that no conjunction begins with (*alors que*)."""
    found = [c for c in clause.head.children if c.dep_.startswith("advmod") and c.i > clause.sentence.start]
    return [t for t in found if t.i + 1 == len(t.doc) or t.nbor(1).pos_ != "SCONJ"]


def _is_bare_plural(subject: Piece, clause: Clause) -> bool:
    """*Gilets jaunes ont été reçus*: the style of notes; *alcool et tabac ont progressé*: the end of another phrase."""
    if "Plur" not in clause.finite.morph.get("Number", []) or subject.head.pos_ not in ("NOUN", "PROPN"):
        return False
    before = subject.head.doc[max(0, subject.left - 1)].text
    told = any(t.pos_ in ("DET", "NUM", "ADP") for t in subject.tokens)
    if before == "," and subject.head.pos_ == "NOUN" and not told:
        return True
    alone = not any(
        t.like_num or t.pos_ in ("DET", "NUM", "CCONJ", "PRON", "ADV", "ADP", "SYM") for t in subject.tokens
    )
    return alone and subject.tokens[0].pos_ in ("NOUN", "PROPN") and "," not in subject.tokens.text


def _is_participle(word: str, context: Context) -> bool:
    """*S'est engagée et annoncé …*: a form that no finite verb has, whose auxiliary stands with another."""
    return word.endswith(tuple(words(context.language, "copy", "past_endings")))


def _is_half(piece: Piece) -> bool:
    """*A rapporté plus de 2600 cas | et 47 décès*: what the tree has parted from what it is joined to."""
    joined = any(c.dep_ == "cc" and c.i < piece.head.i for c in piece.head.children)
    own = piece.role == "subject" and piece.head.nbor(-1).dep_ == "cc" if piece.head.i else False
    return (joined and piece.role in ("object", "oblique", "argument", "agent") and piece.head.dep_ != "conj") or (
        joined and own  # *Nokia | et Lusavia ont annoncé*
    )


def _is_set_apart(piece: Piece, clause: Clause) -> bool:
    """*A reculé de 15 % cette année,* | *les salaires …*: an object behind one comma, which belongs to what follows it;
    *sont concernées, dont sept* | *à Paris*: a place of some of them.
    """
    if piece.role not in ("object", "oblique") or piece.left <= clause.verb.right:
        return False
    between = piece.head.doc[clause.verb.right : piece.left]
    counting = words(between.doc.lang_, "asides", "counting")
    if any(t.text.lower() in counting for t in between):
        return True
    commas = sum(t.text == "," for t in between)
    return piece.role == "object" and commas % 2 == 1 and between[-1].text == ","


def _is_of_the_noun_before(piece: Piece, before: Piece) -> bool:
    """*Obligatoires pour les camions* | *se dirigeant vers X*: a participle right behind a noun, hung on the verb."""
    said = [t for t in piece.tokens if t.pos_ not in ("PRON", "ADV")]
    if said and "Inf" in said[0].morph.get("VerbForm", []):
        return False  # *a annoncé lundi* | *s'être séparé de X*
    going = bool(said) and said[0].pos_ == "VERB" and "Part" in said[0].morph.get("VerbForm", [])
    present = going and "Pres" in said[0].morph.get("Tense", []) or "Yes" in piece.tokens[0].morph.get("Reflex", [])
    return present and before.right == piece.left and before.role in ("oblique", "object", "argument", "agent")


def _is_another_verbs(piece: Piece, clause: Clause) -> bool:
    """*A enseigné à Oslo et reçu* | *le prix X*: what stands behind a second participle, and hangs on the first."""
    if piece.role not in ("object", "oblique") or piece.left < clause.verb.right:
        return False
    second = (c for c in clause.head.children if c.dep_ == "conj" and clause.verb.right <= c.i < piece.left)
    return any("Part" in c.morph.get("VerbForm", []) and c.pos_ == "VERB" for c in second)


def is_appointed_to_nothing(clause: Clause, context: Context) -> bool:
    """*A été désigné lundi par l'Assemblée*: as what, another sentence says."""
    if not clause.passive or clause.head.lemma_.lower() not in words(context.language, "verbs", "appointing"):
        return False
    said = ("complement", "predicate", "argument", "object", "infinitive", "clause")
    to = words(context.language, "verbs", "appointed_to")
    return not any(piece.role in said or piece.case.lower() in to for piece in clause.pieces)


def _is_to_come(piece: Piece) -> bool:
    """*Que le pays cessera ses frappes*: what somebody said would be."""
    return "Fut" in piece.head.morph.get("Tense", []) or any(
        "Fut" in c.morph.get("Tense", []) for c in piece.head.children if c.dep_.startswith("aux")
    )


def _is_noun(clause: Clause, context: Context) -> bool:
    """*X, figure du théâtre*: a form that is a noun too, with a complement of *de* right behind it."""
    after = clause.finite.nbor(1).text.lower() if clause.finite.i + 1 < len(clause.finite.doc) else ""
    return clause.finite.text.lower() in words(context.language, "clauses", "nouns_too") and after in words(
        context.language, "clauses", "governed"
    )


def lost_object(clause: Clause, context: Context) -> bool:
    """An active verb that is never without an object, and has none here: the tree has lost it."""
    if not wants_object(clause, context):
        return False
    needs = words(context.language, "verbs", "object_and_measure")
    if clause.head.lemma_.lower() in needs and any(p.role == "object" for p in clause.pieces):
        if not any(p.case in words(context.language, "clauses", "than") for p in clause.pieces):
            return True
    return not any(fills_object(p) for p in clause.pieces if p.role in _OBJECTS or p.left >= clause.verb.right)


def wants_object(clause: Clause, context: Context) -> bool:
    """A verb in the active that is hardly ever without an object."""
    if clause.passive or clause.copular or is_being(clause.finite):
        return False
    if any(t.dep_.startswith("expl") for t in clause.verb.tokens):
        return False
    if any(c.dep_ == "obj" and "Rel" in c.morph.get("PronType", []) for c in clause.head.children):
        return False
    return clause.head.lemma_.lower() in words(context.language, "verbs", "transitive")


def infinitive_without_object(clause: Clause, context: Context) -> bool:
    """*Va prêter au Royaume-Uni*: an infinitive that is never without an object, which no piece of the clause is."""
    transitive = words(context.language, "verbs", "transitive")
    infinitives = [p.head for p in clause.pieces if p.role == "infinitive"]
    if any(p.role in _OF_INFINITIVES for p in clause.pieces):
        return False
    return any(
        verb.lemma_.lower() in transitive and not any(_is_held(c) for c in verb.children) for verb in infinitives
    )


_OF_INFINITIVES = ("object", "complement", "predicate", "clause")


def fills_object(piece: Piece, written: str | None = None) -> bool:
    """An object, or a phrase behind the verb that holds a clause the tree has hung on a noun.

    ``written``: what a card keeps of the piece; the clause must be in it.
    """
    if piece.role == "clause" and "Part" in piece.head.morph.get("VerbForm", []):
        if not any(c.dep_.startswith("aux") for c in piece.head.children):
            return False  # *a annoncé, en retenant ses larmes, …*
    if piece.role == "object" and _has_preposition(piece):
        return False  # *ont adopté par consensus*
    if piece.role == "object" and _is_idiom(piece):
        return False  # *a reçu des mains de X*
    return piece.role in _OBJECTS or _holds_clause(piece, written)


def _is_idiom(piece: Piece) -> bool:
    said = " ".join(t.text.lower() for t in piece.tokens if t.text != ",")
    return said.startswith(tuple(words(piece.head.doc.lang_, "verbs", "no_objects")))


def _has_preposition(piece: Piece) -> bool:
    of = words(piece.head.doc.lang_, "clauses", "of")
    return any(c.dep_ == "case" and c.text.lower() not in of for c in piece.head.children)


def loses_object(tokens: Sequence[Token], context: Context, *, only: Token | None = None) -> bool:
    """A verb within a phrase that is never without an object and whose own is not among ``tokens``.

    ``only``: the one verb to look at.
    """
    transitive = words(context.language, "verbs", "transitive")
    inside = {t.i for t in tokens}
    for verb in tokens:
        if only is not None and verb != only:
            continue
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in transitive or "Part" in verb.morph.get("VerbForm", []):
            continue
        held = [c for c in verb.children if _is_held(c)]
        if not any(c.i in inside or c.dep_.startswith("expl") for c in held):
            return True
    return False


def _is_held(token: Token) -> bool:
    """An object, a clause in its place, or what shows that the verb wants none."""
    if token.dep_ == "obl:arg":
        return "Inf" in token.morph.get("VerbForm", [])
    return token.dep_ in _HELD or token.dep_.startswith(("expl", "aux:pass", "nsubj:pass"))


_HELD = ("obj", "ccomp", "xcomp", "advcl")
_OBJECTS = ("object", "complement", "infinitive", "predicate", "clause")


def _holds_clause(piece: Piece, written: str | None) -> bool:
    """An infinitive or a clause of *que* that the tree has hung on a noun (*recommande aux voyageurs de partir*)."""
    held = [t for t in piece.tokens if "Inf" in t.morph.get("VerbForm", []) or t.pos_ == "SCONJ"]
    return any(written is None or t.text in written for t in held)


def only_seems(finite: Token, context: Context) -> bool:
    """*Son départ paraît acquis*: so it was on that day."""
    seeming = finite.lemma_.lower() in words(context.language, "clauses", "seeming")
    return seeming and "Pres" in finite.morph.get("Tense", [])


def swallows_subject(sentence: DocSpan) -> bool:
    """*A a condamné des actes et B, déjà touché, a dépêché …*: the tree has B condemned, and A the one who sends.

    A verb with its own auxiliary, joined by no conjunction and without a subject, behind a noun that one joins to what
    the verb before governs.
    """
    for verb in sentence:
        own = any(c.dep_.startswith("aux") for c in verb.children)
        if verb.dep_ != "conj" or verb.pos_ != "VERB" or not own or verb.head.pos_ not in ("VERB", "AUX"):
            continue
        if any(c.dep_ == "cc" or c.dep_.startswith("nsubj") for c in verb.children):
            continue
        governed = (t for c in verb.head.children if c.dep_ in ("obj", "obl", "obl:arg", "obl:mod") for t in c.subtree)
        if any(t.dep_ == "conj" and any(c.dep_ == "cc" for c in t.children) and t.i < verb.i for t in governed):
            return True
    return False


def comes_back(verb: Token, context: Context) -> bool:
    """*Elle est rentrée au Chili en 1979*: that she had left, and why, another sentence tells; *de Chine* tells it."""
    if not {verb.lemma_.lower(), verb.text.lower()} & words(context.language, "clauses", "returning"):
        return False
    of = words(context.language, "clauses", "of")
    return not any(g.dep_ == "case" and g.text.lower() in of for c in verb.children for g in c.children)


def _is_alternative(clause: Clause, context: Context) -> bool:
    """*Ont été incendiées ou cassées*: either alone says more than the source."""
    alternative = words(context.language, "clauses", "alternative")
    others = [clause.head, *(c for c in clause.head.children if c.dep_ == "conj")]
    return any(c.dep_ == "cc" and c.text.lower() in alternative for verb in others for c in verb.children)


def is_bare_number(subject: Piece) -> bool:
    """*717 personnes sont mortes et 863 ont été blessées*: of whom, the second does not say."""
    return subject.head.pos_ == "NUM" and not any(t.pos_ in ("NOUN", "PROPN") for t in subject.tokens)


def is_of_two_turns(sentence: DocSpan, context: Context) -> bool:
    """*S'établit à Oslo d'abord, à Gand ensuite*: without these words it would be both at once."""
    said = f" {sentence.text.lower()} "
    turns = lexicon(context.language, "clauses")["turns"]
    return any(first in said and then in said.partition(first)[2] for first, then in turns)


def _continues(clause: Clause, context: Context) -> bool:
    return clause.head.lemma_.lower() in words(context.language, "clauses", "continuing")


def _idle(token: Token) -> bool:
    """*Si nécessaire*, *si possible*: no condition of the statement's truth."""
    return token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "ADJ" and token.dep_ == "mark"


def _fully_negated(clause: Clause, context: Context) -> bool:
    """Whether both halves of a negation stand in the verb group: one alone (*ne … que*) says something else."""
    halves = lexicon(context.language, "clauses")["negation"]
    inside = {t.text.lower() for t in clause.verb.tokens}
    return bool(inside & set(halves["first"])) and bool(inside & set(halves["second"]))


def says_where(piece: Piece, context: Context) -> bool:
    """A place that cannot be named: without it the statement says more than the source."""
    return piece.role == "oblique" and piece.case in words(context.language, "clauses", "place")


def limits(piece: Piece, context: Context) -> bool:
    essential = words(context.language, "clauses", "essential")
    return any(piece.case == word or piece.case.startswith(word + " ") for word in essential)


def completes(piece: Piece, clause: Clause, context: Context) -> bool:
    """An oblique right behind the verb, with a preposition that verbs govern: it may be its object.

    Or behind an object that says nothing alone (*mettre l'accent sur*, *jouer un rôle dans*).
    """
    governed = words(context.language, "clauses", "governed")
    empty = words(context.language, "verbs", "empty_objects")
    held = [p for p in clause.pieces if p.role == "object" and p.right == piece.left and p.head.lemma_.lower() in empty]
    if held and piece.case:
        return True
    behind = clause.verb.right
    for between in clause.pieces:
        commas = clause.paragraph.doc[max(0, between.left - 1)], between.tokens[0], between.tokens[-1]
        if between.left in (behind, behind + 1) and between.right <= piece.left and between.role in _BETWEEN:
            if any(t.text == "," for t in commas) or not between.case:
                behind = between.right  # *est sorti hier, à l'hôpital,* | *du silence*
    return piece.left in (behind, behind + (behind > clause.verb.right)) and piece.case in governed


_BETWEEN = ("oblique", "adverb")


def _lost_predicate(clause: Clause, context: Context) -> bool:
    """*Le pays est, avec X et Y, l'un des fondateurs de …*: what it is goes unsaid."""
    is_being = clause.head.lemma_.lower() in words(context.language, "clauses", "being") and not clause.copular
    beside = words(context.language, "clauses", "together")
    return is_being and any(piece.case in beside for piece in clause.pieces)


def goes_on_saying(verb: Token, context: Context) -> bool:
    """*A ajouté que …*: beside something else that was said."""
    behind = {t.lower_ for t in verb.doc[verb.i + 1 : verb.sent.end]}
    continuing = words(context.language, "verbs", "continuing")
    return verb.lemma_.lower() in continuing and bool(behind & words(context.language, "clauses", "than_the_same"))


def completes_as_infinitive(piece: Piece, context: Context) -> bool:
    """*Avait conduit l'opérateur à invoquer …*: an infinitive with no other mark than that of a complement."""
    if piece.role != "clause" or "Inf" not in piece.head.morph.get("VerbForm", []):
        return False
    marks = [c for c in piece.head.children if c.dep_ == "mark"]
    simple = words(context.language, "clauses", "infinitive_marks")
    return len(marks) == 1 and marks[0].text.lower() in simple and not any(True for _ in marks[0].children)


def half_of_list(clause: Clause) -> bool:
    """*Invite à boire, se rafraîchir et éviter …*: the tree ends the list with its first infinitive."""
    last = max((p for p in clause.pieces if p.role == "infinitive"), key=lambda p: p.right, default=None)
    if last is None or last.right + 2 >= len(last.head.doc) or last.head.doc[last.right].text != ",":
        return False
    return any(
        t.pos_ == "VERB" and t.text.lower() == t.lemma_.lower() and "Part" not in t.morph.get("VerbForm", [])
        for t in last.head.doc[last.right + 1 : last.right + 3]
    )


def _has_date(clause: Clause, context: Context) -> bool:
    return any(is_date(piece, clause, context) for piece in clause.pieces if piece.role in ("oblique", "adverb"))


def is_due(clause: Clause, context: Context) -> bool:
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
    spans = (clause.paragraph.span(p.tokens) for p in clause.pieces if p.role in ("oblique", "adverb"))
    times = (t for s in spans for t in context.times_in(s.start, s.end))
    return any(DAY.fullmatch(t.value) and t.value > published.isoformat() for t in times)


def _has_past_date(clause: Clause, context: Context) -> bool:
    """A resolved time, not after the article's date: what is told took place then (*fondée en 1998*)."""
    published = context.parsed.article.date
    for piece in clause.pieces:
        if piece.role not in ("oblique", "argument", "adverb", "object") or piece.case in words(
            context.language, "participles", "lasting"
        ):
            continue
        start = clause.paragraph.start + piece.tokens.start_char
        for time in context.times_in(start, start + len(piece.tokens.text)):
            if time.type == "DATE" and time.resolved and _YEAR.match(time.value):
                return published is None or time.value[:10] <= published.isoformat()
    return False


_YEAR = re.compile(r"\d{4}")


def heads_date(piece: Piece, clause: Clause, context: Context) -> bool:
    """The noun of a phrase is a time itself (*le 5 juin*), not only what it holds."""
    at = clause.paragraph.start + piece.head.idx
    start = clause.paragraph.start + piece.tokens.start_char
    times = context.times_in(start, start + len(piece.tokens.text))
    return any(time.start <= at < time.end and time.type in ("DATE", "TIME", "SET") for time in times)


def is_past_time(piece: Piece, clause: Clause, context: Context) -> bool:
    """A time that cannot be written, beside a verb that tells how things were then."""
    return clause.tense == "Imp" and piece.role in ("oblique", "adverb") and is_date(piece, clause, context)


def is_date(piece: Piece, clause: Clause, context: Context) -> bool:
    start = clause.paragraph.start + piece.tokens.start_char
    times = context.times_in(start, start + len(piece.tokens.text))
    return any(time.type in ("DATE", "TIME", "SET") for time in times)


def is_being(token: Token) -> bool:
    return token.lemma_.lower() in words(token.doc.lang_, "clauses", "being")
