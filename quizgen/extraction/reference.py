"""What a subject pronoun stands for: one person, the subject of the sentence before or of the article, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.function_words import is_possessive
from quizgen.extraction.mention_spans import Mention
from quizgen.extraction.slots import mention_slot, person_of, phrase_slot
from quizgen.facts import Slot
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

# Sentences that each begin with a pronoun, between the one that names somebody and the last.
_FARTHEST = 8
# So often an article names the person its headline names, for a pronoun to mean that person.
_PROTAGONIST = 2
_ENDS = frozenset(".!?…»")


class Place(NamedTuple):
    """A sentence and the paragraph it stands in."""

    sentence: DocSpan
    paragraph: Paragraph


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
    told = (m for m in _persons(Place(pronoun.sent, paragraph), context) if m.left < pronoun.i)
    here = [m for m in told if not _is_maiden_name(m, context)]
    if here:
        return None
    before = _before(Place(pronoun.sent, paragraph), context)
    if before is None:
        return None
    found = _subject(before, gender, context, depth)
    if found is None or found.gender not in (gender, None):
        return None
    central = _protagonist(gender, before, context)
    of_headline = central is not None and central.name == found.name
    spoken = _is_quoted(pronoun, paragraph, context) and not _is_quoted(before.sentence.root, before.paragraph, context)
    if spoken and not of_headline:
        return None  # *« Il posait des questions », se souvient une scripte*: of whom, the headline may tell
    rivals = {
        m.name
        for m in _persons(before, context)
        if m.name != found.name and not (of_headline and _is_in_passing(m)) and not _is_maiden_name(m, context)
    }
    others = [r for r in rivals if _could_be(r, gender, context)]
    return None if others or found.gender is None else found


def _by_the_life_told(pronoun: Token, gender: str, paragraph: Paragraph, context: Context) -> Slot | None:
    """In an article on somebody's death, the dead, where the sentence before goes on telling of nobody else."""
    before = _before(Place(pronoun.sent, paragraph), context)
    subject = _told_of(before.sentence.root) if before is not None else None
    if before is None or subject is None or context.mentions.at(before.paragraph, subject) is not None:
        return None
    dead = life_told(pronoun.sent, gender, paragraph, context)
    here = (m for m in _persons(Place(pronoun.sent, paragraph), context) if m.left < pronoun.i)
    if dead is None or _is_quoted(pronoun, paragraph, context) or any(m.name != dead.name for m in here):
        return None
    return dead


def life_told(sentence: DocSpan, gender: str, paragraph: Paragraph, context: Context) -> Slot | None:
    """The person of that gender whose death the headline tells, where ``sentence`` can go on with nobody else.

    The subject of the sentence before is a pronoun or something of the dead's own (*sa carrière*), and no other person
    of that gender acts in either.
    """
    before = _before(Place(sentence, paragraph), context)
    if before is None or not words_of_headline(context) & words(context.language, "offices", "dying"):
        return None
    dead = _protagonist(gender, before, context)
    subject = _told_of(before.sentence.root)
    if dead is None or subject is None or _is_quoted(before.sentence.root, before.paragraph, context):
        return None
    others = (m for place in (before, Place(sentence, paragraph)) for m in _persons(place, context))
    if any(m.name != dead.name and _could_be(m.name, gender, context) and _acts(m) for m in others):
        return None
    named = context.mentions.at(before.paragraph, subject)
    own = subject.pos_ == "PRON" or any(is_possessive(c) for c in subject.children)
    return dead if own or named is not None and named.name == dead.name else None


def words_of_headline(context: Context) -> frozenset[str]:
    """The words of the article's headline, in small letters."""
    return frozenset(re.findall(r"[\w'’]+", (context.parsed.article.title or "").lower()))


def _acts(mention: Mention) -> bool:
    """A subject or an agent, or beside one."""
    head = mention.paragraph.doc[mention.left : mention.right].root
    while head.dep_ in ("appos", "flat:name", "flat", "conj") and head.head != head:
        head = head.head
    return head.dep_.startswith(("nsubj", "obl:agent"))


def _is_in_passing(mention: Mention) -> bool:
    """*Dans le sillage de X*, *premier ministre de X*: no subject, object or agent of any clause, nor beside one.

    Of two sentences in a row that tell of the person in the headline, the second goes on with the subject of the first.
    """
    head = mention.paragraph.doc[mention.left : mention.right].root
    while head.dep_ in ("appos", "flat:name", "flat", "conj") and head.head != head:
        head = head.head
    return head.dep_ in ("nmod", "obl", "obl:mod", "obl:arg") and any(c.dep_ == "case" for c in head.children)


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
    previous = _paragraph_before(paragraph, context)
    for place in (paragraph, *([previous] if previous else [])):
        for s in place.doc.sents:
            if s.start_char <= at - place.start < s.end_char:
                return Span(start=min(start, place.start + s.start_char), end=end)
    return Span(start=start, end=end)


def _subject(before: Place, gender: str, context: Context, depth: int) -> Slot | None:
    if _is_quoted(before.sentence.root, before.paragraph, context):
        speaker = _who_says(before.sentence.root)
        return _person(speaker, before.paragraph, context, depth) if speaker is not None else None
    subject = _told_of(before.sentence.root)
    central = _protagonist(gender, before, context)
    named = context.mentions.at(before.paragraph, subject) if subject is not None else None
    if central is not None and named is not None and named.name == central.name:
        return central  # a name that no first name, only the headline and the article show to be a person's
    found = _person(subject, before.paragraph, context, depth) if subject is not None else None
    found = found or (_thing(subject, gender, before, context) if subject is not None else None)
    if found is not None:
        return found
    if subject is not None and _rivals(subject, gender, before.paragraph, context):
        return None
    if _acts_by_name(before, gender, context):
        return None
    return None if central is not None and _another_acted(central, gender, before, context) else central


