"""Who may do what with an action, and whether it can be done now. None = yes."""

from uplift.ground.access.reach import Reach
from uplift.ground.ui.refusal import NotYours, Refusal
from uplift.loop.actions.models import Action

_S = Action.Status

#: What can be done with an action in which status, and what is said otherwise.
WHEN: dict[str, tuple[frozenset[str], str]] = {
    "change": (
        frozenset({_S.PROPOSED, _S.ACCEPTED, _S.DECLINED}),
        "It is done, so it isn't changed any more. Reopen it first.",
    ),
    "answer": (frozenset({_S.PROPOSED}), "The agency has answered already."),
    "say": (
        frozenset({_S.ACCEPTED, _S.DONE}),
        "Progress is told of actions that the agency has accepted.",
    ),
    "finish": (
        frozenset({_S.ACCEPTED}),
        "Only an action that the agency has accepted, and that isn't done yet, can be finished.",
    ),
    "embed": (
        frozenset({_S.DONE}),
        "Whether it lasts can be told once it is done, and once only.",
    ),
    "reopen": (frozenset({_S.DONE, _S.EMBEDDED}), "It isn't done, so there's nothing to reopen."),
}


def can(action: Action, what: str) -> Refusal | None:
    """Whether the action's status allows this (a key of WHEN), whoever asks."""
    statuses, sentence = WHEN[what]
    return None if action.status in statuses else Refusal(sentence)


def may_propose(reach: Reach) -> Refusal | None:
    """Whether this person proposes actions at the board."""
    if reach.may("manage_actions"):
        return None
    return NotYours("Proposing and changing actions isn't part of your role at this board.")


def may_change(reach: Reach, action: Action) -> Refusal | None:
    """Whether this person changes what the action asks for."""
    return may_propose(reach) or can(action, "change")


def may_answer(reach: Reach, action: Action) -> Refusal | None:
    """Whether this person accepts or declines it: for the agency, or entering its answer."""
    return _for_its_agency(reach, action) or can(action, "answer")


def may_say(reach: Reach, action: Action) -> Refusal | None:
    """Whether this person tells how it is going."""
    return _for_its_agency(reach, action) or can(action, "say")


def may_finish(reach: Reach, action: Action) -> Refusal | None:
    """Whether this person says that it is done."""
    return _for_its_agency(reach, action) or can(action, "finish")


def may_embed(reach: Reach, action: Action) -> Refusal | None:
    """Whether this person judges that it lasts: the board does, not the agency itself."""
    if not reach.may("manage_actions"):
        return NotYours("Whether an action lasts is judged for the board, not by its agency.")
    return can(action, "embed")


def may_reopen(reach: Reach, action: Action) -> Refusal | None:
    """Whether this person opens it again when it turns out not to be done."""
    if not reach.may("manage_actions"):
        return NotYours("Reopening actions isn't part of your role at this board.")
    return can(action, "reopen")


def _for_its_agency(reach: Reach, action: Action) -> Refusal | None:
    if reach.may_for("update_action", action.agency_id) or reach.may("manage_actions"):
        return None
    return NotYours(f"Only {action.agency} answers for this action.")
