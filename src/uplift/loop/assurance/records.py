"""What a board's measures are taken over, read once for all of them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from uplift.engine.spec import Pack
from uplift.ground.access.models import Grant
from uplift.ground.boards.models import Board
from uplift.loop.cases.models import Fact, Task

YEAR = dt.timedelta(days=365)


class Records:
    """The cases of one board as their tasks and facts tell of them, on one day."""

    def __init__(self, board: Board, pack: Pack, today: dt.date) -> None:
        self.board, self.pack, self.today = board, pack, today

    @cached_property
    def _tasks(self) -> dict[tuple[str, str], list[Task]]:
        found: dict[tuple[str, str], list[Task]] = defaultdict(list)
        rows = Task.objects.filter(case__board=self.board).exclude(state="not needed")
        for task in rows.select_related("case"):
            found[task.case.process, task.step].append(task)
        return found

    def tasks(self, process: str, step: str) -> list[Task]:
        """The step's tasks in all cases of the process in which it is, was or may be needed."""
        return self._tasks.get((process, step), [])

    @cached_property
    def _facts(self) -> dict[tuple[str, str], list[Fact]]:
        found: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        rows = Fact.objects.filter(case__board=self.board, corrected_by__isnull=True, void=False)
        for fact in rows.select_related("case").order_by("pk"):
            found[fact.case.process, fact.step].append(fact)
        return found

    def facts(self, process: str, step: str) -> list[Fact]:
        """What was recorded of the step and stands, oldest first."""
        return self._facts.get((process, step), [])

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
