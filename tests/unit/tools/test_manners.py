import pytest

from tools import manners


@pytest.fixture
def faults(tmp_path):
    """The faults of a file with this name and text, in a project that ships one pack."""
    pack = tmp_path / "src/uplift/packs/north-2020/pack.yaml"
    pack.parent.mkdir(parents=True)
    pack.touch()

    def breaches(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return list(manners.breaches(path, tmp_path))

    return breaches


# Put together here, so that this file keeps the rules itself.
@pytest.mark.parametrize(
    "text",
    [
        "see /" + "home/ann/notes",
        "open('/" + "work/x')",
        "reads ../" + "shared/data",
        "https://py" + "pi.org/simple",
        "registry.npm" + "js.org",
        "x = 1  # no" + "qa",
        "x = 1  # no" + "qa: E501, S101",
        "x = 1  # type" + ": ignore[arg-type]",
        "x = 1  # pragma" + ": no cover",
        "if pack.id " + "== 'north':",
        'if case.pack in ("north"' + ", ):",
        "DEFAULT = 'north" + "-2020'",
    ],
)
def test_breaches_are_found(faults, text):
    found = faults("src/uplift/a.py", f"\n{text}\n")
    assert len(found) == 1
    assert found[0].startswith("src/uplift/a.py:2: ")


@pytest.mark.parametrize(
    "text",
    [
        "path('work/', work)",
        "url = '/b/north/workshop/'",
        "x = 1  # no" + "qa: E501 - an address",
        "x = 1  # type" + ": ignore[arg-type]  # the stubs are wrong",
        "if pack.steps == []:",
        "from uplift.loop.sharing import x  # ../sharing",
    ],
)
def test_good_manners_pass(faults, text):
    assert faults("src/uplift/a.py", text) == []


def test_the_demo_and_tests_may_name_a_pack(faults):
    assert faults("src/uplift/config/demo/board.py", "PACK = 'north-2020'") == []
    assert faults("tests/unit/test_a.py", "PACK = 'north-2020'") == []


@pytest.mark.parametrize("name", ["helper.py", "notes.md", "picture.png"])
def test_packs_hold_yaml_and_pictures_only(faults, name):
    assert len(faults(f"src/uplift/packs/north-2020/{name}", "")) == 1


def test_pages_and_packs_leave_nothing_undone(faults):
    undone = "TO" + "DO"
    assert len(faults("src/uplift/ui/page.html", f"<!-- {undone} -->")) == 1
    assert len(faults("src/uplift/packs/north-2020/forms.yaml", f"ask: {undone}")) == 1


def test_the_lock_file_keeps_no_download_address(faults):
    assert len(faults("package-lock.json", '"resolved"' + ": true")) == 1


def test_pictures_are_passed_over(tmp_path):
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\xff")
    assert list(manners.breaches(picture, tmp_path)) == []
