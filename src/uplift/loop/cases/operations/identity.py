"""Opening and changing who someone in a case is."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from uplift.ground.history import operations as history
from uplift.ground.history.models import Reading
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Case, Person
from uplift.loop.cases.operations.opening import NewPerson, add_person, marks


class IdentityRefused(Refusal):
    """The identity isn't opened."""


@transaction.atomic
def open_identity(
    *, case: Case, reason: str, by: User, now: dt.datetime
) -> list[tuple[Person, Mapping[str, str]]]:
    """Unseal who the people in the case are, for a reason that is kept with the opening."""
    if len(reason.strip()) < 5:  # a word at least: a letter typed to get past says nothing
        raise IdentityRefused("Say why you need to know who they are.", field="reason")
    history.read(
        board=case.board, by=by, now=now, kind=Reading.Kind.IDENTITY, subject=case, reason=reason
    )
    return [(person, person.sealed) for person in Person.objects.filter(case=case)]


@transaction.atomic
def change_identity(
    *, person: Person, identity: Mapping[str, str], by: User, now: dt.datetime
) -> Person:
    """Seal a new identity in the place of the old; the history says that, not what."""
    person.sealed = dict(identity)
    person.name_mark, person.birth_mark = marks(identity)
    person.save(update_fields=["sealed", "name_mark", "birth_mark"])
    _tell(person, "cases.identity_changed", by, now)
    return person


@transaction.atomic
def join(*, case: Case, person: NewPerson, by: User, now: dt.datetime) -> Person:
    """Seal one more person into the case."""
    joined = add_person(case, person)
    _tell(joined, "cases.person_joined", by, now)
    return joined


def _tell(person: Person, operation: str, by: User, now: dt.datetime) -> None:
    history.append(
        board=person.case.board,
        by=by,
        now=now,
        operation=operation,
        subject=person.case,
        detail={"person": person.pk},
    )
