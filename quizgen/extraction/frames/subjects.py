"""Whether what a tree takes for the subject of a clause is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.frames.times import heads_date
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan


def is_impersonal(clause: Clause, context: Context) -> bool:
    """*Il est tombé 491 litres d'eau*: a pronoun that stands for nobody, before a verb that takes no object."""
    subject = clause.subject
    if subject is None or subject.head.text.lower() not in words(context.language, "clauses", "impersonal_subjects"):
        return False
    if clause.head.lemma_.lower() not in words(context.language, "clauses", "impersonal"):
        return False
    return any(piece.role in ("object", "predicate") and piece.left > clause.verb.left for piece in clause.pieces)


def has_preposition(clause: Clause, context: Context) -> bool:
    """A preposition before the subject that makes it none: not a hedge (*environ 156 mm de pluie sont tombés*), nor the
    article *des* that opens a clause.

    The noun before a relative clause may have one (*devancée par X, qui l'avait battue*), where no noun above it can
    be meant.
    """
    subject = clause.subject
    case = [c for c in subject.head.children if c.dep_ == "case"] if subject is not None else []
    if subject is None or not case or clause.supplied:
        return False
    noun = subject.head
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


def holds_words_before(clause: Clause) -> bool:
    """*Dix jours après être sorti de prison, X* | *est assuré …*: an adverbial that the tree takes for a part of it."""
    subject = clause.subject
    if subject is None:
        return False
    before = [t for t in subject.tokens if t.i < subject.head.i]
    return any(t.text == "," for t in before) and any(t.pos_ in ("VERB", "AUX") for t in before)


def lacks_article(clause: Clause) -> bool:
    """*Grand favori de la cérémonie, « X » a reçu …*: an apposition that the tree takes for the subject."""
    subject = clause.subject
    if subject is None:
        return False
    head = subject.head
    one = head.pos_ == "NOUN" and "Sing" in head.morph.get("Number", [])
    if not (one or head.pos_ in ("ADJ", "VERB")) or not head.text.islower():
        return False  # *des policiers* | *encagoulés ont escaladé*: the tree has lost its noun
    before = [t for t in subject.tokens if t.i <= head.i]
    determined = any(t.pos_ in ("DET", "NUM", "PRON") or t.like_num or t.text == "«" for t in before)
    return not determined and not any(c.dep_ in ("det", "case", "nummod") for c in head.children)


def is_bare_plural(clause: Clause) -> bool:
    """*Gilets jaunes ont été reçus*: the style of notes; *alcool et tabac ont progressé*: the end of another phrase."""
    subject = clause.subject
    plural = "Plur" in clause.finite.morph.get("Number", [])
    if subject is None or not plural or subject.head.pos_ not in ("NOUN", "PROPN"):
        return False
    before = subject.head.doc[max(0, subject.left - 1)].text
    told = any(t.pos_ in ("DET", "NUM", "ADP") for t in subject.tokens)
    if before == "," and subject.head.pos_ == "NOUN" and not told:
        return True
    alone = not any(
        t.like_num or t.pos_ in ("DET", "NUM", "CCONJ", "PRON", "ADV", "ADP", "SYM") for t in subject.tokens
    )
    return alone and subject.tokens[0].pos_ in ("NOUN", "PROPN") and "," not in subject.tokens.text


def is_bare_number(clause: Clause) -> bool:
    """*717 personnes sont mortes et 863 ont été blessées*: of whom, the second does not say."""
    subject = clause.subject
    if subject is None or subject.head.pos_ != "NUM":
        return False
    return not any(t.pos_ in ("NOUN", "PROPN") for t in subject.tokens)


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


def is_time(clause: Clause, context: Context) -> bool:
    """*Le 5 juin ont eu lieu …*: a date read as the subject."""
    return clause.subject is not None and heads_date(clause.subject, clause, context)


def stands_behind(clause: Clause) -> bool:
    """*Ont été tués deux policiers*."""
    return clause.subject is not None and clause.subject.left > clause.verb.left and not clause.supplied
