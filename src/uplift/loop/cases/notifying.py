"""The pages of a notification, as the framework's own form asks for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict

from uplift.engine.process import Refused, advice
from uplift.engine.process.filled import REASONS
from uplift.engine.spec import Pack, Process, Question, Step, Type
from uplift.engine.text import quote, say_list
from uplift.ground.access.reach import Reach
from uplift.ground.frameworks.queries import edition_on
from uplift.ground.ui.forms import Form
from uplift.loop.cases.flow import Flow
from uplift.loop.cases.forms.notification import (
    AnswersForm,
    NameForm,
    OutcomeForm,
    SiblingForm,
    StartForm,
    TitleForm,
    WhoForm,
)
from uplift.loop.cases.identity import keys_of
from uplift.loop.cases.models import Case, Fact, Person
from uplift.loop.cases.operations import NewPerson
from uplift.loop.cases.operations.opening import marks, may_open, next_reference
from uplift.loop.cases.queries import same_people

SHORT = 3  # so many short questions stand on one page
WHO = {
    "children": ("child", "Child"),
    "adults": ("adult", "Adult"),
    "everyone": ("person", "Person"),
}
BIRDS = (
    *("Avocet", "Bittern", "Brambling", "Bunting", "Chough", "Cormorant", "Crane", "Curlew"),
    *("Dipper", "Dotterel", "Dunlin", "Dunnock", "Egret", "Eider", "Fieldfare", "Fulmar"),
    *("Gannet", "Godwit", "Goldcrest", "Grebe", "Heron", "Kestrel", "Kingfisher", "Lapwing"),
    *("Linnet", "Merganser", "Nuthatch", "Osprey", "Petrel", "Pipit", "Plover", "Redstart"),
    *("Redwing", "Sandpiper", "Shearwater", "Siskin", "Skylark", "Stonechat", "Teal", "Tern"),
    *(
        "Turnstone",
        "Wagtail",
        "Warbler",
        "Waxwing",
        "Wheatear",
        "Whimbrel",
        "Wigeon",
        "Yellowhammer",
    ),
)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the notification; `title` is its heading unless its one question is."""

    key: str
    title: str
    form: Form
    intro: str = ""


class Notification:
    """A notification that one person is making, as far as it is filled in."""

    def __init__(self, reach: Reach, flow: Flow) -> None:
        self.reach, self.flow = reach, flow

    @cached_property
    def pack(self) -> Pack | None:
        """The framework in force today."""
        edition = edition_on(self.reach.board, self.reach.today)
        return edition.pack if edition else None

    @cached_property
    def starts(self) -> dict[str, tuple[Process, Step]]:
        """What this person can begin: types of review and the step that each starts with."""
        if self.pack is None:
            return {}
        return {
            f"{process.id}.{name}": (process, process.step(name))
            for process in self.pack.processes.values()
            for name in process.starts
            if self.reach.roles & self.pack.may_enter(process.step(name))
        }

    @property
    def chosen(self) -> tuple[Process, Step] | None:
        """What was chosen to begin with; the only one where there is one."""
        if len(self.starts) == 1:
            return next(iter(self.starts.values()))
        return self.starts.get(self.flow.data.get("start", ""))

    def page(self, key: str, data: QueryDict | None = None) -> Page | None:
        """The page of that key, bound to `data`; None when there is no such page."""
        return next((page for page in self.pages(data) if page.key == key), None)

    def pages(self, data: QueryDict | None = None) -> Iterator[Page]:
        """All pages in their order; after the first they depend on the type chosen."""
        if len(self.starts) > 1:
            yield Page("type", "", StartForm(data, starts=self.starts))
        if self.chosen is None or self.pack is None:
            return
        process, step = self.chosen
        asked = self.pack.questions(step)
        name = self.pack.forms[step.form].name if step.form else step.name
        for number, form in enumerate(self._answers(step, data)):
            alone = len(form.asked) == 1 and number > 0
            yield Page(f"part-{number + 1}", "" if alone else name, form)
        if step.outcomes:
            yield Page("outcome", step.name, self._outcome_form(process, step, data))
        yield from self._about(process, asked, data)

    def _answers(self, step: Step, data: QueryDict | None) -> Iterator[AnswersForm]:
        """The questions of the first step by page; the first page asks for the day, too."""
        assert self.pack is not None  # noqa: S101 - `pages` has asked
        asked = list(self.pack.questions(step).values())
        for number, group in enumerate(list(groups(asked)) or [{}]):
            yield AnswersForm(
                data,
                today=self.reach.today,
                agencies=self.agencies,
                questions=group,
                day=number == 0,
            )

    def _outcome_form(self, process: Process, step: Step, data: QueryDict | None) -> OutcomeForm:
        """How the first step ends, with the engine's advice on the answers given so far."""
        assert self.pack is not None  # noqa: S101 - `pages` has asked
        pack, forms = self.pack, list(self._answers(step, self.flow.data))
        given: dict[str, Any] = {}
        for form in forms:
            given |= form.answers_given if form.is_valid() else {}
        first = Fact(step=step.id, on=self.reach.today, as_role=self.role_for(step), values=given)
        advised = advice(pack, process.id, [], first.as_engine()).outcomes
        names = say_list((quote(step.outcomes[name].name) for name in advised), "or")

        def refused(outcome: str, reasons: str) -> tuple[Refused, ...]:
            first.outcome, first.values = outcome, given | ({REASONS: reasons} if reasons else {})
            return may_open(pack, process.id, first, self.reach.today)

        said = f"The answers point to {names}." if names else ""
        return OutcomeForm(data, step=step, advised=said, refused=refused)

    def role_for(self, step: Step) -> str:
        """The role in which this person records the first step."""
        return step.by if step.by in self.reach.roles else min(self.reach.roles, default="")

    def _about(
        self, process: Process, asked: Mapping[str, Question], data: QueryDict | None
    ) -> Iterator[Page]:
        """Who it is about, if it is about anyone, and what it is called here."""
        assert self.pack is not None  # noqa: S101 - `pages` has asked
        if process.people == "nobody":
            yield Page("name", "What will it be called?", TitleForm(data, suggested=self.reference))
            return
        sealed = {name: one for name, one in asked.items() if one.identity}
        keys = keys_of(self.pack, process.id)
        who = WHO[process.people or self.pack.people]
        yield Page(
            "who",
            f"Who is the {who[0]}?",
            WhoForm(data, today=self.reach.today, questions=sealed, keys=keys),
            intro="This is sealed. Whoever opens it later says why, and that is recorded.",
        )
        yield Page(
            "family",
            "Are there brothers or sisters?",
            SiblingForm(data, today=self.reach.today),
            intro="Sealed too. Go on without an answer if there are none, or none is known.",
        )
        yield Page("name", "What will the case be called?", self._name_form(who[1], data))

    def _name_form(self, who: str, data: QueryDict | None) -> NameForm:
        free = (f"{who} {bird}" for bird in BIRDS if f"{who} {bird}" not in self.taken)
        pseudonym = next(free, f"{who} {len(self.taken) + 1}")
        return NameForm(data, suggested=self.reference, initial={"pseudonym": pseudonym})

    @cached_property
    def agencies(self) -> tuple[tuple[str, str], ...]:
        """The board's agencies: keys and names."""
        return tuple(self.reach.board.agencies.values_list("slug", "name"))

    @cached_property
    def taken(self) -> set[str]:
        """The made-up names in use at the board."""
        return set(Case.objects.filter(board=self.reach.board).values_list("pseudonym", flat=True))

    @cached_property
    def reference(self) -> str:
        """The next free reference."""
        return next_reference(self.reach.board, self.reach.today)

    def unfinished(self) -> Page | None:
        """The first page whose answers are missing or wrong."""
        pages = self.pages(self.flow.data)
        return next((page for page in pages if not page.form.is_valid()), None)

    def read(self) -> "Read":
        """Everything that was answered; only when no page is unfinished."""
        return Read(self)


