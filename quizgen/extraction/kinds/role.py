"""Who holds which role: a noun for a function beside a name, before it, after it or with a copula."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.function_words import has_possessive
from quizgen.extraction.grounding import dangling
from quizgen.extraction.mention_spans import Mention, has_particle
from quizgen.extraction.phrases import render
from quizgen.extraction.role_bodies import body_told
from quizgen.extraction.role_owners import is_behind_relative, owner_told
from quizgen.extraction.role_states import country_told, is_national, names_region, region_told
from quizgen.extraction.role_times import of_now, standing, then
from quizgen.extraction.role_trees import tree_roles
from quizgen.extraction.role_wording import (
    is_trade,
    says_of_what,
    says_office,
    ungrounded,
    whole_name,
    without_nationality,
    without_the_whole,
)
from quizgen.extraction.role_words import is_former, surface_roles
from quizgen.extraction.slots import mention_slot
from quizgen.extraction.states_named import countries
from quizgen.facts import RoleFact, Slot
from quizgen.knowledge import Country
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token


_BESIDE = ("appos", "flat", "flat:name", "nmod")


def find(context: Context) -> Iterator[RoleFact]:
    """One fact per name and role, at its first mention."""
    seen: set[tuple[str, str]] = set()
    for mention in context.mentions.items:
        if mention.type != "person" or " " not in mention.name:
            continue
        for noun, tokens, rule in _all_roles(mention, context):
            fact = _fact(mention, noun, tokens, rule, context)
            if fact is None or (fact.holder.text, fact.role.text.split()[0]) in seen:
                continue
            seen.add((fact.holder.text, fact.role.text.split()[0]))
            yield fact


def functions(context: Context) -> dict[str, str]:
    """Name of a person → what the article calls them beside it (*député russe*, *romancière*), where it is short.

    Not only what can be asked for: any function or occupation that tells who speaks.
    """
    found: dict[str, str] = {}
    for mention in context.mentions.items:
        if mention.type != "person" or " " not in mention.name or mention.name in found:
            continue
        for noun, tokens, _ in _all_roles(mention, context):
            text = _called(noun, tokens, mention, context)
            if text is not None:
                found[mention.name] = text
                break
    return found


_LONGEST_CALL, _BARE_FORMER = 7, 2


def _called(noun: Token, tokens: list[Token], mention: Mention, context: Context) -> str | None:
    paragraph = mention.paragraph
    former = lexicon(context.language, "offices")["former"]
    if not tokens or tokens[-1].pos_ in ("ADP", "DET", "CCONJ"):
        return None
    if any(t.text.lower() in former for t in tokens) and (len(tokens) <= _BARE_FORMER or tokens[0] == noun):
        return None  # *ancien ministre*: of whom there are many
    if tokens[0].pos_ == "PRON" or any(_person_at(t, paragraph, context) for t in tokens):
        return None
    if has_possessive((*tokens, *noun.children)):
        return None
    if noun.lemma_.lower() in words(context.language, "offices", "too_general"):
        return None
    if noun.lemma_.lower() in words(context.language, "offices", "ranks"):
        return None  # *numéro deux mondial*: of what?
    if any(t.i < noun.i and t.pos_ not in ("ADJ", "DET", "PROPN", "NUM") for t in tokens):
        return None  # *d'abord journaliste*
    looks = next(
        (t.i for t in tokens if t.i > noun.i and t.text.lower() in lexicon(context.language, "offices")["with"]), None
    )
    tokens = [t for t in tokens if looks is None or t.i < looks]  # *le planétologue aux favoris légendaires*
    if dangling([t for t in tokens if t.i != noun.i], paragraph, context) is not None:
        if noun.text.lower() in lexicon(context.language, "offices")["held"]:
            return None  # *le président*: of what, another sentence says
        tokens = [noun]
    heads = words(context.language, "worth", "heads") | words(context.language, "worth", "seconds")
    of_headline = context.headline_country is not None and is_national(noun, tokens, context.language)
    if len(tokens) == 1 and noun.text.lower() in heads and not of_headline:
        return None  # *le président X*, of a bank: of what, the question would not say
    if of_headline and not countries(paragraph, tokens, context):
        if country_told(noun, tokens, mention, context) is None:
            return None  # *le Premier ministre X*, of another country than the headline's
    text = render(without_nationality(noun, tokens, paragraph, context), paragraph, context)
    if text and tokens[0].text.istitle() and not tokens[0].ent_type_:
        text = text[:1].lower() + text[1:]  # *le Roi X*
    return text if text and len(text.split()) <= _LONGEST_CALL and "«" not in text else None


def _all_roles(mention: Mention, context: Context) -> Iterator[tuple[Token, list[Token], str]]:
    """By the tree and by the words; not what the next name takes (*X, le président russe, Y, a …*)."""
    for noun, tokens, rule in (*tree_roles(mention, context), *surface_roles(mention, context)):
        if not tokens or tokens[0].i < mention.left or not _is_the_next_ones(tokens, mention, context):
            yield noun, tokens, rule


def _is_the_next_ones(tokens: list[Token], mention: Mention, context: Context) -> bool:
    """A definite function between two names and commas: French sets it before a name as often as behind."""
    doc, end = mention.paragraph.doc, tokens[-1].i + 1
    if (
        end + 1 >= len(doc)
        or doc[end].text != ","
        or not any(
            t.pos_ == "DET" and "Def" in t.morph.get("Definite", []) for t in doc[mention.right : tokens[0].i + 1]
        )
    ):
        return False
    behind = context.mentions.at(mention.paragraph, doc[end + 1])
    return behind is not None and behind.type == "person" and behind.name != mention.name


class _Belonging(NamedTuple):
    """Of what a function is: ``where`` a country or a body that the phrase leaves out; ``whole`` the full name of
    the body that it names in short; ``start`` where the sentence begins that tells it, if another does.
    """

    country: Country | None
    body: Slot | None
    stateless: bool
    whole: str | None
    start: int | None

    @property
    def is_told(self) -> bool:
        """Whether the question must name it, because the phrase does not."""
        return self.country is not None or self.body is not None

    @property
    def where(self) -> Slot | None:
        return Slot(text=self.country.name.full, type="country") if self.country is not None else self.body


def _fact(mention: Mention, noun: Token, tokens: list[Token], rule: str, context: Context) -> RoleFact | None:
    paragraph, table = mention.paragraph, lexicon(context.language, "offices")
    if not _is_function(mention, noun, tokens, context) or _is_besides(tokens, context):
        return None
    of = _of_what(mention, noun, tokens, context)
    text = _written(noun, tokens, of, paragraph, context) if of is not None else None
    holder = mention_slot(mention, context)
    start, end = paragraph.start + tokens[0].idx, paragraph.start + tokens[-1].idx + len(tokens[-1].text)
    if of is None or not text or holder is None or context.quoted(Span(start=start, end=start + 1)):
        return None
    held = bool({noun.lemma_.lower(), noun.text.lower()} & set(table["held"])) and not is_trade(tokens, context)
    former = any(is_former(t, context) for t in tokens)
    if held and not former and not of_now(mention, context) or former and of.stateless:
        return None
    known_by = of.body is not None or of.country is not None and len(tokens) > 1
    value = standing(noun, tokens, held, table, mention, context, told=known_by, former=former)
    several = (
        value == "late" and _is_one_of_several(noun, tokens, context) or held and _has_another(noun, tokens, context)
    )
    if several or of.body is not None and not held:
        return None
    first = paragraph.start + noun.sent.start_char
    return RoleFact(
        rule=rule,
        sentence=Span(start=min(first, of.start or first), end=first + len(noun.sent.text.rstrip())),
        holder=holder,
        role=Slot(
            text=text if of.whole is None else text.removesuffix(tokens[-1].text) + of.whole,
            type="role",
            start=start,
            end=end,
            noun=noun.text.lower(),
            accepted=() if of.whole is None else (text,),
            value="office" if of.stateless and held else value,
        ),
        where=of.where,
        former=former,
    )


def _is_function(mention: Mention, noun: Token, tokens: list[Token], context: Context) -> bool:
    """Whether the phrase is a function of the one person named, now, and whole."""
    if not tokens or tokens[0].text.lower() in words(context.language, "clauses", "relative_subjects"):
        return False
    if any(_person_at(t, mention.paragraph, context) for t in tokens) or tokens[-1].pos_ in ("ADP", "DET", "CCONJ"):
        return False
    if noun.i + 1 < len(noun.doc) and noun.nbor(1).pos_ == "DET" and noun.i < tokens[-1].i:
        return False  # *X, représentant le Japon*: a participle
    last = tokens[-1]
    if not last.whitespace_ and last.i + 1 < len(last.doc) and last.nbor(1).text[:1] in "-’'":
        return False  # *auteur d'Emmenez* | *-moi*
    if _two_persons(mention) or then(tokens, context) or _goes_on(tokens, context):
        return False
    if noun.lemma_.lower() in words(context.language, "offices", "too_general") and any(t.like_num for t in tokens):
        return False  # *un homme de 22 ans*
    table = lexicon(context.language, "offices")
    if noun.text.lower() in table["posted"] and not any(t.text.lower() in table["posts"] for t in tokens):
        return False  # *l'ambassadeur algérien*: where
    races = words(context.language, "clauses", "competitions")
    if noun.text.lower() in table["leading"] and any(t.text.lower() in races for t in tokens):
        return False  # *leader du Tour de France*: for a day
    if noun.text.lower() in table["military"]:
        return False  # *lieutenant-colonel de gendarmerie*
    if len(tokens) == 1 and noun.text.lower() in table["reigning"] and _ORDINAL.search(mention.name):
        return False  # *le roi Albert II*: the name says it
    if any(_disagrees(t, tokens, context) for t in tokens):
        return False  # *président de l'assemblée national*
    behind = last.doc[last.i + 1 : last.i + 2]
    if any(t.text.lower() in words(context.language, "offices", "outgoing") for t in (*tokens, *behind)):
        return False  # *le directeur sortant de la CIA*
    return not (_of_somebody(noun, mention, context) or _of_the_other_gender(noun, mention, context))


def _heads_what_is_described(tokens: list[Token], paragraph: Paragraph, context: Context) -> bool:
    """*PDG du groupe de l'Illinois*: a body by where it is, and not by its name."""
    bodies = words(context.language, "offices", "companies")
    return any(
        t.lemma_.lower() in bodies
        and any(
            c.dep_ == "nmod"
            and any(x.dep_ == "case" for x in c.children)
            and (m := context.mentions.at(paragraph, c)) is not None
            and m.type == "location"
            for c in t.children
        )
        for t in tokens
    )


