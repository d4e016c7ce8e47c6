"""Boards, the agencies and groups around them, and who sits where."""

from uplift.ground.boards.models.agency import Agency
from uplift.ground.boards.models.board import Board
from uplift.ground.boards.models.group import Group
from uplift.ground.boards.models.seat import Seat

__all__ = ["Agency", "Board", "Group", "Seat"]
