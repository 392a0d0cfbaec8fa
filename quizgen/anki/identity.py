"""What stays the same for ever: the names by which Anki knows a note and a deck."""

from __future__ import annotations

import hashlib
import re

from quizgen.errors import DeckError

# Where Anki's own ids lie: milliseconds since 1970, between 2001 and 2033, and exact in JavaScript.
_FIRST_DECK_ID = 10**12
_DECK_IDS = 10**12
_USABLE_ID = re.compile(r"[!-~]{1,64}")


def note_guid(question_id: str) -> str:
    """A question's id is the note's GUID: another wording or a corrected answer is the same note.

    Raises ``DeckError`` where the id cannot be one (empty, over 64 characters, spaces, not ASCII).
    """
    if _USABLE_ID.fullmatch(question_id) is None:
        raise DeckError(f"{question_id!r} cannot be the id of a question", remedy="Use a hash or a short name.")
    return question_id


def deck_id(name: str) -> int:
    """The id of a deck, from its permanent name."""
    digest = hashlib.sha256(f"quizgen deck\n{deck_name(name)}".encode()).digest()
    return _FIRST_DECK_ID + int.from_bytes(digest[:8], "big") % _DECK_IDS


def deck_name(name: str) -> str:
    """A deck's name as Anki keeps it: no empty part, no space around ``::``, no quote.

    Raises ``DeckError`` where nothing is left.
    """
    parts = (" ".join(part.replace('"', " ").split()) for part in name.split("::"))
    kept = "::".join(part for part in parts if part)
    if not kept:
        raise DeckError(f"{name!r} cannot be the name of a deck", remedy="Give it a name with a letter in it.")
    return kept
