"""Words of the source as a card writes them: trimmed, with times resolved and names in full."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from itertools import takewhile
from typing import TYPE_CHECKING

from quizgen.article import Span
from quizgen.extraction.context import Context
from quizgen.languages.lexicon import grammar, lexicon, words
from quizgen.parsing.parsed import Paragraph
from quizgen.parsing.reduction import ASIDE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from quizgen.extraction.mention_spans import Mention
    from quizgen.extraction.times import Time

_LOOSE = ("appos", "acl", "acl:relcl", "advcl", "parataxis", "dislocated", "nmod", "amod", "conj", "obl:mod")
# What a parser takes a number in words for, at the head of a sentence.
_NO_NUMBER = frozenset(("X", "PROPN", "NOUN", "NUM"))
_FUNCTION = frozenset(("DET", "ADP", "ADV", "PRON", "SCONJ", "CCONJ", "NUM", "AUX", "ADJ"))
_CLOCK = re.compile(r"T\d\d:\d\d$")
_SEPARATORS = frozenset((",", ";", ":", "-", "–", "—"))
# Behind these nothing more of what they close can stand.
_CLOSING = frozenset((",", ";", ":", ".", ")", "]", "»", "!", "?", "…"))
_SPACE = re.compile(r"\s+")
_ELIDING = re.compile(r"(\w['’])\s+(?=«)")
_BEFORE = re.compile(r"\s+([,.)\]])")
_DOUBLED = re.compile(r",(\s*,)+")


def trim(head: Token, left: int, right: int, loose: tuple[str, ...] = _LOOSE) -> list[Token]:
    """The tokens ``[left, right)`` of ``head``'s phrase without parentheses and what stands between commas.

    Restrictive modifiers stay: what a comma sets apart can go without changing what is meant. ``loose``:
    the relations that may go.
    """
    doc = head.doc
    while left < head.i and doc[left].text in _SEPARATORS:
        left += 1
    dropped: set[int] = set()
    for token in doc[left:right]:
        if token.i in dropped or token.i == head.i or token.dep_ not in loose:
            continue
        comma = comma_before(token)
        if comma is None or comma < left:
            continue
        if token.head.i != head.i and token.head.dep_ in loose and comma_before(token.head) == comma:
            continue  # *, dont deux enfants*: the whole of it is what is set apart
        before = comma
        if token.dep_ == "conj" or _has_sibling_list(token, head) or _completes_noun(token):
            continue
        end = token.right_edge.i + 1
        if doc[end - 1].text == ",":
            end -= 1  # the second comma, which the tree hangs within
        name = max((token.i, *(c.i for c in token.children if c.dep_.startswith("flat")))) + 1
        if _names_one_of_two(token) and doc[name].text == ",":
            dropped |= {before, name}  # *le président, X, et son rival, Y,*: the commas alone
            continue
        if token.dep_ == "appos" and (_in_list(token) or _is_item(token, end, right)):
            continue
        if token.dep_ != "appos" and end < right and doc[end].pos_ == "CCONJ":
            continue  # what follows may be coordinated within it
        if end < right and doc[end].text not in _CLOSING and token.dep_ in ("acl", "acl:relcl", "appos"):
            continue  # it goes on behind what the tree gives it
        dropped.update(range(before, end))
        if end < right and doc[end].text == "," and _beside_verb(token, doc, end + 1, right):
            dropped.add(end)
    dropped |= asides(list(doc[left:right]))
    return [token for token in doc[left:right] if token.i not in dropped]


def _completes_noun(token: Token) -> bool:
    """An infinitive that a noun needs (*le deuxième, après X, à abandonner*)."""
    return token.dep_ == "acl" and any("Inf" in t.morph.get("VerbForm", []) for t in (token, *token.children))


def _is_item(token: Token, end: int, right: int) -> bool:
    """*Ont bloqué le port, une route et plusieurs ponts*: an indefinite noun behind a definite one is another thing,
    where a conjunction still follows in the phrase.
    """

    def definite(noun: Token, value: str) -> bool:
        return any(value in c.morph.get("Definite", []) for c in noun.children if c.dep_ == "det")

    linked = any(t.pos_ == "CCONJ" for t in token.doc[end:right])
    return linked and definite(token, "Ind") and definite(token.head, "Def")


def _in_list(token: Token) -> bool:
    """An apposition that is an item of an enumeration: its head has more of them, or it has conjuncts."""
    first = token.doc[first_word(token)]
    if any("Rel" in t.morph.get("PronType", []) for t in (first, first.nbor(1))):
        return False  # *dont onze soldats et deux employés*
    beside = [c for c in token.head.children if c.dep_ == "appos" and c.i > token.head.i]
    return (
        any(c.dep_ == "conj" for one in (token, token.head) for c in one.children if c.i > token.i) or len(beside) > 1
    )


def _names_one_of_two(token: Token) -> bool:
    """A name beside one of two nouns that *et* joins."""
    noun = token.head
    joined = noun.dep_ == "conj" or any(c.dep_ == "conj" and c.pos_ == "NOUN" for c in noun.children)
    return token.dep_ == "appos" and token.pos_ == "PROPN" and noun.pos_ == "NOUN" and joined


def _beside_verb(token: Token, doc: Doc, at: int, right: int) -> bool:
    """What is set apart stands between a subject and its verb: both its commas go; else one stays."""
    if at >= right:
        return True
    if doc[at].pos_ in ("VERB", "AUX") and "Fin" in doc[at].morph.get("VerbForm", []):
        return not _within_apposition(token)  # *X, fils de Y, qui …, est*: the second comma closes the longer one too
    if doc[at].pos_ == "ADP" and token.head.dep_ in ("obj", "obl:arg") and token.head.head.i < token.head.i:
        return True  # *a condamné le chef, X, à la prison*
    verb_follows = token.head.head.i >= at
    return verb_follows and token.head.dep_.startswith("nsubj") and not _begins_clause(doc, at, right)


def _within_apposition(token: Token) -> bool:
    above = token.head
    while above.head != above and above.pos_ in ("NOUN", "PROPN"):
        if above.dep_ in _LOOSE and comma_before(above) is not None:
            return True
        above = above.head
    return False


def _begins_clause(doc: Doc, at: int, right: int) -> bool:
    """A noun phrase behind the second comma: the comma parts it from what stands before."""
    return at < right and doc[at].pos_ in ("DET", "NOUN", "PROPN") or (at < right and doc[at].dep_.startswith("nsubj"))


def first_word(token: Token) -> int:
    """Index of the first word of a token's phrase: parsers hang the comma before it now inside, now outside."""
    left = token.left_edge.i
    while left < token.i and token.doc[left].text in _SEPARATORS:
        left += 1
    return left


