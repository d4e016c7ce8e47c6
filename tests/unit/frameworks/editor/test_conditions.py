"""A condition is built by choosing, and a time set by choosing; no syntax anywhere."""

import pytest

from tests.unit.frameworks.editor.conftest import text_of
from uplift.ground.frameworks.editor.forms.conditions import subjects

STEP = ("processes", "review", "steps", "scope")
AFTER = (*STEP, "after")
MET = ("criteria", "sar", "met")
DIED, HARM = {"answer": {"died": ["yes"]}}, {"answer": {"harm": ["yes"]}}
GO = {"outcome": {"panel": ["go"]}}


def say(editor, *place, subject, way="", how="beside", **answers):
    """Choose a subject, then say it."""
    query = f"?way={way}&as={how}&subject={subject}"
    return editor.send("statement", *place, query=query, **answers)


@pytest.mark.parametrize(
    ("subject", "answers", "said"),
    [
        ("done", {"values": ["notified", "panel"]}, {"done": ["notified", "panel"]}),
        ("outcome:panel", {"values": ["stop"]}, {"outcome": {"panel": ["stop"]}}),
        ("answer:scope.known", {"values": ["no"]}, {"answer": {"scope.known": ["no"]}}),
        ("criteria", {"of": "sar", "result": "not_met"}, {"criteria": {"sar": "not_met"}}),
        (
            "elapsed",
            {"of": "opened", "at_least": "2 Weeks"},
            {"elapsed": {"since": "opened", "at_least": "2 weeks"}},
        ),
        ("some:returns", {"count": "2"}, {"some": {"of": "returns", "count": 2}}),
        ("done", {"values": ["panel"], "contrary": "on"}, {"not": {"done": ["panel"]}}),
    ],
)
def test_a_statement_is_added_and_changed(editor, subject, answers, said):
    at = ("processes", "review", "steps", "returns", "after")
    sent = say(editor, *at, subject=subject, **answers)
    assert sent.status_code == 302, text_of(sent)
    assert editor.get(*at) == {"all": [{"done": ["scope"]}, said]}
    assert "Saved." in editor.sees("condition", *at)
    query = f"?way=1&as=change&subject={subject}"
    editor.send("statement", *at, query=query)  # as it is filled in: nothing changes
    assert editor.get(*at) == {"all": [{"done": ["scope"]}, said]}
    editor.client.post(editor.url("condition", *at), {**marks(editor, at), "way": "1"})
    assert editor.get(*at) == {"done": ["scope"]}


def marks(editor, at):
    """What the buttons of a condition's page send along."""
    return {"version": editor.filled(editor.url("condition", *at))["version"][0]}


def test_parts_are_joined_grouped_and_taken_out(editor):
    assert editor.get(*MET) == {"any": [DIED, HARM]}
    address = editor.url("condition", *MET)
    for mode, made in (
        ("all", {"all": [DIED, HARM]}),
        ("none", {"not": {"any": [DIED, HARM]}}),
        ("not_all", {"not": {"all": [DIED, HARM]}}),
        ("any", {"any": [DIED, HARM]}),
    ):
        editor.client.post(address, {**marks(editor, MET), "way": "", "mode": mode})
        assert editor.get(*MET) == made
    say(editor, *MET, subject="answer:died", way="1", values=["no"])
    assert editor.get(*MET) == {"any": [DIED, {"all": [HARM, {"answer": {"died": ["no"]}}]}]}
    said = editor.sees("condition", *MET)
    assert (
        "is “Yes” or (the answer to “Harmed?” is “Yes” and the answer to “Died?” is “No”)" in said
    )
    for way in ("1.1", "1", "0"):
        editor.client.post(address, {**marks(editor, MET), "way": way})
    assert editor.get(*MET) is None
    assert "No rule yet" in editor.sees("condition", *MET)
    assert "“met” is missing" in editor.sees("overview")
    say(editor, *MET, subject="answer:died", values=["yes"])
    assert editor.get(*MET) == DIED
    assert "Nothing is wrong with it" in editor.sees("overview")


def test_somebody_elses_change_is_not_gone_over(editor):
    address, old = editor.url("condition", *MET), marks(editor, MET)
    editor.client.post(address, {**old, "way": "", "mode": "all"})
    said = editor.client.post(address, {**old, "way": "0"}, follow=True)
    assert "Somebody saved this after you had opened it" in text_of(said)
    assert editor.get(*MET) == {"all": [DIED, HARM]}


def test_first_it_asks_of_what_the_statement_speaks(editor):
    said = editor.sees("statement", *AFTER)
    assert "What does it depend on?" in said
    assert "How “Panel” ended" in said
    assert "The answer to “Died?” (Panel)" in said
    said = editor.sees("statement", *AFTER, query="?subject=nonsense")
    assert "Choose one of the answers offered" in said
    said = editor.sees("statement", *AFTER, query="?way=0&as=change")
    assert "How did “Panel” end?" in said


