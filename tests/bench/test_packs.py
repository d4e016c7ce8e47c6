"""How long it takes to read and prove the packs, and to tell where a finished case stands."""

import random
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from tests.unit.engine.walks import walk
from uplift.engine.process import Fact, position
from uplift.engine.shelf import SHIPPED, shipped
from uplift.engine.spec import Pack, read_pack

Figure = Callable[[str, float, str, int], None]
ROUNDS = 7


def best(call: Callable[[], Any]) -> float:
    """The seconds it takes when nothing else is in the way."""
    taken = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        call()
        taken.append(time.perf_counter() - started)
    return min(taken)


def longest(pack: Pack) -> list[tuple[str, list[Fact]]]:
    """A finished case of each process of 20 steps or more."""
    return [
        (process.id, walk(pack, process.id, random.Random(1).choice))
        for process in pack.processes.values()
        if len(process.steps) >= 20
    ]


def test_reading_and_proving(figure: Figure) -> None:
    seconds, clauses = 0.0, 0
    for name in shipped():
        seconds += best(partial(read_pack, SHIPPED / name))
        clauses += len(read_pack(SHIPPED / name).clauses)
    figure("packs read and proved, per 100 clauses", seconds * 1000 / clauses * 100, "ms", clauses)


def test_position_of_a_finished_case(figure: Figure) -> None:
    for name in shipped():
        pack = read_pack(SHIPPED / name)
        for process, facts in longest(pack):
            today = max(fact.on for fact in facts)
            once = best(partial(position, pack, process, facts, today))
            label = f"position, {name} {process}, {len(pack.processes[process].steps)} steps"
            figure(label, once * 1_000_000, "µs", len(facts))


def test_a_position_takes_time_in_proportion_to_the_facts(figure: Figure) -> None:
    pack = read_pack(SHIPPED / "warrington-2013")
    facts = walk(pack, "scr", random.Random(1).choice)
    today = max(fact.on for fact in facts)
    pair = [Fact("pause", facts[0].on), Fact("resume", facts[0].on)]
    few, many = (
        best(partial(position, pack, "scr", [*facts, *pair * number], today))
        for number in (500, 2_000)
    )
    figure("position, four times the facts", many / few, "times", 4_000)
    assert many < few * 12
