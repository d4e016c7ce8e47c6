"""Answering what the framework asks the board to check."""

import datetime as dt

from django.db import transaction

from uplift.ground.frameworks.models import Adoption
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.assurance.models import Check
from uplift.loop.assurance.unverified import items_of


class CheckRefused(Refusal):
    """Something can't be checked so."""


@transaction.atomic
def check(
    *, adoption: Adoption, item: str, holds: str, says: str, by: User, now: dt.datetime
) -> Check:
    """Record what the board found of something that its framework asks it to check."""
    if item not in items_of(adoption.edition.pack):
        raise CheckRefused("The board's framework doesn't ask to check this.")
    made = Check.objects.create(adoption=adoption, item=item, holds=holds, says=says, by=by, at=now)
    history.append(
        board=adoption.board,
        by=by,
        now=now,
        operation="assurance.checked",
        subject=made,
        about=item,
        detail={"item": item, "holds": holds},
    )
    return made
