"""Why a sentence, of which a card keeps some words, makes no statement."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.copy_errors import copy_error, open_apposition
from quizgen.extraction.frames.objects import loses_object
from quizgen.extraction.frames.pieces import has_insertion, has_seam
from quizgen.extraction.frames.subjects import swallows_subject
from quizgen.extraction.function_words import is_possessive
from quizgen.extraction.grounding.standing_alone import dangling, is_soft
from quizgen.extraction.grounding.told_elsewhere import (
    comes_back,
    goes_on_saying,
    holds_source,
    is_of_two_turns,
    only_seems,
    points_outside,
)
from quizgen.extraction.reasons import first_reason
from quizgen.extraction.sentences.cuts import (
    counts_what_went,
    cuts_list,
    drops_name,
    leaves_apposition,
    leaves_comma,
    loses_source,
)
from quizgen.extraction.sentences.forms import broken, has_somebody_unnamed, is_impersonal, is_plain
from quizgen.extraction.sentences.pronouns import is_explained
from quizgen.extraction.sentences.words import Kept
from quizgen.extraction.times.dating import of_another_time
from quizgen.languages.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHORTEST, _LONGEST = 7, 32
_SHORTEST_HEADLINE = 4
# The share of a sentence that is mostly quoted.
_MOSTLY = 0.6
_COLON = re.compile(r":\s*(«|,|$)")


def refusal(kept: Kept) -> str | None:
    """The first reason against a sentence as it stands and as a card would cut it, or None."""
    return (
        _length(kept)
        or first_reason(_NOT_ONE, kept)
        or _slip(kept)
        or first_reason(_LOSING, kept)
        or broken(kept)
        or first_reason(_LIMITED, kept)
    )


def refusal_of_rest(kept: Kept, rest: list[Token]) -> str | None:
    """The first reason against the words beside the pronoun that is the subject: all, where there is none."""
    reason = pointing(kept, rest)
    if any(is_possessive(t) and not is_explained(t, kept.sentence, kept.context) for t in rest):
        return "possessive"
    if reason is not None and not is_soft(reason):
        return reason
    return first_reason(_UNEXPLAINED, kept, rest)


def refusal_of_text(kept: Kept, text: str) -> str | None:
    """The first reason against the words as they would be written."""
    if points_outside(text, kept.context):
        return "a phrase that points outside"
    if any(f" {word}," in f" {text.lower()} " for word in words(kept.context.language, "clauses", "relatives")):
        return "a remark cut out behind a relative pronoun"
    if text.count("«") != text.count("»") or ";" in text or _COLON.search(text) or _tells_more(kept):
        return "open quotation, or two statements"
    return None


def needs_topic(kept: Kept, rest: list[Token]) -> bool:
    """Whether only the topic explains whom or what the sentence speaks of; a headline is the topic."""
    return not kept.headline and pointing(kept, rest) is not None


def pointing(kept: Kept, rest: list[Token]) -> str | None:
    """Why the sentence points outside, by a word that its own subject does not explain."""
    unexplained = [t for t in rest if not is_explained(t, kept.sentence, kept.context)]
    return dangling(unexplained, kept.paragraph, kept.context)


def _length(kept: Kept) -> str | None:
    shortest = _SHORTEST_HEADLINE if kept.headline else _SHORTEST
    length = sum(t.like_num or any(c.isalpha() for c in t.text) for t in kept.tokens)
    if shortest <= length <= _LONGEST:
        return None
    return "too short" if length < shortest else "too long"


def _slip(kept: Kept) -> str | None:
    wrong = copy_error(kept.sentence)
    return f"the source's French: {wrong}" if wrong else None


def _disagrees(verb: Token, kept: Kept) -> bool:
    """*Les entrées … sont en hausse et représente*: the second verb of one subject."""
    clause = kept.context.clause_of(verb) if verb.dep_ == "conj" else None
    return clause is not None and clause.shared_subject and "subject and verb disagree" in clause.doubts


def _is_limited(kept: Kept) -> bool:
    return any(t.text.lower() in words(kept.context.language, "clauses", "limiting") for t in kept.tokens)


def _is_of_then(kept: Kept) -> bool:
    return not kept.headline and any(_says_then(token) for token in kept.tokens)


def _says_then(token: Token) -> bool:
    """*Avait alors porté plainte*, *a depuis remporté*: no conjunction or preposition, but a time told before."""
    if token.text.lower() not in words(token.doc.lang_, "clauses", "then") or token.is_sent_start:
        return False
    if not token.dep_.startswith("advmod") or any(c.dep_ in ("fixed", "obl:arg") for c in token.children):
        return False
    return token.i + 1 == len(token.doc) or token.nbor(1).pos_ != "SCONJ"


def _is_quoted(kept: Kept) -> bool:
    start, end = kept.span.start, kept.span.end
    near = (q for q in kept.context.quotes if q.start < end and start < q.end)
    return any(q.end - q.start > (end - start) * _MOSTLY for q in near)


def _is_of_another_time(kept: Kept, rest: list[Token]) -> bool:
    return needs_topic(kept, rest) and of_another_time(kept.paragraph, kept.sentence, kept.context)


def _lacks_object(kept: Kept, rest: list[Token]) -> bool:
    root = kept.sentence.root
    if root not in rest or is_impersonal(kept.sentence):
        return False
    return loses_object([root, *rest], kept.context, only=root)


def _tells_more(kept: Kept) -> bool:
    """*La droite s'était divisée : X a recueilli 25 %*: a colon before a statement of its own, not before a list.

    Or before what opened one that was cut (*elles avaient touché le fond : battues par le Malawi*).
    """
    own = [t for t in kept.tokens if not _is_said(t, kept)]
    at = next((i for i, t in enumerate(own) if t.text == ":"), len(own))
    behind = own[at + 1 :]
    tells = any("Fin" in t.morph.get("VerbForm", []) for t in behind) or any(t.pos_ == "VERB" for t in behind[:1])
    return not kept.headline and tells


def _is_said(token: Token, kept: Kept) -> bool:
    at = kept.paragraph.start + token.idx
    return bool(kept.context.quoted(Span(start=at, end=at + 1)))


_Reasons = tuple[tuple[str, Callable[[Kept], bool]], ...]

_NOT_ONE: _Reasons = (
    ("not one plain sentence", lambda kept: not is_plain(kept)),
    ("somebody whom the headline does not name", has_somebody_unnamed),
)
_LOSING: _Reasons = (
    ("it goes on with what was said before", lambda kept: goes_on_saying(kept.sentence.root, kept.context)),
    ("first one thing and then another", lambda kept: is_of_two_turns(kept.sentence, kept.context)),
    ("the source's French: one comma of two", lambda kept: open_apposition(kept.sentence)),
    ("words put into a quotation", lambda kept: has_insertion(kept.sentence)),
    ("a source that would go", lambda kept: holds_source(kept.sentence, kept.context)),
    ("some of those that went are counted", counts_what_went),
    ("the name of a thing would go", drops_name),
    ("part of what a colon lists would go", cuts_list),
    ("a source that would go", loses_source),
)
_LIMITED: _Reasons = (
    ("subject and verb disagree", lambda kept: any(_disagrees(token, kept) for token in kept.tokens)),
    ("limited statement", _is_limited),
    ("a time that another sentence tells", _is_of_then),
    ("mostly quoted", _is_quoted),
)
_UNEXPLAINED: tuple[tuple[str, Callable[[Kept, list[Token]], bool]], ...] = (
    ("a topic of today before a fact of another time", _is_of_another_time),
    ("a verb without the object it needs", _lacks_object),
    ("what seemed so when it was written", lambda kept, rest: any(only_seems(t, kept.context) for t in rest)),
    ("a subject read as an object of the verb before", lambda kept, _: swallows_subject(kept.sentence)),
    ("a return from where another sentence tells", lambda kept, _: comes_back(kept.sentence.root, kept.context)),
    ("two names that something stood between", lambda _, rest: has_seam(rest) or leaves_apposition(rest)),
    ("one comma of two", lambda kept, rest: leaves_comma(rest, kept.sentence.root)),
)
