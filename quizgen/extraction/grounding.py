"""Whether a phrase stands alone: what it refers to is known without the sentence before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizgen.extraction.context import Context
from quizgen.extraction.mention_spans import Mention
from quizgen.extraction.states_named import only_country
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.parsed import Paragraph
from quizgen.parsing.verb_groups import finite_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLASSES_WITH_MANY = frozenset(("place", "organisation", "group", "time"))
SOFT = "known from the topic"
_CLASSES_OF_THINGS = frozenset(("vehicle", "weapon", "animal", "building", "product", "work"))
_CLASSES_THAT_POINT = frozenset(
    ("person", "group", "organisation", "place", "event", "work", "vehicle", "weapon", "animal", "body", "document",
     "building", "product", "disease", "object", "time")
)  # fmt: skip


def dangling(tokens: list[Token], paragraph: Paragraph, context: Context) -> str | None:
    """Why the phrase cannot stand alone, as ``word: reason``; None where it can.

    A reason that no topic mends comes before one that it does. Possessives are accepted: they are read with the
    subject of the same statement.
    """
    resolved = _resolved_tokens(tokens, paragraph, context)
    inside = {token.i for token in tokens}
    soft: str | None = None
    for token in tokens:
        reason = _reason(token, inside, paragraph, context) if token.i not in resolved else None
        if reason and not is_soft(reason):
            return f"{token.text}: {reason}"
        soft = soft or (f"{token.text}: {reason}" if reason else None)
    return soft


def is_soft(reason: str) -> bool:
    """Whether naming the topic of the article is enough to know what is meant (*le suspect*)."""
    return reason.endswith(SOFT)


def has_possessive(tokens: Iterable[Token]) -> bool:
    """Whether a phrase holds a possessive determiner (UD ``Poss=Yes``)."""
    return any(is_possessive(token) for token in tokens)


def is_possessive(token: Token) -> bool:
    """A possessive determiner, by the tree or by its form."""
    if token.pos_ not in ("DET", "ADJ"):
        return False
    return "Yes" in token.morph.get("Poss", []) or token.text.lower() in words(
        token.doc.lang_, "clauses", "possessives"
    )


def _resolved_tokens(tokens: list[Token], paragraph: Paragraph, context: Context) -> set[int]:
    found: set[int] = set()
    for token in tokens:
        time = context.time_at(paragraph, token)
        if time:
            found.update(t.i for t in tokens if paragraph.start + t.idx < time.end and t.i >= token.i)
    return found


def _reason(token: Token, inside: set[int], paragraph: Paragraph, context: Context) -> str | None:
    word = token.text.lower()
    if _explained(token, context):
        return None
    if word in words(context.language, "clauses", "pointing") and context.mentions.at(paragraph, token) is None:
        return "points outside"
    if token.pos_ == "DET" and "Fin" in token.head.morph.get("VerbForm", []):
        return "pronoun"  # *Édith Piaf le remarque*
    if word in words(context.language, "clauses", "contrasting") and token.i and token.nbor(-1).pos_ in ("VERB", "AUX"):
        return "against somebody said before"
    if word in words(context.language, "clauses", "even") and token.dep_ == "advmod" and finite_of(token.head):
        return "above something said before"
    if "Dem" in token.morph.get("PronType", []) and token.pos_ in ("DET", "PRON"):
        return "demonstrative"
    if lexicon(context.language, "clauses")["idioms"].get(token.head.lemma_.lower()) == word:
        return None
    if is_clitic(token) and word in words(context.language, "clauses", "adverbial_clitics"):
        if token.head.lemma_.lower() not in words(context.language, "clauses", "with_adverbial_clitic"):
            return "pronoun"
    if (
        token.pos_ == "PRON"
        and ("3" in token.morph.get("Person", []))
        and token.dep_ not in ("expl:comp", "expl:pass", "expl:pv")
    ):
        return "pronoun" if "Yes" not in token.morph.get("Reflex", []) else None
    if word in words(context.language, "clauses", "comparing") and not _compared_with(token, context):
        return "than what"
    if word in words(context.language, "clauses", "degrees") and _is_half_a_comparison(token, context):
        return "than what"
    if word in words(context.language, "clauses", "sided") and token.pos_ in ("ADV", "ADP") and _stands_bare(token):
        return "for or against what"
    if _is_a_number_of_those(token):
        return "which of those before"
    if (
        word in words(context.language, "clauses", "relational")
        and token.dep_ in ("amod", "acl")
        and not _goes_on(token)
    ):
        return "of what"
    if word in words(context.language, "clauses", "ordinal_nouns") and _is_alone(token):
        return "which of those before"
    if word in words(context.language, "clauses", "ordinals") and _is_alone(token) and is_definite(token):
        return "which of those before"  # *le troisième a donné 96 % de non*, *la première, UBS*
    if word in words(context.language, "clauses", "ordinals") and _is_one_of_those(token):
        return "which of those before"  # *le premier des deux objets*
    if _is_bare_adjective(token, context):
        return "which of those before"
    if word in words(context.language, "clauses", "the_same") and _compares_with_before(token, context):
        return "the same as before"
    if _is_inhabitant(token, paragraph, context):
        return "which inhabitant"
    if _is_somebodys(token, context):
        return "whose name is not said"
    if _is_first_name(token, paragraph, context):
        return "which of those of this first name"
    named = context.mentions.at(paragraph, token)
    common = token.pos_ == "NOUN" and named is None or _is_short_noun(token, context)
    if common and _is_of_something(token, inside, context):
        return f"of what, {SOFT}"
    if (common or _is_capitalised_noun(token, named, context)) and is_definite(token):
        return _why_not_known(token, inside, paragraph, context)
    return None


def _is_half_a_comparison(token: Token, context: Context) -> bool:
    """*Pèse deux fois plus lourd*, *se montre plus sévère*: than whom? Not *le plus haut*, *plus de 500*."""
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else None
    before = token.nbor(-1) if token.i else None
    participle = behind is not None and "Part" in behind.morph.get("VerbForm", [])  # *moins connu du public*
    if behind is None or not (participle or behind.pos_ in ("ADJ", "ADV")):
        return False
    if before is not None and before.pos_ == "DET":
        return False
    than = words(context.language, "clauses", "than_the_same")
    than |= words(context.language, "clauses", "of") if not participle else frozenset()  # its own complement
    rest = token.doc[behind.i + 1 : token.sent.end]
    negated = any("Neg" in t.morph.get("Polarity", []) for t in token.sent if t.i < token.i)
    return not negated and not any(t.lower_ in than for t in rest)


def _stands_bare(token: Token) -> bool:
    """A preposition with nothing behind it: *ont voté contre*."""
    return token.i + 1 == len(token.doc) or token.nbor(1).is_punct


def _is_a_number_of_those(token: Token) -> bool:
    """*A obtenu les deux*: a number with an article and no noun."""
    alone = token.dep_ in ("obj", "nsubj", "obl:arg", "nmod") and not any(c.dep_ == "nmod" for c in token.children)
    counted = token.pos_ in ("NUM", "PRON", "NOUN") and "Card" in token.morph.get("NumType", [])
    return counted and alone and any("Def" in c.morph.get("Definite", []) for c in token.children if c.dep_ == "det")


def _is_one_of_those(token: Token) -> bool:
    """An ordinal with a number of things told before as its complement, and nothing said of them."""
    told = (c for c in token.children if c.dep_ == "nmod" and any(n.dep_ == "nummod" for n in c.children))
    return any(is_definite(c) and not any(g.dep_ in ("nmod", "acl", "acl:relcl") for g in c.children) for c in told)


def _is_of_something(noun: Token, inside: set[int], context: Context) -> bool:
    """*Des centaines d'opposants*, *800 habitants*: people who are so called of a thing or a place that goes unsaid."""
    if noun.lemma_.lower() not in words(context.language, "clauses", "people_of_something"):
        return False
    told = ("nmod", "amod", "acl", "acl:relcl", "appos")
    return not any(c.dep_ in told and c.i in inside or is_possessive(c) for c in noun.children)


