"""Where names stand in a paragraph, by the pipeline's entities and by what words show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen.extraction.names.expansions import IN_BRACKETS, expansion_start
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar, words
from quizgen.parsing.parsed import Paragraph, Parsed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NER = {"PER": "person", "LOC": "location", "ORG": "organisation", "PROD": "product", "EVENT": "event"}
_NAME = re.compile(r"[^\W\d_]")
_COMMON = ("ADJ", "NOUN", "ADV")
MODEL = re.compile(r"[A-ZÀ-Þ][^\W\d_]*-(?:[A-Z]|\d+)[A-Z\d]*|[A-Z]{1,3}\d{2,}[A-Z]?")
_INITIAL = re.compile(r"[A-ZÀ-Þ]\.")


@dataclass(frozen=True)
class Mention:
    """A name in a paragraph: tokens ``[left, right)``, without its title (*M.*) or determiner.

    ``name`` is the fullest form of the same name in the article; ``title`` the title before it, if any.
    """

    paragraph: Paragraph
    left: int
    right: int
    text: str
    type: str
    name: str
    title: str = ""

    @property
    def start(self) -> int:
        return self.paragraph.start + self.paragraph.doc[self.left].idx

    @property
    def end(self) -> int:
        last = self.paragraph.doc[self.right - 1]
        return self.paragraph.start + last.idx + len(last.text)


def found_names(parsed: Parsed) -> list[Mention]:
    """Every name of an article, typed as the pipeline types it: its entities, models, first names with a surname."""
    language = parsed.article.language
    found = [_to_expansion(m) for p in parsed.paragraphs for m in _with_particles(_raw_mentions(p, language), language)]
    taken = {(m.paragraph.start, i) for m in found for i in range(m.left, m.right)}
    found += [m for paragraph in parsed.paragraphs for m in _models(paragraph, taken)]
    found += [m for paragraph in parsed.paragraphs for m in _full_names(paragraph, taken, language)]
    names = {m.text for m in found if m.type == "person" and " " in m.text}
    whole = [_as_elsewhere(m, names) for m in found]
    grown = {(m.paragraph.start, i): m for m, old in zip(whole, found, strict=True) if m is not old for i in _places(m)}
    return [m for m in whole if grown.get((m.paragraph.start, m.left), m) is m]


def _places(mention: Mention) -> range:
    return range(mention.left, mention.right)


def _as_elsewhere(mention: Mention, names: set[str]) -> Mention:
    """*Aung San* | *Suu Kyi*, where the article says *Aung San Suu Kyi* in another place: whole in both."""
    doc, right = mention.paragraph.doc, mention.right
    while right < len(doc) and doc[right].text[:1].isupper():
        right += 1
        if doc[mention.left : right].text in names:
            return _spanning(mention, mention.left, right)
    return mention


def _raw_mentions(paragraph: Paragraph, language: str) -> Iterator[Mention]:
    doc = paragraph.doc
    for entity in doc.ents:
        left, right, title = _without_title(doc, entity.start, entity.end, language)
        while left < right and (doc[left].text[:1].islower() or doc[left].pos_ == "PUNCT"):
            left += 1
        if left < right - 1 and doc[left].text.lower() in words(language, "clauses", "greetings"):
            left += 1  # *« Adieu Rosetta »*
        if left and _is_initial(doc[left - 1], language) and entity.label_ == "PER":
            left -= 1
        while entity.label_ == "PER" and _goes_with(doc, left, language):
            left -= 1  # the first part of an Arabic name
        left += _begins_with_country(doc, left, right, language)
        right = _before_verb(doc, left, right)
        while right > left and (doc[right - 1].pos_ in ("ADP", "DET") or doc[right - 1].text.endswith("'")):
            right -= 1
        if entity.label_ == "PER" and _ends_with_country(doc, left, right, language):
            right -= 2  # *le roi Rui d'Arabie* | *saoudite*
        while right > left + 1 and entity.label_ == "PER" and doc[right - 1].pos_ in _COMMON and _lower(doc[right - 1]):
            right -= 1  # *Pascal Lamy socialiste*
        while right > left and not _NAME.search(doc[right - 1].text) and not doc[right - 1].text[:1].isdigit():
            right -= 1
        if left >= right or entity.label_ == "PER" and _opens_apposition(doc, left, right, language):
            continue
        right = _with_tail(doc, right, language)
        text = doc[left:right].text
        if not _NAME.search(text) or not any(token.text[:1].isupper() for token in doc[left:right]):
            continue
        kind = "person" if title else _NER.get(entity.label_, "other")
        if _is_behind_nation(doc, left, right, kind, language):  # *le Nigérian Bola Tinubu*
            left, kind = left + 1, "person"
            text = doc[left:right].text
        yield Mention(paragraph, left, right, text, kind, text, title)


def _begins_with_country(doc: Doc, left: int, right: int, language: str) -> bool:
    """*Le chef des Serbes de* | *Bosnie Radovan Karadžić*: a country, behind a preposition, and two words of a name."""
    if right - left < _NATION_AND_NAME or not left or doc[left - 1].lower_ not in words(language, "clauses", "of"):
        return False
    return load_knowledge(language).country_named(doc[left].text) is not None


def _ends_with_country(doc: Doc, left: int, right: int, language: str) -> bool:
    """Whether a person's name has run on into the country that the person is of, or its first word."""
    if right - left < _NATION_AND_NAME or doc[right - 2].lower_ not in words(language, "clauses", "of"):
        return False
    known, last = load_knowledge(language), doc[right - 1].text
    behind = f"{last} {doc[right].text}" if right < len(doc) else last
    return known.country_named(last) is not None or known.country_named(behind) is not None


