"""Whole sentences as statements: for clozes, which need no tree, only a sentence that stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.extraction.copy_errors import copy_error
from quizgen.extraction.frames import Statement, lost_object
from quizgen.extraction.grounding import dangling, is_definite, is_possessive, is_soft, of_another_time
from quizgen.extraction.mentions import Mention
from quizgen.extraction.phrases import asides, may_lower, render, trim
from quizgen.extraction.quantities import quantity_slots
from quizgen.extraction.reference import antecedent
from quizgen.extraction.slots import mention_slot, surely_person, surely_typed, with_determiner
from quizgen.facts import Frame, FramePiece, Slot
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.clauses import finite_of
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Span as DocSpan
    from spacy.tokens import Token

_SHORTEST, _LONGEST = 7, 32
_COMFORTABLE = 24
_COLON = re.compile(r":\s*(«|$)")
_SET_APART = ("appos", "acl", "acl:relcl", "advcl")
_END = frozenset(".…")
_OPENING = frozenset("«#@/")
# Between two halves of a name.
_JOINING = frozenset(("-", "–", "and", "&", "of", "the", "to", "for", "und", "y"))


def sentence_statements(context: Context) -> Iterator[Statement]:
    """Each sentence that stands alone, with every name and number in it as a slot."""
    for paragraph in context.parsed.paragraphs:
        for sentence in paragraph.doc.sents:
            made = _statement(sentence, paragraph, context)
            if made is not None:
                yield made


def _statement(sentence: DocSpan, paragraph: Paragraph, context: Context) -> Statement | None:
    tokens = _tokens(sentence, context)
    if not _SHORTEST <= sum(t.is_alpha or t.like_num for t in tokens) <= _LONGEST or not _is_sentence(sentence, tokens):
        return None
    if copy_error(sentence) or not _sound(sentence, context):
        return None
    if any(t.text.lower() in words(context.language, "clauses", "limiting") for t in tokens):
        return None
    start = paragraph.start + sentence.start_char
    end = start + len(sentence.text.rstrip())
    if any(q.start < end and start < q.end and (q.end - q.start > (end - start) * 0.6) for q in context.quotes):
        return None
    needs_topic = False
    referent = antecedent(tokens[0], paragraph, context) if tokens[0].dep_.startswith("nsubj") else None
    rest = tokens[1:] if referent is not None else tokens
    reason = dangling([t for t in rest if not _bound(t, sentence, context)], paragraph, context)
    if any(is_possessive(t) and not _bound(t, sentence, context) for t in rest):
        return None
    if reason is not None:
        if not is_soft(reason):
            return None
        needs_topic = True
    if needs_topic and of_another_time(paragraph, sentence, context):
        return None
    text = render(rest, paragraph, context)
    folded = f" {text.lower()} " if text else ""
    if any(f" {phrase} " in folded for phrase in words(context.language, "clauses", "pointing_phrases")):
        return None
    if referent is not None and text:
        text = f"{referent.text} {text}"
        start = min(start, _sentence_start(referent, paragraph))
    if not text or text.count("«") != text.count("»") or ";" in text or _COLON.search(text):
        return None
    if referent is None and may_lower(tokens, paragraph, context):
        text = text[:1].lower() + text[1:]
    slots = tuple(
        s
        for s in (
            *((referent,) if referent else ()),
            *_names(sentence, paragraph, context),
            *quantity_slots(tokens, paragraph, context),
        )
    )
    piece = FramePiece(role="sentence", text=text, slots=slots, start=start, end=end)
    frame = Frame(pieces=(piece,), verb=(), finite=0)
    return Statement(frame, Span(start=start, end=end), needs_topic=needs_topic)


_BROKEN = ("no subject", "two subjects", "subject and verb disagree", "half of a coordinated subject")


def _sound(sentence: DocSpan, context: Context) -> bool:
    """Whether the main clause has one subject that agrees with its verb."""
    main = next((c for c in context.clauses if c.head == sentence.root), None)
    if main is not None and main.subject is not None and lost_object(main, context):
        return False
    if main is not None and main.tense == "Fut":
        return False
    return main is None or not any(doubt in _BROKEN for doubt in main.doubts) or _impersonal(sentence)


def _impersonal(sentence: DocSpan) -> bool:
    return any(child.dep_ == "expl:subj" for child in sentence.root.children)


def _sentence_start(referent: Slot, paragraph: Paragraph) -> int:
    """Where the sentence begins that names whom a pronoun stands for."""
    at = (referent.start or paragraph.start) - paragraph.start
    return paragraph.start + next((s.start_char for s in paragraph.doc.sents if s.start_char <= at < s.end_char), 0)


def _tokens(sentence: DocSpan, context: Context) -> list[Token]:
    """The words of the sentence without asides, a conjunction at its head and the mark at its end."""
    gone = asides(list(sentence))
    tokens = [t for t in sentence if t.i not in gone and not t.is_space]
    if len(tokens) > _COMFORTABLE:
        kept = {t.i for t in trim(sentence.root, sentence.start, sentence.end, _SET_APART)}
        limiting = words(context.language, "clauses", "limiting")
        kept |= {t.i for t in sentence if t.dep_ == "advcl" and any(c.text.lower() in limiting for c in t.subtree)}
        tokens = [t for t in tokens if t.i in kept]
    if len(tokens) > _COMFORTABLE:
        later = _later_clauses(sentence)
        tokens = [t for t in tokens if t.i not in later]
    droppable = words(context.language, "clauses", "droppable")
    tokens = [
        t for t in tokens if t.dep_ != "advmod" or t.head.pos_ not in ("VERB", "AUX") or t.text.lower() not in droppable
    ]
    opening = words(context.language, "clauses", "opening")
    while tokens and (tokens[0].text == "," or (tokens[0].text.lower() in opening and not _heads_clause(tokens))):
        tokens = tokens[1:]
    while tokens and (tokens[-1].text in _END or tokens[-1].text == ","):
        tokens = tokens[:-1]
    return tokens


def _heads_clause(tokens: list[Token]) -> bool:
    """*Alors que*, *ainsi que*: the first word is half of a conjunction."""
    return len(tokens) > 1 and tokens[1].pos_ == "SCONJ"


def _later_clauses(sentence: DocSpan) -> set[int]:
    """Coordinated clauses with a subject of their own, behind the first: they state something else."""
    gone: set[int] = set()
    for token in sentence.root.children:
        if (
            token.dep_ == "conj"
            and finite_of(token) is not None
            and any(c.dep_.startswith("nsubj") for c in token.children)
        ):
            gone.update(range(token.left_edge.i, token.right_edge.i + 1))
    return gone


def _is_sentence(sentence: DocSpan, tokens: list[Token]) -> bool:
    """A finite verb at its root, a full stop at its end, and nothing of another voice or a question."""
    last = sentence.text.rstrip()[-1:]
    first = tokens[0]
    if any(c.dep_ == "mark" and c.i < sentence.root.i for c in sentence.root.children):
        return False
    if first.pos_ in ("VERB", "AUX") or "Rel" in first.morph.get("PronType", []):
        return False
    if last not in (".", "»", "!") or finite_of(sentence.root) is None:
        return False
    return all(
        "1" not in t.morph.get("Person", []) and "2" not in t.morph.get("Person", [])
        for t in tokens
        if t.pos_ in ("PRON", "VERB", "AUX")
    )


def _bound(token: Token, sentence: DocSpan, context: Context) -> bool:
    """A pronoun or possessive that the sentence's own subject, before it, explains."""
    if token.pos_ not in ("PRON", "DET") or "Dem" in token.morph.get("PronType", []):
        return False
    if token.text.lower() not in words(context.language, "clauses", "personal"):
        return False
    subject = next((c for c in sentence.root.children if c.dep_ in ("nsubj", "nsubj:pass")), None)
    if subject is None or subject.pos_ == "PRON" or subject.i >= token.i:
        return False
    if is_possessive(token):
        finite = finite_of(sentence.root)
        plural = finite is not None and "Plur" in finite.morph.get("Number", [])
        if plural != token.text.lower().startswith("leur"):
            return False
    return not any("Ind" in c.morph.get("Definite", []) for c in subject.children)