def _another_acted(central: Slot, gender: str, before: Place, context: Context) -> bool:
    """*Rui Sá a été libéré. Ses partisans ont … . Il a appelé au calme*: somebody else, earlier in the paragraph."""
    return any(
        m.name != central.name and _acts(m) and _could_be(m.name, gender, context)
        for m in context.mentions.items
        if m.type == "person" and m.paragraph is before.paragraph and m.left < before.sentence.end
    )


def _acts_by_name(before: Place, gender: str, context: Context) -> bool:
    """*Il a fallu bâtir le LHC. Mis en service en 2008, il …*: a thing with a name that the sentence is about."""
    for mention in context.mentions.items:
        if mention.paragraph is not before.paragraph or mention.type == "person":
            continue
        head = mention.paragraph.doc[mention.left : mention.right].root
        here = before.sentence.start <= head.i < before.sentence.end
        if here and head.dep_.startswith(("nsubj", "obj", "obl:agent")) and "Plur" not in head.morph.get("Number", []):
            slot = phrase_slot(head, head.left_edge.i, mention.right, before.paragraph, context)
            if (slot.gender if slot is not None else None) in (gender, None):
                return True
    return False


def _is_quoted(token: Token, paragraph: Paragraph, context: Context) -> bool:
    at = paragraph.start + token.idx
    return context.quoted(Span(start=at, end=at + 1))


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
    if subject.pos_ == "PRON" or _protagonist(gender, before, context) is not None:
        return None
    slot = phrase_slot(subject, subject.left_edge.i, subject.right_edge.i + 1, before.paragraph, context)
    if slot is None or slot.type == "person" or slot.number != "s":
        return None
    if slot.noun is not None and " " not in slot.text and slot.noun not in slot.text:
        return None  # *la médaille Fields*, of which the name alone would stay
    own = slot.gender or _gender(subject, context)
    rivals = (t for t in before.sentence if t.head != t and t not in subject.subtree and _has_a_part(t))
    if own != gender or any(_gender(t, context) in (gender, None) for t in rivals):
        return None
    return slot.model_copy(update={"gender": own})


def _has_a_part(token: Token) -> bool:
    """A singular noun that is a subject, an object or an agent, or any name."""
    if token.pos_ == "PROPN":
        return token.dep_ not in ("flat:name", "flat", "fixed") and not token.dep_.startswith(("nmod", "appos"))
    core = token.dep_.startswith(("nsubj", "obj", "obl:agent", "conj"))
    return token.pos_ == "NOUN" and core and "Plur" not in token.morph.get("Number", [])


def _gender(noun: Token, context: Context) -> str | None:
    shown = "".join(noun.morph.get("Gender", []))
    found: str | None = grammar(context.language).gender_of(noun.text, noun.lemma_.lower(), shown)
    return found


def _rivals(subject: Token, gender: str, paragraph: Paragraph, context: Context) -> bool:
    """Whether a pronoun could take up this subject, which is not known to be a person."""
    if "Plur" in subject.morph.get("Number", []):
        return False
    if subject.pos_ == "PRON":
        return True
    if subject.pos_ == "PROPN":  # *Radouane Lakdim*, whom the pipeline may take for a place
        named = context.mentions.at(paragraph, subject)
        known = context.knowledge.name(named.name) if named is not None else None
        return known is None or known.gender == gender
    if any(is_possessive(c) for c in subject.children) and not grammar(context.language).is_human(subject.lemma_):
        own = grammar(context.language).gender_of(subject.text, subject.lemma_.lower(), "")
        return own in (gender, None)
    return _gender(subject, context) in (gender, None)


def _protagonist(gender: str, before: Place, context: Context) -> Slot | None:
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


def _is_maiden_name(mention: Mention, context: Context) -> bool:
    """*Née Simone Jacob*: another name of whom the sentence tells."""
    before = mention.paragraph.doc[mention.left - 1] if mention.left else None
    return before is not None and before.text.lower() in lexicon(context.language, "clauses")["born"]


def _could_be(name: str, gender: str, context: Context) -> bool:
    mention = next(m for m in context.mentions.items if m.name == name)
    slot = mention_slot(mention, context)
    return slot is None or slot.gender in (gender, None)


def _persons(place: Place, context: Context) -> list[Mention]:
    return [
        m
        for m in context.mentions.items
        if m.paragraph is place.paragraph and m.type == "person" and place.sentence.start <= m.left < place.sentence.end
    ]


def _before(place: Place, context: Context) -> Place | None:
    """The sentence before, also where it ends the paragraph before and that is no heading."""
    sents = list(place.sentence.doc.sents)
    index = next((i for i, s in enumerate(sents) if s.start == place.sentence.start), 0)
    if index:
        return Place(sents[index - 1], place.paragraph)
    previous = _paragraph_before(place.paragraph, context)
    return Place(list(previous.doc.sents)[-1], previous) if previous is not None else None


def _paragraph_before(paragraph: Paragraph, context: Context) -> Paragraph | None:
    def order() -> dict[int, Paragraph]:
        told = context.parsed.paragraphs
        return {two.start: one for one, two in zip(told, told[1:], strict=False)}

    previous = context.once("paragraph before", order).get(paragraph.start)
    ends = previous.doc.text.rstrip()[-1:] if previous is not None else ""
    return previous if ends in _ENDS and ends else None
