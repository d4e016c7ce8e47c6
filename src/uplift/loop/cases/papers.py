"""The forms of the framework, filled from a case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from uplift.engine.spec.papers import Document, Row
from uplift.ground.documents.sheet import Answer, Block, Heading, Passage, Sheet, SignOff
from uplift.ground.ui.filters.dates import day
from uplift.loop.cases.letters import Letter
from uplift.loop.cases.opened import Opened
from uplift.loop.cases.sources import Identity, Sources


@dataclass(frozen=True, slots=True)
class Filled:
    """One row of a form: `kind` is heading, text, name (who somebody is) or sealed."""

    label: str
    text: str
    kind: str


def ready(opened: Opened) -> list[Document]:
    """The framework's forms for this type of review whose step has a record."""
    done = {fact.step for fact in opened.standing}
    return [
        document
        for document in opened.pack.documents.values()
        if document.process == opened.case.process and document.after in done
    ]


def to_come(opened: Opened) -> list[Document]:
    """Those that can't be filled yet."""
    now = ready(opened)
    types = (d for d in opened.pack.documents.values() if d.process == opened.case.process)
    return [document for document in types if document not in now]


def rows_of(
    opened: Opened, document: Document, identity: Identity | None = None, *, sealed: bool = False
) -> list[Filled]:
    """The form's rows. Without an opened `identity` nothing says who anybody is; `sealed` rows are
    left out unless they are asked for."""
    sources = Sources(opened, identity)
    return [_row(row, sources, sealed=sealed) for row in document.rows]


def _row(row: Row, sources: Sources, *, sealed: bool) -> Filled:
    if not row.sources:
        return Filled(row.label, "", "heading")
    kind = "sealed" if row.sealed else "name" if _names(row) else "text"
    if row.sealed and not sealed:
        return Filled(row.label, "", kind)
    said = [text for source in row.sources if (text := sources.find(source))]
    return Filled(row.label, (", " if _names(row) else "\n\n").join(said), kind)


def _names(row: Row) -> bool:
    return any(source.startswith("identity.") for source in row.sources)


def sections(rows: list[Filled]) -> list[tuple[str, list[Filled]]]:
    """The rows under their headings."""
    parts: list[tuple[str, list[Filled]]] = [("", [])]
    for row in rows:
        if row.kind == "heading":
            parts.append((row.label, []))
        else:
            parts[-1][1].append(row)
    return [part for part in parts if any(part)]


def sealed_labels(document: Document) -> tuple[str, ...]:
    """The rows that are left out unless they are asked for."""
    return tuple(row.label for row in document.rows if row.sealed)


def has_names(document: Document) -> bool:
    """Whether the form has rows that say who somebody is."""
    return any(_names(row) for row in document.rows)


def signature(opened: Opened, document: Document) -> SignOff | None:
    """Who signed the record that the form's signature stands for."""
    if document.sign_off is None:
        return None
    signed = [fact for fact in opened.records(document.sign_off.of) if fact.signed]
    role = document.sign_off.says or opened.pack.roles[document.sign_off.role].name
    if not signed:
        return SignOff(role)
    return SignOff(role, signed[-1].by.name, day(signed[-1].on))


def sheet_of(
    opened: Opened, document: Document, rows: list[Filled], *, recipient: str, printed: str
) -> Sheet:
    """The filled form as a document."""
    blocks: tuple[Block, ...] = tuple(
        Heading(row.label) if row.kind == "heading" else Answer(row.label, row.text) for row in rows
    )
    return Sheet(
        title=document.title,
        blocks=blocks,
        board=opened.reach.board.name,
        reference=opened.case.reference,
        recipient=recipient,
        sign_off=signature(opened, document),
        footer=document.footer or "",
        printed=printed,
    )


def letter_sheet(opened: Opened, letter: Letter, printed: str) -> Sheet:
    """A letter as a document."""
    return Sheet(
        title=letter.subject,
        blocks=(Passage(letter.body),),
        board=opened.reach.board.name,
        reference=opened.case.reference,
        recipient=letter.to,
        printed=printed,
    )


def child_of(people: Sequence[tuple[object, Mapping[str, str]]]) -> Mapping[str, str]:
    """The identity of the person whom the case is about: the first that was sealed into it."""
    return people[0][1] if people else {}
