"""Every kind of part is added, changed, refused with a sentence, moved and taken out."""

import json
import re

import pytest
from django.conf import settings
from django.http import QueryDict

from tests.unit.frameworks.editor.conftest import text_of
from uplift.engine import drafting
from uplift.engine.spec import Pack, read_pack
from uplift.ground.frameworks.editor.book import Book
from uplift.ground.frameworks.editor.forms import base
from uplift.ground.frameworks.editor.forms.kinds import form_of
from uplift.ground.frameworks.editor.layout import KINDS, PANELS, TOP, key_of
from uplift.ground.frameworks.models import Workbook
from uplift.ground.history.models import Entry

STEPS = ("processes", "review", "steps")
ADDED = [
    (("roles",), {"name": "Panel chair", "seats": "one", "may": ["decide"]}, "panel_chair"),
    (("bodies",), {"name": "The coroner", "says": "Told of a death."}, "the_coroner"),
    (("routes",), {"name": "Briefing"}, "briefing"),
    (("methods",), {"name": "Learning together", "to_check": "on"}, "learning_together"),
    (("principles",), {"name": "Openness"}, "openness"),
    (("notices",), {"name": "To CQC", "to": "cqc", "subject": "S", "body": "Dear"}, "to_cqc"),
    (("criteria",), {"name": "Second", "questions": "Known?\nHarmed?"}, "second"),
    (("criteria", "sar", "ask"), {"question": "Known?", "type": "yes_no"}, "known"),
    (("forms",), {"name": "Survey", "questions": "Who told us?\nWhen?"}, "survey"),
    (("forms", "scope", "fields"), {"ask": "Bad?", "type": "score", "choices": "A\nB"}, "bad"),
    (("processes",), {"name": "Child death"}, "child_death"),
    (("processes", "review", "stages"), {"name": "The end"}, "the_end"),
    (STEPS, {"name": "Notified", "by": "board_chair", "stage": "start"}, "notified_2"),
    ((*STEPS, "panel", "outcomes"), {"name": "More", "again": "on"}, "more"),
    (("clauses",), {"says": "Yearly.", "where": "Page 2", "kind": "audit"}, "C-02"),
]  # fmt: skip


@pytest.mark.parametrize(("at", "typed", "key"), ADDED, ids=lambda part: str(part)[:30])
def test_an_element_is_added_under_an_id_of_its_own(editor, at, typed, key):
    before = len(editor.book.names(at))
    sent = editor.send("add", *at, **typed)
    assert sent.status_code == 302, text_of(sent)
    assert editor.get(*at, key) is not None
    assert editor.book.examined.pack
    again = editor.send("add", *at, **typed, then="save and add another")
    assert again.url == editor.url("add", *at)
    assert len(editor.book.names(at)) == before + 2


@pytest.mark.parametrize(("at", "typed", "key"), ADDED, ids=lambda part: str(part)[:30])
def test_nothing_is_added_without_its_words(editor, at, typed, key):
    before = editor.book.raw
    sent = editor.send("add", *at, **dict.fromkeys(typed))
    assert "There is a problem" in text_of(sent)
    assert editor.book.raw == before


def test_what_is_opened_and_saved_stays_as_it_was(editor):
    for at in (
        ("about",),
        ("roles", "business_manager"),
        ("criteria", "sar"),
        ("criteria", "sar", "ask", "died"),
        ("forms", "scope", "fields", "who"),
        ("forms", "scope", "fields", "known"),
        ("processes", "review"),
        (*STEPS, "panel"),
        (*STEPS, "returns"),
        (*STEPS, "panel", "outcomes", "go"),
        (*STEPS, "panel", "needs"),
        (*STEPS, "panel", "repeat"),
        ("clauses", "C-01"),
        ("clauses", "C-01", "attest"),
    ):
        assert editor.send("one", *at).status_code == 302, at
    assert editor.book.examined.pack == drafting.examine(editor.workbook.raw).pack


def test_what_is_saved_as_it_was_stays_so_in_a_shipped_framework(world, monkeypatch):
    """Every part of it: what the editor asks for, and what it doesn't."""
    pack = read_pack(settings.PACKS_DIR / "warrington-2013")
    board = world.northmere.board
    book = Book(Workbook(board=board, content=json.dumps(drafting.of_pack(pack))))
    nothing_wrong = drafting.Examined(pack, ())
    monkeypatch.setattr(base.drafting, "examine", lambda raw: nothing_wrong)
    raw, places = book.raw, [*parts_of(book, ((key,) for key in TOP))]
    assert len(places) > 500
    for place in [("about",), *places]:
        form_class = form_of(place)
        at = () if place == ("about",) else place
        form = form_class(book=book, place=at)
        data = QueryDict(mutable=True)
        for bound in form:
            value = bound.value()
            texts = value if isinstance(value, list) else [value]
            if isinstance(value, tuple):
                texts = ["\n".join(value)]
            data.setlist(bound.html_name, [str(one) for one in texts if one not in (None, False)])
        sent = form_class(data, book=book, place=at)
        assert sent.is_valid(), (place, sent.errors)
        raw = sent.edit(raw)
    assert Pack.model_validate(raw) == pack


