"""Packs become immutable editions, and boards adopt them from a day on."""

import datetime as dt
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from tests.world import World
from uplift.engine.spec import PackErrors
from uplift.ground.frameworks import operations
from uplift.ground.frameworks.models import Edition
from uplift.ground.frameworks.queries import edition_on

PACK = settings.PACKS_DIR / "warrington-2013"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the pack, to be changed."""
    shutil.copytree(settings.PACKS_DIR, tmp_path / "packs")
    return tmp_path / "packs" / "warrington-2013"


def change(pack: Path, old: str, new: str) -> None:
    file = pack / "pack.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_same_content_is_the_same_edition(db: None) -> None:
    first = operations.load(folder=PACK, by=None, now=timezone.now())
    assert operations.load(folder=PACK, by=None, now=timezone.now()) == first
    assert first.pack.roles["board_chair"].name == "Chair of the Board"


def test_changed_content_is_the_next_edition(db: None, pack: Path) -> None:
    first = operations.load(folder=pack, by=None, now=timezone.now())
    change(pack, "short: Warrington 2013", "short: Warrington 2013, second")
    second = operations.load(folder=pack, by=None, now=timezone.now())
    assert (first.number, second.number) == (1, 2)
    assert first.pack.short != second.pack.short


def test_a_pack_with_errors_is_not_loaded(db: None, pack: Path) -> None:
    change(pack, "people: children", "people: martians")
    with pytest.raises(PackErrors, match=r"pack\.yaml:\d+: "):
        operations.load(folder=pack, by=None, now=timezone.now())
    assert not Edition.objects.exists()


def test_an_edition_cannot_be_changed(db: None) -> None:
    operations.load(folder=PACK, by=None, now=timezone.now())
    with (
        pytest.raises(DatabaseError, match="never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE frameworks_edition SET content = ''")


def test_a_board_works_by_the_edition_of_the_day(world: World, pack: Path) -> None:
    board, now = world.northmere.board, timezone.now()
    change(pack, "may: [read_learning, attest]", "may: [read_learning]")
    newer = operations.load(folder=pack, by=None, now=now)
    later = world.today + dt.timedelta(days=30)
    tom = world.northmere.people["tom"]
    operations.adopt(board=board, edition=newer, starts=later, by=None, now=now)
    assert edition_on(board, world.today) == world.northmere.edition
    assert edition_on(board, later) == newer
    assert edition_on(board, world.northmere.since - dt.timedelta(days=1)) is None
    assert world.reach(tom).may("attest")
    operations.refresh(board=board, today=later)
    assert not world.reach(tom).may("attest")
    with pytest.raises(operations.AdoptionRefused, match="already adopts"):
        operations.adopt(board=board, edition=newer, starts=later, by=None, now=now)


BOARDS = """\
boards:
  east: {name: East Board, roles: {business_manager: Office Manager}, processes: [scr, case_review]}
  west: {name: West Board}
"""


def test_a_framework_of_several_boards_is_adopted_as_one_of_them(world: World, pack: Path) -> None:
    (pack / "boards.yaml").write_text(BOARDS, encoding="utf-8")
    board, now, today = world.northmere.board, timezone.now(), world.today
    whole = operations.load(folder=pack, by=None, now=now)
    with pytest.raises(operations.AdoptionRefused, match="East Board or West Board"):
        operations.adopt(board=board, edition=whole, starts=today, by=None, now=now)
    adopted = operations.adopt(
        board=board, edition=whole, starts=today, by=None, now=now, part="east"
    ).edition
    assert (adopted.pack_key, adopted.part) == ("warrington-2013_east", "east")
    assert adopted.number == whole.number
    assert adopted.name.endswith(": East Board")
    assert set(adopted.pack.processes) == {"scr", "case_review"}
    assert adopted.pack.roles["business_manager"].name == "Office Manager"
    again = operations.adopt(
        board=world.southvale.board, edition=whole, starts=today, by=None, now=now, part="east"
    )
    assert again.edition == adopted


def test_a_framework_of_one_board_has_no_parts(world: World) -> None:
    with pytest.raises(operations.AdoptionRefused, match="one board alone"):
        operations.adopt(
            board=world.northmere.board,
            edition=world.northmere.edition,
            starts=world.today,
            by=None,
            now=timezone.now(),
            part="east",
        )
