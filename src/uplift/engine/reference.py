"""Every key a pack may hold, written from the models: the reference for pack authors."""

import types
from collections.abc import Iterator
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from uplift.engine.clock import Period
from uplift.engine.spec.base import Element
from uplift.engine.spec.clauses import Attest, Clause, Planned
from uplift.engine.spec.clocks import Before, Earliest, Late, Repeat, Within
from uplift.engine.spec.document import Learning, Part, Table, TableRow
from uplift.engine.spec.features import FEATURES
from uplift.engine.spec.forms import Choice, Criteria, CriteriaQuestion, Form, Question
from uplift.engine.spec.measures import Measure
from uplift.engine.spec.pack import Activity, Pack, Role, Source
from uplift.engine.spec.papers import (
    IDENTITY,
    OF_CASE,
    OF_LETTER,
    OF_STEP,
    Document,
    Notice,
    Row,
    SignOff,
)
from uplift.engine.spec.processes import Process, Publication, Quorum, Result, Step

# The parts of a pack, each under the words that name it elsewhere in the reference.
PARTS: dict[type[BaseModel], str] = {
    Pack: "pack",
    Source: "source",
    Role: "role",
    Criteria: "criteria",
    CriteriaQuestion: "question of criteria",
    Form: "form",
    Question: "question",
    Choice: "choice",
    Process: "process",
    Publication: "publication",
    Step: "step",
    Result: "outcome",
    Quorum: "quorum",
    Repeat: "repeat",
    Within: "due within",
    Before: "due before",
    Earliest: "earliest of several",
    Late: "late",
    Notice: "notice",
    Document: "document",
    Row: "row",
    SignOff: "signature",
    Activity: "activity",
    Table: "table",
    TableRow: "row of a table",
    Learning: "stage of learning",
    Part: "board of several",
    Clause: "clause",
    Attest: "attestation",
    Planned: "planned",
}
# Parts that stand in lists, and so give their ids themselves.
WITH_IDS = (Question, Step, Clause)
WORDS: dict[Any, str] = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    Period: "period",
}


def reference() -> str:
    """The reference, in Markdown."""
    lines = [
        "# Every key of a pack",
        "",
        "Written from the code by `uplift pack reference`; a test compares.",
        "Keys in **bold** must be given. An *element* also takes `says` (guidance), `honours` "
        "(a list of clauses) and `verified: false` (to be checked by the adopting board).",
        "",
    ]
    for model, name in PARTS.items():
        element = " An element." if issubclass(model, Element) else ""
        lines += [f"## {name.capitalize()}", "", f"{_doc(model)}{element}", "", *_table(model), ""]
    lines += ["## Measures", "", "| measure | takes | figure |", "|---|---|---|", *_measures(), ""]
    lines += ["## Features", "", "| feature | what it is |", "|---|---|"]
    lines += [f"| `feature:{name}` | {says} |" for name, says in FEATURES.items()]
    lines += ["", "## Sources", "", "What a row of a document or a letter may hold:", ""]
    lines += [f"- `{source}`" for source in _sources()]
    return "\n".join([*lines, ""])


def _table(model: type[BaseModel]) -> Iterator[str]:
    yield "| key | takes | meaning |"
    yield "|---|---|---|"
    for name, field in model.model_fields.items():
        if name in Element.model_fields and (name != "id" or model not in WITH_IDS):
            continue
        if name == "id":
            yield "| **`id`** | text | Its id. |"
            continue
        key = f"`{field.alias or name}`"
        key = f"**{key}**" if field.is_required() else key
        yield f"| {key} | {_takes(field)} | {field.description} |".replace("\n", " ")


def _takes(field: FieldInfo) -> str:
    said = _say(field.annotation)
    default = field.default
    if field.is_required() or default is None or default in ("", ()) or field.default_factory:
        return said
    shown = str(default).lower() if isinstance(default, bool) else str(default)
    return f"{said}; `{shown}` unless given"


def _say(annotation: Any) -> str:
    """What an annotation takes, in words."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if annotation in WORDS:
        return WORDS[annotation]
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in inner)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return ", ".join(f"`{value.value}`" for value in annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return PARTS.get(annotation, _by_module(annotation))
    if origin in (Union, types.UnionType):
        said = dict.fromkeys(_say(one) for one in inner if one is not type(None))
        return " or ".join(said)
    if origin is tuple:
        return f"list of: {_say(inner[0])}"
    if origin is dict:
        return f"id: {_say(inner[1])}"
    return _say(inner[0])


def _by_module(model: type[BaseModel]) -> str:
    """Parts without a table of their own: conditions, measures, and what has only a name."""
    kind = model.__module__.rpartition(".")[2]
    return {"conditions": "condition", "measures": "measure"}.get(kind, "a name, or an element")


def _measures() -> Iterator[str]:
    for name, field in Measure.model_fields.items():
        of = next(one for one in get_args(field.annotation) if one is not type(None))
        takes = ", ".join(
            f"`{inner.alias or key}`{'' if inner.is_required() else ' (optional)'}"
            for key, inner in of.model_fields.items()
        )
        yield f"| `{name}` | {takes} | {field.description} |"


def _sources() -> Iterator[str]:
    yield from OF_CASE
    yield from (f"identity.{part}" for part in IDENTITY)
    yield from (f"step.STEP.{part}" for part in OF_STEP)
    yield "answer.STEP.FIELD"
    yield from (f"{source} (letters only)" for source in OF_LETTER)


def _doc(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").split())
