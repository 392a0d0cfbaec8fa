"""What the general code asks of French: types of nouns and names, question words, dates, inversion."""

from __future__ import annotations

import datetime
import re

from babel.dates import format_date

from quizgen.facts import Frame, Slot
from quizgen.languages.fr import grammar, grammar_nouns
from quizgen.languages.fr.quotable import passage as passage
from quizgen.languages.fr.wording_dates import date_phrase as date_phrase
from quizgen.languages.fr.wording_dates import joined_dates as joined_dates
from quizgen.languages.fr.wording_nouns import body_noun as body_noun
from quizgen.languages.fr.wording_nouns import describe_name as describe_name
from quizgen.languages.fr.wording_nouns import gender_of as gender_of
from quizgen.languages.fr.wording_nouns import is_human as is_human
from quizgen.languages.fr.wording_nouns import is_surely_person as is_surely_person
from quizgen.languages.fr.wording_nouns import is_unique as is_unique
from quizgen.languages.fr.wording_nouns import noun_class as noun_class
from quizgen.languages.fr.wording_nouns import owned as owned
from quizgen.languages.fr.wording_nouns import participle_gender as participle_gender
from quizgen.languages.fr.wording_nouns import unelided as unelided
from quizgen.languages.fr.wording_topics import chronicle as chronicle
from quizgen.languages.fr.wording_topics import headline as headline
from quizgen.languages.fr.wording_topics import matter as matter
from quizgen.languages.fr.wording_topics import spaced_title as spaced_title
from quizgen.languages.fr.wording_topics import topic as topic
from quizgen.languages.lexicon import lexicon

# What templates may use as a filter.
FILTERS = (
    "of", "to", "place_in", "place_from", "bare", "capitalise", "lower_first", "definite", "how_many", "he_she",
    "what_is", "full_stop", "what", "titled",
)  # fmt: skip

_GENDERS = {"Masc": "m", "Fem": "f"}


def question_word(slot: Slot) -> tuple[str, str, str] | None:
    """The question word for a slot with its gender and number: (*quel pays*, m, s); None where none is fine enough."""
    table = lexicon("fr", "wording")
    if slot.type == "person":
        return (who(slot), _gender_asked(slot), "s") if slot.number == "s" else None
    if slot.type == "people":
        return "qui", "m", "s"
    noun = slot.noun or table["nouns"].get(slot.type)
    if slot.type == "country" and " et " not in slot.text and ", " not in slot.text:
        slot = slot.model_copy(update={"number": "s"})  # *les États-Unis*: one country
    if noun is None or (slot.number == "p" and not slot.noun and " et " not in slot.text):
        return None
    gender = grammar_nouns.noun_gender(noun.split()[0])
    if gender is None:
        return None
    if slot.number == "p" and not slot.noun:
        noun = table["plurals"].get(slot.type)
        if noun is None:
            return None
    number = "s" if slot.noun else slot.number
    return f"{grammar.which(gender, number)} {noun}", gender, number


def who(speaker: Slot) -> str:
    """*Quelle romancière*, by what the speaker is called; *qui* where that or its gender is not known.

    *Qui, alors présidente de la BCE,* where *quelle présidente de la BCE* would speak of one among several; *qui* of
    the founder of one thing.
    """
    if speaker.type != "person" or not speaker.noun or _has_made_one(speaker.noun):
        return "qui"
    if _called_gender(speaker) and _is_sole(speaker.noun):
        return f"qui, alors {speaker.noun},"
    return which_one(speaker)


ANYBODY = "qui"


def heads_a_state(noun: str) -> bool:
    """*Président biélorusse*, *chancelière allemande*: an office that tells who it was to whoever follows the news.

    And *président*, *Premier ministre*, of the country that the question stands under.
    """
    from quizgen.knowledge import load

    if noun.lower().replace("’", "'") in lexicon("fr", "offices")["lone_heads"]:
        return True
    first, *others = noun.split() or [""]
    found = _OF_ONE.search(noun)
    country = load("fr").country_named(noun[found.end() :].strip()) if found is not None else None
    named = country is not None or any(load("fr").country_of_adjective(word) is not None for word in others)
    return named and first.lower() in lexicon("fr", "offices")["heads_of_state"]


