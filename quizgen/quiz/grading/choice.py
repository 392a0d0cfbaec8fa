"""Which option was meant: by number, by letter, or by its words."""

from __future__ import annotations

from quizgen.quiz.grading.lexicon import lexicon
from quizgen.quiz.grading.parts import take_apart
from quizgen.quiz.grading.text import fold


def choose(typed: str, options: tuple[str, ...], language: str) -> int | None:
    """In: what was typed and the options as shown. Out: the index of the one that was meant, or None.

    An option's own words win over its place: among years, *2* is the second, *2022* is the year.
    """
    words = lexicon(language)
    exact = [i for i, option in enumerate(options) if fold(option) == fold(typed)]
    short = fold(typed).strip(" ().")
    if len(short) == 1 and not exact:
        at = int(short) - 1 if short.isdigit() else ord(short) - ord("a")
        return at if 0 <= at < len(options) else None
    if exact:
        return exact[0]
    meant = take_apart(typed, words)
    same = [
        i
        for i, option in enumerate(options)
        if (other := take_apart(option, words)).key == meant.key
        and (other.date, other.quantities) == (meant.date, meant.quantities)
    ]
    return same[0] if len(same) == 1 else None
