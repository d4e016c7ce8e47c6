"""What is about no one person: nobody is asked who it is, and it has a title of its own."""

from django.conf import settings
from django.utils import timezone

from tests.support.casepages import at, browser, fill, hidden, on, person, words
from uplift.ground.frameworks import operations
from uplift.loop.cases.models import Case


def test_information_from_a_practitioner_names_nobody(world):
    folder = settings.PACKS_DIR / "southend-2013"
    edition = operations.load(folder=folder, by=None, now=timezone.now())
    operations.adopt(
        board=world.northmere.board,
        edition=edition,
        starts=world.today,
        by=None,
        now=timezone.now(),
    )
    priya = browser(person(world, "priya"))
    pages = {
        "type": {"start": "practitioner_information.told"},
        "part-1": {**on("on", world.today), "q-risk": "Two teams don't know of each other."},
        "part-2": {"q-service": "Health visiting", "q-way": "meeting"},
        "name": {"pseudonym": "Two teams", "reference": ""},
    }
    for name, answers in pages.items():
        sent = fill(priya, at("new_page", page=name), **answers)
        assert sent.status_code == 302, words(sent)
    assert priya.get(at("new_page", page="who")).status_code == 404
    check = priya.get(at("new_check"))
    assert "Short title" in words(check)
    assert "Made-up name" not in words(check)
    assert priya.post(at("new_check"), hidden(check)).status_code == 302
    case = Case.objects.get()
    assert (case.pseudonym, case.people.count()) == ("Two teams", 0)
    assert "Two teams" in words(priya.get(at("people", case)))
    assert words(priya.get(at("identity", case)))
