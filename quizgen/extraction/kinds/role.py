"""Who holds which role: a noun for a function beside a name, before it, after it or with a copula."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.grounding import dangling, has_possessive
from quizgen.extraction.mention_spans import Mention, has_particle
from quizgen.extraction.phrases import comma_before, render, trim
from quizgen.extraction.role_bodies import body_told
from quizgen.extraction.role_states import countries, country_told, is_national, names_region
from quizgen.extraction.role_words import is_former, is_role, surface_roles
from quizgen.extraction.slots import mention_slot
from quizgen.facts import RoleFact, Slot
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.clauses import finite_of
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
    if tokens[0].pos_ == "PRON" or any(_person_at(t, paragraph, context) for t in tokens) or has_possessive(tokens):
        return None
    if noun.lemma_.lower() in words(context.language, "offices", "too_general"):
        return None
    if noun.lemma_.lower() in words(context.language, "offices", "ranks"):
        return None  # *numéro deux mondial*: of what?
    if any(t.i < noun.i and t.pos_ not in ("ADJ", "DET", "PROPN", "NUM") for t in tokens):
        return None  # *d'abord journaliste*
    if dangling([t for t in tokens if t.i != noun.i], paragraph, context) is not None:
        if noun.text.lower() in lexicon(context.language, "offices")["held"]:
            return None  # *le président*: of what, another sentence says
        tokens = [noun]
    text = render(tokens, paragraph, context)
    if text and tokens[0].text.istitle() and not tokens[0].ent_type_:
        text = text[:1].lower() + text[1:]  # *le Roi X*
    return text if text and len(text.split()) <= _LONGEST_CALL and "«" not in text else None


def _all_roles(mention: Mention, context: Context) -> Iterator[tuple[Token, list[Token], str]]:
    """By the tree and by the words; not what the next name takes (*X, le président russe, Y, a …*)."""
    for noun, tokens, rule in (*_roles(mention, context), *surface_roles(mention, context)):
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


def _roles(mention: Mention, context: Context) -> Iterator[tuple[Token, list[Token], str]]:
    """Nouns that name the person's function, with their phrase and the rule that found each."""
    doc = mention.paragraph.doc
    head = doc[mention.left : mention.right].root
    if head.dep_ in _BESIDE and not _cased(head) and is_role(head.head, context) and head.head.i < head.i:
        if _adjacent(head.head, mention):
            yield head.head, _both_roles(head.head, mention, context), "role-before"
    for child in head.children:
        comma = comma_before(child)
        if child.dep_ == "appos" and child.i > mention.right - 1 and comma is not None and is_role(child, context):
            verbless = all(t.pos_ not in ("VERB", "AUX") for t in doc[mention.right : child.i])
            if verbless and (comma == mention.right or _only_brackets(doc, mention.right, comma)):
                yield child, _role_tokens(child, mention), "role-after"
    for child in head.children:
        if child.dep_ == "acl:relcl" and is_role(child, context) and _is_now(child, context):
            yield child, _role_tokens(child, mention), "role-relative"
    if head.dep_ == "nsubj" and any(
        c.dep_ == "cop" and c.lemma_ in words(context.language, "clauses", "being") for c in head.head.children
    ):
        finite = finite_of(head.head)
        to_come = finite is not None and "Fut" in finite.morph.get("Tense", [])
        if is_role(head.head, context) and not _negated(head.head) and not to_come:
            yield head.head, _role_tokens(head.head, mention), "role-copula"


def _is_now(noun: Token, context: Context) -> bool:
    """*X, qui est maire de …*: a copula in the present, not denied."""
    finite = finite_of(noun)
    being = words(context.language, "clauses", "being")
    here = finite is not None and finite.lemma_ in being and "Pres" in finite.morph.get("Tense", [])
    subject = any(c.dep_ == "nsubj" and "Rel" in c.morph.get("PronType", []) for c in noun.children)
    return here and subject and not _negated(noun)


