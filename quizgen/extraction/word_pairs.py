"""Slips that two neighbouring words show: an order or an agreement that correct language never has.

The words are those of ``lexicon/copy.toml``; a slip is a predicate over a pair, beside what is said of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from quizgen.languages.lexicon import grammar

if TYPE_CHECKING:
    from spacy.tokens import Token


class _Pair(NamedTuple):
    """A token and the one after it, both in small letters too, with the language's table of slips."""

    token: Token
    after: Token
    one: str
    two: str
    table: dict[str, Any]

    @property
    def before(self) -> Token | None:
        return self.token.nbor(-1) if self.token.i else None

    @property
    def third(self) -> str:
        """The word behind both, in small letters; empty at the end of the text."""
        return self.after.nbor(1).text.lower() if self.after.i + 1 < len(self.after.doc) else ""

    def ends(self, endings: str) -> bool:
        """Whether the second word has an ending of this list of the table."""
        return self.two.endswith(tuple(self.table[endings]))

    def is_verb(self, form: str) -> bool:
        """Whether the second word is a verb in this form (*Inf*, *Fin*, *Part*)."""
        return form in self.after.morph.get("VerbForm", [])


def pair_errors(token: Token, after: Token, table: dict[str, Any]) -> Iterator[str]:
    """What is wrong with two neighbouring words, in a few words each."""
    pair = _Pair(token, after, token.text.lower(), after.text.lower(), table)
    return (said.format(**pair._asdict()) for said, is_seen in _SLIPS if is_seen(pair))


def is_lower(token: Token) -> bool:
    """A word in small letters alone."""
    return token.text.isalpha() and token.text.islower()


def _keeps_vowel(pair: _Pair) -> bool:
    """*Le arbre*."""
    token, after, one, two, table = pair
    if one not in table["eliding"] or two[:1] not in table["vowels"] or two.startswith(tuple(table["not_elided"])):
        return False
    return token.text == one and after.text.isalpha() and len(two) > 1


def _stands_twice(pair: _Pair) -> bool:
    """*De de*, and not *l'auteur de De la Terre à la Lune*."""
    return pair.one == pair.two and pair.one in pair.table["once"] and not pair.after.text[:1].isupper()


def _joins_articles(pair: _Pair) -> bool:
    """*Le les ministres*."""
    articles = pair.table["articles"]
    both = pair.one in articles and pair.two in articles
    return both and pair.two not in pair.table["partitives"] and pair.after.pos_ == "DET"


def _lacks_plural(pair: _Pair) -> bool:
    """*Leurs réservation*: no mark of the plural behind a determiner that shows it."""
    if pair.one not in pair.table["plural"] or pair.token.dep_ not in ("det", "case"):
        return False
    if pair.after.pos_ not in ("NOUN", "ADJ") or not is_lower(pair.after):
        return False
    return _is_unmarked(pair) and "-" not in pair.two


def _is_unmarked(pair: _Pair) -> bool:
    """A second word without the mark of the plural that it would take."""
    return not pair.ends("plural_endings") and pair.two not in pair.table["unmarked"]


def _lacks_infinitive(pair: _Pair) -> bool:
    """*A décidé de supprimé*."""
    if pair.one not in pair.table["before_infinitive"] or not pair.ends("past_endings"):
        return False
    if pair.token.dep_ == "mark" and pair.token.head == pair.after:
        return True
    governed = pair.token.dep_ == "case" and pair.token.head == pair.after
    behind_verb = pair.before is not None and pair.before.pos_ == "VERB"
    return pair.after.pos_ == "VERB" and (governed or behind_verb)


def _agrees_for_nothing(pair: _Pair) -> bool:
    """*A lancée une campagne*: with *avoir*, a participle agrees only with an object before it."""
    participle, table = pair.token, pair.table
    several = pair.one.endswith(tuple(table["plural_endings_of_participles"]))
    if not several and not pair.one.endswith(tuple(table["agreeing_endings"])):
        return False
    governs = any(c.dep_ == "obj" and c.i > participle.i for c in participle.children)
    if not (several or pair.after.pos_ == "DET" or governs):
        return False
    before = pair.before if participle.i > participle.sent.start else None
    has = before is not None and before.lemma_ in table["auxiliaries"] and before.dep_ == "aux:tense"
    held = any(c.dep_ in ("obj", "iobj") and c.i < participle.i for c in participle.children)
    relative = any("Rel" in t.morph.get("PronType", []) for t in participle.sent if t.i < participle.i)
    return has and not held and not relative


