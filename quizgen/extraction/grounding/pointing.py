"""Words that point out of their phrase: pronouns, demonstratives, what is set against somebody said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.extraction.function_words import is_clitic, is_definite_word
from quizgen.extraction.grounding.words import Rule, Word
from quizgen.languages.lexicon import lexicon, words
from quizgen.parsing.verb_groups import finite_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_EXPLETIVES = ("expl:comp", "expl:pass", "expl:pv")


def _points_outside(word: Word) -> bool:
    return word.is_among("pointing") and word.mention is None


def _is_object_before_verb(word: Word) -> bool:
    """*Édith Piaf le remarque*: a pronoun that the tagger takes for an article."""
    return word.token.pos_ == "DET" and "Fin" in word.token.head.morph.get("VerbForm", [])


def _is_contrasting(word: Word) -> bool:
    return word.is_among("contrasting") and word.before is not None and word.before.pos_ in ("VERB", "AUX")


def _goes_beyond(word: Word) -> bool:
    """*A même dû fermer*, *même l'Algérie a ouvert ses portes*, and not *le jour même*."""
    head = word.token.head
    if not word.is_among("even") or word.token.dep_ != "advmod":
        return False
    return bool(finite_of(head)) or head.pos_ in ("NOUN", "PROPN", "PRON") and word.token.i < head.i


def _is_demonstrative(word: Word) -> bool:
    return "Dem" in word.token.morph.get("PronType", []) and word.token.pos_ in ("DET", "PRON")


def _is_of_an_idiom(word: Word) -> bool:
    """*L'emporter*: the verb has a pronoun that stands for nothing."""
    idioms = lexicon(word.context.language, "clauses")["idioms"]
    return bool(idioms.get(word.token.head.lemma_.lower()) == word.token.text.lower())


def _is_adverbial_clitic(word: Word) -> bool:
    with_clitic = words(word.context.language, "clauses", "with_adverbial_clitic")
    clitic = is_clitic(word.token) and word.is_among("adverbial_clitics")
    return clitic and word.token.head.lemma_.lower() not in with_clitic


def _is_third_person(word: Word) -> bool:
    third = word.token.pos_ == "PRON" and "3" in word.token.morph.get("Person", [])
    return third and word.token.dep_ not in _EXPLETIVES


def _is_reflexive(word: Word) -> bool:
    return _is_third_person(word) and "Yes" in word.token.morph.get("Reflex", [])


def _counts_one(word: Word) -> bool:
    """*L'un des marchés*, *un marché*, *le numéro un*: no pronoun, whatever the tagger says."""
    if not word.is_among("the_one"):
        return False
    behind, of = word.behind, words(word.context.language, "clauses", "of")
    numbered = word.before is not None and word.before.lower_ in words(word.context.language, "offices", "ranks")
    return numbered or behind is not None and (behind.lower_ in of or behind.pos_ in ("NOUN", "ADJ"))


# What explains a pointing word where it stands.


def _is_explained(word: Word) -> bool:
    """A pointing word that the next word explains (*ce qui*, *celle de*), or an impersonal subject."""
    if _is_within_relative(word.token) or _follows_without(word) or _is_second_of_two(word):
        return True
    table = lexicon(word.context.language, "clauses")
    behind = word.behind
    if behind is not None and behind.text.lower() in table["explained"].get(word.token.text.lower(), ()):
        return _explains(behind, word)
    if word.token.dep_ == "expl:subj":
        return _is_impersonal(word.token.head, word.context.language)
    return word.is_among("general")


def _is_within_relative(token: Token) -> bool:
    """*L'accord par lequel …*."""
    return "Rel" in token.morph.get("PronType", []) and token.dep_ != "nsubj" and token.head.dep_ == "acl:relcl"


def _follows_without(word: Word) -> bool:
    """*Sans précédent*."""
    without = words(word.context.language, "clauses", "without")
    return word.token.pos_ == "NOUN" and word.before is not None and word.before.lower_ in without


def _explains(behind: Token, word: Word) -> bool:
    of = behind.text.lower() in words(word.context.language, "clauses", "of")
    if of and not any(t.pos_ in ("NOUN", "PROPN") for t in word.token.sent if t.i < word.token.i):
        return False  # *celui des longs métrages était dirigé par X*: the jury, of the sentence before
    return not behind.dep_.startswith("aux")  # *il y a*, not *y avait précipité*


def _is_impersonal(verb: Token, language: str) -> bool:
    if verb.lemma_.lower() in words(language, "clauses", "impersonal_with_y"):
        return any(child.text.lower() in words(language, "clauses", "impersonal_clitics") for child in verb.children)
    return verb.lemma_.lower() in words(language, "clauses", "impersonal")


def _is_second_of_two(word: Word) -> bool:
    """*Deux satellites, l'un américain et l'autre russe*."""
    if not word.is_among("the_other"):
        return False
    one = words(word.context.language, "clauses", "the_one")
    told = [t.text.lower() for t in word.token.sent if t.i < word.token.i]
    return bool(told) and bool(one & set(told)) and is_definite_word(word.token.nbor(-1))


RULES: tuple[Rule, ...] = (
    (None, _is_explained),
    ("points outside", _points_outside),
    ("pronoun", _is_object_before_verb),
    ("against somebody said before", _is_contrasting),
    ("above something said before", _goes_beyond),
    ("demonstrative", _is_demonstrative),
    (None, _is_of_an_idiom),
    ("pronoun", _is_adverbial_clitic),
    (None, _is_reflexive),
    (None, _counts_one),
    ("pronoun", _is_third_person),
)
