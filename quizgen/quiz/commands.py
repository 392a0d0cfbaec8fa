"""The letters that ask for something instead of answering."""

from __future__ import annotations

from quizgen.quiz.item import Item

COMMANDS = {
    "h": "hint",
    "s": "skip",
    "v": "source",
    "o": "link",
    "u": "undo",
    "!": "suspend",
    "x": "report",
    "q": "quit",
    "?": "solution",
}


def command_of(typed: str, item: Item) -> str | None:
    """In: what was typed. Out: the command's name, or None for an answer.

    A letter that is itself an answer to this question is one; ``:h`` is always a command.
    """
    text = typed.strip().lower()
    if text.startswith(":") and text[1:] in COMMANDS:
        return COMMANDS[text[1:]]
    is_answer = any(text == answer.strip().lower() for answer in item.right_answers)
    return None if is_answer else COMMANDS.get(text)
