"""Phrases as slots: what kind of thing they name, as finely as the evidence allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.grounding import is_definite, is_definite_word
from quizgen.extraction.mention_spans import Mention
from quizgen.extraction.phrases import may_lower, render
from quizgen.extraction.told import genders_told, things_told
from quizgen.extraction.trimming import trim
from quizgen.facts import Slot
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

_APPOSED = ("appos", "flat", "flat:name", "nmod", "compound", "dep")


def phrase_slot(head: Token, left: int, right: int, paragraph: Paragraph, context: Context) -> Slot | None:
    """The noun phrase ``[left, right)`` (no preposition) as a slot, or None where its type is unknown.

    A person is given by the fullest name, whatever role noun stands before it.
    """
    case = {x.i for c in head.children if c.dep_ == "case" for x in c.subtree}
    tokens = [t for t in trim(head, left, right) if t.i not in case]
    if not tokens:
        return None
    kept = {token.i for token in tokens}
    person = person_of(head, left, right, paragraph, context)
    if person is not None:
        return mention_slot(person, context)
    text = render(tokens, paragraph, context)
    if not text:
        return None
    text = grammar(context.language).with_article(_contraction(head), text)
    if may_lower(tokens, paragraph, context):
        text = text[:1].lower() + text[1:]
    span = (paragraph.start + tokens[0].idx, paragraph.start + tokens[-1].idx + len(tokens[-1].text))
    if any(t.text.lower() in words(context.language, "clauses", "attribution") for t in tokens[1:]):
        return None  # *dans la région d'Istanbul, selon ABC News*
    linked = [t for t in tokens if t.pos_ == "CCONJ" and t.i + 1 in kept and t.nbor(1).pos_ == "ADP"]
    if linked:
        return None  # *en Syrie et en Irak*: half of the answer has a preposition of its own
    if any(child.dep_ == "conj" and child.i in kept for child in head.children):
        return _coordinated(head, kept, text, span, paragraph, context)
    mention = context.mentions.at(paragraph, head)
    if mention is not None:
        return _named(mention, kept, text, span, context)
    return _common(head, kept, text, span, paragraph, context)


def _named(mention: Mention, kept: set[int], text: str, span: tuple[int, int], context: Context) -> Slot | None:
    """A phrase that is one whole name and its article; more than that is not known well enough to be asked."""
    doc = mention.paragraph.doc
    outside = [doc[i] for i in kept if not mention.left <= i < mention.right]
    if any(t.pos_ != "DET" or "Ind" in t.morph.get("Definite", []) for t in outside):
        return None  # *un Renault Clio*: one of a kind, no body
    if any(doc[i].pos_ == "PROPN" or doc[i].text[:1].isupper() for i in (mention.right,) if i < len(doc)):
        return None
    behind = doc[mention.right].text.lower() if mention.right < len(doc) else ""
    if mention.type == "organisation" and behind in words(context.language, "clauses", "purpose"):
        return None  # *le Centre Max-Planck pour la science*: its name may go on
    slot = mention_slot(mention, context)
    if slot is None or slot.type == "person" or not surely_typed(mention, slot, context):
        return None
    told = next((t.morph.get("Gender", []) for t in outside if t.morph.get("Gender", [])), [])
    if told:  # *la Pride*, whatever the name's own gender would be
        slot = slot.model_copy(update={"gender": grammar(context.language).gender_of("", "", "".join(told))})
    if slot.type != "person" and mention.text in (text, text.split(" ", 1)[-1]) and slot.text != mention.name:
        text = slot.text
    return slot.model_copy(
        update={"text": slot.text if slot.type == "person" else text, "start": span[0], "end": span[1]}
    )


def _is_short_for_more(mention: Mention, context: Context) -> bool:
    """*La Caisse* of *la Caisse de dépôt*: a common noun with a capital, that means no body of a state."""
    word = mention.name.lower()
    if " " in word:
        return False
    bodies = words(context.language, "offices", "powers") | words(context.language, "clauses", "bodies_of_a_state")
    return mention.paragraph.doc[mention.left].pos_ == "NOUN" and word not in bodies


def person_of(head: Token, left: int, right: int, paragraph: Paragraph, context: Context) -> Mention | None:
    """The person that a noun phrase names, at its head or beside a noun for a human being."""
    mention = context.mentions.at(paragraph, head)
    if mention and mention.type == "person" and not any(c.dep_ == "conj" for c in head.children):
        return mention if surely_person(mention, context) else None
    human = grammar(context.language).is_human(head.lemma_.lower()) or is_inhabitant(head, context)
    if not human or "Plur" in head.morph.get("Number", []):
        return None
    for child in head.children:
        found = context.mentions.at(paragraph, child)
        if (
            found
            and found.type == "person"
            and " " in found.name
            and child.dep_ in _APPOSED
            and left <= child.i < right
        ):
            if not any(c.dep_ == "case" for c in child.children):
                return found
    return None


def is_inhabitant(head: Token, context: Context) -> bool:
    """*L'Américaine*, before a name."""
    return head.text[:1].isupper() and context.knowledge.country_of_adjective(head.text) is not None


