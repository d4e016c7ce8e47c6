"""Keeps files and functions short: python -m tools.budgets.

What is over its budget needs a reason beside it, as a comment `budget: why`: on the line of
the `def`, or among the first five lines of the file. (Complexity is ruff's, C901.)
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.steps import ROOT, Failed, committed, finish

FILE, TEST_FILE, TEMPLATE, FUNCTION = 300, 500, 80, 40
REASON = re.compile(r"budget: \w+")
# Written by `uplift makemigrations`, not by hand.
GENERATED = "migrations"


def main() -> None:
    faults = [fault for path in committed(ROOT) for fault in over(path, ROOT)]
    if faults:
        raise Failed("\n".join(faults))


def over(path: Path, root: Path) -> Iterator[str]:
    """What in this file is over its budget, as `file:line: sentence`."""
    if GENERATED in path.parts or (limit := lines_allowed(path)) is None:
        return
    name = path.relative_to(root)
    lines = path.read_text(encoding="utf-8").splitlines()
    if len(lines) > limit and not any(map(REASON.search, lines[:5])):
        yield f"{name}:1: {len(lines)} lines, where {limit} are allowed."
    if path.suffix == ".py":
        yield from (f"{name}:{fault}" for fault in long_functions(lines))


def lines_allowed(path: Path) -> int | None:
    """How many lines a file of this kind may have; None: any number."""
    if path.suffix == ".html":
        return TEMPLATE
    if path.suffix == ".py" and "tests" in path.parts:
        return TEST_FILE
    return FILE if path.suffix in {".py", ".js", ".css"} else None


def long_functions(lines: list[str]) -> Iterator[str]:
    """Functions over their budget, nested ones too, as `line: sentence`."""
    for node in ast.walk(ast.parse("\n".join(lines))):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        length = (node.end_lineno or node.lineno) - node.lineno + 1
        if length > FUNCTION and not REASON.search(lines[node.lineno - 1]):
            yield f"{node.lineno}: {node.name}() has {length} lines, where {FUNCTION} are allowed."


if __name__ == "__main__":
    finish(main)
