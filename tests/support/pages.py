"""What every page has to be: accessible, and no wider than the screen."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe

STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": STANDARD}}
WIDTHS = "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"


def accessibility_faults(page: Any) -> list[str]:
    """axe's violations of WCAG 2.2 AA on this page, one readable line each."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [
        f"{page.url}: {fault['id']} ({fault['impact']}): {fault['help']}: {node['html'][:200]}"
        for fault in found
        for node in fault["nodes"]
    ]


def assert_accessible(page: Any) -> None:
    """Fail with axe's list unless the page is free of violations."""
    faults = accessibility_faults(page)
    assert not faults, "\n".join(faults)


def assert_fits(page: Any) -> None:
    """Fail if the page scrolls sideways."""
    content, screen = page.evaluate(WIDTHS)
    assert content <= screen, f"{page.url} is {content} pixels wide on a screen of {screen}."


def sign_in(page: Any, client: Any, user: Any, base_url: str) -> None:
    """Give the page this person's session, without the sign-in form."""
    client.force_login(user)
    for name, cookie in client.cookies.items():
        page.context.add_cookies([{"name": name, "value": cookie.value, "url": base_url}])
