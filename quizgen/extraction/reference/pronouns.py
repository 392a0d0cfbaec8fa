"""What a subject pronoun stands for: one person, the subject of the sentence before or of the article, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.function_words import is_possessive
from quizgen.extraction.names.persons import person_of
from quizgen.extraction.reference.places import (
    Place,
    is_maiden_name,
    is_quoted,
    paragraph_before,
    persons_in,
    sentence_before,
)
from quizgen.extraction.reference.rivals import (
    acts,
    acts_by_name,
    another_acted,
    could_be,
    gender_of_noun,
    has_a_part,
    is_in_passing,
    may_be_taken_up,
)
from quizgen.extraction.slots.names import mention_slot
from quizgen.extraction.slots.phrases import phrase_slot
from quizgen.facts import Slot
from quizgen.languages.lexicon import lexicon, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

# Sentences that each begin with a pronoun, between the one that names somebody and the last.
_FARTHEST = 8
# So often an article names the person its headline names, for a pronoun to mean that person.
_PROTAGONIST = 2


def antecedent(pronoun: Token, paragraph: Paragraph, context: Context, depth: int = 0) -> Slot | None:
    """The person a subject pronoun of the third person singular stands for, as a slot with its offsets.

    Only where the sentence before, in the same run of paragraphs, has a person of that gender as its subject and
    names no other person who agrees, or where it has no subject that agrees and the headline names one person who
    does; and nobody is named in this sentence before the pronoun.
    """
    inverted = pronoun.text.startswith("-")  # *a-t-il dit*
    gender = lexicon(context.language, "clauses")["subject_pronouns"].get(pronoun.text.lower().removeprefix("-"))
    if gender is None or depth > _FARTHEST or not (inverted or pronoun.dep_ in ("nsubj", "nsubj:pass")):
        return None
    if _is_told_by_another(pronoun) or _is_an_amount(pronoun):
        return None
    if pronoun.head.lemma_.lower() in words(context.language, "verbs", "of_things"):
        return None  # *elle a expiré*: nobody
    found = _by_the_sentence_before(pronoun, gender, paragraph, context, depth)
    return found or _by_the_life_told(pronoun, gender, paragraph, context)


def _is_told_by_another(pronoun: Token) -> bool:
    """*La police précise qu'il est …*, *son film a été montré à Berlin, où il …*: behind another noun as a subject."""
    verb = pronoun.head
    inside = {t.i for t in verb.subtree}
    return any(
        t.dep_.startswith("nsubj") and t.pos_ in ("NOUN", "PROPN") and t.i < pronoun.i and t.i not in inside
        for t in pronoun.sent
        if not verb.is_ancestor(t) and t.head.is_ancestor(verb)
    )


def _is_an_amount(pronoun: Token) -> bool:
    """*Il avait atteint 4,1 %*, *elle est passée de 7 à 5 %*: what is told in hundredths is a rate, and nobody.

    Not *elle a remporté 62 % des voix*: hundredths of something that somebody has.
    """
    rates = (t for t in pronoun.head.subtree if t.text == "%" or t.text.endswith("%"))
    return any(
        not any(c.dep_ == "nmod" and c.i > t.i for c in t.children)
        for t in rates
        if t.head == pronoun.head and t.dep_ in ("obj", "obl", "obl:arg", "obl:mod")
    )


def _by_the_sentence_before(
    pronoun: Token, gender: str, paragraph: Paragraph, context: Context, depth: int
) -> Slot | None:
    here = persons_in(Place(pronoun.sent, paragraph), context)
    if any(m.left < pronoun.i and not is_maiden_name(m, context) for m in here):
        return None
    before = sentence_before(Place(pronoun.sent, paragraph), context)
    found = _subject(before, gender, context, depth) if before is not None else None
    if before is None or found is None or found.gender != gender:
        return None
    central = _protagonist(gender, context)
    of_headline = central is not None and central.name == found.name
    spoken = is_quoted(pronoun, paragraph, context) and not is_quoted(before.sentence.root, before.paragraph, context)
    if spoken and not of_headline:
        return None  # *« Il posait des questions », se souvient une scripte*: of whom, the headline may tell
    others = (m for m in persons_in(before, context) if m.name != found.name and not is_maiden_name(m, context))
    acting = (m for m in others if not (of_headline and is_in_passing(m)))
    return None if any(could_be(m.name, gender, context) for m in acting) else found


def _by_the_life_told(pronoun: Token, gender: str, paragraph: Paragraph, context: Context) -> Slot | None:
    """In an article on somebody's death, the dead, where the sentence before goes on telling of nobody else."""
    before = sentence_before(Place(pronoun.sent, paragraph), context)
    subject = _told_of(before.sentence.root) if before is not None else None
    if before is None or subject is None or context.mentions.at(before.paragraph, subject) is not None:
        return None
    dead = life_told(pronoun.sent, gender, paragraph, context)
    here = (m for m in persons_in(Place(pronoun.sent, paragraph), context) if m.left < pronoun.i)
    if dead is None or is_quoted(pronoun, paragraph, context) or any(m.name != dead.name for m in here):
        return None
    return dead


