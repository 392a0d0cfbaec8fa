"""The French grammar that question templates rest on: pure functions from words to words.

Gender is "m" or "f", number "s" or "p"; the Universal Dependencies values "Masc", "Fem", "Sing" and
"Plur" are understood too, and None means not known.
"""

from __future__ import annotations

from quizgen.languages.fr.grammar_elision import before_vowel, elide, takes_elision
from quizgen.languages.fr.grammar_phrase import (
    after,
    article,
    definite,
    demonstrative,
    join,
    of,
    possessive,
    split_determiner,
    strip_determiner,
    to,
)
from quizgen.languages.fr.grammar_places import place_from, place_in, place_to
from quizgen.languages.fr.grammar_typography import capitalise, group_digits, lower_first, typography
from quizgen.languages.fr.grammar_verbs import (
    adjective,
    agree,
    feminine,
    inversion,
    plural,
    pronoun,
    which,
    which_one,
)

__all__ = [
    "adjective",
    "after",
    "agree",
    "article",
    "before_vowel",
    "capitalise",
    "definite",
    "demonstrative",
    "elide",
    "feminine",
    "group_digits",
    "inversion",
    "join",
    "lower_first",
    "of",
    "place_from",
    "place_in",
    "place_to",
    "plural",
    "possessive",
    "pronoun",
    "split_determiner",
    "strip_determiner",
    "takes_elision",
    "to",
    "typography",
    "which",
    "which_one",
]
