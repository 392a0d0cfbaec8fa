"""Verbs without a subject, or hung on it: the subject is given, the verb freed."""

from __future__ import annotations

from quizgen.parsing.trees import NOUNS, Tree


def give_subject(tree: Tree) -> None:
    """*Pogacar renverse Roglic* with the name as the root, a finite verb as its clause: the name is the verb's subject.

    A finite clause that hangs on a noun has a relative pronoun or a subject; one with neither is the main clause.
    """
    for verb, dep in enumerate(tree.deps):
        noun = tree.heads[verb]
        if dep != "acl" or tree.deps[noun] != "ROOT" or noun > verb or tree.pos[noun] not in NOUNS:
            continue
        if not tree.is_told(verb):
            continue
        below = tree.children(verb)
        if any(tree.deps[c].startswith(("nsubj", "mark")) or "PronType=Rel" in tree.morphs[c] for c in below):
            continue
        tree.heads[verb], tree.deps[verb] = verb, "ROOT"
        tree.heads[noun], tree.deps[noun] = verb, "nsubj"
        for child in tree.children(noun):
            if child > verb:
                tree.heads[child] = verb


def give_infinitive(tree: Tree) -> None:
    """*Ont annoncé à la télévision avoir renversé …*: a past infinitive with nothing before it completes a verb."""
    for verb, dep in enumerate(tree.deps):
        noun = tree.heads[verb]
        if not dep.startswith("acl") or tree.pos[noun] not in NOUNS or noun > verb:
            continue
        below = tree.children(verb)
        infinitive = any(tree.deps[c].startswith("aux") and "VerbForm=Inf" in tree.morphs[c] for c in below)
        if not infinitive or any(tree.deps[c] == "mark" for c in below):
            continue
        above, seen = tree.heads[noun], 0
        while tree.pos[above] not in ("VERB", "AUX") and tree.heads[above] != above and seen < 10:
            above, seen = tree.heads[above], seen + 1
        if tree.pos[above] == "VERB":
            tree.heads[verb], tree.deps[verb] = above, "xcomp"


def free_verb(tree: Tree) -> None:
    """*Vendredi, plus d'un million de personnes ont défilé*: the verb is the root, not the noun set before it."""
    for noun, dep in enumerate(tree.deps):
        if dep != "ROOT" or tree.pos[noun] != "NOUN" or tree.words[noun + 1 : noun + 2] != [","]:
            continue
        verb = next((c for c in tree.children(noun) if c > noun and _is_main(tree, c)), None)
        if verb is None or any(tree.deps[c] == "nsubj" for c in tree.children(noun)):
            continue
        for child in tree.children(noun):
            if child > noun:
                tree.heads[child] = verb
        tree.heads[verb], tree.deps[verb] = verb, "ROOT"
        tree.heads[noun], tree.deps[noun] = verb, "obl:mod"
        _count_as_subject(tree, verb)


def free_noun(tree: Tree) -> None:
    """*Vendredi, plus d'un million de personnes ont défilé*: a bare noun before a comma is no subject of many."""
    for noun, dep in enumerate(tree.deps):
        if not dep.startswith("nsubj") or tree.pos[noun] != "NOUN" or tree.words[noun + 1 : noun + 2] != [","]:
            continue
        verb = tree.heads[noun]
        finite = [verb, *(c for c in tree.children(verb) if tree.deps[c].startswith("aux"))]
        several = any("VerbForm=Fin" in tree.morphs[t] and "Number=Plur" in tree.morphs[t] for t in finite)
        if several and "Number=Sing" in tree.morphs[noun] and not any(c < noun for c in tree.children(noun)):
            tree.deps[noun] = "obl:mod"
            _count_as_subject(tree, verb)


def _is_main(tree: Tree, token: int) -> bool:
    """A verb in the indicative, by itself or its auxiliary, that no word makes a subordinate one."""
    if tree.pos[token] != "VERB" or tree.deps[token] not in ("nmod", "acl", "parataxis", "appos"):
        return False
    below = tree.children(token)
    if any(tree.deps[c] == "mark" or "PronType=Rel" in tree.morphs[c] for c in below):
        return False
    finite = [token, *(c for c in below if tree.deps[c].startswith("aux"))]
    return any(tree.is_told(t) for t in finite)


def _count_as_subject(tree: Tree, verb: int) -> None:
    """*Plus d'un million de personnes*: an adverb that stands for a number is the subject of a verb without one."""
    below = tree.children(verb)
    if any(tree.deps[c].startswith("nsubj") for c in below):
        return
    for child in below:
        if child < verb and tree.deps[child] == "advmod" and "ExtPos=PRON" in tree.morphs[child]:
            tree.deps[child] = "nsubj"
            return
