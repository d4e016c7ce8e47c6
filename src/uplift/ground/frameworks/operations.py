"""Loading packs as editions, and adopting them."""

import datetime as dt
import hashlib
from pathlib import Path

from django.db import transaction
from django.utils.timezone import localdate

from uplift.engine.spec import read_pack
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
    pack = read_pack(folder)
    content = pack.model_dump_json()
    digest = hashlib.sha256(content.encode()).hexdigest()
    known = Edition.objects.filter(digest=digest).first()
    if known:
        return known
    last = Edition.objects.filter(pack_key=pack.pack).order_by("-number").first()
    edition = Edition.objects.create(
        pack_key=pack.pack,
        number=last.number + 1 if last else 1,
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
    *, board: Board, edition: Edition, starts: dt.date, by: User | None, now: dt.datetime
) -> Adoption:
    """From `starts` on the board works by this edition; its roles' powers follow at once when
    that day has come (`refresh` does it on the day otherwise)."""
    if Adoption.objects.filter(board=board, starts=starts).exists():
        raise AdoptionRefused("The board already adopts an edition on that day.", field="starts")
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


def refresh(*, board: Board, today: dt.date) -> None:
    """Give the board's roles the powers that the edition in force today says."""
    edition = edition_on(board, today)
    if edition is not None:
        roles = {
            key: access.RolePowers(role.name, role.may, in_case=role.held == "case")
            for key, role in edition.pack.roles.items()
        }
        access.set_powers(board=board, roles=roles)
