"""The three things a comparison can say."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """``ALMOST`` is not decided here: the person who answered says what it is worth."""

    RIGHT = "right"
    ALMOST = "almost"
    WRONG = "wrong"

    @property
    def merit(self) -> int:
        return {"wrong": 0, "almost": 1, "right": 2}[self.value]
