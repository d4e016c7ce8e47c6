"""Uploads as they come in: nothing larger than it may be reaches the disk."""

from pathlib import Path

import pytest
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.utils.datastructures import MultiValueDict

from uplift.ground.documents.forms import Upload, Uploads
from uplift.ground.documents.uploads import StopEarly
from uplift.ground.ui.forms import Form

PDF = b"%PDF-1.7\n%%EOF\n"


class OneFile(Form):
    title = Upload(label="Title", required=False)
    report = Upload(label="Report")


class SeveralFiles(Form):
    reports = Uploads(label="Reports", required=False)


def posted(**fields):
    request = RequestFactory().post("/", fields)
    request.upload_handlers = [StopEarly(request)]
    return request


def test_a_file_comes_through():
    request = posted(title="x", report=SimpleUploadedFile("report.pdf", PDF))
    assert request.POST["title"] == "x"
    assert request.FILES["report"].read() == PDF
    request.close()


def test_a_large_file_is_refused_at_its_field_and_the_rest_is_kept(settings):
    settings.UPLOAD_MAX_BYTES = 200_000
    request = posted(report=SimpleUploadedFile("big.pdf", PDF + b"0" * 300_000), note="typed")
    form = OneFile(request.POST, request.FILES)
    assert request.POST["note"] == "typed"
    assert not form.is_valid()
    assert form.errors["report"] == ["The file is 300 KB: 0 MB is the most. Split it."]
    assert request.FILES["report"].read() == b""
    request.close()


def test_a_form_of_two_gigabytes_is_not_read_at_all():
    request = posted(note="x")
    request.META["CONTENT_LENGTH"] = str(2 * 1024**3)
    with pytest.raises(RequestDataTooBig):
        request.POST.get("note")


def test_the_temporary_file_goes_with_the_request():
    request = posted(report=SimpleUploadedFile("report.pdf", PDF))
    path = request.FILES["report"].temporary_file_path()
    request.close()
    assert not Path(path).exists()


def test_the_field_says_what_is_wrong():
    form = OneFile({}, {"report": SimpleUploadedFile("report.pdf", b"MZ")})
    assert form.errors["report"] == ["The file isn't really a PDF, though its name says so."]


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({}, "Choose a file for “Report”."),
        ({"report": SimpleUploadedFile("report.pdf", b"")}, "The file is empty."),
    ],
)
def test_the_field_without_a_file(files, sentence):
    assert OneFile({}, files).errors["report"] == [sentence]


def test_several_files_are_refused_by_name():
    good, bad = SimpleUploadedFile("a.pdf", PDF), SimpleUploadedFile("b.exe", b"MZ")
    assert SeveralFiles({}, MultiValueDict({"reports": [good]})).is_valid()
    form = SeveralFiles({}, MultiValueDict({"reports": [good, bad]}))
    assert form.errors["reports"][0].startswith("b.exe: Files of the kind .exe aren't taken.")


def test_several_files_may_be_none():
    form = SeveralFiles({}, {})
    assert form.is_valid()
    assert form.cleaned_data["reports"] == []
