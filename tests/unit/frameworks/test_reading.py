"""A framework read in the app: contents, types, forms, the whole, and the PDF."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from tests.unit.engine.packs import changed, write
from tests.world import World
from uplift.ground.frameworks import operations
from uplift.ground.frameworks.models import Adoption, Edition
from uplift.ground.frameworks.reading import Anchors, Book

OURS = "/b/northmere/frameworks/"
EDITION = f"{OURS}warrington-2013/1/"
TINY = f"{OURS}tiny-2014/1/"
MORE = """\
statement: Every child matters here.
vision: Nobody is harmed twice.
routes:
  poster: {name: Posters, says: In every office., verified: false}
thread:
  theme: {name: Priority theme, says: Three a year., by: chair}
  evaluation: {name: Looking back}
tables:
  reviews:
    name: Reviews and audits
    says: As the document has it.
    columns: {who: Who, impact: How impact is measured}
    rows:
      scr: {name: Statutory review, process: scr, cells: {who: The Chair}}
      audit: {name: Audit, cells: {who: All partners, impact: Once a year}}
boards:
  lscb: {name: Children's Board, roles: {chair: Head of the Board}, processes: [scr]}
  sab: {name: Adults' Board}
programme:
  days: {name: Audit days, says: Looked forward to., by: chair, a_year: {at_least: 3}}
"""
BLANK = "The document leaves this blank"
Read = Callable[..., str]


@pytest.fixture
def tiny(world: World, tmp_path: Path) -> Edition:
    """A small framework that has every chapter; Northmere hasn't adopted it."""
    text = changed("says: There is a report.", "says: There is a report.\n    verified: false")
    folder = write(tmp_path, text, more=MORE)
    return operations.load(folder=folder, by=None, now=timezone.now())


@pytest.fixture
def read(client: Client, world: World) -> Read:
    """`read(address)`: the page as the business manager sees it."""
    client.force_login(world.northmere.people["priya"])

    def page(address: str, status: int = 200) -> str:
        answer = client.get(address)
        assert answer.status_code == status, address
        return answer.content.decode()

    return page


def test_the_edition_in_force(read: Read, world: World) -> None:
    page = read(OURS)
    assert "Warrington&#39;s children should grow up free" in page
    assert f"Edition 1, this board&#39;s from {world.northmere.since.day} " in page
    assert f'href="{EDITION}types/scr/"' in page
    assert "Chair of the Case Review Criteria Panel" in page
    assert "Meetings with those involved in the case" in page
    assert "To be checked by the board" in page
    assert f'href="{EDITION}framework.pdf"' in page


def test_it_belongs_to_the_section_framework(read: Read) -> None:
    page = read(EDITION)
    assert '<a class="up-nav__link" href="/b/northmere/framework/" aria-current="page">' in page
    assert "Is it honoured?" in page
    assert "Prepare the next" in page


def test_whoever_reads_the_learning_may_read_it(client: Client, world: World) -> None:
    client.force_login(world.northmere.people["tom"])
    page = client.get(OURS).content.decode()
    assert "Types of review" in page
    assert "Prepare the next" not in page


def test_every_chapter_of_another_framework(read: Read, tiny: Edition) -> None:
    page = read(TINY)
    for words in (
        "Edition 1, not this board&#39;s",
        "Every child matters here.",
        "Nobody is harmed twice.",
        "Priority theme",
        "Looking back",
        "Head of the Board",
        "Everything",
        "3 a year at least",
        "In every office.",
        "Clause T-1",
    ):
        assert words in page, words
    assert "Principles" not in page  # it has none
    assert f'href="{EDITION}"' in page  # this board's own


def test_a_blank_of_the_document_stays_blank(read: Read, tiny: Edition) -> None:
    page = read(TINY)
    assert page.count(BLANK) == 1
    row = page.split("Statutory review")[1].split("</tr>")[0]
    assert "The Chair" in row
    assert BLANK in row


def test_a_type_step_by_step(read: Read) -> None:
    page = read(f"{EDITION}types/scr/")
    for words in (
        "A review that Regulation 5 requires",
        "The criteria are met when",
        "All of these:",
        "Yes to “Has the child died?”",
        "Within 3 weeks of notification",
        "the reason is recorded and goes to: Chair of the Board",
        "After “Chair refers it to the criteria panel”",
        "May be done",
        "More information is needed (the step stays open)",
        "What becomes public",
        "Public for 12 months at least",
        "To be checked",
    ):
        assert words in page, words
    assert f'href="{EDITION}forms/notification/"' in page
    assert "<svg" in page
    assert "&lt;svg" not in page


def test_a_form_as_it_will_be_asked(read: Read) -> None:
    page = read(f"{EDITION}forms/notification/")
    assert "These questions are asked at:" in page
    assert "What happened to the child?" in page
    assert "The child died" in page
    assert "Which agencies are known to have been involved? (optional)" in page
    assert "<input" not in page.partition("<main")[2]


def test_all_of_it_on_one_page(read: Read, tiny: Edition) -> None:
    page = read(f"{EDITION}whole/")
    for place in ("types", "type-scr", "form-notification", "principles", "checks"):
        assert f'href="#{place}"' in page
        assert f'id="{place}"' in page
    assert "Within 3 weeks of notification" in page
    assert BLANK in read(f"{TINY}whole/")


def test_a_pdf_with_contents_and_page_numbers(client: Client, world: World, tiny: Edition) -> None:
    client.force_login(world.northmere.people["tom"])
    answer = client.get(f"{TINY}framework.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert 'filename="tiny-2014-edition-1.pdf"' in answer["Content-Disposition"]
    pages = [page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages]
    assert len(pages) > 5
    assert "A tiny framework" in pages[0]
    contents = next(line for line in pages[1].splitlines() if line.startswith("Forms"))
    number = int(contents.split()[-1])
    assert "Forms" in pages[number - 1]
    assert f"Page {number} of {len(pages)}" in pages[number - 1]
    assert BLANK in "".join(pages)


@pytest.mark.parametrize(
    "address",
    [
        f"{OURS}nowhere-1999/1/",
        f"{OURS}warrington-2013/9/",
        f"{OURS}warrington-2013/9/framework.pdf",
        f"{EDITION}types/nothing/",
        f"{EDITION}forms/nothing/",
    ],
)
def test_what_is_not_there(read: Read, address: str) -> None:
    read(address, 404)


@pytest.mark.parametrize("page", ["", "types/scr/", "forms/notification/", "whole/"])
def test_another_board_is_missing(client: Client, world: World, page: str) -> None:
    client.force_login(world.southvale.people["priya"])
    assert client.get(f"{EDITION}{page}").status_code == 404


def test_a_board_without_a_framework(read: Read, world: World) -> None:
    Adoption.objects.filter(board=world.northmere.board).delete()
    assert "adopted a framework yet" in read(OURS)


@pytest.mark.parametrize(
    "address", [OURS, f"{EDITION}types/scr/", f"{EDITION}whole/", f"{EDITION}forms/notification/"]
)
def test_few_queries(
    read: Read, address: str, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    with django_assert_max_num_queries(20):  # type: ignore[attr-defined]  # a context manager
        read(address)


def test_places_on_one_page() -> None:
    assert Anchors().type("scr") == "#type-scr"


def test_a_form_that_no_step_asks_is_read_too(tiny: Edition) -> None:
    book = Book(tiny.pack)
    assert [part.used for part in book.forms] == [(("scr", "Review", "Notified"),)]
    assert book.type("nothing") is None
