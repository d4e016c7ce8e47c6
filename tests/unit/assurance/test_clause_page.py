"""One clause: what shows it, the records behind its figure, files behind what was stated."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.support.thread import Story
from tests.unit.assurance.conftest import (
    PAGE,
    adopt_next,
    attest,
    attestable,
    day_fields,
    in_force,
    records,
)
from tests.world import World
from uplift.engine.spec import FEATURES
from uplift.engine.spec.honours import elements
from uplift.engine.spec.measures import Measure
from uplift.ground.access.gate import table
from uplift.ground.history.models import Reading
from uplift.loop.assurance import operations, places
from uplift.loop.assurance.figures import Counted, figure
from uplift.loop.assurance.models import Check, Evidence
from uplift.loop.assurance.unverified import items_of

Browse = Callable[..., Client]
CLAUSE = "WAR-4.1-10"  # the panel decides within three weeks


def paper() -> SimpleUploadedFile:
    return SimpleUploadedFile("minutes.txt", b"What was said.")


@pytest.mark.parametrize("feature", FEATURES)
def test_every_feature_has_a_page(feature: str) -> None:
    route = table()[places.page_of_feature(feature)]
    assert reverse(route.name, kwargs={"board": "northmere"})


def test_every_element_has_a_place_in_the_framework(counted: World) -> None:
    edition = counted.northmere.edition
    reach = counted.reach(counted.northmere.people["priya"])
    for reference in elements(edition.pack):
        assert places._url(reach, edition, reference).startswith(("/b/northmere/", "/learning/"))


def test_what_honours_it_leads_to_its_page(browse: Browse, counted: World) -> None:
    page = browse().get(f"{PAGE}{CLAUSE}/").content.decode()
    assert 'href="/b/northmere/diary/"' in page
    assert "/warrington-2013/1/types/scr/" in page
    clause = next(c for c in counted.northmere.edition.pack.clauses if c.id == "WAR-1-03")
    reach = counted.reach(counted.northmere.people["tom"])
    assert all(one.url for one in places.shown_by(reach, counted.northmere.edition, clause))
    assert places.open_to(reach, "desk:people") == ""  # not for someone who gives no seats
    assert places.open_to(reach, "no:page") == ""


def test_the_records_behind_a_figure_the_worst_first(browse: Browse, counted: World) -> None:
    page = browse().get(f"{PAGE}{CLAUSE}/").content.decode()
    assert "Cases in which the step was done by its due day" in page
    assert page.index("Child Alder") < page.index("What was found") or "Counts" in page
    assert page.count("NM-") >= 3


def test_nobody_sees_a_record_there_that_is_not_theirs(browse: Browse, counted: World) -> None:
    page = browse("tom").get(f"{PAGE}{CLAUSE}/").content.decode()
    assert "3 of 3 done in time." in page
    assert "NM-" not in page


def test_records_of_every_kind_have_names(story: Story, world: World) -> None:
    action = story.accepted(story.finding())
    outcome = story.outcome(story.theme(action.findings.get()))
    [asked] = story.asked(story.briefing(action.findings.get()), "police")
    reach = world.reach(story.priya)
    counted = [
        Counted("action", action.pk, True, "accepted"),
        Counted("outcome", outcome.pk, True, "evaluated"),
        Counted("theme", outcome.theme_id, False, "found again"),
        Counted("finding", action.findings.get().pk, True, "linked"),
        Counted("confirmation", asked.pk, True, "confirmed"),
        Counted("agency", world.northmere.agencies["police"].pk, True, "accepted"),
        Counted("briefing", 1, True, "not shown"),
    ]
    found = places.records(reach, counted)
    assert found[0].words == "found again"
    assert len(found) == 6
    assert [one.name for one in found if not one.url] == ["Northshire Police"]


def test_one_measure_reads_the_steps_that_it_asks_for(counted: World) -> None:
    clauses = [c for c in counted.northmere.edition.pack.clauses if c.measure and not c.planned]
    one = records(counted)
    one.whole = False
    for clause in clauses:
        assert clause.measure
        alone, among = figure(one, clause.measure), figure(records(counted), clause.measure)
        assert (alone.says, alone.met) == (among.says, among.met), clause.id


def test_a_figure_of_seats_without_an_adoption(counted: World) -> None:
    counted.northmere.board.adoptions.all().delete()
    found = figure(records(counted), Measure.model_validate({"framework_accepted": {}}))
    assert found.met is None


def test_files_are_kept_with_the_statement(counted: World, browse: Browse) -> None:
    clause = attestable(counted).clause
    attest(counted, clause, papers=[paper()])
    evidence = Evidence.objects.get()
    assert str(evidence) == "minutes.txt"
    client = browse("tom")
    address = f"{PAGE}evidence/{evidence.pk}/"
    assert f'href="{address}"' in client.get(f"{PAGE}{clause}/").content.decode()
    answer = client.get(address)
    assert b"".join(answer.streaming_content) == b"What was said."  # type: ignore[attr-defined]  # a file
    assert Reading.objects.filter(kind=Reading.Kind.FILE).count() == 1
    foreign = Client()
    foreign.force_login(counted.southvale.people["priya"])
    assert foreign.get(address).status_code == 404
    assert foreign.get(address.replace("northmere", "southvale")).status_code == 404


def test_files_come_with_the_form(counted: World, browse: Browse) -> None:
    status = attestable(counted)
    client = Client()
    client.force_login(counted.northmere.by_role[status.role])
    sent: dict[str, Any] = {"honoured": "yes", "says": "We do.", "evidence": "See the minutes."}
    sent |= day_fields("on", counted.today) | {"papers": [paper()]}
    assert client.post(f"{PAGE}{status.clause}/", sent).status_code == 302
    assert Evidence.objects.count() == 1


def check(world: World, item: str, **changes: Any) -> Check:
    given: dict[str, Any] = {
        "adoption": in_force(world),
        "item": item,
        "holds": "yes",
        "says": "The minutes of March say so.",
        "by": world.northmere.people["priya"],
    }
    return operations.check(now=in_force(world).at, **(given | changes))


def test_what_is_to_be_checked_is_answered(browse: Browse, world: World) -> None:
    items = items_of(world.northmere.edition.pack)
    item = next(iter(items))
    client = browse()
    page = client.get(f"{PAGE}to-check/").content.decode()
    assert page.count("No answer yet") == len(items) > 3
    address = f"{PAGE}to-check/{item}/"
    assert items[item].name in client.get(address).content.decode()
    sent = {"holds": "no", "says": "We do it otherwise."}
    assert client.post(address, sent).status_code == 302
    page = client.get(f"{PAGE}to-check/").content.decode()
    assert "We do it otherwise." in page
    assert page.count("No answer yet") == len(items) - 1
    assert "We do it otherwise." in client.get(address).content.decode()
    assert client.get(f"{PAGE}to-check/step:no.such/").status_code == 404
    assert browse("ann").get(address).status_code == 404
    assert "business unit answers" in browse("ann").get(f"{PAGE}to-check/").content.decode()


def test_a_new_adoption_shows_the_earlier_answer(browse: Browse, world: World) -> None:
    item = next(iter(items_of(world.northmere.edition.pack)))
    check(world, item)
    pack = world.northmere.edition.pack
    unsure = pack.clauses[0].model_copy(update={"verified": False})
    adopt_next(world, pack.model_copy(update={"clauses": (unsure, *pack.clauses[1:])}))
    page = browse().get(f"{PAGE}to-check/").content.decode()
    assert "Answered under an earlier adoption" in page
    assert f"Clause {unsure.id}" in page
    with pytest.raises(operations.CheckRefused, match="ask to check"):
        check(world, "step:no.such")


def test_nothing_to_check(browse: Browse, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("uplift.loop.assurance.queries.checks.items_of", lambda pack: {})
    assert "Nothing to check" in browse().get(f"{PAGE}to-check/").content.decode()
