"""Pages that can't be given say so in plain words."""

import pytest
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpResponse
from django.test import RequestFactory

from uplift.ground.ui import errors
from uplift.ground.ui.refusal import NotYours, Refusal


@pytest.fixture
def request_():
    request = RequestFactory().get("/")
    request._messages = []
    return request


def refuse_with(exception, request):
    return errors.RefusalPages(lambda _: HttpResponse()).process_exception(request, exception)


def test_a_refusal_becomes_a_page(request_):
    answer = refuse_with(Refusal("The step <isn't> open yet."), request_)
    assert answer.status_code == 409
    assert "The step &lt;isn&#39;t&gt; open yet." in answer.content.decode()
    assert refuse_with(NotYours("Only the chair decides."), request_).status_code == 403


def test_other_exceptions_are_left_alone(request_):
    assert refuse_with(ValueError("x"), request_) is None
    assert errors.RefusalPages(lambda _: HttpResponse("ok"))(request_).content == b"ok"


@pytest.mark.parametrize(
    ("answer", "status", "words"),
    [
        (lambda r: errors.bad_request(r, SuspiciousOperation()), 400, "damaged on its way"),
        (lambda r: errors.bad_request(r, RequestDataTooBig()), 413, "too much at once"),
        (lambda r: errors.forbidden(r, PermissionError()), 403, "Your seat doesn't allow it"),
        (lambda r: errors.forged(r, "no token"), 403, "Send that once more"),
        (lambda r: errors.not_found(r, KeyError()), 404, "We can't find that page"),
        (errors.server_error, 500, "Something went wrong on our side"),
    ],
)
def test_each_error_has_its_page(request_, answer, status, words):
    page = answer(request_)
    assert page.status_code == status
    assert words in page.content.decode()
    assert "Uplift" in page.content.decode()


def test_an_unknown_address(client, db):
    answer = client.get("/nothing-here/")
    assert answer.status_code == 404
    assert "We can't find that page" in answer.content.decode()
