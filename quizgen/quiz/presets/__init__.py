"""Kinds of quiz as data: the ``.toml`` files of this folder, and those a user writes."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from quizgen.errors import UsageError

_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Preset:
    """``pool``: due (due, then new), latest (newest articles), all, wrong. See docs/quiz.md for each field."""

    name: str
    pool: str = "due"
    count: int | None = None
    articles: int | None = None
    per_article: int | None = None
    first: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    options: int | None = None
    shuffle: bool = False
    seconds_per_question: float | None = None
    right: float = 1.0
    wrong: float = 0.0
    until_right: bool = False
    skipped_return: bool = True
    retention: float = 0.9
    new_per_day: int | None = None
    due_per_day: int | None = None


def _user_folder() -> Path:
    from platformdirs import user_config_path

    return user_config_path("quizgen", appauthor=False) / "presets"


def shipped() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def preset_file(name: str) -> Path:
    """A path to a file, a name in the user's own folder, or one that comes with quizgen.

    Errors: ``UsageError`` that names those there are.
    """
    if name.endswith(".toml"):
        if Path(name).is_file():
            return Path(name)
    else:
        shipped_file = _FOLDER / f"{name}.toml"
        own = _user_folder() / f"{name}.toml"
        if own.is_file() or shipped_file.is_file():
            return own if own.is_file() else shipped_file
    remedy = f"Choose {', '.join(shipped())}, or the path of a .toml file."
    raise UsageError(f"there is no preset {name!r}", remedy=remedy)


_LIMITS: dict[str, tuple[float, float]] = {
    "count": (1, 100000),
    "articles": (1, 100000),
    "per_article": (1, 100000),
    "options": (2, 9),
    "seconds_per_question": (1, 86400),
    "retention": (0.7, 0.99),
    "new_per_day": (0, 100000),
    "due_per_day": (0, 100000),
    "right": (-100, 100),
    "wrong": (-100, 100),
}
_POOLS = ("due", "latest", "all", "wrong")


def _check(data: dict[str, Any], path: Path) -> None:
    known = {field.name: field for field in fields(Preset)} | {"title": None}
    for name, value in data.items():
        if name not in known:
            raise UsageError(f"unknown field {name!r}", file=path, remedy=f"Known: {', '.join(sorted(known))}.")
        if name in _LIMITS:
            low, high = _LIMITS[name]
            if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
                raise UsageError(f"{name} is {value!r}", file=path, remedy=f"Give a number from {low:g} to {high:g}.")
        if name in ("first", "one_of") and not (isinstance(value, list) and all(isinstance(v, str) for v in value)):
            raise UsageError(f"{name} is {value!r}", file=path, remedy="Give a list of texts.")
        if name in ("shuffle", "until_right", "skipped_return") and not isinstance(value, bool):
            raise UsageError(f"{name} is {value!r}", file=path, remedy="Give true or false.")
    if data.get("pool", "due") not in _POOLS:
        raise UsageError(f"pool is {data['pool']!r}", file=path, remedy=f"Choose {', '.join(_POOLS)}.")


def load_preset(name: str) -> Preset:
    """In: a name or a path. Out: the preset. Errors: ``UsageError`` with the file and what is wrong in it."""
    path = preset_file(name)
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UsageError(f"the preset cannot be read: {error}", file=path, remedy="Mend the TOML file.") from error
    _check(data, path)
    data.pop("title", None)
    lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    return Preset(**{"name": path.stem, **data, **lists})
