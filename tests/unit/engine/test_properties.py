"""What holds of every case: of the sample pack, and of processes made up at random."""

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.unit.engine.packs import write
from tests.unit.engine.samples import sample
from tests.unit.engine.test_proof import named
from tests.unit.engine.walks import walk
from uplift.engine.process import BUILT_IN, Fact, Position, State, may_record, position
from uplift.engine.spec import PackErrors, read_pack

SEEDS = st.integers(0, 10**6)
PROCESSES = st.sampled_from(["scr", "adults", "learning_review"])


def went(process: str, seed: int) -> list[Fact]:
    """The facts of a case that went all the way, by chance."""
    return walk(sample(), process, random.Random(seed).choice)


def stand(process: str, facts: list[Fact], today: date | None = None) -> Position:
    """Where the case stands, on the day of its last fact unless another is given."""
    return position(sample(), process, facts, today or max(fact.on for fact in facts))


@given(PROCESSES, SEEDS)
def test_every_case_can_be_taken_to_its_end(process: str, seed: int):
    assert stand(process, went(process, seed)).ended


@given(PROCESSES, SEEDS, st.randoms())
def test_order_of_independent_facts_never_matters(process: str, seed: int, chance: Any):
    facts = went(process, seed)[:12]
    # Facts of one step on one day follow one another; all others are independent.
    assume(len({(one.step, one.item, one.on) for one in facts}) == len(facts))
    shuffled = list(facts)
    chance.shuffle(shuffled)
    assert stand(process, shuffled) == stand(process, facts)


@given(PROCESSES, SEEDS, st.integers(0, 30), st.integers(-20, 20))
def test_correction_equals_having_recorded_it_right(process: str, seed: int, which: int, days: int):
    right = went(process, seed)
    number = which % len(right)
    wrong = replace(
        right[number],
        id="wrong",
        on=right[number].on + timedelta(days=days),
        outcome=None,
        values={},
    )
    corrected = [*right, replace(right[number], corrects="wrong")]
    corrected[number] = wrong
    today = max(fact.on for fact in right)
    assert stand(process, corrected, today) == stand(process, right, today)


@given(PROCESSES, SEEDS, st.integers(0, 30))
def test_withdrawn_record_equals_none(process: str, seed: int, which: int):
    facts = went(process, seed)
    number = which % len(facts)
    without = facts[:number] + facts[number + 1 :]
    assume(without)
    recorded = list(facts)
    recorded[number] = replace(facts[number], id="slip")
    recorded.append(Fact(facts[number].step, facts[number].on, corrects="slip", void=True))
    today = max(fact.on for fact in facts)
    assert stand(process, recorded, today) == stand(process, without, today)


@given(PROCESSES, SEEDS, st.integers(0, 500))
def test_what_is_known_on_a_day_does_not_depend_on_what_came_later(
    process: str, seed: int, days: int
):
    facts = went(process, seed)
    today = min(fact.on for fact in facts) + timedelta(days=days)
    known = [fact for fact in facts if fact.on <= today]
    assert stand(process, facts, today) == stand(process, known, today)


@given(PROCESSES, SEEDS)
def test_what_is_not_needed_is_never_late_and_never_due(process: str, seed: int):
    for step in stand(process, went(process, seed), date(2030, 1, 1)).steps:
        if step.state is State.NOT_NEEDED:
            assert not step.late
            assert step.due is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["score", "evidence", "from", "to", "x"]), inner)
    ),
    max_leaves=6,
)
STEPS = [(name, step) for name, p in sample().processes.items() for step in p.steps]
ASKED = {name for _, step in STEPS for name in sample().questions(step)}
BESIDES = ["reasons", "late_reason", "present", "cast_by", "reason", "to", "step", "x"]
NAMES = st.sampled_from([*BESIDES, *sorted(ASKED)])


@given(
    st.sampled_from(
        [*((p, s.id) for p, s in STEPS), *(("scr", name) for name in sorted(BUILT_IN))]
    ),
    st.dictionaries(NAMES, JSON, max_size=6),
    st.none() | st.text(max_size=5),
    st.booleans(),
)
def test_nonsense_is_refused_in_sentences(
    step: tuple[str, str], values: dict[str, Any], word: str | None, void: bool
):
    process, name = step
    fact = Fact(name, date(2014, 3, 3), word, word, values, corrects=word, void=void)
    refused = may_record(
        sample(), process, [], fact, roles=list(sample().roles), today=date(2014, 3, 3)
    )
    assert all(one.sentence.endswith(".") for one in refused)
    # Even if it were recorded, a position could still be read.
    assert position(sample(), process, [fact], date(2014, 3, 4)).steps


WORDS = st.sampled_from(
    [
        "{0}",
        "{{not: {0}}}",
        "{{outcome: {{{0}: go}}}}",
        "{{outcome: {{{0}: [stop, more]}}}}",
        "{{any: [{0}, {{not: {1}}}]}}",
        "{{all: [{0}, {{outcome: {{{1}: stop}}}}]}}",
        "{{any: [{{outcome: {{{0}: go}}}}, {{outcome: {{{1}: go}}}}]}}",
        "{{elapsed: {{since: {0}, at_least: 1 week}}}}",
        "{{answer: {{start.told: yes}}}}",
        "{{answer: {{start.colour: red}}}}",
    ]
)
EXTRAS = st.sampled_from(
    ["", ", duty: may", ", each: start.agencies", ", due: {{within: 1 week, of: {0}}}"]
)
OUTCOMES = ", outcomes: {go: {name: Go}, stop: {name: Stop}, more: {name: More, again: true}}"


@st.composite
def processes(draw: Any) -> str:
    """A process of a few steps, each after conditions on steps before it."""
    steps = [f"s0, after: start{OUTCOMES}", f"s1, after: start{OUTCOMES}"]
    for number in range(2, draw(st.integers(3, 7))):
        earlier = [f"s{n}" for n in range(number)]
        one, other = draw(st.sampled_from(earlier)), draw(st.sampled_from(earlier))
        after = draw(WORDS).format(one, other)
        extra = draw(EXTRAS).format(other)
        outcomes = "" if "each" in extra else OUTCOMES
        steps.append(f"s{number}, after: {after}{extra}{outcomes}")
    return named(*steps)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(processes(), SEEDS)
def test_what_is_proved_holds(tmp_path: Path, text: str, seed: int):
    """A process that was proved sound never gets stuck, however the dice fall."""
    try:
        pack = read_pack(write(tmp_path, text))
    except PackErrors:
        assume(False)
    walk(pack, "scr", random.Random(seed).choice)


@pytest.mark.parametrize("process", ["scr", "adults"])
def test_every_step_opens_in_some_case(process: str):
    steps = {step.id for step in sample().processes[process].steps}
    seen: set[str] = set()
    for seed in range(200):
        seen |= {fact.step for fact in went(process, seed)}
    assert steps <= seen
