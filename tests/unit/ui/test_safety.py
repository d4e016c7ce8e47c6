"""What typed text may contain."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from uplift.ground.ui.safety import tidy, visible


def test_line_ends_and_letters_are_made_plain():
    assert tidy("  one\r\ntwo\rthree\x0bfour\u2028five  ") == "one\ntwo\nthree\nfour\nfive"
    assert tidy("e\u0301") == "é"
    assert tidy("one \n two\tthree", many_lines=False) == "one two three"


@pytest.mark.parametrize("text", ["😀 👩‍👩‍👧", "ŵ ŷ", "שלום", "<b>&amp;</b>", "O'Neill"])
def test_any_letters_pass(text):
    assert tidy(text) == text


@pytest.mark.parametrize("hidden", ["\x00", "\x02", "\x1f", "\x7f", "\x9f"])
def test_control_characters_are_refused(hidden):
    with pytest.raises(ValidationError, match="hidden control characters after “before”"):
        tidy(f"before{hidden}after")


@pytest.mark.parametrize("hidden", ["\u200e", "\u200f", "\u202e", "\u2066", "\u061c"])
def test_direction_marks_are_refused(hidden):
    with pytest.raises(ValidationError, match="direction of writing at its start"):
        tidy(f"{hidden}after")


def test_too_much_is_refused_with_both_numbers():
    assert len(tidy("a" * 20_000)) == 20_000
    with pytest.raises(ValidationError, match=r"20,001 characters long: 20,000 is the most"):
        tidy("a" * 20_001)


@given(st.text())
def test_what_is_shown_again_passes(text):
    """After a refusal, sending the text as it is shown again is accepted."""
    tidy(visible(text), most=10_000)
