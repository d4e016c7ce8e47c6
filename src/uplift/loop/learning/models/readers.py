import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from uplift.ground.access.models import Grant, Power
from uplift.ground.access.scope import held
from uplift.ground.identity.models import User

# A role that has one of these answers for an agency, and sees of the others' work what is shared.
FOR_AN_AGENCY = ("update_action", "confirm_sharing", "answer_return")
FOR_THE_BOARD = ("manage_learning", "manage_actions", "share", "evaluate")


def read_at(user: User, on: dt.date) -> QuerySet[Grant, int]:
    """The boards whose learning this person reads, for `board__in`: asked once a query, where a
    correlated EXISTS would be asked of each row."""
    return held(user, on).filter(capability="read_learning").values_list("board", flat=True)


def overseen_by(user: User, on: dt.date) -> QuerySet[Grant, int]:
    """The boards at which this person follows what every agency does about the learning."""
    one_agency = Power.objects.filter(
        board=OuterRef("board"), role=OuterRef("role"), capability__in=FOR_AN_AGENCY
    )
    whole = Q(capability__in=FOR_THE_BOARD) | Q(capability="read_learning") & ~Exists(one_agency)
    return held(user, on).filter(whole).values_list("board", flat=True)
