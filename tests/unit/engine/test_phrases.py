"""A pack said in sentences: clocks, rules, steps, roles, questions, the programme."""

from pathlib import Path
from typing import Any, get_args

import pytest

from tests.unit.engine.packs import changed, read
from tests.unit.engine.samples import sample
from uplift.engine import phrases
from uplift.engine.rule_phrases import Rule, rule
from uplift.engine.spec import Pack, Process, Type
from uplift.engine.spec.pack import Activity, Capability

RULES: list[tuple[Any, str]] = [
    ("died", "yes to “Has the child died?”"),
    ({"answer": {"died": "no"}}, "no to “Has the child died?”"),
    ({"not": "died"}, "no to “Has the child died?”"),
    ({"not": {"answer": {"died": "no"}}}, "yes to “Has the child died?”"),
    ({"not": {"answer": {"how": "badly"}}}, "not “Very badly” to “How?”"),
    ({"answer": {"how": ["badly", "other"]}}, "“Very badly” or “Otherwise” to “How?”"),
    ({"all": ["died"]}, "yes to “Has the child died?”"),
    ({"any": ["died"]}, "yes to “Has the child died?”"),
    ({"all": ["died", "known"]}, "yes to “Has the child died?” and yes to “Known?”"),
    (
        {"any": ["died", {"all": ["known", "told"]}]},
        "yes to “Has the child died?” or (yes to “Known?” and yes to “Told?”)",
    ),
    ({"not": {"any": ["known", "told"]}}, "none of these: yes to “Known?” or yes to “Told?”"),
    ({"not": {"all": ["known", "told"]}}, "none of these: (yes to “Known?” and yes to “Told?”)"),
]
QUESTIONS = """
      known: {question: "Known?"}
      told: {question: "Told?"}
      how: {question: "How?", type: one_of, choices: {badly: Very badly, other: Otherwise}}
"""


@pytest.mark.parametrize(("written", "said"), RULES)
def test_rules_of_criteria(tmp_path: Path, written: Any, said: str) -> None:
    died = 'died: {question: "Has the child died?"}\n'
    text = changed(died, died.rstrip() + QUESTIONS).replace("met: died", f"met: {written}")
    criteria = read(tmp_path, text).criteria["scr"]
    assert phrases.criteria_said(criteria) == {"Met when": said}


def test_a_rule_that_looks_back_and_one_to_be_considered() -> None:
    criteria = sample().criteria
    assert phrases.criteria_said(criteria["looked_after"])["Met when"] == (
        "a period of “When was the child looked after?” touches the time from 6 months before "
        "“When did it happen?” to “When did it happen?”"
    )
    assert "To be considered when" in phrases.criteria_said(criteria["scr"])


def test_a_rule_as_a_tree() -> None:
    criteria = sample().criteria["scr"]
    found = rule(criteria.ask, criteria.met)
    assert found.says == "All of these"
    assert found.parts[0] == Rule("yes to “Is abuse or neglect known or suspected?”")
    assert [part.says for part in found.parts[1].parts][1] == "All of these"


def test_what_a_rule_over_answers_cannot_hold() -> None:
    step = sample().processes["scr"].step("refer")
    assert step.after
    with pytest.raises(TypeError):
        rule({}, step.after)


DUES = [
    ("{within: 3 weeks, of: decide}", "within 3 weeks of “Chair decides”"),
    ("{within: 0 days, of: decide}", "the same day as “Chair decides”"),
    (
        "{within: 5 working days, of: notified, counting: from_day_1, pauses: true}",
        "within 5 working days of “Notified”, that day being day 1, pauses added",
    ),
    ("{before: notified.planned, by: 1 week}", "at least 1 week before “When?”"),
    (
        "{any_of: [{within: 1 month, of: decide}, {within: 1 year, of: opened}]}",
        "the earliest of: within 1 month of “Chair decides”; "
        "within 1 year of the opening of the case",
    ),
]


def report(folder: Path, more: str) -> tuple[Pack, Process]:
    """The tiny pack with more said of its step `report`."""
    after = "        after: {outcome: {decide: go}}\n"
    pack = read(folder, changed(after, f"{after}{more}"))
    return pack, pack.processes["scr"]


@pytest.mark.parametrize(("due", "said"), DUES)
def test_clocks(tmp_path: Path, due: str, said: str) -> None:
    pack, process = report(tmp_path, f"        due: {due}\n")
    assert phrases.step_clock(pack, process, process.step("report")) == {"By when": said}


@pytest.mark.parametrize(
    ("late", "said"),
    [
        ("reason_to: chair", "the reason is recorded and goes to: Chair"),
        ("reason: true", "the reason is recorded"),
    ],
)
def test_lateness(tmp_path: Path, late: str, said: str) -> None:
    due = f"{{within: 1 week, of: decide, late: {{{late}}}}}"
    pack, process = report(tmp_path, f"        due: {due}\n")
    assert phrases.lateness(pack, process.step("report")) == said


