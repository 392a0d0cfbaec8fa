"""The note types, which Anki remembers for ever."""

from __future__ import annotations

from quizgen.anki.note_types import fingerprint, note_types, recorded_fingerprint


def test_ids_names_and_fields_are_those_of_the_first_release():
    common = (
        "Answer Accepted Options Context Source Attribution Title Outlet Date URL Kind Id|Note to self|Typed Language"
        " Picture Data|Spare 1|Spare 2|Spare 3|Spare 4|Spare 5|Spare 6"
    )
    parts = common.split("|")
    fields = (*parts[0].split(), parts[1], *parts[2].split(), *parts[3:])
    expected = {
        "question": (1748203515011, "quizgen Question", "Question", ("Stem", *fields)),
        "cloze": (1748203515012, "quizgen Cloze", "Cloze", ("Text", *fields)),
        "choice": (1748203515013, "quizgen Choice", "Choice", ("Stem", *fields)),
    }
    assert {k: (t.id, t.name, t.template, t.fields) for k, t in note_types().items()} == expected


def test_the_time_of_the_note_types_is_raised_with_their_look():
    assert fingerprint() == recorded_fingerprint(), (
        "The files of the note types changed. In note_types.toml raise `modified` to now (seconds since 1970) "
        f'and write: fingerprint = "{fingerprint()}"'
    )


def test_nothing_is_loaded_from_outside():
    for note_type in note_types().values():
        for page in (note_type.front, note_type.back, note_type.css):
            assert "http:" not in page
            assert "https:" not in page
            assert "url(" not in page
            assert "@import" not in page


def test_no_file_is_left_to_include():
    assert not [t.key for t in note_types().values() if "%%" in t.front + t.back]
