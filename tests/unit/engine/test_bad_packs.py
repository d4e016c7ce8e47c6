"""Packs with one thing wrong: the line and the sentence of each."""

from pathlib import Path
from typing import cast

import pytest
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML

from tests.unit.engine.packs import PACK, changed, errors
from uplift.engine.spec import Pack
from uplift.engine.spec.faults import sentence

TABLE = YAML(typ="safe").load(Path(__file__).with_name("bad_packs.yaml"))
REPORT = "after: {outcome: {decide: go}}\n"
USES = "kind: report\n"


@pytest.mark.parametrize("row", TABLE["changes"], ids=lambda row: row["says"])
def test_one_thing_changed(tmp_path: Path, row: dict[str, str]):
    assert row["says"] in errors(tmp_path, changed(row["change"], row["into"]))


@pytest.mark.parametrize("row", TABLE["additions"], ids=lambda row: row["says"])
def test_one_thing_added(tmp_path: Path, row: dict[str, str]):
    assert row["says"] in errors(tmp_path, PACK + row["add"])


@pytest.mark.parametrize("row", TABLE["measures"], ids=lambda row: row["says"])
def test_measure(tmp_path: Path, row: dict[str, str]):
    text = changed("honoured_by: [step:scr.report]", f"measure: {row['measure']}")
    assert row["says"] in errors(tmp_path, text)


def test_placeholder_of_no_process(tmp_path: Path):
    text = changed("kind: report\n", "kind: notify\n        to: ofsted\n        notice: told\n")
    text += "notices:\n  told: {to: ofsted, subject: Hello, body: '{board.name} {step.noone.on}'}\n"
    assert errors(tmp_path, text) == ["52: There is no step “noone”."]


def test_field_that_may_be_left_blank_cannot_be_waited_for(tmp_path: Path):
    text = changed("type: yes_no}", "type: yes_no, required: false}")
    text = text.replace(REPORT, "after: {answer: {notified.told: yes}}\n")
    assert errors(tmp_path, text) == ["42: “told” may be left blank, so nothing can wait for it."]


def test_sealed_field_cannot_be_waited_for(tmp_path: Path):
    text = changed("type: yes_no}", "type: yes_no, identity: true}")
    text = text.replace(REPORT, "after: {answer: {notified.told: yes}}\n")
    assert errors(tmp_path, text) == ["42: “told” is sealed: nothing else can depend on it."]


def test_date_that_may_be_not_known_starts_no_clock(tmp_path: Path):
    text = changed("type: date}", "type: date, unknown: true}")
    text = text.replace(USES, f"{USES}        due: {{within: 1 week, of: notified.planned}}\n")
    assert errors(tmp_path, text) == [
        "40: “planned” may be not known, so no clock can count from it."
    ]


def test_outcome_of_a_step_done_for_each(tmp_path: Path):
    text = changed("criteria: scr\n        out", "each: notified.agencies\n        out")
    assert errors(tmp_path, text) == [
        "42: “decide” has an outcome for each item: use some: with outcome:."
    ]


def test_question_asked_twice_in_one_step(tmp_path: Path):
    form = "{name: Clash, fields: [{id: died, ask: Died?, type: yes_no}]}"
    text = changed("forms:\n", f"forms:\n  clash: {form}\n")
    text = text.replace(
        "criteria: scr\n        out", "criteria: scr\n        form: clash\n        out"
    )
    assert errors(tmp_path, text) == ["37: “died” is asked by the criteria too."]


def test_question_asked_in_two_ways(tmp_path: Path):
    other = '{name: Other, ask: {died: {question: "Dead?"}}, met: died}'
    text = changed("criteria:\n  scr:\n", f"criteria:\n  other: {other}\n  scr:\n")
    text = text.replace("criteria: scr\n        out", "criteria: [scr, other]\n        out")
    assert errors(tmp_path, text) == ["36: “died” is asked in two ways."]


def test_criteria_that_nobody_asks(tmp_path: Path):
    text = changed("criteria: scr\n        out", "out").replace(
        REPORT, "after: {criteria: {scr: met}}\n"
    )
    assert errors(tmp_path, text) == ["41: No step of this process asks the criteria “scr”."]


def test_what_pydantic_says_otherwise_is_passed_on():
    error = {"type": "new", "loc": ("roles", "x"), "msg": "Not so", "input": 3}
    assert sentence(Pack, cast("ErrorDetails", error)) == "“x”: Not so."


def test_clause_twice(tmp_path: Path):
    again = "  - {id: T-1, where: Page 1, kind: step, says: Again., honoured_by: [role:chair]}\n"
    assert errors(tmp_path, PACK + again) == ["49: The clause T-1 stands here twice."]


PUBLISHES = """\
    publication:
      decision: decide
      published: noone
      planned: notified.told
      sent: nobody
      response: nobody
      removed: nobody
      withdrawn: decide
      shows: {go: report}
      at_least: 12 months
"""


def test_publication(tmp_path: Path):
    text = changed("    starts: notified\n", f"    starts: notified\n{PUBLISHES}")
    assert errors(tmp_path, text) == [
        "28: There is no step “noone”.",
        "29: “notified.told” isn't a date: a clock needs a question of type date.",
        "30: There is no step “nobody”.",
        "31: There is no step “nobody”.",
        "32: There is no step “nobody”.",
        "33: There is no outcome “down” of step “decide”.",
        "34: Say what is public after the outcome “stop”.",
    ]
    text = text.replace("shows: {go: report}", "shows: {gone: report}")
    assert errors(tmp_path, text)[0].startswith("27: There is no outcome “gone”")


def test_process_parts(tmp_path: Path):
    text = changed(
        "    starts: notified\n", "    starts: notified\n    methods: [x]\n    commissioned_by: y\n"
    )
    assert errors(tmp_path, text) == ["26: There is no method “x”.", "27: There is no body “y”."]