def which_one(person: Slot) -> str:
    """*Quelle romancière*, *quel président du club*; *qui* where the gender is not known."""
    gender = _called_gender(person)
    return f"{grammar.which(gender, 's')} {person.noun}" if gender else "qui"


def _called_gender(speaker: Slot) -> str | None:
    head = (speaker.noun or "").split()[0].lower()
    return lexicon("fr", "wording")["of_old"].get(head) or grammar_nouns.noun_gender(head) or speaker.gender


def _gender_asked(slot: Slot) -> str:
    """The gender that a verb behind the question word for a person agrees with."""
    return "f" if slot.noun and _called_gender(slot) == "f" else "m"


def _is_sole(noun: str) -> bool:
    """*Présidente de la BCE*: the head of one body; no *président américain*, *président des États-Unis*."""
    from quizgen.knowledge import load

    found = _OF_ONE.search(noun)
    if noun.split()[0].lower() not in lexicon("fr", "wording")["heads"] or found is None:
        return False
    of_a_state = grammar.strip_determiner(noun[found.end() :]).split()[0].lower() in lexicon("fr", "offices")["powers"]
    return not of_a_state and load("fr").country_named(noun[found.end() :].strip()) is None


def _has_made_one(noun: str) -> bool:
    """*Fondateur de Free*: what one person is, for good."""
    return noun.split()[0].lower() in lexicon("fr", "wording")["makers"] and _OF_ONE.search(noun) is not None


_OF_ONE = re.compile(r" (?:du|des|de la|de l['’]) ?|\b(?:de |d['’])(?=[A-ZÀ-Þ])")


def person_gender(name: str) -> str | None:
    """m or f, by the first name."""
    return grammar.first_name_gender(name.split()[0])


def place_word(slot: Slot) -> str | None:
    """*Dans quelle ville*, *Dans quel pays*, *Où*."""
    words: dict[str, str] = lexicon("fr", "wording")["where"]
    return words.get(slot.type)


def hint(slot: Slot) -> str | None:
    """What a cloze says of what is missing."""
    if slot.type == "organisation" and slot.text.lower().startswith("les "):
        return None  # *[organisation] ont entamé*: neither one nor several
    if slot.type == "organisation" and slot.noun is not None:
        return slot.noun or lexicon("fr", "wording")["named"]
    if slot.type == "date" and slot.value:
        precision = {4: "date:year", 7: "date:month"}.get(len(slot.value), "date")
        date: str = lexicon("fr", "wording")["hints"][precision]
        return date
    several = slot.number == "p" and (" et " in slot.text or ", " in slot.text)
    words: dict[str, str] = lexicon("fr", "wording")["plural_hints" if several else "hints"]
    said = words.get(slot.type)
    pair = several and slot.text.count(" et ") == 1 and ", " not in slot.text
    return f"deux {said}" if said and pair else said


def hint_behind(hint: str, before: str) -> str:
    """What a cloze says of what is missing behind the noun ``before``: *la comète [nom]*, not *la comète [lieu]*."""
    table = lexicon("fr", "wording")
    places = {table["hints"][kind] for kind in ("place", "city", "region") if kind in table["hints"]}
    before = before.replace("’", "'").rpartition("'")[2]
    named = hint in places and before.islower() and grammar_nouns.noun_class(before) is not None
    return str(table["named"]) if named or before.lower() == hint.lower() else hint