def _of_what(mention: Mention, noun: Token, tokens: list[Token], context: Context) -> _Belonging | None:
    """What the function is of; None where neither the phrase nor the words around it tell."""
    paragraph, table = mention.paragraph, lexicon(context.language, "offices")
    if _heads_what_is_described(tokens, paragraph, context):
        return None
    owner = owner_told(noun, tokens, mention, context)
    if has_possessive(tokens) or has_possessive(noun.children) and owner is None:
        return None  # *leur ambassadeur*: whose, another phrase says
    if owner is None and is_behind_relative(noun, context):
        return None
    owning = owner.of if owner is not None else None
    of_a_state = is_national(noun, tokens, context.language, whole_name(tokens[-1], mention, context) or "")
    if isinstance(owning, Country) and not of_a_state:
        return None
    country = owning if isinstance(owning, Country) else country_told(noun, tokens, mention, context)
    stateless = country is None and of_a_state and not countries(paragraph, tokens, context)
    stateless = stateless and not names_region(noun, tokens, paragraph, context)
    if stateless and any(t.text.lower() in words(context.language, "worth", "lesser") for t in tokens):
        return None  # *le chef du gouvernement local*: of where
    region = region_told(mention, context) if stateless else None
    if region is not None:
        return _Belonging(None, Slot(text=region.name.full, type="country"), False, None, None)
    placed = (context.mentions.at(paragraph, t) for t in tokens)
    said = [t for t in tokens if t.text.lower() not in table["former"]]
    fields = [t for t in said if context.knowledge.country_of_adjective(t.text) is None]
    first = any(word in t.text.lower() for t in tokens for word in table["first_ministers"])  # *ex-Premier ministre*
    if len(fields) == 1 and noun.text.lower() in table["portfolio"] and not first:
        return None  # *la ministre X*, *le ministre portugais Y*: of what
    if stateless and (not says_office(noun, said, table) or any(m and m.type == "location" for m in placed)):
        return None  # *le président*: of what, neither the phrase nor the headline tells
    found = body_told(noun, tokens, mention, context) if country is None and not stateless else None
    body = owning if isinstance(owning, Slot) else found
    start = owner.start if owner is not None else None
    if country is not None or body is not None:
        whole = whole_name(tokens[-1], mention, context) if body is None else None
        return _Belonging(country, body, stateless, whole, start)
    whole = whole_name(tokens[-1], mention, context) if not stateless else None
    if ungrounded(tokens[:-1] if whole else tokens, noun, paragraph, context) or len(said) < _SHORTEST:
        return None
    return (
        _Belonging(None, None, stateless, whole, None)
        if (stateless or says_of_what(noun, tokens, paragraph, context))
        else None
    )


