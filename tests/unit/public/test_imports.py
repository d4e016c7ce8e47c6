"""What the public site may know of: boards, and queries of frozen copies."""

import ast

import pytest

from tests.support.house import SRC

ALLOWED = (
    "uplift.front.public.",
    "uplift.ground.boards.",
    "uplift.ground.ui.",
    "uplift.ground.access.routes",
    "uplift.loop.publishing.queries.",
)
FILES = sorted((SRC / "front" / "public").glob("*.py"))


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_only_frozen_copies_come_in(path):
    ours = [name for name in imported(path) if name.startswith("uplift.")]
    assert [name for name in ours if not name.startswith(ALLOWED)] == []
    queries = [name for name in ours if name.startswith("uplift.loop.publishing.")]
    assert set(queries) <= {"uplift.loop.publishing.queries.copies"}


def test_templates_reach_for_no_case():
    for path in (SRC / "front" / "public" / "jinja2").rglob("*.html"):
        assert ".case" not in path.read_text(encoding="utf-8"), path.name
