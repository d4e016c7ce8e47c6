"""`uplift pack …`: what it prints, and its exit code."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.unit.engine.packs import PACK, changed, write
from tests.unit.engine.samples import SAMPLE
from uplift.config import command, pack_command
from uplift.engine.shelf import folder_of, shipped

FACTS: list[dict[str, Any]] = [
    {"step": "notified", "on": "2014-01-31", "outcome": None, "values": {}},
    {"step": "refer", "on": "2014-02-03"},
    {"step": "panel", "on": "2014-02-25", "outcome": "scr", "values": {"died": "yes"}},
]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """The exit code, and what is printed."""
    code = command.main(["pack", *arguments])
    return code, capsys.readouterr().out


def position(
    capsys: pytest.CaptureFixture[str], facts: Path, *more: str, today: str = "2014-02-26"
) -> tuple[int, str]:
    """The position of a case of the sample pack."""
    given = ("--facts", str(facts), "--today", today, *more)
    return run(capsys, "position", str(SAMPLE), "scr", *given)


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """A file of facts."""
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(FACTS))
    return path


def test_check(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    code, out = run(capsys, "check", str(write(tmp_path)))
    assert code == 0
    assert out == (
        "tiny-2014, edition 1: 1 process, 3 steps, 1 clause, 0 scenarios. Nothing is wrong.\n"
    )


def test_check_finds_errors(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    folder = write(tmp_path, changed("people: children", "people: 3"), other="name: <b>\n")
    code, out = run(capsys, "check", str(folder))
    assert code == 1
    assert out.splitlines() == [
        f"{folder}/other.yaml:1: HTML isn't allowed: write plain words.",
        f"{folder}/other.yaml:1: “name” is given in another file too.",
        f"{folder}/pack.yaml:3: “3” isn't known for “people”. Write children, adults or everyone.",
    ]


def test_check_runs_the_scenarios(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    text = "scenario: Untrue\nprocess: scr\nwhen: {today: 2014-02-26}\nthen: {ended: true}\n"
    folder = write(tmp_path, **{"scenarios/one": text})
    code, out = run(capsys, "check", str(folder))
    assert code == 1
    assert out == (f"{folder}/scenarios/one.yaml:4: Untrue: Expected true, but it is false.\n")


def test_no_such_pack(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    code, out = run(capsys, "check", "nowhere-1999")
    assert code == 1
    assert out == f"There is no pack “nowhere-1999”. Shipped are: {', '.join(shipped())}.\n"
    code, out = run(capsys, "check", str(tmp_path))
    assert code == 1
    assert out == f"{tmp_path}:1: There is no pack.yaml in this folder.\n"


def test_shipped_packs_by_id(capsys: pytest.CaptureFixture[str]):
    for name in shipped():
        assert folder_of(name).name == name
        assert run(capsys, "check", name)[0] == 0


def test_show(capsys: pytest.CaptureFixture[str]):
    code, out = run(capsys, "show", str(SAMPLE))
    assert code == 0
    assert out.startswith("# Northmere Safeguarding Board Framework\n")


def test_schema(capsys: pytest.CaptureFixture[str]):
    code, out = run(capsys, "schema")
    assert code == 0
    assert "processes" in json.loads(out)["properties"]


CLAUSES = """\
  - id: T-2
    where: Page 2
    kind: deadline
    says: In time.
    honoured_by: [step:scr.decide]
    measure: {step_in_time: {process: scr, step: report}}
  - id: T-3
    where: Page 3
    kind: principle
    says: Good.
    attest: {ask: Is it?, every: 1 year, by: chair}
  - {id: T-4, where: Page 4, kind: audit, says: Audits., planned: {area: audits}}
