"""Imports and foreign keys point down the house, and the list of rooms is whole."""

import subprocess

import pytest
from django.apps import apps

from tests.support.house import FLOORS, SRC, contract, project, rank, room
from tools.steps import BIN, ROOT


def our_models():
    return [model for model in apps.get_models() if model.__module__.startswith("uplift.")]


def foreign_keys():
    """Each relation between two of our models, many-to-many ones too."""
    return [
        pytest.param(model, field.related_model, id=f"{model._meta.label}.{field.name}")
        for model in our_models()
        for field in (*model._meta.local_fields, *model._meta.local_many_to_many)
        if field.related_model in our_models()
    ]


def is_below(target: str, owner: str) -> bool:
    return room(target) == room(owner) or rank(target) < rank(owner)


@pytest.mark.parametrize(("model", "target"), foreign_keys())
def test_foreign_keys_point_down(model, target):
    assert is_below(target.__module__, model.__module__), (
        f"{room(model.__module__)} refers to {room(target.__module__)}, which isn't below it"
    )


@pytest.mark.parametrize(
    ("target", "owner", "below"),
    [
        ("uplift.ground.boards.models", "uplift.loop.cases.models", True),
        ("uplift.loop.cases.models", "uplift.ground.boards.models", False),
        ("uplift.loop.cases.models", "uplift.loop.lessons.models", False),
        ("uplift.loop.cases.models", "uplift.loop.cases.models", True),
        ("uplift.ground.identity.models", "uplift.ground.boards.models", True),
        ("uplift.engine.spec", "uplift.ground.ui", True),
    ],
)
def test_the_order_of_rooms(target, owner, below):
    assert is_below(target, owner) is below


def test_imports_point_down():
    command = [BIN / "lint-imports"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_contract_has_exceptions():
    for rules in project()["tool"]["importlinter"]["contracts"]:
        assert not {"ignore_imports", "exhaustive_ignores"} & rules.keys(), rules["name"]


def test_every_room_keeps_its_inner_order():
    """All but `ui`, which has no operations of its own."""
    rooms = {
        f"uplift.{floor}.{path.parent.name}"
        for floor in FLOORS
        for path in (SRC / floor).glob("*/__init__.py")
    }
    assert set(contract("rooms")["containers"]) == rooms - {"uplift.ground.ui"}


def test_a_room_is_an_app_of_the_same_name():
    for config in apps.get_app_configs():
        if config.name.startswith("uplift."):
            assert config.label == config.name.rsplit(".", 1)[1]


def test_no_test_is_left_out():
    """Every file of tests is in a folder that `make test`, `make bench` or `make screens` runs."""
    run = {*project()["tool"]["pytest"]["ini_options"]["testpaths"], "tests/bench", "tests/screens"}
    files = (path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("test_*.py"))
    assert [file for file in files if not file.startswith(tuple(f"{name}/" for name in run))] == []
