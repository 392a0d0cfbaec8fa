"""Numbers with what they count and their hedges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from quizgen.extraction.context import Context
from quizgen.extraction.function_words import is_definite_word, is_possessive
from quizgen.facts import Gender, Slot
from quizgen.languages.lexicon import grammar, lexicon
from quizgen.parsing.parsed import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

_DIGITS = re.compile(r"\d")


def quantity_slots(tokens: list[Token], paragraph: Paragraph, context: Context) -> list[Slot]:
    """The numbers in a phrase, each with its hedge; times, dates and names are none."""
    found: list[Slot] = []
    index = 0
    while index < len(tokens):
        run = _number_run(tokens, index, paragraph, context)
        if not run:
            index += 1
            continue
        slot = _slot(tokens, index, run, paragraph, context)
        if slot:
            found.append(slot)
        index += run
    return found


def _number_run(tokens: list[Token], index: int, paragraph: Paragraph, context: Context) -> int:
    """How many tokens from ``index`` are one number (*420 000*, *1,5 milliard*, *deux millions*)."""
    if _is_collective(tokens, index, context):
        return 2
    length = 0
    for token in tokens[index:]:
        if not _is_number(token, length > 0, context) or _in_time(token, paragraph, context):
            break
        if context.mentions.at(paragraph, token) is not None:
            break
        length += 1
    rest = tokens[index + length :]
    table = lexicon(context.language, "quantities")
    between = (
        bool(index) and tokens[index - 1].text.lower() in table["from"] and rest[:1] and rest[0].text in table["to"]
    )
    if length and len(rest) > 1 and not between and rest[0].text.lower() in table["range"]:
        more = _number_run(tokens, index + length + 1, paragraph, context)
        return length + 1 + more if more else length
    return length


def _is_collective(tokens: list[Token], index: int, context: Context) -> bool:
    """*Une quinzaine* and what it counts; *une dizaine de jours* is a time."""
    table = lexicon(context.language, "quantities")
    first, *rest = (t.text.lower() for t in tokens[index : index + 4])
    counted = len(rest) == 3 and rest[0] in table["collective"] and rest[1] in table["of"]
    larger = (*table["units"]["duration"], *table["multipliers"], *table["collective"], *table["thousands"])
    return counted and first in table["one"] and rest[2] not in larger


def first_lowered(slot: Slot, text: str) -> Slot:
    """A number in words that opens a sentence, as the card writes it: *trente-cinq*."""
    lowered = slot.text[:1].lower() + slot.text[1:]
    return slot.model_copy(update={"text": lowered}) if text.startswith(lowered) else slot


def _is_number(token: Token, continued: bool, context: Context) -> bool:
    word = token.text.lower()
    if token.text[:1].isdigit():
        return not any(c.isalpha() for c in token.text)
    table = lexicon(context.language, "quantities")
    if continued and word in table["multipliers"]:
        return True
    return word in table["numerals"]


def _in_time(token: Token, paragraph: Paragraph, context: Context) -> bool:
    at = paragraph.start + token.idx
    time = next((time for time in context.times if time.start <= at < time.end), None)
    return time is not None and not (time.type == "DURATION" and _lasts(token, time.start - paragraph.start, context))


def _lasts(token: Token, start: int, context: Context) -> bool:
    """A time that tells how long (*trois ans de prison*), not when (*depuis trois ans*)."""
    first = next((t for t in token.sent if t.idx == start), None)
    if first is None or not _DIGITS.search(first.text) and not _is_number(first, False, context):
        return False
    table = lexicon(context.language, "quantities")
    before = list(token.doc[token.sent.start : first.i])
    before = before[: len(before) - _hedge_length(before, len(before), table["hedges"])]
    words = [t.text.lower() for t in before[-2:]]
    return bool(words) and words[-1] in table["lasting_behind"] and words[0] not in table["elapsed"]


def _slot(tokens: list[Token], index: int, run: int, paragraph: Paragraph, context: Context) -> Slot | None:
    """The number of ``run`` tokens from ``index``, with its hedge and unit; None where it cannot be asked."""
    table = lexicon(context.language, "quantities")
    number = tokens[index : index + run]
    first = index - _hedge_length(tokens, index, table["hedges"])
    if _is_part_before(tokens, first, index, table):
        return None
    if any(t.text.lower() in table["either"] for t in number):
        return None  # *84 ou 86 ans*: the source does not know
    noun_at = index + run + _joined(tokens, index + run, table)
    counted = _noun_of_those(tokens, noun_at, context) or (tokens[noun_at] if noun_at < len(tokens) else None)
    if counted is None:
        return None
    kind = _kind(tokens, first, counted, context)
    end = index + run if kind == "count" else noun_at + 1
    if kind is None or (kind != "count" and _is_part_around(tokens, first, end, kind)):
        return None
    if kind == "money" and end < len(tokens) and _is_nation(tokens[end], context):
        end += 1  # *francs suisses*
    return Slot(
        text=_text(tokens[first:end]),
        type=f"number:{kind}",
        start=paragraph.start + tokens[first].idx,
        end=paragraph.start + tokens[end - 1].idx + len(tokens[end - 1].text),
        noun=counted.text,
        gender=_gender(counted, context) if kind == "count" else None,
        number="p",
        value=_text(number),
    )


def _is_part_before(tokens: list[Token], first: int, index: int, table: dict[str, Any]) -> bool:
    """Whether the word before a number at ``index``, or before its hedge at ``first``, makes it part of another."""
    if index > 1 and tokens[index - 1].text.lower() in (*table["range"], *table["to"]) and tokens[index - 2].like_num:
        return True
    if not first:
        return False
    before = tokens[first - 1]
    if is_definite_word(before) or is_possessive(before):
        return True  # *ses trois taux*: all there are
    return before.text in _SIGNS or before.like_num or before.text.lower() in table["numbered"]


# Signs before a number: it tells of a change.
_SIGNS = "+-−±"


def _joined(tokens: list[Token], at: int, table: dict[str, Any]) -> int:
    """How many tokens from ``at`` join a number to what it counts: one in *deux millions d'euros*, mostly none."""
    joins = at < len(tokens) and tokens[at].text.lower() in table["of"]
    return int(joins and tokens[at - 1].text.lower() in (*table["multipliers"], *table["collective"]))