def _is_short_noun(token: Token, context: Context) -> bool:
    """*ONG*, *PME*: a common noun in capitals, which a pipeline takes for a name."""
    return token.text.isupper() and grammar(context.language).noun_class(token.text.lower()) is not None


def _is_capitalised_noun(token: Token, named: Mention | None, context: Context) -> bool:
    """*Le Royaume*, *l'Agence*: a kind of place or body for the one told of before, with the capital of a name."""
    if named is None or named.text != token.text or not token.text.istitle():
        return False
    gram, word = grammar(context.language), token.text.lower()
    if gram.is_unique(word) or context.knowledge.organisation(token.text) or context.knowledge.place(token.text):
        return False
    return gram.noun_class(word) in _CLASSES_WITH_MANY


def _is_inhabitant(token: Token, paragraph: Paragraph, context: Context) -> bool:
    """*La Lyonnaise*: somebody called by the town they are from, with no name."""
    if not token.text[:1].isupper() or not token.i or token.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    if not token.text.endswith(tuple(words(context.language, "clauses", "people"))):
        return False
    if token.dep_ == "amod" and token.head.i > token.i:
        return False  # *le Grand Chelem*
    before, within = token.nbor(-1), words(context.language, "clauses", "inside")
    if token.i > 1 and before.pos_ == "DET" and before.nbor(-1).text.lower() in within:
        return False  # *dans le Libournais*: the land around the town
    if not is_definite_word(before) or before.text.lower() in lexicon(context.language, "copy")["plural"]:
        return False
    if _is_before_person(token, paragraph, context):
        return False
    mention = context.mentions.at(paragraph, token)
    return mention is None or (
        mention.text == token.text
        and context.knowledge.place(token.text) is None
        and context.knowledge.country_named(token.text) is None
        and mention.type == "location"
    )


