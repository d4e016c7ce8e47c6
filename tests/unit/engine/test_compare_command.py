"""`uplift pack diff A B`."""

import json
from pathlib import Path

import pytest

from tests.unit.engine.packs import changed, write
from uplift.config import command


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = command.main(["pack", "diff", *arguments])
    return code, capsys.readouterr().out


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    """The folders of two packs that differ in one thing."""
    text = changed("name: Ofsted}", "name: The inspectorate}")
    return str(write(tmp_path / "a")), str(write(tmp_path / "b", text))


def test_a_table_to_read(capsys: pytest.CaptureFixture[str], two: tuple[str, str]) -> None:
    code, out = run(capsys, *two)
    assert code == 0
    lines = out.splitlines()
    assert lines[0] == "BODIES OUTSIDE THE BOARD"
    assert lines[1].split("  ")[-1].strip() == "A tiny framework, edition 1"
    assert [part.strip() for part in lines[4].split("   ") if part.strip()] == [
        "Ofsted: Name",
        "Ofsted",
        "The inspectorate",
    ]
    assert lines[-1] == "1 difference in all"


def test_json(capsys: pytest.CaptureFixture[str], two: tuple[str, str]) -> None:
    code, out = run(capsys, *two, "--format", "json")
    assert code == 0
    assert json.loads(out) == [
        {
            "chapter": "Bodies outside the board",
            "of": "",
            "what": "Ofsted",
            "aspect": "Name",
            "here": "Ofsted",
            "there": "The inspectorate",
            "kind": "changed",
        }
    ]


def test_nothing_differs(capsys: pytest.CaptureFixture[str], two: tuple[str, str]) -> None:
    assert run(capsys, two[0], two[0]) == (0, "0 differences in all\n")


def test_a_pack_that_is_not_there(capsys: pytest.CaptureFixture[str], two: tuple[str, str]) -> None:
    code, out = run(capsys, two[0], "nowhere-1999")
    assert code == 1
    assert out.startswith("There is no pack “nowhere-1999”.")