_SHORTEST, _LONGEST = 2, 11
# The number of a king or a pope.
_ORDINAL = re.compile(r"\b[IVX]+\b$|\bI(?:er|re)\b$")


def _written(noun: Token, tokens: list[Token], of: _Belonging, paragraph: Paragraph, context: Context) -> str | None:
    """The function as a card writes it, in small letters; None where it is too long or cut within a quotation."""
    text = render(without_nationality(noun, tokens, paragraph, context), paragraph, context)
    if not text or len(text.split()) > _LONGEST or text.count("«") != text.count("»"):
        return None
    for ending in words(context.language, "offices", "in_office"):
        text = text.removesuffix(f" {ending}")
    if of.is_told:
        text = without_the_whole(text, context)
    if noun.text.istitle():
        text = text.replace(noun.text, noun.text.lower(), 1)
    return text[:1].lower() + text[1:] if tokens[0].is_sent_start else text


def _is_besides(tokens: list[Token], context: Context) -> bool:
    """*X, par ailleurs député du Rhône*: not what the article knows somebody for."""
    before = tokens[0].doc[max(0, tokens[0].i - 2) : tokens[0].i].text.lower()
    return before in words(context.language, "offices", "besides")


def _disagrees(adjective: Token, tokens: list[Token], context: Context) -> bool:
    """An adjective of one form for men, right behind a feminine noun: a slip of the source."""
    noun = adjective.head
    if adjective.dep_ != "amod" or noun not in tokens or noun.pos_ != "NOUN" or adjective.i != noun.i + 1:
        return False
    feminine = grammar(context.language).gender_of(noun.text, noun.lemma_.lower(), "") == "f"
    return feminine and adjective.text.endswith(tuple(lexicon(context.language, "copy")["only_masculine"]))