def life_told(sentence: DocSpan, gender: str, paragraph: Paragraph, context: Context) -> Slot | None:
    """The person of that gender whose death the headline tells, where ``sentence`` can go on with nobody else.

    The subject of the sentence before is a pronoun or something of the dead's own (*sa carrière*), and no other person
    of that gender acts in either.
    """
    before = sentence_before(Place(sentence, paragraph), context)
    if before is None or not words_of_headline(context) & words(context.language, "offices", "dying"):
        return None
    dead = _protagonist(gender, context)
    subject = _told_of(before.sentence.root)
    if dead is None or subject is None or is_quoted(before.sentence.root, before.paragraph, context):
        return None
    others = (m for place in (before, Place(sentence, paragraph)) for m in persons_in(place, context))
    if any(m.name != dead.name and could_be(m.name, gender, context) and acts(m) for m in others):
        return None
    named = context.mentions.at(before.paragraph, subject)
    own = subject.pos_ == "PRON" or any(is_possessive(c) for c in subject.children)
    return dead if own or named is not None and named.name == dead.name else None


def words_of_headline(context: Context) -> frozenset[str]:
    """The words of the article's headline, in small letters."""
    return frozenset(re.findall(r"[\w'’]+", (context.parsed.article.title or "").lower()))


def shown_with(referent: Slot, sentence: DocSpan, paragraph: Paragraph, context: Context) -> Span:
    """What shows a statement whose pronoun stands for somebody: from the sentence that names the person.

    The statement's own sentence alone where the person is named farther off than the paragraph before: the
    headline names whom an article tells of.
    """
    start = paragraph.start + sentence.start_char
    end = start + len(sentence.text.rstrip())
    at = referent.start
    if at is None or at > start:
        return Span(start=start, end=end)
    previous = paragraph_before(paragraph, context)
    for place in (paragraph, *([previous] if previous else [])):
        for s in place.doc.sents:
            if s.start_char <= at - place.start < s.end_char:
                return Span(start=min(start, place.start + s.start_char), end=end)
    return Span(start=start, end=end)


def _subject(before: Place, gender: str, context: Context, depth: int) -> Slot | None:
    """Whom a sentence tells of: its speaker, its subject, or the person of the headline."""
    if is_quoted(before.sentence.root, before.paragraph, context):
        speaker = _who_says(before.sentence.root)
        return _person(speaker, before.paragraph, context, depth) if speaker is not None else None
    subject = _told_of(before.sentence.root)
    central = _protagonist(gender, context)
    if subject is not None:
        named = context.mentions.at(before.paragraph, subject)
        if central is not None and named is not None and named.name == central.name:
            return central  # a name that no first name, only the headline and the article show to be a person's
        found = _person(subject, before.paragraph, context, depth) or _thing(subject, gender, before, context)
        if found is not None or may_be_taken_up(subject, gender, before.paragraph, context):
            return found
    if central is None or acts_by_name(before, gender, context) or another_acted(central, gender, before, context):
        return None
    return central


def _who_says(root: Token) -> Token | None:
    """The speaker of a sentence that is a quotation (*« … », a ironisé le ministre X*): the next goes on with him."""
    saying = next((c for c in root.children if c.dep_ == "parataxis" and c.i > root.i), None)
    if saying is None:
        return None
    inverted = (c for c in saying.children if c.pos_ == "PRON" and c.text.startswith("-"))
    return next(inverted, None) or next((c for c in saying.children if c.dep_ == "nsubj"), None)


def _told_of(root: Token) -> Token | None:
    """The subject of a sentence; of one that ends with who says it (*X est mort, a annoncé son fils*), what is said."""
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubj:pass")), None)
    if subject is None or subject.i < root.i:
        return subject
    said = (c for c in root.children if c.dep_ in ("ccomp", "parataxis") and c.i < root.i)
    return next((s for c in said for s in c.children if s.dep_ in ("nsubj", "nsubj:pass")), subject)


def _person(subject: Token, paragraph: Paragraph, context: Context, depth: int) -> Slot | None:
    mention = person_of(subject, subject.left_edge.i, subject.right_edge.i + 1, paragraph, context)
    if mention is not None:
        return mention_slot(mention, context)
    return antecedent(subject, paragraph, context, depth + 1) if subject.pos_ == "PRON" else None


def _thing(subject: Token, gender: str, before: Place, context: Context) -> Slot | None:
    """A body, a country or another named thing that is the subject, where nothing else there could be meant.

    Not where another noun of that gender has a part of its own in the sentence, or the headline names a person of it.
    """
    if subject.pos_ == "PRON" or _protagonist(gender, context) is not None:
        return None
    slot = phrase_slot(subject, subject.left_edge.i, subject.right_edge.i + 1, before.paragraph, context)
    if slot is None or slot.type == "person" or slot.number != "s":
        return None
    if slot.noun is not None and " " not in slot.text and slot.noun not in slot.text:
        return None  # *la médaille Fields*, of which the name alone would stay
    own = slot.gender or gender_of_noun(subject, context)
    rivals = (t for t in before.sentence if t.head != t and t not in subject.subtree and has_a_part(t))
    if own != gender or any(gender_of_noun(t, context) in (gender, None) for t in rivals):
        return None
    return slot.model_copy(update={"gender": own})


def _protagonist(gender: str, context: Context) -> Slot | None:
    """The one person the headline names, where the article goes on telling of him or her and of nobody else here."""
    title = {word.strip(",:.»«") for word in (context.parsed.article.title or "").replace("'", " ").split()}
    named = [m for m in context.mentions.items if m.type == "person" and " " in m.name]
    names = {m.name for m in named if m.name.rsplit(" ", 1)[-1] in title}
    names = {name for name in names if set(name.split()) <= title} or names  # *Simone Veil*, and not *Jean Veil*
    if len(names) != 1:
        return None
    (name,) = names
    told = [m for m in context.mentions.items if m.name == name]
    if len(told) < _PROTAGONIST:
        return None
    slot = mention_slot(told[0], context)
    return slot if slot is not None and slot.type == "person" and slot.gender == gender else None
