"""Arcs that the parser gets wrong in the same way each time, put right by the shape of the tree alone."""

from __future__ import annotations

from quizgen.parsing.mending_appositions import (
    free_apposition,
    free_name,
    join_appositions,
    join_holders,
    join_list,
    join_names,
    stand_beside,
)
from quizgen.parsing.mending_objects import count_as_object, give_object, give_some, keep_reflexive, name_as_object
from quizgen.parsing.mending_subjects import free_noun, free_verb, give_infinitive, give_subject
from quizgen.parsing.trees import Tree

# In this order: what one puts right, the next may look at.
_MENDINGS = (
    join_appositions,
    join_names,
    give_subject,
    give_infinitive,
    free_verb,
    free_noun,
    give_object,
    count_as_object,
    give_some,
    keep_reflexive,
    name_as_object,
    join_list,
    join_holders,
    free_apposition,
    free_name,
    stand_beside,
)


def mend(tree: Tree) -> None:
    """Put right what can be told from the tree; heads, labels change in place."""
    for mending in _MENDINGS:
        mending(tree)
