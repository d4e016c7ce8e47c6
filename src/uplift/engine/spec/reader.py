"""Reads a pack's folder into a `Pack`, or says everything that is wrong with it."""

from copy import deepcopy
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from uplift.engine.spec.checks import check
from uplift.engine.spec.checks.names import Fault
from uplift.engine.spec.faults import sentence
from uplift.engine.spec.folder import read_folder
from uplift.engine.spec.pack import Pack
from uplift.engine.spec.tree import PackError, PackErrors

Model = TypeVar("Model", bound=BaseModel)


def read_pack(folder: Path) -> Pack:
    """The pack in `folder`; raises PackErrors with every error as ``file:line: sentence``."""
    tree, errors = read_folder(folder)
    pack, found = faults(tree.plain())
    errors.extend(PackError(*tree.find(path), text) for path, text in found)
    if errors or not pack:
        raise PackErrors(errors)
    return pack


def faults(raw: Any) -> tuple[Pack | None, list[Fault]]:
    """The plain data of a pack as a pack, if it fits, and everything wrong with it by path."""
    pack, found = fit(Pack, raw)
    return pack, [*found, *(check(pack) if pack else ())]


def fit(model: type[Model], raw: Any) -> tuple[Model | None, list[Fault]]:
    """Plain data as a model, and what doesn't fit it.

    Unknown keys alone are left out, so that one slip doesn't hide what else is wrong.
    """
    raw, faults = deepcopy(raw), list[Fault]()
    while True:
        try:
            return model.model_validate(raw), faults
        except ValidationError as invalid:
            found = invalid.errors(include_url=False)
        faults.extend((one["loc"], sentence(model, one)) for one in found)
        unknown = [one["loc"] for one in found if one["type"] == "extra_forbidden"]
        if len(unknown) < len(found):
            return None, faults
        for path in unknown:
            _drop(raw, path)


def _drop(raw: Any, path: tuple[str | int, ...]) -> None:
    """Take out what `path` leads to; the models name parts of it that aren't in the data."""
    for step in path[:-1]:
        if isinstance(step, int) or step in raw:
            raw = raw[step]
    raw.pop(path[-1], None)
