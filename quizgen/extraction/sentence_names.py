"""Which names of a sentence a cloze may ask for: whole ones, that one answer fits and nothing beside gives away."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.function_words import is_definite
from quizgen.extraction.mention_spans import Mention
from quizgen.extraction.name_slots import mention_slot, surely_typed, with_determiner
from quizgen.extraction.persons_named import surely_person
from quizgen.extraction.slots import phrase_slot
from quizgen.facts import Slot
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token


_OPENING = frozenset("«#@/")


# Between two halves of a name.
_JOINING = frozenset(("-", "–", "and", "&", "of", "the", "to", "for", "und", "y"))


def names_of(sentence: DocSpan, paragraph: Paragraph, context: Context) -> Iterator[Slot]:
    inside = [m for m in context.mentions.items if m.paragraph is paragraph and sentence.start <= m.left < sentence.end]
    counts = [m.name for m in inside]
    yield from _pairs(inside, context)
    yield from _bodies(sentence, paragraph, context)
    for mention in inside:
        if counts.count(mention.name) > 1 or not _whole(mention) or _listed(mention, context):
            continue
        slot = mention_slot(mention, context)
        if slot is None or slot.type in ("other", "product", "event"):
            continue
        if slot.type == "person" and not surely_person(mention, context) or _is_bare_noun(mention):
            continue
        if slot.type == "person" and " " not in (slot.name or slot.text):
            continue  # *M. [personne]*: a surname alone
        if slot.type == "country" and (_behind_a_place(mention, context) or _names_a_kind(mention, context)):
            continue
        if slot.type in _LOCATING and (_names_a_text(mention, context) or _is_portfolio(mention, context)):
            continue
        if _is_source(mention, context) or _speaks_in_headline(mention, context):
            continue
        if _indefinite_or_held(mention) or _names_a_body(mention) or not surely_typed(mention, slot, context):
            continue
        if _coordinated(mention) or _goes_on(mention) or _completes_institution(mention, slot.type):
            continue
        if slot.type == "organisation" and (_is_of_a_people(mention, context) or _is_for_something(mention, context)):
            continue
        if slot.type == "department" and not _within(mention, context):
            continue  # *les affluents de l'Orne*: a river's name too
        if slot.type == "organisation" and slot.noun is None and _within(mention, context):
            continue  # *dans l'État du Minnesota*: no body
        if slot.type in ("place", "city") and not _placed(mention, slot.type == "city", context):
            continue
        if mention.left and mention.paragraph.doc[mention.left - 1].pos_ == "NOUN":
            slot = slot.model_copy(update={"noun": ""})  # *le groupe État islamique* says already what it is
        yield with_determiner(slot, mention)


def _is_for_something(mention: Mention, context: Context) -> bool:
    """*L'Organisation des Nations unies* | *pour l'alimentation*: its name goes on."""
    behind = mention.paragraph.doc[mention.right : mention.right + 2]
    purpose = words(context.language, "clauses", "purpose")
    return len(behind) > 1 and behind[0].text.lower() in purpose and behind[1].pos_ == "DET"


def _is_bare_noun(mention: Mention) -> bool:
    """*Carrefour commercial situé à …, El-Obeid …*: a noun with the capital of the sentence, no name."""
    doc = mention.paragraph.doc
    first, behind = doc[mention.left], doc[mention.right] if mention.right < len(doc) else None
    if not first.is_sent_start or mention.right - mention.left > 1 or behind is None:
        return False
    return behind.pos_ == "ADJ" and behind.text.islower() and first.text.istitle()


def _names_a_kind(mention: Mention, context: Context) -> bool:
    """*Cochons d'Inde*, *noix du Brésil*: a country within the name of an animal, a plant or a thing."""
    before = mention.paragraph.doc[max(0, mention.left - 2) : mention.left]
    kinds = words(context.language, "names", "called_after_countries")
    return len(before) > 1 and before[1].pos_ == "ADP" and before[0].text.lower().removesuffix("s") in kinds


