"""Letters that the framework drafts and a person reads, changes and sends."""

from dataclasses import dataclass

from uplift.engine.spec import Step
from uplift.engine.spec.papers import PLACEHOLDER, Notice
from uplift.ground.identity.models import User
from uplift.ground.ui.filters.dates import day
from uplift.loop.cases.opened import Opened
from uplift.loop.cases.sources import Sources

#: A line of a notice this long was wrapped by its author; a shorter one ends where it should.
WRAPPED = 60
#: What stands where the case doesn't say it yet.
BLANK = "[…]"


@dataclass(frozen=True, slots=True)
class Letter:
    """A drafted letter; `body` is Markdown."""

    to: str
    subject: str
    body: str


def letter_of(opened: Opened, step: Step, sender: User, item: str = "") -> Letter | None:
    """The letter that the step drafts, filled from the case; nothing where it drafts none."""
    notice = opened.pack.notices.get(step.notice or "")
    if notice is None:
        return None
    to = opened.item_name(item) if item else _body(opened, notice)
    said = {
        "board.name": opened.reach.board.name,
        "body.name": to,
        "sender.name": sender.name,
        "sender.role": _acting(opened, step),
        "today": day(opened.reach.today),
    }
    sources = Sources(opened)

    def fill(text: str) -> str:
        return PLACEHOLDER.sub(
            lambda found: said.get(found[1]) or sources.find(found[1]) or BLANK, _unwrapped(text)
        )

    return Letter(to=to, subject=fill(notice.subject), body=fill(notice.body))


def _body(opened: Opened, notice: Notice) -> str:
    body = opened.pack.bodies.get(notice.to)
    return body.name if body else notice.to


def _unwrapped(text: str) -> str:
    """The text with one line a paragraph, so that it can be changed and printed."""
    lines = [line.rstrip() for line in text.split("\n")]
    joined = [
        line + (" " if len(line) > WRAPPED and after else "\n")
        for line, after in zip(lines, [*lines[1:], ""], strict=True)
    ]
    return "".join(joined).strip()


def _acting(opened: Opened, step: Step) -> str:
    """The role in which this person writes: the step's own, else one that enters records for it."""
    acting = opened.roles & opened.pack.may_enter(step)
    role = step.by if step.by in acting else min(acting, default="")
    return opened.pack.roles[role].name if role else ""
