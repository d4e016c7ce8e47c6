"""What honours a clause, in words."""

from pathlib import Path

from tests.unit.engine.packs import changed, read
from tests.unit.engine.samples import sample
from uplift.engine.spec.honours import elements, in_words
from uplift.engine.spec.measures import Measure


def test_every_element_has_words():
    words = in_words(sample())
    assert set(words) == set(elements(sample()))
    assert all(words.values())


def test_words():
    words = in_words(sample())
    assert words["step:scr.panel"] == "Panel recommends (Serious Case Review)"
    assert words["outcome:scr.panel.none"] == "No review (Serious Case Review)"
    assert words["publication:scr"] == "Rules of publication (Serious Case Review)"
    assert words["question:scr.died"] == "Has the child died?"
    assert words["role:board_chair"] == "Chair of the Board"
    assert words["feature:learning.finding"] == "Findings"


def test_documents_are_known_by_their_titles(tmp_path: Path):
    form = "{title: The form, process: scr, after: report, rows: [{label: A}]}"
    dive = "{name: Deep dive, by: chair, areas: {oversight: Management oversight}}"
    more = f"documents:\n  form: {form}\nprogramme:\n  dive: {dive}\nclauses:\n"
    words = in_words(read(tmp_path, changed("clauses:\n", more)))
    assert words["document:form"] == "The form"
    assert words["area:dive.oversight"] == "Management oversight"


def test_measures_say_what_they_are():
    measure = Measure.model_validate({"seat_held": {"role": "chair"}})
    assert measure.name == "seat_held"
    assert measure.says == "The seat is held today"
    assert Measure.model_validate_json(measure.model_dump_json()) == measure
