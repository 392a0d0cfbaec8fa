"""Who says what a clause says: the article itself, somebody named, or somebody unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.grounding.standing_alone import dangling
from quizgen.extraction.names.persons import person_of
from quizgen.extraction.phrases import may_lower, render
from quizgen.extraction.trimming import trim
from quizgen.facts import Slot
from quizgen.languages.lexicon import lexicon, words
from quizgen.parsing.clauses import Clause
from quizgen.parsing.parsed import Paragraph
from quizgen.parsing.verb_groups import finite_of

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Attribution:
    """``speaker`` is None where the article speaks; ``usable`` is False where somebody unknown does."""

    speaker: Slot | None = None
    usable: bool = True


_UNKNOWN = Attribution(usable=False)


def attribution(clause: Clause, context: Context) -> Attribution:
    """Who answers for ``clause``. Unusable under a verb that asserts nothing (*espérer*, *vouloir*)."""
    spoken = _quoted(clause, context)
    if spoken is not None:
        return spoken
    governed = _governed(clause, context)
    if governed is not None:
        return governed
    return _according_to(clause, context) or Attribution()


def _quoted(clause: Clause, context: Context) -> Attribution | None:
    start = clause.paragraph.start + clause.finite.idx
    for quote in context.quotes:
        if quote.start <= start < quote.end:
            speaker = quote.speaker
            if speaker is None or not quote.certain:
                return _UNKNOWN
            return Attribution(Slot(text=speaker.resolved, type="speaker", start=speaker.start, end=speaker.end))
    return None


def _governed(clause: Clause, context: Context) -> Attribution | None:
    """The subject of the verb of saying above the clause, or beside it in an incise."""
    head = _predicate_above(clause.head.head) if clause.supplied else clause.head
    aside = False
    while head.dep_ in ("conj", "acl:relcl", "advcl:cleft"):
        aside = aside or _begins_anew(head)
        aside = aside or head.dep_ == "acl:relcl" and head.left_edge.i > 0 and _is_comma(head.left_edge)
        if head.dep_ == "advcl:cleft":
            head = head.head  # *c'est X qui …*
        else:
            head = head.head if head.dep_ == "conj" else _predicate_above(head.head)
    if head.dep_ in ("ROOT",):
        return _incise(head, clause.paragraph, context)
    if head.dep_ == "advcl" and _states_a_fact(head, context):
        return Attribution()
    if head.dep_ in ("ccomp", "parataxis"):
        found = _speaker(head.head, clause.paragraph, context)
        return _UNKNOWN if aside and found.speaker is not None else found
    return _UNKNOWN


def _begins_anew(head: Token) -> bool:
    """*X a estimé que …, et la France a appelé …*: behind a comma, with a subject of its own and no second *que*."""
    own = {c.dep_.partition(":")[0] for c in head.children}
    return head.dep_ == "conj" and "nsubj" in own and "mark" not in own and _is_comma(head.left_edge)


def _is_comma(first: Token) -> bool:
    """Whether a comma sets apart what begins here: *… que le virus, qui a fait 36 morts, …*, which anybody may say."""
    return first.text == "," or first.nbor(-1).text == ","


def _states_a_fact(head: Token, context: Context) -> bool:
    """An adverbial clause that the article vouches for (*depuis que*, *parce que*), with no other speaker."""
    marks = " ".join(t.text.lower() for c in head.children if c.dep_ == "mark" for t in c.subtree)
    if not any(marks.startswith(word) for word in lexicon(context.language, "attribution")["factual"]):
        return False
    above = head.head
    return above.dep_ == "ROOT" and above.lemma_.lower() not in _sayings(context)


def _predicate_above(noun: Token) -> Token:
    """The predicate that a noun phrase belongs to: the first finite verb above it."""
    token = noun
    while token.dep_ != "ROOT" and finite_of(token) is None:
        token = token.head
    return token


def _incise(root: Token, paragraph: Paragraph, context: Context) -> Attribution | None:
    for token in root.children:
        if token.dep_ in ("parataxis", "ccomp") and token.lemma_.lower() in _sayings(context):
            if any(child.dep_ == "mark" for child in token.children):
                continue
            if any(child.dep_ in ("ccomp",) for child in token.children):
                continue
            return _speaker(token, paragraph, context)
    return _UNKNOWN if _ends_in_incise(root, context) else None


def _ends_in_incise(root: Token, context: Context) -> bool:
    """A verb of saying right behind the last comma (*…, ajoute encore la source*) that the tree hangs elsewhere."""
    last = [t for t in root.sent if t.text == "," and t.i > root.i][-1:]
    behind = list(root.doc[last[0].i + 1 : last[0].i + 4]) if last else []
    said = (t for t in behind if t.pos_ == "VERB" and t.lemma_.lower() in _sayings(context))
    return any(t.dep_ != "conj" and finite_of(t) is not None for t in said)


def _sayings(context: Context) -> frozenset[str]:
    return frozenset(lexicon(context.language, "attribution")["asserting"])


def _is_time(token: Token, paragraph: Paragraph, context: Context) -> bool:
    """*A annoncé dimanche son producteur*: when, read as who."""
    at = paragraph.start + token.idx
    return any(time.start <= at < time.end for time in context.times)


def _speaker(verb: Token, paragraph: Paragraph, context: Context) -> Attribution:
    if verb.lemma_.lower() not in _sayings(context):
        return _UNKNOWN
    if any("Neg" in child.morph.get("Polarity", []) for child in verb.children):
        return _UNKNOWN
    subjects = (c for c in verb.children if c.dep_ == "nsubj" and not _is_time(c, paragraph, context))
    subject = next(subjects, None)
    if subject is None:
        return _UNKNOWN
    slot = speaker_slot(subject, subject.left_edge.i, subject.right_edge.i + 1, paragraph, context)
    return Attribution(slot) if slot else _UNKNOWN


def speaker_slot(head: Token, left: int, right: int, paragraph: Paragraph, context: Context) -> Slot | None:
    """A speaker's noun phrase as a lead writes it, or None where it does not stand alone."""
    person = person_of(head, left, right, paragraph, context)
    if person is not None:
        return Slot(text=person.name, type="person", start=person.start, end=person.end, name=person.name)
    if head.lemma_.lower() in lexicon(context.language, "attribution")["hollow"] and not _is_told(head, left, right):
        return None
    named = context.mentions.at(paragraph, head)
    right = max(right, named.right) if named is not None and named.type == "organisation" else right
    case = {x.i for c in head.children if c.dep_ == "case" for x in c.subtree}
    tokens = [t for t in trim(head, left, right) if t.i not in case]
    if not tokens or dangling(tokens, paragraph, context):
        return None
    text = render(tokens, paragraph, context)
    if not text or len(text.split()) > 12:
        return None
    if may_lower(tokens, paragraph, context):
        text = text[:1].lower() + text[1:]
    return Slot(text=text, type="speaker", start=paragraph.start + tokens[0].idx)


