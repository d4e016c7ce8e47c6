"""`uplift demo` makes the made-up boards once, and only where one-click sign-in is on."""

import socket
import subprocess
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from uplift.config.management.commands import demo as command
from uplift.ground.boards.models import Board
from uplift.ground.identity.models import User


def demo(*options: str) -> str:
    said = StringIO()
    call_command("demo", *options, stdout=said)
    return said.getvalue()


@pytest.fixture
def on(settings, db):
    settings.DEMO = True


def test_it_is_refused_where_one_click_sign_in_is_off(db):
    with pytest.raises(CommandError, match="one-click sign-in is off"):
        demo("--no-server")


def test_it_is_not_made_again(on, monkeypatch):
    made = []
    monkeypatch.setattr(command, "build", lambda today, say: made.append(say("Child Swift")))
    assert "Child Swift" in demo("--no-server")
    Board.objects.create(name="Northmere", short_name="N", slug="n", area="N", prefix="NM")
    assert "there already" in demo("--no-server")
    assert len(made) == 1


def test_it_says_who_may_sign_in_and_serves(on, monkeypatch):
    User.objects.create_user("priya@northmere.example", "Priya Shah")
    User.objects.update(demo=True, demo_says="All day", demo_board="Northmere")
    User.objects.create_user("rosa@eastmarsh.example", "Rosa Quill")
    User.objects.filter(name="Rosa Quill").update(demo=True, demo_board="Eastmarsh")
    Board.objects.create(name="Northmere", short_name="N", slug="n", area="N", prefix="NM")
    started = []

    class Jobs:
        def __init__(self, command, **options):
            started.append(command[2])

        terminate = wait = lambda self: started.append("ended")

    def serve(command, check):
        started.append(command[2])
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "Popen", Jobs)
    monkeypatch.setattr(subprocess, "run", serve)
    said = demo("--port", "8765")
    assert "http://localhost:8765" in said
    assert "Priya Shah" in said
    assert "Rosa Quill" not in said
    assert "The page lists those of the other boards too" in said
    assert started == ["django", "gunicorn", "ended", "ended"]


def test_a_taken_port_gets_its_sentence(on):
    Board.objects.create(name="Northmere", short_name="N", slug="n", area="N", prefix="NM")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} is taken"):
            demo("--port", str(port))


def test_a_story_needs_somebody_to_tell_it(world):
    with pytest.raises(LookupError, match="Nobody at Northmere .* is acrg_chair"):
        world.case("Child Swift", opened_by="acrg_chair")
