"""Question templates: TOML files, one per kind and language, checked when they are loaded."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal

from jinja2 import StrictUndefined, TemplateSyntaxError, meta
from jinja2.sandbox import SandboxedEnvironment

from quizgen.errors import TemplateError
from quizgen.languages.lexicon import grammar

STYLES = ("open", "cloze")
_REQUIRED = ("id", "given", "stem", "answer")
_OPTIONAL = ("style", "when", "accepted", "choice", "weight", "hint")

# What a template may name besides the slots of its kind: see docs/add-a-question.md.
COMMON = frozenset(
    ("lead", "month", "who", "fact", "role", "wh", "fronted", "predicate", "predicate_plain", "inverted",
     "object_inverted", "rest", "subject", "verb", "cloze", "counted", "counted_inverted", "where", "when_word",
     "hint", "case", "asked", "blank")
)  # fmt: skip


@dataclass(frozen=True)
class Template:
    """One way to ask. ``id`` is permanent; ``given`` names the slots the question shows.

    ``year``, among them, is that of the month it shows.
    """

    id: str
    kind: str
    given: tuple[str, ...]
    stem: str
    answer: str
    style: Literal["open", "cloze"] = "open"
    when: str = "true"
    accepted: tuple[str, ...] = ()
    choice: bool = True
    weight: float = 1.0
    file: str = ""
    line: int = 0


def environment() -> SandboxedEnvironment:
    """The Jinja2 environment of stems: sandboxed, an unknown name is an error."""
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 - stems are text, escaped where they become HTML


@cache
def built_in(language: str) -> tuple[Template, ...]:
    """The templates of ``languages/<language>/templates``."""
    folder = resources.files("quizgen.languages") / language / "templates"
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return check(
        t for entry in files for t in parse(entry.read_text("utf-8"), entry.name, _slots_of(entry.name), language)
    )


def load_folder(folder: Path, language: str) -> tuple[Template, ...]:
    """A user's own templates: every ``*.toml`` in ``folder``.

    Raises TemplateError, with file, line and a suggestion, for what is wrong in one of them.
    """
    if not folder.is_dir():
        raise TemplateError("No such folder", file=folder, remedy="Name a folder that holds template files (*.toml).")
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise TemplateError("No template files", file=folder, remedy="Put at least one <kind>.toml into it.")
    return check(t for path in files for t in parse(_read(path), str(path), _slots_of(path.name), language))


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"Cannot be read: {error}", file=path, remedy="Save it as UTF-8 text.") from error


def _slots_of(name: str) -> frozenset[str]:
    from quizgen.facts import FACTS_BY_KIND

    kind = Path(name).stem
    if kind not in FACTS_BY_KIND:
        close = difflib.get_close_matches(kind, FACTS_BY_KIND, 1)
        hint = f"Did you mean {close[0]}.toml?" if close else f"Kinds: {', '.join(sorted(FACTS_BY_KIND))}."
        raise TemplateError(f"{kind!r} is not a kind of fact", file=name, remedy=hint)
    return frozenset(FACTS_BY_KIND[kind].model_fields)


def parse(text: str, file: str, slots: frozenset[str], language: str) -> list[Template]:
    """The templates of one file. Raises TemplateError for the first that is wrong."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TemplateError(f"Not valid TOML: {error}", file=file, remedy="Mend the line it names.") from error
    lines = [i for i, line in enumerate(text.splitlines(), 1) if line.strip() == "[[template]]"]
    entries = table.get("template", [])
    return [_one(e, file, line, Path(file).stem, slots, language) for e, line in zip(entries, lines, strict=False)]


def _one(entry: Mapping[str, Any], file: str, line: int, kind: str, slots: frozenset[str], language: str) -> Template:
    for name in _REQUIRED:
        if name not in entry:
            raise TemplateError(f"A template without {name!r}", file=file, line=line, remedy=f"Add: {name} = …")
    for name in entry:
        if name not in _REQUIRED + _OPTIONAL:
            raise TemplateError(
                f"Unknown entry {name!r}", file=file, line=line, remedy=_suggest(name, _REQUIRED + _OPTIONAL)
            )
    if entry.get("style", "open") not in STYLES:
        raise TemplateError(f"Unknown style {entry['style']!r}", file=file, line=line, remedy="Use open or cloze.")
    known = slots | COMMON
    for name in entry["given"]:
        if name not in slots and name not in ("frame", "year"):
            raise TemplateError(f"Unknown slot {name!r} in given", file=file, line=line, remedy=_suggest(name, slots))
    for source in (
        entry["stem"],
        entry["answer"],
        "{{ " + entry.get("when", "true") + " }}",
        *entry.get("accepted", ()),
    ):
        _check_source(source, known, file, line, language)
    return Template(
        id=entry["id"], kind=kind, given=tuple(entry["given"]), stem=entry["stem"], answer=entry["answer"],
        style=entry.get("style", "open"), when=entry.get("when", "true"), accepted=tuple(entry.get("accepted", ())),
        choice=entry.get("choice", True), weight=float(entry.get("weight", 1.0)), file=file, line=line,
    )  # fmt: skip


def _check_source(source: str, known: frozenset[str], file: str, line: int, language: str) -> None:
    env = environment()
    env.filters.update(dict.fromkeys(grammar(language).FILTERS, str))
    try:
        names = meta.find_undeclared_variables(env.parse(source))
    except TemplateSyntaxError as error:
        raise TemplateError(
            f"In {source!r}: {error.message}", file=file, line=line, remedy="Mend the placeholder."
        ) from error
    for name in sorted(names - known):
        raise TemplateError(f"Unknown placeholder {name!r}", file=file, line=line, remedy=_suggest(name, known))


def _suggest(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), 1, 0.5)
    return f"Did you mean {close[0]!r}?" if close else f"Known: {', '.join(sorted(known))}."


def check(templates: Iterable[Template]) -> tuple[Template, ...]:
    """The same templates. Raises TemplateError where two share an id."""
    seen: dict[str, Template] = {}
    for template in templates:
        if template.id in seen:
            first = seen[template.id]
            raise TemplateError(
                f"The id {template.id!r} is taken by {first.file}:{first.line}", file=template.file, line=template.line,
                remedy="Give it an id of its own: ids are permanent.",
            )  # fmt: skip
        seen[template.id] = template
    return tuple(seen.values())
