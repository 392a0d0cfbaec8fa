"""The rules of a good question that a program can check, each with its permanent reason code.

Sources: QGEval (EMNLP 2024) for the criteria; Haladyna, Downing & Rodriguez (2002) for item writing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from quizgen.asking.measured import measures
from quizgen.facts import Fact
from quizgen.knowledge import load as load_knowledge
from quizgen.languages.lexicon import grammar, lexicon
from quizgen.questions import Question

Check = Callable[["Candidate"], bool]
CHECKS: dict[str, Check] = {}


@dataclass(frozen=True)
class Candidate:
    """A question with what it was made from.

    ``headline``: its statement is the article's headline; ``opens``: what the article begins with.
    """

    question: Question
    fact: Fact
    text: str
    headline: bool = False
    opens: bool = False

    @property
    def stem(self) -> str:
        return self.question.stem

    @property
    def asked(self) -> str:
        """The stem without its topic."""
        return self.question.asked

    @property
    def rules(self) -> dict[str, list[str]]:
        table: dict[str, list[str]] = lexicon(self.question.language, "lint")
        return table


def lint(candidate: Candidate) -> tuple[str, ...]:
    """The codes of every rule the question breaks, in the order of the rules."""
    return tuple(code for code, broken in CHECKS.items() if broken(candidate))


def rule(code: str) -> Callable[[Check], Check]:
    def add(check: Check) -> Check:
        CHECKS[code] = check
        return check

    return add


_WORD = re.compile(r"\w+(?:['’-]\w+)*'?", re.UNICODE)


def is_headed(candidate: Candidate) -> bool:
    """Whether a headline stands before a question, with its month in brackets (*X se retire (mai 2017) : …*)."""
    return candidate.question.topic.rstrip(" :\u00a0\u202f").endswith(")")


def words_of(text: str) -> list[str]:
    return _WORD.findall(text)


def fold(text: str) -> str:
    """For comparing: lower case, one apostrophe, one space, no guillemets."""
    text = text.lower().replace("’", "'").replace("\u202f", " ").replace("\u00a0", " ")
    return re.sub(r"[«»\"“”\s]+", " ", text).strip()


@rule("answer-not-in-source")
def _answer_not_in_source(c: Candidate) -> bool:
    if c.question.evidence.answer_start is not None:
        return False
    answer = fold(c.question.answer)
    return not any(form in fold(c.text) for form in (answer, *(fold(a) for a in c.question.accepted)) if form)


@rule("stem-too-long")
def _stem_too_long(c: Candidate) -> bool:
    # readers of r57 to r66 kept half of the quotations with 32 words or more, two of three of 28 to 31
    limit = 32 if c.question.kind == "quote" or c.question.style == "cloze" else 30
    return len(words_of(c.stem)) > limit


@rule("thin")
def _thin(c: Candidate) -> bool:
    """Too little is said of the thing to know it; a topic before the question says some of it."""
    if "frame" not in type(c.fact).model_fields or c.fact.kind == "succession":
        return False
    asked = c.asked
    if c.headline:
        telling = _content(c)
        kind = c.fact.asked.type  # type: ignore[union-attr]
        apposed = c.stem.partition("]")[2].startswith(",")  # *décès de [personne], figure du théâtre*
        told = len(telling) + sum(w[:1].isupper() for w in telling) + apposed
        told += ("," in c.stem.partition(asked)[0]) if kind == "organisation" else _is_placed(c)
        return told < _LEAST_OF_HEADLINE.get(kind, 2)
    least = _LEAST[(asked != c.stem) + is_headed(c)]
    if c.fact.frame.pieces[c.fact.piece].role != "sentence" and not _says_something(c):  # type: ignore[union-attr]
        return True
    if c.question.style == "cloze":
        if _tells_only_when(c, asked):
            return True
        return len(words_of(asked)) < least + 2 + 2 * (asked == c.stem)
    found = words_of(asked.lower().replace("’", "'"))
    first = next((i for i, word in enumerate(found) if word in c.rules["question_words"]), 0)
    return len(found) - first < least


def _tells_only_when(c: Candidate, asked: str) -> bool:
    """*Les habitants des [pays] se sont réveillés le 31 décembre 2011*: a subject, a verb and a day."""
    months = lexicon(c.question.language, "asides")["days"]["months"]
    said = [word.lower() for word in words_of(re.sub(r"\[.*?\]", " ", asked))]
    telling = [word for word in said if len(word) > _LITTLE and word not in months and not word.isdigit()]
    return says_day(asked, c.question.language) and len(telling) < _TELLING_WORDS


# Letters of words that tell nothing, and the fewest that tell something.
_LITTLE, _TELLING_WORDS = 4, 3


def _is_placed(c: Candidate) -> bool:
    """*Zambie, août 2021 : …*, *Tour de France 2016, juillet 2016 : …*: a country or an event before the question."""
    rubric, comma, _ = c.question.topic.partition(", ")
    if not comma:
        return False
    found = words_of(rubric)
    event = len(found) > 1 and sum(w[:1].isupper() or w.isdigit() for w in found) > 1
    return event or load_knowledge(c.question.language).country_named(rubric) is not None


def _content(c: Candidate) -> set[str]:
    """Names and long words of a question, without the question word and the kind of thing asked for."""
    asked = _without_kind(c).removeprefix(c.stem[: len(c.stem) - len(c.asked)])
    return {
        w for w in words_of(asked) if (len(w) > 4 or w[:1].isupper()) and w.lower() not in c.rules["question_words"]
    }


# The least that a headline tells of what it is asked for, names counted twice: *décès de l'acteur [personne]* fits
# many.
_LEAST_OF_HEADLINE = {"person": 4, "people": 4, "organisation": 4}
# The fewest words of a question that stands alone, of one beside its topic, and of one beside a whole headline.
_LEAST = (6, 4, 3)


# So many words of what belongs to whom is asked for say little (*qui a mené sa campagne ?*).
_OWNED = 3


def _says_something(c: Candidate) -> bool:
    """More than who and when: what a verb was done to, with or where. Beside what is asked, a subject says enough."""
    frame, piece = c.fact.frame, c.fact.piece  # type: ignore[union-attr]
    when = c.fact.kind == "date"
    if (when or _tells_which_head(c)) and _is_milestone(c):
        return True
    enough = {"verb", "adverb"} | ({"subject"} if when or frame.pieces[piece].role == "subject" else set())
    rest = [p for i, p in enumerate(frame.pieces) if i != piece and p.role not in enough]
    empty = set(c.rules["date_words"])
    owned = lexicon(c.question.language, "clauses")["possessives"]
    others = [p for p in rest if len(p.text.split()) > _OWNED or p.text.lower().split(" ")[0] not in owned]
    if len(others) < len(rest) and all(p.role == "infinitive" for p in others):
        return False
    rest = others
    return any(
        any(not w.isdigit() and fold(w).rstrip("'") not in empty for w in words_of(p.text.replace("'", "' ")))
        for p in rest
    )


def _tells_which_head(c: Candidate) -> bool:
    """*Quel président hongrois … le 2 avril 2012 ?*: function and day say who is meant."""
    slot = getattr(c.fact, "asked", None)
    day = any(p.role == "oblique" and _DAY.search(p.text) for p in c.fact.frame.pieces)  # type: ignore[union-attr]
    return slot is not None and slot.noun is not None and day


_DAY = re.compile(r"^le \d.* \d{4}$")


def _is_milestone(c: Candidate) -> bool:
    """*Le protocole de Kyoto a été adopté*: what befalls a thing with a name once; its date is known without more."""
    frame = c.fact.frame  # type: ignore[union-attr]
    subject = next((p.text for p in frame.pieces if p.role == "subject"), "")
    named = any(word[:1].isupper() for word in words_of(subject)[1:])
    if not named or frame.participle is None:
        return False
    done = grammar(c.question.language).masculine_singular(frame.verb[frame.participle])
    if frame.subject is not None and frame.subject.type == "person":
        return done in c.rules["milestones_of_persons"]
    if not frame.passive and done not in c.rules["milestones_by_itself"]:
        return False  # *l'ONU a voté*: what?
    return not _opens_with_human(subject, c) and done in c.rules["milestones"]


def _opens_with_human(subject: str, c: Candidate) -> bool:
    gram = grammar(c.question.language)
    return any(gram.is_human(word.lower()) for word in words_of(gram.bare(subject))[:2])


@rule("answer-too-long")
def _answer_too_long(c: Candidate) -> bool:
    limit = 14 if c.question.kind == "cause" else 9 if c.question.kind == "definition" else 11 if _may_be_long(c) else 7
    if c.question.kind == "role" and c.fact.role.value != "late":  # type: ignore[union-attr]
        limit = 7  # readers kept none of five longer functions, and nearly all shorter ones
    return len(c.question.answer.split()) > limit


def _may_be_long(c: Candidate) -> bool:
    slot = getattr(c.fact, "asked", None)
    return c.question.kind in ("role", "acronym") or (slot is not None and slot.type == "charge")


@rule("unresolved-reference")
def _unresolved_reference(c: Candidate) -> bool:
    stem = _QUOTED.sub(" ", c.stem.replace("’", "'"))
    stem = stem[:1].lower() + stem[1:]
    pointing = set(c.rules["pointing"])
    if "sentence" in c.fact.rule:
        pointing -= set(c.rules["explained_in_sentence"])
    if _counts_nothing(stem, c.rules):
        return True
    return any(word in pointing for word in re.findall(r"[\w']+(?:-[\w']+)*", stem))  # *Ma Huateng* is a name


_QUOTED = re.compile(r"«.*?»")


def _counts_nothing(stem: str, rules: dict[str, list[str]]) -> bool:
    """*Un chiffre d'affaires de 10,7 milliards*: the noun that is counted stands in another sentence."""
    scales, links = "|".join(rules["scales"]), "|".join(map(re.escape, rules["behind_scales"]))
    return re.search(rf"\d (?:{scales})\b(?!\s?(?:{links}))", fold(stem)) is not None


