"""Clauses over Universal Dependencies: who does what to whom, when, where, and who says so.

A clause is made of *pieces* in surface order: the verb group and its constituents. Pieces are
ranges of tokens, so that a question can be spliced from the words of the source. What looks wrong is
named in ``doubts``; nothing is made from a doubtful clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from quizgen.languages.lexicon import words
from quizgen.parsing.doubts import (
    SUBJECT,
    another_subject,
    doubts_of,
    is_apposed,
    is_what_something_is,
    left_over,
    may_be_of_another,
    may_be_of_the_second,
)
from quizgen.parsing.parsed import Paragraph, Parsed
from quizgen.parsing.participles import beside, headlined
from quizgen.parsing.reduction import ASIDE

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

Role = Literal[
    "subject", "verb", "object", "iobject", "agent", "oblique", "argument", "adverb", "predicate", "complement",
    "infinitive", "clause",
]  # fmt: skip

_GROUP = ("aux", "aux:tense", "aux:pass", "aux:caus", "cop", "expl:comp", "expl:pass", "expl:pv", "expl")
_ROLE_OF = {
    "obj": "object", "obj:agent": "object", "iobj": "iobject", "obl:agent": "agent", "obl:arg": "argument",
    "obl:mod": "oblique", "obl": "oblique", "advmod": "adverb", "xcomp": "complement", "ccomp": "complement",
    "advcl": "clause", "nmod": "oblique", "dislocated": "clause", "parataxis": "clause", "acl": "clause",
    "acl:relcl": "clause", "csubj": "clause", "advcl:cleft": "clause", "vocative": "clause", "appos": "clause",
}  # fmt: skip
_FINITE = ("Ind", "Cnd")


@dataclass(frozen=True)
class Piece:
    """A constituent or the verb group: tokens ``[left, right)`` of the paragraph's doc."""

    role: Role
    head: Token
    left: int
    right: int
    case: str = ""
    nested: bool = False

    @property
    def tokens(self) -> DocSpan:
        return self.head.doc[self.left : self.right]


@dataclass(frozen=True)
class Clause:
    """One predication. ``pieces`` are in surface order and hold subject and verb group too.

    ``supplied``: the words that a participle beside a noun leaves out (*a été*), with the lemma of the first as
    ``auxiliary``; ``finite`` is then the participle itself, and the subject stands before all else.
    """

    paragraph: Paragraph
    sentence: DocSpan
    head: Token
    finite: Token
    subject: Piece | None
    verb: Piece
    pieces: tuple[Piece, ...]
    negated: bool
    passive: bool
    copular: bool
    relation: str
    shared_subject: bool = False
    supplied: tuple[str, ...] = ()
    auxiliary: str = ""
    doubts: tuple[str, ...] = field(default_factory=tuple)

    @property
    def conditional(self) -> bool:
        return "Cnd" in self.finite.morph.get("Mood", [])

    @property
    def tense(self) -> str:
        """UD tense of the finite verb: Pres, Past, Imp, Fut, or an empty string."""
        return "".join(self.finite.morph.get("Tense", []))

    @property
    def perfect(self) -> bool:
        """An auxiliary and a past participle: passé composé, pluperfect…"""
        return self.finite.dep_ == "aux:tense"


def clauses_of(parsed: Parsed) -> Iterator[Clause]:
    """Every finite clause of an article, in order of its head."""
    headline = parsed.article.headline
    for paragraph in parsed.paragraphs:
        above = headline is not None and paragraph.start >= headline.start
        for sentence in paragraph.doc.sents:
            for token in sentence:
                clause = _clause_at(paragraph, sentence, token)
                clause = clause or _participle_at(paragraph, sentence, token, headline=above)
                if clause is not None:
                    yield clause


