"""Chromium for the journeys, driven from a thread of its own.

Playwright's plain API keeps an event loop running in the thread that started it, and there
Django refuses to touch the database. So Playwright lives in one thread, and tests hold
`Remote` objects that do in it whatever is asked of them: a test may use pages and models
side by side, with Django's safeguard still on.
"""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

from playwright import sync_api
from playwright.sync_api import Page

from tools.system import chromium

TIMEOUT = 15_000  # milliseconds; a loaded machine with two cores is slow
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]


class Remote:
    """Stands for one of Playwright's objects, functions or context managers."""

    __slots__ = ("_call", "_thing")

    def __init__(self, call: Callable[..., Any], thing: Any) -> None:
        object.__setattr__(self, "_call", call)
        object.__setattr__(self, "_thing", thing)

    def _do(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        here = [arg._thing if isinstance(arg, Remote) else arg for arg in args]
        named = {k: v._thing if isinstance(v, Remote) else v for k, v in kwargs.items()}
        return self._wrap(self._call(function, *here, **named))

    def _wrap(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._wrap(item) for item in value]
        ours = type(value).__module__.startswith("playwright") or callable(value)
        return Remote(self._call, value) if ours else value

    def __getattr__(self, name: str) -> Any:
        return self._do(getattr, self._thing, name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._do(setattr, self._thing, name, value)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._do(self._thing, *args, **kwargs)

    def __enter__(self) -> Any:
        return self._do(self._thing.__enter__)

    def __exit__(self, *error: Any) -> Any:
        return self._do(self._thing.__exit__, *error)

    def __repr__(self) -> str:
        return f"Remote({self._thing!r})"


class Chromium:
    """One browser in one thread; each page that it opens is a person at a machine."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="playwright")
        program = chromium()
        if program is None:
            raise RuntimeError("The browser tests need Chromium: run make test once.")
        self._playwright = self.call(sync_api.sync_playwright().start)
        self._browser = self.call(
            lambda: self._playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        )
        self._contexts: list[sync_api.BrowserContext] = []
        self._faults: list[str] = []

    def call(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Do something in Playwright's thread; from a handler that is already there, at once."""
        if threading.current_thread().name.startswith("playwright"):
            return function(*args, **kwargs)
        return self._pool.submit(function, *args, **kwargs).result()

    def page(self, base_url: str, *, javascript: bool = True, width: int, height: int) -> Page:
        """A new page with cookies of its own; closed by `close_pages`."""
        return cast(
            "Page", Remote(self.call, self.call(self._open, base_url, javascript, width, height))
        )

    def _open(self, base_url: str, javascript: bool, width: int, height: int) -> Page:
        context = self._browser.new_context(
            base_url=base_url,
            java_script_enabled=javascript,
            viewport={"width": width, "height": height},
            locale="en-GB",
            timezone_id="Europe/London",
            reduced_motion="reduce",
        )
        context.set_default_timeout(TIMEOUT)
        self._contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self._faults.append(f"{page.url}: {error}"))
        page.on("console", self._overhear)
        return cast("Page", page)

    def _overhear(self, message: sync_api.ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self._faults.append(f"{message.location.get('url')}: {message.text}")

    def close_pages(self) -> list[str]:
        """Close all pages; what went wrong in their scripts since the last time."""
        contexts, self._contexts = self._contexts, []
        for context in contexts:
            self.call(context.close)
        faults, self._faults = self._faults, []
        return faults

    def stop(self) -> None:
        """End the browser and its thread."""
        self.call(self._browser.close)
        self.call(self._playwright.stop)
        self._pool.shutdown()


def expect(actual: Any) -> Any:
    """Playwright's `expect` for a page or a locator."""
    return Remote(actual._call, sync_api.expect(actual._thing))


sync_api.expect.set_options(timeout=TIMEOUT)
