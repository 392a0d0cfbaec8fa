"""A second parse of sentences whose tree runs across a part that commas set apart.

*Le Rwanda, qui a déployé des troupes en juillet, a dépêché des renforts, a assuré un porte-parole*: who speaks, at the
end or in between (an incise), and a relative clause or a count (*dont deux enfants*) between a subject and its verb.
Parts of speech tell where they begin and end even where the tree does not. The sentence without them and each of them
are parsed by themselves and joined: the verb of an incise as ``parataxis``, that of a relative clause as ``acl:relcl``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.languages.lexicon import grammar, lexicon, words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan

_SPEAKERS = ("person", "group", "organisation")
_NOMINAL = ("NOUN", "PROPN")


@dataclass(frozen=True)
class Part:
    """Tokens ``[left, right)`` of a doc, without the commas around them, and the relation they hang by."""

    left: int
    right: int
    relation: str


def parse_parts(docs: Sequence[Doc], pipeline: Language, language: str) -> list[Doc]:
    """The docs with new trees for the sentences whose parts their trees mix up; the others as they are."""
    found = [(n, sentence, _parts(sentence, language)) for n, doc in enumerate(docs) for sentence in doc.sents]
    mixed = [(n, s, parts) for n, s, parts in found if parts and not all(_is_sound(part, s) for part in parts)]
    pieces = [piece for _, sentence, parts in mixed for piece in _pieces(sentence, parts)]
    parsed = iter(list(pipeline.pipe((_doc_of(doc_tokens) for doc_tokens in pieces), batch_size=16)))
    trees: dict[int, _Tree] = {}
    for n, sentence, parts in mixed:
        tree = trees.setdefault(n, _Tree(docs[n]))
        indices = [[t.i for t in piece] for piece in _pieces(sentence, parts)]
        new = [next(parsed) for _ in indices]
        tree.join(sentence, parts, indices, new)
    return [trees[n].doc() if n in trees else doc for n, doc in enumerate(docs)]


def _parts(sentence: DocSpan, language: str) -> list[Part]:
    found: list[Part] = []
    for comma in sentence:
        if comma.text != "," or comma.i + 2 >= sentence.end or (found and comma.i < found[-1].right):
            continue
        part = _incise(comma.i + 1, sentence, language)
        if part is None:
            part = _set_apart(comma.i + 1, sentence, found, language)
            scene = _scene(sentence, comma.i, found) if part is not None else None
            found += [scene] if scene is not None else []
        part = part or _insertion(comma.i + 1, sentence, language)
        if part is not None:
            found.append(part)
    rest = [t for t in sentence if not any(p.left <= t.i < p.right for p in found)]
    return found if any(_is_finite(t) for t in rest) else []


def _incise(start: int, sentence: DocSpan, language: str) -> Part | None:
    """Who says it: a verb of saying behind a comma with its subject behind it; to the end, or to the next comma."""
    doc, saying = sentence.doc, words(language, "asides", "saying")
    i = start
    if doc[i].pos_ == "PRON" and doc[i].text.lower() in words(language, "asides", "reflexive"):
        i += 1
    finite, inverted = doc[i], False
    if not _is_finite(finite):
        return None
    while i + 1 < sentence.end and (doc[i + 1].text.startswith("-") or doc[i + 1].pos_ == "ADV"):
        i += 1
        inverted = inverted or doc[i].text.startswith("-")
    verb = finite
    if finite.pos_ == "AUX" and i + 1 < sentence.end:
        verb, i = doc[i + 1], i + 1
    if verb.lemma_.lower() not in saying:
        return None
    asserting = verb.lemma_.lower() in words(language, "attribution", "asserting")
    if not inverted and not _names_speaker(doc[i + 1 : sentence.end], language, anything=asserting):
        return None
    before = doc[sentence.start : start - 1]
    if any(_is_finite(t) and not _is_relative_verb(t) for t in before):
        end = sentence.end - (doc[sentence.end - 1].pos_ == "PUNCT")
        return Part(start, end, "parataxis") if not _goes_on(doc[i + 1 : end]) else None
    end = next((t.i for t in doc[i + 1 : sentence.end] if t.text == ","), sentence.end)
    if any(t.pos_ == "SCONJ" for t in doc[i + 1 : end]):
        return None  # *X, enquêteur, a confirmé que …*: the statement itself
    return Part(start, end, "parataxis") if any(_is_finite(t) for t in doc[end : sentence.end]) else None


def _names_speaker(behind: DocSpan, language: str, *, anything: bool) -> bool:
    """The first noun that hangs on no preposition is somebody, or a body; ``anything``: any noun will do."""
    cased = False
    for token in behind:
        if token.pos_ in ("ADP", "SCONJ") or token.text == ",":
            cased = True
        elif (
            token.pos_ == "PROPN"
            and token.i > behind.start
            and token.nbor(-1).pos_ in _NOMINAL
            or token.pos_ == "DET"
            and not cased
        ):
            continue
        elif token.pos_ in _NOMINAL:
            if not cased:
                named = token.pos_ == "PROPN" or token.text[:1].isupper()
                return anything or named or grammar(language).noun_class(token.lemma_.lower()) in _SPEAKERS
            cased = False
        elif _is_finite(token):
            return False
    return False


def _goes_on(behind: DocSpan) -> bool:
    """*…, a dit X, et le pays a fermé ses frontières*: another statement behind the incise."""
    link = next((t.i for t in behind if t.pos_ == "CCONJ" and t.i > behind.start and t.nbor(-1).text == ","), None)
    return link is not None and any(_is_finite(t) and t.i > link for t in behind)


def _set_apart(start: int, sentence: DocSpan, found: list[Part], language: str) -> Part | None:
    """What stands between a subject and its verb, up to the comma before the verb.

    A relative clause, a count (*dont deux enfants*), or an apposition: no phrase with a preposition.
    """
    doc = sentence.doc
    free = [t for t in doc[sentence.start : start - 1] if not any(p.left <= t.i < p.right for p in found)]
    subject = _last_phrase(free)
    if not subject or not any(t.pos_ in (*_NOMINAL, "PRON", "NUM") for t in subject):
        return None
    scene = free[: len(free) - len(subject)]
    if not _is_scene(scene) or _is_fronted(subject) or _is_time(subject, language):
        return None
    pronoun = doc[start + 1] if doc[start].pos_ == "ADP" else doc[start]
    relative = "Rel" in pronoun.morph.get("PronType", [])
    comma = next((t for t in doc[start + 1 : sentence.end] if _closes(t, sentence)), None)
    if comma is None:
        return None
    inside = list(doc[start : comma.i])
    verbal = any(_is_finite(t) for t in inside)
    counted = pronoun.text.lower() in words(language, "asides", "counting") | words(language, "asides", "equals")
    if relative and not verbal and not counted:
        return None
    if not relative and not counted and (not _is_subordinate(inside) or not _opens_apposition(doc[start], subject)):
        return None
    if not relative and not _agrees(subject, comma, sentence):
        return None
    return Part(start, comma.i, "acl:relcl" if relative and verbal else "appos")


def _scene(sentence: DocSpan, comma: int, found: list[Part]) -> Part | None:
    """*Fin mars, X, né à Y, a …*: a time without a preposition at the head of a sentence, which is no subject."""
    doc = sentence.doc
    last = next((t.i for t in reversed(doc[sentence.start : comma]) if t.text == ","), None)
    if found or last is None or doc[sentence.start].pos_ not in ("NOUN", "DET", "NUM"):
        return None
    return Part(sentence.start, last, "obl:mod")


def _last_phrase(free: list[Token]) -> list[Token]:
    """The tokens behind the last comma, without verbs of their own: what may be the subject. Empty where they act."""
    last = next((n for n in range(len(free), 0, -1) if free[n - 1].text == ","), 0)
    phrase = free[last:]
    return [] if any(_is_finite(t) for t in phrase) else phrase


def _is_scene(before: list[Token]) -> bool:
    """*Fin décembre*, *en France, où le vote a eu lieu*, *protégée par un bouclier*: no statement before a subject."""
    return not before or (before[0].pos_ != "CCONJ" and _is_subordinate(before))


def _is_subordinate(tokens: list[Token]) -> bool:
    """Whether each finite verb has a relative pronoun or a conjunction before it."""
    linked = False
    for token in tokens:
        linked = linked or token.pos_ == "SCONJ" or "Rel" in token.morph.get("PronType", [])
        if _is_finite(token) and not linked:
            return False
    return True


def _agrees(subject: list[Token], comma: Token, sentence: DocSpan) -> bool:
    """Whether a phrase can be the subject of the verb behind a comma, by their numbers."""
    noun = next((t for t in subject if t.pos_ in _NOMINAL), None)
    verb = next((t for t in comma.doc[comma.i + 1 : sentence.end] if _is_finite(t)), None)
    if noun is None or verb is None or subject[-1].pos_ == "PROPN" or any(t.pos_ in ("CCONJ", "NUM") for t in subject):
        return True
    ones, others = noun.morph.get("Number", []), verb.morph.get("Number", [])
    return not ones or not others or ones == others


def _insertion(start: int, sentence: DocSpan, language: str) -> Part | None:
    """*A approuvé dimanche, à une large majorité, la réforme*: a phrase between a verb and what it is done to."""
    doc = sentence.doc
    comma = next((t for t in doc[start : min(sentence.end, start + _LONGEST_INSERTION)] if t.text == ","), None)
    if comma is None or doc[start].pos_ != "ADP" or comma.i + 1 >= sentence.end:
        return None
    days = lexicon(language, "asides")["days"]
    before = start - 2
    when = _words_of_days(days)
    while before > sentence.start and (doc[before].text.lower() in when or doc[before].pos_ in ("ADV", "NUM")):
        before -= 1
    if doc[before].pos_ == "DET":
        before -= 1  # *ce dimanche*
    verbal = doc[before].pos_ == "VERB" and (
        _is_finite(doc[before]) or any(_is_finite(t) for t in doc[before].children)
    )
    behind = doc[comma.i + 1]
    opens = behind.pos_ in ("DET", "SCONJ") or behind.text.lower() in words(language, "clauses", "of")
    if not verbal or not opens or any(_is_finite(t) for t in doc[start : comma.i]):
        return None
    return Part(start, comma.i, "obl:mod")


# Words of a phrase between commas.
_LONGEST_INSERTION = 12


def _words_of_days(table: dict[str, list[str]]) -> frozenset[str]:
    return frozenset((*table["names"], *table["parts"], *table["months"]))


def _closes(comma: Token, sentence: DocSpan) -> bool:
    return comma.text == "," and _opens_with_verb(comma.doc[comma.i + 1 : sentence.end])


def _opens_apposition(first: Token, subject: list[Token]) -> bool:
    """A noun, a name or a participle behind the end of a noun phrase that opens the sentence or its clause."""
    ends = subject[-1].pos_ in (*_NOMINAL, "ADJ", "NUM") or subject[-1].text[:1].isupper()
    return ends and not _is_fronted(subject) and first.pos_ in (*_NOMINAL, "DET", "ADJ", "VERB", "NUM")


def _is_time(phrase: list[Token], language: str) -> bool:
    """*Fin mars*, *une semaine après le vote*: when, and no subject."""
    nouns = (t for t in phrase[:_NEAR] if t.pos_ in _NOMINAL)
    return any(grammar(language).noun_class(t.text.lower()) == "time" for t in nouns)


# Words of a phrase that tell a time.
_NEAR = 3


def _is_fronted(phrase: list[Token]) -> bool:
    """*En France*, *élu en mai*, *haut de 3 mètres*; not *quelque 120 soldats*, *premier ministre*."""
    behind = phrase[1].pos_ if len(phrase) > 1 else ""
    if phrase[0].pos_ == "ADV":
        return behind != "NUM"
    if phrase[0].pos_ == "ADJ":
        return behind not in _NOMINAL
    return phrase[0].pos_ in ("ADP", "SCONJ", "VERB", "CCONJ")


def _opens_with_verb(behind: DocSpan) -> bool:
    for token in behind:
        if _is_finite(token):
            return True
        if token.pos_ != "PRON" and token.pos_ != "ADV":
            return False
        if "Rel" in token.morph.get("PronType", []):
            return False
    return False


def _is_finite(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm", [])


def _is_relative_verb(token: Token) -> bool:
    head = token.head if token.dep_.startswith(("aux", "cop")) else token
    return head.dep_ in ("acl:relcl", "advcl")


def _is_sound(part: Part, sentence: DocSpan) -> bool:
    """Whether a tree has a part whole and, where a verb follows it, the subject of that verb before it."""
    if not _is_whole(part, sentence):
        return False
    if part.relation not in ("appos", "acl:relcl"):
        return True
    finite = next((t for t in sentence.doc[part.right : sentence.end] if _is_finite(t)), None)
    if finite is None:
        return True
    verb = finite.head if finite.dep_.startswith(("aux", "cop")) else finite
    return any(c.dep_.startswith("nsubj") and c.i < part.left for c in verb.children)


def _is_whole(part: Part, sentence: DocSpan) -> bool:
    """Whether the part is a subtree of its relation, but for its commas, and no other word hangs on it."""
    inside = range(part.left, part.right)
    words_of_part = [t for t in sentence if t.i in inside]
    out = [t for t in words_of_part if t.head.i not in inside or t.head == t]
    into = [t for t in sentence if t.i not in inside and t.head.i in inside and t.text != ","]
    if part.relation == "obl:mod":
        return not into
    if part.relation == "parataxis" and not any(c.dep_.startswith("nsubj") for t in out for c in t.children):
        return False
    labels = (part.relation, *(_BESIDE if part.relation == "appos" else ()))
    return len(out) == 1 and out[0].dep_ in labels and not into


# Other relations that something set apart behind a noun rightly has.
_BESIDE = ("nmod", "acl", "amod", "acl:relcl")


def _pieces(sentence: DocSpan, parts: list[Part]) -> Iterator[list[Token]]:
    """The tokens of the sentence without its parts and the commas around them, then those of each part."""
    doc = sentence.doc
    cut = {i for part in parts for i in range(part.left - 1, part.right)}
    cut |= {part.right for part in parts if part.right < sentence.end and doc[part.right].text == ","}
    yield [t for t in sentence if t.i not in cut]
    for part in parts:
        yield [doc[i] for i in range(part.left, part.right)]


def _doc_of(tokens: list[Token]) -> Doc:
    from spacy.tokens import Doc

    return Doc(
        tokens[0].doc.vocab,
        words=[t.text for t in tokens],
        spaces=[
            bool(t.whitespace_) or i + 1 < len(tokens) and tokens[i + 1].i != t.i + 1 for i, t in enumerate(tokens)
        ],
        sent_starts=[True, *(False for _ in tokens[1:])],
    )


class _Tree:
    """The layers of a doc, to be changed sentence by sentence."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._heads = [t.head.i for t in doc]
        self._rows = [(t.dep_, t.pos_, str(t.morph), t.lemma_, t.tag_) for t in doc]

    def join(self, sentence: DocSpan, parts: list[Part], indices: list[list[int]], new: list[Doc]) -> None:
        roots: list[int] = []
        for places, doc in zip(indices, new, strict=True):
            for place, token in zip(places, doc, strict=True):
                self._heads[place] = places[token.head.i]
                self._rows[place] = (token.dep_, token.pos_, str(token.morph), token.lemma_, token.tag_)
                if token.head == token:
                    roots.append(place)
        main, seen = roots[0], {i for places in indices for i in places}
        for part, root in zip(parts, roots[1:], strict=True):
            above = (
                main
                if part.relation == "parataxis"
                else self._verb_before(part, main)
                if part.relation == "obl:mod"
                else self._antecedent(part, set(indices[0]))
            )
            self._heads[root] = main if above is None else above
            verbal = part.relation == "appos" and self._rows[root][1] == "VERB"
            self._rows[root] = ("acl" if verbal else part.relation, *self._rows[root][1:])
            if part.relation == "parataxis":
                self._give_speaker(part, root)
        for token in sentence:
            if token.i not in seen:
                near = next(
                    (r for p, r in zip(parts, roots[1:], strict=True) if token.i in (p.left - 1, p.right)), main
                )
                self._heads[token.i] = near
                self._rows[token.i] = ("punct", *self._rows[token.i][1:])

    def _give_speaker(self, part: Part, root: int) -> None:
        """*Ont indiqué trois diplomates*: behind a verb of saying, an incise has its subject."""
        below = [i for i in range(part.left, part.right) if self._heads[i] == root and i != root]
        if not any(self._rows[i][0].startswith("nsubj") for i in below):
            first = next((i for i in below if self._rows[i][0] == "obj" and i > root), None)
            if first is not None:
                self._rows[first] = ("nsubj", *self._rows[first][1:])

    def _antecedent(self, part: Part, kept: set[int]) -> int | None:
        """The noun before the comma, or the one that it completes: the head of the phrase that ends there."""
        place = part.left - 2
        while place in kept and self._rows[place][1] not in (*_NOMINAL, "PRON", "NUM"):
            place -= 1
        first = self._doc[part.left].head.i if part.relation != "appos" else None
        while place in kept and self._heads[place] != place and self._heads[place] < part.left:
            place = self._heads[place]
        return place if place in kept else first

    def _verb_before(self, part: Part, main: int) -> int:
        if self._doc[part.left].is_sent_start:
            return main
        place = part.left - 2
        while self._rows[place][1] != "VERB" and self._heads[place] != place:
            place = self._heads[place]
        return place

    def doc(self) -> Doc:
        from spacy.tokens import Doc

        deps, pos, morphs, lemmas, tags = (list(column) for column in zip(*self._rows, strict=True))
        return Doc(
            self._doc.vocab, words=[t.text for t in self._doc], spaces=[bool(t.whitespace_) for t in self._doc],
            heads=self._heads, deps=deps, pos=pos, morphs=morphs, lemmas=lemmas, tags=tags,
            sent_starts=[bool(t.is_sent_start) for t in self._doc],
        )  # fmt: skip
