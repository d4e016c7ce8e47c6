"""What a framework consists of, chapter by chapter, each thing with what is said of it.

Everything is said twice: as people read it (`said`), and in the words that two frameworks share
(`alike`), so that another name for the same step isn't taken for another rule.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from uplift.engine import phrases
from uplift.engine.phrases import Said
from uplift.engine.spec.base import Named
from uplift.engine.spec.forms import Criteria, Form, Question
from uplift.engine.spec.honours import honour, honoured_by, in_words
from uplift.engine.spec.pack import Pack
from uplift.engine.spec.processes import Process
from uplift.engine.text import say_list


class Chapter(StrEnum):
    """The parts of a framework, in the order in which they are compared."""

    DOCUMENT = "The document"
    TYPES = "Types of review"
    CRITERIA = "Criteria"
    STEPS = "Steps"
    CLOCKS = "Clocks"
    ROLES = "Roles"
    BODIES = "Bodies outside the board"
    FORMS = "Forms"
    LETTERS = "Letters and documents"
    ROUTES = "Routes of learning"
    METHODS = "Methods"
    LEARNING = "Stages of learning"
    PROGRAMME = "Programme"
    TABLES = "Tables"
    PRINCIPLES = "Principles"
    CLAUSES = "Clauses"


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of a chapter; `parts` are of the same chapter, or of one of their own."""

    chapter: Chapter
    id: str
    called: str
    said: Said
    alike: Said
    parts: tuple["Thing", ...] = field(default=())


def things(pack: Pack, alike: Pack) -> Iterator[Thing]:
    """Everything a pack consists of but its clauses; `alike` is the copy in shared words."""
    yield _document(pack)
    yield from _plain(Chapter.PRINCIPLES, pack.principles.values())
    for process in pack.processes.values():
        yield _process(pack, alike, process)
    yield from map(_criteria, pack.criteria.values(), alike.criteria.values())
    for chapter, key, say in (
        (Chapter.ROLES, "roles", phrases.role_said),
        (Chapter.PROGRAMME, "programme", phrases.activity_said),
    ):
        yield from _said(chapter, pack, alike, key, say)
    yield from _plain(Chapter.BODIES, pack.bodies.values())
    yield from map(_form, pack.forms.values())
    yield from _letters(pack, alike)
    yield from _plain(Chapter.ROUTES, pack.routes.values())
    yield from _plain(Chapter.METHODS, pack.methods.values())
    yield from _plain(Chapter.LEARNING, pack.thread.values())
    yield from _tables(pack)


def _document(pack: Pack) -> Thing:
    said = {
        "Name": pack.name,
        "Whom it is for": phrases.PEOPLE[pack.people],
        "Source": pack.source.title,
        "Published": pack.source.published or "",
        "Rules it answers to": pack.source.rules or "",
        "Opens with": pack.statement or "",
        "Vision": pack.vision or "",
        "Boards": say_list(board.name for board in pack.boards.values()),
    }
    return Thing(Chapter.DOCUMENT, "document", "The document", said, said)


def _plain(chapter: Chapter, elements: Iterable[Named]) -> Iterator[Thing]:
    for element in elements:
        said = {"What it says": element.says or ""}
        yield Thing(chapter, element.id, element.called, said, said)


def _said(
    chapter: Chapter, pack: Pack, alike: Pack, key: str, say: Callable[[Pack, Any], Said]
) -> Iterator[Thing]:
    shared = getattr(alike, key)
    for element in getattr(pack, key).values():
        said = {"Guidance": element.says or ""}
        yield Thing(
            chapter,
            element.id,
            element.called,
            say(pack, element) | said,
            say(alike, shared[element.id]) | said,
        )


def _process(pack: Pack, alike: Pack, process: Process) -> Thing:
    shared = alike.processes[process.id]
    guidance = {"Guidance": process.says or ""}
    return Thing(
        Chapter.TYPES,
        process.id,
        process.name,
        phrases.process_said(pack, process) | guidance,
        phrases.process_said(alike, shared) | guidance,
        (
            *_steps(Chapter.STEPS, pack, alike, process, phrases.step_said),
            *_steps(Chapter.CLOCKS, pack, alike, process, phrases.step_clock),
        ),
    )


