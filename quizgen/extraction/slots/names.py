"""Names as slots: typed by the knowledge base first and the pipeline second."""

from __future__ import annotations

from quizgen.extraction.context import Context
from quizgen.extraction.function_words import is_definite_word
from quizgen.extraction.names.spans import Mention
from quizgen.extraction.names.told import genders_told, things_told
from quizgen.facts import Slot
from quizgen.languages.lexicon import grammar, words

_UNSURE = ("organisation", "place", "product", "other")


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


def _is_known(name: str, context: Context) -> bool:
    return context.knowledge.organisation(name) is not None or context.knowledge.place(name) is not None


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
    if any(gram.noun_class(word.lower()) in ("organisation", "group") for word in mention.name.split()):
        return True
    before = mention.paragraph.doc[mention.left - 1] if mention.left else None
    if before is None:
        return False
    article = before.pos_ == "DET" or is_definite_word(before)
    return article or bool(gram.noun_class(before.lemma_.lower()) == "organisation")


def _is_short_for_more(mention: Mention, context: Context) -> bool:
    """*La Caisse* of *la Caisse de dépôt*: a common noun with a capital, that means no body of a state."""
    word = mention.name.lower()
    if " " in word:
        return False
    bodies = words(context.language, "offices", "powers") | words(context.language, "clauses", "bodies_of_a_state")
    return mention.paragraph.doc[mention.left].pos_ == "NOUN" and word not in bodies


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
