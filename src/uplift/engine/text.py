"""Words and marks: what text may hold, and how dates and lists are said in a sentence."""

import re
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches

# Marks that turn the direction of writing: a name that holds one can be made to read as another.
DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Tab and line ends are the only control characters that a person types on purpose.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
HTML_TAG = re.compile(r"<[a-zA-Z/!?]")


def hidden_mark(text: str) -> str | None:
    """The sentence that refuses `text` for a character nobody can see, or None."""
    if DIRECTION.search(text):
        return "Take out the hidden mark that changes the direction of the text."
    if CONTROL.search(text):
        return "Take out the hidden control character."
    return None


def holds_html(text: str) -> bool:
    """Whether `text` holds an HTML tag."""
    return HTML_TAG.search(text) is not None


def say_date(day: date) -> str:
    """31 January 2014."""
    return f"{day.day} {day:%B} {day.year}"


def say_list(words: Iterable[str], joined_by: str = "and") -> str:
    """One; one and two; one, two and three."""
    parts = list(words)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {joined_by} {parts[-1]}"


def say_count(count: int, noun: str) -> str:
    """1 day; 2 days."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def quote(words: str) -> str:
    """Words of a pack within a sentence of ours."""
    return f"“{words}”"


def capital(sentence: str) -> str:
    """The sentence with a capital at its start, the rest untouched."""
    return sentence[:1].upper() + sentence[1:]


def near_miss(name: str, known: Iterable[str]) -> str:
    """A question that offers the name that was probably meant, or nothing."""
    near = get_close_matches(name, known, 1, cutoff=0.7)
    return f" Did you mean “{near[0]}”?" if near else ""
