"""Every usual encoding gives the same text; what is no text says so."""

from __future__ import annotations

import codecs

import pytest

from quizgen.errors import SourceError

TEXT = "À Besançon, le maire a inauguré une piscine « écologique » à 3 €.\n\nL’été, elle restera ouverte la nuit.\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le bare", "utf-16-be bare", "utf-32", "cp1252"],
)
def test_the_text_is_the_same_in_every_encoding(read_one, data):
    assert read_one(data).text == TEXT


def test_line_ends_stay_as_they_are(read_one):
    text = "Le maire a parlé hier soir.\r\n\r\nLa ville a voté un budget de crise.\r\n"
    article = read_one(text)
    assert article.text == text
    assert [span.of(text) for span in article.paragraphs] == [
        "Le maire a parlé hier soir.",
        "La ville a voté un budget de crise.",
    ]


@pytest.mark.parametrize("data", [b"", b" \n\t\n", codecs.BOM_UTF8, codecs.BOM_UTF8 + b"\n", codecs.BOM_UTF16_LE])
def test_an_empty_file_says_that_it_is_empty(read_problem, data):
    assert "empty" in read_problem(data).problem


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n" + bytes(range(200, 256)) * 30 + b"\0\0\0",
        b"\x7fELF" + b"\x01\x02\x03\x04abcd" * 100,
        b"PK\x03\x04 the rest of an office document",
        b"%PDF-1.7 and so on",
        b"{\\rtf1\\ansi Le maire a parl\\'e9.}",
    ],
    ids=["bytes", "png", "elf", "zip", "pdf", "rtf"],
)
def test_a_binary_file_says_how_to_save_the_article(read_problem, data):
    problem = read_problem(data)
    assert isinstance(problem, SourceError)
    assert "not text" in problem.problem or "binary" in problem.problem
    assert ".txt" in problem.remedy


def test_a_nul_character_is_found_on_its_line(read_problem):
    problem = read_problem("Le maire a parlé.\nLa ville\0 a voté.\n")
    assert problem.line == 2
    assert "NUL" in problem.problem


def test_damaged_utf8_is_not_taken_for_another_encoding(read_problem):
    problem = read_problem("L'été a été très chaud à Orléans.\nLe ".encode() + b"\xff" + " préfet a réagi.\n".encode())
    assert problem.line == 2
    assert "UTF-8" in problem.problem


def test_damaged_utf16_says_so(read_problem):
    assert "utf-16" in read_problem(TEXT.encode("utf-16-le").join([codecs.BOM_UTF16_LE, b"\x00"])).problem


def test_a_page_may_declare_its_encoding(read_one):
    body = "<p>Le maire de Cahors a présenté hier son projet de théâtre aux habitants du quartier.</p>" * 3
    page = (
        f'<html><head><meta charset="iso-8859-15"><title>T</title></head><body><article>{body}</article></body></html>'
    )
    assert "théâtre" in read_one(page.encode("iso-8859-15"), "page.html").text
