"""Beginning a framework, bringing one in, taking it away, throwing it away."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from tests.unit.frameworks.editor.conftest import Forms, text_of
from uplift.engine import drafting
from uplift.engine.spec import read_pack
from uplift.ground.drafts.versions import Gone
from uplift.ground.frameworks import operations as frameworks
from uplift.ground.frameworks.editor import operations
from uplift.ground.frameworks.models import Workbook
from uplift.ground.history.models import Entry


def at(page, *, board="northmere"):
    return reverse(f"frameworks:edit_{page}", args=(board,))


@pytest.fixture
def priya(client, world):
    client.force_login(world.northmere.people["priya"])
    return client


def begin(client, source, **typed):
    forms = Forms()
    forms.feed(client.get(at("new")).content.decode())
    data = {"submission": forms.found[-1]["submission"], "source": source, **typed}
    return client.post(at("new"), data)


def test_a_board_without_drafts_is_told_what_to_do(priya):
    assert "No framework is being made." in text_of(priya.get(at("list")))


def test_from_nothing(priya):
    assert "Give your framework a name." in text_of(begin(priya, "blank"))
    sent = begin(priya, "blank", name="Ours", people="adults", process="Adults' review")
    workbook = Workbook.objects.get()
    assert sent.url.endswith(f"/edit/{workbook.pk}/")
    assert workbook.raw["pack"] == f"northmere-{timezone.localdate().year}"
    assert drafting.examine(workbook.raw).faults == ()
    assert str(workbook) == "Ours"
    said = text_of(priya.get(at("list")))
    assert "Nothing: a blank framework" in said
    assert "Being made" in said
    begin(priya, "blank", name="Second", people="adults", process="Review")
    assert Workbook.objects.latest("pk").raw["pack"].endswith("-2")


def test_the_boards_own_edition_becomes_its_next(priya, world):
    edition = world.northmere.edition
    begin(priya, f"edition-{edition.pk}")
    raw = Workbook.objects.get().raw
    assert (raw["pack"], raw["edition"]) == (edition.pack_key, edition.number + 1)
    kept = drafting.examine({**raw, "edition": edition.pack.edition}).sound
    assert kept == edition.pack


def test_another_framework_is_copied_under_an_id_of_the_boards_own(priya, world, raw):
    pack = drafting.examine(raw | {"pack": "theirs-2020", "edition": 4}).sound
    edition = frameworks.keep(pack=pack, by=None, now=timezone.now())
    begin(priya, f"edition-{edition.pk}", name="Ours now")
    made = Workbook.objects.get().raw
    assert made["pack"].startswith("northmere-")
    assert made["name"] == "Ours now"
    assert "edition" not in made


def test_a_framework_that_comes_along_is_copied(priya, monkeypatch):
    monkeypatch.setattr(
        "uplift.ground.frameworks.editor.beginnings.shipped", lambda: ("warrington-2013",)
    )
    forms = priya.get(at("new")).content.decode()
    assert "pack-warrington-2013" not in forms  # it is loaded as an edition already
    monkeypatch.setattr("uplift.ground.frameworks.editor.beginnings.editions", list)
    begin(priya, "pack-warrington-2013")
    assert Workbook.objects.get().raw["name"].startswith("Warrington")


def bring(client, content, name="pack.yaml"):
    return client.post(at("bring"), {"file": SimpleUploadedFile(name, content)})


def test_what_was_taken_away_can_be_brought_in(editor):
    answer = editor.client.get(editor.url("export"))
    assert answer["Content-Type"] == "application/yaml"
    assert "ours-2026.yaml" in answer["Content-Disposition"]
    sent = bring(editor.client, answer.content)
    brought = Workbook.objects.latest("pk")
    assert sent.url.endswith(f"/edit/{brought.pk}/")
    assert drafting.examine(brought.raw).sound == editor.book.examined.sound
    assert brought.begun_from == "the file pack.yaml"


def test_a_pack_of_another_board_gets_an_id_of_its_own(priya, world):
    raw = drafting.of_pack(read_pack(settings.PACKS_DIR / "warrington-2013"))
    bring(priya, drafting.to_yaml(raw).encode())
    assert Workbook.objects.get().raw["pack"] == "warrington-2013"  # the board works by it
    theirs = drafting.blank(pack="theirs", name="T", people="adults", process="R")
    frameworks.keep(pack=drafting.examine(theirs).sound, by=None, now=timezone.now())
    bring(priya, drafting.to_yaml(theirs).encode())
    assert Workbook.objects.latest("pk").raw["pack"].startswith("northmere-")


def test_faults_in_a_file_that_fits_are_listed_afterwards(editor):
    raw = editor.workbook.raw
    raw["criteria"]["sar"]["met"] = {"answer": {"gone": ["yes"]}}
    bring(editor.client, drafting.to_yaml(raw).encode())
    brought = Workbook.objects.latest("pk")
    editor.workbook = brought
    assert "There is no question “gone” in these criteria." in editor.sees("overview")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"name: [unclosed", "This isn't YAML"),
        (b"a: &x 1\nb: *x\n", "anchors"),
        (b"pack: x\nname: X\npeople: martians\n", "“martians” isn't known"),
        (b"pack: x\nsurprise: 1\n", "“surprise” isn't a key known here"),
        (b"name: <b>x</b>\n", "HTML isn't allowed"),
        (b"a: " + b"[" * 60 + b"]" * 60, "nested more than"),
        (b"x: 1\n" + b"# a comment\n" * 420_000, "larger than 5 MB"),
        (b"- 1\n", "a mapping of keys"),
    ],
)
def test_a_bad_file_is_refused_by_line_and_nothing_is_begun(priya, content, sentence):
    sent = bring(priya, content)
    assert sent.status_code == 200
    assert sentence in text_of(sent)
    assert not Workbook.objects.exists()


def zipped(**files):
    """A zip of these files in a folder."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(f"mine/{name}.yaml", content)
    return packed.getvalue()


def test_a_zipped_folder_can_be_brought_in(editor):
    raw = editor.workbook.raw
    clauses = drafting.to_yaml({"clauses": raw.pop("clauses")})
    bring(editor.client, zipped(pack=drafting.to_yaml(raw), clauses=clauses), "mine.zip")
    brought = Workbook.objects.latest("pk")
    assert drafting.examine(brought.raw).sound == editor.book.examined.sound


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (zipped(pack="name: [unclosed"), "pack.yaml, line 1 This isn't YAML"),
        (zipped(other="name: X"), "There is no pack.yaml"),
        (zipped(pack="# " + "x" * 5_000_001), "Unpacked, it is larger than 5 MB."),
        (b"PK\x03\x04 and no more", "The file is damaged"),
    ],
)
def test_a_bad_archive_is_refused(priya, content, sentence):
    assert sentence in text_of(bring(priya, content, "mine.zip"))
    assert not Workbook.objects.exists()


def test_a_draft_is_thrown_away_and_history_keeps_it(editor):
    assert "Throw away “Ours”?" in editor.sees("discard")
    workbook = editor.workbook
    editor.client.post(editor.url("discard"))
    assert not Workbook.objects.exists()
    assert Entry.objects.filter(operation="frameworks.draft_discarded").exists()
    with pytest.raises(Gone, match="thrown it away"):
        operations.discard(workbook=workbook, by=editor.priya, now=timezone.now())


def test_only_who_manages_the_board_makes_its_framework(client, world):
    client.force_login(world.northmere.people["ann"])
    for page in ("list", "new", "bring"):
        assert client.get(at(page)).status_code == 404