def parts_of(book, collections):
    """The places of all elements of these collections, and of those in them."""
    for at in collections:
        for key in book.names(at):
            place = (*at, key)
            yield place
            inner = ((*place, part) for part in KINDS[key_of(place)].parts)
            inside = [one for one in inner if book.get(one) is not None]
            yield from (one for one in inside if key_of(one) in PANELS)
            yield from parts_of(book, (one for one in inside if key_of(one) in KINDS))


def test_a_change_is_kept_and_is_in_the_history(editor):
    editor.send("one", "roles", "board_chair", name="Independent Chair", may=["decide", "attest"])
    role = editor.get("roles", "board_chair")
    assert role["name"] == "Independent Chair"
    assert role["may"] == ["decide", "attest"]
    entry = Entry.objects.filter(operation="frameworks.draft_changed").latest("pk")
    assert entry.detail == {"place": "roles/board_chair"}


def test_what_the_editor_does_not_ask_for_stays(editor):
    place = (*STEPS, "returns")
    raw = editor.book.raw
    raw["processes"]["review"]["steps"][3] |= {"honours": ["C-01"], "each": ["scope.who"]}
    raw["processes"]["review"]["publication"] = {
        "decision": "panel", "published": "scope", "shows": {"go": "report", "stop": "nothing"},
        "at_least": "12 months",
    }  # fmt: skip
    other = type(editor)(editor.client, editor.world, raw)
    other.send("one", *place, name="Accounts")
    assert other.get(*place, "honours") == ["C-01"]
    other.send("one", "processes", "review", name="Adults' review")
    assert other.get("processes", "review", "publication", "at_least") == "12 months"
    assert other.get("processes", "review", "name") == "Adults' review"