def _names(sentence: DocSpan, paragraph: Paragraph, context: Context) -> Iterator[Slot]:
    inside = [m for m in context.mentions.items if m.paragraph is paragraph and sentence.start <= m.left < sentence.end]
    counts = [m.name for m in inside]
    yield from _pairs(inside, context)
    for mention in inside:
        if counts.count(mention.name) > 1 or not _whole(mention) or _listed(mention, context):
            continue
        slot = mention_slot(mention, context)
        if slot is None or slot.type in ("other", "product", "event"):
            continue
        if slot.type == "person" and not surely_person(mention, context):
            continue
        if slot.type == "country" and _behind_a_place(mention, context):
            continue
        if _is_source(mention, context):
            continue
        if _indefinite_or_held(mention) or not surely_typed(mention, slot, context):
            continue
        if _coordinated(mention) or _completes_institution(mention, slot.type):
            continue
        if slot.type in ("place", "city") and not _placed(mention, slot.type == "city", context):
            continue
        yield with_determiner(slot, mention)


def _pairs(mentions: list[Mention], context: Context) -> Iterator[Slot]:
    """Two names of one kind said together (*la Lituanie et la Pologne*): asked together."""
    for one in mentions:
        doc = one.paragraph.doc
        for other in mentions:
            between = doc[one.right : other.left]
            words_between = [t for t in between if t.pos_ != "DET"]
            if other.left <= one.right or len(words_between) != 1 or words_between[0].pos_ != "CCONJ":
                continue
            if _listed(one, context) or not (_whole(one) and _whole(other)):
                continue
            slots = [mention_slot(m, context) for m in (one, other)]
            if None in slots or slots[0].type != slots[1].type or slots[0].type not in _PAIRED:  # type: ignore[union-attr]
                continue
            first, last = (with_determiner(s, m) for s, m in zip(slots, (one, other), strict=True))  # type: ignore[arg-type]
            yield first.model_copy(
                update={
                    "text": f"{first.text} {words_between[0].text} {last.text}", "number": "p", "end": last.end,
                    "name": None, "noun": None, "gender": "f" if first.gender == last.gender == "f" else "m",
                }
            )  # fmt: skip