def _is_somebodys(token: Token, context: Context) -> bool:
    """*Sa grande rivale*, *son homologue*, with no name behind it: who that is, another sentence says."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in words(context.language, "clauses", "counterparts"):
        return False
    if not has_possessive(token.children):
        return False
    named = any(t.pos_ == "PROPN" for t in token.subtree if t.i > token.i)
    behind = token.doc[token.i + 1 : token.i + 4]  # *ses voisins, la Lituanie et la Pologne*
    beside = [t for t in behind if t.pos_ != "DET"][1:2] if len(behind) and behind[0].text == "," else behind[:1]
    return not named and not any(t.pos_ == "PROPN" for t in beside)


def _is_first_name(token: Token, paragraph: Paragraph, context: Context) -> bool:
    """*Yoann, 15 ans*: a first name alone, which neither the article completes nor an office tells (*le pape*)."""
    named = context.mentions.at(paragraph, token)
    if named is None or named.type != "person" or " " in named.name or named.title or named.left != token.i:
        return False
    if grammar(context.language).person_gender(named.name) is None or token.dep_ == "nmod":
        return False  # *le tunnel de Sandu*: no person
    if re.search(rf"\b{re.escape(named.name)}\b(?! [A-ZÀ-Þ])", context.parsed.article.title or ""):
        return False  # known by it alone
    before = token.nbor(-1) if token.i else None
    if before is None:
        return True
    return before.text != "«" and before.lemma_.lower() not in words(context.language, "worth", "of_one_name")


def _is_before_person(token: Token, paragraph: Paragraph, context: Context) -> bool:
    """*L'Australienne Emma Jeffcoat*."""
    named = context.mentions.at(paragraph, token.nbor(1)) if token.i + 1 < len(token.doc) else None
    return named is not None and named.type == "person"


def _compared_with(adjective: Token, context: Context) -> bool:
    """*Supérieur à 3 %*: what it is compared with stands within three words."""
    after = adjective.doc[adjective.i + 1 : adjective.i + 4]
    return any(t.text.lower() in words(context.language, "clauses", "than") for t in after)


def is_clitic(token: Token) -> bool:
    """A pronoun, or what the tree uses as one though it is tagged as a preposition (*en fit une région*)."""
    return token.pos_ == "PRON" or token.dep_ in ("iobj", "obj", "expl:comp")


def _goes_on(adjective: Token) -> bool:
    """*Le virus responsable de la maladie*, not *le virus responsable*."""
    return adjective.i + 1 < len(adjective.doc) and adjective.nbor(1).pos_ == "ADP"


def _is_alone(ordinal: Token) -> bool:
    """*Les cinq premiers*: no noun behind an ordinal."""
    after = ordinal.nbor(1) if ordinal.i + 1 < len(ordinal.doc) else None
    return after is None or after.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM", "ADP")