@rule("relative-date")
def _relative_date(c: Candidate) -> bool:
    text = f" {fold(_QUOTED.sub(' ', c.stem))} {fold(c.question.answer)} "
    text = re.sub("|".join(c.rules["with_their_dates"]), " ", text)  # *dans la nuit du 8 au 9 mai 2021*
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) for word in c.rules["relative_dates"]) or bool(
        any(re.search(rf"(?<![\w])(?:{day})(?!\s+\d|\w)", text) for day in c.rules["weekdays"])
    )


@rule("answer-in-stem")
def _answer_in_stem(c: Candidate) -> bool:
    slot = getattr(c.fact, "asked", None) or getattr(c.fact, "speaker", None)
    person = slot is not None and slot.type == "person" and " " in c.question.answer
    answer = c.question.answer.rsplit(" ", 1)[-1] if person else c.question.answer
    stem = _without_kind(c)
    if _is_rest_of_whole(c.question.answer, stem):
        return True
    renamed = c.question.kind not in _OF_NAMES and by_another_name(answer, stem, c.question.language)
    return shares_name(answer, stem) or renamed or _tells_the_country(c) or _asked_noun_twice(c)


_PERCENT = re.compile(r"(\d+(?:,\d+)?)\s*%")


def _is_rest_of_whole(answer: str, stem: str) -> bool:
    """*[Pourcentage] des impôts porteront sur les ménages et 47 % sur les entreprises*: the two make 100."""
    asked = _PERCENT.search(answer)
    if asked is None:
        return False
    shown = [float(x.replace(",", ".")) for x in _PERCENT.findall(stem)]
    return any(abs(float(asked[1].replace(",", ".")) + value - 100) < 0.01 for value in shown)