def _contraction(head: Token) -> str:
    """The preposition that holds the phrase's article (*au*, *du*), or an empty string."""
    return next((c.text.lower() for c in head.children if c.dep_ == "case" and is_definite_word(c)), "")


def surely_person(mention: Mention, context: Context) -> bool:
    """A full name with a known first name, a title, or a noun for a human being right before it.

    Or one that the article takes up by its last part alone, as it does with persons, or whose last part is another's.
    """
    if not (" " in mention.name or mention.title):
        return False
    before = mention.paragraph.doc[mention.left - 1] if mention.left else None
    gram = grammar(context.language)
    if before is not None and before.pos_ == "NOUN" and gram.is_human(before.lemma_.lower()):
        return True
    if _is_behind_vehicle(mention, context):
        return False  # *le ferry italien Norman Atlantic*
    if gram.is_surely_person(mention.name, mention.title):
        return True
    return _taken_up(mention, context)


def _is_behind_vehicle(mention: Mention, context: Context) -> bool:
    """A noun for a ship, a train or a weapon before the name, adjectives between them apart."""
    doc, at = mention.paragraph.doc, mention.left - 1
    while at > 0 and doc[at].pos_ == "ADJ" and doc[at].text.islower():
        at -= 1
    if at < 0 or doc[at].pos_ != "NOUN":
        return False
    return grammar(context.language).noun_class(doc[at].lemma_.lower()) in ("vehicle", "weapon", "product")


def _taken_up(mention: Mention, context: Context) -> bool:
    """*Aleksey Cheremisinov … Cheremisinov*; *Penelope Fillon* beside *François Fillon*."""
    if set(mention.name.split()[1:-1]) & words(context.language, "clauses", "of"):
        return False  # *Régates de Sines*, whose town the article names
    last = mention.name.rsplit(" ", 1)[-1]
    for other in context.mentions.items:
        if other.type != "person":
            continue
        if other.name == mention.name and other.text != mention.name and mention.name.endswith(" " + other.text):
            return True
        if other.name != mention.name and other.name.endswith(" " + last) and other.name.count(" ") == 1:
            if grammar(context.language).is_surely_person(other.name, other.title):
                return True
    return False


def surely_typed(mention: Mention, slot: Slot, context: Context) -> bool:
    """Whether an organisation of several words shows what it is: known, with an article, or by one of its words.

    Else it may be a person, a work, a product that the pipeline took for one.
    """
    if slot.type != "organisation" or context.knowledge.organisation(mention.name) or mention.name.isupper():
        return True
    if _is_short_for_more(mention, context):
        return False
    if " " not in mention.name and sum(m.name == mention.name for m in context.mentions.items) > 1:
        return True  # *Mielec*, met once, may be a town or a work
    gram = grammar(context.language)
    doc = mention.paragraph.doc
    before = doc[mention.left - 1] if mention.left else None
    shown = any(gram.noun_class(word.lower()) in ("organisation", "group") for word in mention.name.split())
    return (
        shown
        or before is not None
        and (
            before.pos_ == "DET" or is_definite_word(before) or gram.noun_class(before.lemma_.lower()) == "organisation"
        )
    )