def _is_told(noun: Token, left: int, right: int) -> bool:
    """A source with a complement or an adjective that says whose it is (*une étude de l'OCDE*)."""
    return any(t.pos_ == "PROPN" or t.ent_type_ for t in noun.doc[left:right])


def _according_to(clause: Clause, context: Context) -> Attribution | None:
    """*Selon X*, anywhere in the sentence: it governs the whole of it."""
    cases = words(context.language, "clauses", "attribution")
    for token in clause.sentence:
        if token.dep_ not in ("obl:mod", "obl:arg", "obl", "nmod", "dislocated"):
            continue
        case = [c for c in token.children if c.dep_ == "case"]
        word = " ".join(
            t.text.lower() for c in case for t in (c, *(f for f in c.children if f.dep_ == "fixed"))
        ).replace("' ", "'")
        if word not in cases or word in lexicon(context.language, "attribution")["ambiguous"]:
            continue
        if token.lemma_.lower() in lexicon(context.language, "attribution")["manners"]:
            continue  # *selon la méthode dite « en amont »*: how
        if _is_of_a_relative(token, clause):
            return _UNKNOWN
        if token.lemma_.lower() in lexicon(context.language, "attribution")["counts"]:
            count = _count(token, clause.paragraph, context)
            return Attribution(count.model_copy(update={"case": word})) if count else Attribution()
        slot = speaker_slot(token, token.left_edge.i, token.right_edge.i + 1, clause.paragraph, context)
        return Attribution(slot.model_copy(update={"case": word})) if slot else _UNKNOWN
    return None


def _count(results: Token, paragraph: Paragraph, context: Context) -> Slot | None:
    """*Selon des résultats encore provisoires* [*de la commission électorale*]: a count, as far as it may change.

    None for one that is final (*selon les résultats définitifs*): what it says is so.
    """
    told = [t for c in results.children if c.dep_ in ("det", "amod") for t in c.subtree]
    if {t.lower_ for t in told} & words(context.language, "attribution", "final"):
        return None
    tokens = sorted((results, *told), key=lambda t: t.i)
    text = render(tokens, paragraph, context) or results.text
    return Slot(text=text[:1].lower() + text[1:], type="speaker", start=paragraph.start + tokens[0].idx)


def _is_of_a_relative(source: Token, clause: Clause) -> bool:
    """*A abrogé un décret qui a fait 34 morts selon X*, without a comma: it may be of the relative clause alone."""
    first = source.left_edge
    if first.i and first.nbor(-1).text == ",":
        return False
    between = source.doc[clause.finite.i + 1 : first.i]
    return any(t.dep_ == "acl:relcl" and not t.is_ancestor(clause.head) and t != clause.head for t in between)


def in_span(clause: Clause, span: Span) -> bool:
    """Whether the clause's verb stands in ``span``."""
    return span.start <= clause.paragraph.start + clause.finite.idx < span.end
