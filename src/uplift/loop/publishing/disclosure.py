"""Words of a text that also stand in somebody's sealed identity.

Found are whole words, whatever their case and accents: each part of a name, a date of birth in
any common form, a postcode, and what of an address could be told without its number.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from uplift.ground.ui.filters.dates import MONTHS
from uplift.loop.publishing.models import NamedWords

Kind = NamedWords.Kind

_AROUND = 60  # characters shown on either side
_NAMES = ("name", "other_names")
_PARTICLES = {
    "al",
    "bin",
    "da",
    "de",
    "del",
    "der",
    "di",
    "el",
    "la",
    "le",
    "of",
    "the",
    "van",
    "von",
}
_POSTCODE = re.compile(r"\b([a-z]{1,2}[0-9][a-z0-9]?) *([0-9][a-z]{2})\b")
_NUMBER = re.compile(r"^(?:(?:flat|apartment|unit|no\.?) *)?[0-9]+ ?[a-z]?\b")


class Term(NamedTuple):
    """Something to look for: `words` names it, `pattern` finds it in folded text."""

    kind: NamedWords.Kind
    words: str
    pattern: str


class Hit(NamedTuple):
    """Something found: so many `times`, first between what `excerpt` has before and after it."""

    kind: NamedWords.Kind
    words: str
    excerpt: tuple[str, str, str]
    times: int


def hits(text: str, identities: Iterable[Mapping[str, str]]) -> list[Hit]:
    """What of these people's sealed identities stands in the text."""
    folded, places = _fold(text)
    terms = dict.fromkeys(term for identity in identities for term in _terms(identity))
    found = []
    for term in terms:
        matches = list(re.finditer(rf"(?<!\w)(?:{term.pattern})(?!\w)", folded))
        if matches:
            start, end = places[matches[0].start()], places[matches[0].end() - 1] + 1
            found.append(Hit(term.kind, term.words, _cut(text, start, end), len(matches)))
    return found


def _cut(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before `start`, up to `end` and after, in whole words where it is cut."""
    before, after = text[:start], text[end:]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return before, text[start:end], after


def _fold(text: str) -> tuple[str, list[int]]:
    """The text without case and accents, and for each of its characters the place in `text`."""
    folded, places = [], []
    for place, character in enumerate(text):
        for part in unicodedata.normalize("NFKD", character).casefold():
            if not unicodedata.combining(part):
                folded.append(part)
                places.append(place)
    return "".join(folded), places


def _terms(identity: Mapping[str, str]) -> Iterator[Term]:
    for key in _NAMES:
        for word in _words(identity.get(key) or ""):
            if len(word) > 1 and word not in _PARTICLES:
                yield Term(Kind.NAME, word, re.escape(word))
    yield from _births(identity.get("date_of_birth") or "")
    address = f"{identity.get('address') or ''}\n{identity.get('postcode') or ''}"
    yield from _addresses(_fold(address)[0])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", _fold(text)[0])


def _births(iso: str) -> Iterator[Term]:
    try:
        born = dt.date.fromisoformat(iso)
    except ValueError:
        return
    day, month, year = f"0?{born.day}", f"0?{born.month}", f"(?:{born.year:04})"
    name = MONTHS[born.month - 1].casefold()
    written = rf"(?:{name}|{name[:3]})\.?"
    ordinal = rf"{day}(?:st|nd|rd|th)?"
    short = rf"(?:{born.year:04}|{born.year % 100:02})"
    forms = (
        rf"{ordinal} *(?:of )? *{written},? *{year}",
        rf"{written} *{ordinal},? *{year}",
        rf"{day}[/.\- ]{month}[/.\- ]{short}",
        rf"{year}-{month}-{day}",
    )
    yield Term(Kind.BIRTH, iso, "|".join(forms))


def _addresses(folded: str) -> Iterator[Term]:
    for out, inside in _POSTCODE.findall(folded):
        yield Term(Kind.POSTCODE, f"{out} {inside}", f"{out} ?{inside}")
    parts = [part.strip() for part in re.split(r"[,;\n]", _POSTCODE.sub("", folded))]
    for number, part in enumerate(filter(None, parts)):
        words = _words(_NUMBER.sub("", part))
        # A single word further on is a town or a county, which alone tells nothing of anybody.
        if words and (len(words) > 1 or (number == 0 and words[0].isalpha())):
            yield Term(Kind.ADDRESS, " ".join(words), r"[\W_]{1,3}".join(map(re.escape, words)))
