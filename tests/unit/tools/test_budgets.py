import pytest

from tools import budgets


def faults(tmp_path, name, text):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return list(budgets.over(path, tmp_path))


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("src/page.html", 80),
        ("src/views.py", 300),
        ("src/uplift.css", 300),
        ("src/uplift.js", 300),
        ("tests/test_views.py", 500),
    ],
)
def test_files_have_a_limit(tmp_path, name, limit):
    assert faults(tmp_path, name, "\n" * limit) == []
    assert faults(tmp_path, name, "\n" * (limit + 1)) == [
        f"{name}:1: {limit + 1} lines, where {limit} are allowed."
    ]


def test_a_reason_at_the_top_lifts_the_limit(tmp_path):
    assert faults(tmp_path, "table.py", "# budget: one table\n" + "\n" * 400) == []
    assert faults(tmp_path, "table.py", "# budget:\n" + "\n" * 400) != []


@pytest.mark.parametrize("name", ["clauses.yaml", "README.md", "migrations/0001_initial.py"])
def test_data_prose_and_generated_files_have_no_limit(tmp_path, name):
    assert faults(tmp_path, name, "\n" * 5000) == []


def test_functions_have_a_limit(tmp_path):
    forty = "def f():\n" + "    f()\n" * 39
    assert faults(tmp_path, "a.py", forty) == []
    assert faults(tmp_path, "a.py", "\n" + forty + "    f()\n") == [
        "a.py:2: f() has 41 lines, where 40 are allowed."
    ]


def test_methods_and_nested_functions_count_too(tmp_path):
    text = "class A:\n    async def f(self):\n" + "        f()\n" * 40
    assert len(faults(tmp_path, "a.py", text)) == 1


def test_a_reason_beside_the_def_lifts_the_limit(tmp_path):
    text = "def f():  # budget: told in one go\n" + "    f()\n" * 40
    assert faults(tmp_path, "a.py", text) == []
