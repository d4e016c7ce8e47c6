"""Scenarios of a pack: read with file and line, run as tests, printed as documentation."""

from pathlib import Path

from uplift.engine.scenarios.running import run
from uplift.engine.scenarios.spec import Scenario
from uplift.engine.scenarios.telling import tell
from uplift.engine.spec import Pack, PackError
from uplift.engine.spec.reader import fit
from uplift.engine.spec.tree import Reader, Tree

__all__ = ["Scenario", "check_scenarios", "read_scenarios", "run", "tell"]


def read_scenarios(folder: Path) -> tuple[list[tuple[Scenario, Tree]], list[PackError]]:
    """The scenarios of the pack in `folder`, each with its place, and what is wrong with them."""
    errors: list[PackError] = []
    read: list[tuple[Scenario, Tree]] = []
    for path in sorted((folder / "scenarios").glob("*.yaml")):
        reader = Reader(path, str(path))
        tree = reader.read()
        errors.extend(reader.errors)
        for part in tree.parts.values() if tree.kind == "list" else [tree]:
            scenario, found = (None, []) if reader.errors else fit(Scenario, part.plain())
            errors.extend(PackError(*part.find(place), sentence) for place, sentence in found)
            if scenario:
                read.append((scenario, part))
    return read, errors


def check_scenarios(pack: Pack, folder: Path) -> tuple[int, list[PackError]]:
    """How many scenarios the pack has, and every difference from what they expect."""
    read, errors = read_scenarios(folder)
    for scenario, tree in read:
        for path, sentence in run(pack, scenario):
            told = f"{scenario.scenario}: {sentence}"
            errors.append(PackError(*tree.find(path), told))
    return len(read), sorted(errors)
