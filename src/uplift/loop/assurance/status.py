"""How each clause of an edition stands at a board: by building, figure, person or not yet."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from uplift.engine import clock
from uplift.engine.spec import Clause, Pack
from uplift.engine.spec.clauses import Attest
from uplift.engine.spec.honours import honour, honoured_by, in_words
from uplift.ground.frameworks.models import Adoption
from uplift.ground.ui.filters.dates import day
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


def standings(
    pack: Pack, adoption: Adoption, records: Records, latest: dict[str, Attestation]
) -> Iterator[Standing]:
    """Every clause of the pack in the document's order. `latest` holds each clause's last
    attestation; one of an earlier adoption is shown, but asked for again."""
    by, words = honoured_by(pack), in_words(pack)
    for clause in pack.clauses:
        kind = Kind(honour(clause, by[clause.id]))
        if kind is Kind.PLANNED:
            yield _planned(clause)
        elif clause.measure:
            yield _measured(clause, figure(records, clause.measure))
        elif clause.attest and kind is Kind.ATTESTED:
            yield _attested(clause, clause.attest, latest.get(clause.id), adoption, records.today)
        else:
            says = "; ".join(words[element] for element in by[clause.id])
            yield Standing(clause, kind, State.HONOURED, f"Built in: {says}."[:400])


def _planned(clause: Clause) -> Standing:
    says = clause.planned.says if clause.planned else None
    says = says or "It waits for a later release."
    return Standing(clause, Kind.PLANNED, State.PLANNED, says[:400])


def _measured(clause: Clause, result: Figure) -> Standing:
    state = {True: State.HONOURED, False: State.NOT_HONOURED, None: State.NO_RECORDS}[result.met]
    return Standing(clause, Kind.MEASURED, state, result.says)


def _attested(
    clause: Clause, asked: Attest, last: Attestation | None, adoption: Adoption, today: dt.date
) -> Standing:
    if last is None:
        says = "No one has stated yet how it is honoured."
        due = clock.add(adoption.starts, asked.every)
        return Standing(clause, Kind.ATTESTED, State.TO_ATTEST, says, asked.by, due)
    says, state = f"{last.by.name}, {day(last.on)}: {last.says}", State.TO_ATTEST
    if last.adoption_id != adoption.pk:
        says = f"{last_stated(last)}: still so?"
    elif last.again_on >= today:
        state = State.HONOURED if last.honoured else State.NOT_HONOURED
    return Standing(clause, Kind.ATTESTED, state, says[:400], asked.by, last.again_on)


def last_stated(last: Attestation) -> str:
    """Under which edition something was stated last, by whom and when."""
    edition = last.adoption.edition.number
    return f"Last stated under edition {edition} by {last.by.name} on {day(last.on)}"
