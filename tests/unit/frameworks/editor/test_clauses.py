"""What keeps a clause is chosen from a list in words."""

import pytest

from tests.unit.frameworks.editor.conftest import text_of

CLAUSE = ("clauses", "C-01")
KEPT, FIGURE = (*CLAUSE, "honoured_by"), (*CLAUSE, "measure")


def test_what_keeps_a_clause_is_found_by_a_word_added_and_taken_out(editor):
    said = editor.sees("honour", *KEPT, query="?q=scop")
    assert "Scoping (Review)" in said
    assert "Findings" not in said
    editor.client.post(editor.url("honour", *KEPT), {"name": "step:review.scope"})
    assert editor.get(*KEPT) == ["step:review.panel", "step:review.scope"]
    assert "Panel (Review) and Scoping (Review)" in editor.sees("one", *CLAUSE)
    for name in ("step:review.panel", "step:review.scope", "step:nothing"):
        editor.client.post(editor.url("honour", *KEPT), {"name": name})
    assert editor.get(*KEPT) is None
    assert "Nothing honours the clause C-01." in editor.sees("overview")
    assert "Nothing is called so." in editor.sees("honour", *KEPT, query="?q=zzz")
    assert "more: find them by a word." in editor.sees("honour", *KEPT)


@pytest.mark.parametrize(
    ("which", "typed", "made"),
    [
        (
            "step_in_time",
            {"step": "review/panel", "at_least": "90"},
            {"process": "review", "step": "panel", "at_least": 90},
        ),
        (
            "field_filled",
            {"step": "review/scope/known"},
            {"process": "review", "step": "scope", "field": "known"},
        ),
        (
            "outcome_share",
            {"step": "review/panel/go", "at_most": "50"},
            {"process": "review", "step": "panel", "outcome": "go", "at_most": 50},
        ),
        (
            "median_days",
            {"start": "review/notified", "to": "review/panel", "at_most": "21"},
            {"process": "review", "from": "notified", "to": "panel", "at_most": 21},
        ),
        ("so_many_a_year", {"of": "case", "at_least": "2"}, {"of": "case", "at_least": 2}),
        ("linked", {"these": "finding", "to": "action"}, {"these": "finding", "to": "action"}),
        ("published", {"process": "review"}, {"process": "review"}),
        ("seat_held", {"role": "board_chair"}, {"role": "board_chair"}),
        ("actions_in_time", {}, {}),
    ],
)
def test_a_figure_is_chosen_with_what_it_is_of(editor, which, typed, made):
    sent = editor.send("measure", *FIGURE, query=f"?which={which}", **typed)
    assert sent.status_code == 302, text_of(sent)
    assert editor.get(*FIGURE) == {which: made}
    assert editor.book.examined.faults == ()
    editor.send("measure", *FIGURE, query=f"?which={which}")  # as it is filled in
    assert editor.get(*FIGURE) == {which: made}


def test_two_days_of_a_figure_are_of_one_process(editor):
    editor.send("add", "processes", name="Other")
    typed = {"start": "review/notified", "to": "other/notified"}
    sent = editor.send("measure", *FIGURE, query="?which=median_days", **typed)
    assert "Choose two days of the same type of review." in text_of(sent)


def test_no_figure_any_more(editor):
    editor.send("measure", *FIGURE, query="?which=actions_in_time")
    assert "Actions finished by their date" in editor.sees("one", *CLAUSE)
    editor.send("measure", *FIGURE, query="?which=none")
    assert editor.get(*FIGURE) is None
    assert "By which figure is it judged?" in editor.sees("measure", *FIGURE)


def test_who_states_it(editor):
    typed = {"ask": "How is it kept?", "every": "12 months", "by": "board_chair"}
    editor.send("one", *CLAUSE, "attest", **typed)
    assert editor.get(*CLAUSE, "attest") == typed
    assert "Chair of the Board, every 12 months: How is it kept?" in editor.sees("one", *CLAUSE)
    editor.send("one", *CLAUSE, "attest", ask=None)
    assert editor.get(*CLAUSE, "attest") is None
