"""What a named thing is: an indefinite noun phrase beside it or after a copula."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.function_words import has_possessive, is_definite
from quizgen.extraction.grounding.standing_alone import dangling
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.phrases import render
from quizgen.extraction.slots.names import mention_slot, with_determiner
from quizgen.extraction.slots.quantities import quantity_slots
from quizgen.extraction.trimming import first_word, trim
from quizgen.facts import DefinitionFact, Slot
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.parsed import Paragraph
from quizgen.parsing.verb_groups import finite_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def find(context: Context) -> Iterator[DefinitionFact]:
    """One definition for each named thing that is no person."""
    seen: set[str] = set()
    for mention in context.mentions.items:
        if mention.type == "person" or mention.name in seen:
            continue
        for noun, rule in (*_definitions(mention, context), *_apposed(mention, context)):
            fact = _fact(mention, noun, rule, context)
            if fact is not None:
                seen.add(mention.name)
                yield fact
                break


def _definitions(mention: Mention, context: Context) -> Iterator[tuple[Token, str]]:
    doc = mention.paragraph.doc
    head = doc[mention.left : mention.right].root
    cased = any(child.dep_ == "case" for child in head.children)
    for child in head.children:
        if cased and not _indefinite(child):
            continue  # *en Malaisie, le gibbon de Müller …*: a place is set before the subject
        if child.dep_ == "appos" and child.pos_ == "NOUN" and first_word(child) == mention.right + 1:
            if doc[mention.right].text != "," or not _is_closed(child, context):
                continue  # *Outre-Rhin, le conseil de surveillance a approuvé*: the subject behind a place
            if _indefinite(child) or _tells_which(child, context):
                yield child, "definition-apposition"
    above = head.head
    alone = not any(c.dep_ == "conj" for c in head.children) and "Plur" not in above.morph.get("Number", [])
    if head.dep_ == "nsubj" and above.pos_ == "NOUN" and alone and _indefinite(above):
        finite = finite_of(above)
        being = words(context.language, "clauses", "being")
        negated = any("Neg" in c.morph.get("Polarity", []) for c in above.children)
        if finite is not None and "Pres" in finite.morph.get("Tense", []) and finite.lemma_ in being and not negated:
            yield above, "definition-copula"


def _is_closed(noun: Token, context: Context) -> bool:
    """Whether the phrase of an apposition ends where a mark or its sentence does."""
    doc, end = noun.doc, noun.right_edge.i + 1
    closing = words(context.language, "clauses", "closing_appositions")
    if end >= min(len(doc), noun.sent.end) or doc[end - 1].is_punct:
        return True
    return bool(doc[end].is_punct or doc[end].text.lower() in closing)


_LONG = 8
# So few words tell something where one of them is a nation or a name (*un opéra italien*, not *une ONG locale*).
_SHORTEST = 4
_NOMINAL = ("NOUN", "ADJ", "ADP", "DET", "PROPN", "NUM")


def _apposed(mention: Mention, context: Context) -> Iterator[tuple[Token, str]]:
    """*…, un collectif de juristes soudanais, …*: by the words alone, where the tree hangs the noun elsewhere.

    Behind a verb, or of the subject that opens the sentence; not in a list, nor behind a place set before the subject.
    """
    doc, at = mention.paragraph.doc, mention.right
    if at + 2 >= len(doc) or doc[at].text != "," or doc[at + 1].pos_ != "DET":
        return
    sentence = doc[mention.left].sent
    opens = all(t.pos_ in ("DET", "PUNCT") for t in doc[sentence.start : mention.left])
    if not opens and not any(finite_of(t) is not None for t in doc[sentence.start : mention.left]):
        return
    end = at + 1
    while end < sentence.end and doc[end].pos_ in _NOMINAL:
        end += 1
    noun = next((t for t in doc[at + 1 : end] if t.pos_ == "NOUN"), None)
    closing = doc[end].text.lower() if end < len(doc) else "."
    if noun is None or noun.i > at + 3 or closing not in words(context.language, "clauses", "closing_appositions"):
        return
    if any(t.pos_ == "CCONJ" for t in doc[sentence.start : sentence.end] if abs(t.i - end) < 2):
        return
    if finite_of(noun) is not None or noun.dep_.startswith("nsubj"):
        return
    if mention.type == "event" or grammar(context.language).noun_class(noun.lemma_.lower()) in (None, "event", "time"):
        return
    if _indefinite(noun) or _tells_which(noun, context):
        yield noun, "definition-words"


def _without_clauses(tokens: list[Token], noun: Token) -> list[Token]:
    """The phrase without the clauses that hang on its noun."""
    gone = {x.i for c in noun.children if c.dep_ in ("acl", "acl:relcl") and c.i > noun.i for x in c.subtree}
    return [t for t in tokens if t.i not in gone]


def _is_far_from(tokens: list[Token], paragraph: Paragraph, context: Context) -> bool:
    """*Une localité située à une douzaine de kilomètres*: of what, the sentence before has said."""
    starts = {s.start for s in quantity_slots(tokens, paragraph, context) if s.type == "number:distance"}
    to = lexicon(context.language, "quantities")["to"]
    return any(
        paragraph.start + after.idx in starts and before.text.lower() in to for before, after in pairwise(tokens)
    )


def _names_somewhere(tokens: list[Token], context: Context) -> bool:
    return any(t.ent_type_ or context.knowledge.country_of_adjective(t.text) is not None for t in tokens)


def _only_measures(noun: Token, tokens: list[Token], paragraph: Paragraph, context: Context) -> bool:
    """*Un atterrisseur de 100 kilos*, *une ville de deux millions d'habitants*: how much, and not what."""
    spans = [(s.start, s.end) for s in quantity_slots(tokens, paragraph, context)]
    if not spans:
        return False
    first = min(start for start, _ in spans if start is not None) - paragraph.start
    told = [t for t in tokens if t.idx < first and t.pos_ in ("NOUN", "PROPN", "ADJ") and t != noun]
    last = told[-1] if told else None
    if last is not None and last.lemma_.lower() in lexicon(context.language, "quantities")["extents"]:
        told.pop()  # *long de 4 350 kilomètres*
    return not told


