"""What is proved of a process when its pack is read: nothing gets stuck, whatever is decided."""

import time
from pathlib import Path

import pytest

from tests.unit.engine.packs import errors, read

HEAD = """\
pack: tiny-2014
name: A tiny framework
people: children
source: {title: Tiny}
roles: {chair: {name: Chair}}
criteria:
  scr:
    name: Criteria
    ask: {died: {question: Died?}, harmed: {question: Harmed?}}
    met: died
    consider: harmed
forms:
  naming:
    name: Naming
    fields:
      - {id: agencies, ask: Which?, type: agency, many: true}
      - {id: planned, ask: When?, type: date}
      - {id: told, ask: Told?, type: yes_no}
      - {id: colour, ask: Colour?, type: one_of, choices: {red: Red, blue: Blue}}
      - {id: methods, ask: Methods?, type: many_of, choices: {a: A, b: B}}
      - {id: spells, ask: Spells?, type: periods}
  optional:
    name: May be left blank
    fields: [{id: agencies, ask: Which?, type: agency, many: true, required: false}]
processes:
  scr:
    name: Review
    starts: start
    stages: {all: All}
    steps:
      - {id: start, name: Start, kind: record, stage: all, by: chair, form: naming}
"""
SPELLS = "periods: start.spells, from: {of: start.planned"
OUTCOMES = "outcomes: {go: {name: Go}, stop: {name: Stop}, more: {name: More, again: true}}"


def process(*steps: str) -> str:
    """A pack whose review has these steps after its start."""
    lines = (f"      - {{kind: record, stage: all, by: chair, {step}}}\n" for step in steps)
    return HEAD + "".join(lines)


def named(*steps: str) -> str:
    """The same for steps written as `id, what else`, each named like its id."""
    return process(
        *(
            f"id: {s.split(',')[0]}, name: {s.split(',')[0].title()}{s[len(s.split(',')[0]) :]}"
            for s in steps
        )
    )