def _goes_on(tokens: list[Token], context: Context) -> bool:
    """*Président du Tchad* | *et de l'Union africaine*, *pour l'Australie* | *et la Nouvelle-Zélande*: half of what
    somebody is the head of.
    """
    names = (t for t in tokens[1:] if t.pos_ == "PROPN")
    if any(c.dep_ == "conj" and c.pos_ == "PROPN" and c.i > tokens[-1].i for t in names for c in t.children):
        return True
    behind = tokens[0].doc[tokens[-1].i + 1 : tokens[-1].i + 3]
    of = words(context.language, "clauses", "of")
    return len(behind) > 1 and behind[0].pos_ == "CCONJ" and behind[1].text.lower() in of


def _is_one_of_several(noun: Token, tokens: list[Token], context: Context) -> bool:
    """*Animateur de télévision, critique, écrivain*: whoever names another is right too."""
    behind = (c for c in noun.children if c.dep_ in ("conj", "appos") and c.i > tokens[-1].i)
    return any(_is_human(c, context) and all(d.dep_ != "det" for d in c.children) for c in behind)


def _has_another(noun: Token, tokens: list[Token], context: Context) -> bool:
    """*Le chef du PiS et vice-Premier ministre X*, *X, ministre de l'Intérieur, vice-président du Conseil et …*: of two
    functions in one breath, either is a right answer.
    """
    if any(c.dep_ == "det" for c in noun.children) and noun.dep_ == "conj":
        return False  # *le maire X et le préfet Y*
    if noun.dep_ == "conj" and _is_human(noun.head, context) and noun.head.i < noun.i:
        return True
    if _is_one_of_several(noun, tokens, context):
        return True
    beside = (c for c in noun.head.children if noun.dep_ == "appos" and c.dep_ in ("appos", "conj") and c.i > noun.i)
    return any(_is_human(c, context) and all(d.dep_ != "det" for d in c.children) for c in beside)


def _of_somebody(noun: Token, mention: Mention, context: Context) -> bool:
    """*L'épouse du maire de Lille, Anne Delcourt*: the name may be the first noun's, not the second's."""
    if noun.i < 2 or mention.left < noun.i or not any(t.text == "," for t in noun.doc[noun.i : mention.left]):
        return False
    at = noun.i - 1
    while at > 0 and noun.doc[at].pos_ == "DET":
        at -= 1
    of = words(context.language, "clauses", "governed")
    return at > 0 and noun.doc[at].text.lower() in of and _is_human(noun.doc[at - 1], context)


def _is_human(token: Token, context: Context) -> bool:
    return token.pos_ == "NOUN" and bool(grammar(context.language).is_human(token.lemma_.lower()))


def _of_the_other_gender(noun: Token, mention: Mention, context: Context) -> bool:
    """*La maire de Paris, Stéphane X*: two items of a list. Not *le ministre Y*, which may be said of a woman."""
    feminine = {t.text.lower() for t in noun.children if t.dep_ == "det"} & set(
        lexicon(context.language, "copy")["feminine"]
    )
    gender = grammar(context.language).person_gender(mention.name)
    return bool(feminine) and gender == "m"


def _person_at(token: Token, paragraph: Paragraph, context: Context) -> bool:
    found = context.mentions.at(paragraph, token)
    return found is not None and found.type == "person"


def _two_persons(mention: Mention) -> bool:
    """Two names read as one (*le ministre de François Hollande Manuel Valls*): two known first names in it."""
    gram = grammar(mention.paragraph.doc.lang_)
    words_of_name = mention.name.split()
    if has_particle(mention.name, mention.paragraph.doc.lang_):
        return False
    return len(words_of_name) > 3 and sum(gram.is_surely_person(word, "") for word in words_of_name[1:]) > 0
