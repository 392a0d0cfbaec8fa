"""Annotation of a sentence carried over to the tokens that the pipeline's own tokenizer makes of its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from conllu import Sentence, Word
from spacy.language import Language


@dataclass(frozen=True)
class Token:
    """A token as spaCy's ``Doc`` wants it; ``head`` is an index in the sentence, its own for the root."""

    text: str
    space: bool
    lemma: str
    pos: str
    morph: str
    head: int
    dep: str


def project(sentence: Sentence, nlp: Language, labels: Mapping[str, str]) -> list[Token]:
    """The tokens of ``sentence``; rare relations are replaced after ``labels``."""
    doc = [token for token in nlp.make_doc(sentence.text) if not token.is_space]
    spans = [(token.idx, token.idx + len(token)) for token in doc]
    bearers = [_bearer(word, spans) for word in sentence.words]
    return [
        _token(token.text, bool(token.whitespace_), at, _word(sentence, span), bearers, spans, labels, sentence)
        for at, (token, span) in enumerate(zip(doc, spans, strict=True))
    ]


def _overlap(word: Word, span: tuple[int, int]) -> bool:
    return word.start < span[1] and span[0] < word.end


def _bearer(word: Word, spans: list[tuple[int, int]]) -> int:
    """The token that stands for a word cut into several: the last one."""
    return max(at for at, span in enumerate(spans) if _overlap(word, span))


def _word(sentence: Sentence, span: tuple[int, int]) -> int:
    """The word that a token stands for: of those under it, the first that hangs on a word outside it."""
    under = [at for at, word in enumerate(sentence.words) if _overlap(word, span)]
    outside = [at for at in under if sentence.words[at].head not in under or sentence.words[at].head == at]
    return (outside or under)[0]


def _token(
    text: str,
    space: bool,
    at: int,
    index: int,
    bearers: list[int],
    spans: list[tuple[int, int]],
    labels: Mapping[str, str],
    sentence: Sentence,
) -> Token:
    word = sentence.words[index]
    dep = "ROOT" if word.dep == "root" else labels.get(word.dep, word.dep)
    bearer = bearers[index]
    if bearer == at or _overlap_many(sentence, spans[at]):
        head = at if word.head == index else bearers[word.head]
        return Token(text, space, word.lemma, word.pos, word.morph, head, dep if head != at else "ROOT")
    return _piece(text, space, word, bearer, bearers[word.head], dep)


def _overlap_many(sentence: Sentence, span: tuple[int, int]) -> bool:
    return sum(_overlap(word, span) for word in sentence.words) > 1


def _piece(text: str, space: bool, word: Word, bearer: int, head: int, dep: str) -> Token:
    """A token that is part of a word and not its bearer: a figure of *10 000*, *-t* of *a-t-il*, *l'* of *l'on*."""
    if word.pos == "NUM" and dep != "ROOT":
        return Token(text, space, text, "NUM", word.morph, head, dep)
    if text[-1] in "'’":
        return Token(text, space, "le", "DET", "Definite=Def|Number=Sing|PronType=Art", bearer, "det")
    if text[:1] == "-" and dep != "ROOT":
        return Token(text, space, text, "PRON", "", head, "dep")
    return Token(text, space, text, word.pos, word.morph, bearer, "flat:name" if word.pos == "PROPN" else "dep")
