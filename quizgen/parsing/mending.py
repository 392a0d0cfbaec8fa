"""Arcs that the parser gets wrong in the same way each time, put right by the shape of the tree alone."""

from __future__ import annotations

from dataclasses import dataclass

_NOUNS = ("NOUN", "PROPN")


@dataclass(frozen=True)
class Tree:
    """A tree of tokens as spaCy's Doc takes it: a head's index, a label and so on for each; ``mend`` changes them."""

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


def mend(tree: Tree) -> None:
    """Put right what can be told from the tree; heads, labels change in place."""
    _join_appositions(tree)
    _join_names(tree)
    _give_subject(tree)
    _give_infinitive(tree)
    _free_verb(tree)
    _free_noun(tree)
    _give_object(tree)
    _count_as_object(tree)
    _give_some(tree)
    _keep_reflexive(tree)
    _name_as_object(tree)
    _join_list(tree)
    _join_holders(tree)
    _free_apposition(tree)
    _free_name(tree)
    _stand_beside(tree)


def _join_names(tree: Tree) -> None:
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


# Words between a noun and the name beside it.
_FARTHEST = 12


def _join_appositions(tree: Tree) -> None:
    """*L'Iskander-M, un système de missiles, a remplacé …*: a second subject behind a comma is an apposition."""
    heads, deps, words = tree.heads, tree.deps, tree.words
    for i, dep in enumerate(deps):
        if not dep.startswith("nsubj") or tree.pos[i] not in _NOUNS:
            continue
        first = next((j for j in range(i) if heads[j] == heads[i] and deps[j] == dep and tree.pos[j] in _NOUNS), None)
        if first is None or heads[i] < i:
            continue
        left = min(k for k in range(first + 1, i + 1) if tree.under(k, i))
        right = max(k for k in range(first, left) if tree.under(k, first) and words[k] != ",")
        if words[right + 1 : left] == [","] or (words[left] == "," and right + 1 == left):
            heads[i], deps[i] = first, "appos"


def _give_subject(tree: Tree) -> None:
    """*Pogacar renverse Roglic* with the name as the root, a finite verb as its clause: the name is the verb's subject.

    A finite clause that hangs on a noun has a relative pronoun or a subject; one with neither is the main clause.
    """
    for verb, dep in enumerate(tree.deps):
        noun = tree.heads[verb]
        if dep != "acl" or tree.deps[noun] != "ROOT" or noun > verb or tree.pos[noun] not in _NOUNS:
            continue
        if "Mood=Ind" not in tree.morphs[verb] or "VerbForm=Fin" not in tree.morphs[verb]:
            continue
        below = tree.children(verb)
        if any(tree.deps[c].startswith(("nsubj", "mark")) or "PronType=Rel" in tree.morphs[c] for c in below):
            continue
        tree.heads[verb], tree.deps[verb] = verb, "ROOT"
        tree.heads[noun], tree.deps[noun] = verb, "nsubj"
        for child in tree.children(noun):
            if child > verb:
                tree.heads[child] = verb


def _give_infinitive(tree: Tree) -> None:
    """*Ont annoncé à la télévision avoir renversé …*: a past infinitive with nothing before it completes a verb."""
    for verb, dep in enumerate(tree.deps):
        noun = tree.heads[verb]
        if not dep.startswith("acl") or tree.pos[noun] not in _NOUNS or noun > verb:
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


def _free_verb(tree: Tree) -> None:
    """*Vendredi, plus d'un million de personnes ont défilé*: the verb is the root, not the noun set before it."""
    for noun, dep in enumerate(tree.deps):
        if dep != "ROOT" or tree.pos[noun] != "NOUN" or tree.words[noun + 1 : noun + 2] != [","]:
            continue
        verb = next((c for c in tree.children(noun) if c > noun and _is_told(tree, c)), None)
        if verb is None or any(tree.deps[c] == "nsubj" for c in tree.children(noun)):
            continue
        for child in tree.children(noun):
            if child > noun:
                tree.heads[child] = verb
        tree.heads[verb], tree.deps[verb] = verb, "ROOT"
        tree.heads[noun], tree.deps[noun] = verb, "obl:mod"
        _count_as_subject(tree, verb)


def _free_noun(tree: Tree) -> None:
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


