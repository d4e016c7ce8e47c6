"""The order of the house as pyproject.toml has it, where import-linter reads it too."""

import tomllib
from functools import cache
from typing import Any

from tools.steps import ROOT

SRC = ROOT / "src" / "uplift"
FLOORS = ("front", "loop", "ground")


@cache
def project() -> dict[str, Any]:
    """pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def contract(name: str) -> dict[str, Any]:
    """One of import-linter's contracts."""
    contracts: list[dict[str, Any]] = project()["tool"]["importlinter"]["contracts"]
    return next(found for found in contracts if found["id"] == name)


def rank(module: str) -> tuple[int, int]:
    """How high a room stands: its floor, then its place on the floor (0 is lowest)."""
    _, floor, *rest = module.split(".")
    if floor not in FLOORS:
        return _place("house", floor), 0
    return _place("house", floor), _place(floor, rest[0])


def room(module: str) -> str:
    """`uplift.loop.cases` for anything in that room."""
    parts = module.split(".")
    return ".".join(parts[:3] if parts[1] in FLOORS else parts[:2])


def _place(name: str, part: str) -> int:
    layers = reversed(contract(name)["layers"])
    return next(n for n, layer in enumerate(layers) if part in layer.replace(" ", "").split("|"))