# Kinds that ask for another name of what they name.
_OF_NAMES = ("acronym", "alias", "naming")


def by_another_name(answer: str, text: str, language: str) -> bool:
    """Whether a text holds another name of what the answer names (*Daech* beside *l'État islamique*), or its number."""
    knowledge = load_knowledge(language)
    gram = grammar(language)
    value = gram.number_value(answer)
    if value is not None and any(gram.number_value(word) == value for word in words_of(text)):
        return True  # *cent*, beside *100* in the headline
    bare: str = gram.bare(answer)
    known = knowledge.organisation(bare) or knowledge.country_named(bare)
    names = known.names if known is not None else ()
    folded = f" {' '.join(_split(fold(text)))} "
    return any(f" {' '.join(_split(fold(name.text)))} " in folded for name in names if fold(name.text) != fold(bare))


def _without_kind(c: Candidate) -> str:
    """The stem without the words that say what kind of thing is asked for (*quelle organisation*, *[organisation]*)."""
    stem = re.sub(r"\[.*?\]", " ", c.stem)
    words_before = "|".join(re.escape(word) for word in c.rules["which"])
    return re.sub(rf"(?i)\b({words_before}) \w+", " ", stem, count=1)


# Places within a country, which tell it.
_WITHIN = ("city", "place", "region", "nation", "department", "state", "province", "island")


