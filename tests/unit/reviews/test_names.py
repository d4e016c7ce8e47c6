"""Names go out of texts and come back for whoever may."""

import pytest

from uplift.loop.reviews.names import Names, plain

PEOPLE = [
    ("Child Heron", {"name": "Alexander James O'Neil", "other_names": "Lexy Grey; Al"}),
    ("Sibling Heron 1", {"name": "Hope O’Neil"}),
    ("Mother Heron", {"name": "Ann Sample"}),
    ("Aunt Heron", {"name": "Ann Other"}),
]


@pytest.fixture
def names():
    return Names(PEOPLE)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Alexander James O'Neil was seen.", "{Child Heron} was seen."),
        ("Alexander O’Neil and ALEXANDER", "{Child Heron} and {Child Heron}"),
        ("O'Neil, Alexander", "{Child Heron}"),
        ("A. O'Neil called", "{Child Heron} called"),
        ("Alexander's school", "{Child Heron}'s school"),
        ("Lexy Grey, Lexy and Al", "{Child Heron}, {Child Heron} and {Child Heron}"),
        ("Mrs O'Neil", "Mrs {family of Child Heron}"),
        ("Hope came; they hope so", "{Sibling Heron 1} came; they hope so"),
        ("alexander  james\no'neil", "{Child Heron}"),
        ("Ann said", "Ann said"),  # two of them: nobody knows which
        ("Ann Sample and Ann Other", "{Mother Heron} and {Aunt Heron}"),
        ("Child Heron and {Child Heron}", "{Child Heron} and {Child Heron}"),
        ("Alexandra, Hopeful, Also", "Alexandra, Hopeful, Also"),
    ],
)
def test_names_are_hidden(names, text, kept):
    assert names.hidden(text)[0] == kept


def test_real_names_are_counted_and_made_up_ones_are_not(names):
    assert names.hidden("Hope and Alexander with Child Heron")[1] == 2
    assert names.hidden("Child Heron")[1] == 0


def test_marks_become_words_or_names(names):
    kept = names.hidden("Alexander and Mrs O'Neil met Hope.")[0]
    assert plain(kept) == "Child Heron and Mrs family of Child Heron met Sibling Heron 1."
    assert names.shown(kept) == "Alexander James O'Neil and Mrs O'Neil met Hope O'Neil."
    assert names.shown("{Nobody} here") == "Nobody here"


def test_what_is_hidden_stays_hidden_when_it_is_saved_again(names):
    kept = names.hidden("Alexander and Hope")[0]
    assert names.hidden(plain(kept)) == (kept, 0)


def test_a_case_about_nobody_hides_nothing():
    assert Names([]).hidden("Alexander") == ("Alexander", 0)


def test_someone_whose_name_is_not_known_keeps_the_made_up_one():
    names = Names([("Child Wren", {})])
    assert names.shown(names.hidden("Child Wren")[0]) == "Child Wren"
