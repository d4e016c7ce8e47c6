"""Links that keep a list's filters, sorting and page."""

from typing import NamedTuple

from django.forms import BaseForm
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def query(request: HttpRequest, **changes: object) -> str:
    """This page's query string with `changes` made; None or "" takes a key out.

    `query(request, page=2)` is `?state=open&page=2`. Never empty, so that it can stand alone
    in an href.
    """
    data = request.GET.copy()
    for key, value in changes.items():
        if value is None or value == "":
            data.pop(key, None)
        else:
            data[key] = str(value)
    return "?" + data.urlencode()


class ActiveFilter(NamedTuple):
    """One filter in force: what it says and the query string without it."""

    label: str
    value: str
    without: str


def active_filters(form: BaseForm, request: HttpRequest) -> list[ActiveFilter]:
    """The filters that a bound filter form has in force, in the order of its fields."""
    active = []
    for bound in form:
        names = dict(getattr(bound.field, "choices", ()))
        names = {str(value): str(name) for value, name in names.items()}
        for value in request.GET.getlist(bound.html_name):
            if not value.strip():
                continue
            data = request.GET.copy()
            data.pop("page", None)
            kept = [other for other in data.getlist(bound.html_name) if other != value]
            data.setlist(bound.html_name, kept)
            without = "?" + data.urlencode()
            active.append(ActiveFilter(str(bound.label), names.get(value, value), without))
    return active


def back_to(request: HttpRequest, otherwise: str) -> str:
    """The page of ours named by `next` in the address, or `otherwise`."""
    wanted = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else otherwise
