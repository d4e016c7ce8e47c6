"""Fixtures for all tests. Nothing here reaches the network or the demo's files in var/."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import django
import hypothesis
import pytest

# Read by the settings, so set before Django is; each test process has a folder of its own.
VAR = Path(tempfile.mkdtemp(prefix="uplift-tests-"))
(VAR / "static").mkdir()  # whitenoise warns when it's missing
os.environ.update(
    UPLIFT_ENV="test",
    UPLIFT_VAR=str(VAR),
    DJANGO_SETTINGS_MODULE="uplift.config.settings",
)
django.setup()

from django.conf import settings  # noqa: E402 - needs the lines above
from playwright.sync_api import Page  # noqa: E402 - the same
from pytest_django.live_server_helper import LiveServer  # noqa: E402 - the same

from tests.support import append_only, network  # noqa: E402 - the same
from tests.support.browser import Chromium  # noqa: E402 - the same
from tests.support.thread import Story  # noqa: E402 - the same
from tests.world import World, make_world  # noqa: E402 - the same

hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


def pytest_unconfigure() -> None:
    shutil.rmtree(VAR, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def _house_rules() -> Iterator[None]:
    """No network, and history that can be flushed between tests but never by them."""
    with pytest.MonkeyPatch.context() as patch:
        network.refuse(patch)
        append_only.lift_while_flushing(patch)
        # Argon2 is slow on purpose; tests sign in by the hundred.
        patch.setattr(
            settings, "PASSWORD_HASHERS", ["django.contrib.auth.hashers.MD5PasswordHasher"]
        )
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """SQLite in a file: with one in memory, the live server would share the test's connection."""
    database = settings.DATABASES["default"]
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database.setdefault("TEST", {})["NAME"] = str(VAR / "test.sqlite3")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """The browser, started for the first journey and kept to the last."""
    browser = Chromium()
    yield browser
    browser.stop()


@pytest.fixture
def new_page(chromium: Chromium, live_server: LiveServer) -> Iterator[Callable[..., Page]]:
    """Opens pages of the live site, each with its own cookies: one for each person.

    `new_page(javascript=False)`, `new_page(width=320)`. A script that fails, or anything the
    content security policy blocks, fails the test.
    """

    def open_page(*, javascript: bool = True, width: int = 1280, height: int = 900) -> Page:
        return chromium.page(live_server.url, javascript=javascript, width=width, height=height)

    yield open_page
    assert chromium.close_pages() == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A desktop page with JavaScript."""
    return new_page()


@pytest.fixture
def plain_page(new_page: Callable[..., Page]) -> Page:
    """A desktop page without JavaScript."""
    return new_page(javascript=False)


@pytest.fixture
def narrow_page(new_page: Callable[..., Page]) -> Page:
    """A page 320 pixels wide."""
    return new_page(width=320, height=640)


@pytest.fixture
def world(db: None) -> World:
    """Two boards with their people; ask it for cases."""
    return make_world()


@pytest.fixture
def story(world: World) -> Story:
    """The learning at Northmere; ask it for findings and all that follows."""
    return Story(world, world.northmere)
