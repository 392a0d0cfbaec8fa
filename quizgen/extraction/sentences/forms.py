"""Whether a sentence, or a headline, is one plain statement whose main clause can be trusted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.frames.objects import is_appointed_to_nothing, lost_object, wants_object
from quizgen.extraction.frames.subjects import is_bare_number, is_time, lacks_article
from quizgen.extraction.frames.times import is_future, is_planned, is_yet_to_come
from quizgen.extraction.function_words import is_definite
from quizgen.extraction.grounding.anchors import anchored
from quizgen.extraction.reasons import first_reason
from quizgen.extraction.sentences.words import Kept
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.clauses import Clause
from quizgen.parsing.parsed import Paragraph
from quizgen.parsing.verb_groups import finite_of

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_DOUBTS = ("no subject", "two subjects", "subject and verb disagree", "half of a coordinated subject")
_TO_COME = "a future that is past when the card is learned"
_ENDS = (".", "»", "!")
# In a headline: a question, a remark, two statements.
_NO_HEADLINE = frozenset("?!:;…-–—")
_OBJECTS = ("obj", "ccomp", "xcomp", "iobj", "parataxis")


def is_plain(kept: Kept) -> bool:
    return _is_headline(kept.paragraph) if kept.headline else _is_sentence(kept)


def _is_sentence(kept: Kept) -> bool:
    """A finite verb at its root, a full stop at its end, and nothing of another voice or a question."""
    sentence = kept.sentence
    if not _opens_sentence(kept.tokens[0], sentence.root):
        return False
    if sentence.text.rstrip()[-1:] not in _ENDS or finite_of(sentence.root) is None:
        return False
    if any(_is_of_main_verb(t, sentence.root) for t in sentence if "Rel" in t.morph.get("PronType", [])):
        return False
    joined = any(c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN") for c in sentence.root.children)
    if joined and sentence.root.pos_ in ("VERB", "AUX"):
        return False  # *les routes sont coupées et les deux villes isolées*: a clause without its verb
    return not any(_is_of_speaker(t) for t in kept.tokens)


def _opens_sentence(first: Token, root: Token) -> bool:
    """No word that leans on another sentence, no verb, no conjunction or relative."""
    if first.text.lower() in words(first.doc.lang_, "clauses", "leaning"):
        return False
    if any(c.dep_ == "mark" and c.i < root.i for c in root.children):
        return False
    return first.pos_ not in ("VERB", "AUX") and "Rel" not in first.morph.get("PronType", [])


def _is_of_speaker(token: Token) -> bool:
    """*Je*, *vous*, and the forms of verbs that go with them."""
    persons = token.morph.get("Person", [])
    return token.pos_ in ("PRON", "VERB", "AUX") and ("1" in persons or "2" in persons)


def _is_of_main_verb(relative: Token, root: Token) -> bool:
    """*Le club, dont l'entraîneur avait échoué*: the verb taken for the main one is a relative clause's."""
    above = relative.head
    while above != root and above.head != above and finite_of(above) is None:
        above = above.head
    return above == root and relative.i < root.i


def _is_headline(paragraph: Paragraph) -> bool:
    """One statement, with a verb or as a noun and what is said of it; no question, no list, nobody's words."""
    doc = paragraph.doc
    if sum(1 for _ in doc.sents) > 1 or any(t.text in _NO_HEADLINE for t in doc):
        return False
    root = doc[:].root
    told = any("Part" in t.morph.get("VerbForm", []) for t in (root, *root.children))
    if told or finite_of(root) is not None or root.pos_ == "VERB":
        return True
    # *Décès de X* tells what happens; *le parquet, une nouvelle institution*, *cinq minutes pour comprendre* do not.
    apposed = any(c.dep_ == "appos" and any(d.dep_ == "det" for d in c.children) for c in root.children)
    names = apposed or any("Inf" in c.morph.get("VerbForm", []) for c in root.children)
    return root.pos_ == "NOUN" and not names


def has_somebody_unnamed(kept: Kept) -> bool:
    """*La disparition de l'opposant historique*: one of many, whom neither a name nor an office of state tells."""
    return kept.headline and any(_is_unnamed(token, kept) for token in kept.tokens)


def _is_unnamed(token: Token, kept: Kept) -> bool:
    context, paragraph = kept.context, kept.paragraph
    if token.pos_ != "NOUN" or "Plur" in token.morph.get("Number", []) or not is_definite(token):
        return False
    if not grammar(context.language).is_human(token.lemma_.lower()) or context.mentions.at(paragraph, token):
        return False
    offices = words(context.language, "offices", "national") if context.headline_country is not None else frozenset()
    if token.text.lower() in offices or anchored(token, kept.indices, paragraph, context):
        return False
    return not (token.i + 1 in kept.indices and context.mentions.at(paragraph, token.nbor(1)))


def is_impersonal(sentence: DocSpan) -> bool:
    return any(child.dep_ == "expl:subj" for child in sentence.root.children)


def broken(kept: Kept) -> str | None:
    """Why the main clause is none to trust: it must have one subject that agrees with its verb, and its object.

    A headline may promise: its card is dated.
    """
    main = kept.context.clause_of(kept.sentence.root)
    if main is None:
        return None
    reason = first_reason(_BROKEN, main, kept.context)
    if reason:
        return None if kept.headline and reason == _TO_COME else reason
    if is_impersonal(kept.sentence):
        return None
    return next((doubt for doubt in main.doubts if doubt in _DOUBTS), None)


def _has_no_object(main: Clause, context: Context) -> bool:
    return wants_object(main, context) and not any(c.dep_ in _OBJECTS for c in main.head.children)


def _opens_with_time(main: Clause, context: Context) -> bool:
    """*La soirée avait commencé*: a date read as the subject; not *24 heures ont passé*."""
    dated = main.subject is not None and not any(t.like_num for t in main.subject.tokens)
    return dated and is_time(main, context)


def _promises(main: Clause, _: Context) -> bool:
    """*Fermera*; *a dit que le pays cessera ses frappes*."""
    return main.tense == "Fut" or any(c.dep_ == "ccomp" and is_future(c) for c in main.head.children)


_BROKEN: tuple[tuple[str, Callable[[Clause, Context], bool]], ...] = (
    (
        "a verb without the object it needs",
        lambda main, context: main.subject is not None and lost_object(main, context),
    ),
    ("a verb without the object it needs", _has_no_object),
    ("a number of what another clause names", lambda main, _: is_bare_number(main)),
    ("appointed, and not to what", is_appointed_to_nothing),
    ("a subject without its article", lambda main, _: lacks_article(main)),
    ("a date read as the subject", _opens_with_time),
    (_TO_COME, _promises),
    ("a plan of which nothing tells the end", is_yet_to_come),
    ("a plan of which nothing tells the end", is_planned),
)
