"""Scenarios: read with file and line, compared, and told."""

from pathlib import Path

import pytest

from tests.unit.engine.packs import changed, read, write
from tests.unit.engine.samples import sample
from uplift.engine.scenarios import check_scenarios, read_scenarios, tell
from uplift.engine.spec import PackError

LATE = """\
scenario: A panel that is late
process: scr
says: The reason for the delay goes to the Chair.
given:
  - {step: notified, on: 2014-01-31}
  - {step: refer, on: 2014-02-03}
  - {step: panel, on: 2014-02-25, outcome: scr}
when: {today: 2014-02-26}
then:
  steps:
    panel:
      state: done
      done_on: 2014-02-25
      due: 2014-02-21
      late: true
      reason_needed: true
      reason_given: false
      explanation: 3 weeks from notification on 31 January 2014
    chair: {state: open, due: 2014-02-28, late: false, outcome: null, days: 2}
    report: {due: null}
    lead: {state: waiting, waits_for: "“Chair decides” ending in “Serious Case Review”"}
    returns: {items: {}}
  open: [tell_incident, terms, peer_challenge, chair]
  ended: false
  process: scr
  paused_since: null
and:
  - given:
      - {step: pause, on: 2014-02-27, values: {reason: Trial}}
      - {step: late_reason, on: 2014-02-27, values: {step: panel, reason: Half-term}}
    when: {today: 2014-02-27}
    then: {paused_since: 2014-02-27, steps: {panel: {reason_needed: true, reason_given: true}}}
  - given: [{step: resume, on: 2014-02-28}]
    when:
      today: 2014-02-28
      record: {step: chair, on: 2014-02-28, outcome: none}
      as: board_chair
      board_agencies: [Police]
    then: {refused: [reasons_missing]}
  - when:
      today: 2014-02-28
      record: {step: chair, on: 2014-02-28, outcome: scr}
      as: [board_chair]
    then: {allowed: true}
  - given: [{step: convert, on: 2014-03-01, values: {to: learning_review}}]
    when: {today: 2014-03-01}
    then: {process: learning_review, open: [gathering]}
"""
CRITERIA = """\
- scenario: Not known whether it was abuse
  process: scr
  when: {criteria: scr, answers: {abuse_or_neglect: not known, died: yes}}
  then: {result: cant_tell, settle: [abuse_or_neglect]}
- scenario: Considered all the same
  process: scr
  when: {criteria: scr, answers: {abuse_or_neglect: no, died: yes, custody: yes}}
  then: {result: not_met, consider: yes}
"""


def scenarios(folder: Path, **files: str) -> Path:
    """A folder with these scenarios."""
    return write(folder, **{f"scenarios/{name}": text for name, text in files.items()})


def differences(folder: Path, text: str) -> list[str]:
    """What is wrong with a scenario of the sample pack, as `line: sentence`."""
    _, errors = check_scenarios(sample(), scenarios(folder, one=text))
    return [f"{error.line}: {error.sentence}" for error in errors]


def test_true(tmp_path: Path):
    folder = scenarios(tmp_path, late=LATE, criteria=CRITERIA)
    assert check_scenarios(sample(), folder) == (3, [])


def test_each_difference_where_it_was_expected(tmp_path: Path):
    text = LATE.replace("state: done", "state: open").replace("due: 2014-02-28", "due: 2014-03-01")
    text = text.replace("ended: false", "ended: true").replace(
        "lead: {state: waiting", "lid: {state: waiting"
    )
    text = text.replace("open: [tell_incident, terms", "open: [terms").replace(
        "items: {}", "items: {Police: open}"
    )
    text = text.replace("[reasons_missing]", "[not_your_seat]").replace(
        "as: [board_chair]", "as: [health]"
    )
    text = text.replace("due: null", "late: true").replace(
        "process: scr\n  paused", "process: adults\n  paused"
    )
    name = "A panel that is late"
    assert differences(tmp_path, text) == [
        f"12: {name}: Expected open, but it is done.",
        f"19: {name}: Expected 2014-03-01, but it is 2014-02-28.",
        f"20: {name}: Expected true, but it is false.",
        f"21: {name}: There is no step “lid” in scr.",
        f"22: {name}: Expected Police: open, but it is none.",
        f"23: {name}: Expected chair, peer_challenge, terms, but it is chair, peer_challenge, "
        "tell_incident, terms.",
        f"24: {name}: Expected true, but it is false.",
        f"25: {name}: Expected adults, but it is scr.",
        f"39: {name}: Expected not_your_seat, but it is reasons_missing.",
        f"44: {name}: It is refused (not_your_seat): Only the Chair of the Board can record this.",
    ]


