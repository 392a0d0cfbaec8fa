"""Splicing a question from a statement: what stays, in which order, around the question word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from quizgen.facts import Frame, FramePiece, Slot
from quizgen.languages.lexicon import grammar
from quizgen.languages.lexicon import words as listed

LONGEST = 25
_OPTIONAL = ("adverb", "oblique")
# Slots that may be a part of their piece, whose other words stay in the question.
_PARTS = ("charge", "people")
# What is asked for by a noun that may stand before its name.
_BODIES = ("organisation", "group", "thing", "product", "vehicle", "work")
_ELISION = re.compile(r"(\w['’]) (?=\w)")


@dataclass(frozen=True)
class Composer:
    """A statement and the slot asked for. Every property is a text, or None where it cannot be made."""

    frame: Frame
    index: int
    asked: Slot
    language: str
    lead: str = ""

    @property
    def role(self) -> str:
        return self.frame.pieces[self.index].role

    @cached_property
    def kept(self) -> tuple[int, ...]:
        """The pieces a question of at most 25 words keeps: optional ones go from the end, the fronted ones first.

        Not the one right before an oblique asked for, which may belong to it.
        """
        keep = list(range(len(self.frame.pieces)))
        held = {self.index, self.index - 1} if self.role in _OPTIONAL else {self.index}
        while self._words(keep) > LONGEST:
            droppable = [i for i in keep if i not in held and self.frame.pieces[i].role in _OPTIONAL]
            if not droppable or self.frame.negated:
                break
            framing = [i for i in droppable if self.frame.pieces[i].fronted and not self.frame.pieces[i].slots]
            keep.remove((framing or droppable)[-1])
        return tuple(keep)

    def _words(self, keep: list[int]) -> int:
        return sum(len(self.frame.pieces[i].text.split()) for i in keep) + len(self.lead.split())

    @cached_property
    def _verb_at(self) -> int:
        return next((i for i, piece in enumerate(self.frame.pieces) if piece.role == "verb"), len(self.frame.pieces))

    @property
    def fronted(self) -> str:
        """Adverbials before the subject, each with its comma."""
        texts = [self.frame.pieces[i].text for i in self.kept if self.frame.pieces[i].fronted and i != self.index]
        return "".join(f"{text}, " for text in texts)

    def _join(self, parts: Iterable[str | None]) -> str:
        return join(parts, self.language)

    @property
    def rest(self) -> str:
        """What follows the verb group, without what is asked for."""
        return self._join(self._without_asked(i) for i in self.kept if i > self._verb_at)

    def _without_asked(self, index: int) -> str:
        """A piece's text; of the one asked for, what stands beside the answer (*le régime syrien [d'avoir …]*)."""
        text = self.frame.pieces[index].text
        if index != self.index:
            return text
        return text.replace(self.asked.text, "", 1).strip() if self.asked.type in _PARTS else ""

    @property
    def subject(self) -> str | None:
        """The subject as the statement writes it."""
        return next((piece.text for piece in self.frame.pieces if piece.role == "subject"), None)

    @property
    def verb(self) -> str:
        """The verb group as it stands."""
        return self._join(self.frame.verb)

    @property
    def wh(self) -> str | None:
        """The question word for the slot asked for: *quel pays*."""
        found = grammar(self.language).question_word(self.asked)
        if found is not None and self._loses_description:
            return None
        if found is not None and self.role == "subject" and grammar(self.language).heads_a_state(self.asked.noun or ""):
            if not any(word[:1].isupper() for word in self.rest.split()):
                return None  # *quel président russe a parlé d'un tournant ?*: all that is left to know is his name
            anybody: str = grammar(self.language).ANYBODY
            return anybody
        if found is not None and "," in found[0] and (self.fronted or self.role != "subject"):
            return self._which_one  # *le 17 mai, qui, alors président du club, …*: one comma too many
        return found[0] if found else None

    @property
    def _loses_description(self) -> bool:
        """*L'ancien président X a été condamné*: *qui a été condamné* would say less than the statement."""
        said = self.frame.pieces[self.index].text
        return self.asked.type == "person" and not self.asked.noun and said not in (self.asked.text, self.asked.name)

    @property
    def _which_one(self) -> str:
        """*Quel président du club*, of a person whose function the question says."""
        word: str = grammar(self.language).which_one(self.asked)
        return word

    @property
    def predicate(self) -> str | None:
        """Verb and complements behind a question word that is their subject."""
        found = grammar(self.language).question_word(self.asked)
        if found is None or any(piece.role == "predicate" for piece in self.frame.pieces):
            return None
        if self.frame.number != found[2] and (self.frame.number == "s" or self._owned_by_many):
            return None
        words = grammar(self.language).agree_with(self.frame, found[1], found[2])
        return None if words is None else self._join([self._join(words), self.rest])

    @property
    def _owned_by_many(self) -> bool:
        """*Ont rappelé leur ambassadeur*: a possessive that would have to change with the verb."""
        return bool(listed(self.language, "clauses", "of_many") & set(self.rest.lower().split()))

    @property
    def inverted(self) -> str | None:
        """Subject, verb with its pronoun, complements: *la Lituanie a-t-elle bloqué le transit*."""
        words = grammar(self.language).invert(self.frame)
        if words is None or self.subject is None:
            return None
        return self._join([self.subject, self._join(words), self.rest])

    @property
    def counted(self) -> str | None:
        """The phrase asked for without its number: *420 000 personnes* → *personnes*."""
        piece = self.frame.pieces[self.index]
        if self.asked.type != "number:count" or not piece.text.startswith(self.asked.text + " "):
            return None
        if sum(slot.type.startswith("number") for slot in piece.slots) > 1:
            return None  # *compte 400 000 musulmans, et quatre minarets*
        noun = piece.text[len(self.asked.text) :].strip()
        if " " in noun and noun.split()[0].lower() in listed(self.language, "clauses", "counted_times"):
            return None  # *a changé quatre fois de chef*: what is behind the number belongs to the verb
        relative = listed(self.language, "clauses", "relatives")
        return None if relative & set(noun.lower().split()) else noun

    @property
    def predicate_plain(self) -> str:
        """Verb and complements as they stand."""
        return self._join([self._join(self.frame.verb), self.rest])

    @property
    def object_inverted(self) -> str | None:
        """Subject and inverted verb behind a question word that is their object; the participle agrees with it."""
        found = grammar(self.language).question_word(self.asked)
        words = grammar(self.language).invert(self.frame)
        if words is None or found is None or self.subject is None:
            return None
        if self.subject.split(" ", 1)[0].lower() in listed(self.language, "wording", "partitive"):
            return None  # *quelle cour des associations ont-elles saisie ?*: the court of the associations
        agreed = grammar(self.language).agree_object(words, self.frame, *found[1:])
        return self._join([self.subject, self._join(agreed), self.rest])

    @property
    def counted_inverted(self) -> str | None:
        """Subject and inverted verb behind *combien de …* as its object; the participle agrees with it."""
        words = grammar(self.language).invert(self.frame)
        if words is None or self.subject is None or self.asked.gender is None:
            return None
        joining = "|".join(listed(self.language, "clauses", "and"))
        if re.search(rf", (?:{joining}) ", self.rest):
            return None  # *combien de musulmans le pays compte-t-il, et seulement quatre minarets*
        if self.frame.subject is None or self.frame.subject.type == "other":
            return None
        words = grammar(self.language).agree_object(words, self.frame, self.asked.gender, "p")
        return self._join([self.subject, self._join(words), self.rest])

    @property
    def where(self) -> str | None:
        """*dans quelle ville*, by the type of the place asked for."""
        word: str | None = grammar(self.language).place_word(self.asked)
        return word

    @property
    def when_word(self) -> str | None:
        """*à quelle date*, *en quelle année*, by the precision of the date asked for."""
        word: str | None = grammar(self.language).when_word(self.asked)
        return word

    @property
    def case(self) -> str:
        """The preposition of the piece asked for, without the article merged into it."""
        base: str = grammar(self.language).base_case(self.asked.case)
        return base

    @property
    def hint(self) -> str | None:
        found = grammar(self.language).question_word(self.asked)
        subject = self.frame.pieces[self.index].role == "subject"
        if subject and found is not None and found[2] != self.frame.number:
            return None  # *[pays] bombardent*
        word: str | None = grammar(self.language).hint(self.asked)
        said = f" {self._said_before.lower()} "
        if word is not None and self.asked.type in _BODIES and f" {word.lower()} " in said:
            # *la revue britannique [nom]*, *le géant américain des logiciels [nom]*
            return str(grammar(self.language).hint_behind(self._before, self._before))
        return grammar(self.language).hint_behind(word, self._before) if word is not None else None

    @property
    def _before(self) -> str:
        """The word right before what is asked for, in its piece."""
        said = self._said_before.split()
        return str(said[-1]) if said else ""

    @property
    def _said_before(self) -> str:
        return self.frame.pieces[self.index].text.partition(self.asked.text)[0].rstrip()

    @property
    def _is_counted_again(self) -> bool:
        """*Trois ans de prison, dont un ferme*: what goes on to count what is missing."""
        counting = listed(self.language, "asides", "counting")
        behind = self.frame.pieces[self.index].text.partition(self.asked.text)[2]
        return self.asked.type.startswith("number") and bool(counting & set(behind.lower().split()))

    @property
    def blank(self) -> str:
        """What a cloze leaves out: the slot asked for, without a hedge that the words before it need.

        *Une portée allant jusqu'à [distance]*: *allant [distance]* would be no French; nor would *de environ 53 %*.
        """
        number = self.asked.type.startswith("number")
        elided = number and re.search(rf"\w['’]{re.escape(self.asked.text)}", self.frame.pieces[self.index].text)
        hedges = listed(self.language, "quantities", "hedges" if elided else "kept_hedges") if number else ()
        hedge = next((one for one in hedges if self.asked.text.lower().startswith(f"{one} ")), None)
        return self.asked.text[len(hedge) + 1 :] if hedge else self.asked.text

    @property
    def cloze(self) -> str | None:
        """The statement with the slot asked for written as ``[hint]``."""
        piece = self.frame.pieces[self.index]
        if self.hint is None or piece.text.count(self.asked.text) != 1 or self._is_counted_again:
            return None
        texts = {i: self.frame.pieces[i].text for i in self.kept}
        held = self.asked.text.removesuffix(self.blank or "")
        texts[self.index] = self._without_other_side(piece).replace(self.asked.text, f"{held}[{self.hint}]")
        fronted = "".join(f"{texts[i]}, " for i in texts if self.frame.pieces[i].fronted)
        stated = fronted + self._join(texts[i] for i in texts if not self.frame.pieces[i].fronted)
        blanked: str = grammar(self.language).before_blank(stated)
        elided = self.asked.type.startswith("number") and re.search(r"\w['’]\[", blanked) is not None
        return None if elided else blanked  # *est d'[nombre] de morts*: the elision tells how the answer begins

    def _without_other_side(self, piece: FramePiece) -> str:
        """*Par [55,3 %] des voix* | *contre 44,7 %*: of two shares that make the whole, one tells the other."""
        if self.asked.type != "number:percent":
            return piece.text
        against = "|".join(sorted(listed(self.language, "clauses", "sided")))
        others = (re.escape(s.text) for s in piece.slots if s.type == self.asked.type and s.text != self.asked.text)
        text = piece.text
        for other in others:
            text = re.sub(rf",? (?:{against}) (?:[^\W\d_]+ )?{other}(?=[,.]|$)", "", text)
        return text