def _names_a_text(mention: Mention, context: Context) -> bool:
    """*Les accords de Matignon*, *le traité de Rome*: what a text is called after, and no place of anything."""
    before = mention.paragraph.doc[max(0, mention.left - 2) : mention.left]
    texts = words(context.language, "names", "texts_called_after_places")
    of = words(context.language, "clauses", "of")
    return len(before) > 1 and before[1].text.lower() in of and before[0].lemma_.lower() in texts


def _is_portfolio(mention: Mention, context: Context) -> bool:
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


# Words of an office before its field (*secrétaire d'État*).
_OFFICE = 3
_LOCATING = ("place", "city", "country", "region", "organisation")


def _bodies(sentence: DocSpan, paragraph: Paragraph, context: Context) -> Iterator[Slot]:
    """A body that a noun and a name call together (*le tribunal correctionnel de Paris*), asked for as a whole."""
    gram = grammar(context.language)
    for token in sentence:
        if token.pos_ != "NOUN" or gram.body_noun(token.lemma_.lower()) is None or token.dep_ not in _PARTS:
            continue
        if token.head.dep_ == "parataxis" or any(t.dep_ in ("conj", "appos") for t in token.children):
            continue  # *a annoncé le parquet de Paris*: whose word it is
        slot = phrase_slot(token, token.left_edge.i, token.right_edge.i + 1, paragraph, context)
        if slot is None or slot.type not in ("organisation", "group") or slot.number == "p" or slot.name is not None:
            continue
        joined = any(t.pos_ == "CCONJ" and t.text in slot.text.split() for t in token.subtree)
        if len(slot.text.split()) <= _LONGEST_BODY and not (
            joined or _told_by(token, context) or _is_where(token, context)
        ):
            yield slot


_PARTS = ("nsubj", "nsubj:pass", "obj", "obl:arg", "obl:mod", "obl:agent", "obl")
_LONGEST_BODY = 8


def _is_where(noun: Token, context: Context) -> bool:
    """*Dans le centre de Santiago*: a place, and no body that acts."""
    cases = {c.text.lower() for c in noun.children if c.dep_ == "case"}
    return bool(cases & words(context.language, "clauses", "inside"))


def _told_by(noun: Token, context: Context) -> bool:
    """*Selon le parquet de Paris*: who says it."""
    before = [t.text.lower() for t in noun.doc[max(noun.sent.start, noun.left_edge.i - 2) : noun.i]]
    return bool(set(before) & words(context.language, "clauses", "attribution"))


def _pairs(mentions: list[Mention], context: Context) -> Iterator[Slot]:
    """Two names of one kind said together (*la Lituanie et la Pologne*): asked together."""
    joining = [[word] for word in words(context.language, "clauses", "and")]
    for one in mentions:
        doc = one.paragraph.doc
        for other in mentions:
            between = doc[one.right : other.left]
            words_between = [t for t in between if t.pos_ != "DET"]
            if other.left <= one.right or [t.text.lower() for t in words_between] not in joining:
                continue
            if _listed(one, context) or not (_whole(one) and _whole(other)):
                continue
            if one.type == "person" and (" " in one.name) != (" " in other.name):
                continue
            slots = [mention_slot(m, context) for m in (one, other)]
            if None in slots or slots[0].type != slots[1].type or slots[0].type not in _PAIRED:  # type: ignore[union-attr]
                continue
            first, last = (with_determiner(s, m) for s, m in zip(slots, (one, other), strict=True))  # type: ignore[arg-type]
            yield first.model_copy(
                update={
                    "text": f"{first.text} {words_between[0].text} {last.text}", "number": "p", "end": last.end,
                    "name": None, "noun": None, "gender": "f" if first.gender == last.gender == "f" else "m",
                }
            )  # fmt: skip


_PAIRED = ("country", "person", "city", "region", "department")