_PAIRED = ("country", "person", "city", "region", "department")


def _placed(mention: Mention, known: bool, context: Context) -> bool:
    """A place has a preposition of place right before it, a known one also *de*; else it acts: a team, a government."""
    if not mention.left:
        return False
    before = mention.paragraph.doc[mention.left - 1]
    if before.pos_ == "DET" and before.i:
        before = before.nbor(-1)
    if before.i and before.nbor(-1).text.lower() in words(context.language, "clauses", "facing"):
        return False
    of = words(context.language, "clauses", "governed") if known else frozenset()
    return before.text.lower() in words(context.language, "clauses", "place") | of


def _listed(mention: Mention, context: Context) -> bool:
    """One of three or more coordinated things: nothing tells which one is missing."""
    doc = mention.paragraph.doc
    for comma, beside in ((mention.left - 1, mention.left - 2), (mention.right, mention.right + 1)):
        if 0 <= beside < len(doc) and doc[comma].text == ",":
            other = context.mentions.at(mention.paragraph, doc[beside])
            if other is not None and other.type == mention.type:
                return True
    head = doc[mention.left : mention.right].root
    while head.dep_ == "conj":
        head = head.head
    return sum(child.dep_ == "conj" for child in head.children) >= 2


def _is_source(mention: Mention, context: Context) -> bool:
    """*Selon l'AFP*, *d'après les chiffres de l'Insee*: who says it, which a question names and does not ask."""
    before = [t.text.lower() for t in mention.paragraph.doc[max(0, mention.left - 5) : mention.left]]
    according = words(context.language, "lint", "according_to")
    return any(word in according for word in before) or any(f"{a} {b}" in according for a, b in pairwise(before))


