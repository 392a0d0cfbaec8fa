"""What the user has built and reviewed: one SQLite file."""

from quizgen.library.place import library_path
from quizgen.library.store import Library, open_library

__all__ = ["Library", "library_path", "open_library"]
