"""Opening a case from a notification."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models.functions import Length
from django.utils.timezone import localdate

from uplift.engine import process
from uplift.engine.spec import Pack
from uplift.ground.boards.models import Board
from uplift.ground.frameworks.queries import edition_on
from uplift.ground.history import operations as history
from uplift.ground.identity.models import User
from uplift.ground.identity.sealed import fingerprint
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Case, CaseRole, Fact, Person
from uplift.loop.cases.operations.tasks import rebuild_and_tell


class OpeningRefused(Refusal):
    """A case can't be opened so."""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Someone in the case; `identity` (name, date_of_birth as ISO text, address …) is sealed."""

    kind: str
    pseudonym: str
    identity: Mapping[str, str] = field(default_factory=dict)


def marks(identity: Mapping[str, str]) -> tuple[str, str]:
    """The fingerprints of a name and of a date of birth; empty for what isn't known."""
    name, birth = identity.get("name", ""), identity.get("date_of_birth", "")
    return (
        fingerprint("name", name) if name.strip() else "",
        fingerprint("birth", birth) if birth.strip() else "",
    )


def next_reference(board: Board, on: dt.date) -> str:
    """The board's next free reference of that year, like NM-2026-014."""
    stem = f"{board.prefix}-{on.year}-"
    taken = Case.objects.filter(board=board, reference__startswith=stem)
    last = taken.order_by(Length("reference").desc(), "-reference").first()  # 1000 after 999
    number = int(last.reference.removeprefix(stem)) if last else 0
    return f"{stem}{number + 1:03d}"


@transaction.atomic
def open_case(
    *,
    board: Board,
    process_id: str,
    pseudonym: str,
    on: dt.date,
    values: Mapping[str, Any],
    people: Sequence[NewPerson],
    by: User,
    as_role: str,
    now: dt.datetime,
    reference: str = "",
    step: str = "",
    outcome: str = "",
) -> Case:
    """Open a case: its first step (`step`, else the one the process starts with) is done on the
    day `on`, with the answers `values` to its form and the `outcome`, where it has any."""
    board = Board.objects.select_for_update().get(pk=board.pk)
    edition = edition_on(board, localdate(now))
    if edition is None:
        raise OpeningRefused("The board hasn't adopted a framework yet, so no case can be opened.")
    start = _start(edition.pack, process_id, step)
    first = Fact(step=start, on=on, outcome=outcome, values=dict(values), as_role=as_role)
    for refused in may_open(edition.pack, process_id, first, localdate(now)):
        raise OpeningRefused(refused.sentence, field=refused.field)
    case = Case.objects.create(
        board=board,
        edition=edition,
        process=process_id,
        started_as=process_id,
        reference=_reference(board, reference, on),
        pseudonym=pseudonym,
        opened_on=on,
        by=by,
        made_at=now,
    )
    for person in people:
        add_person(case, person)
    _begin(case, first)
    return case


def _begin(case: Case, first: Fact) -> None:
    """Record the first fact, let those see the case who have a part in it, and tell the history."""
    first.case, first.by, first.recorded_at = case, case.by, case.made_at
    first.save(force_insert=True)
    give_roles(case)
    rebuild_and_tell(case, localdate(case.made_at))
    history.append(
        board=case.board,
        by=case.by,
        now=case.made_at,
        operation="cases.opened",
        subject=case,
        detail={
            "process": case.process,
            "on": first.on.isoformat(),
            "fact": first.pk,
            "digest": first.digest(),
        },
    )


def _start(pack: Pack, process_id: str, step: str) -> str:
    if process_id not in pack.processes:
        raise OpeningRefused("The board's framework has no such type of review.")
    starts = pack.processes[process_id].starts
    if step and step not in starts:
        raise OpeningRefused("This type of review doesn't start with that.")
    return step or starts[0]


def may_open(
    pack: Pack, process_id: str, first: Fact, today: dt.date
) -> tuple[process.Refused, ...]:
    """What stands against opening a case with this record."""
    return process.may_record(
        pack,
        process_id,
        [],
        first.as_engine(),
        roles={first.as_role},
        today=today,
        opened=first.on,
    )


def _reference(board: Board, reference: str, on: dt.date) -> str:
    if not reference:
        return next_reference(board, on)
    if Case.objects.filter(board=board, reference=reference).exists():
        raise OpeningRefused(f"There is already a case {reference}.", field="reference")
    return reference


def add_person(case: Case, person: NewPerson) -> Person:
    """Seal someone into the case."""
    name_mark, birth_mark = marks(person.identity)
    return Person.objects.create(
        case=case,
        kind=person.kind,
        pseudonym=person.pseudonym,
        sealed=dict(person.identity),
        name_mark=name_mark,
        birth_mark=birth_mark,
    )


def give_roles(case: Case) -> None:
    """Let the roles that have a part in the process see the case (at its own board)."""
    held = {key for key, role in case.pack.roles.items() if role.held in {"board", "shared"}}
    parts = {step.by for step in case.type.steps} & held
    CaseRole.objects.bulk_create(
        (CaseRole(case=case, board_id=case.board_id, role=role) for role in sorted(parts)),
        ignore_conflicts=True,
    )