def _both_roles(noun: Token, mention: Mention, context: Context) -> list[Token]:
    """The phrase of a function; of two said together (*homme de radio et réalisateur français X*) both."""
    if not any(c.dep_ == "conj" and is_role(c, context) and c.i < mention.left for c in noun.children):
        return _role_tokens(noun, mention)
    between = list(noun.doc[noun.i : mention.left])
    return between if all(t.pos_ not in ("PUNCT", "VERB", "AUX") for t in between) else []


def _adjacent(noun: Token, mention: Mention) -> bool:
    """Nothing but the role's own words and one comma between the noun and the name."""
    between = noun.doc[noun.i + 1 : mention.left]
    if any(t.pos_ in ("VERB", "AUX", "SCONJ") and t.dep_ not in ("acl",) for t in between):
        return False
    return sum(t.text == "," for t in between) <= 1 and all(t.text not in ";:«»" for t in between)


def _only_brackets(doc: object, left: int, right: int) -> bool:
    tokens = doc[left:right]  # type: ignore[index]
    return len(tokens) > 1 and tokens[0].text == "(" and tokens[-1].text == ")"


def _cased(token: Token) -> bool:
    return any(child.dep_ == "case" for child in token.children)


def _negated(token: Token) -> bool:
    return any("Neg" in child.morph.get("Polarity", []) for child in token.children)


def _fact(mention: Mention, noun: Token, tokens: list[Token], rule: str, context: Context) -> RoleFact | None:
    paragraph = mention.paragraph
    if not tokens or tokens[0].text.lower() in words(context.language, "clauses", "relative_subjects"):
        return None
    if any(_person_at(t, paragraph, context) for t in tokens) or tokens[-1].pos_ in ("ADP", "DET", "CCONJ"):
        return None
    if noun.i + 1 < len(noun.doc) and noun.nbor(1).pos_ == "DET" and noun.i < tokens[-1].i:
        return None  # *X, représentant le Japon*: a participle
    last = tokens[-1]
    if not last.whitespace_ and last.i + 1 < len(last.doc) and last.nbor(1).text[:1] in "-’'":
        return None  # *auteur d'Emmenez* | *-moi*
    if _two_persons(mention) or _then(tokens, context) or _goes_on(tokens, context):
        return None
    if noun.lemma_.lower() in words(context.language, "offices", "too_general") and any(t.like_num for t in tokens):
        return None  # *un homme de 22 ans*
    if any(t.text.lower() in words(context.language, "offices", "outgoing") for t in tokens):
        return None  # *le directeur sortant de la CIA*
    if _of_somebody(noun, mention, context) or _of_the_other_gender(noun, mention, context):
        return None
    if has_possessive(tokens) or has_possessive(noun.children):
        return None  # *leur ambassadeur*: whose, another phrase says
    country = country_told(noun, tokens, mention, context)
    of_a_state = is_national(noun, tokens, context.language)
    stateless = country is None and of_a_state and not countries(paragraph, tokens, context)
    stateless = stateless and not names_region(noun, tokens, paragraph, context)
    placed = (context.mentions.at(paragraph, t) for t in tokens)
    table = lexicon(context.language, "offices")
    said = [t for t in tokens if t.text.lower() not in table["former"]]
    if stateless and (not _says_office(noun, said, table) or any(m and m.type == "location" for m in placed)):
        return None  # *le président*: of what, neither the phrase nor the headline tells
    body = body_told(noun, tokens, mention, context) if country is None and not stateless else None
    told = country is not None or body is not None
    if not told and (
        _ungrounded(tokens, noun, paragraph, context)
        or not (stateless or _says_of_what(noun, tokens, paragraph, context))
    ):
        return None
    text = render(_without_nationality(noun, tokens, paragraph, context), paragraph, context)
    if not text or len(text.split()) > 11 or text.count("«") != text.count("»"):
        return None
    if told:
        text = _without_the_whole(text, context)
    if noun.text.istitle():
        text = text.replace(noun.text, noun.text.lower(), 1)
    if tokens[0].is_sent_start:
        text = text[:1].lower() + text[1:]
    if not told and len(said) < 2:
        return None
    holder = mention_slot(mention, context)
    if holder is None:
        return None
    start = paragraph.start + tokens[0].idx
    if context.quoted(Span(start=start, end=start + 1)):
        return None
    end = paragraph.start + tokens[-1].idx + len(tokens[-1].text)
    sentence = noun.sent
    first = paragraph.start + sentence.start_char
    held = bool({noun.lemma_.lower(), noun.text.lower()} & set(table["held"])) and not _is_trade(tokens, context)
    former = any(is_former(t, context) for t in tokens)
    if held and not former and not _of_now(mention, context) or former and stateless:
        return None
    known_by = country is not None and len(tokens) > 1
    standing = _standing(noun, tokens, held, table, mention, context, told=known_by, former=former)
    if standing == "late" and _is_one_of_several(noun, tokens, context):
        return None
    return RoleFact(
        rule=rule,
        sentence=Span(start=first, end=first + len(sentence.text.rstrip())),
        holder=holder,
        role=Slot(
            text=text, type="role", start=start, end=end,
            noun=next((t.text.lower() for t in tokens if t.i == noun.i), None),
            value="office" if stateless and held else standing,
        ),
        where=Slot(text=country.name.full, type="country") if country is not None else body,
        former=former,
    )  # fmt: skip


