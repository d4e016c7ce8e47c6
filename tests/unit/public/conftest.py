"""Something published, made straight in the database: the public site knows nothing of cases."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from uplift.ground.boards.models import Board
from uplift.ground.frameworks.models import Edition
from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case
from uplift.loop.publishing.models import FrozenCopy, Publication

CANARY = "canary-of-the-case"


@pytest.fixture
def board(db: None) -> Board:
    return Board.objects.create(
        name="Northmere Safeguarding Board",
        short_name="Northmere",
        slug="northmere",
        area="Northmere",
        prefix="NM",
        colour="#4c2c92",
        email="board@northmere.example",
    )


class Shelf:
    """Puts copies on the site: `shelf("Title", html="…", days=30, form="report")`, on it for so
    many days."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.edition = Edition.objects.create(
            pack_key="x", number=1, name="X", digest="x", content="{}", loaded_at=timezone.now()
        )
        self.priya = User.objects.create_user("priya@example.org", CANARY)
        self.ann = User.objects.create_user("ann@example.org", CANARY)

    def __call__(
        self,
        title: str = "Learning from a fire",
        html: str = '<p class="govuk-body">What we learnt.</p>',
        *,
        days: int = 30,
        form: str = "report",
        replaces: Publication | None = None,
    ) -> Publication:
        since = timezone.localdate() - dt.timedelta(days=days)
        publication = replaces or self._publication(since)
        FrozenCopy.objects.create(
            publication=publication,
            board=self.board,
            slug=publication.slug,
            review="Serious Case Review",
            form=form,
            title=title,
            html=html,
            text="A heading\nWhat we learnt of the fire, and of what came before it and after it.",
            sha256=f"{FrozenCopy.objects.count():064}",
            from_day=since,
            on_request=True,
            at=timezone.now(),
            replaces=publication.copies.order_by("-pk").first(),
        )
        return publication

    def _publication(self, since: dt.date) -> Publication:
        number = Case.objects.count()
        case = Case.objects.create(
            board=self.board,
            edition=self.edition,
            process=CANARY,
            started_as="x",
            reference=f"{CANARY[:14]}-{number}",
            pseudonym=CANARY,
            opened_on=since,
            by=self.priya,
            made_at=timezone.now(),
        )
        return Publication.objects.create(
            board=self.board,
            case=case,
            slug=f"report-{number}",
            title=CANARY,
            body=CANARY,
            status="frozen",
            standing="published",
            prepared_by=self.priya,
            approved_by=self.ann,
            published_on=since,
            keep_until=since + dt.timedelta(days=365),
            withdrawal_reason=CANARY,
        )


@pytest.fixture
def publish(board: Board) -> Shelf:
    """`publish("Title", …)` puts a copy on the site."""
    return Shelf(board)


@pytest.fixture
def reader() -> Client:
    """Somebody who has not signed in."""
    return Client()
