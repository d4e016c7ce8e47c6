"""How the demo's board keeps its framework: agencies accept it, people state how it is honoured."""

import datetime as dt

from django.core.files.uploadedfile import SimpleUploadedFile

from uplift.config.demo.cast import Cast
from uplift.config.demo.story import moment
from uplift.ground.frameworks.models import Adoption
from uplift.loop.assurance import operations as assurance

# agency: who accepted, their post, what shows it when the business manager entered it, days ago
ACCEPTED: tuple[tuple[str, str, str, str, int], ...] = (
    ("police", "Karen Holt", "Chief Superintendent", "", 500),
    ("health", "Dr Simon Reyes", "Chief Nurse", "", 480),
    ("council", "Alison Grey", "Director of Children's Services", "", 510),
    ("haven", "Ola Berg", "Director", "Her letter to the Chair, in the Board's papers.", 430),
)
# clause: whether it is honoured, how, what shows it, days ago
STATED: tuple[tuple[str, bool, str, str, int], ...] = (
    (
        "WAR-0-01",
        True,
        "The yearly survey asks children about all five harms; fewer name bullying than last year.",
        "The survey of 1,140 children and the Board's discussion of it.",
        120,
    ),
    (
        "WAR-3.2-08",
        False,
        "Families help to deliver and to evaluate. None had a part in design this year.",
        "The year's programme of participation.",
        95,
    ),
)


def tell_keeping(cast: Cast, today: dt.date) -> None:
    """Most agencies have accepted the framework; the Chair has stated two of the clauses."""
    adoption = Adoption.objects.select_related("board").get(board=cast.board)
    manager, chair = cast.by_role["business_manager"], cast.by_role["board_chair"]
    for key, name, post, evidence, ago in ACCEPTED:
        agency, on = cast.agencies[key], today - dt.timedelta(days=ago)
        assurance.accept(
            agency=agency,
            adoption=adoption,
            name=name,
            post=post,
            on=on,
            evidence=evidence,
            on_behalf=bool(evidence),
            by=manager if evidence else cast.leads[agency.slug],
            now=moment(on, 11),
        )
    for clause, honoured, says, shown, ago in STATED:
        on = today - dt.timedelta(days=ago)
        assurance.attest(
            board=cast.board,
            clause_id=clause,
            honoured=honoured,
            says=says,
            evidence=shown,
            on=on,
            by=chair,
            now=moment(on, 11),
            papers=[SimpleUploadedFile("evidence.txt", b"A made-up paper for the demo.\n")],
        )
