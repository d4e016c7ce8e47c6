"""Dates of birth in a text, whole and in part, and ages by which one could be reckoned."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from uplift.engine.disclosure.dates import NUMBERS, Mention, mentions
from uplift.engine.disclosure.folding import Folded
from uplift.engine.disclosure.lexicon import MONTHS
from uplift.engine.disclosure.things import Certainty, Hit, Identity, Kind

CERTAIN, LIKELY, POSSIBLE = Certainty
_AROUND = 60  # characters in which a word on birth or age belongs to a date
_BORN = re.compile(r"\b(?:born|births?|dob|d\.o\.b|delivered|delivery|arrived|newborn)\b")
_BIRTHDAY = re.compile(r"\b(?:birthdays?|turned|turns|turning)\b")
_AGE = re.compile(
    rf"\b(?:aged?|turned|turning|was|were|is|then|just|only) (?:of )?"
    rf"(?P<n>\d{{1,2}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})\b"
    r"(?! ?(?:months?|weeks?|days?|hours?|minutes?|times?|o'clock|children|of|per|%|other))"
)


class Known(NamedTuple):
    """A sealed date as far as it is known."""

    year: int
    month: int | None
    day: int | None


def read_date(text: str) -> Known | None:
    """2014, 2014-03 or 2014-03-14, or a date as people write it; None for anything else."""
    parts = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?", text.strip())
    if parts:
        year, month, day = (int(part) if part else None for part in parts.groups())
        return Known(year or 0, month, day)
    found = next((one for one in mentions(text.casefold()) if one.year and one.year > 99), None)
    return Known(found.year or 0, found.month, found.day) if found else None


def date_hits(folded: Folded, identities: Iterable[Identity]) -> Iterator[Hit]:
    """Sealed dates in the text, and every other exact date."""
    people = list(identities)
    text = folded.text
    for mention in mentions(text):
        around = _around(text, mention)
        for identity in people:
            yield from _sealed(mention, identity, around)
        if mention.day and mention.month and not mention.loose:
            yield _exact(mention)


def _around(text: str, mention: Mention) -> str:
    """What stands near it in its own sentence."""
    before = re.split(r"[.!?;]\s|\n\s*\n", text[max(0, mention.start - _AROUND) : mention.start])
    after = re.split(r"[.!?;](?:\s|$)|\n\s*\n", text[mention.end : mention.end + _AROUND])
    return f"{before[-1]} \x00 {after[0]}"


def _sealed(mention: Mention, identity: Identity, around: str) -> Iterator[Hit]:
    who = identity.pseudonym or "someone in the case"
    for known in filter(None, map(read_date, identity.births)):
        found = _birth(mention, known, around)
        if found:
            certainty, why, instead = found
            yield Hit(
                Kind.BIRTH, certainty, mention.start, mention.end, why.format(who=who), instead, who
            )
    for known in filter(None, map(read_date, identity.dates)):
        if known.day and _same(mention, known):
            why = f"A date that is sealed about {who}."
            instead = f"{MONTHS[(known.month or 1) - 1].capitalize()} {known.year}"
            yield Hit(Kind.DATE, CERTAIN, mention.start, mention.end, why, instead, who)


def _birth(mention: Mention, known: Known, around: str) -> tuple[Certainty, str, str] | None:
    """How sure it is that the mention gives this date of birth away, why, and what to say."""
    about = "the year alone" if mention.month else "about how old they were"
    year = str(known.year)
    if known.day and _same(mention, known):
        return CERTAIN, "The date of birth of {who}.", year
    if known.day and _same_day(mention, known):
        if mention.year is None:
            sure = POSSIBLE if mention.loose and not _BORN.search(around) else LIKELY
            return sure, "The day on which {who} was born.", about
        if _BIRTHDAY.search(around) or _age(around) == _years(mention, known):
            return LIKELY, "A birthday of {who}.", _month(mention)
    if _same_month(mention, known) and mention.day is None:
        sure = LIKELY if _BORN.search(around) or not known.day else POSSIBLE
        return sure, "The month in which {who} was born.", year
    if (
        None in (mention.month, known.month)
        and _BORN.search(around)
        and _same_year(mention.year, known.year)
    ):
        return POSSIBLE, "The year in which {who} was born.", about
    if mention.day and mention.year and _age(around) == _years(mention, known):
        return LIKELY, "The age of {who} on a date: it tells when they were born.", _month(mention)
    return None


def _same(mention: Mention, known: Known) -> bool:
    return _same_day(mention, known) and _same_year(mention.year, known.year)


def _same_day(mention: Mention, known: Known) -> bool:
    said = (mention.day, mention.month)
    return said == (known.day, known.month) or (
        mention.numeric and None not in said and said == (known.month, known.day)
    )


def _same_month(mention: Mention, known: Known) -> bool:
    return bool(
        known.month and mention.month == known.month and _same_year(mention.year, known.year)
    )


def _same_year(said: int | None, year: int) -> bool:
    return said is not None and said == (year if said > 99 else year % 100)


def _age(around: str) -> int | None:
    found = _AGE.search(around)
    if not found:
        return None
    return int(found["n"]) if found["n"].isdigit() else NUMBERS[found["n"]]


def _years(mention: Mention, known: Known) -> int:
    """How old they were then; -1 where it can't be told."""
    if mention.year is None or mention.day is None or mention.month is None:
        return -1
    year = mention.year if mention.year > 99 else 2000 + mention.year
    later = (mention.month, mention.day) >= (known.month or 1, known.day or 1)
    return year - known.year - (0 if later else 1)


def _month(mention: Mention) -> str:
    month = MONTHS[(mention.month or 1) - 1].capitalize()
    if mention.year is None:
        return month
    return f"{month} {mention.year if mention.year > 99 else f'20{mention.year:02}'}"


def _exact(mention: Mention) -> Hit:
    return Hit(
        Kind.DATE, POSSIBLE, mention.start, mention.end,
        "An exact day: with others it may tell whose story this is.", _month(mention),
    )  # fmt: skip
