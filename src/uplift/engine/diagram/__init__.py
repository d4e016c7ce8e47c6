"""Pictures and text of a pack's processes, generated from the pack alone."""

from pathlib import Path

from uplift.engine.diagram.draw import draw
from uplift.engine.diagram.outline import outline, process_outline
from uplift.engine.scenarios import read_scenarios, tell
from uplift.engine.spec import Pack

__all__ = ["documents", "draw", "outline", "process_outline"]


def documents(pack: Pack, folder: Path) -> dict[str, str]:
    """Everything generated for a pack, by file name: committed, and compared in a test."""
    written: dict[str, str] = {}
    for process in pack.processes.values():
        written[f"{process.id}.svg"] = draw(pack, process)
        picture = f"![{process.name}: the steps]({process.id}.svg)"
        written[f"{process.id}.md"] = f"{process_outline(pack, process)}\n\n{picture}\n"
    scenarios, _ = read_scenarios(folder)
    told = "\n".join(tell(pack, scenario) for scenario, _ in scenarios)
    written["scenarios.md"] = f"## Scenarios of {pack.pack}\n\n{told}"
    return written
