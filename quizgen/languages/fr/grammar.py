"""The French grammar that question templates rest on: pure functions from words to words.

Gender is "m" or "f", number "s" or "p"; the Universal Dependencies values "Masc", "Fem", "Sing" and
"Plur" are understood too, and None means not known.
"""

from __future__ import annotations

from quizgen.languages.fr.grammar_elision import before_vowel, elide, takes_elision
from quizgen.languages.fr.grammar_nouns import (
    feminine_noun,
    gender_of,
    masculine_noun,
    noun_class,
    noun_gender,
    noun_is_human,
    number_of,
    singular,
)
from quizgen.languages.fr.grammar_numbers import (
    Number,
    format_number,
    number_value,
    ordinal_value,
    parse_number,
    spoken_number,
)
from quizgen.languages.fr.grammar_people import first_name_gender, is_first_name, person_gender
from quizgen.languages.fr.grammar_phrase import (
    after,
    article,
    definite,
    demonstrative,
    determiner_features,
    join,
    of,
    possessive,
    split_determiner,
    strip_determiner,
    to,
)
from quizgen.languages.fr.grammar_places import place_from, place_in, place_to
from quizgen.languages.fr.grammar_typography import capitalise, group_digits, lower_first, typography
from quizgen.languages.fr.grammar_units import Unit, unit
from quizgen.languages.fr.grammar_verbs import (
    adjective,
    agree,
    feminine,
    inversion,
    plural,
    pronoun,
    singular_verb,
    which,
    which_one,
)

__all__ = [
    "Number",
    "Unit",
    "adjective",
    "after",
    "agree",
    "article",
    "before_vowel",
    "capitalise",
    "definite",
    "demonstrative",
    "determiner_features",
    "elide",
    "feminine",
    "feminine_noun",
    "first_name_gender",
    "format_number",
    "gender_of",
    "group_digits",
    "inversion",
    "is_first_name",
    "join",
    "lower_first",
    "masculine_noun",
    "noun_class",
    "noun_gender",
    "noun_is_human",
    "number_of",
    "number_value",
    "of",
    "ordinal_value",
    "parse_number",
    "person_gender",
    "place_from",
    "place_in",
    "place_to",
    "plural",
    "possessive",
    "pronoun",
    "singular",
    "singular_verb",
    "split_determiner",
    "spoken_number",
    "strip_determiner",
    "takes_elision",
    "to",
    "typography",
    "unit",
    "which",
    "which_one",
]
