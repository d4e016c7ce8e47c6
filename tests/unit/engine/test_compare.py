"""What differs between two frameworks: a table of examples, and what holds for any two."""

from itertools import cycle
from pathlib import Path
from typing import Any, TypeVar

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from tests.unit.engine.packs import PACK, changed, read
from tests.unit.engine.samples import sample
from uplift.engine.shelf import SHIPPED
from uplift.engine.spec import Pack, read_pack
from uplift.engine.spec.compare import Chapter, Difference, Kind, compare
from uplift.engine.spec.compare.telling import as_text

REPORT = "        after: {outcome: {decide: go}}\n"
DUE = f"{REPORT}        due: {{within: 3 weeks, of: decide}}\n"
LOG = "      - {id: log, name: Log kept, kind: record, stage: need, by: chair}\n"
SHARED = """\
routes:
  poster: {name: Posters, says: In every office.}
methods:
  systems: {name: Systems approach}
principles:
  child: {name: The child first, says: Always.}
thread:
  theme: {name: Priority theme}
programme:
  days: {name: Audit days, by: chair, a_year: {at_least: 3, at_most: 3}}
tables:
  reviews:
    name: Reviews
    columns: {who: Who, how: How}
    rows:
      scr: {name: Review, cells: {who: The chair}}
"""

# what is changed in the tiny pack: text and its replacement; then the one difference it makes, as
# chapter, of, what, aspect, here, there
EXAMPLES: list[tuple[str, str, tuple[Any, ...]]] = [
    (
        REPORT,
        DUE,
        ("Clocks", "Review", "Report", "", "", "By when: within 3 weeks of “Chair decides”"),
    ),
    (
        "    met: died\n",
        "    met: {not: died}\n",
        (
            "Criteria",
            "",
            "Criteria",
            "Met when",
            "yes to “Has the child died?”",
            "no to “Has the child died?”",
        ),
    ),
    (
        'died: {question: "Has the child died?"}\n    met: died',
        'dead: {question: "Has the child died?"}\n    met: dead',
        (),
    ),
    (
        "may: [decide]",
        "may: [decide, attest]",
        ("Roles", "", "Chair", "May", "decide", "decide and state how a clause is honoured"),
    ),
    (
        "name: Ofsted}",
        "name: The inspectorate}",
        ("Bodies outside the board", "", "Ofsted", "Name"),
    ),
    ("name: Report\n", "name: Final report\n", ("Steps", "Review", "Report", "Name")),
    (
        "by: chair\n        after: notified\n",
        "by: chair\n        after: notified\n        duty: should\n",
        ("Steps", "Review", "Chair decides", "Duty", "Must be done", "Should be done"),
    ),
    (
        "stop: {name: Stop}",
        "stop: {name: Stop, reasons: true}",
        ("Steps", "Review", "Chair decides", "May end in", "Go on\nStop"),
    ),
    (
        "stop: {name: Stop}",
        "stop: {name: Go no further}",
        ("Steps", "Review", "Chair decides", "May end in", "Go on\nStop", "Go on\nGo no further"),
    ),
    (
        "ask: When?, type: date",
        "ask: When?, type: approximate_date",
        ("Forms", "Naming", "When?", "Answer", "a date"),
    ),
    (
        "source: {title: Tiny}",
        "source: {title: Big}",
        ("The document", "", "The document", "Source"),
    ),
    ("says: There is a report.", "says: A report is made.", ("Clauses", "", "T-1", "What it says")),
    ("stages: {need: Is it needed?}", "stages: {need: Needed?}", ("Types of review", "", "Review")),
]


@pytest.mark.parametrize(("old", "new", "expected"), EXAMPLES)
def test_one_difference(tmp_path: Path, old: str, new: str, expected: tuple[Any, ...]) -> None:
    here, there = read(tmp_path / "a"), read(tmp_path / "b", changed(old, new))
    found = compare(here, there)
    assert len(found) == (1 if expected else 0), found
    for one in found:
        said = (one.chapter, one.of, one.what, one.aspect, one.here, one.there)
        assert said[: len(expected)] == expected


def test_a_clock_is_said_in_sentences(tmp_path: Path) -> None:
    here = read(tmp_path / "a", changed(REPORT, DUE))
    there = read(tmp_path / "b", changed(REPORT, DUE.replace("3 weeks", "15 working days")))
    (one,) = compare(here, there)
    assert one == Difference(
        Chapter.CLOCKS,
        "Review",
        "Report",
        "By when",
        "within 3 weeks of “Chair decides”",
        "within 15 working days of “Chair decides”",
        Kind.CHANGED,
    )


def test_a_step_renamed_is_told_once(tmp_path: Path) -> None:
    """Its new name isn't told again wherever a clock or another step speaks of it."""
    here = read(tmp_path / "a", changed(REPORT, DUE))
    text = changed(REPORT, DUE).replace("name: Chair decides", "name: The decision")
    (one,) = compare(here, read(tmp_path / "b", text))
    assert (one.aspect, one.here, one.there) == ("Name", "Chair decides", "The decision")


def test_the_same_thing_under_another_id_is_matched_by_its_name(tmp_path: Path) -> None:
    text = PACK.replace("chair:", "head:").replace("by: chair", "by: head")
    assert compare(read(tmp_path / "a"), read(tmp_path / "b", text)) == ()


