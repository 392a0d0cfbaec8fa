"""Why a clause makes no statement: what is doubtful, limited, out of time, or has lost a part it needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.copy_errors import copy_error
from quizgen.extraction.frames.objects import is_appointed_to_nothing, lost_object, lost_predicate
from quizgen.extraction.frames.parted import (
    has_half,
    has_participle_of_a_noun,
    has_phrase_of_another_verb,
    has_phrase_of_something_else,
    has_title,
    loses_hedge,
)
from quizgen.extraction.frames.pieces import has_insertion
from quizgen.extraction.frames.subjects import (
    has_preposition,
    holds_words_before,
    is_bare_number,
    is_bare_plural,
    is_impersonal,
    is_time,
    lacks_article,
    stands_behind,
    swallows_subject,
)
from quizgen.extraction.frames.times import (
    is_future,
    is_of_another_clause,
    is_of_then,
    is_planned,
    is_undated_participle,
    is_yet_to_come,
    says_when_another_was,
)
from quizgen.extraction.function_words import is_clitic
from quizgen.extraction.grounding.told_elsewhere import (
    comes_back,
    goes_on_saying,
    holds_source,
    is_of_two_turns,
    only_seems,
)
from quizgen.extraction.reasons import first_reason
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Token

_Reasons = tuple[tuple[str, Callable[[Clause, Context], bool]], ...]


def refusal(clause: Clause, context: Context) -> str | None:
    """The first reason why a clause makes no statement, or None."""
    if clause.doubts:
        return clause.doubts[0]
    if clause.subject is None:
        return "no subject"
    return (
        first_reason(_LEANING, clause, context)
        or _slip(clause)
        or first_reason(_NOT_SO_PLAIN, clause, context)
        or first_reason(_OUT_OF_TIME, clause, context)
        or first_reason(_HALF_TOLD, clause, context)
        or first_reason(_WITHOUT_SUBJECT, clause, context)
        or first_reason(_UNWRITABLE, clause, context)
    )


def _slip(clause: Clause) -> str | None:
    wrong = copy_error(clause.sentence)
    return f"the source's French: {wrong}" if wrong else None


def _lacks_auxiliary(clause: Clause, context: Context) -> bool:
    """*S'est engagée et annoncé …*: a form that no finite verb has, whose auxiliary stands with another."""
    if clause.perfect or clause.passive or clause.supplied or clause.copular:
        return False
    return clause.finite.text.lower().endswith(tuple(words(context.language, "copy", "past_endings")))


def _is_noun(clause: Clause, context: Context) -> bool:
    """*X, figure du théâtre*: a form that is a noun too, with a complement of *de* right behind it."""
    form = clause.finite.text.lower()
    if clause.supplied:
        return False
    after = clause.finite.nbor(1).text.lower() if clause.finite.i + 1 < len(clause.finite.doc) else ""
    governs = after in words(context.language, "clauses", "governed")
    also_noun = form in words(context.language, "clauses", "nouns_too") and governs
    return grammar(context.language).is_human(form) or also_noun


def _is_limited(clause: Clause, context: Context) -> bool:
    """*Seulement si …*, *sauf …*: true of less than a card would say."""
    limiting = words(context.language, "clauses", "limiting")
    own = {t.i for piece in clause.pieces for t in piece.tokens}
    if any(t.text.lower() in limiting for t in clause.sentence if t.i in own and not _is_idle(t)):
        return True
    text = clause.sentence.text.lower()
    return any(limit in text for limit in limiting if " " in limit)


def _is_idle(token: Token) -> bool:
    """*Si nécessaire*, *si possible*: no condition of the statement's truth."""
    return token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "ADJ" and token.dep_ == "mark"


def _goes_on_with_speech(clause: Clause, context: Context) -> bool:
    continuing = words(context.language, "clauses", "continuing")
    return clause.tense == "Pres" and not clause.perfect and clause.head.lemma_.lower() in continuing


