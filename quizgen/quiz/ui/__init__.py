"""What the quiz says, one table per language: ``<language>.toml`` in this folder."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from quizgen.errors import UsageError

_FOLDER = Path(__file__).parent
DEFAULT = "en"


def languages() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def locale_language(environment: Mapping[str, str] | None = None) -> str:
    """The interface language that the locale asks for; English where there is no table for it."""
    environment = os.environ if environment is None else environment
    named = next((v for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := environment.get(name))), "")
    return named[:2].lower() if named[:2].lower() in languages() else DEFAULT


@dataclass(frozen=True)
class Ui:
    """A table of texts. ``ui.say("section.key", name=value)`` fills one in."""

    language: str
    table: Mapping[str, Any]

    def value(self, name: str) -> Any:
        section, key = name.split(".")
        return self.table[section][key]

    def say(self, name: str, /, **values: object) -> str:
        text: str = self.value(name)
        return text.format(**values) if values else text

    def kind(self, kind: str) -> str:
        name: str = self.value("names.kinds").get(kind, kind)
        return name

    def day(self, text: str | None) -> str:
        """An ISO date in words; text that is none as it stands."""
        try:
            day = date.fromisoformat(text or "")
        except ValueError:
            return text or ""
        return f"{day.day} {self.value('names.months')[day.month - 1]} {day.year}"

    def means(self, name: str, typed: str) -> bool:
        """Whether what was typed is one of the words of ``names.yes`` or ``names.no``."""
        return typed.strip().lower() in self.value(f"names.{name}")


def load_ui(language: str | None = None) -> Ui:
    """In: ``fr``, ``en`` or None for the locale's. Errors: ``UsageError`` for a language with no table."""
    chosen = language or locale_language()
    if chosen not in languages():
        raise UsageError(f"there is no interface in {chosen!r}", remedy=f"Choose --ui {' or '.join(languages())}.")
    return Ui(chosen, tomllib.loads((_FOLDER / f"{chosen}.toml").read_text(encoding="utf-8")))
