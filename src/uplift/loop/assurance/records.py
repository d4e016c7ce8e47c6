"""What a board's measures are taken over."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from django.db.models import QuerySet

from uplift.engine.spec import Pack
from uplift.ground.access.models import Grant
from uplift.ground.boards.models import Board
from uplift.ground.frameworks.models import Adoption
from uplift.loop.assurance.adoptions import adoption_on
from uplift.loop.cases.models import Fact, Task

YEAR = dt.timedelta(days=365)


LATEST = 1000  # records of a step that a page looks at


class Records:
    """The cases of one board as their tasks and facts tell of them, on one day.

    For all measures at once they are read `whole`; for a page that shows the records behind one
    of them, only the steps that it asks for, and of each the latest.
    """

    def __init__(self, board: Board, pack: Pack, today: dt.date, *, whole: bool = True) -> None:
        self.board, self.pack, self.today, self.whole = board, pack, today, whole

    @cached_property
    def adoption(self) -> Adoption | None:
        """What the board works by on the day."""
        return adoption_on(self.board, self.today)

    @cached_property
    def _tasks(self) -> dict[tuple[str, str], list[Task]]:
        found: dict[tuple[str, str], list[Task]] = defaultdict(list)
        for task in self._all_tasks().select_related("case"):
            found[task.case.process, task.step].append(task)
        return found

    def _all_tasks(self) -> QuerySet[Task]:
        return Task.objects.filter(case__board=self.board).exclude(state="not needed")

    def tasks(self, process: str, step: str) -> list[Task]:
        """The step's tasks in all cases of the process in which it is, was or may be needed."""
        if self.whole:
            return self._tasks.get((process, step), [])
        rows = self._all_tasks().filter(case__process=process, step=step)
        return list(rows.order_by("-case", "item")[:LATEST])

    @cached_property
    def _facts(self) -> dict[tuple[str, str], list[Fact]]:
        found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        for fact in self._all_facts().select_related("case").order_by("pk"):
            found[fact.case.process, fact.step].append(fact)
        return found

    def _all_facts(self) -> QuerySet[Fact]:
        return Fact.objects.filter(case__board=self.board, corrected_by__isnull=True, void=False)

    def facts(self, process: str, step: str) -> list[Fact]:
        """What was recorded of the step and stands, oldest first."""
        if self.whole:
            return self._facts.get((process, step), [])
        rows = self._all_facts().filter(case__process=process, step=step)
        return list(reversed(rows.order_by("-pk")[:LATEST]))

    def facts_of(self, process: str, steps: Iterable[str]) -> list[Fact]:
        """The same for several steps."""
        return [fact for step in steps for fact in self.facts(process, step)]

    def within_a_year(self, day: dt.date) -> bool:
        """Whether the day lies in the twelve months up to today."""
        return self.today - YEAR < day <= self.today

    def holders(self, role: str) -> int:
        """How many people hold the role at the board today."""
        held = Grant.objects.filter(board=self.board, role=role, starts__lte=self.today)
        return held.exclude(ends__lt=self.today).values("user").distinct().count()
