"""Figures from the learning and what comes of it, from seats and from acceptances."""

from typing import Any

from django.db.models import Exists, OuterRef, Q

from uplift.ground.ui.filters.dates import day
from uplift.loop.actions.models import Action
from uplift.loop.assurance.figures.base import NOTHING, Counted, Figure, share
from uplift.loop.assurance.links import linked_rows
from uplift.loop.assurance.models import Acceptance
from uplift.loop.assurance.records import Records
from uplift.loop.impact.models import Evaluation
from uplift.loop.learning.models import Finding, Outcome, Theme
from uplift.loop.sharing.models import Confirmation

DONE_ACTION = ("done", "embedded")


def linked(records: Records, of: Any) -> Figure:
    """These that are linked to those."""
    thing = "finding" if of.these == "good_practice" else of.these
    counted = [
        Counted(thing, key, good, "linked" if good else "not linked yet")
        for key, good in linked_rows(records.board, of.these, of.to)
    ]
    return share(counted, of.at_least, f"linked: {of.these} to {of.to}".replace("_", " "))


def actions_in_time(records: Records, of: Any) -> Figure:
    """Actions finished by their date, of those whose date has come or that are finished."""
    actions = Action.objects.filter(board=records.board).exclude(status="declined")
    rows = actions.filter(Q(status__in=DONE_ACTION) | Q(due__lt=records.today))
    counted = [
        Counted("action", key, bool(done_on and done_on <= due), f"due {day(due)}")
        for key, done_on, due in rows.values_list("pk", "done_on", "due")
    ]
    return share(counted, of.at_least, "actions finished in time")


def actions_verified(records: Records, of: Any) -> Figure:
    """Finished actions that someone has seen to be embedded."""
    actions = Action.objects.filter(board=records.board, status__in=DONE_ACTION)
    counted = [_action(one, one.status == "embedded") for one in actions]
    return share(counted, of.at_least, "finished actions seen to be embedded")


def actions_agreed(records: Records, of: Any) -> Figure:
    """Actions that the partner they were put to has agreed."""
    actions = Action.objects.filter(board=records.board)
    counted = [_action(one, one.status not in ("proposed", "declined")) for one in actions]
    return share(counted, of.at_least, "actions agreed by the partner")


def _action(action: Action, good: bool) -> Counted:
    return Counted("action", action.pk, good, action.get_status_display().lower())


def briefings_confirmed(records: Records, of: Any) -> Figure:
    """Agencies that confirmed a briefing they were asked to pass on, where the day has come."""
    asked = Confirmation.objects.filter(briefing__board=records.board)
    asked = asked.filter(Q(confirmed_on__isnull=False) | Q(due__lt=records.today))
    counted = [
        Counted("confirmation", key, on is not None, f"confirmed {day(on)}" if on else "no answer")
        for key, on in asked.values_list("pk", "confirmed_on")
    ]
    return share(counted, of.at_least, "briefings passed on and confirmed")


def impact_evaluated(records: Records, of: Any) -> Figure:
    """Learning outcomes with an evaluation, of those whose day for it has come."""
    due = Outcome.objects.filter(theme__board=records.board, evaluate_on__lte=records.today)
    looked = Exists(Evaluation.objects.filter(outcome=OuterRef("pk")))
    counted = [
        Counted("outcome", key, done, "evaluated" if done else "not evaluated yet")
        for key, done in due.annotate(looked=looked).values_list("pk", "looked")
    ]
    return share(counted, of.at_least, "outcomes evaluated")


def findings_returning(records: Records, of: Any) -> Figure:
    """Themes in which nothing was found again after all their actions were finished."""
    themes = Theme.objects.filter(board=records.board, findings__actions__status__in=DONE_ACTION)
    counted = []
    for theme in themes.distinct():
        actions = Action.objects.filter(findings__themes=theme).distinct()
        if actions.exclude(status__in=(*DONE_ACTION, "declined")).exists():
            continue
        last = max((a.done_on for a in actions if a.done_on), default=records.today)
        again = theme.findings.filter(found_on__gt=last, kind="improvement").exists()
        words = "found again" if again else f"nothing since {day(last)}"
        counted.append(Counted("theme", theme.pk, not again, words))
    return share(counted, of.at_least, "themes that haven't come back")


def good_practice_share(records: Records, of: Any) -> Figure:
    """Findings that are of good practice."""
    findings = Finding.objects.filter(board=records.board)
    counted = [
        Counted("finding", one.pk, one.kind == "good_practice", one.get_kind_display().lower())
        for one in findings
    ]
    return share(counted, of.at_least, "findings are of good practice")


def seat_held(records: Records, of: Any) -> Figure:
    """Someone holds the role today."""
    holders = records.holders(of.role)
    return Figure(f"{holders} hold the role today." if holders else "No one holds it.", holders > 0)


def framework_accepted(records: Records, of: Any) -> Figure:
    """Agencies of the board that have accepted the framework as it was adopted last."""
    if records.adoption is None:
        return NOTHING
    standing = Acceptance.objects.filter(adoption=records.adoption, taken_back_at__isnull=True)
    agencies = records.board.agencies.annotate(
        accepted=Exists(standing.filter(agency=OuterRef("pk")))
    )
    counted = [
        Counted("agency", one.pk, one.accepted, "accepted" if one.accepted else "not yet")
        for one in agencies
    ]
    return share(counted, of.at_least, "agencies have accepted the framework")
