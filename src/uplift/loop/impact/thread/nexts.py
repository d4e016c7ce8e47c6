"""Where a thread is stuck, and what would be next."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from django.urls import reverse

from uplift.ground.access.reach import Reach
from uplift.ground.ui.filters.dates import day
from uplift.ground.ui.filters.text import plural
from uplift.ground.ui.refusal import Refusal
from uplift.loop.actions import policies as acting
from uplift.loop.actions.models import Action
from uplift.loop.impact import policies
from uplift.loop.impact.thread.parts import Thread
from uplift.loop.learning import policies as learning
from uplift.loop.sharing import policies as sharing


class Next(NamedTuple):
    """What is next, by whom, by when and why then; `url` and `action` make the button, and
    `refusal` is what stands there for who may not press it."""

    title: str
    why: str
    url: str = ""
    action: str = ""
    who: str = ""
    due: dt.date | None = None
    refusal: Refusal | None = None


def next_of(thread: Thread, reach: Reach) -> Next | None:
    """The first thing that keeps the thread from going on; None when it has come to its end."""
    return next((found for step in _STEPS if (found := step(thread, reach))), None)


def _to(name: str, reach: Reach, *args: object, query: str = "") -> str:
    return reverse(name, args=(reach.board.slug, *args)) + query


def _release(thread: Thread, reach: Reach) -> Next | None:
    finding = thread.finding
    if finding.released_on:
        return None
    return Next(
        "Release the finding",
        "Until then only those who see its case see it, and it can't be shared.",
        _to("learning:release", reach, finding.number),
        "Read it once more",
        refusal=learning.may_release(reach, finding),
    )


def _group(thread: Thread, reach: Reach) -> Next | None:
    if thread.themes or thread.finding.themed_on:
        return None
    return Next(
        "Put it in a theme",
        "Findings that say the same are worked on together, wherever they came from.",
        _to("learning:put", reach, thread.finding.number),
        "Choose a theme",
        refusal=learning.may_manage(reach),
    )


def _aim(thread: Thread, reach: Reach) -> Next | None:
    if thread.outcomes or not thread.themes:
        return None
    return Next(
        "Set an outcome",
        "Say what will be different and how anyone will see it, before deciding what to do.",
        _to("learning:new_outcome", reach, thread.themes[0].pk),
        "Set an outcome",
        refusal=learning.may_manage(reach),
    )


def _propose(thread: Thread, reach: Reach) -> Next | None:
    if thread.live or thread.finding.acted_on:
        return None
    why = "Nobody has been asked to do anything yet."
    if thread.actions:
        first = thread.actions[0]
        why = f"{first.agency} declined: {first.reason[:300]}"
    return Next(
        "Propose an action",
        why,
        _to("actions:new", reach, query=f"?finding={thread.finding.number}"),
        "Propose an action",
        refusal=acting.may_propose(reach),
    )


def _answer(thread: Thread, reach: Reach) -> Next | None:
    waiting = [one for one in thread.open if one.status == Action.Status.PROPOSED]
    if not waiting:
        return None
    first = min(waiting, key=lambda one: one.made_on)
    days = (thread.today - first.made_on).days
    return Next(
        "Accept or decline the action",
        f"{first.agency} was asked {_ago(days)} and has not answered: {first.title}",
        _to("actions:action", reach, first.number),
        "Open the action",
        who=first.agency.name,
        due=first.due,
    )


def _late(thread: Thread, reach: Reach) -> Next | None:
    if not thread.late:
        return None
    first = thread.late[0]
    return Next(
        "Finish the action",
        f"{first.agency} has not shown that it is done: {first.title}",
        _to("actions:action", reach, first.number),
        "Open the action",
        who=first.agency.name,
        due=first.due,
    )


def _share(thread: Thread, reach: Reach) -> Next | None:
    if thread.issued:
        return None
    if thread.briefings:
        draft = thread.briefings[0]
        return Next(
            "Issue the briefing",
            "It is written, and nobody outside reads it yet.",
            _to("sharing:briefing", reach, draft.number),
            "Open the briefing",
            refusal=sharing.may_share(reach),
        )
    return Next(
        "Write a briefing",
        "Practitioners haven't heard of it yet.",
        _to("sharing:new", reach, query=f"?finding={thread.finding.number}"),
        "Write a briefing",
        refusal=sharing.may_share(reach),
    )


def _spread(thread: Thread, reach: Reach) -> Next | None:
    if thread.finding.shared_on or thread.confirmations:
        return None
    return Next(
        "Ask agencies to pass it on",
        "The briefing is issued, and nobody has said yet that it reached anyone.",
        _to("sharing:ask", reach, thread.issued[0].number),
        "Ask agencies",
        refusal=sharing.may_share(reach),
    )


def _confirm(thread: Thread, reach: Reach) -> Next | None:
    if not thread.unconfirmed:
        return None
    first = thread.unconfirmed[0]
    days = (thread.today - first.asked_on).days
    others = len(thread.unconfirmed) - 1
    more = f" So has {plural(others, 'other agency', 'other agencies')}." if others else ""
    own = reach.may_for("confirm_sharing", first.agency_id)
    return Next(
        f"{first.agency} confirms that it passed the briefing on",
        f"It has had the briefing for {plural(days, 'day')} and has not confirmed.{more}",
        _to("sharing:confirm", reach, first.pk) if own else _to("sharing:waiting", reach),
        "Confirm" if own else "Ask again",
        who=first.agency.name,
        due=first.due,
        refusal=None if own else sharing.may_share(reach),
    )


def _do(thread: Thread, reach: Reach) -> Next | None:
    if not thread.open:
        return None
    first = thread.open[0]
    return Next(
        first.title,
        f"{plural(len(thread.open), 'action is', 'actions are')} under way; this is due first.",
        _to("actions:action", reach, first.number),
        "Open the action",
        who=first.agency.name,
        due=first.due,
    )


def _evaluate(thread: Thread, reach: Reach) -> Next | None:
    outcome = thread.planned
    if outcome is None or outcome.next_on is None:
        return None
    due = outcome.next_on <= thread.today
    return Next(
        "Evaluate whether it made a difference",
        f"Planned for {day(outcome.next_on)}: {outcome.evaluate_how}",
        _to("impact:evaluate" if due else "impact:outcome", reach, outcome.pk),
        "Evaluate" if due else "Open the outcome",
        due=outcome.next_on,
        refusal=policies.may_evaluate(reach) if due else None,
    )


def _embed(thread: Thread, reach: Reach) -> Next | None:
    done = [one for one in thread.finished if one.status == Action.Status.DONE]
    if not done:
        return None
    return Next(
        "See whether it lasts",
        f"{plural(len(done), 'action is', 'actions are')} done and not yet known to last.",
        _to("actions:action", reach, done[0].number),
        "Open the action",
        refusal=acting.may_embed(reach, done[0]),
    )


def _ago(days: int) -> str:
    return "today" if days == 0 else f"{plural(days, 'day')} ago"


_STEPS: tuple[Callable[[Thread, Reach], Next | None], ...] = (
    *(_release, _group, _aim, _propose, _answer, _late),
    *(_share, _spread, _confirm, _do, _embed, _evaluate),
)
