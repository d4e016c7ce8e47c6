"""Pictures of the pages in table.py, on a full and on an empty board, wide and narrow.

They go to build/screens/BOARD-WIDTH-NAME.png. A page that can't be opened fails the run, after
the pictures of all the others.
"""

import datetime as dt

import pytest
from django.test import Client

from tests.screens.table import SCREENS, Screen
from tests.support.pages import sign_in
from tools.steps import BUILD
from uplift.config.demo.build import build, build_boards
from uplift.ground.identity.models import User

FOLDER = BUILD / "screens"
BOARDS = {"full": "northmere", "empty": "southvale"}
WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}


def open_page(page, screen: Screen, board: str) -> str:
    """Go to the screen; what went wrong, or nothing."""
    path, *links = screen.path.format(board=board).split(" > ")
    answer = page.goto(path)
    if answer.status >= 400:
        return f"{path} answered {answer.status}"
    for link in links:
        page.get_by_role("link", name=link).first.click()
    return ""


def take(new_page, screen: Screen, state: str, width: str, url: str) -> str:
    """Take one picture; what went wrong, or nothing."""
    wide, high = WIDTHS[width]
    page = new_page(width=wide, height=high)
    if screen.person:
        user = User.objects.get(email=f"{screen.person}@{BOARDS[state]}.example")
        sign_in(page, Client(), user, url)
    fault = open_page(page, screen, BOARDS[state])
    page.screenshot(path=FOLDER / f"{state}-{width}-{screen.name}.png", full_page=True)
    page.context.close()
    return fault and f"{state} board, {width}, {screen.name}: {fault}"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("state", BOARDS)
def test_pictures(new_page, live_server, state):
    today = dt.date.today()  # noqa: DTZ011 - the day of this machine
    if state == "full":
        build(today, say=lambda sentence: None)
    else:
        build_boards(today)
    faults = [
        take(new_page, screen, state, width, live_server.url)
        for screen in SCREENS
        if screen.empty or state == "full"
        for width in WIDTHS
    ]
    found = [fault for fault in faults if fault]
    assert not found, "\n".join(found)