def comma_before(token: Token) -> int | None:
    """Index of the comma that sets a token's phrase apart, or None."""
    left = first_word(token)
    return left - 1 if left and token.doc[left - 1].text == "," else None


def asides(tokens: list[Token]) -> set[int]:
    """Indices of brackets and connectives: what a card leaves out."""
    connectives = {t.i for t in tokens if t.dep_ == ASIDE and t.text not in "«»"}
    commas = {t.i for t in tokens if t.text == "," and t.i - 1 in connectives and (t.nbor(-1).is_sent_start)}
    return connectives | commas | _parenthesised(tokens)


def _has_sibling_list(token: Token, head: Token) -> bool:
    """Whether the comma before ``token`` is one of an enumeration rather than of an aside."""
    return token.dep_ in ("nmod", "amod", "obl:mod") and any(c.dep_ == "cc" for c in token.head.children)


def _parenthesised(tokens: Iterable[Token]) -> set[int]:
    dropped: set[int] = set()
    depth = 0
    for token in tokens:
        if token.text in ("(", "["):
            depth += 1
        if depth:
            dropped.add(token.i)
        if token.text in (")", "]"):
            depth = max(0, depth - 1)
    return dropped


def render(tokens: list[Token], paragraph: Paragraph, context: Context) -> str | None:
    """The text of ``tokens``: times absolute, names in full; None where a relative time has no date."""
    out: list[str] = []
    index = 0
    said: set[str] = set()
    inside = {token.i for token in tokens}
    while index < len(tokens):
        token = tokens[index]
        written, taken = _replacement(token, inside, paragraph, context)
        if taken < 0:
            return None
        if taken:
            last = token.i + taken - 1
            index += sum(1 for t in tokens[index:] if t.i <= last)
            if written and written in said:
                continue
            said.add(written)
            gap = index < len(tokens) and tokens[index].i != last + 1
            out.append(written + (" " if written and (token.doc[last].whitespace_ or gap) else ""))
        else:
            gap = index + 1 < len(tokens) and tokens[index + 1].i != token.i + 1
            out.append(_accented(token, context) + (" " if token.whitespace_ or gap else ""))
            index += 1
    module = grammar(context.language)
    return tidy(module.joined_dates(module.unelided("".join(out))))


