"""The JSON Schema of a pack as authors write it, for an editor to check and complete."""

from typing import Any

from uplift.engine.spec.pack import Pack

CONDITION = {"$ref": "#/$defs/Condition"}
TEXT = {"type": "string"}


def json_schema() -> dict[str, Any]:
    """The schema of the models, with what may be written short: a step or a name alone."""
    written = Pack.model_json_schema()
    schema: dict[str, Any] = _loosened(written, written["$defs"])
    condition = next(part for part in _parts(written) if _is_condition(part))
    words = [{"$ref": part["$ref"]} for part in condition["oneOf"]]
    schema["$defs"]["Condition"] = {
        "description": "A condition; a step alone means that it is done, a list means all of it.",
        "anyOf": [*words, TEXT, {"type": "array", "items": CONDITION}],
    }
    schema["properties"]["use"] = {
        "description": "Shared files to take in, as common/NAME.",
        "anyOf": [TEXT, {"type": "array", "items": TEXT}],
    }
    return schema


def _loosened(node: Any, models: dict[str, Any]) -> Any:
    if isinstance(node, list):
        return [_loosened(part, models) for part in node]
    if not isinstance(node, dict):
        return node
    if _is_condition(node):
        return {key: part for key, part in node.items() if key != "oneOf"} | CONDITION
    loose = {key: _loosened(part, models) for key, part in node.items()}
    for key in ("patternProperties", "additionalProperties"):
        # Elements by id: one that needs only a name may be that name.
        part = node.get(key)
        if key == "patternProperties" and part:
            loose[key] = {pattern: _or_name(one, models) for pattern, one in part.items()}
        elif isinstance(part, dict):
            loose[key] = _or_name(part, models)
    return loose


def _or_name(node: Any, models: dict[str, Any]) -> Any:
    model = models.get(str(node.get("$ref")).rpartition("/")[2], {})
    return {"anyOf": [TEXT, node]} if model.get("required") == ["name"] else node


def _is_condition(node: Any) -> bool:
    choices = node.get("oneOf") if isinstance(node, dict) else None
    return isinstance(choices, list) and choices[0].get("$ref") == "#/$defs/Done"


def _parts(node: Any) -> Any:
    """Every part of the schema, outermost first."""
    yield node
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for part in inner:
        yield from _parts(part)