def _is_bare_adjective(token: Token, context: Context) -> bool:
    """*Le plus meurtrier a coûté la vie à 148 personnes*: an adjective with an article, for a noun told before."""
    if token.pos_ != "ADJ" or not token.dep_.startswith(("nsubj", "obj")) or not token.text.islower():
        return False
    return is_definite(token) and _is_alone(token) and not grammar(context.language).is_human(token.lemma_.lower())


def _compares_with_before(same: Token, context: Context) -> bool:
    """*A pris la même mesure*, and not *à la même heure que Paris*, nor *Oslo et Riga ont le même maire*."""
    noun = same.head
    if same.dep_ != "amod" or same.i > noun.i or not is_definite(noun):
        return False
    than = words(context.language, "clauses", "than_the_same")
    if any(t.text.lower() in than for t in same.sent if t.i > noun.i):
        return False
    return not any(t.dep_ == "conj" and t.i < same.i for t in same.sent)


def _explained(token: Token, context: Context) -> bool:
    """A pointing word that the next word explains (*ce qui*, *celle de*), or an impersonal subject."""
    before = token.nbor(-1) if token.i else None
    if "Rel" in token.morph.get("PronType", []) and token.dep_ != "nsubj" and token.head.dep_ == "acl:relcl":
        return True  # *l'accord par lequel …*
    without = words(context.language, "clauses", "without")
    if token.pos_ == "NOUN" and before is not None and before.lower_ in without:
        return True  # *sans précédent*
    if _is_second_of_two(token, context):
        return True
    after = lexicon(context.language, "clauses")["explained"].get(token.text.lower(), ())
    if token.i + 1 < len(token.doc) and token.nbor(1).text.lower() in after:
        of = token.nbor(1).text.lower() in words(context.language, "clauses", "of")
        if of and not any(t.pos_ in ("NOUN", "PROPN") for t in token.sent if t.i < token.i):
            return False  # *celui des longs métrages était dirigé par X*: the jury, of the sentence before
        return not token.nbor(1).dep_.startswith("aux")  # *il y a*, not *y avait précipité*
    table = lexicon(context.language, "clauses")
    if token.dep_ == "expl:subj":
        lemma = token.head.lemma_.lower()
        if lemma in table["impersonal_with_y"]:
            return any(child.text.lower() == "y" for child in token.head.children)
        return lemma in table["impersonal"]
    return token.text.lower() in table["general"]


def _is_second_of_two(token: Token, context: Context) -> bool:
    """*Deux satellites, l'un américain et l'autre russe*."""
    one, other = words(context.language, "clauses", "the_one"), words(context.language, "clauses", "the_other")
    if token.text.lower() not in other:
        return False
    told = [t.text.lower() for t in token.sent if t.i < token.i]
    return bool(one & set(told)) and told[-1:] == [token.nbor(-1).text.lower()] and is_definite_word(token.nbor(-1))


def is_definite(noun: Token) -> bool:
    """A definite article before the noun, or one merged into its preposition (*du*, *aux*)."""
    return any(is_definite_word(child) for child in noun.children if child.i < noun.i)


def is_definite_word(token: Token) -> bool:
    """A definite article, alone or merged into a preposition."""
    if token.dep_ == "det":
        return "Def" in token.morph.get("Definite", []) and not _is_partitive(token)
    return token.dep_ == "case" and token.text.lower() in words(token.doc.lang_, "clauses", "contracted")


def _is_partitive(article: Token) -> bool:
    """*Produire de l'électricité*: some of it, not one told of before."""
    before = article.nbor(-1) if article.i else None
    return before is not None and "DET" in before.morph.get("ExtPos", [])