def _goes_with(doc: Doc, left: int, language: str) -> bool:
    """Whether the tree has the word before a person's name as the name's first part, or as an apposition beside it."""
    if left <= 0 or left >= len(doc):
        return False
    first = doc[left - 1]
    part = doc[left].dep_ == "flat:name" and doc[left].head == first
    if not part and not (doc[left].dep_ == first.dep_ == "appos" and doc[left].head == first.head):
        return False
    if first.ent_type_ not in ("", "PER") or left > 1 and (doc[left - 2].pos_ == "ADP" or doc[left - 2].dep_ == "case"):
        return False  # *le roi d'Espagne Felipe VI*
    known = load_knowledge(language).country_of_adjective(first.text) or words(language, "clauses", "titles") & {
        first.text.lower()
    }
    return first.pos_ == "PROPN" and first.text.istitle() and first.text.isalpha() and not known


def _is_behind_nation(doc: Doc, left: int, right: int, kind: str, language: str) -> bool:
    """Whether a name begins with what its bearer is by nation, behind an article, and two words of a name follow."""
    if right - left < _NATION_AND_NAME or not left or doc[left - 1].pos_ != "DET" or kind == "organisation":
        return False
    nation = load_knowledge(language).country_of_adjective(doc[left].text)
    return nation is not None and all(t.text[:1].isupper() for t in doc[left:right])


_NATION_AND_NAME = 3


def _with_particles(mentions: Iterable[Mention], language: str) -> list[Mention]:
    """*Ursula von der Leyen*, *M. ben Salmane*: names whole, where the pipeline leaves out their particles."""
    particles = words(language, "clauses", "name_particles")
    joined: list[Mention] = []
    for mention in mentions:
        doc, left = mention.paragraph.doc, mention.left
        while left and doc[left - 1].text.lower() in particles:
            left -= 1
        first = joined[-1] if joined and joined[-1].right >= left else None
        trailing = first is not None and first.text.split()[-1].lower() in particles
        if first is not None and "person" in (first.type, mention.type) and (left < mention.left or trailing):
            joined[-1] = _spanning(first, first.left, mention.right)
            continue
        title = doc[left - 1].text.lower() if left else ""
        titled = title in words(language, "clauses", "titles")
        if left < mention.left and (mention.type == "person" or titled):
            mention = replace(_spanning(mention, left, mention.right), title=title if titled else "")
        joined.append(_with_surname(mention, particles))
    return joined


def _with_surname(mention: Mention, particles: frozenset[str]) -> Mention:
    """The particles behind a first name, and the capitalised word behind them, which the pipeline saw no name in."""
    doc, right = mention.paragraph.doc, mention.right
    while right < len(doc) and doc[right].text.lower() in particles:
        right += 1
    if mention.type == "person" and right == mention.right and _is_surname_behind(doc, mention.left, right):
        return _spanning(mention, mention.left, right + 2)
    if mention.type != "person" or right == mention.right or right == len(doc) or not doc[right].text[:1].isupper():
        return mention
    return _spanning(mention, mention.left, right + 1)


def _is_surname_behind(doc: Doc, left: int, right: int) -> bool:
    """*Tiago Moreira de Sá*: the end of a name, and no body or place that somebody is of (*Rui Sá de Vertaline*)."""
    if right - left < _FIRST_AND_LAST or right + 1 >= len(doc):
        return False
    link, last = doc[right], doc[right + 1]
    knowledge = load_knowledge(doc.lang_)
    named = knowledge.name(last.text) or knowledge.country_of_adjective(last.text)
    linked = link.text.lower() in words(doc.lang_, "clauses", "name_links")
    return linked and last.is_title and last.is_alpha and last.ent_type_ in ("", "PER") and named is None


