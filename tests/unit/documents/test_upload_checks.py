"""What a file really is, against what its name says."""

import io
import zipfile

import pytest

from uplift.ground.documents import archives, kinds
from uplift.ground.documents.checks import check
from uplift.ground.documents.refused import FileRefused

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 20
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + b"\x00" * 20
EXE = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00" + b"\x00" * 50
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512


def office(kind="docx", *, main=None, parts=(), squeeze=True):
    """An Office file with further parts: (name, content)."""
    main = main or f"{kinds.KINDS[kind].content_type}.main+xml"
    types = f'<Types><Override PartName="/x" ContentType="{main}"/></Types>'
    target = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if squeeze else zipfile.ZIP_STORED
    with zipfile.ZipFile(target, "w", method) as archive:
        archive.writestr("[Content_Types].xml", types)
        for name, content in parts:
            archive.writestr(name, content)
    return target.getvalue()


def open_document(*parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name in parts:
            archive.writestr(name, "x")
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("report.pdf", PDF),
        ("photo.png", PNG),
        ("photo.jpg", JPEG),
        ("photo.JPEG", JPEG),
        ("report.docx", office("docx")),
        ("table.xlsx", office("xlsx")),
        ("slides.pptx", office("pptx")),
        ("letter.odt", open_document()),
        ("note.txt", "A note, with ŵ and 🦆.\n".encode()),
        ("note.txt", "\ufeffA note".encode()),
        ("note.txt", "Une note à lire".encode("cp1252")),
        ("note.txt", "A note from Windows\r\n".encode("utf-16")),
        ("list.csv", b"name;number\r\nA;1\r\n"),
    ],
)
def test_a_file_that_is_what_it_says(name, content):
    kind = check(io.BytesIO(content), name)
    assert kind is kinds.KINDS[name.rsplit(".", 1)[1].lower()]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("report.pdf", EXE),
        ("report.pdf", PNG),
        ("report.pdf", b"hello"),
        ("photo.png", JPEG),
        ("photo.jpg", PDF),
        ("report.docx", office("xlsx")),
        ("report.docx", open_document()),
        ("letter.odt", office("docx")),
        ("report.docx", PDF),
        ("report.xlsx", b"plain"),
        ("note.txt", EXE),
        ("note.txt", PDF),
        ("note.txt", b"<!DOCTYPE html><script>alert(1)</script>"),
        ("note.txt", b"\n <svg onload=alert(1)>"),
        ("list.csv", b"\xef\xbb\xbf<html>"),
        ("note.txt", b"{\\rtf1 hello}"),
        ("note.txt", b"#!/bin/sh\nrm -r /\n"),
        ("note.txt", b"half a \x00 NUL"),
        ("note.txt", b"\xff\xfeo"),
    ],
)
def test_a_mislabelled_file_is_refused(name, content):
    with pytest.raises(FileRefused, match="isn't really"):
        check(io.BytesIO(content), name)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("run.exe", "Files of the kind .exe aren't taken. Save it as PDF"),
        ("page.html", "Files of the kind .html"),
        ("picture.svg", "Files of the kind .svg"),
        ("old.doc", "Files of the kind .doc"),
        ("files.zip", "Files of the kind .zip"),
        ("noname", "Files without a kind aren't taken."),
        ("report.docm", "Files with macros aren't taken. Save it as .docx, without macros."),
        ("table.xlsm", "Save it as .xlsx"),
    ],
)
def test_a_kind_that_is_not_taken(name, sentence):
    with pytest.raises(FileRefused) as refused:
        check(io.BytesIO(PDF), name)
    assert sentence in refused.value.sentence


def test_an_empty_file_is_refused():
    with pytest.raises(FileRefused, match="The file is empty."):
        check(io.BytesIO(b""), "report.pdf")