def join(parts: Iterable[str | None], language: str) -> str:
    """Words and phrases with one space between, none after an elided word.

    An apposition behind a comma is closed by another before the next phrase (*à Dol, près de Rennes, d'un père*).
    """
    told = _apart([part for part in parts if part])
    text = " ".join(_closed(part, language) if at + 1 < len(told) else part for at, part in enumerate(told))
    return _ELISION.sub(r"\1", text).removesuffix(",")


def _apart(parts: list[str]) -> list[str]:
    """*A remporté 44 des 47 sièges le 12 mai 2024*: no year right before a number."""
    for at, (one, two) in enumerate(pairwise(parts)):
        if one[-1:].isdigit() and two[:1].isdigit():
            parts[at : at + 2] = [two, one]
    return parts


def _closed(part: str, language: str) -> str:
    either = listed(language, "clauses", "alternative")
    said = part.lower().split()
    last = part.rpartition(", ")[2].lower().split()
    also_called = "," in part and bool(last) and last[0] in either  # *le dauphin de Chine, ou baiji*
    is_list = not also_called and bool((either | listed(language, "clauses", "and")) & set(said[1:-1]))
    opened = "," in part and not part.endswith(",") and not is_list and part.count(",") % 2 == 1
    return f"{part}," if opened else part


def piece_texts(pieces: tuple[FramePiece, ...]) -> list[str]:
    return [piece.text for piece in pieces]