class Read:
    """The answers of a finished notification."""

    def __init__(self, notification: Notification) -> None:
        chosen = notification.chosen
        assert chosen is not None  # noqa: S101 - a finished one has chosen
        self.process, self.step = chosen
        self.pages = list(notification.pages(notification.flow.data))
        self.values: dict[str, Any] = {}
        self.people: list[NewPerson] = []
        self.reach = notification.reach
        for page in self.pages:
            page.form.is_valid()
            if isinstance(page.form, AnswersForm):
                self.values |= page.form.answers_given
        self.on = self._cleaned("part-1")["on"]
        self.pseudonym: str = self._cleaned("name")["pseudonym"]
        self.reference: str = self._cleaned("name")["reference"]
        ends = next((page.form.cleaned_data for page in self.pages if page.key == "outcome"), {})
        self.outcome: str = ends.get("outcome", "")
        if ends.get("reasons"):
            self.values[REASONS] = ends["reasons"]
        self.as_role = notification.role_for(self.step)
        self._add_people(notification)

    def _cleaned(self, key: str) -> dict[str, Any]:
        return next(page.form.cleaned_data for page in self.pages if page.key == key)

    def _add_people(self, notification: Notification) -> None:
        who = next((page.form for page in self.pages if page.key == "who"), None)
        if who is None:
            return
        assert isinstance(who, WhoForm)  # noqa: S101 - that page has that form
        assert notification.pack is not None  # noqa: S101 - a finished one has a framework
        adults = (self.process.people or notification.pack.people) == "adults"
        kind = Person.Kind.ADULT if adults else Person.Kind.CHILD
        self.people.append(NewPerson(kind, self.pseudonym, who.identity))
        for number, sibling in enumerate(siblings(notification.flow.data), start=1):
            called = f"Sibling {number} of {self.pseudonym}"[:80]
            self.people.append(NewPerson(Person.Kind.SIBLING, called, sibling))

    def values_with(self, reason: str) -> dict[str, Any]:
        """The answers, with one more reason after those given for the outcome."""
        said = "\n\n".join(filter(None, (self.values.get(REASONS, ""), reason)))
        return self.values | ({REASONS: said} if said else {})

    @property
    def known_already(self) -> bool:
        """Whether someone of the same name and date of birth is in a case of the board."""
        return same_people(self.reach, [marks(one.identity) for one in self.people]).exists()


def siblings(data: QueryDict) -> list[dict[str, str]]:
    """The brothers and sisters added so far."""
    pairs = zip(data.getlist("siblings"), data.getlist("siblings_born"), strict=False)
    return [{"name": name, **({"date_of_birth": born} if born else {})} for name, born in pairs]


def groups(questions: Sequence[Question]) -> Iterator[dict[str, Question]]:
    """The questions by page: long ones alone, a few short ones together; all on one page where one
    depends on another. Sealed ones and files are asked elsewhere."""
    asked = [q for q in questions if not q.identity and q.type is not Type.FILE]
    if any(question.when for question in asked):
        yield {question.id: question for question in asked}
        return
    page: dict[str, Question] = {}
    for question in asked:
        long = question.type is Type.LONG_TEXT
        if page and (long or len(page) == SHORT):
            yield page
            page = {}
        page[question.id] = question
        if long:
            yield page
            page = {}
    if page:
        yield page
