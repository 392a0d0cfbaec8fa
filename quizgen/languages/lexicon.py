"""Language data: a folder of TOML files per language, read once and found by being there."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import import_module, resources
from types import ModuleType
from typing import Any


def languages() -> tuple[str, ...]:
    """The languages there are: folders with a lexicon and templates."""
    root = resources.files("quizgen.languages")
    return tuple(
        sorted(
            entry.name for entry in root.iterdir() if (entry / "lexicon").is_dir() and (entry / "templates").is_dir()
        )
    )


@cache
def lexicon(language: str, name: str) -> dict[str, Any]:
    """The table ``languages/<language>/lexicon/<name>.toml``."""
    path = resources.files("quizgen.languages") / language / "lexicon" / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8"))


@cache
def words(language: str, name: str, key: str) -> frozenset[str]:
    """The list ``key`` of a lexicon file, as a set."""
    return frozenset(lexicon(language, name)[key])


@cache
def grammar(language: str) -> ModuleType:
    """The module of a language that words questions: see ``quizgen/languages/fr/wording.py`` for what it offers."""
    return import_module(f"quizgen.languages.{language}.wording")
