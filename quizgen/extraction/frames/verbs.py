"""The verb group of a statement, and the frame it holds together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.frames.objects import is_being
from quizgen.extraction.phrases import tidy
from quizgen.extraction.slots.names import mention_slot
from quizgen.facts import Frame, FramePiece, Slot
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.clauses import Clause
from quizgen.parsing.reduction import ASIDE
from quizgen.parsing.verb_groups import is_negation

if TYPE_CHECKING:
    from spacy.tokens import Token


def verb_words(clause: Clause, context: Context) -> tuple[list[str], int, int | None]:
    """The verb group's words without discourse adverbs, the index of its finite verb and participle."""
    if clause.supplied:
        return [*clause.supplied, clause.head.text.lower()], 0, len(clause.supplied)
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


def joined(text: str) -> str:
    return tidy(text.replace("' ", "'"))


def frame_of(clause: Clause, pieces: list[FramePiece], context: Context) -> Frame:
    verb, finite, participle = verb_words(clause, context)
    subject = next((slot for p in pieces if p.role == "subject" for slot in p.slots if slot.type != "number"), None)
    if subject is None and clause.subject is not None:
        subject = _bare_subject(clause, pieces, context)
    if subject is not None and _is_shown_feminine(clause, subject, context):
        subject = subject.model_copy(update={"gender": "f"})
    plural = "Plur" in clause.finite.morph.get("Number", [])
    if subject is not None and not plural and subject.type not in ("person", "country"):
        subject = subject.model_copy(update={"gender": _gender_of_article(subject, context) or subject.gender})
    if subject is not None:
        subject = subject.model_copy(update={"number": "p" if plural else "s"})
    return Frame(
        pieces=tuple(pieces),
        verb=tuple(verb),
        finite=finite,
        participle=participle if participle is not None and not clause.copular else None,
        auxiliary=clause.auxiliary or (clause.finite.lemma_.lower() if participle is not None else ""),
        subject=subject,
        number="p" if plural else "s",
        passive=clause.passive,
        negated=clause.negated,
        conditional=clause.conditional,
        lemma=clause.auxiliary or clause.finite.lemma_.lower(),
        tense="PerfPres" if clause.supplied else ("Perf" if clause.perfect else "") + clause.tense,
    )


def _gender_of_article(subject: Slot, context: Context) -> str | None:
    """*La femelle panda Huan Huan*: whatever noun the tree takes for the head, the article says the gender."""
    article = subject.text.split(" ", 1)[0].lower()
    table = lexicon(context.language, "copy")
    return "f" if article in table["feminine"] else "m" if article in table["masculine"] else None


def _is_shown_feminine(clause: Clause, subject: Slot, context: Context) -> bool:
    """*Fiat, fondée en 1899*: of a body or a thing, whatever gender its name would have."""
    agrees = clause.passive or clause.supplied
    if not agrees or subject.type in ("person", "people", "country"):
        return False
    return bool(grammar(context.language).participle_gender(clause.head.text) == "f")


def _bare_subject(clause: Clause, pieces: list[FramePiece], context: Context) -> Slot | None:
    """Gender and number of a subject that cannot be asked for but must be taken up by a pronoun."""
    assert clause.subject is not None
    head = _counted(clause.subject.head)
    text = next((p.text for p in pieces if p.role == "subject"), "")
    plural = "Plur" in clause.finite.morph.get("Number", [])
    gram = grammar(context.language)
    shown = gram.participle_gender(clause.head.text) if clause.supplied or clause.head != clause.finite else None
    gender = shown if clause.passive or clause.supplied or (shown == "f" and _agrees_with_subject(clause)) else None
    articles = [c.morph.get("Gender", []) for c in head.children if c.dep_ == "det" and c.morph.get("Gender", [])]
    article = articles[0] if articles else []
    named = context.mentions.at(clause.paragraph, head)
    if named is not None and named.type == "person":  # the tree only guesses at a name's gender
        slot = mention_slot(named, context)
        gender = gender or (slot.gender if slot is not None else None)
    else:
        shown_by_tree = "".join(article or head.morph.get("Gender", []))
        gender = gender or gram.gender_of(head.text, head.lemma_.lower(), shown_by_tree)
    return Slot(text=text, type="other", gender=gender, number="p" if plural else "s")


def _counted(head: Token) -> Token:
    """*Plus d'un million de personnes*: the noun that the pronoun takes up, where an adverb is the head."""
    if head.lemma_.lower() in words(head.doc.lang_, "clauses", "parts"):
        of = [c for c in head.children if c.dep_ in ("nmod", "obl:arg", "obl:mod") and c.pos_ == "NOUN"]
        return of[0] if of else head  # *la plupart des titres sont-ils …*
    nouns = [t for t in head.subtree if t.pos_ == "NOUN"] if head.pos_ == "ADV" else []
    return nouns[-1] if nouns else head


def _agrees_with_subject(clause: Clause) -> bool:
    """A participle behind *être*."""
    return any(c.dep_.startswith("aux") and is_being(c) for c in clause.head.children)
