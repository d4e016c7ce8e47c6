"""Walking the pages of cases as a person does: clients by name, addresses, forms filled in."""

import datetime as dt
import html
import re
from typing import Any

from django.test import Client
from django.urls import reverse

from tests.world import World
from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case

PASSWORD = "made-up-for-this-test"


def at(name: str, case: Case | None = None, **more: Any) -> str:
    """The address of one of Northmere's case pages."""
    kwargs = {"board": "northmere", **({"case": case.reference} if case else {}), **more}
    return reverse(f"cases:{name}", kwargs=kwargs)


def browser(user: User, password: str = "") -> Client:
    """A browser in which this person is signed in; they get the password if one is given."""
    if password:
        user.set_password(password)
        user.save()
    client = Client()
    client.force_login(user)
    return client


def words(response: Any) -> str:
    """The page as text, without its tags."""
    assert response.status_code == 200, (response.status_code, response.headers.get("Location"))
    text = re.sub(r"<(script|style).*?</\1>", " ", response.content.decode(), flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def on(name: str, day: dt.date) -> dict[str, str]:
    """A date typed into three boxes."""
    return {
        f"{name}_day": str(day.day),
        f"{name}_month": str(day.month),
        f"{name}_year": str(day.year),
    }


def hidden(response: Any) -> dict[str, str]:
    """The submission key and version that a page's form carries."""
    fields = re.findall(
        r'<input type="hidden" name="(submission|version)"[^>]*value="([^"]*)"',
        response.content.decode(),
    )
    return dict(fields)


def fill(client: Client, address: str, **answers: Any) -> Any:
    """Open a page, fill its form in and send it."""
    opened = client.get(address)
    return client.post(address, hidden(opened) | answers)


def person(world: World, key: str) -> User:
    """Someone at Northmere."""
    return world.northmere.people[key]


def problem(response: Any) -> str:
    """What the page's error summary says."""
    return words(response).partition("There is a problem")[2][:300]
