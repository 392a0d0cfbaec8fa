"""Which files a list of sources stands for, and their bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from quizgen.errors import SourceError

Form = Literal["text", "markdown", "page"]
FORMS: dict[str, Form] = {
    ".txt": "text", ".text": "text", "": "text",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "page", ".htm": "page", ".xhtml": "page",
}  # fmt: skip
LARGEST = 50_000_000
STDIN = "-"


@dataclass(frozen=True)
class Source:
    """One file's name as a person wrote it, its bytes and its form."""

    name: str
    data: bytes
    form: Form


def find(source: str | Path) -> list[Path]:
    """The files that ``source`` stands for: itself, or what a folder holds at any depth, sorted by path.

    Raises SourceError where there is no such file, or no article in the folder.
    """
    path = Path(source)
    if not path.is_dir():
        return [path]
    found = sorted(_walk(path), key=lambda file: file.parts)
    if not found:
        raise SourceError("There is no article in this folder", file=path, remedy=f"It needs files named {_endings()}.")
    return found


def load(path: Path) -> Source:
    """The file's bytes and form. Raises SourceError where it cannot be read or has another form."""
    if not path.exists():
        raise SourceError("There is no such file or folder", file=path, remedy="Check the name.")
    form = FORMS.get(path.suffix.lower())
    if form is None:
        raise SourceError(
            f"quizgen does not read {path.suffix} files", file=path, remedy=f"Save the article as {_endings()}."
        )
    try:
        with path.open("rb") as stream:
            return Source(str(path), _limited(stream, str(path)), form)
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise SourceError(f"The file cannot be read: {reason}", file=path, remedy="Check its permissions.") from None


def load_stdin(stdin: BinaryIO) -> Source:
    """Standard input, whose form shows in its first characters; plain text is read as Markdown."""
    data = _limited(stdin, STDIN)
    head = data[:400].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    is_page = head.startswith((b"<!doctype html", b"<html", b"<?xml", b"<!-- saved from"))
    return Source(STDIN, data, "page" if is_page else "markdown")


def _limited(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        megabytes = LARGEST // 1_000_000
        raise SourceError(f"The file is larger than {megabytes} MB", file=name, remedy="Split it into articles.")
    return data


def _endings() -> str:
    return ".txt, .md or .html"


def _walk(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(parent, name)
            if not name.startswith(".") and path.suffix and path.suffix.lower() in FORMS:
                yield path


def unique(paths: Sequence[Path]) -> list[Path]:
    """The paths without those that name a file named before."""
    seen: dict[Path, Path] = {}
    for path in paths:
        seen.setdefault(path.resolve(), path)
    return list(seen.values())
