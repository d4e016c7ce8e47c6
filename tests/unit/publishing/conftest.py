"""A case that may be published today, and the people around its publication."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.world import World, make_world
from uplift.ground.identity.models import User
from uplift.loop.cases.models import Case
from uplift.loop.publishing import operations
from uplift.loop.publishing.models import FrozenCopy, Publication

TEXT = "# What happened\n\nA girl was hurt. **No one** asked her why.\n"


@dataclass
class Desk:
    """The publication of one case and the hands it passes through; `at` moves the clock."""

    world: World
    case: Case
    now: dt.datetime

    @property
    def people(self) -> dict[str, User]:
        return self.world.northmere.people

    def person(self, name: str) -> User:
        return self.people[name]

    def begin(self, by: str = "priya", **changes: str) -> Publication:
        publication = operations.prepare(
            case=self.case, title="Learning from a fire", by=self.person(by), now=self.now
        )
        return self.write(publication, by, **{"body": TEXT, **changes})

    def write(self, publication: Publication, by: str = "priya", **changes: str) -> Publication:
        fields = ("title", "body", "done", "impact", "more")
        text = {field: getattr(publication, field) for field in fields} | changes
        return operations.write(
            publication=publication,
            version=publication.version,
            by=self.person(by),
            now=self.now,
            **text,
        )

    def submit(self, publication: Publication, by: str = "priya") -> Publication:
        return operations.submit(
            publication=publication, version=publication.version, by=self.person(by), now=self.now
        )

    def approve(self, publication: Publication, by: str = "ann") -> Publication:
        return operations.approve(
            publication=publication, version=publication.version, by=self.person(by), now=self.now
        )

    def publish(
        self, publication: Publication, by: str = "lewis", role: str = "publisher"
    ) -> FrozenCopy:
        return operations.publish(
            publication=publication,
            version=publication.version,
            by=self.person(by),
            roles={role},
            now=self.now,
        )

    def withdraw(
        self, publication: Publication, by: str = "ann", role: str = "board_chair"
    ) -> Publication:
        return operations.withdraw(
            publication=publication,
            reason="The child was recognised at school.",
            notice="To protect a child.",
            by=self.person(by),
            roles={role},
            now=self.now,
        )

    def remove(self, publication: Publication) -> Publication:
        return operations.remove(
            publication=publication,
            version=publication.version,
            by=self.person("lewis"),
            roles={"publisher"},
            now=self.now,
        )

    def approved(self, **changes: str) -> Publication:
        return self.approve(self.submit(self.begin(**changes)))

    def published(self, **changes: str) -> Publication:
        return self.published_now(self.approved(**changes))

    def published_now(self, publication: Publication) -> Publication:
        self.publish(publication)
        return Publication.objects.get(pk=publication.pk)


@pytest.fixture
def desk(db: None, settings, tmp_path) -> Desk:
    settings.MEDIA_ROOT = tmp_path
    world = make_world()
    return Desk(world, world.case("Child Dunlin"), timezone.now())


@dataclass
class Visit:
    """One person's visits to pages of the publication."""

    client: Client
    publication: Publication

    def url(self, view: str = "page", **more: object) -> str:
        kwargs = {"board": self.publication.board.slug, "publication": self.publication.pk}
        return reverse(f"publishing:{view}", kwargs=kwargs | more)

    def get(self, view: str = "page", **more: object) -> Any:
        return self.client.get(self.url(view, **more))

    def post(self, view: str, data: dict | None = None, **more: object) -> Any:
        self.publication.refresh_from_db()
        sent = {"version": self.publication.version, **(data or {})}
        return self.client.post(self.url(view, **more), sent)


@pytest.fixture
def visit(desk: Desk):
    """`visit("priya", publication)`: that person, signed in."""

    def make(person: str, publication: Publication) -> Visit:
        client = Client()
        client.force_login(desk.person(person))
        return Visit(client, publication)

    return make
