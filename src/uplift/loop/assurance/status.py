"""How each clause of an edition stands at a board: by building, figure, person or not yet."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from uplift.engine.spec import FEATURES, Clause, Pack
from uplift.loop.assurance.figures import Figure, figure
from uplift.loop.assurance.models import Attestation, ClauseStatus
from uplift.loop.assurance.records import Records

State, Kind = ClauseStatus.State, ClauseStatus.Kind


@dataclass(frozen=True, slots=True)
class Standing:
    """One clause's status; the fields are those of `ClauseStatus`."""

    clause: Clause
    kind: Kind
    state: State
    says: str
    role: str = ""
    due: dt.date | None = None


def standings(pack: Pack, records: Records, latest: dict[str, Attestation]) -> Iterator[Standing]:
    """Every clause of the pack in the document's order. `latest` holds each clause's last
    attestation."""
    for clause in pack.clauses:
        yield _standing(pack, clause, records, latest.get(clause.id))


def _standing(
    pack: Pack, clause: Clause, records: Records, attested: Attestation | None
) -> Standing:
    if clause.planned:
        says = clause.planned.says or f"Comes with a later release ({clause.planned.area})."
        return Standing(clause, Kind.PLANNED, State.PLANNED, says)
    if clause.measure:
        return _measured(clause, figure(records, clause.measure))
    if pack.honouring(clause):
        says = f"Built in: {_in_words(pack, clause)}"
        return Standing(clause, Kind.BUILT_IN, State.HONOURED, says[:400])
    return _attested(clause, attested, records.today)


def _measured(clause: Clause, result: Figure) -> Standing:
    state = {True: State.HONOURED, False: State.NOT_HONOURED, None: State.NO_RECORDS}[result.met]
    return Standing(clause, Kind.MEASURED, state, result.says)


def _attested(clause: Clause, last: Attestation | None, today: dt.date) -> Standing:
    role = clause.attest.by if clause.attest else ""
    if last is None:
        says = "No one has stated yet how it is honoured."
        return Standing(clause, Kind.ATTESTED, State.TO_ATTEST, says, role, today)
    says = f"{last.by.name}, {last.on.day} {last.on:%B %Y}: {last.says}"[:400]
    if last.again_on < today:
        return Standing(clause, Kind.ATTESTED, State.TO_ATTEST, says, role, last.again_on)
    state = State.HONOURED if last.honoured else State.NOT_HONOURED
    return Standing(clause, Kind.ATTESTED, state, says, role, last.again_on)


def _in_words(pack: Pack, clause: Clause) -> str:
    return "; ".join(element_name(pack, element) for element in pack.honouring(clause)) + "."


def element_name(pack: Pack, element: str) -> str:
    """A reference such as `step:scr.panel` in the words that people know it by."""
    sort, _, key = element.partition(":")
    if sort == "feature":
        return FEATURES[key]
    return pack.name_of(element)