def test_steps_of_every_kind() -> None:
    pack = sample()
    said = {
        (process.id, step.id): phrases.step_said(pack, process, step)
        for process in pack.processes.values()
        for step in process.steps
    }
    assert said["scr", "notified"]["Opens"] == "from the start"
    assert "becomes" in said["scr", "chair"]["May end in"]
    assert said["scr", "panel"]["Who must be there"].startswith("2 of Health member, ")
    assert "the step stays open" in said["adults", "gate"]["May end in"]
    assert said["scr", "returns"]["For each of"]
    headings = {heading for one in said.values() for heading in one}
    assert {"Falls away", "Again", "Criteria", "Recommended by", "Who is told"} <= headings
    assert {"Independent of", "Form", "Duty", "Who", "What it is"} <= headings


def test_an_outcome_with_a_condition_and_a_log_without_end(tmp_path: Path) -> None:
    text = changed("stop: {name: Stop}", "stop: {name: Stop, only: {criteria: {scr: not_met}}}")
    keys = "id: log, name: Log, kind: record, stage: need, by: chair, duty: may, repeat: {}"
    log = f"      - {{{keys}}}\n"
    pack = read(tmp_path, text.replace("clauses:\n", f"{log}clauses:\n"))
    process = pack.processes["scr"]
    decide = phrases.step_said(pack, process, process.step("decide"))
    assert decide["May end in"] == "Go on\nStop (only on the criteria “Criteria” not being met)"
    assert phrases.step_said(pack, process, process.step("log"))["Again"] == "as often as needed"


def test_a_letter_without_a_name_is_called_by_its_subject(tmp_path: Path) -> None:
    notices = "notices:\n  a: {to: ofsted, subject: A death, body: Dear all}\n"
    named = "  b: {name: Letter, to: ofsted, subject: A death, body: Dear all}\n"
    pack = read(tmp_path, other=f"{notices}{named}")
    assert [phrases.letter_name(one) for one in pack.notices.values()] == ["A death", "Letter"]


def test_words_for_all_there_is() -> None:
    assert set(phrases.MAY) == set(get_args(Capability))
    assert set(phrases.ANSWERS) == set(Type)


@pytest.mark.parametrize(
    ("a_year", "said"),
    [
        ({"at_least": 3, "at_most": 3}, "3 a year"),
        ({"at_least": 1, "at_most": 2}, "1 to 2 a year"),
        ({"at_least": 2}, "2 a year at least"),
        ({"at_most": 4}, "4 a year at most"),
    ],
)
def test_how_many_a_year(a_year: dict[str, int], said: str) -> None:
    activity = Activity.model_validate({"name": "Audits", "by": "board_chair", "a_year": a_year})
    assert phrases.activity_said(sample(), activity) == {
        "Led by": "Chair of the Board",
        "How many": said,
    }


def test_a_programme_in_full() -> None:
    activity = Activity.model_validate(
        {
            "name": "Audits",
            "by": "board_chair",
            "every": "6 months",
            "cases": 12,
            "form": "survey",
            "areas": {"a": "Oversight", "b": "Decisions"},
        }
    )
    assert phrases.activity_said(sample(), activity) == {
        "Led by": "Chair of the Board",
        "How often": "every 6 months",
        "Cases in each": "12",
        "Form": "Survey",
        "Looks into": "Oversight and Decisions",
    }


def test_questions() -> None:
    fields = {field.id: field for form in sample().forms.values() for field in form.fields}
    assert phrases.question_said(fields["known"]) == {"Answer": "yes or no, or not known"}
    assert phrases.question_said(fields["name"])["Kept sealed"] == "yes"
    assert phrases.question_said(fields["ended"])["May be left blank"] == "yes"
    assert phrases.question_said(fields["actions"])["Answer"] == "a line of text, or several"


def test_when_a_question_is_asked(tmp_path: Path) -> None:
    told = "      - {id: told, ask: Were they told?, type: yes_no}\n"
    more = "      - {id: who, ask: Who?, type: text, when: {answer: {told: yes}}}\n"
    ends = "      - {id: why, ask: Why?, type: text, when: {outcome: {this: stop}}}\n"
    text = changed(told, f"{told}{more}{ends}").replace("criteria: scr\n", "form: naming\n")
    pack = read(
        tmp_path,
        text.replace(
            "kind: record, stage: need, by: chair, form: naming}",
            "kind: record, stage: need, by: chair}",
        ),
    )
    questions = {field.id: field for field in pack.forms["naming"].fields}
    outcomes = pack.processes["scr"].step("decide").outcomes
    asked = [phrases.asked_when(one, questions, outcomes) for one in questions.values()]
    assert asked[-3:] == ["", "yes to “Were they told?”", "the outcome is “Stop”"]
    assert phrases.asked_when(questions["why"], questions, {}) == "never at this board"


def test_a_case_that_another_board_goes_on_with() -> None:
    pack = sample()
    process = pack.processes["scr"]
    run = {name: one for name, one in pack.processes.items() if name == "scr"}
    part = pack.model_copy(update={"processes": run})
    endings = phrases.step_said(part, process, process.step("chair"))["May end in"]
    assert "goes to another board" in endings
