"""Something published, made straight in the database: the public site knows nothing of cases."""

import datetime as dt
from collections.abc import Callable

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


@pytest.fixture
def publish(board: Board) -> Callable[..., Publication]:
    """`publish("Title", html=..., days=30, form="report")`: on the site for that many days."""
    edition = Edition.objects.create(
        pack_key="x", number=1, name="X", digest="x", content="{}", loaded_at=timezone.now()
    )
    user = User.objects.create_user("priya@example.org", CANARY)
    other = User.objects.create_user("ann@example.org", CANARY)

    def make(
        title: str = "Learning from a fire",
        html: str = '<p class="govuk-body">What we learnt.</p>',
        *,
        days: int = 30,
        form: str = "report",
        slug: str = "",
        replaces: Publication | None = None,
    ) -> Publication:
        today = timezone.localdate()
        number = Case.objects.count()
        since = today - dt.timedelta(days=days)
        publication = replaces
        if publication is None:
            case = Case.objects.create(
                board=board,
                edition=edition,
                process=CANARY,
                started_as="x",
                reference=f"{CANARY[:14]}-{number}",
                pseudonym=CANARY,
                opened_on=today,
                by=user,
                made_at=timezone.now(),
            )
            publication = Publication.objects.create(
                board=board,
                case=case,
                slug=slug or f"report-{number}",
                title=CANARY,
                body=CANARY,
                status="frozen",
                standing="published",
                prepared_by=user,
                approved_by=other,
                published_on=since,
                keep_until=since + dt.timedelta(days=365),
                withdrawal_reason=CANARY,
            )
        FrozenCopy.objects.create(
            publication=publication,
            board=board,
            slug=publication.slug,
            review="Serious Case Review",
            form=form,
            title=title,
            html=html,
            text="What we learnt.",
            sha256=f"{FrozenCopy.objects.count():064}",
            from_day=since,
            at=timezone.now(),
            replaces=publication.copies.order_by("-pk").first(),
        )
        return publication

    return make


@pytest.fixture
def reader() -> Client:
    """Somebody who has not signed in."""
    return Client()