def _goes_on(tokens: list[Token], context: Context) -> bool:
    """*Président du Tchad* | *et de l'Union africaine*: half of what somebody is the head of."""
    behind = tokens[0].doc[tokens[-1].i + 1 : tokens[-1].i + 3]
    of = words(context.language, "clauses", "of")
    return len(behind) > 1 and behind[0].pos_ == "CCONJ" and behind[1].text.lower() in of


def _is_one_of_several(noun: Token, tokens: list[Token], context: Context) -> bool:
    """*Animateur de télévision, critique, écrivain*: whoever names another is right too."""
    behind = (c for c in noun.children if c.dep_ in ("conj", "appos") and c.i > tokens[-1].i)
    return any(_is_human(c, context) and all(d.dep_ != "det" for d in c.children) for c in behind)


def _then(tokens: list[Token], context: Context) -> bool:
    """*Alors ministre du Budget*, *le ministre de l'époque*: told of another time."""
    doc, then = tokens[0].doc, words(context.language, "offices", "then")
    around = [*doc[max(0, tokens[0].i - 1) : tokens[0].i], *doc[tokens[-1].i + 1 : tokens[-1].i + 4]]
    return any(t.text.lower() in then for t in (*around, *tokens))


def _without_nationality(noun: Token, tokens: list[Token], paragraph: Paragraph, context: Context) -> list[Token]:
    """*Président qatarien du PSG* → *président du PSG*: the adjective is the person's, the function a known body's.

    As in *secrétaire général des Nations unies sud-coréen*.
    """
    known = context.knowledge
    if noun.i + 1 > tokens[-1].i:
        return tokens
    named = (context.mentions.at(paragraph, t) for t in tokens if t.i > noun.i)
    if not any(m is not None and known.organisation(m.name) is not None for m in named):
        return tokens
    last = tokens[-1]
    if last.text.islower() and known.country_of_adjective(last.text) is not None:
        number, of_body = last.morph.get("Number", []), last.nbor(-1).morph.get("Number", [])
        differ = bool(number and of_body) and number != of_body
        return tokens[:-1] if differ else tokens  # not *présidente du Sénat argentin*
    first, second = noun.nbor(1), noun.doc[noun.i + 2] if noun.i + 2 < len(noun.doc) else None
    if second is None or second.pos_ != "ADP" or known.country_of_adjective(first.text) is None:
        return tokens
    return [t for t in tokens if t.i != first.i]


def _without_the_whole(text: str, context: Context) -> str:
    """*Ministre de la Justice du pays* → *ministre de la Justice*, where the question names the country or the body."""
    ending = next((e for e in words(context.language, "offices", "of_the_whole") if text.endswith(f" {e}")), "")
    return text.removesuffix(ending).rstrip()


