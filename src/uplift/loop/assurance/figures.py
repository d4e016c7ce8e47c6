"""The measures of a pack as figures from one board's records.

One function a measure of the engine's closed list (`uplift.engine.spec.measures.Measure`), by its
name. Each says what it counted in a sentence, and whether the target is reached; where nothing has
been recorded that could be counted, it says that instead of a flattering hundred per cent.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from typing import Any

from django.db.models import Count, Q

from uplift.engine import clock
from uplift.engine.spec import Kind
from uplift.engine.spec.measures import Measure
from uplift.loop.actions.models import Action
from uplift.loop.assurance.links import linked_counts, things
from uplift.loop.assurance.records import Records
from uplift.loop.learning.models import Finding, Outcome, Theme
from uplift.loop.sharing.models import Confirmation

DONE_ACTION = ("done", "embedded")


@dataclass(frozen=True, slots=True)
class Figure:
    """`met` is None when there are no records to judge by."""

    says: str
    met: bool | None


NOTHING = Figure("Nothing recorded yet that could be counted.", None)


def _share(part: int, whole: int, at_least: float, what: str) -> Figure:
    if whole == 0:
        return NOTHING
    return Figure(f"{part} of {whole} {what}.", part * 100 >= at_least * whole)


def _bounds(value: int, of: Any, what: str) -> Figure:
    met = (of.at_least is None or value >= of.at_least) and (
        of.at_most is None or value <= of.at_most
    )
    return Figure(f"{value} {what}.", met)


def step_in_time(records: Records, of: Any) -> Figure:
    """Cases in which the step was done by its due day, of those in which that day has come."""
    tasks = [
        task
        for task in records.tasks(of.process, of.step)
        if task.due and (task.done_on or task.due < records.today)
    ]
    kept = sum(1 for task in tasks if task.done_on and task.due and task.done_on <= task.due)
    return _share(kept, len(tasks), of.at_least, "done in time")


def step_done(records: Records, of: Any) -> Figure:
    """Cases in which the step was done, of those in which it was or should have been by now."""
    tasks = records.tasks(of.process, of.step)
    done = sum(1 for task in tasks if task.done_on)
    missed = sum(1 for t in tasks if not t.done_on and t.due and t.due < records.today)
    waiting = sum(1 for t in tasks if not t.done_on and t.state == "open") - missed
    still = f", {waiting} still open" if waiting > 0 else ""
    return _share(done, done + missed, of.at_least, f"done{still}")


def step_late_with_reason(records: Records, of: Any) -> Figure:
    """Late cases in which the reason was given."""
    late = [task for task in records.tasks(of.process, of.step) if task.reason_needed]
    given = sum(1 for task in late if task.reason_given)
    return _share(given, len(late), of.at_least, "late ones with the reason recorded")


def field_filled(records: Records, of: Any) -> Figure:
    """Records of the step in which the field is filled."""
    facts = records.facts(of.process, of.step)
    name = of.field.rpartition(".")[2]
    filled = sum(1 for fact in facts if fact.values.get(name) not in (None, "", []))
    return _share(filled, len(facts), of.at_least, "records with it filled in")


def outcome_share(records: Records, of: Any) -> Figure:
    """Records of the step that end so."""
    facts = records.facts(of.process, of.step)
    part, whole = sum(1 for fact in facts if fact.outcome == of.outcome), len(facts)
    if whole == 0:
        return NOTHING
    met = (of.at_least is None or part * 100 >= of.at_least * whole) and (
        of.at_most is None or part * 100 <= of.at_most * whole
    )
    return Figure(f"{part} of {whole} ended so.", met)


def median_days(records: Records, of: Any) -> Figure:
    """Median of days from one event to the other, over the cases in which both have come."""
    starts = {fact.case_id: fact.on for fact in reversed(records.facts(of.process, of.start))}
    ends = {fact.case_id: fact.on for fact in reversed(records.facts(of.process, of.to))}
    days = [(ends[case] - starts[case]).days for case in starts.keys() & ends.keys()]
    if not days:
        return NOTHING
    middle = median(days)
    met = of.at_most is None or middle <= of.at_most
    cases = "one case" if len(days) == 1 else f"{len(days)} cases"
    return Figure(f"{middle:g} {'day' if middle == 1 else 'days'}, median of {cases}.", met)


def so_many_a_year(records: Records, of: Any) -> Figure:
    """How many in the last twelve months."""
    if of.of == "programme":
        return Figure("The programme of audits isn't run in Uplift yet.", None)
    dates = things(records, of.of, of.process)
    return _bounds(sum(map(records.within_a_year, dates)), of, "in the last twelve months")


def agencies_answered(records: Records, of: Any) -> Figure:
    """Agencies asked that have answered."""
    asked = [task for task in records.tasks(of.process, of.step) if task.item]
    done = sum(1 for task in asked if task.done_on)
    return _share(done, len(asked), of.at_least, "agencies asked have answered")


def linked(records: Records, of: Any) -> Figure:
    """These that are linked to those."""
    part, whole = linked_counts(records.board, of.these, of.to)
    return _share(part, whole, of.at_least, f"linked: {of.these} to {of.to}".replace("_", " "))


def _published(records: Records, process: str) -> tuple[set[int], set[int]]:
    """Ids of the cases of the process that have a report, and of those that published."""
    steps = _steps(records, process)
    reports = {s for s, kind in steps.items() if kind is Kind.REPORT}
    publishes = {s for s, kind in steps.items() if kind is Kind.PUBLISH}
    finished = {fact.case_id for fact in records.facts_of(process, reports)}
    return finished, {fact.case_id for fact in records.facts_of(process, publishes)}


def _steps(records: Records, process: str) -> dict[str, Kind]:
    return {step.id: step.kind for step in records.pack.processes[process].steps}


def published(records: Records, of: Any) -> Figure:
    """Finished reviews with something public."""
    finished, out = _published(records, of.process)
    return _share(len(finished & out), len(finished), of.at_least, "finished reviews published")


def kept_public(records: Records, of: Any) -> Figure:
    """Published reviews that weren't taken off before the time promised."""
    rules = records.pack.processes[of.process].publication
    if rules is None:
        return Figure("This kind of work isn't published.", None)
    shown = {fact.case_id: fact.on for fact in records.facts(of.process, rules.published)}
    removed = records.facts(of.process, rules.removed) if rules.removed else []
    early = {
        fact.case_id
        for fact in removed
        if fact.case_id in shown and fact.on < clock.add(shown[fact.case_id], rules.at_least)
    }
    kept = len(shown) - len(early)
    return _share(kept, len(shown), of.at_least, "kept public for the time promised")