def _why_not_known(noun: Token, inside: set[int], paragraph: Paragraph, context: Context) -> str | None:
    gram = grammar(context.language)
    lemma = noun.lemma_.lower()
    if noun.text[:1].isupper() and context.knowledge.country_of_adjective(noun.text) is not None:
        several = "Plur" in noun.morph.get("Number", [])
        return None if several or _is_before_person(noun, paragraph, context) else "which inhabitant"
    ordinal = any("Ord" in c.morph.get("NumType", []) or c.lemma_ in _ends(context) for c in noun.children)
    if ordinal and lemma in words(context.language, "clauses", "counted_times"):
        return None  # *pour la première fois*
    hollow = lemma in words(context.language, "clauses", "with_content")
    if hollow and _only_says_whose(noun, inside, paragraph, context):
        return "of what content"
    if gram.is_unique(lemma) or _says_what_kind(noun, context) or anchored(noun, inside, paragraph, context):
        return None
    if _is_of_a_locution(noun, context) or _takes_up_subject(noun, paragraph, context):
        return None
    if _is_superlative(noun, inside, context):
        return None
    if lemma in context.title_lemmas:
        return f"in the headline, {SOFT}"
    seen = context.first_lines.get(lemma, 1 << 60) < paragraph.start + noun.sent.start_char
    plural = "Plur" in noun.morph.get("Number", [])
    told_before = seen or not plural or any(c.dep_ == "nummod" and c.i < noun.i for c in noun.children)
    kind = gram.noun_class(lemma)
    complemented = any(c.dep_ in ("nmod", "amod", "acl", "acl:relcl") and c.i in inside for c in noun.children)
    national = not plural and not complemented and lemma in words(context.language, "clauses", "of_a_country")
    if national and (context.headline_country or only_country(context)) is not None:
        return f"of the headline's country, {SOFT}"
    if kind in _CLASSES_WITH_MANY and not plural and not complemented:
        return f"which {kind}"
    if lemma in words(context.language, "clauses", "of_a_vote") and not complemented:
        return f"of which vote, {SOFT}"
    if kind in ("organisation", "group") and complemented and not seen:
        return None if lemma in words(context.language, "clauses", "bodies_of_a_state") else f"{kind} {SOFT}"
    if not plural and not complemented and lemma in words(context.language, "clauses", "said_before"):
        return "which of those before"  # *le texte*, *la mesure*: the headline would have called it so
    counted = any(c.dep_ == "nummod" and c.i < noun.i for c in noun.children)
    those = gram.is_human(lemma) or lemma in words(context.language, "clauses", "counted_before")
    if plural and counted and not complemented and those:
        return "which of those before"  # *les deux hommes*
    if kind in _CLASSES_OF_THINGS and not plural and not complemented:
        return f"which {kind}"  # *le camion*: the headline would have named it
    if kind == "event" and plural and not complemented:
        return "which events"  # *les affrontements ont fait 65 morts*, of which the headline says nothing
    by_trade = (kind == "person" or gram.is_human(lemma)) and lemma not in words(
        context.language, "clauses", "parts_in_events"
    )
    if by_trade and not plural and not complemented and not _headline_names_somebody(context):
        return "which person"  # *le réalisateur est né à Faro*, of whom the headline says nothing
    if kind in _CLASSES_THAT_POINT:
        return f"{kind} {SOFT}" if told_before else None  # *les deux chercheuses*
    of = any(c.dep_ in ("nmod", "acl", "acl:relcl") and c.i in inside and not _set_apart(c) for c in noun.children)
    return f"not said of what, {SOFT}" if not of and told_before else None


def _headline_names_somebody(context: Context) -> bool:
    """Whether the last name of a person of the article stands in its headline."""

    def named() -> bool:
        title = set(re.findall(r"[\w-]+", context.parsed.article.title or ""))
        return any(m.type == "person" and m.name.rsplit(" ", 1)[-1] in title for m in context.mentions.items)

    return context.once("somebody in the headline", named)


def _only_says_whose(noun: Token, inside: set[int], paragraph: Paragraph, context: Context) -> bool:
    """*La demande des Irlandais*: who asked, and not what for."""
    telling = ("nmod", "acl", "acl:relcl", "xcomp", "ccomp", "appos")
    told = [c for c in noun.children if c.i in inside and c.dep_ in telling]
    return all(
        c.dep_ == "nmod" and (context.mentions.at(paragraph, c) is not None or c.text[:1].isupper()) for c in told
    )


