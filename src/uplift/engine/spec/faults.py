"""What pydantic finds wrong, said in a sentence a pack's author understands."""

import types
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from uplift.engine.spec.base import CLAUSE_ID, PACK_ID, SLUG
from uplift.engine.spec.conditions import WORDS
from uplift.engine.text import near_miss, say_list

Path = tuple[str | int, ...]

KINDS = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "date_type": "a date such as 2014-01-31",
    "date_parsing": "a date such as 2014-01-31",
    "date_from_datetime_parsing": "a date such as 2014-01-31",
    "date_from_datetime_inexact": "a date such as 2014-01-31",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "dict_type": "a mapping of keys",
    "model_type": "a mapping of keys",
    "model_attributes_type": "a mapping of keys",
    "tuple_type": "a list",
    "list_type": "a list",
}
SENTENCES = {
    "missing": "“{name}” is missing.",
    "string_too_short": "“{name}” is empty.",
    "string_too_long": "“{name}” is longer than {max_length} characters.",
    "greater_than_equal": "“{name}” must be {ge} or more.",
    "less_than_equal": "“{name}” must be {le} or less.",
    "too_short": "“{name}” needs {min_length} or more.",
    "too_long": "“{name}” takes {max_length} at most.",
    "literal_error": "“{input}” isn't known for “{name}”. Write {expected}.",
    "enum": "“{input}” isn't known for “{name}”. Write {expected}.",
    "one_entry": "Name one thing here; use all: or any: to join several.",
}
IDS = {
    SLUG: "use small letters, digits and _, a letter first",
    PACK_ID: "use small letters, digits and -, a letter first",
    CLAUSE_ID: "use letters, digits, - and full stops, a capital first",
}


def sentence(root: type[BaseModel], error: ErrorDetails) -> str:
    """The sentence for one of pydantic's errors about a pack."""
    kind, path = error["type"], error["loc"]
    name = next((part for part in reversed(path) if isinstance(part, str) and part != "[key]"), "")
    if kind == "extra_forbidden":
        return _unknown(name, keys_of(root, path[:-1]))
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _condition(error["input"])
    if kind in KINDS:
        return f"“{name}” must be {KINDS[kind]}."
    if kind == "value_error":
        return str(error["ctx"]["error"])
    if kind == "missing" and name == "by":
        return "“by” is missing: name the role."
    if kind == "string_pattern_mismatch":
        return f"“{error['input']}” isn't an id: {IDS[error['ctx']['pattern']]}."
    if kind in SENTENCES:
        context = {"name": name, "input": error["input"], **error.get("ctx", {})}
        context["expected"] = str(context.get("expected")).replace("'", "")
        return SENTENCES[kind].format(**context)
    return f"“{name}”: {error['msg']}."


def _unknown(name: str, known: list[str]) -> str:
    return f"“{name}” isn't a key known here.{near_miss(name, known)}"


def _condition(given: Any) -> str:
    if isinstance(given, dict) and len(given) == 1:
        word = next(iter(given))
        return f"“{word}” isn't a condition. Conditions are {say_list(WORDS)}."
    return "A condition says one thing; use all: or any: to join several."


def keys_of(root: type[BaseModel], path: Path) -> list[str]:
    """The keys known at `path` below the model `root`."""
    models = [root]
    for step in path:
        models = [inner for model in models for inner in _below(model, step)] or models
    return [field.alias or name for model in models for name, field in model.model_fields.items()]


def _below(model: type[BaseModel], step: str | int) -> list[type[BaseModel]]:
    for name, field in model.model_fields.items():
        if step in (name, field.alias):
            return list(_models(field.annotation))
    return []


def _models(annotation: Any) -> list[type[BaseModel]]:
    """The models within an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) in (Annotated, Union, types.UnionType, tuple, dict):
        return [model for inner in get_args(annotation) for model in _models(inner)]
    return []