def _kind(tokens: list[Token], first: int, counted: Token, context: Context) -> str | None:
    """What a number tells: a count, or what its unit measures; None where that is not to be asked."""
    table = lexicon(context.language, "quantities")
    if counted.text.lower() in table["not_counted"]:
        return None
    measured = _unit_kind(counted.text.lower(), table) or _unit_kind(counted.lemma_.lower(), table)
    if measured is None:
        return "count" if counted.pos_ in ("NOUN", "ADJ") else None
    if measured != "duration":
        return measured
    if first and _is_no_span(tokens, first, counted, table):
        return "age" if _is_age_of_subject(counted, table, context) else None
    return "age" if _is_age(tokens, first, counted, table, context) else measured


def _is_part_around(tokens: list[Token], first: int, end: int, kind: str) -> bool:
    """Whether the word before an amount or the one behind it, at ``end``, makes it part of another thing."""
    if first and kind in ("distance", "weight", "speed") and tokens[first - 1].pos_ == "NOUN":
        return True  # *la poursuite 12,5 km*: part of what it is called
    if end >= len(tokens):
        return False
    if kind == "percent" and tokens[end].pos_ == "ADJ":
        return True  # *une finale 100 % anglaise*
    return tokens[end].text[:1] in "/0123456789"


def _is_nation(token: Token, context: Context) -> bool:
    return context.knowledge.country_of_adjective(token.text.lower()) is not None


def _gender(noun: Token, context: Context) -> Gender | None:
    tagged = "".join(noun.morph.get("Gender", []))
    gender: Gender | None = grammar(context.language).gender_of(noun.text, noun.lemma_.lower(), tagged)
    return gender


