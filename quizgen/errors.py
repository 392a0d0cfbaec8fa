"""What can go wrong, each with a remedy. Raised anywhere, printed only by the command line."""

from pathlib import Path


class QuizgenError(Exception):
    """Something a person must fix.

    In: what is wrong, the file (and line) it is wrong in where there is one, and what to do.
    Out: ``str(error)`` is one line ``file:line: what is wrong. What to do.``
    """

    exit_code = 1

    def __init__(
        self, problem: str, *, file: Path | str | None = None, line: int | None = None, remedy: str = ""
    ) -> None:
        self.problem = problem
        self.file = file
        self.line = line
        self.remedy = remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        place = "" if self.file is None else f"{self.file}:" if self.line is None else f"{self.file}:{self.line}:"
        message = " ".join(
            part
            for part in (
                place,
                self.problem.rstrip("."),
            )
            if part
        )
        return f"{message}. {self.remedy}".strip() if self.remedy else message


class SourceError(QuizgenError):
    """An article cannot be read."""


class LanguageError(QuizgenError):
    """An article is in a language that quizgen has no folder for."""


class TemplateError(QuizgenError):
    """A question template does not say what it must."""


class DeckError(QuizgenError):
    """A deck cannot be written or read."""


class LibraryError(QuizgenError):
    """The library file cannot be used."""


class UsageError(QuizgenError):
    """The command was called with words that do not fit."""

    exit_code = 2
