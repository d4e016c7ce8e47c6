"""The made-up boards of the demo, the agencies around them and the people who sit there."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import transaction

from uplift.ground.access import operations as access
from uplift.ground.boards.models import Agency, Board, Group
from uplift.ground.frameworks import operations as frameworks
from uplift.ground.frameworks.models import Edition
from uplift.ground.identity.models import User


@dataclass(frozen=True, slots=True)
class Player:
    """Someone at a board: the first part of their address, their name, their role in the pack.

    What they are, in words (`says`), stands on the one-click sign-in page; without it they aren't
    offered there.
    """

    key: str
    name: str
    role: str
    agency: str = ""
    says: str = ""


PEOPLE = (
    Player("priya", "Priya Shah", "business_manager", "", "Business and Partnerships Manager"),
    Player("ann", "Dr Ann Lowe", "board_chair", "", "Chair of the Board: refers and decides"),
    Player("helen", "Helen Marsh", "criteria_panel_chair", "health", "Chairs the criteria panel"),
    Player("idris", "Idris Bowen", "criteria_panel", "police", "Sits on the criteria panel"),
    Player(
        "gareth",
        "Gareth Pugh",
        "case_review_subgroup_chair",
        "council",
        "Chairs the Case Review Subgroup",
    ),
    Player("tom", "Tom Okafor", "board_member", "", "Board member: the learning, not the cases"),
    Player("sam", "Sam Doyle", "agency_lead", "police", "Answers for the police"),
    Player("meera", "Meera Nair", "agency_lead", "health", "Answers for the health trust"),
    Player("jo", "Jo Whitfield", "agency_lead", "council", "Answers for children's services"),
    Player("lewis", "Lewis Grant", "publisher", "", "Publications lead: the website"),
)
PANEL = "Child Death Overview Panel"
SHARED = (
    Player("nadia", "Nadia Rahman", "child_death_panel_chair", "", "Chairs the panel"),
    Player("owen", "Owen Reed", "child_death_coordinator", "", "Registers child deaths"),
)
# What the stories call an agency: its slug, name and kind; {board} makes it a board's own.
AGENCIES = {
    "council": ("{slug}-council", "{board} Children's Services", "council"),
    "police": ("police", "Northshire Police", "police"),
    "health": ("health", "Northshire Health Trust", "health"),
    "probation": ("probation", "Northshire Probation", "probation"),
    "school": ("school", "Oakfield Primary School", "education"),
    "haven": ("haven", "Haven Family Support", "voluntary"),
}


@dataclass
class Cast:
    """One board of the demo: its people by the first part of their address, its agencies."""

    board: Board
    edition: Edition
    since: dt.date
    people: dict[str, User] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    by_role: dict[str, User] = field(default_factory=dict)
    leads: dict[str, User] = field(default_factory=dict)  # by slug of their agency


def person(key: str, name: str, says: str, domain: str, board: str) -> User:
    """A made-up person; with `says` one click signs in as them, under the heading `board`."""
    user = User.objects.create_user(f"{key}@{domain}", name)
    if says:
        user.demo, user.demo_says, user.demo_board = True, says, board
        user.save()
    return user


@transaction.atomic
def make_board(
    *,
    details: Mapping[str, str],
    edition: Edition,
    now: dt.datetime,
    part: str = "",
    agencies: Mapping[str, Iterable[str]] = AGENCIES,
    people: Iterable[Player] = PEOPLE,
    days: int = 550,
) -> Cast:
    """Make a board that adopted the edition so many days before `now`, with all its people."""
    board = Board.objects.create(**details, email=f"board@{details['slug']}.example")
    then = now - dt.timedelta(days=days)
    adoption = frameworks.adopt(
        board=board, edition=edition, part=part, starts=then.date(), by=None, now=then
    )
    cast = Cast(board=board, edition=adoption.edition, since=then.date())
    for key, texts in agencies.items():
        slug, name, kind = (text.format(slug=board.slug, board=board.short_name) for text in texts)
        agency, _ = Agency.objects.get_or_create(slug=slug, defaults={"name": name, "kind": kind})
        agency.boards.add(board)
        cast.agencies[key] = agency
    for player in people:
        _seat(cast, player, then)
    return cast


def _seat(cast: Cast, player: Player, then: dt.datetime) -> None:
    board = cast.board
    domain = f"{board.slug}.example"
    heading = f"{board.name} ({cast.edition.pack.short})"
    user = person(player.key, player.name, player.says, domain, heading)
    agency = cast.agencies[player.agency] if player.agency else None
    access.give_seat(
        user=user,
        role=player.role,
        board=board,
        agency=agency,
        starts=cast.since,
        by=None,
        now=then,
    )
    cast.people[player.key] = user
    if player.role == "agency_lead" and agency:
        cast.leads[agency.slug] = user
    else:
        cast.by_role[player.role] = user


@transaction.atomic
def make_shared_panel(casts: list[Cast], now: dt.datetime) -> None:
    """Make the child death panel that serves all these boards, with its people."""
    then = now - dt.timedelta(days=540)
    group = Group.objects.create(name=PANEL, role="child_death_panel")
    group.boards.set([cast.board for cast in casts])
    for player in SHARED:
        user = person(player.key, player.name, player.says, "panel.example", PANEL)
        access.give_seat(
            user=user, role=player.role, group=group, starts=then.date(), by=None, now=then
        )
        for cast in casts:
            cast.people[player.key] = cast.by_role[player.role] = user


@transaction.atomic
def widen_shared_panel(cast: Cast, like: Cast, today: dt.date) -> None:
    """Have the panel that serves the board `like` serve this board too."""
    Group.objects.get(role="child_death_panel").boards.add(cast.board)
    frameworks.refresh(board=cast.board, today=today)  # its people's seats count there from now
    for player in SHARED:
        cast.people[player.key] = cast.by_role[player.role] = like.by_role[player.role]
