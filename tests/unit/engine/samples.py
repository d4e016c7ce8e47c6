"""A made-up pack, and short ways to write facts about its cases."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from uplift.engine.process import Fact, Position, Refused, StepPosition, may_record, position
from uplift.engine.spec import Pack, read_pack

SAMPLE = Path(__file__).parent / "sample"


@cache
def sample() -> Pack:
    """The sample pack, read once."""
    return read_pack(SAMPLE)


def day(text: str) -> date:
    """31 Jan 2014, as 2014-01-31."""
    return date.fromisoformat(text)


def fact(
    step: str, on: str, outcome: str | None = None, /, *, item: str | None = None, **values: Any
) -> Fact:
    """A fact; further names are its values."""
    return Fact(step, day(on), item=item, outcome=outcome, values=values)


def stand(
    facts: list[Fact], today: str, process: str = "scr", opened: str | None = None
) -> Position:
    """Where a case of the sample pack stands."""
    return position(sample(), process, facts, day(today), opened=day(opened) if opened else None)


def step(facts: list[Fact], today: str, name: str, process: str = "scr") -> StepPosition:
    """Where one step of it stands."""
    return stand(facts, today, process).step(name)


def refusals(
    facts: list[Fact], wanted: Fact, today: str, roles: list[str], **more: Any
) -> tuple[Refused, ...]:
    """What stands against recording a fact in a case of the sample pack."""
    process = more.pop("process", "scr")
    return may_record(sample(), process, facts, wanted, roles=roles, today=day(today), **more)


def codes(refused: tuple[Refused, ...]) -> set[str]:
    """The codes of refusals."""
    return {one.code for one in refused}


NOTIFIED = fact("notified", "2014-01-31")
REFERRED = fact("refer", "2014-02-03")
PANEL = fact("panel", "2014-02-25", "scr")
CHAIR = fact("chair", "2014-02-28", "scr")
LEAD = fact("lead", "2014-03-10", person="Ann Lowe")
SCOPING = fact("scoping", "2014-03-20", agencies=["Police", "Health"])
TOLD = fact("tell_incident", "2014-02-04")

ASKED = [NOTIFIED, REFERRED, TOLD]
UNDER_REVIEW = [*ASKED, PANEL, CHAIR, LEAD, SCOPING]