def mention_slot(mention: Mention, context: Context) -> Slot | None:
    """A named thing as a slot, typed by the knowledge base first and the pipeline second."""
    known = grammar(context.language).describe_name(mention.name, mention.type, mention.title, context.knowledge)
    if known is None:
        return None
    if _is_town_of_that_name(mention, context):
        known = {"type": "city"}
    if known.get("type") == "person":  # what the article shows is surer than a first name
        known = {**known, "gender": genders_told(context).get(mention.name) or known.get("gender")}
    if known.get("noun") is None and known.get("type") in _UNSURE and not _is_known(mention.name, context):
        known = {**known, **things_told(context).get(mention.name, {})}
    return Slot(**{"start": mention.start, "end": mention.end, "name": mention.name, "text": mention.name, **known})


def _is_town_of_that_name(mention: Mention, context: Context) -> bool:
    """*À Québec*, *à Luxembourg*, where the province and the state would be *au Québec*, *au Luxembourg*."""
    known = context.knowledge.country_named(mention.name) or context.knowledge.place(mention.name)
    before = mention.paragraph.doc[mention.left - 1].text.lower() if mention.left else ""
    named = known is not None and known.name.text == mention.name and bool(known.name.article.strip())
    if named and _is_capital_without_article(mention, context):
        return True
    return named and before in words(context.language, "clauses", "to_towns") and known.name.preposition != before  # type: ignore[union-attr]


def _is_capital_without_article(mention: Mention, context: Context) -> bool:
    """*A interrogé Luxembourg*: the town and its institutions, where the state would have its article."""
    country = context.knowledge.country_named(mention.name)
    head = mention.paragraph.doc[mention.left : mention.right].root
    bare = head.dep_ in ("nsubj", "obj") and not any(c.dep_ in ("det", "case") for c in head.children)
    return bare and country is not None and country.capital is not None and country.capital.text == mention.name


_UNSURE = ("organisation", "place", "product", "other")


def _is_known(name: str, context: Context) -> bool:
    return context.knowledge.organisation(name) is not None or context.knowledge.place(name) is not None


def _coordinated(
    head: Token, kept: set[int], text: str, span: tuple[int, int], paragraph: Paragraph, context: Context
) -> Slot | None:
    members = [head, *(c for c in head.children if c.dep_ == "conj" and c.i in kept)]
    slots = [_member(token, paragraph, context) for token in members]
    if not any(t.pos_ == "CCONJ" for t in head.doc[min(kept) : max(kept) + 1]):
        return None  # *à Puisseguin, dans le Libournais*: one place and where it lies
    kinds = {slot.type if slot else None for slot in slots}
    if len(kinds) != 1 or None in kinds or len(members) > 3:
        return None
    kind = kinds.pop() or "other"
    gender = "f" if all(slot and slot.gender == "f" for slot in slots) else "m"
    return Slot(text=text, type=kind, start=span[0], end=span[1], gender=gender, number="p")  # type: ignore[arg-type]


def _member(token: Token, paragraph: Paragraph, context: Context) -> Slot | None:
    mention = context.mentions.at(paragraph, token)
    return mention_slot(mention, context) if mention else None


