"""Text from articles and keyboards made harmless for a terminal."""

from __future__ import annotations

import re

# Whole escape sequences first (CSI, OSC and friends, two-character ones), so that no "[2J" is left behind.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
_SPACES = re.compile(r"[\t\n\r\v\f\x85\u2028\u2029]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def clean(text: str) -> str:
    """In: any text. Out: the same on one line, without escape sequences, control or bidi characters."""
    text = _SPACES.sub(" ", _ESCAPES.sub("", text))
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", text))


def clean_parts(text: str, mark: tuple[int, int] | None) -> tuple[str, str, str]:
    """In: a sentence and the place of its answer. Out: what stands before, the answer, what stands after."""
    if mark is None:
        return clean(text), "", ""
    return clean(text[: mark[0]]), clean(text[mark[0] : mark[1]]), clean(text[mark[1] :])


def is_link(url: str | None) -> bool:
    """Whether a link may be handed to a browser: http or https, nothing else."""
    return url is not None and re.match(r"https?://[^\s\x00-\x1f]+$", url) is not None
