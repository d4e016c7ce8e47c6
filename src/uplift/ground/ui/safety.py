"""What typed text may contain, said in sentences."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.text import normalize_newlines

MAX_CHARACTERS = 20_000

#: Word's own line and page breaks and Unicode's separators mean a new line.
_BREAKS = str.maketrans(dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"))
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def tidy(text: str, *, most: int = MAX_CHARACTERS, many_lines: bool = True) -> str:
    """The text as it is kept: composed letters, plain line ends, no space around it.

    Raises ValidationError, with a sentence for the page, for hidden characters and for more
    than `most` characters.
    """
    text = unicodedata.normalize("NFC", normalize_newlines(text).translate(_BREAKS))
    if not many_lines:
        text = " ".join(text.split())
    if found := _CONTROL.search(text):
        raise ValidationError(_hidden("control characters", text, found.start()), code="hidden")
    if found := _DIRECTION.search(text):
        what = "marks that change the direction of writing"
        raise ValidationError(_hidden(what, text, found.start()), code="hidden")
    if len(text) > most:
        raise ValidationError(
            f"This is {len(text):,} characters long: {most:,} is the most. "
            "Shorten it, or add it as a file.",
            code="long",
        )
    return text.strip()


def visible(text: str) -> str:
    """The text without the hidden characters that `tidy` refuses, to be shown again."""
    text = normalize_newlines(text).translate(_BREAKS)
    return _DIRECTION.sub("", _CONTROL.sub("", text))


def _hidden(what: str, text: str, at: int) -> str:
    before = visible(text[max(0, at - 20) : at]).strip()
    where = f"after “{before}”" if before else "at its start"
    return (
        f"The text holds hidden {what} {where}, often brought along by copying. "
        "They are taken out below: check it and save again."
    )
