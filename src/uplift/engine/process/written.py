"""Facts written down as JSON: a list of step, on, and what else is known of each."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from uplift.engine.clock import FIRST_DAY, LAST_DAY
from uplift.engine.process.facts import BUILT_IN, CONVERT, Fact
from uplift.engine.spec import Pack
from uplift.engine.text import say_list

TEXTS = ("item", "outcome", "by", "id", "corrects")
KEYS = ("step", "on", *TEXTS, "values", "void")


class FactsError(ValueError):
    """Facts that cannot be read; the message says which and why."""


def read_facts(pack: Pack, text: str) -> list[Fact]:
    """The facts in `text`; raises FactsError with a sentence."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FactsError(f"The facts aren't JSON: {error}.") from None
    if not isinstance(data, list):
        raise FactsError("The facts must be a list.")
    return [_fact(pack, number, row) for number, row in enumerate(data, 1)]


def _fact(pack: Pack, number: int, row: Any) -> Fact:
    if not isinstance(row, dict):
        raise FactsError(f"Fact {number} must have keys: {say_list(KEYS)}.")
    for fault in _faults(pack, row):
        raise FactsError(f"Fact {number}: {fault}")
    return Fact(
        step=row["step"],
        on=date.fromisoformat(row["on"]),
        values=row.get("values") or {},
        void=row.get("void") or False,
        **{key: value for key in ("item", "outcome", "id", "corrects") if (value := row.get(key))},
        by=row.get("by") or "",
    )


def _faults(pack: Pack, row: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a fact, the first thing first."""
    for key in row:
        if key not in KEYS:
            yield f"“{key}” isn't known; a fact has {say_list(KEYS)}."
    yield from _step_faults(pack, row)
    if not _is_day(row.get("on")):
        yield "“on” must be a date such as 2014-01-31."
    for key in TEXTS:
        if not isinstance(row.get(key), str | None):
            yield f"“{key}” must be text."
    values = row.get("values")
    if not isinstance(values, dict | None):
        yield "“values” must be a mapping."
    elif row.get("step") == CONVERT and (values or {}).get("to") not in pack.processes:
        yield f"“to” must be one of {say_list(pack.processes)}."
    if not isinstance(row.get("void"), bool | None):
        yield "“void” must be true or false."


def _step_faults(pack: Pack, row: dict[str, Any]) -> Iterator[str]:
    name, outcome = row.get("step"), row.get("outcome")
    steps = [step for process in pack.processes.values() for step in process.steps]
    named = [step for step in steps if step.id == name]
    if name in BUILT_IN:
        return
    if not named:
        yield f"There is no step “{name}” in {pack.pack}."
    elif outcome is not None and not any(outcome in step.outcomes for step in named):
        yield f"“{name}” has no outcome “{outcome}”."


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and FIRST_DAY <= date.fromisoformat(value) <= LAST_DAY
    except ValueError:
        return False
