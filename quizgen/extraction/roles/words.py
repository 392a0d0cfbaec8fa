"""Nouns for functions beside a name, found by the words alone: trees often hang an apposition elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.names.spans import Mention
from quizgen.languages.lexicon import grammar, lexicon, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 12
_NOMINAL = ("NOUN", "ADJ", "ADP", "DET", "PROPN", "NUM", "X")


def is_role(token: Token, context: Context) -> bool:
    """A noun in the singular for a function or an occupation."""
    gram = grammar(context.language)
    return (
        token.pos_ in ("NOUN", "PROPN")
        and "Plur" not in token.morph.get("Number", [])
        and any(gram.is_office(form) for form in _forms(token, context))
    )


def is_former(token: Token, context: Context) -> bool:
    """*Ancien*, *ex-ministre*: somebody who is it no longer."""
    word = token.text.lower()
    table = lexicon(context.language, "offices")
    return word in table["former"] or word.startswith(table["former_prefix"])


def _forms(token: Token, context: Context) -> set[str]:
    prefix = lexicon(context.language, "offices")["former_prefix"]
    return {form.removeprefix(prefix) for form in (token.lemma_.lower(), token.text.lower())}


def surface_roles(mention: Mention, context: Context) -> Iterator[tuple[Token, list[Token], str]]:
    """The function before a name (*le président de La Poste, X*) and after it (*X, président de La Poste*).

    Gives each noun, its phrase without determiner, and the rule's name.
    """
    for tokens, rule in (
        (_before(mention, context), "role-before-words"),
        (_after(mention, context), "role-after-words"),
        (_fronted(mention, context), "role-fronted-words"),
    ):
        noun = next((t for t in tokens if is_role(t, context)), None)
        if noun is not None:
            yield noun, _before_time(tokens, noun, context), rule


def _before_time(tokens: list[Token], noun: Token, context: Context) -> list[Token]:
    """The phrase up to a preposition of time (*Premier ministre depuis deux mois*)."""
    times = lexicon(context.language, "offices")["since"]
    end = next((i for i, t in enumerate(tokens) if t.i > noun.i and t.text.lower() in times), len(tokens))
    return tokens[:end]


def _before(mention: Mention, context: Context) -> list[Token]:
    doc, at = mention.paragraph.doc, mention.left - 1
    comma = at > 0 and doc[at].text == ","
    at -= comma
    end = _before_bracket(doc, at) + 1
    first = end
    while first > 0 and end - first < _LONGEST and _goes_back(doc, first - 1) and not doc[first - 1].is_sent_end:
        first -= 1
    nouns = [t for t in doc[first:end] if is_role(t, context) and t.sent == doc[mention.left].sent]
    nouns = [t for t in nouns if _opens_phrase(t, context)]
    if not nouns or (comma and not _closed(mention)):
        return []
    noun = nouns[0] if comma else nouns[-1]
    left = noun.i
    passing = lexicon(context.language, "offices")["passing"]
    while left > first and doc[left - 1].pos_ == "ADJ" and doc[left - 1].text.lower() not in passing:
        left -= 1
    return list(doc[left:end])


def _closed(mention: Mention) -> bool:
    """A comma or a full stop behind an apposed name: else the comma before it parts two clauses or items."""
    doc = mention.paragraph.doc
    return mention.right >= len(doc) or doc[mention.right].text in (",", ".", ":", ")", "»", "«")


def _before_bracket(doc: Doc, at: int) -> int:
    """The index before a bracketed acronym that ends at ``at``."""
    if at > 2 and doc[at].text == ")":
        for index in range(at, max(0, at - 6), -1):
            if doc[index].text == "(":
                return index - 1
    return at


def _opens_phrase(noun: Token, context: Context) -> bool:
    """A determiner in the singular before it, adjectives between them aside."""
    at = noun.i - 1
    while at > 0 and noun.doc[at].pos_ == "ADJ":
        at -= 1
    before = noun.doc[at]
    return at >= 0 and (
        before.pos_ == "DET"
        and "Plur" not in before.morph.get("Number", [])
        or before.text.lower() in lexicon(context.language, "offices")["contracted"]
    )


def _after(mention: Mention, context: Context) -> list[Token]:
    doc, at = mention.paragraph.doc, mention.right
    at = _behind_bracket(doc, at)
    if at >= len(doc) or doc[at].text != ",":
        return []
    at = _behind_age(doc, at) + 1
    while at < len(doc) and (
        doc[at].pos_ == "DET" or doc[at].text.lower() in lexicon(context.language, "offices")["passing"]
    ):
        at += 1
    first = at
    while at < len(doc) and doc[at].pos_ == "ADJ" and not is_role(doc[at], context):
        at += 1
    if at >= len(doc) or not is_role(doc[at], context) or doc[at].sent != doc[mention.left].sent:
        return []
    end = at + 1
    while end < len(doc) and (doc[end].pos_ in _NOMINAL or _another(doc, end, context)):
        if context.time_at(mention.paragraph, doc[end]):
            return []
        end += 1
    if end < len(doc) and doc[end].text not in (",", ".", "(", ":", "»", "«"):
        return []
    return list(doc[first:end]) if end - first <= _LONGEST else []


def _fronted(mention: Mention, context: Context) -> list[Token]:
    """*Vice-présidente de la région, X a dénoncé …*: a function that opens the sentence, without a determiner."""
    doc, comma = mention.paragraph.doc, mention.left - 1
    if comma < 1 or doc[comma].text != "," or not _acts(mention):
        return []
    first = doc[comma].sent.start
    phrase = list(doc[first:comma])
    opens = next((t for t in phrase if t.pos_ != "ADJ"), None)
    if opens is None or len(phrase) > _LONGEST or not is_role(opens, context):
        return []
    return phrase if all(t.pos_ in _NOMINAL for t in phrase) else []


def _acts(mention: Mention) -> bool:
    """Whether the name is the subject of the sentence's verb."""
    head = mention.paragraph.doc[mention.left : mention.right].root
    return head.dep_.startswith("nsubj") and head.head == head.sent.root


