"""Who may do what with a case. None = may; else the sentence that is shown in place of a button."""

from collections.abc import Collection

from uplift.engine import process
from uplift.ground.access.reach import Reach
from uplift.ground.ui.refusal import NotYours, Refusal
from uplift.loop.cases.models import Case, Fact, Member
from uplift.loop.cases.queries import engine_facts


def roles_in(reach: Reach, case: Case) -> frozenset[str]:
    """The roles in which this person acts in the case: by seat at its board and by membership.

    A seat at another board, in a joint review, gives no part in the case.
    """
    own = Member.objects.filter(case=case, user=reach.user, starts__lte=reach.today)
    own = own.exclude(ends__lt=reach.today)
    seats = reach.roles if reach.board == case.board else frozenset()
    return seats | frozenset(own.values_list("role", flat=True))


def may_in_case(reach: Reach, roles: Collection[str], capability: str) -> bool:
    """Whether any of the roles in which someone acts in a case gives the capability."""
    return reach.may_as(capability, roles)


_SENTENCES = {
    "open_case": "Recording a notification isn't part of your role at this board.",
    "see_identity": "Your role doesn't include seeing who the people in this case are.",
    "correct": "Correcting a record isn't part of your role in this case.",
    "pause": "Pausing a review isn't part of your role in this case.",
    "convert": "Changing the type of review isn't part of your role in this case.",
    "record": "Recording steps isn't part of your role in this case.",
    "export": "Exporting isn't part of your role at this board.",
    "see_history": "Your role doesn't include the history of this case.",
    "manage_board": "Changing who works on this case isn't part of your role at this board.",
}


def may(reach: Reach, case: Case | None, capability: str) -> Refusal | None:
    """Whether this person has the capability in the case (no case: at the board)."""
    return may_as(reach, roles_in(reach, case) if case else reach.roles, capability)


def may_as(reach: Reach, roles: Collection[str], capability: str) -> Refusal | None:
    """Whether someone who acts in these roles has the capability."""
    if may_in_case(reach, roles, capability):
        return None
    return NotYours(_SENTENCES[capability])


def may_correct(reach: Reach, roles: Collection[str], fact: Fact) -> Refusal | None:
    """Whether this person may set a record right: their own, or as part of their role."""
    return None if fact.by_id == reach.user.pk else may_as(reach, roles, "correct")


def may_begin(reach: Reach, case: Case, step: str) -> Refusal | None:
    """Whether this person can take the step today, before its form is filled in."""
    refused = process.may_begin(
        case.pack,
        case.started_as,
        engine_facts(case),
        step,
        roles=roles_in(reach, case),
        today=reach.today,
        opened=case.opened_on,
    )
    return Refusal(refused[0].sentence) if refused else None


def may_answer(reach: Reach, agency_id: int | None) -> Refusal | None:
    """Whether this person files returns for the agency."""
    if reach.may_for("answer_return", agency_id):
        return None
    return NotYours("Only the agency that was asked files this return.")
