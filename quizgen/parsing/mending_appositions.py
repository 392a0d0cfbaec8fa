"""Nouns and names side by side: appositions that the parser makes subjects or phrases, and the other way round."""

from __future__ import annotations

from quizgen.parsing.trees import NOUNS, Tree

# Words between a noun and the name beside it.
_FARTHEST = 12


def join_names(tree: Tree) -> None:
    """*La ministre Marisol Touraine a annoncé*: a name right behind a noun with the same function stands beside it.

    The parser often gives a verb two subjects there; the second becomes an apposition of the first.
    """
    heads, deps, pos = tree.heads, tree.deps, tree.pos
    for i, dep in enumerate(deps):
        if pos[i] != "PROPN" or not dep.startswith(("nsubj", "obj", "obl")) or heads[i] == i:
            continue
        for j in range(i - 1, max(-1, i - _FARTHEST), -1):
            if heads[j] == heads[i] and deps[j] == dep and pos[j] in ("NOUN", "ADJ"):
                if all(tree.under(k, j) or (tree.under(k, i) and deps[k] != "case") for k in range(j + 1, i)):
                    heads[i], deps[i] = j, "appos"
                break


def join_appositions(tree: Tree) -> None:
    """*L'Iskander-M, un système de missiles, a remplacé …*: a second subject behind a comma is an apposition."""
    heads, deps, words = tree.heads, tree.deps, tree.words
    for i, dep in enumerate(deps):
        if not dep.startswith("nsubj") or tree.pos[i] not in NOUNS:
            continue
        first = next((j for j in range(i) if heads[j] == heads[i] and deps[j] == dep and tree.pos[j] in NOUNS), None)
        if first is None or heads[i] < i:
            continue
        left = min(k for k in range(first + 1, i + 1) if tree.under(k, i))
        right = max(k for k in range(first, left) if tree.under(k, first) and words[k] != ",")
        if words[right + 1 : left] == [","] or (words[left] == "," and right + 1 == left):
            heads[i], deps[i] = first, "appos"


def join_list(tree: Tree) -> None:
    """*L'Union africaine, l'ONU et la France ont condamné*: two subjects, the second a list, are one list."""
    for first, second in tree.two_subjects():
        left = tree.left_edge(second)
        listed = [c for c in tree.children(second) if tree.deps[c] == "conj"]
        linked = any(tree.deps[g] == "cc" for c in (*listed, second) for g in tree.children(c))
        if listed and linked and "," in tree.words[left - 1 : left + 1] and left > first:
            tree.heads[second], tree.deps[second] = first, "conj"


def join_holders(tree: Tree) -> None:
    """*Le président, X, et son rival, Y, ont signé*: what *et* joins to the name is the subject's other half."""
    for noun, dep in enumerate(tree.deps):
        if dep != "appos" or tree.pos[noun] != "NOUN" or not any(tree.deps[c] == "cc" for c in tree.children(noun)):
            continue
        first = tree.heads[noun]
        while tree.deps[first] == "appos":
            first = tree.heads[first]
        verb = tree.heads[first]
        if not tree.deps[first].startswith("nsubj") or tree.number(first) != "Sing" or verb < noun:
            continue
        if any(tree.number(t) == "Plur" for t in (verb, *tree.children(verb)) if tree.is_told(t)):
            tree.heads[noun], tree.deps[noun] = first, "conj"


def free_apposition(tree: Tree) -> None:
    """*Dans la capitale, le cortège, parti de la gare, a rassemblé …*: no apposition to the place, but the subject."""
    for verb, pos in enumerate(tree.pos):
        below = tree.children(verb)
        finite = [t for t in (verb, *below) if t == verb or tree.deps[t].startswith("aux")]
        told = [t for t in finite if tree.is_told(t)]
        if pos != "VERB" or not told or any(tree.deps[c].startswith(("nsubj", "expl", "csubj")) for c in below):
            continue
        if tree.deps[verb] not in ("ROOT", "ccomp", "parataxis") or tree.words[told[0] - 1 : told[0]] != [","]:
            continue
        place = next((c for c in below if c < verb and tree.deps[c].startswith("obl")), None)
        beside = [c for c in tree.children(place) if tree.deps[c] == "appos"] if place is not None else []
        if not beside or not any(tree.deps[c] == "case" for c in tree.children(place or 0)):
            continue
        noun = beside[0]
        determined = any(tree.deps[c] == "det" for c in tree.children(noun)) or tree.pos[noun] == "PROPN"
        if determined and tree.number(noun) in ("", tree.number(told[0])):
            tree.heads[noun], tree.deps[noun] = verb, "nsubj"
            for other in beside[1:]:
                tree.heads[other] = noun


def free_name(tree: Tree) -> None:
    """*Installée à Varsovie, la capitale polonaise, Frontex est …*: what no comma parts from the verb is its subject.

    The noun between the commas stands beside the name that ends the clause before it.
    """
    for noun, dep in enumerate(tree.deps):
        if not dep.startswith("nsubj") or tree.pos[noun] != "NOUN" or tree.heads[noun] < noun:
            continue
        left, verb = tree.left_edge(noun), tree.heads[noun]
        name = next((c for c in tree.children(noun) if tree.deps[c] == "appos" and tree.pos[c] == "PROPN"), None)
        if name is None or name > verb or left < 2 or tree.words[left - 1] != "," or not _ends_clause(tree, left - 2):
            continue
        right = max(i for i in range(name, verb) if tree.under(i, name)) + 1
        if (
            tree.words[tree.left_edge(name) - 1] == ","
            and tree.words[right] != ","
            and verb in (right, tree.heads[right])
        ):
            tree.heads[name], tree.deps[name] = verb, dep
            tree.heads[noun], tree.deps[noun] = left - 2, "appos"


def _ends_clause(tree: Tree, token: int) -> bool:
    """A name within a participle's clause."""
    above, seen = token, 0
    while tree.heads[above] != above and seen < 20:
        if tree.deps[above] in ("advcl", "acl"):
            return tree.pos[token] == "PROPN" and above < token
        above, seen = tree.heads[above], seen + 1
    return False


def stand_beside(tree: Tree) -> None:
    """*En battant le tenant du titre, l'Indien X*: a noun with its name, behind a comma, tells who was just spoken of.

    The parser makes it a phrase of the verb, which only times are without a preposition.
    """
    for noun, dep in enumerate(tree.deps):
        below = tree.children(noun)
        if not dep.startswith(("obl", "xcomp")) or tree.pos[noun] not in NOUNS:
            continue
        if any(tree.deps[c] in ("case", "cop") for c in below):
            continue
        left, named = tree.left_edge(noun), noun + 1 in below and tree.pos[noun + 1] == "PROPN"
        if not named or left < 2 or tree.words[left - 1] != "," or "Definite=Def" not in tree.morphs[left]:
            continue
        before = left - 2
        while tree.deps[before] in ("nmod", "amod") and tree.heads[before] < before:
            before = tree.heads[before]
        nominal = tree.pos[before] == "NOUN" or any(tree.deps[c] == "det" for c in tree.children(before))
        if nominal and tree.deps[before].startswith(("obj", "obl")):
            tree.heads[noun], tree.deps[noun] = before, "appos"
