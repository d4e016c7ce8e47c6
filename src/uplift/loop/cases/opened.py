"""A case as one person has it before them: read once, asked many times."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from uplift.engine import answers, process
from uplift.engine.process import Position, StepPosition
from uplift.engine.spec import Kind, Question, Step, Type
from uplift.ground.access.models import Grant
from uplift.ground.access.reach import ATTEND, Reach
from uplift.ground.frameworks.questions import Choices
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases import policies
from uplift.loop.cases.models import Case, CaseFile, Fact, Member

# How it is said that a role has no holder, by where it is held; agencies and bodies outside the
# board aren't expected to have one.
_NOBODY = {
    "board": "No one holds this seat",
    "shared": "No one holds this seat",
    "case": "No one has this part in the case yet",
}


@dataclass(frozen=True, slots=True)
class Said:
    """A question and its answer in words; `files` are the papers that the answer names."""

    question: str
    text: str
    files: tuple[CaseFile, ...] = ()


class Opened:
    """What the pages of one case ask of it. Nothing here is written."""

    def __init__(self, case: Case, reach: Reach) -> None:
        self.case, self.reach = case, reach
        self.pack = case.pack

    @cached_property
    def facts(self) -> list[Fact]:
        """Everything recorded, in the order in which it was."""
        return list(Fact.objects.filter(case=self.case).select_related("by").order_by("pk"))

    @cached_property
    def engine_facts(self) -> list[process.Fact]:
        """The same in the engine's terms."""
        return [fact.as_engine() for fact in self.facts]

    @cached_property
    def standing(self) -> list[Fact]:
        """The facts that nothing later corrects or withdraws, by the day they are about."""
        by_id = {str(fact.pk): fact for fact in self.facts}
        effective = process.effective(self.engine_facts)
        return [by_id[fact.id] for fact in effective if fact.id]

    @cached_property
    def position(self) -> Position:
        """How the case stands today."""
        return self.position_on(self.engine_facts)

    def position_on(self, facts: list[process.Fact]) -> Position:
        """How it would stand today with these facts."""
        case = self.case
        return process.position(
            self.pack, case.started_as, facts, self.reach.today, opened=case.opened_on
        )

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles in which this person acts here."""
        return policies.roles_in(self.reach, self.case)

    @cached_property
    def files(self) -> list[CaseFile]:
        """The case's files, newest first."""
        return list(self.case.files.select_related("file__by"))

    @cached_property
    def agencies(self) -> dict[str, str]:
        """The agencies of the board that leads: names by key."""
        return dict(self.case.board.agencies.values_list("slug", "name"))

    @cached_property
    def holders(self) -> dict[str, list[str]]:
        """Who holds which role here today, by seat or by membership."""
        today, held = self.reach.today, defaultdict(list)
        seats = Grant.objects.filter(
            board=self.case.board, capability=ATTEND, starts__lte=today, user__is_active=True
        ).exclude(ends__lt=today)
        for grant in seats.select_related("user").order_by("user__name"):
            role = self.pack.roles.get(grant.role)
            if role and role.held != "case":
                held[grant.role].append(grant.user.name)
        for member in self.members:
            if member.starts <= today and (member.ends is None or member.ends >= today):
                held[member.role].append(member.user.name)
        return held

    @property
    def case_roles(self) -> frozenset[str]:
        """The roles with a part in this type of review."""
        return frozenset(step.by for step in self.case.type.steps)

    @cached_property
    def members(self) -> list[Member]:
        """Everyone who was ever let into this case."""
        return list(self.case.members.select_related("user", "agency"))

    def may(self, capability: str) -> Refusal | None:
        """Whether this person has the capability here; else the sentence for the page."""
        return policies.may_as(self.reach, self.roles, capability)

    def may_begin(self, step: str) -> Refusal | None:
        """Whether this person can take the step today, before its form is filled in."""
        refused = process.may_begin(
            self.pack,
            self.case.started_as,
            self.engine_facts,
            step,
            roles=self.roles,
            today=self.reach.today,
            opened=self.case.opened_on,
        )
        return Refusal(refused[0].sentence) if refused else None

    def may_correct(self, fact: Fact) -> Refusal | None:
        """Whether this person may set that record right."""
        return policies.may_correct(self.reach, self.roles, fact)

    def at(self, step: str) -> StepPosition | None:
        """Where the step stands, if the case has it."""
        return next((one for one in self.position.steps if one.step.id == step), None)

    def step_of(self, fact: Fact) -> Step | None:
        """The step that was recorded, also one of the type that the case was before."""
        return self.step_named(fact.step)

    def step_named(self, step: str) -> Step | None:
        """The step of that id, of what the case is now or else of what it was before."""
        types = (self.case.process, self.case.started_as, *self.pack.processes)
        steps = (self.pack.processes[name].by_id.get(step) for name in types)
        return next(filter(None, steps), None)

    def name_of(self, fact: Fact) -> str:
        """A record in words: its step, and the outcome if it has one."""
        step = self.step_of(fact)
        result = step.outcomes.get(fact.outcome or "") if step else None
        name = step.name if step else fact.step
        return f"{name}: {result.name}" if result else name

    def records(self, step: str) -> list[Fact]:
        """What stands of one step, by date."""
        return [fact for fact in self.standing if fact.step == step]

    def who(self, role: str) -> str:
        """Who is to do it: the person and the role; of many, the role alone; of none, that."""
        names, name = self.holders.get(role, []), self.pack.roles[role].name
        if not names and (nobody := _NOBODY.get(self.pack.roles[role].held)):
            return f"{nobody}: {name}"
        return f"{names[0]}, {name}" if len(names) == 1 else name

    def item_name(self, item: str) -> str:
        """An agency's name for its key; anything else as it is."""
        return " / ".join(self.agencies.get(part, part) for part in item.split(" / "))

    def choices(self, step: str = "") -> Choices:
        """What a form about this case offers to choose from."""
        files = [(str(one.pk), one.title) for one in self.files]
        return Choices(agencies=tuple(self.agencies.items()), files=files)

    def said(self, step: Step, values: Mapping[str, Any]) -> list[Said]:
        """The answers of a record, in words."""
        asked = self.pack.questions(step)
        return [
            Said(question.ask, self.shown(question, values[name]), self._papers(question, values))
            for name, question in asked.items()
            if not answers.is_blank(values.get(name))
        ] + [Said(label, values[name]) for name, label in self._besides(asked, values)]

    @staticmethod
    def _besides(asked: Mapping[str, Question], values: Mapping[str, Any]) -> list[tuple[str, str]]:
        beside = (("reasons", "Reasons"), ("late_reason", "Reason for the delay"))
        return [(name, label) for name, label in beside if name not in asked and values.get(name)]

    def shown(self, question: Question, value: Any) -> str:
        """One stored answer in words; agencies and papers by their names."""
        if question.type is Type.AGENCY:
            value = self._named(value, self.agencies)
        elif question.type is Type.FILE:
            value = self._named(value, {str(one.pk): one.title for one in self.files})
        return answers.show(question, value)

    @staticmethod
    def _named(value: Any, names: Mapping[str, str]) -> Any:
        if isinstance(value, list | tuple):
            return [names.get(str(one), str(one)) for one in value]
        return names.get(str(value), str(value))

    def _papers(self, question: Question, values: Mapping[str, Any]) -> tuple[CaseFile, ...]:
        if question.type is not Type.FILE:
            return ()
        value = values[question.id]
        keys = {str(one) for one in (value if isinstance(value, list | tuple) else [value])}
        return tuple(one for one in self.files if str(one.pk) in keys)

    def is_signed(self, step: Step) -> bool:
        """Whether the step is signed by the password once more."""
        return step.kind is Kind.DECISION


class OpenedByAgency(Opened):
    """A case for someone who answers for an agency and sees no more of it than what is asked."""

    def __init__(self, case: Case, reach: Reach, step: str) -> None:
        super().__init__(case, reach)
        self.step = step

    @cached_property
    def files(self) -> list[CaseFile]:
        """The files that this person has brought for the step."""
        own = self.case.files.filter(step=self.step, file__by=self.reach.user)
        return list(own.select_related("file__by"))
