"""Reasons why nothing is made of something: a table of them, each with what tells whether it holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ParamSpec

_Judged = ParamSpec("_Judged")


def first_reason(
    reasons: Sequence[tuple[str, Callable[_Judged, bool]]], *judged: _Judged.args, **named: _Judged.kwargs
) -> str | None:
    """The first reason of a table that holds."""
    return next((reason for reason, holds in reasons if holds(*judged, **named)), None)
