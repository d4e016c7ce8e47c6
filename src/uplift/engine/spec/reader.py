"""Reads a pack's folder into a `Pack`, or says everything that is wrong with it."""

from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from uplift.engine.spec.checks import check
from uplift.engine.spec.faults import sentence
from uplift.engine.spec.folder import read_folder
from uplift.engine.spec.pack import Pack
from uplift.engine.spec.tree import PackError, PackErrors, Tree

Model = TypeVar("Model", bound=BaseModel)


def read_pack(folder: Path) -> Pack:
    """The pack in `folder`; raises PackErrors with every error as ``file:line: sentence``."""
    tree, errors = read_folder(folder)
    pack = fit(Pack, tree, errors)
    if pack:
        errors.extend(PackError(*tree.find(path), text) for path, text in check(pack))
    if errors or not pack:
        raise PackErrors(errors)
    return pack


def fit(model: type[Model], tree: Tree, errors: list[PackError]) -> Model | None:
    """The tree as a model, and what doesn't fit it added to `errors`.

    Unknown keys alone are left out, so that one slip doesn't hide what else is wrong.
    """
    raw = tree.plain()
    while True:
        try:
            return model.model_validate(raw)
        except ValidationError as invalid:
            found = invalid.errors(include_url=False)
        errors.extend(PackError(*tree.find(one["loc"]), sentence(model, one)) for one in found)
        unknown = [one["loc"] for one in found if one["type"] == "extra_forbidden"]
        if len(unknown) < len(found):
            return None
        for path in unknown:
            _drop(raw, path)


def _drop(raw: Any, path: tuple[str | int, ...]) -> None:
    """Take out what `path` leads to; the models name parts of it that aren't in the data."""
    for step in path[:-1]:
        if isinstance(step, int) or step in raw:
            raw = raw[step]
    raw.pop(path[-1], None)
