"""What a document says beside its processes: tables, stages of learning, the boards it is of."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from uplift.engine.spec.base import ById, Name, Named, Slug, Text
from uplift.engine.spec.processes import People

LearningStage = Literal["finding", "theme", "outcome", "action", "sharing", "evaluation"]


class TableRow(Named):
    """A row of a table of the document."""

    process: Slug | None = None
    """The process that runs what the row tells of."""
    programme: Slug | None = None
    """The activity of the programme that does."""
    cells: dict[Slug, Text] = Field(default_factory=dict)
    """What stands under each column; a cell that the document leaves blank is left out."""


class Table(Named):
    """A table of the document, to be read as it stands there."""

    columns: dict[Slug, Name] = Field(min_length=1)
    """The columns, in order."""
    rows: Annotated[dict[Slug, TableRow], ById] = Field(min_length=1)
    """The rows, in order."""

    @model_validator(mode="after")
    def _cells_stand_under_columns(self) -> "Table":
        for row in self.rows.values():
            for column in row.cells:
                if column not in self.columns:
                    raise ValueError(f"The row “{row.name}” has a cell “{column}” of no column.")
        return self


class Learning(Named):
    """What the board calls a stage of learning."""

    by: Slug | None = None
    """The role that sees to it."""


class Part(Named):
    """One of the boards that share the framework; each adopts it as its own part."""

    people: People | None = None
    """Whom it is for, if not whom the pack is for."""
    roles: dict[Slug, Name] = Field(default_factory=dict)
    """What this board calls a role, where it has another name for it."""
    processes: tuple[Slug, ...] = ()
    """The processes that it runs; all of them when none is named."""