def _promises(clause: Clause) -> bool:
    """*Fermera*, *a dit que le pays cessera ses frappes*."""
    return clause.tense == "Fut" or any(is_future(p.head) for p in clause.pieces if p.role == "complement")


def _is_alternative(clause: Clause, context: Context) -> bool:
    """*Ont été incendiées ou cassées*: either alone says more than the source."""
    alternative = words(context.language, "clauses", "alternative")
    others = [clause.head, *(c for c in clause.head.children if c.dep_ == "conj")]
    return any(c.dep_ == "cc" and c.text.lower() in alternative for verb in others for c in verb.children)


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


def _is_half_negated(clause: Clause, context: Context) -> bool:
    """One half of a negation alone (*ne … que*) says something else."""
    halves = lexicon(context.language, "clauses")["negation"]
    inside = {t.text.lower() for t in clause.verb.tokens}
    whole = inside & set(halves["first"]) and inside & set(halves["second"])
    return clause.negated and not whole


_LEANING: _Reasons = (
    ("a participle without a day or year", is_undated_participle),
    ("a source that would go", lambda clause, context: holds_source(clause.sentence, context)),
    ("a hedge away from its number", loses_hedge),
    ("an impersonal verb", is_impersonal),
    ("a predicate that the tree has lost", lost_predicate),
    ("it goes on with what was said before", lambda clause, context: goes_on_saying(clause.head, context)),
)
_NOT_SO_PLAIN: _Reasons = (
    ("words put into a quotation", lambda clause, _: has_insertion(clause.sentence)),
    ("a participle without its auxiliary", _lacks_auxiliary),
    ("a noun read as a verb", _is_noun),
    ("limited statement", _is_limited),
    ("a verb that goes on with a speech", _goes_on_with_speech),
)
_OUT_OF_TIME: _Reasons = (
    ("a time that another sentence tells", is_of_then),
    ("a plan of which nothing tells the end", is_planned),
    ("a future that is past when the card is learned", is_yet_to_come),
    ("a future that is past when the card is learned", lambda clause, _: _promises(clause)),
    ("a past told from another clause's time", is_of_another_clause),
    ("a time that another clause tells", says_when_another_was),
    ("a return from where another sentence tells", lambda clause, context: comes_back(clause.head, context)),
    ("what seemed so when it was written", lambda clause, context: only_seems(clause.finite, context)),
)
_HALF_TOLD: _Reasons = (
    ("one of two things that may have happened", _is_alternative),
    ("a number of what another clause names", lambda clause, _: is_bare_number(clause)),
    ("first one thing and then another", lambda clause, context: is_of_two_turns(clause.sentence, context)),
    ("a verb without the object it needs", lost_object),
    ("half of a coordination", lambda clause, _: has_half(clause)),
    ("a preposition that begins a title", lambda clause, _: has_title(clause)),
    ("a phrase of something else", lambda clause, _: has_phrase_of_something_else(clause)),
    ("a participle that may be another noun's", lambda clause, _: has_participle_of_a_noun(clause)),
    ("a subject read as an object of the verb before", lambda clause, _: swallows_subject(clause.sentence)),
    ("what another verb governs", lambda clause, _: has_phrase_of_another_verb(clause)),
    ("appointed, and not to what", is_appointed_to_nothing),
)
_WITHOUT_SUBJECT: _Reasons = (
    ("subject with a preposition", has_preposition),
    ("a plural subject without its article", lambda clause, _: is_bare_plural(clause)),
    ("a subject without its article", lambda clause, _: lacks_article(clause)),
    ("words before the subject", lambda clause, _: holds_words_before(clause)),
    ("a date read as the subject", is_time),
    ("inverted subject", lambda clause, _: stands_behind(clause)),
)
_UNWRITABLE: _Reasons = (
    ("clitic", lambda clause, context: any(_points(t, clause, context) for t in clause.verb.tokens)),
    ("quotation mark in the verb group", lambda clause, _: any(t.text in '«»"' for t in clause.verb.tokens)),
    ("negation without its second half", _is_half_negated),
    ("question", lambda clause, _: "?" in clause.sentence.text[-3:]),
)