def _behind_a_place(mention: Mention, context: Context) -> bool:
    """*À Soria en Espagne*: the place tells the country."""
    doc = mention.paragraph.doc
    before = [t for t in doc[max(0, mention.left - 3) : mention.left] if t.pos_ not in ("DET", "ADP", "PUNCT")]
    found = context.mentions.at(mention.paragraph, before[-1]) if before else None
    return found is not None and found.type == "location"


def _indefinite_or_held(mention: Mention) -> bool:
    """*Un Academy Award*: one of many; *au Mans*: half of the name stands in the preposition."""
    before = mention.paragraph.doc[mention.left - 1] if mention.left else None
    if before is None:
        return False
    held = before.text.lower() in words(before.doc.lang_, "clauses", "contracted") and mention.type == "location"
    known = load_knowledge(before.doc.lang_).country_named(mention.name)
    return "Ind" in before.morph.get("Definite", []) or (held and known is None)


def _coordinated(mention: Mention) -> bool:
    """One of two things said together: the other gives half the answer."""
    head = mention.paragraph.doc[mention.left : mention.right].root
    return head.dep_ == "conj" or any(child.dep_ == "conj" for child in head.children)


def _completes_institution(mention: Mention, kind: str) -> bool:
    """A name that is the end of another's (*le tribunal de Paris*, *la coalition des FDS*)."""
    doc = mention.paragraph.doc
    head = doc[mention.left : mention.right].root
    if head.dep_ != "nmod" or head.head.pos_ not in ("NOUN", "PROPN") or kind == "person":
        return False
    cases = {c.text.lower() for c in head.children if c.dep_ == "case"} & words(doc.lang_, "clauses", "of")
    if cases and is_definite(head.head) and not grammar(doc.lang_).is_unique(head.head.lemma_.lower()):
        if "Plur" not in head.head.morph.get("Number", []):
            return True  # *la commune de …*: the name is all that tells which one
    if cases and head.head.text[:1].isupper() and not head.head.is_sent_start:
        return True
    return bool(cases) and grammar(doc.lang_).noun_class(head.head.lemma_.lower()) in (
        "organisation",
        "group",
        "building",
    )


def _whole(mention: Mention) -> bool:
    """No other capital beside the name that could belong to it."""
    doc = mention.paragraph.doc
    after = doc[mention.right] if mention.right < len(doc) else None
    before = doc[mention.left - 1] if mention.left else None
    if after is not None and (after.text[:1].isupper() or after.text in ("-", "/", "–") or after.like_num):
        return False
    if before is not None and before.text in _JOINING and before.i and before.nbor(-1).text[:1].isupper():
        return False
    if before is not None and before.text in _OPENING or any(t.text in "«»" for t in doc[mention.left : mention.right]):
        return False
    if (
        after is not None
        and mention.right + 1 < len(doc)
        and after.text.lower() in words(doc.lang_, "clauses", "within_names")
    ):
        if doc[mention.right + 1].text[:1].isupper() and mention.type == "location":
            return False  # *Villard d'Héria*
    if _portfolio(mention) or _dedicated(mention, before):
        return False
    return before is None or before.is_sent_start or not before.text[:1].isupper()


def _dedicated(mention: Mention, before: Token | None) -> bool:
    """A name that something else bears (*le lycée Alexis de Tocqueville*, *les stations Total*)."""
    if before is not None and before.pos_ == "ADJ" and not before.is_sent_start and mention.type != "person":
        return True
    if before is None or before.pos_ != "NOUN":
        return False
    gram = grammar(before.doc.lang_)
    if mention.type == "person":
        return not gram.is_human(before.lemma_.lower())
    classes = ("organisation", "group") if mention.type == "organisation" else ("organisation", "place", "group")
    return gram.noun_class(before.lemma_.lower()) not in classes


def _portfolio(mention: Mention) -> bool:
    """*L'Intérieur* behind *ministre de*: part of a title, not a thing of its own."""
    doc = mention.paragraph.doc
    before = [t.lemma_.lower() for t in doc[max(0, mention.left - 4) : mention.left]]
    return bool(set(before) & set(lexicon(doc.lang_, "offices")["portfolio"]))
