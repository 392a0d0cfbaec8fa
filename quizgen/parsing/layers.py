"""The layers of a doc's tree, to be changed where parts of its sentences have trees of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.parsing.trees import NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as DocSpan


@dataclass(frozen=True)
class Part:
    """Tokens ``[left, right)`` of a doc, without the commas around them, and the relation they hang by."""

    left: int
    right: int
    relation: str


class Layers:
    """The layers of a doc, to be changed sentence by sentence."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._heads = [t.head.i for t in doc]
        self._rows = [(t.dep_, t.pos_, str(t.morph), t.lemma_, t.tag_) for t in doc]

    def join(self, sentence: DocSpan, parts: list[Part], indices: list[list[int]], new: list[Doc]) -> None:
        """Put the trees of a sentence without its parts, and of each part, in the place of the sentence's own."""
        roots = [root for places, doc in zip(indices, new, strict=True) for root in self._fill(places, doc)]
        main, hung = roots[0], list(zip(parts, roots[1:], strict=True))
        for part, root in hung:
            self._hang(part, root, main, set(indices[0]))
        seen = {i for places in indices for i in places}
        for token in sentence:
            if token.i not in seen:
                near = next((root for part, root in hung if token.i in (part.left - 1, part.right)), main)
                self._heads[token.i] = near
                self._rows[token.i] = ("punct", *self._rows[token.i][1:])

    def _fill(self, places: list[int], doc: Doc) -> list[int]:
        """Give the tokens at ``places`` the tree of ``doc``; where its roots stand then."""
        for place, token in zip(places, doc, strict=True):
            self._heads[place] = places[token.head.i]
            self._rows[place] = (token.dep_, token.pos_, str(token.morph), token.lemma_, token.tag_)
        return [place for place, token in zip(places, doc, strict=True) if token.head == token]

    def _hang(self, part: Part, root: int, main: int, kept: set[int]) -> None:
        """A part's root hangs on the main verb, on the verb before it or on the noun that it is said of."""
        above: int | None = main
        if part.relation == "obl:mod":
            above = self._verb_before(part, main)
        elif part.relation != "parataxis":
            above = self._antecedent(part, kept)
        self._heads[root] = main if above is None else above
        verbal = part.relation == "appos" and self._rows[root][1] == "VERB"
        self._rows[root] = ("acl" if verbal else part.relation, *self._rows[root][1:])
        if part.relation == "parataxis":
            self._give_speaker(part, root)

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
        while place in kept and self._rows[place][1] not in (*NOUNS, "PRON", "NUM"):
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
