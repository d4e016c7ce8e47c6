"""What docs/for-pack-authors says is so: its examples are read, and run."""

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from tests.unit.engine.packs import read
from tests.unit.engine.samples import day, sample
from uplift.config import command
from uplift.engine.clock import Counting, Period, add
from uplift.engine.process import recording
from uplift.engine.reference import reference
from uplift.engine.scenarios import Scenario, run
from uplift.engine.spec import Condition, Pack
from uplift.engine.spec.clauses import Clause
from uplift.engine.spec.clocks import Due
from uplift.engine.spec.processes import Step
from uplift.engine.spec.tree import Reader

DOCS = Path(__file__).parents[3] / "docs" / "for-pack-authors"
BLOCK = re.compile(r"```yaml ([\w-]+)\n(.*?)```", re.S)
BLOCKS = [
    (path.name, kind, text)
    for path in sorted(DOCS.glob("*.md"))
    for kind, text in BLOCK.findall(path.read_text(encoding="utf-8"))
]


def blocks(kind: str) -> list[Any]:
    """The examples of a kind, each with the file it stands in."""
    found = [pytest.param(text, id=name) for name, other, text in BLOCKS if other == kind]
    assert found
    return found


def plain(text: str, folder: Path) -> Any:
    """YAML as the reader of packs takes it."""
    path = folder / "example.yaml"
    path.write_text(text, encoding="utf-8")
    reader = Reader(path, "example")
    value = reader.read().plain()
    assert reader.errors == []
    return value


def rows(name: str) -> list[list[str]]:
    """The rows of the tables in a file, without their heads."""
    lines = (DOCS / name).read_text(encoding="utf-8").splitlines()
    cells = [[c.strip() for c in line.strip("|").split("|")] for line in lines if line[:1] == "|"]
    heads = {at for at, row in enumerate(cells) if set(row[0]) == {"-"}}
    return [row for at, row in enumerate(cells) if at not in heads and at + 1 not in heads]


@pytest.mark.parametrize("text", blocks("pack"))
def test_packs(text: str, tmp_path: Path):
    assert read(tmp_path, text).clauses


@pytest.mark.parametrize("text", blocks("pack-parts"))
def test_parts_of_a_pack(text: str, tmp_path: Path):
    first = next(text for name, kind, text in BLOCKS if kind == "pack")
    assert read(tmp_path, first, parts=text).boards


@pytest.mark.parametrize("text", blocks("scenario"))
def test_scenarios(text: str, tmp_path: Path):
    scenario = Scenario.model_validate(plain(text, tmp_path))
    assert list(run(sample(), scenario)) == []


@pytest.mark.parametrize("text", blocks("due"))
def test_clocks(text: str, tmp_path: Path):
    for due in plain(text, tmp_path):
        TypeAdapter(Due).validate_python(due)


@pytest.mark.parametrize("text", blocks("clauses"))
def test_clauses(text: str, tmp_path: Path):
    for clause in plain(text, tmp_path):
        Clause.model_validate(clause)


def test_due_days():
    found = rows("clocks.md")
    assert len(found) > 5
    for start, period, counted, due in found:
        assert add(day(start), Period.parse(period), Counting(counted)) == day(due)


def test_conditions(tmp_path: Path):
    found = rows("conditions.md")
    assert len(found) > 10
    for row in found:
        condition = plain(f"after: {row[0].strip('`')}\n", tmp_path)["after"]
        TypeAdapter(Condition).validate_python(condition)


def test_every_word_of_the_vocabulary_is_explained(tmp_path: Path):
    said = " ".join(row[0] for row in rows("conditions.md"))
    for word in ("done", "some", "outcome", "answer", "criteria", "elapsed", "during"):
        assert f"{{{word}:" in said
    for word in ("all", "any", "not"):
        assert f"{{{word}:" in said


def test_every_refusal_is_named():
    named = set(re.findall(r"`(\w+)`", (DOCS / "scenarios.md").read_text().split("Codes")[1]))
    folder = Path(recording.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    given = set(re.findall(r'Refused\(\s*"(\w+)"', code))
    given |= set(re.findall(r'"(form_incomplete)" if missing else "(answer_wrong)"', code)[0])
    assert named == given


def test_reference_is_up_to_date(capsys: pytest.CaptureFixture[str]):
    """When this fails: uplift pack reference > docs/for-pack-authors/reference.md."""
    assert (DOCS / "reference.md").read_text(encoding="utf-8") == reference()
    assert command.main(["pack", "reference"]) == 0
    assert capsys.readouterr().out == reference()


def test_reference_knows_every_key():
    said = reference()
    for model in (Pack, Step):
        for name, field in model.model_fields.items():
            if name not in ("id", "says", "honours", "verified"):
                assert f"`{field.alias or name}`" in said