def _another(doc: Doc, at: int, context: Context) -> bool:
    """*Et* before a second function (*paléontologue et directeur de recherche*) or a second field (*de l'Économie et
    des Finances*).
    """
    return doc[at].pos_ == "CCONJ" and at + 1 < len(doc) and (is_role(doc[at + 1], context) or _links_fields(doc, at))


def _links_fields(doc: Doc, at: int) -> bool:
    """*Ministre de l'Économie* | *et* | *des Finances*: a word for a portfolio before two complements in capitals."""
    if at + 1 >= len(doc) or doc[at].pos_ != "CCONJ":
        return False
    of = words(doc.lang_, "clauses", "of")
    before = [t.text.lower() for t in doc[max(0, at - _FIELD) : at]]
    portfolio = words(doc.lang_, "offices", "portfolio")
    return doc[at + 1].text.lower() in of and bool(portfolio & set(before))


# Words of a portfolio up to the end of its first field (*ministre français de l'Économie*), an apostrophe apart.
_FIELD = 5


def _goes_back(doc: Doc, at: int) -> bool:
    return doc[at].pos_ in _NOMINAL or _links_fields(doc, at)


def _behind_age(doc: Doc, comma: int) -> int:
    """The comma behind an age set apart (*X, 61 ans, maire de …*), or the one given."""
    said = doc[comma + 1 : comma + 4]
    years = lexicon(doc.lang_, "quantities")["years"]
    aged = len(said) == 3 and said[0].like_num and said[1].text.lower() in years and said[2].text == ","
    return comma + 3 if aged else comma


def _behind_bracket(doc: Doc, at: int) -> int:
    if at < len(doc) and doc[at].text == "(":
        for index in range(at, min(len(doc), at + 6)):
            if doc[index].text == ")":
                return index + 1
    return at
