"""Phrases that the parser makes an object of nothing, or a subject: they are given to their verb."""

from __future__ import annotations

from quizgen.parsing.trees import Tree


def give_object(tree: Tree) -> None:
    """*La proposition de créer un groupe a été repoussée*: what stands right behind an infinitive is its object."""
    for first, second in tree.two_subjects():
        before = tree.left_edge(second) - 1
        if before <= first or "VerbForm=Inf" not in tree.morphs[before] or not tree.under(before, first):
            continue
        if not any(tree.deps[c] == "obj" for c in tree.children(before)):
            tree.heads[second], tree.deps[second] = before, "obj"


def count_as_object(tree: Tree) -> None:
    """*Fait au moins 27 morts*: a count without a preposition right behind an active verb is its object.

    The treebanks hang the noun behind *plus de 200* on the numeral as ``obl:arg``, and the parser does so with others.
    """
    for token, dep in enumerate(tree.deps):
        verb, below = tree.heads[token], tree.children(token)
        if dep != "obl:arg" or tree.pos[verb] != "VERB" or tree.left_edge(token) != verb + 1:
            continue
        if any(tree.deps[c] == "case" for c in below) or not any(tree.deps[c] == "nummod" for c in below):
            continue
        if not any(tree.deps[c] in ("obj", "aux:pass") for c in tree.children(verb)):
            tree.deps[token] = "obj"


def give_some(tree: Tree) -> None:
    """*Produire de l'électricité*: what a partitive article stands before is an object, where the verb has no other."""
    heads, deps, pos = tree.heads, tree.deps, tree.pos
    for i, dep in enumerate(deps):
        if dep != "case" or "ExtPos=DET" not in tree.morphs[i]:
            continue
        noun = heads[i]
        if not deps[noun].startswith("obl") or pos[heads[noun]] != "VERB" or noun < heads[noun]:
            continue
        if not any(deps[c].startswith("obj") for c in tree.children(heads[noun])):
            deps[i], deps[noun] = "det", "obj"


def keep_reflexive(tree: Tree) -> None:
    """*S'était séparé*: a reflexive pronoun before its verb belongs to it, and is no phrase of its own."""
    for token, dep in enumerate(tree.deps):
        verb = tree.heads[token]
        reflexive = tree.pos[token] == "PRON" and "Reflex=Yes" in tree.morphs[token]
        if (
            reflexive
            and dep.startswith("obl")
            and token < verb
            and tree.pos[verb] == "VERB"
            and not tree.children(token)
        ):
            tree.deps[token] = "expl:pv"


def name_as_object(tree: Tree) -> None:
    """*Un second mandat, pour des faits identiques, vise X*: of two subjects, the name right behind the verb is no
    subject, but the object of an active verb without one.
    """
    for first, second in tree.two_subjects():
        verb = tree.heads[second]
        below = tree.children(verb)
        if not first < verb < second or tree.pos[verb] != "VERB" or tree.left_edge(second) != verb + 1:
            continue
        if tree.pos[second] != "PROPN" or any(tree.deps[c] in ("obj", "aux:pass", "ccomp", "cop") for c in below):
            continue
        if "VerbForm=Fin" in tree.morphs[verb] and not any(tree.deps[c].startswith("expl") for c in below):
            tree.deps[second] = "obj"
