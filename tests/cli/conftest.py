"""Articles of our own, and the command line run as a person runs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizgen.cli import run

SUMMIT = """---
title: "Sommet de Vilnius : un accord sur l'énergie"
outlet: La Gazette du soir
date: 2024-03-05
url: https://example.org/sommet
---

La présidente moldave Maia Sandu a rencontré le chancelier allemand Olaf Scholz à Vilnius le 4 mars 2024. \
La Lituanie a fermé deux centrales électriques en février 2024.

« Nous avons besoin de cette ligne électrique avant le prochain hiver », a déclaré Maia Sandu.

La Pologne a versé 350 millions d'euros à la Moldavie. Le ministre roumain Marcel Ciolacu a refusé cet accord.

Selon le gouvernement lituanien, 420 000 foyers ont reçu une aide à Vilnius.
"""
PORT = """---
title: "Grève au port du Havre"
outlet: La Gazette du soir
date: 2024-05-12
url: https://example.org/port
---

Le syndicaliste Antoine Marchand a bloqué le port du Havre le 10 mai 2024. Selon la préfecture, \
2 500 dockers ont défilé au Havre.

« La direction du port doit enfin nous recevoir », a déclaré Antoine Marchand.

La maire de Rouen Claire Dufour a demandé une réunion. L'Espagne a envoyé trois navires au Havre.
"""


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        return [line for line in self.err.splitlines() if line.startswith("quizgen:")]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with two articles in ``news`` and a library of its own."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "sommet.md").write_text(SUMMIT, "utf-8")
    (tmp_path / "news" / "port.md").write_text(PORT, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUIZGEN_LIBRARY", str(tmp_path / "library.sqlite"))
    return tmp_path


@pytest.fixture
def quizgen(desk: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Result]:
    """Run a command line in the folder. Out: exit code, standard output, standard error."""

    def call(*arguments: str) -> Result:
        capsys.readouterr()
        code = run(arguments)
        said = capsys.readouterr()
        assert "Traceback" not in said.out + said.err
        return Result(code, said.out, said.err)

    return call