@pytest.mark.parametrize(
    ("at", "typed", "sentence"),
    [
        (("roles", "board_chair"), {"name": "<script>x</script>"}, "HTML isn't allowed"),
        (("roles", "board_chair"), {"name": "x" * 301}, "300"),
        (("roles", "board_chair"), {"name": ""}, "Answer “What is it called?”"),
        (("roles", "board_chair"), {"held": "moon"}, "Choose one of the answers offered"),
        (("about",), {"people": "martians"}, "Choose one of the answers offered"),
        (("about",), {"source__title": "<i>x</i>"}, "HTML isn't allowed"),
        ((*STEPS, "notified"), {"kind": "notify"}, "Say which body is told"),
        ((*STEPS, "panel"), {"form": "gone"}, "Choose one of the answers offered"),
        (("forms", "scope", "fields", "known"), {"type": "one_of"}, "Write the choices"),
        (("processes", "review"), {"starts": []}, "Choose at least one"),
        ((*STEPS, "panel", "repeat"), {"how": "every"}, "Say how often"),
        ((*STEPS, "panel", "repeat"), {"how": "every", "every": "often"}, "Write a period"),
        (("clauses", "C-01", "attest"), {"ask": "How?"}, "Choose who states it"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(editor, at, typed, sentence):
    before = editor.book.raw
    sent = editor.send("one", *at, **typed)
    assert sent.status_code == 200
    assert sentence in text_of(sent)
    assert editor.book.raw == before


def test_what_is_wrong_elsewhere_is_saved_and_listed_with_its_page(editor):
    sent = editor.send("one", *STEPS, "panel", kind="record", criteria=[])
    assert sent.status_code == 302
    editor.client.post(editor.url("remove", "forms", "scope"))
    said = editor.client.get(editor.url("overview")).content.decode()
    assert "There is no form “scope”." in said
    assert editor.url("one", *STEPS, "scope") in said
    assert "Mend what is wrong first" in said


def test_a_removal_says_what_still_needs_it(editor):
    said = editor.sees("remove", "criteria", "sar", "ask", "died")
    assert "Criteria, When are they met? : There is no question “died”" in said
    assert "Nothing else needs it." in editor.sees("remove", "roles", "board_member")
    sent = editor.client.post(editor.url("remove", "roles", "board_member"))
    assert sent.url == editor.url("parts", "roles")
    assert editor.get("roles", "board_member") is None


def test_what_needs_it_cannot_be_told_while_something_is_missing(editor):
    for role in ("business_manager", "board_chair", "board_member", "agency_lead"):
        editor.client.post(editor.url("remove", "roles", role))
    assert "can't be told while something" in editor.sees("remove", "bodies", "cqc")
    assert editor.send("add", "processes", name="Another").status_code == 302
    editor.send("add", "roles", name="Manager", may=["record"])
    assert editor.get("roles") == {
        "manager": {"name": "Manager", "seats": "one", "held": "board", "may": ["record"]}
    }


def test_elements_are_moved_up_and_down(editor):
    editor.client.post(editor.url("move", *STEPS, "scope"), {"to": "up"})
    assert list(editor.book.names(STEPS)) == ["notified", "scope", "panel", "returns"]
    editor.client.post(editor.url("move", *STEPS, "scope"), {"to": "down"})
    assert list(editor.book.names(STEPS)) == ["notified", "panel", "scope", "returns"]


def test_two_people_at_one_part_see_both_texts(editor):
    at = ("roles", "board_chair")
    typed = editor.filled(editor.url("one", *at))
    editor.send("one", *at, name="First")
    editor.send("one", "roles", "agency_lead", name="Another part")
    sent = editor.client.post(editor.url("one", *at), {**typed, "name": "Second"})
    said = text_of(sent)
    assert "Somebody saved this after you had opened it" in said
    assert "First" in said
    assert editor.get(*at, "name") == "First"
    (version,) = re.findall(r'name="version"[^>]* value="([0-9]+)"', sent.content.decode())
    editor.client.post(editor.url("one", *at), {**typed, "name": "Second", "version": version})
    assert editor.get(*at, "name") == "Second"


def test_two_people_at_different_parts_do_not_meet(editor):
    data = editor.filled(editor.url("one", *STEPS, "scope"))
    editor.send("one", *STEPS, "panel", name="Review Panel")
    sent = editor.client.post(editor.url("one", *STEPS, "scope"), {**data, "name": "Scoping it"})
    assert sent.status_code == 302
    assert list(editor.book.names(STEPS).values())[1:3] == ["Review Panel", "Scoping it"]


def test_what_somebody_took_away_is_gone(editor):
    at = ("bodies", "cqc")
    data = editor.filled(editor.url("one", *at))
    editor.client.post(editor.url("remove", *at))
    assert editor.client.post(editor.url("one", *at), data).status_code == 404


def test_choices_keep_their_ids_whatever_they_are_called(editor):
    at = ("forms", "scope", "fields", "known")
    editor.send("one", *at, type="one_of", choices="Yes\nPerhaps")
    assert editor.get(*at, "choices") == {"yes": {"name": "Yes"}, "perhaps": {"name": "Perhaps"}}
    editor.send("one", *at, choices="Yes\nMaybe")
    assert editor.get(*at, "choices") == {"yes": {"name": "Yes"}, "perhaps": {"name": "Maybe"}}
    editor.send("one", *at, choices="No\nMaybe\nYes")
    assert list(editor.get(*at, "choices")) == ["no", "perhaps", "yes"]
    editor.send("one", *at, type="date", must_be="past", event="the day", choices=None)
    assert editor.get(*at, "must_be") == "past"
    assert "choices" not in editor.get(*at)
    editor.send("one", *at, type="yes_no", unknown=None)
    assert editor.get(*at) == {"id": "known", "ask": "Known?", "type": "yes_no", "unknown": False}


def test_a_choice_that_is_gone_stays_until_another_is_chosen(editor):
    editor.client.post(editor.url("remove", "roles", "agency_lead"))
    assert "“agency_lead” (which is gone)" in editor.sees("one", *STEPS, "returns")
    editor.send("one", *STEPS, "returns", name="Accounts")
    assert editor.get(*STEPS, "returns", "by") == "agency_lead"
    editor.send("one", *STEPS, "returns", by="board_chair")
    assert editor.get(*STEPS, "returns", "by") == "board_chair"


def test_who_must_be_there_and_how_often(editor):
    at = (*STEPS, "panel")
    editor.send("one", *at, "needs", present=["board_chair", "board_member"], at_least="1")
    assert editor.get(*at, "needs") == {"present": ["board_chair", "board_member"], "at_least": 1}
    assert "1 of Chair of the Board and Board member" in editor.sees("one", *at)
    editor.send("one", *at, "needs", present=None, at_least=None)
    assert editor.get(*at, "needs") is None
    at = (*STEPS, "scope")
    editor.send("one", *at, duty="may")
    editor.send("one", *at, "repeat", how="needed")
    assert editor.get(*at, "repeat") == {}
    editor.send("one", *at, "repeat", how="every", every="1 month", start="notified")
    assert editor.get(*at, "repeat") == {"every": "1 month", "from": "notified"}
    assert "Every 1 month" in editor.sees("one", *at)
    editor.send("one", *at, "repeat", how="once")
    assert editor.get(*at, "repeat") is None


def test_what_was_adopted_cannot_be_changed(editor):
    edition = editor.world.northmere.edition
    type(editor.workbook).objects.update(edition=edition)
    assert editor.client.get(editor.url("add", "roles")).status_code == 409
    assert editor.client.post(editor.url("move", "roles", "board_chair")).status_code == 409
    assert "Save" not in editor.sees("one", "roles", "board_chair")
    assert "Adopted framework" in editor.sees("overview")
    typed = {"name": "Changed", "version": "1"}
    sent = editor.client.post(editor.url("one", "roles", "board_chair"), typed)
    assert "This was adopted, so it stays as it is." in text_of(sent)
