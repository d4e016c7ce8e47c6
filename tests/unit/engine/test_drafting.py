"""A framework in the making: plain data, edited part by part, examined, taken away and back."""

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from uplift.engine import drafting
from uplift.engine.spec import Pack, PackErrors, read_pack
from uplift.engine.text import hidden_mark, holds_html

FOLDERS = sorted(folder.parent for folder in settings.PACKS_DIR.glob("*/pack.yaml"))

words = st.text(max_size=60).filter(lambda text: not hidden_mark(text) and not holds_html(text))
keys = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
scalars = (
    words | st.booleans() | st.integers(-(10**15), 10**15) | st.sampled_from([0.5, -2.25, 3.0])
)
trees = st.dictionaries(
    keys,
    st.recursive(
        scalars, lambda part: st.lists(part, max_size=4) | st.dictionaries(keys, part), max_leaves=9
    ),
)


@pytest.fixture
def raw():
    draft = drafting.blank(pack="ours-2026", name="Ours", people="adults", process="A review")
    draft["criteria"] = {
        "sar": {"name": "Criteria", "ask": {"died": {"question": "Died?"}}, "met": "died"}
    }
    return draft


@given(trees)
def test_what_is_taken_away_comes_back_as_it_was(tree):
    assert drafting.from_yaml(drafting.to_yaml(tree).encode()) == tree


def test_text_of_several_lines_is_written_to_be_read():
    assert drafting.to_yaml({"body": "Dear all\n\nThanks\n"}) == "body: |\n  Dear all\n\n  Thanks\n"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_shipped_pack_can_be_taken_up_and_written(folder):
    pack = read_pack(folder)
    raw = drafting.of_pack(pack)
    assert drafting.examine(raw).sound == pack
    assert Pack.model_validate(drafting.from_yaml(drafting.to_yaml(raw).encode())) == pack


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"a: &x [1]\nb: *x\n", "anchors"),
        (b"- a\n- b\n", "mapping of keys"),
        (b"name: 'unclosed\n", "isn't YAML"),
        (b"name: <b>bold</b>\n", "HTML"),
        (b"a: " + b"x" * 5_000_001, "larger than 5 MB"),
        (b"a: [" + b"1," * 60_000 + b"]", "parts at most"),
        (b"a: " + b"[" * 60 + b"]" * 60, "nested"),
        (b"\xff", "UTF-8"),
    ],
)
def test_a_bad_file_is_refused_with_its_line(content, sentence):
    with pytest.raises(PackErrors, match=r"pack\.yaml:\d+: .*" + sentence):
        drafting.from_yaml(content)


def test_a_blank_framework_has_nothing_wrong(raw):
    assert drafting.examine(raw).faults == ()


def test_edits_leave_the_draft_they_were_given_as_it_is(raw):
    before = drafting.to_yaml(raw)
    draft = drafting.put(raw, ("roles", "board_chair", "name"), "Independent Chair")
    draft = drafting.put(draft, ("source", "published"), "2026")
    draft = drafting.put(draft, ("processes", "a_review", "publication", "sent"), "notified")
    draft = drafting.add(draft, ("bodies",), "cqc", {"name": "CQC"}, listed=False)
    assert drafting.to_yaml(raw) == before
    assert drafting.get(draft, ("bodies", "cqc", "name")) == "CQC"
    assert drafting.get(draft, ("source", "published")) == "2026"
    assert drafting.get(draft, ("processes", "a_review", "publication", "sent")) == "notified"


def test_steps_are_found_by_id_and_moved(raw):
    steps = ("processes", "a_review", "steps")
    draft = drafting.add(raw, steps, "panel", {"name": "Panel"}, listed=True)
    draft = drafting.add(draft, steps, "chair", {"name": "Chair"}, listed=True)
    draft = drafting.move(draft, (*steps, "chair"), -1)
    assert [step["id"] for step in drafting.get(draft, steps)] == ["notified", "chair", "panel"]
    draft = drafting.move(draft, (*steps, "chair"), -9)
    assert drafting.get(draft, steps)[0]["id"] == "chair"
    draft = drafting.move(draft, ("roles", "board_chair"), 1)
    assert list(draft["roles"]) == [
        *("business_manager", "board_member", "board_chair", "agency_lead")
    ]
    draft = drafting.put(draft, (*steps, "panel"), {"id": "panel", "name": "The panel"})
    assert drafting.get(draft, (*steps, "panel", "name")) == "The panel"
    draft = drafting.put(draft, (*steps, "new"), {"id": "new"})
    assert drafting.get(draft, (*steps, "new")) == {"id": "new"}


def test_what_is_emptied_goes_too(raw):
    draft = drafting.remove(raw, ("criteria", "sar", "ask", "died"))
    assert "ask" not in draft["criteria"]["sar"]
    assert drafting.remove(raw, ("nowhere", "at", "all")) == raw
    assert drafting.put(raw, ("short",), None) == raw
    with pytest.raises(KeyError):
        drafting.get(raw, ("processes", "a_review", "steps", "missing"))


def test_a_fault_says_where_it_is_mended(raw):
    step = ("processes", "a_review", "steps", "notified")
    draft = drafting.put(raw, (*step, "by"), "nobody")
    assert drafting.examine(draft).faults == (
        drafting.Fault((*step, "by"), "There is no role “nobody”."),
    )
    draft = drafting.put(raw, (*step, "after"), {"all": [{"done": ["gone"]}]})
    assert (*step, "after") in {fault.place for fault in drafting.examine(draft).faults}
    draft = drafting.put(raw, ("roles", "board_chair", "name"), "A <b>bold</b> \u202e chair")
    assert [fault.place for fault in drafting.examine(draft).faults] == [
        ("roles", "board_chair", "name")
    ]
    draft = drafting.put(raw, ("name",), "")
    assert drafting.examine(draft).pack is None
    assert drafting.examine(draft).sound is None


def test_what_still_names_a_thing(raw):
    used = drafting.used_by(raw, ("criteria", "sar", "ask", "died"))
    assert [fault.place for fault in used] == [("criteria", "sar")]
    draft = drafting.add(raw, ("criteria", "sar", "ask"), "harm", {"question": "?"}, listed=False)
    (fault,) = drafting.used_by(draft, ("criteria", "sar", "ask", "died"))
    assert fault.place == ("criteria", "sar", "met")
    assert drafting.used_by(draft, ("criteria", "sar", "ask", "harm")) == ()


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Case Review Panel", "case_review_panel"),
        ("The Board's chair", "the_boards_chair"),
        ("Café  – Zoë", "cafe_zoe"),
        ("2nd gate", "nd_gate"),
        ("審査", "part"),
        ("Panel", "panel_2"),
        ("Pause", "pause_2"),
        ("x" * 90, "x" * 40),
    ],
)
def test_ids_are_made_from_names(name, made):
    assert drafting.id_for(name, {"panel"}) == made
