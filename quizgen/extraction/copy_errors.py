"""Sentences whose French is not correct: what is copied from them would make a bad card.

Only what words and clear agreements show: a participle against its subject's determiner, a participle
where an infinitive belongs, half a negation, a word written twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.reduction import ASIDE
from quizgen.parsing.verb_groups import finite_of

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token


def copy_error(sentence: DocSpan) -> str | None:
    """What is wrong with the language of a sentence, in a few words; None where nothing is seen."""
    return next(_errors(sentence, _table(sentence.doc.lang_)), None)


@lru_cache(maxsize=8)
def _table(language: str) -> dict[str, Any]:
    return lexicon(language, "copy")


def _errors(sentence: DocSpan, table: dict[str, Any]) -> Iterator[str]:
    if _comma_before_verb(sentence):
        yield "a comma between subject and verb"
    quoted = False
    for token in sentence:
        quoted = (quoted or token.text == "«") and token.text != "»"
        if quoted or token.is_space:
            continue
        after = token.nbor(1) if token.i + 1 < sentence.end else None
        if after is not None:
            yield from _pair(token, after, table)
        if _is_misspelt(token):
            yield f"{token.text} misspelt"
        if _halves_a_name(token, after):
            yield "a dash within a name"
        if any(child.dep_ == "aux:pass" for child in token.children):
            yield from _participle(token, table)


def _comma_before_verb(sentence: DocSpan) -> bool:
    """*Le député, a cherché …*: one comma alone between the subject and its verb, and none that it could close."""
    root = sentence.root
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubj:pass") and c.i < root.i), None)
    if subject is None or subject.pos_ not in ("NOUN", "PROPN") or any(c.dep_ == "conj" for c in subject.children):
        return False
    verb = min((c for c in root.children if c.dep_.startswith("aux")), key=lambda c: c.i, default=root)
    if verb.text.lower() in words(sentence.doc.lang_, "clauses", "nouns_too"):
        return False  # *X, figure du théâtre*
    if verb.i <= subject.i or verb.nbor(-1).text != "," or "Fin" not in verb.morph.get("VerbForm", []):
        return False
    before = sentence.doc[subject.left_edge.i : verb.i - 1]
    return not any(t.text in _SETS_APART for t in before) and all(
        t == subject or subject.is_ancestor(t) or t.dep_ in (ASIDE, "punct") for t in before
    )


def _is_misspelt(token: Token) -> bool:
    """A word that the pipeline's vectors do not know, and that is one they know with two letters exchanged, one too
    many or one doubled (*préisdent*).
    """
    word = token.text
    if not _lower(token) or len(word) < _LONG_WORD or token.has_vector or token.doc.vocab.vectors.n_keys == 0:
        return False
    vocab = token.doc.vocab
    inflected = any(vocab.has_vector(word[:-cut]) for cut in (1, 2))  # *suffragante*, *dégrisée*
    if inflected or word.endswith(tuple(lexicon(token.doc.lang_, "copy")["literary_endings"])):
        return False
    swapped = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1))
    fewer = (word[:i] + word[i + 1 :] for i in range(1, len(word)))
    doubled = (word[:i] + word[i] + word[i:] for i in range(1, len(word)))
    return any(form != word and vocab.has_vector(form) for form in (*swapped, *fewer, *doubled))


# Letters of a word that is looked up.
_LONG_WORD = 6


def _halves_a_name(dash: Token, after: Token | None) -> bool:
    """*L'homme d'affaires Italo - Suisse Pablo …*: a dash with spaces that opens no aside, between two capitals."""
    if dash.text not in "-–—" or after is None or not dash.i or dash.ent_type_ or not dash.whitespace_:
        return False
    if after.dep_ == "parataxis" and after.text[:1].isupper() and dash.nbor(-1).text[:1].isupper():
        return sum(t.text == dash.text for t in dash.sent) == 1  # *le doublé Roland-Garros - Wimbledon*
    third = after.nbor(1) if after.i + 1 < len(after.doc) else None  # *l'alliance Renault - Nissan* is whole
    names = all(t is not None and t.pos_ == "PROPN" for t in (dash.nbor(-1), after, third))
    return names and sum(t.text == dash.text for t in dash.sent) == 1


def open_apposition(sentence: DocSpan) -> bool:
    """*Le porte-parole, Ana Reis a dénoncé …*: a name set apart before the verb by one comma of two."""
    root = sentence.root
    subject = next((c for c in root.children if c.dep_ in ("nsubj", "nsubj:pass") and c.i < root.i), None)
    verb = min((c for c in root.children if c.dep_.startswith("aux")), key=lambda c: c.i, default=root)
    if subject is None or subject.pos_ != "NOUN" or verb.i <= subject.i or verb.nbor(-1).text in _SETS_APART:
        return False
    name = next((c for c in subject.children if c.dep_ == "appos" and c.pos_ == "PROPN"), None)
    if name is None or name.left_edge.i == 0:
        return False
    first = name.left_edge if name.left_edge.text != "," else name.left_edge.nbor(1)
    behind = sentence.doc[first.i : verb.i]
    return first.nbor(-1).text == "," and all(t == name or name.is_ancestor(t) for t in behind)


_SETS_APART = frozenset(",-–—»")


def _pair(token: Token, after: Token, table: dict[str, Any]) -> Iterator[str]:
    one, two = token.text.lower(), after.text.lower()
    if one in table["eliding"] and two[:1] in table["vowels"] and not two.startswith(tuple(table["not_elided"])):
        if token.text == one and after.text.isalpha() and len(two) > 1:
            yield f"{one} before {after.text}"
    if one == two and one in table["once"] and not after.text[:1].isupper():
        yield f"{one} twice"
    elif (
        one in table["articles"] and two in table["articles"] and two not in table["partitives"] and after.pos_ == "DET"
    ):
        yield f"{one} before {two}"
    if one in table["plural"] and token.dep_ in ("det", "case") and after.pos_ in ("NOUN", "ADJ") and _lower(after):
        if not two.endswith(tuple(table["plural_endings"])) and two not in table["unmarked"] and "-" not in two:
            yield f"{two} behind {one}"
    if one in table["before_infinitive"] and two.endswith(tuple(table["past_endings"])):
        governed = token.dep_ in ("mark", "case") and token.head == after
        behind_verb = token.i > 0 and token.nbor(-1).pos_ == "VERB"
        if (token.dep_ == "mark" and governed) or (after.pos_ == "VERB" and (governed or behind_verb)):
            yield f"{two} for an infinitive"
    if _agrees_for_nothing(token, after, table):
        yield f"{one} before its object"
    if one in table["makes"] and after.pos_ == "VERB" and two.endswith(tuple(table["past_endings"])):
        if token.pos_ in ("VERB", "AUX"):
            yield f"{two} for an infinitive"  # *a fait procédé*
    if one in table["has"] and "Inf" in after.morph.get("VerbForm", []) and two.endswith(tuple(table["infinitives"])):
        yield f"{one} before {two}"
    if (
        token.lemma_ in table["auxiliaries"]
        and after.pos_ in ("VERB", "AUX")
        and two.endswith(tuple(table["no_participle"]))
    ):
        if two not in table["participles"] and not two.endswith(tuple(table["simple_pasts"])):
            yield f"{two} for a participle"
    if (
        one in table["demonstrative"]
        and token.i
        and not token.is_sent_start
        and token.nbor(-1).pos_ in ("NOUN", "PROPN")
    ):
        yield "a subject before a demonstrative"
    if one in table["feminine"] and two.endswith(table["masculine_person"]) and _has_feminine(two, token.doc.lang_):
        yield f"{two} behind {one}"
    if token.text in table["has"] and token.pos_ == "ADP":
        yield f"{one} for a preposition"
    rank = token.i and token.nbor(-1).text.lower() in table["numbering"]  # *numéro trois européen*
    if one in table["of_many"] and after.pos_ == "NOUN" and _lower(after) and not rank:
        if not two.endswith(tuple(table["plural_endings"])) and two not in table["unmarked"]:
            yield f"{two} behind {one}"
    later = after.nbor(1).text.lower() if after.i + 1 < len(after.doc) else ""
    if f"{one} {two}" in table["never"] and later not in table["of"]:  # *interdit aux moins de 16 ans*
        yield f"{one} {two}"
    counted = token.i > 1 and token.nbor(-1).pos_ == "CCONJ" and token.nbor(-2).like_num  # *vingt et une*
    if one in table["singular"] and after.pos_ == "NOUN" and two == f"{after.lemma_.lower()}s" and not counted:
        yield f"{two} behind {one}"
    if after.pos_ == "NOUN" and token.dep_ == "amod" and token.head == after and two == f"{after.lemma_.lower()}s":
        if _lower(token) and not one.endswith(tuple(table["plural_endings"])) and one not in table["unmarked"]:
            yield f"{one} before {two}"
    if one in table["of"] and "Fin" in after.morph.get("VerbForm", []) and _lower(after) and after.dep_ != "amod":
        yield f"{one} before the verb {two}"
    if (
        one in table["of"]
        and token.dep_ == "mark"
        and token.head == after
        and "Part" in after.morph.get("VerbForm", [])
    ):
        yield f"{two} for an infinitive"
    if one in table["less_than_two"] and two in table["many"]:
        yield f"{two} behind {one}"
    if one in table["owed"] and "Inf" in after.morph.get("VerbForm", []) and two.endswith(tuple(table["infinitives"])):
        yield f"{one} without its accent"  # *avait déjà du payer*
    if one in table["neighbourhood"] and after.like_num:
        yield f"{one} before a number"
    if one in table["reflexive"] and after.text in ",.;":
        yield f"{one} without a verb"
    if after.dep_ == "amod" and after.head == token and token.pos_ == "NOUN" and not after.text[:1].isupper():
        yield from _adjective(token, two, table)
    least = after.i + 1 < len(after.doc) and after.nbor(1).text.lower() in table["than_less"]
    if two == table["negation"]["second"] and after.pos_ == "ADV" and not least:
        before = [t.text.lower() for t in token.doc[max(token.sent.start, token.i - 5) : after.i]]
        if not set(before) & set(table["negation"]["first"]):
            yield "half a negation"
    if token.pos_ == "CCONJ" and two in table["that"]:
        before = [t.text.lower() for t in token.doc[token.sent.start : token.i]]
        if not set(before) & set(table["subordinators"]):
            yield f"{one} {two} behind no other"
    if one in table["of"] and token.i and token.nbor(-1).text.lower() in table["of_several"] and after.pos_ == "NOUN":
        if _lower(after) and not two.endswith(tuple(table["plural_endings"])):
            yield f"{two} in the singular"


def _agrees_for_nothing(participle: Token, after: Token, table: dict[str, Any]) -> bool:
    """*A lancée une campagne*: with *avoir*, a participle agrees only with an object before it."""
    governs = any(c.dep_ == "obj" and c.i > participle.i for c in participle.children)
    several = participle.text.lower().endswith(tuple(table["plural_endings_of_participles"]))
    if not several and not participle.text.lower().endswith(tuple(table["agreeing_endings"])):
        return False
    if not (several or after.pos_ == "DET" or governs):
        return False
    before = participle.nbor(-1) if participle.i > participle.sent.start else None
    has = before is not None and before.lemma_ in table["auxiliaries"] and before.dep_ == "aux:tense"
    held = any(c.dep_ in ("obj", "iobj") and c.i < participle.i for c in participle.children)
    relative = any("Rel" in t.morph.get("PronType", []) for t in participle.sent if t.i < participle.i)
    return has and not held and not relative


def _has_feminine(noun: str, language: str) -> bool:
    """Whether a noun for a person has another form for a woman (*la député*)."""
    other = grammar(language).feminine_noun(noun)
    return other is not None and other != noun


def _adjective(noun: Token, adjective: str, table: dict[str, Any]) -> Iterator[str]:
    """An adjective in the masculine right behind a noun that is surely feminine."""
    gender_of = grammar(noun.doc.lang_).gender_of
    if adjective in table["invariable_adjectives"] or _may_describe(noun, gender_of):
        return
    if gender_of(noun.text, noun.lemma_.lower(), "") == "f":
        if not {c.text.lower() for c in noun.children if c.dep_ == "det"} & set(table["masculine"]):
            if adjective.endswith(tuple(table["masculine_adjectives"])) and "-" not in adjective:
                yield f"{adjective} behind {noun.text}"


def _may_describe(noun: Token, gender_of: Callable[[str, str, str], str | None]) -> bool:
    """*Le monde des affaires américain*: the adjective may belong to the noun whose complement stands before it."""
    above = noun.head
    if noun.dep_ != "nmod" or above.pos_ != "NOUN":
        return False
    return gender_of(above.text, above.lemma_.lower(), "") != "f"


def _lower(token: Token) -> bool:
    return token.text.isalpha() and token.text.islower()


def _participle(verb: Token, table: dict[str, Any]) -> Iterator[str]:
    """A passive participle against the gender and number of its subject."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)
    if subject is None or subject.pos_ != "NOUN" or any(c.dep_ == "conj" for c in subject.children):
        return
    if finite_of(verb) is None or subject.i > verb.i:
        return  # *étant donné les rivalités*
    if any("Plur" in c.morph.get("Number", []) for c in verb.children if c.dep_.startswith("aux")):
        if "Sing" in subject.morph.get("Number", []):
            return  # the last of several subjects
    marks = {c.text.lower() for c in subject.children if c.dep_ == "det" and c.i < subject.i}
    word = verb.text.lower()
    if marks & set(table["feminine"]) and not word.endswith(("e", "es")):
        yield f"{word} of a feminine"
    joined = any(c.dep_ == "cc" for c in subject.children)
    counted = not (marks or joined) and any(c.dep_ == "nummod" and c.i < subject.i for c in subject.children)
    if counted and grammar(verb.doc.lang_).gender_of(subject.text, subject.lemma_.lower(), "") == "f":
        if word.endswith(tuple(table["masculine_plurals"])):
            yield f"{word} of a feminine"  # *352 espèces ont été répertoriés*
    if marks & set(table["masculine"]) and word.endswith(tuple(table["feminine_endings"][:6])):
        yield f"{word} of a masculine"
    if marks & set(table["plural"]) and not word.endswith(tuple(table["plural_endings"])):
        yield f"{word} of a plural"