def _is_told(tree: Tree, token: int) -> bool:
    """A verb in the indicative, by itself or its auxiliary, that no word makes a subordinate one."""
    if tree.pos[token] != "VERB" or tree.deps[token] not in ("nmod", "acl", "parataxis", "appos"):
        return False
    below = tree.children(token)
    if any(tree.deps[c] == "mark" or "PronType=Rel" in tree.morphs[c] for c in below):
        return False
    finite = [token, *(c for c in below if tree.deps[c].startswith("aux"))]
    return any("Mood=Ind" in tree.morphs[t] and "VerbForm=Fin" in tree.morphs[t] for t in finite)


def _count_as_subject(tree: Tree, verb: int) -> None:
    """*Plus d'un million de personnes*: an adverb that stands for a number is the subject of a verb without one."""
    below = tree.children(verb)
    if any(tree.deps[c].startswith("nsubj") for c in below):
        return
    for child in below:
        if child < verb and tree.deps[child] == "advmod" and "ExtPos=PRON" in tree.morphs[child]:
            tree.deps[child] = "nsubj"
            return


def _two_subjects(tree: Tree) -> list[tuple[int, int]]:
    """Pairs of nouns that are both subject of one verb, in order."""
    found = []
    for second, dep in enumerate(tree.deps):
        if dep.startswith("nsubj") and tree.pos[second] in _NOUNS:
            verb = tree.heads[second]
            others = (c for c in tree.children(verb) if c < second and tree.deps[c].startswith("nsubj"))
            found += [(first, second) for first in others if tree.pos[first] in _NOUNS]
    return found


def _left_edge(tree: Tree, token: int) -> int:
    told = (i for i in range(len(tree.heads)) if tree.deps[i] not in ("punct", "discourse"))
    return min(i for i in told if tree.under(i, token))


def _give_object(tree: Tree) -> None:
    """*La proposition de créer un groupe a été repoussée*: what stands right behind an infinitive is its object."""
    for first, second in _two_subjects(tree):
        before = _left_edge(tree, second) - 1
        if before <= first or "VerbForm=Inf" not in tree.morphs[before] or not tree.under(before, first):
            continue
        if not any(tree.deps[c] == "obj" for c in tree.children(before)):
            tree.heads[second], tree.deps[second] = before, "obj"


def _count_as_object(tree: Tree) -> None:
    """*Fait au moins 27 morts*: a count without a preposition right behind an active verb is its object.

    The treebanks hang the noun behind *plus de 200* on the numeral as ``obl:arg``, and the parser does so with others.
    """
    for token, dep in enumerate(tree.deps):
        verb, below = tree.heads[token], tree.children(token)
        if dep != "obl:arg" or tree.pos[verb] != "VERB" or _left_edge(tree, token) != verb + 1:
            continue
        if any(tree.deps[c] == "case" for c in below) or not any(tree.deps[c] == "nummod" for c in below):
            continue
        if not any(tree.deps[c] in ("obj", "aux:pass") for c in tree.children(verb)):
            tree.deps[token] = "obj"


def _give_some(tree: Tree) -> None:
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


def _keep_reflexive(tree: Tree) -> None:
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


def _name_as_object(tree: Tree) -> None:
    """*Un second mandat, pour des faits identiques, vise X*: of two subjects, the name right behind the verb is no
    subject, but the object of an active verb without one.
    """
    for first, second in _two_subjects(tree):
        verb = tree.heads[second]
        below = tree.children(verb)
        if not first < verb < second or tree.pos[verb] != "VERB" or _left_edge(tree, second) != verb + 1:
            continue
        if tree.pos[second] != "PROPN" or any(tree.deps[c] in ("obj", "aux:pass", "ccomp", "cop") for c in below):
            continue
        if "VerbForm=Fin" in tree.morphs[verb] and not any(tree.deps[c].startswith("expl") for c in below):
            tree.deps[second] = "obj"


def _join_list(tree: Tree) -> None:
    """*L'Union africaine, l'ONU et la France ont condamné*: two subjects, the second a list, are one list."""
    for first, second in _two_subjects(tree):
        left = _left_edge(tree, second)
        listed = [c for c in tree.children(second) if tree.deps[c] == "conj"]
        linked = any(tree.deps[g] == "cc" for c in (*listed, second) for g in tree.children(c))
        if listed and linked and "," in tree.words[left - 1 : left + 1] and left > first:
            tree.heads[second], tree.deps[second] = first, "conj"