def _says_office(noun: Token, said: list[Token], table: dict[str, list[str]]) -> bool:
    """*Ministre de la Culture*, *Premier ministre*, *président de la République*: what somebody was, though not of
    which state. *Le président* alone may be that of a club.
    """
    words_said = [t.text.lower() for t in said]
    if len(said) < _WITH_FIELD:
        return words_said[:1] != words_said[-1:] and words_said[0] in table["first_ministers"]
    return noun.text.lower() in table["portfolio"] or any(word in table["powers"] for word in words_said)


# Words of an office that says its field.
_WITH_FIELD = 3


def _is_trade(tokens: list[Token], context: Context) -> bool:
    """*Chef d'orchestre*, *chef pâtissier*: called a head, but a trade that one has, not an office that one holds."""
    said = " ".join(t.text.lower() for t in tokens).replace("' ", "'").replace("’ ", "'")
    return said.startswith(tuple(words(context.language, "offices", "trades")))


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


def _is_dead(mention: Mention, context: Context) -> bool:
    """The headline, or the sentence that the function stands in, tells the person's death."""
    head = mention.paragraph.doc[mention.left : mention.right].root
    if head.dep_ == "nsubj" and head.head.lemma_.lower() in words(context.language, "offices", "to_die"):
        return True
    headline = (context.parsed.article.title or "").lower()
    told = any(word in headline for word in words(context.language, "offices", "dying"))
    return told and mention.name.rsplit(" ", 1)[-1].lower() in headline


def _two_persons(mention: Mention) -> bool:
    """Two names read as one (*le ministre de François Hollande Manuel Valls*): two known first names in it."""
    gram = grammar(mention.paragraph.doc.lang_)
    words_of_name = mention.name.split()
    if has_particle(mention.name, mention.paragraph.doc.lang_):
        return False
    return len(words_of_name) > 3 and sum(gram.is_surely_person(word, "") for word in words_of_name[1:]) > 0


def _standing(
    noun: Token, tokens: list[Token], held: bool, table: dict[str, list[str]], mention: Mention, context: Context,
    *, told: bool, former: bool,
) -> str:  # fmt: skip
    """``holder``: an office with one holder, named well enough to ask who it is; ``office``; ``occupation``.

    ``told``: the question will name its country. ``former``: it is held no longer.

    ``standing``: what somebody is for a while only, a candidate. ``late``: what somebody was whose death is told.
    """
    if (not held or former) and _is_dead(mention, context):
        return "late"
    if not held:
        return "standing" if noun.lemma_.lower() in table["standing"] else "occupation"
    single = noun.lemma_.lower() in table["single"] or noun.text.lower() in table["single"]
    office = noun.lemma_.lower() in lexicon(context.language, "offices")["portfolio"]
    named = any(
        (not office and context.mentions.at(mention.paragraph, t) is not None)
        or context.knowledge.country_named(t.text) is not None
        or context.knowledge.country_of_adjective(t.text) is not None
        for t in tokens
        if t.i > noun.i
    )
    return "holder" if single and (named or told) else "office"


def _says_of_what(noun: Token, tokens: list[Token], paragraph: Paragraph, context: Context) -> bool:
    """A function alone tells nobody from others: it needs a name, a nationality or a field beside it."""
    if noun.lemma_.lower() in lexicon(context.language, "offices")["standing"]:
        return any(t.text.lower() in words(context.language, "offices", "contests") for t in tokens)
    of_anything = noun.lemma_.lower() not in words(context.language, "worth", "heads")
    powers = lexicon(context.language, "offices")["powers"]
    if noun.text.lower() in lexicon(context.language, "offices")["national"]:
        if any(t.text.lower() in powers for t in tokens):
            return True  # *président de la République*
    return any(
        context.mentions.at(paragraph, t) is not None
        or context.knowledge.country_of_adjective(t.text) is not None
        or (of_anything and t.dep_ == "nmod" and t.head == noun and any(_is_of(c, context) for c in t.children))
        for t in tokens
        if t.i != noun.i
    )


def _is_of(token: Token, context: Context) -> bool:
    return token.dep_ == "case" and token.text.lower() in words(context.language, "clauses", "governed")


