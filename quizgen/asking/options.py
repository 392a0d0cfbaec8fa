"""What may stand among the options of an item, and the rules that all of them together must keep.

Sources: Haladyna, Downing & Rodriguez (2002) for parallel options; Tarrant et al. (2009) for three of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from quizgen.asking.comparing import fold

LONGEST_RATIO = 1.5
# A sentence with the option and this share of the stem's long words may state what is asked of the option too.
_TELLING = 0.5
_LONG_WORD = 5
_STEM = 6
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\s»\"]+(?=[^\W\d_a-z])")


@dataclass(frozen=True)
class Option:
    """A text that can be chosen. ``names``: normalised forms that name the same thing, adjectives among them.

    ``type``: as fine as is known (*city*, *alliance*, *number:distance*); None where it is not known well
    enough to find its like. ``article``: the determiner it is written with; ``named``: it is a proper name;
    ``kin``: others that share a word with it may be part of it.
    """

    text: str
    type: str | None
    names: frozenset[str] = frozenset()
    gender: str | None = None
    number: str = "s"
    article: str = ""
    named: bool = True
    kin: bool = False


@dataclass(frozen=True)
class Item:
    """A stem with its answer, its distractors and its evidence sentence."""

    stem: str
    answer: Option
    distractors: tuple[Option, ...]
    evidence: str = ""

    @property
    def options(self) -> tuple[Option, ...]:
        return (self.answer, *self.distractors)


def normal(text: str) -> str:
    """Words only, lower case, one space between: for finding a name in a text."""
    return " ".join(re.findall(r"\w+", fold(text)))


def names_in(names: Iterable[str], text: str) -> bool:
    """Whether one of the (normalised) names stands in the (normalised) text, as whole words."""
    padded = f" {text} "
    return any(f" {name} " in padded for name in names if name)


@dataclass
class Witness:
    """What the articles of a build say: every answer that was found to a stem, and every sentence."""

    answers: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    sentences: list[str] = field(default_factory=list)

    def hear(self, stem: str, answer: str) -> None:
        self.answers[normal(stem)].add(normal(answer))

    def read(self, text: str) -> None:
        self.sentences += [found for part in _SENTENCE_END.split(text) if (found := normal(part))]

    def speaks_for(self, option: Option, stem: str) -> bool:
        """Whether an article gives the option as an answer to the stem, or may do so in other words."""
        asked = normal(stem)
        if any(names_in(option.names, answer) for answer in self.answers.get(asked, ())):
            return True
        telling = {word for word in asked.split() if len(word) >= _LONG_WORD}
        return any(
            names_in(option.names, sentence) and _share(telling, sentence) >= _TELLING for sentence in self.sentences
        )


def _share(words: set[str], sentence: str) -> float:
    return len(words & set(sentence.split())) / len(words) if words else 0.0


def option_mismatch(item: Item) -> bool:
    """Options differ in type, gender or number, or one is over 1.5 times as long as another (names apart)."""
    types = {option.type for option in item.options}
    genders = {option.gender for option in item.options if option.gender}
    numbers = {option.number for option in item.options}
    if len(types) > 1 or None in types or len(genders) > 1 or len(numbers) > 1:
        return True
    lengths = [len(option.text) for option in item.options if not option.named]
    return bool(lengths) and max(lengths) > LONGEST_RATIO * min(lengths)


def leak(item: Item) -> bool:
    """The form gives the answer away: an article, a capital, an acronym or digits that not all options have."""
    shapes = {_shape(option) for option in item.options}
    return len(shapes) > 1 or any(names_in(option.names, normal(item.stem)) for option in item.distractors)


def _shape(option: Option) -> tuple[bool, bool, bool, bool, bool]:
    bare = option.text[len(option.article) :]
    acronym = bare.isupper() and " " not in bare
    return (
        bool(option.article),
        option.text[:1].isupper(),
        acronym,
        " " in bare and option.type == "person",
        any(c.isdigit() for c in bare),
    )


def true_distractor(item: Item, witness: Witness) -> bool:
    """A distractor is the answer by another name, a participant of the evidence, or right by any article."""
    evidence = normal(item.evidence)
    known: set[str] = set(item.answer.names)
    for option in item.distractors:
        if (
            option.names & known
            or _akin(option, item.answer)
            or names_in(option.names, evidence)
            or witness.speaks_for(option, item.stem)
        ):
            return True
        known |= option.names
    return False


def _akin(option: Option, answer: Option) -> bool:
    """Organisations that share a word may be one within the other, and what one does the other does too."""
    if not answer.kin:
        return False
    return bool(_stems(option.text) & _stems(answer.text))


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in normal(text).split() if len(word) >= _STEM}


CHECKS: dict[str, Callable[[Item, Witness], bool]] = {
    "option-mismatch": lambda item, _: option_mismatch(item),
    "true-distractor": true_distractor,
    "leak": lambda item, _: leak(item),
}


def lint_options(item: Item, witness: Witness) -> tuple[str, ...]:
    """The codes of the rules that an item breaks."""
    return tuple(code for code, broken in CHECKS.items() if broken(item, witness))


def fitting(item: Item, proposed: Iterable[Option], witness: Witness, wanted: int = 2) -> tuple[Option, ...]:
    """The first of the proposed distractors that break no rule together; fewer than wanted where there are no more."""
    chosen: Sequence[Option] = ()
    for option in proposed:
        tried = Item(item.stem, item.answer, (*chosen, option), item.evidence)
        if not lint_options(tried, witness):
            chosen = (*chosen, option)
        if len(chosen) == wanted:
            break
    return tuple(chosen)
