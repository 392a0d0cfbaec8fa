"""Sources of all forms, together: what is read, in which order, and what is wrong with the others."""

from __future__ import annotations

import datetime
import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.errors import LanguageError, SourceError
from quizgen.reading import Reading, read

FRENCH = "Le conseil municipal a adopté le budget de la ville, malgré les réserves de l'opposition."
GERMAN = "Der Stadtrat hat am Montag den Haushalt beschlossen, obwohl die Opposition dagegen gestimmt hat."
PAGE = f"<html><body><article><p>{FRENCH}</p><p>{FRENCH} Le vote a eu lieu lundi soir.</p></article></body></html>"


def read_here(*names: str | Path, stdin: bytes = b"", **options: object) -> Reading:
    return read(names, stdin=io.BytesIO(stdin), **options)  # type: ignore[arg-type]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "b.txt": f"{FRENCH} Le maire s'en félicite.",
        "a/z.md": f"---\ntitle: Budget\n---\n{FRENCH}",
        "a/c.html": PAGE,
        "a/notes.pdf": "%PDF",
        "a/LISEZMOI": "rien",
        ".cache/old.txt": FRENCH,
        "a/.hidden.md": FRENCH,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_at_any_depth_and_in_order(folder):
    reading = read_here(folder)
    names = [Path(article.source).relative_to(folder).as_posix() for article in reading.articles]
    assert (names, reading.problems) == (["a/c.html", "a/z.md", "b.txt"], ())


def test_a_file_named_twice_is_read_once(folder):
    reading = read_here(folder / "b.txt", folder, folder / "a" / ".." / "b.txt")
    assert [Path(article.source).name for article in reading.articles] == ["b.txt", "c.html", "z.md"]


def test_the_same_article_in_two_files_is_read_once(tmp_path):
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(FRENCH, encoding="utf-8")
    reading = read_here(tmp_path)
    assert ([Path(article.source).name for article in reading.articles], reading.problems) == (["one.txt"], ())


def test_two_texts_under_one_address_are_a_problem(tmp_path):
    for name, more in (("one.md", "."), ("two.md", " et rien d'autre.")):
        text = f"---\nurl: https://example.org/a\n---\n{FRENCH}{more}"
        (tmp_path / name).write_text(text, encoding="utf-8")
    (problem,) = read_here(tmp_path).problems
    assert "one.md" in problem.problem
    assert str(problem.file).endswith("two.md")


def test_one_bad_file_does_not_stop_the_others(folder):
    (folder / "a" / "empty.txt").write_bytes(b"")
    (folder / "aa.txt").write_bytes(bytes(range(256)))
    reading = read_here(folder, folder / "missing.txt")
    assert len(reading.articles) == 3
    assert [Path(str(problem.file)).name for problem in reading.problems] == ["empty.txt", "aa.txt", "missing.txt"]


