"""Named things of an article: their mentions, linked to one entity with its fullest name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.extraction.expansions import expanded
from quizgen.extraction.mention_spans import MODEL, Mention, found_names, has_particle
from quizgen.knowledge import Knowledge
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.parsed import Paragraph, Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

_INITIAL = re.compile(r"[A-ZÀ-Þ]\.")


@dataclass(frozen=True)
class Mentions:
    """All mentions of an article, found by token."""

    items: tuple[Mention, ...]
    by_token: dict[tuple[int, int], Mention]

    def at(self, paragraph: Paragraph, token: Token) -> Mention | None:
        return self.by_token.get((paragraph.start, token.i))


def find_mentions(parsed: Parsed) -> Mentions:
    """Mentions of every named entity that the pipeline finds, typed by majority over the article."""
    language = parsed.article.language
    title = parsed.article.title or ""
    raw = found_names(parsed)
    types = _types_by_name(raw)
    types |= dict.fromkeys(_headed(raw, types, language), "organisation")
    persons = _unique(m.text for m in raw if types[m.text] == "person" and not _two_names(m.text, language))
    places = load_knowledge(language)
    bodies = _named_before(raw, persons, parsed)
    types = {
        name: "person"
        if fullest(name, persons) != name and name not in bodies and not _is_place(name, kind, places)
        else kind
        for name, kind in types.items()
    }
    types = {name: "product" if MODEL.fullmatch(name) else kind for name, kind in types.items()}
    counted = {t.text for p in parsed.paragraphs for t in p.doc if _is_counted(t)}
    types = {name: "product" if name.split()[0] in counted else kind for name, kind in types.items()}
    things = _things(parsed)
    types = {name: things.get(name, kind) if kind == "organisation" else kind for name, kind in types.items()}
    called = {m.text for m in raw if types[m.text] in ("location", "other") and _is_called_person(m, language)}
    types = {
        name: "person" if name in called and not _is_place(name, kind, places) else kind for name, kind in types.items()
    }
    tails = tuple(words(language, "clauses", "name_tails"))
    monuments = words(language, "names", "monuments") | words(language, "names", "tournaments")
    types = {
        name: "other" if _is_noun(name, language) or name.lower().endswith(tails) or name in monuments else kind
        for name, kind in types.items()
    }
    types = {
        name: "location" if kind == "organisation" and _names_place(name, language) else kind
        for name, kind in types.items()
    }
    no_body = {m.text for m in raw if m.type == "organisation" and _names_no_body(m, language)}
    types = {name: "other" if name in no_body and kind == "organisation" else kind for name, kind in types.items()}
    items = tuple(
        Mention(
            m.paragraph, m.left, m.right, m.text, types[m.text],
            _fullest_here(m, persons, title) if types[m.text] == "person" and m.text not in bodies else m.text, m.title,
        )
        for m in raw
    )  # fmt: skip
    by_token = {(m.paragraph.start, i): m for m in items for i in range(m.left, m.right)}
    return Mentions(items, by_token)


def _named_before(mentions: list[Mention], persons: Iterable[str], parsed: Parsed) -> frozenset[str]:
    """*Cadbury a cédé …, une boutique ouverte par John Cadbury*: what bears the name of its founder.

    A person is named in full where a body of text first does so; the headline apart.
    """
    headline = parsed.article.headline
    told = [m for m in mentions if headline is None or m.start < headline.start]
    first: dict[str, int] = {}
    for mention in told:
        first.setdefault(mention.text, mention.start)
    bare = {m.text for m in told if " " not in m.text and not m.title and first[m.text] == m.start}
    bare -= {m.text for m in told if m.title}
    fuller = {name: fullest(name, persons) for name in bare}
    made = {m.text for m in told if _has_article(m)}
    return frozenset(
        name
        for name, full in fuller.items()
        if full != name and " " in full and (first.get(full, -1) > first[name] or name in made)
    )


def _has_article(mention: Mention) -> bool:
    """*L'autre Williams*, *sa Renault*: of what bears the name of somebody, one."""
    before = mention.paragraph.doc[mention.left - 1] if mention.left else None
    while before is not None and before.pos_ == "ADJ" and before.i:
        before = before.nbor(-1)
    return before is not None and before.pos_ == "DET" and "Plur" not in before.morph.get("Number", [])