@pytest.mark.parametrize(
    "steps",
    [
        ["a, after: start", "b, after: a"],
        [f"a, {OUTCOMES}, after: start", "b, after: {outcome: {a: go}}"],
        [f"a, {OUTCOMES}, after: start", "b, after: {outcome: {a: more}}"],
        [f"a, {OUTCOMES}, after: start", "b, after: {outcome: {a: go}}", "c, after: {not: b}"],
        ["a, duty: may, after: start", "b, after: a"],
        ["a, duty: may, after: start, until: b", "b, after: start"],
        ["a, after: {answer: {start.told: yes}}", "b, after: {any: [a, {not: a}]}"],
        ["a, after: {answer: {start.colour: [red, blue]}}"],
        ["a, after: {all: [{answer: {start.methods: a}}, {answer: {start.methods: b}}]}"],
        ["a, after: {elapsed: {since: start.planned, at_least: 1 week}}"],
        ["a, after: {elapsed: {since: opened, at_least: 1 week}}"],
        ["a, criteria: scr, after: start", "b, after: {criteria: {scr: met}}"],
        ["a, duty: may, criteria: scr, after: start", "b, after: {criteria: {scr: met}}"],
        ["a, after: start", "b, after: {done: [start, a]}", "c, after: {not: {not: b}}"],
        ["a, criteria: scr, after: start", "b, after: {criteria: {scr: consider}}"],
        [
            "a, criteria: scr, after: start",
            "b, after: {all: [{criteria: {scr: not_met}}, {not: {criteria: {scr: consider}}}]}",
        ],
        ["a, each: start.agencies, after: start", "b, after: {some: {of: a, count: 2}}"],
        [
            f"a, each: start.agencies, {OUTCOMES}, after: start",
            "b, after: {some: {of: a, count: 2, outcome: stop}}",
        ],
        ["a, form: optional, after: start", "b, each: a.agencies, after: a", "c, after: {not: b}"],
        ["a, repeat: {every: 1 month, from: start, until: b}, after: start", "b, after: start"],
        ["a, duty: may, repeat: {until: b}, after: start", "b, duty: may, after: start"],
        [
            f"a, after: {{during: {{{SPELLS}, minus: 1 month}}, to: opened}}}}",
            f"b, after: {{not: {{during: {{{SPELLS}, minus: 2 months}}, to: start}}}}}}",
        ],
        [
            "a, after: start, due: {any_of: [{within: 1 day, of: start}, {before: b, by: 1 day}]}",
            "b, duty: may, after: start",
        ],
    ],
)
def test_sound(tmp_path: Path, steps: list[str]):
    assert errors(tmp_path, named(*steps)) == []


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        (["a, after: b", "b, after: a"], "32: Steps wait for one another: a → b → a."),
        (["a, after: a"], "32: Steps wait for one another: a → a."),
        (
            ["a, duty: may, after: start, until: b", "b, after: {any: [a, c]}", "c, after: start"],
            "32: Steps wait for one another: a → b → a.",
        ),
        (
            [
                f"a, {OUTCOMES}, after: start",
                "b, after: {all: [{outcome: {a: go}}, {outcome: {a: stop}}]}",
            ],
            "33: “B” can never open.",
        ),
        (
            [
                f"a, {OUTCOMES}, after: start",
                "b, after: {outcome: {a: go}}",
                "c, after: {all: [b, {not: b}]}",
            ],
            "34: “C” can never open.",
        ),
        (
            [
                "a, each: b.agencies, after: start",
                "b, duty: may, form: naming, after: start",
                "c, after: {all: [a, b]}",
                "d, after: {not: c}",
                "e, after: {all: [c, d]}",
            ],
            "36: “E” can never open.",
        ),
        (
            [
                f"a, {OUTCOMES}, after: start",
                "b, after: {outcome: {a: stop}}",
                "c, repeat: {until: b}, after: start",
            ],
            "34: “C” would go on for ever if “A” ends in “Go”.",
        ),
        (
            [
                "a, duty: may, after: start",
                "b, repeat: {every: 1 week, from: start, until: a}, after: start",
            ],
            "33: “B” would go on for ever if “A” is left out.",
        ),
        (
            [
                f"a, {OUTCOMES}, after: start",
                "b, after: {outcome: {a: go}}",
                "c, after: start, due: {within: 1 day, of: b}",
            ],
            "34: The clock of “C” counts from “b”, which may never come if “A” ends in “Stop”.",
        ),
        (
            [
                "a, duty: may, after: start",
                "b, after: start, due: {any_of: [{within: 1 day, of: a}, {before: a, by: 1 day}]}",
            ],
            "33: The clock of “B” counts from “a” or “a”, which may never come if “A” is left out.",
        ),
        (
            [
                "a, after: {answer: {start.told: yes}}",
                "b, after: start, due: {before: a, by: 1 day}",
            ],
            "33: The clock of “B” counts from “a”, which may never come "
            "if “start.told” is answered “no”.",
        ),
        (
            [
                "a, criteria: scr, after: start",
                "b, after: {criteria: {scr: met}}",
                "c, after: start, due: {before: b, by: 1 day}",
            ],
            "34: The clock of “C” counts from “b”, which may never come "
            "if the criteria “scr” are not met.",
        ),
    ],
)
def test_unsound(tmp_path: Path, steps: list[str], found: str):
    assert errors(tmp_path, named(*steps)) == [found]


def test_two_starts(tmp_path: Path):
    text = named("letter", "a, after: {any: [start, letter]}").replace(
        "starts: start", "starts: [start, letter]"
    )
    assert errors(tmp_path, text) == []
    text = named("letter", "a, after: [start, letter]").replace(
        "starts: start", "starts: [start, letter]"
    )
    assert errors(tmp_path, text) == ["33: “A” can never open."]


def test_conversion_ends_the_walk(tmp_path: Path):
    other = HEAD[HEAD.index("    name: Review") :]
    converts = "outcomes: {go: {name: Go}, turn: {name: Turn, convert: other}}"
    text = named(f"a, {converts}, after: start", "b, after: {outcome: {a: go}}", "c, after: b")
    assert errors(tmp_path, f"{text}  other:\n{other}") == []


def test_too_many_ways_to_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("uplift.engine.spec.checks.proof.MOST_WAYS", 1)
    steps = [f"a, {OUTCOMES}, after: start", "b, after: {outcome: {a: go}}", "c, after: b"]
    assert errors(tmp_path, named(*steps)) == [
        "32: There are too many ways to this step to check them."
    ]


def test_forty_steps_are_proved_quickly(tmp_path: Path):
    steps = [f"s0, {OUTCOMES}, after: start"]
    steps += [
        f"s{n}, {OUTCOMES}, after: {{outcome: {{s{n - 1}: [go, stop]}}}}" for n in range(1, 20)
    ]
    steps += [f"t{n}, duty: may, after: {{outcome: {{s{n}: go}}}}, until: s19" for n in range(19)]
    steps += ["last, after: {any: [" + ", ".join(f"t{n}, {{not: t{n}}}" for n in range(19)) + "]}"]
    started = time.perf_counter()
    read(tmp_path, named(*steps))
    assert time.perf_counter() - started < 2
