"""Letting another board take part in a review."""

from typing import Any

from uplift.ground.boards.models import Board
from uplift.ground.drafts.forms import OnceForm
from uplift.ground.ui import fields
from uplift.loop.cases.models import Case


class ShareForm(OnceForm):
    """Which board, and why it needs to know."""

    board = fields.OneOf(label="Which board takes part?")
    why = fields.Paragraphs(
        label="Why does it need to know of this case?",
        most=500,
        rows=3,
        help_text="For example, the family lived in both areas.",
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        board = self.fields["board"]
        assert isinstance(board, fields.OneOf)  # noqa: S101 - it is declared above
        others = Board.objects.exclude(pk=case.board_id).exclude(
            joint_cases__in=case.joint_boards.filter(ends__isnull=True)
        )
        board.choices = [(other.slug, other.name) for other in others]


class EndSharingForm(OnceForm):
    """Ends a board's part; there is nothing to fill in."""
