"""Whether a name is whole, and no part of another name or of a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.function_words import is_definite
from quizgen.extraction.names.spans import Mention
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar, lexicon, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENING = frozenset("«#@/")
_DASHES = ("-", "/", "–")
# Between two halves of a name.
_JOINING = frozenset(("-", "–", "and", "&", "of", "the", "to", "for", "und", "y"))
_NOUN_AND_ADJECTIVE = 2
_BODIES = ("organisation", "group", "building")


def is_whole(mention: Mention) -> bool:
    """No other capital beside the name that could belong to it."""
    doc = mention.paragraph.doc
    before = doc[mention.left - 1] if mention.left else None
    if any(t.text in "«»" for t in doc[mention.left : mention.right]):
        return False
    if _continues(mention) or (before is not None and _begins_before(before)):
        return False
    if mention.type != "person" and _is_field_of_office(mention):
        return False
    return before is None or not _is_borne(mention, before)


def _begins_before(before: Token) -> bool:
    """A mark that opens it, a capital, or a link to one."""
    if before.text in _OPENING:
        return True
    if before.text in _JOINING and before.i and before.nbor(-1).text[:1].isupper():
        return True
    return before.text[:1].isupper() and not before.is_sent_start


def _continues(mention: Mention) -> bool:
    """*Villard* | *d'Héria*, but *Gold Coast* | *en Australie*."""
    doc = mention.paragraph.doc
    if mention.right >= len(doc):
        return False
    after = doc[mention.right]
    if after.text[:1].isupper() or after.text in _DASHES or after.like_num:
        return True
    if mention.type != "location" or after.text.lower() not in words(doc.lang_, "clauses", "within_names"):
        return False
    beside = doc[mention.right + 1].text if mention.right + 1 < len(doc) else ""
    return beside[:1].isupper() and load_knowledge(doc.lang_).country_named(beside) is None


# So many words before a name may be its bearer's function (*l'animateur de radio X*).
_FUNCTION_WORDS = 4


def _is_borne(mention: Mention, before: Token) -> bool:
    """A name that something else bears (*le lycée Alexis de Tocqueville*, *les stations Total*)."""
    if before.pos_ == "ADJ" and not before.is_sent_start and mention.type != "person":
        return True
    if before.pos_ != "NOUN":
        return False
    if mention.type == "person":
        return not _is_told_as_human(mention)
    own = ("organisation", "group") if mention.type == "organisation" else ("organisation", "place", "group")
    return grammar(before.doc.lang_).noun_class(before.lemma_.lower()) not in own


def _is_told_as_human(mention: Mention) -> bool:
    """*L'animateur de radio X*, *le prix Nobel X*."""
    doc = mention.paragraph.doc
    nouns = [t for t in doc[max(0, mention.left - _FUNCTION_WORDS) : mention.left] if t.pos_ in ("NOUN", "PROPN")]
    laureates = words(doc.lang_, "clauses", "laureates")
    return any(grammar(doc.lang_).is_human(t.lemma_.lower()) or t.text in laureates for t in nouns)


def _is_field_of_office(mention: Mention) -> bool:
    """*L'Intérieur* behind *ministre de*: part of a title, not a thing of its own."""
    doc = mention.paragraph.doc
    before = [t.lemma_.lower() for t in doc[max(0, mention.left - 4) : mention.left]]
    return bool(set(before) & set(lexicon(doc.lang_, "offices")["portfolio"]))


def goes_on(mention: Mention) -> bool:
    """*L'Agence de garde-frontières | et de garde-côtes*: a complement in the name goes on behind it."""
    doc = mention.paragraph.doc
    inside = range(mention.left, mention.right)
    return any(
        child.dep_ == "conj" and child.i >= mention.right and any(c.dep_ == "case" for c in child.children)
        for token in doc[mention.left : mention.right]
        if token.head.i in inside and token.head != token
        for child in token.children
    )


def completes_institution(mention: Mention, kind: str) -> bool:
    """A name that is the end of another's (*le tribunal de Paris*, *la coalition des FDS*)."""
    doc = mention.paragraph.doc
    name = doc[mention.left : mention.right].root
    noun = name.head
    if name.dep_ != "nmod" or noun.pos_ not in ("NOUN", "PROPN") or kind == "person":
        return False
    if not {c.text.lower() for c in name.children if c.dep_ == "case"} & words(doc.lang_, "clauses", "of"):
        return False
    lemma, gram = noun.lemma_.lower(), grammar(doc.lang_)
    if is_definite(noun) and not gram.is_unique(lemma) and "Plur" not in noun.morph.get("Number", []):
        return True  # *la commune de …*: the name is all that tells which one
    if noun.text[:1].isupper() and not noun.is_sent_start:
        return True
    # *les championnats de France*, *rue de Washington*
    called_after = words(doc.lang_, "clauses", "competitions") | words(doc.lang_, "clauses", "streets")
    return lemma in called_after or gram.noun_class(lemma) in _BODIES


def names_a_body(mention: Mention) -> bool:
    """*L'Université centraméricaine Rui Costa*: a person's name that ends the name of a body."""
    doc, left = mention.paragraph.doc, mention.left
    if mention.type != "person" or left < _NOUN_AND_ADJECTIVE:
        return False
    noun, adjective = doc[left - 2], doc[left - 1]
    return adjective.pos_ == "ADJ" and adjective.head == noun and noun.pos_ in ("NOUN", "PROPN") and noun.text.istitle()


def is_bare_noun(mention: Mention) -> bool:
    """*Carrefour commercial situé à …, El-Obeid …*: a noun with the capital of the sentence, no name."""
    doc = mention.paragraph.doc
    first, behind = doc[mention.left], doc[mention.right] if mention.right < len(doc) else None
    if not first.is_sent_start or mention.right - mention.left > 1 or behind is None:
        return False
    return behind.pos_ == "ADJ" and behind.text.islower() and first.text.istitle()


def is_for_something(mention: Mention, context: Context) -> bool:
    """*L'Organisation des Nations unies* | *pour l'alimentation*: its name goes on."""
    behind = mention.paragraph.doc[mention.right : mention.right + 2]
    purpose = words(context.language, "clauses", "purpose")
    return len(behind) > 1 and behind[0].text.lower() in purpose and behind[1].pos_ == "DET"


def is_of_a_people(mention: Mention, context: Context) -> bool:
    """*Le Sénat | portugais*: without its adjective it is not said whose."""
    behind = mention.paragraph.doc[mention.right : mention.right + 1].text
    return behind.islower() and context.knowledge.country_of_adjective(behind) is not None
