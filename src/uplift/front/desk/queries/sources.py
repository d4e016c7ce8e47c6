"""Where work is found: one source for each kind of thing that waits for somebody."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.db.models import Model, Q, QuerySet

from uplift.front.desk.queries import say
from uplift.front.desk.queries.say import Work
from uplift.ground.access.reach import Reach
from uplift.ground.frameworks.models import Adoption
from uplift.loop.actions.models import Action
from uplift.loop.actions.queries import OPEN, actions_of, to_do
from uplift.loop.assurance.models import ClauseStatus
from uplift.loop.assurance.queries import to_accept_by, to_attest_by
from uplift.loop.cases.models import Task
from uplift.loop.cases.queries import tasks_of, tasks_of_hands
from uplift.loop.impact.queries import to_evaluate
from uplift.loop.learning.models import Outcome
from uplift.loop.learning.queries import outcomes_of
from uplift.loop.publishing.models import Publication
from uplift.loop.publishing.queries.publications import publications_of
from uplift.loop.sharing.models import Confirmation
from uplift.loop.sharing.queries import to_confirm

Find: TypeAlias = Callable[[Reach, Q, int], QuerySet[Any]]


@dataclass(frozen=True, slots=True)
class Source:
    """`find` gives the rows that someone is shown and that meet a condition, no more than so many
    where there may be very many. `due` names the column of the due day, `related` what `show`
    needs loaded to say one row in words. Without the capability `needs` nobody has any."""

    kind: str
    name: str
    model: type[Model]
    find: Find
    due: str
    related: tuple[str, ...]
    show: Callable[[Any], Work]
    needs: str = ""


def _all(rows: Callable[[Reach], QuerySet[Any]]) -> Find:
    """How to find rows of which nobody has very many."""
    return lambda reach, wanted, most: rows(reach).filter(wanted)


def _approvals(reach: Reach) -> QuerySet[Publication]:
    waiting = publications_of(reach).filter(status=Publication.Status.READY)
    return waiting.exclude(prepared_by=reach.user).exclude(writers=reach.user)


def _steps_ahead(reach: Reach, wanted: Q, most: int) -> QuerySet[Task]:
    """Steps of the board's cases that are still to be done, whoever does them."""
    ahead = tasks_of(reach).filter(wanted, state__in=("open", "waiting"))
    return Task.objects.filter(pk__in=ahead.order_by("due").values("pk")[:most])


def _actions_ahead(reach: Reach) -> QuerySet[Action]:
    return actions_of(reach).filter(status__in=OPEN)


def _publications_ahead(reach: Reach) -> QuerySet[Publication]:
    return publications_of(reach).filter(standing=Publication.Standing.PUBLISHED)


_CASE = ("case__board", "agency")
_OF_CASE = ("case", "board")
_OWNED = ("board", "agency")
_ASKED = ("briefing__board", "agency")
_ADOPTED = ("board", "edition")
_AIMED = ("theme__board",)

#: What waits for somebody.
WORK = (
    Source("step", "Steps of cases", Task, tasks_of_hands, "due", _CASE, say.task),
    Source("action", "Actions", Action, _all(to_do), "due", _OWNED, say.action, "update_action"),
    Source(
        "confirmation",
        "Sharing",
        Confirmation,
        _all(to_confirm),
        "due",
        _ASKED,
        say.confirmation,
        "confirm_sharing",
    ),
    Source(
        "evaluation",
        "Evaluations",
        Outcome,
        _all(to_evaluate),
        "next_on",
        _AIMED,
        say.evaluation,
        "evaluate",
    ),
    Source(
        "approval",
        "Approvals",
        Publication,
        _all(_approvals),
        "",
        _OF_CASE,
        say.approval,
        "approve_publication",
    ),
    Source(
        "attestation",
        "Attestations",
        ClauseStatus,
        _all(to_attest_by),
        "due",
        ("board",),
        say.attestation,
        "attest",
    ),
    Source(
        "acceptance",
        "Acceptances",
        Adoption,
        _all(to_accept_by),
        "",
        _ADOPTED,
        say.acceptance,
        "confirm_sharing",
    ),
)

#: What stands in the diary, whoever it waits for.
STEPS_AHEAD = Source("step", "Steps of cases", Task, _steps_ahead, "due", _CASE, say.step)
DIARY = (
    STEPS_AHEAD,
    Source("action", "Actions", Action, _all(_actions_ahead), "due", _OWNED, say.action),
    Source(
        "evaluation", "Evaluations", Outcome, _all(outcomes_of), "next_on", _AIMED, say.evaluation
    ),
    Source(
        "publication",
        "Publications",
        Publication,
        _all(_publications_ahead),
        "keep_until",
        _OF_CASE,
        say.keep_until,
    ),
)