"""


def test_clauses(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    folder = write(tmp_path, changed("name: Ofsted}", "name: Ofsted, honours: [T-1]}") + CLAUSES)
    code, out = run(capsys, "clauses", str(folder), "--format", "json")
    assert code == 0
    assert json.loads(out) == [
        {
            "id": "T-1",
            "honour": "built in",
            "by": ["step:scr.report", "body:ofsted"],
            "status": "built in",
        },
        {
            "id": "T-2",
            "honour": "measured",
            "by": ["step:scr.decide", "measure:step_in_time"],
            "status": "needs records",
        },
        {
            "id": "T-3",
            "honour": "attested",
            "by": ["attest:chair"],
            "status": "needs attestation",
        },
        {
            "id": "T-4",
            "honour": "planned",
            "by": ["planned:audits"],
            "status": "planned for a later issue",
        },
    ]
    code, out = run(capsys, "clauses", str(folder))
    assert code == 0
    assert out.splitlines()[0] == "T-1  built in: step:scr.report, body:ofsted"
    assert out.splitlines()[-5:] == [
        "attested: 1",
        "built in: 1",
        "measured: 1",
        "planned: 1",
        "4 clauses in all",
    ]


def test_position(capsys: pytest.CaptureFixture[str], facts: Path):
    code, out = position(capsys, facts, "--format", "json")
    assert code == 0
    answer = json.loads(out)
    assert set(answer) == {"steps"}
    steps = {step["id"]: step for step in answer["steps"]}
    assert steps["panel"] == {
        "id": "panel",
        "state": "done",
        "due": "2014-02-21",
        "explanation": "3 weeks from notification on 31 January 2014",
        "late": True,
        "by": "criteria_panel",
    }
    assert steps["report"]["due"] is None


def test_position_as_text(capsys: pytest.CaptureFixture[str], facts: Path):
    code, out = position(capsys, facts, "--opened", "2014-02-03")
    assert code == 0
    assert "Panel recommends: done, due 21 February 2014 (late)" in out
    assert "Lead reviewer appointed: waiting" in out


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("{", "The facts aren't JSON: Expecting property name enclosed in double quotes"),
        ("{}", "The facts must be a list."),
        ("[" * 100_000, "The facts aren't JSON"),
        ("[3]", "Fact 1 must have keys: step, on,"),
        ('[{"step": "notified"}]', "Fact 1: “on” must be a date such as 2014-01-31."),
        ('[{"step": "notified", "on": "2014-02-30"}]', "Fact 1: “on” must be a date"),
        ('[{"step": "notified", "on": "9999-12-31"}]', "Fact 1: “on” must be a date"),
        ('[{"step": "vote", "on": "2014-01-31"}]', "Fact 1: There is no step “vote” in northmere"),
        ('[{"step": ["x"], "on": "2014-01-31"}]', "Fact 1: “step” must be text."),
        ('[{"on": "2014-01-31"}]', "Fact 1: “step” must be text."),
        (
            '[{"step": "panel", "on": "2014-01-31", "outcome": "yes"}]',
            "Fact 1: “panel” has no outcome “yes”.",
        ),
        (
            '[{"step": "panel", "on": "2014-01-31", "outcome": {}}]',
            "Fact 1: “outcome” must be text.",
        ),
        ('[{"step": "notified", "on": "2014-01-31", "item": 3}]', "Fact 1: “item” must be text."),
        ('[{"step": "notified", "on": "2014-01-31", "values": []}]', "Fact 1: “values” must be"),
        ('[{"step": "notified", "on": "2014-01-31", "void": 1}]', "Fact 1: “void” must be true"),
        ('[{"step": "notified", "on": "2014-01-31", "who": "me"}]', "Fact 1: “who” isn't known"),
        (
            '[{"step": "convert", "on": "2014-01-31", "values": {"to": "x"}}]',
            "Fact 1: “to” must be one of adults, ",
        ),
    ],
)
def test_bad_facts(capsys: pytest.CaptureFixture[str], tmp_path: Path, content: str, sentence: str):
    path = tmp_path / "facts.json"
    path.write_text(content)
    code, out = position(capsys, path)
    assert code == 1
    assert out.startswith(sentence)


def test_built_in_facts_and_corrections(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    path = tmp_path / "facts.json"
    more = [
        {"step": "pause", "on": "2014-02-26", "values": {"reason": "Trial"}, "id": "p"},
        {"step": "pause", "on": "2014-02-26", "corrects": "p", "void": True, "by": "Ann"},
    ]
    path.write_text(json.dumps([*FACTS, *more]))
    assert position(capsys, path)[0] == 0


def test_facts_that_are_not_there(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    code, out = position(capsys, tmp_path / "none.json")
    assert code == 1
    assert out == f"{tmp_path}/none.json can't be read: No such file or directory.\n"


def test_facts_that_are_not_text(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    path = tmp_path / "facts.json"
    path.write_bytes(b"\xff")
    assert position(capsys, path) == (1, "The facts aren't UTF-8 text.\n")


def test_process_that_is_not_there(capsys: pytest.CaptureFixture[str], facts: Path):
    arguments = ("--facts", str(facts), "--today", "2014-02-26")
    code, out = run(capsys, "position", str(SAMPLE), "sar", *arguments)
    assert code == 1
    assert out.startswith("There is no process “sar”. This pack has adults, ")


def test_day_that_is_none(facts: Path):
    with pytest.raises(SystemExit) as stopped:
        pack_command.main(
            ["position", str(SAMPLE), "scr", "--facts", str(facts), "--today", "30 February"]
        )
    assert stopped.value.code == 2


def test_docs(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    code, out = run(capsys, "docs", str(SAMPLE), "--into", str(tmp_path))
    assert code == 0
    made = sorted(path.name for path in (tmp_path / "northmere-2014").iterdir())
    assert made == sorted(Path(line).name for line in out.splitlines())
    assert "scr.svg" in made


def test_pack_commands_load_no_django(tmp_path: Path):
    program = (
        "import sys; from uplift.config.command import main; "
        f"code = main(['pack', 'check', {str(write(tmp_path, PACK))!r}]); "
        "sys.exit(code or any(name.startswith('django') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_everything_else_is_handed_to_django(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    given: list[list[str]] = []
    monkeypatch.setattr("django.core.management.execute_from_command_line", given.append)
    monkeypatch.setattr(sys, "argv", ["uplift", "migrate", "--check"])
    assert command.main() == 0
    assert given == [["uplift", "migrate", "--check"]]


def test_usage(capsys: pytest.CaptureFixture[str]):
    assert command.main([]) == 0
    assert "uplift pack" in capsys.readouterr().out
