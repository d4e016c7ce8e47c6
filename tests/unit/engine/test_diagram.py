"""Diagrams and outlines: the same every time, readable without the picture."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.unit.engine.packs import write
from tests.unit.engine.samples import SAMPLE, sample
from uplift.engine.diagram import documents, draw, outline, process_outline
from uplift.engine.spec import read_pack

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("process", ["scr", "adults", "learning_review"])
def test_picture_names_every_step(process: str):
    picture = draw(sample(), sample().processes[process])
    assert picture == draw(sample(), sample().processes[process])
    # What is parsed is what the line above drew.
    tree = ElementTree.fromstring(picture)  # noqa: S314 - our own text
    words = [element.text or "" for element in tree.iter(f"{SVG}text")]
    for step in sample().processes[process].steps:
        assert step.name in words


def test_picture_says_what_it_is():
    picture = draw(sample(), sample().processes["scr"])
    tree = ElementTree.fromstring(picture)  # noqa: S314 - our own text
    labels = {element.get("id"): element.text for element in tree if element.get("id")}
    assert tree.get("role") == "img"
    assert [labels[name] for name in (tree.get("aria-labelledby") or "").split()] == [
        "Serious Case Review: the steps",
        "18 steps from top to bottom, by stage. Arcs lead from a step to those that wait for it. "
        "Diamond: a decision. Circle: any other step. Hollow: may be left out.",
    ]
    # A strict content security policy forbids both.
    assert "style=" not in picture
    assert "<script" not in picture


@pytest.mark.parametrize(
    ("process", "line"),
    [
        ("scr", "1. **Panel recommends** (decision by Criteria Panel)"),
        ("scr", "   - after “Referred to the panel”"),
        ("scr", "   - due 3 weeks from notification, or the reason is given"),
        ("scr", "   - tested against the criteria “Criteria for a Serious Case Review”"),
        ("scr", "   - with 2 present of: Health member, Police member and Council member"),
        (
            "scr",
            "   - ends in “Serious Case Review”, “No review” or “More is needed” (stays open)",
        ),
        (
            "scr",
            "   - ends in “Serious Case Review”, “No review” or “Learning Review” "
            "(becomes Learning Review)",
        ),
        ("scr", "   - may be done, until “Chair decides”"),
        ("scr", "   - to Ofsted"),
        ("scr", "   - for each of: “Which agencies are involved?”"),
        ("scr", "   - every 1 month, until “Report finished”"),
        ("scr", "   - as often as needed, until “Report finished”"),
        ("scr", "   - should be done"),
        (
            "scr",
            "   - after “Decision on publication” ending in “Publish in full” or "
            "“Publish the learning” and 1 week from sending the copy",
        ),
        ("scr", "   - due the same day as planned publication"),
        ("scr", "   - due 1 week before planned publication"),
        ("scr", "   - due 6 months from the chair's decision"),
        ("adults", "   - after “Referral form received” or “Letter received”"),
        ("adults", "   - after “Is the person known?” answered yes"),
        ("adults", "   - after 2 records of “Each agency answers each action”"),
        (
            "adults",
            "   - after 2 records of “Each agency answers each action” ending in “Reject”",
        ),
        (
            "adults",
            "   - after “Each agency answers each action” and anything but “Second gate” "
            "ending in “Stop”",
        ),
        (
            "adults",
            "   - due the earliest of: 2 weeks from “Each agency answers each action”; "
            "5 working days from “Actions proposed”, counted as day 1,",
        ),
    ],
)
def test_outline_says_it(process: str, line: str):
    assert line in process_outline(sample(), sample().processes[process]).splitlines()


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ("{any: [refer, {not: refer}]}", "“Referred to the panel” (where needed)"),
        ("{any: [{not: refer}, refer]}", "“Referred to the panel” (where needed)"),
        (
            "{criteria: {scr: consider}}",
            "the criteria “Criteria for a Serious Case Review” asking that it be considered",
        ),
        (
            "{all: [notified, {any: [refer, panel]}]}",
            "“Notification received” and (“Referred to the panel” or “Panel recommends”)",
        ),
        ("{elapsed: {since: opened, at_least: 2 days}}", "2 days from the opening of the case"),
    ],
)
def test_conditions_said(tmp_path: Path, after: str, said: str):
    folder = tmp_path / "pack"
    text = (SAMPLE / "pack.yaml").read_text()
    review = (SAMPLE / "processes" / "scr.yaml").read_text()
    changed = review.replace("{outcome: {panel: scr}}", after)
    adults = (SAMPLE / "processes" / "adults.yaml").read_text()
    pack = read_pack(write(folder, text, scr=changed, adults=adults))
    assert f"   - after {said}" in process_outline(pack, pack.processes["scr"]).splitlines()


def test_whole_pack():
    said = outline(sample())
    for words in (
        "# Northmere Safeguarding Board Framework",
        "- Criteria Panel",
        "## Criteria: Criteria for a Serious Case Review",
        "- Has the child died?",
        "## Adults' Review",
        "0 clauses of the source document.",
    ):
        assert words in said


def test_documents_of_a_pack():
    made = documents(sample(), SAMPLE)
    assert set(made) == {
        *(f"{name}.{kind}" for name in sample().processes for kind in ("svg", "md")),
        "scenarios.md",
    }
    assert "![Serious Case Review: the steps](scr.svg)" in made["scr.md"]
