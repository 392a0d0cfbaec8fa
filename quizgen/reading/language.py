"""Which language a text is in. Only importer of py3langid."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from quizgen.errors import LanguageError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 4000
# Below these probabilities a text of a few words is undecided; measured on sentences of news.
_UNDECIDED = 0.05
_SURE = 0.5


def check_language(code: str, known: Sequence[str], file: str | None = None) -> str:
    """``code`` itself where it is known; else LanguageError that names those that are."""
    if code in known:
        return code
    names = ", ".join(known) or "none"
    raise LanguageError(
        f"The language '{code}' has no folder in quizgen/languages",
        file=file,
        remedy=f"Languages there are: {names}. Pass --language if the language was mistaken.",
    )


def detect_language(text: str, known: Sequence[str], file: str | None = None) -> str:
    """The language of ``text``, one of ``known``.

    A text so short that several languages are likely gets a known one among the likely ones. Raises
    LanguageError for another language, or for a text that does not show any.
    """
    ranking = [(str(code), float(probability)) for code, probability in _identifier().rank(text[:_SAMPLE])]
    best, probability = ranking[0]
    if probability < _UNDECIDED or best == "zxx":
        raise LanguageError(
            "The text is too short to tell its language", file=file, remedy="Pass it, for example --language fr."
        )
    if probability < _SURE:
        likely = (code for code, other in ranking if code in known and other > probability / 2)
        best = next(likely, best)
    return check_language(best, known, file)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
