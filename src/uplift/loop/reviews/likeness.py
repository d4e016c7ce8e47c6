"""Which entries may tell the same event, and which give one record two dates."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, utils

#: How alike the words must be, of 100, to be pointed out.
ALIKE = 62
_FEW_WORDS = 4
_NEAR = dt.timedelta(days=1)
_SHORT_SPAN = 7  # days; what may have been any day of a month is like nothing
_NEIGHBOURS = 30  # entries that one is held against
_ONE_RECORD = 3  # a reference that more entries share is a file's, not a record's


class Told(NamedTuple):
    """As much of an entry as is compared."""

    pk: int
    earliest: dt.date
    latest: dt.date
    record: str
    text: str


class Alike(NamedTuple):
    """Two entries by their keys, the smaller first; `score` is 0 where dates are at odds."""

    first: int
    second: int
    score: int


def alike(entries: Sequence[Told], about: set[int] | None = None) -> Iterator[Alike]:
    """Pairs on the same day, or on days side by side, whose words are alike; with `about`, those
    in which one of these entries is."""
    short = [e for e in entries if (e.latest - e.earliest).days <= _SHORT_SPAN]
    short.sort(key=lambda e: (e.earliest, e.pk))
    words = {e.pk: utils.default_process(e.text) for e in short}
    for place, one in enumerate(short):
        for other in short[place + 1 : place + 1 + _NEIGHBOURS]:
            if other.earliest > one.latest + _NEAR:
                break
            if about is None or one.pk in about or other.pk in about:
                score = _score(words[one.pk], words[other.pk])
                if score >= ALIKE:
                    yield Alike(min(one.pk, other.pk), max(one.pk, other.pk), score)


def _score(one: str, other: str) -> int:
    """Words in any order; a short text inside a long one counts for less."""
    if min(one.count(" "), other.count(" ")) + 1 < _FEW_WORDS:
        return round(fuzz.token_sort_ratio(one, other))
    sorted_, shared = fuzz.token_sort_ratio(one, other), fuzz.token_set_ratio(one, other)
    return round((sorted_ + shared) / 2)


def at_odds(entries: Sequence[Told]) -> Iterator[Alike]:
    """Pairs that name one record and can't have been on the same day."""
    by_record: dict[str, list[Told]] = defaultdict(list)
    for entry in entries:
        if len(entry.record) > 2:
            by_record[" ".join(entry.record.casefold().split())].append(entry)
    for same in by_record.values():
        if len(same) > _ONE_RECORD:
            continue
        for place, one in enumerate(same):
            for other in same[place + 1 :]:
                if one.latest < other.earliest or other.latest < one.earliest:
                    yield Alike(min(one.pk, other.pk), max(one.pk, other.pk), 0)
