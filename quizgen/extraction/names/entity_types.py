"""What kind of thing each name of an article is for: by majority, and by what its words and sentences show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.extraction.names.expansions import expanded
from quizgen.extraction.names.fullest import fullest
from quizgen.extraction.names.spans import MODEL, Mention
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.parsed import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token


# Classes of nouns: what may be a body by its name, and what is made.
_BODIES = ("organisation", "group", "place", "person", "building")
_PRODUCTS = ("product", "vehicle", "weapon")


@dataclass(frozen=True)
class Evidence:
    """What an article shows of its names, beside their own words.

    ``bodies``: names that somebody bears too; ``counted``: what is counted; ``called``: names behind a noun for a
    person; ``no_bodies``: behind a noun for no body; ``things``: acronyms of no body, with their type.
    """

    language: str
    persons: tuple[str, ...]
    bodies: frozenset[str]
    counted: frozenset[str]
    called: frozenset[str]
    no_bodies: frozenset[str]
    things: dict[str, str]


def evidence_of(mentions: list[Mention], persons: tuple[str, ...], bodies: frozenset[str], parsed: Parsed) -> Evidence:
    language = parsed.article.language
    organisations = (m for m in mentions if m.type == "organisation")
    return Evidence(
        language=language,
        persons=persons,
        bodies=bodies,
        counted=frozenset(t.text for p in parsed.paragraphs for t in p.doc if _is_counted(t)),
        called=frozenset(m.text for m in mentions if _is_called_person(m, language)),
        no_bodies=frozenset(m.text for m in organisations if _names_no_body(m, language)),
        things=_things(parsed),
    )


def voted_types(mentions: list[Mention], language: str) -> dict[str, str]:
    """One type for a name in an article: the most frequent one; of what has somebody at its head, a body."""
    votes: dict[str, Counter[str]] = {}
    for mention in mentions:
        votes.setdefault(mention.text, Counter())[mention.type] += 1
    types = {name: counter.most_common(1)[0][0] for name, counter in votes.items()}
    return types | dict.fromkeys(_headed(mentions, types, language), "organisation")


def shown_types(types: dict[str, str], evidence: Evidence) -> dict[str, str]:
    """The types of names as the article shows them, where it does; a later rule overrides an earlier one."""
    return {name: _shown_type(name, kind, evidence) for name, kind in types.items()}


def _shown_type(name: str, kind: str, evidence: Evidence) -> str:
    for shown, holds in _SHOWN:
        if holds(name, kind, evidence):
            kind = shown
    return kind


def _is_short_for_person(name: str, kind: str, evidence: Evidence) -> bool:
    if fullest(name, evidence.persons) == name or name in evidence.bodies:
        return False
    return not _is_place(name, kind, evidence.language)


def _is_model(name: str, kind: str, evidence: Evidence) -> bool:
    """*A320*; and *EPR*, where the article counts them."""
    return MODEL.fullmatch(name) is not None or name.split()[0] in evidence.counted


def _stands_for_product(name: str, kind: str, evidence: Evidence) -> bool:
    return kind == "organisation" and evidence.things.get(name) == "product"


def _stands_for_no_body(name: str, kind: str, evidence: Evidence) -> bool:
    return kind == "organisation" and evidence.things.get(name) == "other"


def _is_behind_noun_for_person(name: str, kind: str, evidence: Evidence) -> bool:
    unsure = kind in ("location", "other") and name in evidence.called
    return unsure and not _is_place(name, kind, evidence.language)


def _names_nothing_askable(name: str, kind: str, evidence: Evidence) -> bool:
    """A common noun, a monument, a competition."""
    language = evidence.language
    if _is_noun(name, language) or name.lower().endswith(tuple(words(language, "clauses", "name_tails"))):
        return True
    return name in words(language, "names", "monuments") | words(language, "names", "tournaments")


def _is_place_by_its_words(name: str, kind: str, evidence: Evidence) -> bool:
    return kind == "organisation" and _names_place(name, evidence.language)


def _is_behind_noun_for_no_body(name: str, kind: str, evidence: Evidence) -> bool:
    return kind == "organisation" and name in evidence.no_bodies


_SHOWN: tuple[tuple[str, Callable[[str, str, Evidence], bool]], ...] = (
    ("person", _is_short_for_person),
    ("product", _is_model),
    ("product", _stands_for_product),
    ("other", _stands_for_no_body),
    ("person", _is_behind_noun_for_person),
    ("other", _names_nothing_askable),
    ("location", _is_place_by_its_words),
    ("other", _is_behind_noun_for_no_body),
)


def _headed(mentions: list[Mention], types: dict[str, str], language: str) -> set[str]:
    """Names read as persons' that are of bodies which have a head, and are no short form of a person's."""
    told = [m for m in mentions if types[m.text] == "person"]
    persons = {m.text for m in told}
    return {m.text for m in told if _is_headed(m, language) and fullest(m.text, persons) == m.text}


def _is_headed(mention: Mention, language: str) -> bool:
    """*Président de Repsol*, *directeur général du Cern*: what has somebody at its head is a body, and no person."""
    doc, at = mention.paragraph.doc, mention.left - 1
    if at < 1 or doc[at].text.lower() not in words(language, "clauses", "of"):
        return False
    if grammar(language).is_surely_person(mention.text, mention.title):
        return False
    at -= 1
    while at > 0 and doc[at].pos_ == "ADJ":
        at -= 1
    return doc[at].text.lower() in words(language, "offices", "heading_bodies")


def _is_place(name: str, kind: str, language: str) -> bool:
    """A country, or a known place that the pipeline took for one: *Paris* is not short for a person's name."""
    knowledge = load_knowledge(language)
    return knowledge.country_named(name) is not None or (kind == "location" and knowledge.place(name) is not None)