def _accented(token: Token, context: Context) -> str:
    """The word with the accent that a capital may have lost (*A Bordeaux*)."""
    lost: dict[str, str] = lexicon(context.language, "clauses")["unaccented"]
    return lost.get(token.text, token.text) if token.pos_ == "ADP" else token.text


def tidy(text: str) -> str:
    """One space between words, none before a comma or behind an apostrophe, no doubled comma, none at the ends."""
    return _BEFORE.sub(r"\1", _DOUBLED.sub(",", _SPACE.sub(" ", _ELIDING.sub(r"\1", text)))).strip(" ,;:")


def _replacement(token: Token, inside: set[int], paragraph: Paragraph, context: Context) -> tuple[str, int]:
    """What stands for the tokens that begin here and how many they are; (…, -1) where nothing may."""
    mention = context.mentions.at(paragraph, token)
    if (
        mention
        and mention.name != mention.text
        and mention.left == token.i
        and not (_modifies(token) or _is_part_of_name(mention))
    ):
        return mention.name, mention.right - mention.left
    title_of = context.mentions.at(paragraph, token.doc[token.i + 1]) if token.i + 1 < len(token.doc) else None
    if (
        title_of
        and title_of.name != title_of.text
        and title_of.left == token.i + 1
        and title_of.title == token.text.lower()
        and token.i + 1 in inside
    ):
        return title_of.name, 1 + title_of.right - title_of.left
    time = context.time_at(paragraph, token)
    if time is not None and not time.relative and time.start == paragraph.start + token.idx and _points(token):
        return "", 1  # *ce lundi 5 octobre 2015*
    if time is not None and not time.relative and _is_bare_weekday(token, time, paragraph):
        written = grammar(context.language).date_phrase(time, _word_before(token))
        held = context.quoted(Span(start=time.start, end=time.end))
        return ("", 0) if written is None or held else (written, _length(token, time, paragraph))
    if time is None or not time.relative or time.type not in ("DATE", "TIME"):
        return "", 0
    if _is_called_after_day(token, time):
        return "", 0
    if any(time.text.lower().endswith(f" {e}") for e in words(context.language, "clauses", "anaphoric_times")):
        return "", -1  # *un mois plus tôt*: than what is told, not than the article
    if _is_beside_a_day(time, context) and not _tells_day_before(token, time, paragraph, context):
        return "", -1
    length = _length(token, time, paragraph)
    published = context.parsed.article.date
    if context.quoted(Span(start=time.start, end=time.end)):
        return "", -1  # told from the day of the speech, which the article may not say
    if time.value.endswith("_REF"):
        alone = length == 1 and token.pos_ == "ADV" and not any(True for _ in token.children)
        return ("", length) if alone else ("", -1)
    if _beside_another_year(token, time, context, paragraph):
        return "", -1
    if not time.resolved or _to_come(token, time.text):
        return "", -1
    if published is not None and length == 1 and token.pos_ == "ADV" and time.value == published.isoformat():
        # *aujourd'hui*: the day of the article, or only the present; not behind a preposition that needs it
        leaning = bool(token.i) and (token.nbor(-1).pos_ == "ADP" or token.nbor(-1).text.endswith("'"))
        return "", -1 if leaning else length
    if _CLOCK.search(time.value) and (length == 1 or any(c.isdigit() for c in time.text)):
        return "", 0  # an hour of the day, or noon, is true as it stands
    if published is not None and not any(c.isdigit() for c in time.text) and _first_day(time.value) > f"{published}~":
        return "", -1  # a bare weekday to come: the tree's tense alone is not sure enough
    if not all(i in inside for i in range(token.i, token.i + length)):
        return "", -1 if time.relative else 0
    written = grammar(context.language).date_phrase(time, _word_before(token))
    if written is None:
        return "", -1 if time.relative else 0
    return written, length


