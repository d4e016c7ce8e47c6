"""What a pack says beside its processes, and a framework of several boards."""

from pathlib import Path

import pytest

from tests.unit.engine.packs import PACK, changed, errors, read
from tests.unit.engine.samples import day
from uplift.engine.process import Fact, State, may_record, position
from uplift.engine.spec import Pack
from uplift.engine.spec.boards import for_board
from uplift.engine.spec.checks import check
from uplift.engine.spec.honours import honoured_by, in_words

TABLE = """\
tables:
  reviews:
    name: Types of review
    columns: {what: What it is, spread: How learning is spread}
    rows:
      scr: {name: Review, process: scr, cells: {what: A look at one case}, honours: [T-1]}
"""
THREAD = "thread:\n  theme: {name: Priority themes, by: chair}\n"
BOARDS = """\
boards:
  east: {name: East Board, people: children, roles: {chair: Convenor}, processes: [scr]}
  west: {name: West Board, people: adults, processes: [sar]}
"""
SECOND = """\
  sar:
    name: Adults review
    starts: told
    stages: {all: All}
    steps: [{id: told, name: Told, kind: record, stage: all, by: chair, honours: [T-7]}]
documents:
  letter: {title: A letter, process: sar, after: told, rows: [{label: What was told}]}
clauses:
  - {id: T-2, where: Page 2, kind: step, says: Adults., honoured_by: [step:sar.told]}
  - {id: T-3, where: Page 2, kind: step, says: Both., honoured_by: [step:sar.told, step:scr.report]}
  - {id: T-4, where: Page 3, kind: step, says: West., boards: [west], honoured_by: [role:chair]}
  - {id: T-5, where: Page 4, kind: step, says: The letter., honoured_by: [document:letter]}
  - id: T-6
    where: Page 5
    kind: deadline
    says: In time.
    measure: {step_done: {process: sar, step: told}}
  - {id: T-7, where: Page 6, kind: step, says: Told.}
"""


def shared(folder: Path) -> Pack:
    """A framework of two boards."""
    text = PACK.replace("clauses:\n", SECOND)
    return read(folder, text, more=BOARDS, tables=TABLE)


def test_tables_and_the_names_of_learning_are_elements(tmp_path: Path):
    pack = read(tmp_path, tables=TABLE, thread=THREAD)
    assert honoured_by(pack)["T-1"] == ("step:scr.report", "row:reviews.scr")
    words = in_words(pack)
    assert words["table:reviews"] == "Types of review"
    assert words["thread:theme"] == "Priority themes"
    assert "spread" not in pack.tables["reviews"].rows["scr"].cells


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("cells: {what:", "cells: {whot:", "The row “Review” has a cell “whot” of no column."),
        ("process: scr", "process: sar", "There is no process “sar”."),
        ("process: scr", "programme: day", "There is no activity “day”."),
    ],
)
def test_a_table_names_what_is_there(tmp_path: Path, old: str, new: str, said: str):
    found = errors(tmp_path, tables=TABLE.replace(old, new))
    assert any(said in error for error in found), found


def test_a_stage_of_learning_is_known_and_in_a_known_hand(tmp_path: Path):
    found = errors(tmp_path / "a", thread=THREAD.replace("by: chair", "by: boss"))
    assert found == ["thread.yaml:2: There is no role “boss”."]
    assert errors(tmp_path / "b", thread=THREAD.replace("theme:", "thema:"))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("roles: {chair:", "roles: {boss:", "There is no role “boss”."),
        ("processes: [sar]", "processes: [dhr]", "There is no process “dhr”."),
        ("west:", "north:", "There is no board “west”. Did you mean “east”?"),
    ],
)
def test_a_board_names_what_is_there(tmp_path: Path, old: str, new: str, said: str):
    text = PACK.replace("clauses:\n", SECOND)
    found = errors(tmp_path, text, more=BOARDS.replace(old, new), tables=TABLE)
    assert any(said in error for error in found), found


def test_a_board_runs_what_its_cases_can_turn_into(tmp_path: Path):
    text = PACK.replace("clauses:\n", SECOND)
    text = text.replace("go: {name: Go on}", "go: {name: Go on}, other: {name: O, convert: sar}")
    found = errors(tmp_path, text, more=BOARDS)
    said = "A case of “scr” can turn into “sar”: this board runs it too."
    assert any(said in error for error in found), found


def test_a_board_has_its_own_names_processes_and_clauses(tmp_path: Path):
    pack = shared(tmp_path)
    east, west = for_board(pack, "east"), for_board(pack, "west")
    assert (east.name, west.name) == (
        "A tiny framework: East Board",
        "A tiny framework: West Board",
    )
    assert (east.roles["chair"].name, west.roles["chair"].name) == ("Convenor", "Chair")
    assert (list(east.processes), list(west.processes)) == (["scr"], ["sar"])
    assert (east.people, west.people) == ("children", "adults")
    assert [clause.id for clause in east.clauses] == ["T-3", "T-1"]
    assert [clause.id for clause in west.clauses] == ["T-2", "T-3", "T-4", "T-5", "T-6", "T-7"]
    assert honoured_by(east)["T-3"] == ("step:scr.report",)
    assert list(west.documents) == ["letter"]
    assert west.tables["reviews"].rows["scr"].process is None
    for part in (east, west):
        assert Pack.model_validate_json(part.model_dump_json()) == part


