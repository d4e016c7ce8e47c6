"""Where pages send what is being typed."""

import pytest
from django.urls import reverse
from model_bakery import baker

from uplift.ground.drafts.models import Draft
from uplift.ground.drafts.queries import draft_for
from uplift.ground.identity.models import User
from uplift.ground.identity.signals import work_interrupted

SAVE = "/drafts/save/?place=/b/northmere/cases/new/"
DISCARD = "/drafts/discard/?place=/b/northmere/cases/new/"
PLACE = "/b/northmere/cases/new/"


def fields(user, place):
    draft = draft_for(user, place)
    assert draft is not None
    return draft.fields


@pytest.fixture
def priya(db):
    return baker.make(User, email="priya@northmere.example", name="Priya Shah")


@pytest.fixture
def client(client, priya):
    client.force_login(priya, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_addresses():
    assert reverse("drafts:save") == "/drafts/save/"
    assert reverse("drafts:discard") == "/drafts/discard/"


def test_what_is_typed_is_kept(client, priya):
    answer = client.post(SAVE, {"what": "A fall", "who": ["police", "health"]})
    assert answer.status_code == 200
    assert answer.json()["sentence"].startswith("Draft kept at ")
    assert fields(priya, PLACE) == {"what": ["A fall"], "who": ["police", "health"]}


def test_what_is_too_long_is_refused_in_a_sentence(client):
    answer = client.post(SAVE, {"what": "x" * 600_000})
    assert answer.status_code == 400
    assert "too long" in answer.json()["sentence"]
    assert not Draft.objects.exists()


@pytest.mark.parametrize("address", [SAVE, DISCARD])
def test_only_posts_count(client, address):
    assert client.get(address).status_code == 405


@pytest.mark.parametrize("address", [SAVE, DISCARD])
def test_strangers_sign_in_first(client, address):
    client.logout()
    assert client.post(address, {"what": "x"}).status_code == 302
    assert not Draft.objects.exists()


def test_throwing_away_leads_back_to_the_empty_form(client, priya):
    client.post(SAVE, {"what": "A fall"})
    answer = client.post(DISCARD)
    assert (answer.status_code, answer.url) == (302, PLACE)
    assert draft_for(priya, PLACE) is None


def test_throwing_away_leads_nowhere_else(client):
    assert client.post("/drafts/discard/?place=//evil.example/").url == "/"


def interrupt(rf, user, address, data):
    work_interrupted.send(sender=User, user=user, request=rf.post(address, data))


def test_a_form_sent_after_the_session_is_kept_for_its_person(rf, priya):
    interrupt(rf, priya, PLACE, {"what": "A fall", "submission": "k"})
    assert fields(priya, PLACE)["what"] == ["A fall"]


def test_an_autosave_after_the_session_belongs_to_its_page(rf, priya):
    interrupt(rf, priya, SAVE, {"what": "A fall", "submission": "k"})
    assert fields(priya, PLACE)["what"] == ["A fall"]


def test_buttons_and_overlong_forms_are_not_kept(rf, priya):
    interrupt(rf, priya, PLACE, {"next": "/"})
    interrupt(rf, priya, PLACE, {"what": "x" * 600_000, "submission": "k"})
    assert not Draft.objects.exists()