def test_criteria_that_differ(tmp_path: Path):
    text = CRITERIA.replace("cant_tell", "met").replace("[abuse_or_neglect]", "[died]")
    text = text.replace("consider: yes", "consider: no")
    assert differences(tmp_path, text) == [
        "4: Not known whether it was abuse: Expected died, but it is abuse_or_neglect.",
        "4: Not known whether it was abuse: Expected met, but it is cant_tell.",
        "8: Considered all the same: Expected no, but it is yes.",
    ]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (
            "process: scr\nsays",
            "process: sar\nsays",
            "2: A panel that is late: There is no process “sar”.",
        ),
        ("step: refer", "step: defer", "6: A panel that is late: There is no step “defer”."),
        (
            "outcome: scr}\nwhen",
            "outcome: yes}\nwhen",
            "7: A panel that is late: “panel” has no outcome “yes”.",
        ),
        (
            "when: {today: 2014-02-26}",
            "when: {}",
            "8: Say either today: or criteria: with answers:.",
        ),
        (
            "when: {today: 2014-02-26}",
            "when: {today: soon}",
            "8: “today” must be a date such as 2014-01-31.",
        ),
        (
            "when: {today: 2014-02-26}",
            "whan: {today: 2014-02-26}",
            "8: “whan” isn't a key known here. Did you mean “when”?",
        ),
        (
            "when: {today: 2014-02-26}",
            "when: {criteria: sar}",
            "8: A panel that is late: There are no criteria “sar”.",
        ),
    ],
)
def test_scenario_that_cannot_be_run(tmp_path: Path, old: str, new: str, found: str):
    assert found in differences(tmp_path, LATE.replace(old, new))


def test_file_that_cannot_be_read(tmp_path: Path):
    folder = scenarios(tmp_path, bad="scenario: <b>x</b>\n")
    read, errors = read_scenarios(folder)
    assert read == []
    path = str(folder / "scenarios" / "bad.yaml")
    assert errors == [PackError(path, 1, "HTML isn't allowed: write plain words.")]


def test_told_as_documentation(tmp_path: Path):
    read, _ = read_scenarios(scenarios(tmp_path, a=LATE, b=CRITERIA))
    told = [tell(sample(), scenario) for scenario, _ in read]
    for words in (
        "### A panel that is late",
        "- 25 February 2014: “Panel recommends”: Serious Case Review",
        "**When** it is 26 February 2014, **then**",
        "- “Panel recommends”: done, on 25 February 2014, due 21 February 2014, "
        "(3 weeks from notification on 31 January 2014), late and a reason is asked for",
        "- “Report finished”: no due day yet",
        "- 27 February 2014: the case is paused",
        "- “Panel recommends”: the reason is given",
        "**When** on 28 February 2014 Chair of the Board records “Chair decides”: No review, "
        "dated 28 February 2014, **then**",
        "- it is refused: reasons missing",
        "- it is recorded",
        "- the case is now a Learning Review",
        "- the case can't close yet",
        "**And given**",
    ):
        assert words in told[0]
    assert "- the criteria: can't tell yet" in told[1]
    assert "- it still depends on “Is abuse or neglect known or suspected?”" in told[1]
    assert "- it is to be considered all the same" in told[2]


def test_corrections_are_told(tmp_path: Path):
    text = LATE.replace(
        "when: {today: 2014-02-26}",
        "  - {step: panel, on: 2014-02-20, corrects: f1}\n"
        "  - {step: returns, on: 2014-02-20, item: Police, corrects: f2, void: true}\n"
        "when: {today: 2014-02-26}",
    )
    read, _ = read_scenarios(scenarios(tmp_path, a=text))
    told = tell(sample(), read[0][0])
    assert "- 20 February 2014: “Panel recommends” (a correction)" in told
    assert "- 20 February 2014: the record of “Written accounts” for Police is withdrawn" in told


OTHER = """\
  memo:
    name: Memo
    starts: notified
    stages: {all: All}
    steps:
      - {id: notified, name: Told, kind: record, stage: all, by: chair}
      - {id: report, name: Memo written, kind: report, stage: all, by: chair, after: notified}
clauses:
"""
TOLD = """\
scenario: A memo
process: memo
given:
  - {step: notified, on: 2014-01-31}
when: {today: 2014-01-31}
then: {open: [report]}
and:
  - given: [{step: convert, on: 2014-02-03, values: {to: scr}}]
    when: {today: 2014-02-03}
    then: {steps: {report: waiting}}
"""


def test_a_step_is_told_by_the_name_it_has_in_the_case(tmp_path: Path):
    pack = read(tmp_path, changed("clauses:\n", OTHER))
    found, _ = read_scenarios(scenarios(tmp_path / "told", a=TOLD))
    told = tell(pack, found[0][0])
    assert "- 31 January 2014: “Told”" in told
    assert "- open, and nothing else: “Memo written”" in told
    assert "- “Report”: waiting" in told


def test_pack_without_scenarios(tmp_path: Path):
    folder = write(tmp_path, changed("name: A tiny framework", "name: Another"))
    assert check_scenarios(sample(), folder) == (0, [])
