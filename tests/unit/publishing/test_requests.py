"""The log of who asked for a report, and what they were told."""

import datetime as dt

import pytest

from uplift.ground.ui.refusal import Refusal
from uplift.loop.publishing import operations
from uplift.loop.publishing.models import CopyRequest

DAY = dt.timedelta(days=1)


@pytest.fixture
def asked(desk):
    return operations.log_request(
        publication=desk.published(),
        asked_on=desk.world.today,
        who="A member of the public",
        by=desk.person("lewis"),
        now=desk.now,
    )


def answer(desk, asked, on):
    return operations.answer_request(
        asked=asked, answered_on=on, reply="Sent by post.", by=desk.person("lewis"), now=desk.now
    )


def test_asked_and_answered(desk, asked):
    assert answer(desk, asked, desk.world.today).reply == "Sent by post."
    with pytest.raises(Refusal, match="answered already"):
        answer(desk, asked, desk.world.today)


@pytest.mark.parametrize(("days", "sentence"), [(-1, "before it was asked"), (1, "hasn't come")])
def test_an_answer_on_an_impossible_day(desk, asked, days, sentence):
    with pytest.raises(Refusal, match=sentence) as refused:
        answer(desk, asked, desk.world.today + days * DAY)
    assert refused.value.field == "answered_on"


def test_a_request_of_tomorrow(desk):
    with pytest.raises(Refusal, match="hasn't come"):
        operations.log_request(
            publication=desk.published(),
            asked_on=desk.world.today + DAY,
            who="x",
            by=desk.person("lewis"),
            now=desk.now,
        )


def test_on_its_page(desk, visit):
    lewis = visit("lewis", desk.published())
    assert "Nobody has asked for it yet." in lewis.get("requests").text
    today = desk.world.today
    on = {"asked_on_day": today.day, "asked_on_month": today.month, "asked_on_year": today.year}
    lewis.post("requests", {**on, "who": "A student"})
    found = CopyRequest.objects.get()
    assert "A student" in lewis.get("requests").text
    assert lewis.get("answer_request", asked=found.pk).status_code == 200
    on = {key.replace("asked", "answered"): value for key, value in on.items()}
    lewis.post("answer_request", {**on, "reply": "Sent by e-mail."}, asked=found.pk)
    assert "Sent by e-mail." in lewis.get("requests").text
    assert lewis.get("answer_request", asked=found.pk).status_code == 404


def test_nobody_asks_for_what_isnt_published(desk, visit):
    lewis = visit("lewis", desk.begin())
    assert "hasn&#39;t been published yet" in lewis.get("requests").text
    assert lewis.post("requests").status_code == 409
