"""A board's business manager at the editor."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from uplift.engine import drafting
from uplift.ground.frameworks.editor import operations
from uplift.ground.frameworks.editor.book import Book
from uplift.ground.frameworks.models import Workbook


class Editor:
    """Priya's hands: she opens pages of one workbook and sends their forms."""

    def __init__(self, client: Any, world: Any, raw: dict[str, Any]) -> None:
        self.world, self.client = world, client
        self.priya = world.northmere.people["priya"]
        client.force_login(self.priya)
        self.workbook = operations.begin(
            board=world.northmere.board,
            raw=raw,
            begun_from="a test",
            by=self.priya,
            now=timezone.now(),
        )

    @property
    def book(self) -> Book:
        """The workbook as it is now."""
        return Book(Workbook.objects.get(pk=self.workbook.pk))

    def url(self, page: str, *place: str, **more: str) -> str:
        return self.book.url(page, place, **more)

    def get(self, *place: str) -> Any:
        return self.book.get(place)

    def sees(self, page: str, *place: str, query: str = "", **more: str) -> str:
        """The page's text."""
        answer = self.client.get(self.url(page, *place, **more) + query)
        assert answer.status_code == 200, answer
        return text_of(answer)

    def send(self, page: str, *place: str, query: str = "", **typed: Any) -> Any:
        """Open the page's form as it is filled in, type over it, and send it."""
        address = self.url(page, *place) + query
        data = self.filled(address) | typed
        return self.client.post(address, {key: v for key, v in data.items() if v is not None})

    def filled(self, address: str) -> dict[str, Any]:
        """The page's last form as it is filled in."""
        forms = Forms()
        forms.feed(self.client.get(address).content.decode())
        return forms.found[-1]


class Forms(HTMLParser):
    """What a browser would send of each form of a page, had nobody touched it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, Any]] = []
        self.name = ""
        self.text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        given = dict(attrs)
        if tag == "form":
            self.found.append({})
        elif tag == "input" and "name" in given and self.found:
            ticked = given.get("type") not in ("checkbox", "radio") or "checked" in given
            if ticked and given.get("type") != "file":
                self._put(given["name"], given.get("value") or "")
        elif tag == "select":
            self.name = given["name"]
        elif tag == "option" and "selected" in given:
            self._put(self.name, given["value"])
        elif tag == "textarea":
            self.name, self.text = given["name"], []

    def _put(self, name: str, value: str) -> None:
        form = self.found[-1]
        form[name] = [*form.get(name, []), value] if value else form.get(name, [])

    def handle_data(self, data: str) -> None:
        if self.text is not None:
            self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.text is not None:
            self._put(self.name, "".join(self.text).strip())
            self.text = None


def text_of(answer: Any) -> str:
    """What the page says, without marks."""
    words = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return re.sub(r"\s+", " ", words.replace("&#39;", "'").replace("&amp;", "&"))


@pytest.fixture
def raw():
    """A small framework of adults' reviews."""
    draft = drafting.from_yaml(Path(__file__).with_name("small.yaml").read_bytes())
    assert drafting.examine(draft).faults == ()
    return draft


@pytest.fixture
def editor(client, world, raw):
    return Editor(client, world, raw)