def _tells_the_country(c: Candidate) -> bool:
    """A country asked for whose people, or a city of which, stand in the stem."""
    slot = getattr(c.fact, "asked", None)
    if slot is None or slot.type != "country":
        return False
    knowledge = load_knowledge(c.question.language)
    country = knowledge.country_named(slot.name or slot.text)
    if country is None:
        return False
    frame = getattr(c.fact, "frame", None)
    if frame and any(s.type in _WITHIN for i, p in enumerate(frame.pieces) for s in p.slots if i != c.fact.piece):  # type: ignore[union-attr]
        return True
    for word in set(_split(c.stem)):
        by_people = knowledge.country_of_adjective(word)
        place = knowledge.place(word) if word[:1].isupper() else None
        if by_people is country or knowledge.capital_of(word) is country or (place and place.country == country.code):
            return True
    return False


def shares_name(answer: str, text: str) -> bool:
    """Whether a word of the answer that tells it stands in ``text``: a name, a figure, a long word."""
    if any(w.isdigit() and len(w) == _YEAR and w in text for w in _split(answer)):
        return True  # *2016* in *SN 2016gkg*
    if _shares_number(answer, text):
        return True
    stem = set(_split(text)) | {part for word in _split(text) for part in word.split("-") if part[:1].isupper()}
    return any(w in stem for w in _split(answer) if w[:1].isupper() or len(w) > 4) or bool(
        {w.lower() for w in _split(answer) if len(w) > 4} & {w.lower() for w in stem}
    )


def _shares_number(answer: str, text: str) -> bool:
    """A number with what it counts, where the answer has a word behind it: *19 février* is not in *19 millions*."""
    found, said = _split(answer), f" {' '.join(_split(text))} "
    return any(
        f" {' '.join(found[n : n + 2])} " in said for n, w in enumerate(found) if w[:1].isdigit() and len(w) != _YEAR
    )


_YEAR = 4
_DAY = re.compile(r"\d{1,2}(?!\d)\w{0,2}")
_DATED = re.compile(r"\b(?:19|20)\d\d\b")
# What a day and what was done then are enough to ask for.
_WHERE = ("country", "city", "place", "organisation")


def _split(text: str) -> list[str]:
    return re.findall(r"[\w-]+", text.replace("’", "'").replace("'", " "))


@rule("claim-without-speaker")
def _claim_without_speaker(c: Candidate) -> bool:
    speaker = c.fact.attribution
    return speaker is not None and fold(speaker.text) not in fold(c.stem)


@rule("two-speakers")
def _two_speakers(c: Candidate) -> bool:
    """A claim whose words hand it on to somebody else again."""
    if c.fact.attribution is None or "frame" not in type(c.fact).model_fields:
        return False
    said = fold(" ".join(piece.text for piece in c.fact.frame.pieces))  # type: ignore[union-attr]
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said) for word in c.rules["according_to"])


