"""The six boxes of a thread, each with its real state."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from django.urls import reverse

from uplift.engine.spec.document import LearningStage
from uplift.ground.ui.filters.dates import day
from uplift.ground.ui.filters.text import plural, sentence
from uplift.loop.impact.models import Evaluation
from uplift.loop.impact.thread.parts import Thread
from uplift.loop.learning.queries import source_in_words

LINE = 90  # characters that a line of a box has room for
NAMED = 3  # agencies named; more are counted


class Box(NamedTuple):
    """`state` is done, open, late or waiting; `lines` say it in words; `current` is the first box
    that isn't done."""

    title: str
    lines: list[str]
    url: str
    state: str
    current: bool = False


def boxes(thread: Thread, names: Mapping[str, str]) -> list[Box]:
    """Found, theme, outcome, action, shared, impact; `names` are what the board's framework calls
    the stages of learning."""
    drawn = {stage: make(thread) for stage, make in _STAGES.items()}
    made = [box._replace(title=names.get(stage, box.title)) for stage, box in drawn.items()]
    stuck = next((box for box in made if box.state != "done"), None)
    return [box._replace(current=box is stuck) for box in made]


def _found(thread: Thread) -> Box:
    finding = thread.finding
    lines = [short(source_in_words(finding)), day(finding.found_on)]
    if thread.voices:
        lines.append(plural(len(thread.voices), "voice"))
    if not finding.released_on:
        return Box("Found", [*lines, "not released yet"], "#found", "open")
    return Box("Found", lines, "#found", "done")


def _theme(thread: Thread) -> Box:
    if not thread.themes:
        return Box("Theme", ["in none yet"], "", "waiting")
    lines = [short(theme.name) for theme in thread.themes[:2]]
    years = [theme.priority_year for theme in thread.themes if theme.priority_year]
    if years:
        lines.append(f"priority {max(years)}")
    slug = thread.finding.board.slug
    return Box("Theme", lines, reverse("learning:theme", args=(slug, thread.themes[0].pk)), "done")


def _outcome(thread: Thread) -> Box:
    if not thread.outcomes:
        return Box("Outcome", ["none set yet"], "", "waiting")
    first = thread.outcomes[0]
    lines = [
        short(first.statement),
        f"{short(first.baseline, 30)} → {short(first.target, 30)}",
        f"by {day(first.due)}",
    ]
    if len(thread.outcomes) > 1:
        lines.append(f"and {len(thread.outcomes) - 1} more")
    url = reverse("impact:outcome", args=(thread.finding.board.slug, first.pk))
    return Box("Outcome", lines, url, "done")


def _action(thread: Thread) -> Box:
    if not thread.actions:
        elsewhere = ["others act on it"] if thread.finding.acted_on else ["none yet"]
        return Box("Action", elsewhere, "", "open" if thread.finding.acted_on else "waiting")
    slug, number = thread.finding.board.slug, thread.finding.number
    url = reverse("actions:list", args=(slug,)) + f"?finding={number}"
    agencies = {one.agency.name: None for one in thread.live}
    lines = [plural(len(thread.actions), "action"), ", ".join(_counts(thread)), named(agencies)]
    state = "late" if thread.late or not thread.live else "open" if thread.open else "done"
    return Box("Action", [line for line in lines if line], url, state)


def _counts(thread: Thread) -> Iterator[str]:
    declined = len(thread.actions) - len(thread.live)
    for number, word in (
        (len(thread.finished), "done"),
        (len(thread.open) - len(thread.late), "open"),
        (len(thread.late), "late"),
        (declined, "declined"),
    ):
        if number:
            yield f"{number} {word}"


def _shared(thread: Thread) -> Box:
    if not thread.briefings:
        return Box("Shared", ["with nobody yet"], "", "waiting")
    slug = thread.finding.board.slug
    url = reverse("sharing:briefing", args=(slug, thread.briefings[0].number))
    if not thread.issued:
        return Box("Shared", ["a briefing is being written"], url, "open")
    whole = f" of {thread.staff:,}" if thread.staff else ""
    lines = [f"{thread.reached:,}{whole} {'person' if thread.reached == 1 else 'people'}"]
    if thread.unconfirmed:
        lines.append(f"not confirmed: {named({c.agency.name: None for c in thread.unconfirmed})}")
    late = any(one.due < thread.today for one in thread.unconfirmed)
    settled = thread.finding.shared_on and not thread.unconfirmed
    return Box("Shared", lines, url, "late" if late else "done" if settled else "open")


def _impact(thread: Thread) -> Box:
    slug = thread.finding.board.slug
    planned = thread.planned
    due = f"evaluation on {day(planned.next_on)}" if planned else ""
    overdue = bool(planned and planned.next_on and planned.next_on < thread.today)
    if not thread.evaluations:
        url = reverse("impact:outcome", args=(slug, planned.pk)) if planned else ""
        lines = [line for line in (due, "not known yet") if line]
        return Box("Impact", lines, url, "late" if overdue else "waiting")
    last = thread.evaluations[0]
    url = reverse("impact:evaluation", args=(slug, last.pk))
    lines = [last.get_difference_display(), day(last.on), *([due] if due else [])]
    shown = last.difference in (Evaluation.Difference.YES, Evaluation.Difference.PARTLY)
    return Box("Impact", lines, url, "late" if overdue else "done" if shown else "open")


# by the stage of learning as a framework names it
_STAGES: dict[LearningStage, Callable[[Thread], Box]] = {
    "finding": _found,
    "theme": _theme,
    "outcome": _outcome,
    "action": _action,
    "sharing": _shared,
    "evaluation": _impact,
}


def named(names: dict[str, None]) -> str:
    """Names in a row; beyond the first few they are counted."""
    listed = list(names)
    rest = len(listed) - NAMED
    return sentence([*listed[:NAMED], f"{rest} more"] if rest > 0 else listed)


def short(text: str, most: int = LINE) -> str:
    """The text, cut at a word when it is longer than there is room for."""
    return text if len(text) <= most else text[: most - 1].rpartition(" ")[0] + " …"
