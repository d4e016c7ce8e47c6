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
KEYS = ("step", "on", "item", "outcome", "values", "by", "id", "corrects", "void")


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
    fault = next(_faults(pack, row), None)
    if fault:
        raise FactsError(f"Fact {number}: {fault}")
    return Fact(
        step=row["step"],
        on=date.fromisoformat(row["on"]),
        item=row.get("item"),
        outcome=row.get("outcome"),
        values=row.get("values") or {},
        by=row.get("by") or "",
        id=row.get("id"),
        corrects=row.get("corrects"),
        void=row.get("void") or False,
    )


def _faults(pack: Pack, row: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a fact, the plainest thing first."""
    yield from (f"“{key}” isn't known; a fact has {say_list(KEYS)}." for key in row.keys() - KEYS)
    if not isinstance(row.get("step"), str):
        yield "“step” must be text."
    yield from (f"“{key}” must be text." for key in TEXTS if not _is(row.get(key), str))
    if not _is_day(row.get("on")):
        yield "“on” must be a date such as 2014-01-31."
    if not _is(row.get("values"), dict):
        yield "“values” must be a mapping."
    if not _is(row.get("void"), bool):
        yield "“void” must be true or false."
    yield from _step_faults(pack, row)


def _is(value: Any, kind: type) -> bool:
    """Whether a value that may be left out is of this kind."""
    return value is None or isinstance(value, kind)


def _step_faults(pack: Pack, row: dict[str, Any]) -> Iterator[str]:
    name, outcome = row["step"], row.get("outcome")
    if name == CONVERT and (row.get("values") or {}).get("to") not in pack.processes:
        yield f"“to” must be one of {say_list(pack.processes)}."
    if name in BUILT_IN:
        return
    named = [p.by_id[name] for p in pack.processes.values() if name in p.by_id]
    if not named:
        yield f"There is no step “{name}” in {pack.pack}."
    elif outcome is not None and not any(outcome in step.outcomes for step in named):
        yield f"“{name}” has no outcome “{outcome}”."


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and FIRST_DAY <= date.fromisoformat(value) <= LAST_DAY
    except ValueError:
        return False
