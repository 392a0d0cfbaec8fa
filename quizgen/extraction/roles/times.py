"""When somebody held a function: now, then, for a while only, until death."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.roles.trees import BESIDE
from quizgen.languages.lexicon import lexicon, words
from quizgen.parsing.parsed import Paragraph
from quizgen.parsing.verb_groups import finite_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quizgen.extraction.times.finding import Time

# What is told beside a clause: of a noun, of a name, in a relative.
_WITHIN = ("nmod", "acl", "acl:relcl", "appos")


def of_now(mention: Mention, context: Context) -> bool:
    """Whether the person held the role when the article was written.

    No: behind a distant date in its sentence or the one before, in a sentence told in another past than the perfect, or
    where the office is told to have ended.
    """
    paragraph = mention.paragraph
    head = paragraph.doc[mention.left : mention.right].root
    if _has_ended(mention, context):
        return False
    sentence = head.sent
    before = next((s.start_char for s in reversed(list(paragraph.doc.sents)) if s.end <= sentence.start), 0)
    times = context.times_in(paragraph.start + before, paragraph.start + sentence.end_char)
    published = context.parsed.article.date
    if published is not None and not all(
        _near(t.value, published.year) or _is_aside(t, head, paragraph) for t in times
    ):
        return False
    governing = next((t for t in head.ancestors if finite_of(t) is not None), None)
    finite = finite_of(governing) if governing is not None else finite_of(sentence.root)
    if finite is None:
        return True  # *Pour X, ministre de Y, « … »*
    if "Cnd" in finite.morph.get("Mood", []):
        return True
    tense = "".join(finite.morph.get("Tense", []))
    if tense == "Imp":
        return published is not None and not _tells_of_long_ago(paragraph, context)
    return tense in ("Pres", "Fut")


def _has_ended(mention: Mention, context: Context) -> bool:
    """*La chute du président X*, *le président X, chassé du pouvoir*."""
    doc, head = mention.paragraph.doc, mention.paragraph.doc[mention.left : mention.right].root
    behind = {t.lower_ for t in doc[mention.right : mention.right + _NEAR]}
    if behind & words(context.language, "offices", "turned_out"):
        return True
    office = head.head if head.dep_ in BESIDE else head
    over = {t.head.lemma_.lower() for t in (head, office) if t.dep_ == "nmod"}
    return bool(over & words(context.language, "offices", "ends"))


# Words behind a name in which what is told of its bearer begins.
_NEAR = 3


def _is_aside(time: Time, name: Token, paragraph: Paragraph) -> bool:
    """A date of another noun, or of what a relative tells of the subject: it does not date what the clause says
    (*la résolution de 1559*; *Y, qui a fondé Z en 2011, a déclaré …*; not *le suicide de Y, survenu en 1993*).
    """
    at = next((t for t in paragraph.doc if paragraph.start + t.idx >= time.start), None)
    if at is not None and at.i and at.nbor(-1).text.lower() in words(paragraph.doc.lang_, "offices", "lasting"):
        return True  # *président depuis 2014*
    beside = next((t for t in (at, *at.ancestors) if t.dep_ in _WITHIN), None) if at is not None else None
    if beside is None or beside == name or beside.is_ancestor(name):
        return False
    itself = (name, *(c for c in name.children if c.dep_ == "appos"), *([name.head] if name.dep_ in BESIDE else []))
    if beside.head in itself:
        return beside.dep_ == "acl:relcl" and any(t.dep_.startswith("nsubj") for t in itself)
    return not beside.head.is_ancestor(name)


def _tells_of_long_ago(paragraph: Paragraph, context: Context) -> bool:
    """A distant year, or a word of another time, anywhere in the paragraph."""
    published = context.parsed.article.date
    end = paragraph.start + len(paragraph.doc.text)
    distant = any(not _near(t.value, published.year) for t in context.times_in(paragraph.start, end) if published)
    return distant or any(t.text.lower() in words(context.language, "offices", "then") for t in paragraph.doc)


def _near(value: str, year: int) -> bool:
    return not value[:4].isdigit() or int(value[:4]) >= year - 1


def then(tokens: list[Token], context: Context) -> bool:
    """*Alors ministre du Budget*, *le ministre de l'époque*, *maire pendant dix ans*: told of another time."""
    doc, then = tokens[0].doc, words(context.language, "offices", "then")
    behind = doc[tokens[-1].i + 1].lower_ if tokens[-1].i + 1 < len(doc) else ""
    if behind in words(context.language, "offices", "lasted"):
        return True
    around = [*doc[max(0, tokens[0].i - 1) : tokens[0].i], *doc[tokens[-1].i + 1 : tokens[-1].i + 4]]
    return any(t.text.lower() in then for t in (*around, *tokens))


def is_dead(mention: Mention, context: Context) -> bool:
    """The headline, or the sentence that the function stands in, tells the person's death."""
    head = mention.paragraph.doc[mention.left : mention.right].root
    if head.dep_ == "nsubj" and head.head.lemma_.lower() in words(context.language, "offices", "to_die"):
        return True
    headline = (context.parsed.article.title or "").lower()
    told = any(word in headline for word in words(context.language, "offices", "dying"))
    return told and mention.name.rsplit(" ", 1)[-1].lower() in headline


def standing(
    noun: Token, tokens: list[Token], held: bool, table: dict[str, list[str]], mention: Mention, context: Context,
    *, told: bool, former: bool,
) -> str:  # fmt: skip
    """``holder``: an office with one holder, named well enough to ask who it is; ``office``; ``occupation``.

    ``told``: the question will name its country. ``former``: it is held no longer.

    ``standing``: what somebody is for a while only, a candidate. ``late``: what somebody was whose death is told.
    """
    if (not held or former) and is_dead(mention, context):
        return "late"
    if not held:
        return "standing" if noun.lemma_.lower() in table["standing"] else "occupation"
    single = noun.lemma_.lower() in table["single"] or noun.text.lower() in table["single"]
    office = noun.lemma_.lower() in lexicon(context.language, "offices")["portfolio"]
    named = any(
        (not office and context.mentions.at(mention.paragraph, t) is not None)
        or context.knowledge.country_named(t.text) is not None
        or context.knowledge.country_of_adjective(t.text) is not None
        for t in tokens
        if t.i > noun.i
    )
    return "holder" if single and (named or told) else "office"