def decisions_with_reasons(records: Records, of: Any) -> Figure:
    """Decisions with their reasons recorded."""
    decisions = {s for s, kind in _steps(records, of.process).items() if kind is Kind.DECISION}
    facts = records.facts_of(of.process, decisions)
    with_reasons = sum(1 for fact in facts if fact.values.get("reasons"))
    return _share(with_reasons, len(facts), of.at_least, "decisions with reasons")


def routes_decided(records: Records, of: Any) -> Figure:
    """Finished reviews in which the routes were decided on."""
    finished, _ = _published(records, of.process)
    decided = {fact.case_id for fact in records.facts_of(of.process, _asking_routes(records, of))}
    return _share(len(finished & decided), len(finished), of.at_least, "reviews with routes chosen")


def _asking_routes(records: Records, of: Any) -> set[str]:
    """The steps whose form asks, route by route, which of the pack's routes are used."""
    routes = records.pack.routes.keys()
    steps = records.pack.processes[of.process].steps
    return {step.id for step in steps if len(routes & records.pack.questions(step).keys()) > 1}


def actions_in_time(records: Records, of: Any) -> Figure:
    """Actions finished by their date, of those whose date has come or that are finished."""
    actions = Action.objects.filter(board=records.board).exclude(status="declined")
    rows = actions.filter(Q(status__in=DONE_ACTION) | Q(due__lt=records.today))
    dates = rows.values_list("done_on", "due")
    kept = sum(1 for done_on, due in dates if done_on and done_on <= due)
    return _share(kept, len(dates), of.at_least, "actions finished in time")