def _placed(mention: Mention, known: bool, context: Context) -> bool:
    """A place has a preposition of place right before it, a known one also *de*; else it acts: a team, a government."""
    if not mention.left:
        return False
    before = mention.paragraph.doc[mention.left - 1]
    if before.pos_ == "DET" and before.i:
        before = before.nbor(-1)
    if before.i and before.nbor(-1).text.lower() in words(context.language, "clauses", "facing"):
        return False
    head = mention.paragraph.doc[mention.left : mention.right].root.head
    if head.lemma_.lower() in words(context.language, "clauses", "of_teams"):
        return False
    of = words(context.language, "clauses", "governed") if known else frozenset()
    return before.text.lower() in words(context.language, "clauses", "place") | of


def _within(mention: Mention, context: Context) -> bool:
    """Something is said to be in it: *dans l'Orne*, *en Savoie*."""
    before = [t.text.lower() for t in mention.paragraph.doc[max(0, mention.left - 2) : mention.left]]
    return bool(set(before) & words(context.language, "clauses", "inside"))


def _listed(mention: Mention, context: Context) -> bool:
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


def _is_source(mention: Mention, context: Context) -> bool:
    """*Selon l'AFP*, *d'après les chiffres de l'Insee*: who says it, which a question names and does not ask."""
    before = [t.text.lower() for t in mention.paragraph.doc[max(0, mention.left - 5) : mention.left]]
    according = words(context.language, "lint", "according_to")
    return any(word in according for word in before) or any(f"{a} {b}" in according for a, b in pairwise(before))


def _speaks_in_headline(mention: Mention, context: Context) -> bool:
    """*Le chômage repart à la hausse pour l'Insee*: in a headline, at its end, it says whose word that is."""
    if not context.parsed.article.is_headline(Span(start=mention.start, end=mention.end)) or mention.type == "person":
        return False
    if context.knowledge.country_named(mention.name) is not None:
        return False  # *six médailles pour la France*
    before = [t.text.lower() for t in mention.paragraph.doc[max(0, mention.left - 2) : mention.left]]
    last = mention.right >= len(mention.paragraph.doc)
    return last and bool(set(before) & words(context.language, "clauses", "purpose"))


def _behind_a_place(mention: Mention, context: Context) -> bool:
    """*À Soria en Espagne*: the place tells the country."""
    doc = mention.paragraph.doc
    before = [t for t in doc[max(0, mention.left - 3) : mention.left] if t.pos_ not in ("DET", "ADP", "PUNCT")]
    found = context.mentions.at(mention.paragraph, before[-1]) if before else None
    return found is not None and found.type == "location"


def _names_a_body(mention: Mention) -> bool:
    """*L'Université centraméricaine Rui Costa*: a person's name that ends the name of a body."""
    doc, left = mention.paragraph.doc, mention.left
    if mention.type != "person" or left < _NOUN_AND_ADJECTIVE:
        return False
    noun, adjective = doc[left - 2], doc[left - 1]
    return adjective.pos_ == "ADJ" and adjective.head == noun and noun.pos_ in ("NOUN", "PROPN") and noun.text.istitle()


_NOUN_AND_ADJECTIVE = 2


def _indefinite_or_held(mention: Mention) -> bool:
    """*Un Academy Award*: one of many; *au Mans*: half of the name stands in the preposition."""
    before = mention.paragraph.doc[mention.left - 1] if mention.left else None
    if before is None:
        return False
    held = before.text.lower() in words(before.doc.lang_, "clauses", "contracted") and mention.type != "person"
    known = load_knowledge(before.doc.lang_).country_named(mention.name)
    return "Ind" in before.morph.get("Definite", []) or (held and known is None)


def _coordinated(mention: Mention) -> bool:
    """One of two things said together: the other gives half the answer."""
    head = mention.paragraph.doc[mention.left : mention.right].root
    return head.dep_ == "conj" or any(child.dep_ == "conj" for child in head.children)


def _goes_on(mention: Mention) -> bool:
    """*L'Agence de garde-frontières | et de garde-côtes*: a complement in the name goes on behind it."""
    doc = mention.paragraph.doc
    inside = range(mention.left, mention.right)
    return any(
        child.dep_ == "conj" and child.i >= mention.right and any(c.dep_ == "case" for c in child.children)
        for token in doc[mention.left : mention.right]
        if token.head.i in inside and token.head != token
        for child in token.children
    )


