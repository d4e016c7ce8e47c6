"""`uplift pack clauses --all`: how many clauses of the shipped packs are honoured in which way."""

import json

import pytest

from uplift.config import command, pack_command
from uplift.engine.clauses import clause_counts, clause_statuses
from uplift.engine.shelf import SHIPPED
from uplift.engine.spec import Honour, Pack, read_pack


@pytest.fixture(scope="module")
def warrington() -> Pack:
    """A pack with clauses of every kind."""
    return read_pack(SHIPPED / "warrington-2013")


@pytest.fixture(autouse=True)
def one_shipped(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pack_command, "shipped", lambda: ("warrington-2013",))


def test_counts_are_those_of_the_statuses(warrington: Pack):
    kinds = [row.honour for row in clause_statuses(warrington)]
    counts = clause_counts([warrington])
    assert list(counts) == ["warrington-2013", "together"]
    assert counts["together"] == counts["warrington-2013"]
    assert counts["together"] == {
        **{kind.value: kinds.count(kind) for kind in Honour},
        "total": len(kinds),
    }


def test_together_is_the_sum(warrington: Pack):
    twice = clause_counts([warrington, warrington.model_copy(update={"pack": "another-2014"})])
    assert twice["together"]["total"] == 2 * twice["another-2014"]["total"] == 394


def test_without_packs():
    assert clause_counts([])["together"]["total"] == 0


def test_table(capsys: pytest.CaptureFixture[str]):
    assert command.main(["pack", "clauses", "--all"]) == 0
    head, row, last = capsys.readouterr().out.splitlines()
    assert head.split() == ["built", "in", "measured", "attested", "planned", "total"]
    assert row.split()[0] == "warrington-2013"
    assert last.split()[0] == "together"
    assert row.split()[1:] == last.split()[1:]
    assert row.split()[-1] == "197"
    assert len({len(line) for line in (head, row, last)}) == 1


def test_json(capsys: pytest.CaptureFixture[str], warrington: Pack):
    assert command.main(["pack", "clauses", "--all", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == clause_counts([warrington])


@pytest.mark.parametrize("given", [[], ["warrington-2013", "--all"]])
def test_one_pack_or_all(capsys: pytest.CaptureFixture[str], given: list[str]):
    assert command.main(["pack", "clauses", *given]) == 1
    assert capsys.readouterr().out == "Name a pack, or write --all.\n"