@rule("lost-modality")
def _lost_modality(c: Candidate) -> bool:
    """The source's verb is conditional and the question's is not."""
    frame = getattr(c.fact, "frame", None)
    return bool(frame and frame.conditional and frame.verb[frame.finite].lower() not in c.stem.lower())


@rule("lost-negation")
def _lost_negation(c: Candidate) -> bool:
    frame = getattr(c.fact, "frame", None)
    halves = lexicon(c.question.language, "clauses")["negation"]["second"]
    return bool(frame and frame.negated and not set(c.stem.lower().split()) & set(halves))


@rule("lost-hedge")
def _lost_hedge(c: Candidate) -> bool:
    """A hedge right before the number in the source, or behind what it counts, that neither stem nor answer has."""
    asked = getattr(c.fact, "asked", None)
    if asked is None or not asked.type.startswith("number") or asked.start is None:
        return False
    before = fold(c.text[max(0, asked.start - 16) : asked.start])
    table = lexicon(c.question.language, "quantities")
    if c.headline and _is_hedged_below(asked.text, c, table):
        return True
    found = [hedge for hedge in table["hedges"] if re.search(rf"(?<!\w){re.escape(hedge)}$", before)]
    behind = fold(c.text[asked.end : asked.end + 40]) if asked.end is not None else ""
    found += [hedge for hedge in table["trailing_hedges"] if re.match(rf"\W*\w+ {re.escape(hedge)}(?!\w)", behind)]
    sentence = fold(c.fact.sentence.of(c.text)) if c.fact.sentence.end <= len(c.text) else ""
    found += [word for word in table["provisional"] if word in sentence]
    return any(hedge not in fold(c.stem + c.question.answer) for hedge in found)


def _is_hedged_below(number: str, c: Candidate, table: dict[str, list[str]]) -> bool:
    """*Pour 3 milliards* in the headline, *qui pourrait atteindre 3 milliards* where the article tells it."""
    start = c.text.find(number)
    before = fold(c.text[max(0, start - 24) : start]).rstrip() if start >= 0 else ""
    return any(before.endswith(hedge) for hedge in table["at_most"]) and not any(
        hedge in fold(c.stem + c.question.answer) for hedge in table["at_most"]
    )


@rule("yes-no")
def _yes_no(c: Candidate) -> bool:
    return c.question.style != "cloze" and not any(
        re.search(rf"(?<!\w){re.escape(word)}", c.stem.lower()) for word in c.rules["question_words"]
    )


@rule("bare-negative")
def _bare_negative(c: Candidate) -> bool:
    frame = getattr(c.fact, "frame", None)
    return bool(frame and frame.negated and getattr(c.fact, "kind", "") in ("event", "location"))


def _asked_noun_twice(c: Candidate) -> bool:
    """*Quel tsunami a lancé une alerte tsunami*, *quel pilote de Lusavia rejoignit Lusavia*: the noun that asks, or a
    name in it, stands in what is said of it.
    """
    said, asked = words_of(c.asked), words_of(c.asked.lower())
    nouns = [asked[i + 1] for i, word in enumerate(asked[:-1]) if word in c.rules["which"]]
    slot = getattr(c.fact, "asked", None)
    names = [word for word in words_of(slot.noun or "") if word[:1].isupper()] if slot is not None else []
    twice = any(asked.count(noun) > 1 for noun in nouns) or any(said.count(name) > 1 for name in names)
    return c.question.style != "cloze" and twice


@rule("enumeration")
def _enumeration(c: Candidate) -> bool:
    return c.question.style != "cloze" and c.question.answer.count(",") >= 3


@rule("unbalanced")
def _unbalanced(c: Candidate) -> bool:
    text = c.stem + c.question.answer
    return text.count("«") != text.count("»") or text.count("(") != text.count(")") or '"' in text


@rule("unanchored")
def _unanchored(c: Candidate) -> bool:
    """Nothing in the stem that tells it from hundreds of others: no name."""
    if c.asked != c.stem or "needs_topic" not in type(c.fact).model_fields:
        return False
    if c.question.kind == "quote" and len(words_of(c.stem)) >= _TELLING_QUOTE:
        return False
    stem = c.stem if c.fact.attribution is None else c.stem.replace(c.fact.attribution.text, " ")
    return not anchored(stem, c.question.language) and not _asks_where_of_its_day(c)