def _clause_at(paragraph: Paragraph, sentence: DocSpan, head: Token) -> Clause | None:
    finite = finite_of(head)
    if finite is None:
        return None
    group = _verb_group(head, finite)
    copular = any(child.dep_ == "cop" for child in head.children)
    own = [child for child in head.children if child.dep_ in SUBJECT and not _semicolon_between(child, head)]
    subject_token, shared = _subject_token(head, own)
    verb = Piece("verb", head, group[0].i, group[-1].i + 1)
    pieces, doubts = _pieces(head, group, copular)
    subject = _subject_piece(subject_token)
    if subject is not None and shared and _is_participle(subject.head.head):
        subject = replace(subject, right=max(subject.right, group[0].i))
    antecedent = _antecedent(head, subject_token)
    if antecedent is not None:
        subject, shared = antecedent, True
    pieces = [p for p in pieces if not (p.role == "adverb" and verb.left <= p.left and p.right <= verb.right)]
    if subject:
        pieces = [piece for piece in pieces if piece.head.i != subject.head.i] + [subject]
    pieces = [p for p in pieces if not is_apposed(p, pieces)]
    pieces = _within_colons(sorted([*pieces, verb], key=lambda piece: piece.left), verb)
    doubts += doubts_of(sentence, finite, subject, verb, pieces, group, len(own))
    doubts += left_over(head, verb, pieces)
    if shared and antecedent is None and _behind_relative(head, finite):
        doubts.append("a relative clause right before that may go on")
    if antecedent is not None and antecedent.head.pos_ == "NOUN" and not _determined(antecedent.head):
        doubts.append("an antecedent without a determiner")
    if antecedent is not None and is_what_something_is(antecedent.head):
        doubts.append("an antecedent that says what something is")
    if antecedent is not None and may_be_of_the_second(antecedent.head, head, finite):
        doubts.append("an antecedent that may be the second of two")
    if antecedent is not None and may_be_of_another(antecedent.head, head, finite):
        doubts.append("an antecedent that may be another noun")
    if _before_conjunction(head, pieces):
        doubts.append("words before the conjunction that may be another clause's")
    if shared and antecedent is None and another_subject(head, verb):
        doubts.append("words before the verb that may be its subject")
    return Clause(
        paragraph=paragraph,
        sentence=sentence,
        head=head,
        finite=finite,
        subject=subject,
        verb=verb,
        pieces=tuple(pieces),
        negated=any(is_negation(child) for member in group for child in (member, *member.children)),
        passive=any(child.dep_ == "aux:pass" for child in head.children),
        copular=copular,
        relation=head.dep_,
        shared_subject=shared,
        doubts=tuple(doubts),
    )


def _participle_at(paragraph: Paragraph, sentence: DocSpan, head: Token, *, headline: bool) -> Clause | None:
    whole = headlined(sentence, head) if headline else None
    found = whole or beside(sentence, head)
    if found is None:
        return None
    pieces, doubts = _pieces(head, [head], copular=False)
    verb = Piece("verb", head, head.i, head.i + 1)
    pieces = sorted([verb, *(p for p in pieces if p.role != "subject")], key=lambda piece: piece.left)
    doubts += left_over(head, verb, pieces)
    subject = Piece("subject", found.noun, found.left, found.right)
    moving = len(found.supplied) == 1
    if moving:  # *née Simone Jacob à Nice*
        pieces = [p for p in pieces if p.head.pos_ != "PROPN" or p.role not in ("object", "complement")]
    return Clause(
        paragraph=paragraph, sentence=sentence, head=head, finite=head, subject=subject, verb=verb,
        pieces=(subject, *pieces), negated=False, passive=not moving, copular=False,
        relation="ROOT" if whole else head.dep_,
        supplied=found.supplied, auxiliary=found.auxiliary, doubts=tuple(doubts),
    )  # fmt: skip


def finite_of(head: Token) -> Token | None:
    """The finite verb of the predicate at ``head``: itself, its first auxiliary or its copula."""
    candidates = [child for child in head.children if child.dep_.startswith("aux") or child.dep_ == "cop"]
    if head.pos_ in ("VERB", "AUX") and head.dep_ not in ("aux", "aux:tense", "aux:pass", "cop"):
        candidates.append(head)
    if not candidates:
        return None
    for token in sorted(candidates, key=lambda token: token.i):
        if set(token.morph.get("Mood", [])) & set(_FINITE) and "Fin" in token.morph.get("VerbForm", []):
            return token
    return None


def is_negation(token: Token) -> bool:
    """A token of a negated verb group, by UD's ``Polarity=Neg``."""
    return "Neg" in token.morph.get("Polarity", [])


