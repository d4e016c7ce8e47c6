"""Which passwords are refused, and the sentences for it."""

import re
from itertools import pairwise

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

SHORTEST = 12

#: Words an attacker would try first here.
OUR_WORDS = ("uplift", "safeguarding", "children", "password", "welcome", "letmein", "board")


class LongEnough:
    """Length is what makes a password strong."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        if len(password) < SHORTEST:
            raise ValidationError(
                f"Use at least {SHORTEST} characters. Three or four words that don't belong "
                "together are strong and easy to remember.",
                code="short",
            )

    def get_help_text(self) -> str:
        return f"At least {SHORTEST} characters. Three or four words together work well."


class NotCommon(CommonPasswordValidator):
    """Not in the list of twenty thousand known passwords, nor one of them dressed up."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        plain = password.casefold().strip()
        core = re.sub(r"[^a-z]+$", "", plain)
        repeated = re.fullmatch(r"(.{1,6}?)\1+.{0,5}", plain)
        candidates = {plain, core} | ({repeated[1]} if repeated else set())
        if candidates & self.passwords or repeated or _is_run(plain) or _only(plain, OUR_WORDS):
            raise ValidationError(
                "Many people use that password, so it is among the first to be tried. "
                "Choose another.",
                code="common",
            )

    def get_help_text(self) -> str:
        return "Not one that many people use."


class NotAboutYou:
    """Nothing of the person's own name or address."""

    def validate(self, password: str, user: AbstractBaseUser | None = None) -> None:
        about = f"{getattr(user, 'name', '')} {getattr(user, 'email', '')}".casefold()
        parts = [part for part in re.split(r"[^a-z0-9]+", about) if len(part) >= 4]
        if any(part in password.casefold() for part in parts):
            raise ValidationError(
                "Leave your own name and e-mail address out of the password.", code="personal"
            )

    def get_help_text(self) -> str:
        return "Without your name or e-mail address."


def _is_run(text: str) -> bool:
    """abcdefghijkl, 123456789012, zyxw...: each character next to the one before."""
    steps = {
        (ord(b) - ord(a)) % 10 if (a + b).isdigit() else ord(b) - ord(a) for a, b in pairwise(text)
    }
    return steps in ({1}, {-1}, {9}, {0})


def _only(text: str, words: tuple[str, ...]) -> bool:
    """Whether nothing is left of the text without these words, digits and signs."""
    left = re.sub("|".join(words), "", text)
    return len(re.sub(r"[^a-z]", "", left)) < 4
