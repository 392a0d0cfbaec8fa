"""A tree of tokens that can be mended: heads and labels as spaCy's Doc takes them."""

from __future__ import annotations

from dataclasses import dataclass

NOUNS = ("NOUN", "PROPN")


@dataclass(frozen=True)
class Tree:
    """A tree of tokens as spaCy's Doc takes it: a head's index, a label and so on for each; ``mend`` changes
    them."""

    heads: list[int]
    deps: list[str]
    pos: list[str]
    morphs: list[str]
    words: list[str]

    def children(self, of: int) -> list[int]:
        return [i for i, head in enumerate(self.heads) if head == of and i != of]

    def under(self, token: int, above: int) -> bool:
        """Whether ``token`` is ``above`` or hangs on it, at whatever distance."""
        seen = 0
        while self.heads[token] != token and seen < 40:
            if token == above:
                return True
            token, seen = self.heads[token], seen + 1
        return token == above

    def left_edge(self, token: int) -> int:
        told = (i for i in range(len(self.heads)) if self.deps[i] not in ("punct", "discourse"))
        return min(i for i in told if self.under(i, token))

    def number(self, token: int) -> str:
        return next((part[7:] for part in self.morphs[token].split("|") if part.startswith("Number=")), "")

    def is_told(self, token: int) -> bool:
        """A finite form of the indicative."""
        return "Mood=Ind" in self.morphs[token] and "VerbForm=Fin" in self.morphs[token]

    def two_subjects(self) -> list[tuple[int, int]]:
        """Pairs of nouns that are both subject of one verb, in order."""
        found = []
        for second, dep in enumerate(self.deps):
            if dep.startswith("nsubj") and self.pos[second] in NOUNS:
                verb = self.heads[second]
                others = (c for c in self.children(verb) if c < second and self.deps[c].startswith("nsubj"))
                found += [(first, second) for first in others if self.pos[first] in NOUNS]
        return found
