"""Files, folders, saved pages and standard input become articles. The only part that reads sources from disk."""

from quizgen.reading.reader import Reading, read

__all__ = ["Reading", "read"]
