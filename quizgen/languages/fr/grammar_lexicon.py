"""The French word lists, read once from ``lexicon/*.toml``."""

from __future__ import annotations

import functools
import tomllib
from pathlib import Path
from typing import Any

from quizgen.errors import LanguageError

FOLDER = Path(__file__).parent / "lexicon"


@functools.cache
def table(name: str) -> dict[str, Any]:
    """The lexicon file ``name`` as a dictionary. Raises LanguageError where it is missing or malformed."""
    path = FOLDER / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LanguageError("a word list is missing", file=path, remedy="Reinstall quizgen.") from None
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(f"a word list is malformed: {error}", file=path, remedy="Mend the TOML.") from None


@functools.cache
def words(name: str, *keys: str) -> frozenset[str]:
    """The words of one space-separated entry: ``words("elision", "aspirated", "stems")``."""
    value: Any = table(name)
    for key in keys:
        value = value[key]
    return frozenset(str(value).split())


@functools.cache
def prefixes(name: str, *keys: str) -> tuple[str, ...]:
    """The same words as a sorted tuple, for ``str.startswith``."""
    return tuple(sorted(words(name, *keys)))
