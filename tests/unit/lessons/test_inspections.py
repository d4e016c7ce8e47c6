"""Inspections of the board."""

from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from uplift.ground.access.reach import reach
from uplift.ground.boards.models import Board
from uplift.ground.drafts.versions import Stale
from uplift.loop.lessons import operations
from uplift.loop.lessons.models import Inspection
from uplift.loop.lessons.operations import InspectionRefused


def at(name: str, *args: object) -> str:
    return reverse(f"lessons:{name}", args=("northmere", *args))


def test_an_inspection_is_recorded_once(story):
    inspection = story.inspection()
    assert str(inspection) == "Review of the board"
    with pytest.raises(InspectionRefused, match="recorded already"):
        story.inspection()
    with pytest.raises(InspectionRefused, match="in the future"):
        story.inspection(on=story.in_days(1))


def test_a_change_goes_over_what_was_seen_only(story):
    inspection = story.inspection()
    same = {
        name: getattr(inspection, name) for name in ("body", "title", "on", "factors", "source")
    }
    operations.change_inspection(
        inspection=inspection, version=1, **same, judgement="Good", **story.by
    )
    assert inspection.judgement == "Good"
    with pytest.raises(Stale):
        operations.change_inspection(
            inspection=inspection, version=1, **same, judgement="Poor", **story.by
        )


def test_the_manager_records_and_every_reader_reads(client, story, world):
    client.force_login(story.priya)
    assert "No inspection is recorded yet." in client.get(at("list")).content.decode()
    day = story.in_days(-3)
    answers = {
        "body": "Inspectorate",
        "title": "Joint review",
        "on_day": day.day,
        "on_month": day.month,
        "on_year": day.year,
        "judgement": "Good",
    }
    sent = client.post(at("new"), answers)
    inspection = Inspection.objects.get()
    assert sent.url == inspection.get_absolute_url()
    changed = {**answers, "judgement": "Requires improvement", "version": 1}
    assert client.post(at("change", inspection.pk), changed).url == sent.url
    assert "Answer “Who inspected?”" in client.post(at("new"), {"body": ""}).content.decode()

    client.force_login(world.northmere.people["sam"])
    assert "Requires improvement" in client.get(sent.url).content.decode()
    page = client.get(at("list")).content.decode()
    assert "Joint review" in page
    assert "Record an inspection" not in page
    assert client.get(at("new")).status_code == 404
    client.force_login(world.southvale.people["priya"])
    assert client.get(sent.url).status_code == 404
    southern = reverse("lessons:page", args=("southvale", inspection.pk))
    assert client.get(southern).status_code == 404


def test_a_capability_of_the_gate_is_asked_again_by_the_page(client, story, monkeypatch):
    monkeypatch.setattr("uplift.ground.access.gate.RouteGate._reach", staticmethod(_powerless))
    client.force_login(story.priya)
    inspection = story.inspection()
    assert client.get(at("new")).status_code == 403
    assert client.get(at("change", inspection.pk)).status_code == 403


def _powerless(user, slug, route):
    """The reach of somebody who reads, let through a gate that was left open."""
    board = Board.objects.get(slug=slug)
    return replace(reach(user, board, localdate()), capabilities=frozenset({"read_learning"}))