def _noun_of_those(tokens: list[Token], at: int, context: Context) -> Token | None:
    """*44* | *des 47 sièges*: what is counted, of a number of those there are; no amount or time."""
    table, behind = lexicon(context.language, "quantities"), tokens[at : at + 3]
    if len(behind) < _OF_THOSE or behind[0].text.lower() not in table["of_those"]:
        return None
    counted = _is_number(behind[1], False, context) and behind[2].pos_ == "NOUN"
    return behind[2] if counted and _unit_kind(behind[2].text.lower(), table) is None else None


# *Des*, a number and a noun.
_OF_THOSE = 3


def _is_age_of_subject(unit: Token, table: dict[str, Any], context: Context) -> bool:
    """*Carrie Fisher meurt à 60 ans*, and not *est condamné à dix ans*."""
    verb = unit.head
    if unit.text.lower() not in table["years"] or verb.pos_ != "VERB" or verb.lemma_.lower() in table["sentencing"]:
        return False
    return _is_somebody(verb, context)


def _is_no_span(tokens: list[Token], first: int, unit: Token, table: dict[str, Any]) -> bool:
    """*Un emprunt à dix ans*, *il part à 18 ans*: what the number tells of is another thing than how long."""
    behind = unit.nbor(1).text.lower() if unit.i + 1 < len(unit.doc) else ""
    before = tokens[first - 1]
    to = before.text.lower() in table["to"] or bool(before.is_sent_start and before.text in table["to_in_capitals"])
    return to and behind not in table["from"]


def _unit_kind(word: str, table: dict[str, Any]) -> str | None:
    return next((kind for kind, units in table["units"].items() if word in units), None)


def _is_age(tokens: list[Token], first: int, unit: Token, table: dict[str, Any], context: Context) -> bool:
    """Years after *âgé de*, *à l'âge de* or a noun for a human being and *de*."""
    if unit.text.lower() not in table["years"]:
        return False
    if _beside_a_person(tokens, first, unit, context):
        return True
    having = tokens[first].nbor(-1) if tokens[first].i else None
    if having is not None and having.lemma_ in table["having"] and _is_somebody(having, context):
        return True
    if first < 2 or tokens[first - 1].text.lower() not in table["from"]:
        return False
    before = tokens[first - 2]
    if before.text.lower() in table["aged"] or before.text.lower() in lexicon(context.language, "offices")["dying"]:
        return True  # *mort à 74 ans de l'ancien président*
    after = unit.nbor(1) if unit.i + 1 < len(unit.doc) else None
    if after is not None and after.text.lower() in table["from"]:
        return False  # *au terme de dix ans d'enquête*
    if "Inf" in before.morph.get("VerbForm", []):
        return False  # *l'interdiction d'exercer de cinq ans*
    human = grammar(context.language).is_human(before.lemma_.lower())
    if before.pos_ == "NOUN" and not human and any(is_possessive(c) for c in before.children):
        return False  # *son périple de sept ans*
    return before.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") and before.lemma_.lower() not in table["lasting"]


def _is_somebody(verb: Token, context: Context) -> bool:
    """*Elle avait 82 ans*, and not *le traité a 60 ans*."""
    subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    if subject is None or subject.pos_ in ("PRON", "PROPN"):
        return subject is not None and subject.ent_type_ in ("", "PER")
    return bool(grammar(context.language).is_human(subject.lemma_.lower()))


def _beside_a_person(tokens: list[Token], first: int, unit: Token, context: Context) -> bool:
    """*Neymar, 25 ans, …*: years set beside a name or a noun for a human being, or between two commas."""
    if first < 2 or tokens[first - 1].text != ",":
        return False
    if unit.i + 1 < len(unit.doc) and unit.nbor(1).text == ",":
        return True  # *l'ancien sauteur à skis, 30 ans, …*
    before = tokens[first - 2]
    return (
        before.pos_ == "PROPN"
        or before.ent_type_ == "PER"
        or before.text == "»"
        or grammar(context.language).is_human(before.lemma_.lower())
    )


def _hedge_length(tokens: list[Token], index: int, hedges: list[str]) -> int:
    for size in (4, 3, 2, 1):
        if index - size < 0:
            continue
        before = _text(tokens[index - size : index]).lower()
        if before in hedges:
            return size
    return 0


def _text(tokens: list[Token]) -> str:
    return "".join(token.text_with_ws for token in tokens).strip()
