"""The made-up boards of the demo, the agencies around them and the people who sit there."""

import datetime as dt
from dataclasses import dataclass, field

from django.db import transaction

from uplift.ground.access import operations as access
from uplift.ground.boards.models import Agency, Board, Group
from uplift.ground.frameworks import operations as frameworks
from uplift.ground.frameworks.models import Edition
from uplift.ground.identity.models import User

# first part of the e-mail address: name, role in the pack, agency, what the sign-in page says
PEOPLE: tuple[tuple[str, str, str, str, str], ...] = (
    ("priya", "Priya Shah", "business_manager", "", "Business and Partnerships Manager: all day"),
    ("ann", "Dr Ann Lowe", "board_chair", "", "Chair of the Board: refers and decides"),
    ("helen", "Helen Marsh", "criteria_panel_chair", "health", "Chairs the criteria panel"),
    ("idris", "Idris Bowen", "criteria_panel", "police", "Sits on the criteria panel"),
    (
        "gareth",
        "Gareth Pugh",
        "case_review_subgroup_chair",
        "council",
        "Chairs the Case Review Subgroup",
    ),
    ("tom", "Tom Okafor", "board_member", "", "Board member: sees the learning, not the cases"),
    ("sam", "Sam Doyle", "agency_lead", "police", "Answers for the police"),
    ("meera", "Meera Nair", "agency_lead", "health", "Answers for the health trust"),
    ("jo", "Jo Whitfield", "agency_lead", "council", "Answers for children's services"),
    ("lewis", "Lewis Grant", "publisher", "", "Publications lead: puts reports on the website"),
)
SHARED: tuple[tuple[str, str, str, str], ...] = (
    ("nadia", "Nadia Rahman", "child_death_panel_chair", "Chairs the Child Death Overview Panel"),
    ("owen", "Owen Reed", "child_death_coordinator", "Registers child deaths for both boards"),
)
AGENCIES = {
    "council": ("Children's Services", Agency.Kind.COUNCIL),
    "police": ("Northshire Police", Agency.Kind.POLICE),
    "health": ("Northshire Health Trust", Agency.Kind.HEALTH),
    "probation": ("Northshire Probation", Agency.Kind.PROBATION),
    "school": ("Oakfield Primary School", Agency.Kind.EDUCATION),
    "haven": ("Haven Family Support", Agency.Kind.VOLUNTARY),
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


def person(key: str, name: str, says: str, domain: str) -> User:
    """A made-up person who can use one-click sign-in."""
    user = User.objects.create_user(f"{key}@{domain}", name)
    user.demo, user.demo_says = True, says
    user.save()
    return user


@transaction.atomic
def make_board(
    *, name: str, slug: str, prefix: str, colour: str, edition: Edition, now: dt.datetime
) -> Cast:
    """Make a board that adopted the edition a year and a half before `now`, with all its people."""
    board = Board.objects.create(
        name=f"{name} Safeguarding Children Board",
        short_name=name,
        slug=slug,
        area=name,
        prefix=prefix,
        colour=colour,
        email=f"board@{slug}.example",
        statement=f"Children in {name} grow up safe, and get help in time.",
    )
    then = now - dt.timedelta(days=550)
    cast = Cast(board=board, edition=edition, since=then.date())
    frameworks.adopt(board=board, edition=edition, starts=cast.since, by=None, now=then)
    for key, (label, kind) in AGENCIES.items():
        own = f"{name} {label}" if kind is Agency.Kind.COUNCIL else label
        slugged = f"{slug}-{key}" if kind is Agency.Kind.COUNCIL else key
        agency, _ = Agency.objects.get_or_create(slug=slugged, defaults={"name": own, "kind": kind})
        agency.boards.add(board)
        cast.agencies[key] = agency
    for key, full_name, role, agency_key, says in PEOPLE:
        _seat(cast, key, full_name, role, agency_key, says, then)
    return cast


def _seat(
    cast: Cast,
    key: str,
    name: str,
    role: str,
    agency_key: str,
    says: str,
    then: dt.datetime,
) -> None:
    user = person(key, name, f"{says}, {cast.board.short_name}", f"{cast.board.slug}.example")
    agency = cast.agencies[agency_key] if agency_key else None
    access.give_seat(
        user=user,
        role=role,
        board=cast.board,
        agency=agency,
        starts=cast.since,
        by=None,
        now=then,
    )
    cast.people[key] = user
    if role == "agency_lead" and agency:
        cast.leads[agency.slug] = user
    else:
        cast.by_role[role] = user


@transaction.atomic
def make_shared_panel(casts: list[Cast], now: dt.datetime) -> None:
    """Make the child death panel that serves all these boards, with its people."""
    then = now - dt.timedelta(days=540)
    group = Group.objects.create(name="Child Death Overview Panel", role="child_death_panel")
    group.boards.set([cast.board for cast in casts])
    for key, name, role, says in SHARED:
        user = person(key, name, says, "panel.example")
        access.give_seat(user=user, role=role, group=group, starts=then.date(), by=None, now=then)
        for cast in casts:
            cast.people[key] = cast.by_role[role] = user