def _of_now(mention: Mention, context: Context) -> bool:
    """Whether the person held the role when the article was written.

    No: behind a distant date in its sentence or the one before, or in a sentence told in another past than the perfect.
    """
    paragraph = mention.paragraph
    head = paragraph.doc[mention.left : mention.right].root
    sentence = head.sent
    before = next((s.start_char for s in reversed(list(paragraph.doc.sents)) if s.end <= sentence.start), 0)
    times = context.times_in(paragraph.start + before, paragraph.start + sentence.end_char)
    published = context.parsed.article.date
    if published is not None and not all(_near(time.value, published.year) for time in times):
        return False
    governing = next((t for t in head.ancestors if finite_of(t) is not None), None)
    finite = finite_of(governing) if governing is not None else finite_of(sentence.root)
    if finite is None:
        return True  # *Pour X, ministre de Y, « … »*
    if "Cnd" in finite.morph.get("Mood", []):
        return True
    tense = "".join(finite.morph.get("Tense", []))
    if tense == "Imp":
        return published is not None and not _tells_of_long_ago(paragraph, context)
    return tense in ("Pres", "Fut")


def _tells_of_long_ago(paragraph: Paragraph, context: Context) -> bool:
    """A distant year, or a word of another time, anywhere in the paragraph."""
    published = context.parsed.article.date
    end = paragraph.start + len(paragraph.doc.text)
    distant = any(not _near(t.value, published.year) for t in context.times_in(paragraph.start, end) if published)
    return distant or any(t.text.lower() in words(context.language, "offices", "then") for t in paragraph.doc)


def _near(value: str, year: int) -> bool:
    return not value[:4].isdigit() or int(value[:4]) >= year - 1


def _role_tokens(noun: Token, mention: Mention) -> list[Token]:
    """The noun with its own modifiers, without determiner, name, asides and relative clauses."""
    inside = [
        t
        for t in trim(noun, noun.left_edge.i, noun.right_edge.i + 1)
        if not (mention.left <= t.i < mention.right)
        and not (
            t.head == noun and t.dep_ in ("det", "case", "cop", "nsubj", "punct", "advmod", "aux:tense", "cc", "mark")
        )
    ]
    cut = {
        x.i
        for t in inside
        if (t.dep_ in ("acl:relcl", "acl", "advcl", "parataxis", "conj", "obl:mod", "appos") and t.head == noun)
        or t.text.lower() in lexicon(noun.doc.lang_, "offices")["aged"]
        or (t.head == noun and t.text.lower() in lexicon(noun.doc.lang_, "quantities")["years"])
        for x in t.subtree
    }
    subject = {x.i for c in noun.children if c.dep_ in ("nsubj", "nsubj:pass") for x in c.subtree}
    new = lexicon(noun.doc.lang_, "offices")["passing"]
    since = lexicon(noun.doc.lang_, "offices")["since"]
    until = next((t.i for t in inside if t.i > noun.i and t.text.lower() in since), noun.doc[-1].i + 1)
    inside = [t for t in inside if t.i < until]
    kept = [t for t in inside if t.i not in cut and t.i not in subject]
    while kept and kept[0].text.lower() in new:
        kept = kept[1:]
    while kept and kept[-1].text in ",.;:":
        kept = kept[:-1]
    contiguous = all(
        b.i - a.i == 1 or _only_brackets(noun.doc, a.i + 1, b.i) for a, b in zip(kept, kept[1:], strict=False)
    )
    return kept if contiguous else []


def _ungrounded(tokens: list[Token], noun: Token, paragraph: Paragraph, context: Context) -> bool:
    rest = [t for t in tokens if t.i != noun.i]
    table = lexicon(context.language, "offices")
    if noun.text.lower() in table["national"]:
        rest = [t for t in rest if t.text.lower() not in table["powers"]]
    if noun.text.lower() in table["portfolio"]:
        rest = [t for t in rest if not (t.pos_ == "NOUN" and t.dep_ in ("nmod", "conj"))]  # *de la culture*: its field
    return dangling(rest, paragraph, context) is not None