def actions_verified(records: Records, of: Any) -> Figure:
    """Finished actions that someone has seen to be embedded."""
    actions = Action.objects.filter(board=records.board, status__in=DONE_ACTION)
    embedded = actions.filter(status="embedded").count()
    return _share(embedded, actions.count(), of.at_least, "finished actions seen to be embedded")


def actions_agreed(records: Records, of: Any) -> Figure:
    """Actions that the partner they were put to has agreed."""
    actions = Action.objects.filter(board=records.board)
    agreed = actions.exclude(status__in=("proposed", "declined")).count()
    return _share(agreed, actions.count(), of.at_least, "actions agreed by the partner")


def briefings_confirmed(records: Records, of: Any) -> Figure:
    """Agencies that confirmed a briefing they were asked to pass on, where the day has come."""
    asked = Confirmation.objects.filter(briefing__board=records.board)
    asked = asked.filter(Q(confirmed_on__isnull=False) | Q(due__lt=records.today))
    done = asked.filter(confirmed_on__isnull=False).count()
    return _share(done, asked.count(), of.at_least, "briefings passed on and confirmed")


def impact_evaluated(records: Records, of: Any) -> Figure:
    """Learning outcomes with an evaluation, of those whose day for it has come."""
    due = Outcome.objects.filter(theme__board=records.board, evaluate_on__lte=records.today)
    done = due.filter(evaluations__isnull=False).distinct().count()
    return _share(done, due.count(), of.at_least, "outcomes evaluated")


def findings_returning(records: Records, of: Any) -> Figure:
    """Themes in which nothing was found again after all their actions were finished."""
    themes = Theme.objects.filter(board=records.board, findings__actions__status__in=DONE_ACTION)
    settled = quiet = 0
    for theme in themes.distinct():
        actions = Action.objects.filter(findings__themes=theme).distinct()
        if actions.exclude(status__in=(*DONE_ACTION, "declined")).exists():
            continue
        settled += 1
        last = max((a.done_on for a in actions if a.done_on), default=records.today)
        quiet += not theme.findings.filter(found_on__gt=last, kind="improvement").exists()
    return _share(quiet, settled, of.at_least, "themes that haven't come back")


def good_practice_share(records: Records, of: Any) -> Figure:
    """Findings that are of good practice."""
    counts = Finding.objects.filter(board=records.board).aggregate(
        whole=Count("pk"), part=Count("pk", filter=Q(kind="good_practice"))
    )
    return _share(counts["part"], counts["whole"], of.at_least, "findings are of good practice")


def seat_held(records: Records, of: Any) -> Figure:
    """Someone holds the role today."""
    holders = records.holders(of.role)
    return Figure(f"{holders} hold the role today." if holders else "No one holds it.", holders > 0)


def framework_accepted(records: Records, of: Any) -> Figure:
    """Partners' acceptance of the framework is kept in a later release."""
    return Figure("Partners' acceptances aren't kept in Uplift yet.", None)


_MEASURES: Iterable[Callable[[Records, Any], Figure]] = (
    step_in_time,
    step_done,
    step_late_with_reason,
    field_filled,
    outcome_share,
    median_days,
    so_many_a_year,
    agencies_answered,
    linked,
    published,
    kept_public,
    decisions_with_reasons,
    routes_decided,
    actions_in_time,
    actions_verified,
    actions_agreed,
    briefings_confirmed,
    impact_evaluated,
    findings_returning,
    good_practice_share,
    seat_held,
    framework_accepted,
)
BY_NAME = {function.__name__: function for function in _MEASURES}


def figure(records: Records, measure: Measure) -> Figure:
    """The measure's figure for the board whose records these are."""
    return BY_NAME[measure.name](records, measure.of)
