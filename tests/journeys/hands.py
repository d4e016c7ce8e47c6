"""People at browsers of their own, who read what is on the page, type, tick and press."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.support.browser import expect
from uplift.ground.identity.models import User

PASSWORD = "made up for this journey"
REPORT = {
    "name": "report.txt",
    "mimeType": "text/plain",
    "buffer": b"The report of the review. What happened, and why.",
}


class Person:
    """Somebody who is signed in, or the public; `page` is the window that they look at."""

    def __init__(self, page: Any, name: str = "") -> None:
        self.page, self.name = page, name

    def sees(self, words: str) -> None:
        """The page says these words, in its main part."""
        expect(self.page.locator("main")).to_contain_text(words)

    def open(self, path: str) -> None:
        """Type an address."""
        answer = self.page.goto(path)
        assert answer.status < 400, f"{path} answered {answer.status}"

    def follow(self, link: str) -> None:
        """Click on the first link of that name, and wait for the page behind it."""
        with self.page.expect_navigation():
            self.click(self.page.get_by_role("link", name=link, exact=True).first)

    def press(self, button: str) -> None:
        """Press a button, or a link that looks like one, and wait for the page that follows."""
        with self.page.expect_navigation():
            self.click(self.page.get_by_role("button", name=button, exact=True).first)

    def answer(self, question: str, value: Any) -> None:
        """Answer a question as its control asks for it.

        A date is typed in its boxes, words in theirs; choices are ticked by their own words, a
        list ticks several; a file (a dictionary as Playwright takes it, or a path) is given.
        """
        asked = re.compile(rf"^\s*{re.escape(question)}\s*(\(optional\))?\s*$")
        group = self.page.get_by_role("group", name=asked)
        if group.count():
            self._in_group(group.first, value)
            return
        box = self.page.get_by_label(asked).first
        if isinstance(value, dict | Path):
            box.set_input_files(value)
        elif value is True:
            self.tick(box)
        elif box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(label=value)
        else:
            self.write(box, value)

    def _in_group(self, group: Any, value: Any) -> None:
        if isinstance(value, dt.date):
            value = (str(value.day), str(value.month), str(value.year))
        if isinstance(value, tuple):
            for name, part in zip(("Day", "Month", "Year"), value, strict=True):
                self.write(group.get_by_label(name, exact=True), part)
            return
        for choice in [value] if isinstance(value, str) else value:
            self.tick(group.get_by_label(choice, exact=True))

    def click(self, thing: Any) -> None:
        """Work a link or a button."""
        thing.click()

    def tick(self, box: Any) -> None:
        """Choose this radio button or checkbox."""
        box.check()

    def write(self, box: Any, words: str) -> None:
        """Put words in a box, in place of those that stand there."""
        box.fill(words)

    def fill(self, answers: dict[str, Any]) -> None:
        """Answer several questions of a page."""
        for question, value in answers.items():
            self.answer(question, value)

    def send(self, button: str, answers: dict[str, Any]) -> None:
        """Answer questions and press the button below them."""
        self.fill(answers)
        self.press(button)


class Typist(Person):
    """Somebody who has a keyboard and nothing else: Tab, arrows, Space and Enter.

    Wherever they stop, they see where they are.
    """

    def click(self, thing: Any) -> None:
        """Tab to it and press Enter."""
        self._come_to(thing)
        self.page.keyboard.press("Enter")

    def tick(self, box: Any) -> None:
        """Tab to it, or to its group and on with the arrows; Space if that hasn't chosen it."""
        self._come_to(box)
        if not box.is_checked():
            self.page.keyboard.press("Space")
        assert box.is_checked()

    def write(self, box: Any, words: str) -> None:
        """Tab to it and type over what stands there."""
        self._come_to(box)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words)

    def _come_to(self, thing: Any) -> None:
        before = thing.evaluate(LOOKS)
        for _ in range(150):
            at = thing.evaluate(WHERE)
            if at == "here":
                break
            self.page.keyboard.press("ArrowDown" if at == "group" else "Tab")
        else:
            raise AssertionError(f"The keyboard doesn't come to {thing} on {self.page.url}.")
        assert thing.evaluate(LOOKS) != before, (
            f"Focus isn't visible on {thing} on {self.page.url}."
        )


# Whether the focus is on the thing, on another radio button of its group, or elsewhere.
WHERE = """(thing) => {
  const at = document.activeElement;
  if (at === thing) return "here";
  const radios = at.type === "radio" && thing.type === "radio";
  return radios && at.name === thing.name ? "group" : "elsewhere";
}"""
# How the thing looks. The ring of a radio button or a checkbox belongs to its label.
LOOKS = """(thing) => {
  const seen = (element, part) => {
    const { outline, boxShadow, backgroundColor, borderColor } = getComputedStyle(element, part);
    return [outline, boxShadow, backgroundColor, borderColor];
  };
  const label = thing.nextElementSibling;
  return JSON.stringify([seen(thing), label ? seen(label, "::before") : ""]);
}"""


def sign_in_by_form(person: Person, user: User, path: str = "/account/sign-in/") -> None:
    """Sign in as people do."""
    person.open(path)
    person.fill({"E-mail address": user.email, "Password": PASSWORD})
    person.press("Sign in")
    expect(person.page.get_by_role("heading", name="Sign in", exact=True)).to_have_count(0)


def give_passwords(users: list[User]) -> None:
    """Let these people sign in, and sign, with `PASSWORD`."""
    for user in users:
        user.set_password(PASSWORD)
        user.save(update_fields=["password"])


def opener(new_page: Callable[..., Any]) -> Callable[..., Person]:
    """Opens a window for a person and signs them in by the form."""

    def enter(user: User, kind: type[Person] = Person, **how: Any) -> Person:
        person = kind(new_page(**how), user.name)
        sign_in_by_form(person, user)
        return person

    return enter
