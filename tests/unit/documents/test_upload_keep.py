"""Keeping a file: its row and its content, or neither."""

import datetime as dt
import hashlib
import os
import stat

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone

from uplift.ground.boards.models import Board
from uplift.ground.documents import operations, storage
from uplift.ground.documents.models import File
from uplift.ground.documents.refused import FileRefused
from uplift.ground.history.models import Entry
from uplift.ground.identity.models import User

PDF = b"%PDF-1.7\n%%EOF\n"

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


@pytest.fixture
def board():
    return Board.objects.create(
        name="Northmere Board", short_name="Northmere", slug="northmere", area="N", prefix="NM"
    )


@pytest.fixture
def priya():
    return User.objects.create_user("priya@example.org", "Priya Shah")


def keep(board, by, content=PDF, name="report.pdf"):
    upload = SimpleUploadedFile(name, content)
    return operations.keep(board=board, upload=upload, by=by, now=timezone.now())


def test_kept_under_a_name_of_our_own(board, priya):
    file = keep(board, priya, name="../Report on Heron.pdf")
    path = storage.path_of(file.stored)
    assert file.name == "Report on Heron.pdf"
    assert "Heron" not in str(path)
    assert path.read_bytes() == PDF
    assert (file.size, file.sha256) == (len(PDF), hashlib.sha256(PDF).hexdigest())
    assert file.content_type == "application/pdf"


def test_only_our_own_user_reads_the_content(board, priya):
    path = storage.path_of(keep(board, priya).stored)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_history_tells_of_the_file_but_not_its_name(board, priya):
    file = keep(board, priya, name="Heron.pdf")
    entry = Entry.objects.get(operation="documents.kept")
    assert entry.detail == {"size": file.size, "sha256": file.sha256}
    assert "Heron" not in entry.about


def test_a_refused_file_leaves_nothing(board, priya):
    with pytest.raises(FileRefused):
        keep(board, priya, b"MZ nothing good")
    assert not File.objects.exists()
    assert list(storage.everything()) == []


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_rolls_back_leaves_no_content(board, priya):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        file = keep(board, priya)
        assert storage.path_of(file.stored).exists()
        raise ZeroDivisionError
    assert list(storage.everything()) == []
    assert not File.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_savepoint_that_rolls_back_takes_its_own_content_only(board, priya):
    with transaction.atomic():
        first = keep(board, priya)
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            keep(board, priya)
            raise ZeroDivisionError
    assert [path.name for path in storage.everything()] == [first.stored]


@pytest.mark.django_db(transaction=True)
def test_committed_content_stays(board, priya):
    file = keep(board, priya)
    assert [path.name for path in storage.everything()] == [file.stored]


def test_a_full_disk_is_said_in_a_sentence(board, priya, monkeypatch):
    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileRefused, match="no room"):
        keep(board, priya)
    assert list(storage.everything()) == []


def clean(path):
    return ""


def infected(path):
    return f"The file holds a virus ({path.stat().st_size} bytes)."


def broken(path):
    raise ConnectionError


@pytest.mark.parametrize(
    ("scanner", "sentence"),
    [("infected", "holds a virus"), ("broken", "couldn't be scanned")],
)
def test_the_scanner_is_asked(board, priya, settings, monkeypatch, scanner, sentence):
    monkeypatch.setattr(operations, "import_string", lambda path: globals()[path])
    settings.UPLOAD_SCAN = scanner
    with pytest.raises(FileRefused, match=sentence):
        keep(board, priya)
    assert not File.objects.exists()
    assert list(storage.everything()) == []


def test_a_clean_file_passes_the_scanner(board, priya, settings, monkeypatch):
    monkeypatch.setattr(operations, "import_string", lambda path: globals()[path])
    settings.UPLOAD_SCAN = "clean"
    assert keep(board, priya).pk


def test_sweeping_takes_what_belongs_to_no_file(board, priya):
    file = keep(board, priya)
    long_ago = timezone.now() - dt.timedelta(days=2)
    lost, fresh = (storage.path_of(letter * 40) for letter in "ab")
    for path in (lost, fresh):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"half")
    for path in (lost, storage.path_of(file.stored)):
        os.utime(path, (long_ago.timestamp(),) * 2)
    assert operations.sweep(now=timezone.now()) == 1
    assert {path.name for path in storage.everything()} == {file.stored, fresh.name}