@pytest.mark.parametrize(
    ("name", "says"),
    [("missing.txt", "no such file"), ("article.docx", ".docx"), ("nothing", "no article in this folder")],
)
def test_what_cannot_be_a_source_says_so(tmp_path, name, says):
    (tmp_path / "article.docx").write_bytes(b"x")
    (tmp_path / "nothing").mkdir()
    (problem,) = read_here(tmp_path / name).problems
    assert isinstance(problem, SourceError)
    assert says in problem.problem
    assert problem.remedy


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user who may be refused")
def test_a_file_that_may_not_be_read_says_so(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(FRENCH, encoding="utf-8")
    path.chmod(0)
    assert "permission" in str(read_here(path).problems[0])


@pytest.mark.parametrize("text", ["Budget de la ville", "# Budget\n", "1 2 3.\n\n4,5 %", "Oui. Non. Peut-être."])
def test_a_file_without_a_sentence_says_so(read_problem, text):
    assert "no sentence" in read_problem(text, "article.md").problem


def test_standard_input_is_read(folder):
    reading = read_here("-", folder / "b.txt", stdin=FRENCH.encode("utf-16"))
    assert [(article.source, article.text) for article in reading.articles][0] == ("-", FRENCH)
    assert len(reading.articles) == 2


def test_standard_input_may_have_front_matter_or_be_a_page():
    stated = read_here("-", stdin=f"---\ntitle: Budget\n---\n{FRENCH}".encode())
    page = read_here("-", stdin=f"\n<!DOCTYPE html>{PAGE}".encode())
    assert stated.articles[0].title == "Budget"
    assert "<" not in page.articles[0].text


def test_an_empty_standard_input_says_so():
    (problem,) = read_here("-").problems
    assert str(problem).startswith("-: The file is empty.")


def test_what_the_user_says_wins(read_one):
    stated = f"---\nlanguage: de\ndate: 2020-01-01\n---\n{FRENCH}"
    article = read_one(stated, "article.md", language="fr", date=datetime.date(2024, 3, 5))
    assert (article.language, article.date) == ("fr", datetime.date(2024, 3, 5))


def test_the_id_stays_when_the_article_comes_from_another_file(read_one):
    stated = "---\ntitle: Budget\ndate: 2024-03-05\n---\n"
    first = read_one(stated + FRENCH, "one.md")
    second = read_one(stated + FRENCH + "\n\nCorrection : le vote a eu lieu mardi.", "two.md")
    assert first.id == second.id
    assert len(first.id) == 12


@pytest.mark.parametrize(
    "text", ["Il pleut à Lyon.", "La ministre quitte Berlin.", "Macron rencontre Scholz à Berlin.", FRENCH, FRENCH * 50]
)
def test_french_is_recognised_even_in_a_few_words(read_one, text):
    assert read_one(text).language == "fr"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (GERMAN, "de"),
        ("The president spoke on Tuesday about the budget of the city.", "en"),
        ("El presidente habló el martes sobre el presupuesto de la ciudad.", "es"),
    ],
)
def test_another_language_names_those_there_are(read_problem, text, code):
    problem = read_problem(text)
    assert isinstance(problem, LanguageError)
    assert f"'{code}'" in problem.problem
    assert "fr" in problem.remedy


def test_a_stated_language_is_believed(read_problem):
    assert isinstance(read_problem(f"---\nlanguage: sw\n---\n{FRENCH}", "article.md"), LanguageError)


def test_an_unknown_language_asked_for_is_refused_at_once():
    with pytest.raises(LanguageError, match="'tlh'"):
        read_here("-", language="tlh")


def test_a_text_of_two_megabytes_is_read_in_seconds(read_one):
    text = "\n\n".join(f"Au point {number}, {FRENCH[0].lower()}{FRENCH[1:]}" for number in range(20_000))
    assert len(text.encode()) > 2_000_000
    start = time.perf_counter()
    assert len(read_one(text).paragraphs) == 20_000
    assert time.perf_counter() - start < 20


@pytest.mark.parametrize("name", ["article.md", "article.txt"])
def test_a_title_repeated_at_the_top_is_no_paragraph(read_one, name):
    article = read_one(f"---\ntitle: Le budget de Vannes\n---\nLe budget de  Vannes\n\n{FRENCH}", name)
    assert [span.of(article.text) for span in article.paragraphs] == [FRENCH]


@settings(max_examples=150)
@given(st.binary(max_size=200), st.sampled_from(["", "---\n", "<html><body>", "\ufeff", "# "]))
def test_no_bytes_whatever_are_a_crash(data, before):
    reading = read_here("-", stdin=before.encode() + data)
    assert len(reading.articles) + len(reading.problems) == 1


def test_front_matter_of_nothing_but_marks_is_read_at_once(read_one):
    start = time.perf_counter()
    read_one(f"---\n{'# ' * 5000}\n---\n{FRENCH}", "article.md")
    assert time.perf_counter() - start < 5


def test_the_seed_is_read_as_it_is(seed):
    (article,) = read_here(seed).articles
    assert (article.title, article.outlet, article.date) == (None, None, datetime.date(2022, 6, 25))
    assert article.text.startswith("Lors d'une rencontre")
    assert len(article.paragraphs) == 12


def test_reading_loads_no_heavy_library_until_it_is_needed():
    heavy = ("spacy", "trafilatura", "py3langid", "numpy", "yaml", "lxml")
    program = f"import sys, quizgen.reading; print([name for name in {heavy} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
