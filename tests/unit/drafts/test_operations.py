"""Submission keys and drafts."""

import datetime as dt
import threading

import pytest
from django.db import connection
from django.utils import timezone
from model_bakery import baker

from uplift.ground.drafts import operations
from uplift.ground.drafts.models import Draft, Submission
from uplift.ground.drafts.operations import DraftRefused
from uplift.ground.drafts.queries import draft_for
from uplift.ground.identity.models import User
from uplift.ground.ui.refusal import Refusal

NOW = dt.datetime(2026, 11, 21, 14, 5, tzinfo=dt.UTC)
PLACE = "/b/northmere/cases/new/"


def person(email="priya@northmere.example") -> User:
    return baker.make(User, email=email, name="Priya Shah")


def fields(user, place):
    draft = draft_for(user, place)
    assert draft is not None
    return draft.fields


@pytest.fixture
def priya(db):
    return person()


def kept(user, place=PLACE, now=NOW, **typed):
    return operations.keep(user=user, place=place, fields=typed or {"what": ["A fall"]}, now=now)


def test_keys_differ():
    assert len({operations.new_key() for _ in range(100)}) == 100


def test_the_same_key_has_its_effect_once(priya):
    made = []

    def make() -> str:
        made.append(1)
        return f"/b/northmere/cases/{len(made)}/"

    outcomes = {operations.once(user=priya, key="k", now=NOW, make=make) for _ in range(20)}
    assert outcomes == {"/b/northmere/cases/1/"}
    assert len(made) == 1


def test_another_persons_key_is_another_key(priya):
    john = person("john@northmere.example")
    assert operations.once(user=priya, key="k", now=NOW, make=lambda: "/one/") == "/one/"
    assert operations.once(user=john, key="k", now=NOW, make=lambda: "/two/") == "/two/"


def test_a_refused_sending_leaves_the_key_free(priya):
    def refuse() -> str:
        raise Refusal("Not now.")

    with pytest.raises(Refusal):
        operations.once(user=priya, key="k", now=NOW, make=refuse)
    assert not Submission.objects.exists()
    assert operations.once(user=priya, key="k", now=NOW, make=lambda: "/one/") == "/one/"


@pytest.mark.django_db(transaction=True)
def test_twenty_sendings_at_once_make_one_record():
    user = person()
    outcomes, failures = [], []

    def make() -> str:
        return f"/drafts/{kept(user, place='/made/').pk}/"

    def send() -> None:
        try:
            outcomes.append(operations.once(user=user, key="k", now=NOW, make=make))
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(outcomes) == 20
    assert len(set(outcomes)) == 1
    assert Submission.objects.count() == 1


def test_a_draft_is_given_back_to_its_person_only(priya):
    kept(priya, what=["Ein Sturz, ŵ 😀"])
    assert fields(priya, PLACE) == {"what": ["Ein Sturz, ŵ 😀"]}
    assert draft_for(person("john@northmere.example"), PLACE) is None
    assert draft_for(priya, "/b/northmere/") is None


def test_a_draft_is_encrypted(priya):
    kept(priya, what=["Wren Miller"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT fields FROM drafts_draft")
        assert "Wren" not in cursor.fetchone()[0]


def test_a_later_draft_takes_the_place_of_the_earlier(priya):
    kept(priya, what=["first"])
    kept(priya, what=["second"], now=NOW + dt.timedelta(seconds=10))
    assert Draft.objects.get().fields == {"what": ["second"]}


def test_passwords_and_tokens_are_not_kept(priya):
    kept(priya, what=["x"], csrfmiddlewaretoken=["t"], password=["p"], sign_password=["p"])
    assert fields(priya, PLACE) == {"what": ["x"]}


@pytest.mark.parametrize("place", ["", "elsewhere", "//evil.example/", "/a?b=c", "/a\0", "/" * 400])
def test_a_draft_belongs_to_a_page(priya, place):
    with pytest.raises(DraftRefused):
        kept(priya, place=place)


def test_a_draft_has_a_size(priya):
    kept(priya, what=["x" * 400_000])
    with pytest.raises(DraftRefused, match="too long"):
        kept(priya, what=["x" * 600_000])
    assert len(fields(priya, PLACE)["what"][0]) == 400_000


def test_the_oldest_drafts_make_room(priya):
    for minute in range(operations.MOST + 5):
        kept(priya, place=f"/page/{minute}/", now=NOW + dt.timedelta(minutes=minute))
    assert Draft.objects.count() == operations.MOST
    assert draft_for(priya, "/page/4/") is None
    assert draft_for(priya, "/page/5/") is not None


def test_what_has_been_sent_is_not_kept_again(priya):
    operations.once(user=priya, key="k", now=NOW, make=lambda: "/one/")
    assert kept(priya, what=["x"], submission=["k"]) is None
    assert draft_for(priya, PLACE) is None
    assert kept(priya, what=["x"], submission=["other"]) is not None


def test_discarding_leaves_other_peoples_drafts(priya):
    john = person("john@northmere.example")
    kept(priya)
    kept(john)
    operations.discard(user=priya, place=PLACE)
    assert list(Draft.objects.values_list("user", flat=True)) == [john.pk]


def test_old_drafts_and_keys_go(priya):
    now = timezone.now()
    kept(priya, place="/old/", now=now - dt.timedelta(days=91))
    kept(priya, place="/new/", now=now - dt.timedelta(days=89))
    operations.once(user=priya, key="old", now=now - dt.timedelta(days=31), make=lambda: "/")
    operations.once(user=priya, key="new", now=now, make=lambda: "/")
    assert operations.clean(now=now) == 1
    assert [draft.place for draft in Draft.objects.all()] == ["/new/"]
    assert [sent.key for sent in Submission.objects.all()] == ["new"]
    assert str(Draft.objects.get()) == "/new/"
    assert str(Submission.objects.get()) == "new"
