import subprocess
import sys

import pytest

from tools import steps


def test_a_digest_tells_texts_and_files_apart(tmp_path):
    path = tmp_path / "a"
    path.write_text("one")
    assert steps.digest(path) == steps.digest("one")
    assert steps.digest("ab", "c") != steps.digest("a", "bc")
    assert steps.digest(tmp_path / "missing") == steps.digest("")


def test_a_stamp_is_current_for_the_same_inputs_only(tmp_path):
    stamp = tmp_path / "stamp"
    assert not steps.is_current(stamp, "x")
    stamp.write_text("x")
    assert steps.is_current(stamp, "x")
    assert not steps.is_current(stamp, "y")


def test_run_hands_over_each_line():
    lines = []
    steps.run([sys.executable, "-c", "print('a'); print('b')"], "No.", watch=lines.append)
    assert lines == ["a", "b"]


def test_run_fails_with_its_sentence_and_what_was_said():
    with pytest.raises(steps.Failed, match=r"(?s)It broke\..*oh no"):
        steps.run([sys.executable, "-c", "print('oh no'); exit(3)"], "It broke.")


def test_a_missing_program_is_a_sentence():
    with pytest.raises(steps.Failed, match="It broke"):
        steps.run(["no-such-program"], "It broke.")


def test_a_failure_ends_a_tool_with_its_sentence():
    def main():
        raise steps.Failed("It broke.")

    with pytest.raises(SystemExit, match=r"It broke\."):
        steps.finish(main)


def test_committed_lists_what_git_does_not_ignore(tmp_path):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / ".gitignore").write_text("b\n")
    for name in "ab":
        (tmp_path / name).touch()
    assert [path.name for path in steps.committed(tmp_path)] == [".gitignore", "a"]


def test_a_folder_without_git_is_a_sentence(tmp_path):
    with pytest.raises(steps.Failed, match="git could not list"):
        steps.committed(tmp_path)