def test_a_board_without_processes_of_its_own_runs_them_all(tmp_path: Path):
    text = PACK.replace("clauses:\n", SECOND)
    pack = read(tmp_path, text, more=BOARDS.replace(", processes: [scr]", ""))
    east = for_board(pack, "east")
    assert list(east.processes) == ["scr", "sar"]
    assert list(check(east)) == []


ONLY = "outcomes: {go: {name: Go on}, stop: {name: Stop, only: {answer: {notified.told: yes}}}}"


def test_an_outcome_that_can_be_chosen_on_a_condition_alone(tmp_path: Path):
    pack = read(tmp_path, changed("outcomes: {go: {name: Go on}, stop: {name: Stop}}", ONLY))
    values = {"agencies": ["Police"], "planned": "2014-02-01"}
    decide = Fact("decide", day("2014-01-03"), outcome="stop", values={"died": "no"})
    for told, codes in (
        ("yes", set()),
        ("no", {"outcome_not_yet"}),
        ("not known", {"outcome_not_yet"}),
    ):
        notified = Fact("notified", day("2014-01-02"), values={**values, "told": told})
        refused = may_record(
            pack, "scr", [notified], decide, roles=["chair"], today=day("2014-01-04")
        )
        assert {one.code for one in refused} == codes
        if refused:
            assert refused[0].sentence.startswith("“Stop” can be chosen only with ")


@pytest.mark.parametrize(("died", "codes"), [("no", []), ("yes", ["outcome_not_yet"])])
def test_the_condition_may_rest_on_what_the_step_itself_asks(
    tmp_path: Path, died: str, codes: list[str]
):
    only = ONLY.replace("{answer: {notified.told: yes}}", "{criteria: {scr: not_met}}")
    pack = read(tmp_path, changed("outcomes: {go: {name: Go on}, stop: {name: Stop}}", only))
    notified = Fact("notified", day("2014-01-02"), values={"told": "yes"})
    decide = Fact("decide", day("2014-01-03"), outcome="stop", values={"died": died})
    refused = may_record(pack, "scr", [notified], decide, roles=["chair"], today=decide.on)
    assert [one.code for one in refused] == codes


def test_one_outcome_at_least_is_always_to_be_had(tmp_path: Path):
    both = ONLY.replace("{name: Go on}", "{name: Go on, only: {answer: {notified.told: no}}}")
    found = errors(tmp_path, changed("outcomes: {go: {name: Go on}, stop: {name: Stop}}", both))
    assert "29: One outcome at least must end the step (without again: true and only:)." in found


STEPS = """\
      - {id: early, name: Early learning, kind: record, stage: need, by: chair,
         after: {outcome: {decide: go}}, duty: should, until: report}
      - {id: log, name: Requests, kind: record, stage: need, by: chair, duty: may, repeat: {}}
clauses:
"""


def test_what_should_be_done_lapses_and_a_log_has_no_end(tmp_path: Path):
    pack = read(tmp_path, changed("clauses:\n", STEPS))
    given = {"agencies": ["Police"], "planned": "2014-02-01", "told": "yes"}
    facts = [
        Fact("notified", day("2014-01-02"), values=given),
        Fact("decide", day("2014-01-03"), outcome="go", values={"died": "yes"}),
        Fact("log", day("2014-01-04")),
    ]
    now = position(pack, "scr", facts, day("2014-01-05"))
    assert (now.step("early").state, now.step("log").state) == (State.OPEN, State.OPEN)
    facts.append(Fact("report", day("2014-01-06")))
    then = position(pack, "scr", facts, day("2014-01-07"))
    assert then.step("early").state is State.NOT_NEEDED
    assert then.ended


def test_what_must_be_done_neither_lapses_nor_goes_on_for_ever(tmp_path: Path):
    must = STEPS.replace("duty: should, until: report", "until: report")
    assert "until: is for a step with duty: may or should." in " ".join(
        errors(tmp_path / "a", changed("clauses:\n", must))
    )
    endless = STEPS.replace("duty: may, repeat", "repeat")
    assert "Only a step with duty: may repeats without until:." in " ".join(
        errors(tmp_path / "b", changed("clauses:\n", endless))
    )


def test_a_late_reason_to_nobody_in_particular(tmp_path: Path):
    text = changed(
        "after: {outcome: {decide: go}}\n",
        """after: {outcome: {decide: go}}
        due: {within: 1 week, of: decide, late: {reason: true}}
""",
    )
    pack = read(tmp_path, text)
    given = {"agencies": ["Police"], "planned": "2014-02-01", "told": "yes"}
    facts = [
        Fact("notified", day("2014-01-02"), values=given),
        Fact("decide", day("2014-01-03"), outcome="go", values={"died": "yes"}),
    ]
    report = position(pack, "scr", facts, day("2014-01-20")).step("report")
    assert (report.late, report.reason_needed, report.reason_to) == (True, True, None)