def _join_holders(tree: Tree) -> None:
    """*Le président, X, et son rival, Y, ont signé*: what *et* joins to the name is the subject's other half."""
    for noun, dep in enumerate(tree.deps):
        if dep != "appos" or tree.pos[noun] != "NOUN" or not any(tree.deps[c] == "cc" for c in tree.children(noun)):
            continue
        first = tree.heads[noun]
        while tree.deps[first] == "appos":
            first = tree.heads[first]
        verb = tree.heads[first]
        if not tree.deps[first].startswith("nsubj") or _number(tree, first) != "Sing" or verb < noun:
            continue
        if any(_number(tree, t) == "Plur" for t in (verb, *tree.children(verb)) if _is_finite(tree, t)):
            tree.heads[noun], tree.deps[noun] = first, "conj"


def _is_finite(tree: Tree, token: int) -> bool:
    return "Mood=Ind" in tree.morphs[token] and "VerbForm=Fin" in tree.morphs[token]


def _free_apposition(tree: Tree) -> None:
    """*Dans la capitale, le cortège, parti de la gare, a rassemblé …*: no apposition to the place, but the subject."""
    for verb, pos in enumerate(tree.pos):
        below = tree.children(verb)
        finite = [t for t in (verb, *below) if t == verb or tree.deps[t].startswith("aux")]
        told = [t for t in finite if "Mood=Ind" in tree.morphs[t] and "VerbForm=Fin" in tree.morphs[t]]
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
        if determined and _number(tree, noun) in ("", _number(tree, told[0])):
            tree.heads[noun], tree.deps[noun] = verb, "nsubj"
            for other in beside[1:]:
                tree.heads[other] = noun


def _free_name(tree: Tree) -> None:
    """*Installée à Varsovie, la capitale polonaise, Frontex est …*: what no comma parts from the verb is its subject.

    The noun between the commas stands beside the name that ends the clause before it.
    """
    for noun, dep in enumerate(tree.deps):
        if not dep.startswith("nsubj") or tree.pos[noun] != "NOUN" or tree.heads[noun] < noun:
            continue
        left, verb = _left_edge(tree, noun), tree.heads[noun]
        name = next((c for c in tree.children(noun) if tree.deps[c] == "appos" and tree.pos[c] == "PROPN"), None)
        if name is None or name > verb or left < 2 or tree.words[left - 1] != "," or not _ends_clause(tree, left - 2):
            continue
        right = max(i for i in range(name, verb) if tree.under(i, name)) + 1
        if (
            tree.words[_left_edge(tree, name) - 1] == ","
            and tree.words[right] != ","
            and verb in (right, tree.heads[right])
        ):
            tree.heads[name], tree.deps[name] = verb, dep
            tree.heads[noun], tree.deps[noun] = left - 2, "appos"


def _stand_beside(tree: Tree) -> None:
    """*En battant le tenant du titre, l'Indien X*: a noun with its name, behind a comma, tells who was just spoken of.

    The parser makes it a phrase of the verb, which only times are without a preposition.
    """
    for noun, dep in enumerate(tree.deps):
        below = tree.children(noun)
        if not dep.startswith(("obl", "xcomp")) or tree.pos[noun] not in _NOUNS:
            continue
        if any(tree.deps[c] in ("case", "cop") for c in below):
            continue
        left, named = _left_edge(tree, noun), noun + 1 in below and tree.pos[noun + 1] == "PROPN"
        if not named or left < 2 or tree.words[left - 1] != "," or "Definite=Def" not in tree.morphs[left]:
            continue
        before = left - 2
        while tree.deps[before] in ("nmod", "amod") and tree.heads[before] < before:
            before = tree.heads[before]
        nominal = tree.pos[before] == "NOUN" or any(tree.deps[c] == "det" for c in tree.children(before))
        if nominal and tree.deps[before].startswith(("obj", "obl")):
            tree.heads[noun], tree.deps[noun] = before, "appos"


def _ends_clause(tree: Tree, token: int) -> bool:
    """A name within a participle's clause."""
    above, seen = token, 0
    while tree.heads[above] != above and seen < 20:
        if tree.deps[above] in ("advcl", "acl"):
            return tree.pos[token] == "PROPN" and above < token
        above, seen = tree.heads[above], seen + 1
    return False


def _number(tree: Tree, token: int) -> str:
    return next((part[7:] for part in tree.morphs[token].split("|") if part.startswith("Number=")), "")
