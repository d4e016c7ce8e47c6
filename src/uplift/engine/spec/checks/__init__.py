"""What must hold over a whole pack, beyond each part fitting its model."""

from collections.abc import Iterator

from uplift.engine.spec.checks.clauses import check_clauses
from uplift.engine.spec.checks.document import check_document
from uplift.engine.spec.checks.forms import check_forms
from uplift.engine.spec.checks.names import Fault
from uplift.engine.spec.checks.papers import check_papers
from uplift.engine.spec.checks.proof import prove
from uplift.engine.spec.checks.steps import check_process
from uplift.engine.spec.pack import Pack


def check(pack: Pack) -> Iterator[Fault]:
    """Everything wrong with the pack, each with the path to where it stands."""
    yield from check_forms(pack)
    yield from check_papers(pack)
    yield from check_document(pack)
    yield from check_processes(pack)
    yield from check_clauses(pack)


def check_processes(pack: Pack) -> Iterator[Fault]:
    """Everything wrong with the processes; only what names nothing missing can be proved."""
    for process in pack.processes.values():
        faults = list(check_process(pack, process))
        yield from faults or prove(pack, process)
