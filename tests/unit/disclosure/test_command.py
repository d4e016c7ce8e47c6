"""uplift disclosure check FILE --names NAMES.json"""

import json
import subprocess
import sys

import pytest

from uplift.config.command import main

PEOPLE = [{"pseudonym": "Child Heron", "name": "Bea Nobody", "date_of_birth": "2014-03-14"}]


@pytest.fixture
def run(tmp_path, capsys):
    def check(text, names=PEOPLE, *options, name="report.md"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / "names.json").write_text(
            names if isinstance(names, str) else json.dumps(names), encoding="utf-8"
        )
        arguments = [str(tmp_path / name), "--names", str(tmp_path / "names.json"), *options]
        code = main(["disclosure", "check", *arguments])
        return code, capsys.readouterr()

    return check


def test_as_text(run):
    code, said = run("On 9 November 2017\nBea fell.")
    assert code == 1
    assert said.out == (
        "Text, 2:1  certain  name: Bea\n"
        "    Part of the name of Child Heron. Instead: Child Heron.\n"
        "Text, 1:4  possible  date: 9 November 2017\n"
        "    An exact day: with others it may tell whose story this is. Instead: November 2017.\n"
        "report.md: 1 certain, 0 likely and 1 possible.\n"
    )


def test_as_json(run):
    code, said = run("Then Bea fell.", PEOPLE, "--format", "json")
    told = json.loads(said.out)
    assert code == 1
    assert told["counts"] == {"certain": 1, "likely": 0, "possible": 0}
    assert told["notes"] == []
    finding = told["findings"][0]
    assert finding == finding | {
        "kind": "name", "certainty": "certain", "words": "Bea", "place": "Text", "line": 1,
        "column": 6, "before": "Then ", "after": " fell.", "person": "Child Heron",
        "suggestion": "Child Heron",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["Nothing.", "On 9 November 2017."])
def test_nothing_that_tells(run, text):
    assert run(text)[0] == 0


def test_known_words_and_several_values(run):
    names = {"people": [{"name": ["Jack Smythe", "Tarn"]}], "known": ["Jock"]}
    assert run("Then Jock left.", names)[0] == 0
    code, said = run("Then Tarn left.", names)
    assert (code, "person 1" in said.out) == (1, True)


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ("{", "isn't JSON"),
        ("[]", "holds a list of people"),
        ([3], "holds a list of people"),
        ({"people": [{"name": "x"}], "known": "x"}, "holds a list of people"),
        ([{"name": 3}], "neither text nor a list"),
        ([{"shoe_size": "3"}], "nothing is known of “shoe_size”"),
    ],
)
def test_names_that_cant_be_used(run, names, sentence):
    code, said = run("x", names)
    assert (code, sentence in said.err) == (2, True)


def test_files_that_cant_be_read(run, tmp_path, capsys):
    code, said = run("x", name="a.xlsx")
    assert (code, "Only Word" in said.err) == (2, True)
    names = str(tmp_path / "names.json")
    assert main(["disclosure", "check", str(tmp_path / "none.md"), "--names", names]) == 2
    assert "can't be read" in capsys.readouterr().err


def test_it_loads_no_django():
    code = "import sys, uplift.config.disclosure_command; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
