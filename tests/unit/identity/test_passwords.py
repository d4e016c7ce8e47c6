"""Which passwords are refused, and why."""

import pytest
from django.contrib.auth.password_validation import (
    get_default_password_validators,
    validate_password,
)
from django.core.exceptions import ValidationError


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("short", "Use at least 12 characters."),
        ("elevenchars", "Use at least 12 characters."),
        ("password1234", "Many people use that password"),
        ("Password2026!", "Many people use that password"),
        ("123456789012", "Many people use that password"),
        ("abcdefghijklm", "Many people use that password"),
        ("zyxwvutsrqpon", "Many people use that password"),
        ("qwertyqwerty", "Many people use that password"),
        ("aaaaaaaaaaaaa", "Many people use that password"),
        ("Safeguarding1", "Many people use that password"),
        ("UpliftBoard2026", "Many people use that password"),
        ("alice has a moss garden", "Leave your own name"),
        ("i am at example.org", "Leave your own name"),
    ],
)
def test_refused(alice, password, sentence):
    with pytest.raises(ValidationError, match=sentence):
        validate_password(password, alice)


@pytest.mark.parametrize(
    "password",
    ["three plain words", "correct horse battery", "Zq4!kd9&Lp2v", "ŵŷ 😀 tea and toast"],
)
def test_accepted(alice, password):
    validate_password(password, alice)
    validate_password(password)


def test_each_rule_says_what_it_wants():
    assert all(rule.get_help_text() for rule in get_default_password_validators())
