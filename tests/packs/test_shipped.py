"""Every pack that comes with the product: sound, its scenarios true, its pictures up to date."""

import random
import time
from pathlib import Path
from typing import Any

import pytest

from tests.unit.engine.walks import walk
from uplift.engine.clauses import clause_statuses
from uplift.engine.diagram import documents
from uplift.engine.process import Fact, position
from uplift.engine.scenarios import read_scenarios, run
from uplift.engine.shelf import SHIPPED, shipped
from uplift.engine.spec import Pack, read_pack

DRAWN = Path(__file__).parents[2] / "docs" / "processes"
PACKS = shipped()
READ = {name: read_pack(SHIPPED / name) for name in PACKS}
PROCESSES = [(name, process) for name, pack in READ.items() for process in pack.processes]
SCENARIOS = [
    pytest.param(name, scenario, id=f"{name}: {scenario.scenario}")
    for name in PACKS
    for scenario, _ in read_scenarios(SHIPPED / name)[0]
]


def test_there_are_packs():
    assert PACKS


@pytest.mark.parametrize("name", PACKS)
def test_id_is_the_folder(name: str):
    assert READ[name].pack == name


@pytest.mark.parametrize("name", PACKS)
def test_scenarios_can_be_read(name: str):
    assert read_scenarios(SHIPPED / name)[1] == []


@pytest.mark.parametrize(("name", "scenario"), SCENARIOS)
def test_scenario(name: str, scenario: Any):
    assert list(run(READ[name], scenario)) == []


@pytest.mark.parametrize("name", PACKS)
def test_every_clause_has_a_status(name: str):
    rows = clause_statuses(READ[name])
    assert len(rows) == len(READ[name].clauses)
    assert all(row.by for row in rows)


@pytest.mark.parametrize("name", PACKS)
def test_drawings_are_up_to_date(name: str):
    """When this fails: uplift pack docs NAME."""
    made = documents(READ[name], SHIPPED / name)
    kept = {path.name: path.read_text(encoding="utf-8") for path in (DRAWN / name).glob("*")}
    assert kept == made


@pytest.mark.parametrize("name", PACKS)
def test_edition_survives_storage(name: str):
    assert Pack.model_validate_json(READ[name].model_dump_json()) == READ[name]


@pytest.mark.parametrize(("name", "process"), PROCESSES)
def test_whatever_is_decided_a_case_comes_to_its_end(name: str, process: str):
    for seed in range(8):
        assert walk(READ[name], process, random.Random(seed).choice)


@pytest.mark.parametrize(("name", "process"), PROCESSES)
def test_position_of_a_finished_case_is_quick(name: str, process: str):
    facts = walk(READ[name], process, random.Random(1).choice)
    assert _milliseconds(READ[name], process, facts) < 20


@pytest.mark.parametrize("name", PACKS)
def test_position_takes_time_in_proportion_to_the_facts(name: str):
    """Eight times the facts in less than thrice eight times the time: far from eight squared."""
    process = max(READ[name].processes.values(), key=lambda one: len(one.steps)).id
    facts = walk(READ[name], process, random.Random(1).choice)
    more = [Fact("pause", facts[0].on), Fact("resume", facts[0].on)] * 300
    small = _milliseconds(READ[name], process, [*facts, *more])
    large = _milliseconds(READ[name], process, [*facts, *more * 8])
    assert large < small * 24


def _milliseconds(pack: Pack, process: str, facts: list[Fact]) -> float:
    """The best of a few runs: what it takes when nothing else is in the way."""
    today = max(fact.on for fact in facts)
    best = float("inf")
    for _ in range(5):
        started = time.perf_counter()
        position(pack, process, facts, today)
        best = min(best, time.perf_counter() - started)
    return best * 1000
