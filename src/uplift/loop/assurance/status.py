"""How each clause of an edition stands at a board: by building, figure, person or not yet."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from uplift.engine.spec import Clause, Pack
from uplift.engine.spec.honours import honour, honoured_by, in_words
from uplift.loop.assurance.figures import Figure, figure
from uplift.loop.assurance.models import Attestation, ClauseStatus
from uplift.loop.assurance.records import Records

State: TypeAlias = ClauseStatus.State
Kind: TypeAlias = ClauseStatus.Kind


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
    by, words = honoured_by(pack), in_words(pack)
    for clause in pack.clauses:
        kind = Kind(honour(clause, by[clause.id]))
        if kind is Kind.PLANNED:
            yield _planned(clause)
        elif clause.measure:
            yield _measured(clause, figure(records, clause.measure))
        elif kind is Kind.BUILT_IN:
            says = "; ".join(words[element] for element in by[clause.id])
            yield Standing(clause, kind, State.HONOURED, f"Built in: {says}."[:400])
        else:
            yield _attested(clause, latest.get(clause.id), records.today)


def _planned(clause: Clause) -> Standing:
    says = clause.planned.says if clause.planned else None
    says = says or "It waits for a later release."
    return Standing(clause, Kind.PLANNED, State.PLANNED, says[:400])


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


def element_names(pack: Pack, clause: Clause) -> list[str]:
    """What honours the clause, in the words that people know it by."""
    words = in_words(pack)
    return [words[element] for element in honoured_by(pack)[clause.id]]