def test_a_file_over_the_cap_is_refused(settings):
    settings.UPLOAD_MAX_BYTES = 2 * 1024 * 1024
    with pytest.raises(FileRefused, match="The file is 3.1 MB: 2 MB is the most."):
        check(io.BytesIO(PDF + b"0" * 3_100_000), "report.pdf")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.docx", office(parts=[("word/vbaProject.bin", "x")]), "macros"),
        ("a.docx", office(main="application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"),
        ("a.xlsx", office("xlsx", parts=[("xl/macrosheets/sheet1.xml", "x")]), "macros"),
        ("a.docx", office(parts=[("word/activeX/activeX1.bin", "x")]), "macros"),
        ("a.odt", open_document("Basic/Standard/Module1.xml"), "macros"),
        ("a.docx", office(parts=[("word/files.zip", "x")]), "another archive"),
        ("a.docx", office(parts=[("../../etc/passwd", "x")]), "outside their folder"),
        ("a.docx", office(parts=[("/etc/passwd", "x")]), "outside their folder"),
        ("a.docx", office(parts=[("C:/x", "x")]), "outside their folder"),
        ("a.docx", office(parts=[("word\\..\\..\\x", "x")]), "outside their folder"),
        ("a.docx", office()[:-30], "damaged"),
        ("a.docx", OLE, "locked with a password, or in an older format"),
    ],
)
def test_what_hides_in_an_office_file(name, content, sentence):
    with pytest.raises(FileRefused, match=sentence):
        check(io.BytesIO(content), name)


def test_a_zip_bomb_by_ratio():
    bomb = office(parts=[("word/document.xml", b"0" * (archives.RATIO_FROM + 1))])
    assert len(bomb) < 50_000
    with pytest.raises(FileRefused, match="far larger than it looks"):
        check(io.BytesIO(bomb), "a.docx")


def test_a_zip_bomb_by_size(monkeypatch):
    monkeypatch.setattr(archives, "MOST_UNPACKED", 1000)
    heavy = office(parts=[("word/document.xml", b"0" * 2000)], squeeze=False)
    with pytest.raises(FileRefused, match="far larger than it looks"):
        check(io.BytesIO(heavy), "a.docx")


def test_a_zip_bomb_by_number_of_entries(monkeypatch):
    monkeypatch.setattr(archives, "MOST_ENTRIES", 20)
    crowded = office(parts=[(f"word/{n}.xml", "") for n in range(21)])
    with pytest.raises(FileRefused, match="more than 20 parts"):
        check(io.BytesIO(crowded), "a.docx")


def test_a_zip_bomb_by_overlapping_entries():
    """Many entries that share one content: the packed sizes add up to more than the file."""
    content = office(parts=[("word/a.xml", "x" * 5000)], squeeze=False)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entry = archive.infolist()[1]
    target = io.BytesIO(content)
    with zipfile.ZipFile(target, "a") as archive:
        archive.filelist += [entry] * 3
        archive._didModify = True
    with pytest.raises(FileRefused, match="far larger than it looks"):
        check(io.BytesIO(target.getvalue()), "a.docx")


def test_a_document_within_a_document_may_be_and_no_further():
    once = office("pptx", parts=[("ppt/embeddings/chart.xlsx", office("xlsx"))])
    assert check(io.BytesIO(once), "a.pptx")
    twice = office(parts=[("word/embeddings/slides.pptx", once)])
    with pytest.raises(FileRefused, match="within documents"):
        check(io.BytesIO(twice), "a.docx")


def test_macros_in_a_document_within_a_document():
    inner = office("xlsx", parts=[("xl/vbaProject.bin", "x")])
    with pytest.raises(FileRefused, match="macros"):
        check(io.BytesIO(office(parts=[("word/embeddings/a.xlsx", inner)])), "a.docx")


def test_a_nested_document_too_large_to_read(monkeypatch):
    monkeypatch.setattr(archives, "_NESTED_MOST", 10)
    nested = office(parts=[("word/embeddings/a.xlsx", office("xlsx"))])
    with pytest.raises(FileRefused, match="too large to be checked"):
        check(io.BytesIO(nested), "a.docx")


def test_an_office_file_with_a_password():
    locked = bytearray(office())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(signature) + flags] |= 1
    with pytest.raises(FileRefused, match="locked with a password"):
        check(io.BytesIO(bytes(locked)), "a.docx")


def test_a_part_whose_content_is_broken():
    broken = office(squeeze=False).replace(b"<Types>", b"<Tipes>")
    with pytest.raises(FileRefused, match="damaged"):
        check(io.BytesIO(broken), "a.docx")


def test_the_content_is_left_at_its_start():
    content = io.BytesIO(PDF)
    check(content, "report.pdf")
    assert content.tell() == 0
