"""Words that compare, count or order without saying what: half a comparison, an ordinal without its noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.function_words import is_definite
from quizgen.extraction.grounding.words import Rule, Word
from quizgen.languages.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_THOSE = "which of those before"
# Words behind an adjective within which stands what it is compared with.
_NEAR = 3


def _compares_with_nothing(word: Word) -> bool:
    """*Supérieur*, without *à 3 %*; not *l'enseignement supérieur*."""
    if word.token.dep_ == "amod" and word.token.head.lemma_.lower() in words(
        word.context.language, "clauses", "ranked"
    ):
        return False
    near = word.token.doc[word.token.i + 1 : word.token.i + 1 + _NEAR]
    than = words(word.context.language, "clauses", "than")
    return word.is_among("comparing") and not any(t.text.lower() in than for t in near)


def _is_half_a_comparison(word: Word) -> bool:
    """*Pèse deux fois plus lourd*, *se montre plus sévère*: than whom? Not *le plus haut*, *plus de 500*."""
    token, behind = word.token, word.behind
    if not word.is_among("degrees") or behind is None or word.before is not None and word.before.pos_ == "DET":
        return False
    participle = "Part" in behind.morph.get("VerbForm", [])  # *moins connu du public*
    if not (participle or behind.pos_ in ("ADJ", "ADV")):
        return False
    than = words(word.context.language, "clauses", "than_the_same")
    than |= words(word.context.language, "clauses", "of") if not participle else frozenset()  # its own complement
    rest = token.doc[behind.i + 1 : token.sent.end]
    negated = any("Neg" in t.morph.get("Polarity", []) for t in token.sent if t.i < token.i)
    return not negated and not any(t.lower_ in than for t in rest)


def _takes_a_side(word: Word) -> bool:
    """A preposition with nothing behind it: *ont voté contre*."""
    bare = word.behind is None or word.behind.is_punct
    return word.is_among("sided") and word.token.pos_ in ("ADV", "ADP") and bare


def _is_a_number_of_those(word: Word) -> bool:
    """*A obtenu les deux*: a number with an article and no noun."""
    token = word.token
    alone = token.dep_ in ("obj", "nsubj", "obl:arg", "nmod") and not any(c.dep_ == "nmod" for c in token.children)
    counted = token.pos_ in ("NUM", "PRON", "NOUN") and "Card" in token.morph.get("NumType", [])
    return counted and alone and any("Def" in c.morph.get("Definite", []) for c in token.children if c.dep_ == "det")


def _is_relational(word: Word) -> bool:
    """*Le virus responsable*, not *le virus responsable de la maladie*."""
    goes_on = word.behind is not None and word.behind.pos_ == "ADP"
    return word.is_among("relational") and word.token.dep_ in ("amod", "acl") and not goes_on


def _is_ordinal_noun_alone(word: Word) -> bool:
    return word.is_among("ordinal_nouns") and _is_alone(word)


def _is_ordinal_alone(word: Word) -> bool:
    """*Le troisième a donné 96 % de non*, *la première, UBS*."""
    return word.is_among("ordinals") and _is_alone(word) and is_definite(word.token)


def _is_ordinal_of_those(word: Word) -> bool:
    """*Le premier des deux objets*: an ordinal of a number of things told before, and nothing said of them."""
    if not word.is_among("ordinals"):
        return False
    told = (c for c in word.token.children if c.dep_ == "nmod" and any(n.dep_ == "nummod" for n in c.children))
    return any(is_definite(things) and not _is_described(things) for things in told)


def _is_described(noun: Token) -> bool:
    return any(c.dep_ in ("nmod", "acl", "acl:relcl") for c in noun.children)


def _is_alone(word: Word) -> bool:
    """*Les cinq premiers*: no noun behind an ordinal."""
    return word.behind is None or word.behind.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM", "ADP")


def _is_bare_adjective(word: Word) -> bool:
    """*Le plus meurtrier a coûté la vie à 148 personnes*: an adjective with an article, for a noun told before."""
    token = word.token
    if token.pos_ != "ADJ" or not token.dep_.startswith(("nsubj", "obj")) or not token.text.islower():
        return False
    return is_definite(token) and _is_alone(word) and not word.is_human


def _is_the_same_as_before(word: Word) -> bool:
    """*A pris la même mesure*, and not *à la même heure que Paris*, nor *Oslo et Riga ont le même maire*."""
    same, noun = word.token, word.token.head
    if not word.is_among("the_same") or same.dep_ != "amod" or same.i > noun.i or not is_definite(noun):
        return False
    than = words(word.context.language, "clauses", "than_the_same")
    if any(t.text.lower() in than for t in same.sent if t.i > noun.i):
        return False
    return not any(t.dep_ == "conj" and t.i < same.i for t in same.sent)


RULES: tuple[Rule, ...] = (
    ("than what", _compares_with_nothing),
    ("than what", _is_half_a_comparison),
    ("for or against what", _takes_a_side),
    (_THOSE, _is_a_number_of_those),
    ("of what", _is_relational),
    (_THOSE, _is_ordinal_noun_alone),
    (_THOSE, _is_ordinal_alone),
    (_THOSE, _is_ordinal_of_those),
    (_THOSE, _is_bare_adjective),
    ("the same as before", _is_the_same_as_before),
)