def _indefinite(noun: Token) -> bool:
    return any("Ind" in c.morph.get("Definite", []) for c in noun.children if c.dep_ == "det")


def _tells_which(noun: Token, context: Context) -> bool:
    """*Andromède, la galaxie la plus proche de la Voie lactée*: definite, and the most of something or a name's."""
    if not is_definite(noun):
        return False
    superlative = words(context.language, "clauses", "superlative")
    if any(c.ent_type_ and c.i > noun.i and not any(g.dep_ == "case" for g in c.children) for c in noun.children):
        return False  # *Champs-Élysées, la boutique Orange …*: a thing of its own name
    return any(
        t.text.lower() in superlative or t.ent_type_ for c in noun.children if c.dep_ in _WITH for t in c.subtree
    )


_WITH = ("nmod", "amod", "acl:relcl")


def _fact(mention: Mention, noun: Token, rule: str, context: Context) -> DefinitionFact | None:
    paragraph = mention.paragraph
    tokens = _phrase(noun)
    if not tokens or not _is_whole(tokens, paragraph, context) or _only_measures(noun, tokens, paragraph, context):
        return None
    text = render(tokens, paragraph, context)
    if text and len(text.split()) > _LONG:
        tokens = _without_clauses(tokens, noun)
        text = render(tokens, paragraph, context)
    if not text or any(t.text == "," for t in tokens):
        return None
    if len(text.split()) < _SHORTEST and not _names_somewhere(tokens, context):
        return None
    term = _term(mention, noun, context)
    at = paragraph.start + noun.idx
    if term is None or context.quoted(Span(start=at, end=at + 1)):
        return None
    start = paragraph.start + noun.sent.start_char
    last = tokens[-1]
    return DefinitionFact(
        rule=rule,
        sentence=Span(start=start, end=start + len(noun.sent.text.rstrip())),
        term=term,
        definition=Slot(
            text=text,
            type="definition",
            start=paragraph.start + tokens[0].idx,
            end=paragraph.start + last.idx + len(last.text),
        ),
    )


def _phrase(noun: Token) -> list[Token]:
    """The noun phrase from its determiner on, without what a noun has as a predicate."""
    outside = (c for c in noun.children if c.dep_ in _OUTSIDE or (c.dep_ == "conj" and finite_of(c) is not None))
    drop = {t.i for c in outside for t in c.subtree}
    kept = [t for t in trim(noun, noun.left_edge.i, noun.right_edge.i + 1) if t.i not in drop]
    return [t for t in kept if t.i >= min((c.i for c in noun.children if c.dep_ == "det"), default=noun.i)]


# What hangs on a noun in the tree as on a predicate: its subject, its copula and what these are told with.
_OUTSIDE = ("nsubj", "cop", "aux:tense", "advmod", "obl:mod", "advcl", "ccomp", "parataxis", "cc", "mark", "punct")


def _is_whole(tokens: list[Token], paragraph: Paragraph, context: Context) -> bool:
    """Whether a phrase has no gap and says, by itself, what something is."""
    if any(after.i - before.i != 1 for before, after in pairwise(tokens)):
        return False
    if dangling(tokens, paragraph, context) or has_possessive(tokens):
        return False
    if any("Neg" in t.morph.get("Polarity", []) for t in tokens):
        return False  # *un système qui n'est plus entretenu*: what it is no longer
    return not _is_far_from(tokens, paragraph, context)


def _term(mention: Mention, noun: Token, context: Context) -> Slot | None:
    """The name that is defined, of the kind that its noun tells; None where the noun is of another thing."""
    beside = mention.paragraph.doc[mention.left - 1] if mention.left else None
    if beside is not None and beside.pos_ == "NOUN":
        return None  # *au palais Coburg*: half of what it is called
    term = mention_slot(mention, context)
    told = grammar(context.language).noun_class(noun.lemma_.lower())  # surer than the pipeline's type
    if term is None or told == "person":
        return None
    place = context.knowledge.place(mention.name) or context.knowledge.country_named(mention.name)
    if place is not None and told not in ("place", "group", None):
        return None  # *à Tokyo, une bactérie …*
    return with_determiner(term, mention).model_copy(update={"type": told or "other"})