def invert(frame: Frame) -> list[str] | None:
    """The verb group's words with its subject pronoun: *a bloqué* → *a-t-elle bloqué*; None where gender is unknown."""
    subject = frame.subject
    if subject is None or subject.gender is None:
        return None
    words = list(frame.verb)
    shown = _gender_shown(frame)
    said = next((piece.text for piece in frame.pieces if piece.role == "subject"), "").split(" ")[0].lower()
    if shown == "m" and said in ("la", "une") and subject.number == "s":
        return None  # *la troisième étape s'est tenu*: the source's slip
    inverted = grammar.inversion(words[frame.finite], shown or subject.gender, subject.number)
    if inverted is None:
        return None
    words[frame.finite] = inverted
    return words


def _gender_shown(frame: Frame) -> str | None:
    """*L'Anna s'était échoué*: what the participle shows of a subject whose name looks feminine."""
    agrees = frame.passive or frame.auxiliary == "être"
    if frame.participle is None or not agrees or any(piece.role == "object" for piece in frame.pieces):
        return None
    return "f" if frame.verb[frame.participle].endswith(("e", "es")) else "m"


def agree_with(frame: Frame, gender: str, number: str) -> list[str] | None:
    """The verb group's words when a question word of another gender or number is its subject.

    *Les États-Unis bombardent* → *bombarde*. None where the singular is not known.
    """
    words = list(frame.verb)
    if frame.number == "p" and number == "s":
        one = grammar.singular_verb(words[frame.finite], frame.lemma)
        if one is None:
            return None
        words[frame.finite] = one
        if frame.finite:  # *se sont emparés* → *s'est emparé*
            words[frame.finite - 1] = grammar.elide(words[frame.finite - 1], one).removesuffix(one).strip()
    if frame.participle is not None and (frame.auxiliary == "être" or frame.passive):
        words[frame.participle] = grammar.agree(masculine_singular(words[frame.participle]), gender, number)
    return words


_PARTICIPLE_S = ("pris", "mis", "quis", "assis", "clos", "clus", "sous", "ous")


def masculine_singular(participle: str) -> str:
    """*frappées* → *frappé*, *prise* → *pris*, *ouverts* → *ouvert*."""
    word = participle
    if word.endswith("s") and not word.endswith(_PARTICIPLE_S):
        word = word[:-1]
    return word[:-1] if word.endswith("e") else word


def agree_object(words: list[str], frame: Frame, gender: str, number: str) -> list[str]:
    """A participle with *avoir* agrees with the object before it: *combien de villes a-t-il prises*."""
    if frame.participle is None or frame.auxiliary != "avoir":
        return words
    out = list(words)
    out[frame.participle] = grammar.agree(masculine_singular(out[frame.participle]), gender, number)
    return out


def base_case(case: str) -> str:
    """A preposition without the article merged into it: *au* → *à*, *en raison du* → *en raison de*."""
    head, _, last = case.rpartition(" ")
    base = lexicon("fr", "wording")["cases"].get(last or case, last or case)
    return f"{head} {base}".strip()


number_value = grammar.number_value
feminine_noun = grammar_nouns.feminine_noun
of = grammar.of
to = grammar.to
place_in = grammar.place_in
place_from = grammar.place_from
bare = grammar.strip_determiner
capitalise = grammar.capitalise
lower_first = grammar.lower_first
definite = grammar.definite
typography = grammar.typography


def how_many(counted: str) -> str:
    """*personnes* → *combien de personnes*, elided where it must be; *des 47 sièges* → *combien des 47 sièges*."""
    if counted.startswith(("d'", "de ", "des ")):
        return f"combien {counted}"
    return grammar.elide("combien de", counted)


def lead(speaker: Slot) -> str:
    """*Selon la Lituanie, * — who claims what follows."""
    return f"selon {speaker.text}, "


def month_phrase(date: datetime.date) -> str:
    """*en novembre 2018*"""
    return f"en {format_date(date, 'MMMM yyyy', locale='fr')}"


