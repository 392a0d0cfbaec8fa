"""What ``spacy train --code`` needs: the language class, under the code that the configs name."""

from __future__ import annotations

import sys
from pathlib import Path

import spacy

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from quizgen.languages.fr.tokenizer import FrenchNews  # noqa: E402

spacy.registry.languages("fr")(FrenchNews)
