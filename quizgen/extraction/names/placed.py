"""What a name is where it stands in a sentence: a place, a source, one of several, half of something."""

from __future__ import annotations

from itertools import pairwise

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.function_words import begins_title
from quizgen.extraction.names.spans import Mention
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import words

# Words of an office before its field (*secrétaire d'État*).
_OFFICE = 3


def is_placed(mention: Mention, context: Context, *, known: bool) -> bool:
    """A place has a preposition of place right before it, a known one also *de*; else it acts: a team, a government."""
    if not mention.left:
        return False
    before = mention.paragraph.doc[mention.left - 1]
    if before.pos_ == "DET" and before.i:
        before = before.nbor(-1)
    if begins_title(before):
        return False  # *Le film était Sous le pont de Faro*
    if before.i and before.nbor(-1).text.lower() in words(context.language, "clauses", "facing"):
        return False
    head = mention.paragraph.doc[mention.left : mention.right].root.head
    if head.lemma_.lower() in words(context.language, "clauses", "of_teams"):
        return False
    of = words(context.language, "clauses", "governed") if known else frozenset()
    return before.text.lower() in words(context.language, "clauses", "place") | of


def is_within(mention: Mention, context: Context) -> bool:
    """Something is said to be in it: *dans l'Orne*, *en Savoie*."""
    before = [t.text.lower() for t in mention.paragraph.doc[max(0, mention.left - 2) : mention.left]]
    return bool(set(before) & words(context.language, "clauses", "inside"))


def is_behind_a_place(mention: Mention, context: Context) -> bool:
    """*À Soria en Espagne*: the place tells the country."""
    doc = mention.paragraph.doc
    before = [t for t in doc[max(0, mention.left - 3) : mention.left] if t.pos_ not in ("DET", "ADP", "PUNCT")]
    found = context.mentions.at(mention.paragraph, before[-1]) if before else None
    return found is not None and found.type == "location"


def names_a_kind(mention: Mention, context: Context) -> bool:
    """*Cochons d'Inde*, *noix du Brésil*: a country within the name of an animal, a plant or a thing."""
    before = mention.paragraph.doc[max(0, mention.left - 2) : mention.left]
    kinds = words(context.language, "names", "called_after_countries")
    return len(before) > 1 and before[1].pos_ == "ADP" and before[0].text.lower().removesuffix("s") in kinds


def names_a_text(mention: Mention, context: Context) -> bool:
    """*Les accords de Matignon*, *le traité de Rome*: what a text is called after, and no place of anything."""
    before = mention.paragraph.doc[max(0, mention.left - 2) : mention.left]
    texts = words(context.language, "names", "texts_called_after_places")
    of = words(context.language, "clauses", "of")
    return len(before) > 1 and before[1].text.lower() in of and before[0].lemma_.lower() in texts


def is_portfolio(mention: Mention, context: Context) -> bool:
    """*La commissaire à la Concurrence*, *secrétaire d'État à l'Outre-mer*: a field behind an office, and no place."""
    doc, at = mention.paragraph.doc, mention.left - 1
    while at > 0 and doc[at].pos_ == "DET":
        at -= 1
    if at < 1 or doc[at].text.lower() not in words(context.language, "clauses", "than"):
        return False
    known = context.knowledge
    if known.place(mention.name) or known.capital_of(mention.name) or known.country_named(mention.name):
        return False
    held = words(context.language, "offices", "held")
    return any(t.text.lower() in held for t in doc[max(mention.paragraph.doc[at].sent.start, at - _OFFICE) : at])


def is_source(mention: Mention, context: Context) -> bool:
    """*Selon l'AFP*, *d'après les chiffres de l'Insee*: who says it, which a question names and does not ask."""
    before = [t.text.lower() for t in mention.paragraph.doc[max(0, mention.left - 5) : mention.left]]
    according = words(context.language, "lint", "according_to")
    return any(word in according for word in before) or any(f"{a} {b}" in according for a, b in pairwise(before))


def speaks_in_headline(mention: Mention, context: Context) -> bool:
    """*Le chômage repart à la hausse pour l'Insee*: in a headline, at its end, it says whose word that is."""
    if not context.parsed.article.is_headline(Span(start=mention.start, end=mention.end)) or mention.type == "person":
        return False
    if context.knowledge.country_named(mention.name) is not None:
        return False  # *six médailles pour la France*
    before = [t.text.lower() for t in mention.paragraph.doc[max(0, mention.left - 2) : mention.left]]
    last = mention.right >= len(mention.paragraph.doc)
    return last and bool(set(before) & words(context.language, "clauses", "purpose"))


def is_listed(mention: Mention, context: Context) -> bool:
    """One of three or more coordinated things: nothing tells which one is missing."""
    doc = mention.paragraph.doc
    left = mention.left - (mention.left > 0 and doc[mention.left - 1].pos_ == "DET")
    for comma, beside in ((left - 1, left - 2), (mention.right, mention.right + 1)):
        if 0 <= beside < len(doc) and doc[comma].text == ",":
            other = context.mentions.at(mention.paragraph, doc[beside])
            if other is not None and other.type == mention.type:
                return True
    head = doc[mention.left : mention.right].root
    while head.dep_ == "conj":
        head = head.head
    return sum(child.dep_ == "conj" for child in head.children) >= 2


def is_coordinated(mention: Mention) -> bool:
    """One of two things said together: the other gives half the answer."""
    head = mention.paragraph.doc[mention.left : mention.right].root
    return head.dep_ == "conj" or any(child.dep_ == "conj" for child in head.children)


def is_indefinite_or_held(mention: Mention) -> bool:
    """*Un Academy Award*: one of many; *au Mans*: half of the name stands in the preposition."""
    before = mention.paragraph.doc[mention.left - 1] if mention.left else None
    if before is None:
        return False
    held = before.text.lower() in words(before.doc.lang_, "clauses", "contracted") and mention.type != "person"
    known = load_knowledge(before.doc.lang_).country_named(mention.name)
    return "Ind" in before.morph.get("Definite", []) or (held and known is None)
