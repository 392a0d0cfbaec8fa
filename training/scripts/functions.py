"""What ``spacy train --code`` needs: the language class, under the code that the configs name."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import spacy
from spacy.language import Language

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from quizgen.languages.fr.tokenizer import FrenchNews  # noqa: E402

spacy.registry.languages("fr")(FrenchNews)


@spacy.registry.callbacks("quizgen.copy_encoder.v1")
def copy_encoder(source: str | None) -> Callable[[Language], None]:
    """After initialisation, give the name finder's encoder the weights of the one trained on trees at ``source``."""

    def copy(nlp: Language) -> None:
        if source is not None:
            trained = spacy.load(source).get_pipe("tok2vec").model
            nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0].from_bytes(trained.to_bytes())

    return copy
