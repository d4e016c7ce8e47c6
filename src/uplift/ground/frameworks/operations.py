"""Loading packs as editions, and adopting them."""

import datetime as dt
import hashlib
from pathlib import Path

from django.db import transaction
from django.utils.timezone import localdate

from uplift.engine.spec import Pack, read_pack
from uplift.engine.spec.boards import for_board
from uplift.engine.text import say_list
from uplift.ground.access import operations as access
from uplift.ground.boards.models import Board
from uplift.ground.frameworks.models import Adoption, Edition
from uplift.ground.frameworks.queries import edition_on
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal


class AdoptionRefused(Refusal):
    """The board can't adopt this edition so."""


@transaction.atomic
def load(*, folder: Path, by: User | None, now: dt.datetime) -> Edition:
    """Load the pack in `folder` as an edition; the same content again gives the same edition.

    Changed content becomes the next edition. Raises PackErrors when the pack has errors.
    """
    return keep(pack=read_pack(folder), by=by, now=now)


@transaction.atomic
def keep(*, pack: Pack, by: User | None, now: dt.datetime) -> Edition:
    """The pack as an immutable edition, the next one of its id unless it is there already."""
    last = Edition.objects.filter(pack_key=pack.pack).order_by("-number").first()
    return _keep(pack, "", last.number + 1 if last else 1, by, now)


def _keep(pack: Pack, part: str, number: int, by: User | None, now: dt.datetime) -> Edition:
    content = pack.model_dump_json()
    digest = hashlib.sha256(f"{part}{content}".encode()).hexdigest()
    known = Edition.objects.filter(digest=digest).first()
    if known:
        return known
    edition = Edition.objects.create(
        pack_key=f"{pack.pack}_{part}" if part else pack.pack,
        part=part,
        number=number,
        name=pack.name,
        digest=digest,
        content=content,
        loaded_at=now,
    )
    history.append(
        board=None,
        by=by,
        now=now,
        operation="frameworks.loaded",
        subject=edition,
        detail={"digest": digest},
    )
    return edition


@transaction.atomic
def adopt(
    *,
    board: Board,
    edition: Edition,
    starts: dt.date,
    by: User | None,
    now: dt.datetime,
    part: str = "",
) -> Adoption:
    """From `starts` on the board works by this edition; its roles' powers follow at once when
    that day has come (`refresh` does it on the day otherwise).

    A framework that several boards share is adopted as its `part` for one of them.
    """
    if Adoption.objects.filter(board=board, starts=starts).exists():
        raise AdoptionRefused("The board already adopts an edition on that day.", field="starts")
    edition = _as_part(edition, part, by, now)
    adoption = Adoption.objects.create(board=board, edition=edition, starts=starts, by=by, at=now)
    history.append(
        board=board,
        by=by,
        now=now,
        operation="frameworks.adopted",
        subject=adoption,
        detail={"edition": edition.digest, "starts": starts.isoformat()},
    )
    refresh(board=board, today=localdate(now))
    return adoption


def _as_part(edition: Edition, part: str, by: User | None, now: dt.datetime) -> Edition:
    """The edition as one of its boards reads it; the edition itself when it is of one board."""
    if edition.part or not (edition.pack.boards or part):
        return edition
    if part not in edition.pack.boards:
        names = say_list((board.name for board in edition.pack.boards.values()), "or")
        sentence = f"Say as which of its boards: {names}." if names else "It is of one board alone."
        raise AdoptionRefused(sentence, field="part")
    return _keep(for_board(edition.pack, part), part, edition.number, by, now)


def refresh(*, board: Board, today: dt.date) -> None:
    """Give the board's roles the powers that the edition in force today says."""
    edition = edition_on(board, today)
    if edition is not None:
        roles = {
            key: access.RolePowers(role.name, role.may, in_case=role.held == "case")
            for key, role in edition.pack.roles.items()
        }
        access.set_powers(board=board, roles=roles)
