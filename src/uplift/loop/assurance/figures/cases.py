"""Figures from the steps of cases and what was recorded of them."""

from statistics import median
from typing import Any

from uplift.engine import clock
from uplift.engine.spec import Kind
from uplift.ground.ui.filters.dates import day
from uplift.loop.assurance.figures.base import NOTHING, Counted, Figure, bounds, share
from uplift.loop.assurance.links import things
from uplift.loop.assurance.records import Records
from uplift.loop.cases.models import Fact, Task


def _task(task: Task, good: bool) -> Counted:
    due = f"due {day(task.due)}" if task.due else ""
    done = f"done {day(task.done_on)}" if task.done_on else "not done"
    return Counted("case", task.case_id, good, ", ".join(filter(None, (task.item, due, done))))


def _fact(fact: Fact, good: bool) -> Counted:
    return Counted("case", fact.case_id, good, f"recorded of {day(fact.on)}")


def step_in_time(records: Records, of: Any) -> Figure:
    """Cases in which the step was done by its due day, of those in which that day has come."""
    counted = [
        _task(task, bool(task.done_on and task.done_on <= task.due))
        for task in records.tasks(of.process, of.step)
        if task.due and (task.done_on or task.due < records.today)
    ]
    return share(counted, of.at_least, "done in time")


def step_done(records: Records, of: Any) -> Figure:
    """Cases in which the step was done, of those in which it was or should have been by now."""
    tasks = records.tasks(of.process, of.step)
    missed = [t for t in tasks if not t.done_on and t.due and t.due < records.today]
    counted = [*(_task(t, True) for t in tasks if t.done_on), *(_task(t, False) for t in missed)]
    waiting = sum(1 for t in tasks if not t.done_on and t.state == "open") - len(missed)
    still = f", {waiting} still open" if waiting > 0 else ""
    return share(counted, of.at_least, f"done{still}")


def step_late_with_reason(records: Records, of: Any) -> Figure:
    """Late cases in which the reason was given."""
    late = [task for task in records.tasks(of.process, of.step) if task.reason_needed]
    counted = [_task(task, task.reason_given) for task in late]
    return share(counted, of.at_least, "late ones with the reason recorded")


def field_filled(records: Records, of: Any) -> Figure:
    """Records of the step in which the field is filled."""
    name = of.field.rpartition(".")[2]
    counted = [
        _fact(fact, fact.values.get(name) not in (None, "", []))
        for fact in records.facts(of.process, of.step)
    ]
    return share(counted, of.at_least, "records with it filled in")


def outcome_share(records: Records, of: Any) -> Figure:
    """Records of the step that end so."""
    facts = records.facts(of.process, of.step)
    counted = [_fact(fact, fact.outcome == of.outcome) for fact in facts]
    part, whole = sum(one.good for one in counted), len(facts)
    if whole == 0:
        return NOTHING
    met = (of.at_least is None or part * 100 >= of.at_least * whole) and (
        of.at_most is None or part * 100 <= of.at_most * whole
    )
    return Figure(f"{part} of {whole} ended so.", met, counted)


def median_days(records: Records, of: Any) -> Figure:
    """Median of days from one event to the other, over the cases in which both have come."""
    starts = {fact.case_id: fact.on for fact in reversed(records.facts(of.process, of.start))}
    ends = {fact.case_id: fact.on for fact in reversed(records.facts(of.process, of.to))}
    days = {case: (ends[case] - starts[case]).days for case in starts.keys() & ends.keys()}
    if not days:
        return NOTHING
    middle = median(days.values())
    met = of.at_most is None or middle <= of.at_most
    cases = "one case" if len(days) == 1 else f"{len(days)} cases"
    counted = [
        Counted("case", case, of.at_most is None or count <= of.at_most, _days(count))
        for case, count in sorted(days.items())
    ]
    return Figure(f"{_days(middle)}, median of {cases}.", met, counted)


def _days(count: float) -> str:
    return f"{count:g} {'day' if count == 1 else 'days'}"


def so_many_a_year(records: Records, of: Any) -> Figure:
    """How many in the last twelve months."""
    if of.of == "programme":
        return Figure("The programme of audits isn't run in Uplift yet.", None)
    dates = things(records, of.of, of.process)
    return bounds(sum(map(records.within_a_year, dates)), of, "in the last twelve months")


def agencies_answered(records: Records, of: Any) -> Figure:
    """Agencies asked that have answered."""
    asked = [task for task in records.tasks(of.process, of.step) if task.item]
    counted = [_task(task, task.done_on is not None) for task in asked]
    return share(counted, of.at_least, "agencies asked have answered")


def _steps(records: Records, process: str) -> dict[str, Kind]:
    return {step.id: step.kind for step in records.pack.processes[process].steps}


def _of_kind(records: Records, process: str, kind: Kind) -> list[Fact]:
    """What was recorded of all the process's steps of that kind."""
    steps = {step for step, one in _steps(records, process).items() if one is kind}
    return records.facts_of(process, steps)


def _finished(records: Records, process: str) -> list[int]:
    """The cases of the process that have a report."""
    return sorted({fact.case_id for fact in _of_kind(records, process, Kind.REPORT)})


def published(records: Records, of: Any) -> Figure:
    """Finished reviews with something public."""
    out = {fact.case_id for fact in _of_kind(records, of.process, Kind.PUBLISH)}
    counted = [
        Counted("case", case, case in out, "published" if case in out else "nothing public yet")
        for case in _finished(records, of.process)
    ]
    return share(counted, of.at_least, "finished reviews published")


def kept_public(records: Records, of: Any) -> Figure:
    """Published reviews that weren't taken off before the time promised."""
    rules = records.pack.processes[of.process].publication
    if rules is None or rules.at_least is None:
        return Figure("The framework sets no time for which it stays public.", None)
    shown = {fact.case_id: fact.on for fact in records.facts(of.process, rules.published)}
    removed = records.facts(of.process, rules.removed) if rules.removed else []
    early = {
        fact.case_id
        for fact in removed
        if fact.case_id in shown and fact.on < clock.add(shown[fact.case_id], rules.at_least)
    }
    counted = [
        Counted("case", case, case not in early, f"public since {day(on)}")
        for case, on in shown.items()
    ]
    return share(counted, of.at_least, "kept public for the time promised")


def decisions_with_reasons(records: Records, of: Any) -> Figure:
    """Decisions with their reasons recorded."""
    facts = _of_kind(records, of.process, Kind.DECISION)
    counted = [_fact(fact, bool(fact.values.get("reasons"))) for fact in facts]
    return share(counted, of.at_least, "decisions with reasons")


def routes_decided(records: Records, of: Any) -> Figure:
    """Finished reviews in which the routes were decided on."""
    decided = {fact.case_id for fact in records.facts_of(of.process, _asking_routes(records, of))}
    counted = [
        Counted("case", case, case in decided, "chosen" if case in decided else "not chosen yet")
        for case in _finished(records, of.process)
    ]
    return share(counted, of.at_least, "reviews with routes chosen")


def _asking_routes(records: Records, of: Any) -> set[str]:
    """The steps whose form asks, route by route, which of the pack's routes are used."""
    routes = records.pack.routes.keys()
    steps = records.pack.processes[of.process].steps
    return {step.id for step in steps if len(routes & records.pack.questions(step).keys()) > 1}
