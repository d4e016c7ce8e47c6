"""The columns of a chronology's workbook, and what else people call them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

MOST_ROWS = 50_000
#: The sheets of the template.
ENTRIES, GUIDE, LISTS = "Chronology", "How to fill it in", "Lists"


@dataclass(frozen=True, slots=True)
class Column:
    """`title` is ours; `others` are titles that mean the same; `says` explains it."""

    key: str
    title: str
    says: str
    width: int
    others: tuple[str, ...] = ()


COLUMNS = (
    Column(
        "when",
        "When",
        "Day, month and year; or as near as you know: March 2014, early 2014, spring 2013, "
        "between 3 and 5 March 2014.",
        22,
        ("date", "date of event", "date of contact", "event date", "dates", "date and time"),
    ),
    Column(
        "time",
        "Time",
        "If it is known: 14:30 or 2:30pm.",
        9,
        ("time of event", "time of contact"),
    ),
    Column(
        "what",
        "What happened",
        "One event a row, as your record has it. Opinions go into the last column.",
        60,
        ("event", "details", "description", "significant event", "what", "details of event"),
    ),
    Column(
        "people",
        "Who was involved",
        "Made-up names for the family, and roles for the workers: health visitor 1, social "
        "worker 2.",
        26,
        ("who", "people", "people involved", "professionals involved", "persons"),
    ),
    Column("where", "Where", "Home, school, clinic, by telephone.", 18, ("place", "location")),
    Column(
        "record",
        "Your record's reference",
        "By which you find it again.",
        20,
        ("record", "reference", "record reference", "source", "source of information", "ref"),
    ),
    Column(
        "knowledge",
        "Known then or later?",
        "Then: you knew at the time. Later: you learnt of it afterwards.",
        16,
        ("known then", "known", "known at the time"),
    ),
    Column(
        "known_to",
        "Who knew then",
        "The agencies that knew at the time; several with a semicolon between.",
        26,
        ("known to", "agencies that knew", "who knew"),
    ),
    Column(
        "comment",
        "Your comment",
        "What you think of it now.",
        36,
        ("comment", "comments", "analysis", "author's comment"),
    ),
)
_LIMIT = 20  # the head stands within the first rows


def plain_title(title: object) -> str:
    """A title without case, marks and doubled spaces."""
    words = re.sub(r"[^a-z' ]", " ", str(title or "").lower().replace("\u2019", "'"))
    return " ".join(words.split())


_BY_TITLE = {
    plain_title(title): column.key
    for column in COLUMNS
    for title in (column.title, column.key, *column.others)
}


def places(titles: Sequence[object]) -> dict[str, int]:
    """Which column stands where in a row of titles, the first of two alike."""
    found: dict[str, int] = {}
    for place, title in enumerate(titles):
        key = _BY_TITLE.get(plain_title(title))
        if key and key not in found:
            found[key] = place
    return found


def is_head(number: int, found: dict[str, int]) -> bool:
    """Whether a row with these columns is the head of the table."""
    return number <= _LIMIT and {"when", "what"} <= found.keys()
