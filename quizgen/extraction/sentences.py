"""Whole sentences as statements: for clozes, which need no tree, only a sentence that stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.copy_errors import copy_error, open_apposition
from quizgen.extraction.dating import of_another_time, of_now
from quizgen.extraction.frames_objects import is_appointed_to_nothing, loses_object, lost_object, wants_object
from quizgen.extraction.frames_pieces import has_insertion, has_seam
from quizgen.extraction.frames_subjects import is_bare_number, is_time, lacks_article, swallows_subject
from quizgen.extraction.frames_times import is_future, is_planned, is_yet_to_come
from quizgen.extraction.grounding import (
    anchored,
    dangling,
    is_definite,
    is_possessive,
    is_soft,
)
from quizgen.extraction.phrases import drops_name_of_thing, may_lower, render
from quizgen.extraction.quantities import first_lowered, quantity_slots
from quizgen.extraction.reference import antecedent, shown_with
from quizgen.extraction.sentence_dates import past_dates
from quizgen.extraction.sentence_names import names_of
from quizgen.extraction.sentence_words import kept_words
from quizgen.extraction.statements import Refusal, Statement
from quizgen.extraction.told_elsewhere import (
    comes_back,
    goes_on_saying,
    holds_source,
    is_of_two_turns,
    only_seems,
    points_outside,
)
from quizgen.facts import Frame, FramePiece, Slot
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.clauses import finite_of
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_SHORTEST, _LONGEST = 7, 32
_SHORTEST_HEADLINE = 4
_COLON = re.compile(r":\s*(«|,|$)")


def sentence_statements(context: Context) -> Iterator[Statement]:
    """Each sentence that stands alone, with every name and number in it as a slot."""
    for paragraph in context.parsed.paragraphs:
        for sentence in paragraph.doc.sents:
            made = sentence_statement(sentence, paragraph, context)
            if isinstance(made, Statement):
                yield made


def _tells_more(tokens: list[Token], paragraph: Paragraph, context: Context) -> bool:
    """*La droite s'était divisée : X a recueilli 25 %*: a colon before a statement of its own, not before a list.

    Or before what opened one that was cut (*elles avaient touché le fond : battues par le Malawi*).
    """
    at = next((i for i, t in enumerate(tokens) if t.text == ":" and not _is_said(t, paragraph, context)), len(tokens))
    behind = [t for t in tokens[at + 1 :] if not _is_said(t, paragraph, context)]
    return any("Fin" in t.morph.get("VerbForm", []) for t in behind) or any(t.pos_ == "VERB" for t in behind[:1])


def _is_said(token: Token, paragraph: Paragraph, context: Context) -> bool:
    at = paragraph.start + token.idx
    return bool(context.quoted(Span(start=at, end=at + 1)))


def sentence_statement(sentence: DocSpan, paragraph: Paragraph, context: Context) -> Statement | Refusal:
    """The sentence as a statement, or why it is none."""
    headline = context.parsed.article.is_headline(paragraph.span(sentence))
    tokens = list(sentence) if headline else kept_words(sentence, context)
    shortest = _SHORTEST_HEADLINE if headline else _SHORTEST
    length = sum(t.like_num or any(c.isalpha() for c in t.text) for t in tokens)
    if not shortest <= length <= _LONGEST:
        return Refusal("too short" if length < shortest else "too long")
    if not (_is_headline(paragraph) if headline else _is_sentence(sentence, tokens)):
        return Refusal("not one plain sentence")
    if headline and _somebody_unnamed(tokens, paragraph, context):
        return Refusal("somebody whom the headline does not name")
    wrong = copy_error(sentence)
    if wrong:
        return Refusal(f"the source's French: {wrong}")
    if goes_on_saying(sentence.root, context):
        return Refusal("it goes on with what was said before")
    if is_of_two_turns(sentence, context):
        return Refusal("first one thing and then another")
    if open_apposition(sentence):
        return Refusal("the source's French: one comma of two")
    if has_insertion(sentence):
        return Refusal("words put into a quotation")
    if holds_source(sentence, context):
        return Refusal("a source that would go")
    if _counts_what_went(tokens, context):
        return Refusal("some of those that went are counted")
    kept = {t.i for t in tokens}
    if any(drops_name_of_thing(t, paragraph, context) for t in tokens if t.i + 1 not in kept and t.i + 2 not in kept):
        return Refusal("the name of a thing would go")
    if _cuts_what_colon_lists(sentence, tokens):
        return Refusal("part of what a colon lists would go")
    if _loses_source(sentence, tokens, context):
        return Refusal("a source that would go")
    broken = _broken(sentence, context)
    if broken and not (headline and broken == _TO_COME):
        return Refusal(broken)
    if any(_disagrees(t, context) for t in tokens if t.dep_ == "conj"):
        return Refusal("subject and verb disagree")
    if any(t.text.lower() in words(context.language, "clauses", "limiting") for t in tokens):
        return Refusal("limited statement")
    if not headline and any(_at_that_time(t, context) for t in tokens):
        return Refusal("a time that another sentence tells")
    start = paragraph.start + sentence.start_char
    end = start + len(sentence.text.rstrip())
    if any(q.start < end and start < q.end and (q.end - q.start > (end - start) * 0.6) for q in context.quotes):
        return Refusal("mostly quoted")
    at, referent = _referent(sentence, tokens, paragraph, context)
    rest = [*tokens[:at], *tokens[at + 1 :]] if referent is not None else tokens
    reason = dangling([t for t in rest if not _bound(t, sentence, context)], paragraph, context)
    if any(is_possessive(t) and not _bound(t, sentence, context) for t in rest):
        return Refusal("possessive")
    if reason is not None and not is_soft(reason):
        return Refusal(reason)
    needs_topic = reason is not None and not headline
    if needs_topic and of_another_time(paragraph, sentence, context):
        return Refusal("a topic of today before a fact of another time")
    if (
        sentence.root in rest
        and not _impersonal(sentence)
        and loses_object([sentence.root, *rest], context, only=sentence.root)
    ):
        return Refusal("a verb without the object it needs")
    if any(only_seems(t, context) for t in rest):
        return Refusal("what seemed so when it was written")
    if swallows_subject(sentence):
        return Refusal("a subject read as an object of the verb before")
    if comes_back(sentence.root, context):
        return Refusal("a return from where another sentence tells")
    if has_seam(rest) or _leaves_apposition(rest):
        return Refusal("two names that something stood between")
    if _one_comma_left(rest, sentence.root):
        return Refusal("one comma of two")
    text = _text(tokens, at, referent, paragraph, context)
    if not text:
        return Refusal("relative time or open quotation in what must stay")
    folded = f" {text.lower()} "
    if points_outside(text, context):
        return Refusal("a phrase that points outside")
    shown = shown_with(referent, sentence, paragraph, context) if referent is not None else Span(start=start, end=end)
    if any(f" {word}," in folded for word in words(context.language, "clauses", "relatives")):
        return Refusal("a remark cut out behind a relative pronoun")
    if (
        text.count("«") != text.count("»")
        or ";" in text
        or _COLON.search(text)
        or not headline
        and _tells_more(tokens, paragraph, context)
    ):
        return Refusal("open quotation, or two statements")
    if (referent is None or at) and (
        may_lower(tokens, paragraph, context) or headline and _is_word(tokens[0], paragraph, context)
    ):
        text = text[:1].lower() + text[1:]
    slots = (
        *((referent,) if referent else ()),
        *names_of(sentence, paragraph, context),
        *(first_lowered(slot, text) for slot in quantity_slots(tokens, paragraph, context)),
        *past_dates(sentence, paragraph, context),
    )
    negated = any("Neg" in c.morph.get("Polarity", []) for c in sentence.root.children)
    slots = tuple(s for s in slots if s.text in text and not (negated and s.type.startswith("number")))
    main = context.clause_of(sentence.root)
    tense = ("Perf" if main.perfect else "") + main.tense if main is not None else ""
    piece = FramePiece(role="sentence", text=text, slots=slots, start=shown.start, end=shown.end)
    frame = Frame(pieces=(piece,), verb=(), finite=0, tense=tense)
    return Statement(frame, shown, needs_topic=needs_topic, of_now=of_now(paragraph, sentence, tense, context))


def _leaves_apposition(tokens: list[Token]) -> bool:
    """*X, [présenté comme le chef d'Y], la branche de Z …*: what is cut out takes with it whose apposition follows."""
    return any(
        comma.i - before.i > 1
        and comma.text == ","
        and after.pos_ in ("DET", "NUM")
        and after.head.i > after.i
        and not after.head.dep_.startswith("nsubj")
        for before, comma, after in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _one_comma_left(tokens: list[Token], root: Token) -> bool:
    """*Son fils Ronan, 23 ans ont ouvert*: of what stood between subject and verb, one comma of two is left."""
    subject = next((t for t in tokens if t.head == root and t.dep_.startswith("nsubj") and t.i < root.i), None)
    if subject is None or any(c.dep_ == "conj" and c.i < root.i and _has_comma(c) for c in subject.children):
        return False
    verb = min((t.i for t in tokens if t == root or (t.head == root and t.dep_.startswith("aux"))), default=root.i)
    between = [t for t in tokens if subject.i < t.i < verb]
    cut = any(b.i > a.i + 1 for a, b in pairwise([subject, *between, root]))
    return cut and sum(t.text == "," for t in between) == 1


def _has_comma(token: Token) -> bool:
    return token.left_edge.text == "," or (token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ",")


def _referent(
    sentence: DocSpan, tokens: list[Token], paragraph: Paragraph, context: Context
) -> tuple[int, Slot | None]:
    """Where the pronoun stands that is the sentence's subject, and the person it stands for."""
    for at, token in enumerate(tokens):
        if token.head == sentence.root and token.dep_ == "nsubj" and token.pos_ == "PRON":
            return at, antecedent(token, paragraph, context)
    return 0, None


def _text(tokens: list[Token], at: int, referent: Slot | None, paragraph: Paragraph, context: Context) -> str | None:
    """The words as a card writes them, the person's name in the place of the pronoun."""
    if referent is None:
        return render(tokens, paragraph, context)
    before = render(tokens[:at], paragraph, context) if at else ""
    before = f"{before}," if before and tokens[at - 1].text == "," else before
    after = render(tokens[at + 1 :], paragraph, context)
    if before is None or not after:
        return None
    return " ".join(part for part in (before, referent.text, after) if part)


_BROKEN = ("no subject", "two subjects", "subject and verb disagree", "half of a coordinated subject")
_TO_COME = "a future that is past when the card is learned"


def _broken(sentence: DocSpan, context: Context) -> str | None:
    """Why the main clause is none to trust: it must have one subject that agrees with its verb, and its object."""
    main = context.clause_of(sentence.root)
    if main is None:
        return None
    if main.subject is not None and lost_object(main, context):
        return "a verb without the object it needs"
    objects = ("obj", "ccomp", "xcomp", "iobj", "parataxis")
    if wants_object(main, context) and not any(c.dep_ in objects for c in sentence.root.children):
        return "a verb without the object it needs"
    if is_bare_number(main):
        return "a number of what another clause names"
    if is_appointed_to_nothing(main, context):
        return "appointed, and not to what"
    if lacks_article(main):
        return "a subject without its article"
    if main.subject is not None and is_time(main, context):
        if not any(t.like_num for t in main.subject.tokens):
            return "a date read as the subject"  # *la soirée avait commencé*
    if main.tense == "Fut" or any(c.dep_ == "ccomp" and is_future(c) for c in sentence.root.children):
        return _TO_COME
    if is_yet_to_come(main, context) or is_planned(main, context):
        return "a plan of which nothing tells the end"
    if _impersonal(sentence):
        return None
    return next((doubt for doubt in main.doubts if doubt in _BROKEN), None)


def _impersonal(sentence: DocSpan) -> bool:
    return any(child.dep_ == "expl:subj" for child in sentence.root.children)


def _is_sentence(sentence: DocSpan, tokens: list[Token]) -> bool:
    """A finite verb at its root, a full stop at its end, and nothing of another voice or a question."""
    last = sentence.text.rstrip()[-1:]
    first = tokens[0]
    if first.text.lower() in words(sentence.doc.lang_, "clauses", "leaning"):
        return False
    if any(c.dep_ == "mark" and c.i < sentence.root.i for c in sentence.root.children):
        return False
    if any(_is_of_main_verb(t, sentence.root) for t in sentence if "Rel" in t.morph.get("PronType", [])):
        return False
    if first.pos_ in ("VERB", "AUX") or "Rel" in first.morph.get("PronType", []):
        return False
    if last not in (".", "»", "!") or finite_of(sentence.root) is None:
        return False
    if any(c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN") for c in sentence.root.children):
        if sentence.root.pos_ in ("VERB", "AUX"):
            return False  # *les routes sont coupées et les deux villes isolées*: a clause without its verb
    return all(
        "1" not in t.morph.get("Person", []) and "2" not in t.morph.get("Person", [])
        for t in tokens
        if t.pos_ in ("PRON", "VERB", "AUX")
    )


def _is_of_main_verb(relative: Token, root: Token) -> bool:
    """*Le club, dont l'entraîneur avait échoué*: the verb taken for the main one is a relative clause's."""
    above = relative.head
    while above != root and above.head != above and finite_of(above) is None:
        above = above.head
    return above == root and relative.i < root.i


def _is_headline(paragraph: Paragraph) -> bool:
    """One statement, with a verb or as a noun and what is said of it; no question, no list, nobody's words."""
    doc = paragraph.doc
    if sum(1 for _ in doc.sents) > 1 or any(t.text in _NO_HEADLINE for t in doc):
        return False
    root = doc[:].root
    told = any("Part" in t.morph.get("VerbForm", []) for t in (root, *root.children))
    if told or finite_of(root) is not None or root.pos_ == "VERB":
        return True
    # *Décès de X* tells what happens; *le parquet, une nouvelle institution*, *cinq minutes pour comprendre* do not.
    apposed = any(c.dep_ == "appos" and any(d.dep_ == "det" for d in c.children) for c in root.children)
    names = apposed or any("Inf" in c.morph.get("VerbForm", []) for c in root.children)
    return root.pos_ == "NOUN" and not names


def _somebody_unnamed(tokens: list[Token], paragraph: Paragraph, context: Context) -> bool:
    """*La disparition de l'opposant historique*: one of many, whom neither a name nor an office of state tells."""
    gram = grammar(context.language)
    inside = {t.i for t in tokens}
    offices = words(context.language, "offices", "national") if context.headline_country is not None else frozenset()
    return any(
        t.pos_ == "NOUN"
        and "Plur" not in t.morph.get("Number", [])
        and gram.is_human(t.lemma_.lower())
        and is_definite(t)
        and t.text.lower() not in offices
        and context.mentions.at(paragraph, t) is None
        and not anchored(t, inside, paragraph, context)
        and not (t.i + 1 in inside and context.mentions.at(paragraph, t.nbor(1)))
        for t in tokens
    )


def _disagrees(verb: Token, context: Context) -> bool:
    """*Les entrées … sont en hausse et représente*: the second verb of one subject."""
    clause = context.clause_of(verb)
    return clause is not None and clause.shared_subject and "subject and verb disagree" in clause.doubts


def _at_that_time(token: Token, context: Context) -> bool:
    """*Avait alors porté plainte*, *a depuis remporté*: no conjunction or preposition, but a time told before."""
    if token.text.lower() not in words(context.language, "clauses", "then") or token.is_sent_start:
        return False
    return (
        token.dep_.startswith("advmod")
        and not any(c.dep_ in ("fixed", "obl:arg") for c in token.children)
        and (token.i + 1 == len(token.doc) or token.nbor(1).pos_ != "SCONJ")
    )


def _is_word(token: Token, paragraph: Paragraph, context: Context) -> bool:
    """The first word of a headline, which has its capital from there: no name, no sign of letters."""
    if context.mentions.at(paragraph, token) is not None or not token.text[1:].islower() or token.pos_ == "PROPN":
        return False
    known = grammar(context.language).gender_of(token.text.lower(), token.lemma_.lower(), "")
    return token.pos_ != "NOUN" or known is not None


# In a headline: a question, a remark, two statements.
_NO_HEADLINE = frozenset("?!:;…-–—")


def _counts_what_went(tokens: list[Token], context: Context) -> bool:
    """*Dans l'Oural* | *, dont 200 enfants*: behind what went there is nobody to count some of."""
    kept = {t.i for t in tokens}
    for token in tokens:
        if token.lower_ not in words(context.language, "asides", "counting") or not token.i:
            continue
        before = next((t for t in reversed(list(token.doc[: token.i])) if not t.is_punct), None)
        if before is not None and before.i not in kept:
            return True
    return False


def _cuts_what_colon_lists(sentence: DocSpan, tokens: list[Token]) -> bool:
    """*Deux essais ont échoué : à Faro, …, et à Porto, …*: with one of them alone it is no list."""
    colon = next((t for t in tokens if t.text == ":"), None)
    kept = {t.i for t in tokens}
    return colon is not None and any(t.i > colon.i and t.i not in kept and t.pos_ == "CCONJ" for t in sentence)


def _loses_source(sentence: DocSpan, tokens: list[Token], context: Context) -> bool:
    """*110 000 personnes ont péri, selon X, et deux millions ont fui*: whose count it is, stands in what goes."""
    kept = {t.i for t in tokens}
    gone = "".join(t.text_with_ws for t in sentence if t.i not in kept).lower().replace("’", "'")
    according = words(context.language, "clauses", "attribution") - words(context.language, "clauses", "purpose")
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", gone) for word in according)


def _bound(token: Token, sentence: DocSpan, context: Context) -> bool:
    """A pronoun or possessive that the sentence's own subject, before it, explains."""
    if token.pos_ not in ("PRON", "DET") or "Dem" in token.morph.get("PronType", []):
        return False
    if token.text.lower() not in words(context.language, "clauses", "personal"):
        return False
    if token.pos_ == "DET" and not is_possessive(token):
        return False  # *Édith Piaf le remarque*, where the tree has an article
    if token.text.lower() in words(context.language, "clauses", "adverbial_clitics"):
        return False  # *y avait précipité son vaisseau*: a place or a thing, not the subject
    if is_possessive(token) and token.head.lemma_.lower() in words(context.language, "clauses", "counterparts"):
        return False  # *X, son homologue de Malte*: of whom, the sentence before says
    if _takes_up_subject(token, sentence, context):
        return True
    subject = next((c for c in sentence.root.children if c.dep_ in ("nsubj", "nsubj:pass")), None)
    if subject is None or subject.pos_ == "PRON" or subject.i >= token.i:
        return False
    if is_possessive(token) and any(token in c.subtree for c in subject.children if c.dep_ == "nmod"):
        return False  # *l'action de son rival a bondi*: whose, another sentence says
    if token.pos_ == "PRON" and token.dep_ in ("obj", "iobj") and token.head == subject.head:
        return False  # *Christine Angot l'avait accusé*: not herself
    within = token.dep_ in ("obj", "iobj") and token in subject.subtree
    if token.pos_ == "PRON" and (within or _is_other(token, subject)):
        return False  # *le bus qui la conduisait à Lomé*
    if is_possessive(token) and token.head.i < (finite_of(sentence.root) or sentence.root).i:
        return not token.text.lower().startswith("leur")  # *un camion, en levant sa benne, …*: nobody else is named yet
    if is_possessive(token):
        finite = finite_of(sentence.root)
        plural = finite is not None and "Plur" in finite.morph.get("Number", [])
        if plural != token.text.lower().startswith("leur"):
            return False
    elif token.pos_ == "PRON" and not _same_number(token, finite_of(sentence.root)):
        return False  # *59 % des Italiens ont rejeté les réformes qu'il proposait*
    return not any("Ind" in c.morph.get("Definite", []) for c in subject.children)


def _is_other(pronoun: Token, noun: Token) -> bool:
    """Whether the forms of two words show that they are of different genders."""
    one, two = pronoun.morph.get("Gender", []), noun.morph.get("Gender", [])
    return bool(one) and bool(two) and one != two


def _same_number(pronoun: Token, finite: Token | None) -> bool:
    one = pronoun.morph.get("Number", [])
    two = finite.morph.get("Number", []) if finite is not None else []
    return not one or not two or one == two


def _takes_up_subject(pronoun: Token, sentence: DocSpan, context: Context) -> bool:
    """*… que les explosions sont des attentats et qu'elles ont fait 34 morts*: the one noun before that agrees."""
    gender = lexicon(context.language, "clauses")["subject_pronouns"].get(pronoun.text.lower().rstrip("s"))
    if gender is None or pronoun.pos_ != "PRON" or not pronoun.dep_.startswith("nsubj"):
        return False
    agreeing = [
        t
        for t in sentence
        if t.i < pronoun.i and t.pos_ == "NOUN" and _same_number(pronoun, t) and _gender(t, context) in (gender, None)
    ]
    return len(agreeing) == 1 and agreeing[0].dep_.startswith("nsubj") and _gender(agreeing[0], context) == gender


def _gender(noun: Token, context: Context) -> str | None:
    shown = "".join(noun.morph.get("Gender", []))
    known: str | None = grammar(context.language).gender_of(noun.text, noun.lemma_.lower(), shown)
    return known
