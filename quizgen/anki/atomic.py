"""A file is replaced as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from quizgen.errors import DeckError

_MODE_OF_A_NEW_FILE = 0o666


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A path beside ``path`` to write to; when the block ends well it takes the place of ``path``.

    After any failure the old file is as it was and nothing is left beside it. A failure to write is
    raised as ``DeckError``. A killed process can leave a hidden file that ends in ``.part``.
    """
    target = path.resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    except OSError as error:
        raise _cannot(path, error) from error
    os.close(handle)
    part = Path(name)
    try:
        yield part
        _put_in_place(part, target)
    except OSError as error:
        raise _cannot(path, error) from error
    finally:
        part.unlink(missing_ok=True)


def _put_in_place(part: Path, target: Path) -> None:
    """On the disk first, in place after: a power cut between the two leaves the old file."""
    os.chmod(part, _mode(target))
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    with suppress(OSError):  # not every system can sync a folder
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _mode(target: Path) -> int:
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return _MODE_OF_A_NEW_FILE & ~mask


def _cannot(path: Path, error: OSError) -> DeckError:
    stands = "The deck that was there is as it was. " if os.path.exists(path) else ""
    return DeckError(
        f"the deck cannot be written: {error.strerror or error}",
        file=path,
        remedy=f"{stands}Make room, or choose another place with --out.",
    )
