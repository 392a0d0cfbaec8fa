"""Whether a stem is understood without its article: no pronoun, number or date that another sentence explains."""

from __future__ import annotations

import re

from quizgen.asking.candidate import Candidate
from quizgen.asking.comparing import fold, has_phrase

_QUOTED = re.compile(r"«.*?»")


def unresolved_reference(c: Candidate) -> bool:
    stem = _QUOTED.sub(" ", c.stem.replace("’", "'"))
    stem = stem[:1].lower() + stem[1:]
    pointing = set(c.rules["pointing"])
    if "sentence" in c.fact.rule:
        pointing -= set(c.rules["explained_in_sentence"])
    if _counts_nothing(stem, c.rules):
        return True
    return any(word in pointing for word in re.findall(r"[\w']+(?:-[\w']+)*", stem))  # *Ma Huateng* is a name


def _counts_nothing(stem: str, rules: dict[str, list[str]]) -> bool:
    """*Un chiffre d'affaires de 10,7 milliards*: the noun that is counted stands in another sentence."""
    scales, links = "|".join(rules["scales"]), "|".join(map(re.escape, rules["behind_scales"]))
    return re.search(rf"\d (?:{scales})\b(?!\s?(?:{links}))", fold(stem)) is not None


def relative_date(c: Candidate) -> bool:
    text = f" {fold(_QUOTED.sub(' ', c.stem))} {fold(c.question.answer)} "
    text = re.sub("|".join(c.rules["with_their_dates"]), " ", text)  # *dans la nuit du 8 au 9 mai 2021*
    return any(has_phrase(word, text) for word in c.rules["relative_dates"]) or any(
        re.search(rf"(?<!\w)(?:{day})(?!\s+\d|\w)", text) for day in c.rules["weekdays"]
    )
