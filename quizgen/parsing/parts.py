"""A second parse of sentences whose tree runs across a part that commas set apart.

*Le Rwanda, qui a déployé des troupes en juillet, a dépêché des renforts, a assuré un porte-parole*: who speaks, at the
end or in between (an incise), and a relative clause or a count (*dont deux enfants*) between a subject and its verb.
Parts of speech tell where they begin and end even where the tree does not. The sentence without them and each of them
are parsed by themselves and joined: the verb of an incise as ``parataxis``, that of a relative clause as ``acl:relcl``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizgen.parsing.incises import incise
from quizgen.parsing.layers import Layers, Part
from quizgen.parsing.set_apart import insertion, set_apart, time_before
from quizgen.parsing.verb_groups import is_finite

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as DocSpan


def parse_parts(docs: Sequence[Doc], pipeline: Language, language: str) -> list[Doc]:
    """The docs with new trees for the sentences whose parts their trees mix up; the others as they are."""
    found = [(n, sentence, _parts(sentence, language)) for n, doc in enumerate(docs) for sentence in doc.sents]
    mixed = [(n, s, parts) for n, s, parts in found if parts and not all(_is_sound(part, s) for part in parts)]
    pieces = [piece for _, sentence, parts in mixed for piece in _pieces(sentence, parts)]
    parsed = iter(list(pipeline.pipe((_doc_of(doc_tokens) for doc_tokens in pieces), batch_size=16)))
    trees: dict[int, Layers] = {}
    for n, sentence, parts in mixed:
        tree = trees.setdefault(n, Layers(docs[n]))
        indices = [[t.i for t in piece] for piece in _pieces(sentence, parts)]
        new = [next(parsed) for _ in indices]
        tree.join(sentence, parts, indices, new)
    return [trees[n].doc() if n in trees else doc for n, doc in enumerate(docs)]


def _parts(sentence: DocSpan, language: str) -> list[Part]:
    found: list[Part] = []
    for comma in sentence:
        if comma.text != "," or comma.i + 2 >= sentence.end or (found and comma.i < found[-1].right):
            continue
        part = incise(comma.i + 1, sentence, language)
        if part is None:
            part = set_apart(comma.i + 1, sentence, found, language)
            time = time_before(sentence, comma.i, found) if part is not None else None
            found += [time] if time is not None else []
        part = part or insertion(comma.i + 1, sentence, language)
        if part is not None:
            found.append(part)
    rest = [t for t in sentence if not any(p.left <= t.i < p.right for p in found)]
    return found if any(is_finite(t) for t in rest) else []


def _is_sound(part: Part, sentence: DocSpan) -> bool:
    """Whether a tree has a part whole and, where a verb follows it, the subject of that verb before it."""
    if not _is_whole(part, sentence):
        return False
    if part.relation not in ("appos", "acl:relcl"):
        return True
    finite = next((t for t in sentence.doc[part.right : sentence.end] if is_finite(t)), None)
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
