"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# The same examples on every machine, and no failure because a machine was busy.
settings.register_profile("quizgen", deadline=None, derandomize=True)
settings.load_profile("quizgen")


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's folder."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def seed(project: Path) -> Path:
    """The folder of sample articles."""
    return project / "seeds"