def _asks_where_of_its_day(c: Candidate) -> bool:
    """*Quel pays a adopté l'euro le 1er janvier 2011 ?*: of what an article opens with, the day tells which."""
    slot = getattr(c.fact, "asked", None)
    return slot is not None and slot.type in _WHERE and c.opens and says_day(c.stem, c.question.language)


@rule("dangling-colon")
def _dangling_colon(c: Candidate) -> bool:
    """*Un malade a été rapatrié à [ville] : X*: what the colon explains, the card has cut."""
    asked = c.asked
    last = re.split(r"\s: ", asked)[-1] if " :" in asked.replace("\u00a0", " ").replace("\u202f", " ") else ""
    named = bool(last) and all(word[:1].isupper() for word in words_of(last)) and "," not in last
    return c.question.style == "cloze" and named and "«" not in last and "[" not in last


@rule("unidentified")
def _unidentified(c: Candidate) -> bool:
    """A person asked for by what many may have done: no function, no headline, and no word beside the gap tells who.

    Not who opened, won or wrote something: that was one person.

    In a headline, a person or a body in what has no verb (*questions autour de [personne]*) and nothing beside it.
    """
    slot = getattr(c.fact, "asked", None)
    if c.headline and slot is not None and slot.type in _LEAST_OF_HEADLINE:
        verbless = c.fact.frame.tense == "" and c.rules["by"][0] not in c.stem.partition("[")[0].split()  # type: ignore[union-attr]
        return verbless and not c.stem.partition("]")[2].startswith(",")
    if slot is None or slot.type != "person" or c.headline or c.fact.kind == "succession" or is_headed(c):
        return False
    if set(c.fact.frame.verb) & set(c.rules["done_by_one"]):  # type: ignore[union-attr]
        return False
    if c.question.style != "cloze":
        return slot.noun is None
    before, _, after = c.stem.partition("]")
    word = before.rpartition("[")[0].split()[-1:]
    return not after.startswith(",") and not (word and word[0].isalpha() and word[0].islower() and len(word[0]) > 3)


@rule("undated")
def _undated(c: Candidate) -> bool:
    """A statement that no year dates: it may be told of long ago, or have changed."""
    if "frame" not in type(c.fact).model_fields or c.headline or c.fact.kind in _TIMELESS:
        return False
    if measures(c.fact, c.question.language):
        return False
    happened = c.fact.frame.tense == "PerfPres" and c.fact.frame.pieces[c.fact.piece].role != "sentence"  # type: ignore[union-attr]
    if happened and len(words_of(c.stem)) >= _TELLING:
        return False  # what happened once, told in so many words, is known without its year
    return re.search(r"\b(?:19|20)\d\d\b", c.stem + c.question.answer) is None


_TELLING = 12
_TIMELESS = ("naming", "succession", "membership", "date")


# So many words of a quotation say enough of its matter.
_TELLING_QUOTE = 14


def says_day(stem: str, language: str) -> bool:
    """Whether a stem has a day with its month and a year: *le 1er janvier 2011*, *du 13 au 14 juin 2017*."""
    said = [word.lower() for word in words_of(stem)]
    months = lexicon(language, "asides")["days"]["months"]
    dated = any(month in months and _DAY.fullmatch(day) for day, month in pairwise(said))
    return dated and _DATED.search(stem) is not None


def anchored(stem: str, language: str) -> bool:
    """Whether a name or a people (*les électeurs suisses*) stands in a stem, its first word and the hint apart.

    A date alone tells no event.
    """
    inner = re.sub(r"\[.*?\]", " ", stem)
    if any(load_knowledge(language).country_of_adjective(word) for word in words_of(inner)[1:]):
        return True
    inner = re.sub(r"^\W*[\w'’]+", " ", inner)
    return re.search(r"(?<![.?!«][\s\u00a0\u202f])\b[A-ZÀ-ÖØ-Þ]\w+", inner) is not None