def _makes_participle(pair: _Pair) -> bool:
    """*A fait procédé*."""
    makes = pair.one in pair.table["makes"] and pair.token.pos_ in ("VERB", "AUX")
    return makes and pair.after.pos_ == "VERB" and pair.ends("past_endings")


def _has_infinitive(pair: _Pair) -> bool:
    """*A décider*."""
    return pair.one in pair.table["has"] and pair.is_verb("Inf") and pair.ends("infinitives")


def _has_finite(pair: _Pair) -> bool:
    """*A finit*: behind the auxiliary of a participle, a form that is none."""
    if pair.token.lemma_ not in pair.table["auxiliaries"] or pair.after.pos_ not in ("VERB", "AUX"):
        return False
    return pair.ends("no_participle") and pair.two not in pair.table["participles"] and not pair.ends("simple_pasts")


def _opens_anew(pair: _Pair) -> bool:
    """*La ministre c'est dite prête*."""
    if pair.one not in pair.table["demonstrative"] or pair.token.is_sent_start:
        return False
    return pair.before is not None and pair.before.pos_ in ("NOUN", "PROPN")


def _names_man(pair: _Pair) -> bool:
    """*La député*: a noun for a person that has another form for a woman."""
    if pair.one not in pair.table["feminine"] or not pair.two.endswith(pair.table["masculine_person"]):
        return False
    other = grammar(pair.token.doc.lang_).feminine_noun(pair.two)
    return other is not None and other != pair.two


def _lacks_accent_of_preposition(pair: _Pair) -> bool:
    """*Il vit a Lisbonne*."""
    return pair.token.text in pair.table["has"] and pair.token.pos_ == "ADP"


def _lacks_plural_of_many(pair: _Pair) -> bool:
    """*Deux député*."""
    if pair.one not in pair.table["of_many"] or pair.after.pos_ != "NOUN" or not is_lower(pair.after):
        return False
    if pair.before is not None and pair.before.text.lower() in pair.table["numbering"]:
        return False  # *numéro trois européen*
    return _is_unmarked(pair)


def _never_meet(pair: _Pair) -> bool:
    """*Elle même*."""
    met = f"{pair.one} {pair.two}" in pair.table["never"]
    return met and pair.third not in pair.table["of"]  # *interdit aux moins de 16 ans*


def _is_plural(pair: _Pair) -> bool:
    """A second word that is a noun in the plural."""
    return pair.after.pos_ == "NOUN" and pair.two == f"{pair.after.lemma_.lower()}s"


def _lacks_singular(pair: _Pair) -> bool:
    """*Une personnes*."""
    if pair.one not in pair.table["singular"] or not _is_plural(pair):
        return False
    counted = pair.token.i > 1 and pair.token.nbor(-1).pos_ == "CCONJ" and pair.token.nbor(-2).like_num
    return not counted  # *vingt et une*


def _describes_several(pair: _Pair) -> bool:
    """*De rare dégâts*."""
    if not _is_plural(pair) or pair.token.dep_ != "amod" or pair.token.head != pair.after or not is_lower(pair.token):
        return False
    return not pair.one.endswith(tuple(pair.table["plural_endings"])) and pair.one not in pair.table["unmarked"]


def _governs_finite(pair: _Pair) -> bool:
    """*De décide*."""
    return pair.one in pair.table["of"] and pair.is_verb("Fin") and is_lower(pair.after) and pair.after.dep_ != "amod"


def _marks_participle(pair: _Pair) -> bool:
    """*La loi de protégé la forêt*."""
    marks = pair.one in pair.table["of"] and pair.token.dep_ == "mark" and pair.token.head == pair.after
    return marks and pair.is_verb("Part")


def _makes_many_of_less_than_two(pair: _Pair) -> bool:
    """*1,5 millions*."""
    return pair.one in pair.table["less_than_two"] and pair.two in pair.table["many"]


def _lacks_accent_of_participle(pair: _Pair) -> bool:
    """*Avait déjà du payer*."""
    return pair.one in pair.table["owed"] and pair.is_verb("Inf") and pair.ends("infinitives")