def _names_place(name: str, language: str) -> bool:
    """*Times Square*, *Haréville-sous-Montfort*: a word or a link that only names of places have."""
    found = {word.lower() for word in name.split()}
    if found & words(language, "clauses", "foreign_places"):
        return True
    links = words(language, "clauses", "town_links")
    return any(link in word.split("-")[1:-1] for word in found for link in links)


def _names_no_body(mention: Mention, language: str) -> bool:
    """A name that a noun for no organisation bears (*le projet ACTA*, *la loi Sapin*)."""
    doc = mention.paragraph.doc
    before = doc[mention.left - 1] if mention.left else None
    head = doc[mention.left : mention.right].root
    if before is None or before.pos_ != "NOUN" or head.head != before or any(c.dep_ == "case" for c in head.children):
        return False
    return grammar(language).noun_class(before.lemma_.lower()) not in _BODIES


def _things(parsed: Parsed) -> dict[str, str]:
    """*Système de combat aérien (SCA)*: acronyms whose expansion's first noun is for no body, with their type."""
    found: dict[str, str] = {}
    noun_class = grammar(parsed.article.language).noun_class
    for paragraph in parsed.paragraphs:
        text = paragraph.doc.text
        for start, match in expanded(text):
            kind = noun_class(text[start:].split()[0].lower())
            if kind is not None and kind not in _BODIES:
                found[match["short"]] = "product" if kind in _PRODUCTS else "other"
    return found


def _is_counted(token: Token) -> bool:
    """*Six EPR*: letters that are counted stand for a kind of thing."""
    before = token.nbor(-1) if token.i else None
    return token.text.isupper() and len(token.text) > 1 and before is not None and before.pos_ == "NUM"


def _is_called_person(mention: Mention, language: str) -> bool:
    """*Le lieutenant-colonel Damiba*: a name right behind a noun for one person."""
    doc = mention.paragraph.doc
    before = doc[mention.left - 1] if mention.left else None
    if before is None or before.pos_ != "NOUN" or not before.text.islower() or mention.text.isupper():
        return False
    if "Plur" in before.morph.get("Number", []) or doc[mention.left].head not in (before, doc[mention.left]):
        return False
    return bool(grammar(language).noun_class(before.lemma_.lower()) == "person")


def _is_noun(name: str, language: str) -> bool:
    """A common noun with a capital (*État*, *Parlement*, *Ministre d'État*) names nothing by itself."""
    if grammar(language).is_office(name.split()[0].lower()) and name.split()[0][:1].isupper() and " " in name:
        return not grammar(language).is_surely_person(name.split()[0], "")
    noun_class = grammar(language).noun_class
    if name.isupper():
        return noun_class(name) is not None  # *TGV*, *ONG*
    return " " not in name and noun_class(name.lower()) is not None
