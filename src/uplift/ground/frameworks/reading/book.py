"""A framework laid out in chapters."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from uplift.engine import phrases
from uplift.engine.phrases import Said
from uplift.engine.spec import Form, Pack, Role
from uplift.engine.spec.document import Table, TableRow
from uplift.engine.spec.honours import in_words, to_check
from uplift.engine.spec.pack import Activity
from uplift.ground.frameworks.reading.types import Asked, TypeOfReview, asked_in

#: The product's own words for the stages of learning, for which a board may have others.
LEARNING = {
    "finding": "Finding",
    "theme": "Theme",
    "outcome": "Learning outcome",
    "action": "Action",
    "sharing": "Sharing",
    "evaluation": "Evaluation of impact",
}


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the adopting board has to check."""

    name: str
    says: str


@dataclass(frozen=True, slots=True)
class FormPart:
    """A form with its questions, and the steps at which it is filled in."""

    form: Form
    questions: tuple[Asked, ...]
    used: tuple[tuple[str, str, str], ...]  # process, its name, the step's name


class Book:
    """A pack to read. Every chapter is worked out when a page asks for it."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    @cached_property
    def chapters(self) -> tuple[tuple[str, str], ...]:
        """The chapters that this framework has: their places on the page, and their titles."""
        pack = self.pack
        chapters = (
            ("types", "Types of review", pack.processes),
            ("people", "People and what they may do", self.people),
            ("groups", "Groups", self.groups),
            ("bodies", "Bodies outside the board", pack.bodies),
            ("boards", "Boards that share the framework", pack.boards),
            ("learning", "What the stages of learning are called", pack.thread),
            ("routes", "How learning is spread", pack.routes),
            ("methods", "Methods of review", pack.methods),
            ("tables", "Tables of the document", pack.tables),
            ("programme", "Programme of audits and other work", pack.programme),
            ("principles", "Principles", pack.principles),
            ("forms", "Forms", pack.forms),
            ("checks", "To be checked by the board", self.checks),
        )
        return tuple((place, title) for place, title, there in chapters if there)

    @cached_property
    def people(self) -> tuple[tuple[Role, Said], ...]:
        """The roles of one person each."""
        return self._roles("one")

    @cached_property
    def groups(self) -> tuple[tuple[Role, Said], ...]:
        """The roles that several people hold together."""
        return self._roles("group")

    def _roles(self, seats: str) -> tuple[tuple[Role, Said], ...]:
        roles = (role for role in self.pack.roles.values() if role.seats == seats)
        return tuple((role, phrases.role_said(self.pack, role)) for role in roles)

    @cached_property
    def checks(self) -> tuple[Question, ...]:
        """What isn't verified: elements in the order of the pack, then clauses."""
        words = in_words(self.pack)
        elements = [Question(words[name], one.says or "") for name, one in to_check(self.pack)]
        clauses = (clause for clause in self.pack.clauses if not clause.verified)
        return (*elements, *(Question(f"Clause {one.id}", one.says) for one in clauses))

    @cached_property
    def types(self) -> tuple[TypeOfReview, ...]:
        """Every type of review."""
        return tuple(TypeOfReview(self.pack, one) for one in self.pack.processes.values())

    def type(self, process: str) -> TypeOfReview | None:
        """The type of that id."""
        return next((one for one in self.types if one.process.id == process), None)

    @cached_property
    def forms(self) -> tuple[FormPart, ...]:
        """Every form, with its questions."""
        return tuple(self._form(form) for form in self.pack.forms.values())

    def form(self, name: str) -> FormPart | None:
        """The form of that id."""
        form = self.pack.forms.get(name)
        return self._form(form) if form else None

    def _form(self, form: Form) -> FormPart:
        used = [
            (process, step)
            for process in self.pack.processes.values()
            for step in process.steps
            if step.form == form.id
        ]
        outcomes = {key: one for _, step in used for key, one in step.outcomes.items()}
        return FormPart(
            form,
            asked_in({field.id: field for field in form.fields}, outcomes),
            tuple((process.id, process.name, step.name) for process, step in used),
        )

    def activity(self, activity: Activity) -> Said:
        """What is said of an activity of the programme."""
        return phrases.activity_said(self.pack, activity)

    def learning(self) -> Iterator[tuple[str, str, str, str]]:
        """For each stage that the board names: our word, its word, who sees to it, what it says."""
        for key, word in LEARNING.items():
            for stage in [one for name, one in self.pack.thread.items() if name == key]:
                by = self.pack.roles[stage.by].name if stage.by else ""
                yield word, stage.name, by, stage.says or ""

    def leads_to(self, row: TableRow) -> str:
        """The type that runs what a row of a table tells of, if there is one."""
        return row.process if row.process in self.pack.processes else ""

    def cells(self, table: Table, row: TableRow) -> list[str]:
        """The row's cells in the order of the columns; a blank is empty."""
        return [row.cells.get(column, "") for column in table.columns]