def _numbers_neighbourhood(pair: _Pair) -> bool:
    """*Environs 300 personnes*."""
    return pair.one in pair.table["neighbourhood"] and bool(pair.after.like_num)


def _lacks_verb(pair: _Pair) -> bool:
    """*Elle se, …*."""
    return pair.one in pair.table["reflexive"] and pair.after.text in ",.;"


def _describes_man(pair: _Pair) -> bool:
    """*La crise national*: an adjective in the masculine right behind a noun that is surely feminine."""
    noun, after = pair.token, pair.after
    if after.dep_ != "amod" or after.head != noun or noun.pos_ != "NOUN" or after.text[:1].isupper():
        return False
    if pair.two in pair.table["invariable_adjectives"] or "-" in pair.two or not pair.ends("masculine_adjectives"):
        return False
    if not _is_feminine(noun) or _may_describe_another(noun):
        return False
    return not _forms(c for c in noun.children if c.dep_ == "det") & set(pair.table["masculine"])


def _may_describe_another(noun: Token) -> bool:
    """*Le monde des affaires américain*: the adjective may belong to the noun whose complement stands before it."""
    return noun.dep_ == "nmod" and noun.head.pos_ == "NOUN" and not _is_feminine(noun.head)


def _is_feminine(noun: Token) -> bool:
    return bool(grammar(noun.doc.lang_).gender_of(noun.text, noun.lemma_.lower(), "") == "f")


# How many words before it the first half of a negation may stand.
_NEGATION = 5


def _halves_negation(pair: _Pair) -> bool:
    """*Il vient pas souvent*, and not *pas moins de 300*."""
    halves = pair.table["negation"]
    if pair.two != halves["second"] or pair.after.pos_ != "ADV" or pair.third in pair.table["than_less"]:
        return False
    start = max(pair.token.sent.start, pair.token.i - _NEGATION)
    return not _forms(pair.token.doc[start : pair.after.i]) & set(halves["first"])


def _joins_to_nothing(pair: _Pair) -> bool:
    """*La ville dort et que le maire veille*: a conjunction that takes up another, where none stands before."""
    if pair.token.pos_ != "CCONJ" or pair.two not in pair.table["that"]:
        return False
    before = pair.token.doc[pair.token.sent.start : pair.token.i]
    return not _forms(before) & set(pair.table["subordinators"])


def _forms(tokens: Iterable[Token]) -> set[str]:
    return {t.text.lower() for t in tokens}


def _is_one_of_several(pair: _Pair) -> bool:
    """*Une dizaine de député*."""
    if pair.one not in pair.table["of"] or pair.after.pos_ != "NOUN" or not is_lower(pair.after):
        return False
    several = pair.before is not None and pair.before.text.lower() in pair.table["of_several"]
    return several and not pair.ends("plural_endings")


# What is said of a pair, and when; of several slips a reader is told the first.
_SLIPS: tuple[tuple[str, Callable[[_Pair], bool]], ...] = (
    ("{one} before {after}", _keeps_vowel),
    ("{one} twice", _stands_twice),
    ("{one} before {two}", _joins_articles),
    ("{two} behind {one}", _lacks_plural),
    ("{two} for an infinitive", _lacks_infinitive),
    ("{one} before its object", _agrees_for_nothing),
    ("{two} for an infinitive", _makes_participle),
    ("{one} before {two}", _has_infinitive),
    ("{two} for a participle", _has_finite),
    ("a subject before a demonstrative", _opens_anew),
    ("{two} behind {one}", _names_man),
    ("{one} for a preposition", _lacks_accent_of_preposition),
    ("{two} behind {one}", _lacks_plural_of_many),
    ("{one} {two}", _never_meet),
    ("{two} behind {one}", _lacks_singular),
    ("{one} before {two}", _describes_several),
    ("{one} before the verb {two}", _governs_finite),
    ("{two} for an infinitive", _marks_participle),
    ("{two} behind {one}", _makes_many_of_less_than_two),
    ("{one} without its accent", _lacks_accent_of_participle),
    ("{one} before a number", _numbers_neighbourhood),
    ("{one} without a verb", _lacks_verb),
    ("{two} behind {token}", _describes_man),
    ("half a negation", _halves_negation),
    ("{one} {two} behind no other", _joins_to_nothing),
    ("{two} in the singular", _is_one_of_several),
)