def _common(
    head: Token, kept: set[int], text: str, span: tuple[int, int], paragraph: Paragraph, context: Context
) -> Slot | None:
    """A noun phrase with a common noun as its head: definite, and of a class that can be asked for."""
    gram = grammar(context.language)
    named_within = any(context.mentions.at(paragraph, t) for t in head.subtree if t.i in kept)
    if head.pos_ != "NOUN" or not is_definite(head) or not named_within:
        return None
    lemma = head.lemma_.lower()
    plural = "Plur" in head.morph.get("Number", [])
    kind = gram.noun_class(lemma) or _thing_beside(head, kept, paragraph, context)
    if kind is None:
        return None
    if kind == "person":  # a function without its name: who that is, the article has not said
        return None
    named = next(
        (
            found
            for c in head.children
            if c.i in kept and c.dep_ in _APPOSED and not any(g.dep_ == "case" for g in c.children)
            if (found := context.mentions.at(paragraph, c)) is not None
        ),
        None,
    )
    gender = gram.gender_of(head.text, lemma, "".join(head.morph.get("Gender", [])))
    singular = _called(head, named) if named is not None else gram.body_noun(lemma)
    noun = None if plural else singular  # *les projets Wikimedia*: no *quel projets*
    beside = context.mentions.at(paragraph, head.nbor(1)) if head.i + 1 in kept else None
    if named is None and beside is None and lemma in words(context.language, "clauses", "described"):
        return None  # *l'entreprise de Mark Zuckerberg*: what it is called, it does not say
    if context.knowledge.country_of_adjective(head.text) is not None or named is not None and _goes_on(named):
        return None  # *l'égyptien Orascom* | *Cement*
    bears = lemma in words(context.language, "clauses", "bearing") or (named is not None and named.type == "person")
    if named is not None and named.right > max(kept) and not bears:
        text, span = named.text, (named.start, named.end)  # *la capitale du Pendjab, Lahore*: its name is asked for
    return Slot(
        text=text, type=kind, start=span[0], end=span[1], gender=gender, number="p" if plural else "s", noun=noun
    )


def _goes_on(mention: Mention) -> bool:
    """Whether another word of a name stands right behind it."""
    doc = mention.paragraph.doc
    behind = doc[mention.right] if mention.right < len(doc) else None
    return behind is not None and behind.pos_ == "PROPN" and behind.text[:1].isupper()


def _called(head: Token, named: Mention) -> str:
    """*Avion solaire* of *l'avion solaire Solar Impulse*: the noun and the adjectives between it and the name.

    An adjective tells what kind of thing is asked for; without it many a question has more than one answer.
    """
    between = [head.nbor(k) for k in range(1, named.left - head.i)]
    kind = all(t.pos_ == "ADJ" and t.head == head and t.text.islower() for t in between)
    return " ".join(t.text.lower() for t in (head, *(between if kind else ())))


def _thing_beside(head: Token, kept: set[int], paragraph: Paragraph, context: Context) -> str | None:
    """*L'astéroïde Dimorphos*, *la cathédrale Notre-Dame*: the noun right before a name says what kind of thing it is.

    ``thing``, or None where it is no name of a thing, or the noun one that a name does not tell apart.
    """
    found = context.mentions.at(paragraph, head.nbor(1)) if head.i + 1 in kept else None
    lemma, language = head.lemma_.lower(), context.language
    if found is None or found.left != head.i + 1 or found.right <= max(kept) or found.type in ("person", "event"):
        return None
    if "Plur" in head.morph.get("Number", []) or not head.text.islower():
        return None
    gram = grammar(language)
    if (
        gram.is_human(lemma)
        or lemma in words(language, "things", "not_named")
        or gram.gender_of(head.text, lemma, "") is None
    ):
        return None
    nation = context.knowledge.country_of_adjective(found.text) or context.knowledge.place(found.name)
    return None if nation is not None else "thing"


def with_determiner(slot: Slot, mention: Mention) -> Slot:
    """The name as the sentence writes it, the article before it included."""
    doc = mention.paragraph.doc
    text, start = mention.name if slot.type == "person" else mention.text, mention.start
    before = doc[mention.left - 1] if mention.left else None
    if (
        slot.type != "person"
        and before is not None
        and before.pos_ == "DET"
        and "Def" in before.morph.get("Definite", [])
    ):
        article = before.text if before.i and not before.is_sent_start else before.text.lower()
        text = article + before.whitespace_ + text
        start = mention.paragraph.start + before.idx
    return slot.model_copy(update={"text": text, "start": start, "end": mention.end})
