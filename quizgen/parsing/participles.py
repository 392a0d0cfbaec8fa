"""Participles set beside a noun, as clauses: *X, fondée en 1998 par Y, …* says that X was founded in 1998 by Y."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.languages.lexicon import lexicon, words

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_NAMES = ("appos", "nmod", "flat:name", "flat")


@dataclass(frozen=True)
class Beside:
    """A noun phrase ``[left, right)`` with ``noun`` as its head, and the words its participle has left out."""

    noun: Token
    left: int
    right: int
    supplied: tuple[str, ...]
    auxiliary: str


def beside(sentence: DocSpan, participle: Token) -> Beside | None:
    """What a past participle between commas, or before the sentence's subject, is said of; None where unsure."""
    if participle.pos_ != "VERB" or "Past" not in participle.morph.get("Tense", []):
        return None
    if "Part" not in participle.morph.get("VerbForm", []) or participle.dep_ not in ("acl", "advcl"):
        return None
    if any(c.dep_.startswith(("aux", "cop", "nsubj", "mark", "expl")) or _denies(c) for c in participle.children):
        return None
    if any(c.dep_ == "conj" and c.pos_ == "ADJ" for c in participle.children):
        return None  # *créée en 2013 et forte de 13 000 hommes*: what is of which, the tree does not tell
    found = _before(participle) if participle.dep_ == "acl" else None
    found = found or _behind(sentence, participle)
    if found is None or not _agrees(participle, found[0]):
        return None
    words_left_out = _left_out(participle)
    return Beside(*found, *words_left_out) if words_left_out else None


def headlined(sentence: DocSpan, participle: Token) -> Beside | None:
    """What a headline without a finite verb says to have happened, to whom (*X condamné à la prison à Dakar*)."""
    doc = participle.doc
    if participle.pos_ != "VERB" or "Part" not in participle.morph.get("VerbForm", []):
        return None
    if participle.lemma_.lower() not in lexicon(doc.lang_, "participles")["headlined"]:
        return None
    if any("Fin" in t.morph.get("VerbForm", []) for t in sentence) or any(t.text in (",", ":", "«") for t in sentence):
        return None
    if any(c.dep_.startswith(("aux", "cop", "mark", "expl")) or _denies(c) for c in participle.children):
        return None
    noun = sentence.root
    if noun == participle:
        noun = next((c for c in participle.children if c.dep_.startswith("nsubj")), noun)
    elif participle.head != noun or participle.dep_ != "acl":
        return None
    left, right = noun.left_edge.i, participle.i
    if any(c.i < right and c != noun for c in participle.children):
        return None  # *un médecin violemment agressé*
    if noun == participle or noun.pos_ not in ("NOUN", "PROPN") or left != sentence.start or noun.i > right:
        return None
    if any(c.i > right for c in noun.children if c != participle and c.dep_ != "punct") or not _agrees(
        participle, noun
    ):
        return None
    words_left_out = _left_out(participle)
    return Beside(noun, left, right, *words_left_out) if words_left_out else None


def _denies(child: Token) -> bool:
    return "Neg" in child.morph.get("Polarity", []) or child.text.lower() in words(
        child.doc.lang_, "clauses", "limiting"
    )


def _before(participle: Token) -> tuple[Token, int, int] | None:
    """The name right before the comma before the participle, with the noun it stands beside."""
    doc, name = participle.doc, participle.head
    comma = participle.i - 1
    if comma < 1 or doc[comma].text != "," or name.i > comma or participle.left_edge.i < comma:
        return None
    noun = name
    if name.pos_ == "PROPN" and name.dep_ in _NAMES and name.head.pos_ == "NOUN" and not _cases(name):
        noun = name.head
    if not any(t.pos_ == "PROPN" for t in doc[noun.i : comma]):
        return None
    case = [t.i for c in _cases(noun) for t in c.subtree]
    left = max([noun.left_edge.i, *(i + 1 for i in case)])
    if case and doc[left - 1].text.lower() in words(doc.lang_, "clauses", "contracted"):
        return None  # *du groupe X*: its article is part of the preposition
    if any(t.pos_ in ("PUNCT", "CCONJ", "VERB", "PRON") for t in doc[left:comma]):
        return None
    return noun, left, comma


def _behind(sentence: DocSpan, participle: Token) -> tuple[Token, int, int] | None:
    """The subject of the main clause behind a participle that opens the sentence."""
    if participle.i != sentence.start:
        return None
    subjects = [c for c in sentence.root.children if c.dep_ in ("nsubj", "nsubj:pass")]
    ahead = [c for c in subjects if c.i < sentence.root.i]
    subject = next(iter(ahead[-1:] or subjects), None)  # of two, the one that no comma parts from the verb
    if subject is None or subject.pos_ not in ("NOUN", "PROPN") or participle not in sentence.root.children:
        if subject is None or participle.head not in (subject, sentence.root):
            return None
    left, right = subject.left_edge.i, subject.right_edge.i + 1
    left = max(left, participle.right_edge.i + 1)
    while left < right and participle.doc[left].text == ",":
        left += 1
    before = participle.doc[left - 1].text
    return (subject, left, right) if before == "," and left <= subject.i else None


def _cases(token: Token) -> list[Token]:
    return [c for c in token.children if c.dep_ == "case"]


def _agrees(participle: Token, noun: Token) -> bool:
    """Gender and number of the participle and what is known of the noun's."""
    for feature in ("Gender", "Number"):
        said = participle.morph.get(feature, [])
        known = [v for c in noun.children if c.dep_ == "det" for v in c.morph.get(feature, [])]
        if noun.pos_ == "NOUN":
            known = known or noun.morph.get(feature, [])
        if said and known and said != known[:1]:
            return False
    return not any(c.dep_ == "conj" and c.i < participle.i for c in noun.children)


def _left_out(participle: Token) -> tuple[tuple[str, ...], str] | None:
    table = lexicon(participle.doc.lang_, "participles")
    verb = participle.lemma_.lower()
    if verb in table["none"]["verbs"]:
        return None
    form = table["moving"] if verb in table["moving"]["verbs"] else table["passive"]
    number = "p" if "Plur" in participle.morph.get("Number", []) else "s"
    return tuple(form[number].split()), form["auxiliary"]