def _steps(
    chapter: Chapter,
    pack: Pack,
    alike: Pack,
    process: Process,
    say: Callable[[Pack, Process, Any], Said],
) -> Iterator[Thing]:
    shared = alike.processes[process.id]
    for step in process.steps:
        guidance = {"Guidance": step.says or ""} if chapter is Chapter.STEPS else {}
        said = say(pack, process, step) | guidance
        plain = say(alike, shared, shared.step(step.id)) | guidance
        if "May end in" in plain:  # another name of an outcome is told here, its only place
            plain["May end in"] += "".join(one.name for one in step.outcomes.values())
        if said:
            yield Thing(chapter, step.id, step.name, said, plain)


def _criteria(criteria: Criteria, shared: Criteria) -> Thing:
    guidance = {"Guidance": criteria.says or ""}
    return Thing(
        Chapter.CRITERIA,
        criteria.id,
        criteria.name,
        phrases.criteria_said(criteria) | guidance,
        phrases.criteria_said(shared) | guidance,
        tuple(_questions(Chapter.CRITERIA, criteria.ask.values())),
    )


def _form(form: Form) -> Thing:
    said = {"Guidance": form.says or ""}
    parts = tuple(_questions(Chapter.FORMS, form.fields))
    return Thing(Chapter.FORMS, form.id, form.name, said, said, parts)


def _questions(chapter: Chapter, questions: Iterable[Question]) -> Iterator[Thing]:
    for question in questions:
        said = phrases.question_said(question) | {"Guidance": question.says or ""}
        yield Thing(chapter, question.id, question.ask, said, said)


def _letters(pack: Pack, alike: Pack) -> Iterator[Thing]:
    for notice in pack.notices.values():
        text = {"Subject": notice.subject, "Text": notice.body}
        yield Thing(
            Chapter.LETTERS,
            f"notice {notice.id}",
            phrases.letter_name(notice),
            {"To": pack.bodies[notice.to].name} | text,
            {"To": alike.bodies[notice.to].name} | text,
        )
    for document in pack.documents.values():
        said = {"Rows": "\n".join(row.label for row in document.rows)}
        yield Thing(Chapter.LETTERS, f"document {document.id}", document.title, said, said)


def _tables(pack: Pack) -> Iterator[Thing]:
    for table in pack.tables.values():
        rows = tuple(
            Thing(Chapter.TABLES, row.id, row.name, said, said)
            for row in table.rows.values()
            for said in [{name: row.cells.get(key, "") for key, name in table.columns.items()}]
        )
        said = {"What it says": table.says or ""}
        yield Thing(Chapter.TABLES, table.id, table.name, said, said, rows)


def clauses(pack: Pack, alike: Pack) -> Iterator[Thing]:
    """The clauses, each known by its id."""
    shared = honours(alike)
    for clause, by in zip(pack.clauses, honours(pack).values(), strict=True):
        said = {"What it says": clause.says, "Where": clause.where}
        yield Thing(
            Chapter.CLAUSES,
            clause.id,
            clause.id,
            said | {"Honoured by": by},
            said | {"Honoured by": shared[clause.id]},
        )


def honours(pack: Pack) -> Said:
    """What honours each clause, in words, by its id."""
    by, words = honoured_by(pack), in_words(pack)
    said = {}
    for clause in pack.clauses:
        # An old edition may name a feature that has another name by now.
        parts = [words.get(element, element) for element in by[clause.id]]
        if clause.measure:
            parts.append(clause.measure.says)
        if clause.attest:
            parts.append(f"stated by {pack.roles[clause.attest.by].name}")
        said[clause.id] = f"{honour(clause, by[clause.id])}: {'; '.join(parts)}"
    return said