# Words of a name with a first name and a surname.
_FIRST_AND_LAST = 2


def has_particle(name: str, language: str) -> bool:
    """*Oussama ben Laden*, *Robert van den Berg*: one person, however many words and first names are in it."""
    particles = words(language, "clauses", "name_particles")
    return any(word.lower() in particles for word in name.split()[1:])


def _spanning(mention: Mention, left: int, right: int) -> Mention:
    text = mention.paragraph.doc[left:right].text
    return replace(mention, left=left, right=right, text=text, type="person", name=text)


def _models(paragraph: Paragraph, taken: set[tuple[int, int]]) -> Iterator[Mention]:
    """Names of models (*Iskander-M*, *Su-25*, *A320*), which pipelines rarely see."""
    for token in paragraph.doc:
        if MODEL.fullmatch(token.text) and (paragraph.start, token.i) not in taken:
            yield Mention(paragraph, token.i, token.i + 1, token.text, "product", token.text)


def _full_names(paragraph: Paragraph, taken: set[tuple[int, int]], language: str) -> Iterator[Mention]:
    """A known first name and a capitalised word behind it, where the pipeline saw no name."""
    doc = paragraph.doc
    known = grammar(language).is_surely_person
    for token in doc[:-1]:
        after = doc[token.i + 1]
        if any((paragraph.start, i) in taken for i in (token.i, after.i)) or not token.whitespace_:
            continue
        if not (token.is_title and after.is_title and after.is_alpha and not after.is_stop) or token.is_stop:
            continue
        text = doc[token.i : after.i + 1].text
        if known(text, "") and token.pos_ == "PROPN":
            yield Mention(paragraph, token.i, after.i + 1, text, "person", text)


def _to_expansion(mention: Mention) -> Mention:
    """A body's name, whole where the pipeline took its first words: what an acronym behind it stands for."""
    doc = mention.paragraph.doc
    sentence = doc[mention.left].sent
    if mention.type != "organisation":
        return mention
    for match in IN_BRACKETS.finditer(doc.text, doc[mention.right - 1].idx, sentence.end_char):
        start = expansion_start(doc.text[sentence.start_char : match.start()], match["short"].replace(".", ""))
        if start is None:
            continue
        whole = doc.char_span(sentence.start_char + start, match.start() - 1)
        if whole is not None and whole.start <= mention.left and mention.right < whole.end:
            return replace(mention, left=whole.start, right=whole.end, text=whole.text, name=whole.text)
    return mention


def _opens_apposition(doc: Doc, left: int, right: int, language: str) -> bool:
    """*Rescapée d'Auschwitz, elle …*: a word that opens the sentence, no first name, with a complement."""
    if not doc[left].is_sent_start or right - left < 3 or doc[left + 1].pos_ != "ADP":
        return False
    return not grammar(language).is_surely_person(doc[left].text, "")


def _with_tail(doc: Doc, right: int, language: str) -> int:
    """*La Caméra d'or*, *la Légion d'honneur*: what the names of prizes end with."""
    behind = doc[right : right + 2].text.lower()
    return right + 2 if behind in words(language, "clauses", "name_tails") else right


def _lower(token: Token) -> bool:
    return token.text[:1].islower()


def _is_initial(token: Token, language: str) -> bool:
    """*E.* of a first name; *M.* is a title."""
    return _INITIAL.fullmatch(token.text) is not None and token.text.lower() not in words(language, "clauses", "titles")


def _before_verb(doc: Doc, left: int, right: int) -> int:
    """The end of a name that has run on into a verb (*Havas d'organiser*)."""
    for token in doc[left + 1 : right]:
        if token.pos_ in ("VERB", "AUX") and token.text[:1].islower():
            end = token.i
            while end > left + 1 and doc[end - 1].pos_ in ("ADP", "PRON", "SCONJ", "CCONJ", "ADV"):
                end -= 1
            return end
    return right


def _without_title(doc: Doc, left: int, right: int, language: str) -> tuple[int, int, str]:
    titles = words(language, "clauses", "titles")
    title = ""
    if left > 0 and doc[left - 1].text.lower() in titles:
        title = doc[left - 1].text.lower()
    while left < right - 1 and doc[left].text.lower() in titles:
        title = doc[left].text.lower()
        left += 1
    return left, right, title
