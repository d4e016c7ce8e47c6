"""One's own account, and the demonstration's people."""

import pytest
from django.core.checks import run_checks

from uplift.ground.identity import checks
from uplift.ground.identity.models import User


@pytest.fixture
def cara(db):
    """Someone of the demonstration."""
    user = User.objects.create_user("cara@example.org", "Cara Flint")
    user.demo, user.demo_says = True, "Chair of the Board"
    user.save()
    return user


def test_ones_own_account(client, alice):
    assert client.get("/account/").status_code == 302
    client.force_login(alice)
    page = client.get("/account/").content.decode()
    assert "Alice Moss" in page
    assert "alice@example.org" in page
    assert "Sign out" in page


def test_one_click_in_the_demonstration(client, alice, cara, settings):
    settings.DEMO = True
    page = client.get("/account/demo/").content.decode()
    assert "Cara Flint" in page
    assert "Chair of the Board" in page
    assert "Alice Moss" not in page
    answer = client.post("/account/demo/?next=/b/northmere/", {"person": cara.pk})
    assert answer.headers["Location"] == "/b/northmere/"
    assert int(client.session["_auth_user_id"]) == cara.pk


def test_the_first_board_stands_open_and_the_others_behind_a_click(client, cara, settings):
    settings.DEMO = True
    for name, board in (("Ana", "Moorby"), ("Ben", "Fenby"), ("Cem", "Moorby")):
        user = User.objects.create_user(f"{name}@example.org", name)
        user.demo, user.demo_board = True, board
        user.save()
    first, second, third = client.get("/account/demo/").content.decode().split("<h2")[1:]
    assert "Cara Flint" in first
    assert "<details" not in first
    assert "Moorby" in second
    assert '<span class="govuk-details__summary-text">Ana, Cem</span>' in second
    assert "Ben" in third


def test_nobody_else_can_be_signed_in_by_a_click(client, alice, cara, settings):
    settings.DEMO = True
    for person in (alice.pk, 0, "x", "", "9" * 30, "²"):
        assert client.post("/account/demo/", {"person": person}).status_code == 404
    cara.is_active = False
    cara.save()
    assert client.post("/account/demo/", {"person": cara.pk}).status_code == 404
    assert "_auth_user_id" not in client.session
    assert "Nobody here yet" in client.get("/account/demo/").content.decode()


def test_looking_at_the_people_signs_nobody_in(client, cara, settings):
    settings.DEMO = True
    client.get("/account/demo/", {"person": cara.pk})
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(("demo", "production"), [(False, False), (False, True), (True, True)])
def test_there_is_no_demonstration_elsewhere(client, cara, settings, demo, production):
    settings.DEMO, settings.PRODUCTION = demo, production
    assert client.get("/account/demo/").status_code == 404
    assert client.post("/account/demo/", {"person": cara.pk}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_a_demonstration_in_production_does_not_start(settings):
    assert checks.demo_never_in_production() == []
    settings.DEMO, settings.PRODUCTION = True, True
    assert [fault.id for fault in run_checks(tags=["security"])] == ["identity.E001"]


def test_production_without_a_second_step_is_warned_of(settings):
    settings.PRODUCTION, settings.UPLIFT_REQUIRE_MFA = True, True
    assert checks.second_step_in_production() == []
    settings.UPLIFT_REQUIRE_MFA = False
    assert [fault.id for fault in checks.second_step_in_production()] == ["identity.W001"]