def _takes_up_subject(noun: Token, paragraph: Paragraph, context: Context) -> bool:
    """*Le gouvernement de l'Alberta … à l'échelle de la province*: of the one place that the subject names."""
    kind = lexicon(context.language, "clauses")["taken_up"].get(noun.lemma_.lower())
    root = noun.sent.root
    subject = next((c for c in root.children if c.dep_.startswith("nsubj") and c.i < root.i < noun.i), None)
    if kind is None or subject is None or any(c.dep_ in ("nmod", "amod", "appos") for c in noun.children):
        return False
    mentions = (context.mentions.at(paragraph, token) for token in subject.subtree)
    named = {mention.name for mention in mentions if mention is not None}
    places = [one for name in named if (one := _place_of(name, context)) is not None]
    return len(places) == 1 and places[0] == kind


def _place_of(name: str, context: Context) -> str | None:
    """What kind of place a name is; None where it is none."""
    if context.knowledge.country_named(name) is not None:
        return "country"
    place = context.knowledge.place(name)
    return place.kind if place is not None else None


def _is_of_a_locution(noun: Token, context: Context) -> bool:
    """*Des ossements mis au jour*: no day."""
    said = [noun.doc[max(0, noun.i - n) : noun.i + 1].text.lower() for n in (1, 2)]
    return bool(words(context.language, "clauses", "locutions") & set(said))


def _ends(context: Context) -> frozenset[str]:
    """*Premier*, *dernier*: what counts without a number."""
    return words(context.language, "clauses", "first_and_last")


def _set_apart(phrase: Token) -> bool:
    """Behind a comma: *l'offre, à 196 dollars l'action*; it does not tell which."""
    first = phrase.left_edge
    return first.text == "," or (first.i > 0 and first.nbor(-1).text == ",")


def _says_what_kind(noun: Token, context: Context) -> bool:
    """*Une alerte à la bombe*: a definite noun that only tells what kind of thing an indefinite one is."""
    if noun.dep_ != "nmod" or "Ind" not in [d for c in noun.head.children for d in c.morph.get("Definite", [])]:
        return False
    case = [c.text.lower() for c in noun.children if c.dep_ == "case"]
    known = grammar(context.language).noun_class(noun.lemma_.lower())
    return case[:1] == [lexicon(context.language, "clauses")["of_a_kind"]] and known not in _CLASSES_WITH_MANY


def _is_superlative(noun: Token, inside: set[int], context: Context) -> bool:
    """*La plus grande donation de l'histoire*: the most of all that its complement holds tells which."""
    more = any(
        t.text.lower() in words(context.language, "clauses", "superlative") for c in noun.children for t in c.subtree
    )
    return more and any(c.dep_ in ("nmod", "acl:relcl") and c.i in inside for c in noun.children)


def _beside_a_body(token: Token, noun: Token, mention: Mention, context: Context) -> bool:
    """*Le numéro deux du groupe, Jean-Philippe Seta*: the tree may hang the name on the group."""
    top = token
    while top.head != noun and top.head != top:
        top = top.head
    kind = grammar(context.language).noun_class(noun.lemma_.lower())
    return top.dep_ in ("appos", "flat:name") and kind in ("group", "organisation", "place")


def _is_anybody(noun: Token, context: Context) -> bool:
    """*Le chercheur américain*: one of many of that nation, unlike *le président américain*, *les députés russes*."""
    if "Plur" in noun.morph.get("Number", []) or not grammar(context.language).is_human(noun.lemma_.lower()):
        return False
    return noun.text.lower() not in words(context.language, "offices", "held")


def anchored(noun: Token, inside: set[int], paragraph: Paragraph, context: Context) -> bool:
    """A name, a date or a nationality within the noun's own modifiers; not in a participle set apart from it."""
    beside = (c for c in noun.children if c.dep_ == "acl" and c.i > noun.i and _set_apart(c))
    apart = {t.i for c in beside for t in c.subtree}  # *la mesure, publiée au Journal officiel*
    for token in noun.subtree:
        if token.i == noun.i or token.i not in inside or token.i in apart:
            continue
        mention = context.mentions.at(paragraph, token)
        if mention is not None and mention.type == "person" and _beside_a_body(token, noun, mention, context):
            continue
        if mention or token.pos_ == "PROPN":
            return True
        nationality = token.pos_ == "ADJ" and context.knowledge.country_of_adjective(token.text) is not None
        if context.time_at(paragraph, token) or nationality and not _is_anybody(noun, context):
            return True
        if token.head == noun and token.lemma_.lower() in words(context.language, "clauses", "of_the_world"):
            return True
    return False
