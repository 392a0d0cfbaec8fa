"""What a constituent looks like: cut off, coordinated with its unlike, shortened, linked to another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.languages.lexicon import lexicon, words
from quizgen.parsing.clauses import Clause
from quizgen.parsing.pieces import Piece

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token


def is_gerund(piece: Piece) -> bool:
    """*En bloquant le transit*, *pour rendre son avis*, not set apart: the statement is empty without it."""
    before = piece.head.doc[piece.left - 1] if piece.left else None
    marked = any(c.dep_ in ("mark", "case") and c.i < piece.head.i for c in piece.head.children)
    if not marked or (before is not None and before.text == ","):
        return False
    form = piece.head.morph.get("VerbForm", [])
    aims = "Inf" in form and before is not None and before.pos_ in ("NOUN", "NUM", "PROPN")
    return aims or ("Part" in form and "Pres" in piece.head.morph.get("Tense", []))


def to_closing_mark(piece: Piece) -> int:
    """The end of a piece with the mark right behind it that closes a quotation opened in it."""
    doc = piece.head.doc
    marks = [t.text for t in piece.tokens]
    closes = piece.right < len(doc) and doc[piece.right].text == "»"
    return piece.right + (closes and marks.count("«") == marks.count("»") + 1)


def shortened_list(piece: Piece, tokens: list[Token]) -> bool:
    """Things set behind the head by a comma have gone with the trimming: what is left is not the whole answer."""
    kept = {t.i for t in tokens}
    return any(
        c.dep_ in ("appos", "conj") and c.i not in kept and any(d.dep_ == "det" for d in c.children)
        for t in tokens
        for c in t.children
        if piece.left <= c.i < piece.right
    ) and any(t.pos_ == "CCONJ" for t in piece.tokens)


def mixed(tokens: list[Token], clause: Clause, context: Context) -> bool:
    """A name of a person coordinated with that of a place or thing: a sure sign of a wrong tree."""
    for token in tokens:
        one = context.mentions.at(clause.paragraph, token)
        two = context.mentions.at(clause.paragraph, token.head) if token.dep_ == "conj" else None
        if one and two and (one.type == "person") != (two.type == "person"):
            return True
    return False


def without_relatives(tokens: list[Token], head: Token) -> list[Token]:
    """The phrase without the relative clauses of its indefinite nouns.

    What is said of *un cargo qu'elle soupçonne de …* is said of *un cargo* (not in a sentence that denies).
    """
    gone = {
        t.i
        for one in tokens
        if one.dep_ == "acl:relcl" and one.head in tokens and _is_indefinite(one.head) and one.i != head.i
        for t in one.subtree
    }
    return [t for t in tokens if t.i not in gone]


def is_hollow(tokens: list[Token], head: Token) -> bool:
    """*À l'issue d'un scrutin*, of which only the relative that went says something."""
    lost = {t.head for t in head.subtree if t.dep_ == "acl:relcl" and t not in tokens}
    return any(
        noun in tokens and _is_indefinite(noun) and not any(c in tokens and c.dep_ in _TELLING for c in noun.children)
        for noun in lost
    )


def is_vague(tokens: list[Token], head: Token) -> bool:
    """*Une note interne*, of which the relative that went said what it was about."""
    lost = any(t.dep_ == "acl:relcl" and t.head == head and t not in tokens for t in head.subtree)
    told = any(c in tokens and c.dep_ in ("nmod", "nummod", "acl", "appos") for c in head.children)
    return lost and _is_indefinite(head) and not told


_TELLING = ("amod", "nmod", "nummod", "acl", "appos")


def _is_indefinite(noun: Token) -> bool:
    """*Un cargo*, or a noun with no determiner at all (*battant pavillon gabonais*)."""
    told = [c for c in noun.children if c.dep_ in ("det", "nummod")]
    held = words(noun.doc.lang_, "clauses", "contracted")
    bare = not any(c.dep_ in ("amod", "nmod") for c in noun.children)
    if bare and any(c.dep_ == "case" and c.text.lower() in held for c in noun.children):
        return False  # *aux personnes qui …*: nothing else tells whom
    return noun.pos_ == "NOUN" and all("Ind" in c.morph.get("Definite", []) for c in told)


def is_linked(tokens: list[Token], piece: Piece) -> bool:
    """A relative pronoun or a conjunction before a phrase that is no complement clause: the tree is wrong."""
    if not tokens or piece.role == "complement":
        return False
    return "Rel" in tokens[0].morph.get("PronType", []) or tokens[0].pos_ == "SCONJ"


def before_apposition(tokens: list[Token], head: Token) -> list[Token]:
    """*Carlos Ghosn, président de Renault*: of a subject what stands before the comma, where it is no list.

    A question puts the verb elsewhere, and the comma that closes the apposition with it.
    """
    comma = next((n for n, t in enumerate(tokens) if t.text == "," and t.i > head.i), None)
    if comma is None:
        return tokens
    participle = comma + 1 < len(tokens) and tokens[comma + 1].dep_ == "acl" and tokens[comma + 1].head == head
    before = tokens[:comma]
    own = [t.dep_ for t in tokens[comma:] if t.head in before and t.dep_ in ("appos", "conj")]
    last = tokens[-1]
    closed = last.text == "," or last.i + 1 < len(last.doc) and last.nbor(1).text == ","
    if own[:1] == ["appos"] and "conj" not in own and closed:
        return tokens[:comma]  # *X, vice-présidente de Y et maire de Z,*
    if not participle and any(t.pos_ == "CCONJ" or t.dep_ == "conj" for t in tokens[comma:]):
        return tokens
    return tokens[:comma]


def before_age(tokens: list[Token]) -> list[Token]:
    """*À l'écrivain Rui Costa* | *, 69 ans, arpenteur de Faro*: without the age set behind a name, and what follows it.

    Not where somebody else is named behind it.
    """
    years = words(tokens[0].doc.lang_, "quantities", "years") if tokens else frozenset()
    for n in range(1, len(tokens) - 2):
        name, comma, number, unit = tokens[n - 1 : n + 3]
        aged = comma.text == "," and name.pos_ == "PROPN" and number.like_num and unit.lower_ in years
        if aged and not any(t.ent_type_ == "PER" for t in tokens[n:]):
            return tokens[:n]
    return tokens


def before_description(tokens: list[Token]) -> list[Token]:
    """*Le traité sur les armes* | *, un marché de 80 milliards par an*: without what a last apposition says of it.

    Not without a name, which tells who or which.
    """
    for n, token in enumerate(tokens[:-1]):
        behind = tokens[n + 1]
        said = next((t for t in (behind, *behind.ancestors) if t.pos_ == "NOUN" and _is_set_beside(t)), None)
        if token.text != "," or said is None or said.head not in tokens[:n]:
            continue
        described = {t.i for t in said.subtree}
        if all(t.i in described for t in tokens[n + 1 :]) and any(c.dep_ == "det" for c in said.children):
            return tokens[:n]
    return tokens


def _is_set_beside(noun: Token) -> bool:
    """An apposition, or what the parser takes for the second item of a list that no conjunction joins."""
    if noun.dep_ == "appos":
        return True
    if noun.dep_ != "conj" or sum(c.dep_ == "conj" for c in noun.head.children) != 1:
        return False
    joined = any(t.pos_ == "CCONJ" for t in noun.subtree)
    return not joined and any("Ind" in c.morph.get("Definite", []) for c in noun.children if c.dep_ == "det")


def as_what(piece: Piece) -> bool:
    """*Travailler comme artiste*: a noun without a determiner tells in what capacity; *comme son père* compares."""
    bare = piece.head.pos_ == "NOUN" and not any(c.dep_ in ("det", "nummod") for c in piece.head.children)
    return bare and piece.tokens[0].text != "," and sum(c.dep_ == "case" for c in piece.head.children) == 1


def behind_a_noun(piece: Piece) -> bool:
    """A bare name or noun right behind another (*… affaires Pablo Dana*): the tree has parted what belongs together."""
    if piece.role in ("subject", "verb", "predicate") or not piece.left:
        return False
    before, first = piece.head.doc[piece.left - 1], piece.tokens[0]
    if any(is_of_day(token) for token in (before, first)):
        return False  # *a été élue dimanche présidente*
    return first.pos_ in ("PROPN", "NOUN") and before.pos_ in ("PROPN", "NOUN")


def is_of_day(token: Token) -> bool:
    """A weekday, a part of the day or a month."""
    table = lexicon(token.doc.lang_, "asides")["days"]
    return token.text.lower() in (*table["names"], *table["parts"], *table["months"])


def cut_off(tokens: list[Token]) -> bool:
    """A phrase that ends, or goes on behind a comma, with a word that must have another behind it."""
    if any(_is_reflexive(a) and b.pos_ == "PUNCT" for a, b in pairwise(tokens)):
        return True
    return bool(tokens) and (
        tokens[-1].pos_ in ("ADP", "DET", "SCONJ", "CCONJ", "AUX")
        or tokens[-1].text.lower() in words(tokens[-1].doc.lang_, "clauses", "never_last")
        or tokens[-1].text.endswith("'")
        or _is_reflexive(tokens[-1])
        or _is_half_of_number(tokens[-1])
        or _is_house_number(tokens)
    )


def _is_house_number(tokens: list[Token]) -> bool:
    """*Devant le 10*, of *devant le 10, Downing Street*."""
    return len(tokens) > 1 and tokens[-1].text.isdigit() and "Def" in tokens[-2].morph.get("Definite", [])


def _is_half_of_number(token: Token) -> bool:
    """*Après vingt* | *et un jours*."""
    behind = token.doc[token.i + 1 : token.i + 3]
    return token.pos_ == "NUM" and len(behind) > 1 and behind[0].pos_ == "CCONJ" and behind[1].pos_ in ("NUM", "DET")


def has_seam(tokens: list[Token]) -> bool:
    """Two nouns or names that something stood between, now side by side: what went was not all that hung together."""
    return (
        any(
            b.i > a.i + 1
            and b.pos_ == "ADP"
            and b.nbor(-1).text == ","
            and any(t.lemma_ == b.lemma_ for t in b.doc[a.i + 1 : b.i])
            for a, b in pairwise(tokens)  # *des pompiers[, venus de X, de Y,] de Z*: the end of a list that went
        )
        or any(
            b.i > a.i + 1
            and a.pos_ in _NAMING
            and (b.pos_ in _NAMING or b.text[:1].isupper() or b.text in _DASHES)
            and not _brackets(a, b)
            for a, b in pairwise(tokens)
        )
    )


_DASHES = frozenset("-–—")
_NAMING = ("NOUN", "PROPN", "NUM", "SYM")


def _brackets(a: Token, b: Token) -> bool:
    return a.nbor(1).text in "([" and b.nbor(-1).text in ")]"


def has_insertion(sentence: DocSpan) -> bool:
    """*Le décès de [son] ami*: without what stands in the brackets the quotation is broken."""
    quoted = False
    for token in sentence:
        quoted = (quoted or token.text == "«") and token.text != "»"
        if quoted and token.text == "[":
            return True
    return False


def _is_reflexive(token: Token) -> bool:
    return "Yes" in token.morph.get("Reflex", []) or token.text.lower() in words(
        token.doc.lang_, "clauses", "reflexives"
    )


def is_condition(piece: Piece) -> bool:
    conditions = words(piece.head.doc.lang_, "clauses", "conditions")
    return any(child.dep_ == "mark" and child.lemma_.lower() in conditions for child in piece.head.children)


def without_edges(tokens: list[Token]) -> list[Token]:
    while tokens and (tokens[0].text in (",", ";", ":", "-", "–") or tokens[0].pos_ == "CCONJ"):
        tokens = tokens[1:]
    while tokens and tokens[-1].text in (",", ";", ":", "-", "–", "."):
        tokens = tokens[:-1]
    return tokens


def unbalanced(text: str) -> bool:
    return text.count("«") != text.count("»") or text.count("(") != text.count(")") or '"' in text


def is_half_of_participial(tokens: list[Token]) -> bool:
    """*A jugé la décision nulle, la Russie* | *(, comme d'autres,) ne reconnaissant pas la Cour*: the subject of a
    participle that went.
    """
    if not any(t.text == "," for t in tokens):
        return False
    behind = list(tokens[-1].doc[tokens[-1].i + 1 : tokens[-1].sent.end])
    if behind and behind[0].text == ",":
        closed = next((at for at, t in enumerate(behind) if at and t.text == ","), len(behind))
        behind = behind[closed + 1 :]
    verb = next((t for t in behind if "Neg" not in t.morph.get("Polarity", [])), None)
    return verb is not None and "Part" in verb.morph.get("VerbForm", []) and "Pres" in verb.morph.get("Tense", [])