def test_an_id_goes_before_a_name(tmp_path: Path) -> None:
    """`chair` there is the chair here, whatever else bears its name."""
    two = "chair: {name: Head}\n  other: {name: Chair, may: [decide]}"
    there = read(tmp_path / "b", changed("chair: {name: Chair, may: [decide]}", two))
    found = compare(read(tmp_path / "a"), there)
    assert [(one.what, one.aspect, one.kind) for one in found] == [
        ("Chair", "Name", Kind.CHANGED),
        ("Chair", "May", Kind.REMOVED),
        ("Chair", "", Kind.ADDED),
    ]


def test_steps_in_another_order(tmp_path: Path) -> None:
    here = read(tmp_path / "a", changed("    steps:\n", f"    steps:\n{LOG}"))
    there = read(tmp_path / "b", changed("clauses:\n", f"{LOG}clauses:\n"))
    (one,) = compare(here, there)
    assert one.what == "Order of the steps"
    assert one.here.startswith("1. Log kept\n2. Notified")
    assert one.there.endswith("4. Log kept")


def test_what_only_one_has_is_told_whole(tmp_path: Path) -> None:
    here, there = read(tmp_path / "a"), read(tmp_path / "b", other=SHARED)
    found = {one.what: one for one in compare(here, there)}
    assert all(one.kind is Kind.ADDED and not one.here for one in found.values())
    assert found["Posters"].there == "What it says: In every office."
    assert found["Systems approach"].there == "Systems approach"
    assert found["Audit days"].there == "Led by: Chair\nHow many: 3 a year"
    assert {one.chapter for one in found.values()} == {
        Chapter.ROUTES,
        Chapter.METHODS,
        Chapter.PRINCIPLES,
        Chapter.LEARNING,
        Chapter.PROGRAMME,
        Chapter.TABLES,
    }


def test_cells_of_a_table(tmp_path: Path) -> None:
    here = read(tmp_path / "a", other=SHARED)
    filled = SHARED.replace("{who: The chair}", "{who: The chair, how: In a meeting}")
    (one,) = compare(here, read(tmp_path / "b", other=filled))
    assert (one.of, one.what, one.aspect, one.there) == ("Reviews", "Review", "How", "In a meeting")


def test_guidance_is_compared_between_editions_alone(tmp_path: Path) -> None:
    there = changed("name: Report\n", "name: Report\n        says: In writing.\n")
    (one,) = compare(read(tmp_path / "a"), read(tmp_path / "b", there))
    assert (one.aspect, one.there) == ("Guidance", "In writing.")
    other = there.replace("tiny-2014", "other-2014")
    assert compare(read(tmp_path / "c"), read(tmp_path / "d", other)) == ()


def test_clauses_numbered_by_each_board_are_counted(tmp_path: Path) -> None:
    found = compare(read(tmp_path / "a"), read(tmp_path / "b", changed("id: T-1", "id: X-1")))
    assert [(one.chapter, one.here, one.there) for one in found] == [
        (Chapter.CLAUSES, "1 clause", "1 clause")
    ]
    bare = PACK.partition("clauses:")[0]
    assert compare(read(tmp_path / "c", bare), read(tmp_path / "d", bare)) == ()


def test_two_shipped_packs_as_a_table() -> None:
    here, there = read_pack(SHIPPED / "warrington-2013"), sample()
    text = as_text(compare(here, there), "Warrington", "Northmere")
    assert "CLOCKS\n" in text
    assert max(map(len, text.splitlines())) <= 112
    assert text.splitlines()[-1].endswith("differences in all")


WORDS = st.text("abc ", min_size=1, max_size=4)
M = TypeVar("M", bound=BaseModel)


def but(model: M, **changes: Any) -> M:
    """A copy with changes, nothing of it checked."""
    fields = {name: getattr(model, name) for name in type(model).model_fields}
    return type(model).model_construct(**{**fields, **changes})


CHANGES = st.fixed_dictionaries(
    {
        "process": st.sampled_from(sorted(sample().processes)),
        "order": st.randoms(use_true_random=False),
        "names": st.lists(WORDS, min_size=8, max_size=8),
        "may": st.integers(0, 3),
        "clauses": st.integers(0, 2),
    }
)


def made(changes: dict[str, Any]) -> Pack:
    """The sample pack with names, powers, steps and forms changed at random."""
    pack, names = sample(), cycle(changes["names"])
    roles = {
        key: but(role, name=next(names), may=role.may[: changes["may"]])
        for key, role in pack.roles.items()
    }
    chosen = pack.processes[changes["process"]]
    steps = [but(step, name=next(names)) for step in chosen.steps]
    changes["order"].shuffle(steps)
    process = but(chosen, name=next(names), steps=tuple(steps))
    return but(
        pack,
        roles=roles,
        processes={**pack.processes, chosen.id: process},
        forms={key: but(form, name=next(names)) for key, form in pack.forms.items()},
        clauses=pack.clauses[: changes["clauses"]],
    )


@hypothesis.settings(max_examples=40)
@given(CHANGES)
def test_nothing_differs_from_itself(changes: dict[str, Any]) -> None:
    pack = made(changes)
    assert compare(pack, pack) == ()


TURNED = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED, Kind.CHANGED: Kind.CHANGED}


def told(found: tuple[Difference, ...]) -> list[tuple[str, ...]]:
    return sorted((one.chapter, one.aspect, one.here, one.there, one.kind) for one in found)


@hypothesis.settings(max_examples=40)
@given(CHANGES, CHANGES)
def test_the_other_way_round_it_is_the_same_turned(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    here, there = made(one), made(other)
    turned = sorted(
        (one.chapter, one.aspect, one.there, one.here, TURNED[one.kind])
        for one in compare(there, here)
    )
    assert told(compare(here, there)) == turned