def _is_place(name: str, kind: str, knowledge: Knowledge) -> bool:
    """A country, or a known place that the pipeline took for one: *Paris* is not short for a person's name."""
    return knowledge.country_named(name) is not None or (kind == "location" and knowledge.place(name) is not None)


def _names_place(name: str, language: str) -> bool:
    """*Times Square*, *Haréville-sous-Montfort*: a word or a link that only names of places have."""
    found = {word.lower() for word in name.split()}
    if found & words(language, "clauses", "foreign_places"):
        return True
    links = words(language, "clauses", "town_links")
    return any(link in word.split("-")[1:-1] for word in found for link in links)


def _two_names(name: str, language: str) -> bool:
    """Two persons read as one (*François Hollande Manuel Valls*): a known first name behind the first surname."""
    found = name.split()
    if has_particle(name, language):
        return False  # *Salmane ben Abdelaziz*
    return len(found) > _LONGEST_NAME and any(grammar(language).is_surely_person(word, "") for word in found[2:])


_LONGEST_NAME = 3


def fullest(name: str, names: Iterable[str]) -> str:
    """The longest of ``names`` that ends with ``name`` (*Loukachenko* → *Alexandre Loukachenko*).

    The name itself where several different persons would fit.
    """
    initial, _, rest = name.partition(" ")
    abbreviated = bool(rest) and _INITIAL.fullmatch(initial) is not None
    longer = {
        other
        for other in names
        if other != name
        and (other.endswith(" " + name) or (abbreviated and other[0] == name[0] and other.endswith(" " + rest)))
    }
    tops = {other for other in longer if not any(one != other and _holds(one, other) for one in longer)}
    return tops.pop() if len(tops) == 1 else name


def _holds(one: str, other: str) -> bool:
    """*Paul-Henri Sandaogo Damiba* holds *Paul-Henri Damiba*: the same first and last words, more between them."""
    if one.endswith(" " + other):
        return True
    more, fewer = one.split(), other.split()
    ends = len(more) > len(fewer) > 1 and more[0] == fewer[0] and more[-1] == fewer[-1]
    return ends and all(word in more for word in fewer)


def _fullest_here(mention: Mention, names: Iterable[str], headline: str) -> str:
    """The fullest form of a name; of several persons who bear it, the one the headline names.

    The name of a family (*les parents Lambert*) is nobody's.
    """
    name = mention.text
    before = mention.paragraph.doc[mention.left - 1] if mention.left else None
    if " " not in name and before is not None and "Plur" in before.morph.get("Number", []):
        return name
    full = fullest(name, names)
    if full != name or " " in name:
        return full
    meant = {other for other in names if other.endswith(" " + name) and other in headline}
    return meant.pop() if len(meant) == 1 else name


_BODIES = ("organisation", "group", "place", "person", "building")


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


_PRODUCTS = ("product", "vehicle", "weapon")


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


def _is_noun(name: str, language: str) -> bool:
    """A common noun with a capital (*État*, *Parlement*, *Ministre d'État*) names nothing by itself."""
    if grammar(language).is_office(name.split()[0].lower()) and name.split()[0][:1].isupper() and " " in name:
        return not grammar(language).is_surely_person(name.split()[0], "")
    noun_class = grammar(language).noun_class
    if name.isupper():
        return noun_class(name) is not None  # *TGV*, *ONG*
    return " " not in name and noun_class(name.lower()) is not None


def _types_by_name(mentions: list[Mention]) -> dict[str, str]:
    """One type for a name in an article: the most frequent one, a known place before all."""
    votes: dict[str, Counter[str]] = {}
    for mention in mentions:
        votes.setdefault(mention.text, Counter())[mention.type] += 1
    return {name: counter.most_common(1)[0][0] for name, counter in votes.items()}


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
