"""Set-up does what has changed and nothing else. (CI runs the real thing from a fresh clone.)"""

import pytest

from tools import setup, steps, system


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with requirements, where commands are only noted."""
    ran = []
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    for name in ("requirements.txt", "requirements-dev.txt", "package-lock.json"):
        (tmp_path / name).write_text(f"{name}==1")
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(setup, "BIN", tmp_path / ".venv" / "bin")
    monkeypatch.setattr(setup, "run", lambda command, *_, **__: ran.append(str(command[-1])))
    monkeypatch.setattr(system, "pdf_libraries", lambda: True)
    return tmp_path, ran


def test_packages_are_installed_once(project):
    _, ran = project
    setup.ensure_packages(dev=False)
    setup.ensure_packages(dev=False)
    assert len(ran) == 1
    assert ran[0].endswith("requirements.txt")


def test_packages_for_development_are_enough_for_the_demo(project):
    _, ran = project
    setup.ensure_packages(dev=True)
    setup.ensure_packages(dev=False)
    assert len(ran) == 1
    assert ran[0].endswith("requirements-dev.txt")


def test_packages_for_the_demo_are_not_enough_for_development(project):
    _, ran = project
    setup.ensure_packages(dev=False)
    setup.ensure_packages(dev=True)
    assert len(ran) == 2


def test_changed_requirements_are_installed_again(project):
    folder, ran = project
    setup.ensure_packages(dev=False)
    (folder / "requirements.txt").write_text("other==2")
    setup.ensure_packages(dev=False)
    assert len(ran) == 2


def test_without_pango_set_up_says_so_and_goes_on(project, monkeypatch, capsys):
    monkeypatch.setattr(system, "pdf_libraries", lambda: False)
    setup.ensure_packages(dev=False)
    assert "Word only, not PDF" in capsys.readouterr().out


def test_a_python_without_venv_is_a_sentence(project, monkeypatch):
    monkeypatch.setattr(setup.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(steps.Failed, match="python3-venv"):
        setup.ensure_venv()


def test_progress_is_said_every_twenty_packages(capsys):
    count = setup.Counter(40)
    for number in range(40):
        count(f"Collecting p{number}")
    count("Installing collected packages: p0")
    assert capsys.readouterr().out.splitlines() == [
        "  20 of 40",
        "  40 of 40",
        "  putting them in place",
    ]


def test_npm_of_the_machine_is_used_when_it_is_new_enough(monkeypatch):
    monkeypatch.setattr(system.shutil, "which", lambda name: "/usr/bin/npm")
    monkeypatch.setattr(system, "_npm_version", lambda program: 9)
    assert system.npm() == ["/usr/bin/npm"]


@pytest.mark.parametrize(("found", "version"), [(None, 0), ("/usr/bin/npm", 6)])
def test_npm_comes_from_a_wheel_otherwise(monkeypatch, tmp_path, found, version):
    ran = []
    monkeypatch.setattr(system.shutil, "which", lambda name: found)
    monkeypatch.setattr(system, "_npm_version", lambda program: version)
    monkeypatch.setattr(system, "BIN", tmp_path)
    monkeypatch.setattr(system, "run", lambda command, failure: ran.append(command))
    assert system.npm() == [tmp_path / "npm"]
    assert ran[0][-1].name == "requirements-node.txt"


def test_a_browser_that_cannot_be_installed_is_a_sentence(monkeypatch):
    monkeypatch.setattr(system, "chromium", lambda: None)
    monkeypatch.setattr(system, "_as_root", lambda: None)
    with pytest.raises(steps.Failed, match="Run: sudo apt-get install chromium"):
        system.ensure_chromium()


def test_a_browser_is_installed_from_the_distribution(monkeypatch, capsys):
    found = iter([None, "/usr/bin/chromium"])
    ran = []
    monkeypatch.setattr(system, "chromium", lambda: next(found))
    monkeypatch.setattr(system, "_as_root", lambda: ["sudo", "-n"])
    monkeypatch.setattr(system, "run", lambda command, failure, env: ran.append(command))
    system.ensure_chromium()
    assert [command[:4] for command in ran] == [
        ["sudo", "-n", "apt-get", "update"],
        ["sudo", "-n", "apt-get", "install"],
    ]
    assert "Installing Chromium" in capsys.readouterr().out


def test_the_browser_may_be_named(monkeypatch):
    monkeypatch.setenv("UPLIFT_CHROMIUM", "/opt/chrome")
    assert str(system.chromium()) == "/opt/chrome"


def test_a_demo_machine_stays_as_it_was_chosen(monkeypatch, tmp_path):
    monkeypatch.setattr(setup, "VAR", tmp_path)
    setup.choose_demo()
    assert "UPLIFT_DEMO=true" in (tmp_path / "env").read_text()
    (tmp_path / "env").write_text("UPLIFT_ENV=production")
    setup.choose_demo()
    assert (tmp_path / "env").read_text() == "UPLIFT_ENV=production"
