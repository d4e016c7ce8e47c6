"""Everything that hangs on one finding, as far as someone sees it."""

from django.db.models import Q, QuerySet

from uplift.ground.access.reach import Reach
from uplift.ground.history.models import Entry
from uplift.ground.history.operations import name_of
from uplift.loop.actions.queries import actions_of
from uplift.loop.impact.queries.evaluations import evaluations_of
from uplift.loop.impact.thread.parts import Thread
from uplift.loop.learning.models import Finding
from uplift.loop.learning.queries import outcomes_of, themes_of
from uplift.loop.sharing.models import Delivery
from uplift.loop.sharing.queries import briefings_of, confirmations_of

LATEST = 60  # entries of the history


def thread_of(reach: Reach, finding: Finding) -> Thread:
    """The thread of a finding, in eight queries."""
    themes = list(themes_of(reach).filter(findings=finding))
    outcomes = list(outcomes_of(reach).filter(theme__in=themes))
    briefings = list(briefings_of(reach).filter(findings=finding))
    return Thread(
        finding=finding,
        today=reach.today,
        voices=list(finding.voices.all()),
        themes=themes,
        outcomes=outcomes,
        actions=list(actions_of(reach).filter(findings=finding)),
        briefings=briefings,
        deliveries=list(Delivery.objects.filter(briefing__in=briefings)),
        confirmations=list(confirmations_of(reach).filter(briefing__in=briefings)),
        evaluations=list(evaluations_of(reach).filter(outcome__in=outcomes)),
    )


def history_of(reach: Reach, thread: Thread) -> QuerySet[Entry]:
    """What was done along a thread, newest first: only to records that this person sees."""
    records = (
        thread.finding,
        *thread.outcomes,
        *thread.actions,
        *thread.briefings,
        *thread.evaluations,
    )
    subjects = Q(subject__in=[name_of(record) for record in records])
    found = Entry.objects.filter(subjects, chain__board=reach.board)
    return found.select_related("by").order_by("-at", "-number")[:LATEST]