def _length(token: Token, time: Time, paragraph: Paragraph) -> int:
    """Tokens of a time that begins with ``token``."""
    return sum(1 for _ in takewhile(lambda t: paragraph.start + t.idx < time.end, token.doc[token.i :]))


def _is_bare_weekday(token: Token, time: Time, paragraph: Paragraph) -> bool:
    """*A infligé | lundi 5 octobre 2015 | une amende*: a whole date that begins with its weekday."""
    days = lexicon(token.doc.lang_, "asides")["days"]["names"]
    return time.type == "DATE" and time.start == paragraph.start + token.idx and token.text.lower() in days


def _is_called_after_day(token: Token, time: Time) -> bool:
    """*Le Mouvement du 23 mars*: a day that is part of a name, and of no year."""
    first = token if token.pos_ != "DET" else token.nbor(1)
    of = token.nbor(-1) if token.i else None
    noun = of.nbor(-1) if of is not None and of.i else None
    if noun is None or of is None or of.pos_ != "ADP" or not first.text[:1].isdigit():
        return False
    return noun.text.istitle() and not noun.is_sent_start and not any(c.isdigit() for c in noun.text)


def _points(token: Token) -> bool:
    return token.pos_ == "DET" and "Dem" in token.morph.get("PronType", [])


def _first_day(value: str) -> str:
    """A week by its Monday; other values as they are."""
    return datetime.date.fromisoformat(f"{value}-1").isoformat() if _WEEK.fullmatch(value) else value


_WEEK = re.compile(r"\d{4}-W\d{2}")


def _beside_another_year(token: Token, time: Time, context: Context, paragraph: Paragraph) -> bool:
    """A month or day without its year, in a sentence that names a year of its own: the year is not the article's."""
    if len(time.value) < 7 or not context.parsed.article.date:
        return False
    start = paragraph.start + token.sent.start_char
    others = context.times_in(start, paragraph.start + token.sent.end_char)
    return any(t.value.isdigit() and len(t.value) == 4 and t.value != time.value[:4] and not t.relative for t in others)


def _to_come(token: Token, text: str) -> bool:
    """A bare weekday under an infinitive (*appelle à manifester samedi*): past or to come, the tree cannot tell.

    Not behind what has been done where it is told (*a cessé de produire de l'électricité vendredi*).
    """
    if any(c.isdigit() for c in text):
        return False
    verb = next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or "Inf" not in verb.morph.get("VerbForm", []):
        return False
    done = verb.head.lemma_.lower() in words(token.doc.lang_, "verbs", "done_as_told")
    return not (done and any(c.dep_ == "aux:tense" for c in verb.head.children))


