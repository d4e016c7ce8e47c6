"""Version-checked saves: of any number of editors one comes first, the others see both texts."""

import datetime as dt
import threading

import pytest
from django.apps import apps
from django.db import connection, transaction
from model_bakery import baker

from uplift.ground.boards.models import Board
from uplift.ground.drafts.versions import Gone, Stale, check_version, claim
from uplift.ground.identity.models import User
from uplift.loop.learning.models import Theme

TODAY = dt.date(2026, 11, 21)
VERSIONED = [m for m in apps.get_models() if any(f.name == "version" for f in m._meta.fields)]


def theme(**more) -> Theme:
    board = baker.make(Board, name="Northmere", slug="northmere", prefix="NM")
    user = baker.make(User, email="priya@northmere.example", name="Priya Shah")
    return Theme.objects.create(board=board, name="History", by=user, made_on=TODAY, **more)


@pytest.mark.django_db
def test_a_claim_saves_the_changes_and_the_next_version():
    record = claim(theme(), 1, name="History not read", says="Nobody reads it")
    assert (record.name, record.says, record.version) == ("History not read", "Nobody reads it", 2)


@pytest.mark.django_db
def test_an_older_version_changes_nothing_and_carries_both_texts():
    record = claim(theme(says="first"), 1, says="second")
    with pytest.raises(Stale) as refused:
        claim(Theme.objects.get(), 1, name="History", says="mine")
    assert refused.value.version == 2
    assert refused.value.stored == {"name": "History", "says": "second"}
    assert refused.value.typed == {"name": "History", "says": "mine"}
    record.refresh_from_db()
    assert (record.says, record.version) == ("second", 2)


@pytest.mark.django_db
def test_what_was_typed_may_name_more_than_what_is_written():
    record = theme()
    with pytest.raises(Stale) as refused:
        claim(record, 7, typed={"findings": [], "elsewhere": "x"}, name="New")
    assert refused.value.stored == {"findings": [], "elsewhere": None}


@pytest.mark.django_db
def test_a_record_that_was_taken_away_is_gone():
    record = theme()
    Theme.objects.all().delete()
    with pytest.raises(Gone):
        claim(record, 1, name="New")


@pytest.mark.django_db
def test_checking_a_version_writes_nothing():
    record = theme()
    check_version(record, 1, {"name": "New"})
    with pytest.raises(Stale):
        check_version(record, 2, {"name": "New"})
    assert Theme.objects.get().version == 1


def edit(pk: int, number: int) -> None:
    """One editor: appends a word, and opens the form again whenever somebody was first."""
    while True:
        record = Theme.objects.get(pk=pk)
        try:
            with transaction.atomic():
                claim(record, record.version, says=f"{record.says} {number}".strip())
        except Stale:
            continue
        return


@pytest.mark.django_db(transaction=True)
def test_fifty_editors_lose_nothing():
    record = theme()
    failures = []

    def editor(number: int) -> None:
        try:
            edit(record.pk, number)
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=editor, args=(number,)) for number in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    record.refresh_from_db()
    assert failures == []
    assert sorted(map(int, record.says.split())) == list(range(50))
    assert record.version == 51


@pytest.mark.parametrize("model", VERSIONED, ids=lambda model: model._meta.label_lower)
def test_every_versioned_model_counts_from_one(model):
    assert model._meta.get_field("version").default == 1
