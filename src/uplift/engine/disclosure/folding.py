"""Text without case, accents and tricks, each of its characters with its place in the original."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from uplift.engine.disclosure.lexicon import lines

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BEFORE = " \t\"'“”«»()[]*_#>"
_ENDS = ".!?:;"
_BULLET = re.compile(r"(?:^|\n)[ \t]*(?:[-*+•]|\d+[.)])[ \t]+$")


class Token(NamedTuple):
    """A word of the folded text. `base` is it without apostrophes and a possessive's s."""

    text: str
    base: str
    start: int
    end: int
    case: str  # lower, capital or upper
    opens: bool  # whether it stands at the start of a sentence


@cache
def _alike() -> dict[int, str]:
    """Characters that look like, or stand for, plain ones."""
    return str.maketrans({one: plain for plain, drawn in lines("alike.txt") for one in drawn})


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    """One character as it is compared: nothing at all for one that nobody sees."""
    if unicodedata.category(character) in ("Cf", "Mn"):
        return ""
    plain = unicodedata.normalize("NFKD", character.translate(_alike())).casefold()
    plain = plain.translate(_alike())
    plain = "".join(one for one in plain if not unicodedata.combining(one))
    return " " if plain != "\n" and plain.isspace() else plain


def fold(text: str) -> str:
    """The text as it is compared."""
    return "".join(map(_folded, text))


class Folded:
    """A text and its folded form: `places[i]` is where the folded character `i` stands in it."""

    def __init__(self, original: str) -> None:
        self.original = original
        pieces = [_folded(character) for character in original]
        self.text = "".join(pieces)
        self.places = [place for place, piece in enumerate(pieces) for _ in piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where folded characters stand in the original."""
        return self.places[start], self.places[end - 1] + 1

    def shown(self, start: int, end: int) -> str:
        """The original words of a folded span."""
        first, last = self.span(start, end)
        return self.original[first:last]

    @cached_property
    def tokens(self) -> list[Token]:
        """The words in order; CamelCase is several."""
        return [token for match in _TOKEN.finditer(self.text) for token in self._tokens(match)]

    def _tokens(self, match: "re.Match[str]") -> Iterator[Token]:
        start, end = match.span()
        cuts = [start, end]
        original = self.shown(start, end)
        if len(original) == end - start and not original.isupper():
            cuts[1:1] = [start + cut.start() for cut in _CAMEL.finditer(original)]
        for first, last in pairwise(cuts):
            word = self.text[first:last]
            yield Token(
                word.replace("'", ""),
                _base(word, self.text[last : last + 1]),
                first,
                last,
                _case(self.shown(first, last)),
                first == start and self._opens(first),
            )

    def _opens(self, start: int) -> bool:
        before = self.text[max(0, start - 40) : start]
        stripped = before.rstrip(_BEFORE)
        if not stripped.strip() and start <= 40:
            return True
        if _BULLET.search(before):
            return True
        return stripped.endswith("\n\n") or stripped.rstrip(_BEFORE + "\n").endswith(tuple(_ENDS))


def _base(word: str, following: str) -> str:
    """Without a possessive's ending: Heron's, Jones'."""
    if word.endswith("'s"):
        word = word[:-2]
    return word.replace("'", "")


def _case(original: str) -> str:
    letters = [one for one in original if one.isalpha()]
    if not letters or not letters[0].isupper():
        return "lower"
    if len(letters) > 1 and all(one.isupper() for one in letters):
        return "upper"
    return "capital"
