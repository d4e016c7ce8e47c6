"""A case under way whose agencies are asked, and its chronology."""

import datetime as dt
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import Workbook

from tests.world import World
from uplift.ground.boards.models import Agency
from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case
from uplift.loop.reviews import operations
from uplift.loop.reviews.models import Entry
from uplift.loop.reviews.queries import Sight, sight_of
from uplift.loop.reviews.when import read

TODAY = dt.date(2026, 11, 21)
HEAD = ("When", "Time", "What happened", "Who was involved", "Where", "Your record's reference",
        "Known then or later?", "Who knew then", "Your comment")  # fmt: skip


class Room:
    """The review room of Child Linnet: its people by name, and quick ways to do things in it."""

    def __init__(self, world: World) -> None:
        self.world, self.now = world, timezone.localtime()
        self.case: Case = world.case("Child Linnet")

    def who(self, key: str) -> User:
        """Someone of Northmere."""
        return self.world.northmere.people[key]

    def agency(self, key: str) -> Agency:
        """One of its agencies."""
        return self.world.northmere.agencies[key]

    def sight(self, key: str) -> Sight | None:
        """What that person sees of the chronology."""
        return sight_of(self.world.reach(self.who(key)), self.case.reference)

    def add(self, when="3 March 2025", what="Something happened.", key="police", **more) -> Entry:
        """An entry of that agency; of another source with `key=""`."""
        contents = operations.Contents(moment=read(when, self.world.today), what=what, **more)
        agency = self.agency(key) if key else None
        by = self.who("priya")
        return operations.add_entry(
            case=self.case, agency=agency, contents=contents, by=by, now=self.now
        )

    def bring(self, rows, key="police", head=HEAD, name="told.xlsx", **more):
        """Bring a workbook with these rows as that agency's."""
        return operations.bring(
            case=self.case, agency=self.agency(key) if key else None,
            upload=SimpleUploadedFile(name, book([head, *rows])), by=self.who("priya"),
            now=self.now, **more,
        )  # fmt: skip

    def take(self, upload, *, replace=True):
        """Take a workbook in."""
        by = self.who("priya")
        return operations.take(upload=upload, replace=replace, by=by, now=self.now)

    def texts(self) -> list[str]:
        """What stands, in order."""
        return [e.text for e in Entry.objects.filter(case=self.case).standing().in_order()]


def book(rows, *, merge=(), title="Chronology", more=None) -> bytes:
    """A workbook with these rows."""
    made = Workbook()
    sheet = made.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for cells in merge:
        sheet.merge_cells(cells)
    if more:
        more(made)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def row(when, what, **more):
    """A row of the template."""
    keys = ("time", "people", "where", "record", "knowledge", "known_to", "comment")
    time, *rest = (more.get(key, "") for key in keys)
    return [when, time, what, *rest]


def day(year: int, month: int, day: int, *time: int) -> dt.datetime:
    """A date as a spreadsheet keeps it."""
    hour, minute, second = (*time, 0, 0, 0)[:3]
    return dt.datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - spreadsheets know no zones


@pytest.fixture
def room(world: World) -> Room:
    """Child Linnet, of which police, health and council are asked."""
    return Room(world)
