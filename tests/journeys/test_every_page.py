"""One page of every kind that people come to by links, on a full board and on an empty one.

Each has no axe violation (WCAG 2.2 AA), a title of its own, one main heading, a quiet console and
no sideways scrolling at 320 pixels, and no link leads nowhere.
"""

import datetime as dt
import re

import pytest
from django.test import Client
from django.urls import resolve

from tests.journeys.hands import Person
from tests.support.pages import accessibility_faults, sign_in
from tests.support.walk import crawl
from uplift.config.demo.build import build
from uplift.ground.identity.models import User

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE = ("priya", "ann", "meera", "lewis", "ruth", "")  # "" is the public
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
ODD = re.compile(r"None|\{\{|\}\}|<|>")
OURS = re.compile(r"Uplift|Safeguarding Children Board")


def kinds(slug: str, users: dict[str, User]) -> dict[str, tuple[str, str]]:
    """For each kind of page, who comes to it and one address of it; home once for everybody."""
    found: dict[str, tuple[str, str]] = {}
    for key in PEOPLE:
        user = users.get(key)
        if key and user is None:
            continue
        start = f"/b/{slug}/" if user else f"/learning/{slug}/"
        for path, content in crawl(user, start).items():
            if content[:15].lower() != b"<!doctype html>" or (path.startswith("/b/") and not user):
                continue
            kind = resolve(path.split("?")[0]).view_name
            found.setdefault(f"{kind} {key}" if kind == "desk:home" else kind, (key, path))
    return found


class Inspector:
    """Opens pages as this or that person, and notes what is wrong with them."""

    def __init__(self, new_page, users, url):
        self.new_page, self.users, self.url = new_page, users, url
        self.windows: dict[str, Person] = {}
        self.titles: dict[str, str] = {}
        self.faults: list[str] = []

    def window(self, key: str) -> Person:
        """This person's browser, its console listened to."""
        if key not in self.windows:
            page = self.new_page()
            page.on("console", lambda message: self.overhear(page, message))
            if key:
                sign_in(page, Client(), self.users[key], self.url)
            self.windows[key] = Person(page, key or "the public")
        return self.windows[key]

    def overhear(self, page, message) -> None:
        if message.type == "error" and "405" not in message.text:
            self.faults.append(f"{message.location.get('url')}: console: {message.text}")

    def look(self, kind: str, key: str, path: str) -> None:
        """Everything about one page."""
        page = self.window(key).page
        status = page.goto(path).status
        if status == 405:  # the address of a button
            return
        if status >= 400:
            self.faults.append(f"{path} ({kind}, {key}) answered {status}")
            return
        self.faults += accessibility_faults(page)
        self.judge_title(kind, path, page.title())
        if (headings := page.locator("h1").count()) != 1:
            self.faults.append(f"{path} ({kind}) has {headings} main headings")
        page.set_viewport_size({"width": 320, "height": 640})
        if (over := page.evaluate(SIDEWAYS)) > 0:
            self.faults.append(f"{path} ({kind}) scrolls {over} pixels sideways at 320")
        page.set_viewport_size({"width": 1280, "height": 900})

    def judge_title(self, kind: str, path: str, title: str) -> None:
        """Unique, and said in words."""
        if not 8 <= len(title) <= 300 or ODD.search(title) or not OURS.search(title):
            self.faults.append(f"{path} ({kind}) is called “{title}”")
        known = self.titles.setdefault(title, kind)
        if known.split()[0] != kind.split()[0]:
            self.faults.append(f"{path} ({kind}) has the title of {known}: “{title}”")


def inspect(slug, users, new_page, url, least) -> None:
    """Look at a page of each kind; at least so many kinds are found."""
    found = kinds(slug, users)
    inspector = Inspector(new_page, users, url)
    for kind, (key, path) in found.items():
        inspector.look(kind, key, path)
    assert not inspector.faults, "\n".join(inspector.faults)
    assert len(inspector.titles) >= least, sorted(found)


def test_every_page_of_a_full_board(new_page, live_server, transactional_db):
    cast = build(dt.date.today(), say=lambda words: None)[0]  # noqa: DTZ011 - this machine's day
    inspect("northmere", cast.people, new_page, live_server.url, 80)


def test_every_page_of_an_empty_board(new_page, live_server, transactional_db, world):
    inspect("southvale", world.southvale.people, new_page, live_server.url, 25)