@pytest.mark.parametrize(
    ("subject", "answers", "sentence"),
    [
        ("done", {}, "Choose at least one answer"),
        ("elapsed", {"of": "opened", "at_least": "soon"}, "Write a period"),
        ("elapsed", {"of": "opened", "at_least": ""}, "Answer “How much time has passed?”"),
        ("some:returns", {"count": "0"}, "Enter 1 or more"),
    ],
)
def test_a_statement_is_refused_at_its_field(editor, subject, answers, sentence):
    before = editor.get(*AFTER)
    assert sentence in text_of(say(editor, *AFTER, subject=subject, **answers))
    assert editor.get(*AFTER) == before


def test_a_cycle_of_steps_is_listed(editor):
    at = ("processes", "review", "steps", "panel", "after")
    say(editor, *at, subject="done", values=["returns"])
    said = editor.client.get(editor.url("overview")).content.decode()
    assert "What is still wrong" in said
    assert "→" in said


def test_when_a_question_is_asked(editor):
    at = ("forms", "scope", "fields", "known", "when")
    assert subjects(editor.book.scope(at)) == {}
    assert "There is nothing here yet that it could depend on." in editor.sees("condition", *at)
    at = ("criteria", "sar", "ask", "harm", "when")
    say(editor, *at, subject="answer:died", values=["no"])
    assert editor.get(*at) == {"answer": {"died": ["no"]}}
    assert "Asked when the answer to “Died?” is “No”" in editor.sees("parts", *at[:3])


def test_a_question_may_depend_on_how_the_step_ended(editor):
    editor.send("one", "processes", "review", "steps", "panel", form="scope", criteria=[])
    at = ("forms", "scope", "fields", "who", "when")
    assert "How this step ended" in editor.sees("statement", *at)
    say(editor, *at, subject="outcome:this", values=["go"])
    assert editor.get(*at) == {"outcome": {"this": ["go"]}}
    assert "The outcome is “Go on”" in editor.sees("one", *at[:4])


def test_when_an_outcome_is_advised(editor):
    at = ("processes", "review", "steps", "panel", "outcomes", "go", "when")
    say(editor, *at, subject="criteria", of="sar", result="met")
    assert editor.get(*at) == {"criteria": {"sar": "met"}}
    assert "Advised when the criteria “Criteria” are met" in editor.sees("parts", *at[:5])


def test_until_when_a_step_is_repeated(editor):
    editor.send("one", *STEP, "repeat", how="needed")
    at = (*STEP, "repeat", "until")
    say(editor, *at, subject="done", values=["returns"])
    assert editor.get(*at) == {"done": ["returns"]}
    assert "Until when is it repeated?" in editor.sees("one", *STEP)
    editor.client.post(editor.url("condition", *at), {**marks(editor, at), "way": "0"})
    assert editor.get(*STEP, "repeat") == {}


DUE = (*STEP, "due")


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        (
            {"way": "within", "period": "3 weeks", "event": "panel"},
            {"within": "3 weeks", "of": "panel"},
        ),
        (
            {"way": "within", "period": "the same day", "event": "opened"},
            {"within": "0 days", "of": "opened"},
        ),
        (
            {"way": "within", "period": "5 working days", "event": "panel", "first_day": "on",
             "pauses": "on", "late": "on"},
            {"within": "5 working days", "of": "panel", "counting": "from_day_1", "pauses": True,
             "late": {"reason": True}},
        ),
        (
            {"way": "before", "period": "1 week", "event": "returns", "reason_to": "board_chair"},
            {"before": "returns", "by": "1 week", "late": {"reason_to": "board_chair"}},
        ),
    ],
)  # fmt: skip
def test_a_time_is_set(editor, typed, made):
    sent = editor.send("limit", *DUE, **typed)
    assert sent.status_code == 302, text_of(sent)
    assert editor.get(*DUE) == made
    editor.send("limit", *DUE, query="?limit=0")
    assert editor.get(*DUE) == made


def test_of_several_times_the_earliest_counts(editor):
    week = {"way": "within", "period": "1 week", "event": "panel"}
    editor.send("limit", *DUE, **week)
    editor.send("limit", *DUE, **{**week, "period": "2 weeks"})
    assert len(editor.get(*DUE)["any_of"]) == 2
    assert "The earliest of these counts." in editor.sees("due", *DUE)
    assert "Within 1 week of “Panel”; or within 2 weeks of “Panel”" in editor.sees("one", *STEP)
    editor.client.post(editor.url("due", *DUE), {"limit": "0"})
    assert editor.get(*DUE) == {"within": "2 weeks", "of": "panel"}
    assert editor.client.post(editor.url("due", *DUE), {"limit": "7"}).status_code == 404
    editor.client.post(editor.url("due", *DUE), {"limit": "0"})
    assert editor.get(*DUE) is None


def test_a_time_is_refused_at_its_field(editor):
    typed = {"way": "within", "period": "3 fortnights", "event": "panel"}
    assert "Write a period" in text_of(editor.send("limit", *DUE, **typed))
    typed |= {"period": "same day", "first_day": "on"}
    assert "it takes one day at least" in text_of(editor.send("limit", *DUE, **typed))
    assert editor.get(*DUE) is None
