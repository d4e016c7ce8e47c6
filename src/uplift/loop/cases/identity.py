"""Which parts of somebody's identity a framework asks for."""

from uplift.engine.spec import Pack
from uplift.engine.spec.papers import IDENTITY

_ALWAYS = ("name", "date_of_birth")


def keys_of(pack: Pack, process: str) -> tuple[str, ...]:
    """The parts that the forms of this type of review show, and those by which the same person is
    recognised: never more."""
    shown = {
        source.partition(".")[2]
        for document in pack.documents.values()
        if document.process == process
        for row in document.rows
        for source in row.sources
        if source.startswith("identity.")
    }
    return tuple(key for key in IDENTITY if key in shown or key in _ALWAYS)
