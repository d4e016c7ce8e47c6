"""What every part of a pack is made of: frozen models, ids, names, texts."""

from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)

from uplift.engine.clock import Period

SLUG = r"^[a-z][a-z0-9_]{0,59}$"
PACK_ID = r"^[a-z][a-z0-9-]{0,59}$"
CLAUSE_ID = r"^[A-Z][A-Za-z0-9.-]{0,39}$"

Slug = Annotated[str, StringConstraints(pattern=SLUG)]
PackId = Annotated[str, StringConstraints(pattern=PACK_ID)]
ClauseId = Annotated[str, StringConstraints(pattern=CLAUSE_ID)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]


def as_tuple(value: Any) -> Any:
    """One thing written alone stands for a list of one."""
    return value if isinstance(value, list | tuple) else (value,)


def named(value: Any) -> Any:
    """A plain text stands for an element of that name."""
    return {"name": value} if isinstance(value, str) else value


def _with_ids(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {
        key: {**element, "id": key} if isinstance(element := named(entry), dict) else element
        for key, entry in value.items()
    }


def _read_period(value: Any) -> Period:
    return value if isinstance(value, Period) else Period.parse(str(value))


# A mapping of id to element; each element learns its id from its key.
ById = BeforeValidator(_with_ids)
Alone = BeforeValidator(as_tuple, json_schema_input_type=str | tuple[str, ...])
Slugs = Annotated[tuple[Slug, ...], Field(min_length=1), Alone]
PeriodText = Annotated[
    Period,
    BeforeValidator(_read_period),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "examples": ["3 weeks", "1 month", "10 working days"]}),
]


class Frozen(BaseModel):
    """A part of a pack: immutable, and any key it does not know is an error."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        serialize_by_alias=True,
        str_strip_whitespace=True,
        arbitrary_types_allowed=True,
        use_attribute_docstrings=True,
    )


class Element(Frozen):
    """A part of a pack that clauses of the framework can point at."""

    id: str = ""
    """Taken from the key it stands under."""
    says: Text | None = None
    """Guidance, shown beside the element."""
    honours: tuple[ClauseId, ...] = ()
    """Clauses of the source document that this element honours."""
    verified: bool = True
    """False: shown to the adopting board as a question to check."""

    @property
    def called(self) -> str:
        """What people know it by."""
        return self.id


class Named(Element):
    """An element with a name."""

    name: Name
    """What it is called."""

    @property
    def called(self) -> str:
        """Its name."""
        return self.name
