"""The chronology as one picture: a lane for each source, time from left to right.

Only geometry is worked out here; `reviews/picture.svg` draws it. Entries so near each other that
their marks would touch become one mark with their number, so that a lane never has more than
`SLOTS` points and as many bars however many entries there are.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from uplift.ground.ui.filters.dates import MONTHS
from uplift.loop.reviews.when.spans import Span, whole_month, whole_year

WIDTH, LEFT, LANE, TOP = 1000, 190, 46, 58
SLOTS = 40
_DAY = dt.timedelta(days=1)


class Told(NamedTuple):
    """What the picture needs of the entries that are alike in this: how many there are."""

    source: str  # the agency's slug
    name: str
    earliest: dt.date
    latest: dt.date
    later: bool  # learnt later
    events: int


class Band(NamedTuple):
    """A key practice episode."""

    key: int
    name: str
    starts: dt.date
    ends: dt.date


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: `first` and `last` are the days that its link asks for."""

    x: float
    y: float
    width: float  # of a bar; 0 for a point
    count: int
    later: bool
    first: dt.date
    last: dt.date
    source: str
    name: str

    @property
    def size(self) -> float:
        """The radius of a point."""
        return 6 if self.count == 1 else min(7 + self.count**0.5 / 2, 10)


@dataclass(slots=True)
class Picture:
    """Everything to draw."""

    span: Span
    lanes: list[tuple[str, float]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    bands: list[tuple[Band, float, float]] = field(default_factory=list)
    ticks: list[tuple[str, float]] = field(default_factory=list)

    @property
    def height(self) -> float:
        """Its height, in the same units as its width."""
        return TOP + LANE * len(self.lanes) + 12

    @property
    def width(self) -> int:
        """Its width."""
        return WIDTH

    @property
    def left(self) -> int:
        """Where time begins, to the right of the lanes' names."""
        return LEFT

    @property
    def entries(self) -> int:
        """How many entries it shows."""
        return sum(mark.count for mark in self.marks)

    def x(self, day: dt.date) -> float:
        """Where that day stands."""
        first, last = self.span
        share = (day - first).days / ((last - first).days + 1)
        return round(LEFT + (WIDTH - LEFT - 12) * min(max(share, 0), 1), 1)


def draw(span: Span, told: Iterable[Told], bands: Sequence[Band]) -> Picture:
    """The picture of what happened within these days."""
    picture = Picture(span)
    lanes: dict[str, list[Told]] = {}
    for one in sorted(told, key=lambda one: (one.name, one.earliest)):
        lanes.setdefault(one.source, []).append(one)
    for number, entries in enumerate(lanes.values()):
        y = TOP + LANE * number + LANE / 2
        picture.lanes.append((entries[0].name, y))
        picture.marks += _marks(picture, entries, y)
    for band in bands:
        if band.starts <= span[1] and band.ends >= span[0]:
            left, right = picture.x(band.starts), picture.x(band.ends + _DAY)
            picture.bands.append((band, left, max(right - left, 4)))
    picture.ticks = [(words, picture.x(day)) for words, day in _ticks(span)]
    return picture


def _marks(picture: Picture, entries: list[Told], y: float) -> Iterable[Mark]:
    """A point for each slot of the lane that anything falls into; above it, bars for what may have
    been any day of a long while."""
    slot = (WIDTH - LEFT - 12) / SLOTS
    groups: dict[tuple[bool, int], list[Told]] = {}
    for one in entries:
        left, right = picture.x(one.earliest), picture.x(one.latest + _DAY)
        bar = one.latest > one.earliest and right - left > slot
        groups.setdefault((bar, int((left - LEFT) // slot)), []).append(one)
    for (bar, start), group in groups.items():
        first, last = min(o.earliest for o in group), max(o.latest for o in group)
        left, right = picture.x(first), picture.x(last + _DAY)
        yield Mark(
            x=left if bar else round(LEFT + (start + 0.5) * slot, 1),
            y=y - 13 if bar else y + 3,
            width=max(right - left, slot) if bar else 0,
            count=sum(one.events for one in group),
            later=all(one.later for one in group),
            first=first,
            last=last,
            source=group[0].source,
            name=group[0].name,
        )


def _ticks(span: Span) -> Iterable[tuple[str, dt.date]]:
    first, last = span
    if (last - first).days > 800:
        step = max(1, (last.year - first.year) // 12 + 1)
        for year in range(first.year, last.year + 1, step):
            yield str(year), max(dt.date(year, 1, 1), first)
    elif (last - first).days > 62:
        for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
            year, month = divmod(number, 12)
            yield (
                (MONTHS[month][:3] if month else str(year)),
                max(dt.date(year, month + 1, 1), first),
            )
    else:
        days = (last - first).days + 1
        for number in range(0, days, 1 if days <= 10 else 5 if days < 40 else 10):
            day = first + number * _DAY
            yield f"{day.day} {MONTHS[day.month - 1][:3]}", day


@dataclass(frozen=True, slots=True)
class Zoom:
    """Which stretch is shown: all, a year or a month of it."""

    bounds: Span
    year: int | None = None
    month: int | None = None

    @property
    def span(self) -> Span:
        """The days that are shown."""
        if self.year and self.month:
            return whole_month(self.year, self.month)
        return whole_year(self.year) if self.year else self.bounds

    @property
    def years(self) -> range:
        """The years in which anything happened."""
        return range(self.bounds[0].year, self.bounds[1].year + 1)

    @property
    def words(self) -> str:
        """The stretch in words."""
        if self.year and self.month:
            return f"{MONTHS[self.month - 1]} {self.year}"
        return str(self.year) if self.year else "the whole time"


def zoomed(bounds: Span, asked: str) -> Zoom:
    """The stretch that an address asks for, `2014` or `2014-03`; all of it for anything else."""
    year, _, month = asked.partition("-")
    if not (year.isdecimal() and int(year) in range(bounds[0].year, bounds[1].year + 1)):
        return Zoom(bounds)
    if month.isdecimal() and 1 <= int(month) <= 12:
        return Zoom(bounds, int(year), int(month))
    return Zoom(bounds, int(year))