def _verb_group(head: Token, finite: Token) -> list[Token]:
    """Auxiliaries, copula, clitics and negation before and around the verb, in order."""
    group = {finite}
    for child in head.children:
        if child.dep_ in _GROUP or (child.pos_ == "PRON" and child.dep_ in ("obj", "iobj") and _is_clitic(child, head)):
            group.add(child)
        if child.dep_ == "advmod" and is_negation(child):
            group.add(child)
    if not any(child.dep_ == "cop" for child in head.children):
        group.add(head)
    return sorted(group, key=lambda token: token.i)


def _is_clitic(token: Token, head: Token) -> bool:
    """A weak object pronoun: directly before its verb group and not a relative or a demonstrative."""
    return token.i < head.i and not set(token.morph.get("PronType", [])) & {"Rel", "Int", "Dem", "Ind"}


def _subject_token(head: Token, own: list[Token]) -> tuple[Token | None, bool]:
    if own:
        return min(own, key=lambda token: token.i), False
    if any(child.dep_ == "expl:subj" for child in head.children):
        return None, False
    above = head
    while above.dep_ == "conj" and above.head.i < above.i:
        above = above.head
        subjects = [child for child in above.children if child.dep_ in SUBJECT]
        if subjects:
            return subjects[0], True
    return None, False


def _before_conjunction(head: Token, pieces: list[Piece]) -> bool:
    """*Déjà en 2015, lorsque X voulait un troisième mandat, Y avait …*: the year is that of the other clause."""
    marks = [c.i for c in head.children if c.dep_ == "mark" and c.pos_ == "SCONJ"]
    return bool(marks) and any(p.right <= min(marks) and p.role != "verb" for p in pieces)


def _semicolon_between(child: Token, head: Token) -> bool:
    """*X a été sacrée ; Y, meilleur acteur*: what stands beyond it belongs to a verb that is left out."""
    left, right = sorted((child.i, head.i))
    return any(t.text == ";" for t in head.doc[left:right])


def _within_colons(pieces: list[Piece], verb: Piece) -> list[Piece]:
    """The pieces, or what of them stands, on the verb's side of any colon or semicolon.

    A subject beyond one is kept, to be doubted.
    """
    doc = verb.head.doc
    marks = [t.i for t in doc[pieces[0].left : pieces[-1].right] if t.text in (":", ";")]
    left = max((m for m in marks if m < verb.left), default=-1)
    right = min((m for m in marks if m >= verb.right), default=len(doc))
    pieces = [replace(p, right=right) if p.head.i < right < p.right and p.left > left else p for p in pieces]
    return [p for p in pieces if p.role == "subject" or (p.left > left and p.right <= right)]


def _antecedent(head: Token, subject: Token | None) -> Piece | None:
    """The noun phrase before *qui*: the subject of its relative clause."""
    if (
        head.dep_ not in ("acl:relcl", "advcl:cleft")
        or subject is None
        or "Rel" not in subject.morph.get("PronType", [])
    ):
        return None
    noun = head.head
    case = [t.i for c in noun.children if c.dep_ == "case" and c.i < noun.i for t in c.subtree]
    left = max(case) + 1 if case and max(case) < noun.i else noun.left_edge.i
    return Piece("subject", noun, left, min(head.left_edge.i, noun.right_edge.i + 1))


def _is_participle(token: Token) -> bool:
    """*Le temps passé au jeu diminue*: a participle that the tree took for the first of two verbs."""
    return token.pos_ == "VERB" and "Part" in token.morph.get("VerbForm", []) and finite_of(token) is None


def _behind_relative(head: Token, finite: Token) -> bool:
    """*A dévoilé un projet dont l'ouverture se fera en mai et serait destiné à …*: whose verb it is, the tree guesses.

    Not where its mood and tense are those of the clause that it is coordinated with.
    """
    link = next((c for c in head.children if c.dep_ == "cc"), None)
    main = finite_of(head.head)
    if link is None or main is None or not link.i or _form(main) == _form(finite):
        return False
    above = [link.nbor(-1), *link.nbor(-1).ancestors]
    return any(t.dep_ == "acl:relcl" and head.head.i < t.i < link.i for t in above)


def _form(verb: Token) -> tuple[list[str], list[str], bool]:
    """Mood and tense, of a compound tense those of its auxiliary: *est*, *a fermé* are two forms."""
    return verb.morph.get("Mood", []), verb.morph.get("Tense", []), verb.dep_.startswith("aux:tense")


