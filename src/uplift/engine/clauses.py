"""How each clause of a pack is honoured, before any board's records are looked at."""

from collections.abc import Iterable
from typing import NamedTuple

from uplift.engine.spec import Clause, Honour, Pack
from uplift.engine.spec.honours import honour, honoured_by

STATUS = {
    Honour.BUILT_IN: "built in",
    Honour.MEASURED: "needs records",
    Honour.ATTESTED: "needs attestation",
    Honour.PLANNED: "planned for a later issue",
}


class ClauseStatus(NamedTuple):
    """A clause, the kind of honour, what honours it, and where that leaves it."""

    id: str
    honour: Honour
    by: tuple[str, ...]
    status: str


def clause_statuses(pack: Pack) -> tuple[ClauseStatus, ...]:
    """The status of every clause, in the order of the document.

    `by` names elements (``step:scr.panel``, ``feature:learning.finding``), a measure
    (``measure:step_in_time``), an attesting role (``attest:board_chair``) or the part of the
    product waited for (``planned:audits``). Without a board, what is measured needs records and
    what is attested needs attestation.
    """
    elements = honoured_by(pack)
    return tuple(_status(clause, elements[clause.id]) for clause in pack.clauses)


def clause_counts(packs: Iterable[Pack]) -> dict[str, dict[str, int]]:
    """How many clauses of each pack are honoured in which way, and of all packs together."""
    honours = {pack.pack: [row.honour for row in clause_statuses(pack)] for pack in packs}
    honours["together"] = [honour for of_pack in honours.values() for honour in of_pack]
    return {
        name: {**{kind.value: of_pack.count(kind) for kind in Honour}, "total": len(of_pack)}
        for name, of_pack in honours.items()
    }


def _status(clause: Clause, elements: tuple[str, ...]) -> ClauseStatus:
    by = list(elements)
    if clause.measure:
        by.append(f"measure:{clause.measure.name}")
    if clause.attest:
        by.append(f"attest:{clause.attest.by}")
    if clause.planned:
        by.append(f"planned:{clause.planned.area}")
    kind = honour(clause, elements)
    return ClauseStatus(clause.id, kind, tuple(by), STATUS[kind])