def variants(slot: Slot | None, answer: str) -> list[str]:
    """Other right forms of an answer: without its article, a person's family name."""
    out = [grammar.strip_determiner(answer)]
    if slot is not None and slot.type == "person" and len(answer.split()) > 1:
        out.append(" ".join(answer.split()[1:]))
    if slot is not None and slot.name:
        out.append(slot.name)
    if slot is not None and slot.value and slot.type.startswith("number"):
        out.append(slot.value)
    return out


def is_office(noun: str) -> bool:
    """Nouns for a function or an occupation, which answer *quelle fonction* or *qui est*."""
    table = lexicon("fr", "offices")
    return noun in table["held"] or noun in table["occupations"]


def he_she(gender: str | None) -> str:
    """*il* or *elle*."""
    return grammar.pronoun(gender or "m", "s")


def what_is(term: str) -> str:
    """*qu'est-ce que l'Iskander-M*, *qu'est-ce que la FDA*."""
    return f"qu'est-ce {grammar.elide('que', term)}"


def when_word(slot: Slot) -> str | None:
    """*à quelle date*, *en quel mois et en quelle année*, *en quelle année*."""
    if slot.type != "date" or not slot.value:
        return None
    return {4: "en quelle année", 7: "en quel mois et en quelle année", 10: "à quelle date"}.get(len(slot.value))


def whole_date(phrase: str, value: str) -> str | None:
    """The date that a whole adverbial says (*le 6 novembre 2016*, *en 2008*); None where it says more."""
    from quizgen.extraction.times.finding import readable

    words = readable(value, "fr")
    if words is None or phrase.lower() not in (words, f"en {words}", f"au {words}", f"en {words.removeprefix('le ')}"):
        return None
    return words


def with_article(contraction: str, text: str) -> str:
    """The phrase with the article its preposition holds: *au*, *Parlement* → *le Parlement*."""
    article = lexicon("fr", "wording")["held_articles"].get(contraction)
    return f"{article} {text}" if article else text


def before_blank(statement: str) -> str:
    """*D'[nombre] fois* → *de [nombre] fois*, *d'[ville]* → *de [ville]*: an elision tells how an answer begins.

    Not before *de*, where only *un millier* and its like stand: *qu'[nombre] de foyers*.
    """
    vowels = "aeiouyhéèêâîôû"
    return _ELIDED.sub(lambda m: m[0] if m[2][:1].lower() in vowels else f"{m[1]}e [{m[2]}]", statement)


_ELIDED = re.compile(r"(?<!\w)([dD]|[qQ]u)['’]\[([^\]]+)\](?! de | d['’])")


def full_stop(statement: str) -> str:
    """A statement with one full stop at its end."""
    return statement if statement.endswith((".", "!", "…")) else f"{statement}."


def titled(office: str) -> str:
    """*Président turc* → *le président turc*; *président de la FIFA* stays, as French asks who it was."""
    from quizgen.knowledge import load

    first, *others = office.split()
    if first.lower() in lexicon("fr", "offices")["informal"]:
        return grammar.article(grammar_nouns.noun_gender(first.lower()) or "m", "s", office)
    if others and others[0].lower() in lexicon("fr", "offices")["camps"]:
        return grammar.article(grammar_nouns.noun_gender(first.lower()) or "m", "s", office)
    nation = load("fr").country_of_adjective(others[-1]) if others else None
    if nation is None:
        return office
    feminine = any(others[-1].lower() == forms[1] != forms[0] for forms in nation.adjectives)
    if len(others) > 1 and grammar_nouns.noun_gender(others[-2].lower()) == "f":
        feminine = False  # *président de la République équatorienne*
    return grammar.article("f" if feminine else grammar_nouns.noun_gender(first.lower()) or "m", "s", office)


def what(words: str) -> str:
    """*Alstom* → *qu'Alstom*, behind *qu'est-ce*: *qu'a remplacé Alstom* would also ask what replaced it."""
    return grammar.elide("que", words)