def _determined(noun: Token) -> bool:
    """Something says which or how many: *le circuit qui*, not *un circuit courte distance qui*."""
    return any(child.dep_ in ("det", "nummod", "case") or child.pos_ in ("DET", "NUM") for child in noun.children)


def _subject_piece(token: Token | None) -> Piece | None:
    return None if token is None else Piece("subject", token, token.left_edge.i, token.right_edge.i + 1)


def _pieces(head: Token, group: list[Token], copular: bool) -> tuple[list[Piece], list[str]]:
    """The constituents of ``head``, those of its infinitives flattened in."""
    members = {token.i for token in group}
    pieces: list[Piece] = []
    doubts: list[str] = []
    if copular:
        pieces.append(_predicate(head))
    for child in head.children:
        if child.i in members or child.dep_ in ("punct", "mark", "cc", "conj", ASIDE, *SUBJECT):
            continue
        if copular and _inside_predicate(child, head):
            continue
        if child.dep_ in ("expl:subj", "dep", "orphan"):
            doubts.append(f"relation {child.dep_}")
            continue
        if child.dep_ == "xcomp" and child.pos_ == "VERB" and "Inf" in child.morph.get("VerbForm", []):
            pieces.extend(_infinitive(child))
            continue
        role = _ROLE_OF.get(child.dep_)
        if role is None:
            doubts.append(f"relation {child.dep_}")
            continue
        case = _case(child)
        if role == "object" and child.text.lower() in words(head.doc.lang_, "lint", "weekdays"):
            role = "oblique"  # *a remporté dimanche le 400 m*
        if role == "agent" and case not in words(head.doc.lang_, "clauses", "agent"):
            role = "argument"
        pieces.append(Piece(role, child, child.left_edge.i, child.right_edge.i + 1, case))  # type: ignore[arg-type]
    return pieces, doubts


def _predicate(head: Token) -> Piece:
    left = min([head.i, *(child.left_edge.i for child in head.children if _inside_predicate(child, head))])
    right = max([head.i, *(child.right_edge.i for child in head.children if _inside_predicate(child, head))])
    return Piece("predicate", head, left, right + 1, _case(head))


_NOMINAL = (
    "det", "nmod", "amod", "nummod", "flat:name", "flat:foreign", "flat", "fixed", "case", "acl", "acl:relcl",
    "compound", "conj", "appos",
)  # fmt: skip


def _inside_predicate(child: Token, head: Token) -> bool:
    if child.dep_ == "conj":
        return finite_of(child) is None
    if child.dep_ in ("obl:arg", "obl:mod", "advmod", "obl") and head.pos_ == "ADJ":
        return child.dep_ == "obl:arg" or (child.dep_ == "advmod" and child.i == head.i - 1)
    return child.dep_ in _NOMINAL


def _infinitive(token: Token) -> list[Piece]:
    """An infinitive complement as a verb-like piece, followed by its own constituents."""
    before = ("mark", "case", *_GROUP, "advmod", "obj", "iobj")
    first = [c for c in token.children if c.i < token.i and c.dep_ in before and c.right_edge.i < token.i]
    left = min([token.i, *(child.left_edge.i for child in first)])
    pieces = [Piece("infinitive", token, left, token.i + 1)]
    for child in token.children:
        if left <= child.i <= token.i or child.dep_ in ("punct", "cc"):
            continue
        if child.dep_ == "xcomp" and child.pos_ == "VERB" and "Inf" in child.morph.get("VerbForm", []):
            pieces.extend(_infinitive(child))
            continue
        if child.dep_ == "conj":
            pieces.append(Piece("clause", child, child.left_edge.i, child.right_edge.i + 1))
            continue
        role = _ROLE_OF.get(child.dep_, "clause")
        pieces.append(Piece(role, child, child.left_edge.i, child.right_edge.i + 1, _case(child), nested=True))  # type: ignore[arg-type]
    return pieces


def _case(token: Token) -> str:
    """The preposition of a constituent, lower case, fixed expressions whole (*à cause de*)."""
    words = [child for child in token.children if child.dep_ == "case"]
    whole = [word for case in words for word in (case, *(c for c in case.children if c.dep_ == "fixed"))]
    return " ".join(word.text.lower() for word in sorted(whole, key=lambda word: word.i)).replace("' ", "'")