def drops_name_of_thing(last: Token, paragraph: Paragraph, context: Context) -> bool:
    """*Le jeu au succès mondial* | *, Pokémon Go,*: behind what stays stands the name of it, between two commas.

    Not a person's, who is asked for.
    """
    doc = last.doc
    if last.i + 2 >= len(doc) or doc[last.i + 1].text != "," or last.pos_ not in ("NOUN", "ADJ"):
        return False
    first = doc[last.i + 2]
    name = context.mentions.at(paragraph, first)
    right = name.right if name is not None and name.left == first.i else first.i + 1
    if first.pos_ != "PROPN" and name is None or right >= len(doc) or doc[right].text != ",":
        return False
    noun = last
    while noun.dep_ in ("nmod", "amod") and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head  # *le patron de la société*, of which the name is his
    if grammar(context.language).is_human(noun.lemma_.lower()):
        return False
    if grammar(context.language).noun_class(noun.lemma_.lower()) in _NAMED_THINGS:
        return True  # whatever a pipeline takes its name for
    return name is not None and name.type not in ("person", "location")


_NAMED_THINGS = ("organisation", "group", "product", "vehicle", "weapon", "work")


def _is_beside_a_day(time: Time, context: Context) -> bool:
    """*La veille*, *le lendemain*."""
    return bool(set(time.text.lower().split()) & words(context.language, "clauses", "days_beside"))


def _tells_day_before(token: Token, time: Time, paragraph: Paragraph, context: Context) -> bool:
    """Whether this sentence or the one before says which day another one lies beside."""
    before = token.sent.start_char - 1
    last = token.doc[token.sent.start - 1].sent.start_char if before > 0 and token.sent.start else token.sent.start_char
    return any(other.end <= time.start for other in context.times_in(paragraph.start + last, time.start))


def _modifies(token: Token) -> bool:
    """A name right behind a common noun belongs to it (*l'administration Obama*): it stays as it is."""
    if token.dep_ == "nmod":  # *le boson de Higgs*
        return True
    return token.i > 0 and token.nbor(-1).pos_ in ("NOUN", "ADJ") and not token.is_sent_start


def _is_part_of_name(mention: Mention) -> bool:
    """*« Camp Fire »*, of which a pipeline took *Fire* alone for the name of a person told of elsewhere."""
    doc = mention.paragraph.doc
    before = doc[mention.left - 1] if mention.left else None
    behind = doc[mention.right] if mention.right < len(doc) else None
    if before is not None and before.is_sent_start and before.text.lower() != before.lemma_.lower():
        before = None
    return any(t is not None and t.pos_ == "PROPN" and t.text[:1].isupper() for t in (before, behind))


def _word_before(token: Token) -> str:
    return token.nbor(-1).text.lower() if token.i else ""


def may_lower(tokens: list[Token], paragraph: Paragraph, context: Context) -> bool:
    """Whether a phrase has its capital only from beginning the sentence."""
    first = next((t for t in tokens if t.pos_ != "PUNCT"), None)
    if first is None or context.mentions.at(paragraph, first):
        return False
    named = context.mentions.at(paragraph, first.nbor(1)) if first.i + 1 < len(first.doc) else None
    if named is not None and named.title and named.title == first.text.lower():
        return False  # *M. Cameron*, in the place of which his full name may stand
    cardinals = lexicon(context.language, "numbers")["cardinals"]
    if first.pos_ in _NO_NUMBER and all(part in cardinals for part in first.text.lower().split("-")):
        return not any(t.pos_ not in ("PUNCT", "SPACE") for t in first.sent if t.i < first.i)  # *Quarante-trois*
    participle = first.pos_ == "VERB" and "Part" in first.morph.get("VerbForm", [])
    office = first.pos_ == "NOUN" and grammar(context.language).is_human(first.lemma_.lower())
    if first.pos_ not in _FUNCTION and first.dep_ != "nummod" and not participle and not office:
        return False  # *Cent* is a number, whatever it is tagged; *Offertes au musée*, *Maire de Leixões*
    return not any(t.pos_ not in ("PUNCT", "SPACE") for t in first.sent if t.i < first.i)