def _is_of_a_people(mention: Mention, context: Context) -> bool:
    """*Le Sénat | portugais*: without its adjective it is not said whose."""
    behind = mention.paragraph.doc[mention.right : mention.right + 1].text
    return behind.islower() and context.knowledge.country_of_adjective(behind) is not None


def _completes_institution(mention: Mention, kind: str) -> bool:
    """A name that is the end of another's (*le tribunal de Paris*, *la coalition des FDS*)."""
    doc = mention.paragraph.doc
    head = doc[mention.left : mention.right].root
    if head.dep_ != "nmod" or head.head.pos_ not in ("NOUN", "PROPN") or kind == "person":
        return False
    cases = {c.text.lower() for c in head.children if c.dep_ == "case"} & words(doc.lang_, "clauses", "of")
    if cases and is_definite(head.head) and not grammar(doc.lang_).is_unique(head.head.lemma_.lower()):
        if "Plur" not in head.head.morph.get("Number", []):
            return True  # *la commune de …*: the name is all that tells which one
    if cases and head.head.text[:1].isupper() and not head.head.is_sent_start:
        return True
    if cases and head.head.lemma_.lower() in words(doc.lang_, "clauses", "competitions"):
        return True  # *les championnats de France*
    if cases and head.head.lemma_.lower() in words(doc.lang_, "clauses", "streets"):
        return True  # *rue de Washington*
    return bool(cases) and grammar(doc.lang_).noun_class(head.head.lemma_.lower()) in (
        "organisation",
        "group",
        "building",
    )


def _whole(mention: Mention) -> bool:
    """No other capital beside the name that could belong to it."""
    doc = mention.paragraph.doc
    after = doc[mention.right] if mention.right < len(doc) else None
    before = doc[mention.left - 1] if mention.left else None
    if after is not None and (after.text[:1].isupper() or after.text in ("-", "/", "–") or after.like_num):
        return False
    if before is not None and before.text in _JOINING and before.i and before.nbor(-1).text[:1].isupper():
        return False
    if before is not None and before.text in _OPENING or any(t.text in "«»" for t in doc[mention.left : mention.right]):
        return False
    if (
        after is not None
        and mention.right + 1 < len(doc)
        and after.text.lower() in words(doc.lang_, "clauses", "within_names")
    ):
        beside = doc[mention.right + 1]
        known = load_knowledge(doc.lang_).country_named(beside.text)
        if beside.text[:1].isupper() and mention.type == "location" and known is None:
            return False  # *Villard d'Héria*, but *Gold Coast en Australie*
    if mention.type != "person" and _portfolio(mention) or _dedicated(mention, before):
        return False
    return before is None or before.is_sent_start or not before.text[:1].isupper()


# So many words before a name may be its bearer's function (*l'animateur de radio X*).
_FUNCTION_WORDS = 4


def _dedicated(mention: Mention, before: Token | None) -> bool:
    """A name that something else bears (*le lycée Alexis de Tocqueville*, *les stations Total*)."""
    if before is not None and before.pos_ == "ADJ" and not before.is_sent_start and mention.type != "person":
        return True
    if before is None or before.pos_ != "NOUN":
        return False
    gram = grammar(before.doc.lang_)
    if mention.type == "person":
        phrase = mention.paragraph.doc[max(0, mention.left - _FUNCTION_WORDS) : mention.left]
        laureates = words(before.doc.lang_, "clauses", "laureates")
        return not any(
            gram.is_human(t.lemma_.lower()) or t.text in laureates for t in phrase if t.pos_ in ("NOUN", "PROPN")
        )
    classes = ("organisation", "group") if mention.type == "organisation" else ("organisation", "place", "group")
    return gram.noun_class(before.lemma_.lower()) not in classes


def _portfolio(mention: Mention) -> bool:
    """*L'Intérieur* behind *ministre de*: part of a title, not a thing of its own."""
    doc = mention.paragraph.doc
    before = [t.lemma_.lower() for t in doc[max(0, mention.left - 4) : mention.left]]
    return bool(set(before) & set(lexicon(doc.lang_, "offices")["portfolio"]))
