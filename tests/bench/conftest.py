"""`make bench`: tests here call `figure(...)`; the figures become a table and build/bench.json."""

import json
from collections.abc import Callable

import pytest

from tools.steps import BUILD

FIGURES: list[dict[str, str | float | int]] = []


@pytest.fixture(scope="session")
def figure() -> Callable[[str, float, str, int], None]:
    """Note one figure: its name, value, unit, and the number of cases it was measured at."""

    def note(name: str, value: float, unit: str, size: int) -> None:
        FIGURES.append({"name": name, "value": round(value, 3), "unit": unit, "size": size})

    return note


def pytest_sessionfinish() -> None:
    BUILD.mkdir(exist_ok=True)
    text = json.dumps(FIGURES, indent=2, ensure_ascii=False)
    (BUILD / "bench.json").write_text(text + "\n", encoding="utf-8")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.section("figures (build/bench.json)")
    width = max((len(str(figure["name"])) for figure in FIGURES), default=0)
    for figure in FIGURES:
        terminalreporter.write_line(
            f"{figure['name']:<{width}}  {figure['size']:>7,}  {figure['value']:>10,.3f}"
            f" {figure['unit']}"
        )
